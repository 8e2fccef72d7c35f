//! The built program, run as a user runs it.

use std::ffi::OsStr;
use std::process::{Command, Output, Stdio};

/// A call of the program that is being put together. It speaks English unless told otherwise, whatever the
/// language of the machine.
pub(crate) struct Program {
    pub(crate) command: Command,
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

    /// One argument more.
    pub(crate) fn arg(mut self, arg: impl AsRef<OsStr>) -> Self {
        self.command.arg(arg);
        self
    }

    /// Runs to the end.
    pub(crate) fn run(mut self) -> Run {
        Run::of(self.command.output().expect("the program"))
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
