//! `junsoku compare`: two documents in the terminal and as data.

use std::path::Path;

use crate::support::{Case, Program, Run, check_snapshot, corpus, root};
use serde_json::Value;

fn case(name: &str) -> Case {
    Case::from_file(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases/compare").join(name))
}

fn compare(content: &Path, args: &[&str]) -> Run {
    Program::new(["compare", "--content"]).arg(content).args(args).env("LANG", "ja_JP.UTF-8").run()
}

#[test]
fn two_editions_stand_side_by_side() {
    let case = case("editions.txt");
    let run = compare(&case.root(), &["midori/old", "midori/policy", "--columns", "80"]).check(0);
    check_snapshot("compare-command", run.stdout);
}

#[test]
fn no_line_is_wider_than_asked_for() {
    for columns in [20, 59, 60, 100] {
        let run = compare(&root(), &["kawabe", "hamabe", "--columns", &columns.to_string()]).check(0);
        for line in run.stdout.lines() {
            assert!(junsoku::base::terminal::text_width(line) <= columns, "{columns}: {line}");
        }
    }
}

#[test]
fn a_pipe_gets_no_colour_and_marks_in_brackets() {
    let case = case("editions.txt");
    let run = compare(&case.root(), &["midori/old", "midori/policy"]).check(0);
    assert!(!run.stdout.contains('\u{1b}'));
    assert!(run.stdout.contains("夕方の[-六-]時") && run.stdout.contains("夕方の{+五+}時"), "{}", run.stdout);
}

#[test]
fn only_differences_and_only_a_topic() {
    let case = case("editions.txt");
    let run = compare(&case.root(), &["midori/old", "midori/policy", "--differences"]).check(0);
    assert!(!run.stdout.contains("目的") && run.stdout.contains("渡し舟"), "{}", run.stdout);
    let run = compare(&root(), &["baseline", "kawabe", "--topic", "passwords", "--format", "json"]).check(0);
    let data: Value = serde_json::from_str(&run.stdout).expect("JSON");
    let rows = data["rows"].as_array().expect("rows");
    assert!(!rows.is_empty());
    for row in rows {
        let topics = [&row["left"]["topic"], &row["right"]["topic"]];
        assert!(topics.into_iter().any(|topic| topic == "passwords"), "{row}");
    }
}

#[test]
fn data_hold_every_provision_of_both_sides_once() {
    let run = compare(&root(), &["kawabe", "hamabe", "--format", "json"]).check(0);
    let data: Value = serde_json::from_str(&run.stdout).expect("JSON");
    let rows = data["rows"].as_array().expect("rows");
    for (side, id) in [("left", "kawabe"), ("right", "hamabe")] {
        let mut told: Vec<&str> = rows.iter().filter_map(|row| row[side]["anchor"].as_str()).collect();
        let set = corpus().set(&junsoku::content::SetKey::from_name(id)).expect("a region");
        let mut anchors: Vec<&str> = Vec::new();
        for document in &set.documents {
            document.walk(&mut |provision| anchors.push(&provision.anchor));
            anchors
                .extend(document.divisions.iter().map(|division| division.anchor.as_str()).filter(|a| !a.is_empty()));
        }
        told.sort_unstable();
        anchors.sort_unstable();
        assert_eq!(told, anchors, "{id}");
    }
    let count = |state: &str| rows.iter().filter(|row| row["state"] == state).count();
    for state in ["same", "different", "shared", "only-old", "only-new"] {
        assert_eq!(data["counts"][state], count(state), "{state}");
    }
}

#[test]
fn what_cannot_be_compared_is_told() {
    let content = root();
    let told = |args: &[&str]| compare(&content, args).check(2).stderr;
    let unknown = told(&["kawabe", "hamabe/rulse"]);
    assert!(unknown.contains("J0007") && unknown.contains("hamabe/rules"), "{unknown}");
    let unknown = told(&["kawabe@2020-01-01", "hamabe"]);
    assert!(unknown.contains("J0007"), "{unknown}");
    let unknown = told(&["kawabe", "hamabe", "--topic", "password"]);
    assert!(unknown.contains("J0008") && unknown.contains("passwords"), "{unknown}");
    let case = Case::new("=== regions/midori/policy.yaml\ntitle: 1: 2\n");
    assert!(compare(&case.root(), &["midori", "midori"]).check(1).stderr.contains("policy.yaml"));
}

#[test]
fn one_page_by_itself_holds_the_same_rows() {
    let case = case("editions.txt");
    let page = compare(&case.root(), &["midori/old", "midori/policy", "--format", "html"]).check(0).stdout;
    let data = compare(&case.root(), &["midori/old", "midori/policy", "--format", "json"]).check(0).stdout;
    let data: Value = serde_json::from_str(&data).expect("JSON");
    assert_eq!(page.matches("<tr class=").count(), data["rows"].as_array().expect("rows").len());
    assert!(page.contains("みどり町見守り規程（左）とみどり町見守り規程（右）"), "{page}");
    for href in page.split("href=\"").skip(1) {
        assert!(href.starts_with('#'), "nothing outside the page: {href:.60}");
    }
    assert!(!page.contains("<script") && !page.contains("src="), "{page}");
}
