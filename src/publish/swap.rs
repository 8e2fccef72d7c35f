//! The folder in which output is built, and the rename that puts it in place.

use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};

use super::{MARKER, MARKER_TEXT, STAGE_PREFIX};

/// A folder beside the output, on the same file system, so that a rename is enough. Removed with all it holds
/// when dropped; after the swap that is the old output.
pub(super) struct Stage {
    path: PathBuf,
    /// Locked while this run lasts; by the lock a later run tells a stage in use from one left behind.
    _marker: File,
}

impl Stage {
    /// Opens a new stage in `parent`.
    pub(super) fn open(parent: &Path) -> io::Result<Self> {
        let path = tempfile::Builder::new().prefix(STAGE_PREFIX).tempdir_in(parent)?.keep();
        make_readable(&path)?;
        // Locked before it bears its name, or another run could sweep the stage away in between.
        let unlocked = path.join("marker");
        fs::write(&unlocked, MARKER_TEXT)?;
        let marker = File::open(&unlocked)?;
        marker.lock()?;
        fs::rename(&unlocked, path.join(MARKER))?;
        Ok(Self { path, _marker: marker })
    }

    pub(super) fn path(&self) -> &Path {
        &self.path
    }

    /// Puts the stage in the place of `output`.
    pub(super) fn swap_in(self, output: &Path) -> io::Result<()> {
        match fs::rename(&self.path, output) {
            // There is an output already, perhaps since a moment ago.
            Err(error) if is_taken(&error) => {}
            result => return result,
        }
        match exchange(&self.path, output) {
            Err(error) if is_unsupported(&error) => self.replace(output),
            result => result,
        }
    }

    /// Without an exchanging rename there is a moment without an output folder, but never half of one.
    fn replace(&self, output: &Path) -> io::Result<()> {
        let mut name = self.path.as_os_str().to_owned();
        name.push("-old");
        let old = PathBuf::from(name);
        fs::rename(output, &old)?;
        if let Err(error) = fs::rename(&self.path, output) {
            fs::rename(&old, output)?;
            return Err(error);
        }
        fs::remove_dir_all(&old)
    }
}

impl Drop for Stage {
    fn drop(&mut self) {
        // What cannot be removed now is swept by the next run.
        drop(fs::remove_dir_all(&self.path));
    }
}

/// Removes stages that killed runs left in `parent`. Those of runs that last are locked.
pub(super) fn sweep(parent: &Path) {
    let Ok(entries) = fs::read_dir(parent) else { return };
    for entry in entries.flatten() {
        let path = entry.path();
        let is_stage = entry.file_name().to_string_lossy().starts_with(STAGE_PREFIX);
        if is_stage && File::open(path.join(MARKER)).is_ok_and(|marker| marker.try_lock().is_ok()) {
            drop(fs::remove_dir_all(path));
        }
    }
}

/// `tempdir` makes folders that only the owner may enter; a web server must read this one.
#[cfg(unix)]
fn make_readable(path: &Path) -> io::Result<()> {
    use std::os::unix::fs::PermissionsExt as _;
    fs::set_permissions(path, fs::Permissions::from_mode(0o755))
}

#[cfg(not(unix))]
fn make_readable(_: &Path) -> io::Result<()> {
    Ok(())
}

#[cfg(target_os = "linux")]
fn exchange(stage: &Path, output: &Path) -> io::Result<()> {
    use rustix::fs::{CWD, RenameFlags, renameat_with};
    renameat_with(CWD, stage, CWD, output, RenameFlags::EXCHANGE).map_err(io::Error::from)
}

#[cfg(not(target_os = "linux"))]
fn exchange(_: &Path, _: &Path) -> io::Result<()> {
    Err(io::Error::from(io::ErrorKind::Unsupported))
}

/// POSIX lets a rename onto a folder that is not empty answer either way.
fn is_taken(error: &io::Error) -> bool {
    matches!(error.kind(), io::ErrorKind::DirectoryNotEmpty | io::ErrorKind::AlreadyExists)
}

fn is_unsupported(error: &io::Error) -> bool {
    // EINVAL is what a file system without the exchange answers.
    matches!(error.kind(), io::ErrorKind::Unsupported | io::ErrorKind::InvalidInput)
}
