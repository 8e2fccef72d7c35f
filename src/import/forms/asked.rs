//! What a cell or a line of a form asks for.

use crate::import::outline::draft::DraftField;
use crate::import::outline::words::SourceWords;

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
    let mut label = choice.label.clone();
    label.join_with(if label.is_empty() { "" } else { "・" }, option);
    DraftField::text(label)
}
