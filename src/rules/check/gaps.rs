//! Nothing is published with a place that is still to be filled.

use super::{Rule, RuleFile};
use crate::corpus::{Corpus, TASK_MARK, WritingUnit};
use crate::base::diagnostics::{Code, Diagnostic, Diagnostics, codes};
use crate::base::locale::Lang;

codes! {
    J0436: Warning, Content, [words];
}

pub(super) const FILE: RuleFile = RuleFile {
    check: Some(places_to_fill),
    rules: &[
        Rule { code: Code::J0436, adjustable: true, example: Some(include_str!("examples/J0436.txt")) },
    ],
};

/// The number of letters that are shown of what is to be written.
const SHOWN: usize = 60;

fn places_to_fill(_: &Corpus, units: &[WritingUnit<'_>], findings: &mut Diagnostics) {
    for part in units.iter().flat_map(|unit| &unit.parts) {
        // What is to be written in Japanese is to be translated then.
        let gaps = Lang::ALL.map(|lang| gaps(&part.written(lang))).into_iter().find(|gaps| !gaps.is_empty());
        for words in gaps.unwrap_or_default() {
            findings.push(Diagnostic::new(Code::J0436).at(&part.place().narrowed(&words)).arg("words", &words));
        }
    }
}

/// The marks in `text` that are words of their own, each with the bracket that says what belongs there.
fn gaps(text: &str) -> Vec<String> {
    let joined = |letter: char| letter.is_ascii_alphanumeric();
    let marks = text.match_indices(TASK_MARK).map(|(at, _)| (&text[..at], &text[at + TASK_MARK.len()..]));
    // TODOS is a word of its own, while TODO（…） and TODO： are marks.
    let marks = marks.filter(|(before, after)| !before.ends_with(joined) && !after.starts_with(joined));
    marks.map(|(_, after)| format!("{TASK_MARK}{}", bracket(after))).collect()
}

/// The bracket that `text` begins with, or nothing.
fn bracket(text: &str) -> String {
    let begins = text.trim_start().starts_with(['（', '(']);
    let end = text.find(['）', ')']).filter(|_| begins).unwrap_or(0);
    text.chars().take(text[..end].chars().count() + usize::from(end > 0)).take(SHOWN).collect()
}
