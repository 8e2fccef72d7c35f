//! Values that no heading of a list names: in columns without one, and above the head.

use std::collections::{BTreeMap, BTreeSet};

use super::grid::{Grid, GridRow};
use super::head::{Columns, Head};
use super::row_ranges;
use crate::base::diagnostics::{Code, Diagnostic};

/// The greatest number of columns and of values that are named.
const MOST_NAMED: usize = 20;

/// J0741: `rows` have values in columns without a heading. A given name may stand there, whose family name is below the heading.
pub(super) fn unheaded_values(rows: &[&GridRow], columns: &Columns, grid: &Grid) -> Option<Diagnostic> {
    let mut found: BTreeMap<usize, Vec<&GridRow>> = BTreeMap::new();
    for row in rows {
        // Of a text, what stands beyond the last heading is refused.
        let width = if grid.is_delimited { columns.headed } else { row.cells.len() };
        let unheaded = row.cells.iter().enumerate().take(width).filter(|(at, _)| !columns.under.contains(at));
        for (at, _) in unheaded.filter(|(_, cell)| !cell.is_blank()) {
            found.entry(at).or_default().push(row);
        }
    }
    found.retain(|at, rows| !are_counted(rows, *at));
    let first = found.values().filter_map(|rows| rows.first()).min_by_key(|row| row.number)?;
    let numbers: BTreeSet<usize> = found.values().flatten().map(|row| row.number).collect();
    let numbers: Vec<usize> = numbers.into_iter().collect();
    let letters: Vec<String> = found.keys().take(MOST_NAMED).map(|at| column_letters(*at)).collect();
    let diagnostic = Diagnostic::new(Code::J0741).at(&first.place).arg("columns", letters.join(", "));
    Some(diagnostic.arg("rows", row_ranges(&numbers)))
}

/// Whether the cells `at` of `rows` are 1, 2, 3 …: many lists number their lines below no heading.
fn are_counted(rows: &[&GridRow], at: usize) -> bool {
    (1..).zip(rows).all(|(number, row): (usize, _)| row.text(at).parse() == Ok(number))
}

/// The column `at`, counted from 0, as spreadsheets call it: A, B, …, AA.
fn column_letters(at: usize) -> String {
    let mut letters = Vec::new();
    let mut left = at + 1;
    while left > 0 {
        letters.push(char::from(b'A' + u8::try_from((left - 1) % 26).unwrap_or_default()));
        left = (left - 1) / 26;
    }
    letters.iter().rev().collect()
}

/// J0742: above `head` stand words that could head a column, with a value beside them: 事業所名, and the name.
pub(super) fn values_above(grid: &Grid, head: Head, knows: impl Fn(&str) -> bool) -> Option<Diagnostic> {
    let mut pairs = Vec::new();
    let mut first = None;
    for row in &grid.rows[..head.upper.unwrap_or(head.last)] {
        let cells: Vec<&str> = row.cells.iter().map(|cell| cell.text.trim()).filter(|text| !text.is_empty()).collect();
        for (at, text) in cells.iter().enumerate() {
            if let Some(pair) = pair_in(text, &knows).or_else(|| pair_beside(&cells, at, &knows)) {
                pairs.push(pair);
                first.get_or_insert(&row.place);
            }
        }
    }
    pairs.truncate(MOST_NAMED);
    Some(Diagnostic::new(Code::J0742).at(first?).arg("pairs", pairs.join(", ")))
}

/// The heading and the value of 電話：0229-00-0000.
fn pair_in(text: &str, knows: impl Fn(&str) -> bool) -> Option<String> {
    let (heading, value) = text.split_once([':', '：'])?;
    (!value.trim().is_empty() && knows(heading)).then(|| text.to_owned())
}

/// The cell `at` and the one beside it, where the first is a heading and the other none.
fn pair_beside(cells: &[&str], at: usize, knows: impl Fn(&str) -> bool) -> Option<String> {
    let (heading, value) = (cells.get(at)?, cells.get(at + 1)?);
    (knows(heading) && !knows(value)).then(|| format!("{heading} {value}"))
}
