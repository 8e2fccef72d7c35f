//! The reasons why a sheet could not be set.

use std::fmt;

use super::setup::sound::PdfFault;
use crate::base::diagnostics::{Code, Diagnostic};

/// A reason why a sheet could not be made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SheetError {
    /// These places have no room for what is filled in, even in the smallest letters.
    NoRoom(Vec<String>),
    /// No font has these letters.
    Letters(String),
    /// Nothing can be set on this machine; the finding says why.
    Machine(Box<Diagnostic>),
    /// Typst took more of `time` or `memory` (the first) than a sheet may (the second).
    Limit(&'static str, String),
    /// The result of typst is no PDF of the standards.
    Unsound(PdfFault),
    /// Anything else: what typst or the operating system said.
    Failed(String),
}

impl fmt::Display for SheetError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoRoom(paths) => write!(f, "no room for {}", paths.join(", ")),
            Self::Letters(letters) => write!(f, "no font has {letters:?}"),
            Self::Machine(fault) => write!(f, "{}", fault.code),
            Self::Limit(kind, limit) => write!(f, "{kind} over {limit}"),
            Self::Unsound(fault) => write!(f, "no sound PDF: {}", fault.word()),
            Self::Failed(said) => f.write_str(said),
        }
    }
}

impl std::error::Error for SheetError {}

impl SheetError {
    /// The finding, where neither a place nor a field of a form is known.
    #[must_use]
    pub fn into_diagnostic(self) -> Diagnostic {
        match self {
            Self::Machine(fault) => *fault,
            Self::Letters(letters) => Diagnostic::new(Code::J0507).arg("letters", letters),
            Self::Limit(kind, limit) => Diagnostic::new(Code::J0514).arg("kind", kind).arg("limit", limit),
            Self::Unsound(fault) => Diagnostic::new(Code::J0515).arg("kind", fault.word()),
            Self::NoRoom(_) | Self::Failed(_) => Diagnostic::new(Code::J0503).arg("said", self.to_string()),
        }
    }

    /// Returns what typst meant with what it said.
    pub(super) fn of(said: &str) -> Self {
        // What templates/pdf/form.typ ends with.
        if let Some(paths) = said.lines().find_map(|line| line.strip_prefix("error: panicked with: overfull: ")) {
            return Self::NoRoom(paths.split(' ').map(str::to_owned).collect());
        }
        // The words of typst 0.15 for a letter that no font has; other words are shown as they are (J0503).
        let missing =
            said.split_once("the text `\"").and_then(|(_, rest)| rest.split_once("\"` could not be displayed"));
        match missing {
            Some((letters, _)) => Self::Letters(letters.to_owned()),
            None => Self::Failed(said.to_owned()),
        }
    }
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
