//! Which provision of a document that exists is which of its new text. The alignment of a comparison finds what says the
//! same or nearly so; what is left is paired by its place between what is paired.

use std::collections::BTreeMap;

use crate::compare::{Alignment, Basis, Side, SideItem, align_unnamed, text_likeness};
use crate::content::Kind;
use crate::corpus::Role;

/// The least likeness of two texts at the same place that are taken for one that was changed.
const MIN_PLACE_LIKENESS: f64 = 0.25;

/// The same, where its number is another.
const MIN_LIKENESS: f64 = 0.4;

/// The least number of letters that are the same of a provision which stands below another one now.
const MIN_MOVED_LETTERS: usize = 12;

/// The least number of letters by which a provision of another kind is known again.
const MIN_SAME_LETTERS: usize = 6;

/// The provisions of a new text, each with the one that it was.
#[derive(Debug)]
pub(super) struct Pairing {
    /// For each item of the new side its place on the old one.
    pub(super) of_new: Vec<Option<usize>>,
    /// For each item of the old side its place on the new one.
    pub(super) of_old: Vec<Option<usize>>,
}

impl Pairing {
    /// Pairs the items of both sides. Ids say nothing: those of an import are counted.
    pub(super) fn of(old: &Side<'_>, new: &Side<'_>) -> Self {
        let mut pairer = Pairer {
            old,
            new,
            found: align_unnamed(old, new),
            below_old: children(old),
            below_new: children(new),
            pairing: Self { of_new: vec![None; new.items.len()], of_old: vec![None; old.items.len()] },
        };
        let mut open = vec![(None, None)];
        while let Some((above_old, above_new)) = open.pop() {
            pairer.level(above_old, above_new);
            let below = pairer.below_new.get(&above_new).cloned().unwrap_or_else(Vec::new);
            open.extend(below.into_iter().map(|at| (pairer.pairing.of_new[at], Some(at))));
        }
        pairer.pairing
    }
}

/// The items directly below each item, and those below none.
type Below = BTreeMap<Option<usize>, Vec<usize>>;

fn children(side: &Side<'_>) -> Below {
    let mut below = Below::new();
    for (at, item) in side.items.iter().enumerate() {
        below.entry(item.parent).or_default().push(at);
    }
    below
}

struct Pairer<'s, 'a> {
    old: &'s Side<'a>,
    new: &'s Side<'a>,
    found: Alignment,
    below_old: Below,
    below_new: Below,
    pairing: Pairing,
}

impl Pairer<'_, '_> {
    /// Pairs what stands directly below two paired items; `above_old` is none also where what stands above is new.
    fn level(&mut self, above_old: Option<usize>, above_new: Option<usize>) {
        let new = self.below_new.get(&above_new).cloned().unwrap_or_else(Vec::new);
        for at in &new {
            let aligned = self.found.old_of(*at).filter(|old| self.is_sure(*old, *at, above_old, above_new));
            if let Some(old) = aligned {
                self.pair(old, *at);
            }
        }
        if above_old.is_none() && above_new.is_some() {
            return;
        }
        let old = self.below_old.get(&above_old).cloned().unwrap_or_else(Vec::new);
        self.by_what_stands_below(&old, &new);
        self.in_gaps(&old, &new, &|pairer, old, new| pairer.is_same(old, new));
        self.in_gaps(&old, &new, &|pairer, old, new| pairer.is_changed(old, new, true));
        self.in_gaps(&old, &new, &|pairer, old, new| pairer.is_changed(old, new, false));
    }

    fn pair(&mut self, old: usize, new: usize) {
        if self.pairing.of_old[old].is_none() && self.pairing.of_new[new].is_none() {
            (self.pairing.of_old[old], self.pairing.of_new[new]) = (Some(new), Some(old));
        }
    }

    /// Whether an aligned pair holds: both stand below the same, or so much is the same that one has moved.
    fn is_sure(&self, old: usize, new: usize, above_old: Option<usize>, above_new: Option<usize>) -> bool {
        let (of_old, of_new) = (&self.old.items[old], &self.new.items[new]);
        if !is_of_one_kind(of_old, of_new) {
            return false;
        }
        // Below what is new nothing stands at its place.
        let stays = of_old.parent == above_old && (above_old.is_some() || above_new.is_none());
        stays || self.has_moved(old, new)
    }

    fn has_moved(&self, old: usize, new: usize) -> bool {
        let (of_old, of_new) = (&self.old.items[old], &self.new.items[new]);
        let article = |item: &SideItem<'_>| item.provision.is_some_and(|one| one.kind == Some(Kind::Article));
        let letters = self.found.of_new[new].is_some_and(|found| found.old == old && found.basis == Basis::Letters);
        let long = of_new.value().chars().count() >= MIN_MOVED_LETTERS;
        of_old.provision.is_some()
            && of_new.provision.is_some()
            && (article(of_old) && article(of_new) || letters && long)
    }

    /// Pairs heads and chapters by the provisions below them, the most first.
    fn by_what_stands_below(&mut self, old: &[usize], new: &[usize]) {
        let mut votes: BTreeMap<(usize, usize), usize> = BTreeMap::new();
        for at in new.iter().filter(|at| self.pairing.of_new[**at].is_none()) {
            for below in self.below_new.get(&Some(*at)).into_iter().flatten() {
                let parent = self.found.old_of(*below).and_then(|old| self.old.items[old].parent);
                if let Some(parent) = parent.filter(|parent| old.contains(parent)) {
                    *votes.entry((parent, *at)).or_default() += 1;
                }
            }
        }
        let mut sorted: Vec<_> = votes.into_iter().collect();
        sorted.sort_by_key(|((old, new), count)| (usize::MAX - count, *old, *new));
        for ((old, new), _) in sorted {
            if is_of_one_kind(&self.old.items[old], &self.new.items[new]) {
                self.pair(old, new);
            }
        }
    }

    /// Pairs in their order what stands between two pairs and fits.
    fn in_gaps(&mut self, old: &[usize], new: &[usize], fits: &dyn Fn(&Self, usize, usize) -> bool) {
        let places: BTreeMap<usize, usize> = old.iter().enumerate().map(|(place, at)| (*at, place)).collect();
        let mut from = 0;
        for (place, at) in new.iter().enumerate() {
            if let Some(paired) = self.pairing.of_new[*at] {
                from = places.get(&paired).map_or(from, |place| from.max(place + 1));
                continue;
            }
            let ahead = new[place..].iter().filter_map(|at| places.get(&self.pairing.of_new[*at]?));
            let until = ahead.copied().find(|until| *until >= from).unwrap_or(old.len());
            let open = old[from..until].iter().position(|old| self.is_free(*old) && fits(self, *old, *at));
            if let Some(found) = open {
                self.pair(old[from + found], *at);
                from += found + 1;
            }
        }
    }

    /// Whether an old item has no pair, nor will get one elsewhere.
    fn is_free(&self, old: usize) -> bool {
        let elsewhere = self.found.new_of(old).is_some_and(|new| self.has_moved(old, new));
        self.pairing.of_old[old].is_none() && !elsewhere
    }

    fn is_same(&self, old: usize, new: usize) -> bool {
        let (of_old, of_new) = (&self.old.items[old], &self.new.items[new]);
        is_of_one_kind(of_old, of_new) && of_old.value() == of_new.value()
    }

    /// Whether one may be the other changed: enough of its words is the same, and its number where that is asked for.
    fn is_changed(&self, old: usize, new: usize, numbered: bool) -> bool {
        let (of_old, of_new) = (&self.old.items[old], &self.new.items[new]);
        let (was, is) = (of_old.value(), of_new.value());
        let least = if numbered { MIN_PLACE_LIKENESS } else { MIN_LIKENESS };
        let fits = !numbered || of_old.label == of_new.label;
        is_of_one_kind(of_old, of_new) && fits && (was == is || text_likeness(&was, &is) >= least)
    }
}

/// Chapters, articles and what stands in those never become each other.
fn rank(item: &SideItem<'_>) -> u8 {
    match item.provision.and_then(|one| one.kind) {
        Some(Kind::Part | Kind::Chapter) => 0,
        Some(Kind::Article) => 1,
        Some(
            Kind::Section
            | Kind::Subsection
            | Kind::Division
            | Kind::Paragraph
            | Kind::Item
            | Kind::Subitem
            | Kind::Point
            | Kind::Bullet
            | Kind::Subbullet
            | Kind::Note,
        )
        | None => 2,
    }
}

/// Whether both are heads of divisions of one part, or both provisions of the text, or both notes above it.
fn is_of_one_kind(old: &SideItem<'_>, new: &SideItem<'_>) -> bool {
    let role = |item: &SideItem<'_>| -> Option<Role> { item.division.map(|division| division.role) };
    match (old.provision.is_some(), new.provision.is_some()) {
        (true, true) => {
            // What says the same is the same, whatever the new text numbers it as.
            let same = || old.value().chars().count() >= MIN_SAME_LETTERS && old.value() == new.value();
            role(old).is_some() == role(new).is_some() && (rank(old) == rank(new) || same())
        }
        (false, false) => role(old) == role(new),
        _ => false,
    }
}
