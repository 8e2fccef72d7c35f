//! Fields as any medium takes them.

use serde::Serialize;

use crate::base::locale::Messages;
use crate::content::FieldType;
use crate::corpus::{Field, Obligation};

/// One thing to fill in.
#[derive(Debug, Serialize)]
pub struct FieldView {
    id: String,
    label: String,
    /// The kind of the field.
    kind: &'static str,
    required: bool,
    /// Whether it is one of those of its block of which one must be filled in.
    either: bool,
    lines: u32,
    /// The label of the line for its reading, where one stands above it.
    furigana: Option<String>,
    /// The options that it offers.
    options: Vec<String>,
    /// The ids of what it offers, in the same order.
    option_ids: Vec<String>,
    /// The citation of the appended table that it is chosen from.
    table: Option<String>,
    /// The blanks of a date.
    line: Option<String>,
}

/// The fields.
pub(super) fn view_fields(fields: &[Field], messages: &Messages) -> Vec<FieldView> {
    fields.iter().map(|field| view(field, messages)).collect()
}

fn view(field: &Field, messages: &Messages) -> FieldView {
    let lang = messages.lang();
    FieldView {
        id: field.id.clone(),
        label: field.label.get(lang).clone(),
        kind: field.kind.word(),
        required: field.obligation.is_required(),
        either: field.obligation == Obligation::Either,
        lines: field.lines,
        furigana: field.furigana.then(|| messages.text("furigana")),
        options: field.options.iter().map(|option| option.words.get(lang).clone()).collect(),
        option_ids: field.options.iter().map(|option| option.id.clone()).collect(),
        table: field.table.as_ref().map(|(_, cite)| cite.get(lang).to_owned()),
        line: (field.kind == FieldType::Date).then(|| messages.text(&format!("date-blank-{}", field.calendar.word()))),
    }
}
