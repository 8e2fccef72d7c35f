//! Pages of a site's own, and news.

use std::ops::Range;

use jiff::civil::Date;

use super::words::{Localized, Target, Words};
use crate::base::diagnostics::Place;
use crate::base::locale::Lang;
use crate::base::markup::{Follow, Inline, PlacedFault, Stretch, TextBlock, followed, parse_blocks};
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
/// thousands of pages would take more than twice the memory of their letters.
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
            let one = find(link, range);
            found.push(one.clone());
            one
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
    let mut linked = |stretch: Stretch| followed(stretch.inlines, &mut InStretch { range: &stretch.range, find });
    blocks.into_iter().map(|block| block.map(&mut linked)).collect()
}

/// The stretch whose links and pictures are looked for.
struct InStretch<'s, 'f> {
    range: &'s Range<usize>,
    find: Find<'f>,
}

impl Follow<OwnPageTarget> for InStretch<'_, '_> {
    fn picture(&mut self, written: &str) -> Option<String> {
        match (self.find)(WrittenLink::Picture(written), self.range) {
            Found::Picture(path) => Some(path),
            Found::Link(..) | Found::Nothing => None,
        }
    }

    fn link(&mut self, written: &str, words: Vec<Inline<OwnPageTarget>>) -> Vec<Inline<OwnPageTarget>> {
        let Found::Link(target, printed) = (self.find)(WrittenLink::Link(written), self.range) else { return words };
        let words = if words.is_empty() { vec![Inline::Text(printed)] } else { words };
        match target {
            Some(target) => vec![Inline::Link { target: Box::new(target), words }],
            None => words,
        }
    }
}
