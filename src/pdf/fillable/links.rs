//! Links that typst tagged, by which places are found: where they stand, and which element of the tree of tags is theirs.

use std::collections::BTreeMap;

use lopdf::{Dictionary, Document, Object, ObjectId};

use super::FillableError;

/// The greatest depth of the tree from numbers to structure elements; typst's is flat.
const DEEPEST: usize = 16;

/// A link with its tag.
#[derive(Debug)]
pub(in crate::pdf) struct TaggedLink {
    /// The address without its scheme.
    pub(in crate::pdf) target: String,
    pub(in crate::pdf) page: ObjectId,
    pub(in crate::pdf) annotation: ObjectId,
    /// Left, bottom, right, top.
    pub(in crate::pdf) rect: [f32; 4],
    /// The number by which the annotation finds its structure element.
    pub(in crate::pdf) number: i64,
    /// The structure element of the link.
    pub(in crate::pdf) element: ObjectId,
}

/// Every link of the document whose address begins with `scheme`, in the order of its pages and of the links on them.
pub(in crate::pdf) fn read_links(document: &Document, scheme: &[u8]) -> Result<Vec<TaggedLink>, FillableError> {
    let elements = elements(document)?;
    let mut links = Vec::new();
    for page in document.page_iter() {
        let Ok(annotations) = document.get_dictionary(page)?.get_deref(b"Annots", document) else { continue };
        for annotation in annotations.as_array()? {
            links.extend(tagged_link(document, (&elements, scheme), page, annotation)?);
        }
    }
    Ok(links)
}

fn tagged_link(
    document: &Document,
    (elements, scheme): (&BTreeMap<i64, ObjectId>, &[u8]),
    page: ObjectId,
    annotation: &Object,
) -> Result<Option<TaggedLink>, FillableError> {
    let (id, object) = document.dereference(annotation)?;
    let link = object.as_dict()?;
    let Some(target) = link_target(document, link, scheme) else { return Ok(None) };
    let annotation = id.ok_or_else(|| FillableError::Tags(format!("the link to {target} is no object")))?;
    let untagged = || FillableError::Tags(format!("the link to {target} has no structure element"));
    // Without it nobody who hears the sheet would learn of the field (PDF/UA).
    let number = link.get(b"StructParent").and_then(Object::as_i64).map_err(|_| untagged())?;
    let element = *elements.get(&number).ok_or_else(untagged)?;
    if !document.get_dictionary(element)?.get(b"S").and_then(Object::as_name).is_ok_and(|role| role == b"Link") {
        return Err(FillableError::Tags(format!("the structure element of the link to {target} is no Link")));
    }
    let rect = rect(document, link)?;
    Ok(Some(TaggedLink { target, page, annotation, rect, number, element }))
}

/// Returns the link's target without the scheme; `None` for all other annotations.
fn link_target(document: &Document, link: &Dictionary, scheme: &[u8]) -> Option<String> {
    let action = link.get_deref(b"A", document).ok()?.as_dict().ok()?;
    let address = action.get_deref(b"URI", document).ok()?.as_str().ok()?;
    let target = address.strip_prefix(scheme)?;
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

/// Removes the annotation of `link` from its page and from the tree of tags, where its element stays.
pub(in crate::pdf) fn remove_annotation(document: &mut Document, link: &TaggedLink) -> Result<(), FillableError> {
    remove_from(document, link.page, b"Annots", link.annotation)?;
    forget_number(document, link.number)?;
    document.objects.remove(&link.annotation);
    Ok(())
}

/// Takes the reference to `id` out of the list that the dictionary `holder` has under `key`, and the list where nothing else is in it.
pub(super) fn remove_from(
    document: &mut Document,
    holder: ObjectId,
    key: &[u8],
    id: ObjectId,
) -> Result<(), FillableError> {
    let is_it = |object: &Object| object.as_reference().is_ok_and(|found| found == id);
    // A list may be an object of its own.
    let list = document.get_dictionary(holder)?.get(key)?.as_reference().ok();
    let list = list.filter(|list| *list != id);
    let emptied = match list {
        Some(list) => {
            let list = document.get_object_mut(list)?.as_array_mut()?;
            list.retain(|object| !is_it(object));
            list.is_empty()
        }
        None => {
            let kept = document.get_dictionary_mut(holder)?.get_mut(key)?;
            if let Object::Array(list) = kept {
                list.retain(|object| !is_it(object));
                list.is_empty()
            } else {
                is_it(kept)
            }
        }
    };
    if emptied {
        document.get_dictionary_mut(holder)?.remove(key);
    }
    Ok(())
}

/// Takes the annotation's `number` out of the tree from numbers to elements.
fn forget_number(document: &mut Document, number: i64) -> Result<(), FillableError> {
    let root = document.catalog()?.get(b"StructTreeRoot")?.as_reference()?;
    let apart = document.get_dictionary(root)?.get(b"ParentTree")?.as_reference().ok();
    let tree = match apart {
        Some(tree) => document.get_dictionary_mut(tree)?,
        None => document.get_dictionary_mut(root)?.get_mut(b"ParentTree")?.as_dict_mut()?,
    };
    let numbers = tree.get_mut(b"Nums")?.as_array_mut()?;
    let is_its = |[key, _]: &[Object; 2]| key.as_i64().is_ok_and(|found| found == number);
    if let Some(at) = numbers.as_chunks::<2>().0.iter().position(is_its) {
        numbers.drain(2 * at..2 * at + 2);
    }
    Ok(())
}
