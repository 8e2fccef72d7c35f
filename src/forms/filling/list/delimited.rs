//! Lists as text: cells parted by commas, tabs or semicolons (RFC 4180).

use std::sync::Arc;

use super::grid::{Grid, GridCell, GridRow, MOST_CELLS, MOST_ROWS};
use crate::base::diagnostics::{Code, Diagnostic, Place, SourceFile};

/// The rows of a text.
///
/// # Errors
/// J0713 where a quote is opened and never closed as it should be: it would swallow the rows after it.
pub(super) fn delimited_rows(file: &Arc<SourceFile>) -> Result<Grid, Box<Diagnostic>> {
    let delimiter = delimiter_of(&file.text);
    if let Some(at) = broken_quote(file.text.as_bytes(), delimiter) {
        let diagnostic = Diagnostic::new(Code::J0713).at(&Place::new(file, at..at + 1));
        return Err(Box::new(diagnostic.arg("reason", "\"")));
    }
    // Spreadsheets leave out empty cells at the end of a line, so that lines are of any length.
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(delimiter)
        .from_reader(file.text.as_bytes());
    let mut grid = Grid { sheet: None, rows: Vec::new(), count: 0, is_delimited: true };
    let mut row = csv::StringRecord::new();
    loop {
        let begin = reader.position().clone();
        let start = usize::try_from(begin.byte()).unwrap_or(usize::MAX);
        match reader.read_record(&mut row) {
            Ok(true) => {}
            Ok(false) => return Ok(grid),
            Err(error) => {
                let place = Place::new(file, start..start + 1);
                return Err(Box::new(Diagnostic::new(Code::J0713).at(&place).arg("reason", error.to_string())));
            }
        }
        if row.iter().all(|cell| cell.trim().is_empty()) {
            continue;
        }
        grid.count += 1;
        if grid.rows.len() < MOST_ROWS {
            let end = usize::try_from(reader.position().byte()).unwrap_or(usize::MAX);
            // Empty lines before the row were read with it.
            let blank =
                file.text.get(start..end).map_or(0, |text| text.len() - text.trim_start_matches(['\r', '\n']).len());
            let place = Place::new(file, start + blank..end);
            let cells = row.iter().take(MOST_CELLS).map(GridCell::written).collect();
            grid.rows.push(GridRow { number: place.start().line, place, cells, wide: Vec::new() });
        }
    }
}

/// The sign that parts cells: the one that stands most often in the first lines, outside quotes.
fn delimiter_of(text: &str) -> u8 {
    /// Title rows above the head have none.
    const LINES: usize = 30;
    let mut counts = [(b',', 0), (b'\t', 0), (b';', 0)];
    for line in text.lines().take(LINES) {
        let mut quoted = false;
        for byte in line.bytes() {
            if byte == b'"' {
                quoted = !quoted;
            }
            if let Some((_, count)) = counts.iter_mut().find(|(sign, _)| !quoted && *sign == byte) {
                *count += 1;
            }
        }
    }
    // Of equal counts the comma, which comes first.
    counts.iter().rev().max_by_key(|(_, count)| *count).map_or(b',', |(sign, _)| *sign)
}

/// The quote that opens a cell and is not followed by one that closes it: where another ends, more letters follow, or the
/// file ends.
fn broken_quote(text: &[u8], delimiter: u8) -> Option<usize> {
    let ends_cell = |byte: Option<&u8>| byte.is_none_or(|byte| [delimiter, b'\r', b'\n'].contains(byte));
    let mut at = 0;
    let mut at_start = true;
    while at < text.len() {
        if !(at_start && text[at] == b'"') {
            at_start = [delimiter, b'\r', b'\n'].contains(&text[at]);
            at += 1;
            continue;
        }
        let opened = at;
        at += 1;
        // A quote that is doubled stands for one.
        loop {
            let Some(next) = text[at..].iter().position(|byte| *byte == b'"') else { return Some(opened) };
            at += next;
            if text.get(at + 1) != Some(&b'"') {
                break;
            }
            at += 2;
        }
        if !ends_cell(text.get(at + 1)) {
            return Some(opened);
        }
        at += 1;
        at_start = false;
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quotes_that_do_not_close_are_found() {
        let at = |text: &str| broken_quote(text.as_bytes(), b',');
        assert_eq!(at("a,\"b, \"\"c\"\"\",d\n\"x\ny\",z"), None);
        assert_eq!(at("a,5\" pipe,d\n"), None);
        assert_eq!(at("a,\"b\nc,d\n"), Some(2));
        assert_eq!(at("a,\"b\n\"c\",d\n"), Some(2));
        assert_eq!(at("\""), Some(0));
        assert_eq!(at("\"\"\""), Some(0));
    }

    #[test]
    fn cells_are_parted_by_the_sign_that_is_most_frequent() {
        assert_eq!(delimiter_of("職員名簿\n氏名\t職種\n山田, 太郎\t医師\n"), b'\t');
        assert_eq!(delimiter_of("氏名;職種\n"), b';');
        assert_eq!(delimiter_of("氏名\n"), b',');
        assert_eq!(delimiter_of("\"a;b;c\",d\n"), b',');
    }
}
