//! Files of data: JSON as the page saves it, CSV as spreadsheets write it, in UTF-8 or Shift JIS.

use std::fs;
use std::io::{self, ErrorKind};
use std::path::Path;
use std::sync::Arc;

use serde_json::Value as Json;

use super::record::FormRecord;
use super::sheet::AskedSheet;
use super::table;
use crate::base::diagnostics::{Code, Diagnostic, Diagnostics, Place, SourceFile, bad_byte};
use crate::content::yaml_tree;

/// The largest file of data, in bytes.
const LARGEST: u64 = 64 * 1024 * 1024;

/// The greatest number of forms filled in in one run; the typesetter takes a tenth of a second or more for each.
pub(super) const MOST: usize = 2_000;

/// The records of the file `path`; `None` after reporting why there are none.
#[must_use]
pub fn read_records(path: &Path, sheet: &AskedSheet, findings: &mut Diagnostics) -> Option<Vec<FormRecord>> {
    let bytes = read_limited(path).map_err(|error| findings.push(unreadable_records(path, &error))).ok()?;
    let Some(text) = decode_record_text(&bytes) else {
        let name = display_path(path);
        let whole = || Place::whole(&Arc::new(SourceFile::new(&name, "")));
        findings.push(Diagnostic::new(Code::J0702).at(&bad_byte(&name, &bytes).unwrap_or_else(whole)));
        return None;
    };
    let file = Arc::new(SourceFile::new(display_path(path), text));
    // Told by its first letter, since the ending is the user's: the page saves JSON, and no table begins so.
    let is_json = file.text.trim_start().starts_with(['{', '[']);
    let records = if is_json { json_records(&file, findings) } else { table::table_records(&file, sheet, findings) }?;
    if let Some(over) = records.get(MOST) {
        let diagnostic = Diagnostic::new(Code::J0711).at(&over.place).arg("count", records.len().to_string());
        findings.push(diagnostic.arg("most", MOST.to_string()));
        return None;
    }
    if records.is_empty() {
        findings.push(Diagnostic::new(Code::J0712).at(&Place::whole(&file)));
        return None;
    }
    Some(records)
}

fn read_limited(path: &Path) -> io::Result<Vec<u8>> {
    let metadata = fs::metadata(path)?;
    // Reading a pipe would wait for ever.
    if !metadata.is_file() || metadata.len() > LARGEST {
        return Err(ErrorKind::InvalidInput.into());
    }
    fs::read(path)
}

fn unreadable_records(path: &Path, error: &io::Error) -> Diagnostic {
    #[expect(clippy::wildcard_enum_match_arm, reason = "the kinds are those of the operating system")]
    let kind = match error.kind() {
        ErrorKind::NotFound => "missing",
        ErrorKind::PermissionDenied => "denied",
        ErrorKind::InvalidInput => "special",
        _ => "other",
    };
    Diagnostic::new(Code::J0701).arg("path", display_path(path)).arg("kind", kind).arg("reason", error.to_string())
}

fn display_path(path: &Path) -> String {
    path.to_string_lossy().replace('\\', "/")
}

/// The text in UTF-8, with or without a byte order mark, or else in Shift JIS.
fn decode_record_text(bytes: &[u8]) -> Option<String> {
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    if let Ok(text) = std::str::from_utf8(bytes) {
        return Some(text.to_owned());
    }
    // Spreadsheets of Japan save CSV so. Tried second, since nearly all bytes are letters of Shift JIS.
    encoding_rs::SHIFT_JIS.decode_without_bom_handling_and_without_replacement(bytes).map(std::borrow::Cow::into_owned)
}

fn json_records(file: &Arc<SourceFile>, findings: &mut Diagnostics) -> Option<Vec<FormRecord>> {
    let data: Json = match serde_json::from_str(&file.text) {
        Ok(data) => data,
        Err(error) => {
            let line =
                file.text.split_inclusive('\n').take(error.line().saturating_sub(1)).map(str::len).sum::<usize>();
            let at = line + error.column().saturating_sub(1);
            findings
                .push(Diagnostic::new(Code::J0713).at(&Place::new(file, at..at + 1)).arg("reason", error.to_string()));
            return None;
        }
    };
    let list = match data {
        Json::Array(list) => list,
        one @ (Json::Null | Json::Bool(_) | Json::Number(_) | Json::String(_) | Json::Object(_)) => vec![one],
    };
    // The reader of JSON tells no places, and JSON is YAML but for some escapes.
    let tree = yaml_tree(file).map(Arc::new);
    let record = |(at, data): (usize, Json)| FormRecord::of_list(at + 1, data, &Place::whole(file), tree.clone());
    Some(list.into_iter().enumerate().map(record).collect())
}
