//! The sets side by side: what each says on a topic, and pairs of them provision by provision.

mod beside;
mod choose;
mod column;
mod marked;
mod overview;
mod pair;
mod pair_table;
mod pick;
mod topic;
mod topic_facts;
mod topic_part;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::OnceLock;

use rayon::prelude::*;
use serde::Serialize;

pub(in crate::site) use self::choose::{ChoosePage, write_sides};
pub(in crate::site) use self::overview::ComparisonPage;
pub(super) use self::overview::overview_table;
pub(in crate::site) use self::pair::PairPage;
pub use self::pair::comparison;
pub(in crate::site) use self::pick::PickPage;
pub(in crate::site) use self::topic::TopicPage;
pub(in crate::site) use self::topic_part::TopicPartPage;
use super::SetPage;
use super::conformance::{RegionVerdicts, StatusCount};
use crate::base::locale::Lang;
use crate::compare::{Alignment, ByTopic, Outermost, Side, align, by_topic, topics_of};
use crate::content::{SetKey, Standing};
use crate::corpus::{Corpus, RegionParts, Set, Topic};
use crate::site::links::{LinkView, link_to};
use crate::site::provisions::PageScope;

/// Up to how many regions every two of them have a page; beyond it the pairs would outnumber everything else.
const MOST_PAIRED: usize = 12;

/// The provisions of all sets on each topic, in the order of the sets.
#[derive(Debug)]
pub(in crate::site) struct TopicComparison<'a> {
    members: Vec<ComparedSet<'a>>,
    matters: Vec<ComparedTopic<'a>>,
    /// For each topic those that its provisions bear also.
    related: BTreeMap<&'a str, BTreeSet<&'a str>>,
}

/// A set, the provisions that it has on each topic, and how it stands to the baseline.
#[derive(Debug)]
struct ComparedSet<'a> {
    set: &'a Set,
    says: ByTopic<'a>,
    /// None for the baseline itself.
    column: Option<&'a RegionVerdicts<'a>>,
}

/// A topic, or what has none.
#[derive(Debug)]
struct ComparedTopic<'a> {
    topic: Option<&'a Topic>,
    /// The places of the requirements that belong to it.
    requirements: Vec<usize>,
}

/// The provisions of sets as lists, in one language.
#[derive(Debug)]
pub(in crate::site) struct SetSides<'a>(BTreeMap<&'a SetKey, Side<'a>>);

/// The head of a set's column.
#[derive(Debug, Serialize)]
struct SetHead {
    id: String,
    name: String,
    href: String,
}

impl<'a> TopicComparison<'a> {
    /// Returns what every set of `corpus` says on each topic.
    pub(in crate::site) fn of(corpus: &'a Corpus, columns: &'a [RegionVerdicts<'a>]) -> Self {
        let columns: BTreeMap<&SetKey, &RegionVerdicts<'_>> =
            columns.iter().map(|column| (&column.set.key, column)).collect();
        let member = |set| ComparedSet { set, says: by_topic(set), column: columns.get(&set.key).copied() };
        // What nobody has confirmed yet stands on pages of its own and beside one other set, never among all.
        let members: Vec<ComparedSet<'a>> =
            corpus.sets.values().filter(|set| !set.has_only_drafts()).map(member).collect();
        Self { matters: compared_topics(corpus, &members), related: related_topics(&members), members }
    }

    /// Returns the topic `id` with its requirements.
    fn topic(&self, id: &str) -> Option<&ComparedTopic<'a>> {
        self.matters.iter().find(|matter| matter.topic.is_some_and(|topic| topic.id == id))
    }

    /// Whether some set says anything on the topic `id`.
    pub(in crate::site) fn is_said(&self, id: &str) -> bool {
        self.topic(id).is_some_and(|matter| self.members.iter().any(|member| !member.on(matter).is_empty()))
    }

    /// Whether something shown is not its issuer's own text.
    fn quotes_restated(&self) -> bool {
        self.members.iter().any(|member| is_restated(member.set))
    }
}

/// Returns for each topic those that have to do with it: what a provision bears together with it.
fn related_topics<'a>(members: &[ComparedSet<'a>]) -> BTreeMap<&'a str, BTreeSet<&'a str>> {
    let mut related: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    let listed = members.iter().flat_map(|member| &member.says);
    for (topic, provisions) in listed.filter_map(|(topic, provisions)| Some(((*topic)?, provisions))) {
        for one in provisions {
            // What only stands within it, such as each item of a long list of measures, may be about anything.
            let borne = one.document.topics_of(&one.provision.anchor);
            related.entry(topic).or_default().extend(borne.into_iter().filter(|other| *other != topic));
        }
    }
    related
}

/// Returns the topics in their order, then what has none.
fn compared_topics<'a>(corpus: &'a Corpus, members: &[ComparedSet<'a>]) -> Vec<ComparedTopic<'a>> {
    let mut requirements: BTreeMap<Option<&str>, Vec<usize>> = BTreeMap::new();
    for (at, requirement) in corpus.requirements().enumerate() {
        for topic in topics_of(corpus, requirement) {
            requirements.entry(topic).or_default().push(at);
        }
    }
    // What no topic is said of must not be missing from a table of everything.
    let has_rest = requirements.contains_key(&None) || members.iter().any(|member| member.says.contains_key(&None));
    let rest = (has_rest && !corpus.topics.is_empty()).then_some(None);
    let topics = corpus.topics.iter().map(Some).chain(rest);
    topics
        .map(|topic| {
            let id = topic.map(|topic| topic.id.as_str());
            ComparedTopic { topic, requirements: requirements.remove(&id).unwrap_or_default() }
        })
        .collect()
}

impl<'a> ComparedTopic<'a> {
    fn id(&self) -> Option<&'a str> {
        self.topic.map(|topic| topic.id.as_str())
    }
}

impl<'a> ComparedSet<'a> {
    fn is_baseline(&self) -> bool {
        self.set.key == SetKey::Baseline
    }

    /// Returns its outermost provisions on the topic.
    fn on(&self, matter: &ComparedTopic<'a>) -> &[Outermost<'a>] {
        self.says.get(&matter.id()).map_or(&[][..], Vec::as_slice)
    }

    /// Returns how it stands to the requirements of the topic: each status that there is, with how often.
    fn counts(&self, matter: &ComparedTopic<'_>) -> Vec<StatusCount> {
        let entries = self.column.map_or(&[][..], |column| column.entries.as_slice());
        StatusCount::present(matter.requirements.iter().filter_map(|at| Some(entries.get(*at)?.status)))
    }

    fn head(&self, scope: &PageScope<'_>) -> SetHead {
        SetHead {
            id: self.set.key.to_string(),
            name: scope.word(&self.set.name),
            href: scope.links.to(&SetPage(&self.set.key)),
        }
    }

    /// Whether there are provisions and none of them has a topic: that none is on a topic would say nothing.
    fn is_unsorted(&self) -> bool {
        !self.says.is_empty() && self.says.keys().all(Option::is_none)
    }
}

/// Which provisions of each pair correspond, found out when its page is first made: it is the same in all languages.
#[derive(Debug)]
pub(in crate::site) struct PairAlignments<'a>(BTreeMap<(&'a SetKey, &'a SetKey), OnceLock<Alignment>>);

impl<'a> PairAlignments<'a> {
    /// Returns the pairs of `corpus` that have a page.
    pub(in crate::site) fn of(corpus: &'a Corpus) -> Self {
        Self(paired_sets(corpus).into_iter().map(|pair| (pair, OnceLock::new())).collect())
    }

    /// Returns which provisions of the two sides of `pair` correspond; `None` where it has no page.
    fn of_pair<'s>(
        &'s self,
        pair: (&'s SetKey, &'s SetKey),
        first: &Side<'_>,
        second: &Side<'_>,
    ) -> Option<&'s Alignment> {
        Some(self.0.get(&pair)?.get_or_init(|| align(first, second)))
    }
}

impl<'a> SetSides<'a> {
    /// Returns the sides that more than one page needs. Where only the baseline is held against each region, a region's
    /// side is needed once, and a thousand of them would fill the memory.
    pub(in crate::site) fn of(corpus: &'a Corpus, lang: Lang) -> Self {
        let is_kept = |set: &&Set| set.key == SetKey::Baseline || pairs_all(corpus);
        let sets: Vec<&Set> = corpus.sets.values().filter(is_kept).collect();
        Self(sets.into_par_iter().map(|set| (&set.key, Side::of_set(corpus, set, lang))).collect())
    }
}

/// Whether there is anything to compare.
pub(in crate::site) fn is_compared(corpus: &Corpus) -> bool {
    corpus.parts.comparison && corpus.sets.len() > 1
}

/// Whether sets can be picked and read on one page: not where only one of them stands there.
pub(super) fn can_pick(corpus: &Corpus) -> bool {
    let members = corpus.sets.values().filter(|set| !set.has_only_drafts()).count();
    is_compared(corpus) && !corpus.topics.is_empty() && members > 1 && corpus.sets.len() <= RegionParts::most_together()
}

/// Whether every two sets have a page.
fn pairs_all(corpus: &Corpus) -> bool {
    corpus.sets.len() - usize::from(corpus.sets.contains_key(&SetKey::Baseline)) <= MOST_PAIRED
}

/// Returns the pairs of sets that have a page, in the order of the sets.
pub(super) fn paired_sets(corpus: &Corpus) -> Vec<(&SetKey, &SetKey)> {
    let keys: Vec<&SetKey> = corpus.sets.keys().collect();
    let all = pairs_all(corpus);
    let firsts = keys.iter().enumerate().filter(|(_, key)| all || ***key == SetKey::Baseline);
    firsts.flat_map(|(at, first)| keys[at + 1..].iter().map(|second| (*first, *second))).collect()
}

/// Whether all sets of the page at `scope` have room beside each other.
fn has_few(scope: &PageScope<'_>) -> bool {
    scope.links.parts.is_empty()
}

/// Returns links to the pages that hold the set `key` against others: none of an earlier edition.
pub(super) fn pair_links(key: &SetKey, scope: &PageScope<'_>) -> Vec<LinkView> {
    let corpus = scope.links.corpus;
    let offered: Vec<&Set> = match pairs_all(corpus) {
        _ if !is_compared(corpus) || !corpus.sets.contains_key(key) => Vec::new(),
        true => corpus.sets.values().collect(),
        // The baseline's pairs are listed on the page of comparisons only.
        false => corpus.set(&SetKey::Baseline).into_iter().collect(),
    };
    // A pair has one page, whichever of the two one comes from.
    let pair = |other: &Set| {
        let (first, second) = if *key < other.key { (key, &other.key) } else { (&other.key, key) };
        link_to(scope.word(&other.name), scope.links.to(&PairPage(first, second)))
    };
    offered.into_iter().filter(|other| other.key != *key).map(pair).collect()
}

/// Returns links to the pages of the topics that a requirement belongs to.
pub(super) fn topics_of_requirement(requirement: &crate::corpus::Requirement, scope: &PageScope<'_>) -> Vec<LinkView> {
    let corpus = scope.links.corpus;
    let belongs = topics_of(corpus, requirement);
    let topics = corpus.topics.iter().filter(|topic| is_compared(corpus) && belongs.contains(&Some(topic.id.as_str())));
    topics.map(|topic| link_to(scope.word(&topic.title), scope.links.to(&TopicPage(&topic.id)))).collect()
}

fn is_restated(set: &Set) -> bool {
    set.has_standing(Standing::Restated)
}

/// Returns the notices about the texts on a page.
fn quoting_notices(restated: bool, scope: &PageScope<'_>) -> Vec<String> {
    let restated = restated.then_some("comparison-restated");
    let translated = (scope.links.lang == Lang::En).then_some("notice-translation");
    restated.into_iter().chain(translated).map(|id| scope.messages.text(id)).collect()
}
