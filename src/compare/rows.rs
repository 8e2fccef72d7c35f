//! Two aligned sides as rows of a table.

use std::collections::BTreeMap;

use super::align::Alignment;
use super::difference::Difference;
use super::side::Side;

/// Which side's order the rows keep; what stands only on the other is put in where it would follow.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Order {
    /// The old side's.
    Old,
    /// The new side's.
    New,
}

/// How the two sides of a row stand to each other.
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
    /// How the two stand to each other; numbers do not count.
    pub state: State,
    /// What differs in the captions.
    pub caption: Difference,
    /// What differs in the texts.
    pub text: Difference,
}

/// How many rows are in each state.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct Counts {
    /// Both say the same.
    pub same: usize,
    /// They say different things.
    pub different: usize,
    /// Only on the old side.
    pub only_old: usize,
    /// Only on the new side.
    pub only_new: usize,
}

impl Counts {
    /// The counts of `rows`.
    #[must_use]
    pub fn of(rows: &[Row]) -> Self {
        let count = |state| rows.iter().filter(|row| row.state == state).count();
        Self {
            same: count(State::Same),
            different: count(State::Different),
            only_old: count(State::OnlyOld),
            only_new: count(State::OnlyNew),
        }
    }
}

/// The rows of `old` and `new`.
#[must_use]
pub fn rows(old: &Side<'_>, new: &Side<'_>, alignment: &Alignment, order: Order) -> Vec<Row> {
    let old_pairs = partners(old, |at| alignment.new_of(at));
    let new_pairs = partners(new, |at| alignment.old_of(at));
    let (first, second) = ((old, old_pairs.as_slice()), (new, new_pairs.as_slice()));
    let places = match order {
        Order::Old => places(first, second),
        Order::New => places(second, first).into_iter().map(|(new, old)| (old, new)).collect(),
    };
    places.into_iter().map(|(old_at, new_at)| row(old, new, old_at, new_at)).collect()
}

/// For each item of `side` its pair on the other.
fn partners(side: &Side<'_>, pair: impl Fn(usize) -> Option<usize>) -> Vec<Option<usize>> {
    (0..side.items.len()).map(pair).collect()
}

/// A row by the places on the first and the second side.
type Places = (Option<usize>, Option<usize>);

/// The rows as places: the first side's order, and what stands on the second alone among what it stands beside there.
fn places(first: (&Side<'_>, &[Option<usize>]), second: (&Side<'_>, &[Option<usize>])) -> Vec<Places> {
    let below = |side: &Side<'_>| {
        let mut below: BTreeMap<Option<usize>, Vec<usize>> = BTreeMap::new();
        for (at, item) in side.items.iter().enumerate() {
            below.entry(item.parent).or_default().push(at);
        }
        below
    };
    let trees = (below(first.0), below(second.0));
    let mut weaver = Weaver { first: (&trees.0, first.1), second: (&trees.1, second.1), out: Vec::new() };
    weaver.below(children(&trees.0, None), children(&trees.1, None));
    weaver.out
}

/// What stands below each item, or below nothing.
type Below = BTreeMap<Option<usize>, Vec<usize>>;

fn children(tree: &Below, parent: Option<usize>) -> &[usize] {
    tree.get(&parent).map(Vec::as_slice).unwrap_or_default()
}

/// Puts two trees into one list.
struct Weaver<'s> {
    first: (&'s Below, &'s [Option<usize>]),
    second: (&'s Below, &'s [Option<usize>]),
    out: Vec<Places>,
}

impl Weaver<'_> {
    /// What stands below an item of the first side and below its pair.
    fn below(&mut self, here: &[usize], there: &[usize]) {
        let (first, second) = (self.first.0, self.second.0);
        let pairs: Vec<Option<usize>> = here.iter().map(|at| self.first.1[*at]).collect();
        self.lone(there.iter().take_while(|at| !pairs.contains(&Some(**at))));
        for (at, pair) in here.iter().zip(&pairs) {
            self.out.push((Some(*at), *pair));
            let of_pair = pair.map(|pair| children(second, Some(pair))).unwrap_or_default();
            self.below(children(first, Some(*at)), of_pair);
            if let Some(after) = there.iter().position(|one| Some(*one) == *pair) {
                self.lone(there[after + 1..].iter().take_while(|at| !pairs.contains(&Some(**at))));
            }
        }
    }

    /// Those of the second side that have no pair; the others stand where their pair does.
    fn lone<'i>(&mut self, list: impl Iterator<Item = &'i usize>) {
        for at in list {
            if self.second.1[*at].is_none() {
                self.out.push((None, Some(*at)));
                self.below(&[], children(self.second.0, Some(*at)));
            }
        }
    }
}

fn row(old: &Side<'_>, new: &Side<'_>, old_at: Option<usize>, new_at: Option<usize>) -> Row {
    let (of_old, of_new) = (old_at.map(|at| &old.items[at]), new_at.map(|at| &new.items[at]));
    let caption = Difference::between(
        of_old.map(|item| item.caption.as_slice()).unwrap_or_default(),
        of_new.map(|item| item.caption.as_slice()).unwrap_or_default(),
    );
    let text = Difference::between(
        of_old.map(|item| item.text.as_slice()).unwrap_or_default(),
        of_new.map(|item| item.text.as_slice()).unwrap_or_default(),
    );
    let state = match (of_old, of_new) {
        (Some(_), None) => State::OnlyOld,
        (None, Some(_)) => State::OnlyNew,
        _ if caption.is_same() && text.is_same() => State::Same,
        _ => State::Different,
    };
    Row { old: old_at, new: new_at, state, caption, text }
}
