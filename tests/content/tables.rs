//! The tables to download of the shipped content: what a spreadsheet makes of them.

use crate::support::{is_kind, site, text};

/// Whether Excel or `LibreOffice` makes a day, a fraction or a sum of a cell: digits, with signs that join them.
fn is_misread(cell: &str) -> bool {
    let narrow = |c: char| match c {
        '０'..='９' | '（' | '）' | '－' | '／' | '．' | '：' => {
            char::from_u32(u32::from(c) - 0xfee0).expect("an ASCII letter")
        }
        _ => c,
    };
    let plain: String = cell.trim().chars().map(narrow).collect();
    // Brackets are the sign of a negative number only around all of it: 3-2(1) stays text.
    let bare = plain.strip_prefix('(').and_then(|rest| rest.strip_suffix(')')).unwrap_or(&plain).to_owned();
    let joined = |c: char| c.is_ascii_digit() || "-/.:,%年月日".contains(c);
    plain.contains(|c: char| c.is_ascii_digit())
        && bare.chars().all(joined)
        && !plain.chars().all(|c| c.is_ascii_digit())
        && plain.parse::<jiff::civil::Date>().is_err()
}

/// The cells of a table, line by line, the head first.
fn lines(table: &[u8]) -> Vec<Vec<String>> {
    let table = text(table).strip_prefix('\u{feff}').expect("the mark that spreadsheets want");
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(table.as_bytes());
    let lines = reader.records().map(|line| line.expect("a line with as many cells as the head"));
    lines.map(|line| line.iter().map(str::to_owned).collect()).collect()
}

#[test]
fn no_cell_becomes_another_value_and_every_table_is_a_workbook_too() {
    let files = site();
    let (mut tables, mut cells, mut marked) = (0, 0, 0);
    for (path, bytes) in files.iter().filter(|(path, _)| is_kind(path, "csv")) {
        tables += 1;
        let workbook = path.replace(".csv", ".xlsx");
        assert!(files.get(&workbook).is_some_and(|book| book.starts_with(b"PK")), "{workbook}");
        for cell in lines(bytes).into_iter().flatten() {
            cells += 1;
            marked += usize::from(cell.starts_with('\''));
            assert!(!is_misread(&cell), "{path}: {cell}");
        }
    }
    println!("{tables} tables, {cells} cells, {marked} with a mark before them");
    assert!(tables > 50 && cells > 50_000, "{tables} {cells}");
}

#[test]
fn a_provision_of_an_appendix_is_numbered_with_it() {
    let files = site();
    let pair = lines(&files["ja/compare/pairs/chuo_kumagaya/chuo_kumagaya.csv"]);
    let at = pair[0].iter().position(|head| head == "中央区 番号").expect("the numbers of Chuo");
    let of_appendix = pair.iter().filter(|line| line.iter().any(|cell| cell == "policy#notes.administrator"));
    let numbers: Vec<&String> = of_appendix.map(|line| &line[at]).collect();
    assert_eq!(numbers, ["別紙（１）"]);
}
