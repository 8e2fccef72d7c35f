//! The tests of the program, in one binary: each module is about one subject, `support` is what they share.
//!
//! A new file needs its line below. Tests of the content that this repository ships are in `tests/content`; `cargo test NAME` runs one module.

#![allow(clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

mod amend;
mod amending;
mod apply;
mod apply_compare;
mod apply_customs;
mod apply_days;
mod apply_whole;
mod bad_input;
mod batch;
mod cli;
mod codes;
mod compare;
mod compare_command;
mod comparison_pages;
mod conformance_pages;
mod costs;
mod country;
mod days;
mod diagnostics;
mod documents;
mod edit;
mod editions;
mod fill;
mod fillable;
mod filled;
mod filling;
mod fix;
mod form_page;
mod former_addresses;
mod golden;
mod handbook;
mod impact;
mod import;
mod import_docx;
mod import_docx_tables;
mod import_layouts;
mod import_merge;
mod import_pdf;
mod import_trees;
mod init;
#[path = "../invariants/mod.rs"]
mod invariants;
mod lists;
mod new;
mod oscal;
mod outdated;
mod own_pages;
mod parts;
mod pdf;
mod publish;
mod references;
mod review;
mod rooms;
mod rules;
mod schema;
mod site_settings;
mod sources;
mod suggest;
mod support;
mod theme;
mod topics;
mod unfinished;
mod values;
#[cfg(unix)]
mod workplace;
