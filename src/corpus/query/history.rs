//! Earlier editions: what a set held before, and the history of a document.

use crate::corpus::model::{Corpus, Document, Set};
use jiff::civil::Date;

use crate::content::SetKey;

/// A document as it was in force from some day.
#[derive(Debug, Clone, Copy)]
pub struct Version<'a> {
    /// The edition, or the present set.
    pub key: &'a SetKey,
    /// The day from which it was in force: of an edition the one it is kept under, of the present document its last
    /// amendment or its enactment, where it says either.
    pub date: Option<Date>,
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
    /// Every version of `document` of the set `key` or of the one whose edition that is: the oldest first, the present
    /// one last.
    #[must_use]
    pub fn history(&self, key: &SetKey, document: &str) -> Vec<Version<'_>> {
        // In the order of their keys, which is that of their days.
        let editions = self.editions.values().filter(|set| set.key.present() == key.present());
        let sets = editions.chain(self.sets.get(key.present()));
        let version = |set| {
            let set: &Set = set;
            let document = set.document(document)?;
            Some(Version { key: &set.key, date: set.key.date().or_else(|| document.in_force_from()), document })
        };
        sets.filter_map(version).collect()
    }
}
