//! The tables that were found in a plain text.

use std::collections::{BTreeMap, BTreeSet};

use crate::import::outline::source::SourceCell;
use crate::import::outline::table::TableGrid;

/// The tables of a text.
#[derive(Debug, Default)]
pub(in crate::import) struct FoundTables {
    /// By the line's place: its cells and their letters.
    pub(in crate::import) cells: BTreeMap<usize, Vec<(SourceCell, String)>>,
    /// Lines that only part the head of a table from its rows.
    pub(in crate::import) rules: BTreeSet<usize>,
    /// The tables whose first row is parted from the others.
    pub(super) headed: BTreeSet<usize>,
    pub(super) count: usize,
}

impl FoundTables {
    /// Returns the grid of each table.
    pub(in crate::import) fn grids(&self) -> BTreeMap<usize, TableGrid> {
        let mut sizes: BTreeMap<usize, (usize, usize)> = BTreeMap::new();
        for (cell, _) in self.cells.values().flatten() {
            let (rows, columns) = sizes.entry(cell.table).or_insert((0, 0));
            (*rows, *columns) = ((*rows).max(cell.row + 1), (*columns).max(cell.column + 1));
        }
        let grid = |(table, (rows, columns)): (usize, (usize, usize))| {
            (table, TableGrid::even(rows, columns, usize::from(self.headed.contains(&table))))
        };
        sizes.into_iter().map(grid).collect()
    }
}

/// Adds the row `row` of the table that is being found, which stands at the line `place`.
pub(super) fn add_row(place: usize, row: usize, cells: Vec<String>, found: &mut FoundTables) {
    let table = found.count;
    let cells = cells.into_iter().enumerate().map(|(column, text)| (SourceCell { table, row, column }, text));
    found.cells.insert(place, cells.collect());
}
