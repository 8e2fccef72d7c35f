//! Single fields and their places as objects of a PDF.

use lopdf::{Dictionary, Document, Object, Stream, dictionary, text_string};

use super::FillableError;
use super::fields::{Face, FieldPlace, PdfField};

/// The name of the typing font among the form's resources. Chrome and Edge (`PDFium`) take embedded fonts to be Latin
/// and set typed Japanese in a font of the system, which they do not embed, unless the font goes by this name: of such
/// a font they believe that it has any letter. Others look for a font of the name given and no more.
pub(super) const FONT: &str = "Wingdings";
/// The setting of letters of fields that have none: in a size that the viewer chooses so that they fit (0), in black.
pub(super) const SETTING: &str = "/Wingdings 0 Tf 0 g";
/// The height of a line to type in, in points. Where the viewer chooses the size of letters it does so after the height of the field.
const LINE: f32 = 14.0;
/// The flag of annotations that are printed.
const PRINTED: i64 = 1 << 2;

// The flags of fields, as PDF 32000-1 counts them from 1.
const REQUIRED: i64 = 1 << 1;
const MULTILINE: i64 = 1 << 12;
const RADIO: i64 = 1 << 15;
const COMBO: i64 = 1 << 17;
const RADIOS_IN_UNISON: i64 = 1 << 25;

/// The field itself, without its name.
pub(super) fn field_dictionary(field: &PdfField<'_>) -> Dictionary {
    let mut entries = dictionary! { "TU" => text_string(&field.label) };
    let flags = match field.face {
        Face::Text { multiline, max_letters, .. } => {
            set_text(&mut entries, "Tx", field.size);
            if let Some(most) = max_letters {
                entries.set("MaxLen", i64::from(most));
            }
            if multiline { MULTILINE } else { 0 }
        }
        Face::Choice(options) => {
            set_text(&mut entries, "Ch", field.size);
            // The first entry takes back what was chosen.
            let none = vec![text_string(""), text_string(" ")];
            let pairs = options.iter().map(|option| vec![text_string(&option.id), text_string(&option.label)]);
            let list: Vec<Object> = std::iter::once(none).chain(pairs).map(Object::Array).collect();
            entries.set("Opt", list);
            COMBO
        }
        Face::Check => set_button(&mut entries, 0),
        // The same option in two copies is ticked in both.
        Face::Radio => set_button(&mut entries, RADIO | RADIOS_IN_UNISON),
    };
    let flags = flags | if field.required { REQUIRED } else { 0 };
    if flags != 0 {
        entries.set("Ff", flags);
    }
    entries
}

fn set_text(entries: &mut Dictionary, kind: &str, size: f32) {
    entries.set("FT", kind);
    entries.set("DA", Object::string_literal(format!("/{FONT} {size} Tf 0 g")));
}

fn set_button(entries: &mut Dictionary, flags: i64) -> i64 {
    entries.set("FT", "Btn");
    entries.set("V", "Off");
    flags
}

/// The annotation of one place.
pub(super) fn widget(
    document: &mut Document,
    face: Face<'_>,
    place: &FieldPlace<'_>,
    fonts: &Dictionary,
) -> Result<Dictionary, FillableError> {
    let rect = area(face, place.slot.rect);
    let size = [rect[2] - rect[0], rect[3] - rect[1]];
    let mut entries = dictionary! {
        "Type" => "Annot",
        "Subtype" => "Widget",
        "Rect" => pdf_lengths(&rect),
        "P" => place.slot.page,
        // PDF/A wants every annotation printed (ISO 19005-2, 6.3.2).
        "F" => PRINTED,
        "StructParent" => place.slot.number,
        "TU" => text_string(&place.label),
    };
    let normal: Object = match place.state {
        Some(state) => {
            entries.set("AS", "Off");
            let on = document.add_object(drawing(size, Dictionary::new(), &tick(size))?);
            // A drawing for each state: what shows must not depend on the viewer's own idea of an empty box.
            let off = document.add_object(drawing(size, Dictionary::new(), "")?);
            let mut states = Dictionary::new();
            states.set(state, on);
            states.set("Off", off);
            states.into()
        }
        None => {
            // White behind what is typed covers what is printed there, such as 年 月 日; the empty place shows it still.
            entries.set("MK", dictionary! { "BG" => pdf_lengths(&[1.0, 1.0, 1.0]) });
            // Viewers put what is typed between these two marks (ISO 32000-1, 12.7.3.3).
            document.add_object(drawing(size, dictionary! { "Font" => fonts.clone() }, "/Tx BMC EMC")?).into()
        }
    };
    entries.set("AP", dictionary! { "N" => normal });
    Ok(entries)
}

/// Returns the part of the slot where letters are typed: one line in the middle, or all of it.
fn area(face: Face<'_>, slot: [f32; 4]) -> [f32; 4] {
    let [left, bottom, right, top] = slot;
    // A box to tick is as large as it is drawn; several lines take all the room there is.
    let spare = match face {
        Face::Text { multiline: false, .. } | Face::Choice(_) => (top - bottom - LINE).max(0.0),
        Face::Text { .. } | Face::Check | Face::Radio => 0.0,
    };
    [left, bottom + spare / 2.0, right, top - spare / 2.0]
}

/// Returns the appearance of a place: a drawing of its size.
fn drawing([width, height]: [f32; 2], resources: Dictionary, content: &str) -> Result<Stream, FillableError> {
    let mut stream = Stream::new(
        dictionary! {
            "Type" => "XObject",
            "Subtype" => "Form",
            "BBox" => pdf_lengths(&[0.0, 0.0, width, height]),
            "Resources" => resources,
        },
        content.as_bytes().to_vec(),
    );
    stream.compress()?;
    Ok(stream)
}

/// A tick in lines, so that no font is needed.
fn tick([width, height]: [f32; 2]) -> String {
    let side = width.min(height);
    let (left, bottom) = ((width - side) / 2.0, (height - side) / 2.0);
    let point = |x: f32, y: f32| format!("{:.2} {:.2}", left + side * x, bottom + side * y);
    let (start, turn, end) = (point(0.18, 0.5), point(0.42, 0.22), point(0.85, 0.82));
    format!("q {:.2} w 1 J 1 j 0 G {start} m {turn} l {end} l S Q", side * 0.12)
}

/// Lengths, to the thousandth of a point.
pub(super) fn pdf_lengths(values: &[f32]) -> Object {
    Object::Array(values.iter().map(|value| Object::Real((value * 1000.0).round() / 1000.0)).collect())
}
