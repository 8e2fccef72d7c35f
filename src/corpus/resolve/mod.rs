//! From what was read to the corpus: provisions numbered, references followed, forms filled up from those they extend.

mod appended;
mod arrangement;
mod belonging;
mod block;
mod cells;
mod citations;
mod document;
mod document_order;
mod duplicates;
mod editions;
mod field;
mod form;
mod index;
mod inherit;
mod mapping;
mod numbering;
mod outside_references;
mod own_pages;
mod procedures;
mod public_body;
mod references;
mod relative;
mod requirement;
mod set;
mod set_references;
mod site;
mod text;
mod topics;
mod words;

pub use self::arrangement::arrange;
pub use self::belonging::{Belonging, belonging};
use self::index::{FORMS, Index};
use self::references::References;
use super::model::Corpus;
use crate::base::diagnostics::Diagnostics;
use crate::content::Content;

/// Resolves everything that was read. Faults are added to `findings`; what has none is in the corpus.
#[must_use]
pub fn resolve(content: &Content, findings: &mut Diagnostics) -> Corpus {
    let mut index = Index::default();
    // First everything gets its number, then references are followed: they lead forwards and across documents.
    let documents = document::number_documents(content, &mut index, findings);
    let forms = form::number_forms(content, &mut index, findings);
    let tables = set::number_tables(content, &mut index, findings);
    let references = References::new(&index, content);
    let present = content.sets.iter().filter(|(key, _)| !key.is_edition());
    let sets = present.filter_map(|(key, files)| {
        let mut set = set::resolve_set(key, files.set.as_ref()?, &references, findings);
        let of_site = content.settings.as_ref().and_then(|settings| settings.amending);
        set.amending = files.set.as_ref().and_then(|own| own.amending).or(of_site).unwrap_or(set.amending);
        set.conformance = mapping::resolve_conformance(key, files, &references, findings);
        Some((key.clone(), set))
    });
    let sets = sets.collect();
    let groups = requirement::resolve_requirement_groups(&references, findings);
    let mut corpus = Corpus { sets, groups, ..set::citations(content, findings) };
    site::resolve_site(content, &mut corpus, findings);
    corpus.public_body = public_body::resolve_public_body(content, findings);
    corpus.pages = own_pages::resolve_pages(content, &references, findings);
    corpus.static_files.clone_from(&content.static_files);
    corpus.pictures.clone_from(&content.pictures);
    editions::open(content, &mut corpus);
    for document in &documents {
        let resolved = document::resolve_document(document, &references, findings);
        let mappings = document::resolve_mappings(document, &references, findings);
        // A set whose own file could not be read is not there; its documents were looked at all the same, for their
        // findings.
        if let Some(set) = corpus.set_mut(&document.home.0) {
            set.documents.push(resolved);
            set.conformance.mappings.extend(mappings);
        }
    }
    for form in &forms {
        let resolved = form::resolve_form(form, &references, findings);
        if let (Some(set), Some(resolved)) = (corpus.set_mut(&form.home.0), resolved) {
            set.forms.push(resolved);
        }
    }
    for (key, table) in tables {
        if let Some(set) = corpus.set_mut(&key) {
            set.tables.push(table);
        }
    }
    for set in corpus.sets.values_mut().chain(corpus.editions.values_mut()) {
        // Files come by their ids, but readers look for 様式第１号 before 第２号, and for what has no number last.
        set.forms.sort_by_key(|form| (form.number.unwrap_or(u32::MAX), form.id.clone()));
        set.tables.sort_by_key(|table| (table.number.unwrap_or(u32::MAX), table.id.clone()));
    }
    for set in corpus.sets.values_mut() {
        let is_broken = |form: &str| references.is_broken(&(set.key.clone(), format!("{FORMS}{form}")));
        procedures::settle_procedures(&mut set.procedures, &set.forms, &is_broken, findings);
    }
    document_order::order_documents(content, &mut corpus, findings);
    corpus.as_of = content.arranged;
    // Where coming texts stand behind those in force, editions follow on what they follow.
    if content.arranged.is_none() {
        editions::check_editions(content, &corpus, findings);
    }
    corpus
}
