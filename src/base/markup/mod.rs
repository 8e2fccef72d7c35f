//! Running text: inline Markdown as a small tree, and from the tree plain text, HTML and data for Typst.
//!
//! The tree holds what a provision may hold and no more: emphasis, links, line breaks. Blocks of Markdown
//! (lists, headings, tables) are refused there, since structure is said in YAML; pages of a site's own have them
//! (`blocks.rs`). Raw HTML is text.

mod block_html;
mod blocks;
mod data;
mod fault;
mod follow;
mod html;
mod notes;
mod parse;
mod ruby;
mod stretch;

pub use block_html::{blocks_to_html, plain_blocks};
pub use blocks::{PlacedFault, TextBlock, parse_blocks};
pub use data::{PaperTarget, TypstInline, to_typst};
pub use fault::MarkupFault;
pub use follow::{Follow, followed};
pub use html::{TextLinks, escape, to_html};
pub use parse::{EMPHASIS, html_tags, is_wide, join_japanese, parse_markup};
pub use stretch::Stretch;

/// A text: paragraphs of inline pieces. `T` is what a link points to: a [`String`] as written, a target once
/// resolved.
pub type RichText<T> = Vec<Vec<Inline<T>>>;

/// A piece of running text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Inline<T> {
    /// Letters.
    Text(String),
    /// Strong importance.
    Strong(Vec<Self>),
    /// Emphasis.
    Emphasis(Vec<Self>),
    /// Letters that are typed just so, as commands and names of files are. Only pages have it.
    Code(String),
    /// A forced line break.
    Break,
    /// Letters with their reading above.
    Ruby {
        /// The letters.
        base: String,
        /// How they are read.
        reading: String,
    },
    /// Words in a language of their own, where their letters do not tell it: `[Station](lang:en)`.
    Language {
        /// The language, a tag of BCP 47.
        lang: String,
        /// The words.
        words: Vec<Self>,
    },
    /// A note that the text refers to.
    Note(Vec<Self>),
    /// A picture.
    Picture {
        /// Its path below the folder of pictures; as written until it is resolved.
        path: String,
        /// Words that stand for it where it cannot be seen.
        alt: String,
    },
    /// A link; without words of its own it prints its target.
    Link {
        /// The target of the link. Boxed, since most pieces are letters, and each would take the room of a target.
        target: Box<T>,
        /// Its words.
        words: Vec<Self>,
    },
}

/// The letters of a text, paragraphs parted by a space.
#[must_use]
pub fn to_plain<T>(text: &[Vec<Inline<T>>]) -> String {
    let paragraphs: Vec<String> = text.iter().map(|paragraph| plain_inlines(paragraph)).collect();
    paragraphs.join(" ")
}

fn plain_inlines<T>(inlines: &[Inline<T>]) -> String {
    inlines
        .iter()
        .map(|inline| match inline {
            Inline::Text(text) | Inline::Code(text) => text.clone(),
            Inline::Strong(inner)
            | Inline::Emphasis(inner)
            | Inline::Language { words: inner, .. }
            | Inline::Link { words: inner, .. } => plain_inlines(inner),
            Inline::Break => " ".to_owned(),
            Inline::Ruby { base, .. } => base.clone(),
            Inline::Note(inner) => format!("（{}）", plain_inlines(inner)),
            Inline::Picture { alt, .. } => alt.clone(),
        })
        .collect()
}
