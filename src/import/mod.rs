//! Import: from the text that a council has today to the YAML that authors write. A reader makes lines
//! (`outline::source`), `lines` puts broken sentences together, `build` makes provisions of them, `write` files, and
//! `proof` compares what was written, read back as any other content, with what was read.

#![warn(clippy::wildcard_enum_match_arm)]

mod forms;
pub mod merge;
pub mod outline;
pub mod prove;
pub mod readers;
mod reading;
pub mod recognise;
mod settling;
pub mod shapes;
mod write;

use std::collections::BTreeSet;
use std::path::Path;

pub use outline::existing::ExistingFiles;
pub use prove::report::Imported;
pub use reading::read_source;
pub use write::files::{Names, write_files};

use crate::base::diagnostics::{Code, Diagnostic, Diagnostics, Severity};
use crate::content::{LARGEST_FILE, SetKey};
use crate::corpus::Corpus;
use crate::machine::{WorkFolder, WriteFault};
use forms::alone::lone_form;
use forms::form;
use outline::doubt::{Doubt, DoubtKind};
use outline::source::{LeftOut, SourceText, Why};
use outline::tree::{Outline, OutlineDivision};
use prove::{became, confidence, printed, printed_form, proof, references, structure};
use recognise::builder::OutlineBuilder;
use recognise::{front, histories, in_force, lines, side_heads, signatures, titles, weak_marks};
use settling::{settle_forms, settle_tables};
use shapes::heads;
use write::{files, plan};

pub(crate) use write::{english_label, escape_markdown};

/// Imports what a reader gave.
///
/// # Errors
/// J0806 where the files cannot be read back, a fault of this program; J0819 where one is larger than content may be; J0511 and
/// its like where there is no room to try them. Nothing has been written then.
pub fn import_source(source: &SourceText, names: &Names) -> Result<Imported, Box<Diagnostic>> {
    import_as(source, names, None, &ExistingFiles::default())
}

/// Imports what a reader gave as one form, whatever it looks like.
///
/// # Errors
/// As [`import_source`].
pub fn import_form(source: &SourceText, names: &Names) -> Result<Imported, Box<Diagnostic>> {
    import_as(source, names, Some(true), &ExistingFiles::default())
}

/// Imports what a reader gave as a further document of a region that has `existing` forms and tables, `as_form` as one form.
///
/// # Errors
/// As [`import_source`].
pub fn import_beside(
    source: &SourceText,
    names: &Names,
    as_form: bool,
    existing: &ExistingFiles,
) -> Result<Imported, Box<Diagnostic>> {
    import_as(source, names, as_form.then_some(true), existing)
}

/// Imports as one form or not; where nothing is said, as what it looks like.
fn import_as(
    source: &SourceText,
    names: &Names,
    as_form: Option<bool>,
    existing: &ExistingFiles,
) -> Result<Imported, Box<Diagnostic>> {
    let mut left_out = source.left_out.clone();
    let mut outline = recognise(source, &mut left_out, as_form, existing);
    let texts: Vec<&str> = source.lines.iter().map(|line| line.text.as_str()).collect();
    let habit = front::habit(&texts);
    let mut typed = BTreeSet::new();
    // Each turn turns at least one form into text or keeps the words of one more reference, so that the loop ends with the
    // last of them.
    let (written, printed, plans) = loop {
        let plans = plan::plan_outline(&outline);
        let written = files::outline_files(&outline, &plans, habit, names, &typed);
        // The files are read as any content is, so that the proof covers the reader of content too.
        let read = read_back(&written, names, &outline);
        let unproven = match &read {
            Ok(printed) => printed.unproven.clone(),
            // A form that cannot be read must not keep the document from being written.
            Err(_) => written.forms.keys().copied().collect(),
        };
        if unproven.is_empty() {
            let read = read?;
            if read.mistaken.is_empty() {
                break (written, read.letters, plans);
            }
            typed.extend(read.mistaken);
            continue;
        }
        // A form that cannot print its own letters is a document with these letters.
        // Recognised anew as a document, since an outline of a form alone has no provisions to fall back to.
        if outline.forms_alone && as_form != Some(false) {
            let mut imported = import_as(source, names, Some(false), existing)?;
            let line = source.lines.first().map_or(1, |line| line.number);
            let title = outline.divisions.last().map_or("", |division| division.title.text.as_str());
            imported.doubts.insert(0, Doubt::new(line, DoubtKind::FormAsText, title));
            return Ok(imported);
        }
        for at in unproven {
            as_text(&mut outline, at);
        }
    };
    let settled = settled_doubts(source, &outline).into_iter().chain(renamed_doubts(&plans)).collect();
    let became = became::became(&outline.front, &plans, &written.files);
    outline.doubts = settled;
    let proof = proof::prove(source, &outline, &printed);
    let mut doubts: Vec<Doubt> = outline.doubts.iter().cloned().chain(written.doubts).collect();
    let structures = confidence::structures(&outline, &doubts, source);
    // Only here do doubts get lines of the input: all that went before needs places in the source.
    for doubt in &mut doubts {
        doubt.line = source.lines.get(doubt.line).map_or(1, |line| line.number);
    }
    doubts.sort_by_key(|doubt| doubt.line);
    left_out.sort_by_key(|left| left.line);
    Ok(Imported {
        became,
        structures,
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
fn recognise(
    source: &SourceText,
    left_out: &mut Vec<LeftOut>,
    as_form: Option<bool>,
    existing: &ExistingFiles,
) -> Outline {
    let mut found = lines::paragraphs(source, left_out);
    let texts: Vec<&str> = source.lines.iter().map(|line| line.text.as_str()).collect();
    let mut doubts = source.doubts.clone();
    // Marks before titles and titles before the front: each step takes for granted what the one before has settled.
    weak_marks::drop_lone(&mut found.paras);
    doubts.extend(signatures::settle_signatures(&mut found.paras));
    doubts.extend(titles::settle_titles(&mut found, source, left_out));
    // Histories go before the front is read: （令4告示30・全改） would else be a note of the cover or a caption.
    doubts.extend(side_heads::settle_side_heads(&mut found.paras, source));
    let before = found.paras.len();
    let histories = histories::take_out(&mut found.paras);
    // A form has no histories; what has some is a document.
    let noted = found.paras.len() < before;
    let (front, taken) = front::read_front(&found.paras, front::habit(&texts), &mut doubts);
    // 様式第１号（第２条関係） above the title says number and basis, which only a form among others has.
    let numbered = found.paras.first().and_then(|para| heads::division(&para.words.text));
    let numbered = numbered.is_some_and(|head| head.begins == heads::Begins::Form);
    let lone = if as_form == Some(false) || noted || numbered {
        None
    } else {
        lone_form(source, &found.paras, &front, as_form.is_some())
    };
    let links = source.lines.iter().enumerate().filter(|(_, line)| !line.links.is_empty());
    let links = links.map(|(place, line)| (place, line.links.clone())).collect();
    let strong = source.lines.iter().enumerate().filter(|(_, line)| !line.strong.is_empty());
    let strong = strong.map(|(place, line)| (place, line.strong.clone())).collect();
    if let Some(division) = lone {
        // The title of a form is what it is called, wherever it stands.
        doubts.retain(|doubt| doubt.kind != DoubtKind::TitleByPlace);
        if as_form.is_none() {
            doubts.push(Doubt::new(division.title.line(), DoubtKind::FormAlone, &division.title.text));
        }
        let divisions = vec![OutlineDivision::default(), division];
        let mut outline = Outline {
            divisions,
            doubts,
            repeated: found.running,
            forms_alone: true,
            links,
            strong,
            existing: existing.clone(),
            ..Outline::default()
        };
        settle_forms(&mut outline);
        return outline;
    }
    let built = OutlineBuilder::with_histories(&found.paras, &source.tables, histories).build(&taken);
    doubts.extend(built.doubts);
    let guessed = found.guessed.iter().map(|line| {
        let text = source.lines.get(*line).map_or("", |line| line.text.as_str());
        Doubt::new(*line, DoubtKind::Joined, text)
    });
    doubts.extend(guessed);
    left_out.extend(built.folded_heads.iter().map(|words| {
        let line = source.lines.get(words.line()).map_or(1, |line| line.number);
        LeftOut { line, text: words.text.clone(), why: Why::FoldedHead }
    }));
    let repeated = found.running.into_iter().chain(built.repeated).chain(built.folded_heads).collect();
    let mut outline = Outline {
        front,
        divisions: built.divisions,
        doubts,
        repeated,
        forms_alone: false,
        links,
        strong,
        existing: existing.clone(),
    };
    for division in outline.divisions.iter_mut().filter(|division| division.begins == Some(heads::Begins::Form)) {
        division.form =
            found.paras.get(division.paras.clone()).map(|paras| form::read_form(division, paras, &source.tables));
    }
    settle_forms(&mut outline);
    settle_tables(&mut outline);
    // The corpus prints 附則 before appendices whatever the order of the text; the sort is stable, so that each kind
    // keeps its own.
    outline.divisions.sort_by_key(proof::rank);
    // Asked after forms and tables were settled, since that moves provisions.
    outline.forms_alone = outline.has_forms_alone();
    let listed = found.contents.map(|contents| contents.doubts(&outline)).unwrap_or_default();
    outline.doubts.extend(listed);
    let unlikely = structure::structure_doubts(&outline);
    outline.doubts.extend(unlikely);
    let days = in_force::in_force(&outline).doubts;
    outline.doubts.extend(days);
    outline
}

/// The forms and tables that bear other ids, since the region has theirs.
fn renamed_doubts(plans: &[plan::PlannedDivision<'_>]) -> Vec<Doubt> {
    let told = plans.iter().filter(|division| division.renamed).map(|division| {
        let own = division.division;
        let words = [own.form.as_ref().map(|form| &form.title), Some(&own.title), Some(&own.label)];
        let words = words.into_iter().flatten().find(|words| !words.is_empty()).unwrap_or(&own.label);
        Doubt::new(words.line(), DoubtKind::TakenId, &words.text)
    });
    told.collect()
}

/// Leaves a form as the text that it is.
fn as_text(outline: &mut Outline, at: usize) {
    outline.forms_alone = false;
    let Some(division) = outline.divisions.get_mut(at) else { return };
    if let Some(form) = division.form.take() {
        // The division keeps the provisions that it was read as first, which are written now.
        let words = if division.label.is_empty() { &form.title } else { &division.label };
        outline.doubts.push(Doubt::new(words.line(), DoubtKind::FormAsText, &words.text));
    }
}

/// The doubts of `outline` without those about provisions that became a form, and with one for each place to fill in.
fn settled_doubts(source: &SourceText, outline: &Outline) -> Vec<Doubt> {
    let mut lines = vec![false; source.lines.len()];
    let mut guessed = Vec::new();
    for form in outline.divisions.iter().filter_map(|division| division.form.as_ref()) {
        for piece in form.words().iter().flat_map(|words| &words.pieces) {
            if let Some(line) = lines.get_mut(piece.line) {
                *line = true;
            }
        }
        guessed.extend(form.unplaced.iter().map(|words| Doubt::new(words.line(), DoubtKind::FormCell, &words.text)));
        guessed.extend(form.between.iter().map(|words| Doubt::new(words.line(), DoubtKind::FormLine, &words.text)));
        let before = guessed.len();
        form.fields(&mut |field| {
            guessed.push(Doubt::new(field.label.line(), DoubtKind::FormField(field.kind), &field.label.text));
        });
        if guessed.len() == before {
            let words = if form.title.is_empty() { &form.label } else { &form.title };
            guessed.push(Doubt::new(words.line(), DoubtKind::FormWithoutFields, &words.text));
        }
    }
    // The division was read as provisions first; doubts about those would speak of something that is not written.
    let of_form = |doubt: &&Doubt| doubt.kind.ends_with_form() && lines.get(doubt.line).copied().unwrap_or(false);
    outline.doubts.iter().filter(|doubt| !of_form(doubt)).cloned().chain(guessed).collect()
}

/// The letters that the files print.
struct ReadBack {
    /// The letters of the document and its tables.
    letters: Vec<String>,
    /// The places of the divisions whose forms do not print their own letters.
    unproven: Vec<usize>,
    /// The references that print other words than the text has.
    mistaken: BTreeSet<write::linked::ReferencePlace>,
}

/// Returns the letters that the files print once they are read as content.
fn read_back(written: &files::Written, names: &Names, outline: &Outline) -> Result<ReadBack, Box<Diagnostic>> {
    let broken = |reason: String| Box::new(Diagnostic::new(Code::J0806).arg("reason", reason));
    // Asked before reading back, where it would be told as a fault of this program.
    if let Some(file) = written.files.iter().find(|file| file.bytes.len() as u64 > LARGEST_FILE) {
        let kib = |bytes: u64| bytes.div_ceil(1024).to_string();
        let large = Diagnostic::new(Code::J0819).arg("path", &file.path).arg("size", kib(file.bytes.len() as u64));
        return Err(Box::new(large.arg("limit", kib(LARGEST_FILE))));
    }
    // Files on a disk and not in memory, since content is loaded from folders alone.
    let folder = WorkFolder::open()?;
    write_files(folder.path(), &written.files)
        .map_err(|error| Box::new(WriteFault::new(folder.path(), error).diagnostic()))?;
    let mut findings = Diagnostics::default();
    let corpus = loaded(folder.path(), &mut findings);
    // A reference to nothing that the source has typed is the source's own slip, and no reason to refuse its text.
    let stops = |finding: &&&Diagnostic| finding.severity == Severity::Error && finding.code != Code::J0450;
    if let Some(finding) = findings.sorted().iter().find(stops) {
        let line = finding
            .place
            .as_ref()
            .map_or_else(String::new, |place| format!("{}:{} {}", place.file.path, place.start().line, place.text()));
        return Err(broken(format!("{} {line}", finding.code)));
    }
    let set = corpus.set(&SetKey::Region(names.region.clone()));
    let document = set.and_then(|set| set.documents.iter().find(|document| document.id == names.document));
    let Some(set) = set else { return Err(broken(names.region.clone())) };
    if document.is_none() && !outline.forms_alone {
        return Err(broken(names.document.clone()));
    }
    let proven = |at: usize, id: &str, bare: &BTreeSet<String>| {
        let draft = outline.divisions.get(at).and_then(|division| division.form.as_ref());
        let form = set.form(id);
        form.zip(draft)
            .is_some_and(|(form, draft)| printed_form::printed_form_letters(form, bare) == proof::form_letters(draft))
    };
    let unproven = written.forms.iter().filter(|(at, (id, bare))| !proven(**at, id, bare)).map(|(at, _)| *at);
    let letters = document.map(|document| printed::document_letters(set, document, !outline.front.title.is_empty()));
    let mistaken = document.map(|document| references::mistaken(document, &written.provision_links));
    Ok(ReadBack {
        letters: letters.unwrap_or_default(),
        unproven: unproven.collect(),
        mistaken: mistaken.unwrap_or_default(),
    })
}

fn loaded(root: &Path, findings: &mut Diagnostics) -> Corpus {
    crate::rules::loading::load(root, findings)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_form_falls_back_to_its_text() {
        let form = Some(outline::draft::Draft::default());
        let label = outline::words::SourceWords::of_line(2, "様式第１号");
        let division = OutlineDivision { label, form, begins: Some(heads::Begins::Form), ..OutlineDivision::default() };
        let mut outline = Outline { divisions: vec![division], forms_alone: true, ..Outline::default() };
        as_text(&mut outline, 0);
        assert!(outline.divisions[0].form.is_none() && !outline.forms_alone);
        assert_eq!(outline.doubts, [Doubt::new(2, DoubtKind::FormAsText, "様式第１号")]);
    }
}
