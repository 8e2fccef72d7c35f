//! An amending text carried out on files: the document's file is edited in place, so that ids, comments and references stay,
//! and proven by loading it again. Nothing is written where one sentence could not be carried out.

mod cells;
mod compared;
mod gone_references;
mod levels;
mod new_provisions;
mod paths;
mod source;
mod text;
mod writing;

pub use compared::{Disagreement, held_against};
pub use gone_references::told_in_file;
pub use source::read_amendment;

use std::sync::Arc;

use crate::base::diagnostics::{Code, Diagnostic, Diagnostics};
use crate::base::locale::Lang;
use crate::compare::Side;
use crate::compare::amend::carry::{CarriedOut, CarryFault, TypedAmendment, carry_out, tree_of};
use crate::content::{SetKey, YamlEditor};
use crate::corpus::{Corpus, Document, Set};

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
    /// The provisions of which the translation is no longer that of the Japanese.
    pub untranslated: Vec<String>,
    /// The provisions in which a number that was computed is now one that the amending text typed.
    pub unlinked: Vec<String>,
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
/// of that file, and tells what it finds wrong with that.
///
/// # Errors
/// What could not be carried out, sentence by sentence, or what the file does not allow.
pub fn applied(
    document: AmendedDocument<'_>,
    amendment: &TypedAmendment,
    yaml: &str,
    load: &dyn Fn(&str) -> Option<Arc<Corpus>>,
    findings: &mut Diagnostics,
) -> Option<AppliedText> {
    let side = document.side();
    let carried = carry_out(&side, amendment);
    if !tell_carried(&carried, findings) {
        return None;
    }
    let fault = |why: &str| Diagnostic::new(Code::J0912).arg("reason", why.to_owned());
    let editor = match YamlEditor::new(yaml) {
        Ok(editor) => editor,
        Err(error) => {
            findings.push(fault(&error.to_string()));
            return None;
        }
    };
    let mut writer = writing::FileWriter::new(editor, &side, document.document);
    if let Err(error) = writer.structure(&carried.tree) {
        findings.push(fault(&error.to_string()));
        return None;
    }
    writer.in_force(amendment);
    let mut text = writer.text();
    // References print other numbers after the renumbering: what still differs is written, and the rest stays as it is.
    for _ in 0..2 {
        let corpus = load(&text)?;
        let Some(now) = same_document(&corpus, document) else {
            findings.push(fault("-"));
            return None;
        };
        let side = now.side();
        if tree_of(&side).printed() == carried.tree.printed() {
            return Some(AppliedText { text, untranslated: writer.untranslated, unlinked: writer.unlinked });
        }
        let editor = YamlEditor::new(text.as_str()).ok()?;
        let mut words = writing::FileWriter::new(editor, &side, now.document);
        if let Err(error) = words.words(&carried.tree) {
            findings.push(fault(&error.to_string()));
            return None;
        }
        writer.untranslated.append(&mut words.untranslated);
        writer.unlinked.append(&mut words.unlinked);
        text = words.text();
    }
    let corpus = load(&text)?;
    let now = same_document(&corpus, document)?;
    let (made, wanted) = (tree_of(&now.side()).printed(), carried.tree.printed());
    if made == wanted {
        return Some(AppliedText { text, untranslated: writer.untranslated, unlinked: writer.unlinked });
    }
    let same = made.lines().zip(wanted.lines()).take_while(|(made, wanted)| made == wanted).count();
    findings.push(fault(wanted.lines().nth(same).map_or("-", str::trim)));
    None
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
