//! A cell of a form's table, and what it says of itself.

use super::box_cell::CellContent;
use crate::content::FieldType;
use crate::import::outline::table::GridCell;
use crate::import::outline::words::SourceWords;

/// A cell with what stands in it.
#[derive(Debug, Clone)]
pub(super) struct FormCell {
    pub(super) place: GridCell,
    pub(super) words: SourceWords,
    pub(super) content: CellContent,
}

impl FormCell {
    pub(super) fn label(&self) -> Option<&SourceWords> {
        match &self.content {
            CellContent::Label(words) => Some(words),
            CellContent::Empty(_) | CellContent::Asks(_) | CellContent::Text(_) => None,
        }
    }

    /// The words of a head: a label, or the mark of a seal over the places for seals.
    pub(super) fn head(&self) -> Option<&SourceWords> {
        match &self.content {
            CellContent::Label(words) => Some(words),
            // 印 stands over a column of places for seals: 様式１ of tests/cases/import/form-as-text.txt.
            CellContent::Asks(asked) if !asked.seal.is_empty() && asked.blanks.is_empty() => Some(&self.words),
            CellContent::Empty(_) | CellContent::Asks(_) | CellContent::Text(_) => None,
        }
    }

    pub(super) fn is_empty(&self) -> bool {
        matches!(self.content, CellContent::Empty(_))
    }

    /// Whether it names by itself what is filled in in it.
    pub(super) fn is_labelled(&self) -> bool {
        match &self.content {
            CellContent::Label(_) => true,
            CellContent::Asks(asked) => {
                // 〒 heads its own field and says nothing of the cell.
                asked.fields.iter().any(|field| !field.label.is_empty() && field.kind != FieldType::PostalCode)
            }
            CellContent::Empty(_) | CellContent::Text(_) => false,
        }
    }

    pub(super) fn breadth(&self) -> (usize, usize) {
        (self.place.column, self.place.across)
    }
}
