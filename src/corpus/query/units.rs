//! Every piece of writing in what is published, for rules that are about all of them. Pieces that belong together,
//! such as the caption and the text of a provision, come together.

use crate::base::diagnostics::Place;
use crate::base::locale::Lang;
use crate::base::markup;
use crate::content::SetKey;
use crate::corpus::model::{
    Block, BlockKind, Citation, Corpus, Document, Field, FollowedReference, Form, Localized, Provision, Requirement,
    Set, Text, Words,
};

/// A piece of writing.
#[derive(Debug, Clone, Copy)]
pub enum Writing<'a> {
    /// A title, a caption, a name.
    Words(&'a Words),
    /// A running text.
    Text(&'a Text),
}

impl<'a> Writing<'a> {
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

    /// Returns the author's text in `lang`, with references by id instead of numbers that change.
    #[must_use]
    pub fn written(self, lang: Lang) -> String {
        match self {
            Self::Text(Localized { written: Some(written), .. })
            | Self::Words(Localized { written: Some(written), .. }) => written.letters.get(lang).to_owned(),
            Self::Words(words) if lang == Lang::En => words.en.clone().unwrap_or_default(),
            Self::Words(_) | Self::Text(_) => self.letters(lang),
        }
    }

    /// Returns the references of its Japanese in their order, as far as they have a target.
    #[must_use]
    pub fn references(self) -> &'a [FollowedReference] {
        match self {
            Self::Text(Localized { written: Some(written), .. })
            | Self::Words(Localized { written: Some(written), .. }) => &written.references,
            Self::Text(Localized { written: None, .. }) | Self::Words(Localized { written: None, .. }) => &[],
        }
    }

    /// Returns where its letters in `lang` stand.
    #[must_use]
    pub fn place_in(&self, lang: Lang) -> &Place {
        match self {
            Self::Words(words) => words.place_in(lang),
            Self::Text(text) => text.place_in(lang),
        }
    }

    /// Its place in the file.
    #[must_use]
    pub fn place(&self) -> &Place {
        match self {
            Self::Words(Localized { place, .. }) | Self::Text(Localized { place, .. }) => place,
        }
    }
}

/// Pieces that belong together, and the name of their place, which stays while they change: `chuo/policy#purpose`.
#[derive(Debug, Clone)]
pub struct WritingUnit<'a> {
    /// The name of their place. Several units of one place may follow each other.
    pub name: String,
    /// The pieces.
    pub parts: Vec<Writing<'a>>,
}

/// Gathers units below one beginning of their names.
struct Units<'a> {
    home: String,
    list: Vec<WritingUnit<'a>>,
}

impl<'a> Units<'a> {
    fn of(home: String) -> Self {
        Self { home, list: Vec::new() }
    }

    /// The pieces `parts`, which belong together.
    fn together(&mut self, name: &str, parts: impl Iterator<Item = Writing<'a>>) {
        let parts: Vec<Writing<'a>> = parts.collect();
        // A provision that only holds others has no words to be reviewed.
        if !parts.is_empty() {
            self.list.push(WritingUnit { name: format!("{}#{name}", self.home), parts });
        }
    }

    /// Each of `words` by itself.
    fn each(&mut self, name: &str, words: impl IntoIterator<Item = &'a Words>) {
        words.into_iter().for_each(|words| self.together(name, std::iter::once(Writing::Words(words))));
    }

    /// Each of `texts` by itself.
    fn texts(&mut self, name: &str, texts: impl IntoIterator<Item = &'a Text>) {
        texts.into_iter().for_each(|text| self.together(name, std::iter::once(Writing::Text(text))));
    }
}

impl Corpus {
    /// Every piece that is published, without earlier editions.
    #[must_use]
    pub fn units(&self) -> Vec<WritingUnit<'_>> {
        let mut units = Units::of("baseline/requirements".to_owned());
        for group in &self.groups {
            units.each(&group.id, [&group.title]);
            group.requirements.iter().for_each(|requirement| of_requirement(requirement, &mut units));
        }
        "shared".clone_into(&mut units.home);
        self.laws.iter().for_each(|law| of_citation(&format!("law:{}", law.id), law, &mut units));
        self.guidelines.iter().for_each(|one| of_citation(&format!("guideline:{}", one.id), one, &mut units));
        for topic in &self.topics {
            units.each(&format!("topic:{}", topic.id), std::iter::once(&topic.title).chain(&topic.about));
        }
        units.each("latest", &self.latest);
        units.each("former-names", self.former_names.iter().map(|name| &name.now));
        let mut list = units.list;
        for set in self.sets.values() {
            list.extend(set.units_of_all());
        }
        list
    }
}

impl Set {
    /// Every piece of what is said of the set itself, and of its documents and forms.
    #[must_use]
    pub fn units_of_all(&self) -> Vec<WritingUnit<'_>> {
        let mut list = self.units();
        list.extend(self.documents.iter().flat_map(|document| document.units(&self.key)));
        list.extend(self.forms.iter().flat_map(|form| form.units(&self.key)));
        list
    }

    /// Every piece of what is said of the set itself, its contacts, its tables, what it lacks, and how it stands to the
    /// baseline.
    #[must_use]
    pub fn units(&self) -> Vec<WritingUnit<'_>> {
        let mut units = Units::of(self.key.to_string());
        units.each("", [&self.name, &self.council, &self.summary]);
        self.contacts.iter().for_each(|contact| units.each(&format!("contact:{}", contact.id), contact.words()));
        self.tables.iter().for_each(|table| units.each(&format!("table:{}", table.id), table.words()));
        for procedure in &self.procedures {
            units.each(&format!("procedure:{}", procedure.task.word()), procedure.words());
        }
        for document in &self.unavailable {
            let title = std::iter::once(Writing::Words(&document.title));
            units.together(
                &format!("unavailable:{}", document.id),
                title.chain(document.text.iter().map(Writing::Text)),
            );
        }
        // No document can be called so (content/slots.rs), so that the names are those of nothing else.
        units.home = format!("{}/conformance", self.key);
        self.conformance.roles.iter().for_each(|role| units.each(&format!("role:{}", role.id), [&role.name]));
        let elsewhere = self.conformance.elsewhere.iter().map(|one| (&one.requirement, &one.reason));
        let deviations = self.conformance.deviations.iter();
        let deviations = deviations
            .flat_map(|one| std::iter::once(&one.differs).chain(&one.reason).map(|text| (&one.requirement, text)));
        elsewhere.chain(deviations).for_each(|(id, reason)| units.texts(id, [reason]));
        for mapping in &self.conformance.mappings {
            // A note belongs to one claim; a provision may make several.
            let name = format!("{}#{}/{}", mapping.document, mapping.anchor, mapping.requirement);
            units.texts(&name, &mapping.note);
        }
        units.list
    }
}

impl Provision {
    /// Every piece of its own writing, without what stands below it, in the order in which it is printed.
    pub fn own_writing(&self) -> impl Iterator<Item = Writing<'_>> {
        let table = self.table.iter();
        let cells = table.clone().flat_map(|table| table.texts());
        let words = self.caption.iter().map(Writing::Words).chain(self.text.iter().map(Writing::Text));
        words.chain(table.flat_map(|table| &table.caption).map(Writing::Words)).chain(cells.map(Writing::Text))
    }
}

impl Document {
    /// Every piece of the document, which belongs to `set`.
    #[must_use]
    pub fn units(&self, set: &SetKey) -> Vec<WritingUnit<'_>> {
        let source = self.source.iter().map(|source| &source.title);
        let cover = self.cover.iter().flat_map(|cover| cover.issuer.iter().chain(&cover.name));
        let mut units = Units::of(format!("{set}/{}", self.id));
        units.each("", [&self.title, &self.short_title].into_iter().chain(source).chain(cover));
        units.texts("", &self.editor_notes);
        for division in &self.divisions {
            units.each(&division.anchor, division.label.iter().chain(&division.title).chain(&division.columns));
        }
        self.walk(&mut |provision| of_provision(provision, &mut units));
        units.list
    }

    /// Whether everything stands in English too.
    #[must_use]
    pub fn is_translated(&self) -> bool {
        are_translated(&self.units(&SetKey::Baseline))
    }
}

impl Form {
    /// Every piece of the form, which belongs to `set`.
    #[must_use]
    pub fn units(&self, set: &SetKey) -> Vec<WritingUnit<'_>> {
        let source = self.source.iter().map(|source| &source.title);
        let head = [&self.title].into_iter().chain(&self.subtitle).chain(&self.purpose).chain(source);
        let copies = self.copies.iter().flat_map(|copy| copy.label.iter().chain(&copy.from).chain(&copy.keeper));
        let mut units = Units::of(format!("{set}/forms/{}", self.id));
        units.each("", head.chain(copies));
        units.texts("", &self.editor_notes);
        self.blocks.iter().for_each(|block| units_of_block(block, &mut units));
        units.list
    }

    /// Whether everything stands in English too.
    #[must_use]
    pub fn is_translated(&self) -> bool {
        are_translated(&self.units(&SetKey::Baseline))
    }
}

fn are_translated(units: &[WritingUnit<'_>]) -> bool {
    units.iter().flat_map(|unit| &unit.parts).all(|part| part.is_translated())
}

fn of_requirement<'a>(requirement: &'a Requirement, units: &mut Units<'a>) {
    let own = std::iter::once(Writing::Words(&requirement.title)).chain(requirement.text.iter().map(Writing::Text));
    units.together(&requirement.id, own);
    for parameter in &requirement.parameters {
        units.each(
            &requirement.id,
            std::iter::once(&parameter.label).chain(parameter.values.iter().map(|(_, words)| words)),
        );
    }
}

fn of_citation<'a>(name: &str, citation: &'a Citation, units: &mut Units<'a>) {
    let optional = [&citation.short, &citation.number, &citation.issuer].into_iter().flatten();
    let versions = citation.versions.iter().flat_map(|version| {
        let chapters = version.chapters.iter().flat_map(|chapter| [&chapter.name, &chapter.now]);
        std::iter::once(&version.name).chain(&version.volumes).chain(chapters)
    });
    units.each(name, std::iter::once(&citation.name).chain(optional).chain(versions));
}

fn of_provision<'a>(provision: &'a Provision, units: &mut Units<'a>) {
    let own = provision.caption.iter().map(Writing::Words).chain(provision.text.iter().map(Writing::Text));
    units.together(&provision.anchor, own);
    units.each(&provision.anchor, &provision.columns);
    if let Some(table) = &provision.table {
        units.each(&provision.anchor, &table.caption);
        units.texts(&provision.anchor, table.texts());
    }
    // Each remark is a unit by itself: it is no part of what the provision says.
    units.texts(&provision.anchor, &provision.editor_notes);
}

fn units_of_block<'a>(block: &'a Block, units: &mut Units<'a>) {
    let name = &block.id;
    units.each(name, block.kind.caption());
    match &block.kind {
        BlockKind::Paragraph { text, .. } => units.texts(name, [text]),
        BlockKind::Heading(words) | BlockKind::Overleaf { title: words, .. } => units.each(name, [words]),
        BlockKind::Addressee { honorific, .. } => units.each(name, [honorific]),
        BlockKind::Provisions(provisions) => {
            for top in provisions {
                top.walk(&mut |provision| of_provision(provision, units));
            }
        }
        BlockKind::Rows(rows) => {
            units.texts(name, &rows.text);
            units.each(name, &rows.numbered);
        }
        BlockKind::Date { label, .. } => units.each(name, label),
        BlockKind::Sender(_)
        | BlockKind::Enclosure { .. }
        | BlockKind::Fields { .. }
        | BlockKind::Lines { .. }
        | BlockKind::Person { .. }
        | BlockKind::Table(_)
        | BlockKind::Contact { .. }
        | BlockKind::Signature { .. } => {}
    }
    // The field of a date line has the line's own label.
    if !matches!(block.kind, BlockKind::Date { .. }) {
        block.kind.fields().iter().for_each(|field| units_of_field(name, field, units));
    }
    block.kind.inner().iter().for_each(|block| units_of_block(block, units));
}

fn units_of_field<'a>(name: &str, field: &'a Field, units: &mut Units<'a>) {
    units.each(name, std::iter::once(&field.label).chain(field.options.iter().map(|option| &option.words)));
}
