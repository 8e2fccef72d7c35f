//! What belongs to a document besides its provisions and changes with it: its forms (様式) and the appended tables (別表) of
//! its set. Fields and rows are compared by their ids.

use std::collections::BTreeSet;

use super::Amendment;
use super::annex_entries::{AnnexEntry, form_entries, table_entries};
use crate::base::locale::Lang;
use crate::compare::Side;
use crate::corpus::{CodeTable, Document, Form, Set, Target};

/// The kind of what is appended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum AnnexKind {
    /// 別表
    Table,
    /// 様式
    Form,
}

/// A form or an appended table of one version.
#[derive(Debug, Clone)]
pub(super) struct Annex {
    pub(super) kind: AnnexKind,
    /// Its id.
    pub(super) id: String,
    /// Its number among those of its kind.
    pub(super) number: Option<u32>,
    /// The name by which it is called: 様式第３号.
    pub(super) name: String,
    /// Its title and what stands in it.
    pub(super) entries: Vec<AnnexEntry>,
}

/// Something appended that changes: of both versions, or of one where it comes or goes.
#[derive(Debug)]
pub(super) struct AnnexChange {
    pub(super) old: Option<Annex>,
    pub(super) new: Option<Annex>,
}

/// The forms and tables of both versions of an amendment, in `lang`.
#[derive(Debug)]
pub(super) struct AnnexPair {
    pub(super) old: Vec<Annex>,
    pub(super) new: Vec<Annex>,
}

impl AnnexPair {
    /// What belongs to the documents of `amendment`.
    pub(super) fn of(amendment: &Amendment<'_>, lang: Lang) -> Self {
        let (old, new) = (&amendment.old, &amendment.new);
        let is_one_set = std::ptr::eq(old.set, new.set);
        if is_one_set || old.set.key.present() != new.set.key.present() {
            return Self { old: Vec::new(), new: Vec::new() };
        }
        let (mut of_old, of_new) = (annexes(old, lang), annexes(new, lang));
        // An edition holds what was different; what it does not hold stands in the present set, and what is new there
        // can only be told by its being named in the new version alone.
        if old.set.key.is_edition() {
            let (named_before, named_now) = (named_annexes(old), named_annexes(new));
            let held = |annex: &Annex| holds(old.set, annex);
            let is_new = |annex: &Annex| {
                let name = (annex.kind, annex.id.clone());
                !held(annex) && named_now.contains(&name) && !named_before.contains(&name)
            };
            of_old.retain(|annex| !is_new(annex));
        }
        Self { old: of_old, new: of_new }
    }

    /// What changes, tables first, each kind in the order of the new version, then what goes.
    pub(super) fn changes(&self) -> Vec<AnnexChange> {
        let find = |list: &[Annex], annex: &Annex| {
            list.iter().find(|other| (other.kind, &other.id) == (annex.kind, &annex.id)).cloned()
        };
        let kept = self.new.iter().filter_map(|new| {
            let old = find(&self.old, new);
            let is_same = old.as_ref().is_some_and(|old| old.name == new.name && old.entries == new.entries);
            (!is_same).then(|| AnnexChange { old, new: Some(new.clone()) })
        });
        let gone = self.old.iter().filter(|old| find(&self.new, old).is_none());
        let gone = gone.map(|old| AnnexChange { old: Some(old.clone()), new: None });
        let mut changes: Vec<AnnexChange> = kept.chain(gone).collect();
        let kind = |change: &AnnexChange| change.new.as_ref().or(change.old.as_ref()).map(|annex| annex.kind);
        changes.sort_by_key(kind);
        changes
    }
}

/// Whether `set` holds a form or table itself.
fn holds(set: &Set, annex: &Annex) -> bool {
    match annex.kind {
        AnnexKind::Form => set.forms.iter().any(|form| form.id == annex.id),
        AnnexKind::Table => set.tables.iter().any(|table| table.id == annex.id),
    }
}

/// The sets in which a version looks for a form or table: its own, the later editions, the present one.
fn sets_of<'a>(side: &Side<'a>) -> Vec<&'a Set> {
    let key = &side.set.key;
    let later = side.corpus.editions.values().filter(|set| set.key.present() == key.present());
    let later = later.filter(|set| key.is_edition() && set.key.date() > key.date());
    std::iter::once(side.set).chain(later).chain(side.corpus.set(key.present())).collect()
}

/// The forms and tables that belong to the document of `side`.
fn annexes(side: &Side<'_>, lang: Lang) -> Vec<Annex> {
    let Some(document) = side.documents.first() else { return Vec::new() };
    let named = named_annexes(side);
    let mut found: Vec<Annex> = Vec::new();
    for set in sets_of(side) {
        let is_told =
            |found: &[Annex], kind: AnnexKind, id: &str| found.iter().any(|annex| annex.kind == kind && annex.id == id);
        for table in set.tables.iter().filter(|table| belongs_table(side, table, document, &named)) {
            if !is_told(&found, AnnexKind::Table, &table.id) {
                found.push(of_table(table, lang));
            }
        }
        for form in set.forms.iter().filter(|form| belongs_form(side, form, document, &named)) {
            if !is_told(&found, AnnexKind::Form, &form.id) {
                found.push(annex_of_form(form, lang));
            }
        }
    }
    found.sort_by(|one, other| {
        let order = |annex: &Annex| (annex.kind, annex.number.is_none(), annex.number);
        order(one).cmp(&order(other)).then_with(|| one.id.cmp(&other.id))
    });
    found
}

fn annex_of_form(form: &Form, lang: Lang) -> Annex {
    let label = form.label.as_ref().map(|label| label.get(lang).to_owned()).filter(|label| !label.is_empty());
    let name = label.unwrap_or_else(|| format!("「{}」", form.title.get(lang)));
    let (id, number) = (form.id.clone(), form.number);
    Annex { kind: AnnexKind::Form, id, number, name, entries: form_entries(form, lang) }
}

fn of_table(table: &CodeTable, lang: Lang) -> Annex {
    let label = table.label.as_ref().map(|label| label.get(lang).to_owned()).filter(|label| !label.is_empty());
    let name = label.unwrap_or_else(|| format!("「{}」", table.title.get(lang)));
    let (id, number) = (table.id.clone(), table.number);
    Annex { kind: AnnexKind::Table, id, number, name, entries: table_entries(table, lang) }
}

/// The forms and tables that the document of `side` names.
fn named_annexes(side: &Side<'_>) -> BTreeSet<(AnnexKind, String)> {
    side.documents.first().map_or_else(BTreeSet::new, |document| named_in(document))
}

fn named_in(document: &Document) -> BTreeSet<(AnnexKind, String)> {
    let mut found = BTreeSet::new();
    document.walk(&mut |provision| {
        for writing in provision.own_writing() {
            for reference in writing.references() {
                match &reference.target {
                    Target::Form { form, .. } => drop(found.insert((AnnexKind::Form, form.clone()))),
                    Target::Table { table, .. } => drop(found.insert((AnnexKind::Table, table.clone()))),
                    Target::Provision { .. }
                    | Target::Law { .. }
                    | Target::Guideline { .. }
                    | Target::Contact { .. }
                    | Target::Unavailable { .. }
                    | Target::Field(_)
                    | Target::Address { .. } => {}
                }
            }
        }
    });
    found
}

/// Whether a form belongs to `document`: it is based on it, or it is based on nothing and no other document names it.
fn belongs_form(side: &Side<'_>, form: &Form, document: &Document, named: &BTreeSet<(AnnexKind, String)>) -> bool {
    match &form.basis {
        Some((Target::Provision { document: basis, .. }, _)) => *basis == document.id,
        _ => belongs(side, &(AnnexKind::Form, form.id.clone()), document, named),
    }
}

fn belongs_table(
    side: &Side<'_>,
    table: &CodeTable,
    document: &Document,
    named: &BTreeSet<(AnnexKind, String)>,
) -> bool {
    belongs(side, &(AnnexKind::Table, table.id.clone()), document, named)
}

fn belongs(
    side: &Side<'_>,
    name: &(AnnexKind, String),
    document: &Document,
    named: &BTreeSet<(AnnexKind, String)>,
) -> bool {
    let present = side.corpus.set(side.set.key.present()).unwrap_or(side.set);
    let mut others = present.documents.iter().filter(|other| other.id != document.id);
    named.contains(name) || !others.any(|other| named_in(other).contains(name))
}
