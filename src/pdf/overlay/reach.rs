//! References between the objects of a PDF.

use std::collections::BTreeSet;

use lopdf::{Dictionary, Document, Object, ObjectId};

/// Every object that `roots` lead to.
pub(super) fn reachable(document: &Document, roots: &[Object]) -> BTreeSet<ObjectId> {
    let mut found = BTreeSet::new();
    let mut waiting = Vec::new();
    for root in roots {
        add_references(root, &mut waiting);
    }
    while let Some(id) = waiting.pop() {
        if let Some(object) = document.objects.get(&id).filter(|_| found.insert(id)) {
            add_references(object, &mut waiting);
        }
    }
    found
}

fn add_references(object: &Object, found: &mut Vec<ObjectId>) {
    if let Object::Reference(id) = object {
        found.push(*id);
    } else if let Object::Array(list) = object {
        for one in list {
            add_references(one, found);
        }
    } else if let Some(entries) = entries_of(object) {
        for (_, one) in entries {
            add_references(one, found);
        }
    }
}

fn entries_of(object: &Object) -> Option<&Dictionary> {
    object.as_dict().or_else(|_| object.as_stream().map(|stream| &stream.dict)).ok()
}

/// Returns `object` with other references.
pub(super) fn with_references(object: &Object, renumbered: &impl Fn(ObjectId) -> ObjectId) -> Object {
    let mut copy = object.clone();
    renumber(&mut copy, renumbered);
    copy
}

fn renumber(object: &mut Object, renumbered: &impl Fn(ObjectId) -> ObjectId) {
    if let Object::Reference(id) = object {
        *id = renumbered(*id);
    } else if let Object::Array(list) = object {
        for one in list {
            renumber(one, renumbered);
        }
    } else if let Object::Dictionary(entries) = object {
        for (_, one) in entries {
            renumber(one, renumbered);
        }
    } else if let Object::Stream(stream) = object {
        for (_, one) in &mut stream.dict {
            renumber(one, renumbered);
        }
    }
}
