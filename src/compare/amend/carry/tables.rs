//! Tables of provisions that are written anew: which of their lines were there before, so that files keep what they say of
//! them.

use super::Carrier;
use crate::compare::BETWEEN_CELLS;

impl Carrier {
    /// Lets the tables in `new`, which was read from a block, take the place of those in `old`.
    pub(super) fn take_over_tables(&mut self, old: usize, new: usize) {
        self.take_over_columns(old, new);
        let (of_old, of_new) = (self.table_holders(old), self.table_holders(new));
        let ([old_holder], [new_holder]) = (of_old.as_slice(), of_new.as_slice()) else { return };
        if *new_holder != new {
            self.tree.nodes[*new_holder].item = self.tree.nodes[*old_holder].item;
            self.tree.nodes[*new_holder].form = self.tree.nodes[*old_holder].form;
        }
        self.pair_rows(&self.rows_below(*old_holder), &self.rows_below(*new_holder));
    }

    /// The line of columns above provisions that are drawn as a table.
    fn take_over_columns(&mut self, old: usize, new: usize) {
        if self.tree.nodes[old].columns.is_empty() {
            return;
        }
        let Some(first) = self.tree.nodes[new].children.first().copied() else { return };
        let line = if self.is_row(first) { first } else { self.rows_below(first).first().copied().unwrap_or(first) };
        if self.is_row(line) && (line == first || self.tree.nodes[first].text.is_empty()) {
            self.tree.nodes[new].columns = cells(&self.tree.nodes[line].text).map(str::to_owned).collect();
            self.gone[line] = true;
            self.gone[first] = true;
        }
    }

    /// The nodes at and below `at` that have lines of a table of cells.
    fn table_holders(&self, at: usize) -> Vec<usize> {
        let below = self.tree.all_below(at).into_iter();
        let is_there = |below: &usize| *below == at || !self.gone[*below];
        below.filter(is_there).filter(|below| !self.rows_below(*below).is_empty()).collect()
    }

    fn rows_below(&self, at: usize) -> Vec<usize> {
        let children = self.tree.nodes[at].children.iter().copied();
        children.filter(|child| self.is_row(*child) && !self.gone[*child]).collect()
    }

    /// Gives new lines the places of old ones: heads by their order, rows by their first cell.
    fn pair_rows(&mut self, of_old: &[usize], of_new: &[usize]) {
        let heads = of_old.iter().take_while(|row| self.tree.nodes[**row].own.is_none()).count();
        let mut from = heads;
        for (at, new) in of_new.iter().enumerate() {
            let old = if at < heads {
                of_old.get(at)
            } else {
                let first = |row: usize| cells(&self.tree.nodes[row].text).next().map(str::to_owned);
                let wanted = first(*new);
                let place = of_old.get(from..).and_then(|rest| rest.iter().position(|row| first(*row) == wanted));
                place.and_then(|place| {
                    from += place + 1;
                    of_old.get(from - 1)
                })
            };
            self.tree.nodes[*new].row = old.and_then(|old| self.tree.nodes[*old].row);
        }
    }
}

fn cells(line: &str) -> impl Iterator<Item = &str> {
    line.split(BETWEEN_CELLS)
}
