//! The standing of regions to the baseline: the table of all of them, a page a region, a page a requirement, and the
//! marks that lead there from documents.

mod answers;
mod marks;
mod outdated;
mod overview;
mod passages;
mod region;
mod requirement;
mod requirement_part;
mod reviews;
mod stand;

use std::collections::BTreeMap;

use fluent::FluentArgs;
use serde::Serialize;

pub(super) use answers::equal_answers;
pub(in crate::site) use marks::{RequirementMark, requirement_marks};
pub(in crate::site) use outdated::{OutdatedBySet, outdated_by_set};
pub(in crate::site) use overview::ConformancePage;
pub(super) use overview::{MatrixCell, MatrixRow, matrix_row};
pub(super) use passages::{PassageView, ShownPlaces, passage, place_link};
pub(in crate::site) use region::RegionPage;
pub(in crate::site) use requirement::RequirementPage;
pub(in crate::site) use requirement_part::RequirementPartPage;
pub(super) use reviews::{RecordedReviews, recorded_reviews};

use crate::base::locale::{Lang, Messages};
use crate::conformance::{RequirementStanding, Status, coverage, regions_held};
use crate::content::{RequirementLevel, Scope, Standing};
use crate::corpus::{Corpus, Requirement, Set};
use crate::site::provisions::PageScope;

/// A region with how it stands to every requirement, in the order of the requirements.
#[derive(Debug)]
pub(in crate::site) struct RegionVerdicts<'a> {
    pub(in crate::site) set: &'a Set,
    pub(in crate::site) entries: Vec<RequirementStanding<'a>>,
}

/// Returns the verdicts on every region, which are found once for all pages.
pub(in crate::site) fn region_verdicts(corpus: &Corpus) -> Vec<RegionVerdicts<'_>> {
    regions_held(corpus).map(|set| RegionVerdicts { set, entries: coverage(corpus, set) }).collect()
}

/// Returns the way to where `set` stands beside `requirement`: on its page, or on that of the set's prefecture.
fn stand_place(set: &Set, requirement: &Requirement, scope: &PageScope<'_>) -> String {
    let page = match scope.links.parts.part_of(&set.key) {
        Some(part) => scope.links.to(&RequirementPartPage(&requirement.id, part)),
        None => scope.links.to(&RequirementPage(&requirement.id)),
    };
    format!("{page}#{}", region_anchor(set))
}

/// Returns the anchor of `set` on a page where it stands beside a requirement.
fn region_anchor(set: &Set) -> String {
    // The word before it keeps a region apart from anything else on the page that is called like it.
    format!("region-{}", set.key)
}

/// A requirement as lists name it.
#[derive(Debug, Serialize)]
pub(in crate::site) struct RequirementLine {
    id: String,
    title: String,
    href: String,
    level: &'static str,
    scope: &'static str,
    /// MCS外
    outside: bool,
}

impl RequirementLine {
    pub(super) fn of(requirement: &Requirement, scope: &PageScope<'_>) -> Self {
        Self {
            id: requirement.id.clone(),
            title: scope.word(&requirement.title),
            href: scope.links.to(&RequirementPage(&requirement.id)),
            level: requirement.level.word(),
            scope: requirement.scope.word(),
            outside: requirement.scope == Scope::Outside,
        }
    }
}

/// The number of requirements of each standing of a region.
#[derive(Debug, Default, Serialize)]
pub(super) struct StatusTally {
    /// By status, in the order in which statuses are counted.
    by_status: Vec<StatusCount>,
    /// The required ones.
    required: usize,
    /// Those of them that are met.
    met: usize,
    /// Those of them that depart, with the reason.
    explained: usize,
    /// Those of them that would stand in a document that could not be obtained.
    absent: usize,
}

/// A status and how often it occurs.
#[derive(Debug, Serialize)]
pub(super) struct StatusCount {
    status: &'static str,
    count: usize,
}

impl StatusCount {
    /// Returns each of `statuses` once, with how often it occurs, in the order in which statuses are counted.
    pub(super) fn present(statuses: impl Iterator<Item = Status>) -> Vec<Self> {
        // The order of statuses is that of the type, the same on every page.
        let mut counted: BTreeMap<Status, usize> = BTreeMap::new();
        for status in statuses {
            *counted.entry(status).or_default() += 1;
        }
        counted.into_iter().map(|(status, count)| Self { status: status.word(), count }).collect()
    }
}

impl StatusTally {
    pub(super) fn of(entries: &[RequirementStanding<'_>]) -> Self {
        let with = |status: Status| entries.iter().filter(|entry| entry.status == status).count();
        let required = || entries.iter().filter(|entry| entry.requirement.level == RequirementLevel::Required);
        Self {
            by_status: Status::ALL.map(|status| StatusCount { status: status.word(), count: with(status) }).into(),
            required: required().count(),
            met: required().filter(|entry| entry.status.is_met()).count(),
            explained: required().filter(|entry| entry.is_acknowledged()).count(),
            absent: required().filter(|entry| entry.status == Status::NotAvailable).count(),
        }
    }

    /// Returns what there is to say of the required ones, as a sentence.
    pub(super) fn sentence(&self, messages: &Messages) -> String {
        let mut args = FluentArgs::new();
        args.set("required", self.required);
        args.set("met", self.met);
        args.set("explained", self.explained);
        args.set("absent", self.absent);
        messages.format("tally", &args)
    }
}

/// Up to how many councils a notice names.
const MOST_NAMED_OFFICIAL: usize = 12;

/// Returns the notices about those who mapped `sets`, and about how sure it is.
pub(super) fn mapping_notices<'a>(sets: impl Iterator<Item = &'a Set>, scope: &PageScope<'_>) -> Vec<String> {
    let messages = scope.messages;
    let (mut said, mut restated) = (Vec::new(), false);
    let sets: Vec<&Set> = sets.collect();
    let is_official =
        |set: &&&Set| set.conformance.standing.as_ref().is_some_and(|one| one.value == Standing::Official);
    let official = sets.iter().filter(is_official).count();
    if official > MOST_NAMED_OFFICIAL {
        said.push(messages.with("mapped-official-many", &[("count", &official.to_string())]));
    }
    for set in sets {
        match set.conformance.standing.as_ref().map(|standing| standing.value) {
            Some(Standing::Official) if official > MOST_NAMED_OFFICIAL => {}
            Some(Standing::Official) => {
                let (region, council) = (scope.word(&set.name), scope.word(&set.council));
                said.push(messages.with("mapped-official", &[("region", &region), ("council", &council)]));
            }
            Some(Standing::Restated | Standing::Draft) | None => restated = true,
        }
    }
    if restated {
        let id = if said.is_empty() { "mapped-restated" } else { "mapped-restated-others" };
        said.insert(0, messages.text(id));
    }
    // Said wherever anything was compared: a verdict follows from what was written and from nothing else.
    if !said.is_empty() {
        said.push(messages.text("mapped-computed"));
        said.push(messages.text("mapped-texts-alone"));
    }
    if messages.lang() == Lang::En {
        said.push(messages.text("notice-translation"));
    }
    said
}
