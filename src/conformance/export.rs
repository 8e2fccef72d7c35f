//! How regions stand to the baseline, as files to download: a table for spreadsheets, and JSON.

use std::io;

use rayon::prelude::*;
use serde::Serialize;

use super::baseline::baseline_hash;
use super::coverage::{ReadingState, RequirementStanding, Status, coverage, reading_state, regions_held};
use super::data::{ConformanceRecord, RegionLeftOut, conformance_record, left_out};
use crate::base::artifact::{Artifact, Outlet};
use crate::base::diagnostics::{Code, Diagnostic};
use crate::base::locale::{Lang, Messages};
use crate::base::{markup, spreadsheet};
use crate::content::SetKey;
use crate::corpus::{
    Corpus, Document, Languages, Localized, PartKey, RegionPart, RegionParts, RequirementGroup, Set, Text, Words,
};

/// The path of the table below the output folder.
pub const CSV: &str = "data/conformance.csv";

/// The same table as a workbook.
pub const WORKBOOK: &str = "data/conformance.xlsx";

/// The path of the JSON file below the output folder.
pub const JSON: &str = "data/conformance.json";

/// A file to download with the regions of one part of a large site.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PartFile {
    /// The table.
    Csv,
    /// The same table as a workbook.
    Workbook,
    /// The records.
    Json,
}

impl PartFile {
    /// Every file of a part.
    pub const ALL: [Self; 3] = [Self::Csv, Self::Workbook, Self::Json];

    /// Returns the path of the file of the part `key` below the output folder.
    #[must_use]
    pub fn path(self, key: PartKey) -> String {
        let ending = match self {
            Self::Csv => "csv",
            Self::Workbook => "xlsx",
            Self::Json => "json",
        };
        format!("data/conformance/{}.{ending}", key.folder())
    }
}

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
    #[serde(flatten)]
    held: ExportedRegions<'a>,
}

/// The records, or where they are too many for one file, which files have them.
#[derive(Debug, Serialize)]
#[serde(rename_all = "snake_case")]
enum ExportedRegions<'a> {
    Records(Vec<ExportRow<'a>>),
    #[serde(untagged)]
    Parts {
        requirements: Vec<ExportedRequirement<'a>>,
        parts: Vec<ExportedPart>,
    },
}

/// The files of the regions of a prefecture, or of a part of them.
#[derive(Debug, Serialize)]
struct ExportedPart {
    /// The code of its prefecture (JIS X 0401), where it has just one.
    prefecture: Option<&'static str>,
    name: BothLanguages,
    regions: Vec<ExportedRegion>,
    csv: String,
    workbook: String,
    json: String,
}

/// A region of a part.
#[derive(Debug, Serialize)]
struct ExportedRegion {
    id: String,
    name: BothLanguages,
}

/// A requirement, whose words stand once for all parts.
#[derive(Debug, Serialize)]
struct ExportedRequirement<'a> {
    id: &'a str,
    title: BothLanguages,
    group_title: BothLanguages,
}

/// The JSON file of a part. The names of its regions and requirements stand in the file that lists the parts.
#[derive(Debug, Serialize)]
struct PartExport<'a> {
    baseline_hash: String,
    records: Vec<PartRow<'a>>,
}

#[derive(Debug, Serialize)]
struct PartRow<'a> {
    #[serde(flatten)]
    record: ConformanceRecord<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    differs: Option<BothLanguages>,
    #[serde(skip_serializing_if = "Option::is_none")]
    reason: Option<BothLanguages>,
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

/// Gives the files to download to `outlet`; none where the baseline has no requirements. Of a large site there are three for
/// each part of the regions, and the JSON file tells which.
///
/// # Errors
/// A finding J0502 where a file cannot be written in its format, which nothing that content could say brings about, and
/// those of `outlet`.
pub fn render_exports(corpus: &Corpus, parts: &RegionParts<'_>, outlet: &dyn Outlet) -> Result<(), Box<Diagnostic>> {
    if corpus.groups.is_empty() {
        return Ok(());
    }
    let index = |held| ConformanceExport {
        baseline: baseline_documents(corpus),
        baseline_hash: baseline_hash(corpus),
        left_out: left_out(corpus),
        held,
    };
    if parts.is_empty() {
        if !outlet.wants(JSON) {
            return Ok(());
        }
        let records: Vec<_> = regions_held(corpus).flat_map(|set| export_rows(corpus, set)).collect();
        take_tables(&records, [CSV.to_owned(), WORKBOOK.to_owned()], corpus.languages, outlet)?;
        return take_json(&index(ExportedRegions::Records(records)), JSON, outlet);
    }
    let held: Vec<&RegionPart<'_>> = parts_held(parts).collect();
    let wanted = held.par_iter().filter(|part| outlet.wants(&PartFile::Json.path(part.key)));
    wanted.try_for_each(|part| take_part(corpus, part, outlet))?;
    let parts = held.iter().map(|part| exported_part(part, corpus.languages)).collect();
    take_json(&index(ExportedRegions::Parts { requirements: exported_requirements(corpus), parts }), JSON, outlet)
}

/// Returns the parts with regions that are held against the baseline.
pub(super) fn parts_held<'p, 'a>(parts: &'p RegionParts<'a>) -> impl Iterator<Item = &'p RegionPart<'a>> {
    parts.iter().filter(|part| part.sets.iter().any(|set| is_held(set)))
}

/// Whether `set` has records.
fn is_held(set: &Set) -> bool {
    reading_state(set) == Some(ReadingState::Compared)
}

fn take_part(corpus: &Corpus, part: &RegionPart<'_>, outlet: &dyn Outlet) -> Result<(), Box<Diagnostic>> {
    let held = part.sets.iter().filter(|set| is_held(set));
    let records: Vec<_> = held.flat_map(|set| export_rows(corpus, set)).collect();
    let [csv, workbook, json] = PartFile::ALL.map(|file| file.path(part.key));
    take_tables(&records, [csv, workbook], corpus.languages, outlet)?;
    let records = records.into_iter().map(PartRow::of).collect();
    // Without the spaces that lay it out, which would be a quarter of it.
    let part = PartExport { baseline_hash: baseline_hash(corpus), records };
    let written = serde_json::to_string(&part).map_err(|error| Box::new(unwritten(&json, &error.into())))?;
    outlet.take(Artifact::new(json, written + "\n"))
}

impl<'a> PartRow<'a> {
    fn of(row: ExportRow<'a>) -> Self {
        Self { record: row.record, differs: row.differs, reason: row.reason }
    }
}

fn exported_requirements(corpus: &Corpus) -> Vec<ExportedRequirement<'_>> {
    let groups = corpus.groups.iter().flat_map(|group| group.requirements.iter().map(move |one| (group, one)));
    groups
        .map(|(group, requirement)| ExportedRequirement {
            id: &requirement.id,
            title: bilingual_words(&requirement.title, corpus.languages),
            group_title: bilingual_words(&group.title, corpus.languages),
        })
        .collect()
}

fn exported_part(part: &RegionPart<'_>, languages: Languages) -> ExportedPart {
    let name = |lang| part.key.name(Messages::of(lang));
    let region = |set: &&Set| ExportedRegion { id: set.key.to_string(), name: bilingual_words(&set.name, languages) };
    let [csv, workbook, json] = PartFile::ALL.map(|file| file.path(part.key));
    ExportedPart {
        prefecture: part.key.code(),
        name: BothLanguages { ja: name(Lang::Ja), en: languages.english.then(|| name(Lang::En)) },
        regions: part.sets.iter().filter(|set| is_held(set)).map(region).collect(),
        csv,
        workbook,
        json,
    }
}

/// Gives the two files of the table of `records` to `outlet`.
fn take_tables(
    records: &[ExportRow<'_>],
    [csv, workbook]: [String; 2],
    languages: Languages,
    outlet: &dyn Outlet,
) -> Result<(), Box<Diagnostic>> {
    let (head, lines) = export_table(records, languages);
    let (table, book) = rayon::join(|| spreadsheet::csv_table(&head, &lines), || spreadsheet::workbook(&head, &lines));
    let table = table.map_err(|error| Box::new(unwritten(&csv, &error)))?;
    outlet.take(Artifact::new(csv, table))?;
    let book = book.map_err(|error| Box::new(unwritten(&workbook, &error)))?;
    outlet.take(Artifact::new(workbook, book))
}

fn take_json(content: &impl Serialize, path: &str, outlet: &dyn Outlet) -> Result<(), Box<Diagnostic>> {
    let json = serde_json::to_string_pretty(content).map_err(|error| Box::new(unwritten(path, &error.into())))?;
    outlet.take(Artifact::new(path, json + "\n"))
}

fn unwritten(path: &str, error: &io::Error) -> Diagnostic {
    Diagnostic::new(Code::J0502).arg("path", path).arg("reason", error.to_string())
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
