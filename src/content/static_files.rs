//! Files that a site publishes as they are: what stands below `static/` in the content folder.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use walkdir::{DirEntry, WalkDir};

use super::basics::unheld_name;
use super::files::{STATIC, stays_inside, unreadable_content};
use crate::base::diagnostics::{Code, Diagnostic, Diagnostics, Place, SourceFile};
use crate::platform::slashed;

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
    if folder.symlink_metadata().is_err() {
        return Vec::new();
    }
    let visible = |entry: &DirEntry| {
        let name = entry.file_name().to_string_lossy();
        entry.depth() == 0 || !name.starts_with('.') || HIDDEN.contains(&name.as_ref())
    };
    let mut files = Vec::new();
    for entry in WalkDir::new(&folder).sort_by_file_name().into_iter().filter_entry(visible) {
        let found = match entry {
            Ok(entry) if entry.file_type().is_dir() => continue,
            Ok(entry) => static_file(root, &folder, &entry),
            Err(error) => {
                let path = error.path().unwrap_or(&folder).to_owned();
                let error = error.into_io_error().unwrap_or_else(|| io::ErrorKind::Other.into());
                Err(unreadable_content(&path, &error))
            }
        };
        match found {
            Ok(file) => files.push(file),
            Err(fault) => findings.push(fault),
        }
    }
    files
}

fn static_file(root: &Path, folder: &Path, entry: &DirEntry) -> Result<StaticFile, Diagnostic> {
    let source = entry.path();
    let place = Place::whole(&Arc::new(SourceFile::new(slashed(source), "")));
    if entry.path_is_symlink() && !stays_inside(root, source) {
        return Err(Diagnostic::new(Code::J0104).at(&place));
    }
    let metadata = fs::metadata(source).map_err(|error| unreadable_content(source, &error))?;
    // Reading a pipe would wait for ever.
    if !metadata.is_file() {
        return Err(unreadable_content(source, &io::ErrorKind::InvalidInput.into()));
    }
    if metadata.len() > LARGEST {
        let limit = format!("{} MiB", LARGEST / 1024 / 1024);
        return Err(Diagnostic::new(Code::J0103).at(&place).arg("limit", limit));
    }
    let path = slashed(source.strip_prefix(folder).unwrap_or(source));
    // Each part of the path: a folder called `aux` cannot be checked out either.
    match path.split('/').find_map(unheld_name) {
        Some(unheld) => Err(unheld.at(&place)),
        None => Ok(StaticFile { path, place, source: source.to_owned() }),
    }
}
