//! What the tests share: content written as a case file, the library and the program run on it, and checks.

pub(crate) mod amended;
mod case;
mod docx;
mod files;
pub(crate) mod html;
pub(crate) mod oscal;
pub(crate) mod policy;
mod program;
mod snapshots;
mod surroundings;
mod tools;

use std::path::{Path, PathBuf};

pub(crate) use case::{Case, Loaded};
pub(crate) use docx::Docx;
pub(crate) use files::{Files, by_path, is_kind, text};
pub(crate) use program::{Program, Run};
pub(crate) use snapshots::{check_case, check_snapshot, for_each_case, main_of};
pub(crate) use tools::{missing, paper_tools, program_on_path};

/// The content that this repository ships.
pub(crate) fn shipped_content() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("content")
}

/// Everything below `root`, hidden files too.
pub(crate) fn read_folder(root: &Path) -> Files {
    let mut files = Files::new();
    for entry in walkdir::WalkDir::new(root) {
        let entry = entry.expect("a readable folder");
        if entry.file_type().is_file() {
            let below = entry.path().strip_prefix(root).expect("a path below the root");
            files.insert(below.display().to_string(), std::fs::read(entry.path()).expect("a readable file"));
        }
    }
    files
}

/// The names of what stands directly in `folder`, sorted.
pub(crate) fn names_in(folder: &Path) -> Vec<String> {
    let entries = std::fs::read_dir(folder).expect("a readable folder");
    let mut names: Vec<String> =
        entries.map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    names
}
