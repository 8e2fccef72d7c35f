//! The forms and appended tables of a set with a new text: what prints the same stays as it is.

use std::collections::{BTreeMap, BTreeSet};

use super::links::Renamed;
use super::provisions::{columns, merged_words};
use crate::base::notation::widths::folded;
use crate::content::{SetContent, WrittenBlock, WrittenCodeTable, WrittenForm};
use crate::corpus::{Form, Set};
use crate::import::prove::printed_form::block_letters;
use crate::import::write::ids;

/// A form or table of the new text and what became of it.
pub(super) struct Beside<T> {
    /// Its id in the new text.
    pub(super) fresh: String,
    /// The id that it gets.
    pub(super) id: String,
    /// What stands there now.
    pub(super) old: Option<T>,
    /// What is to stand there.
    pub(super) merged: T,
}

/// Pairs the names of the new text with those that exist: the same title, else the same number, each only once.
fn paired(new: &[(String, String, Option<u32>)], old: &[(String, String, Option<u32>)]) -> BTreeMap<String, String> {
    let mut pairs = BTreeMap::new();
    let mut used = BTreeSet::new();
    let by_title = |a: &(String, String, Option<u32>), b: &(String, String, Option<u32>)| a.1 == b.1;
    let by_number = |a: &(String, String, Option<u32>), b: &(String, String, Option<u32>)| a.2.is_some() && a.2 == b.2;
    for same in [&by_title as &dyn Fn(_, _) -> bool, &by_number] {
        for one in new {
            if pairs.contains_key(&one.0) {
                continue;
            }
            if let Some(found) = old.iter().find(|other| !used.contains(&other.0) && same(one, other)) {
                used.insert(found.0.clone());
                pairs.insert(one.0.clone(), found.0.clone());
            }
        }
    }
    pairs
}

/// Whether a form may be one of the document: it is based on no other.
pub(super) fn is_of(form: &WrittenForm, document: &str) -> bool {
    form.basis.as_ref().is_none_or(|basis| basis.value.split('#').next() == Some(document))
}

/// The forms of the new text merged with those of the set, of which those of other documents than `document`
/// are none.
pub(super) fn forms(
    old: (&SetContent, &Set),
    new: (&SetContent, &Set),
    document: Option<&str>,
) -> Vec<Beside<WrittenForm>> {
    let names = |set: &Set, files: &SetContent| {
        let own =
            |id: &String| files.forms.get(id).is_some_and(|form| document.is_none_or(|document| is_of(form, document)));
        let held = set.forms.iter().filter(|form| own(&form.id));
        held.map(|form| (form.id.clone(), folded(&form.title.ja), form.number)).collect::<Vec<_>>()
    };
    let pairs = paired(&names(new.1, new.0), &names(old.1, old.0));
    let find = |set: &'_ Set, id: &str| set.forms.iter().position(|form| form.id == id);
    let mut taken: BTreeSet<String> = old.0.forms.keys().cloned().collect();
    let mut found = Vec::new();
    for (fresh, written) in &new.0.forms {
        let Some(at) = find(new.1, fresh) else { continue };
        let was = pairs.get(fresh).and_then(|id| Some((id, old.0.forms.get(id)?, &old.1.forms[find(old.1, id)?])));
        found.push(match was {
            Some((id, before, printed)) => Beside {
                fresh: fresh.clone(),
                id: id.clone(),
                old: Some(before.clone()),
                merged: form((before, printed), (written, &new.1.forms[at])),
            },
            None => {
                Beside { fresh: fresh.clone(), id: ids::free(fresh, &mut taken), old: None, merged: written.clone() }
            }
        });
    }
    found
}

/// A form with the blocks of its new text; a block that prints the same stays.
fn form((old, printed): (&WrittenForm, &Form), (new, fresh): (&WrittenForm, &Form)) -> WrittenForm {
    let letters = |form: &Form| form.blocks.iter().map(block_letters).collect::<Vec<_>>();
    let (was, is) = (letters(printed), letters(fresh));
    let same_title = folded(&printed.title.ja) == folded(&fresh.title.ja);
    // What takes over the blocks of another form, or has a back, cannot be told block by block.
    let alike = was.len() == old.blocks.len() && is.len() == new.blocks.len();
    if was.concat() == is.concat() && same_title || !alike {
        return old.clone();
    }
    let mut merged = old.clone();
    merged.title = merged_words(old.title.as_ref(), new.title.as_ref());
    merged.subtitle = merged_words(old.subtitle.as_ref(), new.subtitle.as_ref()).or_else(|| old.subtitle.clone());
    if new.number.is_some() {
        merged.number.clone_from(&new.number);
    }
    merged.basis = old.basis.clone().or_else(|| new.basis.clone());
    let mut used = vec![false; old.blocks.len()];
    let mut origin = |at: usize| {
        let found = was.iter().enumerate().find(|(place, letters)| !used[*place] && **letters == is[at])?.0;
        used[found] = true;
        Some(found)
    };
    let origins: Vec<Option<usize>> = (0..is.len()).map(&mut origin).collect();
    let mut taken: BTreeSet<String> =
        origins.iter().flatten().map(|at| old.blocks[*at].id().as_str().to_owned()).collect();
    merged.blocks = (new.blocks.iter().zip(origins))
        .map(|(block, origin)| match origin {
            Some(at) => old.blocks[at].clone(),
            None => with_free_id(block, &mut taken),
        })
        .collect();
    merged
}

/// A block with a free id.
fn with_free_id(block: &WrittenBlock, taken: &mut BTreeSet<String>) -> WrittenBlock {
    let id = ids::free(block.id().as_str(), taken);
    let mut block = block.clone();
    if id != block.id().as_str() {
        *block.id_mut() = id.into();
    }
    block
}

/// The appended tables of the new text merged with those of the set.
pub(super) fn tables(old: (&SetContent, &Set), new: (&SetContent, &Set)) -> Vec<Beside<WrittenCodeTable>> {
    let names = |set: &Set, files: &SetContent| {
        let held = set.tables.iter().filter(|table| files.tables.contains_key(&table.id));
        held.map(|table| (table.id.clone(), folded(&table.title.ja), table.number)).collect::<Vec<_>>()
    };
    let pairs = paired(&names(new.1, new.0), &names(old.1, old.0));
    let mut taken: BTreeSet<String> = old.0.tables.keys().cloned().collect();
    let merge = |(fresh, written): (&String, &WrittenCodeTable)| {
        let was = pairs.get(fresh).and_then(|id| Some((id, old.0.tables.get(id)?)));
        match was {
            Some((id, before)) => {
                let merged = merged_table(before, written);
                Beside { fresh: fresh.clone(), id: id.clone(), old: Some(before.clone()), merged }
            }
            None => {
                Beside { fresh: fresh.clone(), id: ids::free(fresh, &mut taken), old: None, merged: written.clone() }
            }
        }
    };
    new.0.tables.iter().map(merge).collect()
}

/// A table with the rows of its new text; each keeps the English of its code.
fn merged_table(old: &WrittenCodeTable, new: &WrittenCodeTable) -> WrittenCodeTable {
    let mut merged = old.clone();
    merged.number.clone_from(&new.number);
    merged.title = merged_words(Some(&old.title), Some(&new.title)).unwrap_or_else(|| old.title.clone());
    merged.columns = columns(&old.columns, &new.columns);
    let row = |new: &crate::content::WrittenCodeRow| {
        let same = old.rows.iter().find(|old| old.code.value == new.code.value);
        match same {
            Some(old) if old.ja.value == new.ja.value => old.clone(),
            Some(old) => crate::content::WrittenCodeRow { en: old.en.clone(), ..new.clone() },
            None => new.clone(),
        }
    };
    merged.rows = new.rows.iter().map(row).collect();
    merged
}

/// The new names of what stands beside the document.
pub(super) fn renamed(forms: &[Beside<WrittenForm>], tables: &[Beside<WrittenCodeTable>]) -> Renamed {
    let name = |fresh: &String, id: &String| (fresh.clone(), id.clone());
    Renamed {
        anchors: BTreeMap::new(),
        forms: forms.iter().map(|one| name(&one.fresh, &one.id)).collect(),
        tables: tables.iter().map(|one| name(&one.fresh, &one.id)).collect(),
    }
}
