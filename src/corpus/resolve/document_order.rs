//! The order in which a set shows its documents, and the groups that they stand in.

use std::collections::BTreeSet;

use super::words::resolve_words;
use crate::base::diagnostics::{Code, Diagnostic, Diagnostics};
use crate::content::{Bilingual, Content, ListedDocuments, SetContent, Text, unknown_name};
use crate::corpus::model::Corpus;

/// Puts the documents of every set into the order that its council gives them; those that it does not name follow by id.
pub(super) fn order_documents(content: &Content, corpus: &mut Corpus, findings: &mut Diagnostics) {
    for (key, set) in corpus.sets.iter_mut().chain(&mut corpus.editions) {
        let Some(files) = content.sets.get(key.present()) else { continue };
        let listed = documents_in_order(files);
        let place = |id: &str| listed.iter().position(|(named, _)| named.value == id);
        for document in &mut set.documents {
            document.group = place(&document.id).and_then(|at| listed[at].1).map(resolve_words);
        }
        set.documents.sort_by_key(|document| place(&document.id).unwrap_or(usize::MAX));
        if !key.is_edition() {
            let known = || set.documents.iter().map(|document| document.id.as_str());
            check_listed(&listed, files, &known().collect::<Vec<_>>(), findings);
        }
    }
}

/// The documents that a set names, each with the title of its group.
fn documents_in_order(files: &SetContent) -> Vec<(&Text, Option<&Bilingual>)> {
    let entries = files.set.iter().flat_map(|set| &set.documents);
    entries
        .flat_map(|entry| match entry {
            ListedDocuments::One(id) => vec![(id, None)],
            ListedDocuments::Group(group) => group.documents.iter().map(|id| (id, Some(&group.title))).collect(),
        })
        .collect()
}

/// Each document that is named is one of the set, and named once.
fn check_listed(
    listed: &[(&Text, Option<&Bilingual>)],
    files: &SetContent,
    known: &[&str],
    findings: &mut Diagnostics,
) {
    let mut seen = BTreeSet::new();
    for (id, _) in listed {
        if !seen.insert(id.value.as_str()) {
            findings.push(Diagnostic::new(Code::J0301).at(&id.place).arg("id", &id.value));
        }
        // A document that could not be read is reported by its own file.
        if !known.contains(&id.value.as_str()) && !files.broken.contains(&id.value) {
            findings.push(unknown_name(Code::J0347, &id.value, &id.place, known.iter().copied()));
        }
    }
}
