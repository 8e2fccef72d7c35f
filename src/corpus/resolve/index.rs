//! The index of everything that can be referred to, with the words that a reference to it prints.

use super::words::pair;
use std::collections::BTreeMap;

use super::numbering::Numbered;
use crate::base::diagnostics::{Code, Diagnostic, Diagnostics, Place};
use crate::content::SetKey;
use crate::corpus::model::Pair;

/// A document or form of a set. Forms stand under `forms/<id>`, beside documents.
pub(super) type Home = (SetKey, String);

/// The folder of forms, also the beginning of their names in the index.
pub(super) const FORMS: &str = "forms/";

/// The folder of tables, likewise.
pub(super) const TABLES: &str = "tables/";

/// Everything that can be referred to.
#[derive(Debug, Default)]
pub(super) struct Index {
    homes: BTreeMap<Home, BTreeMap<String, IndexEntry>>,
}

/// The words that a reference prints.
#[derive(Debug, Clone)]
pub(super) struct IndexEntry {
    /// Its number.
    pub(super) cite: Pair,
    /// Its caption or title.
    pub(super) caption: Option<Pair>,
    /// The division it stands in.
    pub(super) division: Option<Within>,
    /// Whether its citation says what division it is in by itself (※1).
    pub(super) stands_alone: bool,
}

/// A division, as citations of its provisions name it.
#[derive(Debug, Clone)]
pub(super) struct Within {
    /// Its anchor.
    pub(super) anchor: String,
    /// The words for it.
    pub(super) words: Pair,
    /// Whether it is named inside the division too: 附則第一条 is so cited in the 附則 itself, since 第一条 is that of
    /// the body.
    pub(super) always: bool,
}

impl Index {
    /// The anchors of `home`; `None` if there is no such document.
    pub(super) fn home(&self, home: &Home) -> Option<&BTreeMap<String, IndexEntry>> {
        self.homes.get(home)
    }

    /// The documents and forms there are, as references name them.
    pub(super) fn homes(&self) -> impl Iterator<Item = &Home> {
        self.homes.keys()
    }

    /// Opens a document, so that references to it are judged.
    pub(super) fn open(&mut self, home: &Home) {
        self.homes.entry(home.clone()).or_default();
    }

    /// Adds one anchor, or reports that it stands twice.
    pub(super) fn add(
        &mut self,
        home: &Home,
        anchor: &str,
        entry: IndexEntry,
        place: &Place,
        findings: &mut Diagnostics,
    ) {
        let entries = self.homes.entry(home.clone()).or_default();
        // Across kinds as well: an appendix and an article of one id would share their anchor on the page.
        if entries.insert(anchor.to_owned(), entry).is_some() {
            findings.push(Diagnostic::new(Code::J0301).at(place).arg("id", anchor));
        }
    }

    /// Adds the anchors of `list` and of everything below it.
    pub(super) fn add_all(
        &mut self,
        home: &Home,
        list: &[Numbered<'_>],
        division: Option<&Within>,
        findings: &mut Diagnostics,
    ) {
        for numbered in list {
            let entry = IndexEntry {
                cite: numbered.cite.clone(),
                caption: numbered.written.caption.as_ref().map(pair),
                division: division.cloned(),
                stands_alone: numbered.kind == Some(crate::content::Kind::Note),
            };
            self.add(home, &numbered.anchor, entry, &numbered.written.id.0.place, findings);
            self.add_all(home, &numbered.items, division, findings);
            self.add_all(home, &numbered.paragraphs, division, findings);
        }
    }
}
