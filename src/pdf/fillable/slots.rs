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

/// Every slot of the document, in the order of its pages and of the links on them.
pub(super) fn read_slots(document: &Document) -> Result<Vec<LinkSlot>, FillableError> {
    Ok(slot_links(document)?.into_iter().map(slot_of).collect())
}

/// The links of the slots.
pub(in crate::pdf) fn slot_links(document: &Document) -> Result<Vec<TaggedLink>, FillableError> {
    read_links(document, SCHEME)
}

fn slot_of(link: TaggedLink) -> LinkSlot {
    let TaggedLink { target, page, annotation, rect, number, element } = link;
    let (path, option) = match target.split_once('=') {
        Some((path, option)) => (path.to_owned(), Some(option.to_owned())),
        None => (target, None),
    };
    LinkSlot { path, option, page, annotation, rect, number, element }
}
