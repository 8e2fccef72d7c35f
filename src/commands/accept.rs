//! `junsoku accept`: records that a person has reviewed mappings and translations.

use fluent::FluentArgs;

use super::options::AcceptOptions;
use super::{ExitOutcome, Session, content_folder};
use crate::base::diagnostics::{Code, Diagnostic, Diagnostics};
use crate::content::{LOCK, LockFile, read_record};
use crate::load_unreviewed;
use crate::machine::{Existing, FileToWrite, FolderLock, WriteFault, write_files};
use crate::rules::review::{Change, Lock, Plan, links, plan, read};

/// Records the reviews that `options` ask for and says which.
pub(super) fn run_accept(options: &AcceptOptions, session: &Session) -> ExitOutcome {
    let mut findings = Diagnostics::default();
    match accept(options, &mut findings) {
        Ok(plan) => {
            session.print(&report_accepted(&plan, options.dry_run, session));
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
    // Both together and neither are refused alike: what was meant is not to be guessed when reviews are
    // recorded.
    if options.all != options.target.is_empty() {
        return Err(refuse(Diagnostic::new(Code::J0004), findings));
    }
    let corpus = load_unreviewed(&options.content, findings);
    if findings.has_errors() {
        return Err(ExitOutcome::Findings);
    }
    let links = links(&corpus);
    // From here on nobody else changes the record: it is read anew, and what others have recorded meanwhile stays.
    let lock = FolderLock::take(&options.content);
    let _lock = lock.map_err(|error| refuse(WriteFault::new(&options.content, error).diagnostic(), findings))?;
    let mut faults = Diagnostics::default();
    let file = read_record(&options.content, &mut faults);
    let record = recorded(&file, options, faults, findings)?;
    let plan = plan(&links, &record, (!options.all).then_some(options.target.as_slice()));
    if let Some(unknown) = plan.unknown.first() {
        return Err(refuse(Diagnostic::new(Code::J0005).arg("target", unknown), findings));
    }
    if !options.dry_run {
        let path = options.content.join(LOCK);
        // The record is the program's own: nobody has written anything in it that a backup would save.
        let file = FileToWrite { path, bytes: plan.text.as_bytes(), existing: Existing::Replaced };
        write_files(&[file]).map_err(|fault| refuse(fault.diagnostic(), findings))?;
    }
    Ok(plan)
}

/// The record as it is now, whose file may have had `faults`. One that cannot be understood is only ever replaced as a
/// whole.
fn recorded<'a>(
    file: &'a LockFile,
    options: &AcceptOptions,
    mut faults: Diagnostics,
    findings: &mut Diagnostics,
) -> Result<Lock<'a>, ExitOutcome> {
    let source = file.source.as_ref().filter(|_| file.exists);
    let lock = source.map_or_else(Lock::new, |source| read(source, &mut faults));
    if !faults.has_errors() {
        return Ok(lock);
    }
    if options.all {
        return Ok(Lock::new());
    }
    findings.append(faults);
    Err(ExitOutcome::Findings)
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
