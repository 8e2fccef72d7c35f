//! `junsoku amend`: the comparison table of two versions of a document.

use super::option_values::AmendFormat;
use super::options::AmendOptions;
use super::result_file::check_result_file;
use super::{ExitOutcome, Session, content_folder, refuse_request, sheet_tools};
use crate::base::diagnostics::{Cause, Code, Diagnostic, Diagnostics};
use crate::compare::amend;
use crate::compare::amend::{AmendmentRequest, AmendmentSides, View};
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
    check_result_file(options.file.as_deref(), &options.content, options.force)
        .or_else(|fault| refuse_request(*fault, findings))?;
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
