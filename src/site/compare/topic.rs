//! A topic's page: what every set says on it, and how regions stand to its requirements.

use serde::Serialize;

use super::super::conformance::{self, Count, Line, MatrixRow};
use super::super::pages::LinkView;
use super::super::provisions::Views;
use super::column::ColumnView;
use super::home::provisions;
use super::{Comparison, Download, Head, MOST_COLUMNS, Matter, Member, download};
use crate::compare::Outermost;
use crate::conformance::CSV;
use crate::corpus::{Corpus, Provision};
use crate::markup::to_plain;
use crate::spreadsheet;

/// The columns of the table to download, by the ends of their message ids.
const COLUMNS: [&str; 7] = ["set-id", "set", "document", "place", "provision", "caption", "text"];

/// The page.
#[derive(Debug, Serialize)]
pub(in crate::site) struct TopicView {
    /// What belongs to the topic.
    means: Option<String>,
    notices: Vec<String>,
    csv: String,
    #[serde(skip)]
    pub(in crate::site) table: Download,
    /// The file with the verdicts on all requirements.
    verdicts: String,
    columns: Vec<ColumnView>,
    most_columns: usize,
    /// The regions where they are too many for columns.
    lines: Vec<RegionLine>,
    regions: Vec<Head>,
    /// Requirements with how each region stands to them.
    rows: Vec<MatrixRow>,
    /// Requirements with how many regions stand to them in which way, where these are too many for columns.
    counted: Vec<CountedRow>,
}

/// What a region says, in short.
#[derive(Debug, Serialize)]
struct RegionLine {
    head: Head,
    provisions: Vec<LinkView>,
    counts: Vec<Count>,
}

#[derive(Debug, Serialize)]
struct CountedRow {
    line: Line,
    counts: Vec<Count>,
}

impl TopicView {
    /// The page of the topic `id`, if there is one.
    pub(in crate::site) fn of(
        id: &str,
        comparison: &Comparison<'_>,
        columns: &[conformance::Column<'_>],
        corpus: &Corpus,
        views: &Views<'_>,
    ) -> Option<Self> {
        let matter = comparison.matter(id)?;
        let few = comparison.has_few();
        let full = comparison.members.iter().filter(|one| few || one.is_baseline());
        let short = comparison.members.iter().filter(|one| !few && !one.is_baseline());
        let regions = comparison.members.iter().filter(|one| few && one.column.is_some());
        let requirements = || matter.requirements.iter().filter_map(|at| Some((*at, corpus.requirements().nth(*at)?)));
        let table = table(id, matter, comparison, views);
        Some(Self {
            means: matter.topic.and_then(|topic| views.optional(topic.about.as_ref())),
            notices: notices(matter, comparison, views),
            csv: views.links.file(&table.path),
            table,
            verdicts: views.links.file(CSV),
            columns: full.map(|member| ColumnView::of(member, matter, views)).collect(),
            most_columns: MOST_COLUMNS,
            lines: short.map(|member| line(member, matter, views)).collect(),
            regions: regions.map(|member| member.head(views)).collect(),
            rows: requirements()
                .filter(|_| few)
                .map(|(at, requirement)| conformance::matrix_row(requirement, at, columns, views))
                .collect(),
            counted: requirements()
                .filter(|_| !few)
                .map(|(at, requirement)| CountedRow {
                    line: Line::of(requirement, views),
                    counts: Count::present(columns.iter().filter_map(|column| Some(column.entries.get(at)?.status))),
                })
                .collect(),
        })
    }
}

fn notices(matter: &Matter<'_>, comparison: &Comparison<'_>, views: &Views<'_>) -> Vec<String> {
    let mut notices = Vec::new();
    if comparison.quotes_restated() {
        notices.push(views.messages.text("comparing-restated"));
    }
    if matter.requirements.is_empty() {
        notices.extend(super::notices(false, views));
    } else {
        let regions = comparison.members.iter().filter(|member| member.column.is_some()).map(|member| member.set);
        notices.extend(conformance::notices(regions, views));
    }
    notices
}

fn line(member: &Member<'_>, matter: &Matter<'_>, views: &Views<'_>) -> RegionLine {
    let (provisions, counts) = (provisions(member, matter, views), member.counts(matter));
    RegionLine { head: member.head(views), provisions, counts }
}

/// The table to download: a line for each provision on the topic.
fn table(id: &str, matter: &Matter<'_>, comparison: &Comparison<'_>, views: &Views<'_>) -> Download {
    let head = COLUMNS.map(|column| views.messages.text(&format!("comparing-csv-{column}")));
    let mut lines = Vec::new();
    for member in &comparison.members {
        for one in member.on(matter) {
            put(member, one, one.provision, views, &mut lines);
        }
    }
    download(views.links.from, id, spreadsheet::table(&head, lines.into_iter()))
}

/// Puts a line for `provision` and one for each that stands below it and is on the topic.
fn put(
    member: &Member<'_>,
    one: &Outermost<'_>,
    provision: &Provision,
    views: &Views<'_>,
    lines: &mut Vec<[String; COLUMNS.len()]>,
) {
    if one.elsewhere.iter().any(|(left_out, _)| left_out.anchor == provision.anchor) {
        return;
    }
    let lang = views.links.lang;
    lines.push([
        member.set.key.to_string(),
        views.word(&member.set.name),
        views.word(&one.document.short_title),
        format!("{}#{}", one.document.id, provision.anchor),
        provision.cite.get(lang).to_owned(),
        views.optional(provision.caption.as_ref()).unwrap_or_default(),
        provision.text.as_ref().map(|text| to_plain(text.get(lang))).unwrap_or_default(),
    ]);
    for below in provision.items.iter().chain(&provision.paragraphs) {
        put(member, one, below, views, lines);
    }
}
