//! The ground on which every room stands and nothing of which knows policies: findings, words, numerals, inline
//! Markdown, the terminal.

pub mod address;
pub mod artifact;
pub mod colour;
pub mod diagnostics;
pub mod locale;
pub mod markup;
pub mod notation;
pub mod progress;
pub mod shard;
pub mod spreadsheet;
pub mod terminal;
pub mod visible;
