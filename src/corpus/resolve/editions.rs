//! Earlier editions: the sets they make, and what must hold of their days.

use jiff::civil::Date;

use crate::base::diagnostics::{Code, Diagnostic, Diagnostics, Place};
use crate::content::Content;
use crate::corpus::model::{Conformance, Corpus, Document, Set};

/// Adds an empty edition for each that has files. It is its set's in all that it does not hold itself.
pub(super) fn open(content: &Content, corpus: &mut Corpus) {
    for key in content.sets.keys().filter(|key| key.is_edition()) {
        let Some(present) = corpus.sets.get(key.present()) else { continue };
        let edition = Set {
            key: key.clone(),
            // An edition holds documents of its day; who issues them and whom one can reach is asked of today's set.
            name: present.name.clone(),
            council: present.council.clone(),
            summary: present.summary.clone(),
            prefecture: present.prefecture,
            amending: present.amending,
            documents: Vec::new(),
            forms: Vec::new(),
            tables: Vec::new(),
            contacts: present.contacts.clone(),
            unavailable: present.unavailable.clone(),
            // What is to be done today stands on the pages of today.
            procedures: Vec::new(),
            // How a past text stood to the baseline of its time is nothing that is published.
            conformance: Conformance::default(),
        };
        corpus.editions.insert(key.clone(), edition);
    }
}

/// An edition is of a document that there is, and older than it.
pub(super) fn check_editions(content: &Content, corpus: &Corpus, findings: &mut Diagnostics) {
    for (key, edition) in &corpus.editions {
        let (Some(present), Some(date)) = (corpus.sets.get(key.present()), key.date()) else { continue };
        for document in &edition.documents {
            let place = Place::whole(&document.title.place.file);
            match present.document(&document.id) {
                Some(successor) => succession(date, successor, &place, findings),
                None => without_successor(content, present, &document.id, &place, findings),
            }
        }
    }
    for document in corpus.sets.values().flat_map(|set| undated(corpus, set)) {
        findings.push(Diagnostic::new(Code::J0339).at(&document.title.place));
    }
}

fn succession(date: Date, successor: &Document, place: &Place, findings: &mut Diagnostics) {
    if let Some(present) = successor.in_force_from().filter(|present| date >= *present) {
        // Two texts of one day leave open which of them holds; one of a later day is no earlier text.
        let order = if date == present { "same" } else { "later" };
        let diagnostic = Diagnostic::new(Code::J0337).at(place).arg("order", order);
        findings.push(diagnostic.arg("date", date.to_string()).arg("present", present.to_string()));
    }
}

/// A present document that could not be read is reported by its own file.
fn without_successor(content: &Content, present: &Set, id: &str, place: &Place, findings: &mut Diagnostics) {
    if content.sets.get(&present.key).is_some_and(|files| files.broken.contains(id)) {
        return;
    }
    let known = present.documents.iter().map(|document| document.id.as_str());
    findings.push(crate::content::unknown_name(Code::J0338, id, place, known));
}

/// The documents that have editions and no date themselves, so that nobody can say until when those were in force.
fn undated<'a>(corpus: &'a Corpus, set: &'a Set) -> impl Iterator<Item = &'a Document> {
    let is_undated = |document: &&Document| document.in_force_from().is_none();
    set.documents.iter().filter(is_undated).filter(|document| corpus.history(&set.key, &document.id).len() > 1)
}
