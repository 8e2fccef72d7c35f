//! The command line: one thin file a subcommand.
//!
//! Exit status: 0 clean, 1 findings of severity error, 2 wrong use or environment.

mod accept;
mod amend;
mod apply;
mod arguments;
mod build;
mod check;
mod compare;
mod completions;
mod day;
mod digest;
mod edition;
mod explain;
mod fill;
mod fill_columns;
mod fix;
mod impact;
mod import;
mod init;
mod merge;
mod new;
mod next_step;
mod option_values;
mod options;
mod result_file;
mod schema;
mod serve;
mod setup;
mod suggest;
mod theme;

use std::cell::Cell;
use std::ffi::OsString;
use std::io::{self, IsTerminal as _, Write as _};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use self::arguments::{Arguments, ColourArgument, Command, CommandRequest};
use crate::base::diagnostics;
use crate::base::diagnostics::{Code, Diagnostic, Diagnostics, Telling};
use crate::base::locale::Messages;
use crate::base::progress::Progress;
use crate::base::terminal;
use crate::base::visible::visible;
use crate::machine::{
    Existing, FileToWrite, end_cleanly_when_asked, launched, sweep_above, sweep_below, sweep_work_folders,
    uninterrupted, write_files,
};
use crate::pdf::setup as sheet_setup;
use crate::theme::Theme;

/// The way in which a run ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum ExitOutcome {
    /// Nothing wrong.
    Clean,
    /// The content has errors.
    Findings,
    /// Wrong use, or something missing on this machine.
    Environment,
}

impl From<ExitOutcome> for ExitCode {
    fn from(outcome: ExitOutcome) -> Self {
        match outcome {
            ExitOutcome::Clean => Self::SUCCESS,
            ExitOutcome::Findings => Self::from(1),
            ExitOutcome::Environment => Self::from(2),
        }
    }
}

/// The values that every command works with.
struct Session {
    messages: &'static Messages,
    progress: Progress,
    /// Whether only findings and what was asked for are shown.
    quiet: bool,
    /// The way in which findings are told.
    telling: Telling,
    /// The first reason why standard output could not be written.
    unprinted: Cell<Option<io::Error>>,
}

/// Runs the program with `args`, the first of which is its name.
#[must_use]
pub fn run_command_line(args: impl IntoIterator<Item = OsString>) -> ExitCode {
    let args: Vec<OsString> = args.into_iter().collect();
    // Before anything else: a launcher shares nothing with this program but its file, and what it says is what
    // the other program says.
    if let Some(status) = launched(&args) {
        return status;
    }
    end_cleanly_when_asked();
    // At every start, so that what a killed run left does not wait for the next run that makes work of its own.
    sweep_work_folders();
    let (messages, request) = arguments::parse_arguments(&args);
    let (quiet, colour) = match &request {
        CommandRequest::Run(arguments) => (arguments.quiet, arguments.color),
        CommandRequest::Show(_) | CommandRequest::Explain(_) | CommandRequest::Refuse(_) => {
            (false, ColourArgument::Auto)
        }
    };
    let styled = match colour {
        ColourArgument::Auto => io::stderr().is_terminal() && terminal::allows_colour(),
        ColourArgument::Always => true,
        ColourArgument::Never => false,
    };
    // A log is no terminal: spinners would fill it with control characters.
    let progress = Progress::new(io::stderr().is_terminal() && !quiet);
    let all = matches!(&request, CommandRequest::Run(arguments) if arguments.wants_all_findings());
    let telling = Telling { styled, all, errors_last: io::stderr().is_terminal() };
    let session = Session { messages, progress, quiet, telling, unprinted: Cell::new(None) };
    let outcome = match request {
        CommandRequest::Run(arguments) => session.dispatch(&arguments),
        CommandRequest::Show(text) => {
            session.print(&text);
            ExitOutcome::Clean
        }
        CommandRequest::Explain(text) => {
            session.print(&text);
            ExitOutcome::Environment
        }
        CommandRequest::Refuse(diagnostic) => {
            session.report_one(*diagnostic);
            ExitOutcome::Environment
        }
    };
    let status = session.ended(outcome).into();
    // A typst that was ended along with this program looks as if it had failed, but the status is then that of the signal.
    drop(uninterrupted());
    status
}

impl Session {
    fn dispatch(&self, arguments: &Arguments) -> ExitOutcome {
        match &arguments.command {
            Command::Build(options) => build::run_build(options, self),
            Command::Check(options) => check::run_check(options, self),
            Command::Accept(options) => accept::run_accept(options, self),
            Command::Explain(options) => explain::run_explain(options, self),
            Command::Fix(options) => fix::run_fix(options, self),
            Command::Fill(options) => fill::run_fill(options, self),
            Command::Amend(options) => amend::run_amend(options, self),
            Command::Impact(options) => impact::run_impact(options, self),
            Command::Apply(options) => apply::run_apply(options, self),
            Command::Edition(options) => edition::run_edition(options, self),
            Command::Compare(options) => compare::run_compare(options, self),
            Command::Suggest(options) => suggest::run_suggest(options, self),
            Command::New(options) => new::run_new(options, self),
            Command::Completions(options) => completions::run_completions(options, self),
            Command::Init(options) => init::run_init(options, self),
            Command::Import(options) => import::run_import(options, self),
            Command::Schema(options) => schema::run_schema(options, self),
            Command::Serve(options) => serve::run_serve(options, self),
            Command::Theme(options) => theme::run_theme(options, self),
            Command::Digest(options) => digest::run_digest(options, self),
            Command::Merge(options) => merge::run_merge(options, self),
            Command::Setup(options) => setup::run_setup(options, self),
        }
    }

    /// Writes findings for people to standard error.
    fn report(&self, findings: &Diagnostics) {
        // A closed standard error must not stop the work.
        let _ = io::stderr().write_all(diagnostics::told(findings, self.messages, self.telling).as_bytes());
    }

    /// As [`report`](Self::report), of one finding.
    fn report_one(&self, finding: Diagnostic) {
        let mut findings = Diagnostics::default();
        findings.push(finding);
        self.report(&findings);
    }

    /// Writes lines for people to standard output. What a file name or an argument holds does not reach the terminal raw.
    fn print(&self, text: &str) {
        self.print_exactly(&visible(text));
    }

    /// Writes data, or text with styles of our own, to standard output.
    fn print_exactly(&self, text: &str) {
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

    /// Writes a line on how it went to standard output, unless none is wanted.
    fn print_report(&self, text: &str) {
        if !self.quiet {
            self.print(text);
        }
    }

    /// Tells the findings of a command and prints what it made, if it made something to print.
    fn end_with(&self, made: Result<Option<Vec<u8>>, ExitOutcome>, findings: &Diagnostics) -> ExitOutcome {
        self.report(findings);
        match made {
            Ok(printed) => {
                if let Some(bytes) = printed {
                    self.print_bytes(&bytes);
                }
                ExitOutcome::Clean
            }
            Err(outcome) => outcome,
        }
    }

    /// Writes what a command made to the file that was named, and says so. What stands there stays unless `force` is set,
    /// and then beside it.
    fn write_result(
        &self,
        bytes: &[u8],
        file: &Path,
        force: bool,
        findings: &mut Diagnostics,
    ) -> Result<(), ExitOutcome> {
        let existing = if force { Existing::BackedUp } else { Existing::Refused };
        let written = write_files(&[FileToWrite { path: file.to_owned(), bytes, existing }]);
        let backups = written.or_else(|fault| refuse_request(fault.diagnostic(), findings))?;
        self.print(&self.messages.with("amend-made", &[("path", &file.display().to_string())]));
        self.tell_backups(&backups);
        Ok(())
    }

    /// Tells where what was replaced is kept.
    fn tell_backups(&self, backups: &[PathBuf]) {
        for backup in backups {
            self.print(&self.messages.with("backup-kept", &[("path", &backup.display().to_string())]));
        }
    }

    /// Returns how the run ended, once it is known whether everything was printed.
    fn ended(&self, outcome: ExitOutcome) -> ExitOutcome {
        let Some(error) = self.unprinted.take() else { return outcome };
        self.report_one(Diagnostic::new(Code::J0012).arg("reason", error.to_string()));
        ExitOutcome::Environment
    }
}

/// Says `words` beside the output, as findings are said. A closed standard error must not stop the work.
fn tell(words: &str) {
    let _ = writeln!(io::stderr(), "{words}");
}

/// Reads the theme in the folder `named`, which must be there, or beside the content.
fn read_theme(named: Option<&Path>, content: &Path, findings: &mut Diagnostics) -> Result<Theme, ExitOutcome> {
    if let Some(folder) = named.filter(|folder| !folder.is_dir()) {
        findings.push(Diagnostic::new(Code::J0626).arg("path", folder.display().to_string()));
        return Err(ExitOutcome::Environment);
    }
    let folder = named.map_or_else(|| Theme::folder_beside(content), Path::to_path_buf);
    let mut found = Diagnostics::default();
    let theme = Theme::read(&folder, &mut found);
    let is_faulty = found.has_errors();
    findings.append(found);
    if is_faulty { Err(ExitOutcome::Findings) } else { Ok(theme) }
}

/// Ends a command for what was asked for or for the machine, and keeps the fault to be told.
fn refuse_request<T>(fault: Diagnostic, findings: &mut Diagnostics) -> Result<T, ExitOutcome> {
    findings.push(fault);
    Err(ExitOutcome::Environment)
}

/// Prepares what sets sheets for a command: the fonts and the typst that it was given, and the theme beside the content.
fn sheet_tools(
    options: &options::SheetOptions,
    content: &Path,
    session: &Session,
    findings: &mut Diagnostics,
) -> Result<sheet_setup::Tools, ExitOutcome> {
    let tools = sheet_setup::prepare(&options.setup(false), &session.progress, session.messages, findings)
        .ok_or(ExitOutcome::Environment)?;
    let theme = read_theme(None, content, findings)?;
    Ok(sheet_setup::Tools { templates: theme.sheet_templates(), ..tools })
}

/// Refuses a path without a content folder; from one that is there, it sweeps away what killed runs left.
fn content_folder(path: &Path) -> Result<(), Box<Diagnostic>> {
    if path.is_dir() {
        sweep_above(path);
        sweep_below(path);
        return Ok(());
    }
    Err(Box::new(Diagnostic::new(Code::J0003).arg("path", path.display().to_string())))
}
