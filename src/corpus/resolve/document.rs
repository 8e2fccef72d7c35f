//! Resolving: from what was read to the corpus.

use super::index::{Home, Index, IndexEntry, Within};
use super::mapping::Mappings;
use super::numbering::{self, Numbered, NumberingStyles};
use super::references::{ReferenceContext, References};
use super::text::Texts;
use super::topics;
use super::words::{pair, resolve_words, words_of_program};
use crate::base::diagnostics::Diagnostics;
use crate::base::locale::Lang;
use crate::base::notation::dates::DateStyle;
use crate::content::{self, Content, Modality};
use crate::corpus::model::{Cover, Division, Document, Mapping, Pair, Role, Source, Words};

/// A document with its divisions numbered.
pub(super) struct NumberedDocument<'a> {
    pub(super) home: Home,
    written: &'a content::WrittenDocument,
    notes: Vec<Numbered<'a>>,
    divisions: Vec<NumberedDivision<'a>>,
}

struct NumberedDivision<'a> {
    role: Role,
    written: Option<&'a content::WrittenDivision>,
    provisions: Vec<Numbered<'a>>,
}

pub(super) fn number_documents<'a>(
    content: &'a Content,
    index: &mut Index,
    findings: &mut Diagnostics,
) -> Vec<NumberedDocument<'a>> {
    let all =
        content.sets.iter().flat_map(|(key, set)| set.documents.iter().map(move |(id, document)| (key, id, document)));
    all.map(|(key, id, written)| {
        let home = (key.clone(), id.clone());
        // A document without provisions is one that can be referred to as well.
        index.open(&home);
        number_document(home, written, index, findings)
    })
    .collect()
}

fn number_document<'a>(
    home: Home,
    written: &'a content::WrittenDocument,
    index: &mut Index,
    findings: &mut Diagnostics,
) -> NumberedDocument<'a> {
    // Notes stand above the title and are no part of what is numbered.
    let none = NumberingStyles { levels: &[], paragraph: None };
    let notes = numbering::number_provisions(&written.notes, none, "notes-above.", findings);
    index.add_all(&home, &notes, None, findings);
    let styles = NumberingStyles { levels: &written.levels, paragraph: written.paragraph.as_ref() };
    let body = numbering::number_provisions(&written.body, styles, "", findings);
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
    written: &'a content::WrittenDivision,
    outer: NumberingStyles<'a>,
    index: &mut Index,
    findings: &mut Diagnostics,
) -> NumberedDivision<'a> {
    numbering::check_columns(&written.columns, findings);
    let own = NumberingStyles { levels: &written.levels, paragraph: written.paragraph.as_ref() };
    // An appendix with levels of its own has its own paragraphs too: those of the body's articles would not fit
    // them.
    let styles = if written.levels.is_empty() { outer } else { own };
    let id = written.id.as_str();
    let provisions = numbering::number_provisions(&written.body, styles, &format!("{id}."), findings);
    let title = written.title.as_ref().map(pair);
    let label = division_label(role, written).map(|label| Pair { en: label.get(Lang::En).clone(), ja: label.ja });
    // An appendix without a name of its own is cited by its title.
    let cite = label.or_else(|| title.clone()).unwrap_or_default();
    let entry =
        IndexEntry { cite: cite.clone(), caption: title, division: None, stands_alone: true, seat: None, first: None };
    index.add(home, id, entry, &written.id.0.place, findings);
    let within = Within { anchor: id.to_owned(), words: cite, always: role == Role::Supplementary };
    index.add_all(home, &provisions, Some(&within), findings);
    NumberedDivision { role, written: Some(written), provisions }
}

/// Returns the name of a division: 附則 or 別紙 where the document does not say otherwise; nothing for an appendix that
/// has a title and no label.
fn division_label(role: Role, written: &content::WrittenDivision) -> Option<Words> {
    match &written.label {
        Some(label) => Some(resolve_words(label)),
        None if role == Role::Appendix && written.title.is_some() => None,
        None => Some(words_of_program(role.word(), &written.place)),
    }
}

pub(super) fn resolve_document(
    numbered: &NumberedDocument<'_>,
    references: &References<'_>,
    findings: &mut Diagnostics,
) -> Document {
    let written = numbered.written;
    let dates = written
        .dates
        .as_ref()
        .map_or_else(DateStyle::default, |habit| DateStyle { calendar: habit.calendar, digits: habit.digits });
    let mut texts = Texts { references, context: ReferenceContext::of(&numbered.home, dates), findings };
    let editor_notes = texts.editor_notes(&written.editor_notes);
    let notes = texts.provisions(&numbered.notes);
    let divisions = numbered.divisions.iter().map(|division| resolve_division(division, &mut texts)).collect();
    Document {
        id: numbered.home.1.clone(),
        formerly: written.formerly.iter().map(|id| id.value.clone()).collect(),
        title: resolve_words(&written.title),
        short_title: resolve_words(written.short_title.as_ref().unwrap_or(&written.title)),
        group: None,
        standing: written.standing,
        source: written.source.as_ref().map(resolve_source),
        enacted: written.enacted.as_ref().map(|date| date.value),
        repealed: written.repealed.clone(),
        amended: written.amended.clone(),
        dates,
        modality: written.modality.clone(),
        cover: written.cover.as_ref().map(resolve_cover),
        editor_notes,
        notes,
        contents: written.contents == Some(true),
        divisions,
    }
}

/// Resolves the claims of a document's provisions to meet requirements.
pub(super) fn resolve_mappings(
    document: &NumberedDocument<'_>,
    references: &References<'_>,
    findings: &mut Diagnostics,
) -> Vec<Mapping> {
    // What an edition claims is about the requirements and roles of its time, of which some may be gone.
    let mut passed_over = Diagnostics::default();
    let findings = if document.home.0.is_edition() { &mut passed_over } else { findings };
    let files = references.content.sets.get(document.home.0.present());
    let roles = files.and_then(|files| files.conformance.as_ref()).map_or(&[][..], |written| &written.roles);
    let context = ReferenceContext::of(&document.home, DateStyle::default());
    let mut mappings = Mappings { references, context, roles, findings, found: Vec::new() };
    // Rules bind unless they say otherwise (しなければならない, する, こと).
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
    texts.context.here.clear();
    let title = written.and_then(|division| division.title.as_ref()).map(|title| texts.words(title));
    let columns =
        written.into_iter().flat_map(|division| &division.columns).map(|column| texts.words(column)).collect();
    Division {
        role: numbered.role,
        anchor: anchor.to_owned(),
        topic: topics::named_topic(
            written.and_then(|one| one.topic.as_ref()),
            texts.references.content,
            texts.findings,
        ),
        also: topics::named_topics(written.map_or(&[], |one| &one.also), texts.references.content, texts.findings),
        label: written.and_then(|division| division_label(numbered.role, division)),
        title,
        modality: written.and_then(|division| division.modality.clone()),
        columns,
        provisions: texts.provisions(&numbered.provisions),
    }
}

/// The publication that a text restates.
pub(super) fn resolve_source(written: &content::WrittenSource) -> Source {
    Source {
        title: resolve_words(&written.title),
        dated: written.dated.as_ref().map(|date| date.value),
        read: written.read.value,
    }
}

fn resolve_cover(written: &content::WrittenCover) -> Cover {
    Cover {
        place: written.date.as_ref().map_or(&written.place, |date| &date.place).clone(),
        date: written.date.as_ref().map(|date| date.value),
        issuer: written.issuer.as_ref().map(resolve_words),
        name: written.name.as_ref().map(resolve_words),
    }
}
