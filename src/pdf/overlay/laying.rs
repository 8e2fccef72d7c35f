//! Laying values over a copy of a blank sheet: what they draw over its pages, and their tags into its tree.

use std::collections::BTreeSet;

use lopdf::{Dictionary, Document, Object, ObjectId, Stream, dictionary};

use super::blank::{PlaceInTree, SheetCopy};
use super::marks::{dictionary_mut, marks_of_page, set_marks};
use super::values::{LaidValues, ValuePage};

/// Lays the values of the pages `laid` over `copy`, which has as many. `None` where one of them is not built as typst builds them.
pub(super) fn lay(copy: &mut SheetCopy, values: &LaidValues, laid: &[ValuePage]) -> Option<()> {
    let mut used = BTreeSet::new();
    for (page, laid) in copy.pages.clone().into_iter().zip(laid).filter(|(_, laid)| !laid.links.is_empty()) {
        let (number, mut marks) = marks_of_page(&copy.document, page)?;
        let shift = marks.len();
        marks.resize(shift + laid.marks, Object::Null);
        let mut graft = Graft { page, values: &values.document, shift, marks };
        for (place, elements) in &laid.links {
            let place = *copy.places.get(*place)?;
            graft.put(&mut copy.document, place, elements)?;
            used.insert(place.element);
        }
        // What is drawn and has no tag is heard by nobody.
        if graft.marks.contains(&Object::Null) {
            return None;
        }
        set_marks(&mut copy.document, number, graft.marks)?;
        draw_over(copy, page, values, (laid, shift))?;
    }
    for place in copy.places.clone() {
        if !used.contains(&place.element) {
            replace(&mut copy.document, place, Vec::new())?;
            copy.document.objects.remove(&place.element);
        }
    }
    Some(())
}

/// Puts `kids` where the element of a place is.
fn replace(document: &mut Document, place: PlaceInTree, kids: Vec<Object>) -> Option<()> {
    let parent = dictionary_mut(document, place.parent)?;
    let mut list = listed(parent.remove(b"K")?);
    let is_place = |kid: &Object| kid.as_reference().is_ok_and(|id| id == place.element);
    let at = list.iter().position(is_place)?;
    list.splice(at..=at, kids);
    if !list.is_empty() {
        parent.set("K", list);
    }
    Some(())
}

/// What may be one thing or a list of several, as a list.
fn listed(object: Object) -> Vec<Object> {
    if let Object::Array(list) = object { list } else { vec![object] }
}

/// Tags of values on their way into the tree of a sheet.
struct Graft<'a> {
    page: ObjectId,
    values: &'a Document,
    /// The number of marks that the page has already.
    shift: usize,
    /// The elements of all marks of the page.
    marks: Vec<Object>,
}

impl Graft<'_> {
    /// Puts what stands below `elements` where the empty element of `place` is. Within running text it stands there by itself, as its
    /// letters do; elsewhere that element holds it, as typst has an element for letters that are no paragraph.
    fn put(&mut self, document: &mut Document, place: PlaceInTree, elements: &[ObjectId]) -> Option<()> {
        let holds = document.get_dictionary(place.element).ok()?.has(b"A");
        let holder = if holds { place.element } else { place.parent };
        let mut kids = Vec::new();
        for element in elements {
            kids.extend(self.kids_of(document, *element, holder)?);
        }
        if !holds {
            document.objects.remove(&place.element);
            return replace(document, place, kids);
        }
        let role = if kids.iter().any(|kid| kid.as_reference().is_ok()) { "Div" } else { "Span" };
        let element = dictionary_mut(document, place.element)?;
        element.set("S", role);
        element.set("K", kids);
        Some(())
    }

    /// What stands below `element`, for the element `parent` of `document`; elements come along.
    fn kids_of(&mut self, document: &mut Document, element: ObjectId, parent: ObjectId) -> Option<Vec<Object>> {
        let kids = self.values.get_dictionary(element).ok()?.get(b"K").cloned().map_or_else(|_| Vec::new(), listed);
        let is_annotation = |kid: &Object| kid.as_dict().is_ok_and(|kid| kid.has_type(b"OBJR"));
        kids.iter().filter(|kid| !is_annotation(kid)).map(|kid| self.moved(document, kid, parent)).collect()
    }

    /// One kid for the element `parent`: a mark, or an element.
    fn moved(&mut self, document: &mut Document, kid: &Object, parent: ObjectId) -> Option<Object> {
        if let Ok(mark) = kid.as_i64() {
            return self.mark(mark, parent);
        }
        if let Ok(entries) = kid.as_dict() {
            let is_mark = entries.has_type(b"MCR");
            return is_mark.then(|| self.mark(entries.get(b"MCID").ok()?.as_i64().ok()?, parent))?;
        }
        let id = kid.as_reference().ok()?;
        let mut element = self.values.get_dictionary(id).ok()?.clone();
        element.set("P", parent);
        if element.has(b"Pg") {
            element.set("Pg", self.page);
        }
        let kids = self.kids_of(document, id, id)?;
        element.set("K", kids);
        document.objects.insert(id, element.into());
        Some(id.into())
    }

    fn mark(&mut self, mark: i64, parent: ObjectId) -> Option<Object> {
        let mark = usize::try_from(mark).ok()? + self.shift;
        *self.marks.get_mut(mark)? = parent.into();
        let mark = i64::try_from(mark).ok()?;
        Some(dictionary! { "Type" => "MCR", "Pg" => self.page, "MCID" => mark }.into())
    }
}

/// Draws values over the page, whose own content keeps the state of graphics to itself.
fn draw_over(
    copy: &mut SheetCopy,
    page: ObjectId,
    values: &LaidValues,
    (laid, shift): (&ValuePage, usize),
) -> Option<()> {
    let mut stream = Stream::new(Dictionary::new(), [b"Q\n", values.content(laid, shift)?.as_slice()].concat());
    // As it is where that is shorter.
    let _ = stream.compress();
    let over = copy.document.add_object(stream);
    let contents = dictionary_mut(&mut copy.document, page)?.get_mut(b"Contents").ok()?.as_array_mut().ok()?;
    contents.insert(0, copy.keep.into());
    contents.push(over.into());
    let resources = dictionary_mut(&mut copy.document, page)?.get_mut(b"Resources").ok()?.as_dict_mut().ok()?;
    for (kind, own) in values.resources(laid)? {
        if !resources.has(&kind) {
            resources.set(kind.clone(), Dictionary::new());
        }
        let all = resources.get_mut(&kind).ok()?.as_dict_mut().ok()?;
        for (name, entry) in own {
            all.set(name, entry);
        }
    }
    Some(())
}
