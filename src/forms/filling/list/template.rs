//! Empty lists for spreadsheets: as a workbook with choices and notes, or as text.

use rust_xlsxwriter::{
    DataValidation, DocProperties, ExcelDateTime, Format, Formula, Note, Workbook, Worksheet, XlsxError,
};

use super::headings::heading_matches;
use crate::base::locale::Messages;
use crate::base::spreadsheet::harmless;
use crate::content::FieldType;
use crate::forms::filling::data::paths;
use crate::forms::filling::sheet::{AskedBlock, AskedField, AskedSheet};

/// The places that the columns of a list fill: where a form has one table, a row of the list is a line of it, and its columns stand in the
/// list once.
pub(super) fn list_columns(sheet: &AskedSheet) -> Vec<(String, &AskedBlock, &AskedField)> {
    let tables = |office_use: bool| {
        sheet.blocks.iter().filter(move |block| block.rows.is_some() && block.office_use == office_use)
    };
    let (own, of_office) = (tables(false).count(), tables(true).count());
    if own > 1 || (own == 0 && of_office > 1) {
        return paths(sheet);
    }
    // What the office fills in beside the sender's table is no part of the sender's list.
    let of_list = |block: &&AskedBlock| block.rows.is_none() || block.office_use == (own == 0);
    let blocks = sheet.blocks.iter().filter(of_list);
    blocks
        .flat_map(|block| block.fields.iter().map(move |field| (format!("{}.{}", block.id, field.id), block, field)))
        .collect()
}

/// An empty table of text with its head, for spreadsheets.
///
/// # Errors
/// None that could happen: the table is made in memory.
pub fn table_template(sheet: &AskedSheet) -> Result<Vec<u8>, csv::Error> {
    let mut writer = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(b"\xEF\xBB\xBF".to_vec());
    let columns = list_columns(sheet);
    // The path in brackets, by which the column is found again whatever its label.
    writer.write_record(columns.iter().map(|(path, _, field)| harmless(&format!("{} [{path}]", field.label))))?;
    writer.into_inner().map_err(|error| csv::Error::from(error.into_error()))
}

/// The number of rows that get choices: as many as are read.
const ROWS: u32 = super::MOST as u32;

/// An empty workbook: a sheet with headings, notes and choices to select, and a hidden one with the choices.
///
/// # Errors
/// The library refuses what a sheet cannot hold, such as a choice of more than 32,767 letters.
pub fn workbook_template(sheet: &AskedSheet, messages: &Messages) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    // The same form gives the same bytes.
    workbook.set_properties(&DocProperties::new().set_creation_datetime(&ExcelDateTime::from_ymd(2000, 1, 1)?));
    let mut list = Worksheet::new();
    list.set_name(messages.text("list-sheet"))?;
    let mut choices = Worksheet::new();
    choices.set_name(messages.text("list-choices"))?.set_hidden(true);
    let (head, text) = (Format::new().set_bold().set_text_wrap(), Format::new().set_num_format("@"));
    let day = Format::new().set_num_format("yyyy/mm/dd");
    let mut lists = 0;
    for (column, (path, block, field)) in (0u16..).zip(list_columns(sheet)) {
        let heading = heading_of(sheet, &path, block, field);
        list.write_string_with_format(0, column, &heading, &head)?;
        list.insert_note(
            0,
            column,
            &Note::new(note_of(block, field, messages)).set_author("").add_author_prefix(false),
        )?;
        list.set_column_width(column, width_of(&heading, field.kind))?;
        list.set_column_format(column, if field.kind == FieldType::Date { &day } else { &text })?;
        let words: Vec<&str> = match field.kind {
            FieldType::Choice | FieldType::Radio => field.choices.iter().map(|(_, words)| words.as_str()).collect(),
            FieldType::Check => vec!["○"],
            FieldType::Text
            | FieldType::Number
            | FieldType::Multiline
            | FieldType::Furigana
            | FieldType::PostalCode
            | FieldType::Telephone
            | FieldType::Email
            | FieldType::Date
            | FieldType::Checkboxes => continue,
        };
        if !words.is_empty() {
            offer(&mut list, &mut choices, column, lists, &words, messages)?;
            lists += 1;
        }
    }
    list.set_freeze_panes(1, 0)?;
    workbook.push_worksheet(list);
    if lists > 0 {
        workbook.push_worksheet(choices);
    }
    workbook.save_to_buffer()
}

/// The label, with what tells it from others where it is not alone.
fn heading_of(sheet: &AskedSheet, path: &str, block: &AskedBlock, field: &AskedField) -> String {
    let means = |heading: &String| matches!(heading_matches(sheet, heading).as_slice(), [one] if one.path == path);
    let captioned = block.caption.as_ref().map(|caption| format!("{caption} {}", field.label));
    let with_path = format!("{} [{path}]", field.label);
    [Some(field.label.clone()), captioned].into_iter().flatten().find(means).unwrap_or(with_path)
}

/// Puts the choices of a column into the hidden sheet and lets its cells choose among them.
fn offer(
    list: &mut Worksheet,
    choices: &mut Worksheet,
    column: u16,
    at: u16,
    words: &[&str],
    messages: &Messages,
) -> Result<(), XlsxError> {
    let mut row = 0;
    for word in words {
        choices.write_string(row, at, *word)?;
        row += 1;
    }
    let letters = rust_xlsxwriter::utility::column_number_to_name(at);
    let name = messages.text("list-choices");
    let range = Formula::new(format!("='{name}'!${letters}$1:${letters}${row}"));
    // Codes may be typed as well, so that what is not on the list is not refused here.
    let validation = DataValidation::new().allow_list_formula(range).show_error_message(false);
    list.add_data_validation(1, column, ROWS, column, &validation)?;
    Ok(())
}

/// The advice beside a heading.
fn note_of(block: &AskedBlock, field: &AskedField, messages: &Messages) -> String {
    let mut lines = Vec::new();
    lines.extend(block.caption.clone());
    lines.push(messages.text(&format!("list-note-{}", field.kind.word())));
    if block.rows.is_none() {
        lines.push(messages.text("list-note-once"));
    }
    lines.join("\n")
}

/// A width in which a heading and what is written below it can be read, in letters of Latin script.
fn width_of(heading: &str, kind: FieldType) -> f64 {
    let heading = unicode_width::UnicodeWidthStr::width(heading).min(30);
    let least: usize = match kind {
        FieldType::Email => 32,
        FieldType::Multiline => 40,
        FieldType::Text | FieldType::Furigana | FieldType::Choice | FieldType::Radio | FieldType::Checkboxes => 20,
        FieldType::Telephone | FieldType::Date | FieldType::PostalCode => 16,
        FieldType::Number | FieldType::Check => 8,
    };
    // Such small numbers are exact.
    heading.max(least) as f64 + 2.0
}
