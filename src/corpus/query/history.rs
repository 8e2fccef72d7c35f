//! Earlier editions: what a set held before, and the history of a document.

use jiff::civil::Date;

use super::days::{DaysInForce, TextState, ToldDays, days_in_force};
use crate::content::SetKey;
use crate::corpus::model::{Corpus, Document, Set};

/// A document as it is in force from some day.
#[derive(Debug, Clone, Copy)]
pub struct Version<'a> {
    /// The edition, or the present set.
    pub key: &'a SetKey,
    /// The day from which it is in force: of an edition the one it is kept under, of the present document its last
    /// amendment or its enactment, where it says either.
    pub date: Option<Date>,
    /// The days on which it holds.
    pub days: DaysInForce,
    /// The document.
    pub document: &'a Document,
}

impl Document {
    /// The day from which it is in force as it stands: its last amendment, or its enactment.
    #[must_use]
    pub fn in_force_from(&self) -> Option<Date> {
        self.amendment_dates().max().or(self.enacted)
    }
}

impl Corpus {
    /// Every version of `document` of the set `key` or of the one whose edition that is, from the oldest to the newest.
    #[must_use]
    pub fn history(&self, key: &SetKey, document: &str) -> Vec<Version<'_>> {
        // In the order of their keys, which is that of their days; a thousand other sets may have editions too.
        let (first, last) = (key.edition(Date::MIN), key.edition(Date::MAX));
        let editions = self.editions.range(first..=last).map(|(_, set)| set);
        let sets = editions.chain(self.sets.get(key.present()));
        let held = sets.filter_map(|set: &Set| Some((&set.key, set.document(document)?)));
        let mut versions: Vec<(&SetKey, Option<Date>, &Document)> =
            held.map(|(key, document)| (key, key.date().or_else(|| document.in_force_from()), document)).collect();
        // What has no day is the present document, which is the last.
        versions.sort_by_key(|(_, date, _)| (date.is_none(), *date));
        let told: Vec<ToldDays> = versions.iter().map(|(_, date, document)| told_days(*date, document)).collect();
        let days = days_in_force(&told).into_iter();
        versions
            .into_iter()
            .zip(days)
            .map(|((key, date, document), days)| Version { key, date, days, document })
            .collect()
    }

    /// The version of `document` that the set or edition `key` holds, with its days.
    #[must_use]
    pub fn version(&self, key: &SetKey, document: &str) -> Option<Version<'_>> {
        self.history(key, document).into_iter().find(|version| version.key == key)
    }

    /// The day for which states of texts are told: the last of all days, where none was given.
    #[must_use]
    pub fn day(&self) -> Date {
        self.as_of.unwrap_or(Date::MAX)
    }

    /// The state that the text of `document` in the set or edition `key` has on the day of the corpus.
    #[must_use]
    pub fn text_state(&self, key: &SetKey, document: &str) -> Option<TextState> {
        self.version(key, document).map(|version| version.days.state_on(self.day()))
    }
}

fn told_days(from: Option<Date>, document: &Document) -> ToldDays {
    let listed = document.enacted.into_iter().chain(document.amendment_dates()).collect();
    ToldDays { from, listed, repealed: document.repealed.as_ref().map(|date| date.value) }
}
