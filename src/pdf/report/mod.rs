//! The standing of a region to the baseline, as data for a sheet that its council takes into a meeting: what departs
//! and in what, then all the rest.

mod items;
mod summary;

use serde::Serialize;

pub(super) use self::summary::date_style;

use self::items::{Items, Section, Telling};
use self::summary::{Actors, DocumentRow, Legend, StatusCounts};
use super::paper::PaperMedium;
use crate::base::locale::Messages;
use crate::conformance::{ReadingState, RequirementStanding, coverage, reading_state};
use crate::corpus::{Corpus, Set};

/// The report without its head.
#[derive(Debug, Serialize)]
pub(super) struct Report {
    documents: Documents,
    result: Result,
    sections: Vec<Section>,
    roles: Actors,
    legend: Legends,
    phrases: Phrases,
}

/// Words that stand before parts of an item.
#[derive(Debug, Serialize)]
struct Phrases {
    conditions: String,
    between: String,
    given: String,
    with: String,
    /// Before what departs.
    differs: String,
    reason: String,
    /// Before why a document is thought to lay something down.
    likely: String,
}

/// The documents that were held against each other.
#[derive(Debug, Serialize)]
struct Documents {
    title: String,
    columns: Vec<String>,
    rows: Vec<DocumentRow>,
}

/// The result in sentences and in figures.
#[derive(Debug, Serialize)]
struct Result {
    title: String,
    sentences: Vec<String>,
    counts: StatusCounts,
}

/// The meanings of the words.
#[derive(Debug, Serialize)]
struct Legends {
    title: String,
    lead: String,
    lists: Vec<Legend>,
}

/// Whether there is something to report of `set`.
pub(super) fn is_due(corpus: &Corpus, set: &Set) -> bool {
    reading_state(set) == Some(ReadingState::Compared) && !corpus.groups.is_empty()
}

/// The report on `set`, which [`is_due`].
pub(super) fn region_report(corpus: &Corpus, set: &Set, messages: &Messages) -> Report {
    let entries = coverage(corpus, set);
    let text = |id: &str| messages.text(id);
    Report {
        documents: Documents {
            title: text("report-documents"),
            columns: ["side", "title", "issuer", "edition", "read"].map(|id| text(&format!("report-{id}"))).into(),
            rows: summary::document_rows(corpus, set, messages),
        },
        result: Result {
            title: text("report-result"),
            sentences: summary::summary_sentences(&entries, messages),
            counts: summary::count_statuses(&entries, messages),
        },
        sections: report_sections(corpus, set, &entries, messages),
        roles: summary::actors(set, &entries, messages),
        legend: Legends {
            title: text("report-legend"),
            lead: text("report-legend-lead"),
            lists: summary::legends(messages),
        },
        phrases: Phrases {
            conditions: text("report-conditions"),
            between: text("report-or"),
            given: text("report-given"),
            with: text("report-with"),
            differs: text("report-differs"),
            reason: text("report-reason"),
            likely: text("report-why-elsewhere"),
        },
    }
}

/// Returns the sections: what departs, what could not be judged, what is met; those without entries are left out.
/// Everything but what is met is numbered throughout, so that it can be named in a meeting.
fn report_sections(
    corpus: &Corpus,
    set: &Set,
    entries: &[RequirementStanding<'_>],
    messages: &Messages,
) -> Vec<Section> {
    // Nothing of this sheet is an anchor: provisions stand on it more than once, and most do not.
    let nowhere = (&set.key, "");
    let mut items =
        Items { corpus, set, writer: PaperMedium { home: nowhere, in_booklet: false, messages }, number: 0 };
    let order = [Telling::Required, Telling::Others, Telling::Omitted, Telling::Missing, Telling::Met];
    order.into_iter().filter_map(|telling| items.section(telling, entries)).collect()
}
