//! Proving that no letter was lost, and telling what was done.

mod letter_diff;
pub mod printed;
pub(super) mod printed_form;
pub mod proof;
mod doubt_groups;
pub mod report;
pub(super) mod structure;
