//! What corresponds besides the pairs: provisions of two authors that meet one requirement together, however many of
//! them there are on each side.

use std::collections::{BTreeMap, BTreeSet};

use super::matching::Aligner;
use super::side::{Side, read_together};

/// For each provision those of the other side that meet a requirement with it and are not its pair.
#[derive(Debug, Clone, Default)]
pub struct Shared {
    /// The places on the new side, by those on the old side.
    pub of_old: BTreeMap<usize, BTreeSet<usize>>,
    /// The places on the old side, by those on the new side.
    pub of_new: BTreeMap<usize, BTreeSet<usize>>,
}

impl Shared {
    /// Returns what the mappings of both sides say besides the pairs that were found.
    pub(super) fn of(aligner: &Aligner<'_, '_>) -> Self {
        let (old, new) = (Holders::of(aligner.old), Holders::of(aligner.new));
        let beside = |own: &Holders<'_>, others: &Holders<'_>, pair: &dyn Fn(usize) -> Option<usize>| {
            let mut found: BTreeMap<usize, BTreeSet<usize>> = BTreeMap::new();
            for (at, requirements) in own.said.iter().enumerate() {
                let meeting = requirements.iter().filter_map(|requirement| others.named.get(requirement)).flatten();
                let meeting: BTreeSet<usize> = meeting.copied().filter(|other| pair(at) != Some(*other)).collect();
                // What stands below a mapped provision is told with it; where that has a pair of its own, nothing more
                // is to be said.
                if !meeting.is_empty() && (own.is_named(at) || pair(at).is_none()) {
                    found.insert(at, meeting);
                }
            }
            found
        };
        let of_old = beside(&old, &new, &|at| aligner.of_old[at].map(|found| found.new));
        let of_new = beside(&new, &old, &|at| aligner.of_new[at].map(|found| found.old));
        Self { of_old, of_new }
    }
}

/// The requirements that each provision of a side meets.
struct Holders<'a> {
    /// By place: its own, those for which it is read together with another, or those of what it stands in.
    said: Vec<BTreeSet<&'a str>>,
    /// The places that say so themselves.
    named: BTreeMap<&'a str, BTreeSet<usize>>,
}

impl<'a> Holders<'a> {
    fn of(side: &Side<'a>) -> Self {
        let together = read_together(side.set);
        let mut holders = Self { said: Vec::with_capacity(side.items.len()), named: BTreeMap::new() };
        for (at, item) in side.items.iter().enumerate() {
            let mut own = item.requirements.clone();
            own.extend(together.get(&(item.document.id.as_str(), item.anchor)).into_iter().flatten());
            for requirement in &own {
                holders.named.entry(requirement).or_default().insert(at);
            }
            // A mapping covers what stands below its provision unless that is mapped by itself.
            if let (true, Some(parent)) = (own.is_empty(), item.parent) {
                own.clone_from(&holders.said[parent]);
            }
            holders.said.push(own);
        }
        holders
    }

    fn is_named(&self, at: usize) -> bool {
        self.said[at].iter().any(|requirement| self.named.get(requirement).is_some_and(|places| places.contains(&at)))
    }
}
