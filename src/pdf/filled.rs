//! One sheet of a form with what is filled in.

use super::data::{self, Values};
use super::setup::Tools;
use super::sheet_error::SheetError;
use super::typst::Workshop;
use crate::base::locale::{Lang, Messages};
use crate::compare::amend::View;
use crate::corpus::{Form, Set};
use crate::impact::ImpactView;

/// The PDF of `form` with `values`, which may be none: what is printed in each place to fill in, by its path
/// (`applicant.name`, `users[1].birth`). With `fillable`, each place is a link to `x-field:PATH`, by which a field is
/// found that is put over it. A sheet with values is not kept for later runs: they may be somebody's secrets.
///
/// # Errors
/// Where a value has no room or letters that no font has, or typst cannot be called.
pub fn form_sheet(
    set: &Set,
    form: &Form,
    lang: Lang,
    values: &Values,
    fillable: bool,
    tools: &Tools,
) -> Result<Vec<u8>, SheetError> {
    let sheet = data::form_sheet_data(set, form, values, fillable, Messages::of(lang));
    let workshop = if values.is_empty() { Workshop::open(tools) } else { Workshop::open_without_shelf(tools) };
    let workshop = workshop.map_err(SheetError::Machine)?;
    let made = workshop.set(0, &super::sheet_json(&sheet, &tools.fonts.families))?;
    Ok(made.pdf)
}

/// The PDF of the comparison table `view`, whose words are those of `messages`.
///
/// # Errors
/// The words of typst, or the reason why it cannot be called.
pub fn amendment_sheet(view: &View, messages: &Messages, tools: &Tools) -> Result<Vec<u8>, SheetError> {
    let workshop = Workshop::open(tools).map_err(SheetError::Machine)?;
    let made =
        workshop.set(0, &super::sheet_json(&data::amendment_sheet_data(view, messages), &tools.fonts.families))?;
    Ok(made.pdf)
}

/// The PDF of the impact `view`, whose words are those of `messages`.
///
/// # Errors
/// The words of typst, or the reason why it cannot be called.
pub fn impact_sheet(view: &ImpactView, messages: &Messages, tools: &Tools) -> Result<Vec<u8>, SheetError> {
    let workshop = Workshop::open(tools).map_err(SheetError::Machine)?;
    let made = workshop.set(0, &super::sheet_json(&data::impact_sheet_data(view, messages), &tools.fonts.families))?;
    Ok(made.pdf)
}
