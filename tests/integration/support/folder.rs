//! Folders as they are on the disk.

use std::path::Path;

use super::Files;

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
