//! The answers of many regions to one requirement, equal ones together.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use serde::Serialize;

use super::requirement::{RegionStand, region_stand};
use super::{RegionVerdicts, RequirementPartPage, region_anchor, stand_place};
use crate::base::locale::Messages;
use crate::conformance::{Status, said_facts};
use crate::site::links::{LinkView, link_to};
use crate::site::pages::part_index::PartIndex;
use crate::site::provisions::PageScope;

/// The number of different answers that have room on a page.
const MOST_ANSWERS: usize = 16;

/// The number of regions that each of them names.
const MOST_NAMED: usize = 8;

/// Regions that answer a requirement alike: with the same standing and the same facts.
#[derive(Debug)]
pub(in crate::site::pages) struct EqualAnswer<'a> {
    pub(in crate::site::pages) status: Status,
    acknowledged: bool,
    /// The facts, one phrase each.
    pub(in crate::site::pages) facts: Vec<String>,
    /// The regions, in their order; at least one.
    pub(in crate::site::pages) regions: Vec<&'a RegionVerdicts<'a>>,
}

/// Returns the answers to the requirement at `at`, the most frequent first.
pub(in crate::site::pages) fn equal_answers<'a>(
    columns: &'a [RegionVerdicts<'a>],
    at: usize,
    messages: &Messages,
) -> Vec<EqualAnswer<'a>> {
    let mut answers: BTreeMap<(Status, bool, Vec<String>), Vec<&RegionVerdicts<'_>>> = BTreeMap::new();
    for (column, entry) in columns.iter().filter_map(|column| Some((column, column.entries.get(at)?))) {
        let facts = said_facts(column.set, entry, messages);
        answers.entry((entry.status, entry.is_acknowledged(), facts)).or_default().push(column);
    }
    let mut answers: Vec<EqualAnswer<'_>> = answers
        .into_iter()
        .map(|((status, acknowledged, facts), regions)| EqualAnswer { status, acknowledged, facts, regions })
        .collect();
    // Stable, so that among equally frequent ones the order of statuses stays.
    answers.sort_by_key(|answer| Reverse(answer.regions.len()));
    answers
}

/// The answers of all regions of a large site to a requirement, and the ways to each region's own.
#[derive(Debug, Serialize)]
pub(super) struct AnswersView {
    regions: usize,
    shown: Vec<AnswerView>,
    /// How many answers are not shown, and of how many regions they are.
    left_out: usize,
    left_out_regions: usize,
    index: Option<PartIndex>,
}

#[derive(Debug, Serialize)]
struct AnswerView {
    status: &'static str,
    acknowledged: bool,
    facts: Vec<String>,
    count: usize,
    named: Vec<LinkView>,
    unnamed: usize,
    /// One region's provisions in full.
    example: Option<RegionStand>,
}

impl AnswersView {
    /// Returns the answers to the requirement `id`, which is the one at `at`; `None` where regions stand beside each other.
    pub(super) fn of(id: &str, at: usize, columns: &[RegionVerdicts<'_>], scope: &PageScope<'_>) -> Option<Self> {
        if scope.links.parts.is_empty() || columns.is_empty() {
            return None;
        }
        let answers = equal_answers(columns, at, scope.messages);
        let (shown, left_out) = answers.split_at(answers.len().min(MOST_ANSWERS));
        Some(Self {
            regions: columns.len(),
            shown: shown.iter().map(|answer| answer_view(answer, at, scope)).collect(),
            left_out: left_out.len(),
            left_out_regions: left_out.iter().map(|answer| answer.regions.len()).sum(),
            index: PartIndex::of(scope, |key| RequirementPartPage(id, key), Some(region_anchor)),
        })
    }
}

fn answer_view(answer: &EqualAnswer<'_>, at: usize, scope: &PageScope<'_>) -> AnswerView {
    let named = answer.regions.iter().take(MOST_NAMED);
    let link = |column: &&RegionVerdicts<'_>| {
        let requirement = column.entries.get(at)?.requirement;
        Some(link_to(scope.word(&column.set.name), stand_place(column.set, requirement, scope)))
    };
    AnswerView {
        status: answer.status.word(),
        acknowledged: answer.acknowledged,
        facts: answer.facts.clone(),
        count: answer.regions.len(),
        named: named.filter_map(link).collect(),
        unnamed: answer.regions.len().saturating_sub(MOST_NAMED),
        // Where nothing is said there is nothing to show.
        example: answer
            .regions
            .first()
            .filter(|_| !answer.facts.is_empty())
            .and_then(|one| region_stand(one, at, scope)),
    }
}
