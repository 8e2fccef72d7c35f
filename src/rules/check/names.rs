//! Laws, guidelines and companies are called by their present names.

use super::{Rule, RuleFile};
use crate::corpus::{Corpus, Target, Writing, WritingUnit};
use crate::base::diagnostics::{Code, Diagnostic, Diagnostics, codes};
use crate::base::locale::Lang;

codes! {
    J0426: Warning, Content, [former, now];
}

pub(super) const FILE: RuleFile = RuleFile {
    check: Some(outdated_names),
    rules: &[
        Rule { code: Code::J0426, adjustable: true, example: Some(include_str!("examples/J0426.txt")) },
    ],
};

fn outdated_names(corpus: &Corpus, units: &[WritingUnit<'_>], findings: &mut Diagnostics) {
    let replaced: Vec<(&str, &str)> =
        corpus.guidelines.iter().filter_map(|old| Some((old.id.as_str(), old.replaced_by.as_deref()?))).collect();
    for part in units.iter().flat_map(|unit| &unit.parts) {
        former_names(corpus, *part, findings);
        for (former, now) in &replaced {
            let is_former = |target: &Target| matches!(target, Target::Guideline { id, .. } if id == former);
            if part.references().iter().any(|reference| is_former(&reference.target)) {
                let reference = format!("guideline:{former}");
                let name = corpus.guidelines.iter().find(|guideline| guideline.id == *now);
                let now = name.map_or(*now, |guideline| guideline.name.ja.as_str());
                let diagnostic = Diagnostic::new(Code::J0426).at(&part.place().narrowed(&reference));
                findings.push(diagnostic.arg("former", reference).arg("now", now));
            }
        }
    }
}

fn former_names(corpus: &Corpus, part: Writing<'_>, findings: &mut Diagnostics) {
    // Letters as they are printed, names of references among them.
    let letters = part.letters(Lang::Ja);
    for name in corpus.former_names.iter().filter(|name| letters.contains(&name.ja)) {
        let diagnostic = Diagnostic::new(Code::J0426).at(&part.place().narrowed(&name.ja));
        findings.push(diagnostic.arg("former", &name.ja).arg("now", &name.now.ja));
    }
}
