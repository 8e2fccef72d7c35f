//! What the tests share: content written as a case file, the library and the program run on it, and checks.

pub(crate) mod amended;
mod case;
mod docx;
pub(crate) mod html;
pub(crate) mod oscal;
pub(crate) mod policy;
mod program;
mod snapshots;
mod tools;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

pub(crate) use case::{Case, Loaded};
pub(crate) use docx::Docx;
pub(crate) use program::{Program, Run};
pub(crate) use snapshots::{check_case, check_snapshot, for_each_case};
pub(crate) use tools::{missing, paper_tools, program_on_path};

use junsoku::artifact::Artifact;

/// Files by their paths below the output folder, so that two outputs can be compared and looked into.
pub(crate) type Files = BTreeMap<String, Vec<u8>>;

/// The content that this repository ships.
pub(crate) fn shipped_content() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("content")
}

/// Artifacts as [`Files`].
pub(crate) fn by_path(artifacts: Vec<Artifact>) -> Files {
    artifacts.into_iter().map(|artifact| (artifact.path, artifact.bytes)).collect()
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

/// Text that must be UTF-8.
pub(crate) fn text(bytes: &[u8]) -> &str {
    std::str::from_utf8(bytes).expect("UTF-8 text")
}

/// Whether `path` is a file of this kind.
pub(crate) fn is_kind(path: &str, extension: &str) -> bool {
    Path::new(path).extension().is_some_and(|found| found == extension)
}
