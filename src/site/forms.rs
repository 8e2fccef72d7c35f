//! Forms as the templates take them: drawn as a blank sheet.

use serde::Serialize;

use super::provisions::{ProvisionView, TextView, Views};
use crate::corpus::{Block, BlockKind, Field};

/// One part of a form.
#[derive(Debug, Serialize)]
#[serde(tag = "block", rename_all = "lowercase")]
pub(super) enum BlockView {
    Paragraph { text: TextView },
    Heading { text: String },
    Addressee { label: String, honorific: String },
    Provisions { provisions: Vec<ProvisionView> },
    Enclosure { blocks: Vec<Self> },
    Overleaf { title: String, blocks: Vec<Self>, closing: bool },
    Fields { caption: Option<String>, fields: Vec<FieldView> },
    Date { label: Option<String>, line: String },
    Signature { caption: Option<String>, fields: Vec<FieldView>, seal: &'static str },
}

/// One thing to fill in.
#[derive(Debug, Serialize)]
pub(super) struct FieldView {
    id: String,
    /// Whom the field is about, where the form says so.
    group: Option<String>,
    label: String,
    /// What it holds, in words.
    holds: String,
    required: bool,
    lines: u32,
}

/// The blocks of a form.
pub(super) fn blocks(blocks: &[Block], views: &Views<'_>) -> Vec<BlockView> {
    blocks.iter().map(|block| self::block(&block.kind, views)).collect()
}

fn block(kind: &BlockKind, views: &Views<'_>) -> BlockView {
    match kind {
        BlockKind::Paragraph(text) => BlockView::Paragraph { text: views.text(text) },
        BlockKind::Heading(words) => BlockView::Heading { text: views.word(words) },
        BlockKind::Addressee { label, honorific } => {
            BlockView::Addressee { label: views.word(label), honorific: views.word(honorific) }
        }
        // The form's title is the page's second heading.
        BlockKind::Provisions(provisions) => BlockView::Provisions { provisions: views.list(provisions, Some(3)) },
        BlockKind::Enclosure(inner) => BlockView::Enclosure { blocks: blocks(inner, views) },
        BlockKind::Overleaf { title, blocks: inner, closing } => {
            BlockView::Overleaf { title: views.word(title), blocks: blocks(inner, views), closing: *closing }
        }
        BlockKind::Fields { caption, fields } => {
            BlockView::Fields { caption: views.optional(caption.as_ref()), fields: field_list(None, fields, views) }
        }
        BlockKind::Date { label, calendar } => BlockView::Date {
            label: views.optional(label.as_ref()),
            line: views.messages.text(&format!("date-line-{}", calendar.word())),
        },
        BlockKind::Signature { caption, fields, seal } => BlockView::Signature {
            caption: views.optional(caption.as_ref()),
            fields: field_list(None, fields, views),
            seal: seal.word(),
        },
    }
}

/// Every field of a form, in the order of the sheet.
pub(super) fn all_fields(blocks: &[Block], views: &Views<'_>) -> Vec<FieldView> {
    let mut found = Vec::new();
    for block in blocks {
        match &block.kind {
            BlockKind::Fields { caption, fields } | BlockKind::Signature { caption, fields, .. } => {
                found.extend(field_list(views.optional(caption.as_ref()).as_deref(), fields, views));
            }
            BlockKind::Enclosure(inner) | BlockKind::Overleaf { blocks: inner, .. } => {
                found.extend(all_fields(inner, views));
            }
            _ => {}
        }
    }
    found
}

fn field_list(group: Option<&str>, fields: &[Field], views: &Views<'_>) -> Vec<FieldView> {
    fields
        .iter()
        .map(|field| FieldView {
            id: field.id.clone(),
            group: group.map(str::to_owned),
            label: views.word(&field.label),
            holds: views.messages.text(&format!("field-{}", field.kind.word())),
            required: field.required,
            lines: field.lines,
        })
        .collect()
}
