//! Fields to fill in on the screen: typst draws every place to fill in as a link to `x-field:PATH` or
//! `x-field:PATH=OPTION`, behind which `#` and how letters stand there may follow, and here each such link becomes a field of a PDF
//! form (`AcroForm`) in the same place.
//!
//! typst has no form fields of its own. Should it get some, this module is what goes.
//!
//! **Names.** A path is the full name of its field, letter by letter: `users[1].name` is the field `name` in the group
//! `users[1]`. So what a program exports (FDF, pypdf, PDF.js) has the paths as they are. A group of checkboxes is a
//! group of fields, one for each option: `services.visit` with the values `visit` and `Off`; a radio group is one field
//! whose value is the option's id; a single check has the value `on`. A path that stands several times (in copies) is
//! one field with several places.
//!
//! **Letters.** What is typed is set in an embedded font, [`TypingFont`].

mod coarse;
mod error;
mod fields;
mod form;
pub(in crate::pdf) mod links;
mod sizes;
pub(in crate::pdf) mod slots;
#[cfg(test)]
mod tests;
mod typing_font;
mod unhinted;
mod unlinked;
mod widget;

use lopdf::Document;

pub use self::error::FillableError;
pub use self::typing_font::TypingFont;
pub use self::unlinked::without_fields;

/// A field of the form: what stands at the links to its path.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FieldSpec {
    /// Its path, as in the links.
    pub path: String,
    /// The words for what is to be filled in, in the language of the sheet: shown as a tooltip and read aloud.
    pub label: String,
    /// The kind of what can be filled in.
    pub kind: FieldKind,
    /// Whether viewers ask for it. Groups of checkboxes cannot be asked for: PDF knows no "one of these".
    pub required: bool,
}

/// The kind of what can be filled in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FieldKind {
    /// Letters.
    Text {
        /// Whether there may be several lines, where its place has room for two.
        multiline: bool,
        /// The greatest number of letters.
        max_letters: Option<u32>,
        /// The breadth that what is usually written needs, in half-width letters.
        breadth: u32,
    },
    /// One box to tick; its link has the option `on`.
    Check,
    /// Boxes of which one can be ticked.
    Radio {
        /// The options that they stand for.
        options: Vec<FieldOption>,
    },
    /// Boxes of which any can be ticked.
    Checkboxes {
        /// The options that they stand for.
        options: Vec<FieldOption>,
    },
    /// One entry of a list that opens.
    Choice {
        /// The list; the id is the entry's code.
        options: Vec<FieldOption>,
    },
}

/// An option of a field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FieldOption {
    /// The id, which stands in data.
    pub id: String,
    /// The words that the reader sees.
    pub label: String,
}

/// The option of the one link of a [`FieldKind::Check`].
pub const CHECKED: &str = "on";

/// Turns the links of `pdf` into `fields`. Every link must belong to a field and every field and option have a link.
///
/// The same input gives the same bytes.
///
/// # Errors
/// Where `pdf` is not such a PDF as typst makes, or its links and `fields` do not belong together.
pub fn make_fillable(pdf: &[u8], fields: &[FieldSpec], font: &TypingFont) -> Result<Vec<u8>, FillableError> {
    let mut document = Document::load_mem(pdf)?;
    let (of_page, slots) = slots::read_slots(&document)?;
    of_page.iter().try_for_each(|link| unlinked::remove(&mut document, link))?;
    let mut fields = fields::matched(fields, &slots)?;
    sizes::choose_sizes(&mut fields);
    if !fields.is_empty() {
        form::add_acroform(&mut document, &fields, font)?;
    }
    let mut made = Vec::with_capacity(pdf.len());
    // Objects in compressed streams: a sheet with many fields has thousands of small ones.
    document.save_modern(&mut made)?;
    Ok(made)
}
