//! Where two texts differ, in units of meaning.

use std::ops::Range;

use similar::{Algorithm, DiffOp, capture_diff_slices};

use super::phrases::is_meaningful;
use crate::compare::comma_folded;

/// Words of the old text that others of the new one stand for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Hunk {
    pub(super) old: Range<usize>,
    pub(super) new: Range<usize>,
}

/// A word that becomes another in several places.
pub(super) type Term = (String, String);

/// The number of letters between two changes that are quoted along with them.
const SHORT: usize = 2;

/// The differences of two texts.
#[derive(Debug)]
pub(super) struct HunkList {
    pub(super) hunks: Vec<Hunk>,
    /// The share of letters that stand in both.
    pub(super) likeness: f64,
}

impl Hunk {
    /// Whether its first words are the same on both sides, so that something was put behind them.
    pub(super) fn grew(&self, old: &[String], new: &[String]) -> bool {
        let (old, new) = (&old[self.old.clone()], &new[self.new.clone()]);
        !old.is_empty() && new.starts_with(old)
    }

    fn words<'w>(&self, old: &'w [String], new: &'w [String]) -> (String, String) {
        (old[self.old.clone()].concat(), new[self.new.clone()].concat())
    }
}

impl HunkList {
    /// The differences between `old` and `new`, of which some may be changes of `terms`.
    pub(super) fn between(old: &[String], new: &[String], terms: &[Term]) -> Self {
        let changes = stretch_differences(old, new);
        let changed = changes.iter().filter(|change| !matches!(change, DiffOp::Equal { .. }));
        let hunks = changed.map(|change| Hunk { old: change.old_range(), new: change.new_range() });
        let finder = HunkFinder { old, new, terms };
        let hunks: Vec<Hunk> = hunks.map(|hunk| finder.slid(hunk)).collect();
        let hunks = finder.joined(&finder.with_meaning(hunks));
        Self { hunks, likeness: likeness(old, new, &changes) }
    }

    /// The words that become others, hunk by hunk, by the term alone where it is one of `terms`.
    pub(super) fn changes(&self, old: &[String], new: &[String], terms: &[Term]) -> Vec<Term> {
        let words = self.hunks.iter().map(|hunk| hunk.words(old, new));
        words.map(|(old, new)| reduced(&old, &new, terms)).collect()
    }
}

#[expect(clippy::cast_precision_loss, reason = "texts have far fewer letters than a double counts exactly")]
fn likeness(old: &[String], new: &[String], changes: &[DiffOp]) -> f64 {
    let letters = |words: &[String]| words.iter().map(|word| word.chars().count()).sum::<usize>();
    let same = changes.iter().filter(|change| matches!(change, DiffOp::Equal { .. }));
    let same: usize = same.map(|change| 2 * letters(&old[change.old_range()])).sum();
    // Of a name that becomes another what both have stays (tests/cases/amend/45-long-name.txt).
    let changed = changes.iter().filter(|change| matches!(change, DiffOp::Replace { old_len: 1, new_len: 1, .. }));
    let in_names = changed.map(|change| {
        let (before, after) = (old[change.old_range()].concat(), new[change.new_range()].concat());
        let shorter = before.chars().count().min(after.chars().count());
        let front = before.chars().zip(after.chars()).take_while(|(one, other)| one == other).count();
        let back = before.chars().rev().zip(after.chars().rev()).take_while(|(one, other)| one == other).count();
        2 * (front + back).min(shorter)
    });
    let same = same + in_names.sum::<usize>();
    let all = letters(old) + letters(new);
    if all == 0 { 1.0 } else { same as f64 / all as f64 }
}

/// `old` and `new` by the term of `terms` alone, if one of them with the same letters around it is what changes.
pub(super) fn reduced(old: &str, new: &str, terms: &[Term]) -> Term {
    let around = |(term, instead): &&Term| {
        old.match_indices(term.as_str()).any(|(at, _)| {
            let (before, after) = (&old[..at], &old[at + term.len()..]);
            new.strip_prefix(before).and_then(|rest| rest.strip_suffix(after)) == Some(instead)
        })
    };
    terms.iter().find(around).cloned().unwrap_or_else(|| (old.to_owned(), new.to_owned()))
}

struct HunkFinder<'t> {
    old: &'t [String],
    new: &'t [String],
    terms: &'t [Term],
}

impl HunkFinder<'_> {
    /// 「、住所」 after 「氏名」 rather than 「住所、」 after 「氏名、」.
    fn slid(&self, hunk: Hunk) -> Hunk {
        // Behind 「門は、」 no list goes on (tests/cases/amend/47-adverb-gone.txt).
        let in_list =
            |words: &[String], at: usize| at.checked_sub(2).is_none_or(|before| is_meaningful(&words[before]));
        let ends_alike = |words: &[String], range: &Range<usize>| {
            range.start > 0
                && range.end > range.start
                && words[range.start - 1] == "、"
                && words[range.end - 1] == "、"
                && in_list(words, range.start)
        };
        let back = |range: &Range<usize>| range.start - 1..range.end - 1;
        let inserts = hunk.old.is_empty() && ends_alike(self.new, &hunk.new);
        let deletes = hunk.new.is_empty() && ends_alike(self.old, &hunk.old);
        if (inserts && hunk.old.start > 0) || (deletes && hunk.new.start > 0) {
            return Hunk { old: back(&hunk.old), new: back(&hunk.new) };
        }
        hunk
    }

    /// Particles and endings are quoted with the word that they belong to.
    fn with_meaning(&self, hunks: Vec<Hunk>) -> Vec<Hunk> {
        let mut out: Vec<Hunk> = Vec::new();
        for mut hunk in hunks {
            let floor = out.last().map_or(0, |last: &Hunk| last.old.end);
            let new_floor = out.last().map_or(0, |last: &Hunk| last.new.end);
            while hunk.old.start > floor && hunk.new.start > new_floor && !self.has_meaning(&hunk) {
                hunk = Hunk { old: hunk.old.start - 1..hunk.old.end, new: hunk.new.start - 1..hunk.new.end };
            }
            out.push(hunk);
        }
        out
    }

    /// Whether what is quoted, and what it becomes, says something.
    fn has_meaning(&self, hunk: &Hunk) -> bool {
        let (old, new) = hunk.words(self.old, self.new);
        if old.is_empty() {
            return hunk.old.start.checked_sub(1).is_none_or(|before| is_meaningful(&self.old[before]));
        }
        let stop = |text: &str| text.starts_with('。');
        is_meaningful(&old) && (new.is_empty() || is_meaningful(&new)) && !stop(&old)
    }

    /// Changes with hardly anything between them as one, unless each says something by itself.
    fn joined(&self, hunks: &[Hunk]) -> Vec<Hunk> {
        let pairs: Vec<Term> = hunks
            .iter()
            .map(|hunk| hunk.words(self.old, self.new))
            .map(|(old, new)| reduced(&old, &new, self.terms))
            .collect();
        let recurs =
            |at: usize| self.terms.contains(&pairs[at]) || pairs.iter().filter(|pair| **pair == pairs[at]).count() > 1;
        let mut joined: Vec<Hunk> = Vec::new();
        let mut last_recurs = false;
        for (at, hunk) in hunks.iter().enumerate() {
            let by_itself = recurs(at);
            match joined.last_mut() {
                Some(last) if !by_itself && !last_recurs && self.belong_together(last, hunk) => {
                    (last.old.end, last.new.end) = (hunk.old.end, hunk.new.end);
                }
                _ => {
                    joined.push(hunk.clone());
                    last_recurs = by_itself;
                }
            }
        }
        joined
    }

    fn belong_together(&self, last: &Hunk, next: &Hunk) -> bool {
        let between = self.old[last.old.end..next.old.start].concat();
        // 「当番」の下に「及び組長」を加え、「鍵」を「合鍵」に改め of 当番は、鍵を (tests/cases/amend/79-insertion-and-word-in-lead.txt).
        let are_apart = between.contains('、') && self.has_meaning(last) && self.has_meaning(next);
        between.chars().count() <= SHORT && !are_apart
    }
}

/// The stretches of `old` and `new`, compared as they are written but for commas.
fn stretch_differences(old: &[String], new: &[String]) -> Vec<DiffOp> {
    let folded = |words: &[String]| words.iter().map(|word| comma_folded(word)).collect::<Vec<_>>();
    capture_diff_slices(Algorithm::Myers, &folded(old), &folded(new))
}
