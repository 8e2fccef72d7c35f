//! Calls of the program for tests that need a certain folder, environment or process.

use std::ffi::OsStr;
use std::path::Path;
use std::process::{Child, Stdio};

use super::Program;

impl Program {
    /// `junsoku build --no-pdf` from `content` to `output`.
    pub(crate) fn site(content: &Path, output: &Path) -> Self {
        Self::new(["build", "--no-pdf", "--content"]).arg(content).arg("--output").arg(output)
    }

    /// More arguments.
    pub(crate) fn args<S: AsRef<OsStr>>(mut self, args: impl IntoIterator<Item = S>) -> Self {
        self.command.args(args);
        self
    }

    /// With a variable of the environment.
    pub(crate) fn env(mut self, name: &str, value: impl AsRef<OsStr>) -> Self {
        self.command.env(name, value);
        self
    }

    /// Without a variable of the environment.
    pub(crate) fn without_env(mut self, name: &str) -> Self {
        self.command.env_remove(name);
        self
    }

    /// In the folder `folder`.
    pub(crate) fn in_folder(mut self, folder: &Path) -> Self {
        self.command.current_dir(folder);
        self
    }

    /// With nothing that could be called or has been fetched: no search path, no cargo, an empty cache.
    pub(crate) fn alone(self, cache: &Path) -> Self {
        self.env("PATH", "").env("JUNSOKU_CACHE_DIR", cache).without_env("CARGO")
    }

    /// Starts, to run beside others.
    pub(crate) fn start(mut self) -> Child {
        self.command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("the program")
    }
}
