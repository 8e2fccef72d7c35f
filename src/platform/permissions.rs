//! Who may read and run what was made. Where files have no modes, they have what their folder gives them.

use std::fs::{self, Permissions};
use std::io;
use std::path::Path;

/// Lets everybody read a temporary folder, which otherwise is its owner's alone.
///
/// # Errors
/// The error of the file system.
#[cfg(all(unix, not(junsoku_portable)))]
pub(crate) fn open_folder_to_readers(folder: &Path) -> io::Result<()> {
    use std::os::unix::fs::PermissionsExt as _;
    fs::set_permissions(folder, Permissions::from_mode(0o755))
}

/// Leaves the folder with what it has.
///
/// # Errors
/// None.
#[cfg(not(all(unix, not(junsoku_portable))))]
#[expect(clippy::unnecessary_wraps, reason = "the twin can fail")]
pub(crate) fn open_folder_to_readers(_: &Path) -> io::Result<()> {
    Ok(())
}

/// Gives the file `new` the permissions of `replaced`, whose place it will take; where there is none, everybody may read
/// it.
///
/// # Errors
/// The error of the file system.
#[cfg(all(unix, not(junsoku_portable)))]
pub(crate) fn take_permissions(new: &Path, replaced: &Path) -> io::Result<()> {
    use std::os::unix::fs::PermissionsExt as _;
    let of_replaced = fs::metadata(replaced).map(|metadata| metadata.permissions());
    fs::set_permissions(new, of_replaced.unwrap_or_else(|_| Permissions::from_mode(0o644)))
}

/// Gives the file `new` the permissions of `replaced`, whose place it will take, if there is one.
///
/// # Errors
/// The error of the file system.
#[cfg(not(all(unix, not(junsoku_portable))))]
pub(crate) fn take_permissions(new: &Path, replaced: &Path) -> io::Result<()> {
    let of_replaced = fs::metadata(replaced).map(|metadata| metadata.permissions());
    of_replaced.map_or(Ok(()), |permissions: Permissions| fs::set_permissions(new, permissions))
}

/// Whether `path` is a file that may be run.
#[cfg(all(unix, not(junsoku_portable)))]
pub(crate) fn is_executable(path: &Path) -> bool {
    use std::os::unix::fs::PermissionsExt as _;
    path.metadata().is_ok_and(|meta| meta.is_file() && meta.permissions().mode() & 0o111 != 0)
}

/// Whether `path` is a file; its ending alone says whether it can be run.
#[cfg(not(all(unix, not(junsoku_portable))))]
pub(crate) fn is_executable(path: &Path) -> bool {
    path.is_file()
}
