//! Hidden names for what is unfinished, each held by a lock beside it while its maker lives. What killed runs left is known
//! by locks that nobody has, and any later run sweeps it.

use std::collections::BTreeSet;
use std::fs::{self, File};
use std::io::{self, Read as _, Write as _};
use std::path::{Path, PathBuf};

use walkdir::{DirEntry, WalkDir};

use super::journal::{Step, take_back_steps};
use super::unfinished::{Unfinished, remove};

/// The beginning of the names; hidden, so that nothing takes them for content.
const PREFIX: &str = ".junsoku-part-";

/// The end of the name of the lock beside.
const LOCK_SUFFIX: &str = ".lock";

/// The end of the names of what is moved out of the way for a moment, before a number.
const ASIDE: &str = "-old-";

/// A hidden name in a folder that nobody else takes or sweeps; what bears it when it is dropped is removed.
#[derive(Debug)]
pub(crate) struct HeldName {
    path: PathBuf,
    lock_path: PathBuf,
    lock: Option<File>,
    _listed: [Unfinished; 2],
}

impl HeldName {
    /// Takes a name in `folder`, which must be there; nothing bears it yet. The caller keeps the end of the program waiting
    /// ([`uninterrupted`](super::uninterrupted)).
    ///
    /// # Errors
    /// The error of the file system.
    pub(crate) fn take(folder: &Path) -> io::Result<Self> {
        loop {
            let made = tempfile::Builder::new().prefix(PREFIX).suffix(LOCK_SUFFIX).tempfile_in(folder)?;
            match made.as_file().lock() {
                // A disk without locks has none that a sweeping run could take.
                Err(error) if error.kind() != io::ErrorKind::Unsupported => return Err(error),
                _ => {}
            }
            // A run that swept may have had the lock first, and removed it.
            if made.path().symlink_metadata().is_ok() {
                let (lock, lock_path) = made.keep().map_err(|error| error.error)?;
                let path = lock_path.with_extension("");
                let listed = [Unfinished::path(&path), Unfinished::path(&lock_path)];
                return Ok(Self { path, lock_path, lock: Some(lock), _listed: listed });
            }
        }
    }

    /// The name, with its folder.
    pub(crate) fn path(&self) -> &Path {
        &self.path
    }

    /// Notes a step that is about to be done, so that the next run takes it back if this one is killed before it drops the
    /// name. The lock is the journal: there is no moment at which one stands without the other.
    ///
    /// # Errors
    /// The error of the file system, and that of a path that cannot be noted.
    pub(crate) fn note(&self, step: &Step) -> io::Result<()> {
        let folder = self.path.parent().unwrap_or(&self.path);
        let line = step.line(folder)?;
        match &self.lock {
            Some(lock) => (&*lock).write_all(line.as_bytes()),
            None => Ok(()),
        }
    }

    /// Returns another name, which is held with this one and swept with it; each `number` gives another.
    pub(crate) fn aside(&self, number: usize) -> PathBuf {
        let mut name = self.path.as_os_str().to_owned();
        name.push(format!("{ASIDE}{number}"));
        PathBuf::from(name)
    }
}

impl Drop for HeldName {
    fn drop(&mut self) {
        remove(&self.path);
        // Windows removes no open file; who sweeps in between finds nothing but the lock.
        self.lock = None;
        remove(&self.lock_path);
    }
}

/// Removes from `folder` what killed runs left there, and takes back what they had not done to the end.
pub(crate) fn sweep(folder: &Path) {
    for lock_name in names_with_prefix(folder) {
        let Some(name) = lock_name.strip_suffix(LOCK_SUFFIX) else { continue };
        let lock_path = folder.join(&lock_name);
        let Ok(mut lock) = File::options().read(true).write(true).open(&lock_path) else { continue };
        if lock.try_lock().is_err() {
            continue;
        }
        let mut journal = String::new();
        if lock.read_to_string(&mut journal).is_ok() {
            take_back_steps(&journal, folder);
        }
        // Listed anew: now nobody adds to what bears the name.
        let is_held =
            |other: &String| other.strip_prefix(name).is_some_and(|end| end.is_empty() || end.starts_with(ASIDE));
        for left in names_with_prefix(folder).iter().filter(|other| is_held(other)) {
            remove(&folder.join(left));
        }
        drop(lock);
        remove(&lock_path);
    }
}

/// Does the same in `folder` and in every folder below it that is not hidden.
pub(crate) fn sweep_below(folder: &Path) {
    let is_lock = |entry: &DirEntry| {
        let name = entry.file_name().to_string_lossy();
        name.starts_with(PREFIX) && name.ends_with(LOCK_SUFFIX)
    };
    let may_hold =
        |entry: &DirEntry| entry.file_type().is_dir() && !entry.file_name().to_string_lossy().starts_with('.');
    let walk = WalkDir::new(folder).min_depth(1).into_iter();
    let locks = walk.filter_entry(|entry| is_lock(entry) || may_hold(entry)).flatten().filter(is_lock);
    let folders: BTreeSet<PathBuf> = locks.filter_map(|lock| lock.path().parent().map(Path::to_owned)).collect();
    for folder in folders {
        sweep(&folder);
    }
}

/// Does the same in `folder` and in the folders above it: a change that makes folders keeps its journal in the nearest one
/// that was there before.
pub(crate) fn sweep_above(folder: &Path) {
    if let Ok(whole) = std::path::absolute(folder) {
        whole.ancestors().for_each(sweep);
    }
}

fn names_with_prefix(folder: &Path) -> Vec<String> {
    let Ok(entries) = fs::read_dir(folder) else { return Vec::new() };
    let names = entries.flatten().filter_map(|entry| entry.file_name().into_string().ok());
    names.filter(|name| name.starts_with(PREFIX)).collect()
}
