//! Making sure that what was written outlasts a loss of power.

use std::fs::File;
use std::io;
use std::path::Path;

/// Writes the list of names of `folder` to the disk.
///
/// # Errors
/// The error of the file system.
#[cfg(all(unix, not(junsoku_portable)))]
pub(crate) fn sync_folder(folder: &Path) -> io::Result<()> {
    File::open(folder)?.sync_all()
}

/// Leaves the list of names to the system: elsewhere a folder cannot be opened as a file.
///
/// # Errors
/// None.
#[cfg(not(all(unix, not(junsoku_portable))))]
#[expect(clippy::unnecessary_wraps, reason = "the twin can fail")]
pub(crate) fn sync_folder(_: &Path) -> io::Result<()> {
    Ok(())
}

/// Writes everything below `folder` to the disk, in one call: a call for each of ten thousand files takes a minute.
///
/// # Errors
/// The error of the file system.
#[cfg(all(target_os = "linux", not(junsoku_portable)))]
pub(crate) fn sync_below(folder: &Path) -> io::Result<()> {
    rustix::fs::syncfs(File::open(folder)?).map_err(io::Error::from)
}

/// Writes every file below `folder` to the disk.
///
/// # Errors
/// The error of the file system.
#[cfg(not(all(target_os = "linux", not(junsoku_portable))))]
pub(crate) fn sync_below(folder: &Path) -> io::Result<()> {
    for entry in walkdir::WalkDir::new(folder) {
        let entry = entry?;
        if entry.file_type().is_file() {
            // Windows wants a file that may be written to.
            File::options().append(true).open(entry.path())?.sync_all()?;
        } else {
            sync_folder(entry.path())?;
        }
    }
    Ok(())
}

/// The folder as something to lock.
///
/// # Errors
/// The error of the file system.
#[cfg(all(unix, not(junsoku_portable)))]
pub(crate) fn folder_to_lock(folder: &Path) -> io::Result<File> {
    File::open(folder)
}

/// Says that a folder cannot be locked by itself.
///
/// # Errors
/// Always [`io::ErrorKind::Unsupported`].
#[cfg(not(all(unix, not(junsoku_portable))))]
pub(crate) fn folder_to_lock(_: &Path) -> io::Result<File> {
    Err(io::Error::from(io::ErrorKind::Unsupported))
}
