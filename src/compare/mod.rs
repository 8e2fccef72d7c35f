//! Comparing: documents as flat lists of provisions ([`Side`]), the provisions of two of them paired ([`Alignment`]), and
//! what differs, row by row ([`comparison_rows`]). An amendment compares two editions of one document, a comparison two documents of
//! different authors.

// A new kind of anything must be told of everywhere; no arm may swallow it.
#![warn(clippy::wildcard_enum_match_arm)]

mod align;
pub mod amend;
mod candidates;
mod data;
mod difference;
mod facts;
mod fate;
mod matching;
mod rows;
mod shared;
mod side;
mod topics;
mod words;

pub use align::{Alignment, align, align_unnamed, text_likeness};
pub use data::{Data, comparison_data};
pub use difference::{DifferenceStretch, WordDifference};
pub use facts::{Doer, FactDifference, FactValue, fact_differences};
pub use fate::Fate;
pub(crate) use fate::longest_rising;
pub use matching::{Basis, Match};
pub use rows::{Row, RowCounts, RowOrder, State, comparison_rows};
pub use shared::Shared;
pub use side::{BETWEEN_CELLS, Side, SideItem, plain_text, table_lines};
pub use topics::{ByTopic, Outermost, by_topic, topics_of};
pub use words::{Word, comma_folded, split_words};
