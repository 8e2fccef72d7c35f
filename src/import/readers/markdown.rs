//! The reader of Markdown, as `CommonMark` and GitHub read it (pulldown-cmark).

use std::collections::BTreeMap;
use std::ops::Range;

use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag, TagEnd};

use super::html;
use super::marked::{LineWriter, MemberPrefix, is_address};
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

/// A part of the text whose letters do not go to the line.
enum Aside {
    /// A picture: its address, and what is said of it.
    Picture(String, String),
    /// Words that are crossed out.
    Crossed(String),
    /// Data of the file.
    Data(String),
    /// HTML, and the line on which it begins.
    Html(String, usize),
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
            Event::End(tag) => self.end(tag, number),
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
            Tag::HtmlBlock => self.aside = Some(Aside::Html(String::new(), number)),
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
            // Within a picture or HTML the outer one goes on taking the letters.
            Tag::Strikethrough => self.aside = self.aside.take().or_else(|| Some(Aside::Crossed(String::new()))),
            Tag::Link { dest_url, .. } => self.links.push((self.out.place(), dest_url.to_string())),
            Tag::Image { dest_url, .. } => {
                self.aside = self.aside.take().or_else(|| Some(Aside::Picture(dest_url.to_string(), String::new())));
            }
            Tag::MetadataBlock(_) => self.aside = Some(Aside::Data(String::new())),
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

    fn end(&mut self, tag: TagEnd, number: usize) {
        match tag {
            TagEnd::Paragraph | TagEnd::BlockQuote(_) | TagEnd::FootnoteDefinition => self.out.flush(),
            TagEnd::Heading(_) => {
                self.out.flush();
                self.out.heading = None;
            }
            TagEnd::CodeBlock => {
                self.out.flush();
                self.code = false;
            }
            TagEnd::HtmlBlock | TagEnd::Strikethrough | TagEnd::Image | TagEnd::MetadataBlock(_) => {
                self.end_aside(number);
            }
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
            Some(Aside::Picture(_, words) | Aside::Crossed(words) | Aside::Data(words) | Aside::Html(words, _)) => {
                words.push_str(text);
            }
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

    fn inline_html(&mut self, tag: &str, number: usize) {
        let name = tag.trim_start_matches('<').to_ascii_lowercase();
        if name.starts_with("br") && !name[2..].starts_with(|letter: char| letter.is_ascii_alphanumeric()) {
            self.hard_break();
        } else if let Some(comment) = tag.strip_prefix("<!--") {
            self.out.leave(number, comment.trim_end_matches("-->"), Why::Comment);
        }
    }

    fn hard_break(&mut self) {
        match &mut self.aside {
            Some(Aside::Picture(_, words) | Aside::Crossed(words) | Aside::Data(words) | Aside::Html(words, _)) => {
                words.push(' ');
            }
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

    fn end_aside(&mut self, number: usize) {
        match self.aside.take() {
            Some(Aside::Picture(address, words)) => {
                let said = if words.trim().is_empty() { address } else { words };
                self.out.leave(number, &said, Why::Picture);
            }
            Some(Aside::Crossed(words)) => self.out.leave(number, &words, Why::Deleted),
            Some(Aside::Data(words)) => self.out.leave(number, &words.replace('\n', " "), Why::Metadata),
            Some(Aside::Html(markup, first)) => {
                self.block(first);
                // 下書き in tests/cases/import/markdown.md: nobody sees it on the page.
                if let Some(comment) = markup.trim().strip_prefix("<!--").and_then(|rest| rest.strip_suffix("-->")) {
                    return self.out.leave(first, comment, Why::Comment);
                }
                // What is too deep for the reader of HTML stands there as it is.
                match html::read_fragment(&markup) {
                    Some(part) => self.out.take_over(part, first),
                    None => self.words(&markup, first),
                }
            }
            None => {}
        }
    }

    fn end_link(&mut self, number: usize) {
        if let Some((start, target)) = self.links.pop() {
            self.put_link(start, &target, number);
        }
    }

    /// Makes a link of the letters from `start` on; one that leads into the file itself is left out.
    fn put_link(&mut self, start: usize, target: &str, number: usize) {
        if is_address(target) {
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
mod tests {
    use super::*;

    fn told(text: &str) -> String {
        read_markdown(text).lines.into_iter().map(|line| line.text).collect::<Vec<_>>().join("|")
    }

    #[test]
    fn numbers_count_from_the_first() {
        assert_eq!(told("第１条　事業\n\n3. 花\n3. 水\n   1) 池\n   1) 川\n"), "第１条　事業|3. 花|4. 水|1) 池|2) 川");
        assert_eq!(told("- 花\n- (1) 水\n\n* [ ] 草\n"), "・花|(1) 水|□ 草");
    }

    #[test]
    fn a_sentence_goes_on_over_a_soft_break() {
        assert_eq!(
            told("場所は、次のとおりとする。\nただし、夜は除く。\n"),
            "場所は、次のとおりとする。ただし、夜は除く。"
        );
        assert_eq!(told("みどり会規約\n令和３年制定\n"), "みどり会規約|令和３年制定");
        assert_eq!(told("花を植え、\n1. 水\n"), "花を植え、|1. 水");
        assert_eq!(told("The members meet,\nand they talk.  \nThen\n"), "The members meet,|and they talk.|Then");
    }

    #[test]
    fn markup_is_no_letter() {
        let source = read_markdown(
            "## 第１章 [案内](https://example.jp/a)\n\n\\*注 <u>下線</u><br>次の行 ![図](a.png)~~前の文~~\n\n> 引用 [下](#a)\n",
        );
        let lines: Vec<&str> = source.lines.iter().map(|line| line.text.as_str()).collect();
        assert_eq!(lines, ["第１章 案内", "*注 下線", "次の行", "引用 下"]);
        let link = &source.lines[0].links[0];
        assert_eq!((&source.lines[0].text[link.span.clone()], link.address.as_str()), ("案内", "https://example.jp/a"));
        let left: Vec<_> = source.left_out.iter().map(|left| (left.text.as_str(), left.why)).collect();
        assert_eq!(left, [("図", Why::Picture), ("前の文", Why::Deleted), ("#a", Why::Link)]);
    }

    #[test]
    fn tables_keep_their_empty_cells() {
        let source = read_markdown("| 区分 | 額 |\n|---|---|\n| 医療 | |\n| | 50円 |\n");
        let cells: Vec<_> = source.lines.iter().map(|line| line.cell.map(|cell| (cell.row, cell.column))).collect();
        assert_eq!(cells, [Some((0, 0)), Some((0, 1)), Some((1, 0)), Some((2, 1))]);
        assert_eq!((source.tables[&0].rows, source.tables[&0].columns, source.tables[&0].head), (3, 2, 1));
    }

    #[test]
    fn blocks_of_html_are_read_as_html() {
        assert_eq!(
            told("<div align=right>\n制定　平成２９年<BR>\n改定　令和３年\n</div>\n\n本文\n"),
            "制定　平成２９年|改定　令和３年|本文"
        );
    }
}
