//! A comparison as data, for other programs.

use serde::Serialize;

use super::align::Alignment;
use super::difference::{DifferenceStretch, WordDifference};
use super::rows::{Row, RowCounts};
use super::side::{Side, SideItem};
use crate::corpus::Document;

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
    };
    Data {
        left: side_data(left),
        right: side_data(right),
        counts: RowCounts::of(rows),
        rows: rows.iter().map(row).collect(),
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
