//! The parts of pages that tell of editions: the history of a document, and on an earlier one what took its place.

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde::Serialize;

use super::links::{LinkView, link_to};
use super::pages::{DocumentPage, FormPage, amendment_link};
use super::provisions::PageScope;
use crate::base::notation::dates;
use crate::corpus::query::notices;
use crate::corpus::{Corpus, Document, Form, Set, Version};

/// The notice of a page of an earlier edition, with the ways to what came after it.
#[derive(Debug, Serialize)]
pub(super) struct PastView {
    notice: String,
    links: Vec<LinkView>,
}

/// A day on which the document changed.
#[derive(Debug, Serialize)]
pub(super) struct VersionView {
    words: String,
    /// The page of the version; none where no text of it is kept, and on its own page.
    href: Option<String>,
    is_here: bool,
    is_present: bool,
    is_missing: bool,
    /// The table of what changed on that day.
    changes: Option<LinkView>,
}

/// That the edition of `document` in `set` was superseded; none of a present document.
pub(super) fn past_document(
    corpus: &Corpus,
    set: &Set,
    document: &Document,
    scope: &PageScope<'_>,
) -> Option<PastView> {
    let notice = notices::superseded(corpus, set, document, scope.messages)?;
    let history = corpus.history(&set.key, &document.id);
    let at = history.iter().position(|version| *version.key == set.key)?;
    let later = history.get(at + 1..)?;
    let (next, present) = (later.first()?, later.last()?);
    let page = |version: &Version<'_>| scope.links.to(&DocumentPage(version.key, &version.document.id));
    let mut links = vec![link_to(scope.messages.text("edition-to-present"), page(present))];
    // The next version may be the present one, to which there is a link already.
    if let Some(date) = next.key.date() {
        let date = dates::write_date(date, document.dates, scope.links.lang);
        links.push(link_to(scope.messages.with("edition-to-next", &[("date", &date)]), page(next)));
    }
    Some(PastView { notice, links })
}

/// That a form or table is of an earlier edition, with the way to the `form` of this id that holds now; none in a
/// present set.
pub(super) fn past_form(corpus: &Corpus, set: &Set, form: Option<&str>, scope: &PageScope<'_>) -> Option<PastView> {
    let notice = notices::of_edition(set, scope.messages)?;
    let present = corpus.set(set.key.present())?;
    let form = present.forms.iter().find(|present| Some(present.id.as_str()) == form);
    let to = |form: &Form| scope.links.to(&FormPage(&present.key, &form.id));
    let links = form.map(|form| link_to(scope.messages.text("edition-to-present-form"), to(form)));
    Some(PastView { notice, links: links.into_iter().collect() })
}

/// The versions of `document` and the amendments of which there is none, the oldest first; none where it has no
/// other version than this.
pub(super) fn history(corpus: &Corpus, set: &Set, document: &Document, scope: &PageScope<'_>) -> Vec<VersionView> {
    let history = corpus.history(&set.key, &document.id);
    match history.last().filter(|_| history.len() > 1) {
        Some(present) => versions(&history, present.document, set, scope),
        None => Vec::new(),
    }
}

fn versions(history: &[Version<'_>], present: &Document, here: &Set, scope: &PageScope<'_>) -> Vec<VersionView> {
    // The present text tells its days, also those of which no text is kept; a version that is kept takes the
    // place of its day.
    let told = present.enacted.into_iter().chain(present.amendment_dates()).map(|date| (date, None));
    let kept = history.iter().filter_map(|version| Some((version.date?, Some(version))));
    let days: BTreeMap<Date, Option<&Version<'_>>> = told.chain(kept).collect();
    let view = |(date, version): (Date, Option<&Version<'_>>)| {
        let is_here = version.is_some_and(|version| *version.key == here.key);
        let page = |version: &Version<'_>| scope.links.to(&DocumentPage(version.key, &version.document.id));
        let amends = |document: &Document| document.amendment_dates().any(|told| told == date);
        // The later document knows best: an edition may not have known yet that its day was one of amendment.
        let id = if amends(present) || version.is_some_and(|version| amends(version.document)) {
            "history-amended"
        } else {
            "history-in-force"
        };
        let written = dates::write_date(date, present.dates, scope.links.lang);
        VersionView {
            words: scope.messages.with(id, &[("date", &written)]),
            href: version.filter(|_| !is_here).map(page),
            is_here,
            is_present: version.is_some_and(|version| !version.key.is_edition()),
            is_missing: version.is_none(),
            changes: version.and_then(|version| amendment_link(version, scope)),
        }
    };
    days.into_iter().map(view).collect()
}
