//! `junsoku new`: a starting set for a region.

use std::path::{Path, PathBuf};

use super::options::NewOptions;
use super::{ExitOutcome, Session, content_folder};
use crate::base::artifact::Artifact;
use crate::base::diagnostics::{Code, Diagnostic, Diagnostics};
use crate::conformance::starter;
use crate::content::{SetKey, is_id, unheld_name};
use crate::machine::{FolderLock, WriteFault, write_new_folder};
use crate::platform::below_root;
use crate::rules::loading::stopped_regions;

/// Writes the set that `options` ask for.
pub(super) fn run_new(options: &NewOptions, session: &Session) -> ExitOutcome {
    let mut findings = Diagnostics::default();
    let outcome = match starter_artifacts(options, &mut findings) {
        Ok(files) => {
            session.print_report(&report_created(&files, options, session));
            return ExitOutcome::Clean;
        }
        Err(outcome) => outcome,
    };
    session.report(&findings);
    outcome
}

fn starter_artifacts(options: &NewOptions, findings: &mut Diagnostics) -> Result<Vec<Artifact>, ExitOutcome> {
    let refuse = |diagnostic: Diagnostic, findings: &mut Diagnostics| {
        findings.push(diagnostic);
        ExitOutcome::Environment
    };
    content_folder(&options.content).map_err(|diagnostic| refuse(*diagnostic, findings))?;
    let id = &options.region;
    if !is_id(id) || id == "baseline" {
        return Err(refuse(Diagnostic::new(Code::J0009).arg("id", id), findings));
    }
    if let Some(unheld) = unheld_name(id) {
        return Err(refuse(unheld, findings));
    }
    let home = SetKey::Region(id.clone()).folder();
    let folder = below_root(&options.content, &home);
    if folder.symlink_metadata().is_ok() {
        return Err(refuse(Diagnostic::new(Code::J0010).arg("path", folder.display().to_string()), findings));
    }
    let corpus = crate::load(&options.content, findings);
    // Errors of other regions do not stop a new one; those of the baseline do, since it is made from that.
    if stopped_regions(&options.content, findings).all {
        return Err(ExitOutcome::Findings);
    }
    let files = starter::starter_files(&corpus, id, options.name.as_deref());
    let files = files.ok_or_else(|| refuse(Diagnostic::new(Code::J0011), findings))?;
    write_starter(&options.content, &home, &files).map_err(|fault| refuse(fault.diagnostic(), findings))?;
    Ok(files)
}

/// Writes the folder of the region, so that nothing is there by halves.
fn write_starter(content: &Path, home: &str, files: &[Artifact]) -> Result<(), WriteFault> {
    let folder = below_root(content, home);
    let _lock = FolderLock::take(content).map_err(|error| WriteFault::new(content, error))?;
    let below = |file: &Artifact| {
        let path = file.path.strip_prefix(home).map_or(file.path.as_str(), |below| below.trim_start_matches('/'));
        below_root(Path::new(""), path)
    };
    let files: Vec<(PathBuf, &[u8])> = files.iter().map(|file| (below(file), file.bytes.as_slice())).collect();
    write_new_folder(&folder, &files)
}

fn report_created(files: &[Artifact], options: &NewOptions, session: &Session) -> String {
    let paths: String =
        files.iter().map(|file| format!("{}\n", below_root(&options.content, &file.path).display())).collect();
    paths + &session.messages.with("new-done", &[("region", &options.region)])
}
