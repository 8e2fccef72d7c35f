//! What the fuzz targets do with any bytes at all: nothing may panic, stall, lose a letter or blame the program itself.
//! Plain functions, so that tests/campaigns runs them on stable Rust over the corpus and over damaged inputs.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use junsoku::base::diagnostics::{Diagnostics, Severity, finding_records, human, sarif};
use junsoku::base::locale::{Lang, Messages};
use junsoku::base::notation::date_input::parse_written_date;
use junsoku::base::notation::dates::{DateStyle, write_date};
use junsoku::content::{SetKey, YamlEditor};
use junsoku::corpus::Corpus;
use junsoku::forms::filling::{AskedSheet, DataOptions, read_records, validated};
use junsoku::import::{self, Names};
use tempfile::TempDir;

/// The fixtures of the tests, whose folder is beside that of this crate, or is the one that a test of the program runs in.
fn fixtures() -> PathBuf {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    [here.join("tests/fixtures"), here.join("../tests/fixtures")]
        .into_iter()
        .find(|path| path.is_dir())
        .unwrap_or_default()
}

/// A small content folder that lives as long as the process.
fn content() -> &'static Path {
    static FOLDER: OnceLock<TempDir> = OnceLock::new();
    let made = || {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let files = [
            (
                "regions/midori/region.yaml",
                "name: {ja: みどり町, en: Midori}\ncouncil: {ja: 会議, en: Council}\nsummary: {ja: 見本。, en: A sample.}\nform_label: {ja: \"様式第{wide}号\", en: \"Form No. {n}\"}\n",
            ),
            ("regions/midori/policy.yaml", POLICY),
            (
                "regions/midori/forms/notice.yaml",
                "number: 1\ntitle: {ja: 届出書, en: Notification}\norigin: source\nstanding: official\nblocks:\n  - paragraph: {id: intro, ja: 届け出ます。, en: I notify.}\n",
            ),
        ];
        for (path, text) in files {
            write(folder.path(), path, text.as_bytes());
        }
        folder
    };
    FOLDER.get_or_init(made).path()
}

const POLICY: &str = "title: {ja: みどり町運用規程, en: Midori Rules}\nstanding: official\nlevels:\n  - {kind: article, ja: \"第{kanji}条\", en: \"Article {n}\"}\nbody:\n  - id: purpose\n    ja: 約束を示す。\n    en: These are the rules.\n";

fn write(root: &Path, path: &str, bytes: &[u8]) {
    let path = root.join(path);
    fs::create_dir_all(path.parent().expect("a folder")).expect("a folder of the content");
    fs::write(path, bytes).expect("a written file");
}

/// Loads the small content with `bytes` at `path`, tells what was found in every way, and puts back what was there.
fn load_with(path: &str, bytes: &[u8]) {
    let root = content();
    let before = fs::read(root.join(path)).ok();
    write(root, path, bytes);
    let mut findings = Diagnostics::default();
    let corpus = junsoku::load(root, &mut findings);
    tell(&findings);
    drop(corpus);
    match before {
        Some(before) => write(root, path, &before),
        None => fs::remove_file(root.join(path)).expect("a file to take away"),
    }
}

fn tell(findings: &Diagnostics) {
    for lang in Lang::ALL {
        let messages = Messages::of(lang);
        let told = human(findings, messages, false);
        assert!(!told.contains(['\u{1b}', '\u{202e}']), "{told}");
        assert_eq!(finding_records(findings, messages).as_array().map(Vec::len), Some(findings.sorted().len()));
        assert!(!sarif(findings, messages).is_empty());
    }
}

/// A policy.
pub fn yaml(data: &[u8]) {
    load_with("regions/midori/policy.yaml", data);
    if let Ok(text) = std::str::from_utf8(data)
        && let Ok(editor) = YamlEditor::new(text)
    {
        assert_eq!(editor.into_text(), text);
    }
}

/// A form.
pub fn form(data: &[u8]) {
    load_with("regions/midori/forms/notice.yaml", data);
}

/// The settings.
pub fn settings(data: &[u8]) {
    load_with("junsoku.yaml", data);
}

/// The record of reviews.
pub fn lock(data: &[u8]) {
    load_with("junsoku.lock", data);
}

/// A file to import, text or Word's.
fn imported(data: &[u8]) {
    let Ok((source, _)) = import::read_source(data, "input", false) else { return };
    let names = Names { region: "midori".to_owned(), document: "policy".to_owned(), name: None };
    match import::import_source(&source, &names) {
        Ok(imported) => assert!(imported.proof.differences.is_empty(), "{:?}", imported.proof.differences),
        Err(fault) => assert_ne!(fault.code.name(), "J0806", "{fault:?}"),
    }
}

/// A Word file.
pub fn docx(data: &[u8]) {
    imported(data);
}

/// A text in any encoding.
pub fn text(data: &[u8]) {
    imported(data);
}

/// The corpus of the fixtures, which has a form with fields of every kind.
fn corpus() -> &'static Corpus {
    static CORPUS: OnceLock<Corpus> = OnceLock::new();
    CORPUS.get_or_init(|| junsoku::load(&fixtures(), &mut Diagnostics::default()))
}

fn records(data: &[u8]) {
    static FOLDER: OnceLock<TempDir> = OnceLock::new();
    let path = FOLDER.get_or_init(|| tempfile::tempdir().expect("a folder")).path().join("data");
    fs::write(&path, data).expect("a written file");
    let set = corpus().set(&SetKey::from_name("hamabe")).expect("a set");
    let form = set.forms.iter().find(|form| form.id == "application").expect("a form");
    let sheet = AskedSheet::of(corpus(), set, form, Messages::of(Lang::Ja));
    let mut findings = Diagnostics::default();
    let found = read_records(&path, &sheet, &DataOptions::default(), &mut findings);
    let good = validated(&sheet, found.as_deref().unwrap_or_default(), &mut findings);
    let silent = found.is_none() && findings.count(Severity::Error) == 0;
    assert!(!silent, "nothing was read and nothing is told");
    drop(good);
    tell(&findings);
}

/// Data of a form in JSON.
pub fn json(data: &[u8]) {
    records(data);
}

/// Data of a form as a table.
pub fn csv(data: &[u8]) {
    records(data);
}

/// A date as people write it: what is read is written and read again as the same day.
pub fn dates(data: &[u8]) {
    let Ok(text) = std::str::from_utf8(data) else { return };
    let Ok(date) = parse_written_date(text) else { return };
    assert_eq!(parse_written_date(&date.to_string()).ok(), Some(date), "{text}");
    let written = write_date(date, DateStyle::default(), Lang::Ja);
    assert_eq!(parse_written_date(&written).ok(), Some(date), "{text}: {written}");
}
