//! An amending text carried out on files: the document's file is edited in place, so that ids, comments and references stay,
//! and proven by loading it again. Nothing is written where one sentence could not be carried out.

mod cells;
mod compared;
mod gone_references;
mod in_force;
mod keys;
mod levels;
mod new_provisions;
mod paths;
mod source;
mod text;
mod writing;

pub use compared::{DayDisagreement, Disagreement, days_against, held_against};
pub use gone_references::told_in_file;
pub use in_force::InForce;
pub use source::read_amendment;

use std::sync::Arc;

use jiff::civil::Date;

use crate::base::diagnostics::{Code, Diagnostic, Diagnostics};
use crate::base::locale::Lang;
use crate::compare::Side;
use crate::compare::amend::carry::{CarriedOut, CarriedTree, CarryFault, TypedAmendment, carry_out, tree_of};
use crate::content::{EditError, SetKey, YamlEditor};
use crate::corpus::{Corpus, Document, Set};
use in_force::left_out;
use writing::FileWriter;

/// A document and what it stands in.
#[derive(Debug, Clone, Copy)]
pub struct AmendedDocument<'a> {
    /// The corpus.
    pub corpus: &'a Corpus,
    /// Its set.
    pub set: &'a Set,
    /// The document.
    pub document: &'a Document,
}

/// An amending text carried out on a document's file.
#[derive(Debug)]
pub struct AppliedText {
    /// The file as it is afterwards.
    pub text: String,
    /// The day from which it is in force, where that is known.
    pub day: Option<Date>,
    /// The provisions of which the translation is no longer that of the Japanese.
    pub untranslated: Vec<String>,
    /// The provisions in which a number that was computed is now one that the amending text typed.
    pub unlinked: Vec<String>,
    /// What the supplementary provisions of the amending text say that does not become part of the document.
    pub left_out: Vec<String>,
}

impl<'a> AmendedDocument<'a> {
    /// The document that `name` (`chuo/policy`) or, without one, the amending text names.
    ///
    /// # Errors
    /// J0040 where there is no such document, J0902 where the text names none or several bear the title.
    pub fn find(corpus: &'a Corpus, name: Option<&str>, amendment: &TypedAmendment) -> Result<Self, Box<Diagnostic>> {
        let all = || {
            let sets = corpus.sets.values();
            sets.flat_map(move |set| set.documents.iter().map(move |document| Self { corpus, set, document }))
        };
        let known = || all().map(|one| format!("{}/{}", one.set.key, one.document.id)).collect::<Vec<_>>().join(", ");
        if let Some(name) = name {
            let (set, document) = name.split_once('/').unwrap_or((name, ""));
            let key = SetKey::from_name(set);
            let found = all().find(|one| one.set.key == key && one.document.id == document);
            return found.ok_or_else(|| Box::new(Diagnostic::new(Code::J0040).arg("name", name).arg("known", known())));
        }
        let title = amendment.document.as_deref().unwrap_or_default();
        let found: Vec<Self> = all().filter(|one| one.document.title.ja == title).collect();
        match found.as_slice() {
            [one] => Ok(*one),
            _ => Err(Box::new(Diagnostic::new(Code::J0902).arg("title", title).arg("known", known()))),
        }
    }

    /// The side of a comparison that it is.
    #[must_use]
    pub fn side(&self) -> Side<'a> {
        Side::of_document(self.corpus, self.set, self.document, Lang::Ja)
    }
}

/// Says what of `carried` could not be carried out, and which words changed in several places; whether all was carried out.
pub fn tell_carried(carried: &CarriedOut, findings: &mut Diagnostics) -> bool {
    for failure in &carried.failures {
        let code = match &failure.fault {
            CarryFault::NoProvision(_) => Code::J0903,
            CarryFault::NoWords(_) => Code::J0904,
            CarryFault::Done(_) => Code::J0905,
            CarryFault::Overlap(_) => Code::J0906,
            CarryFault::NumberTaken(_) => Code::J0907,
            CarryFault::Appended(_) => Code::J0908,
            CarryFault::FirstParagraph => Code::J0915,
            CarryFault::Contents(_) => Code::J0918,
            CarryFault::NoBlock => Code::J0909,
            CarryFault::Unclear => Code::J0910,
        };
        let finding = Diagnostic::new(code).arg("line", failure.line.to_string()).arg("sentence", &failure.sentence);
        findings.push(match &failure.fault {
            CarryFault::NoProvision(name)
            | CarryFault::NoWords(name)
            | CarryFault::Done(name)
            | CarryFault::Overlap(name)
            | CarryFault::NumberTaken(name)
            | CarryFault::Contents(name)
            | CarryFault::Appended(name) => finding.arg("named", name),
            CarryFault::FirstParagraph | CarryFault::NoBlock | CarryFault::Unclear => finding,
        });
    }
    for several in &carried.several {
        let finding = Diagnostic::new(Code::J0911).arg("line", several.line.to_string()).arg("named", &several.words);
        findings.push(finding.arg("count", several.count.to_string()));
    }
    for respelt in &carried.respelt {
        let finding = Diagnostic::new(Code::J0916).arg("line", respelt.line.to_string()).arg("typed", &respelt.typed);
        findings.push(finding.arg("stands", &respelt.stands));
    }
    carried.failures.is_empty()
}

/// Carries `amendment` out on `document`, whose file reads `yaml`; `load` resolves the content with another text in place
/// of that file, and tells what it finds wrong with that. It is in force from the day `from`, or from the one that it names.
///
/// # Errors
/// What could not be carried out, sentence by sentence, or what the file does not allow.
pub fn applied(
    document: AmendedDocument<'_>,
    amendment: &TypedAmendment,
    from: Option<Date>,
    yaml: &str,
    load: &dyn Fn(&str) -> Option<Arc<Corpus>>,
    findings: &mut Diagnostics,
) -> Option<AppliedText> {
    let side = document.side();
    let carried = carry_out(&side, amendment);
    if !tell_carried(&carried, findings) {
        return None;
    }
    let written = InForce::day(amendment, from, document.document, findings).and_then(|day| {
        let fault = |error: EditError| Box::new(unwritten(error));
        let mut writer = FileWriter::new(YamlEditor::new(yaml).map_err(fault)?, &side, document.document);
        writer.structure(&carried.tree).map_err(fault)?;
        day.map_or(Ok(()), |day| writer.in_force(day)).map_err(fault)?;
        Ok((day, writer))
    });
    let (day, writer) = match written {
        Ok(written) => written,
        Err(fault) => {
            findings.push(*fault);
            return None;
        }
    };
    let text = writer.text();
    let done = AppliedText {
        text,
        day,
        untranslated: writer.untranslated,
        unlinked: writer.unlinked,
        left_out: left_out(amendment),
    };
    match worded(done, document, &carried.tree, load)? {
        Ok(done) => Some(done),
        Err(fault) => {
            findings.push(*fault);
            None
        }
    }
}

/// Writes the words that still differ from `wanted`: references print other numbers after the renumbering, and what is the
/// same by then stays as it is. `None` where the text cannot be loaded.
fn worded(
    mut done: AppliedText,
    document: AmendedDocument<'_>,
    wanted: &CarriedTree,
    load: &dyn Fn(&str) -> Option<Arc<Corpus>>,
) -> Option<Result<AppliedText, Box<Diagnostic>>> {
    let wanted_lines = wanted.printed();
    for is_last in [false, false, true] {
        let corpus = load(&done.text)?;
        let Some(now) = same_document(&corpus, document) else { return Some(Err(Box::new(unwritten("-")))) };
        let side = now.side();
        let made = tree_of(&side).printed();
        if made == wanted_lines {
            return Some(Ok(done));
        }
        if is_last {
            let same = made.lines().zip(wanted_lines.lines()).take_while(|(made, wanted)| made == wanted).count();
            return Some(Err(Box::new(unwritten(wanted_lines.lines().nth(same).map_or("-", str::trim)))));
        }
        let editor = YamlEditor::new(done.text.as_str()).ok()?;
        let mut words = FileWriter::new(editor, &side, now.document);
        if let Err(error) = words.words(wanted) {
            return Some(Err(Box::new(unwritten(error))));
        }
        done.text = words.text();
        done.untranslated.append(&mut words.untranslated);
        done.unlinked.append(&mut words.unlinked);
    }
    None
}

/// That a file cannot be made what the amending text makes of the document.
fn unwritten(why: impl std::fmt::Display) -> Diagnostic {
    Diagnostic::new(Code::J0912).arg("reason", why.to_string())
}

fn same_document<'a>(corpus: &'a Corpus, document: AmendedDocument<'_>) -> Option<AmendedDocument<'a>> {
    let set = corpus.set(&document.set.key)?;
    Some(AmendedDocument { corpus, set, document: set.document(&document.document.id)? })
}

/// The path of the file of `document` below the content folder.
#[must_use]
pub fn file_of(document: AmendedDocument<'_>) -> String {
    format!("{}/{}.yaml", document.set.key.folder(), document.document.id)
}
