//! Two aligned sides as rows of a table.

use std::collections::VecDeque;

use super::align::{Alignment, is_of_one_author};
use super::difference::WordDifference;
use super::facts::{FactDifference, fact_differences};
use super::side::{Side, SideItem};

/// The side whose order the rows keep; what stands only on the other is put in where it would follow.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RowOrder {
    /// The old side's.
    Old,
    /// The new side's.
    New,
}

/// The relation of the two sides of a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum State {
    /// Both say the same.
    Same,
    /// They say different things.
    Different,
    /// It stands on the old side only.
    OnlyOld,
    /// It stands on the new side only.
    OnlyNew,
    /// It has no pair, and meets a requirement together with provisions in other rows.
    Shared,
}

impl State {
    /// Its name in data, in classes and in message ids.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Same => "same",
            Self::Different => "different",
            Self::OnlyOld => "only-old",
            Self::OnlyNew => "only-new",
            Self::Shared => "shared",
        }
    }
}

/// A row: a provision of each side, or of one.
#[derive(Debug)]
pub struct Row {
    /// The place on the old side.
    pub old: Option<usize>,
    /// The place on the new side.
    pub new: Option<usize>,
    /// The relation of the two; numbers do not count, and the Japanese decides.
    pub state: State,
    /// The difference between the captions.
    pub caption: WordDifference,
    /// The difference between the texts.
    pub text: WordDifference,
}

/// The number of rows in each state.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct RowCounts {
    /// Both say the same.
    pub same: usize,
    /// They say different things.
    pub different: usize,
    /// Only on the old side.
    pub only_old: usize,
    /// Only on the new side.
    pub only_new: usize,
    /// With others in other rows.
    pub shared: usize,
}

impl RowCounts {
    /// The counts of `rows`.
    #[must_use]
    pub fn of(rows: &[Row]) -> Self {
        let count = |state| rows.iter().filter(|row| row.state == state).count();
        Self {
            same: count(State::Same),
            different: count(State::Different),
            only_old: count(State::OnlyOld),
            only_new: count(State::OnlyNew),
            shared: count(State::Shared),
        }
    }
}

/// The rows of `old` and `new`.
#[must_use]
pub fn comparison_rows(old: &Side<'_>, new: &Side<'_>, alignment: &Alignment, order: RowOrder) -> Vec<Row> {
    let of_old = items(old, |at| alignment.new_of(at));
    let of_new = items(new, |at| alignment.old_of(at));
    let places = match order {
        RowOrder::Old => row_places(&of_old, &of_new),
        // The same arrangement with the sides exchanged, so that there is one to be right.
        RowOrder::New => row_places(&of_new, &of_old).into_iter().map(|(new, old)| (old, new)).collect(),
    };
    let shared = |(old_at, new_at): (Option<usize>, Option<usize>)| match (old_at, new_at) {
        (Some(at), None) => alignment.shared.of_old.contains_key(&at),
        (None, Some(at)) => alignment.shared.of_new.contains_key(&at),
        _ => false,
    };
    places.into_iter().map(|places| compare_pair(old, new, places, shared(places))).collect()
}

/// A provision as far as its place in the table goes.
#[derive(Debug, Clone, Copy)]
struct Placed {
    depth: usize,
    pair: Option<usize>,
}

fn items(side: &Side<'_>, pair: impl Fn(usize) -> Option<usize>) -> Vec<Placed> {
    side.items.iter().enumerate().map(|(at, item)| Placed { depth: item.depth, pair: pair(at) }).collect()
}

/// The rows as places: the first side's order. What has no pair on the second side follows the row of what stands before
/// it there, and never comes between what stands deeper than itself.
fn row_places(first: &[Placed], second: &[Placed]) -> Vec<(Option<usize>, Option<usize>)> {
    let mut out = Vec::with_capacity(first.len());
    let mut waiting: VecDeque<usize> = lone(second, 0).collect();
    for (at, item) in first.iter().enumerate() {
        // An article that was put in behind 第３条 comes before 第４条, and an item of 第３条 before both.
        while let Some(next) = waiting.pop_front_if(|next| second[*next].depth >= item.depth) {
            out.push((None, Some(next)));
        }
        out.push((Some(at), item.pair));
        if let Some(pair) = item.pair {
            // What follows here comes before what waits for the end of a provision further out.
            // Put in from the last one on, so that they stand in their order: test
            // `nothing_comes_between_deeper_provisions`.
            for next in lone(second, pair + 1).collect::<Vec<_>>().into_iter().rev() {
                waiting.push_front(next);
            }
        }
    }
    out.extend(waiting.into_iter().map(|next| (None, Some(next))));
    out
}

/// Returns the provisions without a pair from `from` on, up to the next that has one.
fn lone(side: &[Placed], from: usize) -> impl Iterator<Item = usize> + '_ {
    (from..side.len()).take_while(|at| side[*at].pair.is_none())
}

fn compare_pair(old: &Side<'_>, new: &Side<'_>, (old_at, new_at): (Option<usize>, Option<usize>), shared: bool) -> Row {
    let (caption, text) = differences(old, new, (old_at, new_at));
    let state = match (old_at, new_at) {
        (Some(_), None) | (None, Some(_)) if shared => State::Shared,
        (Some(_), None) => State::OnlyOld,
        (None, _) => State::OnlyNew,
        (Some(of_old), Some(of_new)) => {
            // Numbers are not held against each other: 第３条 that became 第４条 says the same. Facts are, also where the
            // words are the same and what leads into them binds otherwise.
            let same = is_same(old, new, (of_old, of_new), (&caption, &text));
            let counted = || fact_differences(old, new, (of_old, of_new)).iter().any(FactDifference::counts);
            if same && !counted() { State::Same } else { State::Different }
        }
    };
    Row { old: old_at, new: new_at, state, caption, text }
}

/// Whether both say the same in Japanese. `own` are the differences between the captions and texts of both sides.
fn is_same(
    old: &Side<'_>,
    new: &Side<'_>,
    (of_old, of_new): (usize, usize),
    own: (&WordDifference, &WordDifference),
) -> bool {
    let (first, second) = (old.deciding(), new.deciding());
    let one_author = is_of_one_author(old, new);
    if std::ptr::eq(first, old) && std::ptr::eq(second, new) && one_author {
        return own.0.is_same() && own.1.is_same();
    }
    // Between authors the full stop at the end of an item is a habit: ログアウトすること and ログアウトすること。
    let words = |item: &SideItem<'_>| {
        let mut words: Vec<String> = item.text.iter().map(|word| word.value.clone()).collect();
        words.pop_if(|last| !one_author && last == "。");
        words
    };
    let (of_old, of_new) = (&first.items[of_old], &second.items[of_new]);
    let caption = |item: &SideItem<'_>| item.caption.iter().map(|word| word.value.clone()).collect::<Vec<_>>();
    words(of_old) == words(of_new) && caption(of_old) == caption(of_new)
}

/// The differences between captions and between texts.
fn differences(
    old: &Side<'_>,
    new: &Side<'_>,
    (old_at, new_at): (Option<usize>, Option<usize>),
) -> (WordDifference, WordDifference) {
    let (of_old, of_new) = (old_at.map(|at| &old.items[at]), new_at.map(|at| &new.items[at]));
    let caption = WordDifference::between(
        of_old.map_or(&[][..], |item| item.caption.as_slice()),
        of_new.map_or(&[][..], |item| item.caption.as_slice()),
    );
    let text = WordDifference::between(
        of_old.map_or(&[][..], |item| item.text.as_slice()),
        of_new.map_or(&[][..], |item| item.text.as_slice()),
    );
    (caption, text)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn placed(list: &[(usize, Option<usize>)]) -> Vec<Placed> {
        list.iter().map(|(depth, pair)| Placed { depth: *depth, pair: *pair }).collect()
    }

    #[test]
    fn what_has_no_pair_follows_what_it_follows() {
        let first = placed(&[(0, Some(0)), (0, None), (0, Some(3))]);
        let second = placed(&[(0, Some(0)), (0, None), (0, None), (0, Some(2)), (0, None)]);
        let expected = [
            (Some(0), Some(0)),
            (None, Some(1)),
            (None, Some(2)),
            (Some(1), None),
            (Some(2), Some(3)),
            (None, Some(4)),
        ];
        assert_eq!(row_places(&first, &second), expected);
    }

    #[test]
    fn nothing_comes_between_deeper_provisions() {
        // An article with two items; on the other side it has one, and an article follows.
        let first = placed(&[(0, Some(0)), (1, Some(1)), (1, None), (0, Some(4))]);
        let second = placed(&[(0, Some(0)), (1, Some(1)), (0, None), (1, None), (0, Some(3))]);
        let expected = [
            (Some(0), Some(0)),
            (Some(1), Some(1)),
            (Some(2), None),
            (None, Some(2)),
            (None, Some(3)),
            (Some(3), Some(4)),
        ];
        assert_eq!(row_places(&first, &second), expected);
    }
}
