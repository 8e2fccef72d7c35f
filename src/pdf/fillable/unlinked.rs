//! The sheet for print alone: what typst made, without the links that become fields.

use lopdf::{Document, Object, ObjectId};

use super::FillableError;
use super::slots::{LinkSlot, read_slots};

/// Returns `pdf` without its links to places to fill in, and without what its tags say of them.
///
/// # Errors
/// Where `pdf` is not such a PDF as typst makes.
pub fn without_fields(pdf: &[u8]) -> Result<Vec<u8>, FillableError> {
    let mut document = Document::load_mem(pdf)?;
    for slot in read_slots(&document)? {
        remove(&mut document, &slot)?;
    }
    let mut made = Vec::with_capacity(pdf.len());
    document.save_modern(&mut made)?;
    Ok(made)
}

/// Removes the link of `slot` from its page, and its element from the tree of tags.
fn remove(document: &mut Document, slot: &LinkSlot) -> Result<(), FillableError> {
    remove_from(document, slot.page, b"Annots", slot.annotation)?;
    let parent = document.get_dictionary(slot.element)?.get(b"P")?.as_reference()?;
    remove_from(document, parent, b"K", slot.element)?;
    forget_number(document, slot.number)?;
    document.objects.remove(&slot.annotation);
    document.objects.remove(&slot.element);
    Ok(())
}

/// Takes the reference to `id` out of the list that the dictionary `holder` has under `key`, and the list where nothing else is in it.
fn remove_from(document: &mut Document, holder: ObjectId, key: &[u8], id: ObjectId) -> Result<(), FillableError> {
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
