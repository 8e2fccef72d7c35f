//! A document does not follow whatever version of a guideline is the latest: nobody can say what it asked for on a day.

use super::{Rule, RuleFile};
use crate::corpus::{CitedVersion, Corpus, Target, WritingUnit};
use crate::base::diagnostics::{Code, Diagnostic, Diagnostics, codes};

codes! {
    J0427: Warning, Content, [guideline];
}

pub(super) const FILE: RuleFile = RuleFile {
    check: Some(floating_versions),
    rules: &[
        Rule { code: Code::J0427, adjustable: true, example: Some(include_str!("examples/J0427.txt")) },
    ],
};

fn floating_versions(_: &Corpus, units: &[WritingUnit<'_>], findings: &mut Diagnostics) {
    for part in units.iter().flat_map(|unit| &unit.parts) {
        for reference in part.references() {
            if let Target::Guideline { id, version: Some(CitedVersion::Latest) } = &reference.target {
                let place = part.place().narrowed(&reference.written);
                findings.push(Diagnostic::new(Code::J0427).at(&place).arg("guideline", id));
            }
        }
    }
}
