//! The table of topics and sets, and the ways to everything else.

use serde::Serialize;

use super::{
    ChoosePage, ComparedSet, ComparedTopic, MOST_PAIRED, SetHead, TopicComparison, can_pick, has_few, paired_sets,
    pairs_all, quoting_notices,
};
use crate::conformance::Status;
use crate::content::SetKey;
use crate::corpus::{Corpus, RegionParts, Set};
use crate::site::links::{LinkView, link_to};
use crate::site::page::{PageTable, PageView, SitePage};
use crate::site::pages::conformance::{StatusCount, mapping_notices, place_link};
use crate::site::pages::part_index::PartIndex;
use crate::site::pages::prefecture::place_of_region;
use crate::site::pages::{HomePage, PairPage, PickPage, PrefecturePage, TopicPage};
use crate::site::provisions::PageScope;
use crate::site::sources::SiteSources;
use crate::site::templates::{PageTemplate, page_template};

/// The columns of the table to download before those of the statuses, by the ends of their message ids.
const COLUMNS: [&str; 6] = ["topic-id", "topic", "set-id", "set", "provisions", "requirements"];

/// The page of all sets by topics, with the ways to the other comparisons.
#[derive(Debug, Clone, Copy)]
pub(in crate::site) struct ComparisonPage;

#[derive(Debug, Serialize)]
struct ComparisonView {
    notices: Vec<String>,
    csv: Option<String>,
    xlsx: Option<String>,
    pick: Option<String>,
    /// The page on which any two are read, where not all have room beside each other.
    choose: Option<String>,
    /// Whether every two sets have a page, and up to how many regions they have.
    pairs_all: bool,
    most_paired: usize,
    /// The pairs as a table: a line for each set.
    pairs: Vec<PairLine>,
    /// The pairs as a list, where only the baseline is held against regions.
    listed: Vec<LinkView>,
    /// The ways to them by prefecture, where they are too many for a list.
    index: Option<PartIndex>,
    /// Whether all sets have a column, and up to how many they have.
    few: bool,
    most_columns: usize,
    heads: Vec<SetHead>,
    rows: Vec<TopicRow>,
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
struct TopicRow {
    id: String,
    /// None for what has no topic.
    topic: Option<LinkView>,
    about: Option<String>,
    cells: Vec<TopicCell>,
    /// All regions together, where they are too many for columns.
    all: Option<RegionsTogether>,
}

/// The provisions of one set on a topic.
#[derive(Debug, Serialize)]
struct TopicCell {
    set: String,
    is_baseline: bool,
    provisions: Vec<LinkView>,
    /// Whether nobody has sorted the set's provisions by topics.
    unsorted: bool,
    counts: Vec<StatusCount>,
}

/// The statements of the regions together.
#[derive(Debug, Serialize)]
struct RegionsTogether {
    /// The number of regions that have provisions on the topic.
    saying: usize,
    regions: usize,
    counts: Vec<StatusCount>,
}

impl SitePage for ComparisonPage {
    fn folder(&self) -> String {
        "compare/".to_owned()
    }

    fn title(&self, site: &SiteSources<'_>) -> Option<String> {
        Some(site.messages.text("comparison-title"))
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
        page_template!("pages/comparison/overview.html")
    }

    fn view(&self, site: &SiteSources<'_>, scope: &PageScope<'_>) -> Option<PageView> {
        let (view, table) = ComparisonView::of(site.comparison, site.corpus, scope);
        Some(PageView::of(&view).with_table(table))
    }
}

impl ComparisonView {
    fn of(comparison: &TopicComparison<'_>, corpus: &Corpus, scope: &PageScope<'_>) -> (Self, Option<PageTable>) {
        let few = has_few(scope);
        // Of too many sets only the baseline has a column; the regions are told together.
        let shown: Vec<&ComparedSet<'_>> = comparison.members.iter().filter(|one| few || one.is_baseline()).collect();
        // Of a large site the page of each prefecture has the table of its regions.
        let table = overview_table(comparison, &|_| true, scope).filter(|_| few);
        let pairs_all = pairs_all(corpus);
        let view = Self {
            notices: overview_notices(comparison, scope),
            csv: table.as_ref().map(|table| scope.links.file(&table.csv.path)),
            xlsx: table.as_ref().map(|table| scope.links.file(&table.workbook.path)),
            pick: can_pick(corpus).then(|| scope.links.to(&PickPage)),
            choose: (!few).then(|| scope.links.to(&ChoosePage)),
            pairs_all,
            most_paired: MOST_PAIRED,
            pairs: if pairs_all { pair_lines(corpus, scope) } else { Vec::new() },
            listed: if pairs_all || !few { Vec::new() } else { listed_pairs(corpus, scope) },
            index: PartIndex::of(scope, PrefecturePage, Some(place_of_region)),
            few,
            most_columns: RegionParts::most_together(),
            heads: shown.iter().map(|member| member.head(scope)).collect(),
            rows: comparison.matters.iter().map(|matter| topic_row(matter, &shown, comparison, scope)).collect(),
        };
        (view, table)
    }
}

fn overview_notices(comparison: &TopicComparison<'_>, scope: &PageScope<'_>) -> Vec<String> {
    let regions = comparison.members.iter().filter(|member| member.column.is_some()).map(|member| member.set);
    let has_requirements = comparison.matters.iter().any(|matter| !matter.requirements.is_empty());
    if has_requirements { mapping_notices(regions, scope) } else { quoting_notices(false, scope) }
}

fn pair_lines(corpus: &Corpus, scope: &PageScope<'_>) -> Vec<PairLine> {
    let cell = |one: &Set, other: &Set| {
        let (first, second) = if one.key < other.key { (one, other) } else { (other, one) };
        let (name, with) = (scope.word(&one.name), scope.word(&other.name));
        (one.key != other.key).then(|| PairCell {
            href: scope.links.to(&PairPage(&first.key, &second.key)),
            words: scope.messages.with("comparison-pair-title", &[("first", &name), ("second", &with)]),
        })
    };
    let line = |one: &Set| PairLine {
        name: scope.word(&one.name),
        cells: corpus.sets.values().map(|other| cell(one, other)).collect(),
    };
    corpus.sets.values().map(line).collect()
}

fn listed_pairs(corpus: &Corpus, scope: &PageScope<'_>) -> Vec<LinkView> {
    let name = |region| corpus.set(region).map(|set| scope.word(&set.name));
    let pairs = paired_sets(corpus).into_iter();
    pairs.filter_map(|(first, region)| Some(link_to(name(region)?, scope.links.to(&PairPage(first, region))))).collect()
}

fn topic_row(
    matter: &ComparedTopic<'_>,
    shown: &[&ComparedSet<'_>],
    comparison: &TopicComparison<'_>,
    scope: &PageScope<'_>,
) -> TopicRow {
    TopicRow {
        // An id of a topic has no underscore.
        id: matter.id().unwrap_or("_rest").to_owned(),
        topic: matter.topic.map(|topic| link_to(scope.word(&topic.title), scope.links.to(&TopicPage(&topic.id)))),
        about: matter.topic.and_then(|topic| scope.optional(topic.about.as_ref())),
        cells: shown.iter().map(|member| topic_cell(member, matter, scope)).collect(),
        all: (!has_few(scope)).then(|| regions_together(matter, comparison)),
    }
}

fn topic_cell(member: &ComparedSet<'_>, matter: &ComparedTopic<'_>, scope: &PageScope<'_>) -> TopicCell {
    TopicCell {
        set: member.set.key.to_string(),
        is_baseline: member.is_baseline(),
        provisions: outermost_links(member, matter, scope),
        unsorted: member.is_unsorted(),
        counts: member.counts(matter),
    }
}

/// Returns links to the outermost provisions of a set on a matter.
pub(super) fn outermost_links(
    member: &ComparedSet<'_>,
    matter: &ComparedTopic<'_>,
    scope: &PageScope<'_>,
) -> Vec<LinkView> {
    let said = member.on(matter).iter();
    said.filter_map(|one| place_link(member.set, &one.document.id, &one.provision.anchor, scope)).collect()
}

fn regions_together(matter: &ComparedTopic<'_>, comparison: &TopicComparison<'_>) -> RegionsTogether {
    let regions = || comparison.members.iter().filter(|member| !member.is_baseline());
    let statuses = regions()
        .filter_map(|member| member.column)
        .flat_map(|column| matter.requirements.iter().filter_map(|at| Some(column.entries.get(*at)?.status)));
    RegionsTogether {
        saying: regions().filter(|member| !member.on(matter).is_empty()).count(),
        regions: regions().count(),
        counts: StatusCount::present(statuses),
    }
}

/// The table to download: a line for each topic and each set that is `wanted`. `None` where there are no topics.
pub(in crate::site::pages) fn overview_table(
    comparison: &TopicComparison<'_>,
    wanted: &dyn Fn(&Set) -> bool,
    scope: &PageScope<'_>,
) -> Option<PageTable> {
    let own = COLUMNS.map(|column| scope.messages.text(&format!("comparison-csv-{column}")));
    let statuses = Status::ALL.map(|status| scope.messages.text(&format!("status-{}", status.word())));
    let members: Vec<&ComparedSet<'_>> = comparison.members.iter().filter(|member| wanted(member.set)).collect();
    let lines = comparison.matters.iter().flat_map(|matter| members.iter().map(move |one| (matter, *one)));
    let lines: Vec<_> = lines
        .map(|(matter, member)| joined_cells(own_cells(matter, member, scope), status_cells(matter, member)))
        .collect();
    let table = || PageTable::beside(scope.links.from, "comparison", &joined_cells(own, statuses), &lines);
    (!comparison.matters.is_empty()).then(table)
}

/// The cells of a line, those of statuses last.
fn joined_cells(own: [String; 6], statuses: [String; 8]) -> [String; 14] {
    // Both together have just as many cells as the line.
    let mut cells = own.into_iter().chain(statuses);
    std::array::from_fn(|_| cells.next().unwrap_or_default())
}

fn own_cells(matter: &ComparedTopic<'_>, member: &ComparedSet<'_>, scope: &PageScope<'_>) -> [String; 6] {
    let named = outermost_links(member, matter, scope).into_iter().map(|one| one.label).collect::<Vec<_>>();
    [
        matter.id().unwrap_or("").to_owned(),
        matter.topic.map_or_else(|| scope.messages.text("comparison-rest"), |topic| scope.word(&topic.title)),
        member.set.key.to_string(),
        scope.word(&member.set.name),
        named.join("; "),
        matter.requirements.len().to_string(),
    ]
}

/// Returns the number of each status; nothing for the baseline, which is not held against itself.
fn status_cells(matter: &ComparedTopic<'_>, member: &ComparedSet<'_>) -> [String; 8] {
    let Some(column) = member.column else { return Default::default() };
    Status::ALL.map(|status| {
        let entries = matter.requirements.iter().filter_map(|at| column.entries.get(*at));
        entries.filter(|entry| entry.status == status).count().to_string()
    })
}
