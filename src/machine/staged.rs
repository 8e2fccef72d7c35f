//! A file that is whole before it has its name.

use std::fs::{self, File, Permissions};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, SystemTime};

use tempfile::TempPath;

use super::unfinished::{Unfinished, remove};
use crate::platform::{name_file, unnamed_file};

/// The beginning of the names of unfinished files and folders; hidden, so that nothing takes them for content.
const PREFIX: &str = ".junsoku-part-";

/// The time for which a file or folder of such a name is left alone: somebody may still be at work on it.
const IN_WORK: Duration = Duration::from_hours(1);

/// Bytes on the disk that will be a file.
#[derive(Debug)]
pub(super) enum Staged {
    /// A file without a name, on file systems that have such: nothing is left of it if the program is killed.
    Unnamed(File),
    /// A hidden file, elsewhere.
    Hidden(TempPath, Unfinished),
}

impl Staged {
    /// Writes `bytes` into a new file on the disk of `folder`, which must exist.
    pub(super) fn new(folder: &Path, bytes: &[u8], permissions: Option<Permissions>, synced: bool) -> io::Result<Self> {
        let fill = |file: &mut File| {
            file.write_all(bytes)?;
            if let Some(permissions) = permissions {
                file.set_permissions(permissions)?;
            }
            if synced { file.sync_all() } else { Ok(()) }
        };
        // Whatever the error: file systems differ in how they say that they have no such files, and a full or
        // read-only disk says so again below.
        if let Ok(mut file) = unnamed_file(folder) {
            fill(&mut file)?;
            return Ok(Self::Unnamed(file));
        }
        sweep(folder);
        let open = |path: &Path| File::options().write(true).create_new(true).open(path);
        let mut hidden = tempfile::Builder::new().prefix(PREFIX).make_in(folder, open)?;
        // Listed before it is filled, since a signal may come in between.
        let listed = Unfinished::path(hidden.path());
        fill(hidden.as_file_mut())?;
        Ok(Self::Hidden(hidden.into_temp_path(), listed))
    }

    /// Gives it the name `path`, which nothing bears.
    pub(super) fn place_new(self, path: &Path) -> io::Result<()> {
        match self {
            Self::Unnamed(file) => name_file(&file, path),
            Self::Hidden(hidden, _listed) => hidden.persist_noclobber(path).map_err(|error| error.error),
        }
    }

    /// Gives it the name `path`, whatever bears it.
    pub(super) fn place_over(self, path: &Path) -> io::Result<()> {
        match self {
            Self::Unnamed(file) => {
                // A link never replaces what bears its name (link(2)), a rename does.
                let hidden = hidden_name(path.parent().unwrap_or(path), |hidden| name_file(&file, hidden))?;
                let _listed = Unfinished::path(&hidden);
                fs::rename(&hidden, path).inspect_err(|_| remove(&hidden))
            }
            Self::Hidden(hidden, _listed) => hidden.persist(path).map_err(|error| error.error),
        }
    }
}

/// A hidden name in `folder` that nothing bears, taken by `take`.
pub(super) fn hidden_name(folder: &Path, take: impl Fn(&Path) -> io::Result<()>) -> io::Result<PathBuf> {
    static NEXT: AtomicU64 = AtomicU64::new(0);
    loop {
        let number = NEXT.fetch_add(1, Ordering::Relaxed);
        // The number keeps the threads of this process apart, the process id all others.
        let path = folder.join(format!("{PREFIX}{}-{number}", std::process::id()));
        match take(&path) {
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
            done => return done.map(|()| path),
        }
    }
}

/// Removes from `folder` what killed runs left there.
pub(super) fn sweep(folder: &Path) {
    let Ok(entries) = fs::read_dir(folder) else { return };
    for entry in entries.flatten().filter(|entry| entry.file_name().to_string_lossy().starts_with(PREFIX)) {
        let changed = entry.metadata().and_then(|metadata| metadata.modified());
        let age = changed.ok().and_then(|changed| SystemTime::now().duration_since(changed).ok());
        if age.is_some_and(|age| age > IN_WORK) {
            remove(&entry.path());
        }
    }
}
