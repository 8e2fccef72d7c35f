//! The kinds of block that a form is a tree of.

use super::decode::{Decode, mismatch, unknown};
use super::form::{
    Addressee, ContactBlock, DateLine, Enclosure, FieldGroup, Heading, Overleaf, Paragraph, Person, Provisions, Rows,
    Sender, Signature, TableBlock,
};
use super::schema::Id;
use super::yaml::{Node, Value};
use crate::diagnostics::{Code, Diagnostics, Place};

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
                        findings.push(unknown(Code::J0205, other, place, Self::WORDS.iter().copied()));
                        None
                    }
                }
            }
        }
    };
}

blocks! {
    /// Running text.
    Paragraph(Paragraph) = "paragraph",
    /// A heading.
    Heading(Heading) = "heading",
    /// Whom the form is addressed to.
    Addressee(Addressee) = "addressee",
    /// Who issues the sheet.
    Sender(Sender) = "sender",
    /// Numbered text.
    Provisions(Provisions) = "provisions",
    /// 記 … 以上.
    Enclosure(Enclosure) = "enclosure",
    /// The back of the sheet.
    Overleaf(Overleaf) = "overleaf",
    /// A ruled table of fields.
    Fields(FieldGroup) = "fields",
    /// Fields on open lines.
    Lines(FieldGroup) = "lines",
    /// A ruled table about one person.
    Person(Person) = "person",
    /// A table with a line for each entry.
    Rows(Box<Rows>) = "rows",
    /// An appended table.
    Table(TableBlock) = "table",
    /// A contact's details.
    Contact(ContactBlock) = "contact",
    /// A date line.
    Date(DateLine) = "date",
    /// Lines to sign on.
    Signature(Signature) = "signature",
}
