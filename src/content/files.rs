//! The files of the content folder, within limits.

use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use walkdir::{DirEntry, WalkDir};

use super::basics::unheld_name;
use crate::base::diagnostics::{Code, Diagnostic, Diagnostics, Place, SourceFile};
use crate::platform::slashed;

/// The largest file that is read, in bytes. The longest document of the shipped content has 150 kB.
pub const LARGEST_FILE: u64 = 8 * 1024 * 1024;

/// The record of reviews, directly in the content folder.
pub const LOCK: &str = "junsoku.lock";

/// The ledger of published addresses, beside it.
pub const LEDGER: &str = "junsoku.addresses";

/// The folder of pictures.
pub(super) const PICTURES: &str = "pictures";

/// The folder of files that are published as they are.
pub(super) const STATIC: &str = "static";

/// The largest record of reviews, in bytes: some hundred for each provision of a thousand regions.
const LARGEST_LOCK: u64 = 256 * 1024 * 1024;

/// A YAML file of the content folder.
#[derive(Debug, Clone)]
pub(super) struct ContentFile {
    /// The path below the content folder, split at its separators.
    pub(super) parts: Vec<String>,
    /// The file as read.
    pub(super) source: Arc<SourceFile>,
}

/// A YAML file of the content folder that was not read yet.
#[derive(Debug)]
pub(super) struct ListedFile {
    /// The path below the content folder, split at its separators.
    pub(super) parts: Vec<String>,
    path: PathBuf,
}

impl ListedFile {
    /// Returns the file as read; `None` after reporting why it cannot be.
    pub(super) fn read(&self, findings: &mut Diagnostics) -> Option<ContentFile> {
        let source = read_one(&self.path, LARGEST_FILE, findings)?;
        Some(ContentFile { parts: self.parts.clone(), source })
    }
}

/// The YAML files below `root`, by path. Hidden files and other kinds of files are passed over.
pub(super) fn list_content_files(root: &Path, findings: &mut Diagnostics) -> Vec<ListedFile> {
    let mut files = Vec::new();
    // Sorted, since the order of a disk differs from machine to machine, and findings and output must not.
    let walk = WalkDir::new(root).sort_by_file_name().min_depth(1);
    let visible = |entry: &DirEntry| {
        let name = entry.file_name().to_string_lossy();
        // Hidden files are those of editors and of git, whose copies of content would be read as content.
        !(name.starts_with('.') || (entry.depth() == 1 && (name == STATIC || name == PICTURES)))
    };
    for entry in walk.into_iter().filter_entry(visible) {
        match entry {
            Ok(entry) => files.extend(visit(root, &entry, findings)),
            Err(error) => {
                let path = error.path().unwrap_or(root).to_owned();
                // A circle of links is no error of the file system, and links to folders are not followed.
                let error = error.into_io_error().unwrap_or_else(|| ErrorKind::Other.into());
                findings.push(unreadable_content(&path, &error));
            }
        }
    }
    // Where something could not be read, an empty folder is not what is amiss.
    if files.is_empty() && !findings.has_errors() {
        findings.push(Diagnostic::new(Code::J0106).at(&Place::whole(&nameless(root))));
    }
    files
}

/// The file `path`, as if it stood at `place` in the content folder.
pub(super) fn at(path: &Path, place: &str, findings: &mut Diagnostics) -> Option<ContentFile> {
    let source = read_one(path, LARGEST_FILE, findings)?;
    Some(ContentFile { parts: place.split('/').map(str::to_owned).collect(), source })
}

/// A file of the content folder that the program writes: the record of reviews, the ledger of addresses.
#[derive(Debug, Default)]
pub struct LockFile {
    /// The file; empty where there is none.
    pub source: Option<Arc<SourceFile>>,
    /// Whether there is one.
    pub exists: bool,
}

/// Returns the record of reviews below `root`, as it stands now.
pub fn read_record(root: &Path, findings: &mut Diagnostics) -> LockFile {
    read_own(&root.join(LOCK), findings)
}

/// Returns the ledger of published addresses below `root`, as it stands now.
pub fn read_addresses(root: &Path, findings: &mut Diagnostics) -> LockFile {
    read_own(&root.join(LEDGER), findings)
}

/// A file of the program's own.
fn read_own(path: &Path, findings: &mut Diagnostics) -> LockFile {
    // A link that leads nowhere is a file that cannot be read, not none.
    if path.symlink_metadata().is_err() {
        return LockFile { source: Some(nameless(path)), exists: false };
    }
    LockFile { source: read_one(path, LARGEST_LOCK, findings), exists: true }
}

fn visit(root: &Path, entry: &DirEntry, findings: &mut Diagnostics) -> Option<ListedFile> {
    let path = entry.path();
    if entry.path_is_symlink() && !stays_inside(root, path) {
        findings.push(Diagnostic::new(Code::J0104).at(&Place::whole(&nameless(path))));
        return None;
    }
    let is_yaml = path.extension().is_some_and(|e| e.eq_ignore_ascii_case("yaml") || e.eq_ignore_ascii_case("yml"));
    if !is_yaml || path.is_dir() {
        return None;
    }
    let below = path.strip_prefix(root).unwrap_or(path);
    let parts = below.components().map(|c| c.as_os_str().to_string_lossy().into_owned()).collect();
    Some(ListedFile { parts, path: path.to_owned() })
}

/// The files in `folder` and below, by path; none where there is no such folder. Names that begin with a dot are left out
/// but for those in `taken`; what cannot be looked into is reported.
pub(super) fn files_in(folder: &Path, taken: &[&str], findings: &mut Diagnostics) -> Vec<DirEntry> {
    if folder.symlink_metadata().is_err() {
        return Vec::new();
    }
    let visible = |entry: &DirEntry| {
        let name = entry.file_name().to_string_lossy();
        entry.depth() == 0 || !name.starts_with('.') || taken.contains(&name.as_ref())
    };
    let mut files = Vec::new();
    for entry in WalkDir::new(folder).sort_by_file_name().into_iter().filter_entry(visible) {
        match entry {
            Ok(entry) if entry.file_type().is_dir() => {}
            Ok(entry) => files.push(entry),
            Err(error) => {
                let path = error.path().unwrap_or(folder).to_owned();
                let error = error.into_io_error().unwrap_or_else(|| ErrorKind::Other.into());
                findings.push(unreadable_content(&path, &error));
            }
        }
    }
    files
}

/// A file that is published with its own bytes.
pub(super) struct PlainFile {
    /// Its path below the folder, with `/`.
    pub(super) path: String,
    /// The number of its bytes.
    pub(super) size: u64,
    /// The file as a place, without its text.
    pub(super) place: Place,
}

/// The file of `entry` in `folder`, which lies in `root`.
///
/// # Errors
/// J0104 for a link that leads out, J0105 where it is no file or cannot be read, J0103 where it has more than `largest`
/// bytes, J0116 where some system could not hold its name.
pub(super) fn plain_file(root: &Path, folder: &Path, entry: &DirEntry, largest: u64) -> Result<PlainFile, Diagnostic> {
    let source = entry.path();
    let place = Place::whole(&nameless(source));
    if entry.path_is_symlink() && !stays_inside(root, source) {
        return Err(Diagnostic::new(Code::J0104).at(&place));
    }
    let metadata = fs::metadata(source).map_err(|error| unreadable_content(source, &error))?;
    // Reading a pipe would wait for ever.
    if !metadata.is_file() {
        return Err(unreadable_content(source, &ErrorKind::InvalidInput.into()));
    }
    if metadata.len() > largest {
        let limit = format!("{} MiB", largest / 1024 / 1024);
        return Err(Diagnostic::new(Code::J0103).at(&place).arg("limit", limit));
    }
    let path = slashed(source.strip_prefix(folder).unwrap_or(source));
    // Each part of the path: a folder called `aux` cannot be checked out either.
    match path.split('/').find_map(unheld_name) {
        Some(unheld) => Err(unheld.at(&place)),
        None => Ok(PlainFile { path, size: metadata.len(), place }),
    }
}

/// A link may point to a file of the same tree; one to a folder could make the walk endless.
pub(super) fn stays_inside(root: &Path, link: &Path) -> bool {
    match (root.canonicalize(), link.canonicalize()) {
        (Ok(root), Ok(target)) => target.starts_with(root) && target.is_file(),
        _ => false,
    }
}

pub(super) fn read_one(path: &Path, largest: u64, findings: &mut Diagnostics) -> Option<Arc<SourceFile>> {
    let bytes = match fs::metadata(path) {
        // Asked before it is read: a file of gigabytes would end the program for want of memory.
        Ok(metadata) if metadata.len() > largest => {
            let limit = format!("{} MiB", largest / 1024 / 1024);
            findings.push(Diagnostic::new(Code::J0103).at(&Place::whole(&nameless(path))).arg("limit", limit));
            return None;
        }
        // Reading a pipe would wait for ever.
        Ok(metadata) if !metadata.is_file() => Err(std::io::Error::from(ErrorKind::InvalidInput)),
        Ok(_) => fs::read(path),
        Err(error) => Err(error),
    };
    let bytes = match bytes {
        Ok(bytes) => bytes,
        Err(error) => {
            findings.push(unreadable_content(path, &error));
            return None;
        }
    };
    match String::from_utf8(bytes) {
        Ok(text) => Some(Arc::new(SourceFile::new(slashed(path), text))),
        Err(error) => {
            findings.push(not_utf8(path, &error));
            None
        }
    }
}

fn not_utf8(path: &Path, error: &std::string::FromUtf8Error) -> Diagnostic {
    let good = error.utf8_error().valid_up_to();
    let text = String::from_utf8_lossy(error.as_bytes()).into_owned();
    let file = Arc::new(SourceFile::new(slashed(path), text));
    Diagnostic::new(Code::J0102).at(&Place::new(&file, good..good + 1))
}

pub(super) fn unreadable_content(path: &Path, error: &std::io::Error) -> Diagnostic {
    #[expect(clippy::wildcard_enum_match_arm, reason = "the kinds are those of the operating system")]
    let kind = match error.kind() {
        ErrorKind::NotFound => "missing",
        ErrorKind::PermissionDenied => "denied",
        ErrorKind::InvalidInput => "special",
        _ => "other",
    };
    let diagnostic = Diagnostic::new(Code::J0105).at(&Place::whole(&nameless(path)));
    diagnostic.arg("kind", kind).arg("reason", error.to_string())
}

/// A file of which only the path matters.
fn nameless(path: &Path) -> Arc<SourceFile> {
    Arc::new(SourceFile::new(slashed(path), ""))
}
