//! Running text of a page: the inline tree of a paragraph, a heading or a cell, while it is read and afterwards.

use std::ops::Range;

use pulldown_cmark::{Event, Tag};

use super::Inline;
use super::parse::MarkupBuilder;

/// Running text as written, and its bytes in the source.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stretch {
    /// The pieces; links have their targets as written.
    pub inlines: Vec<Inline<String>>,
    /// The bytes of the source.
    pub range: Range<usize>,
}

/// Running text that is being read.
pub(super) struct StretchBuilder {
    pub(super) markup: MarkupBuilder,
    pub(super) range: Range<usize>,
    depth: usize,
}

impl StretchBuilder {
    pub(super) fn at(range: Range<usize>) -> Self {
        Self { markup: MarkupBuilder::in_paragraph(), range, depth: 0 }
    }

    /// Whether no emphasis or link is open.
    pub(super) fn is_closed(&self) -> bool {
        self.depth == 0
    }

    pub(super) fn take(&mut self, event: Event<'_>, range: &Range<usize>) {
        match event {
            Event::Start(_) => self.depth += 1,
            Event::End(_) => self.depth = self.depth.saturating_sub(1),
            _ => {}
        }
        self.range.end = self.range.end.max(range.end);
        self.markup.take(event);
    }
}

/// The code in a running text.
pub(super) fn code_of(inlines: &[Inline<String>]) -> Box<dyn Iterator<Item = &str> + '_> {
    Box::new(inlines.iter().flat_map(|inline| match inline {
        Inline::Code(code) => Box::new(std::iter::once(code.as_str())),
        Inline::Strong(inner)
        | Inline::Emphasis(inner)
        | Inline::Note(inner)
        | Inline::Language { words: inner, .. }
        | Inline::Link { words: inner, .. } => code_of(inner),
        Inline::Text(_) | Inline::Break | Inline::Ruby { .. } | Inline::Picture { .. } => Box::new(std::iter::empty()),
    }))
}

/// Whether `tag` begins running text, no block.
pub(super) fn is_inline(tag: &Tag<'_>) -> bool {
    matches!(
        tag,
        Tag::Emphasis
            | Tag::Strong
            | Tag::Strikethrough
            | Tag::Link { .. }
            | Tag::Image { .. }
            | Tag::Superscript
            | Tag::Subscript
    )
}
