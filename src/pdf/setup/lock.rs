//! The cache folder as a workplace: one run at a time changes it, and what a killed run left is swept away.

use std::fs::{self, File, TryLockError};
use std::io;
use std::path::Path;

use tempfile::TempDir;

use crate::base::diagnostics::{Code, Diagnostic};

/// The beginning of the names of all folders for unfinished work.
const UNFINISHED: &str = "unfinished-";

/// The right to change the cache folder, until it is dropped (or the process ends, however it does).
#[derive(Debug)]
pub(super) struct CacheLock<'a> {
    cache: &'a Path,
    _file: File,
}

impl<'a> CacheLock<'a> {
    /// Makes the cache folder if need be and takes its lock; what `waiting` gives is kept while another run
    /// holds it.
    ///
    /// # Errors
    /// J0608 where the folder cannot be made, written or locked.
    pub(super) fn take<T>(cache: &'a Path, waiting: impl FnOnce() -> T) -> Result<Self, Diagnostic> {
        let path = cache.join("setup.lock");
        let lock = || -> io::Result<File> {
            fs::create_dir_all(cache)?;
            let file = File::options().create(true).write(true).truncate(false).open(&path)?;
            match file.try_lock() {
                Ok(()) => {}
                Err(TryLockError::WouldBlock) => {
                    let _shown = waiting();
                    file.lock()?;
                }
                Err(TryLockError::Error(error)) => return Err(error),
            }
            Ok(file)
        };
        let file = lock().map_err(|error| unwritable(&path, &error))?;
        let lock = Self { cache, _file: file };
        lock.sweep();
        Ok(lock)
    }

    /// An empty folder inside the cache for unfinished work; it goes when dropped.
    ///
    /// # Errors
    /// J0608 where it cannot be made.
    pub(super) fn workplace(&self) -> Result<TempDir, Diagnostic> {
        tempfile::Builder::new()
            .prefix(UNFINISHED)
            .tempdir_in(self.cache)
            .map_err(|error| unwritable(self.cache, &error))
    }

    /// Removes unfinished work; as the lock is held, nobody works on it any more.
    fn sweep(&self) {
        let Ok(entries) = fs::read_dir(self.cache) else { return };
        for entry in entries.flatten() {
            if entry.file_name().to_string_lossy().starts_with(UNFINISHED) {
                // What cannot be removed now is only rubbish.
                let _ = fs::remove_dir_all(entry.path());
            }
        }
    }
}

/// J0608 for a file or folder of the cache.
pub(super) fn unwritable(path: &Path, error: &io::Error) -> Diagnostic {
    Diagnostic::new(Code::J0608).arg("path", path.display().to_string()).arg("reason", error.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn unfinished_work_of_a_killed_run_is_swept_away() {
        let cache = tempfile::tempdir().unwrap();
        let left = cache.path().join("unfinished-x");
        let kept = cache.path().join("fonts-1");
        fs::create_dir(&left).unwrap();
        fs::create_dir(&kept).unwrap();
        let lock = CacheLock::take(cache.path(), || ()).unwrap();
        assert!(!left.exists() && kept.exists());
        let work = lock.workplace().unwrap().path().to_owned();
        assert!(!work.exists(), "gone with its guard");
    }

    #[test]
    fn a_cache_that_is_a_file_is_a_finding() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("cache");
        fs::write(&file, "").unwrap();
        assert_eq!(CacheLock::take(&file, || ()).unwrap_err().code, Code::J0608);
    }
}
