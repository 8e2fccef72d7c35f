//! The table of conformance to download.

use std::collections::BTreeMap;

use junsoku::conformance;

use super::{Files, text};

/// The lines of the table to download, by the English part of their heads.
pub(crate) fn csv_lines(files: &Files) -> Vec<BTreeMap<String, String>> {
    let table = text(&files[conformance::CSV]);
    let table = table.strip_prefix('\u{feff}').expect("the mark that spreadsheets want");
    let mut reader = csv::Reader::from_reader(table.as_bytes());
    let head = reader.headers().expect("heads").clone();
    let heads = head.iter().map(|head| head.split_once(' ').expect("a head in both languages").1.to_owned());
    let heads: Vec<String> = heads.collect();
    let lines = reader.records().map(|line| line.expect("a line with as many cells as heads"));
    lines.map(|line| heads.iter().cloned().zip(line.iter().map(str::to_owned)).collect()).collect()
}
