//! The table of conformance to download, the pages that are not there, and the hash of the baseline.

use crate::support::{Case, csv_lines};
use junsoku::conformance::{self, baseline_hash};
use serde_json::Value;

/// The sample of `base: conformance` with its region's first provision and deviations as given.
fn sample(deviation: &str) -> Case {
    let case = Case::new("base: conformance\n");
    let policy = case
        .read("regions/midori/policy.yaml")
        .replace("extent: equal, parameters: {length: 8 characters, classes: [letters, digits]}", "extent: partial");
    case.write("regions/midori/policy.yaml", policy.replace("８文字", "それなりの長さ"));
    let stand = case.read("regions/midori/conformance.yaml");
    case.write("regions/midori/conformance.yaml", stand + deviation);
    case
}

#[test]
fn no_cell_of_the_table_is_taken_for_a_formula() {
    let case = sample("deviations: [{requirement: keys.length, ja: '=HYPERLINK(\"x\")', en: '@SUM(1)'}]\n");
    let files = case.build().files;
    let row = csv_lines(&files).remove(0);
    assert_eq!(row["Differences (Japanese)"], "'=HYPERLINK(\"x\")");
    assert_eq!(row["Differences (English)"], "'@SUM(1)");
    let json: Value = serde_json::from_slice(&files[conformance::JSON]).expect("JSON");
    assert_eq!(json["records"][0]["differs"]["ja"], "=HYPERLINK(\"x\")");
}

#[test]
fn without_requirements_there_are_no_such_pages() {
    let built = Case::new("").build();
    assert!(!built.files.keys().any(|path| path.contains("/conformance/") || path.starts_with("data/")));
    built
        .check_page_lacks("ja/index.html", "conformance")
        .check_page_lacks("ja/regions/midori/index.html", "準則との対応");
}

#[test]
fn the_hash_of_the_baseline_changes_with_what_it_asks_alone() {
    let hash = |change: &dyn Fn(&Case)| {
        let case = Case::new("base: conformance\n");
        change(&case);
        baseline_hash(&case.load().corpus)
    };
    let edit = |path: &'static str, from: &'static str, to: &'static str| {
        move |case: &Case| {
            let old = case.read(path);
            assert!(old.contains(from), "{path} lacks {from}");
            case.write(path, old.replacen(from, to, 1));
        }
    };
    let (policy, keys) = ("baseline/policy.yaml", "baseline/requirements/keys.yaml");
    let plain = hash(&|_| {});
    assert!(plain.len() == 12 && plain.chars().all(|digit| digit.is_ascii_hexdigit()), "{plain}");
    for (path, from, to) in [
        (policy, "8文字以上", "9文字以上"),
        (keys, "at_least: 8", "at_least: 9"),
        (keys, "level: required", "level: optional"),
        (keys, "actor: administrator,", "actor: administrator, scope: outside,"),
        (keys, "id: keys.report", "id: keys.reports"),
    ] {
        assert_ne!(hash(&edit(path, from, to)), plain, "{from} → {to}");
    }
    for (path, from, to) in [
        (policy, "8文字以上", "８文字以上"),
        (policy, "8 or more characters", "at least 8 characters"),
        (keys, "title: {ja: 紛失の届出", "title: {ja: 紛失の届け"),
    ] {
        assert_eq!(hash(&edit(path, from, to)), plain, "{from} → {to}");
    }
}
