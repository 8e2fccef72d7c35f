//! Everything on the site that has a day: editions of documents and news. Feeds and site maps tell of it.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use jiff::civil::Date;

use super::page::page_path;
use super::pages::{DocumentPage, OwnPageOf};
use crate::base::locale::Lang;
use crate::content::{SetKey, Standing};
use crate::corpus::{Corpus, Document, OwnPage, Set, TextState, Version};

/// An event that has a day.
#[derive(Debug, Clone, Copy)]
pub(super) struct Update<'a> {
    pub(super) date: Date,
    /// The set that it is about; news may be about none.
    pub(super) set: Option<&'a Set>,
    pub(super) subject: UpdateSubject<'a>,
}

/// The subject of an update.
#[derive(Debug, Clone, Copy)]
pub(super) enum UpdateSubject<'a> {
    /// A document that is or was in force from that day on, in the set or edition that holds it.
    Edition(&'a SetKey, &'a Document),
    /// A piece of news.
    News(&'a OwnPage),
}

impl Update<'_> {
    /// Returns the file of the page in `lang` that shows it.
    pub(super) fn page(&self, lang: Lang) -> String {
        match self.subject {
            UpdateSubject::Edition(key, document) => page_path(&DocumentPage(key, &document.id), lang),
            UpdateSubject::News(page) => page_path(&OwnPageOf(page), lang),
        }
    }
}

/// Returns every update of `corpus`, the newest first. Drafts are in force on no day, and what is to come is no news yet.
pub(super) fn updates(corpus: &Corpus) -> Vec<Update<'_>> {
    let of_document = |set, document: &Document| {
        let set: &Set = set;
        let versions = corpus.history(&set.key, &document.id);
        let has_come = |version: &Version<'_>| version.days.state_on(corpus.day()) != TextState::Coming;
        let in_force = versions.into_iter().filter(has_come);
        let in_force = in_force.filter(|version| version.document.standing != Standing::Draft);
        in_force.filter_map(move |version| edition_update(set, version))
    };
    let of_set = |set| {
        let set: &Set = set;
        set.documents.iter().flat_map(move |document| of_document(set, document))
    };
    let mut updates: Vec<Update<'_>> = corpus.sets.values().flat_map(of_set).collect();
    updates.extend(news(corpus).filter_map(|page| {
        let set = page.region.as_ref().and_then(|key| corpus.set(key));
        Some(Update { date: page.date?, set, subject: UpdateSubject::News(page) })
    }));
    // The page decides between two of one day, so that the order is the same in every run.
    updates.sort_by_cached_key(|update| (Reverse(update.date), update.page(Lang::Ja)));
    updates
}

fn edition_update<'a>(set: &'a Set, version: Version<'a>) -> Option<Update<'a>> {
    Some(Update { date: version.date?, set: Some(set), subject: UpdateSubject::Edition(version.key, version.document) })
}

/// Returns the news of the site, the newest first.
pub(super) fn news(corpus: &Corpus) -> impl Iterator<Item = &OwnPage> {
    // They come first.
    corpus.pages.iter().take_while(|page| page.date.is_some())
}

/// Returns the day of the latest change of each page in `lang` whose day is known, by its file.
pub(super) fn days_of_pages(updates: &[Update<'_>], lang: Lang) -> BTreeMap<String, Date> {
    // The newest come first, and the last entry of a key stays.
    updates.iter().rev().map(|update| (update.page(lang), update.date)).collect()
}
