//! What authors are told: every finding that content can cause, as people read it, in both languages.
//!
//! To add a case, add a file to `cases/diagnostics`; `cargo insta review` (or `INSTA_UPDATE=always cargo test`)
//! writes what it prints to `snapshots`.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use crate::costs::HEAD;
use crate::support::{self, Case, Program, check_case, for_each_case};
use junsoku::base::diagnostics::finding_records;
use junsoku::base::locale::{Lang, Messages};

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

#[test]
fn at_most_two_hundred_findings_are_drawn_and_the_rest_counted() {
    let faults: String =
        (0..300).map(|at| format!("  - id: a{at}\n    ja: \"<b>{at}\"\n    en: x\n    wrong: x\n")).collect();
    let case = Case::new("");
    case.write("regions/midori/policy.yaml", format!("{HEAD}{faults}"));
    let loaded = case.load();
    let errors = loaded.codes().iter().filter(|code| **code == "J0201").count();
    assert_eq!(errors, 300);
    let warnings = loaded.codes().len() - errors;
    for (lang, words) in [(Lang::En, "more are not shown (100 errors, "), (Lang::Ja, "件（エラー100件、警告")]
    {
        let told = loaded.told(lang);
        assert_eq!(told.matches("J0201").count(), 200, "{lang}");
        assert_eq!(told.matches("J0402").count(), 0, "{lang}");
        let count = (100 + warnings).to_string();
        assert!(told.contains(words) && told.contains(&count), "{}", &told[told.len() - 300..]);
    }
    let all = finding_records(&loaded.findings, Messages::of(Lang::En));
    assert_eq!(all.as_array().map(Vec::len), Some(300 + warnings));
}

#[test]
fn a_finding_far_into_a_line_is_shown_with_its_own_column() {
    let long = "あ".repeat(100_000);
    let case = Case::new("");
    case.write("regions/midori/policy.yaml", format!("{HEAD}  - {{id: a0, ja: \"{long}\", en: x, wrong: x}}\n"));
    let loaded = case.load();
    let finding = loaded.findings.sorted().into_iter().find(|finding| finding.code.name() == "J0201").cloned();
    let column = finding.expect("J0201").place.expect("a place").start().column;
    assert!(column > 100_000);
    let told = loaded.told(Lang::En);
    assert!(told.contains(&format!("policy.yaml:6:{column}\n")), "{told}");
    assert!(told.len() < 20_000, "{}", told.len());
}

#[test]
fn names_of_files_reach_no_terminal_raw() {
    let case = Case::new("");
    let name = "a\u{1b}[31m\u{202e}\u{9b}.yaml";
    case.write(&format!("regions/midori/{name}"), "a: b\n");
    let run = Program::new(["check", "--content"]).arg(case.root()).run();
    assert!(run.stderr.contains("a\\u{1b}[31m\\u{202e}\\u{9b}.yaml"), "{}", run.stderr);
    for format in ["json", "sarif"] {
        let run = Program::new(["check", "--format", format, "--content"]).arg(case.root()).run();
        assert!(!run.stdout.contains(['\u{1b}', '\u{202e}', '\u{9b}']), "{}", run.stdout);
        let data: serde_json::Value = serde_json::from_str(&run.stdout).expect("JSON");
        let file = data["findings"][0]["file"].as_str().unwrap_or_default();
        assert!(format == "sarif" || file.ends_with(name), "{data}");
    }
    let run = Program::new(["fill", "a\u{1b}[2J\u{202e}/b", "--content"]).arg(case.root()).run();
    assert!(!run.stderr.contains(['\u{1b}', '\u{202e}']), "{}", run.stderr);
}
