//! Amendments: what changes from one edition of a document to the next, by the customs of Japanese drafting. The
//! comparison table (新旧対照表) shows it side by side, the amending text (改め文) says it in words.

// A new kind of anything must be told of everywhere; no arm may swallow it.
#![warn(clippy::wildcard_enum_match_arm)]

mod annex_entries;
mod annex_rows;
mod annexes;
pub mod carry;
mod contents_rows;
mod drafter;
mod git;
pub mod instructions;
mod marks;
mod merged;
mod parted;
mod renumbering;
mod sources;
mod suspects;
mod table;
mod text;
mod tree;
mod view;

pub use marks::MarkedText;
pub use merged::{MergedLine, MergedPiece, MergedState, merged_lines};
pub use renumbering::{MovedReference, Renumbered};
pub use sources::{AmendmentRequest, AmendmentSide, AmendmentSides, revision_corpus};
pub use suspects::{Suspect, SuspectCause};
pub use table::{ArticleGroup, Remark, Says, Table, TableCell, TableRow};
pub use text::amendment_text;
pub use view::{CellView, Instructions, LineView, ListView, PieceView, View, ViewOptions};

use crate::base::locale::Lang;
use crate::compare::{Alignment, Side, align};
use crate::content::SetKey;
use crate::corpus::{Corpus, Document, Set};

/// Two editions of a document, aligned.
#[derive(Debug)]
pub struct Amendment<'a> {
    /// The older edition.
    pub old: Side<'a>,
    /// The newer one.
    pub new: Side<'a>,
    /// The pairs of provisions.
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

    /// The same amendment in the words of `lang`, its provisions paired as they are.
    pub(in crate::compare) fn in_words_of(&self, lang: Lang) -> Self {
        Self { old: self.old.spoken_in(lang), new: self.new.spoken_in(lang), alignment: self.alignment.clone() }
    }

    /// The same amendment in the words of `lang`, its provisions paired by these.
    #[must_use]
    pub fn spoken_in(&self, lang: Lang) -> Self {
        // Paired anew, since likeness is that of the words.
        let (old, new) = (self.old.spoken_in(lang), self.new.spoken_in(lang));
        let alignment = align(&old, &new);
        Self { old, new, alignment }
    }
}

/// A change from one version of a document to the next.
#[derive(Debug, Clone, Copy)]
pub struct VersionChange<'a> {
    /// The older version.
    pub old: &'a SetKey,
    /// The newer one.
    pub new: &'a SetKey,
    /// The document.
    pub document: &'a str,
}

impl VersionChange<'_> {
    /// The amendment, in `lang`.
    #[must_use]
    pub fn amendment<'c>(&self, corpus: &'c Corpus, lang: Lang) -> Option<Amendment<'c>> {
        let version = |key| {
            let set = corpus.set(key)?;
            Some((corpus, set, set.document(self.document)?))
        };
        Some(Amendment::between(version(self.old)?, version(self.new)?, lang))
    }
}

/// Every change that `corpus` holds both versions of: set by set, each document's from the oldest.
#[must_use]
pub fn changes(corpus: &Corpus) -> Vec<VersionChange<'_>> {
    let documents = corpus.sets.values().flat_map(|set| set.documents.iter().map(|document| (&set.key, document)));
    let each = documents.flat_map(|(key, document)| {
        let history = corpus.history(key, &document.id);
        let keys: Vec<&SetKey> = history.into_iter().map(|version| version.key).collect();
        let pairs: Vec<_> = keys.windows(2).filter_map(|pair| Some((*pair.first()?, *pair.get(1)?))).collect();
        pairs.into_iter().map(|(old, new)| VersionChange { old, new, document: &document.id })
    });
    each.collect()
}
