//! Tables of Word files whose cells reach over rows and columns are read as they stand.

use crate::import_docx::{imported, read};
use crate::support::Docx;
use junsoku::import::outline::table::GridCell;
use proptest::prelude::*;

/// A table whose cells reach over rows and columns as `joins` say; the first row has a cell for each column.
fn joined_table(rows: usize, columns: usize, joins: &[(usize, usize, usize, usize)]) -> Vec<GridCell> {
    let mut owner = vec![vec![None; columns]; rows];
    let mut cells = Vec::new();
    for (row, column, across, down) in joins {
        let (row, column) = (1 + row % (rows - 1), column % columns);
        let (end, bottom) = ((column + across).min(columns), (row + down).min(rows));
        if owner[row..bottom].iter().any(|line| line[column..end].iter().any(Option::is_some)) {
            continue;
        }
        owner[row..bottom].iter_mut().for_each(|line| line[column..end].fill(Some(cells.len())));
        cells.push(GridCell { row, column, across: end - column, down: bottom - row });
    }
    for (row, line) in owner.iter().enumerate() {
        for (column, cell) in line.iter().enumerate() {
            if cell.is_none() {
                cells.push(GridCell { row, column, across: 1, down: 1 });
            }
        }
    }
    cells.sort_by_key(|cell| (cell.row, cell.column));
    cells
}

/// The table as a case writes it; the words of each cell are its place.
fn written_table(rows: usize, cells: &[GridCell]) -> String {
    let line = |row: usize| {
        let mut own: Vec<&GridCell> =
            cells.iter().filter(|cell| (cell.row..cell.row + cell.down).contains(&row)).collect();
        own.sort_by_key(|cell| cell.column);
        let cell = |cell: &&GridCell| {
            let span = if cell.across > 1 { format!("{{{}}}", cell.across) } else { String::new() };
            let merge = if cell.down == 1 {
                ""
            } else if cell.row == row {
                "{v}"
            } else {
                "{^}"
            };
            let words = if cell.row == row { format!("段{}列{}", cell.row, cell.column) } else { String::new() };
            format!(" {span}{merge}{words} |")
        };
        format!("|{}\n", own.iter().map(cell).collect::<String>())
    };
    (0..rows).map(line).collect()
}

proptest! {
    #[test]
    fn cells_over_rows_and_columns_are_read_as_they_stand(
        rows in 2usize..7,
        columns in 2usize..7,
        joins in prop::collection::vec((0usize..6, 0usize..6, 1usize..4, 1usize..4), 0..6),
    ) {
        let cells = joined_table(rows, columns, &joins);
        let case = format!("=== word/document.xml\nかえで市規程\n第１条　次の表による。\n{}", written_table(rows, &cells));
        let source = read(&Docx::new(&case).bytes(true));
        prop_assert_eq!(&source.tables[&0].cells, &cells);
        let told: Vec<(usize, usize, String)> = source
            .lines
            .iter()
            .filter_map(|line| line.cell.map(|cell| (cell.row, cell.column, line.text.clone())))
            .collect();
        let expected: Vec<(usize, usize, String)> =
            cells.iter().map(|cell| (cell.row, cell.column, format!("段{}列{}", cell.row, cell.column))).collect();
        prop_assert_eq!(told, expected);
        let imported = imported(&source);
        prop_assert!(imported.proof.differences.is_empty(), "{:?}", imported.proof.differences);
    }
}
