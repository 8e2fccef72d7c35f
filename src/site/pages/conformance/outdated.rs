//! Versions of laws and guidelines that are no longer the latest, as the page of a requirement tells of them: who cites
//! them, and where.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use super::RegionVerdicts;
use crate::base::notation::dates::DateStyle;
use crate::conformance::words::{OutdatedWords, outdated_words};
use crate::content::SetKey;
use crate::corpus::{Corpus, OutdatedCitation, Requirement, Set};
use crate::site::links::{LinkView, link_to};
use crate::site::pages::DocumentPage;
use crate::site::provisions::PageScope;

/// What each set cites of versions that are no longer the latest.
pub(in crate::site) type OutdatedBySet<'a> = BTreeMap<&'a SetKey, Vec<OutdatedCitation<'a>>>;

/// Finds out once for all pages what sets cite of versions that are no longer the latest.
pub(in crate::site) fn outdated_by_set(corpus: &Corpus) -> OutdatedBySet<'_> {
    corpus.sets.values().map(|set| (&set.key, corpus.outdated_citations(set))).collect()
}

/// The number of documents that a page names.
const MOST_NAMED: usize = 40;

/// The documents that cite such versions.
#[derive(Debug, Serialize)]
pub(super) struct OutdatedList {
    named: Vec<OutdatedView>,
    /// How many more there are.
    more: usize,
}

/// A document that cites such a version.
#[derive(Debug, Serialize)]
struct OutdatedView {
    /// The name of the set.
    set: String,
    /// The first place.
    place: LinkView,
    /// What is cited there, and what is the latest.
    told: String,
    /// The chapters that are cited, and where they stand now.
    chapters: Vec<String>,
}

/// Returns what the documents behind the requirement at `at` cite: those of the baseline that it comes from, and those of
/// regions with a provision that is mapped to it.
pub(super) fn outdated_list(
    requirement: &Requirement,
    at: usize,
    corpus: &Corpus,
    (columns, outdated): (&[RegionVerdicts<'_>], &OutdatedBySet<'_>),
    scope: &PageScope<'_>,
) -> OutdatedList {
    let baseline = corpus.set(&SetKey::Baseline).map(|set| {
        (set, requirement.provisions.iter().map(|(document, _)| document.as_str()).collect::<BTreeSet<_>>())
    });
    let regions = columns.iter().filter_map(|column| {
        let mapped = column.entries.get(at)?.mappings.iter().map(|mapping| mapping.document.as_str());
        Some((column.set, mapped.collect()))
    });
    let cited = baseline.into_iter().chain(regions).flat_map(|(set, documents)| {
        let all = outdated.get(&set.key).into_iter().flatten();
        all.filter(move |one| documents.contains(one.home.as_str())).map(move |one| (set, one))
    });
    let cited: Vec<_> = cited.collect();
    OutdatedList {
        named: cited.iter().take(MOST_NAMED).filter_map(|(set, one)| outdated_view(set, one, scope)).collect(),
        more: cited.len().saturating_sub(MOST_NAMED),
    }
}

fn outdated_view(set: &Set, outdated: &OutdatedCitation<'_>, scope: &PageScope<'_>) -> Option<OutdatedView> {
    let lang = scope.links.lang;
    let document = set.document(&outdated.home)?;
    let (anchor, _) = outdated.places.first()?;
    let page = scope.links.to(&DocumentPage(&set.key, &document.id));
    let label = format!("{} {}", scope.word(&document.short_title), document.cite(anchor, lang));
    let OutdatedWords { told, chapters } = outdated_words(outdated, DateStyle::default(), scope.messages);
    let place = link_to(label.trim(), format!("{page}#{anchor}"));
    Some(OutdatedView { set: scope.word(&set.name), place, told, chapters })
}
