//! What became of provisions from one edition to the next, besides being changed: moved, split off, merged.

use std::collections::BTreeMap;

use super::align::Aligner;
use super::candidates::{Finder, Pairs};

/// From what share on a text counts as taken from another, or into it.
const MOST: f64 = 0.6;

/// What became of a provision, or where it comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fate {
    /// It stands elsewhere among those beside it, or below something else.
    Moved,
    /// It was part of this provision of the old side.
    Split(usize),
    /// It is part of this provision of the new side now.
    Merged(usize),
}

/// The fates of both sides.
#[derive(Debug, Default)]
pub(super) struct Fates {
    pub(super) old: BTreeMap<usize, Fate>,
    pub(super) new: BTreeMap<usize, Fate>,
}

impl Fates {
    pub(super) fn of(aligner: &Aligner<'_, '_>) -> Self {
        let mut fates = Self::default();
        fates.moved(aligner);
        fates.split(aligner);
        fates.merged(aligner);
        fates
    }

    fn moved(&mut self, aligner: &Aligner<'_, '_>) {
        let parents = std::iter::once(None).chain((0..aligner.new.items.len()).map(Some));
        for parent in parents {
            let mut here = Vec::new();
            for new in aligner.new.below(parent) {
                let Some(old) = aligner.of_new[new].map(|found| found.old) else { continue };
                let old_parent = aligner.old.items[old].parent;
                let pair = old_parent.and_then(|above| aligner.of_old[above]).map(|found| found.new);
                if old_parent.is_some() == parent.is_some() && pair == parent {
                    here.push((old, new));
                } else {
                    self.put_moved(old, new);
                }
            }
            // Of two that passed each other the one moved that got another number.
            let weight = |(old, new): &(usize, usize)| {
                usize::from(aligner.old.items[*old].label == aligner.new.items[*new].label)
            };
            let kept = heaviest_rising(&here.iter().map(|pair| (pair.0, weight(pair))).collect::<Vec<_>>());
            for (at, (old, new)) in here.iter().enumerate() {
                if !kept.contains(&at) {
                    self.put_moved(*old, *new);
                }
            }
        }
    }

    fn put_moved(&mut self, old: usize, new: usize) {
        self.old.insert(old, Fate::Moved);
        self.new.insert(new, Fate::Moved);
    }

    /// A new provision without a pair whose words stood in an old one, from which they are gone.
    fn split(&mut self, aligner: &Aligner<'_, '_>) {
        let lost: Vec<Pairs> = (0..aligner.of_old.len()).map(|old| lost(aligner, old)).collect();
        let finder = Finder::new(&lost, 0..lost.len());
        for (new, pair) in aligner.of_new.iter().enumerate() {
            let text = &aligner.new_pairs[new];
            if pair.is_some() || text.is_empty() {
                continue;
            }
            let near = finder.near(text).into_iter();
            let scored = near.map(|old| (text.contained_in(&lost[old]), old)).filter(|(share, _)| *share >= MOST);
            if let Some((_, old)) = scored.max_by(|a, b| a.0.total_cmp(&b.0).then(b.1.cmp(&a.1))) {
                self.new.insert(new, Fate::Split(old));
            }
        }
    }

    /// An old provision without a pair whose words stand in a new one that had them not.
    fn merged(&mut self, aligner: &Aligner<'_, '_>) {
        let gained: Vec<Pairs> = (0..aligner.of_new.len()).map(|new| gained(aligner, new)).collect();
        let finder = Finder::new(&gained, 0..gained.len());
        for (old, pair) in aligner.of_old.iter().enumerate() {
            let text = &aligner.old_pairs[old];
            if pair.is_some() || text.is_empty() {
                continue;
            }
            let near = finder.near(text).into_iter();
            let scored = near.map(|new| (text.contained_in(&gained[new]), new)).filter(|(share, _)| *share >= MOST);
            if let Some((_, new)) = scored.max_by(|a, b| a.0.total_cmp(&b.0).then(b.1.cmp(&a.1))) {
                self.old.insert(old, Fate::Merged(new));
            }
        }
    }
}

/// What an old provision with a pair has that its pair has not.
fn lost(aligner: &Aligner<'_, '_>, old: usize) -> Pairs {
    aligner.of_old[old]
        .map_or_else(Pairs::default, |found| aligner.old_pairs[old].without(&aligner.new_pairs[found.new]))
}

/// What a new provision with a pair has that its pair has not.
fn gained(aligner: &Aligner<'_, '_>, new: usize) -> Pairs {
    aligner.of_new[new]
        .map_or_else(Pairs::default, |found| aligner.new_pairs[new].without(&aligner.old_pairs[found.old]))
}

/// The places in `list` of a longest rising sequence of the values.
pub(crate) fn longest_rising(list: &[usize]) -> Vec<usize> {
    heaviest_rising(&list.iter().map(|value| (*value, 0)).collect::<Vec<_>>())
}

/// The places in `list` of a longest rising sequence of the values, of several the one of the greatest weight.
fn heaviest_rising(list: &[(usize, usize)]) -> Vec<usize> {
    // For each value the best sequence that ends with it: its length, its weight, its last place. What is not better
    // than a sequence that ends with a smaller value is left out.
    let mut ends: BTreeMap<usize, (usize, usize, usize)> = BTreeMap::new();
    let mut before: Vec<Option<usize>> = vec![None; list.len()];
    for (at, (value, weight)) in list.iter().enumerate() {
        let shorter = ends.range(..value).next_back().map(|(_, end)| *end);
        before[at] = shorter.map(|(_, _, last)| last);
        let (length, sum, _) = shorter.unwrap_or_default();
        let own = (length + 1, sum + weight, at);
        let beaten = |end: &(usize, usize, usize)| (end.0, end.1) <= (own.0, own.1);
        while let Some(next) = ends.range(value..).next().filter(|(_, end)| beaten(end)).map(|(next, _)| *next) {
            ends.remove(&next);
        }
        ends.insert(*value, own);
    }
    let last = ends.last_key_value().map(|(_, (_, _, last))| *last);
    let mut rising: Vec<usize> = std::iter::successors(last, |at| before[*at]).collect();
    rising.reverse();
    rising
}

#[cfg(test)]
mod tests {
    use super::heaviest_rising;

    fn rising(list: &[usize]) -> Vec<usize> {
        heaviest_rising(&list.iter().map(|value| (*value, 0)).collect::<Vec<_>>())
    }

    #[test]
    fn a_longest_rising_sequence_is_found() {
        assert!(rising(&[]).is_empty());
        assert_eq!(rising(&[3, 0, 1, 2]), [1, 2, 3]);
        assert_eq!(rising(&[0, 1, 5, 2, 3]), [0, 1, 3, 4]);
    }

    #[test]
    fn weight_decides_between_sequences_of_one_length() {
        assert_eq!(heaviest_rising(&[(0, 0), (3, 1), (2, 0), (5, 0)]), [0, 1, 3]);
        assert_eq!(heaviest_rising(&[(0, 0), (3, 0), (2, 1), (5, 0)]), [0, 2, 3]);
    }
}
