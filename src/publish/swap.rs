//! The folder in which output is built, and the rename that puts it in place.

use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};

use super::{MARKER, MARKER_TEXT, STAGE_PREFIX};
use crate::machine::{Unfinished, uninterrupted};
use crate::platform::{OPEN_FILES_HOLD_FOLDERS, exchange_folders, sync_below, sync_folder};

/// A file that keeps a stage from being swept away while its marker is not locked. The marker itself bears this name
/// before it is locked.
const UNSWEPT: &str = "marker";

/// The number of times that a run tries to put its stage in place while others put theirs there.
const ATTEMPTS: usize = 20;

/// A folder beside the output, on the same file system, so that a rename is enough. Removed with all it holds
/// when dropped; after the swap that is the old output.
pub(super) struct Stage {
    path: PathBuf,
    /// Locked while this run lasts; by the lock a later run tells a stage in use from one left behind.
    marker: Option<File>,
    _listed: Unfinished,
}

impl Stage {
    /// Opens a new stage in `parent`, which is made if need be, and sweeps away those that killed runs left there.
    pub(super) fn open(parent: &Path) -> io::Result<Self> {
        fs::create_dir_all(parent)?;
        sweep(parent);
        let _whole = uninterrupted();
        let made = tempfile::Builder::new().prefix(STAGE_PREFIX).tempdir_in(parent)?;
        let listed = Unfinished::path(made.path());
        // Locked before it bears its name, or another run could sweep the stage away in between.
        let unlocked = made.path().join(UNSWEPT);
        fs::write(&unlocked, MARKER_TEXT)?;
        let marker = File::open(&unlocked)?;
        marker.lock()?;
        fs::rename(&unlocked, made.path().join(MARKER))?;
        // Until here a full disk takes the folder away again.
        Ok(Self { path: made.keep(), marker: Some(marker), _listed: listed })
    }

    pub(super) fn path(&self) -> &Path {
        &self.path
    }

    /// Puts the stage in the place of `output`, once all of it is on the disk: after a loss of power there is the old
    /// output or the new one. An output that is there lends it the permissions of its folder.
    pub(super) fn swap_in(mut self, output: &Path) -> io::Result<()> {
        if let Ok(metadata) = fs::metadata(output) {
            fs::set_permissions(&self.path, metadata.permissions())?;
        }
        // Before the rename: a file system may write names before bytes, and the new output would be a folder of
        // empty files.
        sync_below(&self.path)?;
        let _whole = uninterrupted();
        self.put_in(output)?;
        sync_folder(output.parent().unwrap_or(output))
    }

    fn put_in(&mut self, output: &Path) -> io::Result<()> {
        // The lock holds the folder open and has to go before the rename; until then the other file says that
        // somebody is at work.
        if OPEN_FILES_HOLD_FOLDERS {
            fs::write(self.path.join(UNSWEPT), "")?;
            self.marker = None;
            self.replace(output)?;
            return match fs::remove_file(output.join(UNSWEPT)) {
                // Another run has put its own in this one's place.
                Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
                _ => Ok(()),
            };
        }
        match fs::rename(&self.path, output) {
            // There is an output already, perhaps since a moment ago.
            Err(error) if is_taken(&error) => {}
            result => return result,
        }
        // From here on this stage's path is that of the old output, which goes with it.
        match exchange_folders(&self.path, output) {
            Err(error) if is_unsupported(&error) => self.replace(output),
            result => result,
        }
    }

    /// Without an exchanging rename there is a moment without an output folder, but never half of one.
    fn replace(&self, output: &Path) -> io::Result<()> {
        let mut last = io::Error::from(io::ErrorKind::AlreadyExists);
        for attempt in 0..ATTEMPTS {
            let old = self.aside(attempt);
            let moved = match fs::rename(output, &old) {
                Ok(()) => true,
                Err(error) if error.kind() == io::ErrorKind::NotFound => false,
                Err(error) => return Err(error),
            };
            match fs::rename(&self.path, output) {
                Ok(()) if moved => return fs::remove_dir_all(&old),
                Ok(()) => return Ok(()),
                // Another run put its own there in between.
                Err(error) if output.exists() => {
                    last = error;
                    if moved {
                        fs::remove_dir_all(&old)?;
                    }
                }
                Err(error) => {
                    if moved {
                        fs::rename(&old, output)?;
                    }
                    return Err(error);
                }
            }
        }
        Err(last)
    }

    /// Returns the path of the old output for the moment of the exchange.
    fn aside(&self, attempt: usize) -> PathBuf {
        let mut name = self.path.as_os_str().to_owned();
        name.push(format!("-old-{attempt}"));
        PathBuf::from(name)
    }
}

impl Drop for Stage {
    fn drop(&mut self) {
        // What cannot be removed now is swept by the next run.
        drop(fs::remove_dir_all(&self.path));
    }
}

/// Removes stages that killed runs left in `parent`. Those of runs that last are locked.
fn sweep(parent: &Path) {
    let Ok(entries) = fs::read_dir(parent) else { return };
    for entry in entries.flatten() {
        let path = entry.path();
        let is_stage = entry.file_name().to_string_lossy().starts_with(STAGE_PREFIX) && !path.join(UNSWEPT).exists();
        if is_stage && File::open(path.join(MARKER)).is_ok_and(|marker| marker.try_lock().is_ok()) {
            drop(fs::remove_dir_all(path));
        }
    }
}

/// POSIX lets a rename onto a folder that is not empty answer either way.
fn is_taken(error: &io::Error) -> bool {
    matches!(error.kind(), io::ErrorKind::DirectoryNotEmpty | io::ErrorKind::AlreadyExists)
}

fn is_unsupported(error: &io::Error) -> bool {
    // EINVAL is what a file system without the exchange answers.
    matches!(error.kind(), io::ErrorKind::Unsupported | io::ErrorKind::InvalidInput)
}
