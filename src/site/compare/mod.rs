//! The sets side by side: what each says on a topic, and pairs of them provision by provision.

mod column;
mod home;
mod marked;
mod pair;
mod pick;
mod topic;

use std::collections::BTreeMap;
use std::io;

use rayon::prelude::*;
use serde::Serialize;

pub(super) use home::HomeView;
pub(super) use pair::PairView;
pub use pair::comparison;
pub(super) use pick::PickView;
pub(super) use topic::TopicView;

use super::conformance::{Column, Count};
use super::links::Page;
use super::pages::{LinkView, link};
use super::provisions::Views;
use crate::compare::{ByTopic, Outermost, Side, by_topic, topics_of};
use crate::content::{SetKey, Standing};
use crate::corpus::{Corpus, Set, Topic};
use crate::locale::Lang;

/// Up to how many regions every two of them have a page; beyond it the pairs would outnumber everything else.
const MOST_PAIRED: usize = 12;

/// Up to how many sets stand side by side on a page.
const MOST_COLUMNS: usize = 40;

/// What all sets say on each topic, in the order of the sets.
#[derive(Debug)]
pub(super) struct Comparison<'a> {
    members: Vec<Member<'a>>,
    matters: Vec<Matter<'a>>,
}

/// A set, the provisions that it has on each topic, and how it stands to the baseline.
#[derive(Debug)]
struct Member<'a> {
    set: &'a Set,
    says: ByTopic<'a>,
    /// None for the baseline itself.
    column: Option<&'a Column<'a>>,
}

/// A topic, or what has none.
#[derive(Debug)]
struct Matter<'a> {
    topic: Option<&'a Topic>,
    /// The places of the requirements that belong to it.
    requirements: Vec<usize>,
}

/// The provisions of sets as lists, in one language.
#[derive(Debug)]
pub(super) struct Sides<'a>(BTreeMap<&'a SetKey, Side<'a>>);

/// A file beside a page.
#[derive(Debug)]
pub(super) struct Download {
    pub(super) path: String,
    pub(super) bytes: io::Result<Vec<u8>>,
}

/// The head of a set's column.
#[derive(Debug, Serialize)]
struct Head {
    id: String,
    name: String,
    href: String,
}

impl<'a> Comparison<'a> {
    pub(super) fn of(corpus: &'a Corpus, columns: &'a [Column<'a>]) -> Self {
        let columns: BTreeMap<&SetKey, &Column<'_>> = columns.iter().map(|column| (&column.set.key, column)).collect();
        let member = |set| Member { set, says: by_topic(set), column: columns.get(&set.key).copied() };
        let members: Vec<Member<'a>> = corpus.sets.values().map(member).collect();
        Self { matters: matters(corpus, &members), members }
    }

    /// The matter of the topic `id`.
    fn matter(&self, id: &str) -> Option<&Matter<'a>> {
        self.matters.iter().find(|matter| matter.topic.is_some_and(|topic| topic.id == id))
    }

    /// Whether the sets are few enough to stand side by side.
    fn has_few(&self) -> bool {
        self.members.len() <= MOST_COLUMNS
    }

    /// Whether something shown is not its issuer's own text.
    fn quotes_restated(&self) -> bool {
        self.members.iter().any(|member| is_restated(member.set))
    }
}

/// The topics in their order, then what has none.
fn matters<'a>(corpus: &'a Corpus, members: &[Member<'a>]) -> Vec<Matter<'a>> {
    let mut requirements: BTreeMap<Option<&str>, Vec<usize>> = BTreeMap::new();
    for (at, requirement) in corpus.requirements().enumerate() {
        for topic in topics_of(corpus, requirement) {
            requirements.entry(topic).or_default().push(at);
        }
    }
    let has_rest = requirements.contains_key(&None) || members.iter().any(|member| member.says.contains_key(&None));
    let rest = (has_rest && !corpus.topics.is_empty()).then_some(None);
    let topics = corpus.topics.iter().map(Some).chain(rest);
    topics
        .map(|topic| {
            let id = topic.map(|topic| topic.id.as_str());
            Matter { topic, requirements: requirements.remove(&id).unwrap_or_default() }
        })
        .collect()
}

impl<'a> Matter<'a> {
    fn id(&self) -> Option<&'a str> {
        self.topic.map(|topic| topic.id.as_str())
    }
}

impl<'a> Member<'a> {
    fn is_baseline(&self) -> bool {
        self.set.key == SetKey::Baseline
    }

    /// Its outermost provisions on the matter.
    fn on(&self, matter: &Matter<'a>) -> &[Outermost<'a>] {
        self.says.get(&matter.id()).map(Vec::as_slice).unwrap_or_default()
    }

    /// How it stands to the requirements of the matter: each status that there is, with how often.
    fn counts(&self, matter: &Matter<'_>) -> Vec<Count> {
        let entries = self.column.map(|column| column.entries.as_slice()).unwrap_or_default();
        Count::present(matter.requirements.iter().filter_map(|at| Some(entries.get(*at)?.status)))
    }

    fn head(&self, views: &Views<'_>) -> Head {
        Head {
            id: self.set.key.to_string(),
            name: views.word(&self.set.name),
            href: views.links.to(Page::Set(&self.set.key)),
        }
    }
}

impl<'a> Sides<'a> {
    /// The sides that more than one page needs. Where only the baseline is held against each region, a region's side is
    /// needed once, and a thousand of them would fill the memory.
    pub(super) fn of(corpus: &'a Corpus, lang: Lang) -> Self {
        let is_kept = |set: &&Set| set.key == SetKey::Baseline || pairs_all(corpus);
        let sets: Vec<&Set> = corpus.sets.values().filter(is_kept).collect();
        Self(sets.into_par_iter().map(|set| (&set.key, Side::of_set(corpus, set, lang))).collect())
    }
}

/// Whether there is anything to compare.
pub(super) fn is_offered(corpus: &Corpus) -> bool {
    corpus.sets.len() > 1
}

/// Whether sets can be picked and read on one page.
pub(super) fn can_pick(corpus: &Corpus) -> bool {
    is_offered(corpus) && !corpus.topics.is_empty() && corpus.sets.len() <= MOST_COLUMNS
}

/// Whether every two sets have a page.
fn pairs_all(corpus: &Corpus) -> bool {
    corpus.sets.len() - usize::from(corpus.sets.contains_key(&SetKey::Baseline)) <= MOST_PAIRED
}

/// The pairs of sets that have a page, in the order of the sets.
pub(super) fn pairs(corpus: &Corpus) -> Vec<(&SetKey, &SetKey)> {
    let keys: Vec<&SetKey> = corpus.sets.keys().collect();
    let all = pairs_all(corpus);
    let firsts = keys.iter().enumerate().filter(|(_, key)| all || ***key == SetKey::Baseline);
    firsts.flat_map(|(at, first)| keys[at + 1..].iter().map(|second| (*first, *second))).collect()
}

/// Links to the pages that hold the set `key` against others: none of an earlier edition.
pub(super) fn links_of(key: &SetKey, views: &Views<'_>) -> Vec<LinkView> {
    let corpus = views.links.corpus;
    let offered: Vec<&Set> = match pairs_all(corpus) {
        _ if !corpus.sets.contains_key(key) => Vec::new(),
        true => corpus.sets.values().collect(),
        // The baseline's pairs are listed on the page of comparisons only.
        false => corpus.set(&SetKey::Baseline).into_iter().collect(),
    };
    let pair = |other: &Set| {
        let (first, second) = if *key < other.key { (key, &other.key) } else { (&other.key, key) };
        link(views.word(&other.name), views.links.to(Page::Pair(first, second)))
    };
    offered.into_iter().filter(|other| other.key != *key).map(pair).collect()
}

/// Links to the pages of the topics that a requirement belongs to.
pub(super) fn topics_of_requirement(requirement: &crate::corpus::Requirement, views: &Views<'_>) -> Vec<LinkView> {
    let corpus = views.links.corpus;
    let belongs = topics_of(corpus, requirement);
    let topics = corpus.topics.iter().filter(|topic| is_offered(corpus) && belongs.contains(&Some(topic.id.as_str())));
    topics.map(|topic| link(views.word(&topic.title), views.links.to(Page::Topic(&topic.id)))).collect()
}

/// The file beside the page `from`.
fn download(from: &str, name: &str, bytes: io::Result<Vec<u8>>) -> Download {
    let folder = from.trim_end_matches("index.html");
    Download { path: format!("{folder}{name}.csv"), bytes }
}

fn is_restated(set: &Set) -> bool {
    set.documents.iter().any(|document| document.standing == Standing::Restated)
}

/// What every page says of the texts on it.
fn notices(restated: bool, views: &Views<'_>) -> Vec<String> {
    let restated = restated.then_some("comparing-restated");
    let translated = (views.links.lang == Lang::En).then_some("notice-translation");
    restated.into_iter().chain(translated).map(|id| views.messages.text(id)).collect()
}
