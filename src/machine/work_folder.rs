//! The private place for unfinished work: `unfinished/` in the cache folder, which only its owner may look into. Each piece of
//! work has a folder there under a [`HeldName`]; the next run sweeps away what nobody holds.

use std::fs;
use std::io;
use std::path::Path;

use super::cache::cache_dir;
use super::ending::uninterrupted;
use super::held_name::{HeldName, sweep};
use crate::base::diagnostics::{Code, Diagnostic};
use crate::platform::make_private_folder;

/// The folder for unfinished work in the cache.
const WORK: &str = "unfinished";

/// A private folder for unfinished work; it goes when dropped, when a signal ends the program, or with the next run.
#[derive(Debug)]
pub(crate) struct WorkFolder {
    name: HeldName,
}

impl WorkFolder {
    /// Makes one in the cache folder of the user.
    ///
    /// # Errors
    /// J0505 where there is no cache folder or it cannot be written.
    pub(crate) fn open() -> Result<Self, Box<Diagnostic>> {
        let refused = |kind: &str, path: &Path, reason: String| {
            let diagnostic = Diagnostic::new(Code::J0505).arg("kind", kind).arg("path", path.display().to_string());
            Box::new(diagnostic.arg("reason", reason))
        };
        let cache = cache_dir().ok_or_else(|| refused("none", Path::new(""), String::new()))?;
        Self::open_in(&cache).map_err(|error| refused("other", &cache.join(WORK), error.to_string()))
    }

    /// Makes one in the cache folder `cache`.
    ///
    /// # Errors
    /// The error of the file system.
    pub(crate) fn open_in(cache: &Path) -> io::Result<Self> {
        let work = cache.join(WORK);
        make_private_folder(&work)?;
        sweep(&work);
        // A signal between making it and listing it would leave it to the next run.
        let _whole = uninterrupted();
        let name = HeldName::take(&work)?;
        fs::create_dir(name.path())?;
        Ok(Self { name })
    }

    /// Its path.
    pub(crate) fn path(&self) -> &Path {
        self.name.path()
    }
}

/// Sweeps away the work of runs that were killed.
pub(crate) fn sweep_work_folders() {
    if let Some(cache) = cache_dir() {
        sweep(&cache.join(WORK));
    }
}
