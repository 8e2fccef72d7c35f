//! A requirement's page: the baseline's words, and every region's beside one another.

use serde::Serialize;

use super::super::compare;
use super::super::links::Page;
use super::super::pages::LinkView;
use super::super::provisions::{TextView, Views};
use super::passages::{self, Passage, Shown};
use super::stand::Stand;
use super::{Column, Line, notices, place_of};
use crate::conformance::words;
use crate::content::{SetKey, Standing};
use crate::corpus::{Corpus, Requirement};

/// The page.
#[derive(Debug, Serialize)]
pub(in crate::site) struct RequirementView {
    line: Line,
    group: String,
    actor: &'static str,
    notices: Vec<String>,
    /// The requirement's own text, where it has one.
    text: Option<TextView>,
    /// The baseline's provisions in full.
    sources: Vec<Passage>,
    /// The conditions, one list an alternative.
    asked: Vec<Vec<String>>,
    regions: Vec<RegionStand>,
    /// The topics that it belongs to, on which all sets can be read in full.
    topics: Vec<LinkView>,
}

/// How a region stands to the requirement.
#[derive(Debug, Serialize)]
struct RegionStand {
    /// Its place on the page.
    anchor: String,
    name: String,
    href: String,
    stand: Stand,
}

impl RequirementView {
    /// The page of the requirement `id`, if there is one.
    pub(in crate::site) fn of(id: &str, corpus: &Corpus, columns: &[Column<'_>], views: &Views<'_>) -> Option<Self> {
        let at = corpus.requirements().position(|requirement| requirement.id == id)?;
        let requirement = corpus.requirements().nth(at)?;
        let group = corpus.groups.iter().find(|group| group.requirements.iter().any(|one| one.id == id))?;
        let alternatives = requirement.alternatives.iter();
        let mut notices = notices(columns.iter().map(|column| column.set), views);
        if quotes_restated(requirement, at, corpus, columns) {
            notices.insert(0, views.messages.text("quoted-restated"));
        }
        Some(Self {
            line: Line::of(requirement, views),
            group: views.word(&group.title),
            actor: requirement.actor.word(),
            notices,
            text: requirement.text.as_ref().map(|text| views.text(text)),
            sources: sources(requirement, corpus, views),
            asked: alternatives
                .map(|alternative| words::conditions(requirement, alternative, views.messages))
                .collect(),
            regions: columns.iter().filter_map(|column| region(column, at, views)).collect(),
            topics: compare::topics_of_requirement(requirement, views),
        })
    }
}

/// Whether some provision on the page is not the issuer's own text.
fn quotes_restated(requirement: &Requirement, at: usize, corpus: &Corpus, columns: &[Column<'_>]) -> bool {
    let of_baseline = requirement.provisions.iter().filter_map(|(id, _)| corpus.set(&SetKey::Baseline)?.document(id));
    let entries = columns.iter().filter_map(|column| Some((column.set, column.entries.get(at)?)));
    let of_regions =
        entries.flat_map(|(set, entry)| entry.mappings.iter().filter_map(|one| set.document(&one.document)));
    of_baseline.chain(of_regions).any(|document| document.standing == Standing::Restated)
}

fn sources(requirement: &Requirement, corpus: &Corpus, views: &Views<'_>) -> Vec<Passage> {
    let Some(baseline) = corpus.set(&SetKey::Baseline) else { return Vec::new() };
    let mut shown = Shown::default();
    let provisions = requirement.provisions.iter();
    provisions
        .filter_map(|(document, anchor)| passages::passage(baseline, document, anchor, &mut shown, views))
        .collect()
}

fn region(column: &Column<'_>, at: usize, views: &Views<'_>) -> Option<RegionStand> {
    let entry = column.entries.get(at)?;
    Some(RegionStand {
        anchor: place_of(column.set),
        name: views.word(&column.set.name),
        href: format!("{}#{}", views.links.to(Page::Stand(&column.set.key)), entry.requirement.id),
        stand: Stand::in_full(column.set, entry, views),
    })
}
