//! Forms as any medium draws them, the page as well as the paper: the same blocks, fields and words in the same order.
//! A medium says how it takes running text and provisions.

// A new kind of anything must be told of everywhere; no arm may swallow it.
#![warn(clippy::wildcard_enum_match_arm)]

mod cells;
mod contact;
mod field;
pub mod filling;
mod printed;

pub use cells::{CellTableView, cell_table};
pub use contact::{ContactLine, ContactView};
pub use field::FieldView;
pub use printed::{PrintedDate, PrintedValue};

use serde::Serialize;

use crate::base::locale::{Lang, Messages};
use crate::corpus::{Block, BlockKind, CodeTable, Copy, Form, Provision, Rows, Text, Words};

/// The way in which a medium takes running text and provisions.
pub trait Medium {
    /// Running text.
    type Text: Serialize;
    /// A provision.
    type Node: Serialize;

    /// The words of the language that the form is drawn in.
    fn messages(&self) -> &Messages;
    /// The text in that language.
    fn text(&self, text: &Text) -> Self::Text;
    /// The provisions in that language.
    fn provisions(&self, provisions: &[Provision]) -> Vec<Self::Node>;
}

/// One part of a form, with text `T` and provisions `N`.
#[derive(Debug, Serialize)]
pub struct BlockView<T, N> {
    /// Its id.
    id: String,
    /// Its number in the enclosure it stands in.
    number: Option<String>,
    /// The words at its head.
    caption: Option<String>,
    #[serde(flatten)]
    kind: KindView<T, N>,
}

/// The parts of a form.
#[derive(Debug, Serialize)]
#[serde(tag = "block", rename_all = "lowercase")]
enum KindView<T, N> {
    Paragraph { text: T, fields: Vec<FieldView> },
    Heading { text: String },
    Addressee { fields: Vec<FieldView>, name: Vec<String>, honorific: String },
    Sender { name: Vec<String> },
    Provisions { provisions: Vec<N> },
    Enclosure { blocks: Vec<BlockView<T, N>>, closing: bool },
    Overleaf { title: String, blocks: Vec<BlockView<T, N>>, closing: bool },
    Fields { office_use: bool, fields: Vec<FieldView> },
    Lines { office_use: bool, fields: Vec<FieldView> },
    Person { fields: Vec<FieldView>, seal: &'static str },
    Rows(RowsView<T>),
    Table(TableView),
    Contact { contact: ContactView },
    Date { label: Option<String>, line: String },
    Signature { fields: Vec<FieldView>, seal: &'static str },
}

#[derive(Debug, Serialize)]
struct RowsView<T> {
    text: Option<T>,
    /// Whether the office that receives the form fills them in.
    office_use: bool,
    columns: Vec<FieldView>,
    count: u32,
    numbered: Option<String>,
    /// The line below the table that says which of how many sheets it is.
    continues: Option<String>,
}

/// An appended table.
#[derive(Debug, Serialize)]
pub struct TableView {
    id: String,
    label: Option<String>,
    title: String,
    columns: Vec<String>,
    rows: Vec<RowView>,
}

#[derive(Debug, Serialize)]
struct RowView {
    code: String,
    name: String,
}

/// The mark of one of the copies that are made of a form.
#[derive(Debug, Serialize)]
pub struct CopyView {
    id: String,
    label: Option<String>,
    /// From whom it comes and who keeps it.
    route: Option<String>,
}

/// The parts of a form in the order of the sheet.
pub fn view_blocks<M: Medium>(blocks: &[Block], medium: &M) -> Vec<BlockView<M::Text, M::Node>> {
    let lang = medium.messages().lang();
    let view = |block: &Block| BlockView {
        id: block.id.clone(),
        number: block.number.as_ref().map(|number| number.get(lang).to_owned()),
        caption: block.kind.caption().map(|caption| caption.get(lang).clone()),
        kind: view_kind(&block.kind, medium),
    };
    blocks.iter().map(view).collect()
}

fn view_kind<M: Medium>(kind: &BlockKind, medium: &M) -> KindView<M::Text, M::Node> {
    let messages = medium.messages();
    let word = |words: &Words| words.get(messages.lang()).clone();
    let fields = || field::view_fields(kind.fields(), messages);
    match kind {
        BlockKind::Paragraph { text, .. } => KindView::Paragraph { text: medium.text(text), fields: fields() },
        BlockKind::Heading(words) => KindView::Heading { text: word(words) },
        BlockKind::Addressee { contact, honorific, .. } => KindView::Addressee {
            fields: fields(),
            name: contact.as_ref().map_or_else(Vec::new, |contact| contact::name_lines(contact, messages.lang())),
            honorific: word(honorific),
        },
        BlockKind::Sender(contact) => KindView::Sender { name: contact::name_lines(contact, messages.lang()) },
        BlockKind::Provisions(provisions) => KindView::Provisions { provisions: medium.provisions(provisions) },
        BlockKind::Enclosure { blocks: inner, closing } => {
            KindView::Enclosure { blocks: view_blocks(inner, medium), closing: *closing }
        }
        BlockKind::Overleaf { title, blocks: inner, closing } => {
            KindView::Overleaf { title: word(title), blocks: view_blocks(inner, medium), closing: *closing }
        }
        BlockKind::Fields { office_use, .. } => KindView::Fields { office_use: *office_use, fields: fields() },
        BlockKind::Lines { office_use, .. } => KindView::Lines { office_use: *office_use, fields: fields() },
        BlockKind::Person { seal, .. } => KindView::Person { fields: fields(), seal: seal.word() },
        BlockKind::Rows(written) => KindView::Rows(view_rows(written, medium)),
        BlockKind::Table(written) => KindView::Table(view_code_table(written, messages.lang())),
        BlockKind::Contact { contact, .. } => KindView::Contact { contact: ContactView::of(contact, messages) },
        BlockKind::Date { label, field } => KindView::Date {
            label: label.as_ref().map(word),
            line: messages.text(&format!("date-line-{}", field.calendar.word())),
        },
        BlockKind::Signature { seal, .. } => KindView::Signature { fields: fields(), seal: seal.word() },
    }
}

fn view_rows<M: Medium>(rows: &Rows, medium: &M) -> RowsView<M::Text> {
    let messages = medium.messages();
    RowsView {
        text: rows.text.as_ref().map(|text| medium.text(text)),
        office_use: rows.office_use,
        columns: field::view_fields(&rows.columns, messages),
        count: rows.count,
        numbered: rows.numbered.as_ref().map(|head| head.get(messages.lang()).clone()),
        // Blanks on paper, since nobody knows yet how many sheets there will be.
        continues: rows.continues.then(|| sheet_of(messages, "____", "____")),
    }
}

/// The line below a table that says which of how many sheets it is on.
#[must_use]
pub fn sheet_of(messages: &Messages, number: &str, total: &str) -> String {
    messages.with("sheet-of", &[("number", number), ("total", total)])
}

/// An appended table in `lang`.
#[must_use]
pub fn view_code_table(table: &CodeTable, lang: Lang) -> TableView {
    TableView {
        id: table.id.clone(),
        label: table.label.as_ref().map(|label| label.get(lang).to_owned()),
        title: table.title.get(lang).clone(),
        columns: table.columns.iter().map(|column| column.get(lang).clone()).collect(),
        rows: table
            .rows
            .iter()
            .map(|row| RowView { code: row.code.clone(), name: row.name.get(lang).clone() })
            .collect(),
    }
}

/// The marks of the copies that are made of a form; empty where one without a mark is made.
#[must_use]
pub fn copies(form: &Form, messages: &Messages) -> Vec<CopyView> {
    let word = |words: &Option<Words>| words.as_ref().map(|words| words.get(messages.lang()).clone());
    let view = |copy: &Copy| CopyView {
        id: copy.id.clone(),
        label: word(&copy.label),
        route: match (word(&copy.from), word(&copy.keeper)) {
            (Some(from), Some(keeper)) => Some(messages.with("copy-route", &[("from", &from), ("keeper", &keeper)])),
            (Some(from), None) => Some(messages.with("copy-from", &[("from", &from)])),
            (None, Some(keeper)) => Some(messages.with("copy-keeper", &[("keeper", &keeper)])),
            (None, None) => None,
        },
    };
    form.copies.iter().map(view).collect()
}
