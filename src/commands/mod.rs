//! The command line: one thin file a subcommand.
//!
//! Exit status: 0 clean, 1 findings of severity error, 2 wrong use or environment.

mod accept;
mod amend;
mod arguments;
mod build;
mod check;
mod compare;
mod explain;
mod fill;
mod import;
mod new;
mod options;
mod schema;
mod setup;
mod suggest;

use std::cell::Cell;
use std::ffi::OsString;
use std::io::{self, IsTerminal as _, Write as _};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use self::arguments::{Arguments, Command, Request};
use crate::base::diagnostics;
use crate::base::diagnostics::{Code, Diagnostic, Diagnostics};
use crate::base::locale::Messages;
use crate::base::progress::Progress;
use crate::base::terminal;
use crate::machine::{end_cleanly_when_asked, launched, sweep_work_folders};

/// How a run ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Outcome {
    /// Nothing wrong.
    Clean,
    /// The content has errors.
    Findings,
    /// Wrong use, or something missing on this machine.
    Environment,
}

impl From<Outcome> for ExitCode {
    fn from(outcome: Outcome) -> Self {
        match outcome {
            Outcome::Clean => Self::SUCCESS,
            Outcome::Findings => Self::from(1),
            Outcome::Environment => Self::from(2),
        }
    }
}

/// What every command works with.
struct Session {
    messages: &'static Messages,
    progress: Progress,
    /// The first reason why standard output could not be written.
    unprinted: Cell<Option<io::Error>>,
}

/// Runs the program with `args`, the first of which is its name.
#[must_use]
pub fn run(args: impl IntoIterator<Item = OsString>) -> ExitCode {
    let args: Vec<OsString> = args.into_iter().collect();
    if let Some(status) = launched(&args) {
        return status;
    }
    end_cleanly_when_asked();
    sweep_work_folders();
    let (messages, request) = arguments::parse(&args);
    let progress = Progress::new(io::stderr().is_terminal());
    let session = Session { messages, progress, unprinted: Cell::new(None) };
    let outcome = match request {
        Request::Run(arguments) => session.dispatch(&arguments),
        Request::Show(text) => {
            session.print(&text);
            Outcome::Clean
        }
        Request::Explain(text) => {
            session.print(&text);
            Outcome::Environment
        }
        Request::Refuse(diagnostic) => {
            session.report_one(*diagnostic);
            Outcome::Environment
        }
    };
    session.ended(outcome).into()
}

impl Session {
    fn dispatch(&self, arguments: &Arguments) -> Outcome {
        match &arguments.command {
            Command::Build(options) => build::run(options, self),
            Command::Check(options) => check::run(options, self),
            Command::Accept(options) => accept::run(options, self),
            Command::Explain(options) => explain::run(options, self),
            Command::Fill(options) => fill::run(options, self),
            Command::Amend(options) => amend::run(options, self),
            Command::Compare(options) => compare::run(options, self),
            Command::Suggest(options) => suggest::run(options, self),
            Command::New(options) => new::run(options, self),
            Command::Import(options) => import::run(options, self),
            Command::Schema(options) => schema::run(options, self),
            Command::Setup(options) => setup::run(options, self),
        }
    }

    /// Writes findings for people to standard error.
    fn report(&self, findings: &Diagnostics) {
        let styled = io::stderr().is_terminal() && terminal::allows_colour();
        // A closed standard error must not stop the work.
        let _ = io::stderr().write_all(diagnostics::human(findings, self.messages, styled).as_bytes());
    }

    /// As [`report`](Self::report), of one finding.
    fn report_one(&self, finding: Diagnostic) {
        let mut findings = Diagnostics::default();
        findings.push(finding);
        self.report(&findings);
    }

    /// Writes a line to standard output.
    fn print(&self, text: &str) {
        self.print_bytes(format!("{}\n", text.trim_end()).as_bytes());
    }

    /// Writes `bytes` to standard output. Where that fails, [`ended`](Self::ended) tells; a closed pipe is no failure,
    /// since its reader has what it wants.
    fn print_bytes(&self, bytes: &[u8]) {
        let mut output = io::stdout();
        if let Err(error) = output.write_all(bytes).and_then(|()| output.flush())
            && error.kind() != io::ErrorKind::BrokenPipe
        {
            self.unprinted.set(Some(error));
        }
    }

    /// Tells where what was replaced is kept.
    fn tell_backups(&self, backups: &[PathBuf]) {
        for backup in backups {
            self.print(&self.messages.with("backup-kept", &[("path", &backup.display().to_string())]));
        }
    }

    /// How the run ended, once it is known whether everything was printed.
    fn ended(&self, outcome: Outcome) -> Outcome {
        let Some(error) = self.unprinted.take() else { return outcome };
        self.report_one(Diagnostic::new(Code::J0012).arg("reason", error.to_string()));
        Outcome::Environment
    }
}

/// Whether there is a content folder to read.
fn content_folder(path: &Path) -> Result<(), Box<Diagnostic>> {
    if path.is_dir() {
        return Ok(());
    }
    Err(Box::new(Diagnostic::new(Code::J0003).arg("path", path.display().to_string())))
}
