//! What a cell or a line of a form asks for.

use crate::content::FieldType;
use crate::import::outline::draft::DraftField;
use crate::import::outline::words::SourceWords;
use crate::import::shapes::labels;

/// The fields that a cell or a line asks for.
#[derive(Debug, Clone, Default)]
pub(super) struct AskedFields {
    /// The fields to fill in; one without a label is of the label beside the cell.
    pub(super) fields: Vec<DraftField>,
    /// The mark of the seal.
    pub(super) seal: SourceWords,
    /// The letters that only show where to write.
    pub(super) blanks: Vec<SourceWords>,
    /// A counter word behind the room: 人, 円.
    pub(super) unit: SourceWords,
}

/// The room behind `option` of `choice`, which is called by the words of both: 職種・その他.
pub(super) fn room_of(choice: &DraftField, option: &SourceWords) -> DraftField {
    DraftField::text(called_after(&choice.label, option))
}

/// What is called by a label and words of its own: 既往歴・有.
pub(super) fn called_after(label: &SourceWords, own: &SourceWords) -> SourceWords {
    let mut called = label.clone();
    called.join_with("・", own);
    called
}

/// Returns the type of a field with `options`: one can be chosen where some exclude each other, else several.
pub(super) fn choice_type(options: &[SourceWords]) -> FieldType {
    let texts: Vec<&str> = options.iter().map(|option| option.text.as_str()).collect();
    if labels::excludes(&texts) { FieldType::Radio } else { FieldType::Checkboxes }
}
