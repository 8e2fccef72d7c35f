//! What can turn stale: each mapping, whose ends are a provision and a requirement, and each text with its translation.

use std::collections::{BTreeMap, BTreeSet};

use rayon::prelude::*;

use super::fingerprint::fingerprint;
use crate::base::diagnostics::Place;
use crate::base::locale::Lang;
use crate::corpus::{Corpus, Document, Mapping, Provision, Requirement, Set, Target, Writing};

/// The beginning of the name of a link that is a mapping.
pub(super) const MAPPING: &str = "mapping ";

/// Two things of which a person says that they fit together.
#[derive(Debug, Clone)]
pub struct Link {
    /// The kind of the link and its ends: `mapping chuo/policy#consent consent.obtained`.
    pub name: String,
    /// The texts that were reviewed, by the names of the ends' properties.
    pub ends: Vec<(&'static str, String)>,
    /// The place of the link.
    pub place: Place,
}

/// Every link, by name.
#[must_use]
pub fn links(corpus: &Corpus) -> BTreeMap<String, Link> {
    mapping_links(corpus).into_iter().chain(translations(corpus)).map(|link| (link.name.clone(), link)).collect()
}

/// A link for each mapping.
pub(super) fn mapping_links(corpus: &Corpus) -> Vec<Link> {
    let sources = Sources::of(corpus);
    // Once for all mappings: many regions map the same requirements.
    let mut asked: BTreeMap<&str, Vec<(&'static str, String)>> = BTreeMap::new();
    for requirement in corpus.requirements() {
        asked.entry(&requirement.id).or_insert_with(|| requirement_ends(requirement, &sources));
    }
    let sets: Vec<&Set> = corpus.sets.values().collect();
    let links = sets.into_par_iter().flat_map_iter(|set| {
        // A provision that is mapped by itself is reviewed by itself, so that a change there makes no mapping above
        // it suspect.
        let mapped = mapped_provisions(set);
        let asked = &asked;
        set.conformance.mappings.iter().filter_map(move |mapping| {
            let requirement = asked.get(mapping.requirement.as_str())?;
            let mut ends = claimed_ends(MappingView { own: set, rest: None }, mapping, &mapped);
            ends.extend(requirement.iter().cloned());
            let name = format!("{MAPPING}{}", mapping.review_name(&set.key));
            Some(Link { name, ends, place: mapping.place.clone() })
        })
    });
    links.collect()
}

/// Returns the Japanese of every requirement, by its id: its title and text, its provisions without what other requirements come from, and
/// what leads into these.
#[must_use]
pub fn requirement_texts(corpus: &Corpus) -> BTreeMap<&str, String> {
    let sources = Sources::of(corpus);
    let words = |requirement| format!("{}{}", sources.text(requirement), sources.lead(requirement));
    corpus.requirements().map(|requirement| (requirement.id.as_str(), words(requirement))).collect()
}

/// The provisions of the baseline that requirements come from, and what they say.
struct Sources<'a> {
    corpus: &'a Corpus,
    taken: BTreeSet<(&'a str, &'a str)>,
}

impl<'a> Sources<'a> {
    fn of(corpus: &'a Corpus) -> Self {
        let all = corpus.requirements().flat_map(|requirement| &requirement.provisions);
        Self { corpus, taken: all.map(|(document, anchor)| (document.as_str(), anchor.as_str())).collect() }
    }

    /// The Japanese of a requirement: its title and text, and its provisions without what other requirements come from.
    fn text(&self, requirement: &Requirement) -> String {
        let mut text = requirement.title.ja.clone();
        text.extend(requirement.text.iter().map(|own| Writing::Text(own).written(Lang::Ja)));
        // The baseline's words are part of it, so that a new edition of the 準則 touches just the mappings behind what
        // it changed.
        let baseline = self.corpus.set(&crate::content::SetKey::Baseline);
        for (document, anchor) in &requirement.provisions {
            let found = baseline.and_then(|set| set.provision(document, anchor));
            text.extend(found.map(|provision| apart(provision, document, &self.taken)));
        }
        text
    }

    /// What leads into the provisions of a requirement.
    fn lead(&self, requirement: &Requirement) -> String {
        let baseline = self.corpus.set(&crate::content::SetKey::Baseline);
        let provisions = requirement.provisions.iter();
        provisions.filter_map(|(document, anchor)| Some(lead_words(baseline?.document(document)?, anchor))).collect()
    }
}

/// The sets in which a mapping is read.
#[derive(Debug, Clone, Copy)]
pub struct MappingView<'a> {
    /// The set of its provision.
    pub own: &'a Set,
    /// The set that has what `own` does not hold itself, for an edition the present one.
    pub rest: Option<&'a Set>,
}

/// The provisions of a set that are mapped themselves, by document and anchor.
pub type Taken<'a> = BTreeSet<(&'a str, &'a str)>;

/// The provisions of `set` that are mapped themselves.
#[must_use]
pub fn mapped_provisions(set: &Set) -> Taken<'_> {
    set.conformance.mappings.iter().map(|mapping| (mapping.document.as_str(), mapping.anchor.as_str())).collect()
}

/// The ends of a mapping on the region's side as they are remembered: its text with all that is read together with it,
/// without provisions that are `taken` by themselves, its binding force, its extent and its values.
#[must_use]
pub fn claimed_ends(view: MappingView<'_>, mapping: &Mapping, taken: &Taken<'_>) -> Vec<(&'static str, String)> {
    let own = view.own.provision(&mapping.document, &mapping.anchor);
    let own = own.or_else(|| view.rest?.provision(&mapping.document, &mapping.anchor));
    let own = own.map_or_else(String::new, |provision| apart(provision, &mapping.document, taken));
    let with = mapping.with.iter().map(|target| read_together(view, target));
    let text: String = std::iter::once(own).chain(with).collect();
    let document = view.own.document(&mapping.document).or_else(|| view.rest?.document(&mapping.document));
    let lead = document.map_or_else(String::new, |document| lead_words(document, &mapping.anchor));
    let given: Vec<_> = mapping.given.iter().map(|given| given.iter().map(|(at, value)| (at, &value.value))).collect();
    let given: Vec<Vec<_>> = given.into_iter().map(Iterator::collect).collect();
    vec![
        ("text", fingerprint(&text)),
        ("lead", none_or(lead.is_empty(), &lead)),
        ("modality", mapping.modality.word().to_owned()),
        ("extent", mapping.extent.value.word().to_owned()),
        ("parameters", none_or(mapping.given.is_empty(), &format!("{given:?}"))),
    ]
}

/// The ends of a mapping on the side of `requirement` as they are remembered: its text, what leads into it, its level and conditions.
fn requirement_ends(requirement: &Requirement, sources: &Sources<'_>) -> Vec<(&'static str, String)> {
    let conditions: Vec<_> = requirement
        .alternatives
        .iter()
        .map(|conditions| conditions.iter().map(|one| (one.parameter, &one.test)).collect::<Vec<_>>())
        .collect();
    let lead = sources.lead(requirement);
    vec![
        ("requirement", fingerprint(&sources.text(requirement))),
        ("requirement_lead", none_or(lead.is_empty(), &lead)),
        ("level", requirement.level.word().to_owned()),
        ("conditions", none_or(requirement.alternatives.is_empty(), &format!("{conditions:?}"))),
    ]
}

/// The words that lead into the list or table in which the provision `anchor` stands: they say how firmly it binds and what it is about.
fn lead_words(document: &Document, anchor: &str) -> String {
    let mut words = String::new();
    let read = document.read_with(anchor);
    for (at, above) in read.iter().enumerate().skip(1) {
        words.extend(above.text.iter().map(|text| Writing::Text(text).written(Lang::Ja)));
        words.extend(above.columns.iter().map(|column| column.ja.clone()));
        // The head of a row; other captions bind nobody.
        let is_row = read.get(at + 1).is_some_and(|table| !table.columns.is_empty());
        words.extend(above.caption.iter().filter(|_| is_row).map(|caption| caption.ja.clone()));
    }
    words
}

fn none_or(none: bool, text: &str) -> String {
    if none { "none".to_owned() } else { fingerprint(text) }
}

/// Returns the text of a provision with everything below it, but for the provisions that are `taken` by themselves.
fn apart(provision: &Provision, document: &str, taken: &BTreeSet<(&str, &str)>) -> String {
    let mut text = own_words(provision);
    for below in provision.items.iter().chain(&provision.paragraphs) {
        if !taken.contains(&(document, below.anchor.as_str())) {
            text.push_str(&apart(below, document, taken));
        }
    }
    text
}

/// Everything that is read together with a provision.
fn read_together(view: MappingView<'_>, target: &Target) -> String {
    let sets = || std::iter::once(view.own).chain(view.rest);
    match target {
        Target::Provision { document, anchor, .. } => {
            let found = sets().find_map(|set| set.document(document));
            let found = found.map_or_else(Vec::new, |document| document.at(anchor));
            found.iter().map(|provision| apart(provision, document, &BTreeSet::new())).collect()
        }
        Target::Form { form, .. } => {
            let found = sets().find_map(|set| Some((set, set.forms.iter().find(|found| found.id == *form)?)));
            let units = found.map_or_else(Vec::new, |(set, form)| form.units(&set.key));
            units.iter().flat_map(|unit| &unit.parts).map(|part| part.written(Lang::Ja)).collect()
        }
        _ => String::new(),
    }
}

fn own_words(provision: &Provision) -> String {
    provision.own_writing().map(|part| part.written(Lang::Ja)).collect()
}

/// A link for each place whose writing stands in both languages.
fn translations(corpus: &Corpus) -> Vec<Link> {
    let mut pairs: BTreeMap<String, (String, String, Place)> = BTreeMap::new();
    for unit in corpus.units() {
        let Some(place) = unit.parts.first().map(|part| part.place().clone()) else { continue };
        // A place without English is reported as such; there is nothing yet to be reviewed.
        if unit.parts.iter().all(|part| part.is_translated()) {
            let pair = pairs.entry(unit.name).or_insert_with(|| (String::new(), String::new(), place));
            for part in &unit.parts {
                pair.0.push_str(&part.written(Lang::Ja));
                pair.1.push_str(&part.written(Lang::En));
                // A sign that no text has parts the pieces, so that a word that moves from one to the next is a
                // change.
                pair.0.push('\u{1F}');
                pair.1.push('\u{1F}');
            }
        }
    }
    let link = |(name, (ja, en, place)): (String, (String, String, Place))| Link {
        name: format!("translation {name}"),
        ends: vec![("ja", fingerprint(&ja)), ("en", fingerprint(&en))],
        place,
    };
    // In any order: `links` sorts them by name.
    pairs.into_par_iter().map(link).collect()
}
