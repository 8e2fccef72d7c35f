//! A file that is whole before it has its name.

use std::fs::{self, File, Permissions};
use std::io::{self, Write as _};
use std::path::Path;

use tempfile::TempPath;

use super::ending::uninterrupted;
use super::held_name::HeldName;
use crate::platform::{name_file, unnamed_file};

/// Bytes on the disk that will be a file.
#[derive(Debug)]
pub(super) enum Staged {
    /// A file without a name, on file systems that have such: nothing is left of it if the program is killed.
    Unnamed(File),
    /// A hidden file, elsewhere.
    Hidden(HeldName),
}

impl Staged {
    /// Writes `bytes` into a new file on the disk of `folder`, which must exist.
    pub(super) fn new(folder: &Path, bytes: &[u8], permissions: Option<Permissions>) -> io::Result<Self> {
        let fill = |file: &mut File| {
            file.write_all(bytes)?;
            if let Some(permissions) = permissions {
                file.set_permissions(permissions)?;
            }
            file.sync_all()
        };
        // Whatever the error: file systems differ in how they say that they have no such files, and a full or
        // read-only disk says so again below.
        if let Ok(mut file) = unnamed_file(folder) {
            fill(&mut file)?;
            return Ok(Self::Unnamed(file));
        }
        let whole = uninterrupted();
        let hidden = HeldName::take(folder)?;
        let mut file = File::options().write(true).create_new(true).open(hidden.path())?;
        drop(whole);
        fill(&mut file)?;
        Ok(Self::Hidden(hidden))
    }

    /// Gives it the name `path`, which nothing bears.
    pub(super) fn place_new(self, path: &Path) -> io::Result<()> {
        match self {
            Self::Unnamed(file) => name_file(&file, path),
            Self::Hidden(hidden) => {
                TempPath::try_from_path(hidden.path())?.persist_noclobber(path).map_err(|error| error.error)
            }
        }
    }

    /// Gives it the name `path`, whatever bears it. The caller keeps the end of the program waiting.
    pub(super) fn place_over(self, path: &Path) -> io::Result<()> {
        let hidden = match self {
            Self::Unnamed(file) => {
                // A link never replaces what bears its name (link(2)), a rename does.
                let hidden = HeldName::take(path.parent().unwrap_or(path))?;
                name_file(&file, hidden.path())?;
                hidden
            }
            Self::Hidden(hidden) => hidden,
        };
        fs::rename(hidden.path(), path)
    }
}
