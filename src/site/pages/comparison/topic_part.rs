//! What the regions of one prefecture say on a topic, on a site that has too many regions for one page.

use serde::Serialize;

use super::overview::outermost_links;
use super::topic::topic_table;
use super::{ComparedSet, ComparedTopic, SetHead};
use crate::content::SetKey;
use crate::corpus::PartKey;
use crate::site::links::LinkView;
use crate::site::page::{PageView, SitePage};
use crate::site::pages::conformance::StatusCount;
use crate::site::pages::{ComparisonPage, HomePage, TopicPage};
use crate::site::provisions::PageScope;
use crate::site::sources::SiteSources;
use crate::site::templates::{PageTemplate, page_template};

/// The page of what the regions of a part say on a topic, by its id.
#[derive(Debug, Clone, Copy)]
pub(in crate::site) struct TopicPartPage<'a>(pub(in crate::site) &'a str, pub(in crate::site) PartKey);

#[derive(Debug, Serialize)]
struct TopicPartView {
    /// The name of the part, as a sentence names it.
    part: String,
    /// The page of the topic.
    topic: String,
    lines: Vec<RegionLine>,
    csv: String,
    xlsx: String,
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

impl SitePage for TopicPartPage<'_> {
    fn folder(&self) -> String {
        format!("compare/topics/{}/{}/", self.0, self.1.folder())
    }

    fn title(&self, site: &SiteSources<'_>) -> Option<String> {
        let topic = TopicPage(self.0).title(site)?;
        Some(site.messages.with("page-of-part", &[("title", &topic), ("part", &self.1.name(site.messages))]))
    }

    fn crumbs(&self) -> Vec<Box<dyn SitePage + '_>> {
        vec![Box::new(HomePage), Box::new(ComparisonPage), Box::new(TopicPage(self.0))]
    }

    fn series(&self) -> Option<String> {
        Some(format!("compare/topics/{}", self.0))
    }

    fn set(&self) -> Option<&SetKey> {
        None
    }

    fn template(&self) -> PageTemplate {
        page_template!("pages/comparison/topic-part.html")
    }

    fn view(&self, site: &SiteSources<'_>, scope: &PageScope<'_>) -> Option<PageView> {
        let matter = site.comparison.topic(self.0)?;
        let is_of_part = |member: &&ComparedSet<'_>| site.parts.part_of(&member.set.key) == Some(self.1);
        let members = || site.comparison.members.iter().filter(is_of_part);
        let table = topic_table(self.0, matter, members(), scope);
        let view = TopicPartView {
            part: self.1.name(scope.messages),
            topic: scope.links.to(&TopicPage(self.0)),
            lines: members().map(|member| region_line(member, matter, scope)).collect(),
            csv: scope.links.file(&table.csv.path),
            xlsx: scope.links.file(&table.workbook.path),
        };
        Some(PageView::of(&view).with_table(Some(table)))
    }
}

fn region_line(member: &ComparedSet<'_>, matter: &ComparedTopic<'_>, scope: &PageScope<'_>) -> RegionLine {
    let (provisions, counts) = (outermost_links(member, matter, scope), member.counts(matter));
    RegionLine { head: member.head(scope), provisions, unsorted: member.is_unsorted(), counts }
}
