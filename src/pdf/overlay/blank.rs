//! A blank sheet of a form, set once, and copies of it for many.

use std::collections::{BTreeMap, BTreeSet};

use lopdf::{Dictionary, Document, Object, ObjectId, Stream};

use super::marks::dictionary_mut;
use super::places::OverlayPlace;
use super::reach::{reachable, with_references};
use crate::pdf::fillable::links::{TaggedLink, remove_annotation};
use crate::pdf::fillable::slots::slot_links;

/// A blank sheet. Its places to fill in have an empty element each in the tree of tags, and no link any more.
pub(super) struct BlankSheet {
    document: Document,
    pages: Vec<ObjectId>,
    places: Vec<PlaceInTree>,
    /// The places of each page, as typst is told of them.
    pub(super) told: Vec<Vec<OverlayPlace>>,
    /// The stream that keeps the state of graphics before the page draws anything.
    keep: ObjectId,
    /// What all copies within a file have in common: contents, fonts, pictures.
    shared: BTreeSet<ObjectId>,
}

/// A place in the tree of tags.
#[derive(Debug, Clone, Copy)]
pub(super) struct PlaceInTree {
    /// The empty element, and the one that it stands in.
    pub(super) element: ObjectId,
    pub(super) parent: ObjectId,
}

/// A copy of a blank sheet, to lay values over.
pub(super) struct SheetCopy {
    pub(super) document: Document,
    pub(super) pages: Vec<ObjectId>,
    pub(super) places: Vec<PlaceInTree>,
    pub(super) keep: ObjectId,
}

impl BlankSheet {
    /// Reads the sheet that typst set; its objects get numbers from `from` on. `None` where it is not built as typst builds them.
    pub(super) fn read(pdf: &[u8], from: u32) -> Option<Self> {
        let mut document = Document::load_mem(pdf).ok()?;
        document.renumber_objects_with(from);
        let pages: Vec<ObjectId> = document.page_iter().collect();
        let mut told = vec![Vec::new(); pages.len()];
        let mut places = Vec::new();
        for link in slot_links(&document).ok()? {
            let page = pages.iter().position(|page| *page == link.page)?;
            told.get_mut(page)?.push(told_place(&document, &link, places.len())?);
            remove_annotation(&mut document, &link).ok()?;
            let parent = document.get_dictionary(link.element).ok()?.get(b"P").ok()?.as_reference().ok()?;
            places.push(PlaceInTree { element: link.element, parent });
        }
        for page in &pages {
            write_out(&mut document, *page)?;
        }
        let keep = document.add_object(Stream::new(Dictionary::new(), b"q\n".to_vec()));
        let shared = shared_objects(&document, &pages, keep)?;
        Some(Self { document, pages, places, told, keep, shared })
    }

    /// The number of pages.
    pub(super) fn page_count(&self) -> usize {
        self.pages.len()
    }

    /// The greatest number of an object.
    pub(super) fn last_id(&self) -> u32 {
        self.document.max_id
    }

    /// A copy that is a file of its own.
    pub(super) fn whole_copy(&self) -> SheetCopy {
        let (pages, places) = (self.pages.clone(), self.places.clone());
        SheetCopy { document: self.document.clone(), pages, places, keep: self.keep }
    }

    /// What copies within a file have in common.
    pub(super) fn shared_objects(&self) -> impl Iterator<Item = (ObjectId, Object)> + '_ {
        self.document
            .objects
            .iter()
            .filter(|(id, _)| self.shared.contains(id))
            .map(|(id, object)| (*id, object.clone()))
    }

    /// A copy within the file that has the shared objects; its own get numbers from `from` on.
    pub(super) fn inner_copy(&self, from: u32) -> SheetCopy {
        let own = || self.document.objects.iter().filter(|(id, _)| !self.shared.contains(id));
        let numbers: BTreeMap<ObjectId, ObjectId> = own().zip(from..).map(|((old, _), new)| (*old, (new, 0))).collect();
        let renumbered = |id: ObjectId| numbers.get(&id).copied().unwrap_or(id);
        let mut document = Document::with_version(&self.document.version);
        for (id, object) in own() {
            document.objects.insert(renumbered(*id), with_references(object, &renumbered));
        }
        if let Ok(root) = self.document.trailer.get(b"Root") {
            document.trailer.set("Root", with_references(root, &renumbered));
        }
        document.max_id = document.objects.keys().map(|id| id.0).max().unwrap_or(from);
        let pages = self.pages.iter().map(|page| renumbered(*page)).collect();
        let place =
            |place: &PlaceInTree| PlaceInTree { element: renumbered(place.element), parent: renumbered(place.parent) };
        SheetCopy { document, pages, places: self.places.iter().map(place).collect(), keep: self.keep }
    }
}

/// Writes the list of the contents of `page`, and its resources by their kinds, into the page itself.
fn write_out(document: &mut Document, page: ObjectId) -> Option<()> {
    let own = document.get_dictionary(page).ok()?;
    let contents = own.get(b"Contents").ok()?;
    // One stream, or a list that may be an object of its own.
    let contents = match document.dereference(contents).ok()?.1.as_array() {
        Ok(list) => list.clone(),
        Err(_) => vec![contents.clone()],
    };
    let mut resources = own.get_deref(b"Resources", document).ok()?.as_dict().ok()?.clone();
    for (_, kind) in &mut resources {
        *kind = document.dereference(kind).ok()?.1.clone();
    }
    let own = dictionary_mut(document, page)?;
    own.set("Contents", contents);
    own.set("Resources", resources);
    Some(())
}

/// A place as its link tells of it.
fn told_place(document: &Document, link: &TaggedLink, number: usize) -> Option<OverlayPlace> {
    let (target, how) = link.target.split_once('#')?;
    let (path, option) = target.split_once('=').map_or((target, None), |(path, option)| (path, Some(option)));
    let page = document.get_dictionary(link.page).ok()?.get_deref(b"MediaBox", document).ok()?.as_array().ok()?;
    let head = page.get(3)?.as_float().ok()?;
    let [left, bottom, right, top] = link.rect;
    Some(OverlayPlace {
        number,
        path: path.to_owned(),
        option: option.map(str::to_owned),
        how: how.to_owned(),
        x: left,
        y: head - top,
        width: right - left,
        height: top - bottom,
    })
}

/// What the contents of the pages are made of, with what belongs to the file as a whole; `None` where a part of it has tags of its own.
fn shared_objects(document: &Document, pages: &[ObjectId], keep: ObjectId) -> Option<BTreeSet<ObjectId>> {
    let mut roots = vec![Object::Reference(keep)];
    for page in pages {
        let page = document.get_dictionary(*page).ok()?;
        roots.extend([&b"Contents"[..], b"Resources"].into_iter().filter_map(|key| page.get(key).ok()).cloned());
    }
    let catalog = document.catalog().ok()?;
    roots.extend([&b"OutputIntents"[..], b"Metadata"].into_iter().filter_map(|key| catalog.get(key).ok()).cloned());
    let shared = reachable(document, &roots);
    let is_tagged = |id: &ObjectId| {
        let stream = document.objects.get(id).and_then(|object| object.as_stream().ok());
        stream.is_some_and(|stream| stream.dict.has(b"StructParents") || stream.dict.has(b"StructParent"))
    };
    (!shared.iter().any(is_tagged)).then_some(shared)
}
