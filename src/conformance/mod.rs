//! How regions stand to the baseline: functions of the corpus, shown by the site, the report and the exports.

mod coverage;
mod verdict;

pub use coverage::{Entry, Status, coverage, regions};
pub use verdict::{Difference, Force, Verdict, verdict};
