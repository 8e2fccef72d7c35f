//! Import: from the text that a council has today to the YAML that authors write. A reader makes lines
//! (`source`), `lines` puts broken sentences together, `build` makes provisions of them, `write` files, and
//! `proof` compares what was written, read back as any other content, with what was read.

mod build;
pub mod docx;
pub mod encoding;
mod escape;
mod front;
pub mod heads;
mod ids;
mod levels;
pub mod lines;
pub mod marks;
mod opening;
pub mod outline;
mod placing;
mod plan;
pub mod print;
pub mod proof;
mod references;
pub mod report;
mod rows;
pub mod source;
pub mod style;
mod tables;
pub mod text;
pub mod words;
mod write;

use std::fs;
use std::io;
use std::path::Path;

pub use write::Names;

use crate::artifact::Artifact;
use crate::content::SetKey;
use crate::corpus::Corpus;
use crate::diagnostics::{Diagnostic, Diagnostics};
use outline::{Doubt, Outline};
use proof::Proof;
use source::{Counted, LeftOut, Source};

/// What became of a file.
#[derive(Debug)]
pub struct Imported {
    /// The files to write, below the content folder.
    pub files: Vec<Artifact>,
    /// What was recognised.
    pub outline: Outline,
    /// What was left out on purpose, by line.
    pub left_out: Vec<LeftOut>,
    /// What could be otherwise, with lines of the input.
    pub doubts: Vec<Doubt>,
    /// How many references became links.
    pub links: usize,
    /// How the files stand to the input.
    pub proof: Proof,
    /// What numbers of lines count.
    pub counted: Counted,
}

/// Reads `bytes`, which `name` held, with the reader that fits their content, and says what they were read as.
/// `markdown` says that the name ends in .md.
///
/// # Errors
/// Those of [`encoding::decode`] and [`docx::read`].
pub fn source(bytes: &[u8], name: &str, markdown: bool) -> Result<(Source, &'static str), Box<Diagnostic>> {
    if docx::is_container(bytes) {
        return Ok((docx::read(bytes, name)?, "Word (.docx)"));
    }
    let decoded = encoding::decode(bytes, name)?;
    Ok((text::read(&decoded.text, markdown), decoded.encoding))
}

/// Imports what a reader gave.
///
/// # Errors
/// J0806 where the files cannot be read back: a fault of this program. Nothing has been written then.
pub fn import(source: &Source, names: &Names) -> Result<Imported, Box<Diagnostic>> {
    let mut left_out = source.left_out.clone();
    let outline = recognise(source, &mut left_out);
    let plans = plan::plan(&outline);
    let texts: Vec<&str> = source.lines.iter().map(|line| line.text.as_str()).collect();
    let written = write::files(&outline, &plans, front::habit(&texts), names);
    let printed = read_back(&written.files, names, !outline.front.title.is_empty())?;
    let proof = proof::prove(source, &outline, &printed);
    let mut doubts: Vec<Doubt> = outline.doubts.iter().cloned().chain(written.doubts).collect();
    for doubt in &mut doubts {
        doubt.line = source.lines.get(doubt.line).map_or(1, |line| line.number);
    }
    doubts.sort_by_key(|doubt| doubt.line);
    left_out.sort_by_key(|left| left.line);
    Ok(Imported {
        files: written.files,
        outline,
        left_out,
        doubts,
        links: written.links,
        proof,
        counted: source.counted,
    })
}

/// The outline of what a reader gave.
fn recognise(source: &Source, left_out: &mut Vec<LeftOut>) -> Outline {
    let found = lines::paragraphs(source, left_out);
    let texts: Vec<&str> = source.lines.iter().map(|line| line.text.as_str()).collect();
    let mut doubts = source.doubts.clone();
    let (front, taken) = front::read(&found.paras, front::habit(&texts), &mut doubts);
    let built = build::Builder::new(&found.paras).build(&taken);
    doubts.extend(built.doubts);
    let guessed = found.guessed.iter().map(|line| {
        let words = source.lines.get(*line).map(|line| line.text.chars().take(30).collect()).unwrap_or_default();
        Doubt { line: *line, chosen: "joined", words }
    });
    doubts.extend(guessed);
    let repeated = found.running.into_iter().chain(built.repeated).collect();
    let mut outline = Outline { front, divisions: built.divisions, doubts, repeated };
    settle_tables(&mut outline);
    outline.divisions.sort_by_key(proof::rank);
    outline
}

/// Appended tables become tables of the set where the set can print all their labels; others stand in the document.
fn settle_tables(outline: &mut Outline) {
    let mut numbers = std::collections::BTreeSet::new();
    let mut style = None;
    let mut rest: Vec<outline::Node> = Vec::new();
    for division in &mut outline.divisions {
        // What stood below a table stands before what follows.
        division.nodes.splice(0..0, rest.drain(..));
        let Some(codes) = division.codes.take() else { continue };
        let own = write::table_style(&division.label.text).map(|style| style.template());
        let number = plan::first_number(&division.label.text);
        let same = own.is_some() && *style.get_or_insert_with(|| own.clone()) == own;
        if same && !division.title.is_empty() && number.is_some_and(|number| numbers.insert(number)) {
            division.codes = Some(codes);
            rest.append(&mut division.nodes);
        } else {
            division.nodes.insert(0, rows::as_provisions(codes));
        }
    }
    if let Some(last) = outline.divisions.iter_mut().rfind(|division| division.codes.is_none()) {
        last.nodes.append(&mut rest);
    }
    outline
        .divisions
        .sort_by_key(|division| division.codes.as_ref().and_then(|_| plan::first_number(&division.label.text)));
}

/// What the files print once they are read as content.
fn read_back(files: &[Artifact], names: &Names, with_title: bool) -> Result<Vec<String>, Box<Diagnostic>> {
    let broken = |reason: String| Box::new(Diagnostic::error("J0806").arg("reason", reason));
    let folder = tempfile::tempdir().map_err(|error| broken(error.to_string()))?;
    write_files(folder.path(), files).map_err(|error| broken(error.to_string()))?;
    let mut findings = Diagnostics::default();
    let corpus = loaded(folder.path(), &mut findings);
    if let Some(finding) =
        findings.sorted().iter().find(|finding| finding.severity == crate::diagnostics::Severity::Error)
    {
        let line = finding
            .place
            .as_ref()
            .map(|place| format!("{}:{} {}", place.file.path, place.start().line, place.text()))
            .unwrap_or_default();
        return Err(broken(format!("{} {line}", finding.code)));
    }
    let set = corpus.set(&SetKey::Region(names.region.clone()));
    let document = set.and_then(|set| set.documents.iter().find(|document| document.id == names.document));
    match set.zip(document) {
        Some((set, document)) => Ok(print::letters(set, document, with_title)),
        None => Err(broken(names.document.clone())),
    }
}

fn loaded(root: &Path, findings: &mut Diagnostics) -> Corpus {
    crate::load(root, findings)
}

/// Writes `files` below `root`.
///
/// # Errors
/// What the file system says.
pub fn write_files(root: &Path, files: &[Artifact]) -> io::Result<()> {
    for file in files {
        let path = root.join(&file.path);
        if let Some(folder) = path.parent() {
            fs::create_dir_all(folder)?;
        }
        fs::write(path, &file.bytes)?;
    }
    Ok(())
}
