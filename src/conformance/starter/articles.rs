//! The requirements in articles: one for each group and actor, with what must, what should and what may be done apart.

use std::collections::BTreeSet;

use crate::content::{Actor, Modality, RequirementLevel, SetKey};
use crate::corpus::{Corpus, Provision, Requirement, RequirementGroup};

/// An article of a policy.
pub(super) struct StarterArticle<'a> {
    pub(super) group: &'a RequirementGroup,
    pub(super) actor: Actor,
    /// Its paragraphs, the firmest first.
    pub(super) paragraphs: Vec<(Modality, Vec<StarterItem<'a>>)>,
}

/// A requirement, and the place where the baseline states it.
pub(super) struct StarterItem<'a> {
    pub(super) requirement: &'a Requirement,
    /// The main place in the baseline.
    pub(super) provision: Option<&'a Provision>,
    /// Its topic there.
    pub(super) topic: Option<&'a str>,
}

/// The articles, in the order of the requirements.
pub(super) fn starter_articles(corpus: &Corpus) -> Vec<StarterArticle<'_>> {
    let mut articles: Vec<StarterArticle<'_>> = Vec::new();
    for group in &corpus.groups {
        // The articles go from the organisation to the person.
        for actor in [Actor::Facility, Actor::Administrator, Actor::User] {
            let of_actor = || group.requirements.iter().filter(move |requirement| requirement.actor == actor);
            let paragraphs: Vec<_> = [Modality::Must, Modality::Should, Modality::May]
                .into_iter()
                .map(|force| {
                    (
                        force,
                        of_actor()
                            .filter(|one| binding(one.level) == force)
                            .map(|one| starter_item(corpus, one))
                            .collect(),
                    )
                })
                .filter(|(_, items): &(Modality, Vec<StarterItem<'_>>)| !items.is_empty())
                .collect();
            if !paragraphs.is_empty() {
                articles.push(StarterArticle { group, actor, paragraphs });
            }
        }
    }
    articles
}

/// Returns the binding force with which a region takes over a requirement, as content/README.md tells it of levels.
fn binding(level: RequirementLevel) -> Modality {
    match level {
        RequirementLevel::Required | RequirementLevel::Instructed => Modality::Must,
        RequirementLevel::Recommended | RequirementLevel::Advised => Modality::Should,
        RequirementLevel::Optional => Modality::May,
    }
}

fn starter_item<'a>(corpus: &'a Corpus, requirement: &'a Requirement) -> StarterItem<'a> {
    let baseline = corpus.set(&SetKey::Baseline);
    // The first is the main place: authors write it first.
    let place = requirement.provisions.first();
    let document = baseline.zip(place).and_then(|(set, (document, _))| set.document(document));
    let provision = document.zip(place).and_then(|(document, (_, anchor))| document.provision(anchor));
    let topic = document.zip(place).and_then(|(document, (_, anchor))| document.topic_of(anchor));
    StarterItem { requirement, provision, topic }
}

/// The places in the baseline that some requirement comes from, by anchor.
pub(super) fn required_anchors(corpus: &Corpus) -> BTreeSet<&str> {
    corpus.requirements().flat_map(|requirement| &requirement.provisions).map(|(_, anchor)| anchor.as_str()).collect()
}
