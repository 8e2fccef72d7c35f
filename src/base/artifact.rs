//! Published things: files by their paths below the output folder, each handed on as soon as it is made.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Mutex, MutexGuard, PoisonError};

use super::diagnostics::Diagnostic;

/// A file to be published.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Artifact {
    /// The path below the output folder, with `/`.
    pub path: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

impl Artifact {
    /// A file at `path`.
    #[must_use]
    pub fn new(path: impl Into<String>, bytes: impl Into<Vec<u8>>) -> Self {
        Self { path: path.into(), bytes: bytes.into() }
    }

    /// Whether its name ends so: `.html`. Paths of artifacts are written in lower case.
    #[must_use]
    pub fn is(&self, ending: &str) -> bool {
        self.path.ends_with(ending)
    }
}

/// A place to which files to be published go as they are made, from several threads. Nothing that makes them keeps them.
pub trait Outlet: Sync {
    /// Takes a file.
    ///
    /// # Errors
    /// A finding where it cannot be kept; what makes files then ends.
    fn take(&self, artifact: Artifact) -> Result<(), Box<Diagnostic>>;

    /// Returns the paths of what was taken so far.
    fn taken(&self) -> BTreeSet<String>;

    /// Whether the file at `path` is wanted here. What is not is made elsewhere, and counts as taken.
    fn wants(&self, path: &str) -> bool {
        let _ = path;
        true
    }

    /// Whether nobody wants what is still to come, so that work on it may be left.
    fn is_unwanted(&self) -> bool {
        false
    }
}

/// Takes each of `artifacts`.
///
/// # Errors
/// As [`Outlet::take`].
pub fn take_all(outlet: &dyn Outlet, artifacts: impl IntoIterator<Item = Artifact>) -> Result<(), Box<Diagnostic>> {
    artifacts.into_iter().try_for_each(|artifact| outlet.take(artifact))
}

/// An outlet that keeps all files in memory: a site to be looked at, not to be published.
#[derive(Debug, Default)]
pub struct ArtifactsInMemory(Mutex<BTreeMap<String, Vec<u8>>>);

impl ArtifactsInMemory {
    /// Returns the files by path.
    #[must_use]
    pub fn into_artifacts(self) -> Vec<Artifact> {
        let files = self.0.into_inner().unwrap_or_else(PoisonError::into_inner);
        files.into_iter().map(|(path, bytes)| Artifact { path, bytes }).collect()
    }

    fn files(&self) -> MutexGuard<'_, BTreeMap<String, Vec<u8>>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Outlet for ArtifactsInMemory {
    fn take(&self, artifact: Artifact) -> Result<(), Box<Diagnostic>> {
        self.files().insert(artifact.path, artifact.bytes);
        Ok(())
    }

    fn taken(&self) -> BTreeSet<String> {
        self.files().keys().cloned().collect()
    }
}
