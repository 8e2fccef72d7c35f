//! The shipped content, and what its tests share with those of the program.

#[path = "../integration/support/csv_lines.rs"]
mod csv_lines;
#[path = "../integration/support/files.rs"]
mod files;
#[path = "../integration/support/folder.rs"]
mod folder;
#[path = "../integration/support/html.rs"]
pub(crate) mod html;
#[path = "../integration/support/once.rs"]
mod once;
#[path = "../integration/support/oscal.rs"]
pub(crate) mod oscal;
#[path = "../integration/support/program.rs"]
mod program;
#[path = "../integration/support/tools.rs"]
mod tools;

use std::path::{Path, PathBuf};

use junsoku::base::diagnostics::Diagnostics;
use junsoku::corpus::Corpus;

pub(crate) use csv_lines::csv_lines;
pub(crate) use files::{Files, by_path, is_kind, text};
pub(crate) use folder::read_folder;
pub(crate) use once::{corpus, site};
pub(crate) use program::Program;
pub(crate) use tools::{missing, paper_tools, program_on_path};

/// The content folder of this repository.
pub(crate) fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("content")
}

/// The content, read anew, and what was found.
pub(crate) fn loaded() -> (Corpus, Diagnostics) {
    let mut findings = Diagnostics::default();
    let corpus = junsoku::load(&root(), &mut findings);
    (corpus, findings)
}
