//! Everything on one page, of which a script shows the sets and topics that its reader picks.

use serde::Serialize;

use super::super::links::Page;
use super::super::pages::{LinkView, link};
use super::super::provisions::Views;
use super::column::ColumnView;
use super::{Comparison, Head, notices};

/// The page.
#[derive(Debug, Serialize)]
pub(in crate::site) struct PickView {
    notices: Vec<String>,
    sets: Vec<Head>,
    topics: Vec<TopicColumns>,
}

/// A topic with what every set says on it.
#[derive(Debug, Serialize)]
struct TopicColumns {
    id: String,
    link: LinkView,
    columns: Vec<ColumnView>,
}

impl PickView {
    pub(in crate::site) fn of(comparison: &Comparison<'_>, views: &Views<'_>) -> Self {
        let topics = comparison.matters.iter().filter_map(|matter| Some((matter, matter.topic?)));
        Self {
            notices: notices(comparison.quotes_restated(), views),
            sets: comparison.members.iter().map(|member| member.head(views)).collect(),
            topics: topics
                .map(|(matter, topic)| TopicColumns {
                    id: topic.id.clone(),
                    link: link(views.word(&topic.title), views.links.to(Page::Topic(&topic.id))),
                    columns: comparison.members.iter().map(|member| ColumnView::of(member, matter, views)).collect(),
                })
                .collect(),
        }
    }
}
