//! Tables that spreadsheets open: CSV in UTF-8, no cell of which is taken for a formula.

use std::io;

/// Spreadsheets take a file of UTF-8 for one only if it begins with this mark.
const BYTE_ORDER_MARK: &str = "\u{feff}";

/// A table with a head and its lines.
///
/// # Errors
/// Where a line has not as many cells as the head; nothing that content could say brings that about.
pub fn csv_table<L: AsRef<[String]>>(head: &[String], lines: impl Iterator<Item = L>) -> io::Result<Vec<u8>> {
    // RFC 4180 ends lines so.
    let mut writer = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(Vec::new());
    writer.write_record(head.iter().map(|cell| harmless(cell)))?;
    for line in lines {
        writer.write_record(line.as_ref().iter().map(|cell| harmless(cell)))?;
    }
    let table = writer.into_inner().map_err(csv::IntoInnerError::into_error)?;
    Ok([BYTE_ORDER_MARK.as_bytes(), &table].concat())
}

/// A cell that no spreadsheet takes for a formula. Japanese ones take the wide signs for the narrow ones.
#[must_use]
pub fn harmless(cell: &str) -> String {
    // The letters that OWASP names under “CSV Injection”.
    let quoted = cell.starts_with(['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠']);
    if quoted { format!("'{cell}") } else { cell.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::harmless;

    #[test]
    fn no_cell_is_a_formula() {
        assert_eq!(harmless("=1+1"), "'=1+1");
        assert_eq!(harmless("＠場所"), "'＠場所");
        assert_eq!(harmless("第一条-二"), "第一条-二");
    }
}
