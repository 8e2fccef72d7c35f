//! Resolving what a set holds besides documents and forms, and what is said once for all sets.

use super::words::{pair, resolve_words};
use crate::corpus::model::{CodeTable, Conformance, Corpus, FormerName, Pair, Set, Term, Unavailable};
use std::collections::BTreeSet;

use super::appended;
use super::citations::{guidelines, laws};
use super::duplicates::{report_duplicate_numbers, report_duplicates};
use super::index::{Index, IndexEntry, TABLES};
use super::numbering;
use super::procedures;
use super::references::{ReferenceContext, References};
use super::text::Texts;
use super::topics;
use crate::base::address::stays_below;
use crate::base::diagnostics::{Code, Diagnostic, Diagnostics};
use crate::base::notation::dates::DateStyle;
use crate::content::{self, AmendingWay, Content, SetKey};

/// The appended tables of every set, put into the index under their numbers and titles.
pub(super) fn number_tables(
    content: &Content,
    index: &mut Index,
    findings: &mut Diagnostics,
) -> Vec<(SetKey, CodeTable)> {
    let mut tables = Vec::new();
    for (key, files) in &content.sets {
        let numbers = files.tables.values().filter_map(|table| table.number.as_ref());
        report_duplicate_numbers(Code::J0319, numbers, findings);
        for (id, written) in &files.tables {
            check_table(written, findings);
            let label = table_label(content, key, written);
            let title = pair(&written.title);
            // A table without a number is cited by its title.
            let cite = label.clone().unwrap_or_else(|| title.clone());
            let entry =
                IndexEntry { cite, caption: Some(title), division: None, stands_alone: true, seat: None, first: None };
            index.add(&(key.clone(), format!("{TABLES}{id}")), "", entry, &written.place, findings);
            tables.push((key.clone(), appended::resolve_code_table(id, written, label)));
        }
    }
    tables
}

/// The number of a table as the set prints it.
pub(super) fn table_label(content: &Content, key: &SetKey, written: &content::WrittenCodeTable) -> Option<Pair> {
    numbering::number_label(content.written_set(key)?.table_label.as_ref(), written.number.as_ref())
}

/// A table has a head for its codes and one for what they mean, and each code once.
fn check_table(written: &content::WrittenCodeTable, findings: &mut Diagnostics) {
    if written.columns.len() != 2 {
        findings.push(Diagnostic::new(Code::J0320).at(&written.place).arg("count", written.columns.len().to_string()));
    }
    let mut seen = BTreeSet::new();
    for row in &written.rows {
        if !seen.insert(row.code.value.as_str()) {
            findings.push(Diagnostic::new(Code::J0301).at(&row.code.place).arg("id", &row.code.value));
        }
    }
}

/// A set with its contacts and what it lacks, its documents, forms and tables yet to come.
pub(super) fn resolve_set(
    key: &SetKey,
    written: &content::WrittenSet,
    references: &References<'_>,
    findings: &mut Diagnostics,
) -> Set {
    report_duplicates(written.contacts.iter().map(|contact| &contact.id), findings);
    report_duplicates(written.unavailable.iter().map(|document| &document.id), findings);
    let home = (key.clone(), String::new());
    let mut texts = Texts { references, context: ReferenceContext::of(&home, DateStyle::default()), findings };
    let unavailable = written.unavailable.iter().map(|document| Unavailable {
        id: document.id.as_str().to_owned(),
        title: resolve_words(&document.title),
        dated: document.dated.as_ref().map(|date| date.value),
        text: texts.optional(document.ja.as_ref(), document.en.as_ref(), &document.place),
        place: document.place.clone(),
    });
    Set {
        key: key.clone(),
        name: resolve_words(&written.name),
        council: resolve_words(&written.council),
        summary: resolve_words(&written.summary),
        prefecture: written.prefecture,
        amending: written.amending.unwrap_or(AmendingWay::Sentences),
        documents: Vec::new(),
        forms: Vec::new(),
        tables: Vec::new(),
        unavailable: unavailable.collect(),
        procedures: procedures::resolve_procedures(key, &written.procedures, references, findings),
        contacts: written.contacts.iter().map(appended::contact).collect(),
        conformance: Conformance::default(),
    }
}

/// The corpus without its sets: laws, guidelines, terms.
pub(super) fn citations(content: &Content, findings: &mut Diagnostics) -> Corpus {
    report_duplicates(content.laws.iter().map(|law| &law.id), findings);
    report_duplicates(content.guidelines.iter().map(|guideline| &guideline.id), findings);
    report_duplicates(content.links.iter().map(|link| &link.id), findings);
    let wording = || content.wording.iter();
    Corpus {
        laws: laws(content, findings),
        guidelines: guidelines(content, findings),
        latest: content.latest.as_ref().map(resolve_words),
        terms: terms(content, findings),
        topics: topics::resolve_topics(content, findings),
        questions: topics::resolve_questions(content, findings),
        links: content.links.iter().map(|link| (link.id.as_str().to_owned(), link.id.0.place.clone())).collect(),
        former_names: wording().flat_map(|wording| &wording.former_names).map(former_name).collect(),
        kept_paths: kept_paths(content, findings),
        variants: wording().flat_map(|wording| &wording.variants).map(spellings).collect(),
        ..Corpus::default()
    }
}

/// The paths in the output folder that are kept where `junsoku.yaml` names none: what hosts of sites want beside the site.
const KEPT: [&str; 3] = [".git", "CNAME", ".well-known"];

/// Returns the paths in the output folder that a build leaves as they are; one that leads out of it is reported.
fn kept_paths(content: &Content, findings: &mut Diagnostics) -> Vec<String> {
    let Some(keep) = content.settings.as_ref().and_then(|settings| settings.keep.as_ref()) else {
        // What the site brings itself is not kept.
        let is_brought = |name: &str| content.static_files.iter().any(|file| file.path.split('/').next() == Some(name));
        return KEPT.into_iter().filter(|name| !is_brought(name)).map(str::to_owned).collect();
    };
    let mut paths = Vec::new();
    for text in keep {
        // People write folders with a slash at the end.
        let path = text.value.strip_suffix('/').unwrap_or(&text.value);
        if stays_below(path) {
            paths.push(path.to_owned());
        } else {
            findings.push(Diagnostic::new(Code::J0341).at(&text.place).arg("name", path));
        }
    }
    paths
}

fn former_name(written: &content::WrittenFormerName) -> FormerName {
    FormerName { ja: written.ja.value.clone(), now: resolve_words(&written.now) }
}

fn spellings(written: &content::WrittenVariants) -> Vec<String> {
    written.spellings.iter().map(|spelling| spelling.value.clone()).collect()
}

/// The glossary; a term that stands twice is reported, since two agreed translations agree on nothing.
fn terms(content: &Content, findings: &mut Diagnostics) -> Vec<Term> {
    let mut seen = BTreeSet::new();
    for term in &content.terms {
        if !seen.insert(term.ja.value.as_str()) {
            findings.push(Diagnostic::new(Code::J0301).at(&term.ja.place).arg("id", &term.ja.value));
        }
    }
    let term = |written: &content::WrittenTerm| Term {
        ja: written.ja.value.clone(),
        en: written.en.value.clone(),
        also: written.also.iter().map(|also| also.value.clone()).collect(),
        place: written.ja.place.clone(),
    };
    content.terms.iter().map(term).collect()
}
