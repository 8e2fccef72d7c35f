//! A document does not follow whatever version of a guideline is the latest: nobody can say what it asked for on a day.

use crate::corpus::Corpus;
use crate::diagnostics::{Diagnostic, Diagnostics};
use crate::locale::Lang;

pub(super) fn check(corpus: &Corpus, findings: &mut Diagnostics) {
    for part in corpus.units().iter().flat_map(|unit| &unit.parts) {
        let written = part.written(Lang::Ja);
        for reference in written.split("](guideline:").skip(1).filter_map(|rest| rest.split(')').next()) {
            if let Some(guideline) = reference.strip_suffix("/latest") {
                let place = part.place().narrowed(&format!("guideline:{reference}"));
                findings.push(Diagnostic::warning("J0427").at(&place).arg("guideline", guideline));
            }
        }
    }
}
