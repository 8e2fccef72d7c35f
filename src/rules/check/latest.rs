//! A document does not follow whatever version of a guideline is the latest: nobody can say what it asked for on a day.

use super::{Rule, RuleFile};
use crate::corpus::{Corpus, Unit};
use crate::base::diagnostics::{Code, Diagnostic, Diagnostics, codes};
use crate::base::locale::Lang;

codes! {
    J0427: Warning, Content, [guideline];
}

pub(super) const FILE: RuleFile = RuleFile {
    check: Some(floating_versions),
    rules: &[
        Rule { code: Code::J0427, adjustable: true, example: Some(include_str!("examples/J0427.txt")) },
    ],
};

fn floating_versions(_: &Corpus, units: &[Unit<'_>], findings: &mut Diagnostics) {
    for part in units.iter().flat_map(|unit| &unit.parts) {
        let written = part.written(Lang::Ja);
        for reference in written.split("](guideline:").skip(1).filter_map(|rest| rest.split(')').next()) {
            if let Some(guideline) = reference.strip_suffix("/latest") {
                let place = part.place().narrowed(&format!("guideline:{reference}"));
                findings.push(Diagnostic::new(Code::J0427).at(&place).arg("guideline", guideline));
            }
        }
    }
}
