//! Putting one folder in the place of another.

use std::io;
use std::path::Path;

/// Exchanges two folders at one stroke.
///
/// # Errors
/// What the file system says; [`io::ErrorKind::Unsupported`] or [`io::ErrorKind::InvalidInput`] where it cannot.
#[cfg(all(target_os = "linux", not(junsoku_portable)))]
pub(crate) fn exchange_folders(first: &Path, second: &Path) -> io::Result<()> {
    use rustix::fs::{CWD, RenameFlags, renameat_with};
    // The rename of the standard library replaces a folder only where it is empty, and between two renames a
    // reader would find no site.
    renameat_with(CWD, first, CWD, second, RenameFlags::EXCHANGE).map_err(io::Error::from)
}

/// Says that this system cannot exchange two folders at one stroke.
///
/// # Errors
/// Always [`io::ErrorKind::Unsupported`].
#[cfg(not(all(target_os = "linux", not(junsoku_portable))))]
pub(crate) fn exchange_folders(_: &Path, _: &Path) -> io::Result<()> {
    Err(io::Error::from(io::ErrorKind::Unsupported))
}
