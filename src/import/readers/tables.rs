//! Tables in plain text: rows of Markdown, cells parted by tabs, and the cells of Word's tables as its plain text has
//! them, each on lines of its own after a tab.

use super::bars::bar_table;
use super::found_tables::{FoundTables, add_row};
use super::raw::RawLine;
use crate::import::outline::source::SourceCell;
use crate::import::shapes::marks;

/// The tables among `lines`.
pub(in crate::import) fn find_tables(lines: &[RawLine], markdown: bool) -> FoundTables {
    let mut found = FoundTables::default();
    let mut refused = None;
    let runs = TabRuns::of(lines);
    let mut at = 0;
    while at < lines.len() {
        // The surest sign comes first: a rule of dashes below heads, then Word's tabs at the head of lines, tabs
        // within them, bars.
        let end = markdown_table(lines, at, markdown, &mut found)
            .or_else(|| folded_table(lines, at, &mut refused, &mut found))
            .or_else(|| tab_table(lines, at, &runs, &mut found))
            .or_else(|| bar_table(lines, at, &mut found));
        match end {
            Some(end) if end > at => {
                found.count += 1;
                at = end;
            }
            _ => at += 1,
        }
    }
    found
}

fn bars(line: &RawLine) -> Option<Vec<String>> {
    let text = line.text.trim();
    let inner = text.strip_prefix('|')?;
    // An escaped bar is a letter of its cell. Control letters were taken out before, so that NUL can stand for it.
    let inner = inner.strip_suffix('|').unwrap_or(inner).replace("\\|", "\0");
    Some(inner.split('|').map(|cell| cell.replace('\0', "|").replace("<br>", " ")).collect())
}

fn markdown_table(lines: &[RawLine], at: usize, markdown: bool, found: &mut FoundTables) -> Option<usize> {
    let rule = lines.get(at + 1)?;
    let dashes =
        // GitHub's Markdown: the row below the heads has dashes alone, with colons where a column is set to a side.
        bars(rule)?.iter().all(|cell| !cell.trim().is_empty() && cell.trim().trim_matches(['-', ':']).is_empty());
    if !markdown && !dashes {
        return None;
    }
    bars(&lines[at]).filter(|_| dashes)?;
    found.rules.insert(at + 1);
    found.headed.insert(found.count);
    let rows = (at..lines.len()).take_while(|place| bars(&lines[*place]).is_some());
    let mut end = at;
    for (row, place) in rows.filter(|place| *place != at + 1).enumerate() {
        let cells = bars(&lines[place]).unwrap_or_default();
        add_row(place, row, cells, found);
        end = place + 1;
    }
    Some(end)
}

/// The runs of lines with as many tabs each, looked for once for all lines.
struct TabRuns {
    /// The end of the run that a line is in; its own place where it is in none.
    ends: Vec<usize>,
    /// The number of lines before each place that have a number and no more before their first tab.
    numbered: Vec<usize>,
}

impl TabRuns {
    fn of(lines: &[RawLine]) -> Self {
        let tabs = |line: &RawLine| line.text.trim_start_matches([' ', '\u{3000}']).matches('\t').count();
        // A tab at the head begins a cell of Word's plain text, which is a table of another kind.
        let counts: Vec<usize> = lines
            .iter()
            .map(|line| if line.is_blank() || line.text.starts_with('\t') { 0 } else { tabs(line) })
            .collect();
        let mut ends: Vec<usize> = (0..lines.len()).collect();
        for at in (0..lines.len()).rev().filter(|at| counts[*at] > 0) {
            // From the last line upwards, so that each line is looked at once however long its run is.
            ends[at] = if counts.get(at + 1) == Some(&counts[at]) { ends[at + 1] } else { at + 1 };
        }
        // A tab after a number is no table.
        let is_numbered = |line: &RawLine| {
            let head = line.text.split('\t').next().unwrap_or_default().trim();
            marks::find_mark(&format!("{head} x")).is_some_and(|mark| mark.end >= head.len())
        };
        let sums = lines.iter().zip(&counts).scan(0, |sum, (line, count)| {
            *sum += usize::from(*count == 1 && is_numbered(line));
            Some(*sum)
        });
        Self { numbered: std::iter::once(0).chain(sums).collect(), ends }
    }
}

/// Rows whose cells are parted by tabs; two at least, with as many cells each.
fn tab_table(lines: &[RawLine], at: usize, runs: &TabRuns, found: &mut FoundTables) -> Option<usize> {
    let rows = &lines[at..runs.ends[at]];
    let numbered = runs.numbered[at + rows.len()] - runs.numbered[at];
    // A list whose numbers are followed by a tab has as many tabs in each line as a table of two columns.
    if rows.len() < 2 || (numbered * 2 > rows.len() && !has_head(rows)) {
        return None;
    }
    for (row, line) in rows.iter().enumerate() {
        add_row(at + row, row, line.text.split('\t').map(str::to_owned).collect(), found);
    }
    Some(at + rows.len())
}

/// Whether the first of two-column rows is a head: no number, and short.
fn has_head(rows: &[RawLine]) -> bool {
    let first = rows[0].text.trim();
    marks::find_mark(first).is_none() && first.chars().count() < 24 && !first.contains('。')
}

/// Lines that were found to be no table of Word's: none among them need be looked at in full again.
struct RefusedTable {
    /// The end of the lines.
    end: usize,
    /// The last cell that stands beside another.
    last_beside: Option<usize>,
    /// The last line of a first cell that is an item.
    last_item: Option<usize>,
}

impl RefusedTable {
    /// Whether the same is true of the lines from `at` on, of which only the first row is another.
    fn holds(&self, lines: &[RawLine], at: usize) -> bool {
        // A line behind them is of another table.
        if at >= self.end {
            return false;
        }
        let after = |place: Option<usize>| place.is_some_and(|place| place > at);
        let next = (at + 1..self.end).find(|place| begins_cell(&lines[*place])).unwrap_or(self.end);
        let own = lines[at..next].iter().any(|line| !line.is_blank() && is_item(&line.text));
        !after(self.last_beside) || after(self.last_item) || own
    }
}

fn begins_cell(line: &RawLine) -> bool {
    line.text.starts_with('\t') && !line.is_blank()
}

/// A table of Word in plain text: each cell begins with a tab, rows are parted by an empty line.
fn folded_table(
    lines: &[RawLine],
    at: usize,
    refused: &mut Option<RefusedTable>,
    found: &mut FoundTables,
) -> Option<usize> {
    if !begins_cell(&lines[at]) || refused.as_ref().is_some_and(|refused| refused.holds(lines, at)) {
        return None;
    }
    let (cells, stop) = folded_cells(lines, at, found.count);
    let last = |is: &dyn Fn(&(usize, SourceCell)) -> bool| cells.iter().rfind(|cell| is(cell)).map(|(place, _)| *place);
    let last_beside = last(&|(_, cell)| cell.column > 0);
    let last_item = last(&|(place, cell)| cell.column == 0 && is_item(&lines[*place].text));
    // Indented paragraphs begin with a tab too: a table has cells beside each other, and no first cell is an item of
    // a list.
    if last_beside.is_none() || last_item.is_some() {
        *refused = Some(RefusedTable { end: stop, last_beside, last_item });
        return None;
    }
    let end = cells.last().map_or(at, |(place, _)| place + 1);
    for (place, cell) in cells {
        found.cells.entry(place).or_default().push((cell, lines[place].text.clone()));
    }
    Some(end)
}

/// The lines of cells from `at` on, and where they stop.
fn folded_cells(lines: &[RawLine], at: usize, table: usize) -> (Vec<(usize, SourceCell)>, usize) {
    let mut cells: Vec<(usize, SourceCell)> = Vec::new();
    let mut cell = SourceCell { table, row: 0, column: 0 };
    let (mut place, mut gap) = (at, 0);
    while let Some(line) = lines.get(place) {
        if line.text.trim_matches([' ', '\u{3000}']).is_empty() {
            gap += 1;
        } else if line.text.starts_with('\t') {
            if place > at {
                // Within a row Word puts each cell on the next line, and an empty line between rows:
                // tests/cases/import/folded-tables.txt.
                let next_row = gap > 0;
                cell = SourceCell {
                    row: cell.row + usize::from(next_row),
                    column: if next_row { 0 } else { cell.column + 1 },
                    ..cell
                };
            }
            cells.push((place, cell));
            gap = 0;
        } else if gap > 0 && !table_goes_on(lines, place, gap) {
            break;
        } else {
            cells.push((place, cell));
            gap = 0;
        }
        place += 1;
    }
    (cells, place)
}

/// A number with words after it, which is no first cell.
fn is_item(text: &str) -> bool {
    marks::find_mark(text).is_some_and(|mark| mark.rest < text.trim_end().len() && !mark.is_bullet())
}

/// Whether what stands after an empty line is still of the cell above: a row follows soon, and no heading before it.
fn table_goes_on(lines: &[RawLine], place: usize, gap: usize) -> bool {
    /// A cell has a few paragraphs at most.
    const FAR: usize = 12;
    let next = lines[place..].iter().take(FAR).position(|line| line.text.starts_with('\t') && !line.is_blank());
    let headless = |end: usize| {
        lines[place..place + end].iter().all(|line| marks::find_mark(&line.text).is_none_or(|mark| mark.is_bullet()))
    };
    // A numbered heading before the next tab ends the table: what follows it would else be pulled into the last cell.
    gap == 1 && next.is_some_and(headless)
}
