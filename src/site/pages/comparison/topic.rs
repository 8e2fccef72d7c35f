//! A topic's page: what every set says on it, and how regions stand to its requirements.

use serde::Serialize;

use super::column::ColumnView;
use super::overview::outermost_links;
use super::topic_facts::{TopicFactRow, topic_fact_row};
use super::{ComparedSet, ComparedTopic, MOST_COLUMNS, SetHead, TopicComparison, quoting_notices};
use crate::base::markup::to_plain;
use crate::compare::Outermost;
use crate::conformance::CSV;
use crate::content::SetKey;
use crate::corpus::Provision;
use crate::site::links::{LinkView, link_to};
use crate::site::page::{PageTable, PageView, SitePage};
use crate::site::pages::conformance::{RequirementLine, StatusCount, mapping_notices};
use crate::site::pages::{ComparisonPage, HomePage};
use crate::site::provisions::PageScope;
use crate::site::sources::SiteSources;
use crate::site::templates::{PageTemplate, page_template};

/// The columns of the table to download, by the ends of their message ids.
const COLUMNS: [&str; 7] = ["set-id", "set", "document", "place", "provision", "caption", "text"];

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
    csv: String,
    xlsx: String,
    /// The file with the verdicts on all requirements.
    verdicts: String,
    columns: Vec<ColumnView>,
    most_columns: usize,
    /// The regions where they are too many for columns.
    lines: Vec<RegionLine>,
    regions: Vec<SetHead>,
    /// Requirements with how each region stands to them.
    rows: Vec<TopicFactRow>,
    /// Requirements with how many regions stand to them in which way, where these are too many for columns.
    counted: Vec<CountedRow>,
}

/// The statement of a region in short.
#[derive(Debug, Serialize)]
struct RegionLine {
    head: SetHead,
    provisions: Vec<LinkView>,
    /// Whether nobody has sorted the region's provisions by topics.
    unsorted: bool,
    counts: Vec<StatusCount>,
}

#[derive(Debug, Serialize)]
struct CountedRow {
    line: RequirementLine,
    counts: Vec<StatusCount>,
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
        Some(PageView::of(&view).with_table(Some(table)))
    }
}

impl TopicView {
    /// Returns the view of the topic `id` with its table, if there is one.
    fn of(id: &str, site: &SiteSources<'_>, scope: &PageScope<'_>) -> Option<(Self, PageTable)> {
        let (comparison, verdicts, corpus) = (site.comparison, site.verdicts, site.corpus);
        let matter = comparison.topic(id)?;
        let few = comparison.has_few();
        let full = comparison.members.iter().filter(|one| few || one.is_baseline());
        let short = comparison.members.iter().filter(|one| !few && !one.is_baseline());
        let regions = comparison.members.iter().filter(|one| few && one.column.is_some());
        let requirements = || matter.requirements.iter().filter_map(|at| Some((*at, corpus.requirements().nth(*at)?)));
        let table = topic_table(id, matter, comparison, scope);
        let view = Self {
            means: matter.topic.and_then(|topic| scope.optional(topic.about.as_ref())),
            related: related_topics(id, comparison, scope),
            notices: topic_notices(matter, comparison, scope),
            csv: scope.links.file(&table.csv.path),
            xlsx: scope.links.file(&table.workbook.path),
            verdicts: scope.links.file(CSV),
            columns: full.map(|member| ColumnView::of(member, matter, scope)).collect(),
            most_columns: MOST_COLUMNS,
            lines: short.map(|member| region_line(member, matter, scope)).collect(),
            regions: regions.map(|member| member.head(scope)).collect(),
            rows: requirements()
                .filter(|_| few)
                .map(|(at, requirement)| topic_fact_row(requirement, at, verdicts, scope))
                .collect(),
            counted: requirements()
                .filter(|_| !few)
                .map(|(at, requirement)| CountedRow {
                    line: RequirementLine::of(requirement, scope),
                    counts: StatusCount::present(
                        verdicts.iter().filter_map(|region| Some(region.entries.get(at)?.status)),
                    ),
                })
                .collect(),
        };
        Some((view, table))
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

fn region_line(member: &ComparedSet<'_>, matter: &ComparedTopic<'_>, scope: &PageScope<'_>) -> RegionLine {
    let (provisions, counts) = (outermost_links(member, matter, scope), member.counts(matter));
    RegionLine { head: member.head(scope), provisions, unsorted: member.is_unsorted(), counts }
}

/// The table to download: a line for each provision on the topic.
fn topic_table(
    id: &str,
    matter: &ComparedTopic<'_>,
    comparison: &TopicComparison<'_>,
    scope: &PageScope<'_>,
) -> PageTable {
    let head = COLUMNS.map(|column| scope.messages.text(&format!("comparison-csv-{column}")));
    let mut lines = Vec::new();
    // The file has every set, also those that the page shows in short.
    for member in &comparison.members {
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
