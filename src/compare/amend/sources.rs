//! The two sides of an amendment, as the command line names them.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use jiff::civil::Date;

use super::Amendment;
use super::git::Revision;
use crate::base::diagnostics::{Code, Diagnostic, Diagnostics, Severity};
use crate::base::locale::Lang;
use crate::content::{SetKey, parse_date, suggest};
use crate::corpus::{Corpus, Document, Set, TextState};

/// A request to compare two versions.
#[derive(Debug, Clone)]
pub struct AmendmentRequest {
    /// The content folder.
    pub content: PathBuf,
    /// The older side: `chuo/policy`, an edition `chuo/policy@2025-03-01`, or the path of a YAML file.
    pub old: String,
    /// The newer side, likewise.
    pub new: Option<String>,
    /// The git revision from which the older side is read.
    pub from_rev: Option<String>,
    /// The git revision from which the newer side is read.
    pub to_rev: Option<String>,
    /// The day on which the newer side is the text in force, where the older side alone is named.
    pub as_of: Option<Date>,
}

/// One side: a document and the corpus it stands in.
#[derive(Debug, Clone)]
pub struct AmendmentSide {
    /// The corpus, resolved but not checked against the rules.
    pub corpus: Arc<Corpus>,
    set: SetKey,
    document: String,
}

/// Both sides of an amendment.
#[derive(Debug, Clone)]
pub struct AmendmentSides {
    /// The older side.
    pub old: AmendmentSide,
    /// The newer side.
    pub new: AmendmentSide,
}

impl AmendmentSide {
    fn found(&self) -> Option<(&Corpus, &Set, &Document)> {
        let set = self.corpus.set(&self.set)?;
        Some((&self.corpus, set, set.document(&self.document)?))
    }
}

impl AmendmentSides {
    /// The amendment from the older to the newer side, in `lang`.
    #[must_use]
    pub fn amendment(&self, lang: Lang) -> Option<Amendment<'_>> {
        Some(Amendment::between(self.old.found()?, self.new.found()?, lang))
    }

    /// Reads both sides. `None` where one cannot be had, which `findings` tell.
    #[must_use]
    pub fn open(request: &AmendmentRequest, findings: &mut Diagnostics) -> Option<Self> {
        let opened = SourceReader { request, present: None }.sides(findings);
        match opened {
            Ok(sources) => {
                order(&sources, findings);
                Some(sources)
            }
            Err(Refused(diagnostic)) => {
                findings.extend(diagnostic.map(|diagnostic| *diagnostic));
                None
            }
        }
    }
}

/// The reason why there is no side; `None` where the findings tell it already.
struct Refused(Option<Box<Diagnostic>>);

impl From<Diagnostic> for Refused {
    fn from(diagnostic: Diagnostic) -> Self {
        Self(Some(Box::new(diagnostic)))
    }
}

impl From<Box<Diagnostic>> for Refused {
    fn from(diagnostic: Box<Diagnostic>) -> Self {
        Self(Some(diagnostic))
    }
}

/// The meanings that a side's name can have.
enum Named {
    File(PathBuf),
    Document { set: SetKey, document: String },
}

struct SourceReader<'r> {
    request: &'r AmendmentRequest,
    /// The content as it is now, read once.
    present: Option<Arc<Corpus>>,
}

impl SourceReader<'_> {
    fn sides(&mut self, findings: &mut Diagnostics) -> Result<AmendmentSides, Refused> {
        let (from, to) = (self.request.from_rev.as_deref(), self.request.to_rev.as_deref());
        let old = named_side(&self.request.old)?;
        let Some(new) = &self.request.new else {
            let Named::Document { set, document } = old else { return Err(Diagnostic::new(Code::J0042).into()) };
            // With a revision the document is held against itself at another time; without one, against its edition
            // before.
            if from.is_none() && to.is_none() {
                return self.versions(set, document, findings);
            }
            let old = self.document(set.clone(), document.clone(), from, findings)?;
            return Ok(AmendmentSides { old, new: self.document(set, document, to, findings)? });
        };
        match (old, named_side(new)?) {
            // A file alone says neither of which set it is nor what its references lead to: the other side tells.
            (Named::File(_), Named::File(_)) => Err(Diagnostic::new(Code::J0042).into()),
            (Named::File(file), Named::Document { set, document }) => {
                let old = self.file(&file, &set, &document, findings)?;
                Ok(AmendmentSides { old, new: self.document(set, document, to, findings)? })
            }
            (Named::Document { set, document }, Named::File(file)) => {
                let new = self.file(&file, &set, &document, findings)?;
                Ok(AmendmentSides { old: self.document(set, document, from, findings)?, new })
            }
            (Named::Document { set, document }, Named::Document { set: new_set, document: new }) => {
                let old = self.document(set, document, from, findings)?;
                Ok(AmendmentSides { old, new: self.document(new_set, new, to, findings)? })
            }
        }
    }

    /// The named version of a document and the one before it; of the present one the latest edition.
    fn versions(
        &mut self,
        set: SetKey,
        document: String,
        findings: &mut Diagnostics,
    ) -> Result<AmendmentSides, Refused> {
        let mut new = self.document(set, document, None, findings)?;
        if let Some(day) = self.request.as_of {
            new.set = in_force_on(&new, day)?;
        }
        let history = new.corpus.history(&new.set, &new.document);
        // The present version is the last of its history, so that one before it is the latest edition.
        let at = history.iter().position(|version| *version.key == new.set);
        let Some(before) = at.and_then(|at| history.get(at.checked_sub(1)?)) else {
            return Err(Diagnostic::new(Code::J0043).arg("name", version_name(&new.set, &new.document)).into());
        };
        let old = AmendmentSide { set: before.key.clone(), ..new.clone() };
        Ok(AmendmentSides { old, new })
    }

    /// The document of the content as it is now or as it was in `revision`.
    fn document(
        &mut self,
        set: SetKey,
        document: String,
        revision: Option<&str>,
        findings: &mut Diagnostics,
    ) -> Result<AmendmentSide, Refused> {
        let corpus = match revision {
            Some(revision) => Arc::new(in_revision(&self.request.content, revision, findings)?),
            None => self.present(findings)?,
        };
        let source = AmendmentSide { corpus, set, document };
        match source.found() {
            Some(_) => Ok(source),
            None => Err(unknown_version(&source).into()),
        }
    }

    fn present(&mut self, findings: &mut Diagnostics) -> Result<Arc<Corpus>, Refused> {
        // Reading takes most of the time, and both sides often stand in the content as it is now.
        if let Some(present) = &self.present {
            return Ok(Arc::clone(present));
        }
        let mut found = Diagnostics::default();
        let corpus = crate::rules::loading::resolve(&self.request.content, &mut found);
        let corpus = Arc::new(without_errors(corpus, found, findings).ok_or(Refused(None))?);
        self.present = Some(Arc::clone(&corpus));
        Ok(corpus)
    }

    /// The file in place of the document that it is compared with.
    fn file(
        &self,
        file: &Path,
        set: &SetKey,
        document: &str,
        findings: &mut Diagnostics,
    ) -> Result<AmendmentSide, Refused> {
        let key = set.present();
        let mut found = Diagnostics::default();
        let corpus = crate::rules::loading::resolve_with(&self.request.content, (key, document), file, &mut found);
        // Which day it is from has nothing to do with the editions that the content has.
        let corpus = without_errors(corpus, found, findings).ok_or(Refused(None))?;
        let source = AmendmentSide { corpus: Arc::new(corpus), set: key.clone(), document: document.to_owned() };
        match source.found() {
            Some(_) => Ok(source),
            None => Err(unknown_version(&source).into()),
        }
    }
}

/// Returns the content folder `content` as it stood in `revision`; `None` where it cannot be had, which `findings` tell.
#[must_use]
pub fn revision_corpus(content: &Path, revision: &str, findings: &mut Diagnostics) -> Option<Corpus> {
    match in_revision(content, revision, findings) {
        Ok(corpus) => Some(corpus),
        Err(Refused(diagnostic)) => {
            findings.extend(diagnostic.map(|diagnostic| *diagnostic));
            None
        }
    }
}

fn in_revision(content: &Path, revision: &str, findings: &mut Diagnostics) -> Result<Corpus, Refused> {
    let opened = Revision::open(content, revision)?;
    let mut found = Diagnostics::default();
    let corpus = crate::rules::loading::resolve(opened.root(), &mut found);
    let mut told = Diagnostics::default();
    let corpus = without_errors(corpus, found, &mut told);
    opened.named(&mut told);
    findings.append(told);
    corpus.ok_or_else(|| Diagnostic::new(Code::J0054).arg("revision", revision).into())
}

/// Returns `corpus` if none of what was `found` while it was resolved matters, and adds to `findings` what does.
/// Warnings, and how editions follow each other, are no matter of an amendment.
fn without_errors(corpus: Corpus, mut found: Diagnostics, findings: &mut Diagnostics) -> Option<Corpus> {
    found.revise(|finding| {
        let matters =
            // What is wrong between editions does not keep two of them from being compared; that is often how it is
            // found.
            finding.severity == Severity::Error && !matches!(finding.code, Code::J0337 | Code::J0338 | Code::J0339);
        matters.then_some(finding)
    });
    let is_whole = !found.has_errors();
    findings.append(found);
    is_whole.then_some(corpus)
}

fn is_yaml(path: &Path) -> bool {
    path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("yaml") || ending.eq_ignore_ascii_case("yml"))
}

/// Whether the writer kept the file under this name before it was replaced: `policy.yaml.bak`, `policy.yaml.bak-2`.
fn is_backup(path: &Path) -> bool {
    let kept = path.extension().is_some_and(|ending| ending.to_string_lossy().starts_with("bak"));
    kept && path.file_stem().is_some_and(|stem| is_yaml(Path::new(stem)))
}

/// Returns the meaning of a side on the command line: the path of a file, or a document.
fn named_side(side: &str) -> Result<Named, Diagnostic> {
    let path = Path::new(side);
    if is_yaml(path) || is_backup(path) {
        return Ok(Named::File(path.to_owned()));
    }
    let (set, document) = side.split_once('/').unwrap_or((side, ""));
    let (document, date) = match document.split_once('@') {
        Some((document, date)) => (document, Some(date)),
        None => (document, None),
    };
    let key = SetKey::from_name(set);
    let set = match date {
        None => key,
        Some(date) => {
            let day = parse_date(date).ok_or_else(|| {
                Diagnostic::new(Code::J0041).arg("document", document).arg("edition", date).arg("known", "YYYY-MM-DD")
            })?;
            key.edition(day)
        }
    };
    Ok(Named::Document { set, document: document.to_owned() })
}

/// A version as one names it on the command line.
fn version_name(set: &SetKey, document: &str) -> String {
    match set.date() {
        Some(date) => format!("{}/{document}@{date}", set.present()),
        None => format!("{set}/{document}"),
    }
}

/// The version of a document that is in force on `day`.
fn in_force_on(side: &AmendmentSide, day: Date) -> Result<SetKey, Diagnostic> {
    let history = side.corpus.history(&side.set, &side.document);
    let holds = history.iter().rfind(|version| version.days.state_on(day) == TextState::InForce);
    holds.map(|version| version.key.clone()).ok_or_else(|| {
        let name = format!("{}/{}", side.set.present(), side.document);
        Diagnostic::new(Code::J0055).arg("document", name).arg("date", day.to_string())
    })
}

/// That there is no such document, or no such edition of it.
fn unknown_version(source: &AmendmentSide) -> Diagnostic {
    let (set, document) = (&source.set, source.document.as_str());
    let history = source.corpus.history(set, document);
    if let (Some(date), false) = (set.date(), history.is_empty()) {
        let known: Vec<String> =
            history.iter().filter_map(|version| version.key.date()).map(|date| date.to_string()).collect();
        let known = if known.is_empty() { "-".to_owned() } else { known.join(", ") };
        let finding = Diagnostic::new(Code::J0041).arg("document", format!("{}/{document}", set.present()));
        return finding.arg("edition", date.to_string()).arg("known", known);
    }
    let name = format!("{}/{document}", set.present());
    let documents =
        |set: &Set| set.documents.iter().map(|document| version_name(&set.key, &document.id)).collect::<Vec<_>>();
    let known: Vec<String> = source.corpus.sets.values().flat_map(documents).collect();
    let names: Vec<&str> = known.iter().map(String::as_str).collect();
    suggest(Diagnostic::new(Code::J0040).arg("name", &name).arg("known", known.join(", ")), &name, &names)
}

/// Warns where the older side is the newer one, or where the two have nothing to do with each other.
fn order(sources: &AmendmentSides, findings: &mut Diagnostics) {
    let (Some((_, old_set, old)), Some((_, new_set, new))) = (sources.old.found(), sources.new.found()) else { return };
    let day = |set: &Set, document: &Document| -> Option<Date> { set.key.date().or_else(|| document.in_force_from()) };
    let later = day(old_set, old).zip(day(new_set, new)).is_some_and(|(old, new)| old > new);
    // Only of one document: of two documents either may be the newer one.
    if later && old_set.key.present() == new_set.key.present() && old.id == new.id {
        let names = (version_name(&old_set.key, &old.id), version_name(&new_set.key, &new.id));
        findings.push(Diagnostic::new(Code::J0053).arg("old", names.0).arg("new", names.1));
    }
    let shares =
        sources.amendment(Lang::Ja).is_some_and(|amendment| amendment.alignment.of_new.iter().any(Option::is_some));
    if !shares {
        findings.push(Diagnostic::new(Code::J0049));
    }
}
