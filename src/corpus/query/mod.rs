//! Questions to the corpus that more than one medium asks: what a target names, how it is cited, its letters, its history.

mod contents;
mod days;
mod history;
mod lookup;
pub mod notices;
mod outdated;
mod provision_citations;
mod published;
mod region_parts;
mod requirements;
mod units;

pub use contents::{ContentsLine, contents_words, heads_others};
pub use days::{DaysInForce, TextState, ToldDays, days_in_force};
pub use history::Version;
pub use outdated::OutdatedCitation;
pub use region_parts::{PartKey, RegionPart, RegionParts, prefecture_name};
pub use units::{Writing, WritingUnit};
