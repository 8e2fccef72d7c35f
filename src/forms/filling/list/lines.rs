//! The rows below the head of a list as data of forms.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use serde_json::{Map, Value as Json, json};

use super::dittos::Dittos;
use super::grid::{CellKind, Grid, GridCell, GridRow};
use super::head::{Column, Columns, Head, heading_words};
use super::headings::plain_heading;
use super::once::assumed;
use super::row_ranges;
use super::sums::{is_sum, name_columns};
use super::unread::unheaded_values;
use crate::base::diagnostics::{Code, Diagnostic, Diagnostics, Place};
use crate::content::FieldType;
use crate::forms::filling::record::{FormRecord, ListOrigin};
use crate::forms::filling::sheet::{AskedSheet, MOST_LINES, split_path};

/// The data of the rows below `head`: of each a form, or of all of them one whose table they fill. `None` after reporting what stands in
/// the way.
pub(super) fn records_of(
    grid: &Grid,
    head: Head,
    columns: &Columns,
    sheet: &AskedSheet,
    findings: &mut Diagnostics,
) -> Option<Vec<FormRecord>> {
    let place = &grid.rows[head.last].place;
    let headed = |column: &Column| (column.path.clone(), (column.heading.clone(), place.narrowed(&column.heading)));
    let heads = Arc::new(columns.list.iter().map(headed).collect());
    let twins = twins(columns, sheet);
    let mut reader = LineReader { twins, grid, columns, sheet, findings, sound: true, dittos: Dittos::default() };
    let entries = reader.entries(head);
    reader.tell_lonely(&entries);
    let records = match &columns.table {
        Some(table) => reader.one_form(table, &entries, &heads),
        None => form_each(&entries, &heads),
    };
    reader.sound.then_some(records)
}

/// The headings of columns with their places, by path.
type Heads = Arc<BTreeMap<String, (String, Place)>>;

/// A row and the values in it.
struct Entry<'a> {
    row: &'a GridRow,
    /// The values with their places, by the paths of the columns.
    values: BTreeMap<&'a str, (String, Place)>,
}

struct LineReader<'a, 'f> {
    grid: &'a Grid,
    columns: &'a Columns,
    sheet: &'a AskedSheet,
    findings: &'f mut Diagnostics,
    sound: bool,
    dittos: Dittos<'a>,
    /// The paths of columns that have a label in common.
    twins: BTreeSet<&'a str>,
}

impl<'a> LineReader<'a, '_> {
    fn report(&mut self, diagnostic: Diagnostic) {
        self.findings.push(diagnostic);
        self.sound = false;
    }

    /// The rows that say something in a column of the form.
    fn entries(&mut self, head: Head) -> Vec<Entry<'a>> {
        let grid = self.grid;
        let words = heading_words(self.sheet, self.columns);
        let mut entries = Vec::new();
        let mut sums = Vec::new();
        let mut read = Vec::new();
        let names = name_columns(&self.columns.list, self.sheet);
        for row in &grid.rows[head.last + 1..] {
            if self.is_head_again(row, head) {
                continue;
            }
            if is_other_head(row, &words) {
                let diagnostic = Diagnostic::new(Code::J0730).at(&row.place);
                self.report(diagnostic.arg("row", row.number.to_string()));
                break;
            }
            if is_sum(row, &names) {
                sums.push(row);
                continue;
            }
            read.push(row);
            self.refuse_surplus(row);
            let values = self.values(row);
            if !values.is_empty() {
                entries.push(Entry { row, values });
            }
        }
        self.tell_rows(&sums, &read);
        entries
    }

    /// Tells what was passed over or read as something else in the rows below the head.
    fn tell_rows(&mut self, sums: &[&GridRow], read: &[&GridRow]) {
        if let Some(first) = sums.first() {
            let rows: Vec<usize> = sums.iter().map(|row| row.number).collect();
            self.findings.push(Diagnostic::new(Code::J0738).at(&first.place).arg("rows", row_ranges(&rows)));
        }
        self.findings.extend(self.dittos.told());
        self.findings.extend(unheaded_values(read, self.columns, self.grid));
    }

    /// Whether `row` repeats the head, as printed lists do on each page: all that is read, or all that `row` itself has of a row of the head.
    fn is_head_again(&self, row: &GridRow, head: Head) -> bool {
        let same =
            |column: &Column| column.at.iter().any(|at| plain_heading(row.text(*at)) == plain_heading(&column.heading));
        let mut head_rows = [Some(head.last), head.upper].into_iter().flatten().map(|at| &self.grid.rows[at]);
        self.columns.list.iter().all(same) || head_rows.any(|head| is_same(row, head))
    }

    /// Refuses a row of a text with more cells than columns: a comma in a value pushed the others aside.
    fn refuse_surplus(&mut self, row: &GridRow) {
        let columns = self.columns.headed;
        let surplus = row.cells.iter().skip(columns).find(|cell| !cell.is_blank());
        if let Some(cell) = surplus.filter(|_| self.grid.is_delimited) {
            let diagnostic = Diagnostic::new(Code::J0714).at(&row.place.narrowed(&cell.text));
            self.report(diagnostic.arg("row", row.number.to_string()).arg("columns", columns.to_string()));
        }
    }

    fn values(&mut self, row: &'a GridRow) -> BTreeMap<&'a str, (String, Place)> {
        let mut values = BTreeMap::new();
        // Cells stand in their order; one that is quoted may not be found as it reads.
        let mut rest = row.place.clone();
        let mut places = BTreeMap::new();
        for (at, cell) in row.cells.iter().enumerate() {
            let found = if cell.is_blank() { rest.clone() } else { rest.narrowed(cell.text.trim()) };
            if found != rest {
                rest = Place::new(&rest.file, found.span.end..rest.span.end);
            }
            places.insert(at, found);
        }
        for column in &self.columns.list {
            let Some(place) = column.at.first().and_then(|at| places.get(at)) else { continue };
            let cells = self.cells(row, column, place);
            if let Some(cell) = cells.iter().find(|cell| matches!(cell.kind, CellKind::Error | CellKind::Uncomputed)) {
                let kind = if cell.kind == CellKind::Error { "error" } else { "uncomputed" };
                let diagnostic = Diagnostic::new(Code::J0729).at(place).arg("kind", kind).arg("value", &cell.text);
                self.report(diagnostic.arg("row", row.number.to_string()).arg("heading", &column.heading));
            }
            let words: Vec<&str> = cells.iter().map(|cell| cell.text.trim()).collect();
            let is_number = cells.iter().all(|cell| cell.kind == CellKind::Number);
            if !words.is_empty() {
                let text = self.mended(&column.path, words.join("　"), is_number);
                values.insert(column.path.as_str(), (text, place.clone()));
            }
        }
        self.dittos.end_row();
        values
    }

    /// The cells that say what `row` has in `column`, which stands at `place`.
    fn cells(&mut self, row: &'a GridRow, column: &'a Column, place: &Place) -> Vec<&'a GridCell> {
        let has_twin = self.twins.contains(column.path.as_str());
        let mut cells = Vec::new();
        for at in &column.at {
            match self.dittos.meant(row, *at, &column.heading, has_twin) {
                Ok(cell) => cells.extend(cell),
                Err(fault) => {
                    let diagnostic = Diagnostic::new(Code::J0740).at(place).arg("kind", fault.kind());
                    let diagnostic = diagnostic.arg("row", row.number.to_string()).arg("heading", &column.heading);
                    self.report(diagnostic.arg("value", row.text(*at)));
                }
            }
        }
        cells
    }

    /// The text of a cell without what a spreadsheet did to it.
    fn mended(&self, path: &str, text: String, is_number: bool) -> String {
        match self.sheet.field_of(path).map(|field| field.kind) {
            // A postal code of Hokkaido has six digits once it is taken for a number.
            Some(FieldType::PostalCode) if is_number && text.len() == 6 => format!("0{text}"),
            // A line is broken within a cell to keep a column narrow.
            Some(FieldType::Text | FieldType::Furigana) if text.contains('\n') => {
                text.lines().map(str::trim).collect::<Vec<_>>().join("　")
            }
            _ => text,
        }
    }

    /// Tells rows in which only one of several columns is filled: remarks and sums below a list look so.
    fn tell_lonely(&mut self, entries: &[Entry<'_>]) {
        if self.columns.list.len() < 3 {
            return;
        }
        let lonely = entries.iter().filter(|entry| entry.values.len() == 1);
        let rows: Vec<String> = lonely.clone().take(20).map(|entry| entry.row.number.to_string()).collect();
        if let Some(first) = lonely.clone().next() {
            self.findings.push(Diagnostic::new(Code::J0733).at(&first.row.place).arg("rows", rows.join(", ")));
        }
    }

    /// One form, whose table `table` has a line for each row.
    fn one_form(&mut self, table: &str, entries: &[Entry<'_>], heads: &Heads) -> Vec<FormRecord> {
        let Some(first) = entries.first() else { return Vec::new() };
        let mut data = Map::new();
        let mut cells = BTreeMap::new();
        let mut rows = BTreeMap::from([(String::new(), first.row.number)]);
        let mut once: BTreeMap<&str, (&str, &Place, usize)> = BTreeMap::new();
        let mut differing = BTreeSet::new();
        let mut line = 0;
        for entry in entries {
            let of_table =
                |path: &str| path.strip_prefix(table).and_then(|rest| rest.strip_prefix('.')).map(str::to_owned);
            if entry.values.keys().any(|path| of_table(path).is_some()) {
                line += 1;
                if line > MOST_LINES {
                    let diagnostic =
                        Diagnostic::new(Code::J0711).at(&entry.row.place).arg("most", MOST_LINES.to_string());
                    self.report(diagnostic.arg("count", self.grid.count.to_string()));
                    break;
                }
                rows.insert(format!("{table}[{line}]"), entry.row.number);
            }
            for (path, (text, place)) in &entry.values {
                if let Some(field) = of_table(path) {
                    let path = format!("{table}[{line}].{field}");
                    put(&mut data, &path, text);
                    cells.insert(path, place.clone());
                } else if let Some((earlier, _, row)) = once.get(path) {
                    if earlier.trim() != text.trim() {
                        differing.insert((*path, *row, entry.row.number));
                    }
                } else {
                    once.insert(path, (text, place, entry.row.number));
                }
            }
        }
        for (path, (text, place, _)) in &once {
            if let Some((_, first, other)) = differing.iter().find(|(differs, _, _)| differs == path) {
                self.tell_differing(path, *first, *other, place);
            } else {
                put(&mut data, path, text);
                cells.insert((*path).to_owned(), (*place).clone());
            }
        }
        let given = |path: &str| entries.iter().filter(|entry| entry.values.contains_key(path)).count();
        let assumed = assumed(self.columns, &cells, given, entries.len());
        let origin = ListOrigin { rows, heads: Arc::clone(heads), assumed };
        vec![FormRecord::of_table(1, Json::Object(data), first.row.place.clone(), cells, origin)]
    }

    /// Tells that a column with something that the form has once does not say the same in each row.
    fn tell_differing(&mut self, path: &str, first: usize, other: usize, place: &Place) {
        let heading = self.columns.list.iter().find(|column| column.path == path).map_or(path, |found| &found.heading);
        let diagnostic = Diagnostic::new(Code::J0731).at(place).arg("heading", heading);
        self.findings.push(diagnostic.arg("first", first.to_string()).arg("other", other.to_string()));
    }
}

/// The paths of columns that ask the same of several people: the address of a patient, and that of whoever signs for one.
fn twins<'a>(columns: &'a Columns, sheet: &AskedSheet) -> BTreeSet<&'a str> {
    let mut by_label: BTreeMap<&[String], Vec<&str>> = BTreeMap::new();
    for column in &columns.list {
        if let Some(field) = sheet.field_of(&column.path) {
            by_label.entry(&field.heads).or_default().push(&column.path);
        }
    }
    by_label.into_values().filter(|paths| paths.len() > 1).flatten().collect()
}

/// A form for each row.
fn form_each(entries: &[Entry<'_>], heads: &Heads) -> Vec<FormRecord> {
    let record = |(at, entry): (usize, &Entry<'_>)| {
        let mut data = Map::new();
        let mut cells = BTreeMap::new();
        for (path, (text, place)) in &entry.values {
            cells.insert((*path).to_owned(), place.clone());
            put(&mut data, path, text);
        }
        let rows = BTreeMap::from([(String::new(), entry.row.number)]);
        let origin = ListOrigin { rows, heads: Arc::clone(heads), assumed: BTreeMap::new() };
        // A record is counted as people count their list: the first below the head is the first.
        FormRecord::of_table(at + 1, Json::Object(data), entry.row.place.clone(), cells, origin)
    };
    entries.iter().enumerate().map(record).collect()
}

/// Whether each cell of `row` says what that of `other` says.
fn is_same(row: &GridRow, other: &GridRow) -> bool {
    let mut filled = row.cells.iter().enumerate().filter(|(_, cell)| !cell.is_blank());
    filled.all(|(at, cell)| plain_heading(&cell.text) == plain_heading(other.text(at)))
}

/// Whether `row` is a head with other columns: that of a second table.
fn is_other_head(row: &GridRow, words: &BTreeSet<String>) -> bool {
    let filled = row.cells.iter().filter(|cell| !cell.is_blank()).count();
    let known = row.cells.iter().filter(|cell| words.contains(&plain_heading(&cell.text))).count();
    known >= 2 && 2 * known > filled
}

/// Sets the value at `path` in the data of a form.
fn put(data: &mut Map<String, Json>, path: &str, text: &str) {
    let Some((block, row, field)) = split_path(path) else { return };
    let entry = match row {
        None => data.entry(block).or_insert_with(|| json!({})),
        Some(row) => json_row(data.entry(block).or_insert_with(|| json!([])), row),
    };
    if let Json::Object(entry) = entry {
        entry.insert(field.to_owned(), Json::String(text.to_owned()));
    }
}

/// Line `row` of `list`, which gets as many as that.
fn json_row(list: &mut Json, row: usize) -> &mut Json {
    let Json::Array(lines) = list else { return list };
    while lines.len() < row {
        lines.push(json!({}));
    }
    &mut lines[row - 1]
}
