//! Documents: their divisions and provisions, numbered.

use jiff::civil::Date;

use super::contact::Contact;
use super::table::CellTable;
use super::words::{Pair, Text, Words};
use crate::base::diagnostics::Place;
use crate::base::notation::dates::DateStyle;
use crate::content::{Kind, Located, Modality, Standing};

/// The publication that a text restates.
#[derive(Debug, Clone)]
pub struct Source {
    /// Its title.
    pub title: Words,
    /// Its date.
    pub dated: Option<Date>,
    /// The day on which it was read.
    pub read: Date,
}

/// The words of a cover.
#[derive(Debug)]
pub struct Cover {
    /// Its place in the file.
    pub place: Place,
    /// The date.
    pub date: Option<Date>,
    /// The issuer.
    pub issuer: Option<Words>,
    /// The name on the cover.
    pub name: Option<Words>,
}

/// A document.
#[derive(Debug)]
pub struct Document {
    /// Its id.
    pub id: String,
    /// The ids that it bore before.
    pub formerly: Vec<String>,
    /// Its title.
    pub title: Words,
    /// Its title in page headers.
    pub short_title: Words,
    /// The title of the group of documents that it stands in.
    pub group: Option<Words>,
    /// The standing of the text: the issuer's own, or a restatement.
    pub standing: Standing,
    /// The source that it restates.
    pub source: Option<Source>,
    /// In force from.
    pub enacted: Option<Date>,
    /// Amended on, each date with its place.
    pub amended: Vec<Located<Date>>,
    /// Repealed from, with the place.
    pub repealed: Option<Located<Date>>,
    /// The style in which it writes dates.
    pub dates: DateStyle,
    /// The binding force of its provisions; firm, where it does not say.
    pub modality: Option<Located<Modality>>,
    /// Its cover.
    pub cover: Option<Cover>,
    /// The remarks of a careful editor on the document as a whole.
    pub editor_notes: Vec<Text>,
    /// Notes above the title.
    pub notes: Vec<Provision>,
    /// Whether a list of its chapters and their articles (目次) is a part of it.
    pub contents: bool,
    /// Body, supplementary provisions and appendices, in the order in which they are printed.
    pub divisions: Vec<Division>,
}

/// The part that a division has in a document.
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
    /// The division's part.
    pub role: Role,
    /// Its anchor; empty for the body.
    pub anchor: String,
    /// The topic of its provisions, where they do not say.
    pub topic: Option<String>,
    /// Further topics of its provisions.
    pub also: Vec<String>,
    /// The name of the division; none for the body.
    pub label: Option<Words>,
    /// Its title.
    pub title: Option<Words>,
    /// The binding force of its provisions; as the document, where it does not say.
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
    /// The ids that it bore before, and anchors of where it stood: `#old.place`, `rules#old.place`.
    pub formerly: Vec<String>,
    /// The topic that it names itself; see [`Document::topic_of`].
    pub topic: Option<String>,
    /// Further topics of it and what stands below it; see [`Document::topics_of`].
    pub also: Vec<String>,
    /// The kind of the provision; `None` where it bears no number and is not counted.
    pub kind: Option<Kind>,
    /// The number as printed at its head; empty where it bears none.
    pub label: Pair,
    /// The number as a reference prints it.
    pub cite: Pair,
    /// The number of its first paragraph, where it is an article with several: (1) in English, none in Japanese.
    pub first_label: Pair,
    /// Its caption.
    pub caption: Option<Words>,
    /// The binding force of it and what stands below it; as what stands above, where it does not say.
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
    /// A table below the text.
    pub table: Option<Box<CellTable>>,
    /// The remarks of a careful editor; for reviewers.
    pub editor_notes: Vec<Text>,
    /// Its place in the file.
    pub place: Place,
}

impl Provision {
    /// Calls `visit` for this provision and everything below it, in the order in which they are printed.
    pub fn walk<'a>(&'a self, visit: &mut impl FnMut(&'a Self)) {
        visit(self);
        // The items first: they belong to the first paragraph, which is the article's own text.
        for below in self.items.iter().chain(&self.paragraphs) {
            below.walk(visit);
        }
    }
}

impl Document {
    /// The days on which it was amended, in the order in which they are written.
    pub fn amendment_dates(&self) -> impl Iterator<Item = Date> {
        self.amended.iter().map(|date| date.value)
    }

    /// Calls `visit` for every provision, in the order in which they are printed.
    pub fn walk<'a>(&'a self, visit: &mut impl FnMut(&'a Provision)) {
        let top = self.notes.iter().chain(self.divisions.iter().flat_map(|division| &division.provisions));
        for provision in top {
            provision.walk(visit);
        }
    }
}
