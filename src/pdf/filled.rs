//! One sheet of a form with what is filled in.

use std::fmt;

use super::data::{self, Values};
use super::setup::Tools;
use super::typst::Workshop;
use crate::base::locale::{Lang, Messages};
use crate::compare::amend::View;
use crate::corpus::{Form, Set};

/// A reason why the sheet of a form could not be made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SheetError {
    /// These places have no room for what is filled in, even in the smallest letters.
    NoRoom(Vec<String>),
    /// No font has these letters.
    Letters(String),
    /// Anything else: what typst or the operating system said.
    Failed(String),
}

impl fmt::Display for SheetError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoRoom(paths) => write!(f, "no room for {}", paths.join(", ")),
            Self::Letters(letters) => write!(f, "no font has {letters:?}"),
            Self::Failed(said) => f.write_str(said),
        }
    }
}

impl std::error::Error for SheetError {}

impl SheetError {
    /// Returns the meaning of what typst said.
    pub(super) fn of(said: &str) -> Self {
        // What templates/pdf/form.typ ends with.
        if let Some(paths) = said.lines().find_map(|line| line.strip_prefix("error: panicked with: overfull: ")) {
            return Self::NoRoom(paths.split(' ').map(str::to_owned).collect());
        }
        let missing =
            said.split_once("the text `\"").and_then(|(_, rest)| rest.split_once("\"` could not be displayed"));
        match missing {
            Some((letters, _)) => Self::Letters(letters.to_owned()),
            None => Self::Failed(said.to_owned()),
        }
    }
}

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
    let workshop = workshop.map_err(|error| SheetError::Failed(error.to_string()))?;
    let made =
        workshop.set(0, &super::sheet_json(&sheet, &tools.fonts.families)).map_err(|said| SheetError::of(&said))?;
    Ok(made.pdf)
}

/// The PDF of the comparison table `view`, whose words are those of `messages`.
///
/// # Errors
/// What typst says, or why it cannot be called.
pub fn amendment_sheet(view: &View, messages: &Messages, tools: &Tools) -> Result<Vec<u8>, String> {
    let workshop = Workshop::open(tools).map_err(|error| error.to_string())?;
    let made =
        workshop.set(0, &super::sheet_json(&data::amendment_sheet_data(view, messages), &tools.fonts.families))?;
    Ok(made.pdf)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_typst_says_is_told_apart() {
        let room = "error: panicked with: overfull: to.name users[12].name\n    ┌─ form.typ:1:2";
        let paths = vec!["to.name".to_owned(), "users[12].name".to_owned()];
        assert_eq!(SheetError::of(room), SheetError::NoRoom(paths));
        let letters = "error: the text `\"𓀀\"` could not be displayed with any font\n    ┌─ text.typ:1:2";
        assert_eq!(SheetError::of(letters), SheetError::Letters("𓀀".to_owned()));
        let other = "error: unexpected end";
        assert_eq!(SheetError::of(other), SheetError::Failed(other.to_owned()));
    }
}
