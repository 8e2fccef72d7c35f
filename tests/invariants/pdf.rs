//! The PDFs, held against what other programs say of them.
//!
//! A program that is not installed skips its test, which says so; with `CI=true` it fails it. veraPDF is found by
//! the variable `JUNSOKU_VERAPDF`, the class path of its jars, which `.ci/run` sets.

use std::collections::BTreeMap;
use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::OnceLock;

use crate::support::{Program, corpus, missing, paper_tools, program_on_path, root};
use junsoku::base::locale::{Lang, Messages};
use junsoku::conformance::regions_held;
use junsoku::content::SetKey;
use junsoku::pdf::{booklet_path, booklet_title, conformance_path, document_path, form_path};
use tempfile::TempDir;

/// The site with its PDFs, made once for all tests; none where there is no typst.
fn output() -> Option<&'static Path> {
    static OUTPUT: OnceLock<Option<TempDir>> = OnceLock::new();
    let made = OUTPUT.get_or_init(|| {
        paper_tools()?;
        let folder = tempfile::tempdir().expect("a temporary folder");
        let program = Program::new(["build", "--content"]).arg(root());
        let run = program.arg("--output").arg(folder.path().join("output")).run().check(0);
        assert_eq!(run.stderr, "", "typst has something to say");
        Some(folder)
    });
    made.as_ref().map(TempDir::path)
}

/// Every PDF that should be there: its path and the title that it should bear.
fn expected() -> Vec<(String, String)> {
    let corpus = corpus();
    let mut expected = Vec::new();
    for (lang, set) in Lang::ALL.into_iter().flat_map(|lang| corpus.sets.values().map(move |set| (lang, set))) {
        let documents = set.documents.iter().map(|d| (document_path(lang, &set.key, &d.id), d.title.get(lang).clone()));
        let forms = set.forms.iter().map(|f| (form_path(lang, &set.key, &f.id), f.title.get(lang).clone()));
        let several = set.documents.len() + set.forms.len() > 1 && set.key != SetKey::Baseline;
        let booklet = several.then(|| (booklet_path(lang, &set.key), booklet_title(set, Messages::of(lang))));
        expected.extend(documents.chain(forms).chain(booklet));
    }
    for (lang, set) in Lang::ALL.into_iter().flat_map(|lang| regions_held(corpus).map(move |set| (lang, set))) {
        let title = Messages::of(lang).with("report-heading", &[("region", set.name.get(lang))]);
        expected.push((conformance_path(lang, &set.key), title));
    }
    expected
}

/// Every PDF and its title; none, which is said, without typst or one of `programs`.
pub(crate) fn pdfs(programs: &[&str]) -> Vec<(PathBuf, String)> {
    if let Some(gone) = programs.iter().find(|name| program_on_path(name).is_none()) {
        missing(gone);
        return Vec::new();
    }
    let Some(folder) = output() else { return Vec::new() };
    expected().into_iter().map(|(path, title)| (folder.join("output").join(path), title)).collect()
}

/// What `program` says, which must end well.
pub(crate) fn said<S: AsRef<OsStr>>(program: &str, args: impl IntoIterator<Item = S>) -> String {
    let output = Command::new(program).args(args).env("LC_ALL", "C.UTF-8").output().expect(program);
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    assert!(output.status.success(), "{program}: {}{}", text(&output.stdout), text(&output.stderr));
    text(&output.stdout)
}

#[test]
fn every_pdf_is_there_and_well_formed() {
    for (pdf, _) in pdfs(&["qpdf"]) {
        let told = said("qpdf", [OsStr::new("--check"), pdf.as_os_str()]);
        assert!(told.contains("No syntax or stream encoding errors"), "{}: {told}", pdf.display());
    }
}

#[test]
fn every_font_is_embedded() {
    for (pdf, _) in pdfs(&["pdffonts"]) {
        let told = said("pdffonts", [&pdf]);
        // After two lines of headings: …, embedded, subset, Unicode map, object, generation.
        let fonts: Vec<&str> = told.lines().skip(2).collect();
        assert!(!fonts.is_empty(), "{}: no font", pdf.display());
        for font in fonts {
            let columns: Vec<&str> = font.split_whitespace().rev().collect();
            // The font for typing has only some of its letters, too, but is not called a subset: viewers type in it.
            let subset = if font.starts_with("BIZUDGothic-Regular ") { "no" } else { "yes" };
            assert_eq!(columns[2..5], ["yes", subset, "yes"], "{}: {font}", pdf.display());
        }
    }
}

#[test]
fn every_sheet_is_a4_titled_and_tagged() {
    for (pdf, title) in pdfs(&["pdfinfo"]) {
        let told = said("pdfinfo", [&pdf]);
        let value = |key: &str| {
            let line = told.lines().find_map(|line| line.strip_prefix(&format!("{key}:")));
            line.unwrap_or_else(|| panic!("{}: no {key} in\n{told}", pdf.display())).trim()
        };
        assert!(value("Title").contains(&title), "{}: {}", pdf.display(), value("Title"));
        assert!(value("Page size").ends_with("(A4)"), "{}: {}", pdf.display(), value("Page size"));
        assert_eq!(value("Tagged"), "yes", "{}", pdf.display());
        assert_ne!(value("Author"), "", "{}", pdf.display());
        assert_eq!(value("JavaScript"), "no", "{}", pdf.display());
        assert_eq!(value("Encrypted"), "no", "{}", pdf.display());
    }
}

#[test]
fn the_text_can_be_taken_out_again() {
    // A hyphen at the end of a line is taken for a division of the word.
    let squeeze =
        |text: &str| text.chars().filter(|letter| !letter.is_whitespace() && *letter != '-').collect::<String>();
    for (pdf, title) in pdfs(&["pdftotext"]) {
        let text = squeeze(&said("pdftotext", [pdf.as_os_str(), OsStr::new("-")]));
        assert!(text.contains(&squeeze(&title)), "{}: no {title} in {text:.400}", pdf.display());
        // What no font has stands as the replacement character or as nothing in the text layer.
        assert!(!text.contains('\u{fffd}') && !text.contains('\0'), "{}: letters are missing", pdf.display());
    }
}

/// The number of pages that each form takes in a booklet, by its id.
fn pages_in_booklet(booklet: &Path) -> BTreeMap<String, usize> {
    let told = said("pdfinfo", [OsStr::new("-dests"), booklet.as_os_str()]);
    let starts = told.lines().filter_map(|line| {
        let id = line.split_once("\"forms/")?.1.trim_end_matches('"');
        let page = line.split_whitespace().next()?.parse::<usize>().ok()?;
        (!id.contains('/')).then(|| (id.to_owned(), page))
    });
    let mut starts: Vec<(String, usize)> = starts.collect();
    starts.sort_by_key(|(_, page)| *page);
    let ends = starts.iter().skip(1).map(|(_, page)| *page).chain([page_count(booklet) + 1]).collect::<Vec<_>>();
    starts.into_iter().zip(ends).map(|((id, start), end)| (id, end - start)).collect()
}

fn page_count(pdf: &Path) -> usize {
    let told = said("pdfinfo", [pdf]);
    let count = told.lines().find_map(|line| line.strip_prefix("Pages:")).expect("a number of pages");
    count.trim().parse().expect("a number")
}

#[test]
fn a_form_takes_no_more_pages_in_a_booklet_than_by_itself() {
    let pdfs = pdfs(&["pdfinfo"]);
    let Some(folder) = output().filter(|_| !pdfs.is_empty()) else { return };
    let mut seen = 0;
    for (lang, set) in Lang::ALL.into_iter().flat_map(|lang| corpus().sets.values().map(move |set| (lang, set))) {
        let booklet = folder.join("output").join(booklet_path(lang, &set.key));
        if !booklet.is_file() {
            continue;
        }
        let in_booklet = pages_in_booklet(&booklet);
        for form in &set.forms {
            // A booklet has one of several copies.
            let alone = page_count(&folder.join("output").join(form_path(lang, &set.key, &form.id)));
            let alone = alone / form.copies.len().max(1);
            assert!(in_booklet[&form.id] <= alone, "{lang} {} {}: {in_booklet:?}, alone {alone}", set.key, form.id);
            seen += 1;
        }
    }
    assert!(seen >= 10, "{seen}");
}

#[test]
fn every_pdf_keeps_pdf_ua_1_and_pdf_a_2a() {
    let Some(class_path) = std::env::var_os("JUNSOKU_VERAPDF") else { return missing("JUNSOKU_VERAPDF") };
    let pdfs = pdfs(&["java"]);
    if pdfs.is_empty() {
        return;
    }
    validate(&class_path, pdfs.iter().map(|(pdf, _)| pdf.as_path()));
}

/// Demands that veraPDF finds both standards kept.
pub(crate) fn validate<'a>(class_path: &OsStr, pdfs: impl Iterator<Item = &'a Path>) {
    let driver = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/verapdf/Validate.java");
    let mut args = vec!["-cp".into(), class_path.to_owned(), driver.into(), "ua1,2a".into()];
    args.extend(pdfs.map(|pdf| pdf.as_os_str().to_owned()));
    let count = args.len() - 4;
    let told = said("java", args);
    let passed = told.lines().filter(|line| line.starts_with("PASS ")).count();
    assert_eq!(passed, count * 2, "{told}");
}
