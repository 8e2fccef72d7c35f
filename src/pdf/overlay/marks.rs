//! The marks in the content of a page by which elements of the tree of tags find what is theirs.

use lopdf::{Dictionary, Document, Object, ObjectId};

/// The number by which a page finds its elements, and the element of each mark; `None` for a page that has none.
pub(super) fn marks_of_page(document: &Document, page: ObjectId) -> Option<(i64, Vec<Object>)> {
    let number = document.get_dictionary(page).ok()?.get(b"StructParents").ok()?.as_i64().ok()?;
    let root = document.catalog().ok()?.get_deref(b"StructTreeRoot", document).ok()?.as_dict().ok()?;
    let tree = root.get_deref(b"ParentTree", document).ok()?.as_dict().ok()?;
    let (pairs, _) = tree.get_deref(b"Nums", document).ok()?.as_array().ok()?.as_chunks::<2>();
    let [_, marks] = pairs.iter().find(|[key, _]| key.as_i64().is_ok_and(|key| key == number))?;
    Some((number, document.dereference(marks).ok()?.1.as_array().ok()?.clone()))
}

/// Sets the element of each mark of the page with that `number`.
pub(super) fn set_marks(document: &mut Document, number: i64, marks: Vec<Object>) -> Option<()> {
    let root = document.catalog().ok()?.get(b"StructTreeRoot").ok()?.as_reference().ok()?;
    let tree = dictionary_mut(document, root)?.get_mut(b"ParentTree").ok()?;
    let tree = match tree.as_reference() {
        Ok(tree) => dictionary_mut(document, tree)?,
        Err(_) => dictionary_mut(document, root)?.get_mut(b"ParentTree").ok()?.as_dict_mut().ok()?,
    };
    let numbers = tree.get_mut(b"Nums").ok()?.as_array_mut().ok()?;
    let at = numbers.iter().step_by(2).position(|key| key.as_i64().is_ok_and(|key| key == number))?;
    *numbers.get_mut(2 * at + 1)? = Object::Array(marks);
    Some(())
}

pub(super) fn dictionary_mut(document: &mut Document, id: ObjectId) -> Option<&mut Dictionary> {
    document.get_object_mut(id).ok()?.as_dict_mut().ok()
}
