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

/// Why nobody can tell which value a sign stands for.
pub(super) enum DittoFault {
    /// Nothing stands above it.
    NothingAbove,
    /// It may be the value above it, or that of another column: 同上 as the address of whoever signs for a patient.
    TwoValues,
}

impl DittoFault {
    /// The name of the fault, as messages take it.
    pub(super) fn kind(&self) -> &'static str {
        match self {
            Self::NothingAbove => "nothing",
            Self::TwoValues => "two",
        }
    }
}

impl<'a> Dittos<'a> {
    /// The cell that says what cell `at` of `row` means, below `heading`; `None` where that is blank. `has_twin` says whether another column asks
    /// the same of somebody else.
    pub(super) fn meant(
        &mut self,
        row: &'a GridRow,
        at: usize,
        heading: &'a str,
        has_twin: bool,
    ) -> Result<Option<&'a GridCell>, DittoFault> {
        let Some(cell) = row.cells.get(at).filter(|cell| !cell.is_blank()) else { return Ok(None) };
        let is_word = is_one_of(&heading_rules().same, &cell.text);
        if is_word && has_twin {
            return Err(DittoFault::TwoValues);
        }
        let meant = if is_word || is_one_of(&heading_rules().dittos, &cell.text) {
            let above = self.above.get(&at).copied().ok_or(DittoFault::NothingAbove)?;
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

fn is_one_of(signs: &[String], text: &str) -> bool {
    // A sign of primes (″) is two letters once it is folded.
    let plain = plain_heading(text);
    signs.iter().any(|sign| sign == text.trim() || *sign == plain)
}
