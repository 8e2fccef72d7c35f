//! What sets say on each topic.

use std::collections::{BTreeMap, BTreeSet};

use crate::content::SetKey;
use crate::corpus::{Corpus, Document, Provision, Requirement, Set};

/// A provision on a topic that does not stand below another one on it.
#[derive(Debug)]
pub struct Outermost<'a> {
    /// The document.
    pub document: &'a Document,
    /// The provision.
    pub provision: &'a Provision,
    /// The provisions below it that are about something else, each with its topic.
    pub elsewhere: Vec<(&'a Provision, Option<&'a str>)>,
}

/// The outermost provisions of a set by topic, in the order in which they are printed; `None` is the key of those
/// without a topic.
pub type ByTopic<'a> = BTreeMap<Option<&'a str>, Vec<Outermost<'a>>>;

/// The outermost provisions of `set` by topic; one that bears several stands under each. A heading without text and topic of which everything directly below has
/// a topic is found by that.
#[must_use]
pub fn by_topic<'a>(set: &'a Set) -> ByTopic<'a> {
    let mut found = ByTopic::new();
    for document in &set.documents {
        let none = BTreeSet::new();
        let mut put = |provision: &'a Provision, inherited: &BTreeSet<&'a str>| {
            outermost(document, provision, &AboveTopics { inherited, listed: &BTreeSet::new() }, &mut found);
        };
        document.notes.iter().for_each(|note| put(note, &none));
        for division in &document.divisions {
            let topic = division.topic.as_deref().filter(|_| !division.anchor.is_empty());
            let inherited = topic.into_iter().collect();
            division.provisions.iter().for_each(|provision| put(provision, &inherited));
        }
    }
    found
}

/// What is above a provision.
struct AboveTopics<'a, 's> {
    /// The topics that it has where it says nothing itself.
    inherited: &'s BTreeSet<&'a str>,
    /// The topics under which it is listed as part of something above.
    listed: &'s BTreeSet<Option<&'a str>>,
}

/// Puts `provision` under each of its topics under which nothing above it is listed, and then what stands below it.
fn outermost<'a>(
    document: &'a Document,
    provision: &'a Provision,
    above: &AboveTopics<'a, '_>,
    found: &mut ByTopic<'a>,
) {
    let own = provision.topics_below(above.inherited);
    let keys = topic_keys(&own);
    for key in keys.difference(above.listed) {
        let mut elsewhere = Vec::new();
        first_apart(document, provision, (*key, &own), &mut elsewhere);
        // What is about something else is listed under its own topic, and told where it was left out.
        if !is_led_to_by_what_it_holds(provision, *key) {
            found.entry(*key).or_default().push(Outermost { document, provision, elsewhere });
        }
    }
    for below in provisions_below(provision) {
        outermost(document, below, &AboveTopics { inherited: &own, listed: &keys }, found);
    }
}

/// The topics under which a provision is listed: `None` where it has none.
fn topic_keys<'a>(topics: &BTreeSet<&'a str>) -> BTreeSet<Option<&'a str>> {
    if topics.is_empty() { BTreeSet::from([None]) } else { topics.iter().copied().map(Some).collect() }
}

fn is_led_to_by_what_it_holds(provision: &Provision, topic: Option<&str>) -> bool {
    let mut below = provisions_below(provision).peekable();
    // 第二章　使い方 above articles that all have topics says nothing by itself.
    topic.is_none() && provision.text.is_none() && below.peek().is_some() && below.all(|below| below.topic.is_some())
}

/// The first ones below `provision` that are not about the topic `key`. `above` are the topics of `provision`.
fn first_apart<'a>(
    document: &'a Document,
    provision: &'a Provision,
    (key, above): (Option<&'a str>, &BTreeSet<&'a str>),
    out: &mut Vec<(&'a Provision, Option<&'a str>)>,
) {
    for below in provisions_below(provision) {
        let own = below.topics_below(above);
        if topic_keys(&own).contains(&key) {
            first_apart(document, below, (key, &own), out);
        } else {
            out.push((below, document.topic_of(&below.anchor)));
        }
    }
}

fn provisions_below(provision: &Provision) -> impl Iterator<Item = &Provision> {
    provision.items.iter().chain(&provision.paragraphs)
}

/// The topics that a requirement belongs to: those of the baseline's provisions that it comes from.
#[must_use]
pub fn topics_of<'a>(corpus: &'a Corpus, requirement: &Requirement) -> BTreeSet<Option<&'a str>> {
    let Some(baseline) = corpus.set(&SetKey::Baseline) else { return BTreeSet::new() };
    let provisions = requirement.provisions.iter();
    provisions
        .filter_map(|(document, anchor)| Some(topic_keys(&baseline.document(document)?.topics_of(anchor))))
        .flatten()
        .collect()
}
