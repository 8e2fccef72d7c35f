//! Data as a table: a line for each form, a column for each place to fill in.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde_json::{Map, Value as Json, json};

use super::data::paths;
use super::record::FormRecord;
use super::sheet::{AskedSheet, split_path};
use crate::base::diagnostics::{Code, Diagnostic, Diagnostics, Place, SourceFile};
use crate::base::notation::widths::folded;
use crate::base::spreadsheet::harmless;
use crate::content::suggest;

/// The head of a column: the label, and in brackets the path, by which it is found again.
fn head(path: &str, label: &str) -> String {
    harmless(&format!("{label} [{path}]"))
}

/// The number of columns of a head that are looked at. No form has as many places.
const MOST_COLUMNS: usize = 10_000;

/// An empty table with its head, for spreadsheets.
///
/// # Errors
/// None that could happen: the table is made in memory.
pub fn table_template(sheet: &AskedSheet) -> Result<Vec<u8>, csv::Error> {
    let mut writer = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(b"\xEF\xBB\xBF".to_vec());
    writer.write_record(paths(sheet).iter().map(|(path, _, field)| head(path, &field.label)))?;
    writer.into_inner().map_err(|error| csv::Error::from(error.into_error()))
}

/// The records of a table; `None` after reporting what is wrong with its head or its shape.
pub(super) fn table_records(
    file: &Arc<SourceFile>,
    sheet: &AskedSheet,
    findings: &mut Diagnostics,
) -> Option<Vec<FormRecord>> {
    // Spreadsheets leave out empty cells at the end of a line, so that lines are of any length.
    let mut reader = csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(file.text.as_bytes());
    let mut rows = Vec::new();
    let mut row = csv::StringRecord::new();
    loop {
        let start = usize::try_from(reader.position().byte()).unwrap_or(usize::MAX);
        match reader.read_record(&mut row) {
            Ok(true) => {
                let end = usize::try_from(reader.position().byte()).unwrap_or(usize::MAX);
                rows.push((row.clone(), Place::new(file, start..end)));
            }
            Ok(false) => break,
            Err(error) => {
                let place = Place::new(file, start..start + 1);
                findings.push(Diagnostic::new(Code::J0713).at(&place).arg("reason", error.to_string()));
                return None;
            }
        }
    }
    let mut rows = rows.into_iter();
    let Some((head, place)) = rows.next() else { return Some(Vec::new()) };
    let columns = column_paths(&head, &place, sheet, findings)?;
    let mut records = Vec::new();
    for (at, (row, place)) in rows.enumerate() {
        // Spreadsheets save empty lines below the last one that was ever touched.
        if row.iter().any(|cell| !cell.trim().is_empty()) {
            refuse_surplus(at + 2, &row, &place, &columns, findings)?;
            // A record is counted as people count their list: the first below the head is the first.
            records.push(table_record(records.len() + 1, &row, &place, &columns));
        }
    }
    Some(records)
}

/// The path of each column, by the head in brackets or by a label that only one field has.
fn column_paths(
    head: &csv::StringRecord,
    place: &Place,
    sheet: &AskedSheet,
    findings: &mut Diagnostics,
) -> Option<Vec<String>> {
    let known = paths(sheet);
    let labels: Vec<String> = known.iter().map(|(_, _, field)| folded(&field.label)).collect();
    let mut columns: Vec<String> = Vec::new();
    let mut sound = true;
    // What is wrong with the first of so many columns is wrong with the file.
    for cell in head.iter().take(MOST_COLUMNS) {
        let written = cell.trim();
        // The last bracket: a label may hold one itself.
        let path = written.rsplit_once(" [").and_then(|(_, rest)| rest.strip_suffix(']')).unwrap_or(written);
        let label = folded(written);
        let mut labelled = known.iter().zip(&labels).filter(|(_, known)| **known == label).map(|(known, _)| known);
        let found = match (labelled.next(), labelled.next()) {
            // The path comes first: of two fields with one label only that tells which is meant.
            _ if sheet.at(path).is_some() => Some(path.to_owned()),
            (Some((path, _, _)), None) => Some(path.clone()),
            _ => None,
        };
        let at = place.narrowed(written);
        match found {
            Some(path) if columns.contains(&path) => {
                findings.push(Diagnostic::new(Code::J0709).at(&at).arg("path", &path));
                sound = false;
            }
            Some(path) => columns.push(path),
            None => {
                findings.push(unknown_column(
                    written,
                    &known.iter().map(|(path, _, _)| path.as_str()).collect::<Vec<_>>(),
                    &at,
                ));
                sound = false;
            }
        }
    }
    sound.then_some(columns)
}

fn unknown_column(written: &str, known: &[&str], place: &Place) -> Diagnostic {
    // A file that is no table has its first line here, whatever its length.
    let shown: String = written.chars().take(60).collect();
    let diagnostic = Diagnostic::new(Code::J0703).at(place).arg("name", shown).arg("known", known.join(", "));
    suggest(diagnostic.hint_id("known-names"), written, known)
}

/// Refuses a line, `number` of the table, with more cells than columns: they would be lost.
fn refuse_surplus(
    number: usize,
    row: &csv::StringRecord,
    place: &Place,
    columns: &[String],
    findings: &mut Diagnostics,
) -> Option<()> {
    let Some(cell) = row.iter().skip(columns.len()).find(|cell| !cell.trim().is_empty()) else { return Some(()) };
    let diagnostic = Diagnostic::new(Code::J0714).at(&place.narrowed(cell)).arg("row", number.to_string());
    findings.push(diagnostic.arg("columns", columns.len().to_string()));
    None
}

/// A line as the data of a form.
fn table_record(number: usize, row: &csv::StringRecord, place: &Place, columns: &[String]) -> FormRecord {
    let mut data = Map::new();
    let mut cells = BTreeMap::new();
    // Cells stand in their order; one that is quoted may not be found as it reads.
    let mut rest = place.clone();
    for (path, cell) in columns.iter().zip(row) {
        let Some((block, row, field)) = split_path(path) else { continue };
        let found = rest.narrowed(cell);
        if found != rest {
            rest = Place::new(&rest.file, found.span.end..rest.span.end);
        }
        cells.insert(path.clone(), found);
        if cell.trim().is_empty() {
            continue;
        }
        let entry = match row {
            None => data.entry(block).or_insert_with(|| json!({})),
            Some(row) => json_row(data.entry(block).or_insert_with(|| json!([])), row),
        };
        if let Json::Object(entry) = entry {
            entry.insert(field.to_owned(), Json::String(cell.to_owned()));
        }
    }
    FormRecord::of_table(number, Json::Object(data), place.clone(), cells)
}

/// Line `row` of `list`, which gets as many as that.
fn json_row(list: &mut Json, row: usize) -> &mut Json {
    if let Json::Array(lines) = list {
        while lines.len() < row {
            lines.push(json!({}));
        }
    }
    &mut list[row - 1]
}
