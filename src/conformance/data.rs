//! How regions stand to the baseline, as data: the same in `check --format json` and in the files to download.

use serde::Serialize;

use super::coverage::{ReadingState, RequirementStanding, coverage, regions_held, regions_left_out};
use crate::content::Modality;
use crate::corpus::{Corpus, Set};

/// The standing of a region to a requirement.
#[derive(Debug, Serialize)]
pub struct ConformanceRecord<'a> {
    /// The region's id.
    pub region: String,
    /// The requirement's id.
    pub requirement: &'a str,
    /// The binding force that the baseline gives to it.
    pub level: &'static str,
    /// The scope: the MCS service, or something else.
    pub scope: &'static str,
    /// The region's standing to it.
    pub status: &'static str,
    /// Whether a departure is acknowledged.
    pub acknowledged: bool,
    /// The softest binding force of the provisions; `None` where nothing is said.
    pub modality: Option<&'static str>,
    /// The provisions that meet it, as `document#anchor`.
    pub provisions: Vec<String>,
}

/// Every region and requirement, in the order of regions and requirements.
#[must_use]
pub fn conformance_records(corpus: &Corpus) -> Vec<ConformanceRecord<'_>> {
    regions_held(corpus)
        .flat_map(|set| coverage(corpus, set).into_iter().map(|entry| conformance_record(set, &entry)))
        .collect()
}

/// A region that is not held against the baseline.
#[derive(Debug, Serialize)]
pub struct RegionLeftOut {
    /// The region's id.
    pub region: String,
    /// Why: `unread` or `draft`.
    pub reading: &'static str,
}

/// Returns the regions that have no [`conformance_records`], in their order; none where the baseline has no requirements.
#[must_use]
pub fn left_out(corpus: &Corpus) -> Vec<RegionLeftOut> {
    // Without requirements no region is left out of anything.
    if corpus.groups.is_empty() {
        return Vec::new();
    }
    let left_out =
        |(set, reading): (&Set, ReadingState)| RegionLeftOut { region: set.key.to_string(), reading: reading.word() };
    regions_left_out(corpus).map(left_out).collect()
}

/// Returns the standing of `set` to the requirement of `entry`, as data.
pub(super) fn conformance_record<'a>(set: &Set, entry: &RequirementStanding<'a>) -> ConformanceRecord<'a> {
    let provisions = entry.mappings.iter().map(|mapping| format!("{}#{}", mapping.document, mapping.anchor));
    ConformanceRecord {
        region: set.key.to_string(),
        requirement: &entry.requirement.id,
        level: entry.requirement.level.word(),
        scope: entry.requirement.scope.word(),
        status: entry.status.word(),
        acknowledged: entry.is_acknowledged(),
        modality: entry.softest().map(Modality::word),
        provisions: provisions.collect(),
    }
}
