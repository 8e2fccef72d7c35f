//! The steps of a change of several files, noted before each is done: where the run is killed in between, the next one
//! takes them back, so that a folder never holds half of a change.

use std::fs;
use std::io;
use std::path::{Component, Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::unfinished::remove;

/// A step that can be taken back. Paths are relative to the folder of the journal.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) enum Step {
    /// A folder is made.
    Folder(PathBuf),
    /// A file is made, of bytes with this hash.
    File(PathBuf, String),
    /// A file gives way to bytes with this hash, and stands under the name of its backup.
    BackedUp(PathBuf, PathBuf, String),
    /// A folder is moved out of the way for a moment, to the second path.
    Aside(PathBuf, PathBuf),
}

impl Step {
    /// Returns the step as a line of a journal in `folder`.
    ///
    /// # Errors
    /// [`io::ErrorKind::InvalidInput`] where a path lies outside `folder` or is no Unicode, and so cannot be noted.
    pub(super) fn line(&self, folder: &Path) -> io::Result<String> {
        // `schemas` and the whole path of the folder in which it lies, as names for unfinished files have it.
        let folder = std::path::absolute(folder)?;
        let below = |path: &Path| -> io::Result<PathBuf> {
            let found = std::path::absolute(path)?.strip_prefix(&folder).map(Path::to_owned);
            found.map_err(|_| io::Error::from(io::ErrorKind::InvalidInput))
        };
        let step = match self {
            Self::Folder(path) => Self::Folder(below(path)?),
            Self::File(path, hash) => Self::File(below(path)?, hash.clone()),
            Self::BackedUp(path, backup, hash) => Self::BackedUp(below(path)?, below(backup)?, hash.clone()),
            Self::Aside(path, aside) => Self::Aside(below(path)?, below(aside)?),
        };
        let line = serde_json::to_string(&step).map_err(|_| io::Error::from(io::ErrorKind::InvalidInput))?;
        Ok(line + "\n")
    }

    /// Takes the step back, if it was done and nobody has changed since what it made.
    fn take_back(&self, folder: &Path) {
        let place = |path: &Path| leads_down(path).then(|| folder.join(path));
        let is_ours = |path: &Path, hash: &str| fs::read(path).is_ok_and(|bytes| hash_of(&bytes) == hash);
        match self {
            Self::Folder(path) => {
                // One that is not empty holds somebody else's files.
                let _ = place(path).map(fs::remove_dir);
            }
            Self::File(path, hash) => {
                if let Some(path) = place(path).filter(|path| is_ours(path, hash)) {
                    remove(&path);
                }
            }
            Self::BackedUp(path, backup, hash) => {
                let (Some(path), Some(backup)) = (place(path), place(backup)) else { return };
                // Before the rename both names are of the old file, and the backup is one too many.
                if is_ours(&path, hash) {
                    let _ = fs::rename(&backup, &path);
                } else if fs::read(&path).is_ok_and(|bytes| is_ours(&backup, &hash_of(&bytes))) {
                    remove(&backup);
                }
            }
            Self::Aside(path, aside) => {
                let (Some(path), Some(aside)) = (place(path), place(aside)) else { return };
                if path.symlink_metadata().is_err() {
                    let _ = fs::rename(aside, path);
                }
            }
        }
    }
}

/// Takes back, the last one first, the steps of `journal`, which a killed run left in `folder`. A line that was not
/// written to its end stands for a step that was not begun.
pub(super) fn take_back_steps(journal: &str, folder: &Path) {
    let steps: Vec<Step> = journal.lines().filter_map(|line| serde_json::from_str(line).ok()).collect();
    steps.iter().rev().for_each(|step| step.take_back(folder));
}

/// Returns the hash by which the bytes of a step are known again, in hexadecimal digits.
pub(crate) fn hash_of(bytes: &[u8]) -> String {
    blake3::hash(bytes).to_hex().to_string()
}

/// Whether a path leads downwards only. A journal may come with the content of others, and says nothing about what lies
/// elsewhere.
fn leads_down(path: &Path) -> bool {
    path.components().all(|part| matches!(part, Component::Normal(_))) && path.components().next().is_some()
}
