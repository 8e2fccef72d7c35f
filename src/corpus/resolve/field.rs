//! Resolving the fields of a form.

use super::references::Resolved;
use super::text::Texts;
use super::words::{resolve_words, words_of, words_of_program};
use crate::base::diagnostics::{Code, Diagnostic, Diagnostics};
use crate::base::locale::{Lang, Messages};
use crate::base::markup::Inline;
use crate::content::{self, DateCalendar, FieldType, PersonPart};
use crate::corpus::model::{Choice, Field, Obligation, Pair, Target, Text};

/// The field as written.
pub(super) fn resolve_field(written: &content::WrittenField, texts: &mut Texts<'_, '_>) -> Field {
    check_field_keys(written, texts.findings);
    Field {
        id: written.id.as_str().to_owned(),
        label: texts.words(&written.label),
        kind: written.r#type,
        obligation: Obligation::stated(written.required),
        lines: written.lines.as_ref().map_or(1, |lines| lines.value),
        calendar: written.calendar.unwrap_or(DateCalendar::None),
        table: written.table.as_ref().and_then(|id| resolve_table_reference(id, texts)),
        options: written.options.iter().map(resolve_choice).collect(),
        furigana: written.furigana.unwrap_or(false),
    }
}

fn resolve_choice(written: &content::WrittenChoice) -> Choice {
    Choice { id: written.id.as_str().to_owned(), words: words_of(&written.ja, written.en.as_ref(), &written.place) }
}

/// The table that a form draws or chooses from, and how it is cited; `None` where there is none, which is reported.
pub(super) fn resolve_table_reference(id: &content::Text, texts: &mut Texts<'_, '_>) -> Option<(Target, Pair)> {
    let mut cited = |lang| match texts.references.table(&id.value, &texts.context, lang) {
        Ok(Some(Resolved::Link(target, words))) => Some((target, words)),
        Ok(_) => None,
        Err(dangling) => {
            texts.findings.push(dangling.finding(&format!("table:{}", id.value), &id.place));
            None
        }
    };
    // Japanese first: where nothing bears the name, that ends it, and the fault is told once.
    let (target, ja) = cited(Lang::Ja)?;
    let (_, en) = cited(Lang::En)?;
    Some((target, Pair { ja, en }))
}

/// A key that only some types have must be there for them, and for no others.
fn check_field_keys(written: &content::WrittenField, findings: &mut Diagnostics) {
    use FieldType::{Checkboxes, Choice, Date, Radio, Text};
    super::duplicates::report_duplicates(written.options.iter().map(|option| &option.id), findings);
    let kind = written.r#type;
    let keys = [
        ("table", written.table.is_some(), kind == Choice, true),
        ("options", !written.options.is_empty(), matches!(kind, Radio | Checkboxes), true),
        ("calendar", written.calendar.is_some(), kind == Date, false),
        ("furigana", written.furigana.is_some(), kind == Text, false),
    ];
    for (key, is_there, fits, needed) in keys {
        if (is_there && !fits) || (!is_there && fits && needed) {
            let fault = if is_there { "stray" } else { "missing" };
            let diagnostic = Diagnostic::new(Code::J0318).at(&written.id.0.place).arg("key", key);
            findings.push(diagnostic.arg("type", kind.word()).arg("fault", fault));
        }
    }
}

/// One of the fields of a block about a person, under the interface's own words.
pub(super) fn person_field(part: PersonPart, person: &content::Person) -> Field {
    let kind = match part {
        PersonPart::Furigana => FieldType::Furigana,
        PersonPart::Telephone => FieldType::Telephone,
        PersonPart::Name | PersonPart::Relationship | PersonPart::Address => FieldType::Text,
    };
    Field {
        id: part.word().to_owned(),
        label: words_of_program(&format!("person-{}", part.word()), &person.place),
        kind,
        obligation: Obligation::stated(person.required.contains(&part).then_some(true)),
        lines: 1,
        calendar: DateCalendar::None,
        table: None,
        options: Vec::new(),
        furigana: false,
    }
}

/// The date of a date line, under its label or the interface's own word.
pub(super) fn date_field(line: &content::DateLine) -> Field {
    let own = || words_of_program("field-date", &line.place);
    Field {
        id: "date".to_owned(),
        label: line.label.as_ref().map_or_else(own, resolve_words),
        kind: FieldType::Date,
        obligation: Obligation::stated(line.required),
        lines: 1,
        calendar: line.calendar,
        table: None,
        options: Vec::new(),
        furigana: false,
    }
}

/// Returns the words printed where a text has a place to fill in.
pub(super) fn blank(field: &Field) -> Pair {
    let printed = |lang: Lang| {
        let messages = Messages::of(lang);
        match field.kind {
            FieldType::Date => messages.text(&format!("date-blank-{}", field.calendar.word())),
            FieldType::Radio | FieldType::Checkboxes => {
                let boxed =
                    field.options.iter().map(|option| messages.with("option", &[("words", option.words.get(lang))]));
                boxed.collect::<Vec<_>>().join(&messages.text("option-separator"))
            }
            FieldType::Text
            | FieldType::Number
            | FieldType::Multiline
            | FieldType::Furigana
            | FieldType::PostalCode
            | FieldType::Telephone
            | FieldType::Email
            | FieldType::Choice
            | FieldType::Check => "_".repeat(16),
        }
    };
    Pair { ja: printed(Lang::Ja), en: printed(Lang::En) }
}

/// A place to fill in that its text does not set in both languages would be lost from one of the sheets.
pub(super) fn check_set(written: &[content::WrittenField], text: &Text, findings: &mut Diagnostics) {
    for field in written {
        let in_one = |lang: Lang| text.get(lang).iter().any(|inlines| sets(inlines, field.id.as_str()));
        for lang in Lang::ALL.into_iter().filter(|lang| !in_one(*lang)) {
            let diagnostic = Diagnostic::new(Code::J0317).at(&field.id.0.place).arg("id", field.id.as_str());
            findings.push(diagnostic.arg("lang", lang.code()));
        }
    }
}

fn sets(inlines: &[Inline<Target>], id: &str) -> bool {
    inlines.iter().any(|inline| match inline {
        Inline::Link { target, .. } if let Target::Field(field) = target.as_ref() => field == id,
        Inline::Link { words, .. } | Inline::Language { words, .. } => sets(words, id),
        Inline::Strong(inner) | Inline::Emphasis(inner) | Inline::Note(inner) => sets(inner, id),
        Inline::Text(_) | Inline::Code(_) | Inline::Break | Inline::Ruby { .. } | Inline::Picture { .. } => false,
    })
}
