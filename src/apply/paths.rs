//! Where provisions stand in their document's file.

use crate::content::EditPath;
use crate::corpus::{Document, Provision, Role};

/// The path of a division's mapping in the file; of the body the file itself.
pub(super) fn division_path(role: Role, anchor: &str) -> EditPath {
    match role {
        Role::Body => EditPath::root(),
        Role::Supplementary => EditPath::root().key("supplementary").id(anchor),
        Role::Appendix => EditPath::root().key("appendices").id(anchor),
    }
}

/// The path of the provision `anchor` of `document`; `None` where it does not stand in its file.
pub(super) fn provision_path(document: &Document, anchor: &str) -> Option<EditPath> {
    for note in &document.notes {
        if let Some(path) = path_below(note, anchor, EditPath::root().key("notes")) {
            return Some(path);
        }
    }
    document.divisions.iter().find_map(|division| {
        let list = division_path(division.role, &division.anchor).key("body");
        division.provisions.iter().find_map(|provision| path_below(provision, anchor, list.clone()))
    })
}

fn path_below(provision: &Provision, anchor: &str, list: EditPath) -> Option<EditPath> {
    let id = provision.anchor.rsplit('.').next().unwrap_or(&provision.anchor);
    let own = list.id(id);
    if provision.anchor == anchor {
        return Some(own);
    }
    let items = provision.items.iter().find_map(|item| path_below(item, anchor, own.clone().key("items")));
    items.or_else(|| {
        provision.paragraphs.iter().find_map(|paragraph| path_below(paragraph, anchor, own.clone().key("paragraphs")))
    })
}
