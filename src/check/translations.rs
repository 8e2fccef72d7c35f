//! Everything that is published stands in both languages, and says something in Japanese.

use crate::corpus::{Citation, Corpus, Part, Words};
use crate::diagnostics::{Diagnostic, Diagnostics};

pub(super) fn check(corpus: &Corpus, findings: &mut Diagnostics) {
    super::units(corpus).flatten().for_each(|part| one(part, findings));
    for citation in corpus.laws.iter().chain(&corpus.guidelines) {
        parts(citation).for_each(|words| one(Part::Words(words), findings));
    }
    corpus.latest.iter().for_each(|words| one(Part::Words(words), findings));
}

fn one(part: Part<'_>, findings: &mut Diagnostics) {
    let (place, empty) = match part {
        Part::Words(words) => (&words.place, words.ja.trim().is_empty()),
        Part::Text(text) => (&text.place, text.ja.is_empty()),
    };
    if empty {
        findings.push(Diagnostic::error("J0405").at(place));
    } else if !part.is_translated() {
        findings.push(Diagnostic::warning("J0401").at(place));
    }
}

fn parts(citation: &Citation) -> impl Iterator<Item = &Words> {
    let optional = [&citation.short, &citation.number, &citation.issuer].into_iter().flatten();
    std::iter::once(&citation.name).chain(optional).chain(citation.versions.iter().map(|(_, words)| words))
}
