//! The cache folder as a workplace: one run at a time changes it.

use std::fs::File;
use std::io;
use std::path::Path;

use crate::base::diagnostics::{Code, Diagnostic};
use crate::machine::{WorkFolder, lock_file};

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
        let file = lock_file(&path, waiting);
        let file = file.map_err(|error| unwritable(&path, &error))?;
        Ok(Self { cache, _file: file })
    }

    /// An empty folder inside the cache for unfinished work; it goes when dropped.
    ///
    /// # Errors
    /// J0608 where it cannot be made.
    pub(super) fn workplace(&self) -> Result<WorkFolder, Diagnostic> {
        WorkFolder::open_in(self.cache).map_err(|error| unwritable(self.cache, &error))
    }
}

/// J0608 for a file or folder of the cache.
pub(super) fn unwritable(path: &Path, error: &io::Error) -> Diagnostic {
    Diagnostic::new(Code::J0608).arg("path", path.display().to_string()).arg("reason", error.to_string())
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    #[test]
    fn a_cache_that_is_a_file_is_a_finding() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("cache");
        fs::write(&file, "").unwrap();
        assert_eq!(CacheLock::take(&file, || ()).unwrap_err().code, Code::J0608);
    }
}
