//! The reader checks itself: no letter of the text may be missing from the lines without a word in the report. Whatever
//! element it does not know shows here.

use std::collections::BTreeMap;

use super::body::DocxReader;
use super::fields;
use super::xml::Element;
use crate::import::outline::source::Lost;

/// Adds to the source what is missing from its lines.
pub(super) fn check_letters(reader: &mut DocxReader<'_>) {
    let mut lost = Vec::new();
    let mut paragraph = 0;
    for part in reader.read.clone() {
        unread(part, reader, &mut paragraph, &mut lost);
    }
    lost.extend(unplaced_letters(reader));
    reader.source.lost = lost;
}

/// Text elements that were neither read nor left out.
fn unread(element: &Element, reader: &DocxReader<'_>, paragraph: &mut usize, lost: &mut Vec<Lost>) {
    if fields::is_skipped(element) {
        return;
    }
    if element.is("p") {
        *paragraph += 1;
    }
    // Any vocabulary: text of drawings and formulas is called t too.
    if &*element.name == "t" && !reader.seen.contains(&element.id) {
        let letters = element.text();
        if !letters.trim().is_empty() {
            lost.push(Lost { line: (*paragraph).max(1), letters });
        }
    }
    for inner in element.elements() {
        unread(inner, reader, paragraph, lost);
    }
}

/// Letters that were read and stand in no line.
fn unplaced_letters(reader: &DocxReader<'_>) -> Option<Lost> {
    // Counted and not compared in order, since notes and frames stand elsewhere in the lines than in the file.
    let mut letters: BTreeMap<char, usize> = reader.letters.clone();
    for letter in reader.source.lines.iter().flat_map(|line| line.text.chars()) {
        if let Some(count) = letters.get_mut(&letter) {
            *count = count.saturating_sub(1);
        }
    }
    let missing: String = letters.into_iter().flat_map(|(letter, count)| std::iter::repeat_n(letter, count)).collect();
    (!missing.is_empty()).then_some(Lost { line: 1, letters: missing })
}
