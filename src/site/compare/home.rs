//! The table of topics and sets, and the ways to everything else.

use serde::Serialize;

use super::super::conformance::{self, Count, name};
use super::super::links::Page;
use super::super::pages::{LinkView, link};
use super::super::provisions::Views;
use super::{
    Comparison, Download, Head, MOST_COLUMNS, MOST_PAIRED, Matter, Member, can_pick, download, pairs, pairs_all,
};
use crate::conformance::Status;
use crate::corpus::Corpus;
use crate::spreadsheet;

/// The columns of the table to download before those of the statuses, by the ends of their message ids.
const COLUMNS: [&str; 6] = ["topic-id", "topic", "set-id", "set", "provisions", "requirements"];

/// The page.
#[derive(Debug, Serialize)]
pub(in crate::site) struct HomeView {
    notices: Vec<String>,
    csv: Option<String>,
    #[serde(skip)]
    pub(in crate::site) table: Option<Download>,
    pick: Option<String>,
    /// Whether every two sets have a page, and up to how many regions they have.
    pairs_all: bool,
    most_paired: usize,
    /// The pairs as a table: a line for each set.
    pairs: Vec<PairLine>,
    /// The pairs as a list, where only the baseline is held against regions.
    listed: Vec<LinkView>,
    /// Whether all sets have a column, and up to how many they have.
    few: bool,
    most_columns: usize,
    heads: Vec<Head>,
    rows: Vec<Row>,
}

#[derive(Debug, Serialize)]
struct PairLine {
    name: String,
    /// The way to the pair with each set; none with itself.
    cells: Vec<Option<PairCell>>,
}

#[derive(Debug, Serialize)]
struct PairCell {
    href: String,
    /// Both names.
    words: String,
}

#[derive(Debug, Serialize)]
struct Row {
    id: String,
    /// None for what has no topic.
    topic: Option<LinkView>,
    about: Option<String>,
    cells: Vec<Cell>,
    /// All regions together, where they are too many for columns.
    all: Option<All>,
}

/// What one set says on a topic.
#[derive(Debug, Serialize)]
struct Cell {
    set: String,
    is_baseline: bool,
    provisions: Vec<LinkView>,
    counts: Vec<Count>,
}

/// What the regions say together.
#[derive(Debug, Serialize)]
struct All {
    /// How many have provisions on the topic.
    saying: usize,
    regions: usize,
    counts: Vec<Count>,
}

impl HomeView {
    pub(in crate::site) fn of(comparison: &Comparison<'_>, corpus: &Corpus, views: &Views<'_>) -> Self {
        let few = comparison.has_few();
        let shown: Vec<&Member<'_>> = comparison.members.iter().filter(|one| few || one.is_baseline()).collect();
        let table = (!comparison.matters.is_empty()).then(|| table(comparison, views));
        let pairs_all = pairs_all(corpus);
        Self {
            notices: notices(comparison, views),
            csv: table.as_ref().map(|table| views.links.file(&table.path)),
            table,
            pick: can_pick(corpus).then(|| views.links.to(Page::Pick)),
            pairs_all,
            most_paired: MOST_PAIRED,
            pairs: if pairs_all { pair_lines(corpus, views) } else { Vec::new() },
            listed: if pairs_all { Vec::new() } else { listed(corpus, views) },
            few,
            most_columns: MOST_COLUMNS,
            heads: shown.iter().map(|member| member.head(views)).collect(),
            rows: comparison.matters.iter().map(|matter| row(matter, &shown, comparison, views)).collect(),
        }
    }
}

fn notices(comparison: &Comparison<'_>, views: &Views<'_>) -> Vec<String> {
    let regions = comparison.members.iter().filter(|member| member.column.is_some()).map(|member| member.set);
    let has_requirements = comparison.matters.iter().any(|matter| !matter.requirements.is_empty());
    if has_requirements { conformance::notices(regions, views) } else { super::notices(false, views) }
}

fn pair_lines(corpus: &Corpus, views: &Views<'_>) -> Vec<PairLine> {
    let cell = |one: &crate::corpus::Set, other: &crate::corpus::Set| {
        let (first, second) = if one.key < other.key { (one, other) } else { (other, one) };
        let (name, with) = (views.word(&one.name), views.word(&other.name));
        (one.key != other.key).then(|| PairCell {
            href: views.links.to(Page::Pair(&first.key, &second.key)),
            words: views.messages.with("comparing-pair-title", &[("first", &name), ("second", &with)]),
        })
    };
    let line = |one: &crate::corpus::Set| PairLine {
        name: views.word(&one.name),
        cells: corpus.sets.values().map(|other| cell(one, other)).collect(),
    };
    corpus.sets.values().map(line).collect()
}

fn listed(corpus: &Corpus, views: &Views<'_>) -> Vec<LinkView> {
    let name = |region| corpus.set(region).map(|set| views.word(&set.name));
    let pairs = pairs(corpus).into_iter();
    pairs.filter_map(|(first, region)| Some(link(name(region)?, views.links.to(Page::Pair(first, region))))).collect()
}

fn row(matter: &Matter<'_>, shown: &[&Member<'_>], comparison: &Comparison<'_>, views: &Views<'_>) -> Row {
    Row {
        // An id of a topic has no underscore.
        id: matter.id().unwrap_or("_rest").to_owned(),
        topic: matter.topic.map(|topic| link(views.word(&topic.title), views.links.to(Page::Topic(&topic.id)))),
        about: matter.topic.and_then(|topic| views.optional(topic.about.as_ref())),
        cells: shown.iter().map(|member| cell(member, matter, views)).collect(),
        all: (!comparison.has_few()).then(|| all(matter, comparison)),
    }
}

fn cell(member: &Member<'_>, matter: &Matter<'_>, views: &Views<'_>) -> Cell {
    Cell {
        set: member.set.key.to_string(),
        is_baseline: member.is_baseline(),
        provisions: provisions(member, matter, views),
        counts: member.counts(matter),
    }
}

/// Links to the outermost provisions of a set on a matter.
pub(super) fn provisions(member: &Member<'_>, matter: &Matter<'_>, views: &Views<'_>) -> Vec<LinkView> {
    let said = member.on(matter).iter();
    said.filter_map(|one| name(member.set, &one.document.id, &one.provision.anchor, views)).collect()
}

fn all(matter: &Matter<'_>, comparison: &Comparison<'_>) -> All {
    let regions = || comparison.members.iter().filter(|member| !member.is_baseline());
    let statuses = regions()
        .filter_map(|member| member.column)
        .flat_map(|column| matter.requirements.iter().filter_map(|at| Some(column.entries.get(*at)?.status)));
    All {
        saying: regions().filter(|member| !member.on(matter).is_empty()).count(),
        regions: regions().count(),
        counts: Count::present(statuses),
    }
}

/// The table to download: a line for each topic and set.
fn table(comparison: &Comparison<'_>, views: &Views<'_>) -> Download {
    let own = COLUMNS.map(|column| views.messages.text(&format!("comparing-csv-{column}")));
    let statuses = Status::ALL.map(|status| views.messages.text(&format!("status-{}", status.word())));
    let lines = comparison.matters.iter().flat_map(|matter| comparison.members.iter().map(move |one| (matter, one)));
    let lines = lines.map(|(matter, member)| joined(cells(matter, member, views), counted(matter, member)));
    download(views.links.from, "comparison", spreadsheet::table(&joined(own, statuses), lines))
}

/// The cells of a line, those of statuses last.
fn joined(own: [String; 6], statuses: [String; 7]) -> [String; 13] {
    let mut cells = own.into_iter().chain(statuses);
    std::array::from_fn(|_| cells.next().unwrap_or_default())
}

fn cells(matter: &Matter<'_>, member: &Member<'_>, views: &Views<'_>) -> [String; 6] {
    let named = provisions(member, matter, views).into_iter().map(|one| one.label).collect::<Vec<_>>();
    [
        matter.id().unwrap_or_default().to_owned(),
        matter.topic.map_or_else(|| views.messages.text("comparing-rest"), |topic| views.word(&topic.title)),
        member.set.key.to_string(),
        views.word(&member.set.name),
        named.join("; "),
        matter.requirements.len().to_string(),
    ]
}

/// How often each status occurs; nothing for the baseline, which is not held against itself.
fn counted(matter: &Matter<'_>, member: &Member<'_>) -> [String; 7] {
    let Some(column) = member.column else { return Default::default() };
    Status::ALL.map(|status| {
        let entries = matter.requirements.iter().filter_map(|at| column.entries.get(*at));
        entries.filter(|entry| entry.status == status).count().to_string()
    })
}
