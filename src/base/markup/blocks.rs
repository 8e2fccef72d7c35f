//! Markdown of whole pages: blocks around the inline tree, and code. What a provision may not hold besides (pictures, raw
//! HTML) a page may not hold either.

use std::ops::Range;

use pulldown_cmark::{Event, HeadingLevel, OffsetIter, Options, Parser, Tag, TagEnd};

use super::Inline;
use super::fault::MarkupFault;
use super::notes::{NOTE, WrittenNotes, put_notes};
use super::parse::{EMPHASIS, NESTING, escape_tags, join_lines, tag_places};
use super::ruby::put_readings;
use super::stretch::{Stretch, StretchBuilder, code_of, is_inline};

/// A block of a page. `L` is its running text: a [`Stretch`] as written, links resolved, HTML.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TextBlock<L> {
    /// A heading.
    Heading {
        /// Its level on a page whose title has the first: 2 to 6, each at most one below that of the heading before.
        level: usize,
        /// Its words.
        words: L,
    },
    /// A paragraph.
    Paragraph(L),
    /// A list.
    List {
        /// The first number of a numbered one.
        start: Option<u64>,
        /// Its items.
        items: Vec<Vec<Self>>,
    },
    /// A quotation.
    Quote(Vec<Self>),
    /// A table.
    Table {
        /// The cells of its head.
        head: Vec<L>,
        /// The cells of its rows.
        rows: Vec<Vec<L>>,
    },
    /// Lines that are typed just so.
    Code(String),
    /// A rule.
    Rule,
}

/// A construct that a page must not hold, and its bytes in the source.
pub type PlacedFault = (MarkupFault, Range<usize>);

/// The greatest depth of lists and quotations in each other, so that no walk of the tree can exhaust the stack.
const DEEPEST: usize = 8;

impl<L> TextBlock<L> {
    /// Returns the block with each of its running texts replaced by what `change` makes of it, in their order.
    pub fn map<M>(self, change: &mut impl FnMut(L) -> M) -> TextBlock<M> {
        match self {
            Self::Heading { level, words } => TextBlock::Heading { level, words: change(words) },
            Self::Paragraph(words) => TextBlock::Paragraph(change(words)),
            Self::List { start, items } => {
                let item = |item: Vec<Self>| item.into_iter().map(|block| block.map(&mut *change)).collect();
                TextBlock::List { start, items: items.into_iter().map(item).collect() }
            }
            Self::Quote(inner) => TextBlock::Quote(inner.into_iter().map(|block| block.map(change)).collect()),
            Self::Table { head, rows } => {
                let mut cells = |cells: Vec<L>| cells.into_iter().map(&mut *change).collect::<Vec<M>>();
                let head = cells(head);
                TextBlock::Table { head, rows: rows.into_iter().map(cells).collect() }
            }
            Self::Code(lines) => TextBlock::Code(lines),
            Self::Rule => TextBlock::Rule,
        }
    }

    /// Adds its running texts to `texts`, in their order.
    fn add_texts<'t>(&'t mut self, texts: &mut Vec<&'t mut L>) {
        match self {
            Self::Heading { words, .. } | Self::Paragraph(words) => texts.push(words),
            Self::List { items, .. } => items.iter_mut().flatten().for_each(|block| block.add_texts(texts)),
            Self::Quote(inner) => inner.iter_mut().for_each(|block| block.add_texts(texts)),
            Self::Table { head, rows } => texts.extend(head.iter_mut().chain(rows.iter_mut().flatten())),
            Self::Code(_) | Self::Rule => {}
        }
    }
}

/// Returns the blocks of `source`, and what it must not hold with its bytes; `wide` says that lines join without a space.
#[must_use]
pub fn parse_blocks(source: &str, wide: bool) -> (Vec<TextBlock<Stretch>>, Vec<PlacedFault>) {
    let tags = tag_places(source);
    let escaped = escape_tags(source, &tags);
    let events = Parser::new_ext(&escaped, Options::ENABLE_TABLES | Options::ENABLE_FOOTNOTES).into_offset_iter();
    let tags = tags.into_iter().map(|place| place.start).collect();
    let mut reader = BlockReader {
        events,
        source,
        escaped: &escaped,
        tags,
        depth: 0,
        open: Vec::new(),
        faults: Vec::new(),
        notes: WrittenNotes::new(),
    };
    let mut blocks = reader.blocks();
    let mut found = Vec::new();
    let mut texts: Vec<&mut Stretch> = Vec::new();
    for block in &mut blocks {
        block.add_texts(&mut texts);
    }
    put_notes(texts.iter_mut().map(|words| &mut words.inlines), &reader.notes, &mut found);
    for words in texts {
        put_readings(&mut words.inlines);
        if wide {
            join_lines(&mut words.inlines);
        }
    }
    let mut faults = reader.faults;
    faults.extend(found.into_iter().map(|fault| (fault, 0..source.len().min(1))));
    (blocks, faults)
}

struct BlockReader<'a> {
    events: OffsetIter<'a>,
    source: &'a str,
    escaped: &'a str,
    /// The beginning of each tag in the source, before which the escaped text has one letter more.
    tags: Vec<usize>,
    depth: usize,
    /// The levels of the headings above the present place, as the source has them.
    open: Vec<HeadingLevel>,
    faults: Vec<PlacedFault>,
    /// The notes below the text, by their marks.
    notes: WrittenNotes,
}

impl<'a> BlockReader<'a> {
    /// The blocks up to the end of what they stand in.
    fn blocks(&mut self) -> Vec<TextBlock<Stretch>> {
        let mut blocks = Vec::new();
        // Items of a list without empty lines between them hold running text without a paragraph.
        let mut bare: Option<StretchBuilder> = None;
        while let Some((event, range)) = self.events.next() {
            match event {
                // The end of an emphasis or a link within bare text does not end the item.
                Event::End(_) if bare.as_ref().is_none_or(StretchBuilder::is_closed) => break,
                Event::Start(tag) if !is_inline(&tag) => {
                    blocks.extend(bare.take().map(|bare| TextBlock::Paragraph(self.finish(bare))));
                    blocks.extend(self.block(&tag, range));
                }
                Event::Rule => {
                    blocks.extend(bare.take().map(|bare| TextBlock::Paragraph(self.finish(bare))));
                    blocks.push(TextBlock::Rule);
                }
                inline => bare.get_or_insert_with(|| StretchBuilder::at(range.clone())).take(inline, &range),
            }
        }
        blocks.extend(bare.take().map(|bare| TextBlock::Paragraph(self.finish(bare))));
        blocks
    }

    /// The block that `tag` begins, up to its end.
    fn block(&mut self, tag: &Tag<'a>, range: Range<usize>) -> Option<TextBlock<Stretch>> {
        let holds_blocks = matches!(tag, Tag::List(_) | Tag::BlockQuote(_) | Tag::Item);
        if holds_blocks && self.depth >= DEEPEST {
            return self.refuse(NESTING, range);
        }
        self.depth += 1;
        let block = match tag {
            Tag::Heading { level, .. } => {
                let level = self.level(*level);
                Some(TextBlock::Heading { level, words: self.stretch(range) })
            }
            Tag::List(start) => Some(TextBlock::List { start: *start, items: self.items() }),
            Tag::BlockQuote(_) => Some(TextBlock::Quote(self.blocks())),
            Tag::Table(_) => Some(self.table()),
            Tag::FootnoteDefinition(mark) => {
                let blocks = self.blocks();
                match <[_; 1]>::try_from(blocks) {
                    Ok([TextBlock::Paragraph(words)]) => drop(self.notes.insert(mark.to_string(), words.inlines)),
                    _ => self.faults.push((NOTE, self.in_source(&range))),
                }
                None
            }
            Tag::CodeBlock(_) => Some(TextBlock::Code(self.code())),
            _ => Some(TextBlock::Paragraph(self.stretch(range))),
        };
        self.depth -= 1;
        block
    }

    /// The lines of the code that has begun.
    fn code(&mut self) -> String {
        let mut lines = String::new();
        while let Some((event, range)) = self.events.next() {
            match event {
                // Its letters are those of the source, where nothing is escaped. Windows ends lines in two letters.
                Event::Text(_) => lines.push_str(self.source.get(self.in_source(&range)).unwrap_or("")),
                Event::End(TagEnd::CodeBlock) => break,
                _ => {}
            }
        }
        lines.replace("\r\n", "\n")
    }

    /// The level on the page of a heading that has `level` in the source, so that no level is left out.
    fn level(&mut self, level: HeadingLevel) -> usize {
        // A page may begin with `####` or leap from `##` to it. What counts is how many headings stand above, since
        // readers of a page by ear go by levels.
        while self.open.last().is_some_and(|above| *above >= level) {
            self.open.pop();
        }
        self.open.push(level);
        // HTML has six, and the title of the page is the first.
        (self.open.len() + 1).min(6)
    }

    fn items(&mut self) -> Vec<Vec<TextBlock<Stretch>>> {
        let mut items = Vec::new();
        while let Some((event, _)) = self.events.next() {
            match event {
                Event::Start(Tag::Item) => items.push(self.blocks()),
                Event::End(TagEnd::List(_)) => break,
                _ => {}
            }
        }
        items
    }

    fn table(&mut self) -> TextBlock<Stretch> {
        let (mut head, mut rows) = (Vec::new(), Vec::new());
        while let Some((event, range)) = self.events.next() {
            match event {
                Event::Start(Tag::TableRow) => rows.push(Vec::new()),
                Event::Start(Tag::TableCell) => {
                    let cell = self.stretch(range);
                    // The cells of the head come first, in no row of their own.
                    rows.last_mut().unwrap_or(&mut head).push(cell);
                }
                Event::End(TagEnd::Table) => break,
                _ => {}
            }
        }
        TextBlock::Table { head, rows }
    }

    /// The running text of the block that has begun, up to its end.
    fn stretch(&mut self, range: Range<usize>) -> Stretch {
        let mut builder = StretchBuilder::at(range);
        for (event, range) in self.events.by_ref() {
            if matches!(event, Event::End(_)) && builder.is_closed() {
                break;
            }
            builder.take(event, &range);
        }
        self.finish(builder)
    }

    fn finish(&mut self, builder: StretchBuilder) -> Stretch {
        let (inlines, strong, faults) = builder.markup.finish();
        let range = self.in_source(&builder.range);
        let is_sound = faults.is_empty();
        self.faults.extend(faults.into_iter().map(|fault| (fault, range.clone())));
        // Each stretch of strong letters has two `**`. More of them in the source were printed as letters; escaped
        // ones are meant to be.
        let written = self.escaped.get(builder.range).unwrap_or("");
        if is_sound && written.contains('*') && strong * 2 < strong_signs(written, &inlines) {
            self.faults.push((EMPHASIS, range.clone()));
        }
        Stretch { inlines, range }
    }

    /// Passes over the block that has begun and reports it.
    fn refuse(&mut self, fault: MarkupFault, range: Range<usize>) -> Option<TextBlock<Stretch>> {
        let mut depth = 0_usize;
        for (event, _) in self.events.by_ref() {
            match event {
                Event::Start(_) => depth += 1,
                Event::End(_) if depth == 0 => break,
                Event::End(_) => depth -= 1,
                _ => {}
            }
        }
        self.faults.push((fault, self.in_source(&range)));
        None
    }

    /// The bytes of the source that became those of the escaped text.
    fn in_source(&self, range: &Range<usize>) -> Range<usize> {
        let earlier = |at: usize| {
            // The tag at index i begins i letters later in the escaped text.
            let (mut low, mut high) = (0, self.tags.len());
            while low < high {
                let middle = usize::midpoint(low, high);
                if self.tags[middle] + middle < at { low = middle + 1 } else { high = middle }
            }
            at - low
        };
        earlier(range.start)..earlier(range.end)
    }
}

/// Returns how many `**` stand in `written` that are neither escaped nor in the code of `inlines`.
fn strong_signs(written: &str, inlines: &[Inline<String>]) -> usize {
    let in_code: usize = code_of(inlines).map(|code| code.matches("**").count()).sum();
    written.replace("\\*", "").matches("**").count().saturating_sub(in_code)
}

#[cfg(test)]
mod tests {
    use super::super::{TextLinks, blocks_to_html, to_html};
    use super::*;

    struct PlainLinks;

    impl TextLinks<String> for PlainLinks {
        fn href(&self, target: &String) -> Option<String> {
            Some(target.clone())
        }

        fn picture(&self, path: &str) -> String {
            path.to_owned()
        }
    }

    #[test]
    fn notes_stand_where_they_are_referred_to() {
        assert_eq!(
            html("a[^n] b\n\n[^n]: **c**\n\nd"),
            "<p>a<small class=\"footnote\">（<strong>c</strong>）</small> b</p><p>d</p>"
        );
        let faults = |source: &str| parse_blocks(source, false).1.len();
        assert_eq!([faults("a[^n]\n\n[^n]: b[^n]"), faults("a\n\n[^n]: b"), faults("a[^n]")], [1, 1, 0]);
    }

    fn html(source: &str) -> String {
        let (blocks, faults) = parse_blocks(source, false);
        assert!(faults.is_empty(), "{faults:?}");
        let mut words = |stretch: Stretch| to_html(&stretch.inlines, &PlainLinks);
        let blocks: Vec<_> = blocks.into_iter().map(|block| block.map(&mut words)).collect();
        blocks_to_html(&blocks).replace('\n', "")
    }

    #[test]
    fn headings_leave_out_no_level() {
        assert_eq!(html("# a\n\n### b\n\n## c\n\n# d"), "<h2>a</h2><h3>b</h3><h3>c</h3><h2>d</h2>");
    }

    #[test]
    fn lists_quotations_tables_and_rules_are_blocks() {
        assert_eq!(
            html("- a **b**\n- c\n  1. d\n"),
            "<ul><li>a <strong>b</strong></li><li>c<ol><li>d</li></ol></li></ul>"
        );
        assert_eq!(html("3. a\n\n4. b\n"), "<ol start=\"3\"><li>a</li><li>b</li></ol>");
        assert_eq!(html("> a\n\n---\n\nb"), "<blockquote><p>a</p></blockquote><hr><p>b</p>");
        let table = html("| a | b |\n|---|---|\n| [c](x) | d |\n");
        assert!(
            table.contains("<th scope=\"col\">a</th>") && table.contains("<td><a href=\"x\">c</a></td>"),
            "{table}"
        );
    }

    #[test]
    fn code_is_as_it_is_typed() {
        let expected =
            "<p>run <code>a --b &lt;c&gt;</code></p><pre tabindex=\"0\"><code>a &lt;b&gt; **c**d</code></pre>";
        assert_eq!(html("run `a --b <c>`\n\n```console\na <b> **c**\nd\n```\n"), expected);
        assert_eq!(html("a `**b**` c"), "<p>a <code>**b**</code> c</p>");
        assert_eq!(html("    a\n    b\n"), "<pre tabindex=\"0\"><code>ab</code></pre>");
        assert_eq!(html("- x\n\n      a\n"), "<ul><li>x<pre tabindex=\"0\"><code>a</code></pre></li></ul>");
    }

    #[test]
    fn tags_stay_letters_and_faults_know_their_bytes() {
        assert_eq!(html("<script>x</script>"), "<p>&lt;script&gt;x&lt;/script&gt;</p>");
        let source = "<b>a</b>\n\nb\n\n```\ncode\n```\n\n![](q)\n";
        let found: Vec<(MarkupFault, &str)> =
            parse_blocks(source, false).1.into_iter().map(|(fault, range)| (fault, source[range].trim_end())).collect();
        assert_eq!(found, [(MarkupFault("markdown-alt"), "![](q)")]);
        let deep = format!("{}x", "> ".repeat(5_000));
        assert_eq!(parse_blocks(&deep, false).1.len(), 1);
    }
}
