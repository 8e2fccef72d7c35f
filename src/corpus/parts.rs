//! Every piece of writing in what is published, for rules that are about all of them. Pieces that belong together,
//! such as the caption and the text of a provision, come together.

use super::form::{Block, BlockKind, Field, Form};
use super::model::{Document, Localized, Provision, Set, Text, Words};
use crate::diagnostics::Place;
use crate::locale::Lang;
use crate::markup;

/// A piece of writing.
#[derive(Debug, Clone, Copy)]
pub enum Part<'a> {
    /// A title, a caption, a name.
    Words(&'a Words),
    /// A running text.
    Text(&'a Text),
}

impl Part<'_> {
    /// Whether it stands in English too.
    #[must_use]
    pub fn is_translated(self) -> bool {
        match self {
            Self::Words(words) => words.en.is_some(),
            Self::Text(text) => text.en.is_some(),
        }
    }

    /// Its letters in `lang`, or the Japanese ones where it is not translated.
    #[must_use]
    pub fn letters(self, lang: Lang) -> String {
        match self {
            Self::Words(words) => words.get(lang).clone(),
            Self::Text(text) => markup::to_plain(text.get(lang)),
        }
    }

    /// Where it stands.
    #[must_use]
    pub fn place(&self) -> &Place {
        match self {
            Self::Words(Localized { place, .. }) | Self::Text(Localized { place, .. }) => place,
        }
    }
}

/// Pieces that belong together.
pub type Unit<'a> = Vec<Part<'a>>;

impl Set {
    /// Every piece of what is said of the set itself, its contacts, its tables and what it lacks.
    #[must_use]
    pub fn units(&self) -> Vec<Unit<'_>> {
        let mut units: Vec<Unit<'_>> = each([&self.name, &self.council, &self.summary]).collect();
        units.extend(self.contacts.iter().flat_map(|contact| each(contact.words())));
        units.extend(self.tables.iter().flat_map(|table| each(table.words())));
        for document in &self.unavailable {
            let title = std::iter::once(Part::Words(&document.title));
            units.push(title.chain(document.text.iter().map(Part::Text)).collect());
        }
        units
    }
}

impl Document {
    /// Every piece of the document.
    #[must_use]
    pub fn units(&self) -> Vec<Unit<'_>> {
        let source = self.source.iter().map(|source| &source.title);
        let cover = self.cover.iter().flat_map(|cover| cover.issuer.iter().chain(&cover.name));
        let mut units: Vec<Unit<'_>> =
            each([&self.title, &self.short_title].into_iter().chain(source).chain(cover)).collect();
        units.extend(notes(&self.editor_notes));
        for division in &self.divisions {
            units.extend(each(division.label.iter().chain(&division.title).chain(&division.columns)));
        }
        self.walk(&mut |provision| of_provision(provision, &mut units));
        units
    }

    /// Whether everything stands in English too.
    #[must_use]
    pub fn is_translated(&self) -> bool {
        self.units().iter().flatten().all(|part| part.is_translated())
    }
}

impl Form {
    /// Every piece of the form.
    #[must_use]
    pub fn units(&self) -> Vec<Unit<'_>> {
        let source = self.source.iter().map(|source| &source.title);
        let head = [&self.title].into_iter().chain(&self.subtitle).chain(&self.purpose).chain(source);
        let copies = self.copies.iter().flat_map(|copy| copy.label.iter().chain(&copy.from).chain(&copy.keeper));
        let mut units: Vec<Unit<'_>> = each(head.chain(copies)).collect();
        units.extend(notes(&self.editor_notes));
        self.blocks.iter().for_each(|block| of_block(block, &mut units));
        units
    }

    /// Whether everything stands in English too.
    #[must_use]
    pub fn is_translated(&self) -> bool {
        self.units().iter().flatten().all(|part| part.is_translated())
    }
}

/// Each of `words` by itself.
fn each<'a>(words: impl IntoIterator<Item = &'a Words>) -> impl Iterator<Item = Unit<'a>> {
    words.into_iter().map(|words| vec![Part::Words(words)])
}

fn notes(notes: &[Text]) -> impl Iterator<Item = Unit<'_>> {
    notes.iter().map(|note| vec![Part::Text(note)])
}

fn of_provision<'a>(provision: &'a Provision, units: &mut Vec<Unit<'a>>) {
    let own = provision.caption.iter().map(Part::Words).chain(provision.text.iter().map(Part::Text));
    units.push(own.collect());
    units.extend(each(&provision.columns));
    units.extend(notes(&provision.editor_notes));
}

fn of_block<'a>(block: &'a Block, units: &mut Vec<Unit<'a>>) {
    units.extend(each(block.kind.caption()));
    match &block.kind {
        BlockKind::Paragraph { text, .. } => units.push(vec![Part::Text(text)]),
        BlockKind::Heading(words) | BlockKind::Overleaf { title: words, .. } => units.push(vec![Part::Words(words)]),
        BlockKind::Addressee { honorific, .. } => units.push(vec![Part::Words(honorific)]),
        BlockKind::Provisions(provisions) => {
            for top in provisions {
                top.walk(&mut |provision| of_provision(provision, units));
            }
        }
        BlockKind::Rows(rows) => {
            units.extend(rows.text.iter().map(|text| vec![Part::Text(text)]));
            units.extend(each(&rows.numbered));
        }
        BlockKind::Date { label, .. } => units.extend(each(label)),
        _ => {}
    }
    block.kind.fields().iter().for_each(|field| of_field(field, units));
    block.kind.inner().iter().for_each(|block| of_block(block, units));
}

fn of_field<'a>(field: &'a Field, units: &mut Vec<Unit<'a>>) {
    units.extend(each([&field.label].into_iter().chain(field.options.iter().map(|option| &option.words))));
}
