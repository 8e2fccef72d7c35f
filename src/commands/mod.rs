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

use std::ffi::OsString;
use std::io::{self, IsTerminal as _, Write as _};
use std::path::Path;
use std::process::ExitCode;

use self::arguments::{Arguments, Command, Request};
use crate::base::diagnostics;
use crate::base::diagnostics::{Code, Diagnostic, Diagnostics};
use crate::base::locale::Messages;
use crate::base::progress::Progress;
use crate::base::terminal;
use crate::base::visible::visible;

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
}

/// Runs the program with `args`, the first of which is its name.
#[must_use]
pub fn run(args: impl IntoIterator<Item = OsString>) -> ExitCode {
    let args: Vec<OsString> = args.into_iter().collect();
    let (messages, request) = arguments::parse(&args);
    let session = Session { messages, progress: Progress::new(io::stderr().is_terminal()) };
    match request {
        Request::Run(arguments) => session.dispatch(&arguments).into(),
        Request::Show(text) => {
            print(&text);
            ExitCode::SUCCESS
        }
        Request::Explain(text) => {
            print(&text);
            Outcome::Environment.into()
        }
        Request::Refuse(diagnostic) => {
            let mut findings = Diagnostics::default();
            findings.push(*diagnostic);
            session.report(&findings);
            Outcome::Environment.into()
        }
    }
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
}

/// Whether there is a content folder to read.
fn content_folder(path: &Path) -> Result<(), Box<Diagnostic>> {
    if path.is_dir() {
        return Ok(());
    }
    Err(Box::new(Diagnostic::new(Code::J0003).arg("path", path.display().to_string())))
}

/// Writes lines for people to standard output. What a file name or an argument holds does not reach the terminal raw.
fn print(text: &str) {
    print_exactly(&visible(text));
}

/// Writes data, or text with styles of our own, to standard output; a closed pipe is no fault of ours.
fn print_exactly(text: &str) {
    let _ = writeln!(io::stdout(), "{}", text.trim_end());
}
