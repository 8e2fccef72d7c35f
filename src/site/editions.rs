//! What the page of a document tells of its editions: the history, and on an earlier one what took its place.

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde::Serialize;

use super::links::Page;
use super::pages::{LinkView, link};
use super::provisions::Views;
use crate::corpus::{Corpus, Document, Set, Version};
use crate::notation::dates;
use crate::notices;

/// The history of a document that has more than one version.
#[derive(Debug, Serialize)]
pub(super) struct HistoryView {
    /// On the page of an earlier edition: what took its place.
    superseded: Option<SupersededView>,
    /// The versions and the amendments of which there is none, the oldest first.
    versions: Vec<VersionView>,
}

/// That an edition was superseded, with the ways to what came after it.
#[derive(Debug, Serialize)]
struct SupersededView {
    notice: String,
    present: LinkView,
    /// The edition that followed, where that is not the present one.
    next: Option<LinkView>,
}

/// A day on which the document changed.
#[derive(Debug, Serialize)]
struct VersionView {
    words: String,
    /// The page of the version; none where no text of it is kept, and on its own page.
    href: Option<String>,
    is_here: bool,
    is_present: bool,
    is_missing: bool,
    /// The table of what changed on that day.
    changes: Option<LinkView>,
}

/// The history of `document`; none where it has no other version.
pub(super) fn history(corpus: &Corpus, set: &Set, document: &Document, views: &Views<'_>) -> Option<HistoryView> {
    let history = corpus.history(&set.key, &document.id);
    let present = history.last().filter(|_| history.len() > 1)?;
    let page = |version: &Version<'_>| views.links.to(Page::Document(version.key, &version.document.id));
    let label = |id: &str| views.messages.text(id);
    let superseded = notices::superseded(corpus, set, document, views.messages).map(|notice| SupersededView {
        notice,
        present: link(label("edition-to-present"), page(present)),
        next: next(&history, set).filter(|next| next.key != present.key).map(|next| {
            let date = next.date.map(|date| dates::write(date, document.dates, views.links.lang)).unwrap_or_default();
            link(views.messages.with("edition-to-next", &[("date", &date)]), page(&next))
        }),
    });
    Some(HistoryView { superseded, versions: versions(&history, present.document, set, views) })
}

/// The version that followed the one in `set`.
fn next<'a>(history: &[Version<'a>], set: &Set) -> Option<Version<'a>> {
    let at = history.iter().position(|version| *version.key == set.key)?;
    history.get(at + 1).copied()
}

fn versions(history: &[Version<'_>], present: &Document, here: &Set, views: &Views<'_>) -> Vec<VersionView> {
    let told = present.enacted.iter().chain(&present.amended).map(|date| (*date, None));
    let kept = history.iter().filter_map(|version| Some((version.date?, Some(version))));
    let days: BTreeMap<Date, Option<&Version<'_>>> = told.chain(kept).collect();
    let view = |(date, version): (Date, Option<&Version<'_>>)| {
        let is_here = version.is_some_and(|version| *version.key == here.key);
        let page = |version: &Version<'_>| views.links.to(Page::Document(version.key, &version.document.id));
        let amends = |document: &Document| document.amended.contains(&date);
        let id = if amends(present) || version.is_some_and(|version| amends(version.document)) {
            "history-amended"
        } else {
            "history-in-force"
        };
        let written = dates::write(date, present.dates, views.links.lang);
        VersionView {
            words: views.messages.with(id, &[("date", &written)]),
            href: version.filter(|_| !is_here).map(page),
            is_here,
            is_present: version.is_some_and(|version| !version.key.is_edition()),
            is_missing: version.is_none(),
            changes: None,
        }
    };
    days.into_iter().map(view).collect()
}
