//! A topic's page: what every set says on it, and how regions stand to its requirements.

use serde::Serialize;

use super::column::ColumnView;
use super::topic_facts::{TopicFactRow, topic_fact_row};
use super::{ComparedSet, ComparedTopic, SetHead, TopicComparison, TopicPartPage, has_few, quoting_notices};
use crate::base::markup::to_plain;
use crate::compare::Outermost;
use crate::conformance::{CSV, asked_facts};
use crate::content::SetKey;
use crate::corpus::{Provision, Requirement};
use crate::site::links::{LinkView, link_to};
use crate::site::page::{PageTable, PageView, SitePage};
use crate::site::pages::conformance::{RegionVerdicts, RequirementLine, StatusCount, equal_answers, mapping_notices};
use crate::site::pages::part_index::PartIndex;
use crate::site::pages::prefecture::place_of_region;
use crate::site::pages::{ComparisonPage, ConformancePage, HomePage};
use crate::site::provisions::PageScope;
use crate::site::sources::SiteSources;
use crate::site::templates::{PageTemplate, page_template};

/// The columns of the table to download, by the ends of their message ids.
const COLUMNS: [&str; 7] = ["set-id", "set", "document", "place", "provision", "caption", "text"];

/// The number of ways in which regions answer a requirement that are shown on the page of a topic.
const MOST_ANSWERS: usize = 3;

/// The page of what every set says on a topic, by its id.
#[derive(Debug, Clone, Copy)]
pub(in crate::site) struct TopicPage<'a>(pub(in crate::site) &'a str);

#[derive(Debug, Serialize)]
struct TopicView {
    /// The matters that belong to the topic.
    means: Option<String>,
    /// The topics that provisions on it bear also.
    related: Vec<LinkView>,
    notices: Vec<String>,
    /// The table, where it is not parted by prefectures.
    csv: Option<String>,
    xlsx: Option<String>,
    /// The way to the verdicts on all requirements.
    verdicts: String,
    columns: Vec<ColumnView>,
    /// The ways to the regions where they are too many for columns.
    index: Option<PartIndex>,
    regions: Vec<SetHead>,
    /// Requirements with how each region stands to them.
    rows: Vec<TopicFactRow>,
    /// Requirements with how many regions stand to them in which way, where these are too many for columns.
    counted: Vec<CountedRow>,
}

#[derive(Debug, Serialize)]
struct CountedRow {
    line: RequirementLine,
    asked: Vec<String>,
    /// The most frequent of what regions say.
    answers: Vec<AnswerCount>,
    counts: Vec<StatusCount>,
}

/// Facts that several regions say alike.
#[derive(Debug, Serialize)]
struct AnswerCount {
    status: &'static str,
    facts: Vec<String>,
    count: usize,
}

impl SitePage for TopicPage<'_> {
    fn folder(&self) -> String {
        format!("compare/topics/{}/", self.0)
    }

    fn title(&self, site: &SiteSources<'_>) -> Option<String> {
        let topic = site.corpus.topics.iter().find(|topic| topic.id == self.0)?;
        Some(topic.title.get(site.lang()).clone())
    }

    fn crumbs(&self) -> Vec<Box<dyn SitePage + '_>> {
        vec![Box::new(HomePage), Box::new(ComparisonPage)]
    }

    fn series(&self) -> Option<String> {
        Some("compare/topics".to_owned())
    }

    fn set(&self) -> Option<&SetKey> {
        None
    }

    fn template(&self) -> PageTemplate {
        page_template!("pages/comparison/topic.html")
    }

    fn view(&self, site: &SiteSources<'_>, scope: &PageScope<'_>) -> Option<PageView> {
        let (view, table) = TopicView::of(self.0, site, scope)?;
        Some(PageView::of(&view).with_table(table))
    }
}

impl TopicView {
    /// Returns the view of the topic `id`, if there is one, with its table where it is not parted by prefectures.
    fn of(id: &str, site: &SiteSources<'_>, scope: &PageScope<'_>) -> Option<(Self, Option<PageTable>)> {
        let (comparison, verdicts, corpus) = (site.comparison, site.verdicts, site.corpus);
        let matter = comparison.topic(id)?;
        let few = has_few(scope);
        let full = comparison.members.iter().filter(|one| few || one.is_baseline());
        let regions = comparison.members.iter().filter(|one| few && one.column.is_some());
        let requirements = || matter.requirements.iter().filter_map(|at| Some((*at, corpus.requirements().nth(*at)?)));
        let table = few.then(|| topic_table(id, matter, comparison.members.iter(), scope));
        let files = format!("{}#_files", scope.links.to(&ConformancePage));
        let view = Self {
            means: matter.topic.and_then(|topic| scope.optional(topic.about.as_ref())),
            related: related_topics(id, comparison, scope),
            notices: topic_notices(matter, comparison, scope),
            csv: table.as_ref().map(|table| scope.links.file(&table.csv.path)),
            xlsx: table.as_ref().map(|table| scope.links.file(&table.workbook.path)),
            verdicts: if few { scope.links.file(CSV) } else { files },
            columns: full.map(|member| ColumnView::of(member, matter, scope)).collect(),
            index: PartIndex::of(scope, |key| TopicPartPage(id, key), Some(place_of_region)),
            regions: regions.map(|member| member.head(scope)).collect(),
            rows: requirements()
                .filter(|_| few)
                .map(|(at, requirement)| topic_fact_row(requirement, at, verdicts, scope))
                .collect(),
            counted: requirements()
                .filter(|_| !few)
                .map(|(at, requirement)| counted_row(requirement, at, verdicts, scope))
                .collect(),
        };
        Some((view, table))
    }
}

/// The regions together beside one requirement: how often each standing occurs, and what most of them say.
fn counted_row(
    requirement: &Requirement,
    at: usize,
    verdicts: &[RegionVerdicts<'_>],
    scope: &PageScope<'_>,
) -> CountedRow {
    let frequent = equal_answers(verdicts, at, scope.messages).into_iter().take(MOST_ANSWERS);
    CountedRow {
        line: RequirementLine::of(requirement, scope),
        asked: asked_facts(requirement, scope.messages),
        answers: frequent
            .map(|answer| AnswerCount {
                status: answer.status.word(),
                count: answer.regions.len(),
                facts: answer.facts,
            })
            .collect(),
        counts: StatusCount::present(verdicts.iter().filter_map(|region| Some(region.entries.get(at)?.status))),
    }
}

/// Returns links to the topics that have to do with the topic `id`, in the order of topics.
fn related_topics(id: &str, comparison: &TopicComparison<'_>, scope: &PageScope<'_>) -> Vec<LinkView> {
    let related = comparison.related.get(id);
    let topics = comparison.matters.iter().filter_map(|matter| matter.topic);
    let topics = topics.filter(|topic| related.is_some_and(|related| related.contains(topic.id.as_str())));
    topics.map(|topic| link_to(scope.word(&topic.title), scope.links.to(&TopicPage(&topic.id)))).collect()
}

fn topic_notices(matter: &ComparedTopic<'_>, comparison: &TopicComparison<'_>, scope: &PageScope<'_>) -> Vec<String> {
    let mut notices = Vec::new();
    if comparison.quotes_restated() {
        notices.push(scope.messages.text("comparison-restated"));
    }
    if matter.requirements.is_empty() {
        notices.extend(quoting_notices(false, scope));
    } else {
        let regions = comparison.members.iter().filter(|member| member.column.is_some()).map(|member| member.set);
        notices.extend(mapping_notices(regions, scope));
    }
    notices
}

/// The table to download: a line for each provision on the topic.
pub(super) fn topic_table<'m>(
    id: &str,
    matter: &ComparedTopic<'_>,
    members: impl Iterator<Item = &'m ComparedSet<'m>>,
    scope: &PageScope<'_>,
) -> PageTable {
    let head = COLUMNS.map(|column| scope.messages.text(&format!("comparison-csv-{column}")));
    let mut lines = Vec::new();
    for member in members {
        for one in member.on(matter) {
            put_lines(member, one, one.provision, scope, &mut lines);
        }
    }
    PageTable::beside(scope.links.from, id, &head, &lines)
}

/// Puts a line for `provision` and one for each that stands below it and is on the topic.
fn put_lines(
    member: &ComparedSet<'_>,
    one: &Outermost<'_>,
    provision: &Provision,
    scope: &PageScope<'_>,
    lines: &mut Vec<[String; COLUMNS.len()]>,
) {
    // It has a topic of its own and stands on that page.
    if one.elsewhere.iter().any(|(left_out, _)| left_out.anchor == provision.anchor) {
        return;
    }
    let lang = scope.links.lang;
    lines.push([
        member.set.key.to_string(),
        scope.word(&member.set.name),
        scope.word(&one.document.short_title),
        format!("{}#{}", one.document.id, provision.anchor),
        // In full, so that what stands in an appendix is told from what stands in the body.
        one.document.cite(&provision.anchor, lang),
        scope.optional(provision.caption.as_ref()).unwrap_or_default(),
        provision.text.as_ref().map_or_else(String::new, |text| to_plain(text.get(lang))),
    ]);
    for below in provision.items.iter().chain(&provision.paragraphs) {
        put_lines(member, one, below, scope, lines);
    }
}
