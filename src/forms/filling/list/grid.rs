//! A list as rows of cells, whatever file it came in.

use crate::base::diagnostics::Place;

/// The greatest number of rows that are kept of a list; the others are only counted. More than [`super::super::file::MOST`] by
/// rows that are no entries.
pub(super) const MOST_ROWS: usize = 4_000;

/// The greatest number of cells of a row that are looked at. No form has as many places.
pub(super) const MOST_CELLS: usize = 10_000;

/// What is known of a cell besides its letters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum CellKind {
    /// Letters, as they were written.
    Written,
    /// A number: zeros before it were lost.
    Number,
    /// An error in place of a value, which a formula gave.
    Error,
    /// A formula whose value was not saved.
    Uncomputed,
}

/// A cell.
#[derive(Debug, Clone)]
pub(super) struct GridCell {
    pub(super) text: String,
    pub(super) kind: CellKind,
}

impl GridCell {
    pub(super) fn written(text: impl Into<String>) -> Self {
        Self { text: text.into(), kind: CellKind::Written }
    }

    pub(super) fn is_blank(&self) -> bool {
        self.text.trim().is_empty() && self.kind != CellKind::Uncomputed
    }
}

/// A row that is not blank.
#[derive(Debug, Clone)]
pub(super) struct GridRow {
    /// Its number in the file, counted from 1.
    pub(super) number: usize,
    /// Its stretch of the file.
    pub(super) place: Place,
    pub(super) cells: Vec<GridCell>,
    /// Cells that reach over several columns: the first and the last of them.
    pub(super) wide: Vec<(usize, usize)>,
}

impl GridRow {
    /// The letters of cell `at`; nothing where the row is shorter.
    pub(super) fn text(&self, at: usize) -> &str {
        self.cells.get(at).map_or("", |cell| cell.text.trim())
    }

    /// The letters of cell `at`, or of the wide cell that reaches over it.
    pub(super) fn text_above(&self, at: usize) -> &str {
        let wide = self.wide.iter().find(|(first, last)| (*first..=*last).contains(&at));
        self.text(wide.map_or(at, |(first, _)| *first))
    }
}

/// The rows of a list that are not blank, the first [`MOST_ROWS`].
#[derive(Debug)]
pub(super) struct Grid {
    /// The name of the sheet of a workbook.
    pub(super) sheet: Option<String>,
    pub(super) rows: Vec<GridRow>,
    /// The number of rows that are not blank.
    pub(super) count: usize,
    /// Whether a value outside the columns of the head was put there by a comma within a value.
    pub(super) is_delimited: bool,
}
