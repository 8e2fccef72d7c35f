//! `junsoku accept`: records that a person has reviewed mappings and translations.

use std::io::{self, Write as _};
use std::path::Path;

use fluent::FluentArgs;

use super::options::AcceptOptions;
use super::{ExitOutcome, Session, content_folder, print};
use crate::base::diagnostics::{Code, Diagnostic, Diagnostics};
use crate::content::LOCK;
use crate::load_unreviewed;
use crate::platform::take_permissions;
use crate::rules::review::{Change, Lock, Plan, links, plan, read};

/// Records the reviews that `options` ask for and says which.
pub(super) fn run_accept(options: &AcceptOptions, session: &Session) -> ExitOutcome {
    let mut findings = Diagnostics::default();
    match accept(options, &mut findings) {
        Ok(plan) => {
            print(&report_accepted(&plan, options.dry_run, session));
            ExitOutcome::Clean
        }
        Err(outcome) => {
            session.report(&findings);
            outcome
        }
    }
}

fn accept(options: &AcceptOptions, findings: &mut Diagnostics) -> Result<Plan, ExitOutcome> {
    let refuse = |fault: Diagnostic, findings: &mut Diagnostics| {
        findings.push(fault);
        ExitOutcome::Environment
    };
    content_folder(&options.content).map_err(|fault| refuse(*fault, findings))?;
    if options.all != options.target.is_empty() {
        return Err(refuse(Diagnostic::new(Code::J0004), findings));
    }
    let (corpus, file) = load_unreviewed(&options.content, findings);
    if findings.has_errors() {
        return Err(ExitOutcome::Findings);
    }
    let mut faults = Diagnostics::default();
    let source = file.source.filter(|_| file.exists);
    let lock = source.map(|source| read(&source, &mut faults)).unwrap_or_default();
    // A record that cannot be understood is only ever replaced as a whole.
    let lock = if faults.has_errors() { Lock::new() } else { lock };
    if faults.has_errors() && !options.all {
        findings.append(faults);
        return Err(ExitOutcome::Findings);
    }
    let plan = plan(&links(&corpus), &lock, (!options.all).then_some(options.target.as_slice()));
    if let Some(unknown) = plan.unknown.first() {
        return Err(refuse(Diagnostic::new(Code::J0005).arg("target", unknown), findings));
    }
    if !options.dry_run {
        let path = options.content.join(LOCK);
        write_review_record(&path, &plan.text).map_err(|error| refuse(record_unwritable(&path, &error), findings))?;
    }
    Ok(plan)
}

fn record_unwritable(path: &Path, error: &io::Error) -> Diagnostic {
    Diagnostic::new(Code::J0502).arg("path", path.display().to_string()).arg("reason", error.to_string())
}

/// Written beside the old record and put in its place, so that an interrupted run leaves a whole one.
fn write_review_record(path: &Path, text: &str) -> io::Result<()> {
    let folder = path.parent().ok_or_else(|| io::Error::from(io::ErrorKind::InvalidInput))?;
    let mut file = tempfile::Builder::new().prefix(".junsoku-lock-").tempfile_in(folder)?;
    file.write_all(text.as_bytes())?;
    // Temporary files permit their owner only.
    take_permissions(file.path(), path)?;
    file.persist(path).map(drop).map_err(|error| error.error)
}

/// Every change, one line each, and how many there are.
fn report_accepted(plan: &Plan, dry_run: bool, session: &Session) -> String {
    let messages = session.messages;
    let mut text = String::new();
    for (name, change) in &plan.changes {
        let line = match change {
            Change::New => messages.with("accept-new", &[("link", name)]),
            Change::Gone => messages.with("accept-gone", &[("link", name)]),
            Change::Renewed(changed) => {
                messages.with("accept-renewed", &[("link", name), ("changed", &changed.join(", "))])
            }
        };
        text.push_str(&line);
        text.push('\n');
    }
    let mut args = FluentArgs::new();
    args.set("count", plan.changes.len());
    text.push_str(&messages.format(if dry_run { "accept-would" } else { "accept-done" }, &args));
    text
}
