//! `junsoku import`: a document that exists already as content.

use std::fs;
use std::io;
use std::path::Path;

use super::options::ImportOptions;
use super::{Outcome, Session, print};
use crate::base::artifact::Artifact;
use crate::base::diagnostics::{Code, Diagnostic, Diagnostics};
use crate::content::{is_id, unheld_name};
use crate::import;
use crate::import::Names;
use crate::import::prove::report;
use crate::import::readers::encoding;
use crate::platform::below_root;

/// Imports what `options` name and says what became of it.
pub(super) fn run(options: &ImportOptions, session: &Session) -> Outcome {
    match import(options, session) {
        Ok(outcome) => outcome,
        Err(fault) => {
            let mut findings = Diagnostics::default();
            findings.push(*fault);
            session.report(&findings);
            print(&session.messages.text("import-none"));
            Outcome::Environment
        }
    }
}

fn import(options: &ImportOptions, session: &Session) -> Result<Outcome, Box<Diagnostic>> {
    for id in [&options.region, &options.document] {
        let taken = ["region", "conformance", "baseline"].contains(&id.as_str());
        if !is_id(id) || taken {
            return Err(Box::new(Diagnostic::new(Code::J0809).arg("id", id)));
        }
        if let Some(unheld) = unheld_name(id) {
            return Err(Box::new(unheld));
        }
    }
    let name = shown(&options.file);
    let bytes = read(&options.file, &name)?;
    let markdown = options
        .file
        .extension()
        .is_some_and(|ending| ending.eq_ignore_ascii_case("md") || ending.eq_ignore_ascii_case("markdown"));
    let (source, encoding) = import::read_source(&bytes, &name, markdown)?;
    let names =
        Names { region: options.region.clone(), document: options.document.clone(), name: options.name.clone() };
    if !options.dry_run && !options.force {
        absent(&options.output, std::iter::once(format!("regions/{}/{}.yaml", names.region, names.document)))?;
    }
    let imported =
        if options.form { import::import_form(&source, &names)? } else { import::import_source(&source, &names)? };
    let mut lines = vec![session.messages.with("import-encoding", &[("file", &name), ("encoding", encoding)])];
    if options.dry_run {
        lines.push(report::outline(&imported.outline));
    }
    lines.push(report::import_report(&imported, session.messages));
    let end = if options.dry_run {
        session.messages.text("import-dry")
    } else {
        write(options, &imported.files)?;
        session.messages.with("import-written", &[("output", &shown(&options.output))])
    };
    lines.push(end);
    print(&lines.join("\n"));
    Ok(if imported.proof.differences.is_empty() { Outcome::Clean } else { Outcome::Findings })
}

fn shown(path: &Path) -> String {
    path.display().to_string()
}

fn read(path: &Path, name: &str) -> Result<Vec<u8>, Box<Diagnostic>> {
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

/// What exists is not overwritten: it may be months of work. Another document may join a region.
fn absent(output: &Path, paths: impl Iterator<Item = String>) -> Result<(), Box<Diagnostic>> {
    match paths.map(|path| below_root(output, &path)).find(|path| path.symlink_metadata().is_ok()) {
        Some(path) => Err(Box::new(Diagnostic::new(Code::J0807).arg("path", shown(&path)))),
        None => Ok(()),
    }
}

/// Writes the files beside their places and then moves them there. Without --force a region that is there keeps its
/// own file.
fn write(options: &ImportOptions, files: &[Artifact]) -> Result<(), Box<Diagnostic>> {
    let output = &options.output;
    let keeps = |file: &Artifact| !options.force && file.is("/region.yaml") && below_root(output, &file.path).exists();
    let files: Vec<Artifact> = files.iter().filter(|file| !keeps(file)).cloned().collect();
    if !options.force {
        absent(output, files.iter().map(|file| file.path.clone()))?;
    }
    let stage = || -> io::Result<()> {
        fs::create_dir_all(output)?;
        let stage = tempfile::Builder::new().prefix(".junsoku-import-").tempdir_in(output)?;
        import::write_files(stage.path(), &files)?;
        for file in &files {
            let path = below_root(output, &file.path);
            fs::create_dir_all(path.parent().unwrap_or(output))?;
            fs::rename(below_root(stage.path(), &file.path), path)?;
        }
        Ok(())
    };
    stage().map_err(|error| {
        Box::new(Diagnostic::new(Code::J0808).arg("path", shown(output)).arg("reason", error.to_string()))
    })
}
