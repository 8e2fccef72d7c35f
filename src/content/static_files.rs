//! Files that a site publishes as they are: what stands below `static/` in the content folder.

use std::fs;
use std::path::{Path, PathBuf};

use super::files::{PlainFile, STATIC, files_in, plain_file, unreadable_content};
use crate::base::diagnostics::{Diagnostic, Diagnostics, Place};

/// Names with a dot before them that hosts of sites want; any other such file belongs to some program.
const HIDDEN: [&str; 2] = [".well-known", ".nojekyll"];

/// The largest such file, in bytes: a film of some minutes; GitHub takes none that is larger.
const LARGEST: u64 = 100 * 1024 * 1024;

/// A file that is published as it is.
#[derive(Debug, Clone)]
pub struct StaticFile {
    /// Its path below `static/`, which is that below the output folder, with `/`.
    pub path: String,
    /// The file as a place, without its text.
    pub place: Place,
    source: PathBuf,
}

impl StaticFile {
    /// Returns its bytes.
    ///
    /// # Errors
    /// A finding J0105 where it cannot be read.
    pub fn read(&self) -> Result<Vec<u8>, Box<Diagnostic>> {
        fs::read(&self.source).map_err(|error| Box::new(unreadable_content(&self.source, &error)))
    }
}

/// The files below `static/` in `root`, by path.
pub(super) fn list_static_files(root: &Path, findings: &mut Diagnostics) -> Vec<StaticFile> {
    let folder = root.join(STATIC);
    let mut files = Vec::new();
    for entry in files_in(&folder, &HIDDEN, findings) {
        match plain_file(root, &folder, &entry, LARGEST) {
            Ok(PlainFile { path, place, .. }) => files.push(StaticFile { path, place, source: entry.into_path() }),
            Err(fault) => findings.push(fault),
        }
    }
    files
}
