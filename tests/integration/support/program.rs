//! The built program, run as a user runs it.

use std::ffi::OsStr;
use std::path::Path;
use std::process::{Child, Command, Output, Stdio};

/// A call of the program that is being put together. It speaks English unless told otherwise, whatever the
/// language of the machine.
pub(crate) struct Program {
    command: Command,
}

/// How a call ended.
pub(crate) struct Run {
    pub(crate) code: i32,
    pub(crate) stdout: String,
    pub(crate) stderr: String,
}

impl Program {
    /// A call with `args`.
    pub(crate) fn new<S: AsRef<OsStr>>(args: impl IntoIterator<Item = S>) -> Self {
        let mut command = Command::new(env!("CARGO_BIN_EXE_junsoku"));
        command.args(args).env_remove("LC_ALL").env("LANG", "C").stdin(Stdio::null());
        Self { command }
    }

    /// `junsoku build --no-pdf` from `content` to `output`.
    pub(crate) fn site(content: &Path, output: &Path) -> Self {
        Self::new(["build", "--no-pdf", "--content"]).arg(content).arg("--output").arg(output)
    }

    /// One argument more.
    pub(crate) fn arg(mut self, arg: impl AsRef<OsStr>) -> Self {
        self.command.arg(arg);
        self
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

    /// Runs to the end.
    pub(crate) fn run(mut self) -> Run {
        Run::of(self.command.output().expect("the program"))
    }

    /// Starts, to run beside others.
    pub(crate) fn start(mut self) -> Child {
        self.command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("the program")
    }
}

impl Run {
    /// How the process of `output` ended.
    pub(crate) fn of(output: Output) -> Self {
        let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("UTF-8");
        let code = output.status.code().expect("an end without a signal");
        Self { code, stdout: text(output.stdout), stderr: text(output.stderr) }
    }

    /// Demands this exit status.
    pub(crate) fn check(self, code: i32) -> Self {
        assert_eq!(self.code, code, "stdout:\n{}\nstderr:\n{}", self.stdout, self.stderr);
        self
    }
}
