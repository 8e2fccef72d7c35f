//! `junsoku edition`: keeps the present text of a document as an edition and begins its amendment.

use std::fs;
use std::path::{Path, PathBuf};

use fluent::FluentArgs;
use jiff::civil::Date;

use super::options::EditionOptions;
use super::{ExitOutcome, Session, content_folder, refuse_request};
use crate::base::diagnostics::{Code, Diagnostic, Diagnostics};
use crate::content::{Content, EditError, EditPath, Landing, PathStep, SetKey, YamlEditor, read_content, suggest};
use crate::corpus::{Document, belonging, resolve};
use crate::machine::{Existing, FileToWrite, FolderLock, WriteFault, write_files};
use crate::platform::below_root;

/// Keeps the text that `options` name and says what to do next.
pub(super) fn run_edition(options: &EditionOptions, session: &Session) -> ExitOutcome {
    let mut findings = Diagnostics::default();
    let outcome = match keep_text(options, &mut findings) {
        Ok(kept) => {
            session.print(&report_kept(&kept, options, session));
            ExitOutcome::Clean
        }
        Err(outcome) => outcome,
    };
    session.report(&findings);
    outcome
}

/// The files that were kept, or would be.
struct KeptText {
    /// The new files, by their paths below the content folder, each with the one of which it is a copy.
    copies: Vec<(String, String)>,
    /// The file of the document.
    document: String,
}

fn keep_text(options: &EditionOptions, findings: &mut Diagnostics) -> Result<KeptText, ExitOutcome> {
    let root = &options.content;
    content_folder(root).or_else(|fault| refuse_request(*fault, findings))?;
    // Nobody else writes between reading and writing.
    let locked = FolderLock::take(root).map_err(|error| WriteFault::new(root, error).diagnostic());
    let _lock = locked.or_else(|fault| refuse_request(fault, findings))?;
    let mut found = Diagnostics::default();
    let content = read_content(root, &mut found);
    let corpus = resolve(&content, &mut found);
    // How editions follow each other is what this changes.
    let is_order = |code: Code| [Code::J0337, Code::J0338, Code::J0339].contains(&code);
    found.revise(|finding| (!is_order(finding.code)).then_some(finding));
    if found.has_errors() {
        findings.append(found);
        return Err(ExitOutcome::Findings);
    }
    let (set, id) = options.document.split_once('/').unwrap_or((options.document.as_str(), ""));
    let key = SetKey::from_name(set);
    let document = corpus.sets.get(&key).and_then(|set| set.document(id));
    let Some(document) = document else {
        let documents = |set: &crate::corpus::Set| {
            set.documents.iter().map(|document| format!("{}/{}", set.key, document.id)).collect::<Vec<_>>()
        };
        let known: Vec<String> = corpus.sets.values().flat_map(documents).collect();
        let names: Vec<&str> = known.iter().map(String::as_str).collect();
        let fault = Diagnostic::new(Code::J0040).arg("name", &options.document).arg("known", known.join(", "));
        return refuse_request(suggest(fault, &options.document, &names), findings);
    };
    let kept = kept_text(&content, &key, document, options).or_else(|fault| refuse_request(*fault, findings))?;
    let amended = match options.from {
        Some(from) => Some(
            amended_text(&below_root(root, &kept.document), document, from)
                .or_else(|fault| refuse_request(*fault, findings))?,
        ),
        None => None,
    };
    if !options.dry_run {
        write_kept(root, &kept, amended.as_deref()).or_else(|fault| refuse_request(*fault, findings))?;
    }
    Ok(kept)
}

/// Returns which files are to be kept.
fn kept_text(
    content: &Content,
    key: &SetKey,
    document: &Document,
    options: &EditionOptions,
) -> Result<KeptText, Box<Diagnostic>> {
    let Some(present) = document.in_force_from() else {
        return Err(Box::new(Diagnostic::new(Code::J0062).arg("document", &options.document)));
    };
    if let Some(from) = options.from.filter(|from| *from <= present) {
        let fault = Diagnostic::new(Code::J0063).arg("from", from.to_string());
        return Err(Box::new(fault.arg("present", present.to_string())));
    }
    let (home, edition) = (key.folder(), key.edition(present).folder());
    let belonging = belonging(content, key, &document.id);
    let forms = belonging.forms.iter().map(|form| format!("forms/{form}.yaml"));
    let tables = belonging.tables.iter().map(|table| format!("tables/{table}.yaml"));
    let files = std::iter::once(format!("{}.yaml", document.id)).chain(forms).chain(tables);
    let copies: Vec<(String, String)> =
        files.map(|file| (format!("{edition}/{file}"), format!("{home}/{file}"))).collect();
    let document = format!("{home}/{}.yaml", document.id);
    let path = |copy: &String| below_root(&options.content, copy);
    match copies.first().map(|(copy, _)| path(copy)).filter(|path| path.symlink_metadata().is_ok()) {
        Some(taken) => Err(Box::new(Diagnostic::new(Code::J0064).arg("path", taken.display().to_string()))),
        None => {
            // What another document of the same day has kept already stays.
            let is_free = |(copy, _): &(String, String)| path(copy).symlink_metadata().is_err();
            Ok(KeptText { copies: copies.into_iter().filter(is_free).collect(), document })
        }
    }
}

/// Returns the file of the document with the day of the amendment, and every other byte as it was.
fn amended_text(path: &Path, document: &Document, from: Date) -> Result<String, Box<Diagnostic>> {
    let text = fs::read_to_string(path).map_err(|error| Box::new(WriteFault::new(path, error).diagnostic()))?;
    let fault = |error: EditError| Box::new(error.diagnostic(&path.display().to_string(), &text, "edition-by-hand"));
    let mut file = YamlEditor::new(text.as_str()).map_err(fault)?;
    let amended = EditPath::root().key("amended");
    let edited = if document.amended.is_empty() && !file.contains(&amended) {
        let landing = Landing::After(PathStep::Key("enacted".to_owned()));
        file.insert_key(&EditPath::root(), &landing, "amended", &format!("[{from}]"))
    } else {
        file.insert(&amended, &Landing::Last, &from.to_string())
    };
    edited.map_err(fault)?;
    Ok(file.into_text())
}

/// Writes the copies, byte for byte, and the document with the day of its amendment; all or nothing.
fn write_kept(root: &Path, kept: &KeptText, amended: Option<&str>) -> Result<(), Box<Diagnostic>> {
    let mut read: Vec<(PathBuf, Vec<u8>)> = Vec::new();
    for (copy, original) in &kept.copies {
        let original = below_root(root, original);
        let bytes = fs::read(&original).map_err(|error| Box::new(WriteFault::new(&original, error).diagnostic()))?;
        read.push((below_root(root, copy), bytes));
    }
    let copies = read.iter().map(|(path, bytes)| (path, bytes.as_slice(), Existing::Refused));
    let document = below_root(root, &kept.document);
    // The document comes last: until all copies are there it is not touched.
    let amended = amended.map(|text| (&document, text.as_bytes(), Existing::Replaced));
    let files: Vec<FileToWrite<'_>> = copies
        .chain(amended)
        .map(|(path, bytes, existing)| FileToWrite { path: path.clone(), bytes, existing })
        .collect();
    write_files(&files).map(drop).map_err(|fault| Box::new(fault.diagnostic()))
}

fn report_kept(kept: &KeptText, options: &EditionOptions, session: &Session) -> String {
    let messages = session.messages;
    let shown = |path: &str| below_root(&options.content, path).display().to_string();
    let document = shown(&kept.document);
    let mut lines: Vec<String> =
        kept.copies.iter().map(|(copy, _)| messages.with("edition-kept", &[("path", &shown(copy))])).collect();
    let date = options.from.map(|from| from.to_string());
    match &date {
        Some(date) => {
            lines.push(messages.with("edition-amended", &[("path", &document), ("date", date)]));
            let args = [("path", document.as_str()), ("date", date), ("document", &options.document)];
            lines.push(messages.with("edition-next-from", &args));
        }
        None => lines.push(messages.with("edition-next", &[("path", &document)])),
    }
    let copies: Vec<String> = kept.copies.iter().map(|(copy, _)| shown(copy)).collect();
    let mut undo = FluentArgs::new();
    undo.set("paths", copies.join(&messages.text("list-separator")));
    undo.set("date", date.unwrap_or_else(|| "none".to_owned()));
    lines.push(messages.format("edition-undo", &undo));
    if options.dry_run {
        lines.push(messages.text("edition-would"));
    }
    lines.join("\n")
}
