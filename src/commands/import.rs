//! `junsoku import`: a document that exists already as content.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::arguments::ImportOptions;
use super::{Outcome, Session, print};
use crate::artifact::Artifact;
use crate::content::is_id;
use crate::diagnostics::{Diagnostic, Diagnostics};
use crate::import::encoding::{self, Decoded};
use crate::import::{self, Imported, Names, report, text};

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
            return Err(Box::new(Diagnostic::error("J0809").arg("id", id)));
        }
    }
    let name = shown(&options.file);
    let decoded = read(&options.file, &name)?;
    let markdown = options
        .file
        .extension()
        .is_some_and(|ending| ending.eq_ignore_ascii_case("md") || ending.eq_ignore_ascii_case("markdown"));
    let source = text::read(&decoded.text, markdown);
    let names =
        Names { region: options.region.clone(), document: options.document.clone(), name: options.name.clone() };
    if !options.dry_run && !options.force {
        absent(&options.output, &names)?;
    }
    let imported = import::import(&source, &names)?;
    let mut lines = vec![session.messages.with("import-encoding", &[("file", &name), ("encoding", decoded.encoding)])];
    if options.dry_run {
        lines.push(report::outline(&imported.outline));
    }
    lines.push(report::report(&imported, &session.messages));
    let end = if options.dry_run {
        session.messages.text("import-dry")
    } else {
        write(&options.output, &names, &imported)?;
        session.messages.with("import-written", &[("output", &shown(&options.output))])
    };
    lines.push(end);
    print(&lines.join("\n"));
    Ok(if imported.proof.differences.is_empty() { Outcome::Clean } else { Outcome::Findings })
}

fn shown(path: &Path) -> String {
    path.display().to_string()
}

fn read(path: &Path, name: &str) -> Result<Decoded, Box<Diagnostic>> {
    let bytes = if name == "-" {
        encoding::read(&mut io::stdin().lock(), name)?
    } else {
        let metadata = fs::metadata(path).map_err(|error| encoding::unreadable(name, &error))?;
        // Reading a pipe would wait for ever.
        if !metadata.is_file() {
            return Err(encoding::unreadable(name, &io::ErrorKind::InvalidInput.into()));
        }
        let mut file = fs::File::open(path).map_err(|error| encoding::unreadable(name, &error))?;
        encoding::read(&mut file, name)?
    };
    encoding::decode(&bytes, name)
}

/// The files of a region that an import writes.
fn targets(output: &Path, names: &Names) -> [PathBuf; 2] {
    let folder = output.join("regions").join(&names.region);
    [folder.join("region.yaml"), folder.join(format!("{}.yaml", names.document))]
}

/// What exists is not overwritten: it may be months of work. Another document may join a region.
fn absent(output: &Path, names: &Names) -> Result<(), Box<Diagnostic>> {
    let [_, document] = targets(output, names);
    match document.symlink_metadata() {
        Ok(_) => Err(Box::new(Diagnostic::error("J0807").arg("path", shown(&document)))),
        Err(_) => Ok(()),
    }
}

/// Writes the files beside their places and then moves them there. `region.yaml` stays as it is where there is one.
fn write(output: &Path, names: &Names, imported: &Imported) -> Result<(), Box<Diagnostic>> {
    let failed = |error: &io::Error| {
        Box::new(Diagnostic::error("J0808").arg("path", shown(output)).arg("reason", error.to_string()))
    };
    let [region, _] = targets(output, names);
    let files: Vec<&Artifact> =
        imported.files.iter().filter(|file| !(region.exists() && file.path.ends_with("/region.yaml"))).collect();
    let stage = || -> io::Result<()> {
        fs::create_dir_all(output)?;
        let stage = tempfile::Builder::new().prefix(".junsoku-import-").tempdir_in(output)?;
        import::write_files(stage.path(), &files.iter().map(|file| (*file).clone()).collect::<Vec<_>>())?;
        for file in &files {
            let path = output.join(&file.path);
            fs::create_dir_all(path.parent().unwrap_or(output))?;
            fs::rename(stage.path().join(&file.path), path)?;
        }
        Ok(())
    };
    stage().map_err(|error| failed(&error))
}
