//! `junsoku apply`: an amending text carried out on a document's file.

use std::cell::RefCell;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::options::ApplyOptions;
use super::{ExitOutcome, Session, content_folder};
use crate::apply::{
    AmendedDocument, AppliedText, DayDisagreement, Disagreement, InForce, applied, days_against, file_of, held_against,
    read_amendment, told_in_file,
};
use crate::base::diagnostics::{Cause, Code, Diagnostic, Diagnostics, Severity, SourceFile};
use crate::compare::amend::carry::TypedAmendment;
use crate::corpus::Corpus;
use crate::machine::{Existing, FileToWrite, FolderLock, WorkFolder, WriteFault, write_files};
use crate::platform::below_root;
use crate::rules::loading::{resolve, resolve_with};

/// Carries out what `options` ask for and says what was done.
pub(super) fn run_apply(options: &ApplyOptions, session: &Session) -> ExitOutcome {
    let mut findings = Diagnostics::default();
    let outcome = apply(options, session, &mut findings);
    session.report(&findings);
    match outcome {
        Some(outcome) => outcome,
        None => refused(&findings),
    }
}

/// The outcome by who is at fault: the amending text, or how it was asked for.
fn refused(findings: &Diagnostics) -> ExitOutcome {
    let is_content =
        |finding: &&Diagnostic| finding.severity == Severity::Error && finding.code.cause() == Cause::Content;
    if findings.sorted().iter().any(is_content) { ExitOutcome::Findings } else { ExitOutcome::Environment }
}

/// Returns the outcome; `None` where the findings say why nothing was done.
fn apply(options: &ApplyOptions, session: &Session, findings: &mut Diagnostics) -> Option<ExitOutcome> {
    if let Err(fault) = content_folder(&options.content) {
        findings.push(*fault);
        return None;
    }
    let amendment = typed_amendment(options, findings)?;
    let mut found = Diagnostics::default();
    let corpus = resolve(&options.content, &mut found);
    if found.has_errors() {
        findings.append(found);
        return None;
    }
    let document = match AmendedDocument::find(&corpus, options.document.as_deref(), &amendment) {
        Ok(document) => document,
        Err(fault) => {
            findings.push(*fault);
            return None;
        }
    };
    if let Some(title) = &amendment.document
        && *title != document.document.title.ja
    {
        findings.push(Diagnostic::new(Code::J0913).arg("title", title).arg("document", &document.document.title.ja));
    }
    if let Some(newer) = &options.compare {
        return Some(compare(newer, document, &amendment, options, session, findings));
    }
    let path = below_root(&options.content, &file_of(document));
    let yaml = match fs::read_to_string(&path) {
        Ok(yaml) => yaml,
        Err(error) => {
            findings.push(WriteFault::new(&path, error).diagnostic());
            return None;
        }
    };
    let faults = RefCell::new(Diagnostics::default());
    let file = Arc::new(SourceFile::new(path.display().to_string(), yaml.as_str()));
    let load = |text: &str| standing_in(options, document, text, &file, &faults);
    let done = applied(document, &amendment, options.from, &yaml, &load, findings);
    let faults = faults.take();
    if faults.has_errors() {
        findings.push(Diagnostic::new(Code::J0919).arg("count", faults.count(Severity::Error).to_string()));
    }
    findings.append(faults);
    let done = done?;
    write_amended(options, document, &path, &yaml, &done, session, findings)
}

fn typed_amendment(options: &ApplyOptions, findings: &mut Diagnostics) -> Option<TypedAmendment> {
    let name = options.amendment.display().to_string();
    let read = fs::read(&options.amendment).map_err(|error| {
        Box::new(Diagnostic::new(Code::J0801).arg("path", &name).arg("kind", "other").arg("reason", error.to_string()))
    });
    match read.and_then(|bytes| read_amendment(&bytes, &name)) {
        Ok(amendment) => Some(amendment),
        Err(fault) => {
            findings.push(*fault);
            None
        }
    }
}

/// The content with `text` in place of the file of `document`, which is `before`; its errors go to `faults`, at their places
/// in that.
fn standing_in(
    options: &ApplyOptions,
    document: AmendedDocument<'_>,
    text: &str,
    before: &Arc<SourceFile>,
    faults: &RefCell<Diagnostics>,
) -> Option<Arc<Corpus>> {
    let folder = WorkFolder::open().ok()?;
    let file = folder.path().join("amended.yaml");
    let amended = FileToWrite { path: file.clone(), bytes: text.as_bytes(), existing: Existing::Refused };
    write_files(&[amended]).ok()?;
    let mut found = Diagnostics::default();
    let key = &document.set.key;
    let corpus = resolve_with(&options.content, (key, &document.document.id), &file, &mut found);
    found.revise(|finding| {
        let of_editions = matches!(finding.code, Code::J0337 | Code::J0338 | Code::J0339);
        (finding.severity == Severity::Error && !of_editions).then(|| told_in_file(finding, text, before))
    });
    if found.has_errors() {
        faults.replace(found);
        return None;
    }
    Some(Arc::new(corpus))
}

/// Writes the new text, and keeps the one that was in force as an edition where the document says from when it was.
fn write_amended(
    options: &ApplyOptions,
    document: AmendedDocument<'_>,
    path: &Path,
    before: &str,
    done: &AppliedText,
    session: &Session,
    findings: &mut Diagnostics,
) -> Option<ExitOutcome> {
    let messages = session.messages;
    tell_left(done, findings);
    if options.dry_run {
        session.print_bytes(done.text.as_bytes());
        return Some(ExitOutcome::Clean);
    }
    let present = document.document.in_force_from();
    let edition = edition_path(options, document, done);
    let mut files =
        vec![FileToWrite { path: path.to_owned(), bytes: done.text.as_bytes(), existing: Existing::BackedUp }];
    let kept = edition.iter().map(|edition| FileToWrite {
        path: edition.clone(),
        bytes: before.as_bytes(),
        existing: Existing::Refused,
    });
    files.extend(kept);
    let lock = FolderLock::take(&options.content).map_err(|error| WriteFault::new(&options.content, error));
    let written = lock.and_then(|_lock| write_files(&files));
    match written {
        Ok(backups) => {
            session.print(&messages.with("apply-done", &[("path", &path.display().to_string())]));
            if let Some(edition) = &edition {
                session.print(&messages.with("apply-kept", &[("path", &edition.display().to_string())]));
            }
            if let Some(day) = present.filter(|present| done.day == Some(*present)) {
                session.print(&messages.with("apply-same-day", &[("date", &day.to_string())]));
            }
            session.tell_backups(&backups);
            let name = format!("{}/{}", document.set.key, document.document.id);
            session.print(&messages.with("apply-next", &[("document", &name)]));
            Some(ExitOutcome::Clean)
        }
        Err(fault) => {
            findings.push(fault.diagnostic());
            None
        }
    }
}

/// Says what of `done` a person has to look at.
fn tell_left(done: &AppliedText, findings: &mut Diagnostics) {
    for provision in &done.untranslated {
        findings.push(Diagnostic::new(Code::J0914).arg("provision", provision));
    }
    for provision in &done.unlinked {
        findings.push(Diagnostic::new(Code::J0917).arg("provision", provision));
    }
    if !done.left_out.is_empty() {
        let words: Vec<String> = done.left_out.iter().map(|words| format!("「{words}」")).collect();
        findings.push(Diagnostic::new(Code::J0923).arg("words", words.concat()));
    }
}

/// Where the text that was in force until the day of `done` is kept. The text that a day begins with is no edition of its own:
/// another amendment of that day amends it.
fn edition_path(options: &ApplyOptions, document: AmendedDocument<'_>, done: &AppliedText) -> Option<PathBuf> {
    let present = document.document.in_force_from().filter(|present| done.day.is_some_and(|day| day > *present))?;
    let folder = below_root(&options.content, &document.set.key.clone().edition(present).folder());
    Some(folder.join(format!("{}.yaml", document.document.id))).filter(|edition| !edition.exists())
}

/// Holds the sentences, the newer text and the table against each other.
fn compare(
    newer: &str,
    document: AmendedDocument<'_>,
    amendment: &TypedAmendment,
    options: &ApplyOptions,
    session: &Session,
    findings: &mut Diagnostics,
) -> ExitOutcome {
    let carried = crate::compare::amend::carry::carry_out(&document.side(), amendment);
    let mut all = crate::apply::tell_carried(&carried, findings);
    let mut found = Diagnostics::default();
    let path = Path::new(newer);
    let is_file = path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("yaml"));
    let corpus = if is_file {
        resolve_with(&options.content, (&document.set.key, &document.document.id), path, &mut found)
    } else {
        resolve(&options.content, &mut found)
    };
    if found.has_errors() {
        findings.append(found);
        return ExitOutcome::Findings;
    }
    let name = if is_file { format!("{}/{}", document.set.key, document.document.id) } else { newer.to_owned() };
    let new = match AmendedDocument::find(&corpus, Some(&name), amendment) {
        Ok(new) => new,
        Err(fault) => {
            findings.push(*fault);
            return ExitOutcome::Environment;
        }
    };
    let disagreements = held_against(document, new, amendment);
    let days = days_against(document, new, amendment, options.from);
    if let unclear @ (InForce::Undated(_) | InForce::Several(_)) = InForce::of(amendment)
        && options.from.is_none()
    {
        findings.push(unclear.fault());
        all = false;
    }
    if disagreements.is_empty() && days.is_none() && all {
        session.print(&session.messages.text("apply-agree"));
        return ExitOutcome::Clean;
    }
    for one in &disagreements {
        session.print(&disagreement_words(one, session));
    }
    if let Some(days) = days {
        session.print(&days_words(days, session));
    }
    ExitOutcome::Findings
}

/// Days that disagree in words.
fn days_words(days: DayDisagreement, session: &Session) -> String {
    let in_text = days.in_text.map_or_else(|| session.messages.text("apply-absent"), |day| day.to_string());
    let by_sentences = days.by_sentences.to_string();
    session.messages.with("apply-days-disagree", &[("sentences", &by_sentences), ("text", &in_text)])
}

/// A disagreement in words.
fn disagreement_words(one: &Disagreement, session: &Session) -> String {
    let messages = session.messages;
    let absent = messages.text("apply-absent");
    let by_sentences = one.by_sentences.as_ref().unwrap_or(&absent);
    let in_text = one.in_text.as_ref().unwrap_or(&absent);
    let in_table = messages.text(if one.in_table { "apply-in-table" } else { "apply-not-in-table" });
    messages.with(
        "apply-disagrees",
        &[("provision", &one.provision), ("sentences", by_sentences), ("text", in_text), ("table", &in_table)],
    )
}
