//! What is filled in, as typst set it alone: its contents, its fonts and its tags.

use std::collections::{BTreeMap, BTreeSet};

use lopdf::content::Content;
use lopdf::{Dictionary, Document, Object, ObjectId};

use super::marks::marks_of_page;
use super::reach::reachable;
use crate::pdf::fillable::links::read_links;

/// The beginning of the addresses of links that values are.
const SCHEME: &[u8] = b"x-value:";
/// The target of the link that says that the sheet looks otherwise than a blank one with values over it.
const UNLIKE: &str = "unlike";
/// The beginning of the names of resources, which tells them apart from those of the blank sheet.
const PREFIX: &[u8] = b"value-";

/// The pages of one sheet's values or of several.
pub(super) struct LaidValues {
    pub(super) document: Document,
    pub(super) pages: Vec<ValuePage>,
}

/// The values of a page.
pub(super) struct ValuePage {
    id: ObjectId,
    /// The elements of what is laid into each place, by its number.
    pub(super) links: BTreeMap<usize, Vec<ObjectId>>,
    /// The number of marks in the content by which elements find what is theirs.
    pub(super) marks: usize,
    /// Whether the sheet looks otherwise than a blank one with values over it.
    pub(super) is_unlike: bool,
}

impl LaidValues {
    /// Reads what typst set; its objects get numbers from `from` on. `None` where it is not built as typst builds PDFs.
    pub(super) fn read(pdf: &[u8], from: u32) -> Option<Self> {
        let mut document = Document::load_mem(pdf).ok()?;
        document.renumber_objects_with(from);
        let mut pages = Vec::new();
        for id in document.page_iter() {
            let marks = marks_of_page(&document, id).map_or(0, |(_, marks)| marks.len());
            pages.push(ValuePage { id, links: BTreeMap::new(), marks, is_unlike: false });
        }
        for link in read_links(&document, SCHEME).ok()? {
            let page = pages.iter_mut().find(|page| page.id == link.page)?;
            if link.target == UNLIKE {
                page.is_unlike = true;
                continue;
            }
            let elements = page.links.entry(link.target.parse().ok()?).or_default();
            // A link over several lines has a place on each.
            if !elements.contains(&link.element) {
                elements.push(link.element);
            }
        }
        Some(Self { document, pages })
    }

    /// Everything that `pages` draw with.
    pub(super) fn drawn_with(&self, pages: &[ValuePage]) -> impl Iterator<Item = (ObjectId, Object)> + '_ {
        let resources =
            pages.iter().filter_map(|page| self.document.get_dictionary(page.id).ok()?.get(b"Resources").ok());
        let all: BTreeSet<ObjectId> = reachable(&self.document, &resources.cloned().collect::<Vec<_>>());
        all.into_iter().filter_map(|id| Some((id, self.document.objects.get(&id)?.clone())))
    }

    /// The content of a page, with names of its own and marks from `shift` on.
    pub(super) fn content(&self, page: &ValuePage, shift: usize) -> Option<Vec<u8>> {
        let mut content = Content::decode(&self.document.get_page_content(page.id)).ok()?;
        for operation in &mut content.operations {
            match operation.operator.as_str() {
                "Tf" | "gs" | "cs" | "CS" | "scn" | "SCN" | "Do" | "sh" => {
                    operation.operands.iter_mut().for_each(rename);
                }
                "BDC" => shift_mark(operation.operands.get_mut(1)?, shift)?,
                _ => {}
            }
        }
        content.encode().ok()
    }

    /// The resources of a page by their kinds, with names of their own.
    pub(super) fn resources(&self, page: &ValuePage) -> Option<Vec<(Vec<u8>, Dictionary)>> {
        let page = self.document.get_dictionary(page.id).ok()?;
        let resources = page.get_deref(b"Resources", &self.document).ok()?.as_dict().ok()?;
        let mut kinds = Vec::new();
        for (kind, own) in resources {
            let Ok(own) = self.document.dereference(own).ok()?.1.as_dict() else { continue };
            let entries = own.iter().map(|(name, entry)| (renamed(name), entry.clone()));
            kinds.push((kind.clone(), entries.collect()));
        }
        Some(kinds)
    }
}

fn renamed(name: &[u8]) -> Vec<u8> {
    [PREFIX, name].concat()
}

/// Renames what an operand names, if it names something; colours of the device have no resources.
fn rename(operand: &mut Object) {
    if let Object::Name(name) = operand
        && !name.starts_with(b"Device")
        && name != b"Pattern"
    {
        *name = renamed(name);
    }
}

/// Counts a mark from `shift` on; `None` where the content keeps its marks elsewhere.
fn shift_mark(properties: &mut Object, shift: usize) -> Option<()> {
    let properties = properties.as_dict_mut().ok()?;
    if let Ok(Object::Integer(mark)) = properties.get_mut(b"MCID") {
        *mark += i64::try_from(shift).ok()?;
    }
    Some(())
}
