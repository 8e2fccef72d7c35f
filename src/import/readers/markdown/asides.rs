//! Parts of Markdown whose letters do not go to the line: pictures, words that are crossed out, data, HTML.

use std::ops::Range;

use super::MarkdownReader;
use crate::import::outline::source::Why;
use crate::import::readers::html;

/// A part of the text whose letters do not go to the line.
pub(super) struct Aside {
    kind: AsideKind,
    /// Its letters so far.
    pub(super) words: String,
    /// The number of parts within it that are open, whose letters are its own.
    inner: usize,
}

/// The kind of a part whose letters do not go to the line.
pub(super) enum AsideKind {
    /// A picture, by its address.
    Picture(String),
    /// Words that are crossed out.
    Crossed,
    /// Data of the file.
    Data,
    /// HTML, by the line on which it begins.
    Html(usize),
}

impl MarkdownReader<'_> {
    /// Begins a part; within another one the outer one goes on taking the letters.
    pub(super) fn set_aside(&mut self, kind: AsideKind) {
        match &mut self.aside {
            Some(aside) => aside.inner += 1,
            None => self.aside = Some(Aside { kind, words: String::new(), inner: 0 }),
        }
    }

    /// Begins words that are crossed out. Of a single tilde, which GitHub takes for that too, people make ranges of hours.
    pub(super) fn begin_crossed(&mut self, range: &Range<usize>) {
        if self.is_doubled(range) {
            self.set_aside(AsideKind::Crossed);
        } else {
            self.words("~", self.line(range.start));
        }
    }

    pub(super) fn end_crossed(&mut self, range: &Range<usize>) {
        let number = self.line(range.start);
        if self.is_doubled(range) { self.end_aside(number) } else { self.words("~", number) }
    }

    fn is_doubled(&self, range: &Range<usize>) -> bool {
        self.text.get(range.clone()).is_some_and(|text| text.starts_with("~~"))
    }

    pub(super) fn inline_html(&mut self, tag: &str, number: usize) {
        let inner = tag.trim_start_matches('<').trim_end_matches('>').trim_end_matches('/');
        let name = inner.split_whitespace().next().unwrap_or_default().to_ascii_lowercase();
        match name.as_str() {
            "br" => self.hard_break(),
            "s" | "del" | "strike" => self.set_aside(AsideKind::Crossed),
            "/s" | "/del" | "/strike" if self.is_crossed() => self.end_aside(number),
            _ => {
                if let Some(comment) = tag.strip_prefix("<!--") {
                    self.out.leave(number, comment.trim_end_matches("-->"), Why::Comment);
                }
            }
        }
    }

    /// Whether words that are crossed out are open, so that an end that nothing began ends nothing.
    fn is_crossed(&self) -> bool {
        self.aside.as_ref().is_some_and(|aside| aside.inner > 0 || matches!(aside.kind, AsideKind::Crossed))
    }

    /// Ends the innermost part.
    pub(super) fn end_aside(&mut self, number: usize) {
        if let Some(aside) = self.aside.as_mut().filter(|aside| aside.inner > 0) {
            aside.inner -= 1;
            return;
        }
        let Some(Aside { kind, words, .. }) = self.aside.take() else { return };
        match kind {
            AsideKind::Picture(address) => {
                let said = if words.trim().is_empty() { address } else { words };
                self.out.leave(number, &said, Why::Picture);
            }
            AsideKind::Crossed => self.out.leave(number, &words, Why::Struck),
            AsideKind::Data => self.out.leave(number, &words.replace('\n', " "), Why::Metadata),
            AsideKind::Html(first) => self.end_html(&words, first),
        }
    }

    fn end_html(&mut self, markup: &str, first: usize) {
        self.block(first);
        // 下書き in tests/cases/import/markdown.md: nobody sees it on the page.
        if let Some(comment) = markup.trim().strip_prefix("<!--").and_then(|rest| rest.strip_suffix("-->")) {
            return self.out.leave(first, comment, Why::Comment);
        }
        // What is too deep for the reader of HTML stands there as it is.
        match html::read_fragment(markup) {
            Some(part) => self.out.take_over(part, first),
            None => self.words(markup, first),
        }
    }

    /// Ends words that a paragraph crosses out and never ends.
    pub(super) fn end_forgotten(&mut self, number: usize) {
        while self.is_crossed() {
            self.end_aside(number);
        }
    }
}
