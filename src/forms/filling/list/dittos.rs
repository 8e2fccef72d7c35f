//! Signs that stand for the value above them: 〃, 同上.

use std::collections::{BTreeMap, BTreeSet};

use super::grid::{GridCell, GridRow};
use super::headings::{heading_rules, plain_heading};
use super::row_ranges;
use crate::base::diagnostics::{Code, Diagnostic, Place};

/// The values that signs may stand for, and the signs that were read so.
#[derive(Debug, Default)]
pub(super) struct Dittos<'a> {
    /// The cells of the last entry, by their columns.
    above: BTreeMap<usize, &'a GridCell>,
    /// Those of the entry that is being read.
    own: BTreeMap<usize, &'a GridCell>,
    headings: Vec<&'a str>,
    rows: BTreeSet<usize>,
    first: Option<&'a Place>,
}

/// A sign above which nothing stands.
pub(super) struct NothingAbove;

impl<'a> Dittos<'a> {
    /// The cell that says what cell `at` of `row` means, below `heading`; `None` where that is blank.
    pub(super) fn meant(
        &mut self,
        row: &'a GridRow,
        at: usize,
        heading: &'a str,
    ) -> Result<Option<&'a GridCell>, NothingAbove> {
        let Some(cell) = row.cells.get(at).filter(|cell| !cell.is_blank()) else { return Ok(None) };
        let meant = if is_ditto(&cell.text) {
            let above = self.above.get(&at).copied().ok_or(NothingAbove)?;
            self.note(row, heading);
            above
        } else {
            cell
        };
        self.own.insert(at, meant);
        Ok(Some(meant))
    }

    fn note(&mut self, row: &'a GridRow, heading: &'a str) {
        self.rows.insert(row.number);
        self.first.get_or_insert(&row.place);
        if !self.headings.contains(&heading) {
            self.headings.push(heading);
        }
    }

    /// Ends a row. One without values is no entry, and what stands above it is what stands above the next.
    pub(super) fn end_row(&mut self) {
        let own = std::mem::take(&mut self.own);
        if !own.is_empty() {
            self.above = own;
        }
    }

    /// J0739: signs were read as the values above them.
    pub(super) fn told(&self) -> Option<Diagnostic> {
        let rows: Vec<usize> = self.rows.iter().copied().collect();
        let diagnostic = Diagnostic::new(Code::J0739).at(self.first?).arg("columns", self.headings.join(", "));
        Some(diagnostic.arg("rows", row_ranges(&rows)))
    }
}

fn is_ditto(text: &str) -> bool {
    // A sign of primes (″) is two letters once it is folded.
    let plain = plain_heading(text);
    heading_rules().dittos.iter().any(|sign| sign == text.trim() || *sign == plain)
}
