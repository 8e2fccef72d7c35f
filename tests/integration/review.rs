//! Reviews: what a change makes suspect, and what `accept` records.

use std::path::Path;

use crate::support::{Case, Files, Program, Run, read_folder, text};

/// A set that meets its baseline, with a record of all reviews.
fn reviewed() -> Case {
    let case = Case::new("base: conformance\n=== junsoku.yaml\nseverity: {J0421: off, J0428: off}\n");
    accept(&case.root(), &["--all"]).check(0);
    case.load().check_codes(&[]);
    case
}

fn accept(content: &Path, args: &[&str]) -> Run {
    Program::new(["accept", "--content"]).arg(content).args(args).run()
}

fn edit(case: &Case, path: &str, from: &str, to: &str) {
    let text = case.read(path);
    assert!(text.contains(from), "{from} in {path}");
    case.write(path, text.replace(from, to));
}

/// The findings as `code target`.
fn told(case: &Case) -> Vec<String> {
    let run = Program::new(["check", "--format", "json", "--content"]).arg(case.root()).run();
    let data: serde_json::Value = serde_json::from_str(&run.stdout).expect("JSON");
    let list = data["findings"].as_array().expect("a list");
    list.iter().map(|found| format!("{} {}", found["code"], found["message"])).collect()
}

#[test]
fn a_sentence_of_the_baseline_makes_exactly_its_mappings_suspect() {
    let case = reviewed();
    edit(&case, "baseline/policy.yaml", "紛失は、届け出ることを推奨する。", "紛失は、速やかに届け出ることを推奨する。");
    let told = told(&case);
    assert_eq!(told.len(), 2, "{told:?}");
    assert!(
        told.iter().any(|line| line.contains("J0416") && line.contains("midori/policy#report → keys.report")),
        "{told:?}"
    );
    assert!(told.iter().any(|line| line.contains("J0417") && line.contains("baseline/policy#report")), "{told:?}");
    accept(&case.root(), &["keys.report"]).check(0);
    case.load().check_codes(&["J0417"]);
    accept(&case.root(), &["baseline/policy#report"]).check(0);
    case.load().check_codes(&[]);
}

#[test]
fn a_sentence_that_leads_into_a_list_makes_the_mappings_below_it_suspect() {
    let case = reviewed();
    let (policy, alone) = ("regions/midori/policy.yaml", "    ja: 鍵は、当番が預かる。");
    let listed = "    ja: 次のとおりとする。\n    items:\n      - id: one\n        ja: 鍵は、当番が預かる。";
    let kept = "meets: [{requirement: keys.keeping, extent: equal}]";
    edit(&case, policy, alone, listed);
    edit(&case, policy, &format!("    {kept}"), &format!("        {kept}"));
    edit(&case, policy, "    en: The person on duty", "        en: The person on duty");
    edit(&case, policy, "    items:", "    en: As follows.\n    items:");
    accept(&case.root(), &["--all"]).check(0);
    case.load().check_codes(&[]);
    // What an earlier version recorded does not say what led into the list, and is not suspect for that.
    let whole = case.read("junsoku.lock");
    let (_, lead) = whole.split_once("#keeper.one keys.keeping ").expect("a line");
    let lead = lead.split(' ').find(|end| end.starts_with("lead=")).expect("a lead").to_owned();
    assert_ne!(lead, "lead=none");
    edit(&case, "junsoku.lock", &format!(" {lead}"), "");
    case.load().check_codes(&[]);
    accept(&case.root(), &["--all"]).check(0);
    assert_eq!(case.read("junsoku.lock"), whole);
    edit(&case, policy, "次のとおりとする。", "次のとおりとすることができる。");
    let told = told(&case);
    let of_mapping = |line: &&String| line.contains("J0416") && line.contains("keeper.one");
    assert_eq!(told.iter().filter(of_mapping).count(), 1, "{told:?}");
}

#[test]
fn what_does_not_change_the_meaning_makes_nothing_suspect() {
    let case = reviewed();
    edit(&case, "baseline/policy.yaml", "8文字以上", "８文字 以上");
    // A provision before it changes the numbers that references print, and no text.
    edit(&case, "regions/midori/policy.yaml", "  - id: report", "  - {id: first, ja: 甲, en: A}\n  - id: report");
    accept(&case.root(), &["midori/policy#first"]).check(0);
    case.load().check_codes(&[]);
}

#[test]
fn accept_records_only_what_is_named() {
    let case = reviewed();
    edit(&case, "regions/midori/policy.yaml", "届け出るよう努める。", "届け出るように努める。");
    edit(&case, "regions/midori/policy.yaml", "当番が預かる。", "当番の者が預かる。");
    case.load().check_codes(&["J0417", "J0416", "J0417", "J0416"]);
    let before = case.read("junsoku.lock");
    let dry = accept(&case.root(), &["midori/policy#report", "--dry-run"]).check(0);
    assert!(dry.stdout.contains("mapping midori/policy#report keys.report (text)"), "{}", dry.stdout);
    assert_eq!(case.read("junsoku.lock"), before, "a dry run writes nothing");
    accept(&case.root(), &["midori/policy#report"]).check(0);
    case.load().check_codes(&["J0417", "J0416"]);
    let changed: Vec<String> = case.read("junsoku.lock").lines().map(str::to_owned).collect();
    let same = before.lines().filter(|line| changed.iter().any(|other| other == line)).count();
    assert_eq!(changed.len() - same, 2, "two lines change");
}

#[test]
fn accept_refuses_what_it_cannot_understand() {
    let case = reviewed();
    for (args, code) in [(&[][..], "J0004"), (&["--all", "midori"], "J0004"), (&["midori/polcy"], "J0005")] {
        assert!(accept(&case.root(), args).check(2).stderr.contains(code), "{code}");
    }
    edit(&case, "baseline/policy.yaml", "title:", "titel:");
    accept(&case.root(), &["--all"]).check(1);
}

#[test]
fn a_broken_record_is_only_ever_replaced_as_a_whole() {
    let case = reviewed();
    let whole = case.read("junsoku.lock");
    edit(&case, "junsoku.lock", "# junsoku.lock 2\n", "# junsoku.lock 2\n<<<<<<< ours\n");
    let broken = case.read("junsoku.lock");
    case.load().check_codes(&["J0111"]);
    assert!(accept(&case.root(), &["midori"]).check(1).stderr.contains("J0111"));
    assert_eq!(case.read("junsoku.lock"), broken);
    accept(&case.root(), &["--all"]).check(0);
    assert_eq!(case.read("junsoku.lock"), whole);
    case.write("junsoku.lock", "");
    case.load().check_codes(&["J0110"]);
}

#[test]
fn the_record_says_who_reviewed_and_when() {
    let case = reviewed();
    edit(&case, "baseline/policy.yaml", "紛失は、届け出ること", "紛失は、速やかに届け出ること");
    let review = ["keys.report", "--by", "山田\n 花子 # 一", "--as-of", "2026-11-29"];
    accept(&case.root(), &review).check(0);
    let line = |name: &str| {
        let text = case.read("junsoku.lock");
        text.lines().find(|line| line.starts_with(name)).expect("a line").to_owned()
    };
    let of_report = line("mapping midori/policy#report keys.report");
    assert!(of_report.ends_with(" # 2026-11-29 山田 花子 # 一"), "{of_report}");
    case.load().check_codes(&["J0417"]);
    // A later review of everything changes only what had to be reviewed.
    accept(&case.root(), &["--all", "--by", "佐藤", "--as-of", "2026-12-01"]).check(0);
    assert_eq!(line("mapping midori/policy#report keys.report"), of_report);
    assert!(line("translation baseline/policy#report").ends_with(" # 2026-12-01 佐藤"));
    assert!(!line("translation baseline/policy#length").contains("佐藤"));
}

#[test]
fn a_record_of_the_former_format_is_read_and_kept() {
    let case = reviewed();
    let text = case.read("junsoku.lock");
    let lines: Vec<&str> = text.lines().skip(1).map(|line| line.split(" # ").next().expect("a line")).collect();
    case.write("junsoku.lock", format!("# junsoku.lock 1\n{}\n", lines.join("\n")));
    case.load().check_codes(&[]);
    accept(&case.root(), &["--all"]).check(0);
    assert_eq!(case.read("junsoku.lock"), format!("# junsoku.lock 2\n{}\n", lines.join("\n")));
}

#[test]
fn the_record_is_sorted_and_the_same_each_time() {
    let case = reviewed();
    let text = case.read("junsoku.lock");
    let lines: Vec<&str> = text.lines().skip(1).collect();
    assert!(lines.len() > 10 && lines.is_sorted(), "{text}");
    accept(&case.root(), &["--all"]).check(0);
    assert_eq!(case.read("junsoku.lock"), text);
}

/// The pages of a site that is built of `case`.
fn pages(case: &Case) -> Files {
    let output = case.root().join("../output");
    Program::site(&case.root(), &output).run().check(0);
    read_folder(&output)
}

#[test]
fn pages_tell_when_a_mapping_was_reviewed_and_by_whom() {
    let case = reviewed();
    let undated = "確認の記録あり（日付と氏名の記録なし）";
    // A record of the former format knows neither.
    let record = case.read("junsoku.lock");
    let plain: Vec<&str> = record.lines().map(|line| line.split(" # ").next().unwrap_or(line)).collect();
    case.write("junsoku.lock", plain.join("\n") + "\n");
    let region = "ja/conformance/midori/index.html";
    let pair = "ja/compare/pairs/baseline_midori/index.html";
    let files = pages(&case);
    assert!(text(&files[region]).contains(undated) && text(&files[pair]).contains(undated));
    let named = accept(&case.root(), &["midori/policy#report", "--by", "山田 花子", "--as-of", "2026-11-29"]);
    assert!(named.stdout.contains("midori/policy#report keys.report"), "{}", named.stdout);
    let files = pages(&case);
    let told = "令和8年11月29日　山田 花子";
    for path in [region, pair, "ja/conformance/requirements/keys.report/index.html"] {
        assert!(text(&files[path]).contains(told), "{path}");
    }
    edit(&case, "regions/midori/policy.yaml", "届け出", "速やかに届け出");
    let files = pages(&case);
    assert!(
        text(&files[region]).contains("確認の後に、条項又は対応事項が変わっている")
            && !text(&files[region]).contains(told)
    );
}
