//! A document with a new text: its own keys, its divisions, and the provisions in them.

use std::collections::{BTreeMap, BTreeSet};

use super::links::Renamed;
use super::provisions::{Kept, MergedIds, ProvisionMerger, Taken, add_notes, merged_words};
use crate::content::{Bilingual, WrittenCover, WrittenDivision, WrittenDocument, WrittenLevel, WrittenStyle};
use crate::import::write::ids;

/// The prefix of the anchors of notes above the title.
const NOTES: &str = "notes-above.";

/// A document that exists and its new text.
pub(super) struct DocumentMerger<'a> {
    old: &'a WrittenDocument,
    new: &'a WrittenDocument,
    kept: Kept<'a>,
    ids: MergedIds,
    /// The ids of divisions by those of the new text.
    divisions: BTreeMap<String, String>,
    of_new: Renamed,
    of_old: Renamed,
    /// Whether the new text has a title of its own.
    titled: bool,
}

impl<'a> DocumentMerger<'a> {
    /// Prepares the merge. `pairs` gives anchors of `old` by those of `new`; `beside` the names that forms and tables of
    /// the new text get.
    pub(super) fn new(
        old: &'a WrittenDocument,
        new: &'a WrittenDocument,
        pairs: BTreeMap<String, String>,
        beside: Renamed,
        titled: bool,
    ) -> Self {
        let mut kept = Kept { provisions: BTreeMap::new(), pairs };
        kept.add(&old.notes, NOTES);
        kept.add(&old.body, "");
        for division in old.supplementary.iter().chain(&old.appendices) {
            kept.add(&division.body, &format!("{}.", division.id.as_str()));
        }
        let mut merger = Self {
            old,
            new,
            kept,
            ids: MergedIds::default(),
            divisions: BTreeMap::new(),
            of_new: beside,
            of_old: Renamed::default(),
            titled,
        };
        merger.name_all();
        merger
    }

    fn old_divisions(&self) -> impl Iterator<Item = &'a WrittenDivision> {
        self.old.supplementary.iter().chain(&self.old.appendices)
    }

    fn division_was(&self, new: &str) -> Option<&'a WrittenDivision> {
        let was = self.kept.pairs.get(new)?;
        self.old_divisions().find(|division| division.id.as_str() == was)
    }

    /// Gives every division and provision its id, and follows what got another anchor.
    fn name_all(&mut self) {
        self.ids.assign(&[(&self.new.notes, NOTES)], NOTES, &mut BTreeSet::new(), &self.kept);
        let new: Vec<&WrittenDivision> = self.new.supplementary.iter().chain(&self.new.appendices).collect();
        let mut taken = BTreeSet::new();
        let was = |division: &&WrittenDivision| self.division_was(division.id.as_str()).is_some();
        let (known, fresh): (Vec<&WrittenDivision>, Vec<&WrittenDivision>) = new.iter().copied().partition(was);
        for division in known {
            let id = self.division_was(division.id.as_str()).map_or("", |old| old.id.as_str());
            taken.insert(id.to_owned());
            self.divisions.insert(division.id.as_str().to_owned(), id.to_owned());
        }
        self.ids.assign(&[(&self.new.body, "")], "", &mut taken, &self.kept);
        for division in fresh {
            let id = ids::free(division.id.as_str(), &mut taken);
            self.divisions.insert(division.id.as_str().to_owned(), id);
        }
        for division in new {
            let id = self.divisions.get(division.id.as_str()).map_or("", String::as_str);
            let (prefix, merged) = (format!("{}.", division.id.as_str()), format!("{id}."));
            self.ids.assign(&[(&division.body, &prefix)], &merged, &mut BTreeSet::new(), &self.kept);
        }
        self.of_new.anchors.clone_from(&self.ids.anchors);
        self.of_new.anchors.extend(self.divisions.clone());
        for (new, old) in &self.kept.pairs {
            if let Some(merged) = self.of_new.anchors.get(new).filter(|merged| *merged != old) {
                self.of_old.anchors.insert(old.clone(), merged.clone());
            }
        }
    }

    /// The new names of what texts of the new text refer to.
    pub(super) fn renamed(&self) -> &Renamed {
        &self.of_new
    }

    /// The document that exists, with `taken` of the new text.
    pub(super) fn merged(&self, taken: &Taken) -> WrittenDocument {
        let (old, new) = (self.old, self.new);
        let merger =
            ProvisionMerger { kept: &self.kept, ids: &self.ids, taken, of_new: &self.of_new, of_old: &self.of_old };
        let mut merged = old.clone();
        if self.titled {
            merged.title = merged_words(Some(&old.title), Some(&new.title)).unwrap_or_else(|| old.title.clone());
        }
        if let Some(enacted) = &new.enacted {
            merged.enacted = Some(enacted.clone());
        }
        if !new.amended.is_empty() {
            merged.amended.clone_from(&new.amended);
        }
        merged.cover = cover(old.cover.as_ref(), new.cover.as_ref());
        if new.cover.as_ref().is_some_and(|cover| cover.date.is_some()) {
            merged.dates.clone_from(&new.dates);
        }
        add_notes(&mut merged.editor_notes, &new.editor_notes);
        if taken.numbers.contains("") {
            merged.levels = levels(&old.levels, &new.levels);
            merged.paragraph = style(old.paragraph.as_ref(), new.paragraph.as_ref());
        }
        merged.notes = merger.list(&new.notes, NOTES, "");
        merged.body = merger.list(&new.body, "", "");
        let divisions = |list: &[WrittenDivision]| -> Vec<WrittenDivision> {
            list.iter().map(|division| self.division(division, taken, &merger)).collect()
        };
        merged.supplementary = divisions(&new.supplementary);
        merged.appendices = divisions(&new.appendices);
        merged
    }

    fn division(&self, new: &WrittenDivision, taken: &Taken, merger: &ProvisionMerger<'_>) -> WrittenDivision {
        let own = new.id.as_str();
        let mut merged = match self.division_was(own) {
            Some(old) => {
                let mut merged = old.clone();
                if taken.words.contains(own) {
                    merged.label = merged_words(old.label.as_ref(), new.label.as_ref());
                    merged.title = merged_words(old.title.as_ref(), new.title.as_ref());
                    merged.columns.clone_from(&new.columns);
                }
                if taken.numbers.contains(own) {
                    merged.levels = levels(&old.levels, &new.levels);
                    merged.paragraph = style(old.paragraph.as_ref(), new.paragraph.as_ref());
                }
                merged
            }
            None => new.clone(),
        };
        if let Some(id) = self.divisions.get(own).filter(|id| *id != merged.id.as_str()) {
            merged.id = id.as_str().into();
        }
        merged.body = merger.list(&new.body, &format!("{own}."), own);
        merged
    }
}

fn cover(old: Option<&WrittenCover>, new: Option<&WrittenCover>) -> Option<WrittenCover> {
    let (Some(old), Some(new)) = (old, new) else { return new.or(old).cloned() };
    let kept = |old: &Option<Bilingual>, new: &Option<Bilingual>| {
        merged_words(old.as_ref(), new.as_ref()).or_else(|| old.clone())
    };
    Some(WrittenCover {
        date: new.date.clone().or_else(|| old.date.clone()),
        issuer: kept(&old.issuer, &new.issuer),
        name: kept(&old.name, &new.name),
        place: old.place.clone(),
    })
}

/// The levels of the new text, with what stands beside a style that is the same.
fn levels(old: &[WrittenLevel], new: &[WrittenLevel]) -> Vec<WrittenLevel> {
    let level = |new: &WrittenLevel| {
        let same = old.iter().find(|old| old.ja.to_string() == new.ja.to_string());
        same.map_or_else(|| new.clone(), |old| WrittenLevel { kind: new.kind, ..old.clone() })
    };
    new.iter().map(level).collect()
}

fn style(old: Option<&WrittenStyle>, new: Option<&WrittenStyle>) -> Option<WrittenStyle> {
    match (old, new) {
        (Some(old), Some(new)) if old.ja.to_string() == new.ja.to_string() => Some(old.clone()),
        (_, new) => new.cloned(),
    }
}
