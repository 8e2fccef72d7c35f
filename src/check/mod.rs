//! Rules that a corpus must keep, one file a rule. What could not be resolved at all is reported before.

mod claims;
mod dates;
mod deviations;
mod glossary;
mod latest;
mod mentions;
mod modality;
mod names;
mod origins;
mod passwords;
mod rules;
mod sources;
mod translations;
mod unused;
mod variants;

use crate::corpus::Corpus;
use crate::diagnostics::Diagnostics;

pub use rules::{RULES, Rule, rule};

/// Holds every rule against the corpus.
pub fn check(corpus: &Corpus, findings: &mut Diagnostics) {
    translations::check(corpus, findings);
    glossary::check(corpus, findings);
    sources::check(corpus, findings);
    origins::check(corpus, findings);
    claims::check(corpus, findings);
    deviations::check(corpus, findings);
    unused::check(corpus, findings);
    dates::check(corpus, findings);
    modality::check(corpus, findings);
    passwords::check(corpus, findings);
    names::check(corpus, findings);
    latest::check(corpus, findings);
    mentions::check(corpus, findings);
    variants::check(corpus, findings);
}
