//! What the tests share: content written as a case file, the library and the program run on it, and checks.

pub(crate) mod amended;
mod arguments;
mod case;
mod csv_lines;
mod docx;
mod effort;
mod files;
mod folder;
pub(crate) mod html;
mod once;
pub(crate) mod oscal;
pub(crate) mod policy;
mod program;
mod snapshots;
mod surroundings;
mod tools;

use std::path::{Path, PathBuf};

pub(crate) use arguments::check_arguments;
pub(crate) use case::{Built, Case, Loaded};
pub(crate) use csv_lines::csv_lines;
pub(crate) use docx::Docx;
pub(crate) use effort::{check_growth, doubling, effort};
pub(crate) use files::{Files, by_path, is_kind, text};
pub(crate) use folder::read_folder;
pub(crate) use once::{corpus, site};
pub(crate) use program::{Program, Run};
pub(crate) use snapshots::{check_case, check_snapshot, for_each_case, main_of};
pub(crate) use tools::{missing, paper_tools, program_on_path};

/// The content of the fixtures, which the tests of the program share.
pub(crate) fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures")
}

/// The names of what stands directly in `folder`, sorted.
pub(crate) fn names_in(folder: &Path) -> Vec<String> {
    let entries = std::fs::read_dir(folder).expect("a readable folder");
    let mut names: Vec<String> =
        entries.map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    names
}
