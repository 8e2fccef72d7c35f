//! Tables that people draw with letters: bars between cells, and rules of dashes.

use super::found_tables::{FoundTables, add_row};
use super::raw::RawLine;

/// Signs that part cells where people draw tables with letters.
const BARS: [char; 4] = ['|', '｜', '│', '┃'];

/// The cells of a line that is drawn with bars; what stands beyond the outer bars is no cell.
fn barred_cells(line: &RawLine) -> Option<Vec<String>> {
    let text = line.text.trim();
    let inner = text.strip_prefix(BARS).unwrap_or(text);
    let inner = inner.strip_suffix(BARS).unwrap_or(inner);
    let cells: Vec<String> = inner.split(BARS).map(|cell| cell.trim().to_owned()).collect();
    (cells.len() > 1 && cells.iter().any(|cell| !cell.is_empty())).then_some(cells)
}

/// Whether a line only draws a rule: ├───┼───┤, +---+---+.
fn is_drawn_rule(line: &RawLine) -> bool {
    let text = line.text.trim();
    let drawn = |letter: char| {
        matches!(u32::from(letter), 0x2500..=0x257F) || "-+|=｜－＋".contains(letter) || letter.is_whitespace()
    };
    // ---- and ==== by themselves part paragraphs and belong to no table.
    text.chars().count() > 3 && text.chars().all(drawn) && !text.chars().all(|letter| letter == '-' || letter == '=')
}

/// Rows of a plain text whose cells are parted by bars; two at least, with as many cells each
/// (tests/cases/import/bars.txt).
pub(super) fn bar_table(lines: &[RawLine], at: usize, found: &mut FoundTables) -> Option<usize> {
    // A table may begin with a rule, ┌────┬────┐, and the first row says how many cells there are:
    // tests/cases/import/bars.txt.
    let count = lines[at..].iter().take(4).find(|line| !is_drawn_rule(line)).and_then(barred_cells)?.len();
    let mut end = at;
    let mut rows = Vec::new();
    while let Some(line) = lines.get(end) {
        match barred_cells(line).filter(|cells| cells.len() == count && !is_drawn_rule(line)) {
            Some(cells) => rows.push((end, cells)),
            // A rule between rows has no bars to be cut at, or cells of dashes alone.
            None if is_drawn_rule(line) => {}
            None => break,
        }
        end += 1;
    }
    // A single bar may stand in a sentence: 朝｜夜のどちらか.
    if rows.len() < 2 {
        return None;
    }
    found.rules.extend((at..end).filter(|place| is_drawn_rule(&lines[*place])));
    for (row, (place, cells)) in rows.into_iter().enumerate() {
        add_row(place, row, cells, found);
    }
    Some(end)
}
