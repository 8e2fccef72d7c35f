//! The versions of laws and guidelines that the documents cite and that are no longer the latest.

use serde::Serialize;

use super::date_style;
use crate::base::locale::Messages;
use crate::conformance::words::{OutdatedWords, outdated_words};
use crate::content::SetKey;
use crate::corpus::{Corpus, OutdatedCitation, Set};

/// What is cited of them; no rows where there is nothing to tell.
#[derive(Debug, Serialize)]
pub(super) struct OutdatedRows {
    title: String,
    columns: Vec<String>,
    /// Each with the side, the place, and a line for what is told and for each chapter.
    rows: Vec<OutdatedRow>,
}

#[derive(Debug, Serialize)]
struct OutdatedRow {
    side: String,
    place: String,
    told: Vec<String>,
}

/// What the documents and forms of `set`, then those of the baseline, cite.
pub(super) fn outdated_rows(corpus: &Corpus, set: &Set, messages: &Messages) -> OutdatedRows {
    let text = |id: &str| messages.text(id);
    let style = date_style(set);
    let sides = [("report-side-region", Some(set)), ("report-side-baseline", corpus.set(&SetKey::Baseline))];
    let cited = sides.into_iter().filter_map(|(side, set)| Some((side, set?)));
    let rows = cited.flat_map(|(side, set)| {
        corpus.outdated_citations(set).into_iter().map(move |one| {
            let OutdatedWords { told, chapters } = outdated_words(&one, style, messages);
            let told = std::iter::once(told).chain(chapters).collect();
            OutdatedRow { side: messages.text(side), place: place_of(set, &one, messages), told }
        })
    });
    OutdatedRows {
        title: text("outdated-title"),
        columns: ["report-side", "report-outdated-place", "report-outdated-cited"].map(text).into(),
        rows: rows.collect(),
    }
}

/// The first place that cites, by its document's short title or its form's title.
fn place_of(set: &Set, outdated: &OutdatedCitation<'_>, messages: &Messages) -> String {
    let lang = messages.lang();
    let anchor = outdated.places.first().map_or("", |(anchor, _)| anchor.as_str());
    if let Some(document) = set.document(&outdated.home) {
        let place = format!("{} {}", document.short_title.get(lang), document.cite(anchor, lang));
        return place.trim().to_owned();
    }
    let form = outdated.home.strip_prefix("forms/").and_then(|id| set.form(id));
    form.map_or_else(|| outdated.home.clone(), |form| form.title.get(lang).clone())
}
