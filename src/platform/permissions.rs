//! Permissions to read and run what was made. Where files have no modes, they have what their folder gives them.

use std::fs;
use std::io;
use std::path::Path;

/// Makes a folder, and those above it, that nobody but its owner may look into; one that is there already is closed to
/// others.
///
/// # Errors
/// The error of the file system.
#[cfg(all(unix, not(junsoku_portable)))]
pub(crate) fn make_private_folder(folder: &Path) -> io::Result<()> {
    use std::os::unix::fs::{DirBuilderExt as _, PermissionsExt as _};
    const OWN: u32 = 0o700;
    // The folders above are shared with other programs (`.cache`) and keep the usual permissions.
    if let Some(above) = folder.parent() {
        fs::create_dir_all(above)?;
    }
    match fs::DirBuilder::new().mode(OWN).create(folder) {
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {
            // A link is not followed: one that somebody else put here would lead the private work into a folder of
            // theirs.
            let metadata = fs::symlink_metadata(folder)?;
            if !metadata.is_dir() {
                return Err(error);
            }
            if metadata.permissions().mode() & 0o777 == OWN {
                return Ok(());
            }
            fs::set_permissions(folder, fs::Permissions::from_mode(OWN))
        }
        done => done,
    }
}

/// Makes a folder, and those above it; it is as private as the folder above makes it.
///
/// # Errors
/// The error of the file system.
#[cfg(not(all(unix, not(junsoku_portable))))]
pub(crate) fn make_private_folder(folder: &Path) -> io::Result<()> {
    fs::create_dir_all(folder)
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
