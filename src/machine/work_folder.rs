//! The private place for unfinished work: `work/` in the cache folder, which only its owner may look into. Each piece of
//! work has a folder there, locked while it lasts; the next run sweeps away what is not locked.

use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};

use super::cache::cache_dir;
use super::ending::uninterrupted;
use super::folder_lock::lock_file;
use super::unfinished::{Unfinished, remove};
use crate::base::diagnostics::{Code, Diagnostic};
use crate::platform::make_private_folder;

/// The folder for unfinished work in the cache.
const WORK: &str = "work";

/// A file beside the folders of work: whoever has its lock may make one or sweep.
const DOOR: &str = "door.lock";

/// The file in a folder of work that is locked while the work lasts.
const IN_USE: &str = "in-use.lock";

/// A private folder for unfinished work; it goes when dropped, when a signal ends the program, or with the next run.
#[derive(Debug)]
pub(crate) struct WorkFolder {
    path: PathBuf,
    lock: Option<File>,
    _listed: Unfinished,
}

impl WorkFolder {
    /// Makes one in the cache folder of the user.
    ///
    /// # Errors
    /// J0505 where there is no cache folder or it cannot be written.
    pub(crate) fn open() -> Result<Self, Box<Diagnostic>> {
        let refused = |kind: &str, path: &Path, reason: String| {
            let diagnostic = Diagnostic::new(Code::J0505).arg("kind", kind).arg("path", path.display().to_string());
            Box::new(diagnostic.arg("reason", reason))
        };
        let cache = cache_dir().ok_or_else(|| refused("none", Path::new(""), String::new()))?;
        Self::open_in(&cache).map_err(|error| refused("other", &cache.join(WORK), error.to_string()))
    }

    /// Makes one in the cache folder `cache`.
    ///
    /// # Errors
    /// The error of the file system.
    pub(crate) fn open_in(cache: &Path) -> io::Result<Self> {
        let work = cache.join(WORK);
        make_private_folder(&work)?;
        // Between the making of a folder and the lock of its file another run would take it for one that was left,
        // and sweep it away.
        let _door = lock_file(&work.join(DOOR), || ())?;
        sweep(&work);
        // A signal between making it and listing it would leave it to the next run.
        let _whole = uninterrupted();
        let path = tempfile::Builder::new().prefix("").tempdir_in(&work)?.keep();
        let listed = Unfinished::path(&path);
        let lock = File::create(path.join(IN_USE)).and_then(|file| file.lock().map(|()| file));
        // Without a lock the next run could sweep it away.
        let lock = lock.inspect_err(|_| remove(&path))?;
        Ok(Self { path, lock: Some(lock), _listed: listed })
    }

    /// Its path.
    pub(crate) fn path(&self) -> &Path {
        &self.path
    }
}

impl Drop for WorkFolder {
    fn drop(&mut self) {
        // Windows removes no folder with an open file in it.
        self.lock = None;
        remove(&self.path);
    }
}

/// Sweeps away the work of runs that were killed.
pub(crate) fn sweep_work_folders() {
    let Some(work) = cache_dir().map(|cache| cache.join(WORK)).filter(|work| work.is_dir()) else { return };
    if let Ok(door) = File::options().write(true).open(work.join(DOOR))
        // Whoever has this lock is sweeping already.
        && door.try_lock().is_ok()
    {
        sweep(&work);
    }
}

/// Removes every folder of `work` that nobody uses. The door must be locked.
fn sweep(work: &Path) {
    let Ok(entries) = fs::read_dir(work) else { return };
    for path in entries.flatten().map(|entry| entry.path()).filter(|path| path.is_dir()) {
        let in_use = File::open(path.join(IN_USE)).is_ok_and(|lock| lock.try_lock().is_err());
        if !in_use {
            remove(&path);
        }
    }
}
