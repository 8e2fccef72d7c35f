//! A comparison as data, for other programs.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use super::align::Alignment;
use super::difference::{DifferenceStretch, WordDifference};
use super::facts::{Doer, FactDifference, FactValue, fact_differences};
use super::rows::{Row, RowCounts};
use super::side::{Side, SideItem};
use crate::content::BindingRange;
use crate::corpus::{Document, Given, Test};

/// Two sides, row by row.
#[derive(Debug, Serialize)]
pub struct Data<'a> {
    left: SideData<'a>,
    right: SideData<'a>,
    counts: RowCounts,
    rows: Vec<RowData<'a>>,
}

#[derive(Debug, Serialize)]
struct SideData<'a> {
    set: String,
    name: &'a str,
    documents: Vec<DocumentData<'a>>,
}

#[derive(Debug, Serialize)]
struct DocumentData<'a> {
    id: &'a str,
    title: &'a str,
}

#[derive(Debug, Serialize)]
struct RowData<'a> {
    left: Option<ItemData<'a>>,
    right: Option<ItemData<'a>>,
    state: &'static str,
    /// By what the two were paired.
    #[serde(skip_serializing_if = "Option::is_none")]
    basis: Option<&'static str>,
    /// The share of letters that stand in both texts.
    likeness: f64,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    caption: Vec<StretchData<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    text: Vec<StretchData<'a>>,
    /// The facts in which the two differ.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    facts: Vec<FactData<'a>>,
    /// Further provisions of the right side that meet a requirement together with the left one, as `document#anchor`.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    left_also: Vec<String>,
    /// Further provisions of the left side that meet a requirement together with the right one.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    right_also: Vec<String>,
}

#[derive(Debug, Serialize)]
struct FactData<'a> {
    /// `value`, `force` or `doer`.
    kind: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    requirement: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    parameter: Option<&'a str>,
    left: Vec<String>,
    right: Vec<String>,
}

#[derive(Debug, Serialize)]
struct ItemData<'a> {
    document: &'a str,
    anchor: &'a str,
    number: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    topic: Option<&'a str>,
    caption: String,
    text: String,
}

#[derive(Debug, Serialize)]
struct StretchData<'a> {
    left: &'a str,
    right: &'a str,
    same: bool,
}

/// `rows` of `left` and `right` as data.
#[must_use]
pub fn comparison_data<'a>(
    left: &'a Side<'a>,
    right: &'a Side<'a>,
    alignment: &Alignment,
    rows: &'a [Row],
) -> Data<'a> {
    let row = |row: &'a Row| RowData {
        left: row.old.map(|at| item_data(&left.items[at])),
        right: row.new.map(|at| item_data(&right.items[at])),
        state: row.state.word(),
        basis: row.old.and_then(|at| alignment.of_old[at]).map(|found| found.basis.word()),
        // Three places say all that is meant, and keep the last digits of a double out of files that are compared.
        likeness: (row.text.likeness * 1_000.0).round() / 1_000.0,
        caption: stretches(&row.caption),
        text: stretches(&row.text),
        facts: row
            .old
            .zip(row.new)
            .map_or_else(Vec::new, |at| fact_differences(left, right, at))
            .into_iter()
            .map(fact_data)
            .collect(),
        left_also: also(row.old, &alignment.shared.of_old, right),
        right_also: also(row.new, &alignment.shared.of_new, left),
    };
    Data {
        left: side_data(left),
        right: side_data(right),
        counts: RowCounts::of(rows),
        rows: rows.iter().map(row).collect(),
    }
}

/// The provisions of `other` that the one at `at` meets a requirement with, besides its pair.
fn also(at: Option<usize>, shared: &BTreeMap<usize, BTreeSet<usize>>, other: &Side<'_>) -> Vec<String> {
    let found = at.and_then(|at| shared.get(&at)).into_iter().flatten();
    found.map(|at| &other.items[*at]).map(|item| format!("{}#{}", item.document.id, item.anchor)).collect()
}

fn fact_data(fact: FactDifference<'_>) -> FactData<'_> {
    match fact {
        FactDifference::Value { requirement, parameter, sides: [left, right] } => FactData {
            kind: "value",
            requirement: Some(&requirement.id),
            parameter: requirement.parameters.get(parameter).map(|parameter| parameter.id.as_str()),
            left: left.into_iter().map(value_data).collect(),
            right: right.into_iter().map(value_data).collect(),
        },
        FactDifference::Force([left, right]) => {
            let words = |range: BindingRange| {
                let mut words = vec![range.firmest.word().to_owned(), range.softest.word().to_owned()];
                words.dedup();
                words
            };
            FactData { kind: "force", requirement: None, parameter: None, left: words(left), right: words(right) }
        }
        FactDifference::Doer(sides) => {
            let id = |doer| match doer {
                Doer::Role(role) => role.id.clone(),
                Doer::Actor(actor) => actor.word().to_owned(),
            };
            let [left, right] = sides.map(|doer| vec![id(doer)]);
            FactData { kind: "doer", requirement: None, parameter: None, left, right }
        }
    }
}

/// A value as data: 13, letters+digits.
fn value_data(value: FactValue<'_>) -> String {
    let members = |members: &BTreeSet<String>| members.iter().map(String::as_str).collect::<Vec<_>>().join("+");
    match value {
        FactValue::Given(Given::Number(number)) | FactValue::Asked(Test::AtLeast(number) | Test::AtMost(number)) => {
            number.to_string()
        }
        FactValue::Given(Given::Members(all)) | FactValue::Asked(Test::IncludesAll(all) | Test::OneOf(all)) => {
            members(all)
        }
    }
}

fn side_data<'a>(side: &'a Side<'a>) -> SideData<'a> {
    let document = |document: &&'a Document| DocumentData { id: &document.id, title: document.title.get(side.lang) };
    SideData {
        set: side.set.key.to_string(),
        name: side.set.name.get(side.lang),
        documents: side.documents.iter().map(document).collect(),
    }
}

fn item_data<'a>(item: &'a SideItem<'a>) -> ItemData<'a> {
    ItemData {
        document: &item.document.id,
        anchor: item.anchor,
        number: &item.label,
        topic: item.document.topic_of(item.anchor),
        caption: item.caption.iter().map(|word| word.written.as_str()).collect(),
        text: item.text.iter().map(|word| word.written.as_str()).collect(),
    }
}

/// Returns the stretches that differ; none where nothing does.
fn stretches(difference: &WordDifference) -> Vec<StretchData<'_>> {
    fn data(stretch: &DifferenceStretch) -> StretchData<'_> {
        StretchData { left: &stretch.old, right: &stretch.new, same: stretch.same }
    }
    // Most rows of two editions are the same; their words stand in both items already.
    if difference.is_same() { Vec::new() } else { difference.stretches.iter().map(data).collect() }
}
