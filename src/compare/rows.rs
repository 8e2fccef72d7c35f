//! Two aligned sides as rows of a table.

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
    let places = match order {
        Order::Old => places(&partners(old, |at| alignment.new_of(at)), &partners(new, |at| alignment.old_of(at))),
        Order::New => {
            let flipped = places(&partners(new, |at| alignment.old_of(at)), &partners(old, |at| alignment.new_of(at)));
            flipped.into_iter().map(|(new, old)| (old, new)).collect()
        }
    };
    places.into_iter().map(|(old_at, new_at)| row(old, new, old_at, new_at)).collect()
}

/// For each item of `side` its pair on the other.
fn partners(side: &Side<'_>, pair: impl Fn(usize) -> Option<usize>) -> Vec<Option<usize>> {
    (0..side.items.len()).map(pair).collect()
}

/// The rows as places: the first side's order, and after each row what follows its pair on the second side and has none
/// itself.
fn places(first: &[Option<usize>], second: &[Option<usize>]) -> Vec<(Option<usize>, Option<usize>)> {
    let mut out = Vec::with_capacity(first.len());
    let lone = |from: usize, out: &mut Vec<(Option<usize>, Option<usize>)>| {
        let run = second[from..].iter().take_while(|pair| pair.is_none()).count();
        out.extend((from..from + run).map(|at| (None, Some(at))));
    };
    lone(0, &mut out);
    for (at, pair) in first.iter().enumerate() {
        out.push((Some(at), *pair));
        if let Some(pair) = pair {
            lone(pair + 1, &mut out);
        }
    }
    out
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

#[cfg(test)]
mod tests {
    use super::places;

    #[test]
    fn what_has_no_pair_follows_what_it_follows() {
        let rows = places(&[Some(0), None, Some(3)], &[Some(0), None, None, Some(2), None]);
        let expected = [
            (Some(0), Some(0)),
            (None, Some(1)),
            (None, Some(2)),
            (Some(1), None),
            (Some(2), Some(3)),
            (None, Some(4)),
        ];
        assert_eq!(rows, expected);
    }
}
