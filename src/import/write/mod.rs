//! From what was recognised to the files that authors write: numbers planned, references linked.

mod escape;

pub(crate) use escape::escape_markdown;
pub(crate) use levels::english_label;
pub(super) mod files;
mod form;
pub(super) mod ids;
mod levels;
pub(super) mod linked;
mod mentions;
mod neighbours;
pub(super) mod plan;
mod references;
mod targets;
mod writer;
