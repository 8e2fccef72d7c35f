//! The resolved model: everything that is published, numbered and with its references followed. Forms are in
//! `form.rs`, contacts and tables in `holdings.rs`.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::agreed::{Citation, FormerName, Term};
use super::conformance::{Conformance, RequirementGroup};
use super::form::Form;
use super::holdings::{CodeTable, Contact, Unavailable};
use super::topics::Topic;
use crate::content::{Kind, Located, Modality, SetKey, Standing};
use crate::diagnostics::Place;
use crate::locale::Lang;
use crate::markup::RichText;
use crate::notation::dates::DateStyle;

/// Something in both languages; English may be missing.
#[derive(Debug, Clone)]
pub struct Localized<T> {
    /// Japanese.
    pub ja: T,
    /// English.
    pub en: Option<T>,
    /// Where it stands.
    pub place: Place,
    /// A running text as its author wrote it.
    pub written: Option<Box<Authored>>,
}

/// A running text as its author wrote it, with references by id instead of numbers that change.
#[derive(Debug, Clone)]
pub struct Authored {
    /// The letters; none in English where it is missing.
    pub letters: Pair,
    /// Where the English stands, which has a key of its own.
    pub english_place: Option<Place>,
}

impl<T> Localized<T> {
    /// The value in `lang`, or the Japanese one where it is missing.
    #[must_use]
    pub fn get(&self, lang: Lang) -> &T {
        match (lang, &self.en) {
            (Lang::En, Some(en)) => en,
            _ => &self.ja,
        }
    }

    /// Returns where the value stands that [`get`](Self::get) gives.
    #[must_use]
    pub fn place_in(&self, lang: Lang) -> &Place {
        let english = self.written.as_ref().and_then(|written| written.english_place.as_ref());
        match (lang, english) {
            (Lang::En, Some(place)) => place,
            (Lang::En, None) | (Lang::Ja, _) => &self.place,
        }
    }

    /// The language that [`get`](Self::get) gives.
    #[must_use]
    pub fn given(&self, lang: Lang) -> Lang {
        if self.en.is_some() { lang } else { Lang::Ja }
    }
}

/// A title, a caption, a name.
pub type Words = Localized<String>;

/// A running text.
pub type Text = Localized<RichText<Target>>;

/// What a link points to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Target {
    /// A provision, or a division of a document.
    Provision {
        /// The set.
        set: SetKey,
        /// The document.
        document: String,
        /// The anchor.
        anchor: String,
    },
    /// A form.
    Form {
        /// The set.
        set: SetKey,
        /// The form.
        form: String,
    },
    /// A law.
    Law(String),
    /// A guideline, or a version of it.
    Guideline {
        /// Its id.
        id: String,
        /// Which version is meant, where the text says so.
        version: Option<CitedVersion>,
    },
    /// An appended table.
    Table {
        /// The set.
        set: SetKey,
        /// The table.
        table: String,
    },
    /// A contact.
    Contact {
        /// The set.
        set: SetKey,
        /// The contact.
        contact: String,
    },
    /// A document that could not be had.
    Unavailable {
        /// The set.
        set: SetKey,
        /// The document.
        document: String,
    },
    /// A place to fill in within the text of a form.
    Field(String),
    /// An address outside.
    Address(String),
}

/// Which version of a guideline a text cites.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum CitedVersion {
    /// A version that the guideline lists.
    Named(String),
    /// Whatever version is the latest when the text is read.
    Latest,
}

/// Everything that is published. Immutable once resolved.
#[derive(Debug, Default)]
pub struct Corpus {
    /// The sets, the baseline first.
    pub sets: BTreeMap<SetKey, Set>,
    /// Earlier editions of what the sets hold, each set's from the oldest. They stand apart, since nothing but what
    /// tells of history is about them.
    pub editions: BTreeMap<SetKey, Set>,
    /// The baseline's requirements.
    pub groups: Vec<RequirementGroup>,
    /// The laws cited.
    pub laws: Vec<Citation>,
    /// The guidelines cited.
    pub guidelines: Vec<Citation>,
    /// How "whatever version is the latest" is said of a guideline.
    pub latest: Option<Words>,
    /// The agreed English of terms.
    pub terms: Vec<Term>,
    /// The topics by which documents are compared, in their order there.
    pub topics: Vec<Topic>,
    /// The addresses named, by id, and where they stand.
    pub links: Vec<(String, Place)>,
    /// Names that are no longer borne.
    pub former_names: Vec<FormerName>,
    /// Spellings of which a document keeps to one.
    pub variants: Vec<Vec<String>>,
}

/// A region's or the baseline's documents and forms.
#[derive(Debug)]
pub struct Set {
    /// Which set.
    pub key: SetKey,
    /// The region's name.
    pub name: Words,
    /// Who issues the documents.
    pub council: Words,
    /// A few sentences about it.
    pub summary: Words,
    /// The documents, by id.
    pub documents: Vec<Document>,
    /// The forms, by number and id.
    pub forms: Vec<Form>,
    /// The appended tables, by number and id.
    pub tables: Vec<CodeTable>,
    /// Offices and persons that documents and forms name.
    pub contacts: Vec<Contact>,
    /// Documents that are cited and could not be had.
    pub unavailable: Vec<Unavailable>,
    /// How it stands to the baseline.
    pub conformance: Conformance,
}

/// The publication that a text restates.
#[derive(Debug, Clone)]
pub struct Source {
    /// Its title.
    pub title: Words,
    /// Its date.
    pub dated: Option<Date>,
    /// When it was read.
    pub read: Date,
}

/// What stands on a cover.
#[derive(Debug)]
pub struct Cover {
    /// Where it stands.
    pub place: Place,
    /// The date.
    pub date: Option<Date>,
    /// Who issues it.
    pub issuer: Option<Words>,
    /// The name on the cover.
    pub name: Option<Words>,
}

/// A document.
#[derive(Debug)]
pub struct Document {
    /// Its id.
    pub id: String,
    /// Its title.
    pub title: Words,
    /// Its title in page headers.
    pub short_title: Words,
    /// Whether it is the issuer's own text.
    pub standing: Standing,
    /// What it restates.
    pub source: Option<Source>,
    /// In force from.
    pub enacted: Option<Date>,
    /// Amended on.
    pub amended: Vec<Date>,
    /// Where the dates of amendment stand, in their order.
    pub amended_at: Vec<Place>,
    /// How it writes dates.
    pub dates: DateStyle,
    /// How firmly its provisions bind; firmly, where it does not say.
    pub modality: Option<Located<Modality>>,
    /// Its cover.
    pub cover: Option<Cover>,
    /// What a careful editor would raise of the document as a whole.
    pub editor_notes: Vec<Text>,
    /// Notes above the title.
    pub notes: Vec<Provision>,
    /// Body, supplementary provisions and appendices, in the order in which they are printed.
    pub divisions: Vec<Division>,
}

/// What part of a document a division is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// 本則
    Body,
    /// 附則
    Supplementary,
    /// 別紙
    Appendix,
}

impl Role {
    /// Its name in classes, in data for the templates and in message ids.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Body => "body",
            Self::Supplementary => "supplementary",
            Self::Appendix => "appendix",
        }
    }
}

/// A part of a document.
#[derive(Debug)]
pub struct Division {
    /// Which part.
    pub role: Role,
    /// Its anchor; empty for the body.
    pub anchor: String,
    /// The topic of its provisions, where they do not say.
    pub topic: Option<String>,
    /// What it is called; none for the body.
    pub label: Option<Words>,
    /// Its title.
    pub title: Option<Words>,
    /// How firmly its provisions bind; as the document, where it does not say.
    pub modality: Option<Located<Modality>>,
    /// Column titles, where the provisions are rows.
    pub columns: Vec<Words>,
    /// The provisions.
    pub provisions: Vec<Provision>,
}

/// One node of a document.
#[derive(Debug)]
pub struct Provision {
    /// The path of ids, joined by dots; unique in the document.
    pub anchor: String,
    /// What it is about, where it says so itself; see [`Document::topic_of`].
    pub topic: Option<String>,
    /// What it is; `None` where it bears no number and is not counted.
    pub kind: Option<Kind>,
    /// The number as printed at its head; empty where it bears none.
    pub label: Pair,
    /// The number as a reference prints it.
    pub cite: Pair,
    /// Its caption.
    pub caption: Option<Words>,
    /// How firmly it and what stands below it bind; as what stands above, where it does not say.
    pub modality: Option<Located<Modality>>,
    /// Its text.
    pub text: Option<Text>,
    /// The provisions one level down.
    pub items: Vec<Self>,
    /// Second and later paragraphs.
    pub paragraphs: Vec<Self>,
    /// Column titles, where the items are rows.
    pub columns: Vec<Words>,
    /// A contact whose details stand below the text.
    pub contact: Option<Box<Contact>>,
    /// What a careful editor would raise; for reviewers.
    pub editor_notes: Vec<Text>,
    /// Where it stands.
    pub place: Place,
}

/// Two computed strings, one a language.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Pair {
    /// Japanese.
    pub ja: String,
    /// English.
    pub en: String,
}

impl Pair {
    /// The string in `lang`.
    #[must_use]
    pub fn get(&self, lang: Lang) -> &str {
        match lang {
            Lang::Ja => &self.ja,
            Lang::En => &self.en,
        }
    }
}

impl Corpus {
    /// The set `key`, or the edition.
    #[must_use]
    pub fn set(&self, key: &SetKey) -> Option<&Set> {
        self.sets.get(key).or_else(|| self.editions.get(key))
    }

    pub(super) fn set_mut(&mut self, key: &SetKey) -> Option<&mut Set> {
        if key.is_edition() { self.editions.get_mut(key) } else { self.sets.get_mut(key) }
    }

    /// Keeps the baseline and the regions named; an empty list keeps all.
    ///
    /// # Errors
    /// The first name that is no region of this corpus.
    pub fn select(&mut self, regions: &[String]) -> Result<(), String> {
        if let Some(unknown) = regions.iter().find(|id| !self.sets.contains_key(&SetKey::Region((*id).clone()))) {
            return Err(unknown.clone());
        }
        if !regions.is_empty() {
            let is_kept = |key: &SetKey| match key.present() {
                SetKey::Region(id) => regions.contains(id),
                SetKey::Baseline | SetKey::Edition(..) => true,
            };
            self.sets.retain(|key, _| is_kept(key));
            self.editions.retain(|key, _| is_kept(key));
        }
        Ok(())
    }
}

impl Provision {
    /// Calls `visit` for this provision and everything below it, in the order in which they are printed.
    pub fn walk<'a>(&'a self, visit: &mut impl FnMut(&'a Self)) {
        visit(self);
        for below in self.items.iter().chain(&self.paragraphs) {
            below.walk(visit);
        }
    }
}

impl Document {
    /// Calls `visit` for every provision, in the order in which they are printed.
    pub fn walk<'a>(&'a self, visit: &mut impl FnMut(&'a Provision)) {
        let top = self.notes.iter().chain(self.divisions.iter().flat_map(|division| &division.provisions));
        for provision in top {
            provision.walk(visit);
        }
    }
}
