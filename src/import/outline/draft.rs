//! A form as it was recognised: blocks in the order of the text, every word of which knows its lines.

use super::node::{Label, OutlineNode, OutlineTable};
use super::words::SourceWords;
use crate::content::{DateCalendar, FieldType};

/// A form.
#[derive(Debug, Clone, Default)]
pub struct Draft {
    /// Its number, where the set prints its label.
    pub number: Option<u32>,
    /// Its label, where it has a number.
    pub label: SourceWords,
    /// Its title.
    pub title: SourceWords,
    /// A line in brackets beside the title.
    pub subtitle: SourceWords,
    /// Its blocks.
    pub blocks: Vec<DraftBlock>,
    /// The words that are no letters: underlines, boxes, the brackets around a place to fill in.
    pub blanks: Vec<SourceWords>,
    /// The words that stand in every line of a table and are written once.
    pub repeated: Vec<SourceWords>,
    /// Cells of tables that stand as text.
    pub unplaced: Vec<SourceWords>,
    /// Lines between places to fill in that stand as text.
    pub between: Vec<SourceWords>,
}

/// A part of a form.
#[derive(Debug, Clone)]
pub enum DraftBlock {
    /// Running text with places to fill in.
    Paragraph(Vec<DraftPart>),
    /// A heading.
    Heading(SourceWords),
    /// The addressee of the form.
    Addressee {
        /// The fields for names.
        fields: Vec<DraftField>,
        /// 殿, 様, 御中.
        honorific: SourceWords,
    },
    /// A line with year, month and day.
    Date {
        /// The event that is dated.
        label: SourceWords,
        /// The line.
        field: DraftField,
    },
    /// Labels with places to write beside them.
    Group(DraftGroup),
    /// A table with empty lines.
    Rows {
        /// The head of the column that numbers the lines, and the numbers.
        numbered: Option<(SourceWords, Vec<SourceWords>)>,
        /// The other columns.
        columns: Vec<DraftField>,
        /// The number of lines.
        count: usize,
    },
    /// Numbered text.
    Provisions(Vec<OutlineNode>),
    /// 記 … 以上.
    Enclosure {
        /// 記.
        head: SourceWords,
        /// The blocks below it.
        blocks: Vec<Self>,
        /// 以上; empty where it is missing.
        closing: SourceWords,
    },
}

/// A piece of running text.
#[derive(Debug, Clone)]
pub enum DraftPart {
    /// Words.
    Words(SourceWords),
    /// A place to fill in.
    Field(DraftField),
}

/// Labels with places to write beside them.
#[derive(Debug, Clone, Default)]
pub struct DraftGroup {
    /// Whether they are ruled boxes rather than open lines.
    pub boxed: bool,
    /// The person or thing that they are about.
    pub caption: SourceWords,
    /// The labels.
    pub fields: Vec<DraftField>,
    /// The mark of a seal.
    pub seal: SourceWords,
    /// Whether all of them are about one person who signs, and one is the relationship to another.
    pub person: bool,
}

/// A place to fill in.
#[derive(Debug, Clone)]
pub struct DraftField {
    /// Its label.
    pub label: SourceWords,
    /// The probable type of its value.
    pub kind: FieldType,
    /// Of a date: what stands before the year.
    pub calendar: DateCalendar,
    /// The options that it offers.
    pub options: Vec<SourceWords>,
    /// Of a date: 年 月 日 as the text prints them, where it does.
    pub line: SourceWords,
}

impl DraftField {
    /// A field with a type that its label suggests.
    #[must_use]
    pub fn of(label: SourceWords) -> Self {
        Self { kind: crate::import::shapes::labels::field_type_of(&label.text), ..Self::text(label) }
    }

    /// A field for letters.
    #[must_use]
    pub fn text(label: SourceWords) -> Self {
        Self {
            label,
            kind: FieldType::Text,
            calendar: DateCalendar::None,
            options: Vec::new(),
            line: SourceWords::default(),
        }
    }

    fn filled<'a>(&'a self, all: &mut Vec<&'a SourceWords>) {
        all.extend(&self.options);
        all.push(&self.line);
    }

    fn add<'a>(&'a self, all: &mut Vec<&'a SourceWords>) {
        all.push(&self.label);
        self.filled(all);
    }
}

impl Draft {
    /// Everything that is to be printed below the form's label, in the order in which it is.
    #[must_use]
    pub fn words(&self) -> Vec<&SourceWords> {
        let mut all = vec![&self.label, &self.title, &self.subtitle];
        self.blocks.iter().for_each(|block| block.add(&mut all));
        all
    }

    /// Calls `visit` for every place to fill in.
    pub fn fields<'a>(&'a self, visit: &mut impl FnMut(&'a DraftField)) {
        self.blocks.iter().for_each(|block| block.fields(visit));
    }
}

impl DraftBlock {
    fn add<'a>(&'a self, all: &mut Vec<&'a SourceWords>) {
        // The order is that in which sheets print (`prove::printed_form` says it of what was loaded); the two are
        // compared letter for letter.
        match self {
            Self::Paragraph(parts) => parts.iter().for_each(|part| match part {
                DraftPart::Words(words) => all.push(words),
                // The label of a place within running text is the words before it, which stand in the part before.
                DraftPart::Field(field) => field.filled(all),
            }),
            Self::Heading(words) => all.push(words),
            Self::Addressee { fields, honorific } => {
                for field in fields {
                    field.add(all);
                }
                all.push(honorific);
            }
            Self::Date { label, field } => all.extend([label, &field.line]),
            Self::Group(group) => {
                all.push(&group.caption);
                // A seal is printed behind the last field, whatever stood between them in the text.
                group.fields.iter().for_each(|field| field.add(all));
                all.push(&group.seal);
            }
            // An empty line has no letters, so that the number of lines does not matter here.
            Self::Rows { numbered, columns, .. } => {
                // Numbers of lines come last: a sheet prints the heads first and the numbers line by line below them.
                all.extend(numbered.iter().map(|(head, _)| head));
                for column in columns {
                    column.add(all);
                }
                all.extend(numbered.iter().flat_map(|(_, numbers)| numbers));
            }
            Self::Provisions(nodes) => nodes.iter().for_each(|node| add_node(node, all)),
            Self::Enclosure { head, blocks, closing } => {
                all.push(head);
                for block in blocks {
                    block.add(all);
                }
                all.push(closing);
            }
        }
    }

    fn fields<'a>(&'a self, visit: &mut impl FnMut(&'a DraftField)) {
        match self {
            Self::Paragraph(parts) => parts.iter().for_each(|part| {
                if let DraftPart::Field(field) = part {
                    visit(field);
                }
            }),
            Self::Date { field, .. } => visit(field),
            Self::Addressee { fields, .. }
            | Self::Group(DraftGroup { fields, .. })
            | Self::Rows { columns: fields, .. } => {
                fields.iter().for_each(visit);
            }
            Self::Enclosure { blocks, .. } => blocks.iter().for_each(|block| block.fields(visit)),
            Self::Heading(_) | Self::Provisions(_) => {}
        }
    }
}

/// The words of a provision and of what stands below it, as they are printed.
pub(in crate::import) fn add_node<'a>(node: &'a OutlineNode, all: &mut Vec<&'a SourceWords>) {
    node.walk(0, &mut |node: &OutlineNode, _| {
        all.extend(node.label.as_ref().map(|label: &Label| &label.words));
        all.push(&node.caption);
        all.extend(&node.text);
        all.extend(&node.columns);
        all.extend(node.table.iter().flat_map(OutlineTable::words));
    });
}
