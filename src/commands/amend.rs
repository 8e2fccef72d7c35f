//! `junsoku amend`: the comparison table of two versions of a document.

use std::io;
use std::path::Path;

use super::options::{AmendFormat, AmendOptions};
use super::{ExitOutcome, Session, content_folder, refuse_request, sheet_tools};
use crate::base::diagnostics::{Cause, Code, Diagnostic, Diagnostics};
use crate::compare::amend;
use crate::compare::amend::{AmendmentRequest, AmendmentSides, View};
use crate::machine::WriteFault;
use crate::{pdf, site};

/// Makes the table that `options` ask for.
pub(super) fn run_amend(options: &AmendOptions, session: &Session) -> ExitOutcome {
    let mut findings = Diagnostics::default();
    let outcome = amend(options, session, &mut findings);
    session.end_with(outcome, &findings)
}

/// Returns the text to print; `None` where it was written to a file.
fn amend(
    options: &AmendOptions,
    session: &Session,
    findings: &mut Diagnostics,
) -> Result<Option<Vec<u8>>, ExitOutcome> {
    content_folder(&options.content).or_else(|fault| refuse_request(*fault, findings))?;
    // All that can be refused is refused before the long work.
    if options.file.is_none() && matches!(options.amend_format, AmendFormat::Pdf) {
        return refuse_request(Diagnostic::new(Code::J0050), findings);
    }
    if let Some(file) = options.file.as_deref().filter(|file| is_inside(file, &options.content)) {
        return refuse_request(Diagnostic::new(Code::J0052).arg("path", file.display().to_string()), findings);
    }
    may_be_written(options).or_else(|fault| refuse_request(*fault, findings))?;
    let request = AmendmentRequest {
        content: options.content.clone(),
        old: options.old.clone(),
        new: options.new.clone(),
        from_rev: options.from_rev.clone(),
        to_rev: options.to_rev.clone(),
        as_of: options.as_of,
    };
    let sources = AmendmentSides::open(&request, findings).ok_or_else(|| amend_outcome(findings))?;
    let amendment = sources.amendment(session.messages.lang()).ok_or(ExitOutcome::Environment)?;
    let how = amend::ViewOptions { old_left: options.old_left };
    let view = View::of(&amendment, &sources.new.corpus, how, session.messages);
    let bytes = match options.amend_format {
        AmendFormat::Text => amend::amendment_text(&view, wrap_columns(options)).into_bytes(),
        AmendFormat::Html => site::amendment(&view, session.messages.lang())
            .or_else(|fault| refuse_request(*fault, findings))?
            .into_bytes(),
        AmendFormat::Pdf => sheet(&view, options, session, findings)?,
    };
    let Some(file) = &options.file else { return Ok(Some(bytes)) };
    session.write_result(&bytes, file, options.force, findings)?;
    Ok(None)
}

/// The columns of the text: those asked for, or those of the terminal that it is printed on.
fn wrap_columns(options: &AmendOptions) -> Option<usize> {
    let terminal = || if options.file.is_none() { crate::platform::terminal_columns() } else { None };
    options.columns.or_else(terminal)
}

/// Refuses a file that cannot be there: asked before the work, and again when it is written.
fn may_be_written(options: &AmendOptions) -> Result<(), Box<Diagnostic>> {
    let Some(file) = &options.file else { return Ok(()) };
    let refused = |kind: io::ErrorKind| Err(Box::new(WriteFault::new(file, kind.into()).diagnostic()));
    if !options.force && file.symlink_metadata().is_ok() {
        return refused(io::ErrorKind::AlreadyExists);
    }
    // A folder that is not there is more likely a slip than a wish.
    if parent_folder(file).is_dir() { Ok(()) } else { refused(io::ErrorKind::NotFound) }
}

fn parent_folder(file: &Path) -> &Path {
    file.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

fn sheet(
    view: &View,
    options: &AmendOptions,
    session: &Session,
    findings: &mut Diagnostics,
) -> Result<Vec<u8>, ExitOutcome> {
    let tools = sheet_tools(&options.sheets, &options.content, session, findings)?;
    pdf::amendment_sheet(view, session.messages, &tools)
        .or_else(|error| refuse_request(error.into_diagnostic(), findings))
}

/// Returns the outcome by who is at fault: the content, or what was asked for.
fn amend_outcome(findings: &Diagnostics) -> ExitOutcome {
    let is_content = |finding: &&Diagnostic| finding.code.cause() == Cause::Content;
    if findings.sorted().iter().any(is_content) { ExitOutcome::Findings } else { ExitOutcome::Environment }
}

/// Whether `file` would stand in the content folder, where it would be read as content or take its place.
fn is_inside(file: &Path, content: &Path) -> bool {
    match (parent_folder(file).canonicalize(), content.canonicalize()) {
        (Ok(folder), Ok(content)) => folder.starts_with(content),
        _ => false,
    }
}
