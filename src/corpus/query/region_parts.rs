//! The regions of a large site in parts that a page has room for, by prefecture: a prefecture with many regions has several
//! parts, prefectures with few have one together.

use std::collections::BTreeMap;

use crate::base::locale::Messages;
use crate::content::{Prefecture, SetKey};
use crate::corpus::model::{Corpus, Set};

/// Up to how many sets stand beside each other on one page. Above it regions are counted together, and each stands on the
/// page of its part.
const MOST_TOGETHER: usize = 40;

/// Up to how many regions make a part.
const MOST_IN_PART: usize = 36;

/// The regions of a site that has too many for one page, in parts.
#[derive(Debug, Default)]
pub struct RegionParts<'a> {
    parts: Vec<RegionPart<'a>>,
    /// The place of each region's part.
    places: BTreeMap<&'a SetKey, usize>,
}

/// Regions of one prefecture, or of several of which each has few.
#[derive(Debug)]
pub struct RegionPart<'a> {
    /// The name of the part.
    pub key: PartKey,
    /// Its regions by the codes of their prefectures, in the order of regions; at least one.
    pub sets: Vec<&'a Set>,
}

/// The name of a part.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct PartKey {
    /// Its first prefecture and its last; `None` for regions that state none, which come last.
    prefectures: Option<(Prefecture, Prefecture)>,
    /// Its number among the parts of its prefecture, from 1.
    number: usize,
    /// The number of these parts.
    count: usize,
}

impl PartKey {
    /// Returns the code of its prefecture, where it has just one.
    #[must_use]
    pub fn code(self) -> Option<&'static str> {
        self.prefectures.filter(|(first, last)| first == last).map(|(first, _)| first.word())
    }

    /// Returns its name in paths: `13`, `08-to-10`, `01-2`, `unstated`.
    #[must_use]
    pub fn folder(self) -> String {
        let name = match self.prefectures {
            None => "unstated".to_owned(),
            Some((first, last)) if first == last => first.word().to_owned(),
            Some((first, last)) => format!("{}-to-{}", first.word(), last.word()),
        };
        if self.number == 1 { name } else { format!("{name}-{}", self.number) }
    }

    /// Returns its name in words: 東京都, 茨城県から群馬県まで, 北海道（2／3）.
    #[must_use]
    pub fn name(self, messages: &Messages) -> String {
        let name = match self.prefectures {
            None => prefecture_name(None, messages),
            Some((first, last)) if first == last => prefecture_name(Some(first), messages),
            Some((first, last)) => {
                let [first, last] = [first, last].map(|one| prefecture_name(Some(one), messages));
                messages.with("prefecture-range", &[("first", &first), ("last", &last)])
            }
        };
        if self.count == 1 {
            return name;
        }
        let (number, count) = (self.number.to_string(), self.count.to_string());
        messages.with("prefecture-part", &[("name", &name), ("number", &number), ("count", &count)])
    }

    /// Returns its number among the parts of its prefecture: 2／3.
    #[must_use]
    pub fn number_in_words(self, messages: &Messages) -> String {
        let (number, count) = (self.number.to_string(), self.count.to_string());
        messages.with("prefecture-part-short", &[("number", &number), ("count", &count)])
    }
}

/// Returns the name of a prefecture, or the words for regions that state none.
#[must_use]
pub fn prefecture_name(prefecture: Option<Prefecture>, messages: &Messages) -> String {
    messages.text(&prefecture.map_or_else(|| "prefecture-unstated".to_owned(), Prefecture::message))
}

impl<'a> RegionParts<'a> {
    /// Returns the parts of the regions of `corpus`; none where all of them have room on one page.
    #[must_use]
    pub fn of(corpus: &'a Corpus) -> Self {
        if corpus.sets.len() <= MOST_TOGETHER {
            return Self::default();
        }
        let mut regions: BTreeMap<(bool, Option<Prefecture>), Vec<&Set>> = BTreeMap::new();
        for set in corpus.sets.values().filter(|set| set.key != SetKey::Baseline) {
            regions.entry((set.prefecture.is_none(), set.prefecture)).or_default().push(set);
        }
        let mut parts: Vec<RegionPart<'_>> = Vec::new();
        for ((_, prefecture), sets) in regions {
            match parts.last_mut() {
                Some(part) if part.takes(prefecture, sets.len()) => part.add(prefecture, sets),
                Some(_) | None => parts.extend(parts_of(prefecture, &sets)),
            }
        }
        let placed = parts.iter().enumerate().flat_map(|(at, part)| part.sets.iter().map(move |set| (&set.key, at)));
        Self { places: placed.collect(), parts }
    }

    /// Returns up to how many sets have room on one page.
    #[must_use]
    pub fn most_together() -> usize {
        MOST_TOGETHER
    }

    /// Whether all regions have room on one page, so that there are no parts.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.parts.is_empty()
    }

    /// Returns the parts by the codes of their prefectures.
    pub fn iter(&self) -> impl Iterator<Item = &RegionPart<'a>> {
        self.parts.iter()
    }

    /// Returns the part `key`.
    #[must_use]
    pub fn part(&self, key: PartKey) -> Option<&RegionPart<'a>> {
        self.parts.iter().find(|part| part.key == key)
    }

    /// Returns the part in which the region `key` stands; `None` where there are no parts.
    #[must_use]
    pub fn part_of(&self, key: &SetKey) -> Option<PartKey> {
        self.places.get(key).map(|at| self.parts[*at].key)
    }
}

impl<'a> RegionPart<'a> {
    /// Whether `count` regions of the prefecture have room in it.
    fn takes(&self, prefecture: Option<Prefecture>, count: usize) -> bool {
        let has_room = self.sets.len() + count <= MOST_IN_PART;
        has_room && self.key.count == 1 && self.key.prefectures.is_some() && prefecture.is_some()
    }

    /// Adds the regions of the prefecture after its last.
    fn add(&mut self, prefecture: Option<Prefecture>, sets: Vec<&'a Set>) {
        self.key.prefectures = self.key.prefectures.zip(prefecture).map(|((first, _), last)| (first, last));
        self.sets.extend(sets);
    }
}

/// Returns the parts of one prefecture, as equal in size as they can be.
fn parts_of<'a>(prefecture: Option<Prefecture>, sets: &[&'a Set]) -> Vec<RegionPart<'a>> {
    let count = sets.len().div_ceil(MOST_IN_PART);
    let size = sets.len().div_ceil(count.max(1)).max(1);
    let prefectures = prefecture.map(|one| (one, one));
    let key = |number| PartKey { prefectures, number, count };
    (1..).zip(sets.chunks(size)).map(|(number, sets)| RegionPart { key: key(number), sets: sets.to_vec() }).collect()
}
