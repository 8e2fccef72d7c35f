//! Readers see what authors mean: nothing of it is printed as code or left without a link.

use pulldown_cmark::{Event, Parser, Tag, TagEnd};

use super::{Rule, RuleFile};
use crate::base::diagnostics::{Code, Diagnostic, Diagnostics, Place, codes};
use crate::base::locale::Lang;
use crate::corpus::{Corpus, Writing, WritingUnit};

codes! {
    J0452: Warning, Content, [words];
    J0454: Warning, Content, [];
    J0455: Warning, Content, [address];
}

pub(super) const FILE: RuleFile = RuleFile {
    check: Some(written_faults),
    rules: &[
        Rule { code: Code::J0452, adjustable: true, example: Some(include_str!("examples/J0452.txt")) },
        Rule { code: Code::J0454, adjustable: true, example: Some(include_str!("examples/J0454.txt")) },
        Rule { code: Code::J0455, adjustable: true, example: Some(include_str!("examples/J0455.txt")) },
    ],
};

fn written_faults(corpus: &Corpus, units: &[WritingUnit<'_>], findings: &mut Diagnostics) {
    for page in &corpus.pages {
        addresses_of_page(&page.place.file.text, &page.place, findings);
    }
    for part in units.iter().flat_map(|unit| &unit.parts) {
        for lang in Lang::ALL.into_iter().filter(|lang| *lang == Lang::Ja || part.is_translated()) {
            let (written, place) = (part.written(lang), part.place_in(lang));
            raw_reference(*part, &written, lang, place, findings);
            pipes(&written, place, findings);
            bare_addresses(*part, &written, place, findings);
        }
    }
}

/// A reference where none is followed is printed with its brackets.
fn raw_reference(part: Writing<'_>, written: &str, lang: Lang, place: &Place, findings: &mut Diagnostics) {
    let Writing::Words(_) = part else { return };
    if part.letters(lang) == written
        && let Some(words) = markdown_link(written)
    {
        findings.push(Diagnostic::new(Code::J0452).at(&place.narrowed(words)).arg("words", words));
    }
}

/// The first `[words](target)` in `text`.
fn markdown_link(text: &str) -> Option<&str> {
    let middle = text.find("](")?;
    let start = text[..middle].rfind('[')?;
    let end = middle + text[middle..].find(')')? + 1;
    text.get(start..end)
}

/// A table of Markdown is none here: it would be printed with its strokes.
fn pipes(written: &str, place: &Place, findings: &mut Diagnostics) {
    let is_rule = |cell: &str| cell.len() >= 3 && cell.chars().all(|letter| matches!(letter, '-' | ':'));
    if written.split('|').skip(1).any(|cell| is_rule(cell.trim())) {
        findings.push(Diagnostic::new(Code::J0454).at(&place.narrowed("|")));
    }
}

/// The beginnings of addresses.
const BEGINNINGS: [&str; 2] = ["https://", "http://"];

/// An address that is no link.
fn bare_addresses(part: Writing<'_>, written: &str, place: &Place, findings: &mut Diagnostics) {
    if matches!(part, Writing::Text(_)) {
        addresses_in(written, place, findings);
    }
}

/// The addresses of a page's Markdown that are no links. Commands and what is typed just so keep theirs.
fn addresses_of_page(text: &str, place: &Place, findings: &mut Diagnostics) {
    if !BEGINNINGS.iter().any(|begin| text.contains(begin)) {
        return;
    }
    let mut within = 0_usize;
    for event in Parser::new(text) {
        if matches!(event, Event::Start(Tag::Link { .. } | Tag::Image { .. } | Tag::CodeBlock(_))) {
            within += 1;
        } else if matches!(event, Event::End(TagEnd::Link | TagEnd::Image | TagEnd::CodeBlock)) {
            within = within.saturating_sub(1);
        } else if let (0, Event::Text(words)) = (within, &event) {
            addresses_in(words, place, findings);
        }
    }
}

fn addresses_in(written: &str, place: &Place, findings: &mut Diagnostics) {
    for begin in BEGINNINGS {
        for (at, _) in written.match_indices(begin) {
            let is_linked = written[..at].ends_with("](") || written[..at].ends_with('<') || is_in_words(&written[at..]);
            let end = written[at..].find(|letter: char| !letter.is_ascii_graphic() || "<>\"'()[]".contains(letter));
            let address = &written[at..at + end.unwrap_or(written.len() - at)];
            // `https://www.example.jp/\*\*\*` is the pattern of many addresses and none itself.
            if !is_linked && address.len() > begin.len() && !address.contains(['*', '\\']) {
                findings.push(Diagnostic::new(Code::J0455).at(&place.narrowed(address)).arg("address", address));
            }
        }
    }
}

/// Whether what begins here stands in the words of a link.
fn is_in_words(rest: &str) -> bool {
    let end = rest.find([']', '[']);
    end.is_some_and(|end| rest[end..].starts_with("]("))
}
