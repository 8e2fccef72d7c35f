//! The forms and tables that belong to a document: those that are based on it or that it refers to.

use std::collections::BTreeSet;

use crate::content::{Content, SetKey, WrittenForm, yaml_of};

/// The forms and tables that belong to a document, by their ids.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Belonging {
    /// The forms.
    pub forms: BTreeSet<String>,
    /// The tables.
    pub tables: BTreeSet<String>,
}

/// Returns what belongs to the document `id` of the set `key`; nothing where there is no such document.
#[must_use]
pub fn belonging(content: &Content, key: &SetKey, id: &str) -> Belonging {
    let Some(set) = content.sets.get(key) else { return Belonging::default() };
    let Some(document) = set.documents.get(id) else { return Belonging::default() };
    let text = yaml_of(document);
    let forms = set.forms.iter().filter(|(form, written)| is_based_on(written, id) || refers(&text, "form", form));
    let forms: BTreeSet<String> = forms.map(|(form, _)| form.clone()).collect();
    let uses = |table: &str| {
        let of_set = forms.iter().filter_map(|form| set.forms.get(form));
        of_set.into_iter().any(|form| chooses_from(&yaml_of(form), table))
    };
    let tables = set.tables.keys().filter(|table| refers(&text, "table", table) || uses(table)).cloned().collect();
    Belonging { forms, tables }
}

/// Whether a form names a provision of the document `id` as the one that asks for it.
pub(super) fn is_based_on(form: &WrittenForm, id: &str) -> bool {
    let basis = form.basis.as_ref().and_then(|basis| basis.value.split_once('#'));
    basis.is_some_and(|(document, _)| document == id)
}

/// Whether a text of references refers to the form or table `id`.
pub(super) fn refers(text: &str, kind: &str, id: &str) -> bool {
    [")", "/"].iter().any(|end| text.contains(&format!("({kind}:{id}{end}")))
}

/// Whether a form draws the table `id`, chooses from it or refers to it.
fn chooses_from(form: &str, id: &str) -> bool {
    let named = format!("table: {id}");
    let is_end = |rest: &str| !rest.starts_with(|letter: char| letter.is_alphanumeric() || letter == '-');
    refers(form, "table", id) || form.split(&named).skip(1).any(is_end)
}
