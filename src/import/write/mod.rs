//! From what was recognised to the files that authors write: numbers planned, references linked.

mod escape;

pub(crate) use escape::escape_markdown;
pub(super) mod files;
mod form;
pub(super) mod ids;
mod levels;
mod mentions;
mod neighbours;
pub(super) mod plan;
pub(super) mod references;
mod writer;
