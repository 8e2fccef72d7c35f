//! Rules that a corpus must keep, one file a rule. What could not be resolved at all is reported before.

// A new kind of anything must be told of everywhere; no arm may swallow it.
#![warn(clippy::wildcard_enum_match_arm)]

mod claims;
mod dates;
mod deviations;
mod editions;
mod gaps;
mod glossary;
mod latest;
mod mentions;
mod modality;
mod names;
mod origins;
mod passwords;
mod rules;
mod sources;
mod topics;
mod translations;
mod unused;
mod variants;

use rayon::prelude::*;

use crate::corpus::{Corpus, Unit};
use crate::diagnostics::Diagnostics;

pub use rules::{RULES, Rule, rule};

/// A rule as it is held against the corpus, all of whose writing is `units`.
type Check = fn(corpus: &Corpus, units: &[Unit<'_>], findings: &mut Diagnostics);

/// Every rule. Each is a function of the corpus, so that they may run beside each other.
const CHECKS: [Check; 17] = [
    translations::check,
    glossary::check,
    sources::check,
    origins::check,
    claims::check,
    deviations::check,
    unused::check,
    dates::check,
    editions::check,
    modality::check,
    passwords::check,
    names::check,
    gaps::check,
    latest::check,
    mentions::check,
    variants::check,
    topics::check,
];

/// Holds every rule against the corpus.
pub fn check(corpus: &Corpus, findings: &mut Diagnostics) {
    let units = corpus.units();
    let held = |check: &Check| {
        let mut found = Diagnostics::default();
        check(corpus, &units, &mut found);
        found
    };
    let found: Vec<Diagnostics> = CHECKS.par_iter().map(held).collect();
    for found in found {
        findings.append(found);
    }
}
