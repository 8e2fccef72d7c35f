//! Tables of Word: where their cells stand, and what is in them.

use std::collections::{BTreeMap, BTreeSet};

use super::body::DocxReader;
use super::xml::Element;
use crate::import::outline::doubt::{Doubt, DoubtKind};
use crate::import::outline::source::{SourceCell, Why};
use crate::import::outline::table::{Laying, TableGrid};

/// A row of a table.
struct WordRow<'a> {
    cells: Vec<WordCell<'a>>,
    /// Whether it is repeated on every page.
    heads: bool,
}

/// A cell as the file has it.
#[derive(Clone, Copy)]
struct WordCell<'a> {
    content: &'a Element,
    /// The first column of Word's own grid that it takes, and the one behind it.
    from: usize,
    to: usize,
    /// Whether it goes on with the cell above it.
    goes_on: bool,
    /// Whether cells below may go on with it.
    begins: bool,
}

impl<'a> DocxReader<'a> {
    /// Reads a table that stands in the cell `cell`.
    pub(super) fn table(&mut self, table: &'a Element, cell: Option<SourceCell>) {
        let rows = self.word_rows(table);
        let widest = rows.iter().map(|row| row.cells.len()).max().unwrap_or(0);
        // A table in a cell is read as lines of the cell, and one of a single column is a frame around text.
        // Cells of cells have no place in the lines, and content has no table in a table
        // (tests/cases/import-docx/tables.txt).
        if cell.is_some() || widest < 2 {
            let first = self.source.lines.len();
            for cell_of_row in rows.into_iter().flat_map(|row| row.cells) {
                self.blocks(cell_of_row.content, cell);
            }
            if let Some(line) = self.source.lines.get(first).filter(|_| widest > 1) {
                self.source.doubts.push(Doubt::new(first, DoubtKind::NestedTable, &line.text));
            }
            return;
        }
        if is_frame(&rows) {
            for cell in rows.into_iter().flat_map(|row| row.cells) {
                self.blocks(cell.content, None);
            }
            return;
        }
        let number = self.source.tables.len();
        let (grid, places) = lay_out_grid(&rows, widest);
        self.source.tables.insert(number, grid);
        for (at, row) in rows.iter().enumerate() {
            for (place, cell) in row.cells.iter().enumerate() {
                match places.get(&(at, place)) {
                    Some((row, column)) => {
                        self.blocks(cell.content, Some(SourceCell { table: number, row: *row, column: *column }));
                    }
                    // Word shows nothing of a cell that goes on with the one above.
                    None => {
                        self.skip(Why::Hidden, cell.content);
                        self.flush(None);
                    }
                }
            }
        }
    }

    /// The rows of a table: its cells and which columns of Word's grid each takes.
    fn word_rows(&mut self, table: &'a Element) -> Vec<WordRow<'a>> {
        let mut rows = Vec::new();
        for row in wrapped(table, "tr") {
            let properties = row.child("trPr");
            if properties.is_some_and(|properties| properties.child("del").is_some()) {
                self.skip(Why::Deleted, row);
                continue;
            }
            let mut from = properties.map_or(0, |properties| grid_number(properties, "gridBefore", 0));
            let mut cells = Vec::new();
            for content in wrapped(row, "tc") {
                let properties = content.child("tcPr");
                if properties.is_some_and(|properties| properties.child("cellDel").is_some()) {
                    self.skip(Why::Deleted, content);
                    continue;
                }
                // A cell takes columns of the grid of the table; gridBefore says how many the row leaves out at its
                // left.
                let to = from + properties.map_or(1, |properties| grid_number(properties, "gridSpan", 1)).max(1);
                let merge = properties.and_then(|properties| properties.child("vMerge"));
                // w:vMerge without a value goes on with the cell above (ECMA-376, Part 1, vMerge).
                let begins = merge.is_some_and(|merge| merge.value() == Some("restart"));
                cells.push(WordCell { content, from, to, goes_on: merge.is_some() && !begins, begins });
                from = to;
            }
            let heads = properties.and_then(|properties| properties.child("tblHeader"));
            rows.push(WordRow {
                cells,
                // An element that is there without a value switches something on.
                heads: heads.is_some_and(|heads| !matches!(heads.value(), Some("0" | "false"))),
            });
        }
        rows
    }
}

/// Whether a table only lays out others, which stand in its few cells.
fn is_frame(rows: &[WordRow<'_>]) -> bool {
    /// As many cells as a frame has.
    const MOST: usize = 4;
    let cells = || rows.iter().flat_map(|row| &row.cells);
    // A sheet of two columns with a table in each: read as cells, the inner tables would be lines.
    let nests = |cell: &WordCell<'_>| cell.content.any(&|inner: &Element| inner.is("tbl"));
    // A label beside the inner table is of a table of its own.
    let labels = || {
        cells().filter(|cell| {
            !nests(cell) && cell.content.any(&|inner: &Element| inner.is("t") && !inner.text().trim().is_empty())
        })
    };
    cells().count() <= MOST
        && cells().any(nests)
        && (rows.iter().all(|row| row.cells.len() < 2) || labels().count() == 0)
}

/// The row and column of cells, by the row and the place in it where the file has them.
type CellPlaces = BTreeMap<(usize, usize), (usize, usize)>;

/// The grid of a table, and the row and column of each cell by its place in the file; a cell that goes on with one above
/// has none.
fn lay_out_grid(rows: &[WordRow<'_>], widest: usize) -> (TableGrid, CellPlaces) {
    // Borders that were drawn by hand do not meet: rows of as many cells have the same columns.
    let even = rows.iter().all(|row| row.cells.len() == widest);
    let mut borders: BTreeSet<usize> = BTreeSet::new();
    if !even {
        borders.extend(rows.iter().flat_map(|row| &row.cells).flat_map(|cell| [cell.from, cell.to]));
    }
    let column: BTreeMap<usize, usize> = borders.into_iter().enumerate().map(|(at, border)| (border, at)).collect();
    // Rows of even tables are taken cell by cell, so that there are no borders to look up.
    let span = |place: usize, cell: &WordCell<'_>| match (column.get(&cell.from), column.get(&cell.to)) {
        (Some(from), Some(to)) => (*from, *to - *from),
        _ => (place, 1),
    };
    let (mut laying, mut places) = (Laying::default(), BTreeMap::new());
    let going_on: Vec<BTreeMap<(usize, usize), usize>> = rows
        .iter()
        .map(|row| {
            let all = row.cells.iter().enumerate().filter(|(_, cell)| cell.goes_on);
            all.map(|(place, cell)| (span(place, cell), place)).collect()
        })
        .collect();
    // Which cells of each row are covered by one above.
    let mut covered: BTreeSet<(usize, usize)> = BTreeSet::new();
    for (at, row) in rows.iter().enumerate() {
        laying.row();
        for (place, cell) in row.cells.iter().enumerate() {
            if covered.contains(&(at, place)) {
                continue;
            }
            let (from, across) = span(place, cell);
            let mut down = 1;
            let below = |down: usize| going_on.get(at + down).and_then(|row| row.get(&(from, across)));
            // A cell goes on only below one of the same breadth that says restart; one without a beginning is a cell
            // of its own, as 区分 in tests/cases/import-docx/form-tables.txt.
            while let Some(place) = below(down).filter(|_| cell.begins) {
                covered.insert((at + down, *place));
                down += 1;
            }
            // What stands beyond the last column that is read is of the first cell.
            places.insert((at, place), laying.cell_at(from, across, down).unwrap_or((at, 0)));
        }
    }
    let head = rows.iter().take_while(|row| row.heads).count();
    let grid = laying.done();
    let head = if head < grid.rows { head } else { 0 };
    (TableGrid { head, ..grid }, places)
}

/// The elements `name` in `parent`, those in wrappers too.
fn wrapped<'a>(parent: &'a Element, name: &str) -> Vec<&'a Element> {
    let mut found = Vec::new();
    for element in parent.elements() {
        if element.is(name) {
            found.push(element);
        } else if ["sdt", "sdtContent", "ins", "moveTo", "customXml"].iter().any(|wrapper| element.is(wrapper)) {
            found.extend(wrapped(element, name));
        }
    }
    found
}

fn grid_number(properties: &Element, name: &str, default: usize) -> usize {
    /// Word allows 63 columns.
    const MOST: usize = 100;
    properties.child_value(name).and_then(|value| value.parse().ok()).unwrap_or(default).min(MOST)
}
