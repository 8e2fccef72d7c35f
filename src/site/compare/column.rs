//! What a set says on a topic, in full.

use serde::Serialize;

use super::super::conformance::{Count, Passage, Shown, passage};
use super::super::links::Page;
use super::super::pages::{LinkView, link};
use super::super::provisions::Views;
use super::{Head, Matter, Member};
use crate::compare::Outermost;

/// A set's column.
#[derive(Debug, Serialize)]
pub(super) struct ColumnView {
    head: Head,
    is_baseline: bool,
    says: Vec<Entry>,
    /// How it stands to the requirements of the topic.
    counts: Vec<Count>,
}

/// A provision on the topic.
#[derive(Debug, Serialize)]
struct Entry {
    passage: Passage,
    /// The topics of what stands below it and is left out here.
    elsewhere: Vec<LinkView>,
}

impl ColumnView {
    pub(super) fn of(member: &Member<'_>, matter: &Matter<'_>, views: &Views<'_>) -> Self {
        let said = member.on(matter);
        let mut shown = Shown::default();
        for one in said {
            shown.add(&one.document.id, &one.provision.anchor);
            for (below, _) in &one.elsewhere {
                shown.add(&one.document.id, &below.anchor);
            }
        }
        let entry = |one: &Outermost<'_>| {
            let passage = passage(member.set, &one.document.id, &one.provision.anchor, &mut shown, views)?;
            Some(Entry { passage, elsewhere: elsewhere(one, views) })
        };
        Self {
            head: member.head(views),
            is_baseline: member.is_baseline(),
            says: said.iter().filter_map(entry).collect(),
            counts: member.counts(matter),
        }
    }
}

/// Links to the topics of what is left out, each once.
fn elsewhere(one: &Outermost<'_>, views: &Views<'_>) -> Vec<LinkView> {
    let is_left_out = |id: &str| one.elsewhere.iter().any(|(_, topic)| *topic == Some(id));
    let topics = views.links.corpus.topics.iter().filter(|topic| is_left_out(&topic.id));
    topics.map(|topic| link(views.word(&topic.title), views.links.to(Page::Topic(&topic.id)))).collect()
}
