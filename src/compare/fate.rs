//! The fate of provisions from one edition to the next, besides being changed: moved, split off, merged.

use std::collections::BTreeMap;

use super::candidates::{Finder, Pairs};
use super::matching::{Aligner, Match};

/// The least share of a text that must stand in another for it to count as split off from it, or merged into it: the
/// keeping of the diary in tests/cases/compare/editions.txt, the oil in tests/cases/compare/merged.txt.
const MIN_TAKEN_SHARE: f64 = 0.6;

/// The fate of a provision of the old side, or the origin of one of the new side.
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
        // Among the children of one parent at a time: items of an article that moved did not move themselves.
        let parents = std::iter::once(None).chain((0..aligner.new.items.len()).map(Some));
        for parent in parents {
            let mut here = Vec::new();
            for new in aligner.new.below(parent) {
                let Some(old) = aligner.of_new[new].map(|found| found.old) else { continue };
                let old_parent = aligner.old.items[old].parent;
                let pair = old_parent.and_then(|above| aligner.of_old[above]).map(|found| found.new);
                // 綱の結び直し below 鐘 in tests/cases/compare/merged.txt stood below 鍵 before, and so has moved.
                if old_parent.is_some() == parent.is_some() && pair == parent {
                    here.push((old, new));
                } else {
                    self.put_moved(old, new);
                }
            }
            // Where A, B became B, A, either may be said to have moved. The provision that kept its number is taken to
            // have stayed, and the renumbered one to have moved: in
            // tests/cases/compare/editions.txt the bell stays Article 4, so that the key moved.
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
        // Only what went out of a provision can have become another: a new article that repeats words which are still
        // there was not split off.
        let lost: Vec<Pairs> = (0..aligner.of_old.len()).map(|old| lost(aligner, old)).collect();
        let found = taken(&aligner.new_pairs, &aligner.of_new, &lost);
        self.new.extend(found.into_iter().map(|(new, old)| (new, Fate::Split(old))));
    }

    /// An old provision without a pair whose words stand in a new one that had them not.
    fn merged(&mut self, aligner: &Aligner<'_, '_>) {
        let gained: Vec<Pairs> = (0..aligner.of_new.len()).map(|new| gained(aligner, new)).collect();
        let found = taken(&aligner.old_pairs, &aligner.of_old, &gained);
        self.old.extend(found.into_iter().map(|(old, new)| (old, Fate::Merged(new))));
    }
}

/// Returns each of `texts` that has no pair and stands in one of `pools` with at least [`MIN_TAKEN_SHARE`], with that
/// pool.
fn taken(texts: &[Pairs], pairs: &[Option<Match>], pools: &[Pairs]) -> Vec<(usize, usize)> {
    let finder = Finder::new(pools, 0..pools.len());
    let pool_of = |text: &Pairs| {
        let near = finder.near(text).into_iter().map(|pool| (text.contained_in(&pools[pool]), pool));
        // Of equals the first, so that the same input always gives the same fates.
        let best =
            near.filter(|(share, _)| *share >= MIN_TAKEN_SHARE).max_by(|a, b| a.0.total_cmp(&b.0).then(b.1.cmp(&a.1)));
        best.map(|(_, pool)| pool)
    };
    // What has a pair has its fate already, even if words of others came into it.
    let lone = texts.iter().enumerate().filter(|(at, text)| pairs[*at].is_none() && !text.is_empty());
    lone.filter_map(|(at, text)| Some((at, pool_of(text)?))).collect()
}

/// Returns the letters that an old provision has and its pair has not; nothing where it has no pair.
fn lost(aligner: &Aligner<'_, '_>, old: usize) -> Pairs {
    aligner.of_old[old]
        .map_or_else(Pairs::default, |found| aligner.old_pairs[old].without(&aligner.new_pairs[found.new]))
}

/// Returns the letters that a new provision has and its pair has not; nothing where it has no pair.
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
        // The greatest smaller value ends the best sequence that this one can go on with, since worse ones were taken
        // out.
        let shorter = ends.range(..value).next_back().map(|(_, end)| *end);
        before[at] = shorter.map(|(_, _, last)| last);
        let (length, sum, _) = shorter.unwrap_or((0, 0, 0));
        // The weight decides between sequences of one length only: test
        // `weight_decides_between_sequences_of_one_length`.
        let own = (length + 1, sum + weight, at);
        let beaten = |end: &(usize, usize, usize)| (end.0, end.1) <= (own.0, own.1);
        // Each value is put in and taken out once at most, so that all steps together take n log n.
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
