//! What the program makes of small content, written down: the numbers and words of every provision, pages, and the
//! data of sheets.
//!
//! To add a case, add a file to `cases/numbering`, `cases/site` or `cases/sheets`.

use std::fmt::Write as _;
use std::path::Path;

use crate::support::{self, Case, check_case, for_each_case, is_kind, main_of};
use junsoku::base::locale::Lang;
use junsoku::base::markup::to_plain;
use junsoku::corpus::{Document, Provision, Text, Words};
use junsoku::pdf;

#[test]
fn numbers_are_as_written_down() {
    for_each_case("numbering/*.txt", |case| {
        let loaded = Case::from_file(case).load();
        assert!(!loaded.findings.has_errors(), "{}", loaded.told(Lang::En));
        let sets = loaded.corpus.sets.values();
        let outlines = sets.flat_map(|set| set.documents.iter().map(move |document| (set, document)));
        let outline: String = outlines.map(|(set, document)| outline(&set.key.to_string(), document)).collect();
        check_case("numbering", &outline);
    });
}

/// A document as plain text: each provision with its number, how it is cited, its caption and its text.
fn outline(set: &str, document: &Document) -> String {
    let mut out = format!("{set}/{}\n", document.id);
    for note in &document.notes {
        one(note, &mut out);
    }
    for division in &document.divisions {
        if !division.anchor.is_empty() {
            let words = |words: Option<&Words>| words.map(both).unwrap_or_default();
            let (label, title) = (words(division.label.as_ref()), words(division.title.as_ref()));
            let _ = writeln!(out, "── {} {:?} {label} {title}", division.anchor, division.role);
        }
        for provision in &division.provisions {
            provision.walk(&mut |provision| one(provision, &mut out));
        }
    }
    out + "\n"
}

fn both(words: &Words) -> String {
    format!("{} | {}", words.ja, words.en.as_deref().unwrap_or("–"))
}

fn one(provision: &Provision, out: &mut String) {
    let kind = provision.kind.map_or("none", |kind| kind.word());
    let _ = writeln!(out, "{} ({kind})", provision.anchor);
    for lang in Lang::ALL {
        let (label, cite) = (provision.label.get(lang), provision.cite.get(lang));
        let caption = provision.caption.as_ref().map(|words| said(words.given(lang), lang, words.get(lang)));
        let text = provision.text.as_ref().map(|text| said(text.given(lang), lang, &plain(text, lang)));
        let parts = [Some(format!("[{label}] <{cite}>")), caption, text];
        let line: Vec<String> = parts.into_iter().flatten().collect();
        let _ = writeln!(out, "  {lang}  {}", line.join("  "));
    }
}

/// The text with its paragraphs divided by a slash.
fn plain(text: &Text, lang: Lang) -> String {
    let paragraphs = text.get(lang).iter().map(|paragraph| to_plain(std::slice::from_ref(paragraph)));
    paragraphs.collect::<Vec<_>>().join(" / ")
}

/// Words, and in which language they are where it is not the one asked for.
fn said(given: Lang, asked: Lang, words: &str) -> String {
    if given == asked { words.to_owned() } else { format!("(in {given}:) {words}") }
}

/// The pages that a case names above its first file.
fn pages_of(case: &Path) -> Vec<String> {
    let text = std::fs::read_to_string(case).expect("a readable case");
    text.lines().filter_map(|line| line.strip_prefix("page: ")).map(str::to_owned).collect()
}

#[test]
fn pages_are_as_written_down() {
    for_each_case("site/*.txt", |case| {
        let built = Case::from_file(case).build();
        let pages = pages_of(case);
        assert!(!pages.is_empty(), "a line “page: …” is missing");
        let shown: Vec<String> =
            pages.iter().map(|path| format!("══ {path}\n{}\n", main_of(built.page(path)))).collect();
        check_case("site", shown.join("\n"));
    });
}

#[test]
fn what_was_written_as_markup_stands_as_text() {
    let case = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases/site/escaping.txt");
    let built = Case::from_file(&case).build();
    for (path, bytes) in built.files.iter().filter(|(path, _)| is_kind(path, "html")) {
        let html = support::text(bytes);
        assert!(!html.contains("<script>alert") && !html.contains("<i>") && !html.contains("<b>"), "{path}:\n{html}");
    }
}

#[test]
fn sheets_are_as_written_down() {
    for_each_case("sheets/*.txt", |case| {
        let loaded = Case::from_file(case).load();
        assert!(!loaded.findings.has_errors(), "{}", loaded.told(Lang::En));
        let wanted = pages_of(case);
        let sheets = pdf::sheets(&loaded.corpus).into_iter().filter(|(path, _)| wanted.contains(path));
        let shown: Vec<String> = sheets.map(|(path, json)| format!("══ {path}\n{json:#}\n")).collect();
        assert_eq!(shown.len(), wanted.len(), "{wanted:?}");
        check_case("sheet", shown.join("\n"));
    });
}
