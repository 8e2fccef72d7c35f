//! Sheets of forms with what is filled in, held against what other programs read from them.
//!
//! A program that is not installed skips its test, which says so; with `CI=true` it fails it.

use std::collections::BTreeMap;
use std::ffi::OsStr;
use std::process::Command;

use crate::support::{corpus, missing, paper_tools, program_on_path};
use junsoku::base::locale::Lang;
use junsoku::content::FieldType;
use junsoku::corpus::{Block, BlockKind, Corpus, Field, Form, Set};
use junsoku::forms::{PrintedDate, PrintedValue};
use junsoku::pdf::form_sheet;
use junsoku::pdf::setup::Tools;

pub(crate) type Values = BTreeMap<String, PrintedValue>;

/// Typst, if it and `program` are there.
pub(crate) fn tools(program: &str) -> Option<Tools> {
    if program_on_path(program).is_none() {
        missing(program);
        return None;
    }
    paper_tools()
}

pub(crate) fn all_forms(corpus: &Corpus) -> impl Iterator<Item = (&Set, &Form)> {
    corpus.sets.values().flat_map(|set| set.forms.iter().map(move |form| (set, form)))
}

/// What `program` says of a PDF.
fn said(program: &str, options: &[&str], pdf: &[u8], last: &[&str]) -> String {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let file = folder.path().join("sheet.pdf");
    std::fs::write(&file, pdf).expect("a writable file");
    let args = options.iter().map(OsStr::new).chain([file.as_os_str()]).chain(last.iter().map(OsStr::new));
    let output = Command::new(program).args(args).output().expect(program);
    assert!(output.status.success(), "{program}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).expect("UTF-8")
}

/// The pages of a PDF as text without white space, in the order of reading.
pub(crate) fn pages(pdf: &[u8]) -> Vec<String> {
    let text = said("pdftotext", &["-raw"], pdf, &["-"]);
    let mut pages: Vec<String> = text.split('\u{c}').map(squeezed).collect();
    assert_eq!(pages.pop().as_deref(), Some(""), "a page ends with a form feed");
    pages
}

pub(crate) fn squeezed(text: &str) -> String {
    text.chars().filter(|letter| !letter.is_whitespace()).collect()
}

/// Every place to fill in: its path, its field, and the option where it is one.
fn places(blocks: &[Block]) -> Vec<(String, &Field)> {
    let mut found = Vec::new();
    for block in blocks {
        let begins = match &block.kind {
            BlockKind::Rows(rows) => (1..=rows.count).map(|row| format!("{}[{row}]", block.id)).collect(),
            _ => vec![block.id.clone()],
        };
        for begin in begins {
            for field in block.kind.fields() {
                found.extend(field.furigana.then(|| (format!("{begin}.{}-reading", field.id), field)));
                found.push((format!("{begin}.{}", field.id), field));
            }
        }
        found.extend(places(block.kind.inner()));
    }
    found
}

/// Something for every place, each text another one.
pub(crate) fn something(form: &Form) -> Values {
    let date = PrintedDate { year: "8".into(), month: "4".into(), day: "1".into(), era: Some("令和".into()) };
    let value = |at: usize, field: &Field| match field.kind {
        FieldType::Date => PrintedValue::date("令和8年4月1日", date.clone()),
        FieldType::Radio | FieldType::Checkboxes => PrintedValue::marks([field.options[0].id.clone()]),
        FieldType::Check => PrintedValue::check(),
        _ => PrintedValue::text(format!("値{at}番")),
    };
    places(&form.blocks).iter().enumerate().map(|(at, (path, field))| (path.clone(), value(at, field))).collect()
}

#[test]
fn every_value_stands_on_the_sheet_and_moves_nothing() {
    let Some(tools) = tools("pdftotext") else { return };
    for (set, form) in all_forms(corpus()) {
        let sheet = |values: &Values| form_sheet(set, form, Lang::Ja, values, false, &tools).expect("a sheet");
        let values = something(form);
        let (blank, filled) = (sheet(&Values::new()), sheet(&values));
        let text = pages(&filled).concat();
        for (path, printed) in &values {
            let there = |letters: &String| text.contains(letters.as_str());
            // Of dates only the parts may stand in a printed line.
            let parts = printed.date.is_some() || printed.text.as_ref().is_none_or(there);
            assert!(parts, "{}/{}: {path} is not on the sheet:\n{text}", set.key, form.id);
        }
        let marks = values.values().filter(|printed| !printed.marks.is_empty()).count() * form.copies.len().max(1);
        assert_eq!(text.matches(['✓', '○']).count() - pages(&blank).concat().matches('○').count(), marks);
        assert_eq!(places_of_words(&blank), places_of_words(&filled), "{}/{}", set.key, form.id);
    }
}

/// Where the words stand that head the notices, which are the last on the first face, and on how many pages.
fn places_of_words(pdf: &[u8]) -> (usize, Vec<String>) {
    let told = said("pdftotext", &["-bbox"], pdf, &["-"]);
    let places = told.lines().filter(|line| line.contains(">お断り<")).map(str::to_owned).collect::<Vec<_>>();
    assert!(!places.is_empty(), "{told:.2000}");
    (told.matches("<page ").count(), places)
}

/// Demands that every place of every form of `corpus` is marked once in each copy.
pub(crate) fn check_marks(corpus: &Corpus, tools: &Tools) {
    for ((set, form), lang) in all_forms(corpus).flat_map(|it| Lang::ALL.map(|lang| (it, lang))) {
        let pdf = form_sheet(set, form, lang, &Values::new(), true, tools).expect("a sheet");
        let told = said("qpdf", &["--json"], &pdf, &[]);
        let links = told.lines().filter_map(|line| line.trim().strip_prefix("\"/URI\": \"u:x-field:"));
        let mut found: Vec<&str> = links.map(|rest| rest.trim_end_matches([',', '"'])).collect();
        found.sort_unstable();
        let once: Vec<String> = places(&form.blocks).iter().flat_map(|(path, field)| targets(path, field)).collect();
        let copies = form.copies.len().max(1);
        let mut expected: Vec<&str> = (0..copies).flat_map(|_| once.iter().map(String::as_str)).collect();
        expected.sort_unstable();
        assert_eq!(found, expected, "{}/{} in {}", set.key, form.id, lang.code());
    }
}

#[test]
fn every_place_is_marked_once_a_copy() {
    let Some(tools) = tools("qpdf") else { return };
    check_marks(corpus(), &tools);
}

/// What the links of a field lead to.
fn targets(path: &str, field: &Field) -> Vec<String> {
    match field.kind {
        FieldType::Check => vec![format!("{path}=on")],
        FieldType::Radio | FieldType::Checkboxes => {
            field.options.iter().map(|option| format!("{path}={}", option.id)).collect()
        }
        _ => vec![path.to_owned()],
    }
}
