//! Proving that no letter was lost, and telling what was done.

pub(super) mod became;
pub mod confidence;
mod doubt_groups;
mod letter_diff;
pub mod printed;
pub(super) mod printed_form;
pub mod proof;
pub(super) mod references;
pub mod report;
pub mod review;
pub(super) mod structure;
