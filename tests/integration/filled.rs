//! Sheets of forms with what is filled in, held against what other programs read from them.
//!
//! A program that is not installed skips its test, which says so; with `CI=true` it fails it.

use std::collections::BTreeMap;
use std::ffi::OsStr;
use std::path::Path;
use std::process::Command;

use crate::support::{Case, Loaded, missing, paper_tools, program_on_path, shipped_content};
use junsoku::base::locale::Lang;
use junsoku::content::{FieldType, SetKey};
use junsoku::corpus::{Block, BlockKind, Corpus, Field, Form, Set};
use junsoku::forms::{Printed, PrintedDate};
use junsoku::pdf::setup::Tools;
use junsoku::pdf::{SheetError, form_sheet};

type Values = BTreeMap<String, Printed>;

/// Typst, if it and `program` are there.
fn tools(program: &str) -> Option<Tools> {
    if program_on_path(program).is_none() {
        missing(program);
        return None;
    }
    paper_tools()
}

/// A form of the corpus by its name: `osaki/application`.
fn form<'a>(corpus: &'a Corpus, name: &str) -> (&'a Set, &'a Form) {
    let (set, form) = name.split_once('/').expect("set and form");
    let set = corpus.set(&SetKey::from_name(set)).expect("a set");
    (set, set.forms.iter().find(|found| found.id == form).expect("a form"))
}

fn all_forms(corpus: &Corpus) -> impl Iterator<Item = (&Set, &Form)> {
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
fn pages(pdf: &[u8]) -> Vec<String> {
    let text = said("pdftotext", &["-raw"], pdf, &["-"]);
    let mut pages: Vec<String> = text.split('\u{c}').map(squeezed).collect();
    assert_eq!(pages.pop().as_deref(), Some(""), "a page ends with a form feed");
    pages
}

fn squeezed(text: &str) -> String {
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
fn something(form: &Form) -> Values {
    let date = PrintedDate { year: "8".into(), month: "4".into(), day: "1".into(), era: Some("令和".into()) };
    let value = |at: usize, field: &Field| match field.kind {
        FieldType::Date => Printed::date("令和8年4月1日", date.clone()),
        FieldType::Radio | FieldType::Checkboxes => Printed::marks([field.options[0].id.clone()]),
        FieldType::Check => Printed::check(),
        _ => Printed::text(format!("値{at}番")),
    };
    places(&form.blocks).iter().enumerate().map(|(at, (path, field))| (path.clone(), value(at, field))).collect()
}

fn people(count: usize) -> Values {
    let person = |at: usize| (format!("users[{at}].name"), Printed::text(format!("髙﨑{at}太郎")));
    (1..=count).map(person).collect()
}

#[test]
fn every_value_stands_on_the_sheet_and_moves_nothing() {
    let Some(tools) = tools("pdftotext") else { return };
    let corpus = Loaded::from(&shipped_content()).corpus;
    for (set, form) in all_forms(&corpus) {
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

#[test]
fn entries_go_on_further_sheets() {
    let Some(tools) = tools("pdftotext") else { return };
    let corpus = Loaded::from(&shipped_content()).corpus;
    let (set, form) = form(&corpus, "osaki/application");
    let sheets = |count| pages(&form_sheet(set, form, Lang::Ja, &people(count), false, &tools).expect("a sheet"));
    let twelve = sheets(12);
    assert_eq!(twelve.len(), 3, "two sheets and the appended tables");
    assert!(
        twelve[0].contains("（2枚中1枚目）") && twelve[1].contains("続紙2/2") && twelve[1].contains("（2枚中2枚目）")
    );
    assert!(twelve[0].contains("髙﨑10太郎") && !twelve[0].contains("髙﨑11太郎"));
    assert!(
        twelve[1].contains("11髙﨑11太郎") && twelve[1].contains("12髙﨑12太郎") && twelve[1].contains("申込者情報")
    );
    let many = sheets(25);
    assert_eq!(many.len(), 4);
    assert!(many[0].contains("（3枚中1枚目）") && many[2].contains("（3枚中3枚目）") && many[2].contains("髙﨑25太郎"));
    assert!(!sheets(0)[0].contains("1枚目"), "blank, the line is blank");
}

#[test]
fn what_looks_like_markup_is_printed_as_it_is() {
    let Some(tools) = tools("pdftotext") else { return };
    let corpus = Loaded::from(&shipped_content()).corpus;
    let (set, form) = form(&corpus, "osaki/withdrawal");
    let crafted =
        ["</script><b>x", "#import \"x\": *", "\\u{41} $x^2$ *y* _z_ `r`", "[k] @b <l> // /* c", "{number}{total}"];
    let ids = ["name", "establishment"];
    for pair in crafted.chunks(ids.len()) {
        let mut values: Values =
            ids.iter().zip(pair).map(|(id, text)| (format!("notifier.{id}"), Printed::text(*text))).collect();
        values.insert("reason.reason".to_owned(), Printed::text(format!("一行目\n{}\n𠮷野家", pair[0])));
        let text = pages(&form_sheet(set, form, Lang::Ja, &values, false, &tools).expect("a sheet")).concat();
        for written in pair {
            assert!(text.contains(&squeezed(written)), "{written} is not in\n{text}");
        }
        assert!(text.contains(&squeezed(&format!("一行目{}𠮷野家", pair[0]))), "{text}");
    }
}

#[test]
fn what_has_no_room_is_named() {
    let Some(tools) = tools("pdftotext") else { return };
    let corpus = Loaded::from(&shipped_content()).corpus;
    // A form without copies, one with two.
    for (name, path) in [("osaki/application", "representative.name"), ("osaki/patient-consent", "family.relationship")]
    {
        let (set, form) = form(&corpus, name);
        let sheet = |text: String| {
            let values = Values::from([(path.to_owned(), Printed::text(text))]);
            form_sheet(set, form, Lang::Ja, &values, false, &tools)
        };
        let fault = |text: String| sheet(text).err();
        let no_room = Some(SheetError::NoRoom(vec![path.to_owned()]));
        assert_eq!(fault("字".repeat(5_000)), no_room, "{name}");
        assert_eq!(fault("x".repeat(5_000)), no_room, "{name}: one long word");
        // No line may begin or end within such a run.
        assert_eq!(fault("「".repeat(200)), no_room, "{name}: brackets");
        let text = pages(&sheet("長男の妻".repeat(4)).expect("a sheet")).concat();
        assert!(text.contains(&"長男の妻".repeat(4)), "{name}: {text}");
        assert_eq!(fault("田𓀀中".to_owned()), Some(SheetError::Letters("𓀀".to_owned())), "{name}");
    }
}

#[test]
fn every_place_is_marked_once_a_copy() {
    let Some(tools) = tools("qpdf") else { return };
    let mut corpora = vec![Loaded::from(&shipped_content()).corpus];
    let blocks = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases/sheets/form-blocks.txt");
    corpora.push(Case::from_file(&blocks).load().corpus);
    for ((set, form), lang) in corpora.iter().flat_map(all_forms).flat_map(|it| Lang::ALL.map(|lang| (it, lang))) {
        let pdf = form_sheet(set, form, lang, &Values::new(), true, &tools).expect("a sheet");
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
