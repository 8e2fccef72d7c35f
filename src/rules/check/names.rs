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
    let replaced = replaced_citations(corpus);
    for part in units.iter().flat_map(|unit| &unit.parts) {
        former_names(corpus, *part, findings);
        for (former, now) in &replaced {
            if part.references().iter().any(|reference| cited_name(&reference.target).as_ref() == Some(former)) {
                let diagnostic = Diagnostic::new(Code::J0426).at(&part.place().narrowed(former));
                findings.push(diagnostic.arg("former", former).arg("now", *now));
            }
        }
    }
}

/// The laws and guidelines that were replaced, as references name them, each with the name of what took its place.
fn replaced_citations(corpus: &Corpus) -> Vec<(String, &str)> {
    let kinds = [("law", &corpus.laws), ("guideline", &corpus.guidelines)];
    let all = kinds.into_iter().flat_map(|(kind, list)| {
        list.iter().filter_map(move |old| {
            let new = list.iter().find(|new| Some(&new.id) == old.replaced_by.as_ref())?;
            Some((format!("{kind}:{}", old.id), new.name.ja.as_str()))
        })
    });
    all.collect()
}

/// The law or guideline that is the target, as references name it.
fn cited_name(target: &Target) -> Option<String> {
    target.cited().map(|(kind, id, _)| format!("{kind}:{id}"))
}

fn former_names(corpus: &Corpus, part: Writing<'_>, findings: &mut Diagnostics) {
    // Letters as they are printed, names of references among them.
    let letters = part.letters(Lang::Ja);
    for name in corpus.former_names.iter().filter(|name| letters.contains(&name.ja)) {
        let diagnostic = Diagnostic::new(Code::J0426).at(&part.place().narrowed(&name.ja));
        findings.push(diagnostic.arg("former", &name.ja).arg("now", &name.now.ja));
    }
}
