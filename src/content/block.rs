//! The kinds of block that a form is a tree of.

use super::basics::{Bilingual, Id};
use super::declare::record;
use super::decode::{Decode, mismatch, unknown_name};
use super::form_parts::{
    Addressee, ContactBlock, DateLine, FieldGroup, Heading, Paragraph, Person, Provisions, Sender, Signature,
    TableBlock, WrittenRows,
};
use super::schema::WrittenStyle;
use super::shape::{KeyShape, Meaning, RecordShape, Shape, Shaped};
use super::value::{Encode, Layout, YamlValue, mapping};
use super::yaml::{Value, YamlNode};
use crate::base::diagnostics::{Code, Diagnostics, Place};

macro_rules! blocks {
    ($($(#[doc = $en:literal])* $variant:ident($type:ty) = $word:literal => $ja:literal,)*) => {
        /// One part of a form; its only key in YAML says which.
        #[derive(Debug, Clone)]
        pub enum WrittenBlock { $($(#[doc = $en])* $variant($type),)* }

        impl WrittenBlock {
            const WORDS: &'static [&'static str] = &[$($word),*];

            /// The block's id.
            #[must_use]
            pub fn id(&self) -> &Id {
                match self { $(Self::$variant(block) => &block.id,)* }
            }

            /// The block's id, to change.
            pub fn id_mut(&mut self) -> &mut Id {
                match self { $(Self::$variant(block) => &mut block.id,)* }
            }

            /// Returns the block's place.
            #[must_use]
            pub fn place(&self) -> &Place {
                match self { $(Self::$variant(block) => &block.place,)* }
            }
        }

        impl Decode for WrittenBlock {
            fn decode(node: &YamlNode, findings: &mut Diagnostics) -> Option<Self> {
                let Value::Map(entries) = &node.value else {
                    return mismatch(node, "map", findings);
                };
                // With two keys there would be no telling which of them is the block.
                let [(key, place, body)] = entries.as_slice() else {
                    return mismatch(node, "block", findings);
                };
                match key.as_str() {
                    $($word => Decode::decode(body, findings).map(Self::$variant),)*
                    other => {
                        findings.push(unknown_name(Code::J0205, other, place, Self::WORDS.iter().copied()));
                        None
                    }
                }
            }
        }

        impl Encode for WrittenBlock {
            fn encode(&self) -> Option<YamlValue> {
                let (word, body) = match self { $(Self::$variant(block) => ($word, block.encode()),)* };
                Some(mapping(Layout::Open, [(word, body)]))
            }
        }

        impl Shaped for WrittenBlock {
            fn shape() -> Shape {
                static BLOCK: RecordShape = RecordShape {
                    name: "Block",
                    meaning: Meaning { en: "One part of a form; its only key says which.", ja: "様式の一部。ただ一つのキーが種類を示す" },
                    keys: &[$(KeyShape {
                        key: $word,
                        meaning: Meaning { en: concat!($($en),*), ja: $ja },
                        required: false,
                        shape: <$type as Shaped>::shape,
                    }),*],
                };
                Shape::OneKey(&BLOCK)
            }
        }
    };
}

record! {
    /// The text between 記 and 以上.
    pub struct Enclosure (Open) => "「記」から「以上」まで" {
        /// Its id.
        id: Id => "ブロックのid",
        /// The number of its captioned blocks.
        numbering: Option<WrittenStyle> => "見出しのあるブロックに付ける番号",
        /// `false`: does not end with 以上.
        closing: Option<bool> => "`false`：「以上」で結ばない",
        /// The blocks.
        blocks: Vec<WrittenBlock> => "含まれるブロック",
    }

    /// A page of its own, printed on the back.
    pub struct Overleaf (Open) => "別のページ（裏面）に印刷する部分" {
        /// Its id.
        id: Id => "ブロックのid",
        /// Its title.
        title: Bilingual => "題名",
        /// The blocks.
        blocks: Vec<WrittenBlock> => "含まれるブロック",
        /// Whether it ends with 以上.
        closing: Option<bool> => "「以上」で結ぶかどうか",
    }
}

blocks! {
    /// Running text.
    Paragraph(Paragraph) = "paragraph" => "記入する箇所を含むことのできる文章",
    /// A heading.
    Heading(Heading) = "heading" => "見出し",
    /// The addressee of the form.
    Addressee(Addressee) = "addressee" => "宛先",
    /// The issuer of the sheet.
    Sender(Sender) = "sender" => "発行者",
    /// Numbered text.
    Provisions(Provisions) = "provisions" => "番号の付く文章",
    /// The text between 記 and 以上.
    Enclosure(Enclosure) = "enclosure" => "「記」から「以上」まで",
    /// The back of the sheet.
    Overleaf(Overleaf) = "overleaf" => "用紙の裏面",
    /// A ruled table of fields.
    Fields(FieldGroup) = "fields" => "記入欄の表",
    /// Fields on open lines.
    Lines(FieldGroup) = "lines" => "罫線のない記入欄",
    /// A ruled table about one person.
    Person(Person) = "person" => "一人についての表",
    /// A table with a line for each entry.
    Rows(Box<WrittenRows>) = "rows" => "一件を一行に記入する表",
    /// An appended table.
    Table(TableBlock) = "table" => "別表",
    /// A contact's details.
    Contact(ContactBlock) = "contact" => "連絡先の詳細",
    /// A date line.
    Date(DateLine) = "date" => "日付の行",
    /// Lines to sign on.
    Signature(Signature) = "signature" => "署名欄",
}
