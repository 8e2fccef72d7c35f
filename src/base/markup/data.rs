//! The inline tree as data for the Typst templates, which never see it as markup.

use serde::Serialize;

use super::Inline;

/// A piece of text as the templates take it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "kind", rename_all = "lowercase")]
pub enum TypstInline {
    /// Letters.
    Text {
        /// The letters.
        text: String,
    },
    /// Strong importance.
    Strong {
        /// The pieces inside.
        inner: Vec<TypstInline>,
    },
    /// Emphasis.
    Emphasis {
        /// The pieces inside.
        inner: Vec<TypstInline>,
    },
    /// A forced line break.
    Break,
    /// A link to a place in the same document.
    Reference {
        /// The anchor.
        anchor: String,
        /// The words.
        inner: Vec<TypstInline>,
    },
    /// Letters with their reading above.
    Ruby {
        /// The letters.
        text: String,
        /// How they are read.
        reading: String,
    },
    /// Words in a language of their own.
    Language {
        /// The language without its variant, as ISO 639 has it.
        lang: String,
        /// The pieces inside.
        inner: Vec<TypstInline>,
    },
    /// A note at the foot of the page.
    Note {
        /// The pieces inside.
        inner: Vec<TypstInline>,
    },
    /// A picture.
    Picture {
        /// Its path below the folder of pictures.
        path: String,
        /// Words that stand for it where it cannot be seen.
        alt: String,
    },
    /// A place to fill in.
    Blank {
        /// Its field.
        id: String,
        /// The words that are printed there.
        inner: Vec<TypstInline>,
    },
    /// A link to the outside.
    Link {
        /// The address.
        url: String,
        /// The words.
        inner: Vec<TypstInline>,
    },
}

/// The target of a link on paper.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PaperTarget {
    /// An anchor of the same document.
    Here(String),
    /// An address.
    Outside(String),
    /// A place to fill in.
    Blank(String),
    /// Nowhere: the words stand alone.
    Nowhere,
}

/// The pieces as data. `place` says where a target is to be found on paper.
pub fn to_typst<T>(inlines: &[Inline<T>], place: &impl Fn(&T) -> PaperTarget) -> Vec<TypstInline> {
    let mut out = Vec::new();
    for inline in inlines {
        match inline {
            Inline::Text(text) | Inline::Code(text) => out.push(TypstInline::Text { text: text.clone() }),
            Inline::Strong(inner) => out.push(TypstInline::Strong { inner: to_typst(inner, place) }),
            Inline::Emphasis(inner) => out.push(TypstInline::Emphasis { inner: to_typst(inner, place) }),
            Inline::Break => out.push(TypstInline::Break),
            Inline::Ruby { base, reading } => {
                out.push(TypstInline::Ruby { text: base.clone(), reading: reading.clone() });
            }
            Inline::Language { lang, words } => {
                let lang = lang.split('-').next().unwrap_or(lang).to_owned();
                out.push(TypstInline::Language { lang, inner: to_typst(words, place) });
            }
            Inline::Note(inner) => out.push(TypstInline::Note { inner: to_typst(inner, place) }),
            Inline::Picture { path, alt } => {
                out.push(TypstInline::Picture { path: path.clone(), alt: alt.clone() });
            }
            Inline::Link { target, words } => {
                let inner = to_typst(words, place);
                match place(target) {
                    PaperTarget::Here(anchor) => out.push(TypstInline::Reference { anchor, inner }),
                    PaperTarget::Outside(url) => out.push(TypstInline::Link { url, inner }),
                    PaperTarget::Blank(id) => out.push(TypstInline::Blank { id, inner }),
                    PaperTarget::Nowhere => out.extend(inner),
                }
            }
        }
    }
    out
}
