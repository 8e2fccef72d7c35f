//! The days on which mappings were held against their requirements, and by whom: what the record of reviews says.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use jiff::civil::Date;
use serde::Serialize;

use crate::base::notation::dates::{DateStyle, write_date};
use crate::corpus::{Mapping, MappingReview, Set};
use crate::site::provisions::PageScope;

/// The reviews of a region's mappings.
#[derive(Debug, Serialize)]
pub(in crate::site::pages) struct RecordedReviews {
    region: String,
    lines: Vec<RecordedReviewLine>,
}

/// Mappings of which the record says the same.
#[derive(Debug, Serialize)]
struct RecordedReviewLine {
    told: String,
    count: usize,
}

/// The kinds of what the record says, in the order in which they are told.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
enum ReviewKind {
    /// It holds; the newest first.
    Holding(Reverse<Option<Date>>, Option<String>),
    /// The provision or the requirement has changed since.
    Changed,
    /// Nothing.
    Nowhere,
}

/// Returns what the record says of the mappings of `set`; `None` where there is no record, and where there is nothing to
/// review.
pub(in crate::site::pages) fn recorded_reviews(set: &Set, scope: &PageScope<'_>) -> Option<RecordedReviews> {
    let reviews = scope.links.corpus.mapping_reviews.as_ref()?;
    let mut counted: BTreeMap<ReviewKind, usize> = BTreeMap::new();
    for mapping in &set.conformance.mappings {
        *counted.entry(review_kind(reviews.get(&mapping.review_name(&set.key)))).or_default() += 1;
    }
    let lines =
        counted.into_iter().map(|(recorded, count)| RecordedReviewLine { told: review_words(&recorded, scope), count });
    let lines: Vec<_> = lines.collect();
    (!lines.is_empty()).then(|| RecordedReviews { region: scope.word(&set.name), lines })
}

/// Returns what the record says of `mapping`; `None` where there is no record.
pub(super) fn recorded_review(set: &Set, mapping: &Mapping, scope: &PageScope<'_>) -> Option<String> {
    let reviews = scope.links.corpus.mapping_reviews.as_ref()?;
    Some(review_words(&review_kind(reviews.get(&mapping.review_name(&set.key))), scope))
}

fn review_kind(review: Option<&MappingReview>) -> ReviewKind {
    match review {
        Some(review) if review.holds => ReviewKind::Holding(Reverse(review.day), review.by.clone()),
        Some(_) => ReviewKind::Changed,
        None => ReviewKind::Nowhere,
    }
}

fn review_words(recorded: &ReviewKind, scope: &PageScope<'_>) -> String {
    let messages = scope.messages;
    match recorded {
        ReviewKind::Holding(Reverse(Some(day)), by) => {
            let day = write_date(*day, DateStyle::default(), scope.links.lang);
            match by {
                Some(by) => messages.with("review-day-by", &[("day", &day), ("by", by)]),
                None => messages.with("review-day", &[("day", &day)]),
            }
        }
        ReviewKind::Holding(Reverse(None), _) => messages.text("review-undated"),
        ReviewKind::Changed => messages.text("review-changed"),
        ReviewKind::Nowhere => messages.text("review-none"),
    }
}
