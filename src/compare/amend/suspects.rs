//! Mappings to the baseline that somebody has to look at again: those of which `check` will say that they changed since
//! they were reviewed, by the same fingerprints, whatever language the table is drawn in.

use super::Amendment;
use super::renumbering::cited_number;
use crate::compare::Side;
use crate::corpus::{Corpus, Mapping, Set};
use crate::rules::review::{MappingView, claimed_ends, mapped_provisions};

/// Why a mapping has to be looked at again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SuspectCause {
    /// The text of its provision, or one that is read together with it, changed.
    Text,
    /// What it claims of the text changed.
    Claim,
    /// It was not there before.
    New,
    /// Its provision, or itself, is gone.
    Gone,
}

/// A mapping to the baseline that may no longer be true.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Suspect {
    /// The requirement's id.
    pub requirement: String,
    /// Its title.
    pub title: String,
    /// The mapped provision: by its number now, or by its former one where it is gone.
    pub provision: String,
    /// Why it has to be looked at.
    pub cause: SuspectCause,
}

impl Amendment<'_> {
    /// The mappings that the amendment calls into question; `corpus` knows the requirements and holds the new side.
    #[must_use]
    pub fn suspects(&self, corpus: &Corpus) -> Vec<Suspect> {
        let (old_set, new_set) = (self.old.set, self.new.set);
        let document = self.new.documents.first().map_or("", |document| document.id.as_str());
        let rest = |set: &Set| corpus.set(set.key.present()).filter(|present| present.key != set.key);
        let old_view = MappingView { own: old_set, rest: rest(old_set).or_else(|| corpus.set(new_set.key.present())) };
        let new_view = MappingView { own: new_set, rest: rest(new_set) };
        let (old_taken, new_taken) = (mapped_provisions(old_set), mapped_provisions(new_set));
        let is_of_both = self.old.documents.first().is_some_and(|old| old.id == document);
        let old_document = self.old.documents.first().map_or("", |document| document.id.as_str());
        let mut found = Vec::new();
        for mapping in &new_set.conformance.mappings {
            let held = old_set.document(&mapping.document).is_some();
            let own = mapping.document == document;
            let counterpart = if own || held && is_of_both {
                let home = if own { old_document } else { mapping.document.as_str() };
                old_set.conformance.mappings.iter().find(|other| is_same_mapping(other, home, mapping))
            } else {
                Some(mapping)
            };
            let now = claimed_ends(new_view, mapping, &new_taken);
            let cause = match counterpart.map(|before| claimed_ends(old_view, before, &old_taken)) {
                None => SuspectCause::New,
                Some(before) if before == now => continue,
                // Its text, and what leads into the list in which it stands.
                Some(before) if before.iter().take(2).ne(now.iter().take(2)) => SuspectCause::Text,
                Some(_) => SuspectCause::Claim,
            };
            found.push(suspect_of(&self.new, mapping, cause, corpus));
        }
        let of_document = old_set.conformance.mappings.iter().filter(|mapping| mapping.document == old_document);
        let is_gone =
            |old: &&Mapping| !new_set.conformance.mappings.iter().any(|new| is_same_mapping(new, document, old));
        found.extend(
            of_document.filter(is_gone).map(|mapping| suspect_of(&self.old, mapping, SuspectCause::Gone, corpus)),
        );
        found
    }
}

/// Whether `one`, in the document `home`, is the mapping that `other` is in its version.
fn is_same_mapping(one: &Mapping, home: &str, other: &Mapping) -> bool {
    one.document == home && one.anchor == other.anchor && one.requirement == other.requirement
}

fn suspect_of(side: &Side<'_>, mapping: &Mapping, cause: SuspectCause, corpus: &Corpus) -> Suspect {
    let title = corpus.requirement(&mapping.requirement).map(|requirement| requirement.title.get(side.lang).clone());
    let own = side.documents.first().is_some_and(|document| document.id == mapping.document);
    let provision = match side.find(&mapping.document, &mapping.anchor).filter(|_| own) {
        Some(at) => cited_number(&side.items[at], side),
        // In another document of the set, which is read together with this one.
        None => match side.set.document(&mapping.document) {
            Some(document) => {
                format!("{} {}", document.title.get(side.lang), document.cite(&mapping.anchor, side.lang))
            }
            None => mapping.anchor.clone(),
        },
    };
    Suspect { requirement: mapping.requirement.clone(), title: title.unwrap_or_default(), provision, cause }
}
