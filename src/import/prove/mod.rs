//! Proving that no letter was lost, and telling what was done.

pub mod printed;
pub(super) mod printed_form;
pub mod proof;
pub mod report;
