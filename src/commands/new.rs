//! `junsoku new`: a starting set for a region.

use std::fs;
use std::io;
use std::path::Path;

use super::options::NewOptions;
use super::{ExitOutcome, Session, content_folder, print};
use crate::base::artifact::Artifact;
use crate::base::diagnostics::{Code, Diagnostic, Diagnostics};
use crate::conformance::starter;
use crate::content::{SetKey, is_id, unheld_name};
use crate::platform::below_root;

/// Writes the set that `options` ask for.
pub(super) fn run_new(options: &NewOptions, session: &Session) -> ExitOutcome {
    let mut findings = Diagnostics::default();
    let outcome = match starter_artifacts(options, &mut findings) {
        Ok(files) => {
            print(&report_created(&files, options, session));
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
    if findings.has_errors() {
        return Err(ExitOutcome::Findings);
    }
    let files = starter::starter_files(&corpus, id, options.name.as_deref());
    let files = files.ok_or_else(|| refuse(Diagnostic::new(Code::J0011), findings))?;
    write_starter(&options.content, (&folder, &home), &files).map_err(|error| {
        let diagnostic = Diagnostic::new(Code::J0502).arg("path", folder.display().to_string());
        refuse(diagnostic.arg("reason", error.to_string()), findings)
    })?;
    Ok(files)
}

/// Writes the files beside the region's place and moves them there, so that nothing is there by halves.
fn write_starter(content: &Path, (folder, home): (&Path, &str), files: &[Artifact]) -> io::Result<()> {
    let regions = folder.parent().unwrap_or(content);
    fs::create_dir_all(regions)?;
    // Hidden, so that a build at the same time does not see it.
    let beside = tempfile::Builder::new().prefix(".new-").tempdir_in(regions)?;
    for file in files {
        let below = file.path.strip_prefix(home).map_or(file.path.as_str(), |below| below.trim_start_matches('/'));
        let path = below_root(beside.path(), below);
        fs::create_dir_all(path.parent().unwrap_or(beside.path()))?;
        fs::write(path, &file.bytes)?;
    }
    let kept = beside.keep();
    fs::rename(&kept, folder).inspect_err(|_| {
        // What cannot be put in its place is of no use where it is.
        let _ = fs::remove_dir_all(&kept);
    })?;
    open_to_all(folder)
}

/// A temporary folder is its owner's alone; the content is for all who may read the folder it stands in.
fn open_to_all(folder: &Path) -> io::Result<()> {
    let above = folder.parent().unwrap_or(folder);
    fs::set_permissions(folder, fs::metadata(above)?.permissions())
}

fn report_created(files: &[Artifact], options: &NewOptions, session: &Session) -> String {
    let paths: String =
        files.iter().map(|file| format!("{}\n", below_root(&options.content, &file.path).display())).collect();
    paths + &session.messages.with("new-done", &[("region", &options.region)])
}
