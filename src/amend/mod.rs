//! Amendments: what changes from one edition of a document to the next, by the customs of Japanese drafting. The
//! comparison table (新旧対照表) shows it side by side, the amending text (改め文) says it in words.

pub mod instructions;

use crate::compare::{Alignment, Side, align};
use crate::corpus::{Corpus, Document, Set};
use crate::locale::Lang;

/// Two editions of a document, aligned.
#[derive(Debug)]
pub struct Amendment<'a> {
    /// The older edition.
    pub old: Side<'a>,
    /// The newer one.
    pub new: Side<'a>,
    /// Which provisions belong together.
    pub alignment: Alignment,
}

impl<'a> Amendment<'a> {
    /// From `old` to `new`, each with its corpus and set, in `lang`.
    #[must_use]
    pub fn between(
        old: (&'a Corpus, &'a Set, &'a Document),
        new: (&'a Corpus, &'a Set, &'a Document),
        lang: Lang,
    ) -> Self {
        let side = |(corpus, set, document)| Side::of_document(corpus, set, document, lang);
        let (old, new) = (side(old), side(new));
        let alignment = align(&old, &new);
        Self { old, new, alignment }
    }
}
