//! Everything that is published stands in both languages, and says something in Japanese.

use crate::corpus::{Citation, Corpus, Part, Words};
use crate::diagnostics::{Diagnostic, Diagnostics};

pub(super) fn check(corpus: &Corpus, findings: &mut Diagnostics) {
    let mut visit = |part: Part<'_>| one(part, findings);
    for set in corpus.sets.values() {
        for words in [&set.name, &set.council, &set.summary] {
            visit(Part::Words(words));
        }
        set.documents.iter().for_each(|document| document.each_part(&mut visit));
        set.forms.iter().for_each(|form| form.each_part(&mut visit));
    }
    for citation in corpus.laws.iter().chain(&corpus.guidelines) {
        parts(citation).for_each(|words| visit(Part::Words(words)));
    }
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
    let others = [&citation.short, &citation.number, &citation.issuer, &citation.version];
    std::iter::once(&citation.name).chain(others.into_iter().flatten())
}
