//! Rows of two sides as a tree, and what of it did not change.

use std::collections::BTreeMap;

use super::Amendment;
use crate::compare::{Row, State};

/// A row with what stands below it.
#[derive(Debug, Clone)]
pub(super) struct RowNode {
    /// Its place among the rows.
    pub(super) row: usize,
    /// Whether nothing in it changed, its number apart.
    pub(super) calm: bool,
    /// The rows below it.
    pub(super) below: Vec<Self>,
    /// Whether this is where it stood before it came to stand below something else.
    pub(super) left: bool,
}

/// The rows of `amendment` as a tree.
pub(super) fn row_tree(amendment: &Amendment<'_>, rows: &[Row]) -> Vec<RowNode> {
    let mut open: Vec<(usize, RowNode)> = Vec::new();
    let mut roots = Vec::new();
    for (at, row) in rows.iter().enumerate() {
        let depth = depth(amendment, row);
        close_deeper(&mut open, depth, &mut roots, amendment, rows);
        open.push((depth, RowNode { row: at, calm: row.state == State::Same, below: Vec::new(), left: false }));
    }
    close_deeper(&mut open, 0, &mut roots, amendment, rows);
    let left = left(amendment, rows);
    for root in &mut roots {
        put_left(root, &left, rows);
    }
    roots
}

/// The rows of what stood below each item of the old side and stands below something else now, by the old item.
fn left(amendment: &Amendment<'_>, rows: &[Row]) -> BTreeMap<usize, Vec<usize>> {
    let mut left: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for (at, row) in rows.iter().enumerate() {
        let (Some(old), Some(new)) = (row.old, row.new) else { continue };
        let Some(above) = amendment.old.items[old].parent else { continue };
        // Its parent then has a pair elsewhere or none: what went along with its parent did not leave it.
        if amendment.alignment.new_of(above) != amendment.new.items[new].parent {
            left.entry(above).or_default().push(at);
        }
    }
    left
}

/// Puts in what left; returns whether anything did.
fn put_left(node: &mut RowNode, left: &BTreeMap<usize, Vec<usize>>, rows: &[Row]) -> bool {
    let mut any = false;
    for below in &mut node.below {
        any |= put_left(below, left, rows);
    }
    for row in rows[node.row].old.and_then(|old| left.get(&old)).into_iter().flatten() {
        any = true;
        let before =
            |below: &RowNode| rows[below.row].old.is_some_and(|old| rows[*row].old.is_some_and(|own| own < old));
        let at = node.below.iter().position(before).unwrap_or(node.below.len());
        node.below.insert(at, RowNode { row: *row, calm: false, below: Vec::new(), left: true });
    }
    // A provision that lost one of its items changed, though its own words are the same.
    node.calm &= !any;
    any
}

/// Closes what is open at `depth` and deeper.
fn close_deeper(
    open: &mut Vec<(usize, RowNode)>,
    depth: usize,
    roots: &mut Vec<RowNode>,
    amendment: &Amendment<'_>,
    rows: &[Row],
) {
    while open.last().is_some_and(|(last, _)| *last >= depth) {
        let Some((_, node)) = open.pop() else { return };
        match open.last_mut() {
            Some((_, above)) => {
                // Renumbered items are shown below their article; of an article itself the run of unchanged ones
                // tells it.
                above.calm &= node.calm && keeps_number(amendment, &rows[node.row]);
                above.below.push(node);
            }
            None => roots.push(node),
        }
    }
}

fn depth(amendment: &Amendment<'_>, row: &Row) -> usize {
    let new = row.new.map(|at| amendment.new.items[at].depth);
    new.or_else(|| row.old.map(|at| amendment.old.items[at].depth)).unwrap_or(0)
}

fn keeps_number(amendment: &Amendment<'_>, row: &Row) -> bool {
    let (Some(old), Some(new)) = (row.old, row.new) else { return false };
    let same = amendment.old.items[old].label == amendment.new.items[new].label;
    same && !amendment.alignment.new_fates.contains_key(&new)
}
