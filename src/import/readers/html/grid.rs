//! Tables of pages: which of them are tables, and where their cells stand.

use std::collections::BTreeMap;

use super::tree::HtmlTree;
use crate::import::outline::table::{Laying, TableGrid};

/// The number of letters that a cell of a table of data has at most; more is a part of a page that is laid out by a table.
const LONGEST_CELL: usize = 2_000;

/// A table: its grid, and the row and column of each cell by its node.
pub(super) struct DataTable {
    pub(super) grid: TableGrid,
    pub(super) places: BTreeMap<usize, (usize, usize)>,
}

/// The table at `at`; nothing where it has one column, or only lays out a part of the page.
pub(super) fn data_table(tree: &HtmlTree, at: usize) -> Option<DataTable> {
    // Who made the page says that the table only lays it out (WAI-ARIA).
    if tree.attribute(at, "role").is_some_and(|role| matches!(role, "presentation" | "none")) {
        return None;
    }
    let rows = table_rows(tree, at);
    let is_layout = |cell: usize| {
        // A heading or a table in a cell is never data.
        let blocks =
            tree.below(cell).any(|inner| matches!(tree.name(inner), "table" | "h1" | "h2" | "h3" | "h4" | "h5" | "h6"));
        // The last page of the test `tables_are_read_cell_by_cell` is laid out by a table.
        blocks || tree.letters(cell).chars().count() > LONGEST_CELL
    };
    let (mut laying, mut places) = (Laying::default(), BTreeMap::new());
    let mut head = None;
    for (row, (node, in_head)) in rows.iter().enumerate() {
        let cells: Vec<usize> =
            children_of(tree, *node).filter(|cell| matches!(tree.name(*cell), "td" | "th")).collect();
        if cells.iter().any(|cell| is_layout(*cell)) {
            return None;
        }
        // Pages seldom have <thead>; a row of th alone says as much: tests/cases/import/page.html.
        let heads = *in_head || (!cells.is_empty() && cells.iter().all(|cell| tree.name(*cell) == "th"));
        if !heads {
            head = head.or(Some(row));
        }
        laying.row();
        for cell in cells {
            let down = match cell_span(tree, cell, "rowspan") {
                // As far as the table goes.
                0 => rows.len() - row,
                down => down,
            };
            places.insert(cell, laying.cell(cell_span(tree, cell, "colspan").max(1), down)?);
        }
    }
    let grid = laying.done();
    // A table of heads alone has rows all the same.
    let head = head.filter(|head| *head < grid.rows).unwrap_or(0);
    (grid.columns > 1).then_some(DataTable { grid: TableGrid { head, ..grid }, places })
}

/// The rows of a table, and whether each stands in its head.
fn table_rows(tree: &HtmlTree, table: usize) -> Vec<(usize, bool)> {
    let mut found = Vec::new();
    for part in children_of(tree, table) {
        match tree.name(part) {
            "tr" => found.push((part, false)),
            name @ ("thead" | "tbody" | "tfoot") => {
                let rows = children_of(tree, part).filter(|row| tree.name(*row) == "tr");
                found.extend(rows.map(|row| (row, name == "thead")));
            }
            _ => {}
        }
    }
    found
}

fn children_of(tree: &HtmlTree, at: usize) -> impl Iterator<Item = usize> {
    tree.node(at).map(|node| node.children.clone()).unwrap_or_default().into_iter()
}

fn cell_span(tree: &HtmlTree, cell: usize, name: &str) -> usize {
    /// The HTML Standard caps them at 1,000 columns and 65,534 rows.
    const MOST: usize = 1_000;
    tree.attribute(cell, name).and_then(|value| value.trim().parse().ok()).unwrap_or(1).min(MOST)
}
