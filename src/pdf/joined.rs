//! Several PDFs of typst as one: parts of a long file that were set at the same time. Pages, tags and outline of each part follow those of
//! the one before; everything else is the first part's.

use lopdf::{Dictionary, Document, Object, ObjectId};

/// The metadata's word for the number of pages.
const PAGES: (&[u8], &[u8]) = (b"<xmpTPg:NPages>", b"</xmpTPg:NPages>");

/// Returns the pages of all `parts`, in their order, as one PDF; `None` where a part is not built as typst builds them.
pub(super) fn joined(parts: &[Vec<u8>]) -> Option<Vec<u8>> {
    let (first, others) = parts.split_first()?;
    let mut whole = Document::load_mem(first).ok()?;
    for (number, part) in others.iter().enumerate() {
        let mut part = Document::load_mem(part).ok()?;
        part.renumber_objects_with(whole.max_id + 1);
        append(&mut whole, part, number)?;
    }
    saved(whole)
}

/// Returns the bytes of `whole`, to which parts were appended.
pub(super) fn saved(mut whole: Document) -> Option<Vec<u8>> {
    sort_names(&mut whole)?;
    count_pages(&mut whole)?;
    let mut made = Vec::new();
    whole.save_modern(&mut made).ok()?;
    Some(made)
}

/// Appends `part`, whose objects have numbers of their own above those of `whole`; `number` tells its names apart from those of other
/// parts.
pub(super) fn append(whole: &mut Document, mut part: Document, number: usize) -> Option<()> {
    let tags = (root_of(whole, b"StructTreeRoot")?, root_of(&part, b"StructTreeRoot")?);
    let next_key = dictionary(whole, tags.0)?.get(b"ParentTreeNextKey").ok()?.as_i64().ok()?;
    for object in part.objects.values_mut() {
        shift_keys(object, next_key);
        rename(object, number);
    }
    let pages = (root_of(whole, b"Pages")?, root_of(&part, b"Pages")?);
    let outlines = (root_of(whole, b"Outlines"), root_of(&part, b"Outlines"));
    whole.max_id = part.max_id;
    whole.objects.append(&mut part.objects);
    append_pages(whole, pages)?;
    append_tags(whole, tags, next_key, number)?;
    if let (Some(ours), Some(theirs)) = outlines {
        append_outline(whole, (ours, theirs))?;
    }
    Some(())
}

/// The object that the catalog of `document` has under `key`.
fn root_of(document: &Document, key: &[u8]) -> Option<ObjectId> {
    document.catalog().ok()?.get(key).ok()?.as_reference().ok()
}

fn dictionary(document: &Document, id: ObjectId) -> Option<&Dictionary> {
    document.get_dictionary(id).ok()
}

fn dictionary_mut(document: &mut Document, id: ObjectId) -> Option<&mut Dictionary> {
    document.get_object_mut(id).ok()?.as_dict_mut().ok()
}

/// Adds `by` to the keys by which pages, pictures and annotations find their tags.
fn shift_keys(object: &mut Object, by: i64) {
    let own = if let Object::Stream(stream) = object { Ok(&mut stream.dict) } else { object.as_dict_mut() };
    let Ok(own) = own else { return };
    for key in [&b"StructParents"[..], b"StructParent"] {
        if let Ok(Object::Integer(number)) = own.get_mut(key) {
            *number += by;
        }
    }
}

/// The name of an element of the part `number`; typst counts those of each file anew.
fn renamed(name: &[u8], number: usize) -> Object {
    Object::string_literal([format!("P{number}-").as_bytes(), name].concat())
}

/// Renames the element that `object` is, and those that it names as the heads of a cell.
fn rename(object: &mut Object, number: usize) {
    let Object::Dictionary(element) = object else { return };
    if !element.has(b"S") {
        return;
    }
    if let Ok(name) = element.get(b"ID").and_then(Object::as_str) {
        let name = renamed(name, number);
        element.set("ID", name);
    }
    let Ok(Object::Array(attributes)) = element.get_mut(b"A") else { return };
    for attribute in attributes.iter_mut().filter_map(|attribute| attribute.as_dict_mut().ok()) {
        let Ok(Object::Array(heads)) = attribute.get_mut(b"Headers") else { continue };
        for head in heads {
            if let Ok(name) = head.as_str() {
                *head = renamed(name, number);
            }
        }
    }
}

/// Hangs the tree of pages `theirs` into `ours`.
fn append_pages(whole: &mut Document, (ours, theirs): (ObjectId, ObjectId)) -> Option<()> {
    let more = dictionary(whole, theirs)?.get(b"Count").ok()?.as_i64().ok()?;
    dictionary_mut(whole, theirs)?.set("Parent", ours);
    let ours = dictionary_mut(whole, ours)?;
    let count = ours.get(b"Count").ok()?.as_i64().ok()?;
    ours.set("Count", count + more);
    ours.get_mut(b"Kids").ok()?.as_array_mut().ok()?.push(theirs.into());
    Some(())
}

/// Takes the list under `key` of the dictionary that `root` has under `tree`.
fn take_list(whole: &mut Document, root: ObjectId, tree: &[u8], key: &[u8]) -> Option<Vec<Object>> {
    let tree = dictionary_mut(whole, root)?.get_mut(tree).ok()?.as_dict_mut().ok()?;
    if let Object::Array(list) = tree.remove(key)? { Some(list) } else { None }
}

/// Appends the tree of tags `theirs`, whose keys were shifted by `by`, to `ours`.
fn append_tags(whole: &mut Document, (ours, theirs): (ObjectId, ObjectId), by: i64, number: usize) -> Option<()> {
    let more = dictionary(whole, theirs)?.get(b"ParentTreeNextKey").ok()?.as_i64().ok()?;
    let mut numbers = take_list(whole, ours, b"ParentTree", b"Nums")?;
    for entry in take_list(whole, theirs, b"ParentTree", b"Nums")? {
        let key = entry.as_i64().map(|key| Object::Integer(key + by));
        numbers.push(key.unwrap_or(entry));
    }
    let named = |root: ObjectId, whole: &mut Document| {
        let has_names = dictionary(whole, root)?.has(b"IDTree");
        if has_names { take_list(whole, root, b"IDTree", b"Names") } else { Some(Vec::new()) }
    };
    let mut names = named(ours, whole)?;
    for entry in named(theirs, whole)? {
        let name = entry.as_str().map(|name| renamed(name, number));
        names.push(name.unwrap_or(entry));
    }
    let (document, kids) = (only_kid(whole, ours)?, only_kid(whole, theirs)?);
    let kids = dictionary_mut(whole, kids)?.remove(b"K")?.as_array().ok()?.clone();
    for kid in &kids {
        dictionary_mut(whole, kid.as_reference().ok()?)?.set("P", document);
    }
    dictionary_mut(whole, document)?.get_mut(b"K").ok()?.as_array_mut().ok()?.extend(kids);
    let root = dictionary_mut(whole, ours)?;
    root.get_mut(b"ParentTree").ok()?.as_dict_mut().ok()?.set("Nums", numbers);
    if !names.is_empty() {
        let mut tree = Dictionary::new();
        tree.set("Names", names);
        root.set("IDTree", tree);
    }
    root.set("ParentTreeNextKey", by + more);
    Some(())
}

/// Brings the entries of the tree of names of elements into the order of their bytes (ISO 32000-1, 7.9.6).
fn sort_names(whole: &mut Document) -> Option<()> {
    let root = root_of(whole, b"StructTreeRoot")?;
    if !dictionary(whole, root)?.has(b"IDTree") {
        return Some(());
    }
    let names = take_list(whole, root, b"IDTree", b"Names")?;
    let mut pairs: Vec<&[Object; 2]> = names.as_chunks::<2>().0.iter().collect();
    pairs.sort_by_key(|[name, _]| name.as_str().ok().map(<[u8]>::to_vec));
    let names: Vec<Object> = pairs.into_iter().flatten().cloned().collect();
    dictionary_mut(whole, root)?.get_mut(b"IDTree").ok()?.as_dict_mut().ok()?.set("Names", names);
    Some(())
}

/// The one element at the root of a tree of tags: that of the whole file.
fn only_kid(document: &Document, root: ObjectId) -> Option<ObjectId> {
    let kids = dictionary(document, root)?.get(b"K").ok()?;
    let only = match kids.as_array().map(Vec::as_slice) {
        Ok([only]) => only,
        Ok(_) => return None,
        Err(_) => kids,
    };
    only.as_reference().ok()
}

/// Appends the outline `theirs` to `ours`.
fn append_outline(whole: &mut Document, (ours, theirs): (ObjectId, ObjectId)) -> Option<()> {
    let link = |id: ObjectId, key: &[u8], whole: &Document| dictionary(whole, id)?.get(key).ok()?.as_reference().ok();
    // The outline of a sheet without headings has no entries.
    let (Some(begin), Some(end)) = (link(theirs, b"First", whole), link(theirs, b"Last", whole)) else {
        return Some(());
    };
    let mut entry = Some(begin);
    while let Some(id) = entry {
        dictionary_mut(whole, id)?.set("Parent", ours);
        entry = link(id, b"Next", whole);
    }
    match link(ours, b"Last", whole) {
        Some(last) => {
            dictionary_mut(whole, last)?.set("Next", begin);
            dictionary_mut(whole, begin)?.set("Prev", last);
        }
        None => dictionary_mut(whole, ours)?.set("First", begin),
    }
    let more = dictionary(whole, theirs)?.get(b"Count").and_then(Object::as_i64).unwrap_or(0);
    let ours = dictionary_mut(whole, ours)?;
    let count = ours.get(b"Count").and_then(Object::as_i64).unwrap_or(0);
    // A closed outline counts what it would show as a number below nought.
    ours.set("Count", if count < 0 { count - more.abs() } else { count + more.abs() });
    ours.set("Last", end);
    Some(())
}

/// Says in the metadata how many pages there are.
fn count_pages(whole: &mut Document) -> Option<()> {
    let count = whole.get_pages().len().to_string();
    let metadata = root_of(whole, b"Metadata")?;
    let stream = whole.get_object_mut(metadata).ok()?.as_stream_mut().ok()?;
    let place = |word: &[u8], from: usize| {
        let rest = stream.content.get(from..)?;
        rest.windows(word.len()).position(|window| window == word).map(|at| from + at)
    };
    let begin = place(PAGES.0, 0)? + PAGES.0.len();
    let end = place(PAGES.1, begin)?;
    let mut content = stream.content.clone();
    content.splice(begin..end, count.into_bytes());
    stream.set_plain_content(content);
    Some(())
}
