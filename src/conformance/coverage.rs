//! What a region covers of the baseline, requirement by requirement.

use std::collections::BTreeMap;

use crate::content::{Extent, Modality, RequirementLevel, SetKey};
use crate::corpus::{Corpus, Deviation, Elsewhere, Mapping, Requirement, Set};

/// The standing of a region to a requirement.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Status {
    /// The same is asked.
    Covered,
    /// More is asked.
    Stricter,
    /// Part of it is asked.
    Partial,
    /// Less is asked, or less firmly.
    Weaker,
    /// Something else is asked in the same matter.
    Different,
    /// The text contradicts itself, or how firmly it binds cannot be told.
    Unclear,
    /// Nothing is said.
    Omitted,
    /// It would stand in a document that could not be obtained.
    NotAvailable,
}

impl Status {
    /// Every status, in the order in which they are counted.
    pub const ALL: [Self; 8] = [
        Self::Covered,
        Self::Stricter,
        Self::Partial,
        Self::Weaker,
        Self::Different,
        Self::Unclear,
        Self::Omitted,
        Self::NotAvailable,
    ];

    /// The stable name: in data, in classes, in message ids.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Covered => "covered",
            Self::Stricter => "stricter",
            Self::Partial => "partial",
            Self::Weaker => "weaker",
            Self::Different => "different",
            Self::Unclear => "unclear",
            Self::Omitted => "omitted",
            Self::NotAvailable => "not-available",
        }
    }

    /// Whether the baseline is met, as far as can be known.
    #[must_use]
    pub fn is_met(self) -> bool {
        matches!(self, Self::Covered | Self::Stricter)
    }

    /// Whether it is a departure from the baseline.
    #[must_use]
    pub fn departs(self) -> bool {
        !self.is_met() && self != Self::NotAvailable
    }
}

impl From<Extent> for Status {
    fn from(extent: Extent) -> Self {
        match extent {
            Extent::Stricter => Self::Stricter,
            Extent::Equal => Self::Covered,
            Extent::Partial => Self::Partial,
            Extent::Weaker => Self::Weaker,
            Extent::Different => Self::Different,
            Extent::Unclear => Self::Unclear,
        }
    }
}

/// A requirement and how a region stands to it.
#[derive(Debug)]
pub struct RequirementStanding<'a> {
    /// The requirement.
    pub requirement: &'a Requirement,
    /// The region's standing to it.
    pub status: Status,
    /// The provisions that claim to meet it, in the order of the documents.
    pub mappings: Vec<&'a Mapping>,
    /// The departure that is acknowledged.
    pub deviation: Option<&'a Deviation>,
    /// The document that could not be obtained, in which it would stand.
    pub elsewhere: Option<&'a Elsewhere>,
}

impl<'a> RequirementStanding<'a> {
    /// The acknowledgement, where it departs.
    #[must_use]
    pub fn acknowledged(&self) -> Option<&'a Deviation> {
        self.deviation.filter(|_| self.status.departs())
    }

    /// Whether it departs and this is acknowledged.
    #[must_use]
    pub fn is_acknowledged(&self) -> bool {
        self.acknowledged().is_some()
    }

    /// Returns the softest binding force of the provisions; `None` where nothing is said.
    #[must_use]
    pub fn softest(&self) -> Option<Modality> {
        self.mappings.iter().map(|mapping| mapping.modality).max()
    }

    /// Whether a departure must be acknowledged.
    #[must_use]
    pub fn needs_deviation(&self) -> bool {
        self.requirement.level == RequirementLevel::Required && self.status.departs()
    }
}

/// Returns the standing of `set` to every requirement of the baseline, in the order of the requirements.
#[must_use]
pub fn coverage<'a>(corpus: &'a Corpus, set: &'a Set) -> Vec<RequirementStanding<'a>> {
    // Looked up by a map, since every requirement asks for its own.
    let mut mappings: BTreeMap<&str, Vec<&Mapping>> = BTreeMap::new();
    for mapping in &set.conformance.mappings {
        mappings.entry(&mapping.requirement).or_default().push(mapping);
    }
    let entry = |requirement: &'a Requirement| {
        let mappings = mappings.remove(requirement.id.as_str()).unwrap_or_default();
        let elsewhere = set.conformance.elsewhere.iter().find(|one| one.requirement == requirement.id);
        let deviation = set.conformance.deviations.iter().find(|one| one.requirement == requirement.id);
        // Claims that disagree are refused by the check; until then the worst counts.
        let claimed = mappings.iter().map(|mapping| mapping.extent.value).max();
        let status = match (claimed, elsewhere) {
            // What a provision says counts, even if somebody noted that it would stand elsewhere; J0415 tells that.
            (Some(extent), _) => extent.into(),
            (None, Some(_)) => Status::NotAvailable,
            (None, None) => Status::Omitted,
        };
        RequirementStanding { requirement, status, mappings, deviation, elsewhere }
    };
    corpus.requirements().map(entry).collect()
}

/// Returns the regions whose documents are held against the baseline: neither unread nor only drafts.
pub fn regions_held(corpus: &Corpus) -> impl Iterator<Item = &Set> {
    regions_in(corpus, |reading| reading == ReadingState::Compared).map(|(set, _)| set)
}

/// Returns the regions of which somebody has begun to say what they meet, drafts among them.
pub fn begun_regions(corpus: &Corpus) -> impl Iterator<Item = (&Set, ReadingState)> {
    regions_in(corpus, |reading| reading != ReadingState::Unread)
}

/// Returns the regions that stand in no table of regions, since they are unread or only drafts.
pub fn regions_left_out(corpus: &Corpus) -> impl Iterator<Item = (&Set, ReadingState)> {
    regions_in(corpus, |reading| reading != ReadingState::Compared)
}

/// The regions in the states that `wanted` takes, in their order.
fn regions_in(corpus: &Corpus, wanted: fn(ReadingState) -> bool) -> impl Iterator<Item = (&Set, ReadingState)> {
    let regions = corpus.sets.values().filter_map(|set| Some((set, reading_state(set)?)));
    regions.filter(move |(_, reading)| wanted(*reading))
}

/// The stage at which the documents of a region have been held against the baseline.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum ReadingState {
    /// It stands in every table of regions.
    Compared,
    /// All its documents are drafts, about which nothing is said beside other regions.
    Draft,
    /// Nobody has begun (未照合). What its provisions meet is not known, which is not the same as nothing.
    Unread,
}

impl ReadingState {
    /// Returns the stable name: in data, in message ids.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Compared => "compared",
            Self::Draft => "draft",
            Self::Unread => "unread",
        }
    }
}

/// Returns how far the documents of `set` have been held against the baseline; `None` for the baseline itself and for
/// earlier editions.
#[must_use]
pub fn reading_state(set: &Set) -> Option<ReadingState> {
    // The baseline meets itself, and what held once is no standing of today.
    if set.key == SetKey::Baseline || set.key.is_edition() {
        return None;
    }
    let said = &set.conformance;
    // `begun` is said by the set itself: who was held against the baseline and meets nothing has no mapping to show
    // it.
    let begun = said.begun || !said.mappings.is_empty() || !said.deviations.is_empty() || !said.elsewhere.is_empty();
    Some(match (begun, set.has_only_drafts()) {
        (false, _) => ReadingState::Unread,
        (true, true) => ReadingState::Draft,
        (true, false) => ReadingState::Compared,
    })
}
