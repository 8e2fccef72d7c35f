//! The table of requirements and regions, and what one must know to read it.

use serde::Serialize;

use super::{RegionVerdicts, RequirementLine, StatusCount, StatusTally, mapping_notices, stand_place};
use crate::base::notation::dates;
use crate::conformance::{
    CSV, JSON, PartFile, ReadingState, RequirementStanding, Status, WORKBOOK, baseline_hash, regions_left_out,
};
use crate::content::{Modality, RequirementLevel, Scope, SetKey};
use crate::corpus::{Corpus, Document, RegionPart, RegionParts, Requirement, Set};
use crate::site::links::{LinkView, link_to};
use crate::site::page::{PageView, SitePage};
use crate::site::pages::{DocumentPage, HomePage, PrefecturePage, RegionPage, SetPage};
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
    /// The table to download, where it is not parted by prefectures.
    csv: Option<String>,
    xlsx: Option<String>,
    json: String,
    /// Whether any region was held against the baseline.
    compared: bool,
    statuses: Vec<&'static str>,
    levels: Vec<&'static str>,
    scopes: Vec<&'static str>,
    modalities: Vec<&'static str>,
    regions: Vec<RegionHead>,
    /// The prefectures, where regions are too many for columns.
    parts: Vec<PartLine>,
    /// The regions that the tables leave out.
    others: Vec<OtherRegion>,
    more_others: usize,
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

/// The regions of a part together, with their files to download.
#[derive(Debug, Serialize)]
struct PartLine {
    link: LinkView,
    regions: usize,
    counts: Vec<StatusCount>,
    files: Option<PartFiles>,
}

#[derive(Debug, Serialize)]
struct PartFiles {
    csv: String,
    xlsx: String,
    json: String,
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
    /// The standings of all regions together, where these are too many for columns.
    counts: Vec<StatusCount>,
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
        let few = scope.links.parts.is_empty();
        let heads = columns.iter().filter(|_| few);
        let (others, more_others) = other_regions(corpus, scope);
        Self {
            documents: requirement_sources(corpus, scope),
            hash: baseline_hash(corpus),
            total: corpus.requirements().count(),
            notices: mapping_notices(columns.iter().map(|column| column.set), scope),
            csv: few.then(|| scope.links.file(CSV)),
            xlsx: few.then(|| scope.links.file(WORKBOOK)),
            json: scope.links.file(JSON),
            compared: !columns.is_empty(),
            statuses: Status::ALL.map(Status::word).into(),
            levels: RequirementLevel::WORDS.to_vec(),
            scopes: Scope::WORDS.to_vec(),
            modalities: Modality::WORDS.to_vec(),
            regions: heads.map(|column| region_head(column, scope)).collect(),
            parts: scope.links.parts.iter().map(|part| part_line(part, columns, scope)).collect(),
            others,
            more_others,
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

fn part_line(part: &RegionPart<'_>, columns: &[RegionVerdicts<'_>], scope: &PageScope<'_>) -> PartLine {
    let held: Vec<_> =
        columns.iter().filter(|column| scope.links.parts.part_of(&column.set.key) == Some(part.key)).collect();
    let statuses = held.iter().flat_map(|column| column.entries.iter().map(|entry| entry.status));
    let files = PartFile::ALL.map(|file| scope.links.file(&file.path(part.key)));
    let [csv, xlsx, json] = files;
    PartLine {
        link: link_to(part.key.name(scope.messages), scope.links.to(&PrefecturePage(part.key))),
        regions: part.sets.len(),
        counts: StatusCount::present(statuses),
        files: (!held.is_empty()).then_some(PartFiles { csv, xlsx, json }),
    }
}

/// Returns the first regions that are not compared, and how many more there are.
fn other_regions(corpus: &Corpus, scope: &PageScope<'_>) -> (Vec<OtherRegion>, usize) {
    let other = |(set, reading): (&Set, ReadingState)| OtherRegion {
        name: scope.word(&set.name),
        href: scope.links.to(&SetPage(&set.key)),
        reading: reading.word(),
    };
    let count = regions_left_out(corpus).count();
    let named = count.min(RegionParts::most_together());
    (regions_left_out(corpus).take(named).map(other).collect(), count - named)
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
    let few = scope.links.parts.is_empty();
    let entries = || columns.iter().filter_map(|column| Some((column, column.entries.get(at)?)));
    let counts = StatusCount::present(entries().filter(|_| !few).map(|(_, entry)| entry.status));
    let entries = entries().filter(|_| few);
    MatrixRow { counts, cells: entries.map(|(column, entry)| matrix_cell(column, entry, scope)).collect(), line }
}

fn matrix_cell(column: &RegionVerdicts<'_>, entry: &RequirementStanding<'_>, scope: &PageScope<'_>) -> MatrixCell {
    MatrixCell {
        region: column.set.key.to_string(),
        region_name: scope.word(&column.set.name),
        status: entry.status.word(),
        departs: entry.status.departs(),
        acknowledged: entry.is_acknowledged(),
        // Straight to the region's place on the requirement's page, where its words are.
        href: stand_place(column.set, entry.requirement, scope),
    }
}
