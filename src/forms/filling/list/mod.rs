//! Lists of people as clerks keep them: workbooks and texts of cells, with titles above the head and columns that no form asks for.

mod container;
mod delimited;
mod dittos;
mod grid;
mod head;
mod headings;
mod lines;
mod once;
mod sums;
mod template;
mod unread;
mod workbook;

pub(super) use once::told_once;
pub(super) use workbook::is_workbook;

pub use headings::{HeadingMatch, HeadingRules, HeadingSign, heading_matches, heading_rules};
pub use template::{table_template, workbook_template};

use std::sync::Arc;

use super::record::FormRecord;
use super::sheet::AskedSheet;
use crate::base::diagnostics::{Code, Diagnostic, Diagnostics, Place, SourceFile};
use crate::base::locale::{Lang, Messages};
use grid::Grid;
use head::Assigned;
use workbook::Workbook;

/// The choices of a person about a list.
#[derive(Debug, Clone, Default)]
pub struct ListOptions {
    /// Headings and the fields that they fill, by path or label; `-` for a heading that fills none.
    pub assigned: Vec<(String, String)>,
    /// The same from an earlier run. Those that this list or form does not have are passed over.
    pub remembered: Vec<(String, String)>,
    /// The sheet of the workbook.
    pub sheet: Option<String>,
}

/// The greatest number of rows that are read, as many as forms are filled in in one run; the typesetter takes a tenth of a second or more
/// for each.
pub(super) const MOST: usize = 2_000;

/// The data in the workbook `bytes`, which the file `name` held; `None` after reporting why there are none.
pub(super) fn workbook_records(
    name: &str,
    bytes: &[u8],
    sheet: &AskedSheet,
    options: &ListOptions,
    findings: &mut Diagnostics,
) -> Option<Vec<FormRecord>> {
    let place = Place::whole(&Arc::new(SourceFile::new(name, "")));
    let workbook = workbook::read_workbook(name, bytes).map_err(|fault| findings.push(*fault)).ok()?;
    let assigned = assigned_headings(sheet, options, &place, findings)?;
    let grid = chosen_grid(&workbook, sheet, options, &assigned, &place, findings)?;
    tell_passed_over(&workbook, grid, &place, findings);
    grid_records(grid, sheet, &assigned, options, findings)
}

/// The data in a text of cells; `None` after reporting why there are none.
pub(super) fn text_records(
    file: &Arc<SourceFile>,
    sheet: &AskedSheet,
    options: &ListOptions,
    findings: &mut Diagnostics,
) -> Option<Vec<FormRecord>> {
    let grid = delimited::delimited_rows(file).map_err(|fault| findings.push(*fault)).ok()?;
    let assigned = assigned_headings(sheet, options, &Place::whole(file), findings)?;
    if grid.rows.is_empty() {
        return Some(Vec::new());
    }
    grid_records(&grid, sheet, &assigned, options, findings)
}

/// The fields that a person gave to headings.
fn assigned_headings(
    sheet: &AskedSheet,
    options: &ListOptions,
    place: &Place,
    findings: &mut Diagnostics,
) -> Option<Assigned> {
    let mut assigned = Assigned::new();
    for (heading, field) in &options.remembered {
        // The form may have changed since.
        if let Some(given) = assignment(sheet, field) {
            assigned.insert(headings::plain_heading(heading), given.path());
        }
    }
    let mut sound = true;
    for (heading, field) in &options.assigned {
        if let Some(given) = assignment(sheet, field) {
            assigned.insert(headings::plain_heading(heading), given.path());
        } else {
            findings.push(head::unknown_path(field, sheet).at(place));
            sound = false;
        }
    }
    sound.then_some(assigned)
}

/// What a person gave to a heading.
enum Assignment {
    Field(String),
    Nothing,
}

impl Assignment {
    fn path(self) -> Option<String> {
        match self {
            Self::Field(path) => Some(path),
            Self::Nothing => None,
        }
    }
}

/// What `field` assigns; `None` where it names nothing or several.
fn assignment(sheet: &AskedSheet, field: &str) -> Option<Assignment> {
    if field == "-" || field.is_empty() {
        return Some(Assignment::Nothing);
    }
    match heading_matches(sheet, field).as_slice() {
        [one] => Some(Assignment::Field(one.path.clone())),
        _ => None,
    }
}

/// The sheet that holds the list.
fn chosen_grid<'a>(
    workbook: &'a Workbook,
    sheet: &AskedSheet,
    options: &ListOptions,
    assigned: &Assigned,
    place: &Place,
    findings: &mut Diagnostics,
) -> Option<&'a Grid> {
    let names = |grids: &[&Grid]| grids.iter().filter_map(|grid| grid.sheet.clone()).collect::<Vec<_>>().join(", ");
    let all: Vec<&Grid> = workbook.grids.iter().collect();
    if let Some(name) = &options.sheet {
        let found = all.iter().find(|grid| grid.sheet.as_ref() == Some(name));
        if found.is_none() {
            let diagnostic = Diagnostic::new(Code::J0725).at(place).arg("kind", "none");
            findings.push(diagnostic.arg("sheets", names(&all)));
        }
        return found.copied();
    }
    let headed: Vec<&Grid> =
        all.iter().filter(|grid| head::find_head(grid, sheet, assigned).is_some()).copied().collect();
    match headed.as_slice() {
        [one] => Some(one),
        [] => {
            let is_blank = all.iter().all(|grid| grid.rows.is_empty());
            findings.push(if is_blank { Diagnostic::new(Code::J0712).at(place) } else { no_head(sheet).at(place) });
            None
        }
        several => {
            let diagnostic = Diagnostic::new(Code::J0725).at(place).arg("kind", "several");
            findings.push(diagnostic.arg("sheets", names(several)));
            None
        }
    }
}

/// J0723, with the headings that the form knows.
fn no_head(sheet: &AskedSheet) -> Diagnostic {
    let known = template::list_columns(sheet).into_iter().map(|(_, _, field)| field.label.clone());
    Diagnostic::new(Code::J0723).arg("known", known.take(20).collect::<Vec<_>>().join(", "))
}

/// Tells what a workbook has that is not read.
fn tell_passed_over(workbook: &Workbook, grid: &Grid, place: &Place, findings: &mut Diagnostics) {
    let mut tell = |kind: &str, names: String| {
        findings.push(Diagnostic::new(Code::J0728).at(place).arg("kind", kind).arg("names", names));
    };
    if workbook.has_macros {
        tell("macros", String::new());
    }
    // The sheet with the choices of a template is our own.
    let own = |name: &String| Lang::ALL.iter().any(|lang| Messages::of(*lang).text("list-choices") == *name);
    let hidden: Vec<&str> = workbook.hidden_sheets.iter().filter(|name| !own(name)).map(String::as_str).collect();
    if !hidden.is_empty() {
        tell("sheets", hidden.join(", "));
    }
    for (_, rows) in workbook.hidden_rows.iter().filter(|(sheet, _)| grid.sheet.as_ref() == Some(sheet)) {
        tell("rows", row_ranges(rows));
    }
}

/// Numbers as people tell them: 3–5, 8.
fn row_ranges(rows: &[usize]) -> String {
    let mut ranges: Vec<(usize, usize)> = Vec::new();
    for row in rows {
        match ranges.last_mut() {
            Some((_, last)) if *last + 1 == *row => *last = *row,
            _ => ranges.push((*row, *row)),
        }
    }
    let range = |(first, last): &(usize, usize)| {
        if first == last { first.to_string() } else { format!("{first}–{last}") }
    };
    ranges.iter().map(range).collect::<Vec<_>>().join(", ")
}

/// The data in a grid; tells which headings were not needed and which were guessed.
fn grid_records(
    grid: &Grid,
    sheet: &AskedSheet,
    assigned: &Assigned,
    options: &ListOptions,
    findings: &mut Diagnostics,
) -> Option<Vec<FormRecord>> {
    let Some(found) = head::find_head(grid, sheet, assigned) else {
        let first = grid.rows.first().map(|row| no_head(sheet).at(&row.place));
        findings.extend(first);
        return None;
    };
    let place = grid.rows[found.last].place.clone();
    let columns = head::columns_of(grid, found, sheet, assigned, findings)?;
    for (heading, _) in &options.assigned {
        let plain = headings::plain_heading(heading);
        let there = columns.list.iter().map(head::Column::as_written).chain(&columns.unneeded);
        let wholes = columns.list.iter().map(|column| &column.heading);
        if !there.clone().chain(wholes).any(|heading| headings::plain_heading(heading) == plain) {
            let known = there.map(String::as_str).collect::<Vec<_>>().join(", ");
            findings.push(Diagnostic::new(Code::J0732).at(&place).arg("heading", heading).arg("known", known));
            return None;
        }
    }
    if !columns.unneeded.is_empty() {
        findings.push(Diagnostic::new(Code::J0721).at(&place).arg("columns", columns.unneeded.join(", ")));
    }
    let guessed: Vec<String> = columns.guessed().map(|column| told_guess(column, sheet)).collect();
    if !guessed.is_empty() {
        findings.push(Diagnostic::new(Code::J0722).at(&place).arg("pairs", guessed.join(", ")));
    }
    findings.extend(unread::values_above(grid, found, |text| head::knows(text, sheet, assigned)));
    let below = grid.count.saturating_sub(found.last + 1);
    if below > MOST {
        let over = grid.rows.get(found.last + 1 + MOST).map_or(&place, |row| &row.place);
        let diagnostic = Diagnostic::new(Code::J0711).at(over).arg("count", below.to_string());
        findings.push(diagnostic.arg("most", MOST.to_string()));
        return None;
    }
    lines::records_of(grid, found, &columns, sheet, findings)
}

/// `メール → MCS ID（登録メールアドレス）`.
fn told_guess(column: &head::Column, sheet: &AskedSheet) -> String {
    let field = super::sheet::split_path(&column.path).and_then(|(block, _, field)| sheet.block(block)?.field(field));
    let label = field.map_or(column.path.as_str(), |field| field.label.as_str());
    format!("{} → {label}", column.heading)
}
