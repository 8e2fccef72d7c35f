//! Print-ready PDFs: each document, each form and each region's report in each language, set by typst from data.

// A new kind of anything must be told of everywhere; no arm may swallow it.
#![warn(clippy::wildcard_enum_match_arm)]

mod batch;
mod data;
mod fields;
pub mod fillable;
mod filled;
mod joined;
mod letters;
mod overlay;
mod paper;
mod replica;
mod report;
pub mod setup;
mod sheet_error;
pub mod shelf;
mod templates;
mod theme_fault;
mod typst;

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;
use std::sync::Arc;
use std::time::SystemTime;

use rayon::prelude::*;
use serde::Serialize;

pub use self::batch::Batch;
pub use self::data::booklet_title;
use self::fields::Pen;
use self::fillable::FieldSpec;
pub use self::filled::{amendment_sheet, form_sheet, impact_sheet};
use self::letters::Subject;
use self::setup::{Families, Tools};
pub use self::sheet_error::SheetError;
use self::theme_fault::theme_fault;
use self::typst::Workshop;
use crate::base::artifact::{Artifact, Outlet};
use crate::base::diagnostics::{Code, Diagnostic, Diagnostics, Place, SourceFile};
use crate::base::locale::{Lang, Messages};
use crate::base::progress::Progress;
use crate::compare::amend;
use crate::compare::amend::{View, ViewOptions};
use crate::content::SetKey;
use crate::corpus::query::notices;
use crate::corpus::{Block, BlockKind, Corpus, Set};
use crate::theme::Theme;

/// Returns the path of a document's PDF in the output: `ja/regions/chuo/policy.pdf`.
#[must_use]
pub fn document_path(lang: Lang, set: &SetKey, document: &str) -> String {
    format!("{lang}/{}/{document}.pdf", set.folder())
}

/// Returns the path of a form's PDF in the output: `ja/regions/chuo/forms/staff-pledge.pdf`.
#[must_use]
pub fn form_path(lang: Lang, set: &SetKey, form: &str) -> String {
    format!("{lang}/{}/forms/{form}.pdf", set.folder())
}

/// Returns the path of the PDF of a form that is for print only, without fields and the font to type in:
/// `ja/regions/chuo/forms/staff-pledge_print.pdf`. No form bears that name, since no id has an underscore.
#[must_use]
pub fn print_path(lang: Lang, set: &SetKey, form: &str) -> String {
    format!("{lang}/{}/forms/{form}_print.pdf", set.folder())
}

/// Returns the path in the output of the report on a region's standing to the baseline:
/// `ja/regions/chuo/conformance.pdf`. No document of a region bears that name, since `conformance.yaml` is none.
#[must_use]
pub fn conformance_path(lang: Lang, set: &SetKey) -> String {
    format!("{lang}/{}/conformance.pdf", set.folder())
}

/// Returns the path in the output of the booklet of a region, which holds all its documents and forms:
/// `ja/regions/chuo/chuo_booklet.pdf`. No document bears that name, since no id has an underscore.
#[must_use]
pub fn booklet_path(lang: Lang, set: &SetKey) -> String {
    format!("{lang}/{}/{set}_booklet.pdf", set.folder())
}

/// Returns the path of the comparison table that leads to the version `set` of a document:
/// `ja/regions/chuo/policy/changes.pdf`.
#[must_use]
pub fn changes_path(lang: Lang, set: &SetKey, document: &str) -> String {
    format!("{lang}/{}/{document}/changes.pdf", set.folder())
}

/// A PDF that was given to be published.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SheetFile {
    /// The path below the output folder, with `/`.
    pub path: String,
    /// Its size in bytes.
    pub size: usize,
    /// Whether it can be filled in on the screen.
    pub fillable: bool,
    /// Whether its page has the replica of the sheet, which it prints.
    pub has_replica: bool,
}

/// The name of the script with the replica of a sheet, beside the page of its form.
const REPLICA: &str = "sheet.js";

/// A sheet to be set.
struct Job<'a> {
    /// Its path in the output.
    path: String,
    /// The paths that it had before, where whoever kept a link still finds it: no file leads on from a PDF.
    former: Vec<String>,
    lang: Lang,
    set: &'a Set,
    /// The part of the set that the sheet prints.
    subject: Subject<'a>,
    /// Makes its data, which is dropped when the sheet is set.
    sheet: Make<'a, data::SheetData>,
    /// Of a form: makes the fields that are put where its places to fill in are. Without them they stay blank.
    fields: Option<Make<'a, Vec<FieldSpec>>>,
    /// Of a form with fields: the path of the PDF that is for print only, which is the same sheet without them.
    print: Option<String>,
    /// Of a form: makes the data of the sheet of which its page gets the replica.
    replica: Option<Make<'a, data::SheetData>>,
}

/// Returns where the pictures of `corpus` are, by the paths that sheets have for them.
#[must_use]
pub fn sheet_pictures(corpus: &Corpus) -> BTreeMap<String, PathBuf> {
    corpus.pictures.iter().map(|picture| (picture.path.clone(), picture.source().to_owned())).collect()
}

/// Makes something when it is wanted.
type Make<'a, T> = Box<dyn Fn() -> T + Send + Sync + 'a>;

/// The input of the templates: the sheet, and the fonts to set it in.
#[derive(Serialize)]
struct Input<'a> {
    #[serde(flatten)]
    sheet: &'a data::SheetData,
    fonts: FontNames<'a>,
}

#[derive(Serialize)]
struct FontNames<'a> {
    gothic: &'a str,
    latin: &'a str,
    fallback: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    mincho: Option<&'a [String; 2]>,
}

/// Gives every document, form and report as a PDF to `outlet` and returns what it gave. Sheets that cannot be set are
/// reported and left out. Those of the pages `first`, by their paths, come first.
#[must_use]
pub fn render_sheets(
    corpus: &Corpus,
    tools: &Tools,
    theme: &Theme,
    ((progress, messages), first): ((&Progress, &Messages), &BTreeSet<String>),
    outlet: &dyn Outlet,
    findings: &mut Diagnostics,
) -> Vec<SheetFile> {
    let begun = SystemTime::now();
    let pen = Pen::of(tools);
    let mut jobs = jobs(corpus, theme, pen.is_some());
    // A sheet stands beside its page: `ja/regions/chuo/policy.pdf` and `ja/regions/chuo/policy/index.html`.
    let is_first = |job: &Job<'_>| first.contains(&format!("{}/index.html", job.path.trim_end_matches(".pdf")));
    jobs.sort_by_key(|job| !is_first(job));
    let workshop = match Workshop::open(tools) {
        Ok(workshop) => workshop,
        Err(fault) => {
            findings.push(*fault);
            return Vec::new();
        }
    };
    let (jobs, elsewhere): (Vec<_>, Vec<_>) = jobs.into_iter().partition(|job| outlet.wants(&job.path));
    let count = progress.count(jobs.len(), messages.text("progress-pdf"));
    let results: Vec<_> = jobs
        .par_iter()
        .enumerate()
        .filter(|_| !outlet.is_unwanted())
        .map(|(number, job)| {
            let given = give(job, number, (&workshop, pen.as_ref()), outlet);
            count.inc();
            (job, given)
        })
        .collect();
    workshop.tidy(begun);
    let mut sheets: Vec<SheetFile> = elsewhere.iter().map(sheet_made_elsewhere).collect();
    for (job, given) in results {
        match given {
            Ok((made, warnings)) => {
                if !warnings.is_empty() {
                    findings.push(at_sheet(Diagnostic::new(Code::J0504), &job.path).arg("said", warnings));
                }
                sheets.extend(made);
            }
            Err(error) => findings.push(typesetting_failure(corpus, theme, job, error)),
        }
    }
    sheets
}

/// The PDF of a sheet that another share of the build makes, for pages that only lead there: its size is known on the pages of its
/// region alone, which stand in the same share.
fn sheet_made_elsewhere(job: &Job<'_>) -> SheetFile {
    // A form may have nothing to fill in.
    let fillable = job.fields.as_ref().is_some_and(|fields| !fields().is_empty());
    let has_replica = job.replica.is_some();
    SheetFile { path: job.path.clone(), size: 0, fillable, has_replica }
}

/// Sets one sheet, with its fields where it has any, and gives it to `outlet`; with fields it gives the same sheet without them as well.
/// Returns what was given and what typst had to say.
fn give(
    job: &Job<'_>,
    number: usize,
    (workshop, pen): (&Workshop<'_>, Option<&Pen<'_>>),
    outlet: &dyn Outlet,
) -> Result<(Vec<SheetFile>, String), SheetError> {
    let fields = job.fields.as_ref().map_or_else(Vec::new, |fields| fields());
    let pen = pen.filter(|_| !fields.is_empty());
    let families = &workshop.tools().fonts.families;
    let replica = job.replica.as_ref().map(|make| sheet_json(&make(), families));
    // Where nothing goes on, the sheet of the replica looks as the one with fields does, and typst sets one for both.
    let is_shared = pen.is_some() && matches!(job.subject, Subject::Form(form) if !goes_on(&form.blocks));
    let json = replica.as_ref().filter(|_| is_shared).cloned().unwrap_or_else(|| sheet_json(&(job.sheet)(), families));
    let set = match pen {
        // The name of the step is part of the key of the shelf: the same sheet without fields is another file.
        Some(pen) => workshop.set_and(number, &json, "fields", |pdf| pen.put_fields(pdf, &fields)),
        None => workshop.set(number, &json),
    }?;
    let has_replica = replica.map_or(Ok(false), |json| give_replica(job, (number, &json), workshop, outlet))?;
    let mut given =
        vec![SheetFile { path: job.path.clone(), size: set.pdf.len(), fillable: pen.is_some(), has_replica }];
    if let Some(path) = job.print.as_ref().filter(|_| pen.is_some()) {
        let print = workshop
            .set_and(number, &json, "print", |pdf| fillable::without_fields(pdf).map_err(|error| error.to_string()))?;
        let size = print.pdf.len();
        given.push(SheetFile { path: path.clone(), size, fillable: false, has_replica: false });
        outlet.take(Artifact::new(path, print.pdf)).map_err(SheetError::Machine)?;
    }
    for former in &job.former {
        outlet.take(Artifact::new(former, set.pdf.clone())).map_err(SheetError::Machine)?;
    }
    outlet.take(Artifact::new(&job.path, set.pdf)).map_err(SheetError::Machine)?;
    Ok((given, set.warnings))
}

/// Gives the replica of a form's sheet to `outlet`, if the job has one and a page can draw it. Returns whether it did.
fn give_replica(
    job: &Job<'_>,
    (number, json): (usize, &[u8]),
    workshop: &Workshop<'_>,
    outlet: &dyn Outlet,
) -> Result<bool, SheetError> {
    let Subject::Form(form) = job.subject else { return Ok(false) };
    let tools = workshop.tools();
    let made = match workshop.set_and(number, json, "replica", replica::replica_json) {
        Ok(made) => made,
        // Pictures, and what a theme's templates draw, may be more than a page can; then it prints by its own styles.
        Err(SheetError::Failed(_)) if !(tools.templates.is_empty() && tools.pictures.is_empty()) => return Ok(false),
        Err(error) => return Err(error),
    };
    let path = format!("{}/{REPLICA}", job.path.trim_end_matches(".pdf"));
    let script = replica::replica_script(&format!("{}/{}", job.set.key, form.id), &made.pdf);
    outlet.take(Artifact::new(&path, script)).map_err(SheetError::Machine)?;
    Ok(true)
}

fn at_sheet(diagnostic: Diagnostic, path: &str) -> Diagnostic {
    let file = Arc::new(SourceFile::new(path.to_owned(), ""));
    diagnostic.at(&Place::whole(&file))
}

/// Returns the finding for a sheet that could not be set: most often a letter that no font has, which is shown where it
/// was written.
fn typesetting_failure(corpus: &Corpus, theme: &Theme, job: &Job<'_>, error: SheetError) -> Diagnostic {
    let path = &job.path;
    if let Some(fault) = theme_fault(theme, &error.to_string()) {
        return fault;
    }
    let letters = match error {
        SheetError::Letters(letters) => letters,
        SheetError::Machine(fault) => return *fault,
        error @ (SheetError::NoRoom(_) | SheetError::Limit(..) | SheetError::Unsound(_) | SheetError::Failed(_)) => {
            return at_sheet(error.into_diagnostic(), path);
        }
    };
    let diagnostic = Diagnostic::new(Code::J0507).arg("letters", &letters);
    match letters::place_of_letters(&letters, corpus, job.set, job.subject, job.lang) {
        Some(place) => diagnostic.at(&place),
        None => at_sheet(diagnostic, path),
    }
}

fn jobs<'a>(corpus: &'a Corpus, theme: &'a Theme, fillable: bool) -> Vec<Job<'a>> {
    let mut jobs = Vec::new();
    for lang in corpus.languages.iter() {
        let messages = theme.messages(lang);
        for set in corpus.sets.values().chain(corpus.editions.values()) {
            // A form of an earlier edition is to be read, not to be filled in.
            let fillable = fillable && !set.key.is_edition();
            jobs.extend(set.documents.iter().map(|document| Job {
                path: document_path(lang, &set.key, &document.id),
                former: former_paths(corpus, &format!("{}/{}", set.key, document.id), lang),
                lang,
                set,
                subject: Subject::Document(document),
                sheet: Box::new(move || data::document_sheet_data(corpus, set, document, messages)),
                fields: None,
                print: None,
                replica: None,
            }));
            jobs.extend(set.forms.iter().map(|form| Job {
                path: form_path(lang, &set.key, &form.id),
                former: former_paths(corpus, &format!("{}/forms/{}", set.key, form.id), lang),
                lang,
                set,
                subject: Subject::Form(form),
                sheet: Box::new(move || {
                    data::form_sheet_data(set, form, &BTreeMap::new(), fillable, messages)
                        .with_first_notice(notices::of_edition(corpus, set, messages))
                }),
                fields: fillable.then(|| -> Make<'_, Vec<FieldSpec>> {
                    Box::new(move || fields::field_specs(corpus, set, form, messages))
                }),
                print: fillable.then(|| print_path(lang, &set.key, &form.id)),
                replica: (!set.key.is_edition()).then(|| -> Make<'_, data::SheetData> {
                    Box::new(move || data::replica_sheet_data(set, form, messages))
                }),
            }));
            jobs.extend(data::has_booklet(set).then(|| Job {
                path: booklet_path(lang, &set.key),
                former: Vec::new(),
                lang,
                set,
                subject: Subject::Booklet,
                sheet: Box::new(move || data::booklet_sheet_data(corpus, set, messages)),
                fields: None,
                print: None,
                replica: None,
            }));
            jobs.extend(report::is_due(corpus, set).then(|| Job {
                path: conformance_path(lang, &set.key),
                former: Vec::new(),
                lang,
                set,
                subject: Subject::Conformance,
                sheet: Box::new(move || data::conformance_sheet_data(corpus, set, messages)),
                fields: None,
                print: None,
                replica: None,
            }));
        }
        jobs.extend(amend::changes(corpus).into_iter().filter_map(|change| {
            let amendment = change.amendment(corpus, lang)?;
            let view = View::of(&amendment, corpus, ViewOptions::default(), messages);
            Some(Job {
                path: changes_path(lang, change.new, change.document),
                former: former_paths(corpus, &format!("{}/{}/changes", change.new, change.document), lang),
                lang,
                set: amendment.new.set,
                subject: Subject::Change {
                    new: amendment.new.documents.first()?,
                    old: (amendment.old.set, amendment.old.documents.first()?),
                },
                sheet: Box::new(move || data::amendment_sheet_data(&view, messages)),
                fields: None,
                print: None,
                replica: None,
            })
        }));
    }
    jobs
}

/// Whether a sheet with `blocks` goes on on further sheets, of which the replica has one: below rows, and with appended tables.
fn goes_on(blocks: &[Block]) -> bool {
    let is_long = |kind: &BlockKind| matches!(kind, BlockKind::Rows(_) | BlockKind::Table(_));
    blocks.iter().any(|block| is_long(&block.kind) || goes_on(block.kind.inner()))
}

/// Returns the paths that the PDF of the page at the address `now` had before.
fn former_paths(corpus: &Corpus, now: &str, lang: Lang) -> Vec<String> {
    let former = corpus.former_addresses.iter().filter(|former| former.now.as_deref() == Some(now));
    let path = |address: &str| {
        let (set, rest) = address.split_once('/')?;
        let key = SetKey::from_name(set);
        Some(match (rest.strip_prefix("forms/"), rest.strip_suffix("/changes")) {
            (Some(form), _) => form_path(lang, &key, form),
            (None, Some(document)) => changes_path(lang, &key, document),
            (None, None) => document_path(lang, &key, rest),
        })
    };
    former.filter(|former| !former.address.contains('#')).filter_map(|former| path(&former.address)).collect()
}

fn sheet_json(sheet: &data::SheetData, families: &Families) -> Vec<u8> {
    let fonts = FontNames {
        gothic: &families.gothic,
        latin: &families.latin,
        fallback: &families.fallback,
        mincho: families.mincho.as_ref(),
    };
    // Strings, numbers and lists always serialise.
    serde_json::to_vec(&Input { sheet, fonts }).unwrap_or_default()
}

/// Every sheet as the templates take it, without the fonts, by its path in the output: to be looked at, and for tests.
#[must_use]
pub fn sheets(corpus: &Corpus) -> Vec<(String, serde_json::Value)> {
    jobs(corpus, &Theme::default(), false)
        .into_iter()
        .flat_map(|job| {
            let sheet = serde_json::to_value((job.sheet)()).unwrap_or_default();
            std::iter::once(job.path).chain(job.former).map(move |path| (path, sheet.clone()))
        })
        .collect()
}
