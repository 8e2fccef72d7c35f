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

use std::collections::BTreeMap;

use lopdf::Document;

use self::blank::BlankSheet;
use self::laying::lay;
use self::places::OverlayPlace;
use self::values::{LaidValues, ValuePage};
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

    /// Reads the values that typst set alone in `parts`; `None` where they are not built as typst builds PDFs.
    pub(super) fn read(&self, parts: &[Vec<u8>]) -> Option<ValuesOfFile<'_>> {
        let (mut last, mut all) = (self.further.last_id(), Vec::new());
        for part in parts {
            let values = LaidValues::read(part, last + 1)?;
            if values.pages.len() % self.first.page_count() != 0 {
                return None;
            }
            last = values.document.max_id;
            all.push(values);
        }
        Some(ValuesOfFile { sheets: self, all, last })
    }
}

/// The values of a file of many sheets.
pub(super) struct ValuesOfFile<'a> {
    sheets: &'a SheetsOfFile,
    all: Vec<LaidValues>,
    /// The greatest number of an object.
    last: u32,
}

impl ValuesOfFile<'_> {
    /// The values of each sheet, with the part of the file that they are in.
    fn of_sheets(&self) -> impl Iterator<Item = (&LaidValues, &[ValuePage])> {
        let pages = self.sheets.first.page_count();
        self.all.iter().flat_map(move |values| values.pages.chunks(pages).map(move |laid| (values, laid)))
    }

    /// The sheets that have to be set as a whole, by their places in the file.
    pub(super) fn unlike(&self) -> Vec<usize> {
        let is_unlike = |(_, (_, laid)): &(usize, (&LaidValues, &[ValuePage]))| laid.iter().any(|page| page.is_unlike);
        self.of_sheets().enumerate().filter(is_unlike).map(|(at, _)| at).collect()
    }

    /// The file of all sheets, some of which were set as a `whole`. `None` where one of them is not built as typst builds them.
    pub(super) fn joined(&self, whole: &BTreeMap<usize, Vec<u8>>) -> Option<Vec<u8>> {
        let (first, further) = (&self.sheets.first, &self.sheets.further);
        let mut last = self.last;
        let mut file: Option<Document> = None;
        for (at, (values, laid)) in self.of_sheets().enumerate() {
            let sheet = if let Some(whole) = whole.get(&at) {
                let mut sheet = Document::load_mem(whole).ok()?;
                sheet.renumber_objects_with(last + 1);
                sheet
            } else {
                let mut copy = if at == 0 { first.whole_copy() } else { further.inner_copy(last + 1) };
                copy.document.max_id = copy.document.max_id.max(last);
                lay(&mut copy, values, laid)?;
                copy.document
            };
            last = sheet.max_id;
            match &mut file {
                None => file = Some(sheet),
                Some(file) => joined::append(file, sheet, at)?,
            }
        }
        let mut file = file?;
        file.objects.extend(further.shared_objects());
        for values in &self.all {
            file.objects.extend(values.drawn_with(&values.pages));
        }
        take_identity(&mut file, &self.all.first()?.document)?;
        file.prune_objects();
        joined::saved(file)
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
