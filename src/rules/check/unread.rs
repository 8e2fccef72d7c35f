//! A region that nobody has yet held against the baseline is told as such, once.

use super::{Rule, RuleFile};
use crate::base::diagnostics::{Code, Diagnostic, Diagnostics, Place, codes};
use crate::conformance::{ReadingState, reading_state};
use crate::corpus::{Corpus, WritingUnit};

codes! {
    J0438: Warning, Content, [set, name, requirements];
}

pub(super) const FILE: RuleFile = RuleFile {
    check: Some(unread_regions),
    rules: &[Rule { code: Code::J0438, adjustable: true, example: Some(include_str!("examples/J0438.txt")) }],
};

fn unread_regions(corpus: &Corpus, _: &[WritingUnit<'_>], findings: &mut Diagnostics) {
    let requirements = corpus.requirements().count();
    if requirements == 0 {
        return;
    }
    for set in corpus.sets.values().filter(|set| reading_state(set) == Some(ReadingState::Unread)) {
        let finding = Diagnostic::new(Code::J0438).at(&Place::whole(&set.name.place.file));
        let finding = finding.arg("set", set.key.to_string()).arg("name", &set.name.ja);
        findings.push(finding.arg("requirements", requirements.to_string()));
    }
}
