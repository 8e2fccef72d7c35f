//! The folder in which output is built, and the rename that puts it in place.

use std::fs;
use std::io;
use std::path::Path;

use super::{MARKER, MARKER_TEXT};
use crate::machine::{HeldName, Step, sweep, uninterrupted};
use crate::platform::{exchange_folders, sync_below, sync_folder};

/// The number of times that a run tries to put its stage in place while others put theirs there.
const ATTEMPTS: usize = 20;

/// A folder beside the output, on the same file system, so that a rename is enough. Removed with all it holds
/// when dropped; after the swap that is the old output.
pub(super) struct Stage {
    name: HeldName,
}

impl Stage {
    /// Opens a new stage in `parent`, which is made if need be, and sweeps away those that killed runs left there.
    pub(super) fn open(parent: &Path) -> io::Result<Self> {
        fs::create_dir_all(parent)?;
        sweep(parent);
        let _whole = uninterrupted();
        let name = HeldName::take(parent)?;
        fs::create_dir(name.path())?;
        fs::write(name.path().join(MARKER), MARKER_TEXT)?;
        Ok(Self { name })
    }

    pub(super) fn path(&self) -> &Path {
        self.name.path()
    }

    /// Puts the stage in the place of `output`, once all of it is on the disk: after a loss of power there is the old
    /// output or the new one. An output that is there lends it the permissions of its folder.
    pub(super) fn swap_in(self, output: &Path) -> io::Result<()> {
        if let Ok(metadata) = fs::metadata(output) {
            fs::set_permissions(self.path(), metadata.permissions())?;
        }
        // Before the rename: a file system may write names before bytes, and the new output would be a folder of
        // empty files.
        sync_below(self.path())?;
        let _whole = uninterrupted();
        self.put_in(output)?;
        sync_folder(output.parent().unwrap_or(output))
    }

    fn put_in(&self, output: &Path) -> io::Result<()> {
        match fs::rename(self.path(), output) {
            // There is an output already, perhaps since a moment ago.
            Err(error) if is_taken(&error) => {}
            result => return result,
        }
        // From here on this stage's path is that of the old output, which goes with it.
        match exchange_folders(self.path(), output) {
            Err(error) if is_unsupported(&error) => self.replace(output),
            result => result,
        }
    }

    /// Without an exchanging rename there is a moment without an output folder, but never half of one.
    fn replace(&self, output: &Path) -> io::Result<()> {
        let mut last = io::Error::from(io::ErrorKind::AlreadyExists);
        for attempt in 0..ATTEMPTS {
            let old = self.name.aside(attempt);
            // A run that is killed between the two renames leaves no output; the next one puts the old one back.
            self.name.note(&Step::Aside(output.to_owned(), old.clone()))?;
            let moved = match fs::rename(output, &old) {
                Ok(()) => true,
                Err(error) if error.kind() == io::ErrorKind::NotFound => false,
                Err(error) => return Err(error),
            };
            match fs::rename(self.path(), output) {
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
}

/// POSIX lets a rename onto a folder that is not empty answer either way.
fn is_taken(error: &io::Error) -> bool {
    matches!(error.kind(), io::ErrorKind::DirectoryNotEmpty | io::ErrorKind::AlreadyExists)
}

fn is_unsupported(error: &io::Error) -> bool {
    // EINVAL is what a file system without the exchange answers.
    matches!(error.kind(), io::ErrorKind::Unsupported | io::ErrorKind::InvalidInput)
}
