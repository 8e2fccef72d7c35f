//! The facts of a topic, before the words: what the baseline asks and what each region says, requirement by requirement.

use serde::Serialize;

use crate::conformance::{asked_facts, said_facts};
use crate::corpus::Requirement;
use crate::site::pages::conformance::{MatrixCell, MatrixRow, RegionVerdicts, RequirementLine, matrix_row};
use crate::site::provisions::PageScope;

/// A requirement with its facts.
#[derive(Debug, Serialize)]
pub(super) struct TopicFactRow {
    line: RequirementLine,
    /// The facts of what the baseline asks, one phrase each.
    asked: Vec<String>,
    cells: Vec<TopicFactCell>,
}

#[derive(Debug, Serialize)]
struct TopicFactCell {
    #[serde(flatten)]
    cell: MatrixCell,
    /// The facts of what the region says, one phrase each.
    said: Vec<String>,
}

/// Returns the row of the requirement that is the one at `at` among all.
pub(super) fn topic_fact_row(
    requirement: &Requirement,
    at: usize,
    regions: &[RegionVerdicts<'_>],
    scope: &PageScope<'_>,
) -> TopicFactRow {
    let MatrixRow { line, cells, .. } = matrix_row(requirement, at, regions, scope);
    let standings = regions.iter().filter_map(|region| Some((region.set, region.entries.get(at)?)));
    let said = standings.map(|(set, standing)| said_facts(set, standing, scope.messages));
    let cells = cells.into_iter().zip(said).map(|(cell, said)| TopicFactCell { cell, said }).collect();
    TopicFactRow { line, asked: asked_facts(requirement, scope.messages), cells }
}
