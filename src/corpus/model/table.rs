//! Appended tables, and documents that a set cites and that could not be had.

use jiff::civil::Date;

use super::words::{Pair, Text, Words};
use crate::base::diagnostics::Place;

/// An appended table: codes and what they mean.
#[derive(Debug, Clone)]
pub struct CodeTable {
    /// Its id.
    pub id: String,
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
    /// What the code means.
    pub name: Words,
}

/// A document that is cited and could not be had.
#[derive(Debug, Clone)]
pub struct Unavailable {
    /// Its id.
    pub id: String,
    /// Its title.
    pub title: Words,
    /// The date by which it is cited.
    pub dated: Option<Date>,
    /// What is known of it.
    pub text: Option<Text>,
    /// Where it stands.
    pub place: Place,
}

impl CodeTable {
    /// Every piece of writing that stands in both languages.
    pub(in crate::corpus) fn words(&self) -> impl Iterator<Item = &Words> {
        std::iter::once(&self.title).chain(&self.columns).chain(self.rows.iter().map(|row| &row.name))
    }
}
