//! How regions stand to the baseline: functions of the corpus, shown by the site, the report and the exports.

mod coverage;
mod data;
mod verdict;
pub mod words;

pub use coverage::{Entry, Status, coverage, regions};
pub use data::{Record, records};
pub use verdict::{Difference, Force, Verdict, verdict};
