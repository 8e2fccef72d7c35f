//! The resolved model of forms.

use super::contact::Contact;
use super::document::{Provision, Source};
use super::table::CodeTable;
use super::words::{Pair, Target, Text, Words};
use crate::content::{DateCalendar, FieldType, FormTask, Origin, Seal, Standing};

/// A form.
#[derive(Debug)]
pub struct Form {
    /// Its id.
    pub id: String,
    /// The ids that it bore before.
    pub formerly: Vec<String>,
    /// Its number among the set's forms.
    pub number: Option<u32>,
    /// Its number as printed: 様式第１号.
    pub label: Option<Pair>,
    /// Its title.
    pub title: Words,
    /// A second line.
    pub subtitle: Option<Words>,
    /// The origin of its text.
    pub origin: Origin,
    /// The standing of the text: the issuer's own, or a restatement.
    pub standing: Standing,
    /// The source that it restates.
    pub source: Option<Source>,
    /// The tasks for which people look for it.
    pub tasks: Vec<FormTask>,
    /// The people who fill it in, and the occasion.
    pub purpose: Option<Words>,
    /// The provision that asks for it, with its number.
    pub basis: Option<(Target, Pair)>,
    /// The form that it extends.
    pub model: Option<Target>,
    /// Whether what is filled in on the page may be kept in the browser.
    pub draft: bool,
    /// The remarks of a careful editor; for reviewers.
    pub editor_notes: Vec<Text>,
    /// The copies that are made of it; empty: one, without a mark.
    pub copies: Vec<Copy>,
    /// Its blocks.
    pub blocks: Vec<Block>,
}

/// One of the copies that are made of a form.
#[derive(Debug)]
pub struct Copy {
    /// Its id.
    pub id: String,
    /// For whom it is.
    pub label: Option<Words>,
    /// From whom it comes.
    pub from: Option<Words>,
    /// The keeper of the copy.
    pub keeper: Option<Words>,
}

/// One part of a form.
#[derive(Debug)]
pub struct Block {
    /// Its id.
    pub id: String,
    /// Its number, where the enclosure it stands in numbers its blocks.
    pub number: Option<Pair>,
    /// The kind of the block.
    pub kind: BlockKind,
}

/// The kind of a block.
#[derive(Debug)]
pub enum BlockKind {
    /// Running text.
    Paragraph {
        /// The text.
        text: Text,
        /// The places to fill in that it holds.
        fields: Vec<Field>,
    },
    /// A heading.
    Heading(Words),
    /// The addressee of the form.
    Addressee {
        /// The fields to write the addressee in.
        fields: Vec<Field>,
        /// The contact that it is always addressed to.
        contact: Option<Box<Contact>>,
        /// 殿, 様.
        honorific: Words,
    },
    /// The issuer of the sheet.
    Sender(Box<Contact>),
    /// Numbered text.
    Provisions(Vec<Provision>),
    /// 記 … 以上.
    Enclosure {
        /// Its blocks.
        blocks: Vec<Block>,
        /// Whether it ends with 以上.
        closing: bool,
    },
    /// The back of the sheet.
    Overleaf {
        /// Its title.
        title: Words,
        /// Its blocks.
        blocks: Vec<Block>,
        /// Whether it ends with 以上.
        closing: bool,
    },
    /// A ruled table of fields.
    Fields {
        /// The person or thing that the fields are about.
        caption: Option<Words>,
        /// Whether the office that receives the form fills them in.
        office_use: bool,
        /// The fields.
        fields: Vec<Field>,
    },
    /// Fields on open lines.
    Lines {
        /// The person or thing that the fields are about.
        caption: Option<Words>,
        /// Whether the office that receives the form fills them in.
        office_use: bool,
        /// The fields.
        fields: Vec<Field>,
    },
    /// A ruled table about one person.
    Person {
        /// The person's part in the form.
        caption: Option<Words>,
        /// The fields asked about the person.
        fields: Vec<Field>,
        /// The seal that is asked for beside the name.
        seal: Seal,
        /// Whether the person signs for another, if anyone does.
        proxy: bool,
    },
    /// A table with a line for each entry.
    Rows(Rows),
    /// An appended table.
    Table(Box<CodeTable>),
    /// A contact's details.
    Contact {
        /// The purpose of the block.
        caption: Option<Words>,
        /// The contact.
        contact: Box<Contact>,
    },
    /// A date line.
    Date {
        /// The event that is dated.
        label: Option<Words>,
        /// The date.
        field: Box<Field>,
    },
    /// Lines to sign on.
    Signature {
        /// The person who signs.
        caption: Option<Words>,
        /// The lines.
        fields: Vec<Field>,
        /// The seal that is asked for.
        seal: Seal,
    },
}

/// A table with a line for each entry.
#[derive(Debug)]
pub struct Rows {
    /// The subject of the entries.
    pub caption: Option<Words>,
    /// The text before the table.
    pub text: Option<Text>,
    /// The columns.
    pub columns: Vec<Field>,
    /// Whether the office that receives the form fills them in.
    pub office_use: bool,
    /// The number of lines on a sheet.
    pub count: u32,
    /// The least number of entries.
    pub min: u32,
    /// The greatest number of entries; `None` where further sheets may be added without end.
    pub max: Option<u32>,
    /// The head of a first column that numbers the lines.
    pub numbered: Option<Words>,
    /// Whether further sheets of the same table may be added.
    pub continues: bool,
}

/// Whether something must be filled in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Obligation {
    /// It must be.
    Required,
    /// One of those that say so in its block must be.
    Either,
    /// It may be left empty.
    Optional,
    /// The text that the form is taken from does not say.
    NotStated,
}

impl Obligation {
    /// The obligation that the key `required` states, or that nothing does.
    #[must_use]
    pub fn stated(required: Option<bool>) -> Self {
        match required {
            Some(true) => Self::Required,
            Some(false) => Self::Optional,
            None => Self::NotStated,
        }
    }

    /// Whether it must be filled in.
    #[must_use]
    pub fn is_required(self) -> bool {
        self == Self::Required
    }

    /// The word for it in templates.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Required => "required",
            Self::Either => "either",
            Self::Optional => "optional",
            Self::NotStated => "not-stated",
        }
    }
}

/// One thing to fill in.
#[derive(Debug)]
pub struct Field {
    /// Its id.
    pub id: String,
    /// Its label.
    pub label: Words,
    /// The type of the value.
    pub kind: FieldType,
    /// Whether it must be filled in.
    pub obligation: Obligation,
    /// Its height in lines of handwriting.
    pub lines: u32,
    /// Of a date: what is printed before the year.
    pub calendar: DateCalendar,
    /// Of a choice: the appended table, and how it is cited.
    pub table: Option<(Target, Pair)>,
    /// The options of radio buttons and check boxes.
    pub options: Vec<Choice>,
    /// Whether its reading is written above it.
    pub furigana: bool,
}

/// One of the options of a field.
#[derive(Debug)]
pub struct Choice {
    /// Its id.
    pub id: String,
    /// Its words.
    pub words: Words,
}

impl Form {
    /// Whether it has a field at `path` (`establishment.name`) that stands once.
    #[must_use]
    pub fn asks_for(&self, path: &str) -> bool {
        fn within(blocks: &[Block], block: &str, field: &str) -> bool {
            blocks.iter().any(|one| {
                let is_rows = matches!(one.kind, BlockKind::Rows(_));
                let is_here = one.id == block && !is_rows && one.kind.fields().iter().any(|known| known.id == field);
                is_here || within(one.kind.inner(), block, field)
            })
        }
        path.split_once('.').is_some_and(|(block, field)| within(&self.blocks, block, field))
    }
}

impl BlockKind {
    /// The words at the block's head, where it has any.
    #[must_use]
    pub fn caption(&self) -> Option<&Words> {
        match self {
            Self::Fields { caption, .. }
            | Self::Lines { caption, .. }
            | Self::Person { caption, .. }
            | Self::Contact { caption, .. }
            | Self::Signature { caption, .. } => caption.as_ref(),
            Self::Rows(rows) => rows.caption.as_ref(),
            Self::Paragraph { .. }
            | Self::Heading(_)
            | Self::Addressee { .. }
            | Self::Sender(_)
            | Self::Provisions(_)
            | Self::Enclosure { .. }
            | Self::Overleaf { .. }
            | Self::Table(_)
            | Self::Date { .. } => None,
        }
    }

    /// Returns the fields to fill in in the block itself, without those of the blocks inside it.
    #[must_use]
    pub fn fields(&self) -> &[Field] {
        match self {
            Self::Paragraph { fields, .. }
            | Self::Addressee { fields, .. }
            | Self::Fields { fields, .. }
            | Self::Lines { fields, .. }
            | Self::Person { fields, .. }
            | Self::Signature { fields, .. } => fields,
            Self::Rows(rows) => &rows.columns,
            Self::Date { field, .. } => std::slice::from_ref(field),
            Self::Heading(_)
            | Self::Sender(_)
            | Self::Provisions(_)
            | Self::Enclosure { .. }
            | Self::Overleaf { .. }
            | Self::Table(_)
            | Self::Contact { .. } => &[],
        }
    }

    /// Whether the office that receives the form fills it in.
    #[must_use]
    pub fn is_office_use(&self) -> bool {
        match self {
            Self::Fields { office_use, .. } | Self::Lines { office_use, .. } => *office_use,
            Self::Rows(rows) => rows.office_use,
            Self::Paragraph { .. }
            | Self::Heading(_)
            | Self::Addressee { .. }
            | Self::Sender(_)
            | Self::Provisions(_)
            | Self::Enclosure { .. }
            | Self::Overleaf { .. }
            | Self::Person { .. }
            | Self::Table(_)
            | Self::Contact { .. }
            | Self::Date { .. }
            | Self::Signature { .. } => false,
        }
    }

    /// The blocks inside the block.
    #[must_use]
    pub fn inner(&self) -> &[Block] {
        match self {
            Self::Enclosure { blocks, .. } | Self::Overleaf { blocks, .. } => blocks,
            Self::Paragraph { .. }
            | Self::Heading(_)
            | Self::Addressee { .. }
            | Self::Sender(_)
            | Self::Provisions(_)
            | Self::Fields { .. }
            | Self::Lines { .. }
            | Self::Person { .. }
            | Self::Rows(_)
            | Self::Table(_)
            | Self::Contact { .. }
            | Self::Date { .. }
            | Self::Signature { .. } => &[],
        }
    }
}
