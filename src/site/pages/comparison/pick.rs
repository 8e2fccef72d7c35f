//! Everything on one page, of which a script shows the sets and topics that its reader picks.

use serde::Serialize;

use super::column::ColumnView;
use super::{SetHead, TopicComparison, quoting_notices};
use crate::content::SetKey;
use crate::site::links::{LinkView, link_to};
use crate::site::page::{PageView, SitePage};
use crate::site::pages::{ComparisonPage, HomePage, TopicPage};
use crate::site::provisions::PageScope;
use crate::site::sources::SiteSources;
use crate::site::templates::{PageTemplate, page_template};

/// The page on which a reader picks sets and topics.
#[derive(Debug, Clone, Copy)]
pub(in crate::site) struct PickPage;

#[derive(Debug, Serialize)]
struct PickView {
    notices: Vec<String>,
    sets: Vec<SetHead>,
    topics: Vec<TopicColumns>,
}

/// A topic with what every set says on it.
#[derive(Debug, Serialize)]
struct TopicColumns {
    id: String,
    link: LinkView,
    columns: Vec<ColumnView>,
}

impl SitePage for PickPage {
    fn folder(&self) -> String {
        "compare/view/".to_owned()
    }

    fn title(&self, site: &SiteSources<'_>) -> Option<String> {
        Some(site.messages.text("comparison-pick-title"))
    }

    fn crumbs(&self) -> Vec<Box<dyn SitePage + '_>> {
        vec![Box::new(HomePage), Box::new(ComparisonPage)]
    }

    fn series(&self) -> Option<String> {
        None
    }

    fn set(&self) -> Option<&SetKey> {
        None
    }

    fn template(&self) -> PageTemplate {
        page_template!("pages/comparison/pick.html")
    }

    fn view(&self, site: &SiteSources<'_>, scope: &PageScope<'_>) -> Option<PageView> {
        Some(PageView::of(&PickView::of(site.comparison, scope)))
    }
}

impl PickView {
    fn of(comparison: &TopicComparison<'_>, scope: &PageScope<'_>) -> Self {
        let topics = comparison.matters.iter().filter_map(|matter| Some((matter, matter.topic?)));
        Self {
            notices: quoting_notices(comparison.quotes_restated(), scope),
            sets: comparison.members.iter().map(|member| member.head(scope)).collect(),
            topics: topics
                .map(|(matter, topic)| TopicColumns {
                    id: topic.id.clone(),
                    link: link_to(scope.word(&topic.title), scope.links.to(&TopicPage(&topic.id))),
                    // All of them: without a script the page shows everything, and the script only hides.
                    columns: comparison.members.iter().map(|member| ColumnView::of(member, matter, scope)).collect(),
                })
                .collect(),
        }
    }
}
