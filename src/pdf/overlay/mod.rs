//! Many sheets of a form of which typst sets only what differs: the blank sheet once, and what is filled in on each alone
//! (`templates/pdf/overlay.typ`). Values are laid over copies of the blank sheet, and their tags go where those of their places are: so
//! the sheets have the letters and the structure of those that are set as a whole.
//!
//! What does not look like a blank sheet with values over it, such as rows on further sheets, is for the caller to set as a whole.

mod blank;
mod laying;
mod marks;
pub(super) mod places;
mod reach;
mod values;

use lopdf::Document;

use self::blank::BlankSheet;
use self::laying::lay;
use self::places::OverlayPlace;
use self::values::LaidValues;
use super::joined;

/// A blank sheet for files of one sheet each.
pub(super) struct ApartSheets {
    blank: BlankSheet,
}

impl ApartSheets {
    /// Reads the blank sheet; `None` where it is not built as typst builds them.
    pub(super) fn of(blank: &[u8]) -> Option<Self> {
        Some(Self { blank: BlankSheet::read(blank, 1)? })
    }

    /// The places of each page.
    pub(super) fn places(&self) -> Vec<Vec<OverlayPlace>> {
        self.blank.told.clone()
    }

    /// The sheet with the values that typst set alone; `None` where it has to be set as a whole.
    pub(super) fn filled(&self, values: &[u8]) -> Option<Vec<u8>> {
        let values = LaidValues::read(values, self.blank.last_id() + 1)?;
        let mut copy = self.blank.whole_copy();
        copy.document.max_id = values.document.max_id;
        if values.pages.len() != copy.pages.len() || values.pages.iter().any(|page| page.is_unlike) {
            return None;
        }
        lay(&mut copy, &values, &values.pages)?;
        copy.document.objects.extend(values.drawn_with(&values.pages));
        take_identity(&mut copy.document, &values.document)?;
        let mut made = Vec::new();
        copy.document.save_modern(&mut made).ok()?;
        Some(made)
    }
}

/// The blank sheets for one file of many: its first, and one for each further one.
pub(super) struct SheetsOfFile {
    first: BlankSheet,
    further: BlankSheet,
}

impl SheetsOfFile {
    /// Reads the blank sheets; `None` where they are not built as typst builds them.
    pub(super) fn of(first: &[u8], further: &[u8]) -> Option<Self> {
        let first = BlankSheet::read(first, 1)?;
        let further = BlankSheet::read(further, first.last_id() + 1)?;
        // Both are the same on paper; only one of them has anchors.
        (first.told == further.told).then_some(Self { first, further })
    }

    /// The places of each page of a sheet.
    pub(super) fn places(&self) -> Vec<Vec<OverlayPlace>> {
        self.first.told.clone()
    }

    /// The file of all sheets, whose values typst set alone in `parts`; `None` where it has to be set as a whole.
    pub(super) fn filled(&self, parts: &[Vec<u8>]) -> Option<Vec<u8>> {
        let mut last = self.further.last_id();
        let mut all = Vec::new();
        for part in parts {
            let values = LaidValues::read(part, last + 1)?;
            last = values.document.max_id;
            all.push(values);
        }
        let pages = self.first.page_count();
        let has_other = |values: &LaidValues| {
            values.pages.is_empty() || values.pages.len() % pages != 0 || values.pages.iter().any(|page| page.is_unlike)
        };
        if all.iter().any(has_other) {
            return None;
        }
        let mut whole: Option<Document> = None;
        let mut number = 0;
        for values in &all {
            for laid in values.pages.chunks(pages) {
                let mut copy = if whole.is_none() { self.first.whole_copy() } else { self.further.inner_copy(last + 1) };
                copy.document.max_id = copy.document.max_id.max(last);
                lay(&mut copy, values, laid)?;
                last = copy.document.max_id;
                match &mut whole {
                    None => whole = Some(copy.document),
                    Some(whole) => {
                        joined::append(whole, copy.document, number)?;
                        number += 1;
                    }
                }
            }
        }
        let mut whole = whole?;
        whole.objects.extend(self.further.shared_objects());
        all.iter().for_each(|values| whole.objects.extend(values.drawn_with(&values.pages)));
        take_identity(&mut whole, &all.first()?.document)?;
        whole.prune_objects();
        joined::saved(whole)
    }
}

/// Gives `document` the metadata and the identity of the values, which tell it apart from other copies.
fn take_identity(document: &mut Document, values: &Document) -> Option<()> {
    if let Ok(id) = values.trailer.get(b"ID") {
        document.trailer.set("ID", id.clone());
    }
    let metadata = |document: &Document| document.catalog().ok()?.get(b"Metadata").ok()?.as_reference().ok();
    let (own, theirs) = (metadata(document)?, metadata(values)?);
    document.objects.insert(own, values.objects.get(&theirs)?.clone());
    Some(())
}
