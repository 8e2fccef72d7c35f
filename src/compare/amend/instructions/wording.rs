//! Changes of words within one text: 「八文字」を「十三文字」に改め, 「氏名」の下に「、住所」を加え, 「毎晩」を削り.
//!
//! What is quoted is changed wherever it stands in what is named. A word that changes everywhere is named once; where only
//! some occurrences change, what stands beside them is quoted until it stands only once.

use std::ops::Range;

use super::hunks::{Hunk, HunkList, Term, reduced};
use super::phrases::phrases;
use crate::compare::{BETWEEN_CELLS, comma_folded};

/// A change of words. All that it quotes is changed where it is looked for.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Edit {
    /// 「…」を「…」に改める
    Change(String, String),
    /// 「…」の下に「…」を加える
    Insert(String, String),
    /// 「…」を削る
    Delete(String),
    /// 「・…」を削る: a bullet, by its whole line.
    DeleteBullet(String),
}

impl Edit {
    /// The words that are looked for.
    pub(super) fn quoted(&self) -> &str {
        match self {
            Self::Change(old, _) | Self::Insert(old, _) | Self::Delete(old) | Self::DeleteBullet(old) => old,
        }
    }

    /// The words that stand in their place afterwards.
    pub(super) fn result(&self) -> String {
        match self {
            Self::Change(_, new) => new.clone(),
            Self::Insert(old, new) => format!("{old}{new}"),
            Self::Delete(_) | Self::DeleteBullet(_) => String::new(),
        }
    }
}

/// The share of letters from which on a text is amended by words rather than written anew.
const ALIKE: f64 = 0.5;

/// The changes that make `new` of `old`; `None` where it is better, or needful, to write it anew. What is quoted stands
/// in none of the `others`. A change of `terms` is told by the term alone.
pub(super) fn edits(old: &str, new: &str, others: &[&str], terms: &[Term]) -> Option<Vec<Edit>> {
    let (old_words, new_words) = (phrases(old), phrases(new));
    let list = HunkList::between(&old_words, &new_words, terms);
    if list.likeness < ALIKE {
        return None;
    }
    let writer = WordingWriter { old: &old_words, new: &new_words, text: old, others, terms };
    let is_right = |edits: &Vec<Edit>| is_right(old, new, edits);
    let first = || writer.edits(list.hunks.clone(), true).filter(is_right);
    let without_terms = || writer.edits(list.hunks.clone(), false).filter(is_right);
    let as_one = || {
        let (first, last) = (list.hunks.first()?, list.hunks.last()?);
        let one = Hunk { old: first.old.start..last.old.end, new: first.new.start..last.new.end };
        writer.edits(vec![one], false).filter(is_right)
    };
    first().or_else(without_terms).or_else(as_one)
}

/// Whether the changes give `new`, made together as well as each on what the one before it left.
fn is_right(old: &str, new: &str, edits: &[Edit]) -> bool {
    let step_by_step = edits.iter().try_fold(old.to_owned(), |text, edit| {
        text.contains(edit.quoted()).then(|| text.replace(edit.quoted(), &edit.result()))
    });
    let is_new = |text: Option<String>| text.is_some_and(|text| comma_folded(&text) == comma_folded(new));
    is_new(step_by_step) && is_new(made_together(old, edits))
}

/// `text` with all of `edits` made at once; `None` where what they quote overlaps or is not there.
pub(in crate::compare::amend) fn made_together(text: &str, edits: &[Edit]) -> Option<String> {
    let mut found: Vec<(Range<usize>, String)> = Vec::new();
    for edit in edits {
        let count = found.len();
        found.extend(text.match_indices(edit.quoted()).map(|(at, part)| (at..at + part.len(), edit.result())));
        if found.len() == count {
            return None;
        }
    }
    found.sort_by_key(|(range, _)| range.start);
    let (mut out, mut at) = (String::new(), 0);
    for (range, result) in found {
        out.push_str(text.get(at..range.start)?);
        out.push_str(&result);
        at = range.end;
    }
    Some(out + text.get(at..)?)
}

/// Counts how often `part` stands in `text`, overlaps too.
pub(super) fn occurrences(text: &str, part: &str) -> usize {
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

struct WordingWriter<'t> {
    old: &'t [String],
    new: &'t [String],
    text: &'t str,
    others: &'t [&'t str],
    terms: &'t [Term],
}

impl WordingWriter<'_> {
    /// The changes as they are said, each once; with `together`, words that change everywhere are named once for all.
    fn edits(&self, hunks: Vec<Hunk>, together: bool) -> Option<Vec<Edit>> {
        let everywhere: Vec<Option<Edit>> =
            hunks.iter().map(|hunk| self.everywhere(hunk, &hunks).filter(|_| together)).collect();
        let mut edits: Vec<Edit> = Vec::new();
        for (edit, _) in self.settled(hunks.into_iter().zip(everywhere).collect())? {
            if !edits.contains(&edit) {
                edits.push(edit);
            }
        }
        Some(edits)
    }

    /// The change of `hunk` if it is made wherever its words stand.
    fn everywhere(&self, hunk: &Hunk, hunks: &[Hunk]) -> Option<Edit> {
        let told = |hunk: &Hunk| self.reduced_edit(hunk);
        let edit = told(hunk);
        let count = hunks.iter().filter(|other| told(other) == edit).count();
        let is_everywhere = occurrences(self.text, edit.quoted()) == count;
        (is_everywhere && self.can_be_said(&edit)).then_some(edit)
    }

    /// The change of `hunk`, by the term alone where it is one of the terms.
    fn reduced_edit(&self, hunk: &Hunk) -> Edit {
        match self.edit(hunk) {
            Edit::Change(old, new) => {
                let (old, new) = reduced(&old, &new, self.terms);
                Edit::Change(old, new)
            }
            edit @ (Edit::Insert(..) | Edit::Delete(_) | Edit::DeleteBullet(_)) => edit,
        }
    }

    /// Each change with as many of the words beside it as make it unmistakable.
    fn settled(&self, hunks: Vec<(Hunk, Option<Edit>)>) -> Option<Vec<(Edit, Hunk)>> {
        let mut settled: Vec<(Edit, Hunk)> = Vec::new();
        let mut open = hunks.into_iter().rev().collect::<Vec<_>>();
        while let Some((hunk, everywhere)) = open.pop() {
            let floor = settled.last().map_or(0, |(_, last)| last.old.end);
            if let Some(edit) = everywhere {
                settled.push((edit, hunk));
                continue;
            }
            if self.is_plain(&hunk, floor) {
                settled.push((self.edit(&hunk), hunk));
                continue;
            }
            let ceiling = open.last().map_or(self.old.len(), |(next, _)| next.old.start);
            let wider = if self.goes_right(&hunk, floor, ceiling) {
                // 「利用者は、」: a particle is quoted with its comma (tests/cases/amend/05-neighbours.txt).
                let word = |at: usize| self.old.get(at).map(String::as_str);
                let comma = word(hunk.old.end) == Some("は") && word(hunk.old.end + 1) == Some("、");
                let by = if comma && hunk.old.end + 1 < ceiling { 2 } else { 1 };
                Hunk { old: hunk.old.start..hunk.old.end + by, new: hunk.new.start..hunk.new.end + by }
            } else if hunk.old.start > floor {
                Hunk { old: hunk.old.start - 1..hunk.old.end, new: hunk.new.start.checked_sub(1)?..hunk.new.end }
            } else if let Some((next, _)) = open.pop() {
                Hunk { old: hunk.old.start..next.old.end, new: hunk.new.start..next.new.end }
            } else {
                let (_, last) = settled.pop()?;
                Hunk { old: last.old.start..hunk.old.end, new: last.new.start..hunk.new.end }
            };
            open.push((wider, None));
        }
        Some(settled)
    }

    /// Whether the next word is quoted with `hunk`, rather than the one before it.
    fn goes_right(&self, hunk: &Hunk, floor: usize, ceiling: usize) -> bool {
        let can = (hunk.old.start > floor, hunk.old.end < ceiling);
        let is_insertion = matches!(self.edit(hunk), Edit::Insert(..));
        match can {
            (true, true) => !is_insertion && !self.old[hunk.old.end].starts_with(['、', '。']),
            (_, right) => right,
        }
    }

    /// Whether a change can be said so. Words before `floor` are quoted already.
    fn is_plain(&self, hunk: &Hunk, floor: usize) -> bool {
        let edit = self.edit(hunk);
        let is_free = !matches!(edit, Edit::Insert(..)) || !hunk.old.is_empty() || hunk.old.start > floor;
        is_free && occurrences(self.text, edit.quoted()) == 1 && self.can_be_said(&edit)
    }

    fn can_be_said(&self, edit: &Edit) -> bool {
        let is_line = |text: &str| !text.contains('\n') && !text.contains(BETWEEN_CELLS.trim()) && is_balanced(text);
        let quoted = edit.quoted();
        // A comma is quoted with the word after it, and a full stop with the word before.
        let has_word = quoted.contains(char::is_alphanumeric);
        let added = match edit {
            Edit::Change(_, new) | Edit::Insert(_, new) => new,
            Edit::Delete(_) | Edit::DeleteBullet(_) => "",
        };
        has_word && is_line(quoted) && is_line(added) && !self.others.iter().any(|other| other.contains(quoted))
    }

    fn edit(&self, hunk: &Hunk) -> Edit {
        let (old, new) = (self.old[hunk.old.clone()].concat(), self.new[hunk.new.clone()].concat());
        if !old.is_empty() {
            let kept = new.strip_prefix(&old).filter(|rest| !rest.is_empty() && hunk.grew(self.old, self.new));
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
