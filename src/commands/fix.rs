//! `junsoku fix`: what is certain to be wrong is mended in the files of content.

use std::fs;
use std::path::Path;

use super::options::FixOptions;
use super::{ExitOutcome, Session, content_folder};
use crate::base::diagnostics::{Code, Diagnostic, Diagnostics};
use crate::content::{MendedFile, mended_files};
use crate::machine::{Existing, FileToWrite, write_files};
use crate::platform::slashed;

/// Mends what is certain, or only shows it.
pub(super) fn run_fix(options: &FixOptions, session: &Session) -> ExitOutcome {
    let mut findings = Diagnostics::default();
    if let Err(fault) = content_folder(&options.content) {
        session.report_one(*fault);
        return ExitOutcome::Environment;
    }
    let mended = mended_files(&options.content, &mut findings);
    for file in &mended {
        session.print(&diff_text(file));
    }
    let written = options.dry_run || write(&mended, &mut findings);
    session.report(&findings);
    if !written {
        return ExitOutcome::Environment;
    }
    let lines: usize = mended.iter().map(|file| changed_lines(file).count()).sum();
    let (files, lines) = (mended.len().to_string(), lines.to_string());
    let id = match (mended.is_empty(), options.dry_run) {
        (true, _) => "fix-none",
        (false, true) => "fix-would",
        (false, false) => "fix-done",
    };
    session.print_report(&session.messages.with(id, &[("files", &files), ("lines", &lines)]));
    if findings.has_errors() { ExitOutcome::Findings } else { ExitOutcome::Clean }
}

/// Returns how many lines of the content folder `root` would be changed.
pub(super) fn mendable_lines(root: &Path) -> usize {
    mended_files(root, &mut Diagnostics::default()).iter().map(|file| changed_lines(file).count()).sum()
}

/// Writes all of `mended` or none; whether it did.
fn write(mended: &[MendedFile], findings: &mut Diagnostics) -> bool {
    for file in mended {
        // A person may have gone on writing.
        let is_same = fs::read(&file.path).is_ok_and(|bytes| bytes == file.before.as_bytes());
        if !is_same {
            findings.push(Diagnostic::new(Code::J0082).arg("path", slashed(&file.path)));
            return false;
        }
    }
    let files: Vec<FileToWrite<'_>> = mended
        .iter()
        .map(|file| FileToWrite { path: file.path.clone(), bytes: file.after.as_bytes(), existing: Existing::Replaced })
        .collect();
    match write_files(&files) {
        Ok(_) => true,
        Err(fault) => {
            findings.push(fault.diagnostic());
            false
        }
    }
}

/// The lines that differ, with their numbers: mending changes lines and neither adds nor removes any.
fn changed_lines(file: &MendedFile) -> impl Iterator<Item = (usize, &str, &str)> {
    let lines = file.before.lines().zip(file.after.lines()).enumerate();
    lines.filter(|(_, (old, new))| old != new).map(|(at, (old, new))| (at + 1, old, new))
}

/// What changes in a file, as `diff -U0` writes it.
fn diff_text(file: &MendedFile) -> String {
    let path = slashed(&file.path);
    let lines = changed_lines(file).map(|(line, old, new)| format!("@@ -{line} +{line} @@\n-{old}\n+{new}\n"));
    format!("--- {path}\n+++ {path}\n{}", lines.collect::<String>())
}
