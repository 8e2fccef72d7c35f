//! Locks: one run at a time reads, changes and replaces what lies in a folder.

use std::fs::{self, File, TryLockError};
use std::io;
use std::path::Path;

use super::cache::cache_dir;
use crate::platform::{folder_to_lock, make_private_folder};

/// The folder of locks in the cache.
const LOCKS: &str = "locks";

/// The right to change what lies in a folder, until it is dropped or the process ends, however it does.
#[derive(Debug)]
pub(crate) struct FolderLock {
    _file: File,
}

impl FolderLock {
    /// Takes the lock of `folder`, waiting while another run has it. Where the folder itself cannot be locked (on Windows,
    /// on some network drives), a file of the user's cache is, which keeps only runs of one user apart.
    ///
    /// # Errors
    /// The error of the file system.
    pub(crate) fn take(folder: &Path) -> io::Result<Self> {
        // The folder itself comes first: its lock holds between users and leaves no file among the content.
        let own = folder_to_lock(folder).and_then(|file| file.lock().map(|()| file));
        let file = own.or_else(|_| lock_in_cache(folder))?;
        Ok(Self { _file: file })
    }
}

fn lock_in_cache(folder: &Path) -> io::Result<File> {
    let cache = cache_dir().ok_or_else(|| io::Error::from(io::ErrorKind::NotFound))?;
    let locks = cache.join(LOCKS);
    make_private_folder(&locks)?;
    // Two ways of writing one folder must meet at one lock, and a path is no name of a file.
    let name = blake3::hash(folder.canonicalize()?.as_os_str().as_encoded_bytes()).to_hex().to_string();
    lock_file(&locks.join(name), || ())
}

/// The file `path`, made if need be with its folder, and its lock; what `waiting` gives is kept while another run holds that.
///
/// # Errors
/// The error of the file system.
pub(crate) fn lock_file<T>(path: &Path, waiting: impl FnOnce() -> T) -> io::Result<File> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    // Not emptied: the file may be another run's, which has it locked.
    let file = File::options().create(true).write(true).truncate(false).open(path)?;
    match file.try_lock() {
        Ok(()) => {}
        Err(TryLockError::WouldBlock) => {
            let _shown = waiting();
            file.lock()?;
        }
        Err(TryLockError::Error(error)) => return Err(error),
    }
    Ok(file)
}
