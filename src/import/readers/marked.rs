//! Lines out of marked-up text, as the readers of Markdown and HTML write them.

use std::ops::Range;

use super::raw::printable;
use crate::import::outline::source::{LeftOut, LineLink, SourceCell, SourceLine, SourceText, Why};
use crate::import::outline::table::TableGrid;
use crate::import::shapes::marks;

/// The mark before the words of a member of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum MemberPrefix {
    /// A number, which the file counts: `2.`.
    Number(String),
    /// A bullet, unless the words bear a mark of their own, and the number of lists with bullets that it stands in.
    Bullet(usize),
}

/// Writes the lines of a source, one after another.
#[derive(Debug, Default)]
pub(super) struct LineWriter {
    pub(super) source: SourceText,
    /// The line that is being written.
    text: String,
    number: usize,
    bold: usize,
    plain: usize,
    links: Vec<LineLink>,
    strong: Vec<Range<usize>>,
    /// The mark before its words.
    pub(super) prefix: Option<MemberPrefix>,
    /// The number of lists that it stands in.
    pub(super) depth: usize,
    /// The level of the heading that it is.
    pub(super) heading: Option<u8>,
    /// The number of empty lines before it.
    pub(super) gap: usize,
    /// The cell that it stands in.
    pub(super) cell: Option<SourceCell>,
}

impl LineWriter {
    /// The letters of the line so far.
    pub(super) fn so_far(&self) -> &str {
        &self.text
    }

    /// Adds letters of the line `number` of the file.
    pub(super) fn letters(&mut self, text: &str, number: usize, strong: bool) {
        let shown = printable(text);
        let shown = if self.text.is_empty() { shown.trim_start() } else { shown.as_str() };
        if shown.is_empty() {
            return;
        }
        if self.text.is_empty() {
            self.number = number;
        }
        // White space between bold words need not be bold.
        let count = shown.chars().filter(|letter| !letter.is_whitespace()).count();
        *(if strong { &mut self.bold } else { &mut self.plain }) += count;
        let begin = self.text.len();
        self.text.push_str(shown);
        if strong {
            self.strong.push(begin..self.text.len());
        }
    }

    /// Adds what stands between the words of two lines that go on with each other: a space, except beside Japanese.
    pub(super) fn join(&mut self) {
        let kept = self.text.trim_end_matches([' ', '\t']).len();
        self.text.truncate(kept);
        // Japanese has no spaces between words, and a break of the file gives it none.
        if self.text.ends_with(|letter: char| letter.is_ascii()) && !self.text.is_empty() {
            self.text.push(' ');
        }
    }

    /// The place in the line at which a link would begin now.
    pub(super) fn place(&self) -> usize {
        self.text.len()
    }

    /// Makes a link of the letters from `start` on.
    pub(super) fn link(&mut self, start: usize, address: &str) {
        if start < self.text.len() {
            self.links.push(LineLink { span: start..self.text.len(), address: address.to_owned() });
        }
    }

    /// Ends the line.
    pub(super) fn flush(&mut self) {
        let text = std::mem::take(&mut self.text);
        let text = text.trim_end();
        let links = std::mem::take(&mut self.links);
        let (bold, plain) = (std::mem::take(&mut self.bold), std::mem::take(&mut self.plain));
        let strong = std::mem::take(&mut self.strong);
        if text.is_empty() {
            return;
        }
        let prefix = self.prefix.take();
        let head = match &prefix {
            Some(MemberPrefix::Number(number)) => format!("{number} "),
            // - （１）花 bears a number, and the dash is the file's.
            Some(MemberPrefix::Bullet(depth)) if marks::find_mark(text).is_none() => bullet(*depth).to_owned(),
            Some(MemberPrefix::Bullet(_)) | None => String::new(),
        };
        // The places of links are those of the words, before which the number was put.
        let moved = links.into_iter().map(|link| {
            let span = link.span.start + head.len()..link.span.end.min(text.len()) + head.len();
            LineLink { span, ..link }
        });
        let whole = bold > 0 && plain == 0;
        let strong = strong.into_iter().filter(|_| !whole);
        let strong = strong.map(|span| span.start + head.len()..span.end.min(text.len()) + head.len());
        self.source.lines.push(SourceLine {
            number: self.number,
            strong: strong.filter(|span| span.start < span.end).collect(),
            links: moved.filter(|link| !link.span.is_empty()).collect(),
            text: format!("{head}{text}"),
            gap: std::mem::take(&mut self.gap),
            indent: self.depth * 2,
            heading: self.heading,
            listed: prefix.is_some(),
            bold: whole,
            cell: self.cell,
            page: false,
        });
    }

    /// Ends a member of a list. One that says nothing keeps its number.
    pub(super) fn end_member(&mut self, number: usize) {
        self.flush();
        // An empty member is printed with its number, since the next ones count on from it.
        if let Some(MemberPrefix::Number(label)) = self.prefix.take() {
            self.letters(&label, number, false);
            self.flush();
        }
    }

    /// Notes what is left out.
    pub(super) fn leave(&mut self, number: usize, text: &str, why: Why) {
        let text = printable(text.trim());
        if !text.is_empty() {
            self.source.left_out.push(LeftOut { line: number, text, why });
        }
    }

    /// Notes a table, and returns its number.
    pub(super) fn table(&mut self, grid: TableGrid) -> usize {
        let number = self.source.tables.len();
        self.source.tables.insert(number, grid);
        number
    }

    /// Takes over what another reader read of a part of the file, which begins on the line `first`.
    pub(super) fn take_over(&mut self, part: SourceText, first: usize) {
        self.flush();
        let tables = self.source.tables.len();
        let (lines, doubts) = (self.source.lines.len(), part.doubts);
        for (number, grid) in part.tables {
            self.source.tables.insert(tables + number, grid);
        }
        for line in part.lines {
            let cell = line.cell.map(|cell| SourceCell { table: cell.table + tables, ..cell });
            let gap = line.gap + std::mem::take(&mut self.gap);
            self.source.lines.push(SourceLine { number: line.number + first - 1, cell, gap, ..line });
        }
        let left = part.left_out.into_iter().map(|left| LeftOut { line: left.line + first - 1, ..left });
        self.source.left_out.extend(left);
        self.source.doubts.extend(doubts.into_iter().map(|mut doubt| {
            doubt.line += lines;
            doubt
        }));
    }
}

/// The bullet of a list that stands in as many others with bullets: one that looks otherwise stands deeper
/// (tests/cases/import/nested-bullets.md).
fn bullet(depth: usize) -> &'static str {
    match depth {
        0 | 1 => "・",
        2 => "○",
        _ => "◇",
    }
}

/// Whether a link leads to another place on the web, which the format keeps.
pub(super) fn is_web_address(target: &str) -> bool {
    let sound =
        !target.contains(|letter: char| letter.is_whitespace() || letter.is_control() || "<>()".contains(letter));
    sound && ["https://", "http://", "mailto:"].iter().any(|scheme| target.starts_with(scheme))
}
