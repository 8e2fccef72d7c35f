//! Pages of a site's own, and news.

use std::ops::Range;

use jiff::civil::Date;

use super::words::{Localized, Target, Words};
use crate::base::diagnostics::Place;
use crate::base::locale::Lang;
use crate::base::markup::{Inline, PlacedFault, Stretch, TextBlock, parse_blocks};
use crate::content::{PageText, SetKey};

/// A page of a site's own, or a piece of news.
#[derive(Debug)]
pub struct OwnPage {
    /// Its id.
    pub id: String,
    /// Its title.
    pub title: Words,
    /// Its place among the pages in the menu.
    pub order: Option<u32>,
    /// Whether the menu leads to it.
    pub in_menu: bool,
    /// The day of a piece of news; a page has none.
    pub date: Option<Date>,
    /// The region that it is about.
    pub region: Option<SetKey>,
    /// Ids that it had before.
    pub formerly: Vec<String>,
    /// The text.
    pub text: Localized<OwnPageText>,
    /// The targets that it refers to.
    pub references: Vec<Target>,
    /// The place of its file.
    pub place: Place,
}

/// A block of such a page.
pub type OwnPageBlock = TextBlock<Vec<Inline<OwnPageTarget>>>;

/// The target of a link on such a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum OwnPageTarget {
    /// A target that texts of documents may have as well.
    Content(Target),
    /// Such a page, by its id.
    Page(String),
    /// A file that is published as it is, by its path.
    File(String),
}

/// The text of such a page in one language. Its blocks are read from the Markdown whenever they are asked for: those of
/// thousands of pages would take several times the memory of their letters.
#[derive(Debug)]
pub struct OwnPageText {
    markdown: PageText,
    lang: Lang,
    /// What was found for its links and pictures, in their order.
    found: Box<[Found]>,
    /// Whether it has no blocks.
    pub is_empty: bool,
}

/// Blocks as they are written, and what a page must not hold.
pub(in crate::corpus) type WrittenBlocks = (Vec<TextBlock<Stretch>>, Vec<PlacedFault>);

/// A link or a picture, with what its author wrote as its target.
#[derive(Debug, Clone, Copy)]
pub(in crate::corpus) enum WrittenLink<'a> {
    Link(&'a str),
    Picture(&'a str),
}

/// What was found for a link or a picture.
#[derive(Debug, Clone)]
pub(in crate::corpus) enum Found {
    /// The target of a link, if it leads anywhere, and the words that it prints where it has none of its own.
    Link(Option<OwnPageTarget>, String),
    /// The picture at this path.
    Picture(String),
    /// Nothing: what is said in place of a picture is printed.
    Nothing,
}

impl OwnPageText {
    /// Returns the blocks of `markdown` in `lang` as they are written.
    pub(in crate::corpus) fn written(markdown: &PageText, lang: Lang) -> WrittenBlocks {
        parse_blocks(markdown.text(), lang == Lang::Ja)
    }

    /// Returns the text of `markdown`, whose blocks are `blocks`; `find` is asked for each link and picture with the stretch in
    /// which it stands.
    pub(in crate::corpus) fn of(
        markdown: &PageText,
        lang: Lang,
        blocks: Vec<TextBlock<Stretch>>,
        find: Find<'_>,
    ) -> Self {
        let (mut found, is_empty) = (Vec::new(), blocks.is_empty());
        linked_blocks(blocks, &mut |link, range| {
            found.push(find(link, range));
            found.last().cloned().unwrap_or(Found::Nothing)
        });
        Self { markdown: markdown.clone(), lang, found: found.into(), is_empty }
    }

    /// Returns the blocks.
    #[must_use]
    pub fn blocks(&self) -> Vec<OwnPageBlock> {
        // The Markdown is what it was when they were found, so that there is one for each.
        let mut found = self.found.iter().cloned();
        linked_blocks(Self::written(&self.markdown, self.lang).0, &mut |_, _| found.next().unwrap_or(Found::Nothing))
    }
}

/// Finds what a link or a picture leads to, which stands in the stretch with these bytes.
type Find<'f> = &'f mut dyn FnMut(WrittenLink<'_>, &Range<usize>) -> Found;

fn linked_blocks(blocks: Vec<TextBlock<Stretch>>, find: Find<'_>) -> Vec<OwnPageBlock> {
    let mut linked = |stretch: Stretch| linked(stretch.inlines, &stretch.range, find);
    blocks.into_iter().map(|block| block.map(&mut linked)).collect()
}

fn linked(inlines: Vec<Inline<String>>, range: &Range<usize>, find: Find<'_>) -> Vec<Inline<OwnPageTarget>> {
    let mut out = Vec::with_capacity(inlines.len());
    for inline in inlines {
        match inline {
            Inline::Text(text) => out.push(Inline::Text(text)),
            Inline::Code(text) => out.push(Inline::Code(text)),
            Inline::Break => out.push(Inline::Break),
            Inline::Ruby { base, reading } => out.push(Inline::Ruby { base, reading }),
            Inline::Language { lang, words } => {
                out.push(Inline::Language { lang, words: linked(words, range, find) });
            }
            Inline::Note(inner) => out.push(Inline::Note(linked(inner, range, find))),
            Inline::Strong(inner) => out.push(Inline::Strong(linked(inner, range, find))),
            Inline::Emphasis(inner) => out.push(Inline::Emphasis(linked(inner, range, find))),
            Inline::Picture { path, alt } => match find(WrittenLink::Picture(&path), range) {
                Found::Picture(path) => out.push(Inline::Picture { path, alt }),
                Found::Link(..) | Found::Nothing => out.push(Inline::Text(alt)),
            },
            Inline::Link { target, words } => {
                let words = linked(words, range, find);
                let Found::Link(target, printed) = find(WrittenLink::Link(&target), range) else { continue };
                let words = if words.is_empty() { vec![Inline::Text(printed)] } else { words };
                match target {
                    Some(target) => out.push(Inline::Link { target: Box::new(target), words }),
                    None => out.extend(words),
                }
            }
        }
    }
    out
}
