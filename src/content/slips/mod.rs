//! Slips in the signs of YAML: a full-width colon, a tab, a quotation mark that does not close.
//!
//! A parser tells where it gave up, which is often lines below the slip, and in its own English. So the mendings that a
//! person would try near that place are tried ([`signs`], [`guesses`]): one after which the parser gets further names the
//! slip, its place and what to write. Where none helps, the kind of the parser's error chooses the message ([`fault`]).

mod fault;
mod guesses;
mod lines;
mod parsed;
mod signs;
mod values;

use std::ops::Range;
use std::sync::Arc;

use self::fault::SyntaxFault;
use self::lines::LineView;
use crate::base::diagnostics::{Code, Diagnostic, Diagnostics, Place, SourceFile};

pub(super) use self::fault::beyond_syntax;
pub(super) use self::parsed::slips_in_tree;
pub(super) use self::values::quoted;

/// A mending of a slip.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::content) struct Mending {
    /// The code that names the slip.
    pub code: Code,
    /// The sign that is wrong, in bytes.
    pub at: Range<usize>,
    /// The changes, apart from each other, in the order of the text.
    pub edits: Vec<(Range<usize>, String)>,
    /// Whether nothing else can have been meant.
    pub is_sure: bool,
}

/// The slips of a text.
#[derive(Debug, Default)]
pub(in crate::content) struct Slips {
    /// The mendings that were found, each in bytes of the text as it was given, in the order of their finding.
    pub found: Vec<Mending>,
    /// The text with all of them.
    pub mended: String,
    /// The error that remains after them.
    pub rest: Option<SyntaxFault>,
}

/// The number of lines above the parser's error that are looked at. A sentence that swallowed the lines below it is
/// seldom longer.
const LINES_ABOVE: usize = 40;

/// The number of lines below it that are looked at.
const LINES_BELOW: usize = 3;

/// The bytes of a line that is looked at. Nobody types a longer one.
const LONGEST_LINE: usize = 8 * 1024;

/// The number of slips that are told of a file that YAML takes; who has mended these is told the next.
const MOST_SLIPS: usize = 200;

/// The bytes that may be parsed to find the slips of a file: some hundred trials for a document of a usual length, a few
/// for the longest.
const MOST_TRIED: usize = 24 * 1024 * 1024;

/// The marks of version control on what it could not merge (git, merge.conflictStyle).
const CONFLICT_MARKS: [&str; 3] = ["<<<<<<< ", "||||||| ", ">>>>>>> "];

/// Returns the slips of `text` that keep it from being read as YAML.
pub(in crate::content) fn slips_in(text: &str) -> Slips {
    let mut search = Search { text: text.to_owned(), applied: Vec::new(), left: MOST_TRIED };
    let mut slips = Slips::default();
    let mut fault = SyntaxFault::first_of(text);
    while let Some(at) = fault.as_ref().map(|fault| fault.at) {
        let Some((mendings, next)) = search.helpful(at) else { break };
        slips.found.extend(search.take(&mendings));
        fault = match next {
            Progress::Whole => None,
            Progress::To(fault) => Some(fault),
        };
    }
    slips.mended = search.text;
    slips.rest = fault.map(|fault| fault.at_byte(|at| origin(&search.applied, at)));
    slips
}

/// The findings for slips that YAML took without a word.
pub(super) fn slip_findings(file: &Arc<SourceFile>, slips: &[Mending]) -> Diagnostics {
    let mut findings = Diagnostics::default();
    for slip in slips {
        findings.push(finding(file, slip));
    }
    findings
}

/// The findings for a file that is not well-formed; none where no sign of it is wrong.
pub(super) fn syntax_findings(file: &Arc<SourceFile>) -> Diagnostics {
    let mut findings = conflicts(file);
    if findings.has_errors() {
        return findings;
    }
    let slips = slips_in(&file.text);
    for mending in &slips.found {
        findings.push(finding(file, mending));
    }
    // After the first slip the parser reads the rest otherwise than it was meant; what it says then may be untrue.
    if let Some(fault) = slips.rest.filter(|_| slips.found.is_empty()) {
        findings.push(Diagnostic::new(fault.code()).at(&Place::new(file, fault.at..fault.at + 1)));
    }
    findings
}

/// The finding that names a slip and shows the line as it ought to be.
fn finding(file: &Arc<SourceFile>, mending: &Mending) -> Diagnostic {
    let line = mended_line(&file.text, mending);
    let diagnostic = Diagnostic::new(mending.code).at(&Place::new(file, mending.at.clone()));
    // Whether a comment was meant nobody can tell.
    let is_plain = line.is_empty() || mending.code == Code::J0139;
    if is_plain { diagnostic } else { diagnostic.arg("near", line).hint_id("write-so") }
}

/// The first line of `text` that `mending` changes, as it reads then.
fn mended_line(text: &str, mending: &Mending) -> String {
    /// More of a line would hide what is to be written.
    const LONGEST: usize = 60;
    let Some((first, _)) = mending.edits.first() else { return String::new() };
    let line = LineView::at(text, first.start);
    let within = mending.edits.iter().filter(|(range, _)| range.start >= line.start && range.end <= line.end());
    let edits: Vec<_> =
        within.map(|(range, new)| (range.start - line.start..range.end - line.start, new.clone())).collect();
    let mended = edited_text(&line.text, &edits);
    let shown = mended.trim_start_matches(is_any_space).trim_end();
    // What is wrong stands near the beginning of what is shown, however long the line.
    let skipped = mending.at.start.saturating_sub(line.start + LONGEST);
    let begin = if skipped == 0 { 0 } else { shown.ceil_char_boundary(skipped.min(shown.len())) };
    let cut: String = shown[begin..].chars().take(LONGEST).collect();
    let ends = begin + cut.len() == shown.len();
    format!("{}{cut}{}", if begin == 0 { "" } else { "…" }, if ends { "" } else { "…" })
}

/// The marks of version control that were left in a file.
fn conflicts(file: &Arc<SourceFile>) -> Diagnostics {
    let mut findings = Diagnostics::default();
    let mut offset = 0;
    for line in file.text.split_inclusive('\n') {
        if CONFLICT_MARKS.iter().any(|mark| line.starts_with(mark)) {
            let place = Place::new(file, offset..offset + line.trim_end().len());
            findings.push(Diagnostic::new(Code::J0111).at(&place).hint_id("conflict-in-content"));
        }
        offset += line.len();
    }
    findings
}

/// Whether `letter` is a blank of any width.
fn is_any_space(letter: char) -> bool {
    matches!(letter, ' ' | '\t' | '\u{3000}')
}

/// `text` after `edits`, which are in its order.
pub(in crate::content) fn edited_text(text: &str, edits: &[(Range<usize>, String)]) -> String {
    let mut out = String::with_capacity(text.len() + 16 * edits.len());
    let mut at = 0;
    for (range, new) in edits {
        // An edit that meets the one before it is left out; the text is tried as it then is.
        if range.start < at {
            continue;
        }
        out.push_str(&text[at..range.start]);
        out.push_str(new);
        at = range.end;
    }
    out.push_str(&text[at..]);
    out
}

/// How far the parser gets after a mending.
enum Progress {
    /// Through all of the text.
    Whole,
    /// To a later error.
    To(SyntaxFault),
}

/// A search for the slips of a text.
struct Search {
    /// The text with what was found so far.
    text: String,
    /// The changes that led to it, each as the range of the text before it and the length of what took its place, in the
    /// order in which they were made.
    applied: Vec<(Range<usize>, usize)>,
    /// The bytes that may still be parsed.
    left: usize,
}

impl Search {
    /// Returns the mendings after which the parser gets further than `at`, with what it says then.
    fn helpful(&mut self, at: usize) -> Option<(Vec<Mending>, Progress)> {
        // A sentence is refused where it begins, whichever of its lines was meant to be something else.
        let above = LineView::upwards(&self.text, at).take(LINES_ABOVE);
        let near: Vec<LineView> = above.chain(LineView::below(&self.text, at).take(LINES_BELOW)).collect();
        let near: Vec<LineView> = near.into_iter().filter(|line| line.text.len() <= LONGEST_LINE).collect();
        let signs: Vec<Vec<Mending>> = near.iter().map(|line| signs::mendings(&self.text, line)).collect();
        // Each by itself, the nearest first.
        for mending in signs.iter().flatten() {
            if let Some(next) = self.gets_further(std::slice::from_ref(mending), at) {
                return Some(self.best_of_kind(mending, next, &signs, at));
            }
        }
        // Slips in several places that hide each other: more and more lines, each with all its first mendings.
        let mut together: Vec<Mending> = Vec::new();
        for line in &signs {
            let before = together.len();
            for mending in line {
                if !together.iter().any(|other| meet(other, mending)) {
                    together.push(mending.clone());
                }
            }
            if together.len() > before.max(1)
                && let Some(next) = self.gets_further(&together, at)
            {
                return Some((self.needed(together, at), next));
            }
        }
        let guessed = near.iter().flat_map(|line| guesses::mendings(&self.text, line)).collect::<Vec<_>>();
        guessed.into_iter().find_map(|guess| {
            let next = self.gets_further(std::slice::from_ref(&guess), at)?;
            // Another indentation puts off many errors; only one after which nothing is left was meant.
            let is_good = guess.code != Code::J0134 || matches!(next, Progress::Whole);
            is_good.then_some((vec![guess], next))
        })
    }

    /// Returns `mending`, or another of the same sign after which nothing is left: the width of a tab is anybody's guess, and
    /// the lines around it tell it.
    fn best_of_kind(
        &mut self,
        mending: &Mending,
        next: Progress,
        signs: &[Vec<Mending>],
        at: usize,
    ) -> (Vec<Mending>, Progress) {
        if matches!(next, Progress::Whole) {
            return (vec![mending.clone()], next);
        }
        for other in signs.iter().flatten().filter(|other| *other != mending && other.at == mending.at) {
            if let Some(Progress::Whole) = self.gets_further(std::slice::from_ref(other), at) {
                return (vec![Mending { is_sure: true, ..other.clone() }], Progress::Whole);
            }
        }
        (vec![mending.clone()], next)
    }

    /// Those of `mendings` without which the parser would get no further.
    fn needed(&mut self, mut mendings: Vec<Mending>, at: usize) -> Vec<Mending> {
        let mut index = 0;
        while index < mendings.len() && mendings.len() > 1 {
            let mut fewer = mendings.clone();
            fewer.remove(index);
            if self.gets_further(&fewer, at).is_some() { mendings = fewer } else { index += 1 }
        }
        mendings
    }

    /// What the parser says after `mendings`, if it gets further than to the line of `at`.
    fn gets_further(&mut self, mendings: &[Mending], at: usize) -> Option<Progress> {
        self.left = self.left.checked_sub(self.text.len().max(64))?;
        let edits = edits_in_order(mendings);
        let text = edited_text(&self.text, &edits);
        let line_of = |text: &str, at: usize| text[..text.floor_char_boundary(at)].matches('\n').count();
        match SyntaxFault::first_of(&text) {
            None => Some(Progress::Whole),
            Some(fault) => (line_of(&text, fault.at) > line_of(&self.text, at)).then_some(Progress::To(fault)),
        }
    }

    /// Makes the changes of `mendings`, and returns these as they are in the text as it was given.
    fn take(&mut self, mendings: &[Mending]) -> Vec<Mending> {
        let edits = edits_in_order(mendings);
        let back = |range: &Range<usize>| origin(&self.applied, range.start)..origin(&self.applied, range.end);
        let taken = mendings
            .iter()
            .map(|mending| Mending {
                at: back(&mending.at),
                edits: mending.edits.iter().map(|(range, new)| (back(range), new.clone())).collect(),
                ..mending.clone()
            })
            .collect();
        self.text = edited_text(&self.text, &edits);
        // From the last, so that each is in the bytes of the text before it.
        self.applied.extend(edits.iter().rev().map(|(range, new)| (range.clone(), new.len())));
        taken
    }
}

/// The changes of `mendings` in the order of the text.
fn edits_in_order(mendings: &[Mending]) -> Vec<(Range<usize>, String)> {
    let mut edits: Vec<_> = mendings.iter().flat_map(|mending| mending.edits.iter().cloned()).collect();
    edits.sort_by_key(|(range, _)| (range.start, range.end));
    edits
}

/// Whether two mendings change the same letters.
fn meet(one: &Mending, other: &Mending) -> bool {
    let touches = |a: &Range<usize>, b: &Range<usize>| a.start < b.end && b.start < a.end || a.start == b.start;
    one.edits.iter().any(|(a, _)| other.edits.iter().any(|(b, _)| touches(a, b)))
}

/// The byte of the text as it was given that stands at `at` after the changes `applied`.
fn origin(applied: &[(Range<usize>, usize)], at: usize) -> usize {
    applied.iter().rev().fold(at, |at, (range, new)| {
        if at <= range.start {
            at
        } else if at >= range.start + new {
            at + range.len() - new
        } else {
            range.end.min(at)
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The codes and the letters at which they stand, and whether the mended text is sound.
    fn told(text: &str) -> (Vec<(&'static str, &str)>, bool) {
        let slips = slips_in(text);
        let told = slips.found.iter().map(|mending| (mending.code.name(), &text[mending.at.clone()])).collect();
        (told, slips.rest.is_none())
    }

    #[test]
    fn sound_text_has_no_slips() {
        assert_eq!(told("a: 注意：鍵\nb: {ja: あ, en: b}\n"), (vec![], true));
    }

    #[test]
    fn slips_are_named_where_they_are() {
        for (text, code, at) in [
            ("name：みどり町\ncouncil: 会議\n", "J0120", "："),
            ("body:\n  - id：a\n    ja: あ\n", "J0120", "："),
            ("body:\n  - id: a\n　　ja: あ\n    en: b\n", "J0121", "　"),
            ("laws:\n\t- {id: river}\n", "J0122", "\t"),
            ("standing:official\ntitle: あ\n", "J0123", ":"),
            ("body:\n  - id: a\n  － id: b\n", "J0124", "－"),
            ("name: ｛ja: あ, en: b｝\ncouncil: c\n", "J0125", "｛"),
            ("ja: “注意: 鍵”\nen: b\n", "J0126", "“"),
            ("ja: 注意: 鍵\nen: b\n", "J0127", ": "),
            ("ja: [](form:x)を出す。\nen: b\n", "J0128", "["),
            ("ja: @印\nen: b\n", "J0128", "@"),
            ("ja: \"同意\"を得る。\nen: b\n", "J0129", "\"同意\""),
            ("ja: \"C:\\共有\"\nen: b\n", "J0130", "\\共"),
            ("name: {ja: あ en: b}\nx: {ja: あ, en: b}\n", "J0131", "en"),
            ("name: {ja: あ, en: b\ncouncil: {ja: c, en: d}\n", "J0132", "{"),
        ] {
            let (found, sound) = told(text);
            assert!(sound && found.first() == Some(&(code, at)), "{text}{found:?} {sound}");
        }
    }

    #[test]
    fn slips_that_hide_each_other_are_all_named() {
        let text = "body:\n  - id：a\n    ja：あ\n    en: b\n  -　id: c\n    ja:い\n    en: d\n";
        let (found, sound) = told(text);
        let codes: Vec<&str> = found.iter().map(|(code, _)| *code).collect();
        assert!(sound && codes.contains(&"J0120") && codes.contains(&"J0123"), "{found:?}");
        assert_eq!(
            slips_in(text).mended,
            "body:\n  - id: a\n    ja: あ\n    en: b\n  - id: c\n    ja: い\n    en: d\n"
        );
    }
}
