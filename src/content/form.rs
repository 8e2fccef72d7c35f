//! What authors write of forms: a tree of blocks, from which the paper, the page and the data follow.

use super::decode::{Decode, Located, Text, mismatch, unknown};
use super::schema::{Bilingual, Id, Level, Provision, Source, Standing, Style};
use super::yaml::{Node, Value};
use crate::diagnostics::{Diagnostics, Place};
use crate::{keyword, record};

record! {
    /// A form.
    pub struct Form {
        /// Its number among the set's forms.
        number: Option<Located<u32>>,
        /// Its title.
        title: Option<Bilingual>,
        /// A second line below the title.
        subtitle: Option<Bilingual>,
        /// Where its text comes from.
        origin: Origin,
        /// Whether it is the issuer's own text.
        standing: Standing,
        /// What it restates.
        source: Option<Source>,
        /// Who fills it in, when, and who keeps it.
        purpose: Option<Bilingual>,
        /// The provision that asks for it: `policy#pledge`.
        basis: Option<Text>,
        /// The form that it takes over: `baseline/staff-pledge`.
        extends: Option<Text>,
        /// Blocks that stand in place of the extended form's.
        replace: Vec<Block>,
        /// Blocks of the extended form that are left out.
        drop: Vec<Id>,
        /// Blocks after the extended form's.
        append: Vec<Block>,
        /// The blocks of a form that extends none.
        blocks: Vec<Block>,
    }

    /// A paragraph or a heading.
    pub struct Passage {
        /// Its id.
        id: Id,
        /// Japanese.
        ja: Text,
        /// English.
        en: Option<Text>,
    }

    /// A line for the name of whom the form is addressed to.
    pub struct Addressee {
        /// Its id.
        id: Id,
        /// What is written there.
        label: Bilingual,
        /// 殿, 様.
        honorific: Bilingual,
    }

    /// Numbered text, as in a document.
    pub struct Provisions {
        /// Its id.
        id: Id,
        /// One style a depth.
        levels: Vec<Level>,
        /// The number of second and later paragraphs.
        paragraph: Option<Style>,
        /// The provisions.
        body: Vec<Provision>,
    }

    /// What stands between 記 and 以上.
    pub struct Enclosure {
        /// Its id.
        id: Id,
        /// The blocks.
        blocks: Vec<Block>,
    }

    /// A page of its own, printed on the back.
    pub struct Overleaf {
        /// Its id.
        id: Id,
        /// Its title.
        title: Bilingual,
        /// The blocks.
        blocks: Vec<Block>,
        /// Whether it ends with 以上.
        closing: Option<bool>,
    }

    /// A ruled table of labels and boxes.
    pub struct FieldGroup {
        /// Its id.
        id: Id,
        /// Whom or what the fields are about.
        caption: Option<Bilingual>,
        /// The fields.
        fields: Vec<Field>,
    }

    /// A line for a date.
    pub struct DateLine {
        /// Its id.
        id: Id,
        /// What the date is of.
        label: Option<Bilingual>,
        /// What is printed before the year.
        calendar: DateCalendar,
    }

    /// Lines to sign on.
    pub struct Signature {
        /// Its id.
        id: Id,
        /// Who signs.
        caption: Option<Bilingual>,
        /// The lines; the seal stands on the last.
        fields: Vec<Field>,
        /// Whether a seal is asked for.
        seal: Seal,
    }

    /// One thing to fill in.
    pub struct Field {
        /// Its id.
        id: Id,
        /// Its label.
        label: Bilingual,
        /// What it holds.
        r#type: FieldType,
        /// Whether it must be filled in.
        required: Option<bool>,
        /// Its height in lines of handwriting.
        lines: Option<Located<u32>>,
    }
}

keyword! {
    /// Where a form's text comes from.
    pub enum Origin {
        /// The issuer's publication holds it.
        Source = "source",
        /// The publication names it without a body; the baseline's model stands in.
        BaselineModel = "baseline-model",
        /// The publication names it without a body; junsoku wrote a model.
        ProjectModel = "project-model",
    }

    /// Whether a signature asks for a seal.
    pub enum Seal {
        /// 印
        Required = "required",
        /// 署名又は記名押印
        SignOrSeal = "sign-or-seal",
        /// No seal.
        None = "none",
    }

    /// What is printed before the year of a date line.
    pub enum DateCalendar {
        /// 令和
        Era = "era",
        /// （西暦）
        Western = "western",
        /// Nothing.
        None = "none",
    }

    /// What a field holds.
    pub enum FieldType {
        /// One line of text.
        Text = "text",
        /// Several lines of text.
        Multiline = "multiline",
        /// The reading of a name.
        Furigana = "furigana",
        /// 〒
        PostalCode = "postal-code",
        /// A telephone number.
        Telephone = "telephone",
        /// An e-mail address.
        Email = "email",
        /// A date.
        Date = "date",
    }
}

macro_rules! blocks {
    ($($(#[$meta:meta])* $variant:ident($type:ty) = $word:literal,)*) => {
        /// One part of a form; its only key in YAML says which.
        #[derive(Debug, Clone)]
        pub enum Block { $($(#[$meta])* $variant($type),)* }

        impl Block {
            const WORDS: &'static [&'static str] = &[$($word),*];

            /// The block's id.
            #[must_use]
            pub fn id(&self) -> &Id {
                match self { $(Self::$variant(block) => &block.id,)* }
            }

            /// Where the block stands.
            #[must_use]
            pub fn place(&self) -> &Place {
                match self { $(Self::$variant(block) => &block.place,)* }
            }
        }

        impl Decode for Block {
            fn decode(node: &Node, findings: &mut Diagnostics) -> Option<Self> {
                let Value::Map(entries) = &node.value else {
                    return mismatch(node, "map", findings);
                };
                let [(key, place, body)] = entries.as_slice() else {
                    return mismatch(node, "block", findings);
                };
                match key.as_str() {
                    $($word => Decode::decode(body, findings).map(Self::$variant),)*
                    other => {
                        findings.push(unknown("J0205", other, place, Self::WORDS.iter().copied()));
                        None
                    }
                }
            }
        }
    };
}

blocks! {
    /// Running text.
    Paragraph(Passage) = "paragraph",
    /// A heading.
    Heading(Passage) = "heading",
    /// Whom the form is addressed to.
    Addressee(Addressee) = "addressee",
    /// Numbered text.
    Provisions(Provisions) = "provisions",
    /// 記 … 以上.
    Enclosure(Enclosure) = "enclosure",
    /// The back of the sheet.
    Overleaf(Overleaf) = "overleaf",
    /// A ruled table of fields.
    Fields(FieldGroup) = "fields",
    /// A date line.
    Date(DateLine) = "date",
    /// Lines to sign on.
    Signature(Signature) = "signature",
}
