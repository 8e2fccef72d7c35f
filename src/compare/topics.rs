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

/// The outermost provisions of `set` by topic. A heading without text and topic of which everything directly below has
/// a topic is found by that.
#[must_use]
pub fn by_topic(set: &Set) -> ByTopic<'_> {
    let mut found = ByTopic::new();
    for document in &set.documents {
        for note in &document.notes {
            outermost(document, note, None, &mut found);
        }
        for division in &document.divisions {
            let topic = division.topic.as_deref().filter(|_| !division.anchor.is_empty());
            for provision in &division.provisions {
                outermost(document, provision, topic, &mut found);
            }
        }
    }
    found
}

/// Puts `provision`, which stands below nothing on its topic, and what stands below it. `above` is the topic of what it
/// stands in.
fn outermost<'a>(document: &'a Document, provision: &'a Provision, above: Option<&'a str>, found: &mut ByTopic<'a>) {
    let topic = provision.topic.as_deref().or(above);
    let mut elsewhere = Vec::new();
    parted(provision, topic, &mut elsewhere);
    // What is about something else is listed under its own topic, and told where it was left out.
    let own = elsewhere.clone();
    if !is_led_to_by_what_it_holds(provision, topic) {
        found.entry(topic).or_default().push(Outermost { document, provision, elsewhere });
    }
    for (below, _) in own {
        outermost(document, below, topic, found);
    }
}

fn is_led_to_by_what_it_holds(provision: &Provision, topic: Option<&str>) -> bool {
    let mut below = provisions_below(provision).peekable();
    // 第二章　使い方 above articles that all have topics says nothing by itself.
    topic.is_none() && provision.text.is_none() && below.peek().is_some() && below.all(|below| below.topic.is_some())
}

/// The first ones below `provision` that are not about `topic`.
fn parted<'a>(provision: &'a Provision, topic: Option<&str>, out: &mut Vec<(&'a Provision, Option<&'a str>)>) {
    for below in provisions_below(provision) {
        match below.topic.as_deref() {
            Some(own) if Some(own) != topic => out.push((below, Some(own))),
            _ => parted(below, topic, out),
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
    provisions.filter_map(|(document, anchor)| Some(baseline.document(document)?.topic_of(anchor))).collect()
}
