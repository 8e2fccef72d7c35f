//! Columns beside the names of a list that fill what the form has once: the facility's address, or somebody's own?

use std::collections::BTreeMap;

use super::head::{Column, Columns};
use super::headings::plain_heading;
use crate::base::diagnostics::{Code, Diagnostic, Place};
use crate::forms::filling::record::FormRecord;
use crate::forms::filling::sheet::AskedSheet;

/// The places among `cells` that `columns` fill and nobody assigned to them, with whether all of `count` rows give the value (`given` says how
/// many do): then it is about what they have in common.
pub(super) fn assumed(
    columns: &Columns,
    cells: &BTreeMap<String, Place>,
    given: impl Fn(&str) -> usize,
    count: usize,
) -> BTreeMap<String, bool> {
    let is_assumed = |column: &&Column| !column.is_assigned() && cells.contains_key(&column.path);
    let in_all = |path: &str| count > 1 && given(path) == count;
    columns.list.iter().filter(is_assumed).map(|column| (column.path.clone(), in_all(&column.path))).collect()
}

/// J0743: the columns of a list that filled what the form has once, where its rows do not show that they are about all of them.
pub(in crate::forms::filling) fn told_once(record: &FormRecord, sheet: &AskedSheet) -> Option<Diagnostic> {
    let mut pairs = Vec::new();
    let mut first: Option<Place> = None;
    for path in record.assumed().filter(|(_, in_all)| !in_all).map(|(path, _)| path) {
        let Some((heading, place)) = record.heading_of(path) else { continue };
        let label = sheet.at(path).map_or(path, |(_, field)| field.label.as_str());
        let is_same = plain_heading(heading) == plain_heading(label);
        pairs.push(if is_same { heading.clone() } else { format!("{heading} → {label}") });
        first.get_or_insert_with(|| place.clone());
    }
    Some(Diagnostic::new(Code::J0743).at(&first?).arg("pairs", pairs.join(", ")))
}
