//! What is mapped as an obligation is worded as one, and a number is bounded on the side that the requirement asks for.

use std::collections::BTreeSet;

use super::{Rule, RuleFile, in_regions};
use crate::base::diagnostics::{Code, Diagnostic, Diagnostics, codes};
use crate::base::locale::Lang;
use crate::base::notation::numbers::numbers;
use crate::conformance::{contrary_bound, counters, coverage, softer_texts};
use crate::content::Modality;
use crate::corpus::{Corpus, Given, Mapping, Requirement, Set, WritingUnit};

codes! {
    J0447: Warning, Content, [words, modality];
    J0448: Warning, Content, [number, words, requirement];
}

pub(super) const FILE: RuleFile = RuleFile {
    check: Some(words_of_mappings),
    rules: &[
        Rule { code: Code::J0447, adjustable: true, example: Some(include_str!("examples/J0447.txt")) },
        Rule { code: Code::J0448, adjustable: true, example: Some(include_str!("examples/J0448.txt")) },
    ],
};

fn words_of_mappings(corpus: &Corpus, _: &[WritingUnit<'_>], findings: &mut Diagnostics) {
    in_regions(corpus, findings, |set, findings| {
        let mut told = BTreeSet::new();
        for entry in coverage(corpus, set) {
            for mapping in &entry.mappings {
                softer_words(set, mapping, &mut told, findings);
                other_side(set, entry.requirement, mapping, findings);
            }
        }
    });
}

/// A text that is mapped as an obligation, or leads into what is, and ends with words that are none. Each is told once.
fn softer_words<'a>(
    set: &'a Set,
    mapping: &Mapping,
    told: &mut BTreeSet<(&'a str, &'a str)>,
    findings: &mut Diagnostics,
) {
    let Some(document) = set.document(&mapping.document).filter(|_| mapping.modality == Modality::Must) else { return };
    for softer in softer_texts(document, &mapping.anchor) {
        if told.insert((document.id.as_str(), softer.provision.anchor.as_str())) {
            let finding = Diagnostic::new(Code::J0447).at(&softer.text.place.narrowed(softer.words));
            findings.push(finding.arg("words", softer.words).arg("modality", softer.force.word()));
        }
    }
}

/// A number of the text that the mapping gives, bounded on the other side.
fn other_side(set: &Set, requirement: &Requirement, mapping: &Mapping, findings: &mut Diagnostics) {
    let Some(provision) = set.provision(&mapping.document, &mapping.anchor) else { return };
    let letters = provision.letters(Lang::Ja);
    let found = numbers(&letters);
    for (at, given) in mapping.given.iter().flatten() {
        let (Given::Number(number), Some(unit)) = (&given.value, requirement.parameters[*at].unit) else { continue };
        let tests = requirement.alternatives.iter().flatten().filter(|condition| condition.parameter == *at);
        let contrary = tests.into_iter().find_map(|condition| {
            let same = found.iter().filter(|one| one.value == *number);
            let after = same.filter_map(|one| counters(unit).iter().find_map(|counter| one.after.strip_prefix(counter)));
            // Where the number stands twice, once as it is asked, that is meant.
            after.map(|after| contrary_bound(after, &condition.test)).reduce(Option::and).flatten()
        });
        if let Some(words) = contrary {
            let finding = Diagnostic::new(Code::J0448).at(&given.place).arg("number", number.to_string());
            findings.push(finding.arg("words", words).arg("requirement", &requirement.id));
        }
    }
}
