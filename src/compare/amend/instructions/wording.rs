//! Changes of words within one text: 「八文字」を「十三文字」に改め, 「氏名」の下に「、住所」を加え, 「毎晩」を削り.

use std::ops::Range;

use similar::{Algorithm, DiffOp, capture_diff_slices};

use super::phrases::phrases;

/// A change of words. What it quotes stands only once where it is looked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Edit {
    /// 「…」を「…」に改める
    Change(String, String),
    /// 「…」の下に「…」を加える
    Insert(String, String),
    /// 「…」を削る
    Delete(String),
}

impl Edit {
    fn quoted(&self) -> &str {
        match self {
            Self::Change(old, _) | Self::Insert(old, _) | Self::Delete(old) => old,
        }
    }

    fn result(&self) -> String {
        match self {
            Self::Change(_, new) => new.clone(),
            Self::Insert(old, new) => format!("{old}{new}"),
            Self::Delete(_) => String::new(),
        }
    }
}

/// The share of letters from which on a text is amended by words rather than written anew.
const ALIKE: f64 = 0.5;

/// The number of letters between two changes that are quoted along with them.
const SHORT: usize = 2;

/// The changes that make `new` of `old`; `None` where it is better, or needful, to write it anew. What is quoted stands
/// in none of the `others`.
pub(super) fn edits(old: &str, new: &str, others: &[&str]) -> Option<Vec<Edit>> {
    let (old_words, new_words) = (phrases(old), phrases(new));
    let changes = capture_diff_slices(Algorithm::Myers, &old_words, &new_words);
    let writer = WordingWriter { old: &old_words, new: &new_words, text: old, others };
    // Below half a reader would have to put the sentence together from scraps: 第二条 of tests/cases/amending/anew.txt.
    if writer.likeness(&changes) < ALIKE {
        return None;
    }
    let changed = changes.iter().filter(|change| !matches!(change, DiffOp::Equal { .. }));
    let hunks = writer.joined(changed.map(|change| Hunk { old: change.old_range(), new: change.new_range() }));
    let hunks = writer.settled(hunks.into_iter().map(|hunk| writer.slid(hunk)).collect())?;
    let edits: Vec<Edit> = hunks.iter().map(|hunk| writer.edit(hunk)).collect();
    if is_right_step_by_step(old, new, &edits) {
        return Some(edits);
    }
    let (first, last) = (hunks.first()?, hunks.last()?);
    // Changes that a reader might mistake one after another are made one, from the first to the last.
    let one = Hunk { old: first.old.start..last.old.end, new: first.new.start..last.new.end };
    Some(writer.settled(vec![one])?.iter().map(|hunk| writer.edit(hunk)).collect())
}

/// Whether the changes are unmistakable as well if each is made on what the one before it left.
fn is_right_step_by_step(old: &str, new: &str, edits: &[Edit]) -> bool {
    let mut text = old.to_owned();
    for edit in edits {
        // Earlier changes may have brought in the very words that a later one quotes.
        if occurrences(&text, edit.quoted()) != 1 {
            return false;
        }
        text = text.replacen(edit.quoted(), &edit.result(), 1);
    }
    text == new
}

/// Counts how often `part` stands in `text`, overlaps too.
fn occurrences(text: &str, part: &str) -> usize {
    text.char_indices().filter(|(at, _)| text[*at..].starts_with(part)).count()
}

/// Whether brackets are closed that are opened, so that it can stand in brackets itself.
pub(super) fn is_balanced(text: &str) -> bool {
    let mut depth = 0_usize;
    for letter in text.chars() {
        match letter {
            '「' => depth += 1,
            '」' if depth == 0 => return false,
            '」' => depth -= 1,
            _ => {}
        }
    }
    depth == 0
}

/// Words of the old text that others of the new one stand for.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Hunk {
    old: Range<usize>,
    new: Range<usize>,
}

struct WordingWriter<'t> {
    old: &'t [String],
    new: &'t [String],
    text: &'t str,
    others: &'t [&'t str],
}

impl WordingWriter<'_> {
    #[expect(clippy::cast_precision_loss, reason = "texts have far fewer letters than a double counts exactly")]
    fn likeness(&self, changes: &[DiffOp]) -> f64 {
        let letters = |words: &[String]| words.iter().map(|word| word.chars().count()).sum::<usize>();
        let same = changes.iter().filter(|change| matches!(change, DiffOp::Equal { .. }));
        let same: usize = same.map(|change| 2 * letters(&self.old[change.old_range()])).sum();
        let all = letters(self.old) + letters(self.new);
        if all == 0 { 1.0 } else { same as f64 / all as f64 }
    }

    /// Changes with hardly anything between them as one.
    fn joined(&self, hunks: impl Iterator<Item = Hunk>) -> Vec<Hunk> {
        let mut joined: Vec<Hunk> = Vec::new();
        for hunk in hunks {
            let between = joined.last().map(|last| self.old[last.old.end..hunk.old.start].concat());
            match (joined.last_mut(), between) {
                (Some(last), Some(between)) if between.chars().count() <= SHORT => {
                    (last.old.end, last.new.end) = (hunk.old.end, hunk.new.end);
                }
                _ => joined.push(hunk),
            }
        }
        joined
    }

    /// 「、住所」 after 「氏名」 rather than 「住所、」 after 「氏名、」.
    fn slid(&self, hunk: Hunk) -> Hunk {
        let ends_alike = |words: &[String], range: &Range<usize>| {
            range.start > 0 && range.end > range.start && words[range.start - 1] == "、" && words[range.end - 1] == "、"
        };
        let back = |range: &Range<usize>| range.start - 1..range.end - 1;
        // The two ways of cutting are equally right for the computer; only one is how people write.
        let inserts = hunk.old.is_empty() && ends_alike(self.new, &hunk.new);
        let deletes = hunk.new.is_empty() && ends_alike(self.old, &hunk.old);
        if (inserts && hunk.old.start > 0) || (deletes && hunk.new.start > 0) {
            return Hunk { old: back(&hunk.old), new: back(&hunk.new) };
        }
        hunk
    }

    /// Each change with as many of the words beside it as make it unmistakable.
    fn settled(&self, hunks: Vec<Hunk>) -> Option<Vec<Hunk>> {
        let mut settled: Vec<Hunk> = Vec::new();
        let mut open = hunks.into_iter().rev().collect::<Vec<_>>();
        while let Some(hunk) = open.pop() {
            let floor = settled.last().map_or(0, |last| last.old.end);
            let ceiling = open.last().map_or(self.old.len(), |next| next.old.start);
            if self.is_plain(&hunk, floor) {
                settled.push(hunk);
                continue;
            }
            // What is put in stands below the words before it, so that those are widened to the left.
            let inserts = matches!(self.edit(&hunk), Edit::Insert(..));
            let can = |left: usize, right: usize| (left > floor, right < ceiling);
            let to_right = match can(hunk.old.start, hunk.old.end) {
                (true, true) => !inserts && !self.old[hunk.old.end].starts_with(['、', '。']),
                (_, right) => right,
            };
            if to_right {
                open.push(Hunk { old: hunk.old.start..hunk.old.end + 1, new: hunk.new.start..hunk.new.end + 1 });
            } else if hunk.old.start > floor {
                open.push(Hunk { old: hunk.old.start - 1..hunk.old.end, new: hunk.new.start - 1..hunk.new.end });
            // No room is left between two changes: they are quoted as one.
            } else if let Some(next) = open.pop() {
                open.push(Hunk { old: hunk.old.start..next.old.end, new: hunk.new.start..next.new.end });
            } else {
                let last = settled.pop()?;
                open.push(Hunk { old: last.old.start..hunk.old.end, new: last.new.start..hunk.new.end });
            }
        }
        Some(settled)
    }

    /// Whether a change can be said so. Words before `floor` are quoted already.
    fn is_plain(&self, hunk: &Hunk, floor: usize) -> bool {
        match self.edit(hunk) {
            Edit::Insert(anchor, new) => {
                let is_free = !hunk.old.is_empty() || hunk.old.start > floor;
                is_free && self.can_quote(&anchor) && !new.contains('\n') && is_balanced(&new)
            }
            Edit::Change(old, new) => self.can_quote(&old) && !new.contains('\n') && is_balanced(&new),
            Edit::Delete(old) => self.can_quote(&old),
        }
    }

    fn can_quote(&self, part: &str) -> bool {
        // 「火事だ」 stands twice in 第四条 of tests/cases/amending/words.txt, so that と応じる is quoted with it.
        let is_only = occurrences(self.text, part) == 1 && !self.others.iter().any(|other| other.contains(part));
        // A comma is quoted with the word after it, and a full stop with the word before.
        let has_word = part.contains(char::is_alphanumeric);
        has_word && !part.contains('\n') && is_balanced(part) && is_only
    }

    fn edit(&self, hunk: &Hunk) -> Edit {
        let (old, new) = (self.old[hunk.old.clone()].concat(), self.new[hunk.new.clone()].concat());
        if !old.is_empty() {
            let kept = new.strip_prefix(&old).filter(|rest| !rest.is_empty());
            return match kept {
                Some(rest) if is_balanced(rest) => Edit::Insert(old, rest.to_owned()),
                _ if new.is_empty() => Edit::Delete(old),
                _ => Edit::Change(old, new),
            };
        }
        let anchor = hunk.old.start.checked_sub(1).map(|at| self.old[at].clone()).unwrap_or_default();
        Edit::Insert(anchor, new)
    }
}
