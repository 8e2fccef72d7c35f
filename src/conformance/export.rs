//! How regions stand to the baseline, as files to download: a table for spreadsheets, and JSON.

use std::io;

use serde::Serialize;

use super::baseline::baseline_hash;
use super::coverage::{RequirementStanding, Status, coverage, regions_held};
use super::data::{ConformanceRecord, RegionLeftOut, conformance_record, left_out};
use crate::base::artifact::Artifact;
use crate::base::locale::{Lang, Messages};
use crate::base::{markup, spreadsheet};
use crate::content::SetKey;
use crate::corpus::{Corpus, Document, Languages, Localized, RequirementGroup, Set, Text, Words};

/// The path of the table below the output folder.
pub const CSV: &str = "data/conformance.csv";

/// The same table as a workbook.
pub const WORKBOOK: &str = "data/conformance.xlsx";

/// The path of the JSON file below the output folder.
pub const JSON: &str = "data/conformance.json";

/// The columns of the table: those whose words `locales/*/conformance.ftl` has as `csv-region`, `csv-region-ja` ….
const COLUMNS: [&str; 21] = [
    "region",
    "region-ja",
    "region-en",
    "group-ja",
    "group-en",
    "requirement",
    "title-ja",
    "title-en",
    "level",
    "level-ja",
    "scope",
    "status",
    "status-ja",
    "status-en",
    "acknowledged",
    "modality",
    "provisions",
    "differs-ja",
    "differs-en",
    "reason-ja",
    "reason-en",
];

/// Something in both languages.
#[derive(Debug, Clone, Serialize)]
struct BothLanguages {
    ja: String,
    en: Option<String>,
}

/// The JSON file.
#[derive(Debug, Serialize)]
struct ConformanceExport<'a> {
    baseline: Vec<BaselineDocument>,
    baseline_hash: String,
    left_out: Vec<RegionLeftOut>,
    records: Vec<ExportRow<'a>>,
}

/// A document of the baseline, and when it was read.
#[derive(Debug, Serialize)]
struct BaselineDocument {
    title: BothLanguages,
    read: Option<String>,
}

/// A record with its words.
#[derive(Debug, Serialize)]
struct ExportRow<'a> {
    #[serde(flatten)]
    record: ConformanceRecord<'a>,
    region_name: BothLanguages,
    group_title: BothLanguages,
    requirement_title: BothLanguages,
    /// What differs, or why it is looked for in a document that could not be obtained.
    differs: Option<BothLanguages>,
    /// The council's reason.
    reason: Option<BothLanguages>,
}

/// The files to download; none where the baseline has no requirements.
///
/// # Errors
/// Where a file cannot be written in its format; nothing that content could say brings that about.
pub fn exports(corpus: &Corpus) -> io::Result<Vec<Artifact>> {
    if corpus.groups.is_empty() {
        return Ok(Vec::new());
    }
    let export = ConformanceExport {
        baseline: baseline_documents(corpus),
        baseline_hash: baseline_hash(corpus),
        left_out: left_out(corpus),
        records: regions_held(corpus).flat_map(|set| export_rows(corpus, set)).collect(),
    };
    let json = serde_json::to_string_pretty(&export)? + "\n";
    let (head, lines) = export_table(&export.records, corpus.languages);
    let (csv, workbook) =
        rayon::join(|| spreadsheet::csv_table(&head, &lines), || spreadsheet::workbook(&head, &lines));
    Ok(vec![Artifact::new(CSV, csv?), Artifact::new(WORKBOOK, workbook?), Artifact::new(JSON, json)])
}

fn baseline_documents(corpus: &Corpus) -> Vec<BaselineDocument> {
    let documents = corpus.set(&SetKey::Baseline).map_or(&[][..], |set| set.documents.as_slice());
    let read = |document: &Document| document.source.as_ref().map(|source| source.read.to_string());
    documents
        .iter()
        .map(|document| BaselineDocument {
            title: bilingual_words(&document.title, corpus.languages),
            read: read(document),
        })
        .collect()
}

fn export_rows<'a>(corpus: &'a Corpus, set: &'a Set) -> Vec<ExportRow<'a>> {
    // `coverage` gives the requirements in the order of the groups, so that each meets its own.
    let groups = corpus.groups.iter().flat_map(|group| group.requirements.iter().map(move |_| group));
    coverage(corpus, set)
        .iter()
        .zip(groups)
        .map(|(entry, group)| export_row(corpus.languages, set, group, entry))
        .collect()
}

fn export_row<'a>(
    languages: Languages,
    set: &'a Set,
    group: &'a RequirementGroup,
    entry: &RequirementStanding<'a>,
) -> ExportRow<'a> {
    // What no longer belongs to a departure is not published (J0414).
    let departs = entry.acknowledged().map(|deviation| &deviation.differs);
    let reason = entry.acknowledged().and_then(|deviation| deviation.reason.as_ref());
    let absent = entry.elsewhere.filter(|_| entry.status == Status::NotAvailable).map(|elsewhere| &elsewhere.reason);
    ExportRow {
        record: conformance_record(set, entry),
        region_name: bilingual_words(&set.name, languages),
        group_title: bilingual_words(&group.title, languages),
        requirement_title: bilingual_words(&entry.requirement.title, languages),
        differs: departs.or(absent).map(|differs| bilingual_letters(differs, languages)),
        reason: reason.map(|reason| bilingual_letters(reason, languages)),
    }
}

fn bilingual_words(words: &Words, languages: Languages) -> BothLanguages {
    BothLanguages { ja: words.ja.clone(), en: words.en.clone().filter(|_| languages.english) }
}

fn bilingual_letters(text: &Text, languages: Languages) -> BothLanguages {
    let Localized { ja, en, .. } = text;
    let en = en.as_ref().filter(|_| languages.english);
    BothLanguages { ja: markup::to_plain(ja), en: en.map(|en| markup::to_plain(en)) }
}

/// The head of the table and its lines, one a region and requirement. A site in Japanese alone has no column in English.
fn export_table(lines: &[ExportRow<'_>], languages: Languages) -> (Vec<String>, Vec<Vec<String>>) {
    let in_japanese = |column: &str| !column.ends_with("-en");
    let kept: Vec<bool> = COLUMNS.iter().map(|column| languages.english || in_japanese(column)).collect();
    let keep = |cells: Vec<String>| -> Vec<String> {
        cells.into_iter().zip(&kept).filter_map(|(cell, kept)| kept.then_some(cell)).collect()
    };
    let words: Vec<&Messages> = languages.iter().map(Messages::of).collect();
    let head = |column: &str| {
        let words: Vec<String> = words.iter().map(|messages| messages.text(&format!("csv-{column}"))).collect();
        words.join(" ")
    };
    let both = Lang::ALL.map(Messages::of);
    let lines = lines.iter().map(|line| keep(cells(line, both).into())).collect();
    (keep(COLUMNS.iter().map(|column| head(column)).collect()), lines)
}

/// The cells of a line, in the order of [`COLUMNS`].
fn cells(line: &ExportRow<'_>, [ja, en]: [&Messages; 2]) -> [String; COLUMNS.len()] {
    let english = |both: &BothLanguages| both.en.clone().unwrap_or_default();
    let record = &line.record;
    let status = format!("status-{}", record.status);
    [
        record.region.clone(),
        line.region_name.ja.clone(),
        english(&line.region_name),
        line.group_title.ja.clone(),
        english(&line.group_title),
        record.requirement.to_owned(),
        line.requirement_title.ja.clone(),
        english(&line.requirement_title),
        record.level.to_owned(),
        ja.text(&format!("level-{}", record.level)),
        record.scope.to_owned(),
        record.status.to_owned(),
        ja.text(&status),
        en.text(&status),
        record.acknowledged.to_string(),
        record.modality.unwrap_or("").to_owned(),
        // A cell holds one text; spreadsheets take a comma for the end of it in some countries.
        record.provisions.join("; "),
        line.differs.as_ref().map_or_else(String::new, |differs| differs.ja.clone()),
        line.differs.as_ref().map_or_else(String::new, english),
        line.reason.as_ref().map_or_else(String::new, |reason| reason.ja.clone()),
        line.reason.as_ref().map_or_else(String::new, english),
    ]
}
