//! Rules that a corpus must keep, one file a rule. What could not be resolved at all is reported before.
//!
//! A file declares the codes of its rules, what is said of each, and the check; a line in `files!` is all else that the
//! program needs to know it.

// A new kind of anything must be told of everywhere; no arm may swallow it.
#![warn(clippy::wildcard_enum_match_arm)]

mod rules;

use rayon::prelude::*;

use self::rules::{Check, RuleFile};
use crate::base::diagnostics::{Diagnostics, Severity};
use crate::conformance::{ReadingState, begun_regions};
use crate::corpus::{Corpus, Set};

pub use rules::{Rule, rule, rules};

/// Makes the modules of the files of rules and the list of what they declare.
macro_rules! files {
    ($($file:ident,)*) => {
        $(mod $file;)*

        /// The declarations of each file of rules.
        static FILES: &[RuleFile] = &[$($file::FILE),*];
    };
}

files! {
    addresses,
    allowances,
    claims,
    dates,
    days,
    deviations,
    editions,
    gaps,
    glossary,
    html,
    latest,
    mentions,
    modality,
    names,
    origins,
    outdated,
    passwords,
    public_body,
    reviews,
    sources,
    topics,
    translations,
    typed_references,
    typst_code,
    unread,
    unused,
    variants,
    wording,
    written_faults,
}

/// Holds `check` against each region that is held against the baseline. What is found of a draft stops nothing, since it
/// is not finished.
fn in_regions(corpus: &Corpus, findings: &mut Diagnostics, check: impl Fn(&Set, &mut Diagnostics)) {
    for (set, reading) in begun_regions(corpus) {
        let mut found = Diagnostics::default();
        check(set, &mut found);
        if reading == ReadingState::Draft {
            found.revise(|mut finding| {
                finding.severity = Severity::Warning;
                Some(finding)
            });
        }
        findings.append(found);
    }
}

/// Holds every rule against the corpus.
pub fn check(corpus: &Corpus, findings: &mut Diagnostics) {
    let units = corpus.units();
    let held = |check: Check| {
        let mut found = Diagnostics::default();
        check(corpus, &units, &mut found);
        found
    };
    // Collected in the order of the files, so that findings do not depend on which thread was first.
    let found: Vec<Diagnostics> = FILES.par_iter().filter_map(|file| file.check).map(held).collect();
    for found in found {
        findings.append(found);
    }
}
