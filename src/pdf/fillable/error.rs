//! Reasons why a PDF did not get its fields.

use std::fmt;

/// A reason why a PDF did not get its fields. The words are for those who build sheets, not for those who read them.
#[derive(Debug)]
pub enum FillableError {
    /// The PDF cannot be read or written, or lacks what every PDF has.
    Pdf(lopdf::Error),
    /// The PDF is not tagged as typst tags it: what is wrong.
    Tags(String),
    /// A path or an option that cannot be a name, or that stands twice.
    Name(String),
    /// A link whose path no field has.
    UnknownPath(String),
    /// A link whose option its field does not have, or that has an option where there is none, or lacks one.
    UnknownOption(String),
    /// A field or an option to which no link leads.
    NoPlace(String),
    /// The font cannot be embedded: why.
    Font(String),
}

impl fmt::Display for FillableError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Pdf(error) => write!(f, "the PDF cannot be worked on: {error}"),
            Self::Tags(what) => write!(f, "the PDF is not tagged as expected: {what}"),
            Self::Name(name) => write!(f, "`{name}` cannot be the name of a field here"),
            Self::UnknownPath(path) => write!(f, "a link leads to `{path}`, which is no field"),
            Self::UnknownOption(target) => write!(f, "a link leads to `{target}`, which is no option of that field"),
            Self::NoPlace(path) => write!(f, "no link leads to the field `{path}`"),
            Self::Font(why) => write!(f, "the font cannot be embedded: {why}"),
        }
    }
}

impl std::error::Error for FillableError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Pdf(error) => Some(error),
            Self::Tags(_)
            | Self::Name(_)
            | Self::UnknownPath(_)
            | Self::UnknownOption(_)
            | Self::NoPlace(_)
            | Self::Font(_) => None,
        }
    }
}

impl From<lopdf::Error> for FillableError {
    fn from(error: lopdf::Error) -> Self {
        Self::Pdf(error)
    }
}

impl From<std::io::Error> for FillableError {
    fn from(error: std::io::Error) -> Self {
        Self::Pdf(error.into())
    }
}
