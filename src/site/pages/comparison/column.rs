//! The words of a set on a topic, in full.

use serde::Serialize;

use super::{ComparedSet, ComparedTopic, SetHead};
use crate::compare::Outermost;
use crate::site::links::{LinkView, link_to};
use crate::site::pages::TopicPage;
use crate::site::pages::conformance::{PassageView, ShownPlaces, StatusCount, passage};
use crate::site::provisions::PageScope;

/// A set's column.
#[derive(Debug, Serialize)]
pub(super) struct ColumnView {
    head: SetHead,
    is_baseline: bool,
    says: Vec<ColumnProvision>,
    /// Whether nobody has sorted the set's provisions by topics.
    unsorted: bool,
    /// The numbers of its standings to the requirements of the topic.
    counts: Vec<StatusCount>,
}

/// A provision on the topic.
#[derive(Debug, Serialize)]
struct ColumnProvision {
    passage: PassageView,
    /// The topics of what stands below it and is left out here.
    elsewhere: Vec<LinkView>,
}

impl ColumnView {
    pub(super) fn of(member: &ComparedSet<'_>, matter: &ComparedTopic<'_>, scope: &PageScope<'_>) -> Self {
        let said = member.on(matter);
        let mut shown = ShownPlaces::default();
        // All places are put down before any text is shown: one of them may stand below another and has its own
        // entry.
        for one in said {
            shown.add(&one.document.id, &one.provision.anchor);
            for (below, _) in &one.elsewhere {
                shown.add(&one.document.id, &below.anchor);
            }
        }
        let entry = |one: &Outermost<'_>| {
            let passage = passage(member.set, &one.document.id, &one.provision.anchor, &mut shown, scope)?;
            Some(ColumnProvision { passage, elsewhere: topics_left_out(one, scope) })
        };
        Self {
            head: member.head(scope),
            is_baseline: member.is_baseline(),
            says: said.iter().filter_map(entry).collect(),
            unsorted: member.is_unsorted(),
            counts: member.counts(matter),
        }
    }
}

/// Returns links to the topics of what is left out, each once.
fn topics_left_out(one: &Outermost<'_>, scope: &PageScope<'_>) -> Vec<LinkView> {
    let is_left_out = |id: &str| one.elsewhere.iter().any(|(_, topic)| *topic == Some(id));
    // In the order of topics, each once, however many provisions are left out for it.
    let topics = scope.links.corpus.topics.iter().filter(|topic| is_left_out(&topic.id));
    topics.map(|topic| link_to(scope.word(&topic.title), scope.links.to(&TopicPage(&topic.id)))).collect()
}
