//! Everything that is published stands in the languages of the site, and says something in Japanese.

use super::{Rule, RuleFile};
use crate::corpus::{Corpus, Writing, WritingUnit};
use crate::base::diagnostics::{Code, Diagnostic, Diagnostics, codes};

codes! {
    J0401: Warning, Content, [];
    J0405: Error, Content, [];
}

pub(super) const FILE: RuleFile = RuleFile {
    check: Some(missing_words),
    rules: &[
        Rule { code: Code::J0401, adjustable: true, example: Some(include_str!("examples/J0401.txt")) },
        Rule { code: Code::J0405, adjustable: false, example: Some(include_str!("examples/J0405.txt")) },
    ],
};

fn missing_words(corpus: &Corpus, units: &[WritingUnit<'_>], findings: &mut Diagnostics) {
    units.iter().flat_map(|unit| &unit.parts).for_each(|part| untranslated_part(*part, corpus, findings));
    for page in &corpus.pages {
        untranslated_part(Writing::Words(&page.title), corpus, findings);
        if page.text.ja.is_empty {
            findings.push(Diagnostic::new(Code::J0405).at(&page.place));
        } else if corpus.languages.english && page.text.en.is_none() {
            findings.push(Diagnostic::new(Code::J0401).at(&page.place).hint_id("page-english-hint"));
        }
    }
}

fn untranslated_part(part: Writing<'_>, corpus: &Corpus, findings: &mut Diagnostics) {
    let (place, empty) = match part {
        Writing::Words(words) => (&words.place, words.ja.trim().is_empty()),
        Writing::Text(text) => (&text.place, text.ja.is_empty()),
    };
    if empty {
        findings.push(Diagnostic::new(Code::J0405).at(place));
    } else if corpus.languages.english && !part.is_translated() {
        findings.push(Diagnostic::new(Code::J0401).at(place));
    }
}
