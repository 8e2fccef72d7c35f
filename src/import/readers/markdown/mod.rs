//! The reader of Markdown, as `CommonMark` and GitHub read it (pulldown-cmark).

mod asides;

use std::collections::BTreeMap;
use std::ops::Range;

use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag, TagEnd};

use self::asides::{Aside, AsideKind};
use super::marked::{LineWriter, MemberPrefix, is_web_address};
use super::raw::raw_lines;
use crate::import::outline::source::{SourceCell, SourceText, Why};
use crate::import::outline::table::TableGrid;
use crate::import::shapes::{column_width, marks};

/// The lines of the Markdown `text`.
#[must_use]
pub(super) fn read_markdown(text: &str) -> SourceText {
    let mut left_out = Vec::new();
    // Ends of lines are made alike first, so that places of the parser are places in lines.
    let raw: Vec<String> = raw_lines(text, &mut left_out).into_iter().map(|line| line.text).collect();
    let text = raw.join("\n");
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_YAML_STYLE_METADATA_BLOCKS;
    let mut reader = MarkdownReader::new(&text);
    for (event, range) in Parser::new_ext(&text, options).into_offset_iter() {
        reader.event(event, &range);
    }
    reader.out.flush();
    let mut source = reader.out.source;
    source.left_out.extend(left_out);
    source
}

/// A list that is open.
struct MarkdownList {
    /// The next number; none for bullets.
    next: Option<u64>,
}

/// A table that is being read.
#[derive(Default)]
struct MarkdownTable {
    number: usize,
    columns: usize,
    row: usize,
    column: usize,
}

struct MarkdownReader<'t> {
    text: &'t str,
    /// The beginning of each line, in bytes.
    starts: Vec<usize>,
    out: LineWriter,
    lists: Vec<MarkdownList>,
    table: Option<MarkdownTable>,
    aside: Option<Aside>,
    strong: usize,
    /// The links that are open: the places where they begin, and their targets.
    links: Vec<(usize, String)>,
    /// The numbers of footnotes by their names.
    notes: BTreeMap<String, usize>,
    code: bool,
    /// The place in the line that is written at which the present line of the file begins.
    line_start: usize,
}

impl<'t> MarkdownReader<'t> {
    fn new(text: &'t str) -> Self {
        let starts = std::iter::once(0).chain(text.match_indices('\n').map(|(at, _)| at + 1)).collect();
        Self {
            text,
            starts,
            out: LineWriter::default(),
            lists: Vec::new(),
            table: None,
            aside: None,
            strong: 0,
            links: Vec::new(),
            notes: BTreeMap::new(),
            code: false,
            line_start: 0,
        }
    }

    /// The number of the line that `at` stands on, from 1.
    fn line(&self, at: usize) -> usize {
        self.starts.partition_point(|start| *start <= at).max(1)
    }

    fn event(&mut self, event: Event<'_>, range: &Range<usize>) {
        let number = self.line(range.start);
        match event {
            Event::Start(tag) => self.start(tag, range),
            Event::End(tag) => self.end(tag, range),
            Event::Text(text)
            | Event::Code(text)
            | Event::InlineMath(text)
            | Event::DisplayMath(text)
            | Event::Html(text) => self.words(&text, number),
            Event::InlineHtml(tag) => self.inline_html(&tag, number),
            Event::FootnoteReference(name) => {
                let note = self.note(&name);
                // As a note of a Word file is shown, so that the number and the note below it say the same.
                self.words(&format!("（※{note}）"), number);
            }
            Event::SoftBreak => self.soft_break(range.end),
            Event::HardBreak => self.hard_break(),
            Event::Rule => {
                self.out.flush();
                self.out.gap += 1;
            }
            Event::TaskListMarker(done) => self.words(if done { "☑ " } else { "□ " }, number),
        }
    }

    fn start(&mut self, tag: Tag<'_>, range: &Range<usize>) {
        let number = self.line(range.start);
        match tag {
            Tag::Paragraph | Tag::BlockQuote(_) => self.block(number),
            Tag::Heading { level, .. } => {
                self.block(number);
                self.out.heading = Some(heading_depth(level));
            }
            Tag::CodeBlock(_) => {
                self.block(number);
                self.code = true;
            }
            Tag::HtmlBlock => self.set_aside(AsideKind::Html(number)),
            Tag::List(next) => {
                self.block(number);
                self.lists.push(MarkdownList { next });
                self.out.depth = self.lists.len();
            }
            Tag::Item => self.member(range.start, number),
            Tag::FootnoteDefinition(name) => {
                self.block(number);
                let note = self.note(&name);
                self.out.letters(&format!("※{note}\u{3000}"), number, false);
            }
            Tag::Table(columns) => {
                self.block(number);
                let number = self.out.table(TableGrid::default());
                self.table = Some(MarkdownTable { number, columns: columns.len(), ..MarkdownTable::default() });
            }
            Tag::TableCell => {
                self.out.flush();
                let cell =
                    self.table.as_ref().map(|at| SourceCell { table: at.number, row: at.row, column: at.column });
                self.out.cell = cell;
            }
            Tag::Strong => self.strong += 1,
            Tag::Strikethrough => self.begin_crossed(range),
            Tag::Link { dest_url, .. } => self.links.push((self.out.place(), dest_url.to_string())),
            Tag::Image { dest_url, .. } => self.set_aside(AsideKind::Picture(dest_url.to_string())),
            Tag::MetadataBlock(_) => self.set_aside(AsideKind::Data),
            Tag::TableHead
            | Tag::TableRow
            | Tag::Emphasis
            | Tag::Superscript
            | Tag::Subscript
            | Tag::DefinitionList
            | Tag::DefinitionListTitle
            | Tag::DefinitionListDefinition => {}
        }
    }

    fn end(&mut self, tag: TagEnd, range: &Range<usize>) {
        let number = self.line(range.start);
        match tag {
            TagEnd::Paragraph => {
                self.end_forgotten(number);
                self.out.flush();
            }
            TagEnd::BlockQuote(_) | TagEnd::FootnoteDefinition => self.out.flush(),
            TagEnd::Heading(_) => {
                self.out.flush();
                self.out.heading = None;
            }
            TagEnd::CodeBlock => {
                self.out.flush();
                self.code = false;
            }
            TagEnd::Strikethrough => self.end_crossed(range),
            TagEnd::HtmlBlock | TagEnd::Image | TagEnd::MetadataBlock(_) => self.end_aside(number),
            TagEnd::List(_) => {
                self.out.flush();
                self.lists.pop();
                self.out.depth = self.lists.len();
            }
            TagEnd::Item => self.out.end_member(number),
            TagEnd::Table => self.end_table(),
            TagEnd::TableHead | TagEnd::TableRow => {
                if let Some(table) = &mut self.table {
                    (table.row, table.column) = (table.row + 1, 0);
                }
            }
            TagEnd::TableCell => {
                self.out.flush();
                self.out.cell = None;
                if let Some(table) = &mut self.table {
                    table.column += 1;
                }
            }
            TagEnd::Strong => self.strong = self.strong.saturating_sub(1),
            TagEnd::Link => self.end_link(number),
            TagEnd::Emphasis
            | TagEnd::Superscript
            | TagEnd::Subscript
            | TagEnd::DefinitionList
            | TagEnd::DefinitionListTitle
            | TagEnd::DefinitionListDefinition => {}
        }
    }

    /// A block begins on the line `number`; the empty lines before it are told.
    fn block(&mut self, number: usize) {
        self.out.flush();
        self.line_start = 0;
        let blank = |line: &usize| {
            let (from, to) = (self.starts[*line - 1], self.starts.get(*line).copied().unwrap_or(self.text.len()));
            self.text[from..to].trim().is_empty()
        };
        self.out.gap = self.out.gap.max((1..number).rev().take_while(blank).count());
    }

    /// A member of a list. Numbers count from the first one whatever the others say (`CommonMark` 0.31, section 5.3).
    fn member(&mut self, start: usize, number: usize) {
        self.block(number);
        // The parser tells the number and not the sign behind it, which the text has: 1) or 1.
        let rest = self.text[start..].trim_start_matches(|letter: char| letter.is_ascii_digit());
        let sign = if rest.starts_with(')') { ')' } else { '.' };
        let bullets = self.lists.iter().filter(|list| list.next.is_none()).count();
        let Some(list) = self.lists.last_mut() else { return };
        self.out.prefix = Some(match &mut list.next {
            Some(next) => {
                let label = MemberPrefix::Number(format!("{next}{sign}"));
                *next = next.saturating_add(1);
                label
            }
            None => MemberPrefix::Bullet(bullets),
        });
    }

    fn words(&mut self, text: &str, number: usize) {
        match &mut self.aside {
            Some(aside) => aside.words.push_str(text),
            None if self.code => {
                // Lines of code stand as they are, and none goes on with another.
                for (at, line) in text.split('\n').enumerate() {
                    if at > 0 {
                        self.out.flush();
                    }
                    self.out.letters(&line.replace('\t', " "), number + at, false);
                }
            }
            None => self.out.letters(&text.replace(['\n', '\t'], " "), number, self.strong > 0),
        }
    }

    fn hard_break(&mut self) {
        match &mut self.aside {
            Some(aside) => aside.words.push(' '),
            None => self.break_line(),
        }
    }

    /// Ends the line; links go on.
    fn break_line(&mut self) {
        let open = std::mem::take(&mut self.links);
        // 0 says that the link is not left out where it leads into the file: it is told once, at its end.
        for (start, target) in &open {
            self.put_link(*start, target, 0);
        }
        self.out.flush();
        self.line_start = 0;
        self.links = open.into_iter().map(|(_, target)| (0, target)).collect();
    }

    /// A line ends within a paragraph, which for `CommonMark` is a space. But people who write Japanese put a head, a
    /// title or a place to fill in on a line of its own; what is joined is a sentence and what goes on with it
    /// (tests/cases/import/colon-captions.md).
    fn soft_break(&mut self, next: usize) {
        let rest = &self.text[next.min(self.text.len())..];
        let line = rest.split('\n').next().unwrap_or_default();
        // **第２条** at the head of the next line is a number all the same.
        let bare = line.trim_start_matches(['>', ' ', '*', '_']);
        // Only the line of the file that ends here, so that a long paragraph costs no more than its length.
        let before = self.out.so_far();
        let before = before.get(self.line_start.min(before.len())..).unwrap_or(before);
        // A line of half a page's width was broken; a head or a place to fill in is shorter.
        let sentence = before.contains(['。', '、', '，']) || column_width(before) >= 40;
        // A paragraph may begin without an empty line before it; 花を植え、 / 1. 水 is one of the test
        // `a_sentence_goes_on_over_a_soft_break`.
        let begins = marks::find_mark(bare).is_some() || bare.starts_with(['\u{3000}', '（', '(', '【', '※']);
        if self.aside.is_some() || (sentence && !begins) {
            if self.aside.is_none() {
                self.out.join();
                self.line_start = self.out.place();
            }
        } else {
            self.break_line();
        }
    }

    fn end_link(&mut self, number: usize) {
        if let Some((start, target)) = self.links.pop() {
            self.put_link(start, &target, number);
        }
    }

    /// Makes a link of the letters from `start` on; one that leads into the file itself is left out.
    fn put_link(&mut self, start: usize, target: &str, number: usize) {
        if is_web_address(target) {
            self.out.link(start, target);
        } else if number > 0 {
            self.out.leave(number, target, Why::Link);
        }
    }

    fn end_table(&mut self) {
        self.out.flush();
        self.out.cell = None;
        let Some(table) = self.table.take() else { return };
        self.out.source.tables.insert(table.number, TableGrid::even(table.row, table.columns, 1));
    }

    /// The number of a footnote.
    fn note(&mut self, name: &str) -> usize {
        let next = self.notes.len() + 1;
        *self.notes.entry(name.to_owned()).or_insert(next)
    }
}

fn heading_depth(level: HeadingLevel) -> u8 {
    match level {
        HeadingLevel::H1 => 1,
        HeadingLevel::H2 => 2,
        HeadingLevel::H3 => 3,
        HeadingLevel::H4 => 4,
        HeadingLevel::H5 => 5,
        HeadingLevel::H6 => 6,
    }
}

#[cfg(test)]
mod tests;
