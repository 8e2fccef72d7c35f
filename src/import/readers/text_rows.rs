//! Tables without borders in which the number of each article stands beside its text: 第１条 | この規程は、…. They are text
//! that was laid out so, and no table.

use std::collections::BTreeMap;

use crate::import::outline::source::{SourceLine, SourceText};
use crate::import::shapes::heads;
use crate::import::shapes::marks::find_mark;
use crate::import::shapes::style::NumberUnit;

/// Puts the number of each row before its text, in tables of which every row begins with the number of an article.
pub(crate) fn with_numbered_rows_as_lines(mut source: SourceText) -> SourceText {
    let laid_out: Vec<usize> = source.tables.keys().copied().filter(|table| is_text(&source, *table)).collect();
    if laid_out.is_empty() {
        return source;
    }
    // The new places of lines, by which doubts name them.
    let mut places = Vec::with_capacity(source.lines.len());
    let mut lines: Vec<SourceLine> = Vec::with_capacity(source.lines.len());
    // The row whose number waits for its text.
    let mut waiting: Option<(usize, usize)> = None;
    for mut line in std::mem::take(&mut source.lines) {
        let cell = line.cell.take_if(|cell| laid_out.contains(&cell.table));
        let row = cell.map(|cell| (cell.table, cell.row));
        let goes_on = cell.is_some_and(|cell| cell.column > 0) && row == waiting;
        waiting = row.filter(|_| cell.is_some_and(|cell| cell.column == 0));
        match lines.last_mut().filter(|_| goes_on) {
            Some(number) => append(number, line),
            None => lines.push(line),
        }
        places.push(lines.len() - 1);
    }
    source.lines = lines;
    for doubt in &mut source.doubts {
        doubt.line = places.get(doubt.line).copied().unwrap_or(doubt.line);
    }
    source.tables.retain(|table, _| !laid_out.contains(table));
    source
}

/// Whether each row of a table of two columns has the number of an article before a text.
fn is_text(source: &SourceText, table: usize) -> bool {
    let even = source.tables.get(&table).is_some_and(|grid| grid.columns == 2 && !grid.has_spans());
    let mut last: BTreeMap<usize, [Option<&str>; 2]> = BTreeMap::new();
    for line in &source.lines {
        if let Some(cell) = line.cell.filter(|cell| cell.table == table && cell.column < 2) {
            last.entry(cell.row).or_default()[cell.column] = Some(&line.text);
        }
    }
    // A row without any letters, as Markdown wants one for heads, says nothing.
    let sound = |row: &[Option<&str>; 2]| row[0].is_some_and(is_number) && row[1].is_some();
    even && last.len() > 1 && last.values().all(sound)
}

/// Whether a line is the number of an article and no more than its caption: 第１条, 第２条（会員）.
fn is_number(text: &str) -> bool {
    let mark = find_mark(text).filter(|mark| mark.unit == Some(NumberUnit::Article));
    mark.is_some_and(|mark| text[mark.rest..].trim().is_empty() || heads::inside(&text[mark.rest..]).is_some())
}

/// Puts a text behind the number that stands beside it.
fn append(number: &mut SourceLine, text: SourceLine) {
    number.text.push('\u{3000}');
    let begin = number.text.len();
    number.text.push_str(&text.text);
    number.bold = false;
    number.strong.extend(text.strong.into_iter().map(|span| span.start + begin..span.end + begin));
    number.links.extend(text.links.into_iter().map(|mut link| {
        link.span = link.span.start + begin..link.span.end + begin;
        link
    }));
}
