//! What authors are told: every finding that content can cause, as people read it, in both languages.
//!
//! To add a case, add a file to `cases/diagnostics`; `cargo insta review` (or `INSTA_UPDATE=always cargo test`)
//! writes what it prints to `snapshots`.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use crate::support::{self, Case, check_case, for_each_case};
use junsoku::base::locale::Lang;

/// What a case prints, English first.
fn told(case: &Path) -> String {
    let loaded = Case::from_file(case).load();
    let [japanese, english] = Lang::ALL.map(|lang| loaded.told(lang));
    format!("{english}────\n\n{japanese}")
}

#[test]
fn findings_read_as_written_down() {
    for_each_case("diagnostics/*.txt", |case| {
        let told = told(case);
        assert!(told.contains("-->"), "nothing was found:\n{told}");
        check_case("diagnostics", told);
    });
}

/// The cases, by their names without the ending.
fn cases() -> Vec<String> {
    let names = support::names_in(&folder());
    names.into_iter().filter_map(|name| Some(name.strip_suffix(".txt")?.to_owned())).collect()
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases/diagnostics")
}

/// A case may be named after a code, which must be among what it prints.
#[test]
fn every_case_shows_what_it_is_named_after() {
    for name in cases().iter().filter(|name| name.starts_with('J')) {
        let code = name.split('-').next().expect("a code");
        let codes = Case::from_file(&folder().join(format!("{name}.txt"))).load().codes();
        assert!(codes.contains(&code), "{name}: {codes:?}");
    }
}

/// Findings that no text can cause; `bad_input` has them.
const NOT_BY_TEXT: [&str; 5] = ["J0102", "J0103", "J0104", "J0105", "J0106"];

#[test]
fn every_finding_about_content_has_a_case() {
    let messages = include_str!("../../locales/en/diagnostics.ftl");
    let about_content = |code: &&str| ["J01", "J02", "J03", "J04"].iter().any(|group| code.starts_with(group));
    let ids = messages.lines().filter_map(|line| line.split_once(" =")).map(|(id, _)| id);
    let codes: BTreeSet<&str> = ids.filter(about_content).filter(|id| id.len() == 5).collect();
    assert!(codes.len() > 25, "only {codes:?}");
    let cases = cases();
    let has_case = |code: &&&str| cases.iter().any(|name| name.starts_with(**code)) || NOT_BY_TEXT.contains(*code);
    let without: Vec<_> = codes.iter().filter(|code| !has_case(code)).collect();
    assert!(without.is_empty(), "{without:?}");
}

#[test]
fn the_default_files_have_no_fault() {
    Case::new("").load().check_codes(&[]);
}

#[test]
fn the_files_about_consistency_have_no_fault() {
    Case::new("base: conformance\n").load().check_codes(&[]);
}
