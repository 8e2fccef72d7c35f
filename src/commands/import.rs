//! `junsoku import`: a document that exists already as content.

use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::options::ImportOptions;
use super::{ExitOutcome, Session};
use crate::base::artifact::Artifact;
use crate::base::diagnostics::{Code, Diagnostic, Diagnostics};
use crate::content::{EditPath, YamlEditor, is_id, unheld_name};
use crate::import;
use crate::import::merge::merge_report;
use crate::import::outline::source::SourceText;
use crate::import::prove::{report, review};
use crate::import::readers::encoding;
use crate::import::{ExistingFiles, Imported, Names};
use crate::machine::{Existing, FileToWrite, FolderLock, WriteFault, sweep_above, sweep_below, write_files};
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
    // Half of an earlier import would look like the region that stands there.
    sweep_above(&options.output);
    sweep_below(&options.output);
    let name = import_path(&options.file);
    let bytes = read_source_file(&options.file, &name)?;
    let markdown = options
        .file
        .extension()
        .is_some_and(|ending| ending.eq_ignore_ascii_case("md") || ending.eq_ignore_ascii_case("markdown"));
    let (source, encoding) = import::read_source(&bytes, &name, markdown)?;
    let name_of_region = options.name.clone().or_else(|| existing_name(options));
    let names = Names { region: options.region.clone(), document: options.document.clone(), name: name_of_region };
    let imported = imported_beside(options, &source, &names)?;
    let mut lines = vec![session.messages.with("import-encoding", &[("file", &name), ("encoding", encoding)])];
    if options.dry_run {
        lines.push(report::outline(&imported.outline));
    }
    lines.push(report::import_report(&imported, session.messages));
    let mut backups = Vec::new();
    if merges(options, &imported) {
        backups = merge(options, &imported, &names, session, &mut lines)?;
    } else if !options.dry_run {
        backups = write_imported(options, &imported.files)?;
        lines.push(session.messages.with("import-written", &[("output", &import_path(&options.output))]));
    }
    if options.dry_run {
        lines.push(session.messages.text("import-dry"));
    }
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

/// The name of the region in its own file, where it has one.
fn existing_name(options: &ImportOptions) -> Option<String> {
    yaml_value_at(&below_root(&options.output, &format!("regions/{}/region.yaml", options.region)), "name/ja")
}

/// Imports beside what the region has already, unless the document is merged onto its file or replaced.
fn imported_beside(options: &ImportOptions, source: &SourceText, names: &Names) -> Result<Imported, Box<Diagnostic>> {
    let document = below_root(&options.output, &format!("regions/{}/{}.yaml", options.region, options.document));
    let renews = options.force || document.symlink_metadata().is_ok();
    // A form that another document asks for is not this one's, whose new text has others.
    let mut existing = existing_files(options, renews);
    if renews && existing.forms.is_empty() {
        existing = ExistingFiles::default();
    }
    let imported = import::import_beside(source, names, options.form, &existing)?;
    // A form by itself that the region has is its new text.
    if imported.outline.forms_alone && existing != ExistingFiles::default() {
        return import::import_beside(source, names, options.form, &ExistingFiles::default());
    }
    Ok(imported)
}

/// The forms and tables that the region has; where the document `renews` what it has, the forms of others alone. What cannot
/// be read has no number, and its name is taken all the same.
fn existing_files(options: &ImportOptions, renews: bool) -> ExistingFiles {
    let folder = |name: &str| below_root(&options.output, &format!("regions/{}/{name}", options.region));
    let label = |key: &str| yaml_value_at(&folder("region.yaml"), key);
    let of_another = |path: &Path| {
        yaml_value_at(path, "basis").is_some_and(|basis| basis.split('#').next() != Some(options.document.as_str()))
    };
    let (forms, form_numbers) = ids_and_numbers(&folder("forms"), &|path| !renews || of_another(path));
    let (tables, table_numbers) = ids_and_numbers(&folder("tables"), &|_| !renews);
    ExistingFiles {
        forms,
        form_numbers,
        form_label: label("form_label/ja"),
        tables,
        table_numbers,
        table_label: label("table_label/ja"),
    }
}

/// The ids of the files of a folder that are `wanted`, and the numbers that they say.
fn ids_and_numbers(folder: &Path, wanted: &dyn Fn(&Path) -> bool) -> (BTreeSet<String>, BTreeSet<u32>) {
    let (mut ids, mut numbers) = (BTreeSet::new(), BTreeSet::new());
    for path in fs::read_dir(folder).into_iter().flatten().filter_map(Result::ok).map(|entry| entry.path()) {
        let id = path.file_name().and_then(|name| name.to_str()).and_then(|name| name.strip_suffix(".yaml"));
        let Some(id) = id.filter(|_| wanted(&path)) else { continue };
        ids.insert(id.to_owned());
        numbers.extend(yaml_value_at(&path, "number").and_then(|number| number.parse::<u32>().ok()));
    }
    (ids, numbers)
}

/// What a file of YAML says at `at`.
fn yaml_value_at(path: &Path, at: &str) -> Option<String> {
    let editor = YamlEditor::new(fs::read_to_string(path).ok()?).ok()?;
    editor.scalar(&EditPath::from_words(at)).ok()?.map(str::to_owned)
}

/// Whether what was imported is the new text of what exists: of the document, or, where it is forms alone, of one of them.
fn merges(options: &ImportOptions, imported: &Imported) -> bool {
    let document = format!("/{}.yaml", options.document);
    let own = |file: &&Artifact| {
        if imported.outline.forms_alone { file.path.contains("/forms/") } else { file.is(&document) }
    };
    let exists = |file: &Artifact| below_root(&options.output, &file.path).symlink_metadata().is_ok();
    !options.force && imported.files.iter().filter(own).any(exists)
}

/// Merges what was imported into the files that exist, and says what changed.
fn merge(
    options: &ImportOptions,
    imported: &Imported,
    names: &Names,
    session: &Session,
    lines: &mut Vec<String>,
) -> Result<Vec<PathBuf>, Box<Diagnostic>> {
    let _lock = locked(&options.output)?;
    let merged = import::merge::merge_imported(&options.output, imported, names)?;
    let mut backups = Vec::new();
    if !options.dry_run {
        let existing = |file: &Artifact| {
            let path = below_root(&options.output, &file.path);
            if path.exists() { Existing::BackedUp } else { Existing::Refused }
        };
        let files: Vec<FileToWrite<'_>> = merged
            .files
            .iter()
            .map(|file| FileToWrite {
                path: below_root(&options.output, &file.path),
                bytes: &file.bytes,
                existing: existing(file),
            })
            .collect();
        backups = write_files(&files).map_err(|fault| Box::new(fault.diagnostic()))?;
    }
    let document = format!("{}.yaml", names.document);
    let kept =
        backups.iter().find(|path| path.file_name().is_some_and(|name| name.to_string_lossy().starts_with(&document)));
    let command = kept.map(|kept| {
        format!(
            "junsoku amend {} {}/{} --content {}",
            import_path(kept),
            names.region,
            names.document,
            import_path(&options.output)
        )
    });
    lines.push(merge_report(&merged, command.as_deref(), session.messages));
    Ok(backups)
}

/// The region's file with what an import has to add to it.
fn completed(options: &ImportOptions, files: &[Artifact]) -> Result<Option<Artifact>, Box<Diagnostic>> {
    let Some(file) = files.iter().find(|file| file.is("/region.yaml")) else { return Ok(None) };
    let path = below_root(&options.output, &file.path);
    let Ok(text) = fs::read_to_string(&path) else { return Ok(None) };
    let whole = import::merge::completed_region(&text, &String::from_utf8_lossy(&file.bytes));
    let whole = whole.map_err(|error| Box::new(error.diagnostic(&import_path(&path), &text, "merge-by-force")))?;
    Ok(whole.map(|text| Artifact::new(file.path.clone(), text)))
}

fn locked(output: &Path) -> Result<Option<FolderLock>, Box<Diagnostic>> {
    let locked = if output.is_dir() { FolderLock::take(output).map(Some) } else { Ok(None) };
    locked.map_err(|error| Box::new(WriteFault::new(output, error).diagnostic()))
}

/// Refuses to overwrite files that exist: they may be months of work. Another document may join a region.
fn refuse_existing_files(output: &Path, paths: impl Iterator<Item = String>) -> Result<(), Box<Diagnostic>> {
    match paths.map(|path| below_root(output, &path)).find(|path| path.symlink_metadata().is_ok()) {
        Some(path) => Err(Box::new(Diagnostic::new(Code::J0807).arg("path", import_path(&path)))),
        None => Ok(()),
    }
}

/// Writes the files, all or none, and gives the backups of what --force let it replace. A region that is there keeps its
/// own file, to which what is missing is added.
fn write_imported(options: &ImportOptions, files: &[Artifact]) -> Result<Vec<PathBuf>, Box<Diagnostic>> {
    let output = &options.output;
    // A folder that is not there yet cannot be locked. The writer makes it, and refuses what another run made
    // first.
    let _lock = locked(output)?;
    // A second document joins a region whose name and council a person may have written by now.
    let keeps = |file: &Artifact| file.is("/region.yaml") && below_root(output, &file.path).exists();
    let added: Vec<&Artifact> = files.iter().filter(|file| !keeps(file)).collect();
    if !options.force {
        refuse_existing_files(output, added.iter().map(|file| file.path.clone()))?;
    }
    let region = completed(options, files)?;
    let existing = if options.force { Existing::BackedUp } else { Existing::Refused };
    let write = |file: &'_ Artifact, existing| (below_root(output, &file.path), file.bytes.clone(), existing);
    let mut all: Vec<(PathBuf, Vec<u8>, Existing)> = added.iter().map(|file| write(file, existing)).collect();
    all.extend(region.iter().map(|file| write(file, Existing::BackedUp)));
    let files: Vec<FileToWrite<'_>> = all
        .iter()
        .map(|(path, bytes, existing)| FileToWrite { path: path.clone(), bytes, existing: *existing })
        .collect();
    write_files(&files).map_err(|fault| Box::new(fault.diagnostic()))
}
