//! Which letters two long texts share, in their order, found within a number of steps that depends on the letters
//! alone: a report of an import must not change with the load of the machine.

use std::ops::Range;

use similar::{Algorithm, DiffOp};

/// The number of letters of each side that are compared at once.
const WINDOW: usize = 50_000;

/// The number of differing letters from which on the rest is no longer compared. A text of which so much differs need
/// not be told to the letter.
const MOST_DIFFERING: usize = 200_000;

/// The number of letters in a row that must be the same for a comparison to go on from there; fewer may be so by
/// chance.
const FOOTHOLD: usize = 16;

/// A stretch of the first text in whose place the second has another; one of the two may be empty.
pub(super) type Replaced = (Range<usize>, Range<usize>);

/// Returns where `old` and `new` differ, in their order. Texts longer than [`WINDOW`] are compared window by window,
/// and after [`MOST_DIFFERING`] letters the rest is one difference.
pub(super) fn letter_differences(old: &[char], new: &[char]) -> Vec<Replaced> {
    let mut found = Vec::new();
    let (mut at_old, mut at_new, mut differing) = (0, 0, 0);
    loop {
        // Nearly all texts are the same throughout, and are then never handed to the comparison.
        let same = old[at_old..].iter().zip(&new[at_new..]).take_while(|(old, new)| old == new).count();
        (at_old, at_new) = (at_old + same, at_new + same);
        if at_old == old.len() && at_new == new.len() {
            return found;
        }
        if differing > MOST_DIFFERING {
            found.push((at_old..old.len(), at_new..new.len()));
            return found;
        }
        let (end_old, end_new) = ((at_old + WINDOW).min(old.len()), (at_new + WINDOW).min(new.len()));
        let ops = similar::capture_diff_slices(Algorithm::Myers, &old[at_old..end_old], &new[at_new..end_new]);
        let is_last = end_old == old.len() && end_new == new.len();
        // Behind the last foothold a window shows differences that only its own border makes.
        let kept = if is_last { ops.as_slice() } else { up_to_foothold(&ops) };
        for op in kept.iter().filter(|op| !matches!(op, DiffOp::Equal { .. })) {
            let (in_old, in_new) = (op.old_range(), op.new_range());
            differing += in_old.len() + in_new.len();
            found.push((shifted_span(&in_old, at_old), shifted_span(&in_new, at_new)));
        }
        at_old += kept.iter().map(|op| op.old_range().end).max().unwrap_or(0);
        at_new += kept.iter().map(|op| op.new_range().end).max().unwrap_or(0);
    }
}

/// Returns what of `ops` holds although the window cut the texts: up to its last foothold, or all where it has none.
fn up_to_foothold(ops: &[DiffOp]) -> &[DiffOp] {
    let is_foothold = |op: &DiffOp| matches!(op, DiffOp::Equal { len, .. } if *len >= FOOTHOLD);
    ops.iter().rposition(is_foothold).map_or(ops, |last| &ops[..=last])
}

fn shifted_span(range: &Range<usize>, by: usize) -> Range<usize> {
    range.start + by..range.end + by
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Letters that follow each other as if by chance, the same at each run.
    fn letters(count: usize, mut seed: u32) -> Vec<char> {
        let mut next = || {
            seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            char::from_u32(0x4E00 + (seed >> 16) % 500).unwrap_or('一')
        };
        (0..count).map(|_| next()).collect()
    }

    #[test]
    fn few_differences_are_found_in_a_text_of_many_windows() {
        let old = letters(4 * WINDOW, 7);
        let mut new = old.clone();
        new.remove(3 * WINDOW);
        new.splice(WINDOW..WINDOW, "加".repeat(3).chars());
        let found = letter_differences(&old, &new);
        let lost: usize = found.iter().map(|(old, _)| old.len()).sum();
        let added: usize = found.iter().map(|(_, new)| new.len()).sum();
        assert_eq!((lost, added), (1, 3), "{found:?}");
    }

    #[test]
    fn every_letter_is_the_same_or_told() {
        for (old, new) in [
            (letters(1_000, 1), letters(900, 2)),
            (letters(10, 1), Vec::new()),
            (Vec::new(), letters(10, 1)),
            (Vec::new(), Vec::new()),
            (vec!['一'; WINDOW + 1], vec!['二'; WINDOW + 5]),
            (vec!['一'; 10 * WINDOW], vec!['二'; 9 * WINDOW]),
        ] {
            let (mut at_old, mut at_new) = (0, 0);
            for (in_old, in_new) in
                letter_differences(&old, &new).into_iter().chain([(old.len()..old.len(), new.len()..new.len())])
            {
                assert_eq!(old[at_old..in_old.start], new[at_new..in_new.start], "what is not told is the same");
                (at_old, at_new) = (in_old.end, in_new.end);
            }
        }
    }
}
