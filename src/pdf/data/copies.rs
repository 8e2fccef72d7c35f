//! Sheets of one form for many as data: filled in, or blank with what is laid over them.

use std::collections::BTreeSet;

use super::{Body, FaceSizes, SheetData, Values, form_sheet_data};
use crate::base::locale::Messages;
use crate::corpus::{Form, Set};
use crate::pdf::overlay::places::{OverlayBody, OverlayPlace};

/// A sheet of a form for each of `values`, in one file or in a part of one, which may be a `further` one than the first.
pub(in crate::pdf) fn form_copies_data(
    set: &Set,
    form: &Form,
    values: &[Values],
    further: bool,
    messages: &Messages,
) -> SheetData {
    let none = Values::new();
    let (first, more) = values.split_first().map_or((&none, &[][..]), |(first, more)| (first, more));
    let mut sheet = form_sheet_data(set, form, first, false, messages);
    if let Body::Form(body) = &mut sheet.body {
        more.clone_into(&mut body.more);
        body.further = further;
    }
    sheet
}

/// The sheet with the sizes of letters that were decided for its form.
pub(in crate::pdf) fn with_sizes(mut sheet: SheetData, sizes: Option<FaceSizes>) -> SheetData {
    if let Body::Form(body) = &mut sheet.body {
        body.sizes = sizes;
    }
    sheet
}

/// A blank sheet of a form that values are laid over, some of them in the rows `begun`. A `further` one than the first of a file has no
/// anchors.
pub(in crate::pdf) fn blank_sheet_data(
    set: &Set,
    form: &Form,
    further: bool,
    begun: BTreeSet<String>,
    messages: &Messages,
) -> SheetData {
    let mut sheet = form_sheet_data(set, form, &Values::new(), true, messages);
    if let Body::Form(body) = &mut sheet.body {
        body.further = further;
        body.under = Some(begun);
    }
    sheet
}

/// What is filled in on a sheet for each of `values`, alone. `places` are those of the blank sheet, page by page.
pub(in crate::pdf) fn overlay_sheet_data(
    set: &Set,
    form: &Form,
    values: &[Values],
    places: Vec<Vec<OverlayPlace>>,
    messages: &Messages,
) -> SheetData {
    let paths = places.iter().flatten().map(|place| place.path.clone()).collect();
    let body = Body::Overlay(Box::new(OverlayBody { paths, places, sheets: values.to_vec() }));
    SheetData { body, ..form_sheet_data(set, form, &Values::new(), false, messages) }
}
