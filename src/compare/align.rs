//! Provisions paired: by id, by the requirement or topic that they share, and otherwise by how like they are.

use std::collections::{BTreeMap, BTreeSet};

use super::candidates::{Finder, Pairs};
use super::fate::{Fate, Fates};
use super::matching::{Aligner, Basis, Match};
use super::shared::Shared;
use super::side::{Side, SideItem};

/// The least likeness of two texts that are paired by their words alone: the keys in tests/cases/compare/regions.txt,
/// whose ids and captions differ.
const MIN_WORDS_LIKENESS: f64 = 0.5;

/// The least likeness of two texts that are paired by their id alone, before other signs are tried.
const MIN_ID_LIKENESS: f64 = 0.25;

/// The least likeness of two texts on one topic where a side has several on it.
const MIN_TOPIC_LIKENESS: f64 = 0.15;

/// The least number of letters of a text that is paired by being the same on both sides.
const MIN_DISTINCTIVE_LETTERS: usize = 6;

/// The provisions of two sides, paired.
#[derive(Debug, Clone)]
pub struct Alignment {
    /// For each provision of the old side its pair.
    pub of_old: Vec<Option<Match>>,
    /// For each provision of the new side its pair.
    pub of_new: Vec<Option<Match>>,
    /// The fates of provisions of the old side that changed their place or have no pair, by their places; only between
    /// editions of one document or documents of one author.
    pub old_fates: BTreeMap<usize, Fate>,
    /// The fates of provisions of the new side that changed their place or have no pair, likewise.
    pub new_fates: BTreeMap<usize, Fate>,
    /// What corresponds besides the pairs, since the mappings say that it meets a requirement together.
    pub shared: Shared,
}

impl Alignment {
    /// The place on the new side that `old` is paired with.
    #[must_use]
    pub fn new_of(&self, old: usize) -> Option<usize> {
        self.of_old.get(old).copied().flatten().map(|found| found.new)
    }

    /// Takes the provision `old` of the old side out of its pair.
    pub(super) fn part_old(&mut self, old: usize) {
        if let Some(found) = self.of_old.get_mut(old).and_then(Option::take) {
            self.of_new[found.new] = None;
        }
    }

    /// Takes the provision `new` of the new side out of its pair.
    pub(super) fn part_new(&mut self, new: usize) {
        if let Some(found) = self.of_new.get_mut(new).and_then(Option::take) {
            self.of_old[found.old] = None;
        }
    }

    /// The place on the old side that `new` is paired with.
    #[must_use]
    pub fn old_of(&self, new: usize) -> Option<usize> {
        self.of_new.get(new).copied().flatten().map(|found| found.old)
    }
}

/// Pairs the provisions of `old` and `new`. Ids count for more between editions of one author than between authors.
#[must_use]
pub fn align(old: &Side<'_>, new: &Side<'_>) -> Alignment {
    // Which provisions correspond does not depend on the language in which they are read.
    let (old, new) = (old.deciding(), new.deciding());
    let mut aligner = Aligner::open(old, new);
    // From the surest sign to the weakest: what is paired stays paired.
    // The same words with the same id come before the same words alone: 前項の規定による届出 may stand in several articles, and
    // each of them has stayed where it was.
    aligner.by_letters_and_id();
    aligner.by_letters();
    aligner.by_id(MIN_ID_LIKENESS);
    aligner.by_requirement();
    aligner.by_topic();
    aligner.by_caption();
    aligner.by_words();
    let (mut fates, mut shared) = (Fates::default(), Shared::default());
    if is_of_one_author(old, new) {
        // One author keeps the id for what takes a provision's place, however little of its words is left. Between
        // authors the same id may be chance.
        aligner.by_id(0.0);
        fates = Fates::of(&aligner);
    } else {
        shared = Shared::of(&aligner);
    }
    let Fates { old: old_fates, new: new_fates } = fates;
    Alignment { of_old: aligner.of_old, of_new: aligner.of_new, old_fates, new_fates, shared }
}

/// Pairs the provisions of `old` and `new`, whose ids say nothing of each other: those that a program counted, for one.
#[must_use]
pub fn align_unnamed(old: &Side<'_>, new: &Side<'_>) -> Alignment {
    let mut aligner = Aligner::open(old, new);
    aligner.by_letters();
    aligner.by_caption();
    aligner.by_words();
    let Fates { old: old_fates, new: new_fates } = Fates::default();
    Alignment { of_old: aligner.of_old, of_new: aligner.of_new, old_fates, new_fates, shared: Shared::default() }
}

/// Returns the likeness of two texts, from 0 to 1.
#[must_use]
pub fn text_likeness(old: &str, new: &str) -> f64 {
    Pairs::of(old).likeness(&Pairs::of(new))
}

/// Whether both sides are editions of one set.
pub(super) fn is_of_one_author(old: &Side<'_>, new: &Side<'_>) -> bool {
    old.set.key.present() == new.set.key.present()
}

impl<'s, 'a> Aligner<'s, 'a> {
    fn open(old: &'s Side<'a>, new: &'s Side<'a>) -> Self {
        let pairs = |side: &Side<'_>| side.items.iter().map(|item| Pairs::of(&item.value())).collect::<Vec<_>>();
        Self {
            old,
            new,
            // Made once: likeness is asked for in five of the steps.
            old_pairs: pairs(old),
            new_pairs: pairs(new),
            of_old: vec![None; old.items.len()],
            of_new: vec![None; new.items.len()],
        }
    }
}

impl Aligner<'_, '_> {
    fn is_open(&self, old: usize, new: usize) -> bool {
        self.of_old[old].is_none() && self.of_new[new].is_none()
    }

    fn pair(&mut self, old: usize, new: usize, basis: Basis) {
        if self.is_open(old, new) {
            let found = Match { old, new, basis };
            (self.of_old[old], self.of_new[new]) = (Some(found), Some(found));
        }
    }

    fn open_old(&self) -> Vec<usize> {
        (0..self.of_old.len()).filter(|at| self.of_old[*at].is_none()).collect()
    }

    fn open_new(&self) -> Vec<usize> {
        (0..self.of_new.len()).filter(|at| self.of_new[*at].is_none()).collect()
    }

    fn likeness(&self, old: usize, new: usize) -> f64 {
        self.old_pairs[old].likeness(&self.new_pairs[new])
    }

    /// Open provisions with the same id, each with the other's place.
    fn of_same_id(&self) -> Vec<(usize, usize)> {
        // Where each side is one document, its id says nothing.
        // A rule that was renamed from policy to rules is still compared provision by provision.
        let single = self.old.documents.len() == 1 && self.new.documents.len() == 1;
        let name = |item: &SideItem<'_>| {
            let document = if single { String::new() } else { item.document.id.clone() };
            (document, item.anchor.to_owned())
        };
        // Anchors are unique in a document, so that no place is lost in the map.
        let new: BTreeMap<_, usize> = self.open_new().into_iter().map(|at| (name(&self.new.items[at]), at)).collect();
        let found = self.open_old().into_iter().filter_map(|at| Some((at, *new.get(&name(&self.old.items[at]))?)));
        found.collect()
    }

    /// Pairs provisions that bear the same id and say the same, before anything else can claim them.
    fn by_letters_and_id(&mut self) {
        for (old, new) in self.of_same_id() {
            // 鐘 and 鍵 of tests/cases/compare/editions.txt are paired here, though 鍵 moved.
            if self.old.items[old].value() == self.new.items[new].value() {
                self.pair(old, new, Basis::Letters);
            }
        }
    }

    /// Pairs provisions that say the same.
    fn by_letters(&mut self) {
        // Short texts such as 略 or その他 say the same by chance.
        let value =
            |item: &SideItem<'_>| Some(item.value()).filter(|value| value.chars().count() >= MIN_DISTINCTIVE_LETTERS);
        self.by_only(value, Basis::Letters);
    }

    /// Pairs provisions that bear the same caption.
    fn by_caption(&mut self) {
        // 灯り in both regions of tests/cases/compare/regions.txt shares hardly a word of its text.
        self.by_only(|item| Some(caption_value(item)).filter(|value| !value.is_empty()), Basis::Caption);
    }

    /// Pairs provisions of the same `value`, if it stands only once on each side.
    fn by_only(&mut self, value: impl Fn(&SideItem<'_>) -> Option<String>, basis: Basis) {
        let of_new = index(self.new, self.open_new(), &value);
        for (value, of_old) in index(self.old, self.open_old(), &value) {
            // Of words that stand twice on a side none is the one that was meant: they wait for a weaker sign that
            // tells them apart.
            if let ([old], Some([new])) = (of_old.as_slice(), of_new.get(&value).map(Vec::as_slice)) {
                self.pair(*old, *new, basis);
            }
        }
    }

    /// Pairs provisions of the same id whose likeness is at least `least`, whose captions are the same, or which both
    /// have neither caption nor text.
    fn by_id(&mut self, least: f64) {
        for (old, new) in self.of_same_id() {
            let (of_old, of_new) = (&self.old.items[old], &self.new.items[new]);
            // An article that was written anew below its caption is still that article: no likeness is asked for.
            let captioned = !of_old.caption.is_empty() && caption_value(of_old) == caption_value(of_new);
            // Provisions that only hold others have nothing but their id.
            let bare = of_old.is_bare() && of_new.is_bare();
            // 灯りの世話 with another hour in tests/cases/compare/editions.txt is paired here.
            if captioned || bare || self.likeness(old, new) >= least {
                self.pair(old, new, Basis::Id);
            }
        }
    }

    /// Pairs provisions that are mapped to the same requirements, the likest first.
    fn by_requirement(&mut self) {
        let mut holders: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
        for at in self.open_new() {
            for requirement in &self.new.items[at].requirements {
                holders.entry(requirement).or_default().push(at);
            }
        }
        let mut found = BTreeSet::new();
        for old in self.open_old() {
            for requirement in &self.old.items[old].requirements {
                found.extend(holders.get(requirement).into_iter().flatten().map(|new| (old, *new)));
            }
        }
        let scored = found.into_iter().map(|(old, new)| {
            let (first, second) = (&self.old.items[old].requirements, &self.new.items[new].requirements);
            let shared = first.intersection(second).count();
            // Both count alike, from 0 to 1: of provisions on one requirement that is paired which says it most
            // alike.
            (share(2 * shared, first.len() + second.len()) + self.likeness(old, new), old, new)
        });
        let scored = scored.collect();
        self.take(scored, Basis::Requirement);
    }

    /// Pairs provisions that name the same topic, if no other names it on either side or if their likeness is at least
    /// [`MIN_TOPIC_LIKENESS`]; the likest first.
    fn by_topic(&mut self) {
        let topic = |item: &SideItem<'_>| item.own_topic.map(str::to_owned);
        let of_new = index(self.new, self.open_new(), topic);
        let mut scored = Vec::new();
        for (topic, of_old) in index(self.old, self.open_old(), topic) {
            let of_new = of_new.get(&topic).map_or(&[][..], Vec::as_slice);
            // The authors say that both are on the topic, so that nothing has to be alike where no choice is left.
            let single = of_old.len() == 1 && of_new.len() == 1;
            let pairs = of_old.iter().flat_map(|old| of_new.iter().map(|new| (*old, *new)));
            let likeness = pairs.map(|(old, new)| (self.likeness(old, new), old, new));
            scored.extend(likeness.filter(|(likeness, _, _)| single || *likeness >= MIN_TOPIC_LIKENESS));
        }
        // All topics in one list: a provision has one topic, so that none can take another's pair.
        self.take(scored, Basis::Topic);
    }

    /// Pairs provisions whose likeness is at least [`MIN_WORDS_LIKENESS`], the likest first.
    fn by_words(&mut self) {
        // Only what is open is looked for, so that eight near ones are eight that may be had.
        let finder = Finder::new(&self.new_pairs, self.open_new().into_iter());
        let mut scored = Vec::new();
        for old in self.open_old() {
            for new in finder.near(&self.old_pairs[old]) {
                scored.push((self.likeness(old, new), old, new));
            }
        }
        scored.retain(|(score, _, _)| *score >= MIN_WORDS_LIKENESS);
        self.take(scored, Basis::Words);
    }

    /// Pairs the best first.
    fn take(&mut self, mut scored: Vec<(f64, usize, usize)>, basis: Basis) {
        // Places decide between equals, so that the same input always gives the same pairs.
        scored.sort_by(|a, b| b.0.total_cmp(&a.0).then((a.1, a.2).cmp(&(b.1, b.2))));
        for (_, old, new) in scored {
            self.pair(old, new, basis);
        }
    }
}

/// The places `open` of `side` by what `value` says of each.
fn index(
    side: &Side<'_>,
    open: Vec<usize>,
    value: impl Fn(&SideItem<'_>) -> Option<String>,
) -> BTreeMap<String, Vec<usize>> {
    let mut index: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for at in open {
        if let Some(value) = value(&side.items[at]) {
            index.entry(value).or_default().push(at);
        }
    }
    index
}

fn caption_value(item: &SideItem<'_>) -> String {
    item.caption.iter().map(|word| word.value.as_str()).collect()
}

#[expect(clippy::cast_precision_loss, reason = "a provision is mapped to few requirements")]
fn share(part: usize, whole: usize) -> f64 {
    if whole == 0 { 0.0 } else { part as f64 / whole as f64 }
}
