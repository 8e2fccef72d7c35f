//! Values of a form as a sheet prints them.

use serde::{Deserialize, Serialize};

/// The words printed in one place to fill in.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PrintedValue {
    /// The words in letters; a date in the words of its calendar.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
    /// The ids of the options that are marked; `on` for a check.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub marks: Vec<String>,
    /// Of a date: its parts, for a line that is printed with year, month and day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<PrintedDate>,
}

/// The parts of a date as they are printed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PrintedDate {
    /// The year in its era, or that of the Western calendar.
    pub year: String,
    /// The month.
    pub month: String,
    /// The day.
    pub day: String,
    /// The name of the era; `None` in the Western calendar.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub era: Option<String>,
}

impl PrintedValue {
    /// Letters.
    #[must_use]
    pub fn text(text: impl Into<String>) -> Self {
        Self { text: Some(text.into()), ..Self::default() }
    }

    /// Marks at these options.
    #[must_use]
    pub fn marks<S: Into<String>>(options: impl IntoIterator<Item = S>) -> Self {
        Self { marks: options.into_iter().map(Into::into).collect(), ..Self::default() }
    }

    /// A mark in the only box that there is.
    #[must_use]
    pub fn check() -> Self {
        Self::marks(["on"])
    }

    /// A date.
    #[must_use]
    pub fn date(text: impl Into<String>, date: PrintedDate) -> Self {
        Self { date: Some(date), ..Self::text(text) }
    }
}
