//! Rules that a corpus must keep, one file a rule. What could not be resolved at all is reported before.

mod claims;
mod deviations;
mod glossary;
mod origins;
mod sources;
mod translations;

use crate::corpus::{Corpus, Unit};
use crate::diagnostics::Diagnostics;

/// Holds every rule against the corpus.
pub fn check(corpus: &Corpus, findings: &mut Diagnostics) {
    translations::check(corpus, findings);
    glossary::check(corpus, findings);
    sources::check(corpus, findings);
    origins::check(corpus, findings);
    claims::check(corpus, findings);
    deviations::check(corpus, findings);
}

/// Every piece of writing of every set.
fn units(corpus: &Corpus) -> impl Iterator<Item = Unit<'_>> {
    corpus.sets.values().flat_map(|set| {
        let documents = set.documents.iter().flat_map(|document| document.units());
        set.units().into_iter().chain(documents).chain(set.forms.iter().flat_map(|form| form.units()))
    })
}
