//! From lines to provisions: sentences put together, heads and numbers recognised, depths inferred.

mod build;
pub(super) mod builder;
pub(super) mod front;
pub mod lines;
mod open_nodes;
mod placing;
mod plain;
pub(super) mod rows;
mod unnumbered_heads;
