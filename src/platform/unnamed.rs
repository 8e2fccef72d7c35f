//! Files that have no name until they are whole, of which a killed process leaves nothing.

use std::fs::File;
use std::io;
use std::path::Path;

/// A new file in `folder` without a name; it is gone when closed. Its permissions are those of the umask.
///
/// # Errors
/// The error of the file system; many have no such files.
#[cfg(all(target_os = "linux", not(junsoku_portable)))]
pub(crate) fn unnamed_file(folder: &Path) -> io::Result<File> {
    use rustix::fs::{CWD, Mode, OFlags, openat};
    let flags = OFlags::TMPFILE | OFlags::RDWR | OFlags::CLOEXEC;
    // The umask takes away the permissions that the user gives to nobody.
    let mode = Mode::from_raw_mode(0o666);
    openat(CWD, folder, flags, mode).map(File::from).map_err(io::Error::from)
}

/// Gives the file a name that nothing bears yet.
///
/// # Errors
/// [`io::ErrorKind::AlreadyExists`] where something does; otherwise the error of the file system.
#[cfg(all(target_os = "linux", not(junsoku_portable)))]
pub(crate) fn name_file(file: &File, path: &Path) -> io::Result<()> {
    use rustix::fs::{AtFlags, CWD, linkat};
    use std::os::fd::AsRawFd as _;
    // The way of open(2) that needs no privilege.
    let open = format!("/proc/self/fd/{}", file.as_raw_fd());
    linkat(CWD, open, CWD, path, AtFlags::SYMLINK_FOLLOW).map_err(io::Error::from)
}

/// Says that this system has no files without a name.
///
/// # Errors
/// Always [`io::ErrorKind::Unsupported`].
#[cfg(not(all(target_os = "linux", not(junsoku_portable))))]
pub(crate) fn unnamed_file(_: &Path) -> io::Result<File> {
    Err(io::Error::from(io::ErrorKind::Unsupported))
}

/// Says that this system has no files without a name.
///
/// # Errors
/// Always [`io::ErrorKind::Unsupported`].
#[cfg(not(all(target_os = "linux", not(junsoku_portable))))]
pub(crate) fn name_file(_: &File, _: &Path) -> io::Result<()> {
    Err(io::Error::from(io::ErrorKind::Unsupported))
}
