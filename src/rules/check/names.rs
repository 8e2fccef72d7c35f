//! Laws, guidelines and companies are called by their present names.

use super::{Rule, RuleFile};
use crate::corpus::{Corpus, Part, Unit};
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

fn outdated_names(corpus: &Corpus, units: &[Unit<'_>], findings: &mut Diagnostics) {
    let replaced: Vec<(String, &str)> = corpus
        .guidelines
        .iter()
        .filter_map(|old| Some((format!("guideline:{}", old.id), old.replaced_by.as_deref()?)))
        .collect();
    for part in units.iter().flat_map(|unit| &unit.parts) {
        former_names(corpus, *part, findings);
        let written = part.written(Lang::Ja);
        for (reference, now) in &replaced {
            let is_named = |end: &char| written.contains(&format!("]({reference}{end}"));
            if [')', '/'].iter().any(is_named) {
                let name = corpus.guidelines.iter().find(|guideline| guideline.id == *now);
                let now = name.map_or(*now, |guideline| guideline.name.ja.as_str());
                let diagnostic = Diagnostic::new(Code::J0426).at(&part.place().narrowed(reference));
                findings.push(diagnostic.arg("former", reference.as_str()).arg("now", now));
            }
        }
    }
}

fn former_names(corpus: &Corpus, part: Part<'_>, findings: &mut Diagnostics) {
    let letters = part.letters(Lang::Ja);
    for name in corpus.former_names.iter().filter(|name| letters.contains(&name.ja)) {
        let diagnostic = Diagnostic::new(Code::J0426).at(&part.place().narrowed(&name.ja));
        findings.push(diagnostic.arg("former", &name.ja).arg("now", &name.now.ja));
    }
}
