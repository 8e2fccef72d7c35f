//! What authors write of documents: their provisions and how they are numbered. The format is told in
//! `content/README.md`.

use jiff::civil::Date;

use super::conformance::{Mapping, Modality};
use super::decode::{Decode, Located, Text, unknown};
use super::yaml::Node;
use crate::diagnostics::{Code, Diagnostic, Diagnostics, Place};
use crate::notation::dates;
use crate::notation::numerals::{Numeral, Template, TemplateError};
use crate::platform::file_name_fault;
use crate::{keyword, record};

/// An id: lower-case ASCII letters, digits and hyphens, beginning with a letter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Id(pub Text);

impl Id {
    /// The id itself.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0.value
    }
}

/// Whether `text` may serve as an id, a file name and an anchor.
#[must_use]
pub fn is_id(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_lowercase())
        && text.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-')
}

/// The finding for a name that some system cannot hold as that of a file, without a place; nothing where all can.
#[must_use]
pub fn unheld_name(name: &str) -> Option<Diagnostic> {
    let fault = file_name_fault(name)?;
    Some(Diagnostic::new(Code::J0116).arg("name", name).arg("kind", fault.word()))
}

impl Decode for Id {
    fn decode(node: &Node, findings: &mut Diagnostics) -> Option<Self> {
        let text = Text::decode(node, findings)?;
        if let Some(unheld) = unheld_name(&text.value).filter(|_| is_id(&text.value)) {
            findings.push(unheld.at(&text.place));
            return None;
        }
        if is_id(&text.value) {
            return Some(Self(text));
        }
        findings.push(Diagnostic::new(Code::J0108).at(&text.place).arg("id", &text.value));
        None
    }
}

/// A number that an author gives instead of letting it be counted: 7, or 5-2 for 第五条の二.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Number {
    /// The number and its branches.
    pub parts: Vec<u32>,
    /// Where it stands.
    pub place: Place,
}

impl Decode for Number {
    fn decode(node: &Node, findings: &mut Diagnostics) -> Option<Self> {
        let text = Text::decode(node, findings)?;
        let parts: Option<Vec<u32>> = text.value.split('-').map(|part| part.parse().ok()).collect();
        match parts.filter(|parts| !parts.contains(&0)) {
            Some(parts) => Some(Self { parts, place: text.place }),
            None => {
                findings.push(Diagnostic::new(Code::J0210).at(&text.place).arg("number", &text.value));
                None
            }
        }
    }
}

impl Decode for Template {
    fn decode(node: &Node, findings: &mut Diagnostics) -> Option<Self> {
        let text = Text::decode(node, findings)?;
        match Self::parse(&text.value) {
            Ok(template) => Some(template),
            Err(TemplateError::Unknown(name)) => {
                findings.push(unknown(Code::J0206, &name, &text.place, Numeral::names()));
                None
            }
            Err(TemplateError::Malformed) => {
                findings.push(Diagnostic::new(Code::J0207).at(&text.place).arg("style", &text.value));
                None
            }
        }
    }
}

record! {
    /// The same words in both languages.
    pub struct Bilingual {
        /// Japanese.
        ja: Text,
        /// English; its absence is a warning of the check.
        en: Option<Text>,
    }

    /// A numbering style in both languages.
    pub struct Style {
        /// Japanese.
        ja: Template,
        /// English.
        en: Template,
    }

    /// The publication that a text restates.
    pub struct Source {
        /// The title that the source bears.
        title: Bilingual,
        /// The date that the source bears.
        dated: Option<Located<Date>>,
        /// The day on which it was read.
        read: Located<Date>,
    }

    /// The habit of a document in writing dates in Japanese.
    pub struct DateHabit {
        /// Which years are counted.
        calendar: dates::Calendar,
        /// Which digits are written.
        digits: dates::Digits,
    }

    /// What stands on a document's cover.
    pub struct Cover {
        /// The cover's date.
        date: Option<Located<Date>>,
        /// Who issues it, where the cover says so.
        issuer: Option<Bilingual>,
        /// The name on the cover.
        name: Option<Bilingual>,
    }

    /// The style of one depth of a document.
    pub struct Level {
        /// What the provisions of this depth are.
        kind: Kind,
        /// The Japanese label.
        ja: Template,
        /// The English label.
        en: Template,
        /// How a reference prints the number, where not as the label.
        cite: Option<Style>,
    }

    /// A document: a policy, a set of operating rules.
    pub struct Document {
        /// The full title.
        title: Bilingual,
        /// The title in page headers.
        short_title: Option<Bilingual>,
        /// Whether it is the council's own text.
        standing: Standing,
        /// What it restates.
        source: Option<Source>,
        /// In force from.
        enacted: Option<Located<Date>>,
        /// Amended on.
        amended: Vec<Located<Date>>,
        /// How dates are written.
        dates: Option<DateHabit>,
        /// How firmly its provisions bind.
        modality: Option<Located<Modality>>,
        /// What a careful editor would raise of the document as a whole.
        editor_notes: Vec<EditorNote>,
        /// The cover.
        cover: Option<Cover>,
        /// Notes above the title.
        notes: Vec<Provision>,
        /// One style a depth, outermost first.
        levels: Vec<Level>,
        /// The number of second and later paragraphs.
        paragraph: Option<Style>,
        /// The provisions.
        body: Vec<Provision>,
        /// 附則.
        supplementary: Vec<Division>,
        /// 別紙.
        appendices: Vec<Division>,
    }

    /// A supplementary provision (附則) or an appendix (別紙).
    pub struct Division {
        /// Its id, the first part of its provisions' anchors.
        id: Id,
        /// What its provisions are about, where they do not say.
        topic: Option<Id>,
        /// What it is called: 別紙.
        label: Option<Bilingual>,
        /// Its title.
        title: Option<Bilingual>,
        /// How firmly its provisions bind.
        modality: Option<Located<Modality>>,
        /// One style a depth; the document's where left out.
        levels: Vec<Level>,
        /// The number of second and later paragraphs.
        paragraph: Option<Style>,
        /// Column titles, where the provisions are rows of a table.
        columns: Vec<Bilingual>,
        /// The provisions.
        body: Vec<Provision>,
    }

    /// One node of a document: chapter, article, paragraph, item, point.
    pub struct Provision {
        /// Unique among its siblings.
        id: Id,
        /// What it and what stands below it are about, for comparison.
        topic: Option<Id>,
        /// A kind of the document's levels, or `none`, where it departs from its depth.
        level: Option<Text>,
        /// Inserted later: the depth of the branch number.
        branch: Option<Located<u32>>,
        /// The number it bears, where that is not the next one.
        number: Option<Number>,
        /// What is printed at its head in place of a number that is counted.
        label: Option<Bilingual>,
        /// `false`: counts, but shows no number.
        numbered: Option<bool>,
        /// Its caption, without brackets.
        caption: Option<Bilingual>,
        /// How firmly it and what stands below it bind.
        modality: Option<Located<Modality>>,
        /// Its Japanese text.
        ja: Option<Text>,
        /// Its English text.
        en: Option<Text>,
        /// The requirements of the baseline that it meets.
        meets: Vec<Mapping>,
        /// The provisions one level down.
        items: Vec<Provision>,
        /// Their level, where not the next one.
        item_level: Option<Text>,
        /// Second and later paragraphs.
        paragraphs: Vec<Provision>,
        /// Column titles, where the items are rows of a table.
        columns: Vec<Bilingual>,
        /// A contact of the set whose details are drawn below the text.
        contact: Option<Text>,
        /// What a careful editor would raise; for reviewers.
        editor_notes: Vec<EditorNote>,
    }

    /// What a careful editor would raise: shown to reviewers on the site, never on the sheets that are handed out.
    pub struct EditorNote {
        /// Japanese.
        ja: Text,
        /// English.
        en: Option<Text>,
    }

}

keyword! {
    /// Whether a text is the issuer's own.
    pub enum Standing {
        /// The facts are the issuer's, the wording is not; not the official text.
        Restated = "restated",
        /// The issuer's own text.
        Official = "official",
    }

    /// What the provisions of one depth are (編, 章, 節, 款, 目, 条, 項, 号 …).
    pub enum Kind {
        /// 編
        Part = "part",
        /// 章
        Chapter = "chapter",
        /// 節, or a numbered heading
        Section = "section",
        /// 款, or a numbered heading below a section
        Subsection = "subsection",
        /// 目
        Division = "division",
        /// 条
        Article = "article",
        /// 項
        Paragraph = "paragraph",
        /// 号
        Item = "item",
        /// イロハ, (1)
        Subitem = "subitem",
        /// A numbered point of an appendix
        Point = "point",
        /// ・
        Bullet = "bullet",
        /// A bullet below a bullet
        Subbullet = "subbullet",
        /// An entry of a list of notes (※1)
        Note = "note",
    }
}

macro_rules! notation_keyword {
    ($type:ty, $($word:literal => $value:expr),*) => {
        impl Decode for $type {
            fn decode(node: &Node, findings: &mut Diagnostics) -> Option<Self> {
                let text = Text::decode(node, findings)?;
                match text.value.as_str() {
                    $($word => Some($value),)*
                    other => {
                        findings.push(unknown(Code::J0205, other, &text.place, [$($word),*].into_iter()));
                        None
                    }
                }
            }
        }
    };
}

notation_keyword!(dates::Calendar, "era" => Self::Era, "western" => Self::Western);
notation_keyword!(dates::Digits, "kanji" => Self::Kanji, "ascii" => Self::Ascii, "wide" => Self::Wide);
