//! Ids and numbers that stand twice.

use std::collections::BTreeSet;

use crate::base::diagnostics::{Code, Diagnostic, Diagnostics};
use crate::content;

/// Reports every id that stands a second time.
pub(super) fn report_duplicates<'a>(ids: impl Iterator<Item = &'a content::Id>, findings: &mut Diagnostics) {
    let mut seen = BTreeSet::new();
    for id in ids {
        if !seen.insert(id.as_str()) {
            findings.push(Diagnostic::new(Code::J0301).at(&id.0.place).arg("id", id.as_str()));
        }
    }
}

/// Reports under `code` every number that stands a second time.
pub(super) fn report_duplicate_numbers<'a>(
    code: Code,
    numbers: impl Iterator<Item = &'a content::Located<u32>>,
    findings: &mut Diagnostics,
) {
    let mut seen = BTreeSet::new();
    for number in numbers {
        if !seen.insert(number.value) {
            findings.push(Diagnostic::new(code).at(&number.place).arg("number", number.value.to_string()));
        }
    }
}
