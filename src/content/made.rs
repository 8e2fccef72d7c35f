//! Values of content that the program makes: what must be said is an argument, everything else is left out.

use super::basics::{Bilingual, Id, Standing};
use super::conformance::{Extent, Parameters, WrittenMapping};
use super::decode::Text;
use super::form::WrittenForm;
use super::form_parts::{FieldType, Origin, WrittenField};
use super::schema::{Number, WrittenDivision, WrittenDocument, WrittenProvision, WrittenStyle};
use super::set::WrittenSet;
use super::table::{WrittenCell, WrittenCellTable};
use crate::base::diagnostics::Place;
use crate::base::notation::numerals::Template;

impl Bilingual {
    /// Words in Japanese alone.
    #[must_use]
    pub fn japanese(ja: impl Into<Text>) -> Self {
        Self { ja: ja.into(), en: None, place: Place::nowhere() }
    }

    /// Words in Japanese and English; English only where there is any.
    #[must_use]
    pub fn both([ja, en]: &[String; 2]) -> Self {
        Self { en: (!en.is_empty()).then(|| en.as_str().into()), ..Self::japanese(ja.as_str()) }
    }
}

impl WrittenStyle {
    /// A style of numbers.
    #[must_use]
    pub fn new(ja: Template, en: Template) -> Self {
        Self { ja, en, place: Place::nowhere() }
    }
}

impl Number {
    /// A number and its branches.
    #[must_use]
    pub fn new(parts: Vec<u32>) -> Self {
        Self { parts, place: Place::nowhere() }
    }
}

impl WrittenSet {
    /// A set of which nothing is said but what every set says.
    #[must_use]
    pub fn new(name: Bilingual, council: Bilingual, summary: Bilingual) -> Self {
        Self {
            name,
            council,
            summary,
            prefecture: None,
            conformance: None,
            amending: None,
            form_label: None,
            table_label: None,
            contacts: Vec::new(),
            unavailable: Vec::new(),
            procedures: Vec::new(),
            documents: Vec::new(),
            place: Place::nowhere(),
        }
    }
}

impl WrittenDocument {
    /// A document without provisions.
    #[must_use]
    pub fn new(title: Bilingual, standing: Standing) -> Self {
        Self {
            title,
            formerly: Vec::new(),
            short_title: None,
            standing,
            source: None,
            enacted: None,
            amended: Vec::new(),
            repealed: None,
            dates: None,
            modality: None,
            editor_notes: Vec::new(),
            cover: None,
            notes: Vec::new(),
            contents: None,
            levels: Vec::new(),
            paragraph: None,
            body: Vec::new(),
            supplementary: Vec::new(),
            appendices: Vec::new(),
            place: Place::nowhere(),
        }
    }
}

impl WrittenDivision {
    /// A supplementary provision or an appendix without provisions.
    #[must_use]
    pub fn new(id: impl Into<Id>) -> Self {
        Self {
            id: id.into(),
            topic: None,
            also: Vec::new(),
            label: None,
            title: None,
            modality: None,
            levels: Vec::new(),
            paragraph: None,
            columns: Vec::new(),
            body: Vec::new(),
            place: Place::nowhere(),
        }
    }
}

impl WrittenProvision {
    /// A provision without a text.
    #[must_use]
    pub fn new(id: impl Into<Id>) -> Self {
        Self {
            id: id.into(),
            formerly: Vec::new(),
            topic: None,
            also: Vec::new(),
            level: None,
            branch: None,
            number: None,
            to: None,
            label: None,
            numbered: None,
            caption: None,
            modality: None,
            ja: None,
            en: None,
            contact: None,
            table: None,
            meets: Vec::new(),
            editor_notes: Vec::new(),
            columns: Vec::new(),
            item_level: None,
            items: Vec::new(),
            paragraphs: Vec::new(),
            place: Place::nowhere(),
        }
    }
}

impl WrittenCellTable {
    /// A table without a caption and notes.
    #[must_use]
    pub fn new(head: Vec<Vec<WrittenCell>>, rows: Vec<Vec<WrittenCell>>) -> Self {
        Self { caption: None, head, rows, notes: Vec::new(), place: Place::nowhere() }
    }
}

impl WrittenCell {
    /// A cell of one column and one row; empty where there is no text.
    #[must_use]
    pub fn new(ja: Option<Text>) -> Self {
        Self { ja, en: None, span: None, rows: None, head: None, place: Place::nowhere() }
    }
}

impl WrittenMapping {
    /// A mapping to a requirement.
    #[must_use]
    pub fn new(requirement: impl Into<Text>, extent: Extent) -> Self {
        Self {
            requirement: requirement.into(),
            extent: extent.into(),
            modality: None,
            by: None,
            parameters: Parameters::default(),
            alternatives: Vec::new(),
            with: Vec::new(),
            note: None,
            place: Place::nowhere(),
        }
    }
}

impl WrittenForm {
    /// A form without a title and blocks.
    #[must_use]
    pub fn new(origin: Origin, standing: Standing) -> Self {
        Self {
            number: None,
            title: None,
            formerly: Vec::new(),
            subtitle: None,
            origin,
            standing,
            source: None,
            tasks: Vec::new(),
            purpose: None,
            basis: None,
            draft: None,
            editor_notes: Vec::new(),
            copies: Vec::new(),
            extends: None,
            replace: Vec::new(),
            drop: Vec::new(),
            append: Vec::new(),
            blocks: Vec::new(),
            place: Place::nowhere(),
        }
    }
}

impl WrittenField {
    /// A field of which nothing more is said.
    #[must_use]
    pub fn new(id: impl Into<Id>, label: Bilingual, r#type: FieldType) -> Self {
        Self {
            id: id.into(),
            label,
            r#type,
            required: None,
            lines: None,
            calendar: None,
            table: None,
            options: Vec::new(),
            furigana: None,
            place: Place::nowhere(),
        }
    }
}
