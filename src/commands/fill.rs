//! `junsoku fill`: one sheet or many from data.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use fluent::FluentArgs;

use super::day::chosen_day;
use super::fill_columns::{ColumnMemory, assigned_columns};
use super::option_values::TemplateFormat;
use super::options::FillOptions;
use super::{ExitOutcome, Session, content_folder, refuse_request, sheet_tools};
use crate::base::diagnostics::{Code, Diagnostic, Diagnostics, Severity};
use crate::base::locale::{Lang, Messages};
use crate::content::{SetKey, suggest};
use crate::corpus::{Corpus, Form, Set};
use crate::forms::PrintedValue;
use crate::forms::filling;
use crate::forms::filling::{AskedSheet, DataOptions, FormRecord, Good, ListOptions, nowhere_in_list};
use crate::load_published;
use crate::machine::{Existing, FileToWrite, write_files};
use crate::pdf::setup;
use crate::pdf::{self, SheetError};
use crate::rules::loading::stops_forms;

/// Fills the form that `options` name and says how it went.
pub(super) fn run_fill(options: &FillOptions, session: &Session) -> ExitOutcome {
    let mut findings = Diagnostics::default();
    let outcome = fill_form(options, session, &mut findings);
    session.report(&findings);
    match outcome {
        Ok(Done::Template(bytes)) => {
            session.print_bytes(&bytes);
            ExitOutcome::Clean
        }
        Ok(Done::Workbook(path)) => {
            session.print(&session.messages.with("fill-template", &[("path", &path.display().to_string())]));
            ExitOutcome::Clean
        }
        Ok(Done::Filled(count)) => {
            let mut args = FluentArgs::new();
            args.set("count", count);
            args.set("output", options.output.display().to_string());
            session.print(&session.messages.format("fill-done", &args));
            if findings.has_errors() { ExitOutcome::Findings } else { ExitOutcome::Clean }
        }
        Err(outcome) => {
            session.print(&session.messages.text("fill-none"));
            outcome
        }
    }
}

/// The result of a run.
enum Done {
    Template(Vec<u8>),
    Workbook(PathBuf),
    Filled(usize),
}

fn fill_form(options: &FillOptions, session: &Session, findings: &mut Diagnostics) -> Result<Done, ExitOutcome> {
    content_folder(&options.content).or_else(|fault| refuse_request(*fault, findings))?;
    let day = chosen_day(options.as_of).or_else(|fault| refuse_request(*fault, findings))?;
    let corpus = load_published(&options.content, day, findings);
    let elsewhere = set_aside_elsewhere(options, findings);
    if findings.has_errors() {
        return Err(ExitOutcome::Findings);
    }
    let (set, form) = find_form(&corpus, &options.form).or_else(|fault| {
        // A form that is not there may be missing because of them.
        findings.append(elsewhere);
        refuse_request(*fault, findings)
    })?;
    let sheet = AskedSheet::of(&corpus, set, form, session.messages);
    if let Some(format) = options.template {
        return template_of(&sheet, format, options, session).or_else(|fault| refuse_request(*fault, findings));
    }
    let Some(data) = &options.data else { return refuse_request(Diagnostic::new(Code::J0719), findings) };
    let records = read_data(data, &sheet, options, session, findings)?;
    let hold = if options.incomplete { filling::validated_with_gaps } else { filling::validated };
    let good = hold(&sheet, &records, findings);
    // Sheets for some of the staff look like sheets for all; whoever wants them says so.
    if good.is_empty() || (findings.has_errors() && !options.keep_going) {
        return Err(ExitOutcome::Findings);
    }
    let names = sheet_names(options, &sheet, &good).or_else(|fault| refuse_request(*fault, findings))?;
    // Before the sheets are set, which takes long for a long list; the writer asks again.
    refuse_existing_sheets(&options.output, &names).or_else(|fault| refuse_request(*fault, findings))?;
    let tools = sheet_tools(&options.sheets, &options.content, session, findings)?;
    let tools = setup::Tools { pictures: pdf::sheet_pictures(&corpus), ..tools };
    let lang = if options.english { Lang::En } else { Lang::Ja };
    // What is printed is in the language of the sheet, whatever that of the user.
    let printed = AskedSheet::of(&corpus, set, form, Messages::of(lang));
    let values: Vec<_> = good.iter().map(|good| filling::printed_values(&printed, &good.filled, lang)).collect();
    let batch = pdf::Batch { set, form, lang, tools: &tools };
    let files = make_sheets(
        &batch,
        &values,
        options,
        &FaultContext { sheet: &sheet, records: &records, good: &good },
        session,
        findings,
    )
    .ok_or(ExitOutcome::Findings)?;
    let made: Vec<(&String, &Vec<u8>)> =
        names.iter().zip(&files).filter_map(|(name, file)| Some((name, file.as_ref()?))).collect();
    write_sheets(&options.output, &made).or_else(|fault| refuse_request(*fault, findings))?;
    Ok(Done::Filled(made.len()))
}

/// Takes the errors that do not concern the forms of the set away from `findings`, and returns them: a region that is not finished keeps
/// nobody from filling in its forms, or those of another.
fn set_aside_elsewhere(options: &FillOptions, findings: &mut Diagnostics) -> Diagnostics {
    let set = SetKey::from_name(options.form.split_once('/').map_or("", |(set, _)| set));
    let mut elsewhere = Diagnostics::default();
    findings.revise(|finding| {
        if finding.severity != Severity::Error || stops_forms(&options.content, &finding, &set) {
            return Some(finding);
        }
        elsewhere.push(finding);
        None
    });
    elsewhere
}

/// The facts needed to say which record a fault is in.
struct FaultContext<'a> {
    sheet: &'a AskedSheet,
    records: &'a [FormRecord],
    good: &'a [Good],
}

/// The PDFs, `None` for those that could not be made, which is reported; `None` altogether where nothing is to be
/// written.
fn make_sheets(
    batch: &pdf::Batch<'_>,
    values: &[BTreeMap<String, PrintedValue>],
    options: &FillOptions,
    told: &FaultContext<'_>,
    session: &Session,
    findings: &mut Diagnostics,
) -> Option<Vec<Option<Vec<u8>>>> {
    // One run for all is the quick way, and in most cases it goes well.
    let merged = if options.merge { batch.one_file(values).ok() } else { None };
    if let Some(pdf) = merged {
        return Some(vec![Some(pdf)]);
    }
    // Of a file with many sheets typst does not tell which one it could not set; they are tried one by one.
    let count = session.progress.count(values.len(), session.messages.text("progress-pdf"));
    let results = batch.files(values, &|| count.inc());
    let mut files = Vec::with_capacity(results.len());
    for (result, good) in results.into_iter().zip(told.good) {
        match result {
            Ok(pdf) => files.push(Some(pdf)),
            Err(error) => {
                files.push(None);
                let record = told.records.iter().find(|record| record.number == good.number);
                findings.append(sheet_findings(&error, record, good.number, told.sheet));
            }
        }
    }
    let made = files.iter().filter(|file| file.is_some()).count();
    if made == 0 || (made < files.len() && !options.keep_going) {
        return None;
    }
    if options.merge {
        let good = values.iter().zip(&files).filter(|(_, file)| file.is_some()).map(|(values, _)| values.clone());
        return Some(vec![Some(batch.one_file(&good.collect::<Vec<_>>()).ok()?)]);
    }
    Some(files)
}

/// Returns the finding for a sheet that could not be set, at the value that is to blame.
fn sheet_findings(error: &SheetError, record: Option<&FormRecord>, number: usize, sheet: &AskedSheet) -> Diagnostics {
    let mut findings = Diagnostics::default();
    let at = |path: &str, diagnostic: Diagnostic| match record {
        Some(record) => diagnostic.at(&record.place_of(path)),
        None => diagnostic,
    };
    let number = number.to_string();
    match error {
        SheetError::NoRoom(paths) => {
            for path in paths {
                let label = sheet.at(path).map_or(path.as_str(), |(_, field)| field.label.as_str());
                let diagnostic = Diagnostic::new(Code::J0717).arg("field", label).arg("path", path);
                let (row, heading) = record.map_or_else(nowhere_in_list, |record| record.place_in_list(path));
                let diagnostic = diagnostic.arg("row", row).arg("heading", heading);
                findings.push(at(path, diagnostic.arg("record", &number)));
            }
        }
        SheetError::Letters(letters) => {
            let (row, _) = record.map_or_else(nowhere_in_list, |record| record.place_in_list(""));
            let diagnostic =
                Diagnostic::new(Code::J0720).arg("letters", letters).arg("record", &number).arg("row", row);
            let place = record.map(|record| record.place.narrowed(letters));
            findings.push(match place {
                Some(place) => diagnostic.at(&place),
                None => diagnostic,
            });
        }
        SheetError::Machine(fault) => findings.push((**fault).clone()),
        SheetError::Limit(..) | SheetError::Unsound(_) | SheetError::Failed(_) => {
            findings.push(at("", error.clone().into_diagnostic()));
        }
    }
    findings
}

/// The form that `name` means: `osaki/application`, or by its number `osaki/form-1`.
fn find_form<'a>(corpus: &'a Corpus, name: &str) -> Result<(&'a Set, &'a Form), Box<Diagnostic>> {
    let (set, form) = name.split_once('/').unwrap_or(("", name));
    // An earlier edition of a form is not to be handed in.
    let found = corpus.sets.get(&SetKey::from_name(set)).and_then(|set| {
        let number = form.strip_prefix("form-").and_then(|number| number.parse::<u32>().ok());
        let numbered = |found: &&Form| found.id == form || (number.is_some() && found.number == number);
        Some((set, set.forms.iter().find(numbered)?))
    });
    found.ok_or_else(|| {
        let known: Vec<String> = corpus
            .sets
            .values()
            .flat_map(|set| set.forms.iter().map(move |form| format!("{}/{}", set.key, form.id)))
            .collect();
        let names: Vec<&str> = known.iter().map(String::as_str).collect();
        let unknown = Diagnostic::new(Code::J0710).arg("name", name).arg("known", known.join(", "));
        Box::new(suggest(unknown, name, &names))
    })
}

/// The records of the file of data, by the columns that are said now or were said before.
fn read_data(
    data: &Path,
    sheet: &AskedSheet,
    options: &FillOptions,
    session: &Session,
    findings: &mut Diagnostics,
) -> Result<Vec<FormRecord>, ExitOutcome> {
    let assigned = assigned_columns(&options.map).or_else(|fault| refuse_request(*fault, findings))?;
    let mut memory = ColumnMemory::beside(data, findings);
    let list = ListOptions { remembered: memory.of(&sheet.name), assigned, sheet: options.sheet.clone() };
    let told = DataOptions { list, common: options.common.clone() };
    let records = filling::read_records(data, sheet, &told, findings).ok_or(ExitOutcome::Findings)?;
    if !told.list.assigned.is_empty() {
        let path =
            memory.remember(&sheet.name, &told.list.assigned).or_else(|fault| refuse_request(*fault, findings))?;
        session.print(&session.messages.with("fill-remembered", &[("path", &path.display().to_string())]));
    }
    Ok(records)
}

/// An empty file for data. A workbook is written, since some shells damage what is not text.
fn template_of(
    sheet: &AskedSheet,
    format: TemplateFormat,
    options: &FillOptions,
    session: &Session,
) -> Result<Done, Box<Diagnostic>> {
    match format {
        // Tables in memory can always be written.
        TemplateFormat::Csv => Ok(Done::Template(filling::table_template(sheet).unwrap_or_default())),
        TemplateFormat::Json => Ok(Done::Template(filling::json_template(sheet).into_bytes())),
        TemplateFormat::Xlsx => {
            let path = options.output.join(format!("{}.xlsx", sheet.name.replace('/', "-")));
            let bytes = filling::workbook_template(sheet, session.messages).map_err(|error| {
                let name = path.display().to_string();
                Box::new(
                    Diagnostic::new(Code::J0701)
                        .arg("path", name)
                        .arg("kind", "other")
                        .arg("reason", error.to_string()),
                )
            })?;
            let file = FileToWrite { path: path.clone(), bytes: &bytes, existing: Existing::Refused };
            write_files(&[file]).map_err(|fault| Box::new(fault.diagnostic()))?;
            Ok(Done::Workbook(path))
        }
    }
}

/// The files' names: of one merged file the form's, otherwise one a record, by a field or by its number.
fn sheet_names(options: &FillOptions, sheet: &AskedSheet, good: &[Good]) -> Result<Vec<String>, Box<Diagnostic>> {
    let stem = sheet.name.replace('/', "-");
    if options.merge {
        return Ok(vec![format!("{stem}.pdf")]);
    }
    let messages = Messages::of(Lang::Ja);
    let mut taken = BTreeSet::new();
    let mut names = Vec::with_capacity(good.len());
    for one in good {
        let own = match &options.name {
            None => format!("{:04}", one.number),
            Some(path) => filling::words_at(sheet, &one.filled, path, messages)
                .ok_or_else(|| Box::new(Diagnostic::new(Code::J0718).arg("path", path)))?,
        };
        // Two people of one name are two sheets.
        let begin = format!("{stem}-{}", file_name(&own));
        let free = (1..).map(|number| if number == 1 { begin.clone() } else { format!("{begin}-{number}") });
        // Most disks of Windows and macOS take names for one that differ by case only.
        let name = free.into_iter().find(|name| !taken.contains(&name.to_lowercase())).unwrap_or(begin);
        taken.insert(name.to_lowercase());
        names.push(format!("{name}.pdf"));
    }
    Ok(names)
}

/// Letters and digits of any script; anything else could mean something to a file system or a shell.
fn file_name(text: &str) -> String {
    /// Names of files are at most 255 bytes; a kanji has three.
    const LONGEST: usize = 40;
    let safe = |letter: char| if letter.is_alphanumeric() || letter == '-' { letter } else { '_' };
    text.chars().take(LONGEST).map(safe).collect()
}

/// Nothing is overwritten: a filled sheet may be the only one.
fn refuse_existing_sheets(folder: &Path, names: &[String]) -> Result<(), Box<Diagnostic>> {
    match names.iter().map(|name| folder.join(name)).find(|path| path.symlink_metadata().is_ok()) {
        Some(path) => Err(Box::new(Diagnostic::new(Code::J0716).arg("path", path.display().to_string()))),
        None => Ok(()),
    }
}

fn write_sheets<'a>(folder: &Path, files: &[(&String, &'a Vec<u8>)]) -> Result<(), Box<Diagnostic>> {
    let file = |(name, bytes): &(&String, &'a Vec<u8>)| FileToWrite {
        path: folder.join(name),
        bytes,
        existing: Existing::Refused,
    };
    let files: Vec<FileToWrite<'_>> = files.iter().map(file).collect();
    write_files(&files).map(drop).map_err(|fault| Box::new(fault.diagnostic()))
}
