//! The table of requirements and regions, and what one must know to read it.

use serde::Serialize;

use super::super::links::Page;
use super::super::pages::{LinkView, link};
use super::super::provisions::Views;
use super::{Column, Line, Tally, notices, place_of};
use crate::conformance::{CSV, Entry, JSON, Status, baseline_hash};
use crate::content::{Modality, RequirementLevel, Scope, SetKey};
use crate::corpus::{Corpus, Document, Requirement};
use crate::notation::dates;

/// The page.
#[derive(Debug, Serialize)]
pub(in crate::site) struct HomeView {
    documents: Vec<BaselineDocument>,
    hash: String,
    total: usize,
    notices: Vec<String>,
    csv: String,
    json: String,
    statuses: Vec<&'static str>,
    levels: Vec<&'static str>,
    scopes: Vec<&'static str>,
    modalities: Vec<&'static str>,
    regions: Vec<RegionHead>,
    groups: Vec<Group>,
}

/// A document of the baseline.
#[derive(Debug, Serialize)]
struct BaselineDocument {
    link: LinkView,
    read: Option<String>,
}

/// The head of a region's column, and its line in the table of counts.
#[derive(Debug, Serialize)]
struct RegionHead {
    id: String,
    name: String,
    href: String,
    tally: Tally,
}

#[derive(Debug, Serialize)]
struct Group {
    title: String,
    rows: Vec<Row>,
}

/// A requirement with how every region stands to it.
#[derive(Debug, Serialize)]
pub(in crate::site) struct Row {
    line: Line,
    cells: Vec<Cell>,
}

/// How one region stands to one requirement.
#[derive(Debug, Serialize)]
struct Cell {
    region: String,
    region_name: String,
    status: &'static str,
    departs: bool,
    acknowledged: bool,
    href: String,
}

impl HomeView {
    pub(in crate::site) fn of(corpus: &Corpus, columns: &[Column<'_>], views: &Views<'_>) -> Self {
        Self {
            documents: documents(corpus, views),
            hash: baseline_hash(corpus),
            total: corpus.requirements().count(),
            notices: notices(columns.iter().map(|column| column.set), views),
            csv: views.links.file(CSV),
            json: views.links.file(JSON),
            statuses: Status::ALL.map(Status::word).into(),
            levels: RequirementLevel::WORDS.to_vec(),
            scopes: Scope::WORDS.to_vec(),
            modalities: Modality::WORDS.to_vec(),
            regions: columns.iter().map(|column| head(column, views)).collect(),
            groups: groups(corpus, columns, views),
        }
    }
}

/// The documents of the baseline that requirements come from.
fn documents(corpus: &Corpus, views: &Views<'_>) -> Vec<BaselineDocument> {
    let Some(set) = corpus.set(&SetKey::Baseline) else { return Vec::new() };
    let named = |document: &&Document| {
        corpus.requirements().any(|requirement| requirement.provisions.iter().any(|(id, _)| *id == document.id))
    };
    let view = |document: &Document| BaselineDocument {
        link: link(views.word(&document.title), views.links.to(Page::Document(&set.key, &document.id))),
        read: document.source.as_ref().map(|source| dates::write(source.read, document.dates, views.links.lang)),
    };
    set.documents.iter().filter(named).map(view).collect()
}

fn head(column: &Column<'_>, views: &Views<'_>) -> RegionHead {
    RegionHead {
        id: column.set.key.to_string(),
        name: views.word(&column.set.name),
        href: views.links.to(Page::Stand(&column.set.key)),
        tally: Tally::of(&column.entries),
    }
}

fn groups(corpus: &Corpus, columns: &[Column<'_>], views: &Views<'_>) -> Vec<Group> {
    let mut first = 0;
    let mut groups = Vec::new();
    for group in &corpus.groups {
        let rows = (first..).zip(&group.requirements).map(|(at, requirement)| row(requirement, at, columns, views));
        groups.push(Group { title: views.word(&group.title), rows: rows.collect() });
        first += group.requirements.len();
    }
    groups
}

/// The row of the requirement that is the one at `at` among all.
pub(in crate::site) fn row(requirement: &Requirement, at: usize, columns: &[Column<'_>], views: &Views<'_>) -> Row {
    let line = Line::of(requirement, views);
    let entries = columns.iter().filter_map(|column| Some((column, column.entries.get(at)?)));
    Row { cells: entries.map(|(column, entry)| cell(column, entry, &line, views)).collect(), line }
}

fn cell(column: &Column<'_>, entry: &Entry<'_>, line: &Line, views: &Views<'_>) -> Cell {
    Cell {
        region: column.set.key.to_string(),
        region_name: views.word(&column.set.name),
        status: entry.status.word(),
        departs: entry.status.departs(),
        acknowledged: entry.is_acknowledged(),
        href: format!("{}#{}", line.href, place_of(column.set)),
    }
}
