//! Files of data: JSON as the page saves it, lists as spreadsheets write them.

use std::borrow::Cow;
use std::fs;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use encoding_rs::Encoding;
use serde_json::Value as Json;

use super::common;
use super::list::{self, ListOptions};
use super::record::FormRecord;
use super::sheet::AskedSheet;
use crate::base::diagnostics::{Code, Diagnostic, Diagnostics, Place, SourceFile, bad_byte};
use crate::content::yaml_tree;

/// The largest file of data, in bytes.
const LARGEST: u64 = 64 * 1024 * 1024;

/// The choices of a person about data.
#[derive(Debug, Clone, Default)]
pub struct DataOptions {
    /// Of lists.
    pub list: ListOptions,
    /// A file of JSON with answers that are the same in every form, wherever the data say nothing themselves, or a list says it in a column that
    /// may be about its people.
    pub common: Option<PathBuf>,
}

/// The records of the file `path`; `None` after reporting why there are none.
#[must_use]
pub fn read_records(
    path: &Path,
    sheet: &AskedSheet,
    options: &DataOptions,
    findings: &mut Diagnostics,
) -> Option<Vec<FormRecord>> {
    let mut records = file_records(path, sheet, options, findings)?;
    if let Some(over) = records.get(list::MOST) {
        let diagnostic = Diagnostic::new(Code::J0711).at(&over.place).arg("count", records.len().to_string());
        findings.push(diagnostic.arg("most", list::MOST.to_string()));
        return None;
    }
    if records.is_empty() {
        let file = Arc::new(SourceFile::new(display_path(path), ""));
        findings.push(Diagnostic::new(Code::J0712).at(&Place::whole(&file)));
        return None;
    }
    if let Some(path) = &options.common {
        let file = text_file(path, findings)?;
        let answers = json_records(&file, findings)?;
        common::add_answers(&mut records, &answers, sheet, findings)?;
    }
    for record in &records {
        findings.extend(list::told_once(record, sheet));
    }
    Some(records)
}

fn file_records(
    path: &Path,
    sheet: &AskedSheet,
    options: &DataOptions,
    findings: &mut Diagnostics,
) -> Option<Vec<FormRecord>> {
    let bytes = read_limited(path).map_err(|error| findings.push(unreadable_records(path, &error))).ok()?;
    if list::is_workbook(&bytes) {
        return list::workbook_records(&display_path(path), &bytes, sheet, &options.list, findings);
    }
    let file = decoded_file(path, &bytes, findings)?;
    // Told by its first letter, since the ending is the user's: the page saves JSON, and no table begins so.
    if file.text.trim_start().starts_with(['{', '[']) {
        return json_records(&file, findings);
    }
    list::text_records(&file, sheet, &options.list, findings)
}

fn text_file(path: &Path, findings: &mut Diagnostics) -> Option<Arc<SourceFile>> {
    let bytes = read_limited(path).map_err(|error| findings.push(unreadable_records(path, &error))).ok()?;
    decoded_file(path, &bytes, findings)
}

/// The file with its text; `None` after reporting that no encoding fits it.
fn decoded_file(path: &Path, bytes: &[u8], findings: &mut Diagnostics) -> Option<Arc<SourceFile>> {
    let name = display_path(path);
    let Some(text) = decode_record_text(bytes) else {
        let whole = || Place::whole(&Arc::new(SourceFile::new(&name, "")));
        findings.push(Diagnostic::new(Code::J0702).at(&bad_byte(&name, bytes).unwrap_or_else(whole)));
        return None;
    };
    Some(Arc::new(SourceFile::new(name, text)))
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

/// The text in UTF-8 or UTF-16, with or without a byte order mark, or else in Shift JIS.
fn decode_record_text(bytes: &[u8]) -> Option<String> {
    let whole = |encoding: &'static Encoding, bytes: &[u8]| {
        encoding.decode_without_bom_handling_and_without_replacement(bytes).map(Cow::into_owned)
    };
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        return whole(encoding, &bytes[mark..]);
    }
    // Ends of lines and commas of UTF-16 have a zero before them or after them, and no other text has one. The wide space
    // (U+3000) has its zero at the other side, but there are fewer of them.
    let zeros = |odd: usize| bytes.iter().skip(odd).step_by(2).filter(|byte| **byte == 0).count();
    let (high, low) = (zeros(0), zeros(1));
    if high + low > 0 {
        return whole(if low > high { encoding_rs::UTF_16LE } else { encoding_rs::UTF_16BE }, bytes);
    }
    if let Ok(text) = std::str::from_utf8(bytes) {
        return Some(text.to_owned());
    }
    // Spreadsheets of Japan save CSV so. Tried last, since nearly all bytes are letters of Shift JIS.
    whole(encoding_rs::SHIFT_JIS, bytes)
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
