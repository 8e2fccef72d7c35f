//! The ledger of published addresses: what it looks like, and reading it.
//!
//! The first line names the format and a fingerprint of all others, which are sorted: an address, and `gone` behind it where a
//! person has seen that it vanished.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::base::diagnostics::{Code, Diagnostic, Diagnostics, Place, SourceFile};

/// The beginning of the first line.
const HEAD: &str = "# junsoku.addresses 1";

/// The marks of version control on what it could not merge.
const CONFLICT: [&str; 4] = ["<<<<<<<", "=======", ">>>>>>>", "|||||||"];

/// The digits of the fingerprint.
const DIGITS: usize = 12;

/// An address that was published.
#[derive(Debug, Clone)]
pub struct Remembered {
    /// Whether a person has seen that it vanished.
    pub gone: bool,
    /// The place in the ledger.
    pub place: Place,
}

/// The addresses that were published.
pub type Ledger = BTreeMap<String, Remembered>;

/// Reads the ledger. Whatever cannot be understood is reported; that it was edited or merged is, too.
#[must_use]
pub fn read_ledger(file: &Arc<SourceFile>, findings: &mut Diagnostics) -> Ledger {
    let mut ledger = Ledger::new();
    let (head, body) = file.text.split_once('\n').unwrap_or((&file.text, ""));
    let first = Place::new(file, 0..head.len());
    let print = head.trim_end().strip_prefix(HEAD);
    let mut faulty = print.is_none() && !CONFLICT.iter().any(|mark| head.starts_with(mark));
    if faulty {
        findings.push(Diagnostic::new(Code::J0461).at(&first));
    }
    let mut offset = 0;
    for line in file.text.split_inclusive('\n') {
        let place = Place::new(file, offset..offset + line.trim_end().len());
        let is_head = offset == 0;
        offset += line.len();
        let line = line.trim_end();
        if CONFLICT.iter().any(|mark| line.starts_with(mark)) {
            findings.push(Diagnostic::new(Code::J0111).at(&place));
            faulty = true;
        } else if !is_head {
            match ledger_entry(line) {
                Some((address, gone)) => {
                    ledger.insert(address.to_owned(), Remembered { gone, place });
                }
                None => {
                    findings.push(Diagnostic::new(Code::J0461).at(&place));
                    faulty = true;
                }
            }
        }
    }
    if !faulty && print.map(str::trim) != Some(ledger_print(&body.replace('\r', "")).as_str()) {
        findings.push(Diagnostic::new(Code::J0462).at(&first));
    }
    ledger
}

fn ledger_entry(line: &str) -> Option<(&str, bool)> {
    let (address, gone) = line.strip_suffix(" gone").map_or((line, false), |address| (address, true));
    let is_address = !address.is_empty() && !address.contains(|letter: char| letter.is_whitespace());
    is_address.then_some((address, gone))
}

/// The file of the addresses `all`, of which those of `gone` vanished.
#[must_use]
pub fn written_ledger(all: &BTreeSet<String>, gone: &BTreeSet<String>) -> String {
    let line = |address: &String| format!("{address}{}\n", if gone.contains(address) { " gone" } else { "" });
    let body: String = all.iter().map(line).collect();
    format!("{HEAD} {}\n{body}", ledger_print(&body))
}

fn ledger_print(body: &str) -> String {
    let mut digits = blake3::hash(body.as_bytes()).to_hex().to_string();
    digits.truncate(DIGITS);
    digits
}
