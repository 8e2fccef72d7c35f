//! Tables of a file: where their cells stand, those too that are empty.

/// A table as rows and columns.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct TableGrid {
    /// The number of rows that it has.
    pub rows: usize,
    /// The number of columns that it has.
    pub columns: usize,
    /// The number of first rows that the file says to be heads.
    pub head: usize,
    /// Its cells, row by row; they fill it and none stands on another.
    pub cells: Vec<GridCell>,
}

/// A cell of a table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct GridCell {
    /// The row in which it begins, from 0.
    pub row: usize,
    /// The column in which it begins, from 0.
    pub column: usize,
    /// The number of columns that it takes.
    pub across: usize,
    /// The number of rows that it takes.
    pub down: usize,
}

/// The most columns of a table: Word allows 63.
const MOST_COLUMNS: usize = 100;

/// The most places of a table, so that spans which a file merely claims take no memory.
const MOST_PLACES: usize = 1_000_000;

impl TableGrid {
    /// A table whose cells all take one row and one column.
    #[must_use]
    pub fn even(rows: usize, columns: usize, head: usize) -> Self {
        let mut laying = Laying::default();
        for _ in 0..rows {
            laying.row();
            for _ in 0..columns {
                laying.cell(1, 1);
            }
        }
        Self { head: head.min(rows), ..laying.done() }
    }

    /// The cell that begins at this place.
    #[must_use]
    pub fn at(&self, row: usize, column: usize) -> Option<&GridCell> {
        self.cells.iter().find(|cell| cell.row == row && cell.column == column)
    }

    /// Whether some cell takes several rows or columns.
    #[must_use]
    pub fn has_spans(&self) -> bool {
        self.cells.iter().any(|cell| cell.across > 1 || cell.down > 1)
    }
}

/// A table whose cells are laid down one after another, each on the first free place of its row, as HTML lays them
/// (HTML Standard, "forming a table").
#[derive(Debug, Default)]
pub struct Laying {
    grid: TableGrid,
    /// For each column, how many rows from the present one on a cell takes it.
    busy: Vec<usize>,
    begun: bool,
}

impl Laying {
    /// Begins the next row.
    pub fn row(&mut self) {
        if self.begun {
            self.fill();
            self.busy.iter_mut().for_each(|rows| *rows = rows.saturating_sub(1));
            self.grid.rows += 1;
        }
        self.begun = true;
    }

    /// Lays a cell; returns its row and column, or nothing where the table is larger than any that is read.
    pub fn cell(&mut self, across: usize, down: usize) -> Option<(usize, usize)> {
        let column = self.busy.iter().position(|rows| *rows == 0).unwrap_or(self.busy.len());
        self.put(column, across, down)
    }

    /// Lays a cell that begins at the column `column`, or behind it where that is taken.
    pub fn cell_at(&mut self, column: usize, across: usize, down: usize) -> Option<(usize, usize)> {
        // Word names the column of each cell, which one that reaches down from above may have taken.
        let free = (column..self.busy.len()).find(|at| self.busy[*at] == 0);
        self.put(free.unwrap_or_else(|| column.max(self.busy.len())), across, down)
    }

    fn put(&mut self, column: usize, across: usize, down: usize) -> Option<(usize, usize)> {
        // A page may say colspan=1000 in each of thousands of cells.
        if column >= MOST_COLUMNS || self.grid.rows.saturating_mul(self.busy.len().max(1)) > MOST_PLACES {
            return None;
        }
        // A span of 0 is one of 1, as browsers take it.
        let wished = column.saturating_add(across.max(1)).min(MOST_COLUMNS);
        // What reaches into a cell from above ends before it.
        let end = (column + 1..wished).find(|at| self.busy.get(*at).is_some_and(|rows| *rows > 0)).unwrap_or(wished);
        // Columns that nobody laid are empty cells.
        while self.busy.len() < column {
            let at = self.busy.len();
            self.busy.push(1);
            self.grid.cells.push(GridCell { row: self.grid.rows, column: at, across: 1, down: 1 });
        }
        self.busy.resize(self.busy.len().max(end), 0);
        self.busy[column..end].fill(down.max(1));
        self.grid.cells.push(GridCell { row: self.grid.rows, column, across: end - column, down: down.max(1) });
        Some((self.grid.rows, column))
    }

    /// Lays empty cells where the present row has none.
    fn fill(&mut self) {
        for column in 0..self.busy.len() {
            // A row that ends early has empty cells at its end: "abc/def" in the test `cells_fill_the_table`.
            if self.busy[column] == 0 {
                self.busy[column] = 1;
                self.grid.cells.push(GridCell { row: self.grid.rows, column, across: 1, down: 1 });
            }
        }
    }

    /// The table, its rows filled up with empty cells to the widest.
    #[must_use]
    pub fn done(mut self) -> TableGrid {
        if self.begun {
            self.fill();
            self.grid.rows += 1;
        }
        let (rows, columns) = (self.grid.rows, self.busy.len());
        // Rows before the widest one end early.
        let mut covered = vec![0; rows];
        for cell in &mut self.grid.cells {
            // rowspan may say more rows than there are: "ab/ac" in the test `cells_fill_the_table`.
            cell.down = cell.down.min(rows - cell.row);
            covered[cell.row..cell.row + cell.down].iter_mut().for_each(|count| *count += cell.across);
        }
        for (row, count) in covered.into_iter().enumerate() {
            let missing = (count..columns).map(|column| GridCell { row, column, across: 1, down: 1 });
            self.grid.cells.extend(missing);
        }
        self.grid.cells.sort_by_key(|cell| (cell.row, cell.column));
        TableGrid { columns, ..self.grid }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The letters of the cells over the places that they take; a place that two take or none shows.
    fn drawn(grid: &TableGrid) -> String {
        let mut places = vec![vec!['.'; grid.columns]; grid.rows];
        for (cell, letter) in grid.cells.iter().zip('a'..) {
            for row in &mut places[cell.row..cell.row + cell.down] {
                for place in &mut row[cell.column..cell.column + cell.across] {
                    *place = if *place == '.' { letter } else { '!' };
                }
            }
        }
        places.into_iter().map(String::from_iter).collect::<Vec<_>>().join("/")
    }

    fn laid(rows: &[&[(usize, usize)]]) -> String {
        let mut laying = Laying::default();
        for row in rows {
            laying.row();
            for (across, down) in *row {
                laying.cell(*across, *down);
            }
        }
        drawn(&laying.done())
    }

    #[test]
    fn cells_fill_the_table() {
        assert_eq!(laid(&[&[(1, 1), (1, 1)], &[(2, 1)]]), "ab/cc");
        assert_eq!(laid(&[&[(1, 3), (1, 1)], &[(1, 1)], &[(1, 1)]]), "ab/ac/ad");
        // A row that is too short, one that is too long, a span that reaches below the end or into another cell.
        assert_eq!(laid(&[&[(1, 1)], &[(1, 1), (1, 1), (1, 1)]]), "abc/def");
        assert_eq!(laid(&[&[(1, 9)], &[(1, 1)]]), "ab/ac");
        assert_eq!(laid(&[&[(1, 1), (1, 2)], &[(3, 1), (1, 1)]]), "abc/dbe");
    }

    #[test]
    fn columns_that_are_named_stay_apart() {
        let mut laying = Laying::default();
        laying.row();
        laying.cell_at(2, 1, 1);
        laying.row();
        laying.cell_at(0, 3, 1);
        assert_eq!(drawn(&laying.done()), "abc/ddd");
        assert_eq!(drawn(&TableGrid::even(2, 2, 1)), "ab/cd");
    }
}
