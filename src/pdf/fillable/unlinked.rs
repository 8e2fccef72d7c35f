//! The sheet for print alone: what typst made, without the links that become fields.

use lopdf::Document;

use super::FillableError;
use super::links::{TaggedLink, remove_annotation, remove_from};
use super::slots::slot_links;

/// Returns `pdf` without its links to places to fill in, and without what its tags say of them.
///
/// # Errors
/// Where `pdf` is not such a PDF as typst makes.
pub fn without_fields(pdf: &[u8]) -> Result<Vec<u8>, FillableError> {
    let mut document = Document::load_mem(pdf)?;
    for link in slot_links(&document)? {
        remove(&mut document, &link)?;
    }
    let mut made = Vec::with_capacity(pdf.len());
    document.save_modern(&mut made)?;
    Ok(made)
}

/// Removes `link` from its page, and its element from the tree of tags.
pub(super) fn remove(document: &mut Document, link: &TaggedLink) -> Result<(), FillableError> {
    let parent = document.get_dictionary(link.element)?.get(b"P")?.as_reference()?;
    remove_from(document, parent, b"K", link.element)?;
    document.objects.remove(&link.element);
    remove_annotation(document, link)
}
