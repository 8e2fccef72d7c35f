//! Tables of provisions: rows that come and go, and cells whose words change.

use std::collections::BTreeSet;

use super::text::quoted;
use super::writing::FileWriter;
use crate::compare::BETWEEN_CELLS;
use crate::compare::amend::carry::{CarriedNode, NodeOrigin};
use crate::content::{EditError, EditPath, Landing, PathStep};

impl FileWriter<'_> {
    /// Rows of a table taken out and put in.
    pub(super) fn rows(&mut self, node: &CarriedNode, home: &EditPath) -> Result<(), EditError> {
        let NodeOrigin::Item(at) = node.origin else { return Ok(()) };
        let Some(table) = self.side.items[at].provision.and_then(|provision| provision.table.as_ref()) else {
            return Ok(());
        };
        let heads = usize::from(table.caption.is_some()) + table.head.len();
        let list = home.clone().key("table").key("rows");
        let kept: BTreeSet<usize> = node
            .below
            .iter()
            .filter_map(|row| match row.origin {
                NodeOrigin::Row(place) => place.checked_sub(heads),
                NodeOrigin::Item(_) | NodeOrigin::Whole | NodeOrigin::New => None,
            })
            .collect();
        for gone in (0..table.rows.len()).rev().filter(|row| !kept.contains(row)) {
            self.editor.remove(&list.clone().index(gone))?;
        }
        let mut place = 0;
        for row in node.below.iter().filter(|below| below.is_row) {
            match row.origin {
                NodeOrigin::Row(own) if own < heads || own >= heads + table.rows.len() => {}
                NodeOrigin::New => {
                    let cells: Vec<String> = row.text.split(BETWEEN_CELLS).map(cell_of).collect();
                    let landing = match place {
                        0 => Landing::First,
                        place => Landing::After(PathStep::Index(place - 1)),
                    };
                    self.editor.insert(&list, &landing, &format!("[{}]", cells.join(", ")))?;
                    place += 1;
                }
                NodeOrigin::Row(_) | NodeOrigin::Item(_) | NodeOrigin::Whole => place += 1,
            }
        }
        Ok(())
    }

    /// Writes the cells of a row, or the heads of columns, that differ; cells come and go at the end of the row.
    pub(super) fn cells(&mut self, row: &EditPath, now: &[String], wanted: &[String]) -> Result<(), EditError> {
        for gone in (wanted.len()..now.len()).rev() {
            self.editor.remove(&row.clone().index(gone))?;
        }
        for (at, cell) in wanted.iter().enumerate() {
            match now.get(at) {
                Some(own) if own == cell => {}
                Some(_) => self.editor.set(&row.clone().index(at).key("ja"), &quoted(cell))?,
                None => self.editor.insert(row, &Landing::Last, &cell_of(cell))?,
            }
        }
        Ok(())
    }

    /// Writes the rows of the table of the item `at` that differ.
    pub(super) fn row_words(
        &mut self,
        at: usize,
        path: &EditPath,
        own: &CarriedNode,
        target: &CarriedNode,
    ) -> Result<(), EditError> {
        let Some(table) = self.side.items[at].provision.and_then(|provision| provision.table.as_ref()) else {
            return Ok(());
        };
        let captions = usize::from(table.caption.is_some());
        let heads = captions + table.head.len();
        let rows = |node: &CarriedNode| {
            node.below.iter().filter(|below| below.is_row).map(|row| row.text.clone()).collect::<Vec<_>>()
        };
        for (place, (now, wanted)) in rows(own).into_iter().zip(rows(target)).enumerate() {
            if now == wanted || place < captions {
                continue;
            }
            let row = if place < heads {
                path.clone().key("table").key("head").index(place - captions)
            } else {
                path.clone().key("table").key("rows").index(place - heads)
            };
            let split = |line: &str| line.split(BETWEEN_CELLS).map(str::to_owned).collect::<Vec<String>>();
            self.cells(&row, &split(&now), &split(&wanted))?;
        }
        Ok(())
    }
}

/// A cell of a table as YAML.
pub(super) fn cell_of(text: &str) -> String {
    if text.is_empty() { "{}".to_owned() } else { format!("{{ja: {}}}", quoted(text)) }
}
