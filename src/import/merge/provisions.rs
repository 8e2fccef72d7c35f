//! Provisions of a new text with what a person made of them: ids, English, topics, mappings, notes.

use std::collections::{BTreeMap, BTreeSet};

use super::links::Renamed;
use crate::content::{Bilingual, EditorNote, WrittenCell, WrittenCellTable, WrittenProvision};
use crate::import::write::ids;

/// What of a new text is taken over. What stays out prints the same in the file that exists.
#[derive(Debug, Default, PartialEq, Eq, Clone)]
pub(super) struct Taken {
    /// The provisions whose words are those of the new text, by their anchors there.
    pub(super) words: BTreeSet<String>,
    /// The divisions whose numbers are written as in the new text, by their anchors there; the body's is empty.
    pub(super) numbers: BTreeSet<String>,
}

/// The provisions of the document that exists, and which of them each new one was.
pub(super) struct Kept<'a> {
    /// By anchor.
    pub(super) provisions: BTreeMap<String, &'a WrittenProvision>,
    /// Anchors of the document that exists by those of the new text.
    pub(super) pairs: BTreeMap<String, String>,
}

impl<'a> Kept<'a> {
    /// Collects `list`, whose anchors begin with `prefix`, and what stands below.
    pub(super) fn add(&mut self, list: &'a [WrittenProvision], prefix: &str) {
        for one in list {
            let anchor = format!("{prefix}{}", one.id.as_str());
            let below = format!("{anchor}.");
            self.add(&one.items, &below);
            self.add(&one.paragraphs, &below);
            self.provisions.insert(anchor, one);
        }
    }

    fn was(&self, anchor: &str) -> Option<&'a WrittenProvision> {
        self.provisions.get(self.pairs.get(anchor)?).copied()
    }
}

/// The ids of a merged document: those that exist stay, new ones are free beside them.
#[derive(Debug, Default)]
pub(super) struct MergedIds {
    /// The merged anchor by the anchor of the new text.
    pub(super) anchors: BTreeMap<String, String>,
}

impl MergedIds {
    /// Gives ids to lists of siblings, each with the prefix of its new anchors; `merged` is the prefix that they get.
    pub(super) fn assign(
        &mut self,
        lists: &[(&[WrittenProvision], &str)],
        merged: &str,
        taken: &mut BTreeSet<String>,
        kept: &Kept<'_>,
    ) {
        let siblings = || lists.iter().flat_map(|(list, prefix)| list.iter().map(move |one| (one, *prefix)));
        let mut fresh = Vec::new();
        for (one, prefix) in siblings() {
            let anchor = format!("{prefix}{}", one.id.as_str());
            match kept.was(&anchor).filter(|old| taken.insert(old.id.as_str().to_owned())) {
                Some(old) => {
                    self.anchors.insert(anchor, format!("{merged}{}", old.id.as_str()));
                }
                None => fresh.push((anchor, one)),
            }
        }
        for (anchor, one) in fresh {
            let id = ids::free(one.id.as_str(), taken);
            self.anchors.insert(anchor, format!("{merged}{id}"));
        }
        for (one, prefix) in siblings() {
            let anchor = format!("{prefix}{}", one.id.as_str());
            let below = format!("{anchor}.");
            let merged = self.anchors.get(&anchor).map_or_else(String::new, |anchor| format!("{anchor}."));
            self.assign(&[(&one.items, &below), (&one.paragraphs, &below)], &merged, &mut BTreeSet::new(), kept);
        }
    }
}

/// Merges lists of provisions.
pub(super) struct ProvisionMerger<'a> {
    pub(super) kept: &'a Kept<'a>,
    pub(super) ids: &'a MergedIds,
    pub(super) taken: &'a Taken,
    /// New names in texts of the new text.
    pub(super) of_new: &'a Renamed,
    /// New names in texts that stay.
    pub(super) of_old: &'a Renamed,
}

impl ProvisionMerger<'_> {
    /// The provisions of `new`, whose anchors begin with `prefix`, in the division `division`.
    pub(super) fn list(&self, new: &[WrittenProvision], prefix: &str, division: &str) -> Vec<WrittenProvision> {
        new.iter().map(|one| self.provision(one, prefix, division)).collect()
    }

    fn provision(&self, new: &WrittenProvision, prefix: &str, division: &str) -> WrittenProvision {
        let anchor = format!("{prefix}{}", new.id.as_str());
        let mut fresh = new.clone();
        self.of_new.provision(&mut fresh);
        let mut merged = match self.kept.was(&anchor) {
            Some(old) => {
                let mut merged = old.clone();
                self.of_old.provision(&mut merged);
                if self.taken.words.contains(&anchor) {
                    take_words(&mut merged, &fresh);
                }
                if self.taken.numbers.contains(division) {
                    take_numbers(&mut merged, &fresh);
                }
                add_notes(&mut merged.editor_notes, &fresh.editor_notes);
                merged
            }
            None => fresh,
        };
        let id = self.ids.anchors.get(&anchor).and_then(|anchor| anchor.rsplit('.').next());
        if let Some(id) = id.filter(|id| *id != merged.id.as_str()) {
            merged.id = id.into();
        }
        let below = format!("{anchor}.");
        merged.items = self.list(&new.items, &below, division);
        merged.paragraphs = self.list(&new.paragraphs, &below, division);
        merged
    }
}

fn take_words(merged: &mut WrittenProvision, new: &WrittenProvision) {
    merged.caption = merged_words(merged.caption.as_ref(), new.caption.as_ref());
    if merged.ja.as_ref().map(|text| &text.value) != new.ja.as_ref().map(|text| &text.value) {
        merged.ja.clone_from(&new.ja);
    }
    if merged.ja.is_none() {
        merged.en = None;
    }
    merged.columns = columns(&merged.columns, &new.columns);
    merged.table = match (&merged.table, &new.table) {
        (Some(old), Some(new)) => Some(Box::new(table(old, new))),
        (_, new) => new.clone(),
    };
}

fn take_numbers(merged: &mut WrittenProvision, new: &WrittenProvision) {
    merged.level.clone_from(&new.level);
    merged.branch.clone_from(&new.branch);
    merged.number.clone_from(&new.number);
    merged.to.clone_from(&new.to);
    merged.label = merged_words(merged.label.as_ref(), new.label.as_ref());
    merged.numbered = new.numbered;
    merged.item_level.clone_from(&new.item_level);
}

/// The words of the new text, with the English that stands beside the old ones.
pub(super) fn merged_words(old: Option<&Bilingual>, new: Option<&Bilingual>) -> Option<Bilingual> {
    match (old, new) {
        (Some(old), Some(new)) if old.ja.value == new.ja.value => Some(old.clone()),
        (Some(old), Some(new)) => Some(Bilingual { en: old.en.clone(), ..new.clone() }),
        (_, new) => new.cloned(),
    }
}

/// The heads of columns, each with the English of the one that stood in its place.
pub(super) fn columns(old: &[Bilingual], new: &[Bilingual]) -> Vec<Bilingual> {
    new.iter().enumerate().filter_map(|(at, new)| merged_words(old.get(at), Some(new))).collect()
}

/// Adds the notes of the new text that are not there yet.
pub(super) fn add_notes(notes: &mut Vec<EditorNote>, new: &[EditorNote]) {
    for note in new {
        if notes.iter().all(|old| old.ja.value != note.ja.value) {
            notes.push(note.clone());
        }
    }
}

/// The cells of the new text, each with the English of a cell that said the same.
fn table(old: &WrittenCellTable, new: &WrittenCellTable) -> WrittenCellTable {
    let cells = old.head.iter().chain(&old.rows).flatten();
    let english: BTreeMap<&str, &WrittenCell> =
        cells.filter_map(|cell| Some((cell.ja.as_ref()?.value.as_str(), cell))).collect();
    let mut merged = new.clone();
    for cell in merged.head.iter_mut().chain(&mut merged.rows).flatten() {
        let known = cell.ja.as_ref().and_then(|ja| english.get(ja.value.as_str()));
        if let Some(known) = known {
            cell.en.clone_from(&known.en);
        }
    }
    merged.caption = merged_words(old.caption.as_ref(), new.caption.as_ref()).or_else(|| old.caption.clone());
    merged.notes = if new.notes.is_empty() { old.notes.clone() } else { columns(&old.notes, &new.notes) };
    merged.place = old.place.clone();
    merged
}
