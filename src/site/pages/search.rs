//! The page of search. A script looks through the index (`site/search`); without it the page leads to topics, forms and terms.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use super::forms::has_forms;
use super::{ComparisonPage, FormPage, FormsPage, HomePage, ReferencesPage, TopicPage, has_references, is_compared};
use crate::content::SetKey;
use crate::corpus::{Corpus, Division, Set};
use crate::site::links::{LinkView, link_to};
use crate::site::page::{PageView, SitePage};
use crate::site::provisions::PageScope;
use crate::site::sources::SiteSources;
use crate::site::templates::{PageTemplate, page_template};

/// The messages that the script shows, by the ends of their ids.
const SAID: [&str; 8] = ["loading", "none", "count", "more", "further", "form", "requirement", "earlier"];

/// The page of search.
#[derive(Debug, Clone, Copy)]
pub(in crate::site) struct SearchPage;

#[derive(Debug, Serialize)]
#[expect(clippy::struct_excessive_bools, reason = "a site may have each of these kinds or not")]
struct SearchView {
    regions: Vec<RegionChoices>,
    topics: Vec<SearchChoice>,
    has_forms: bool,
    has_requirements: bool,
    has_editions: bool,
    /// The messages of the script as JSON.
    words: String,
    /// The ways to what is there, for those without a script and where the index is damaged.
    by_topic: Vec<LinkView>,
    forms: Vec<FormsOfSet>,
    /// The page of all forms, where they are too many for this one.
    all_forms: Option<String>,
    comparison: Option<String>,
    references: Option<String>,
    has_terms: bool,
}

/// Regions to choose results by; of a large site those of a part, below its name.
#[derive(Debug, Serialize)]
struct RegionChoices {
    label: Option<String>,
    regions: Vec<SearchChoice>,
}

/// A region or topic to choose results by.
#[derive(Debug, Serialize)]
struct SearchChoice {
    id: String,
    name: String,
}

#[derive(Debug, Serialize)]
struct FormsOfSet {
    name: String,
    forms: Vec<LinkView>,
}

impl SitePage for SearchPage {
    fn folder(&self) -> String {
        "search/".to_owned()
    }

    fn title(&self, site: &SiteSources<'_>) -> Option<String> {
        Some(site.messages.text("search-title"))
    }

    fn crumbs(&self) -> Vec<Box<dyn SitePage + '_>> {
        vec![Box::new(HomePage)]
    }

    fn series(&self) -> Option<String> {
        None
    }

    fn set(&self) -> Option<&SetKey> {
        None
    }

    fn template(&self) -> PageTemplate {
        page_template!("pages/search.html")
    }

    fn view(&self, site: &SiteSources<'_>, scope: &PageScope<'_>) -> Option<PageView> {
        let corpus = site.corpus;
        // The script puts numbers in place of the names.
        let said = |end| site.messages.with(&format!("search-said-{end}"), &[("n", "{n}"), ("parts", "{parts}")]);
        let has_requirements = !corpus.groups.is_empty();
        let has_forms = has_forms(corpus);
        // A site without a baseline or forms speaks of none, not even in words that are not shown.
        let is_said = |end: &&str| (has_requirements || *end != "requirement") && (has_forms || *end != "form");
        let ends = SAID.into_iter().filter(is_said);
        let words: BTreeMap<&str, String> = ends.map(|end| (end, said(end))).collect();
        let borne = borne_topics(corpus);
        let references = || scope.links.to(&ReferencesPage);
        Some(PageView::of(&SearchView {
            regions: region_choices(site, scope),
            topics: corpus
                .topics
                .iter()
                .filter(|topic| borne.contains(topic.id.as_str()))
                .map(|topic| SearchChoice { id: topic.id.clone(), name: scope.word(&topic.title) })
                .collect(),
            has_forms,
            has_requirements,
            has_editions: !corpus.editions.is_empty(),
            words: serde_json::json!(words).to_string(),
            by_topic: topic_links(corpus, scope),
            forms: if site.parts.is_empty() { forms_of_sets(corpus, scope) } else { Vec::new() },
            all_forms: (has_forms && !site.parts.is_empty()).then(|| scope.links.to(&FormsPage)),
            comparison: is_compared(corpus).then(|| scope.links.to(&ComparisonPage)),
            references: has_references(corpus).then(references),
            has_terms: !corpus.terms.is_empty(),
        }))
    }
}

fn region_choices(site: &SiteSources<'_>, scope: &PageScope<'_>) -> Vec<RegionChoices> {
    let choice = |set: &Set| SearchChoice { id: set.key.to_string(), name: scope.word(&set.name) };
    let all = || site.corpus.sets.values();
    let together = |sets: Vec<SearchChoice>| RegionChoices { label: None, regions: sets };
    if site.parts.is_empty() {
        let choices: Vec<_> = all().map(choice).collect();
        return if choices.is_empty() { Vec::new() } else { vec![together(choices)] };
    }
    let baseline = together(all().filter(|set| set.key == SetKey::Baseline).map(choice).collect());
    let parts = site.parts.iter().map(|part| RegionChoices {
        label: Some(part.key.name(scope.messages)),
        regions: part.sets.iter().map(|set| choice(set)).collect(),
    });
    [baseline].into_iter().chain(parts).collect()
}

/// Returns the topics that some provision bears: by no other could a result be chosen.
fn borne_topics(corpus: &Corpus) -> BTreeSet<&str> {
    let mut borne = BTreeSet::new();
    for document in corpus.sets.values().chain(corpus.editions.values()).flat_map(|set| &set.documents) {
        borne.extend(document.divisions.iter().flat_map(Division::topics));
        document.walk(&mut |provision| {
            borne.extend(provision.topic.iter().chain(&provision.also).map(String::as_str));
        });
    }
    borne
}

fn topic_links(corpus: &Corpus, scope: &PageScope<'_>) -> Vec<LinkView> {
    let topics = corpus.topics.iter().filter(|_| is_compared(corpus));
    topics.map(|topic| link_to(scope.word(&topic.title), scope.links.to(&TopicPage(&topic.id)))).collect()
}

fn forms_of_sets(corpus: &Corpus, scope: &PageScope<'_>) -> Vec<FormsOfSet> {
    let sets = corpus.sets.values().filter(|set| !set.forms.is_empty());
    sets.map(|set| FormsOfSet {
        name: scope.word(&set.name),
        forms: set
            .forms
            .iter()
            .map(|form| link_to(scope.word(&form.title), scope.links.to(&FormPage(&set.key, &form.id))))
            .collect(),
    })
    .collect()
}
