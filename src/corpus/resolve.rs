//! Resolving: from what was read to the corpus.

use super::conformance::Mapping;
use super::editions;
use super::index::{Entry, Home, Index, Within, pair};
use super::model::{Corpus, Cover, Division, Document, Pair, Role, Source, Words};
use super::numbering::{self, Numbered, Styles};
use super::references::{Context, References};
use super::resolve_form;
use super::resolve_mapping::{self, Mappings};
use super::resolve_requirement;
use super::resolve_set;
use super::text::{Texts, words, words_of_program};
use super::topics;
use crate::content::{self, Content, Modality};
use crate::diagnostics::{Code, Diagnostic, Diagnostics};
use crate::locale::Lang;
use crate::notation::dates::DateStyle;

/// Resolves everything that was read. Faults are added to `findings`; what has none is in the corpus.
#[must_use]
pub fn resolve(content: &Content, findings: &mut Diagnostics) -> Corpus {
    let mut index = Index::default();
    let documents = number_documents(content, &mut index, findings);
    let forms = resolve_form::number_forms(content, &mut index, findings);
    let tables = resolve_set::number_tables(content, &mut index, findings);
    let references = References { index: &index, content };
    let present = content.sets.iter().filter(|(key, _)| !key.is_edition());
    let sets = present.filter_map(|(key, files)| {
        let mut set = resolve_set::resolve_set(key, files.set.as_ref()?, &references, findings);
        set.conformance = resolve_mapping::conformance(key, files, &references, findings);
        Some((key.clone(), set))
    });
    let sets = sets.collect();
    let groups = resolve_requirement::groups(&references, findings);
    let mut corpus = Corpus { sets, groups, ..resolve_set::citations(content, findings) };
    editions::open(content, &mut corpus);
    for document in &documents {
        let resolved = resolve_document(document, &references, findings);
        let mappings = mappings(document, &references, findings);
        if let Some(set) = corpus.set_mut(&document.home.0) {
            set.documents.push(resolved);
            set.conformance.mappings.extend(mappings);
        }
    }
    for form in &forms {
        let resolved = resolve_form::resolve_form(form, &references, findings);
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
        set.forms.sort_by_key(|form| (form.number.unwrap_or(u32::MAX), form.id.clone()));
        set.tables.sort_by_key(|table| (table.number.unwrap_or(u32::MAX), table.id.clone()));
    }
    editions::check(content, &corpus, findings);
    corpus
}

/// A document with its divisions numbered.
struct NumberedDocument<'a> {
    home: Home,
    written: &'a content::Document,
    notes: Vec<Numbered<'a>>,
    divisions: Vec<NumberedDivision<'a>>,
}

struct NumberedDivision<'a> {
    role: Role,
    written: Option<&'a content::Division>,
    provisions: Vec<Numbered<'a>>,
}

fn number_documents<'a>(
    content: &'a Content,
    index: &mut Index,
    findings: &mut Diagnostics,
) -> Vec<NumberedDocument<'a>> {
    let all =
        content.sets.iter().flat_map(|(key, set)| set.documents.iter().map(move |(id, document)| (key, id, document)));
    all.map(|(key, id, written)| {
        let home = (key.clone(), id.clone());
        index.open(&home);
        number_document(home, written, index, findings)
    })
    .collect()
}

fn number_document<'a>(
    home: Home,
    written: &'a content::Document,
    index: &mut Index,
    findings: &mut Diagnostics,
) -> NumberedDocument<'a> {
    let none = Styles { levels: &[], paragraph: None };
    let notes = numbering::number(&written.notes, none, "notes-above.", findings);
    index.add_all(&home, &notes, None, findings);
    let styles = Styles { levels: &written.levels, paragraph: written.paragraph.as_ref() };
    let body = numbering::number(&written.body, styles, "", findings);
    index.add_all(&home, &body, None, findings);
    let mut divisions = vec![NumberedDivision { role: Role::Body, written: None, provisions: body }];
    let supplementary = written.supplementary.iter().map(|division| (Role::Supplementary, division));
    let appendices = written.appendices.iter().map(|division| (Role::Appendix, division));
    for (role, division) in supplementary.chain(appendices) {
        divisions.push(number_division(&home, role, division, styles, index, findings));
    }
    NumberedDocument { home, written, notes, divisions }
}

fn number_division<'a>(
    home: &Home,
    role: Role,
    written: &'a content::Division,
    outer: Styles<'a>,
    index: &mut Index,
    findings: &mut Diagnostics,
) -> NumberedDivision<'a> {
    numbering::check_columns(&written.columns, findings);
    let own = Styles { levels: &written.levels, paragraph: written.paragraph.as_ref() };
    let styles = if written.levels.is_empty() { outer } else { own };
    let id = written.id.as_str();
    let provisions = numbering::number(&written.body, styles, &format!("{id}."), findings);
    let title = written.title.as_ref().map(pair);
    let label = division_label(role, written).map(|label| Pair { en: label.get(Lang::En).clone(), ja: label.ja });
    let cite = label.or_else(|| title.clone()).unwrap_or_default();
    let entry = Entry { cite: cite.clone(), caption: title, division: None, stands_alone: true };
    index.add(home, id, entry, &written.id.0.place, findings);
    let within = Within { anchor: id.to_owned(), words: cite, always: role == Role::Supplementary };
    index.add_all(home, &provisions, Some(&within), findings);
    NumberedDivision { role, written: Some(written), provisions }
}

/// What a division is called: 附則 or 別紙 where the document does not say otherwise; nothing for an appendix that has
/// a title and no label.
fn division_label(role: Role, written: &content::Division) -> Option<Words> {
    match &written.label {
        Some(label) => Some(words(label)),
        None if role == Role::Appendix && written.title.is_some() => None,
        None => Some(words_of_program(role.word(), &written.place)),
    }
}

fn resolve_document(
    numbered: &NumberedDocument<'_>,
    references: &References<'_>,
    findings: &mut Diagnostics,
) -> Document {
    let written = numbered.written;
    let dates = written
        .dates
        .as_ref()
        .map_or_else(DateStyle::default, |habit| DateStyle { calendar: habit.calendar, digits: habit.digits });
    let mut texts = Texts { references, context: Context::of(&numbered.home, dates), findings };
    let editor_notes = texts.editor_notes(&written.editor_notes);
    let notes = texts.provisions(&numbered.notes);
    let divisions = numbered.divisions.iter().map(|division| resolve_division(division, &mut texts)).collect();
    Document {
        id: numbered.home.1.clone(),
        title: words(&written.title),
        short_title: words(written.short_title.as_ref().unwrap_or(&written.title)),
        standing: written.standing,
        source: written.source.as_ref().map(source),
        enacted: written.enacted.as_ref().map(|date| date.value),
        amended: written.amended.iter().map(|date| date.value).collect(),
        amended_at: written.amended.iter().map(|date| date.place.clone()).collect(),
        dates,
        modality: written.modality.clone(),
        cover: written.cover.as_ref().map(cover),
        editor_notes,
        notes,
        divisions,
    }
}

/// What the provisions of a document claim to meet.
fn mappings(document: &NumberedDocument<'_>, references: &References<'_>, findings: &mut Diagnostics) -> Vec<Mapping> {
    // What an edition claims is about the requirements and roles of its time, of which some may be gone.
    let mut passed_over = Diagnostics::default();
    let findings = if document.home.0.is_edition() { &mut passed_over } else { findings };
    let files = references.content.sets.get(document.home.0.present());
    let roles = files.and_then(|files| files.conformance.as_ref()).map_or(&[][..], |written| &written.roles);
    let context = Context::of(&document.home, DateStyle::default());
    let mut mappings = Mappings { references, context, roles, findings, found: Vec::new() };
    let outer = document.written.modality.as_ref().map_or(Modality::Must, |own| own.value);
    mappings.gather(&document.notes, outer);
    for division in &document.divisions {
        let own = division.written.and_then(|written| written.modality.as_ref());
        let anchor = division.written.map_or("", |written| written.id.as_str());
        anchor.clone_into(&mut mappings.context.division);
        mappings.gather(&division.provisions, own.map_or(outer, |own| own.value));
    }
    mappings.found
}

fn resolve_division(numbered: &NumberedDivision<'_>, texts: &mut Texts<'_, '_>) -> Division {
    let written = numbered.written;
    let anchor = written.map_or("", |division| division.id.as_str());
    anchor.clone_into(&mut texts.context.division);
    Division {
        role: numbered.role,
        anchor: anchor.to_owned(),
        topic: topics::named(written.and_then(|one| one.topic.as_ref()), texts.references.content, texts.findings),
        label: written.and_then(|division| division_label(numbered.role, division)),
        title: written.and_then(|division| division.title.as_ref()).map(words),
        modality: written.and_then(|division| division.modality.clone()),
        columns: written.map(|division| division.columns.iter().map(words).collect()).unwrap_or_default(),
        provisions: texts.provisions(&numbered.provisions),
    }
}

/// The publication that a text restates.
pub(super) fn source(written: &content::Source) -> Source {
    Source {
        title: words(&written.title),
        dated: written.dated.as_ref().map(|date| date.value),
        read: written.read.value,
    }
}

fn cover(written: &content::Cover) -> Cover {
    Cover {
        place: written.date.as_ref().map_or(&written.place, |date| &date.place).clone(),
        date: written.date.as_ref().map(|date| date.value),
        issuer: written.issuer.as_ref().map(words),
        name: written.name.as_ref().map(words),
    }
}

/// Reports every id that stands a second time.
pub(super) fn report_duplicates<'a>(ids: impl Iterator<Item = &'a content::Id>, findings: &mut Diagnostics) {
    let mut seen = std::collections::BTreeSet::new();
    for id in ids {
        if !seen.insert(id.as_str()) {
            findings.push(Diagnostic::new(Code::J0301).at(&id.0.place).arg("id", id.as_str()));
        }
    }
}

/// Reports under `code` every number that stands a second time.
pub(super) fn report_duplicate_numbers<'a>(
    code: Code,
    numbers: impl Iterator<Item = &'a content::Located<u32>>,
    findings: &mut Diagnostics,
) {
    let mut seen = std::collections::BTreeSet::new();
    for number in numbers {
        if !seen.insert(number.value) {
            findings.push(Diagnostic::new(code).at(&number.place).arg("number", number.value.to_string()));
        }
    }
}
