//! Suggesting: which requirement and which topic a provision may be about, by the words that it shares with the catalogue
//! and with provisions that are mapped already. Plain statistics; what a text means is for its reader to judge.

mod confirm;
mod proposal;
mod statistics;

pub use confirm::{MappingRefusal, with_mapping, with_topic};
pub use proposal::{ProposedMapping, proposed_mapping};

use std::collections::BTreeMap;

use self::statistics::{Bag, Groups, Near};
use crate::base::locale::Lang;
use crate::compare::{plain_text, split_words};
use crate::content::SetKey;
use crate::corpus::{Corpus, Document, Provision, Set};

/// Below this likeness two texts share no more than any two texts on such matters do.
const LEAST: f64 = 0.2;

/// The greatest number of requirements that are named for a provision.
const MOST: usize = 3;

/// The requirements that a provision may be about.
#[derive(Debug)]
pub struct Suggestion<'a> {
    /// The document.
    pub document: &'a Document,
    /// The provision.
    pub provision: &'a Provision,
    /// The likely topic; none where it has one.
    pub topic: Option<Guess<'a>>,
    /// The number of the topic, counted from 1 over all provisions, with a topic or without, so that it stays when others
    /// are written.
    pub topic_number: usize,
    /// The likely requirements, the likeliest first.
    pub requirements: Vec<Guess<'a>>,
    /// Whether the provision, or one above it, is mapped already.
    pub mapped: bool,
}

/// A pair of a provision and a requirement that it may be about, with its number in the list.
#[derive(Debug)]
pub struct Candidate<'s, 'a> {
    /// The number, counted from 1 over all provisions, mapped or not, so that it stays when others are mapped.
    pub number: usize,
    /// The suggestion that it stands in.
    pub suggestion: &'s Suggestion<'a>,
    /// The requirement.
    pub guess: &'s Guess<'a>,
}

/// Returns the candidates among `suggestions`, numbered.
pub fn candidates<'s, 'a>(suggestions: &'s [Suggestion<'a>]) -> impl Iterator<Item = Candidate<'s, 'a>> {
    let pairs = suggestions.iter().flat_map(|one| one.requirements.iter().map(move |guess| (one, guess)));
    pairs.enumerate().map(|(at, (suggestion, guess))| Candidate { number: at + 1, suggestion, guess })
}

/// A requirement or topic that a provision may be about.
#[derive(Debug)]
pub struct Guess<'a> {
    /// Its id.
    pub id: &'a str,
    /// The likeness of the texts, from 0 to 1.
    pub likeness: f64,
    /// The shared words that count most.
    pub words: Vec<String>,
}

/// Returns suggestions for the provisions of `set`, in the order of its documents. What stands below a mapped provision
/// counts as mapped.
#[must_use]
pub fn suggestions<'a>(corpus: &'a Corpus, set: &'a Set) -> Vec<Suggestion<'a>> {
    let (requirements, topics) = (requirements(corpus, &set.key), topic_words(corpus, &set.key));
    let (mut found, mut topic_number) = (Vec::new(), 0);
    for document in &set.documents {
        document.walk(&mut |provision| {
            // A topic is given to an article as a whole: its items take it over.
            let likely = is_outermost(&provision.anchor, document)
                .then(|| guesses(topics.near(&bag(&provision.letters(Lang::Ja)), LEAST, 1)).pop())
                .flatten();
            topic_number += usize::from(likely.is_some());
            let topic = likely.filter(|_| document.topic_of(&provision.anchor).is_none());
            let requirements = guesses(requirements.near(&words_of_provision(provision), LEAST, MOST));
            if topic.is_some() || !requirements.is_empty() {
                let mapped = is_mapped(set, document, &provision.anchor);
                found.push(Suggestion { document, provision, topic, topic_number, requirements, mapped });
            }
        });
    }
    found
}

fn guesses<'a>(near: Vec<Near<'a>>) -> Vec<Guess<'a>> {
    // A number is compared as #13, whatever it is written with.
    let plain = |word: &String| word.strip_prefix('#').unwrap_or(word).to_owned();
    let guess = |near: Near<'a>| Guess {
        id: near.name,
        likeness: near.likeness,
        words: near.words.iter().map(plain).collect(),
    };
    near.into_iter().map(guess).collect()
}

/// Whether the provision, or one above it, is mapped.
fn is_mapped(set: &Set, document: &Document, anchor: &str) -> bool {
    // Only at a border of names: article-1 is not above article-10.
    let covers = |above: &str| anchor.strip_prefix(above).is_some_and(|rest| rest.is_empty() || rest.starts_with('.'));
    set.conformance.mappings.iter().any(|mapping| mapping.document == document.id && covers(&mapping.anchor))
}

fn is_outermost(anchor: &str, document: &Document) -> bool {
    let mut outermost = document.divisions.iter().flat_map(|division| &division.provisions);
    outermost.any(|provision| provision.anchor == anchor)
}

/// The words of each requirement: its title, where it stands in the baseline, and the provisions of other sets than
/// `but` that are mapped to it.
fn requirements<'a>(corpus: &'a Corpus, but: &SetKey) -> Groups<'a> {
    let mut bags: BTreeMap<&str, Bag> = BTreeMap::new();
    for requirement in corpus.requirements() {
        let own = bags.entry(&requirement.id).or_default();
        add_telling_words(own, &requirement.title.ja);
        if let Some(text) = &requirement.text {
            add_telling_words(own, &plain_text(&text.ja));
        }
        let baseline = corpus.set(&SetKey::Baseline);
        for (document, anchor) in &requirement.provisions {
            let found = baseline.and_then(|set| set.provision(document, anchor));
            add_telling_words(own, &found.map_or_else(String::new, |provision| provision.letters(Lang::Ja)));
        }
    }
    // What the region itself mapped would only lead back to its own wording.
    for set in corpus.sets.values().filter(|set| set.key != *but) {
        for mapping in &set.conformance.mappings {
            let found = set.provision(&mapping.document, &mapping.anchor);
            if let (Some(provision), Some(own)) = (found, bags.get_mut(mapping.requirement.as_str())) {
                add_telling_words(own, &provision.letters(Lang::Ja));
            }
        }
    }
    Groups::new(&bags.into_iter().collect::<Vec<_>>())
}

/// The words of each topic: its title, what belongs to it, and the provisions of other sets than `but` that are on it.
fn topic_words<'a>(corpus: &'a Corpus, but: &SetKey) -> Groups<'a> {
    let mut bags: BTreeMap<&str, Bag> = BTreeMap::new();
    for topic in &corpus.topics {
        let own = bags.entry(&topic.id).or_default();
        add_telling_words(own, &topic.title.ja);
        add_telling_words(own, topic.about.as_ref().map_or("", |about| about.ja.as_str()));
    }
    for document in corpus.sets.values().filter(|set| set.key != *but).flat_map(|set| &set.documents) {
        document.walk(&mut |provision| {
            if let Some(own) = document.topic_of(&provision.anchor).and_then(|topic| bags.get_mut(topic)) {
                add_telling_words(own, &provision.own_letters(Lang::Ja));
            }
        });
    }
    Groups::new(&bags.into_iter().collect::<Vec<_>>())
}

/// The words of a provision; of one without a text, also of what stands below it.
fn words_of_provision(provision: &Provision) -> Bag {
    bag(&if provision.text.is_some() { provision.own_letters(Lang::Ja) } else { provision.letters(Lang::Ja) })
}

fn bag(text: &str) -> Bag {
    let mut bag = Bag::new();
    add_telling_words(&mut bag, text);
    bag
}

/// Adds the words of `text` that say what it is about: those with more than hiragana and signs.
fn add_telling_words(bag: &mut Bag, text: &str) {
    let telling = |word: &str| word.chars().any(|letter| letter.is_alphanumeric() && !('ぁ'..='ゖ').contains(&letter));
    for word in split_words(text).into_iter().filter(|word| telling(&word.value)) {
        *bag.entry(word.value.to_lowercase()).or_default() += 1;
    }
}
