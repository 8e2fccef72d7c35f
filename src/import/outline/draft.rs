//! A form as it was recognised: blocks in the order of the text, every word of which knows its lines.

use super::node::{Label, Node};
use super::words::Words;
use crate::content::{DateCalendar, FieldType};

/// A form.
#[derive(Debug, Clone, Default)]
pub struct Draft {
    /// Its number, where the set prints its label.
    pub number: Option<u32>,
    /// Its label, where it has a number.
    pub label: Words,
    /// Its title.
    pub title: Words,
    /// A line in brackets beside the title.
    pub subtitle: Words,
    /// Its blocks.
    pub blocks: Vec<Block>,
    /// What is no letter: underlines, boxes, the brackets around a place to fill in.
    pub blanks: Vec<Words>,
}

/// A part of a form.
#[derive(Debug, Clone)]
pub enum Block {
    /// Running text with places to fill in.
    Paragraph(Vec<Part>),
    /// A heading.
    Heading(Words),
    /// Whom the form is addressed to.
    Addressee {
        /// Where names are written.
        fields: Vec<Field>,
        /// 殿, 様, 御中.
        honorific: Words,
    },
    /// A line with year, month and day.
    Date {
        /// What the date is of.
        label: Words,
        /// The line.
        field: Field,
    },
    /// Labels with places to write beside them.
    Group(Group),
    /// A table with empty lines.
    Rows {
        /// The head of the column that numbers the lines, and the numbers.
        numbered: Option<(Words, Vec<Words>)>,
        /// The other columns.
        columns: Vec<Field>,
        /// How many lines there are.
        count: usize,
    },
    /// Numbered text.
    Provisions(Vec<Node>),
    /// 記 … 以上.
    Enclosure {
        /// 記.
        head: Words,
        /// What stands below it.
        blocks: Vec<Self>,
        /// 以上; empty where it is missing.
        closing: Words,
    },
}

/// A piece of running text.
#[derive(Debug, Clone)]
pub enum Part {
    /// Words.
    Words(Words),
    /// A place to fill in.
    Field(Field),
}

/// Labels with places to write beside them.
#[derive(Debug, Clone, Default)]
pub struct Group {
    /// Whether they are ruled boxes rather than open lines.
    pub boxed: bool,
    /// Whom they are about.
    pub caption: Words,
    /// The labels.
    pub fields: Vec<Field>,
    /// The mark of a seal.
    pub seal: Words,
}

/// A place to fill in.
#[derive(Debug, Clone)]
pub struct Field {
    /// Its label.
    pub label: Words,
    /// What it probably holds.
    pub kind: FieldType,
    /// Of a date: what stands before the year.
    pub calendar: DateCalendar,
    /// What it offers.
    pub options: Vec<Words>,
    /// Of a date: 年 月 日 as the text prints them, where it does.
    pub line: Words,
}

impl Field {
    /// A field with a type that its label suggests.
    #[must_use]
    pub fn of(label: Words) -> Self {
        Self { kind: crate::import::shapes::labels::kind(&label.text), ..Self::text(label) }
    }

    /// A field for letters.
    #[must_use]
    pub fn text(label: Words) -> Self {
        Self { label, kind: FieldType::Text, calendar: DateCalendar::None, options: Vec::new(), line: Words::default() }
    }

    fn filled<'a>(&'a self, all: &mut Vec<&'a Words>) {
        all.extend(&self.options);
        all.push(&self.line);
    }

    fn add<'a>(&'a self, all: &mut Vec<&'a Words>) {
        all.push(&self.label);
        self.filled(all);
    }
}

impl Draft {
    /// Everything that is to be printed below the form's label, in the order in which it is.
    #[must_use]
    pub fn words(&self) -> Vec<&Words> {
        let mut all = vec![&self.label, &self.title, &self.subtitle];
        self.blocks.iter().for_each(|block| block.add(&mut all));
        all
    }

    /// Calls `visit` for every place to fill in.
    pub fn fields<'a>(&'a self, visit: &mut impl FnMut(&'a Field)) {
        self.blocks.iter().for_each(|block| block.fields(visit));
    }
}

impl Block {
    fn add<'a>(&'a self, all: &mut Vec<&'a Words>) {
        match self {
            Self::Paragraph(parts) => parts.iter().for_each(|part| match part {
                Part::Words(words) => all.push(words),
                Part::Field(field) => field.filled(all),
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
                group.fields.iter().for_each(|field| field.add(all));
                all.push(&group.seal);
            }
            Self::Rows { numbered, columns, .. } => {
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

    fn fields<'a>(&'a self, visit: &mut impl FnMut(&'a Field)) {
        match self {
            Self::Paragraph(parts) => parts.iter().for_each(|part| {
                if let Part::Field(field) = part {
                    visit(field);
                }
            }),
            Self::Date { field, .. } => visit(field),
            Self::Addressee { fields, .. } | Self::Group(Group { fields, .. }) | Self::Rows { columns: fields, .. } => {
                fields.iter().for_each(visit);
            }
            Self::Enclosure { blocks, .. } => blocks.iter().for_each(|block| block.fields(visit)),
            Self::Heading(_) | Self::Provisions(_) => {}
        }
    }
}

/// The words of a provision and of what stands below it, as they are printed.
pub(in crate::import) fn add_node<'a>(node: &'a Node, all: &mut Vec<&'a Words>) {
    node.walk(0, &mut |node: &Node, _| {
        all.extend(node.label.as_ref().map(|label: &Label| &label.words));
        all.push(&node.caption);
        all.extend(&node.text);
        all.extend(&node.columns);
    });
}
