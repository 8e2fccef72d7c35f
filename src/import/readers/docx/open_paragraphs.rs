//! A paragraph that is being read, and how the letters of its runs look.

use std::collections::BTreeMap;
use std::ops::Range;

use super::styles::LetterStyle;
use super::xml::Element;
use crate::import::outline::doubt::DoubtKind;
use crate::import::outline::source::Why;

/// A paragraph that is being read.
#[derive(Default)]
pub(super) struct OpenParagraph<'a> {
    pub(super) properties: Option<&'a Element>,
    pub(super) begun: bool,
    /// Its letters; a form feed where a page ends.
    pub(super) text: String,
    /// Whether bold letters and others were met.
    pub(super) bold: bool,
    pub(super) plain: bool,
    /// The stretches of bold letters.
    pub(super) strong: Vec<Range<usize>>,
    /// The frames beside it.
    pub(super) extras: Vec<Extra<'a>>,
    /// Its notes.
    pub(super) notes: Vec<String>,
    /// The text that was inserted while changes were tracked.
    pub(super) inserted: String,
    /// The words that are left out of it, piece by piece.
    pub(super) left: Vec<(Why, String)>,
    /// The words that are left out of it in runs that belong together.
    pub(super) runs: BTreeMap<Why, String>,
    pub(super) doubts: Vec<(DoubtKind, String)>,
}

/// An object that is anchored in a paragraph.
pub(super) enum Extra<'a> {
    /// A frame with blocks.
    Box(&'a Element),
    /// The letters of a drawing.
    Line(String),
}

/// The look of a run's letters.
#[derive(Debug, Clone, Copy, Default)]
#[allow(clippy::struct_excessive_bools, reason = "each is a property of its own that Word gives to letters")]
pub(super) struct Look<'a> {
    pub(super) bold: bool,
    pub(super) hidden: bool,
    pub(super) struck: bool,
    pub(super) underlined: bool,
    /// Its font for signs.
    pub(super) signs: Option<&'a str>,
    pub(super) inserted: bool,
}

impl Look<'_> {
    /// Returns it with what a style or a run says of its letters.
    pub(super) fn styled(self, style: LetterStyle) -> Self {
        Self {
            bold: style.bold.unwrap_or(self.bold),
            hidden: style.hidden.unwrap_or(self.hidden),
            struck: style.struck.unwrap_or(self.struck),
            ..self
        }
    }

    /// Returns why its letters are no text in force, if they are none.
    pub(super) fn unseen(self) -> Option<Why> {
        if self.hidden { Some(Why::Hidden) } else { self.struck.then_some(Why::Struck) }
    }
}
