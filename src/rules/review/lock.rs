//! The record of reviews: what it looks like, and reading it.
//!
//! The first line names the format. Every other line is a link that was reviewed: what it is and between what, then
//! what was reviewed as `name=value`, then `#`, the day, and who it was where they said so. The lines are sorted, so that a
//! difference between two versions reads well.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::links::Link;
use crate::base::diagnostics::{Code, Diagnostic, Diagnostics, Place, SourceFile};

/// The first line.
const HEAD: &str = "# junsoku.lock 2";

/// The first line of records that do not say who reviewed and when.
const FORMER_HEAD: &str = "# junsoku.lock 1";

/// What stands between the values and the day and name of the review.
const REVIEW: &str = " # ";

/// The marks of version control on what it could not merge.
const CONFLICT: [&str; 4] = ["<<<<<<<", "=======", ">>>>>>>", "|||||||"];

/// The names of values that records did not have from the beginning.
const LATER: [&str; 2] = ["lead", "requirement_lead"];

/// The texts of a link that were reviewed, as they stand in the record.
#[derive(Debug, Clone)]
pub struct Reviewed<'a> {
    /// The values, as `name=value` with a space between.
    ends: &'a str,
    /// The day of the review, and who reviewed; none in a line of the former format.
    pub review: Option<&'a str>,
    /// The place in the record.
    pub place: Place,
}

/// The links that were reviewed, by name.
pub type Lock<'a> = BTreeMap<&'a str, Reviewed<'a>>;

/// Reads the record. Whatever cannot be understood is reported, and then nothing of the record is to be trusted.
#[must_use]
pub fn read_lock<'a>(file: &'a Arc<SourceFile>, findings: &mut Diagnostics) -> Lock<'a> {
    let mut lock = Lock::new();
    let mut offset = 0;
    for (number, line) in file.text.split_inclusive('\n').enumerate() {
        let place = Place::new(file, offset..offset + line.trim_end().len());
        offset += line.len();
        let line = line.trim_end();
        // Asked first: a conflict in the first line is one, and not another format.
        if CONFLICT.iter().any(|mark| line.starts_with(mark)) {
            findings.push(Diagnostic::new(Code::J0111).at(&place));
        } else if number == 0 {
            if line != HEAD && line != FORMER_HEAD {
                findings.push(Diagnostic::new(Code::J0110).at(&place));
            }
        } else if let Some((name, ends, review)) = parse(line) {
            // Two branches that reviewed the same link leave it twice after a merge without a conflict.
            if lock.insert(name, Reviewed { ends, review, place: place.clone() }).is_some() {
                findings.push(Diagnostic::new(Code::J0112).at(&place));
            }
        } else {
            findings.push(Diagnostic::new(Code::J0110).at(&place));
        }
    }
    // An empty file has no line at which the first one could be missed.
    if file.text.is_empty() {
        findings.push(Diagnostic::new(Code::J0110).at(&Place::whole(file)));
    }
    lock
}

/// A line's name, its values, and the day and name of the review; `None` where it is no link.
fn parse(line: &str) -> Option<(&str, &str, Option<&str>)> {
    // Neither names of links nor values hold the sign by itself.
    let (line, review) = line.split_once(REVIEW).map_or((line, None), |(line, review)| (line, Some(review)));
    // Split at each space: two in a row give an empty word, which no name is.
    let words = match line.split(' ').next()? {
        "mapping" => 3,
        "translation" => 2,
        _ => return None,
    };
    let (at, _) = line.match_indices(' ').nth(words - 1)?;
    let (name, ends) = (&line[..at], &line[at + 1..]);
    let mut keys = BTreeSet::new();
    for end in ends.split(' ') {
        let (key, _) = end.split_once('=').filter(|(key, value)| !key.is_empty() && !value.is_empty())?;
        if !keys.insert(key) {
            return None;
        }
    }
    name.split(' ').all(|word| !word.is_empty()).then_some((name, ends, review))
}

/// The record as it is written.
#[must_use]
pub(super) fn lock_text(lock: &BTreeMap<String, String>) -> String {
    let mut text = format!("{HEAD}\n");
    for (name, ends) in lock {
        text.push_str(&format!("{name} {ends}\n"));
    }
    text
}

/// The values of a link as they are written, with the day and name of its `review`.
#[must_use]
pub(super) fn line_ends(link: &Link, review: Option<&str>) -> String {
    let ends = link.ends.iter().map(|(name, value)| format!("{name}={value}")).collect::<Vec<_>>().join(" ");
    with_review(&ends, review)
}

fn with_review(ends: &str, review: Option<&str>) -> String {
    review.map_or_else(|| ends.to_owned(), |review| format!("{ends}{REVIEW}{review}"))
}

impl Reviewed<'_> {
    /// The values as they are written, with the day and name of the review.
    #[must_use]
    pub fn written(&self) -> String {
        with_review(self.ends, self.review)
    }

    /// The names of what is not as it was reviewed.
    #[must_use]
    pub fn changed(&self, link: &Link) -> Vec<&'static str> {
        let same = |(name, value): &&(&'static str, String)| {
            let mut ends = self.ends.split(' ').filter_map(|end| end.split_once('='));
            // Lines of earlier versions do not say what led into a list; they get it when they are written anew.
            ends.find(|(own, _)| own == name).map_or(LATER.contains(name), |(_, own)| own == value)
        };
        // Only what the link has now is asked for; a value that only the record has was written by another version.
        link.ends.iter().filter(|end| !same(end)).map(|(name, _)| *name).collect()
    }
}
