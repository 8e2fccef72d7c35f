//! The reviews of mappings on record, for the pages that show the mappings.

use std::collections::BTreeMap;

use super::links::{MAPPING, mapping_links};
use super::lock::Reviewed;
use super::{ReviewRecord, links};
use crate::base::diagnostics::Diagnostics;
use crate::content::LockFile;
use crate::corpus::{Corpus, MappingReview};

/// Returns the reviews of the mappings of `corpus` that `file` records, by [`Mapping::review_name`](crate::corpus::Mapping::review_name);
/// `None` where there is no record, or none that can be understood.
#[must_use]
pub fn mapping_reviews(corpus: &Corpus, file: &LockFile) -> Option<BTreeMap<String, MappingReview>> {
    // What is wrong with it was told by the check.
    let lock = ReviewRecord::open(file, &mut Diagnostics::default())?.lock?;
    let recorded = mapping_links(corpus).into_iter().filter_map(|link| {
        let review = lock.get(link.name.as_str()).map(|reviewed| mapping_review(reviewed, &link))?;
        Some((link.name.trim_start_matches(MAPPING).to_owned(), review))
    });
    Some(recorded.collect())
}

fn mapping_review(reviewed: &Reviewed<'_>, link: &links::Link) -> MappingReview {
    let words = reviewed.review.unwrap_or("");
    let (day, by) = words.split_once(' ').unwrap_or((words, ""));
    MappingReview {
        day: day.parse().ok(),
        by: Some(by.to_owned()).filter(|by| !by.is_empty()),
        holds: reviewed.changed(link).is_empty(),
    }
}
