//! How regions stand to the baseline: the table of all of them, a page a region, a page a requirement, and the marks
//! that lead there from documents.

mod home;
mod marks;
mod passages;
mod region;
mod requirement;
mod stand;

use std::collections::BTreeMap;

use fluent::FluentArgs;
use serde::Serialize;

pub(super) use home::{HomeView, Row as MatrixRow, row as matrix_row};
pub(super) use marks::{MarkView, of_document};
pub(super) use passages::{Passage, Shown, name, passage};
pub(super) use region::RegionView;
pub(super) use requirement::RequirementView;

use super::links::Page;
use super::provisions::Views;
use crate::conformance::{Entry, Status, coverage, regions};
use crate::content::{RequirementLevel, Scope, Standing};
use crate::corpus::{Corpus, Requirement, Set};
use crate::locale::{Lang, Messages};

/// A region with how it stands to every requirement, in the order of the requirements.
#[derive(Debug)]
pub(super) struct Column<'a> {
    pub(super) set: &'a Set,
    pub(super) entries: Vec<Entry<'a>>,
}

/// Every region, looked at once for all pages.
pub(super) fn columns(corpus: &Corpus) -> Vec<Column<'_>> {
    regions(corpus).map(|set| Column { set, entries: coverage(corpus, set) }).collect()
}

/// Where on a requirement's page `set` stands.
fn place_of(set: &Set) -> String {
    format!("region-{}", set.key)
}

/// A requirement as lists name it.
#[derive(Debug, Serialize)]
pub(super) struct Line {
    id: String,
    title: String,
    href: String,
    level: &'static str,
    scope: &'static str,
    /// MCS外
    outside: bool,
}

impl Line {
    pub(super) fn of(requirement: &Requirement, views: &Views<'_>) -> Self {
        Self {
            id: requirement.id.clone(),
            title: views.word(&requirement.title),
            href: views.links.to(Page::Requirement(&requirement.id)),
            level: requirement.level.word(),
            scope: requirement.scope.word(),
            outside: requirement.scope == Scope::Outside,
        }
    }
}

/// How many requirements a region stands to in which way.
#[derive(Debug, Default, Serialize)]
pub(super) struct Tally {
    /// By status, in the order in which statuses are counted.
    by_status: Vec<Count>,
    /// The required ones.
    required: usize,
    /// Those of them that are met.
    met: usize,
    /// Those of them that depart, with the reason.
    explained: usize,
    /// Those of them that would stand in a document that could not be had.
    absent: usize,
}

/// A status and how often it occurs.
#[derive(Debug, Serialize)]
pub(super) struct Count {
    status: &'static str,
    count: usize,
}

impl Count {
    /// Each of `statuses` once, with how often it occurs, in the order in which statuses are counted.
    pub(super) fn present(statuses: impl Iterator<Item = Status>) -> Vec<Self> {
        let mut counted: BTreeMap<Status, usize> = BTreeMap::new();
        for status in statuses {
            *counted.entry(status).or_default() += 1;
        }
        counted.into_iter().map(|(status, count)| Self { status: status.word(), count }).collect()
    }
}

impl Tally {
    pub(super) fn of(entries: &[Entry<'_>]) -> Self {
        let with = |status: Status| entries.iter().filter(|entry| entry.status == status).count();
        let required = || entries.iter().filter(|entry| entry.requirement.level == RequirementLevel::Required);
        Self {
            by_status: Status::ALL.map(|status| Count { status: status.word(), count: with(status) }).into(),
            required: required().count(),
            met: required().filter(|entry| entry.status.is_met()).count(),
            explained: required().filter(|entry| entry.is_acknowledged()).count(),
            absent: required().filter(|entry| entry.status == Status::NotAvailable).count(),
        }
    }

    /// The required ones in a sentence.
    pub(super) fn sentence(&self, messages: &Messages) -> String {
        let mut args = FluentArgs::new();
        args.set("required", self.required);
        args.set("met", self.met);
        args.set("explained", self.explained);
        args.set("absent", self.absent);
        messages.format("tally", &args)
    }
}

/// What a page says of those who mapped `sets`, and of how sure it is.
pub(super) fn notices<'a>(sets: impl Iterator<Item = &'a Set>, views: &Views<'_>) -> Vec<String> {
    let messages = views.messages;
    let (mut said, mut restated) = (Vec::new(), false);
    for set in sets {
        match set.conformance.standing.as_ref().map(|standing| standing.value) {
            Some(Standing::Official) => {
                let (region, council) = (views.word(&set.name), views.word(&set.council));
                said.push(messages.with("mapped-official", &[("region", &region), ("council", &council)]));
            }
            Some(Standing::Restated) | None => restated = true,
        }
    }
    if restated {
        let id = if said.is_empty() { "mapped-restated" } else { "mapped-restated-others" };
        said.insert(0, messages.text(id));
    }
    said.push(messages.text("mapped-computed"));
    if messages.lang() == Lang::En {
        said.push(messages.text("notice-translation"));
    }
    said
}
