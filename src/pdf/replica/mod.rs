//! The sheet of a form as its page prints it: letters, lines and places to fill in where typst put them, read from the PDF.
//!
//! So the browser's print has the pages, breaks and boxes of the PDF, which no style of a page could promise. What is typed is laid
//! into the places by `assets/form/replica.js`, as `templates/pdf/slot.typ` lays it.
//!
//! Read is what typst writes for such sheets: letters, rules, areas of one colour. A theme may draw other things, such as pictures;
//! then there is no replica, and the page prints by its own styles.

mod canvas;
mod face;
mod matrix;

use lopdf::{Dictionary, Document, Object};
use serde::Serialize;

use self::canvas::{Canvas, Drawn};
use super::fillable::slots::split_target;

/// The beginning of the addresses of links that stand at places to fill in.
const SCHEME: &[u8] = b"x-field:";

/// A whole sheet.
#[derive(Debug, Serialize)]
struct Replica {
    /// The size of a page in points.
    width: f32,
    height: f32,
    /// The names of the fonts, to which the runs refer by number.
    faces: Vec<String>,
    pages: Vec<ReplicaPage>,
}

#[derive(Debug, Serialize)]
struct ReplicaPage {
    #[serde(flatten)]
    drawn: Drawn,
    places: Vec<PrintPlace>,
}

/// A place to fill in, or where the page tells something of itself, such as the number of a line.
#[derive(Debug, Serialize)]
struct PrintPlace {
    path: String,
    option: Option<String>,
    /// The way in which letters stand in it, as `slot.typ` says it.
    how: String,
    /// Left, top, width, height.
    area: [f32; 4],
}

/// Returns the replica of `pdf` as JSON.
///
/// # Errors
/// What a page could not draw, in words for those who write templates.
pub(super) fn replica_json(pdf: &[u8]) -> Result<Vec<u8>, String> {
    let document = Document::load_mem(pdf).map_err(|error| error.to_string())?;
    let mut faces = face::Faces::default();
    let mut pages = Vec::new();
    let (mut width, mut height) = (0.0, 0.0);
    for page in document.page_iter() {
        let entries = document.get_dictionary(page).map_err(|error| error.to_string())?;
        let [left, bottom, right, top] = rectangle(&document, entries, b"MediaBox").ok_or("a page has no size")?;
        (width, height) = (right - left, top - bottom);
        let fonts = faces.of_page(&document, page)?;
        let drawn = Canvas::new(height, &faces, fonts).drawn(&document.get_page_content(page))?;
        pages.push(ReplicaPage { drawn, places: print_places(&document, entries, height) });
    }
    let replica = Replica { width, height, faces: faces.names(), pages };
    serde_json::to_vec(&replica).map_err(|error| error.to_string())
}

/// Returns the script that hands `replica` to pages as that of `form` (`osaki/application`).
pub(super) fn replica_script(form: &str, replica: &[u8]) -> Vec<u8> {
    let begin = format!("\"use strict\";\n((globalThis.junsoku ??= {{}}).sheets ??= {{}})[{form:?}] = ");
    [begin.as_bytes(), replica, b";\n"].concat()
}

/// The places of a page, in their order.
fn print_places(document: &Document, page: &Dictionary, height: f32) -> Vec<PrintPlace> {
    let annotations = page.get_deref(b"Annots", document).and_then(Object::as_array);
    let place = |annotation: &Object| {
        let link = document.dereference(annotation).ok()?.1.as_dict().ok()?;
        let action = link.get_deref(b"A", document).ok()?.as_dict().ok()?;
        let address = action.get_deref(b"URI", document).ok()?.as_str().ok()?;
        let target = String::from_utf8_lossy(address.strip_prefix(SCHEME)?).into_owned();
        let (path, option, how) = split_target(&target);
        let [left, bottom, right, top] = rectangle(document, link, b"Rect")?;
        Some(PrintPlace {
            path: path.to_owned(),
            option: option.map(str::to_owned),
            how: how.to_owned(),
            area: [left, height - top, right - left, top - bottom].map(matrix::rounded),
        })
    };
    annotations.map_or_else(|_| Vec::new(), |all| all.iter().filter_map(place).collect())
}

/// Left, bottom, right and top of what `key` names.
fn rectangle(document: &Document, dictionary: &Dictionary, key: &[u8]) -> Option<[f32; 4]> {
    let values = dictionary.get_deref(key, document).ok()?.as_array().ok()?;
    let sides: Vec<f32> = values.iter().filter_map(|value| value.as_float().ok()).collect();
    let [x1, y1, x2, y2] = <[f32; 4]>::try_from(sides).ok()?;
    Some([x1.min(x2), y1.min(y2), x1.max(x2), y1.max(y2)])
}
