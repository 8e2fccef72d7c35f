//! The English of a provision keeps to the glossary: where its Japanese holds a term, the agreed English is there.

use aho_corasick::{AhoCorasick, MatchKind};

use super::{Rule, RuleFile};
use crate::corpus::{Corpus, OwnPage, Term, Writing, WritingUnit};
use crate::base::diagnostics::{Code, Diagnostic, Diagnostics, Place, codes};
use crate::base::locale::Lang;
use crate::base::markup::plain_blocks;
use crate::base::notation::widths::{compatible, folded};

codes! {
    J0408: Warning, Content, [en, ja];
}

pub(super) const FILE: RuleFile = RuleFile {
    check: Some(unagreed_english),
    rules: &[
        Rule { code: Code::J0408, adjustable: true, example: Some(include_str!("examples/J0408.txt")) },
    ],
};

fn unagreed_english(corpus: &Corpus, units: &[WritingUnit<'_>], findings: &mut Diagnostics) {
    let Some(glossary) = Glossary::of(&corpus.terms) else { return };
    for unit in units {
        glossary.hold_unit(unit, findings);
    }
    for page in &corpus.pages {
        glossary.hold_page(page, findings);
    }
}

/// The terms, ready to be looked for all at once.
struct Glossary<'a> {
    terms: &'a [Term],
    /// Finds the longest term at each place, which covers the shorter ones inside it.
    finder: AhoCorasick,
    /// The agreed English of each term and what is as good, folded.
    agreed: Vec<Vec<String>>,
}

impl<'a> Glossary<'a> {
    /// `None` where there are no terms, or more than can be looked for.
    fn of(terms: &'a [Term]) -> Option<Self> {
        let finder = AhoCorasick::builder()
            .match_kind(MatchKind::LeftmostLongest)
            .build(terms.iter().map(|term| folded(&term.ja)))
            .ok()
            .filter(|_| !terms.is_empty())?;
        let agreed = |term: &Term| std::iter::once(&term.en).chain(&term.also).map(|en| folded_english(en)).collect();
        Some(Self { terms, finder, agreed: terms.iter().map(agreed).collect() })
    }

    /// A piece that is not translated is reported as such and by nothing else.
    fn hold_unit(&self, unit: &WritingUnit<'_>, findings: &mut Diagnostics) {
        if unit.parts.iter().all(|part| part.is_translated()) {
            let letters = |lang| unit.parts.iter().map(|part| part.letters(lang)).collect::<Vec<_>>().join(" ");
            let places: Vec<&Place> = unit.parts.iter().map(Writing::place).collect();
            self.hold(letters, &places, findings);
        }
    }

    /// A page of the site's own is one piece: its English may be arranged otherwise than its Japanese.
    fn hold_page(&self, page: &OwnPage, findings: &mut Diagnostics) {
        if page.title.en.is_none() || page.text.en.is_none() {
            return;
        }
        let letters = |lang| format!("{} {}", page.title.get(lang), plain_blocks(page.text.get(lang).blocks()));
        let file = &page.place.file;
        let whole = Place::new(file, 0..file.text.len());
        self.hold(letters, &[&whole], findings);
    }

    /// Reports the terms of the Japanese `letters` whose agreed English is not among the English ones.
    fn hold(&self, letters: impl Fn(Lang) -> String, places: &[&Place], findings: &mut Diagnostics) {
        let japanese = folded(&letters(Lang::Ja));
        let mut missing: Vec<usize> =
            self.finder.find_iter(&japanese).map(|found| found.pattern().as_usize()).collect();
        if missing.is_empty() {
            return;
        }
        let english = folded_english(&letters(Lang::En));
        missing.sort_unstable();
        // A term that stands three times in a text is told once.
        missing.dedup();
        missing.retain(|term| !self.agreed[*term].iter().any(|agreed| english.contains(agreed)));
        for term in missing.into_iter().map(|term| &self.terms[term]) {
            // The letters of the file may break the term, by markup or at the end of a line; then the whole piece is
            // shown.
            let place = places.iter().find(|place| place.text().contains(&term.ja));
            let Some(place) = place.or_else(|| places.first()) else { continue };
            let diagnostic = Diagnostic::new(Code::J0408).at(&place.narrowed(&term.ja));
            findings.push(diagnostic.arg("ja", &term.ja).arg("en", &term.en));
        }
    }
}

/// Neither widths nor upper or lower case matter in English; every gap is one space.
fn folded_english(text: &str) -> String {
    let text = compatible(text).to_lowercase();
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
