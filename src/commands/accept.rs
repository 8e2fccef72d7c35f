//! `junsoku accept`: records that a person has reviewed mappings and translations.

use fluent::FluentArgs;

use super::day::chosen_day;
use super::options::AcceptOptions;
use super::{ExitOutcome, Session, content_folder};
use crate::base::diagnostics::{Code, Diagnostic, Diagnostics};
use crate::content::{LEDGER, LOCK, LockFile, read_addresses, read_record};
use crate::load_unreviewed_on;
use crate::machine::{Existing, FileToWrite, FolderLock, WriteFault, write_files};
use crate::rules::addresses::{Ledger, RenewedLedger, read_ledger, renewed_ledger};
use crate::rules::review::{Change, Lock, Plan, Review, links, plan, read_lock};

/// Records the reviews that `options` ask for and says which.
pub(super) fn run_accept(options: &AcceptOptions, session: &Session) -> ExitOutcome {
    let mut findings = Diagnostics::default();
    match accept(options, &mut findings) {
        Ok(accepted) => {
            session.print(&report_accepted(&accepted, options.dry_run, session));
            ExitOutcome::Clean
        }
        Err(outcome) => {
            session.report(&findings);
            outcome
        }
    }
}

/// What was recorded.
struct Accepted {
    plan: Plan,
    ledger: RenewedLedger,
}

fn accept(options: &AcceptOptions, findings: &mut Diagnostics) -> Result<Accepted, ExitOutcome> {
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
    let day = chosen_day(options.as_of).map_err(|fault| refuse(*fault, findings))?;
    let (corpus, published) = load_unreviewed_on(&options.content, day, findings);
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
    let plan = plan(
        &links,
        &record,
        (!options.all).then_some(options.target.as_slice()),
        Review { day, by: options.by.as_deref() },
    );
    let accepts = |address: &str| options.all || options.target.iter().any(|target| is_below(address, target));
    let ledger = known_addresses(options, findings)?;
    // What has no review may still have been published.
    let is_known = |target: &&String| ledger.keys().any(|address| is_below(address, target));
    if let Some(unknown) = plan.unknown.iter().find(|target| !is_known(target)) {
        return Err(refuse(Diagnostic::new(Code::J0005).arg("target", unknown), findings));
    }
    let ledger = renewed_ledger(&ledger, published.as_ref().unwrap_or(&corpus), &corpus, accepts);
    if !options.dry_run {
        // Both are the program's own: nobody has written anything in them that a backup would save.
        let file = |name: &str, text| FileToWrite {
            path: options.content.join(name),
            bytes: text,
            existing: Existing::Replaced,
        };
        let files = [file(LOCK, plan.text.as_bytes()), file(LEDGER, ledger.text.as_bytes())];
        write_files(&files).map_err(|fault| refuse(fault.diagnostic(), findings))?;
    }
    Ok(Accepted { plan, ledger })
}

/// Whether the address is that of `target`, or of something in it.
fn is_below(address: &str, target: &str) -> bool {
    address.strip_prefix(target).is_some_and(|rest| rest.is_empty() || rest.starts_with(['/', '#', '.', '@']))
}

/// The addresses that were published. A ledger that cannot be understood is only ever replaced as a whole.
fn known_addresses(options: &AcceptOptions, findings: &mut Diagnostics) -> Result<Ledger, ExitOutcome> {
    let mut faults = Diagnostics::default();
    let file = read_addresses(&options.content, &mut faults);
    let source = file.source.filter(|_| file.exists);
    let ledger = source.map(|source| read_ledger(&source, &mut faults)).unwrap_or_default();
    // What can be read of it is kept even so.
    if faults.has_errors() && !options.all {
        findings.append(faults);
        return Err(ExitOutcome::Findings);
    }
    Ok(ledger)
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
    let lock = source.map_or_else(Lock::new, |source| read_lock(source, &mut faults));
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
fn report_accepted(accepted: &Accepted, dry_run: bool, session: &Session) -> String {
    let plan = &accepted.plan;
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
    if accepted.ledger.new + accepted.ledger.gone > 0 {
        let mut args = FluentArgs::new();
        args.set("new", accepted.ledger.new);
        args.set("gone", accepted.ledger.gone);
        text.push('\n');
        text.push_str(&messages.format("accept-addresses", &args));
    }
    text
}
