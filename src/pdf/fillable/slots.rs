//! The places to fill in, as typst leaves them: links to `x-field:…`.

use std::collections::BTreeMap;

use lopdf::{Dictionary, Document, Object, ObjectId};

use super::FillableError;

/// The beginning of these links' addresses.
const SCHEME: &[u8] = b"x-field:";
/// The greatest depth of the tree from numbers to structure elements; typst's is flat.
const DEEPEST: usize = 16;

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
    let elements = elements(document)?;
    let mut slots = Vec::new();
    for page in document.page_iter() {
        let Ok(annotations) = document.get_dictionary(page)?.get_deref(b"Annots", document) else { continue };
        for annotation in annotations.as_array()? {
            slots.extend(link_slot(document, &elements, page, annotation)?);
        }
    }
    Ok(slots)
}

fn link_slot(
    document: &Document,
    elements: &BTreeMap<i64, ObjectId>,
    page: ObjectId,
    annotation: &Object,
) -> Result<Option<LinkSlot>, FillableError> {
    let (id, object) = document.dereference(annotation)?;
    let link = object.as_dict()?;
    let Some(target) = link_target(document, link) else { return Ok(None) };
    let annotation = id.ok_or_else(|| FillableError::Tags(format!("the link to {target} is no object")))?;
    let untagged = || FillableError::Tags(format!("the link to {target} has no structure element"));
    // Without it nobody who hears the sheet would learn of the field (PDF/UA).
    let number = link.get(b"StructParent").and_then(Object::as_i64).map_err(|_| untagged())?;
    let element = *elements.get(&number).ok_or_else(untagged)?;
    if !document.get_dictionary(element)?.get(b"S").and_then(Object::as_name).is_ok_and(|role| role == b"Link") {
        return Err(FillableError::Tags(format!("the structure element of the link to {target} is no Link")));
    }
    let rect = rect(document, link)?;
    let (path, option) = match target.split_once('=') {
        Some((path, option)) => (path.to_owned(), Some(option.to_owned())),
        None => (target, None),
    };
    Ok(Some(LinkSlot { path, option, page, annotation, rect, number, element }))
}

/// Returns the link's target without the scheme; `None` for all other annotations.
fn link_target(document: &Document, link: &Dictionary) -> Option<String> {
    let action = link.get_deref(b"A", document).ok()?.as_dict().ok()?;
    let address = action.get_deref(b"URI", document).ok()?.as_str().ok()?;
    let target = address.strip_prefix(SCHEME)?;
    Some(String::from_utf8_lossy(target).into_owned())
}

fn rect(document: &Document, link: &Dictionary) -> Result<[f32; 4], FillableError> {
    let mut sides = [0.0; 4];
    let values = link.get_deref(b"Rect", document)?.as_array()?;
    for (side, value) in sides.iter_mut().zip(values) {
        *side = value.as_float()?;
    }
    let [x1, y1, x2, y2] = sides;
    // The corners of a rectangle may stand in any order (ISO 32000-1, 7.9.5).
    Ok([x1.min(x2), y1.min(y2), x1.max(x2), y1.max(y2)])
}

/// The structure elements of annotations by the numbers that these bear.
fn elements(document: &Document) -> Result<BTreeMap<i64, ObjectId>, FillableError> {
    let untagged = |_| FillableError::Tags("there is no structure".to_owned());
    let root = document.catalog()?.get_deref(b"StructTreeRoot", document).map_err(untagged)?;
    let tree = root.as_dict()?.get_deref(b"ParentTree", document).map_err(untagged)?;
    let mut elements = BTreeMap::new();
    gather_elements(document, tree.as_dict()?, DEEPEST, &mut elements)?;
    Ok(elements)
}

fn gather_elements(
    document: &Document,
    node: &Dictionary,
    depth: usize,
    elements: &mut BTreeMap<i64, ObjectId>,
) -> Result<(), FillableError> {
    if let Ok(pairs) = node.get_deref(b"Nums", document) {
        let (pairs, _) = pairs.as_array()?.as_chunks::<2>();
        // Pages have arrays here, which may stand in the tree itself.
        elements.extend(pairs.iter().filter_map(|[key, value]| Some((key.as_i64().ok()?, value.as_reference().ok()?))));
    }
    if let Ok(kids) = node.get_deref(b"Kids", document) {
        // A tree that leads back into itself would never end.
        let below = depth.checked_sub(1).ok_or_else(|| FillableError::Tags("its tree is too deep".to_owned()))?;
        for kid in kids.as_array()? {
            gather_elements(document, document.dereference(kid)?.1.as_dict()?, below, elements)?;
        }
    }
    Ok(())
}
