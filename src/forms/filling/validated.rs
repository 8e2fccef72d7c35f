//! Records held against the form: which are good, and what is wrong with the others.

use super::data::{DataFault, Filled, from_json};
use super::record::FormRecord;
use super::sheet::AskedSheet;
use crate::base::diagnostics::{Diagnostic, Diagnostics};

/// A record that is good.
#[derive(Debug)]
pub struct Good {
    /// Its number, as [`FormRecord::number`].
    pub number: usize,
    /// The values.
    pub filled: Filled,
}

/// The good ones of `records`; what is wrong with the others is reported, each fault at its place.
#[must_use]
pub fn validated(sheet: &AskedSheet, records: &[FormRecord], findings: &mut Diagnostics) -> Vec<Good> {
    let mut good = Vec::new();
    for record in records {
        match from_json(sheet, &record.data) {
            Ok(filled) => good.push(Good { number: record.number, filled }),
            Err(faults) => {
                for fault in faults {
                    findings.push(placed(record, fault));
                }
            }
        }
    }
    good
}

fn placed(record: &FormRecord, fault: DataFault) -> Diagnostic {
    let place = record.place_of(&fault.path);
    fault.diagnostic.at(&place).arg("record", record.number.to_string()).arg("path", fault.path)
}
