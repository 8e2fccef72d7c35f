//! Tests of the content that this repository ships: what its sources hold, and that everything made from it keeps what
//! the program promises. Whoever edits `content/` runs these; tests of the program are in `tests/integration`.

#![allow(clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

mod edit;
#[path = "../invariants/mod.rs"]
mod invariants;
mod inventory;
mod inventory_forms;
mod keys;
mod links;
mod oscal;
mod report;
mod suggest;
mod support;
mod tables;
mod terms;
mod topics;
mod walk;
