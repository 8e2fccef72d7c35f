//! The data of a filled form: from JSON, with every fault and the place it is at.

use std::collections::BTreeMap;

use serde_json::{Map, Value as Json};

use super::sheet::{AskedBlock, AskedField, AskedSheet};
use super::value::{self, FilledValue};
use crate::base::diagnostics::{Code, Diagnostic};
use crate::base::locale::Messages;
use crate::content::{FieldType, suggest};

/// The values of one block or row, by the fields' ids.
pub type FilledRow = BTreeMap<String, FilledValue>;

/// The values of a block.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Entries {
    /// Once.
    One(FilledRow),
    /// In each row.
    Rows(Vec<FilledRow>),
}

/// A filled form, by the blocks' ids.
pub type Filled = BTreeMap<String, Entries>;

/// A fault of the data, and the path of the field it is at.
#[derive(Debug)]
pub struct DataFault {
    /// The finding, as yet without the record and the place.
    pub diagnostic: Diagnostic,
    /// The path: `users[1].name`.
    pub path: String,
    /// Whether something only lacks, which can be written on the sheet by hand.
    pub is_missing: bool,
}

/// Reads the data of one filled form.
///
/// # Errors
/// Every fault.
pub fn from_json(sheet: &AskedSheet, json: &Json) -> Result<Filled, Vec<DataFault>> {
    let (filled, faults) = read_filled(sheet, json);
    if faults.is_empty() { Ok(filled) } else { Err(faults) }
}

/// What can be read of the data of one filled form, and every fault.
pub(super) fn read_filled(sheet: &AskedSheet, json: &Json) -> (Filled, Vec<DataFault>) {
    let mut reader = DataReader { sheet, faults: Vec::new() };
    let filled = reader.form(json);
    (filled, reader.faults)
}

/// Every path that a sheet has; of rows those of the first `count` lines.
#[must_use]
pub fn paths(sheet: &AskedSheet) -> Vec<(String, &AskedBlock, &AskedField)> {
    let of_block = |block: &'_ AskedBlock| -> Vec<String> {
        match block.rows {
            Some(rows) => (1..=rows.count).map(|row| format!("{}[{row}]", block.id)).collect(),
            None => vec![block.id.clone()],
        }
    };
    let mut paths = Vec::new();
    for block in &sheet.blocks {
        for begin in of_block(block) {
            paths.extend(block.fields.iter().map(|field| (format!("{begin}.{}", field.id), block, field)));
        }
    }
    paths
}

struct DataReader<'a> {
    sheet: &'a AskedSheet,
    faults: Vec<DataFault>,
}

impl DataReader<'_> {
    fn fault(&mut self, path: &str, diagnostic: Diagnostic) {
        self.faults.push(DataFault { diagnostic, path: path.to_owned(), is_missing: false });
    }

    fn missing(&mut self, path: &str, diagnostic: Diagnostic) {
        self.faults.push(DataFault { diagnostic, path: path.to_owned(), is_missing: true });
    }

    fn form(&mut self, json: &Json) -> Filled {
        let mut filled = Filled::new();
        let Some(map) = self.object(json, "") else { return filled };
        for (key, value) in map {
            if key == "form" {
                self.is_form(value);
            } else if key == "draft" {
                // What the page keeps before everything in it can be read.
                self.fault("draft", Diagnostic::new(Code::J0736));
            } else if let Some(block) = self.sheet.block(key) {
                filled.extend(self.block(block, value).map(|entries| (key.clone(), entries)));
            } else {
                let known: Vec<&str> = self.sheet.blocks.iter().map(|block| block.id.as_str()).collect();
                self.unknown(key, key, &known);
            }
        }
        for block in &self.sheet.blocks {
            // A block that the data does not name is read as an empty one, so that what must be filled in there is
            // told.
            if !map.contains_key(&block.id) {
                let nothing = if block.rows.is_some() { Json::Array(Vec::new()) } else { Json::Object(Map::new()) };
                self.block(block, &nothing);
            }
        }
        filled
    }

    fn is_form(&mut self, value: &Json) {
        if value.as_str() != Some(&self.sheet.name) {
            let named = value.as_str().unwrap_or("");
            let diagnostic = Diagnostic::new(Code::J0708).arg("named", named).arg("form", &self.sheet.name);
            self.fault("form", diagnostic);
        }
    }

    fn block(&mut self, block: &AskedBlock, value: &Json) -> Option<Entries> {
        let Some(rows) = block.rows else {
            let entry = self.entry(block, value, &block.id)?;
            return (!entry.is_empty()).then_some(Entries::One(entry));
        };
        let Json::Array(list) = value else {
            self.fault(&block.id, Diagnostic::new(Code::J0704).arg("expected", "list"));
            return None;
        };
        let entries: Vec<FilledRow> = list
            .iter()
            .enumerate()
            .filter_map(|(at, value)| self.entry(block, value, &format!("{}[{}]", block.id, at + 1)))
            .collect();
        // Empty lines between entries are left out.
        let entries: Vec<FilledRow> = entries.into_iter().filter(|entry| !entry.is_empty()).collect();
        let count = u32::try_from(entries.len()).unwrap_or(u32::MAX);
        let bound = match rows.max {
            // The office fills its part in when the form has arrived.
            _ if count < rows.min && !block.office_use => Some(("few", rows.min)),
            Some(max) if count > max => Some(("many", max)),
            _ => None,
        };
        if let Some((fault, bound)) = bound {
            let diagnostic = Diagnostic::new(Code::J0707).arg("fault", fault).arg("bound", bound.to_string());
            let diagnostic = diagnostic.arg("count", count.to_string());
            if fault == "few" { self.missing(&block.id, diagnostic) } else { self.fault(&block.id, diagnostic) }
        }
        (!entries.is_empty()).then_some(Entries::Rows(entries))
    }

    fn entry(&mut self, block: &AskedBlock, value: &Json, path: &str) -> Option<FilledRow> {
        let map = self.object(value, path)?;
        // A fault that this entry has stands among those from here on.
        let begun = self.faults.len();
        let mut entry = FilledRow::new();
        for (key, value) in map {
            let path = format!("{path}.{key}");
            let Some(field) = block.field(key) else {
                let known: Vec<&str> = block.fields.iter().map(|field| field.id.as_str()).collect();
                self.unknown(&path, key, &known);
                continue;
            };
            entry.extend(self.value(field, value, &path).map(|value| (key.clone(), value)));
        }
        // An empty line of a table, and a proxy whom nobody needs, ask for nothing.
        let may_be_empty = block.office_use || block.all_or_nothing || block.rows.is_some();
        if !(entry.is_empty() && may_be_empty) {
            let begun_here = !entry.is_empty();
            let asked = |field: &&AskedField| block.needs(field) && (field.required || begun_here);
            for field in block.fields.iter().filter(asked) {
                let path = format!("{path}.{}", field.id);
                let refused = self.faults[begun..].iter().any(|fault| fault.path == path);
                if !entry.contains_key(&field.id) && !refused {
                    self.missing(&path, Diagnostic::new(Code::J0705).arg("field", &field.label));
                }
            }
            self.alternatives(block, &entry, path, begun);
        }
        Some(entry)
    }

    /// Reports where none of the fields is filled in of which one must be. A value that was refused, after the first `begun` faults, is no
    /// gap as well.
    fn alternatives(&mut self, block: &AskedBlock, entry: &FilledRow, path: &str, begun: usize) {
        let mut fields = block.alternatives().peekable();
        let Some(first) = fields.peek().map(|field| format!("{path}.{}", field.id)) else { return };
        let tried = |field: &AskedField| {
            let own = format!("{path}.{}", field.id);
            entry.contains_key(&field.id) || self.faults[begun..].iter().any(|fault| fault.path == own)
        };
        if !fields.any(tried) {
            self.missing(&first, Diagnostic::new(Code::J0737).arg("fields", block.labels_of_alternatives()));
        }
    }

    fn value(&mut self, field: &AskedField, json: &Json, path: &str) -> Option<FilledValue> {
        let text = match json {
            Json::Null => return None,
            Json::String(_) | Json::Bool(_) | Json::Number(_) => scalar_text(json),
            // Several choices come as a list from the page and as one cell from a spreadsheet; from here on they are
            // the same.
            Json::Array(list) if list.iter().all(is_scalar) => {
                list.iter().map(scalar_text).collect::<Vec<_>>().join("、")
            }
            Json::Array(_) | Json::Object(_) => {
                self.fault(path, Diagnostic::new(Code::J0704).arg("expected", "text"));
                return None;
            }
        };
        match value::read_value(field, &text) {
            Ok(value) => value,
            Err(fault) => {
                // A cell may hold a page of text, and the message is one line.
                let shown: String = text.chars().take(40).collect();
                let diagnostic = Diagnostic::new(Code::J0706).arg("field", &field.label).arg("value", shown);
                self.fault(path, diagnostic.arg("reason", fault.reason).arg("known", fault.known));
                None
            }
        }
    }

    fn object<'j>(&mut self, json: &'j Json, path: &str) -> Option<&'j Map<String, Json>> {
        let map = json.as_object();
        if map.is_none() {
            self.fault(path, Diagnostic::new(Code::J0704).arg("expected", "map"));
        }
        map
    }

    fn unknown(&mut self, path: &str, name: &str, known: &[&str]) {
        let diagnostic = Diagnostic::new(Code::J0703).arg("name", name).arg("known", known.join(", "));
        self.fault(path, suggest(diagnostic.hint_id("known-names"), name, known));
    }
}

/// An empty file of data: every place to fill in, and of rows the first.
#[must_use]
pub fn json_template(sheet: &AskedSheet) -> String {
    let mut form = Map::new();
    form.insert("form".to_owned(), Json::String(sheet.name.clone()));
    for block in &sheet.blocks {
        let empty = |field: &AskedField| match field.kind {
            FieldType::Check => Json::Bool(false),
            FieldType::Checkboxes => Json::Array(Vec::new()),
            FieldType::Text
            | FieldType::Number
            | FieldType::Multiline
            | FieldType::Furigana
            | FieldType::PostalCode
            | FieldType::Telephone
            | FieldType::Email
            | FieldType::Date
            | FieldType::Choice
            | FieldType::Radio => Json::String(String::new()),
        };
        let entry: Map<String, Json> = block.fields.iter().map(|field| (field.id.clone(), empty(field))).collect();
        let entry = Json::Object(entry);
        form.insert(block.id.clone(), if block.rows.is_some() { Json::Array(vec![entry]) } else { entry });
    }
    // A value always serialises.
    serde_json::to_string_pretty(&Json::Object(form)).unwrap_or_default() + "\n"
}

/// Returns the value at `path` in words; `None` where the form has no such place. Empty where nothing is.
#[must_use]
pub fn words_at(sheet: &AskedSheet, filled: &Filled, path: &str, messages: &Messages) -> Option<String> {
    let known = paths(sheet);
    // A place is named by its path or by its label, which heads a spreadsheet's column.
    let (path, block, field) = known.iter().find(|(found, _, field)| found == path || field.label == path)?;
    let entry = match filled.get(&block.id) {
        Some(Entries::One(entry)) => Some(entry),
        Some(Entries::Rows(rows)) => {
            let row = path.split(['[', ']']).nth(1).and_then(|row| row.parse::<usize>().ok());
            row.and_then(|row| rows.get(row.checked_sub(1)?))
        }
        None => None,
    };
    let value = entry.and_then(|entry| entry.get(&field.id));
    Some(value.map_or_else(String::new, |value| in_words(field, value, messages)))
}

/// Whether `json` is one value, and neither nothing nor several.
fn is_scalar(json: &Json) -> bool {
    matches!(json, Json::String(_) | Json::Bool(_) | Json::Number(_))
}

/// Returns one value as a person would write it.
fn scalar_text(json: &Json) -> String {
    match json {
        Json::String(text) => text.clone(),
        Json::Null | Json::Bool(_) | Json::Number(_) | Json::Array(_) | Json::Object(_) => json.to_string(),
    }
}

fn in_words(field: &AskedField, value: &FilledValue, messages: &Messages) -> String {
    let named = |id: &String| field.choices.iter().find(|(code, _)| code == id).map_or(id, |(_, words)| words).clone();
    match value {
        FilledValue::Text(text) => text.clone(),
        FilledValue::Number(number) => number.to_string(),
        FilledValue::Date(date) => date.to_string(),
        FilledValue::Choice(id) => named(id),
        FilledValue::Choices(ids) => ids.iter().map(named).collect::<Vec<_>>().join("-"),
        FilledValue::Check(_) => messages.text("checked"),
    }
}
