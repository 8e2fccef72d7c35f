//! Whether the words that are computed for references are those of the text.

use std::collections::{BTreeMap, BTreeSet};

use crate::base::markup::Inline;
use crate::corpus::{Document, Provision, Target};
use crate::import::write::linked::{ReferencePlace, WrittenLink};

/// The references of `document` that print other words than the text has; `written` has their links by anchors.
pub(in crate::import) fn mistaken(
    document: &Document,
    written: &BTreeMap<String, Vec<WrittenLink>>,
) -> BTreeSet<ReferencePlace> {
    let mut found = BTreeSet::new();
    let mut ask = |one: &Provision| {
        let Some(links) = written.get(&one.anchor) else { return };
        let mut printed = Vec::new();
        for paragraph in one.text.iter().flat_map(|text| &text.ja) {
            printed_links(paragraph, &mut printed);
        }
        // Links that were not read as such print their own words too: where their number differs none is sure.
        let same = printed.len() == links.len();
        let wrong = links.iter().enumerate().filter(|(at, link)| {
            link.computed && !(same && printed.get(*at).is_some_and(|printed| *printed == link.words))
        });
        found.extend(wrong.map(|(_, link)| link.place));
    };
    for one in document.divisions.iter().flat_map(|division| &division.provisions) {
        one.walk(&mut ask);
    }
    found
}

/// The words of the links in `inlines`, in their order.
fn printed_links(inlines: &[Inline<Target>], found: &mut Vec<String>) {
    for inline in inlines {
        match inline {
            Inline::Link { words, .. } => found.push(link_letters(words)),
            Inline::Strong(inner)
            | Inline::Emphasis(inner)
            | Inline::Note(inner)
            | Inline::Language { words: inner, .. } => printed_links(inner, found),
            Inline::Text(_) | Inline::Code(_) | Inline::Break | Inline::Ruby { .. } | Inline::Picture { .. } => {}
        }
    }
}

fn link_letters(inlines: &[Inline<Target>]) -> String {
    let mut out = String::new();
    for inline in inlines {
        match inline {
            Inline::Text(text) | Inline::Code(text) => out.push_str(text),
            Inline::Strong(inner) | Inline::Emphasis(inner) | Inline::Note(inner) => out.push_str(&link_letters(inner)),
            Inline::Link { words, .. } | Inline::Language { words, .. } => out.push_str(&link_letters(words)),
            Inline::Ruby { base, .. } => out.push_str(base),
            Inline::Break | Inline::Picture { .. } => {}
        }
    }
    out
}
