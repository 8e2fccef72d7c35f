//! `junsoku import`: a document that exists already as content.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::options::ImportOptions;
use super::{ExitOutcome, Session};
use crate::base::artifact::Artifact;
use crate::base::diagnostics::{Code, Diagnostic, Diagnostics};
use crate::content::{is_id, unheld_name};
use crate::import;
use crate::import::Names;
use crate::import::prove::{report, review};
use crate::import::readers::encoding;
use crate::machine::{Existing, FileToWrite, FolderLock, WriteFault, write_files};
use crate::platform::below_root;

/// Imports what `options` name and says what became of it.
pub(super) fn run_import(options: &ImportOptions, session: &Session) -> ExitOutcome {
    match import_document(options, session) {
        Ok(outcome) => outcome,
        Err(fault) => {
            let mut findings = Diagnostics::default();
            findings.push(*fault);
            session.report(&findings);
            session.print(&session.messages.text("import-none"));
            ExitOutcome::Environment
        }
    }
}

fn import_document(options: &ImportOptions, session: &Session) -> Result<ExitOutcome, Box<Diagnostic>> {
    for id in [&options.region, &options.document] {
        // The first two are files of every region's folder, the last is no region.
        let taken = ["region", "conformance", "baseline"].contains(&id.as_str());
        if !is_id(id) || taken {
            return Err(Box::new(Diagnostic::new(Code::J0809).arg("id", id)));
        }
        if let Some(unheld) = unheld_name(id) {
            return Err(Box::new(unheld));
        }
    }
    let name = import_path(&options.file);
    let bytes = read_source_file(&options.file, &name)?;
    let markdown = options
        .file
        .extension()
        .is_some_and(|ending| ending.eq_ignore_ascii_case("md") || ending.eq_ignore_ascii_case("markdown"));
    let (source, encoding) = import::read_source(&bytes, &name, markdown)?;
    let names =
        Names { region: options.region.clone(), document: options.document.clone(), name: options.name.clone() };
    // Asked before the document is read, and again under the lock.
    if !options.dry_run && !options.force {
        refuse_existing_files(
            &options.output,
            std::iter::once(format!("regions/{}/{}.yaml", names.region, names.document)),
        )?;
    }
    let imported =
        if options.form { import::import_form(&source, &names)? } else { import::import_source(&source, &names)? };
    let mut lines = vec![session.messages.with("import-encoding", &[("file", &name), ("encoding", encoding)])];
    if options.dry_run {
        lines.push(report::outline(&imported.outline));
    }
    lines.push(report::import_report(&imported, session.messages));
    let mut backups = Vec::new();
    let end = if options.dry_run {
        session.messages.text("import-dry")
    } else {
        backups = write_imported(options, &imported.files)?;
        session.messages.with("import-written", &[("output", &import_path(&options.output))])
    };
    lines.push(end);
    if let Some(path) = &options.review {
        write_review(path, options.force, review::review_page(&imported, &source, &name, session.messages))?;
        lines.push(session.messages.with("import-review-written", &[("file", &import_path(path))]));
    }
    session.print(&lines.join("\n"));
    session.tell_backups(&backups);
    Ok(if imported.proof.differences.is_empty() { ExitOutcome::Clean } else { ExitOutcome::Findings })
}

/// Writes the page on which a person compares both. Without --force a file that stands there stays.
fn write_review(path: &Path, force: bool, page: Result<String, tera::Error>) -> Result<(), Box<Diagnostic>> {
    let page = page.map_err(|error| Box::new(Diagnostic::new(Code::J0806).arg("reason", error.to_string())))?;
    let existing = if force { Existing::Replaced } else { Existing::Refused };
    let file = FileToWrite { path: path.to_owned(), bytes: page.as_bytes(), existing };
    write_files(&[file]).map(drop).map_err(|fault| Box::new(fault.diagnostic()))
}

fn import_path(path: &Path) -> String {
    path.display().to_string()
}

fn read_source_file(path: &Path, name: &str) -> Result<Vec<u8>, Box<Diagnostic>> {
    if name == "-" {
        encoding::read_bytes(&mut io::stdin().lock(), name)
    } else {
        let metadata = fs::metadata(path).map_err(|error| encoding::unreadable_input(name, &error))?;
        // Reading a pipe would wait for ever.
        if !metadata.is_file() {
            return Err(encoding::unreadable_input(name, &io::ErrorKind::InvalidInput.into()));
        }
        let mut file = fs::File::open(path).map_err(|error| encoding::unreadable_input(name, &error))?;
        encoding::read_bytes(&mut file, name)
    }
}

/// Refuses to overwrite files that exist: they may be months of work. Another document may join a region.
fn refuse_existing_files(output: &Path, paths: impl Iterator<Item = String>) -> Result<(), Box<Diagnostic>> {
    match paths.map(|path| below_root(output, &path)).find(|path| path.symlink_metadata().is_ok()) {
        Some(path) => Err(Box::new(Diagnostic::new(Code::J0807).arg("path", import_path(&path)))),
        None => Ok(()),
    }
}

/// Writes the files, all or none, and gives the backups of what --force let it replace. Without it a region that is
/// there keeps its own file.
fn write_imported(options: &ImportOptions, files: &[Artifact]) -> Result<Vec<PathBuf>, Box<Diagnostic>> {
    let output = &options.output;
    // A folder that is not there yet cannot be locked. The writer makes it, and refuses what another run made
    // first.
    let locked = if output.is_dir() { FolderLock::take(output).map(Some) } else { Ok(None) };
    let _lock = locked.map_err(|error| Box::new(WriteFault::new(output, error).diagnostic()))?;
    // A second document joins a region whose name and council a person may have written by now.
    let keeps = |file: &Artifact| !options.force && file.is("/region.yaml") && below_root(output, &file.path).exists();
    let files: Vec<&Artifact> = files.iter().filter(|file| !keeps(file)).collect();
    if !options.force {
        refuse_existing_files(output, files.iter().map(|file| file.path.clone()))?;
    }
    let existing = if options.force { Existing::BackedUp } else { Existing::Refused };
    let files: Vec<FileToWrite<'_>> = files
        .iter()
        .map(|file| FileToWrite { path: below_root(output, &file.path), bytes: &file.bytes, existing })
        .collect();
    write_files(&files).map_err(|fault| Box::new(fault.diagnostic()))
}
