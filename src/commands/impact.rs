//! `junsoku impact`: what a changed baseline means for each region.

use std::path::Path;

use super::option_values::ImpactFormat;
use super::options::ImpactOptions;
use super::result_file::check_result_file;
use super::{ExitOutcome, Session, content_folder, refuse_request, sheet_tools};
use crate::base::diagnostics::{Code, Diagnostic, Diagnostics};
use crate::compare::amend::revision_corpus;
use crate::corpus::Corpus;
use crate::impact::{ImpactView, impact_json, impact_text, region_impacts, requirement_changes};
use crate::pdf;
use crate::rules::loading;

/// Tells the impact that `options` ask for.
pub(super) fn run_impact(options: &ImpactOptions, session: &Session) -> ExitOutcome {
    let mut findings = Diagnostics::default();
    let outcome = impact(options, session, &mut findings);
    session.end_with(outcome, &findings)
}

/// Returns the text to print; `None` where it was written to a file.
fn impact(
    options: &ImpactOptions,
    session: &Session,
    findings: &mut Diagnostics,
) -> Result<Option<Vec<u8>>, ExitOutcome> {
    content_folder(&options.content).or_else(|fault| refuse_request(*fault, findings))?;
    if options.file.is_none() && matches!(options.impact_format, ImpactFormat::Pdf) {
        return refuse_request(Diagnostic::new(Code::J0050), findings);
    }
    check_result_file(options.file.as_deref(), &options.content, options.force)
        .or_else(|fault| refuse_request(*fault, findings))?;
    let (from, old) = former(options, findings)?;
    let new = present(&options.content, findings)?;
    let changes = requirement_changes(&old, &new);
    let regions = region_impacts(&old, &new, &changes);
    let view = || ImpactView::of(&from, (&old, &new), &changes, &regions, session.messages);
    let bytes = match options.impact_format {
        ImpactFormat::Json => impact_json(&changes, &regions).into_bytes(),
        ImpactFormat::Text => impact_text(&view()).into_bytes(),
        ImpactFormat::Pdf => {
            let tools = sheet_tools(&options.sheets, &options.content, session, findings)?;
            pdf::impact_sheet(&view(), session.messages, &tools)
                .or_else(|error| refuse_request(error.into_diagnostic(), findings))?
        }
    };
    let Some(file) = &options.file else { return Ok(Some(with_line_end(bytes))) };
    session.write_result(&bytes, file, options.force, findings)?;
    Ok(None)
}

fn with_line_end(mut bytes: Vec<u8>) -> Vec<u8> {
    bytes.push(b'\n');
    bytes
}

/// The content before, and how it is named: another folder, or a revision of this one, the last one where none is named.
fn former(options: &ImpactOptions, findings: &mut Diagnostics) -> Result<(String, Corpus), ExitOutcome> {
    let Some(folder) = &options.from else {
        let revision = options.from_rev.as_deref().unwrap_or("HEAD");
        let corpus = revision_corpus(&options.content, revision, findings);
        return Ok((revision.to_owned(), corpus.ok_or(ExitOutcome::Environment)?));
    };
    content_folder(folder).or_else(|fault| refuse_request(*fault, findings))?;
    let mut found = Diagnostics::default();
    let corpus = loading::resolve(folder, &mut found);
    let is_whole = !found.has_errors();
    findings.append(found);
    if is_whole { Ok((folder.display().to_string(), corpus)) } else { Err(ExitOutcome::Findings) }
}

/// The content as it is now. What is wrong in a region is told, and keeps nothing from being compared: a mapping to what was
/// withdrawn is just what a council looks for.
fn present(content: &Path, findings: &mut Diagnostics) -> Result<Corpus, ExitOutcome> {
    let mut found = Diagnostics::default();
    let corpus = loading::resolve(content, &mut found);
    let stopped = loading::stopped_regions(content, &found);
    findings.append(found);
    if stopped.all { Err(ExitOutcome::Findings) } else { Ok(corpus) }
}
