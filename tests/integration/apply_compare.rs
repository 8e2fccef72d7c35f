//! An amending text, a newer text and the comparison table held against each other by `junsoku apply --compare`.

use std::fs;

use crate::apply::{LEAD, WATCH, apply, watch};
use crate::support::Run;

/// The text as it was, with captions and a table of which rows differ.
fn older() -> String {
    let table = "appendices:\n  - id: posts\n    label: {ja: 別表第一}\n    title: {ja: 第二条関係}\n    body:\n      - id: rows\n        level: none\n        table: {head: [[{ja: 役}, {ja: 人数}]], rows: [[{ja: 門番}, {ja: 二人}]]}\n";
    let own = "supplementary:\n  - id: first\n    body: [{id: one, level: none, ja: この規程は、令和六年四月一日から施行する。}]\n";
    format!("{WATCH}{own}{table}")
}

/// What is said where the newer text is what the sentences make of the older one, changed by `edit`.
fn told(edit: impl Fn(String) -> String, own: &str, args: &[&str]) -> Run {
    let case = watch();
    case.write("regions/midori/policy.yaml", older());
    let newer = case.root().with_file_name("newer.yaml");
    let made =
        older().replace("２本", "３本").replace("enacted: 2024-04-01", "enacted: 2024-04-01\namended: [2027-04-01]");
    fs::write(&newer, edit(made)).expect("a file");
    let text = format!("{LEAD}　第三条中「２本」を「３本」に改める。\n　　　附　則\n{own}\n");
    let newer = newer.display().to_string();
    apply(&case, &text, &[["--lang", "ja", "--compare", newer.as_str()].as_slice(), args].concat())
}

const OWN: &str = "この規程は、令和九年四月一日から施行する。";

#[test]
fn the_table_is_said_to_show_what_it_shows() {
    let same = told(|text| text, OWN, &[]);
    assert_eq!((same.code, same.stdout.contains("一致")), (0, true), "{}{}", same.stdout, same.stderr);
    for (before, after, provision) in [
        ("caption: {ja: 門}", "caption: {ja: 表門}", "第二条"),
        ("title: {ja: みどり町夜回り規程}", "title: {ja: みどり町夜回り要綱}", "題名"),
        ("{ja: 二人}", "{ja: 三人}", "別表第一門番の項"),
        ("title: {ja: 第二条関係}", "title: {ja: 第三条関係}", "別表第一"),
        ("日没に閉める", "日没前に閉める", "第二条"),
    ] {
        let run = told(|text| text.replace(before, after), OWN, &[]);
        assert_eq!(run.code, 1, "{after}\n{}{}", run.stdout, run.stderr);
        assert!(run.stdout.contains(&format!("{provision}：")), "{}", run.stdout);
        assert!(run.stdout.contains("新旧対照表には改正として出ています"), "{after}\n{}", run.stdout);
    }
    // What the sentences amend and the newer text does not is in no table.
    let run = told(|text| text.replace("３本", "２本"), OWN, &[]);
    assert!(run.code == 1 && run.stdout.contains("新旧対照表には出ていません"), "{}", run.stdout);
}

#[test]
fn days_and_supplementary_provisions_are_compared_too() {
    let run = told(|text| text.replace("2027-04-01", "2027-10-01"), OWN, &[]);
    assert_eq!(run.code, 1, "{}{}", run.stdout, run.stderr);
    assert!(run.stdout.contains("2027-04-01") && run.stdout.contains("2027-10-01"), "{}", run.stdout);
    let run = told(|text| text.replace("amended: [2027-04-01]\n", ""), OWN, &[]);
    assert!(run.code == 1 && run.stdout.contains("2027-04-01"), "{}", run.stdout);
    let kept = "  - id: second\n    title: {ja: 令和九年三月一日改正}\n    body:\n      - {id: day, level: none, ja: この規程は、令和九年四月一日から施行する。}\n      - {id: rule, level: none, ja: 預かった鍵は、なお従前の例による。}\nappendices:";
    let with = |text: String| text.replace("appendices:", kept);
    let run = told(with, OWN, &[]);
    assert_eq!(run.code, 1, "{}{}", run.stdout, run.stderr);
    assert!(run.stdout.contains("なお従前の例による") && run.stdout.contains("附則"), "{}", run.stdout);
    // Where the amending text says the same, nothing disagrees.
    let both = "１　この規程は、令和九年四月一日から施行する。\n２　預かった鍵は、なお従前の例による。";
    let run = told(with, both, &[]);
    assert_eq!((run.code, run.stdout.contains("一致")), (0, true), "{}{}", run.stdout, run.stderr);
    // A day that the text does not tell is asked for.
    let run = told(|text| text, "この規程は、公布の日から施行する。", &[]);
    assert!(run.code == 1 && run.stderr.contains("J0920"), "{}{}", run.stdout, run.stderr);
    let run = told(|text| text, "この規程は、公布の日から施行する。", &["--from", "2027-04-01"]);
    assert_eq!(run.code, 0, "{}{}", run.stdout, run.stderr);
}
