//! Tables that spreadsheets open: CSV in UTF-8, no cell of which becomes anything but its letters, and workbooks.

use std::borrow::Cow;
use std::io;

use rust_xlsxwriter::{
    Color, DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, Workbook, Worksheet, XlsxError,
};

use super::notation::widths::folded;

/// Spreadsheets take a file of UTF-8 for one only if it begins with this mark.
const BYTE_ORDER_MARK: &str = "\u{feff}";

/// Returns a table with a head and its lines as CSV.
///
/// # Errors
/// Where a line has not as many cells as the head; nothing that content could say brings that about.
pub fn csv_table<L: AsRef<[String]>>(head: &[String], lines: &[L]) -> io::Result<Vec<u8>> {
    // RFC 4180 ends lines so.
    let mut writer = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(Vec::new());
    writer.write_record(head.iter().map(|cell| literal_cell(cell)))?;
    for line in lines {
        writer.write_record(line.as_ref().iter().map(|cell| literal_cell(cell)))?;
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

/// A cell that spreadsheets leave as it is written. The mark is the one before a formula: `="…"`, which Excel takes for text,
/// would be a formula itself, and other programs show it as it stands.
fn literal_cell(cell: &str) -> String {
    if is_misread(cell) { format!("'{cell}") } else { harmless(cell) }
}

/// Whether spreadsheets make another value of what is a number of a provision: (1) is −1 to them, 2-1 a day, 1/2 a day
/// or a fraction, 1.10 is 1.1, 007 is 7.
fn is_misread(cell: &str) -> bool {
    // Nearly every cell is words, which are no number whatever their widths.
    if cell.contains(|letter: char| letter.is_ascii_alphabetic() || matches!(letter, 'ぁ'..='ヶ')) {
        return false;
    }
    let plain = folded(cell.trim());
    // Brackets are the sign of a negative number only around all of it.
    let bare = plain.strip_prefix('(').and_then(|rest| rest.strip_suffix(')'));
    if let Some(bare) = bare {
        return !bare.is_empty() && bare.chars().all(|c| c.is_ascii_digit() || ".,".contains(c));
    }
    let digits = plain.chars().filter(char::is_ascii_digit).count();
    let sign = |c: char| "-−‐–/.,:%¥$年月日時分".contains(c);
    let is_count = digits == plain.len() && (digits == 1 || !plain.starts_with('0'));
    // A day of the calendar is what it says: 2025-03-01.
    let is_day = plain.parse::<jiff::civil::Date>().is_ok();
    digits > 0 && !is_count && !is_day && plain.chars().all(|c| c.is_ascii_digit() || sign(c))
}

/// The most letters of a cell in Excel (“Excel specifications and limits”), with room for the sign of a cut.
const MOST_LETTERS: usize = 32_700;

/// The least and the greatest width of a column, in letters of the standard face.
const WIDTHS: [f64; 2] = [8.0, 60.0];

/// Returns the table as a workbook (Office Open XML): columns as wide as what they hold, words that go on in the next line,
/// the head in sight and on every printed page.
///
/// # Errors
/// Where the table has more lines than a sheet holds, 1,048,576.
pub fn workbook<L: AsRef<[String]>>(head: &[String], lines: &[L]) -> io::Result<Vec<u8>> {
    filled_workbook(head, lines).map_err(io::Error::other)
}

fn filled_workbook<L: AsRef<[String]>>(head: &[String], lines: &[L]) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    // The same table is the same file, whenever it is written.
    book.set_properties(&DocProperties::new().set_creation_datetime(&ExcelDateTime::from_ymd(2000, 1, 1)?));
    let body = Format::new().set_text_wrap().set_align(FormatAlign::Top).set_border(FormatBorder::Hair);
    let heads = body.clone().set_bold().set_background_color(Color::RGB(0xf5_f6_f8));
    let sheet = book.add_worksheet();
    put_line(sheet, 0, head)?;
    for (row, line) in (1_u32..).zip(lines) {
        put_line(sheet, row, line.as_ref())?;
    }
    // For all cells at once: the format of each by itself would be looked up by all that it says.
    let (last, end) = (u32::try_from(lines.len()).unwrap_or(u32::MAX), u16::try_from(head.len()).unwrap_or(u16::MAX));
    if let Some(end) = end.checked_sub(1) {
        sheet.set_range_format(0, 0, 0, end, &heads)?;
        if last > 0 {
            sheet.set_range_format(1, 0, last, end, &body)?;
        }
    }
    for (column, title) in (0_u16..).zip(head) {
        let at = usize::from(column);
        let cells = lines.iter().filter_map(|line| line.as_ref().get(at));
        let widest = cells.map(|cell| cell_width(cell)).fold(cell_width(title), f64::max);
        sheet.set_column_width(column, (widest + 2.0).clamp(WIDTHS[0], WIDTHS[1]))?;
    }
    sheet.set_freeze_panes(1, 0)?.set_repeat_rows(0, 0)?.set_landscape();
    book.save_to_buffer()
}

fn put_line(sheet: &mut Worksheet, row: u32, cells: &[String]) -> Result<(), XlsxError> {
    for (column, cell) in (0_u16..).zip(cells) {
        let is_count = !cell.is_empty() && cell.len() < 9 && cell.chars().all(|c| c.is_ascii_digit());
        let is_padded = cell.len() > 1 && cell.starts_with('0');
        match cell.parse::<u32>() {
            Ok(count) if is_count && !is_padded => sheet.write_number(row, column, count)?,
            _ => sheet.write_string(row, column, cut_cell(cell))?,
        };
    }
    Ok(())
}

/// The letters of a cell, cut where Excel would not open the file.
fn cut_cell(cell: &str) -> Cow<'_, str> {
    // No letter takes less than a byte.
    let end = if cell.len() > MOST_LETTERS { cell.char_indices().nth(MOST_LETTERS) } else { None };
    end.map_or(Cow::Borrowed(cell), |(end, _)| Cow::Owned(format!("{}…", &cell[..end])))
}

/// The width of the longest line of a cell: letters of Japanese are as wide as two of the alphabet.
fn cell_width(cell: &str) -> f64 {
    let wide = |c: char| if c.is_ascii() { 1.0 } else { 2.0 };
    cell.lines().map(|line| line.chars().take(100).map(wide).sum::<f64>()).fold(0.0, f64::max)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_cell_is_a_formula() {
        assert_eq!(harmless("=1+1"), "'=1+1");
        assert_eq!(harmless("＠場所"), "'＠場所");
        assert_eq!(harmless("第一条-二"), "第一条-二");
    }

    #[test]
    fn no_number_of_a_provision_becomes_a_day_or_a_sum() {
        for cell in
            ["(1)", "（１）", "2-1", "２－１", "1/2", "1.10", "007", "1:2", "5月1日", "50%", "1.", "¥3", "2025-3"]
        {
            assert!(literal_cell(cell).starts_with('\''), "{cell}");
        }
        for cell in ["13", "0", "2025-03-01", "第2条", "2(1)", "別紙（３）", "3か月", "3-2(1)", "", "()", "account.id"]
        {
            assert_eq!(literal_cell(cell), cell);
        }
    }

    #[test]
    fn a_workbook_is_the_same_at_any_time_and_takes_any_letters() {
        let head = ["番号".to_owned(), "条文".to_owned()];
        let lines = [["(1)".to_owned(), "一行目\n二行目".to_owned()], ["7".to_owned(), "長".repeat(40_000)]];
        let book = workbook(&head, &lines).expect("a workbook");
        assert!(book.starts_with(b"PK"));
        std::thread::sleep(std::time::Duration::from_millis(1_100));
        assert_eq!(book, workbook(&head, &lines).expect("a workbook"));
    }
}
