//! Records held against the form: which are good, and what is wrong with the others.

use std::collections::BTreeSet;

use super::data::{DataFault, Filled, read_filled};
use super::record::{FormRecord, without_line};
use super::sheet::AskedSheet;
use crate::base::diagnostics::{Code, Diagnostic, Diagnostics, Place, Severity};

/// A record that is good.
#[derive(Debug)]
pub struct Good {
    /// Its number, as [`FormRecord::number`].
    pub number: usize,
    /// The values.
    pub filled: Filled,
}

/// The good ones of `records`; what is wrong with the others is reported, each fault at its place.
///
/// A column that a list lacks is told once, and not for each of its rows.
#[must_use]
pub fn validated(sheet: &AskedSheet, records: &[FormRecord], findings: &mut Diagnostics) -> Vec<Good> {
    held_records(sheet, records, false, findings)
}

/// As [`validated`], but records in which something lacks are good as well; what lacks is told as a warning.
#[must_use]
pub fn validated_with_gaps(sheet: &AskedSheet, records: &[FormRecord], findings: &mut Diagnostics) -> Vec<Good> {
    held_records(sheet, records, true, findings)
}

fn held_records(sheet: &AskedSheet, records: &[FormRecord], takes_gaps: bool, findings: &mut Diagnostics) -> Vec<Good> {
    let mut good = Vec::new();
    let mut lacking = BTreeSet::new();
    for record in records {
        let (filled, faults) = read_filled(sheet, &record.data);
        if faults.iter().all(|fault| takes_gaps && fault.is_missing) {
            good.push(Good { number: record.number, filled });
        }
        for fault in faults {
            let is_gap = takes_gaps && fault.is_missing;
            let mut finding = if !lacks_columns(sheet, record, &fault) {
                placed(record, fault)
            } else if lacking.insert(without_line(&fault.path)) {
                lacking_column(sheet, record, &fault.path)
            } else {
                continue;
            };
            if is_gap {
                finding = finding.hint_id("left-empty");
                finding.severity = Severity::Warning;
            }
            findings.push(finding);
        }
    }
    good
}

/// Whether what lacks has no column in the list of `record`; of alternatives none of them has.
fn lacks_columns(sheet: &AskedSheet, record: &FormRecord, fault: &DataFault) -> bool {
    if fault.diagnostic.code == Code::J0705 {
        return record.lacks_column(&fault.path);
    }
    if fault.diagnostic.code != Code::J0737 {
        return false;
    }
    let (Some((block, _)), Some((place, _))) = (sheet.at(&fault.path), fault.path.rsplit_once('.')) else {
        return false;
    };
    block.alternatives().all(|field| record.lacks_column(&format!("{place}.{}", field.id)))
}

/// J0727: the list has no column for what must be filled in.
fn lacking_column(sheet: &AskedSheet, record: &FormRecord, path: &str) -> Diagnostic {
    let label = sheet.at(path).map_or_else(
        || path.to_owned(),
        |(block, field)| if field.either { block.labels_of_alternatives() } else { field.label.clone() },
    );
    let diagnostic = Diagnostic::new(Code::J0727).at(&Place::whole(&record.place.file));
    diagnostic.arg("field", label).arg("path", without_line(path))
}

/// The finding for a fault of `record`, at its place.
pub(super) fn placed(record: &FormRecord, fault: DataFault) -> Diagnostic {
    let place = record.place_of(&fault.path);
    let (row, heading) = record.place_in_list(&fault.path);
    let diagnostic = fault.diagnostic.at(&place).arg("record", record.number_at(&fault.path).to_string());
    diagnostic.arg("row", row).arg("heading", heading).arg("path", fault.path)
}
