//! The baseline and the shared vocabulary that the program carries, and the reviews of them that are on record.

use std::path::Path;

use include_dir::{Dir, include_dir};

static BASELINE: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/content/baseline");
static SHARED: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/content/shared");
static REVIEWS: &str = include_str!("../../content/junsoku.lock");

/// Returns the files of the baseline, by their paths below the content folder.
pub(super) fn baseline_files() -> Vec<(std::path::PathBuf, &'static [u8])> {
    carried_files("baseline", &BASELINE)
}

/// Returns the files of the shared vocabulary, by their paths below the content folder.
pub(super) fn shared_files() -> Vec<(std::path::PathBuf, &'static [u8])> {
    carried_files("shared", &SHARED)
}

fn carried_files(name: &str, folder: &Dir<'static>) -> Vec<(std::path::PathBuf, &'static [u8])> {
    let mut found = Vec::new();
    let mut folders = vec![folder.clone()];
    while let Some(folder) = folders.pop() {
        found.extend(folder.files().map(|file| (Path::new(name).join(file.path()), file.contents())));
        folders.extend(folder.dirs().cloned());
    }
    found.sort();
    found
}

/// Returns the record of reviews without what is about the regions that the program does not carry.
pub(super) fn reviews(with_baseline: bool) -> String {
    let is_carried = |line: &&str| {
        // A line holds the kind of link, then its target (content/junsoku.lock).
        let target = line.split(' ').nth(1).unwrap_or_default();
        let set = target.split(['/', '#']).next().unwrap_or_default();
        line.starts_with('#') || set == "shared" || (set == "baseline" && with_baseline)
    };
    REVIEWS.lines().filter(is_carried).map(|line| format!("{line}\n")).collect()
}
