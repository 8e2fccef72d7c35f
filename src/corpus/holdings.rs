//! What a set holds besides documents and forms: contacts, appended tables, and what it lacks.

use jiff::civil::Date;

use super::model::{Localized, Pair, Text, Words};
use super::text::words;
use crate::content;
use crate::diagnostics::Place;

/// An office or person.
#[derive(Debug, Clone)]
pub struct Contact {
    /// Its id.
    pub id: String,
    /// The office's name.
    pub name: Words,
    /// The post of a person.
    pub post: Option<Words>,
    /// The person who holds it.
    pub person: Option<Words>,
    /// The postal code, without 〒.
    pub postal_code: Option<String>,
    /// The address.
    pub address: Option<Words>,
    /// The telephone number.
    pub telephone: Option<String>,
    /// What is said beside the telephone number.
    pub telephone_note: Option<Words>,
    /// The fax number.
    pub fax: Option<String>,
    /// The e-mail address.
    pub email: Option<String>,
    /// Days and hours, one line each.
    pub hours: Vec<Words>,
}

/// An appended table: codes and what they mean.
#[derive(Debug, Clone)]
pub struct CodeTable {
    /// Its id.
    pub id: String,
    /// Its number among the set's tables.
    pub number: Option<u32>,
    /// Its number as printed: 別表1.
    pub label: Option<Pair>,
    /// Its title.
    pub title: Words,
    /// The heads of its columns.
    pub columns: Vec<Words>,
    /// Its entries.
    pub rows: Vec<CodeRow>,
}

/// An entry of an appended table.
#[derive(Debug, Clone)]
pub struct CodeRow {
    /// Its code.
    pub code: String,
    /// What the code means.
    pub name: Words,
}

/// A document that is cited and could not be had.
#[derive(Debug, Clone)]
pub struct Unavailable {
    /// Its id.
    pub id: String,
    /// Its title.
    pub title: Words,
    /// The date by which it is cited.
    pub dated: Option<Date>,
    /// What is known of it.
    pub text: Option<Text>,
    /// Where it stands.
    pub place: Place,
}

/// The contact as written.
pub(super) fn contact(written: &content::Contact) -> Contact {
    let plain = |text: &Option<content::Text>| text.as_ref().map(|text| text.value.clone());
    let optional = |text: &Option<content::Bilingual>| text.as_ref().map(words);
    Contact {
        id: written.id.as_str().to_owned(),
        name: words(&written.name),
        post: optional(&written.post),
        person: optional(&written.person),
        postal_code: plain(&written.postal_code),
        address: optional(&written.address),
        telephone: plain(&written.telephone),
        telephone_note: optional(&written.telephone_note),
        fax: plain(&written.fax),
        email: plain(&written.email),
        hours: written.hours.iter().map(words).collect(),
    }
}

/// The table as written, under the number that the set gives it.
pub(super) fn code_table(id: &str, written: &content::CodeTable, label: Option<Pair>) -> CodeTable {
    let row = |row: &content::CodeRow| CodeRow {
        code: row.code.value.clone(),
        name: Localized {
            ja: row.ja.value.clone(),
            en: row.en.as_ref().map(|en| en.value.clone()),
            place: row.place.clone(),
            written: None,
        },
    };
    CodeTable {
        id: id.to_owned(),
        number: written.number.as_ref().map(|number| number.value),
        label,
        title: words(&written.title),
        columns: written.columns.iter().map(words).collect(),
        rows: written.rows.iter().map(row).collect(),
    }
}

impl Contact {
    /// Every piece of writing that stands in both languages.
    pub(super) fn words(&self) -> impl Iterator<Item = &Words> {
        let optional = [&self.post, &self.person, &self.address, &self.telephone_note];
        std::iter::once(&self.name).chain(optional.into_iter().flatten()).chain(&self.hours)
    }
}

impl CodeTable {
    /// Every piece of writing that stands in both languages.
    pub(super) fn words(&self) -> impl Iterator<Item = &Words> {
        std::iter::once(&self.title).chain(&self.columns).chain(self.rows.iter().map(|row| &row.name))
    }
}
