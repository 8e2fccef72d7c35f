//! Tables of forms that ask for the same again and again: heads with lines below them, rows and columns that both have labels.

use super::asked::choice_type;
use super::box_cell::CellContent;
use super::form_cell::FormCell;
use super::table::TableReader;
use crate::base::notation::widths::folded;
use crate::import::outline::draft::{DraftBlock, DraftField};
use crate::import::outline::words::SourceWords;

/// The number of lines that a table has of which the text shows only the head.
const LINES: usize = 5;

/// The number of fields that a table of rows and columns with labels makes at most.
const MOST_CROSSINGS: usize = 200;

impl TableReader<'_> {
    /// Takes heads with lines below them that are empty but for their numbers; says how many rows that was.
    pub(super) fn entries(&mut self, row: usize) -> Option<usize> {
        let mut heads = self.cells(row);
        // Rows that are shorter than the table end in cells that nobody drew.
        heads.truncate(heads.iter().rposition(|cell| !cell.is_empty()).map_or(0, |last| last + 1));
        let named = heads.len() > 1 && heads.iter().all(|cell| cell.head().is_some() && cell.place.down == 1);
        if !named {
            return None;
        }
        // A table of heads alone is cut off below them. With two cells it is a label and its box.
        let whole = self.grid.rows == 1 && heads.len() > 2;
        let numbered = self.is_numbered(row, &heads);
        let first = usize::from(numbered);
        let count = (row + 1..self.grid.rows).take_while(|at| self.is_entry(*at, row + 1, &heads, first)).count();
        if count == 0 && !whole {
            return None;
        }
        self.begin(row);
        self.flush();
        self.heading();
        let mut columns: Vec<DraftField> =
            // The numbers 1, 2, 3 are printed by the sheet and are no field
            // (tests/cases/import/form-application.txt).
            heads[first..].iter().map(|cell| DraftField::of(cell.words.clone())).collect();
        let mut numbers = Vec::new();
        for at in row + 1..row + 1 + count {
            let cells = self.cells(at);
            numbers.extend(cells.iter().take(first).map(|cell| cell.words.clone()));
            for (cell, column) in cells[first..].iter().zip(&mut columns) {
                self.entry_cell(cell, column, at == row + 1);
            }
        }
        let numbered = numbered.then(|| (heads[0].words.clone(), numbers));
        self.out.blocks.push(DraftBlock::Rows { numbered, columns, count: if count == 0 { LINES } else { count } });
        Some(1 + count)
    }

    /// Whether the first cell of each line below the heads is its number.
    fn is_numbered(&self, row: usize, heads: &[FormCell]) -> bool {
        let next = self.cells(row + 1);
        next.len() >= heads.len() && next.first().is_some_and(|cell| folded(&cell.words.text) == "1")
    }

    /// Whether a row is a line to write on below `heads`, as the row `begin` is, and as broad in each column.
    fn is_entry(&self, row: usize, begin: usize, heads: &[FormCell], first: usize) -> bool {
        let cells = self.cells(row);
        // A label over several rows beside it would name each line apart: such rows are no lines of one list.
        let plain = self.rows.get(row).is_some_and(|all| all.len() == cells.len());
        let (own, beyond) = cells.split_at(heads.len().min(cells.len()));
        let fits = own.iter().map(FormCell::breadth).eq(heads.iter().map(FormCell::breadth));
        let number = cells.iter().take(first).all(|cell| folded(&cell.words.text) == (row + 1 - begin).to_string());
        let asks = |cell: &FormCell| match &cell.content {
            CellContent::Empty(_) => true,
            CellContent::Asks(asked) => {
                asked.fields.len() == 1 && asked.fields[0].label.is_empty() && asked.unit.is_empty()
            }
            CellContent::Label(_) | CellContent::Text(_) => false,
        };
        plain && fits && number && own.iter().skip(first).all(asks) && beyond.iter().all(FormCell::is_empty)
    }

    /// Takes a cell of a line: the first line says what its column holds, and the next ones say it again.
    fn entry_cell(&mut self, cell: &FormCell, column: &mut DraftField, is_first: bool) {
        match &cell.content {
            CellContent::Asks(asked) => {
                self.out.blanks.extend(asked.blanks.clone());
                self.out.repeated.extend(Some(asked.seal.clone()).filter(|seal| !seal.is_empty()));
                let Some(own) = asked.fields.first() else { return };
                if is_first {
                    (column.kind, column.calendar) = (own.kind, own.calendar);
                    (column.line, column.options) = (own.line.clone(), own.options.clone());
                } else {
                    // A column prints its options once; those of the further lines are told apart, so that the proof
                    // counts them.
                    self.out.repeated.extend(own.options.iter().cloned());
                    self.out.repeated.extend(Some(own.line.clone()).filter(|line| !line.is_empty()));
                }
            }
            CellContent::Empty(blanks) => self.out.blanks.extend(blanks.clone()),
            CellContent::Label(_) | CellContent::Text(_) => {}
        }
    }

    /// Takes rows and columns that both have labels, with room where they cross: a timetable.
    pub(super) fn crossings(&mut self, row: usize) -> Option<usize> {
        let heads = self.cells(row);
        let (corner, columns) = heads.split_first()?;
        let named = columns.len() > 1
            && columns.iter().all(|cell| cell.label().is_some())
            && (corner.is_empty() || corner.label().is_some());
        let is_line = |at: &usize| {
            let cells = self.cells(*at);
            let fits = cells.iter().map(FormCell::breadth).eq(heads.iter().map(FormCell::breadth));
            let plain = self.rows.get(*at).is_some_and(|all| all.len() == cells.len());
            plain && fits && cells[0].label().is_some() && cells[1..].iter().all(FormCell::is_empty)
        };
        let count = (row + 1..self.grid.rows).take_while(is_line).count();
        // 月曜 and 火曜 cross 午前 and 午後 in tests/cases/import-docx/form-tables.txt.
        if !named || count == 0 || count * columns.len() > MOST_CROSSINGS {
            return None;
        }
        self.begin(row);
        self.flush();
        self.caption.join_with("\u{3000}", corner.label().unwrap_or(&SourceWords::default()));
        for at in row + 1..row + 1 + count {
            let cells = self.cells(at);
            // Boxes of a line are one choice between the heads; other places are filled in one by one.
            if let Some(choice) = boxed_choice(&cells, columns) {
                self.field(choice);
            }
            for (cell, head) in cells[1..].iter().zip(columns) {
                if let CellContent::Empty(blanks) = &cell.content {
                    self.out.blanks.extend(blanks.clone());
                }
                if !has_box(cell) {
                    let mut label = cells[0].words.clone();
                    label.join_with("\u{3000}", &head.words);
                    self.field(DraftField::of(label));
                }
            }
        }
        self.flush();
        Some(1 + count)
    }
}

/// Whether a cell is a box to mark.
fn has_box(cell: &FormCell) -> bool {
    cell.words.text.contains(super::tokens::is_box)
}

/// The choice between the columns that have a box in this row: はい □　いいえ □.
fn boxed_choice(cells: &[FormCell], columns: &[FormCell]) -> Option<DraftField> {
    let options = cells[1..].iter().zip(columns).filter(|(cell, _)| has_box(cell));
    let options: Vec<SourceWords> = options.map(|(_, head)| head.words.clone()).collect();
    let label = cells.first()?.words.clone();
    if options.is_empty() {
        return None;
    }
    Some(DraftField { kind: choice_type(&options), options, ..DraftField::text(label) })
}
