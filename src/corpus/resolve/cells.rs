//! Resolving tables of cells: each cell gets its place, and a table that is no rectangle is reported.

use super::text::Texts;
use crate::base::diagnostics::{Code, Diagnostic, Diagnostics, Place};
use crate::content::{self, WrittenCell};
use crate::corpus::model::{CellTable, PlacedCell, Text};

/// The greatest number of columns of a table: more are not readable on a sheet.
const MOST_COLUMNS: usize = 40;

impl Texts<'_, '_> {
    /// The table `written` with the places of its cells.
    pub(super) fn cell_table(&mut self, written: &content::WrittenCellTable) -> CellTable {
        // The first row has every column: nothing reaches into it from above.
        let columns = written.head.iter().chain(&written.rows).next().map_or(0, |row| row_width(row));
        if written.rows.is_empty() || columns == 0 {
            self.findings.push(Diagnostic::new(Code::J0361).at(&written.place));
        }
        if columns > MOST_COLUMNS {
            let finding = Diagnostic::new(Code::J0362).at(&written.place);
            self.findings.push(finding.arg("count", columns.to_string()).arg("most", MOST_COLUMNS.to_string()));
        }
        // Cut, so that a `span` of ten thousand costs no more than what is reported.
        let columns = columns.min(MOST_COLUMNS);
        CellTable {
            caption: written.caption.as_ref().map(|caption| self.words(caption)),
            columns,
            head: self.cell_rows(&written.head, columns, true, &written.place),
            rows: self.cell_rows(&written.rows, columns, false, &written.place),
            notes: written.notes.iter().map(|note| self.text(&note.ja, note.en.as_ref())).collect(),
        }
    }

    /// Rows that make a rectangle of `columns` columns by themselves; the finding says which does not.
    fn cell_rows(
        &mut self,
        written: &[Vec<WrittenCell>],
        columns: usize,
        in_head: bool,
        table: &Place,
    ) -> Vec<Vec<PlacedCell>> {
        // Head and body each by themselves: in HTML no cell reaches from `thead` into `tbody`.
        let mut placing = Placing { busy: vec![0; columns], left: written.len() };
        let mut rows = Vec::with_capacity(written.len());
        for (at, written) in written.iter().enumerate() {
            let place = written.first().map_or(table, |cell| &cell.place);
            let mut row = Vec::with_capacity(written.len());
            let mut whole = !written.is_empty() || columns == 0;
            for cell in written {
                let Some((column, across, down)) = placing.take(cell) else {
                    whole = false;
                    break;
                };
                // The only column of a table heads nothing: there is nothing beside it.
                let heads = cell.head.unwrap_or(in_head || (column == 0 && columns > 1));
                row.push(PlacedCell { column, across, down, heads, text: self.cell_text(cell) });
            }
            if !placing.close() || !whole {
                report_cells(at + 1, columns, place, self.findings);
                // One row that is too short shifts all below it, which are right by themselves.
                break;
            }
            rows.push(row);
        }
        rows
    }

    /// Returns the text of a cell. Without Japanese letters (100, ○, −) it is the same in English.
    fn cell_text(&mut self, cell: &WrittenCell) -> Option<Text> {
        let same = cell.ja.as_ref().filter(|ja| cell.en.is_none() && !ja.value.contains(is_japanese));
        self.optional(cell.ja.as_ref(), cell.en.as_ref().or(same), &cell.place)
    }
}

fn report_cells(row: usize, columns: usize, place: &Place, findings: &mut Diagnostics) {
    let finding = Diagnostic::new(Code::J0360).at(place);
    findings.push(finding.arg("row", row.to_string()).arg("columns", columns.to_string()));
}

/// The places that are taken while rows are read from above.
struct Placing {
    /// For each column, how many rows from this one on a cell takes it.
    busy: Vec<usize>,
    /// The number of rows from this one on.
    left: usize,
}

impl Placing {
    /// Puts a cell on the next free place of the row; `None` where it has no room.
    fn take(&mut self, cell: &WrittenCell) -> Option<(usize, usize, usize)> {
        let (across, down) = (count(cell.span.as_ref()), count(cell.rows.as_ref()));
        // A cell takes the next free place, past what reaches down from above, as in HTML, whose tables authors
        // know.
        let column = self.busy.iter().position(|rows| *rows == 0)?;
        let places = self.busy.get_mut(column..column.checked_add(across)?)?;
        if down > self.left || places.iter().any(|rows| *rows > 0) {
            return None;
        }
        places.fill(down);
        Some((column, across, down))
    }

    /// Ends the row; `false` where places in it are free.
    fn close(&mut self) -> bool {
        let full = self.busy.iter().all(|rows| *rows > 0);
        self.busy.iter_mut().for_each(|rows| *rows = rows.saturating_sub(1));
        self.left = self.left.saturating_sub(1);
        full
    }
}

fn count(written: Option<&content::Located<u32>>) -> usize {
    written.and_then(|count| usize::try_from(count.value).ok()).unwrap_or(1)
}

fn row_width(row: &[WrittenCell]) -> usize {
    row.iter().map(|cell| count(cell.span.as_ref())).fold(0, usize::saturating_add)
}

/// Whether the letter is kana or kanji, which English does without.
fn is_japanese(letter: char) -> bool {
    matches!(u32::from(letter), 0x3005..=0x3007 | 0x3041..=0x30FA | 0x30FC..=0x31FF | 0x3400..=0x9FFF | 0xF900..=0xFAFF | 0x20000..=0x3FFFF)
}
