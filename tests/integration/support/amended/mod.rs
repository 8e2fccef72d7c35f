//! Carries out a printed amending text, as a reader with the old edition in hand would: knows addresses, the customs of
//! drafting and nothing else. Written without a look at how amending texts are made.

mod addresses;
mod changes;
mod model;
mod paragraphs;
mod quotes;
mod reader;

pub(crate) use model::Policy;
pub(crate) use reader::carry_out;
