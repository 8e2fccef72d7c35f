//! From lines to provisions: sentences put together, heads and numbers recognised, depths inferred.

mod build;
pub(super) mod builder;
mod contents;
mod day_records;
pub(super) mod front;
pub(super) mod histories;
pub(super) mod in_force;
mod joining;
pub mod lines;
mod measures;
mod open_nodes;
mod placing;
mod plain;
pub(super) mod rows;
mod running;
pub(super) mod side_heads;
pub(super) mod signatures;
pub(super) mod titles;
mod unnumbered_heads;
pub(super) mod weak_marks;
