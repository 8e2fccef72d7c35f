//! Tables in plain text: rows of Markdown, cells parted by tabs, and the cells of Word's tables as its plain text has
//! them, each on lines of its own after a tab.

use std::collections::{BTreeMap, BTreeSet};

use super::raw::RawLine;
use crate::import::outline::source::SourceCell;
use crate::import::outline::table::TableGrid;
use crate::import::shapes::marks;

/// The tables of a text.
#[derive(Debug, Default)]
pub(in crate::import) struct FoundTables {
    /// By the line's place: its cells and their letters.
    pub(in crate::import) cells: BTreeMap<usize, Vec<(SourceCell, String)>>,
    /// Lines that only part the head of a table from its rows.
    pub(in crate::import) rules: BTreeSet<usize>,
    /// The tables whose first row is parted from the others.
    headed: BTreeSet<usize>,
    count: usize,
}

impl FoundTables {
    /// Where the cells of each table stand.
    pub(in crate::import) fn grids(&self) -> BTreeMap<usize, TableGrid> {
        let mut sizes: BTreeMap<usize, (usize, usize)> = BTreeMap::new();
        for (cell, _) in self.cells.values().flatten() {
            let (rows, columns) = sizes.entry(cell.table).or_insert((0, 0));
            (*rows, *columns) = ((*rows).max(cell.row + 1), (*columns).max(cell.column + 1));
        }
        let grid = |(table, (rows, columns)): (usize, (usize, usize))| {
            (table, TableGrid::even(rows, columns, usize::from(self.headed.contains(&table))))
        };
        sizes.into_iter().map(grid).collect()
    }
}

/// The tables among `lines`.
pub(in crate::import) fn find_tables(lines: &[RawLine], markdown: bool) -> FoundTables {
    let mut found = FoundTables::default();
    let mut at = 0;
    while at < lines.len() {
        let end = [
            markdown_table as fn(&[RawLine], usize, bool, &mut FoundTables) -> Option<usize>,
            folded_table,
            tab_table,
            bar_table,
        ]
        .iter()
        .find_map(|table| table(lines, at, markdown, &mut found));
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
    let inner = inner.strip_suffix('|').unwrap_or(inner).replace("\\|", "\0");
    Some(inner.split('|').map(|cell| cell.replace('\0', "|").replace("<br>", " ")).collect())
}

fn markdown_table(lines: &[RawLine], at: usize, markdown: bool, found: &mut FoundTables) -> Option<usize> {
    let rule = lines.get(at + 1)?;
    let dashes =
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

fn add_row(place: usize, row: usize, cells: Vec<String>, found: &mut FoundTables) {
    let table = found.count;
    let cells = cells.into_iter().enumerate().map(|(column, text)| (SourceCell { table, row, column }, text));
    found.cells.insert(place, cells.collect());
}

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
    text.chars().count() > 3 && text.chars().all(drawn) && !text.chars().all(|letter| letter == '-' || letter == '=')
}

/// Rows of a plain text whose cells are parted by bars; two at least, with as many cells each
/// (tests/cases/import/bars.txt).
fn bar_table(lines: &[RawLine], at: usize, _: bool, found: &mut FoundTables) -> Option<usize> {
    let count = lines[at..].iter().take(4).find(|line| !is_drawn_rule(line)).and_then(barred_cells)?.len();
    let mut end = at;
    let mut rows = Vec::new();
    while let Some(line) = lines.get(end) {
        match barred_cells(line).filter(|cells| cells.len() == count && !is_drawn_rule(line)) {
            Some(cells) => rows.push((end, cells)),
            None if is_drawn_rule(line) => {}
            None => break,
        }
        end += 1;
    }
    if rows.len() < 2 {
        return None;
    }
    found.rules.extend((at..end).filter(|place| is_drawn_rule(&lines[*place])));
    for (row, (place, cells)) in rows.into_iter().enumerate() {
        add_row(place, row, cells, found);
    }
    Some(end)
}

/// Rows whose cells are parted by tabs; two at least, with as many cells each.
fn tab_table(lines: &[RawLine], at: usize, _: bool, found: &mut FoundTables) -> Option<usize> {
    let tabs = |line: &RawLine| line.text.trim_start_matches([' ', '\u{3000}']).matches('\t').count();
    let count = tabs(&lines[at]);
    if count == 0 || lines[at].is_blank() || lines[at].text.starts_with('\t') {
        return None;
    }
    let same = |line: &&RawLine| !line.is_blank() && tabs(line) == count && !line.text.starts_with('\t');
    let rows: Vec<&RawLine> = lines[at..].iter().take_while(same).collect();
    // A tab after a number is no table.
    let numbered = |line: &&RawLine| {
        let head = line.text.split('\t').next().unwrap_or_default().trim();
        marks::find_mark(&format!("{head} x")).is_some_and(|mark| mark.end >= head.len())
    };
    if rows.len() < 2
        || (count == 1 && rows.iter().filter(|line| numbered(line)).count() * 2 > rows.len() && !has_head(&rows))
    {
        return None;
    }
    for (row, line) in rows.iter().enumerate() {
        add_row(at + row, row, line.text.split('\t').map(str::to_owned).collect(), found);
    }
    Some(at + rows.len())
}

/// Whether the first of two-column rows is a head: no number, and short.
fn has_head(rows: &[&RawLine]) -> bool {
    let first = rows[0].text.trim();
    marks::find_mark(first).is_none() && first.chars().count() < 24 && !first.contains('。')
}

/// A table of Word in plain text: each cell begins with a tab, rows are parted by an empty line.
fn folded_table(lines: &[RawLine], at: usize, _: bool, found: &mut FoundTables) -> Option<usize> {
    let begins = |line: &RawLine| line.text.starts_with('\t') && !line.is_blank();
    if !begins(&lines[at]) {
        return None;
    }
    let mut cells: Vec<(usize, SourceCell)> = Vec::new();
    let mut cell = SourceCell { table: found.count, row: 0, column: 0 };
    let (mut place, mut gap) = (at, 0);
    while let Some(line) = lines.get(place) {
        if line.text.trim_matches([' ', '\u{3000}']).is_empty() {
            gap += 1;
        } else if line.text.starts_with('\t') {
            if place > at {
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
    let wide = cells.iter().any(|(_, cell)| cell.column > 0);
    let items = cells.iter().filter(|(_, cell)| cell.column == 0).any(|(place, _)| is_item(&lines[*place].text));
    if !wide || items {
        return None;
    }
    let end = cells.last().map_or(at, |(place, _)| place + 1);
    for (place, cell) in cells {
        found.cells.entry(place).or_default().push((cell, lines[place].text.clone()));
    }
    Some(end)
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
    gap == 1 && next.is_some_and(headless)
}
