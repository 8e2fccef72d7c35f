//! Questions to the corpus that more than one medium asks: what a target names, how it is cited, its letters, its history.

mod history;
mod lookup;
pub mod notices;
mod provision_citations;
mod published;
mod requirements;
mod units;

pub use history::Version;
pub use units::{Writing, WritingUnit};
