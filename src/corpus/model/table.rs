//! Appended tables, tables of cells, and documents that a set cites and that could not be obtained.

use jiff::civil::Date;

use super::words::{Pair, Text, Words};
use crate::base::diagnostics::Place;

/// An appended table: codes and what they mean.
#[derive(Debug, Clone)]
pub struct CodeTable {
    /// Its id.
    pub id: String,
    /// The ids that it bore before.
    pub formerly: Vec<String>,
    /// Its number among the set's tables.
    pub number: Option<u32>,
    /// Its number as printed: 別表1.
    pub label: Option<Pair>,
    /// Its title.
    pub title: Words,
    /// The heads of its columns.
    pub columns: Vec<Words>,
    /// Its entries.
    pub rows: Vec<CodeRow>,
}

/// An entry of an appended table.
#[derive(Debug, Clone)]
pub struct CodeRow {
    /// Its code.
    pub code: String,
    /// The meaning of the code.
    pub name: Words,
}

/// A table of cells, each of which has its place.
#[derive(Debug, Clone)]
pub struct CellTable {
    /// The caption above it.
    pub caption: Option<Words>,
    /// The number of columns.
    pub columns: usize,
    /// The rows of heads.
    pub head: Vec<Vec<PlacedCell>>,
    /// The rows below them.
    pub rows: Vec<Vec<PlacedCell>>,
    /// The notes below it.
    pub notes: Vec<Text>,
}

/// A cell of a table, in the row in which it begins.
#[derive(Debug, Clone)]
pub struct PlacedCell {
    // Computed once, since pages, sheets and comparisons all need it.
    /// The first column that it takes, from 0.
    pub column: usize,
    /// The number of columns that it takes.
    pub across: usize,
    /// The number of rows that it takes.
    pub down: usize,
    /// Whether it heads the column or the row.
    pub heads: bool,
    /// The text of the cell; none in an empty cell.
    pub text: Option<Text>,
}

/// A document that is cited and could not be obtained.
#[derive(Debug, Clone)]
pub struct Unavailable {
    /// Its id.
    pub id: String,
    /// Its title.
    pub title: Words,
    /// The date by which it is cited.
    pub dated: Option<Date>,
    /// The facts known of it.
    pub text: Option<Text>,
    /// Its place in the file.
    pub place: Place,
}

impl CellTable {
    /// Every running text of it, in the order in which they are printed.
    pub fn texts(&self) -> impl Iterator<Item = &Text> {
        let cells = self.head.iter().chain(&self.rows).flatten();
        cells.filter_map(|cell| cell.text.as_ref()).chain(&self.notes)
    }
}

impl CodeTable {
    /// Every piece of writing that stands in both languages.
    pub(in crate::corpus) fn words(&self) -> impl Iterator<Item = &Words> {
        std::iter::once(&self.title).chain(&self.columns).chain(self.rows.iter().map(|row| &row.name))
    }
}
