//! The places to fill in, as typst leaves them: links to `x-field:…`.

use lopdf::{Document, ObjectId};

use super::FillableError;
use super::links::{TaggedLink, read_links};

/// The beginning of these links' addresses.
const SCHEME: &[u8] = b"x-field:";

/// A place to fill in.
#[derive(Debug)]
pub(super) struct LinkSlot {
    pub(super) path: String,
    /// The option that is ticked here.
    pub(super) option: Option<String>,
    pub(super) page: ObjectId,
    /// The link's annotation, which the field takes over.
    pub(super) annotation: ObjectId,
    /// Left, bottom, right, top.
    pub(super) rect: [f32; 4],
    /// The number by which the annotation finds its structure element.
    pub(super) number: i64,
    /// The structure element of the link.
    pub(super) element: ObjectId,
}

/// Every slot of the document, in the order of its pages and of the links on them, after the links that tell something to a form's page
/// alone, which prints the same sheet: where the parts of a date stand, and what has no field of its own.
pub(super) fn read_slots(document: &Document) -> Result<(Vec<TaggedLink>, Vec<LinkSlot>), FillableError> {
    let is_of_page = |link: &TaggedLink| {
        let (path, _, how) = split_target(&link.target);
        path.starts_with('_') || how.starts_with("part,")
    };
    let (of_page, own) = slot_links(document)?.into_iter().partition::<Vec<_>, _>(is_of_page);
    Ok((of_page, own.into_iter().map(slot_of).collect()))
}

/// The links of the slots.
pub(in crate::pdf) fn slot_links(document: &Document) -> Result<Vec<TaggedLink>, FillableError> {
    read_links(document, SCHEME)
}

/// Splits the target of a link into the path of its place, the option that is ticked there, and how letters stand in it.
pub(in crate::pdf) fn split_target(target: &str) -> (&str, Option<&str>, &str) {
    let (place, how) = target.split_once('#').unwrap_or((target, ""));
    let (path, option) = place.split_once('=').map_or((place, None), |(path, option)| (path, Some(option)));
    (path, option, how)
}

fn slot_of(link: TaggedLink) -> LinkSlot {
    let TaggedLink { target, page, annotation, rect, number, element } = link;
    let (path, option, _) = split_target(&target);
    LinkSlot { path: path.to_owned(), option: option.map(str::to_owned), page, annotation, rect, number, element }
}
