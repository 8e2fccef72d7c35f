//! What the baseline requires is covered, or its absence is acknowledged; and nothing is acknowledged that is none.

use super::{Rule, RuleFile, in_regions};
use crate::conformance::{Status, coverage};
use crate::content::Standing;
use crate::corpus::{Corpus, Deviation, Set, WritingUnit};
use crate::base::diagnostics::{Code, Diagnostic, Diagnostics, Place, codes};

codes! {
    J0413: Error, Content, [set, title, requirement, status];
    J0414: Warning, Content, [requirement, status];
    J0415: Warning, Content, [requirement];
    J0444: Error, Content, [requirement];
}

pub(super) const FILE: RuleFile = RuleFile {
    check: Some(unacknowledged_gaps),
    rules: &[
        Rule { code: Code::J0413, adjustable: false, example: Some(include_str!("examples/J0413.txt")) },
        Rule { code: Code::J0414, adjustable: true, example: Some(include_str!("examples/J0414.txt")) },
        Rule { code: Code::J0415, adjustable: true, example: Some(include_str!("examples/J0415.txt")) },
        Rule { code: Code::J0444, adjustable: false, example: Some(include_str!("examples/J0444.txt")) },
    ],
};

fn unacknowledged_gaps(corpus: &Corpus, _: &[WritingUnit<'_>], findings: &mut Diagnostics) {
    in_regions(corpus, findings, |set, findings| {
        for entry in coverage(corpus, set) {
            let id = &entry.requirement.id;
            let mapped = entry.mappings.first();
            if entry.needs_deviation() && entry.deviation.is_none() {
                // Where a claim falls short the claim is shown; where nothing is said there is only the file to speak
                // of.
                let place = mapped.map_or_else(|| unmapped(set), |mapping| mapping.extent.place.clone());
                let diagnostic = Diagnostic::new(Code::J0413).at(&place).arg("requirement", id);
                let diagnostic = diagnostic.arg("status", entry.status.word()).arg("set", set.key.to_string());
                findings.push(diagnostic.arg("title", &entry.requirement.title.ja));
            }
            if let Some(deviation) = entry.deviation.filter(|_| !entry.status.departs()) {
                let diagnostic = Diagnostic::new(Code::J0414).at(&deviation.place).arg("requirement", id);
                findings.push(diagnostic.arg("status", entry.status.word()));
            }
            reason_of_others(set, entry.deviation, findings);
            if let Some(elsewhere) = entry.elsewhere.filter(|_| entry.status != Status::NotAvailable) {
                findings.push(Diagnostic::new(Code::J0415).at(&elsewhere.place).arg("requirement", id));
            }
        }
    });
}

/// Whoever compares two texts sees what differs; why, only the council knows.
fn reason_of_others(set: &Set, deviation: Option<&Deviation>, findings: &mut Diagnostics) {
    let standing = set.conformance.standing.as_ref().map(|standing| standing.value);
    if let (Some(deviation), true) = (deviation, standing != Some(Standing::Official))
        && let Some(reason) = &deviation.reason
    {
        findings.push(Diagnostic::new(Code::J0444).at(&reason.place).arg("requirement", &deviation.requirement));
    }
}

/// Returns the place to speak of what no provision says.
fn unmapped(set: &Set) -> Place {
    let file = set.conformance.standing.as_ref().map_or(&set.name.place, |standing| &standing.place);
    Place::whole(&file.file)
}
