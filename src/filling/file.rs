//! Files of data: JSON as the page saves it, CSV as spreadsheets write it, in UTF-8 or Shift JIS.

use std::collections::BTreeMap;
use std::fs;
use std::io::{self, ErrorKind};
use std::path::Path;
use std::sync::Arc;

use serde_json::Value as Json;

use super::sheet::Sheet;
use super::table;
use crate::content::{Node, Value, tree};
use crate::diagnostics::{Code, Diagnostic, Diagnostics, Place, SourceFile};

/// The largest file of data, in bytes.
const LARGEST: u64 = 64 * 1024 * 1024;

/// How many forms are filled in one run; the typesetter takes a tenth of a second or more for each.
pub(super) const MOST: usize = 2_000;

/// The data of one form, and where it stands.
#[derive(Debug)]
pub struct Record {
    /// Its number: the row of the spreadsheet, with its head as row 1, or the place in the list.
    pub number: usize,
    /// What is filled in.
    pub data: Json,
    /// Where it stands.
    pub place: Place,
    /// Where its cells stand, by path, in a table.
    pub cells: BTreeMap<String, Place>,
    /// The places of JSON, which reads as YAML but for some escapes of letters.
    tree: Option<Arc<Node>>,
}

impl Record {
    /// A line of a table.
    pub(super) fn of_table(number: usize, data: Json, place: Place, cells: BTreeMap<String, Place>) -> Self {
        Self { number, data, place, cells, tree: None }
    }

    /// Where the value of `path` stands, as near as can be told.
    #[must_use]
    pub fn place_of(&self, path: &str) -> Place {
        let in_tree = || Some(find(self.one()?, path)?.place.clone());
        self.cells.get(path).cloned().or_else(in_tree).unwrap_or_else(|| self.place.clone())
    }

    /// The record in the tree.
    fn one(&self) -> Option<&Node> {
        let tree = self.tree.as_deref()?;
        match &tree.value {
            Value::List(list) => list.get(self.number - 1),
            Value::Null | Value::Scalar(_) | Value::Map(_) => Some(tree),
        }
    }
}

/// The node of `users[1].name` below `node`, or the nearest above it that there is.
fn find<'a>(node: &'a Node, path: &str) -> Option<&'a Node> {
    let mut found = node;
    for part in path.split(['.', '[']) {
        let next = match (&found.value, part.strip_suffix(']')) {
            (Value::List(list), Some(row)) => list.get(row.parse::<usize>().ok()?.checked_sub(1)?),
            (Value::Map(entries), None) => entries.iter().find(|(key, _, _)| key == part).map(|(_, _, node)| node),
            _ => None,
        };
        match next {
            Some(next) => found = next,
            None => break,
        }
    }
    Some(found)
}

/// The records of the file `path`; `None` after reporting why there are none.
#[must_use]
pub fn read(path: &Path, sheet: &Sheet, findings: &mut Diagnostics) -> Option<Vec<Record>> {
    let bytes = bytes(path).map_err(|error| findings.push(unreadable(path, &error))).ok()?;
    let Some(text) = decoded(&bytes) else {
        findings.push(Diagnostic::new(Code::J0702).at(&Place::whole(&Arc::new(SourceFile::new(shown(path), "")))));
        return None;
    };
    let file = Arc::new(SourceFile::new(shown(path), text));
    let is_json = file.text.trim_start().starts_with(['{', '[']);
    let records = if is_json { json(&file, findings) } else { table::records(&file, sheet, findings) }?;
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

fn bytes(path: &Path) -> io::Result<Vec<u8>> {
    let metadata = fs::metadata(path)?;
    // Reading a pipe would wait for ever.
    if !metadata.is_file() || metadata.len() > LARGEST {
        return Err(ErrorKind::InvalidInput.into());
    }
    fs::read(path)
}

fn unreadable(path: &Path, error: &io::Error) -> Diagnostic {
    #[expect(clippy::wildcard_enum_match_arm, reason = "the kinds are those of the operating system")]
    let kind = match error.kind() {
        ErrorKind::NotFound => "missing",
        ErrorKind::PermissionDenied => "denied",
        ErrorKind::InvalidInput => "special",
        _ => "other",
    };
    Diagnostic::new(Code::J0701).arg("path", shown(path)).arg("kind", kind).arg("reason", error.to_string())
}

fn shown(path: &Path) -> String {
    path.to_string_lossy().replace('\\', "/")
}

/// The text in UTF-8, with or without a byte order mark, or else in Shift JIS.
fn decoded(bytes: &[u8]) -> Option<String> {
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    if let Ok(text) = std::str::from_utf8(bytes) {
        return Some(text.to_owned());
    }
    encoding_rs::SHIFT_JIS.decode_without_bom_handling_and_without_replacement(bytes).map(std::borrow::Cow::into_owned)
}

fn json(file: &Arc<SourceFile>, findings: &mut Diagnostics) -> Option<Vec<Record>> {
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
    let tree = tree(file).map(Arc::new);
    let record = |(at, data): (usize, Json)| {
        let record =
            Record { number: at + 1, data, place: Place::whole(file), cells: BTreeMap::new(), tree: tree.clone() };
        let place = record.one().map_or_else(|| record.place.clone(), |node| node.place.clone());
        Record { place, ..record }
    };
    Some(list.into_iter().enumerate().map(record).collect())
}
