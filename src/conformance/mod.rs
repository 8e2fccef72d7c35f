//! How regions stand to the baseline: functions of the corpus, shown by the site, the report and the exports.

// A new kind of anything must be told of everywhere; no arm may swallow it.
#![warn(clippy::wildcard_enum_match_arm)]

mod baseline;
mod counters;
mod coverage;
mod data;
mod export;
mod facts;
mod files;
pub mod starter;
pub mod suggest;
mod verdict;
mod wording;
pub mod words;

pub use baseline::baseline_hash;
pub use counters::counters;
pub use coverage::{
    ReadingState, RequirementStanding, Status, begun_regions, coverage, reading_state, regions_held, regions_left_out,
};
pub use data::{ConformanceRecord, RegionLeftOut, conformance_records, left_out};
pub use export::{CSV, JSON, PartFile, WORKBOOK, render_exports};
pub use facts::{FactWords, asked_facts, fact_words, force_words, said_facts};
pub use files::{CATALOG, component_path, files_to_download, profile_path};
pub use verdict::{Force, UnmetCondition, Verdict, verdict};
pub use wording::{SofterText, binds_in_words, contrary_bound, force_in_words, softer_texts};
