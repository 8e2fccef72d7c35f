//! Rules that a corpus must keep, one file a rule. What could not be resolved at all is reported before.

mod origins;
mod sources;
mod translations;

use crate::corpus::Corpus;
use crate::diagnostics::Diagnostics;

/// Holds every rule against the corpus.
pub fn check(corpus: &Corpus, findings: &mut Diagnostics) {
    translations::check(corpus, findings);
    sources::check(corpus, findings);
    origins::check(corpus, findings);
}
