//! The table of requirements and regions, and what one must know to read it.

use serde::Serialize;

use super::{RegionVerdicts, RequirementLine, StatusTally, mapping_notices, set_place};
use crate::base::notation::dates;
use crate::conformance::{
    CSV, JSON, ReadingState, RequirementStanding, Status, WORKBOOK, baseline_hash, regions_left_out,
};
use crate::content::{Modality, RequirementLevel, Scope, SetKey};
use crate::corpus::{Corpus, Document, Requirement, Set};
use crate::site::links::{LinkView, link_to};
use crate::site::page::{PageView, SitePage};
use crate::site::pages::{DocumentPage, HomePage, RegionPage, SetPage};
use crate::site::provisions::PageScope;
use crate::site::sources::SiteSources;
use crate::site::templates::{PageTemplate, page_template};

/// The page on which all regions stand beside the requirements of the baseline.
#[derive(Debug, Clone, Copy)]
pub(in crate::site) struct ConformancePage;

#[derive(Debug, Serialize)]
struct ConformanceView {
    documents: Vec<RequirementSource>,
    hash: String,
    total: usize,
    notices: Vec<String>,
    csv: String,
    xlsx: String,
    json: String,
    statuses: Vec<&'static str>,
    levels: Vec<&'static str>,
    scopes: Vec<&'static str>,
    modalities: Vec<&'static str>,
    regions: Vec<RegionHead>,
    /// The regions that the tables leave out.
    others: Vec<OtherRegion>,
    groups: Vec<MatrixGroup>,
}

/// A document of the baseline.
#[derive(Debug, Serialize)]
struct RequirementSource {
    link: LinkView,
    read: Option<String>,
}

/// The head of a region's column, and its line in the table of counts.
#[derive(Debug, Serialize)]
struct RegionHead {
    id: String,
    name: String,
    href: String,
    tally: StatusTally,
}

/// A region that is not compared.
#[derive(Debug, Serialize)]
struct OtherRegion {
    name: String,
    href: String,
    reading: &'static str,
}

#[derive(Debug, Serialize)]
struct MatrixGroup {
    title: String,
    rows: Vec<MatrixRow>,
}

/// A requirement with how every region stands to it.
#[derive(Debug, Serialize)]
pub(in crate::site) struct MatrixRow {
    pub(in crate::site) line: RequirementLine,
    pub(in crate::site) cells: Vec<MatrixCell>,
}

/// The standing of one region to one requirement.
#[derive(Debug, Serialize)]
pub(in crate::site) struct MatrixCell {
    region: String,
    region_name: String,
    status: &'static str,
    departs: bool,
    acknowledged: bool,
    href: String,
}

impl SitePage for ConformancePage {
    fn folder(&self) -> String {
        "conformance/".to_owned()
    }

    fn title(&self, site: &SiteSources<'_>) -> Option<String> {
        Some(site.messages.text("conformance-title"))
    }

    fn crumbs(&self) -> Vec<Box<dyn SitePage + '_>> {
        vec![Box::new(HomePage)]
    }

    fn series(&self) -> Option<String> {
        None
    }

    fn set(&self) -> Option<&SetKey> {
        None
    }

    fn template(&self) -> PageTemplate {
        page_template!("pages/conformance/overview.html")
    }

    fn view(&self, site: &SiteSources<'_>, scope: &PageScope<'_>) -> Option<PageView> {
        Some(PageView::of(&ConformanceView::of(site.corpus, site.verdicts, scope)))
    }
}

impl ConformanceView {
    fn of(corpus: &Corpus, columns: &[RegionVerdicts<'_>], scope: &PageScope<'_>) -> Self {
        Self {
            documents: requirement_sources(corpus, scope),
            hash: baseline_hash(corpus),
            total: corpus.requirements().count(),
            notices: mapping_notices(columns.iter().map(|column| column.set), scope),
            csv: scope.links.file(CSV),
            xlsx: scope.links.file(WORKBOOK),
            json: scope.links.file(JSON),
            statuses: Status::ALL.map(Status::word).into(),
            levels: RequirementLevel::WORDS.to_vec(),
            scopes: Scope::WORDS.to_vec(),
            modalities: Modality::WORDS.to_vec(),
            regions: columns.iter().map(|column| region_head(column, scope)).collect(),
            others: other_regions(corpus, scope),
            groups: matrix_groups(corpus, columns, scope),
        }
    }
}

/// Returns the documents of the baseline that requirements come from.
fn requirement_sources(corpus: &Corpus, scope: &PageScope<'_>) -> Vec<RequirementSource> {
    let Some(set) = corpus.set(&SetKey::Baseline) else { return Vec::new() };
    let named = |document: &&Document| {
        corpus.requirements().any(|requirement| requirement.provisions.iter().any(|(id, _)| *id == document.id))
    };
    let view = |document: &Document| RequirementSource {
        link: link_to(scope.word(&document.title), scope.links.to(&DocumentPage(&set.key, &document.id))),
        read: document.source.as_ref().map(|source| dates::write_date(source.read, document.dates, scope.links.lang)),
    };
    set.documents.iter().filter(named).map(view).collect()
}

fn region_head(column: &RegionVerdicts<'_>, scope: &PageScope<'_>) -> RegionHead {
    RegionHead {
        id: column.set.key.to_string(),
        name: scope.word(&column.set.name),
        href: scope.links.to(&RegionPage(&column.set.key)),
        tally: StatusTally::of(&column.entries),
    }
}

fn other_regions(corpus: &Corpus, scope: &PageScope<'_>) -> Vec<OtherRegion> {
    let other = |(set, reading): (&Set, ReadingState)| OtherRegion {
        name: scope.word(&set.name),
        href: scope.links.to(&SetPage(&set.key)),
        reading: reading.word(),
    };
    regions_left_out(corpus).map(other).collect()
}

fn matrix_groups(corpus: &Corpus, columns: &[RegionVerdicts<'_>], scope: &PageScope<'_>) -> Vec<MatrixGroup> {
    // Verdicts are found by the place of their requirement among all, whatever its group.
    let mut first = 0;
    let mut groups = Vec::new();
    for group in &corpus.groups {
        let rows =
            (first..).zip(&group.requirements).map(|(at, requirement)| matrix_row(requirement, at, columns, scope));
        groups.push(MatrixGroup { title: scope.word(&group.title), rows: rows.collect() });
        first += group.requirements.len();
    }
    groups
}

/// Returns the row of the requirement that is the one at `at` among all.
pub(in crate::site) fn matrix_row(
    requirement: &Requirement,
    at: usize,
    columns: &[RegionVerdicts<'_>],
    scope: &PageScope<'_>,
) -> MatrixRow {
    let line = RequirementLine::of(requirement, scope);
    let entries = columns.iter().filter_map(|column| Some((column, column.entries.get(at)?)));
    MatrixRow { cells: entries.map(|(column, entry)| matrix_cell(column, entry, &line, scope)).collect(), line }
}

fn matrix_cell(
    column: &RegionVerdicts<'_>,
    entry: &RequirementStanding<'_>,
    line: &RequirementLine,
    scope: &PageScope<'_>,
) -> MatrixCell {
    MatrixCell {
        region: column.set.key.to_string(),
        region_name: scope.word(&column.set.name),
        status: entry.status.word(),
        departs: entry.status.departs(),
        acknowledged: entry.is_acknowledged(),
        // Straight to the region's place on the requirement's page, where its words are.
        href: format!("{}#{}", line.href, set_place(column.set)),
    }
}
