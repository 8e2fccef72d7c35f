//! What a changed baseline means for regions: 200 requirements changed in every way are found, and told with what is left to
//! do; the command as text, JSON and PDF, from another folder and from a git revision.

use std::fmt::Write as _;
use std::path::Path;
use std::process::Command;

use crate::support::{Case, Program, missing, program_on_path};
use junsoku::impact::{ChangedAspect, RequirementFate, Task, region_impacts, requirement_changes};

/// The ways in which the baseline is changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Way {
    Kept,
    New,
    Withdrawn,
    Words,
    ProvisionWords,
    Level,
    Value,
    Actor,
}

const WAYS: [Way; 8] =
    [Way::Kept, Way::New, Way::Withdrawn, Way::Words, Way::ProvisionWords, Way::Level, Way::Value, Way::Actor];

const COUNT: usize = 232;

fn way(at: usize) -> Way {
    WAYS[(at * 5 + at / 8) % WAYS.len()]
}

/// The content before (`after` false) or after the changes.
fn content(after: bool) -> Case {
    let (mut policy, mut requirements) = (String::new(), String::from("title: {ja: 鍵, en: Keys}\nrequirements:\n"));
    let mut region = String::new();
    for at in 0..COUNT {
        let way = way(at);
        let is = |wanted| after && way == wanted;
        let word = if is(Way::ProvisionWords) { "棚" } else { "箱" };
        let _ = writeln!(policy, "  - {{id: a{at}, ja: {at}番の鍵は、{word}に置く。, en: Key {at} is kept.}}");
        if !is(Way::Withdrawn) && (after || way != Way::New) {
            let level = if is(Way::Level) { "required" } else { "recommended" };
            let title = if is(Way::Words) { "鍵の新しい扱い" } else { "鍵の扱い" };
            let actor = if is(Way::Actor) { "facility" } else { "user" };
            let least = if is(Way::Value) { 12 } else { 8 };
            let _ = writeln!(
                requirements,
                "  - id: keys.k{at}\n    level: {level}\n    actor: {actor}\n    provisions: [policy#a{at}]\n    title: {{ja: {title}{at}, en: Key {at}}}\n    parameters: [{{id: length, type: number, unit: characters, label: {{ja: 文字数, en: length}}}}]\n    any_of: [{{conditions: [{{parameter: length, at_least: {least}}}]}}]",
            );
        }
        let meets = if way == Way::New {
            String::new()
        } else {
            format!(", meets: [{{requirement: keys.k{at}, extent: equal, parameters: {{length: 8 characters}}}}]")
        };
        let _ = writeln!(
            region,
            "  - {{id: a{at}, modality: should, ja: {at}番の鍵は８文字とする。, en: Key {at}.{meets}}}"
        );
    }
    let head = "standing: official\nlevels: [{kind: article, ja: \"第{kanji}条\", en: \"Article {n}\"}]\nbody:\n";
    let files = format!(
        "base: conformance\n=== baseline/policy.yaml\ntitle: {{ja: 見本準則, en: Sample Model}}\n{head}{policy}\
         === baseline/requirements/keys.yaml\n{requirements}\
         === regions/midori/policy.yaml\ntitle: {{ja: みどり町運用規程, en: Midori Town Rules}}\n{head}{region}\
         === regions/midori/conformance.yaml\nstanding: official\n"
    );
    Case::new(&files)
}

#[test]
fn every_change_of_a_requirement_is_found_with_what_is_left_to_do() {
    let (old, new) = (content(false).load(), content(true).load());
    assert!(!old.codes().iter().any(|code| code.starts_with("J03")), "{:?}", old.codes());
    let changes = requirement_changes(&old.corpus, &new.corpus);
    let regions = region_impacts(&old.corpus, &new.corpus, &changes);
    let items = &regions.first().expect("a region").items;
    let expected = |way| match way {
        Way::Kept => None,
        Way::New => Some((RequirementFate::New, None, Task::Nothing)),
        Way::Withdrawn => Some((RequirementFate::Withdrawn, None, Task::Remove)),
        Way::Words | Way::ProvisionWords => Some((RequirementFate::Changed, Some(ChangedAspect::Words), Task::Review)),
        Way::Level => Some((RequirementFate::Changed, Some(ChangedAspect::Level), Task::Correct)),
        Way::Value => Some((RequirementFate::Changed, Some(ChangedAspect::Conditions), Task::Correct)),
        Way::Actor => Some((RequirementFate::Changed, Some(ChangedAspect::Actor), Task::Review)),
    };
    let mut planted = 0;
    for at in 0..COUNT {
        let id = format!("keys.k{at}");
        let found = changes.iter().position(|change| change.id == id);
        let told = found.map(|found| {
            let (change, item) = (&changes[found], &items[found]);
            let requirement = change.new.or(change.old).expect("a requirement");
            assert!(requirement.place.text().contains(&id) && item.change == found, "{id}");
            assert_eq!(item.mappings.is_empty(), way(at) == Way::New, "{id}");
            (change.fate, change.aspects.first().copied(), item.task)
        });
        assert_eq!(told, expected(way(at)), "{id} {:?}", way(at));
        planted += usize::from(way(at) != Way::Kept);
    }
    eprintln!("{} of {planted} changes, none else", changes.len());
    assert!(planted >= 200 && changes.len() == planted, "{planted} {}", changes.len());
}

/// The sample content with a stricter requirement, one that is gone, and a new one.
fn changed() -> (Case, Case) {
    let (old, new) = (Case::new("base: conformance\n"), Case::new("base: conformance\n"));
    let path = "baseline/requirements/keys.yaml";
    let text = new.read(path).replace("at_least: 8", "at_least: 13");
    let kept: String =
        text.lines().filter(|line| !line.contains("keys.report")).map(|line| format!("{line}\n")).collect();
    let added = "  - {id: keys.spare, level: required, actor: user, provisions: [policy#report], title: {ja: 予備の鍵, en: Spare keys}}\n";
    new.write(path, kept + added);
    (old, new)
}

#[test]
fn the_impact_is_told_as_text_and_as_data() {
    let (old, new) = changed();
    let run = |args: &[&str]| {
        let command = Program::new(["impact", "--content"]).arg(new.root()).arg("--from").arg(old.root());
        command.args(args).run().check(0)
    };
    let text = run(&["--lang", "ja"]).stdout;
    for part in [
        "【変更】合言葉の長さ",
        "8文字以上",
        "13文字以上",
        "準則を下回る",
        "【廃止】紛失の届出",
        "【新設】予備の鍵",
        "定めなし",
    ] {
        assert!(text.contains(part), "{part}\n{text}");
    }
    for part in [
        "deviations:",
        "- requirement: keys.length",
        "- requirement: keys.spare",
        "TODO 準則の「予備の鍵」",
        "regions/midori/conformance.yaml",
    ] {
        assert!(text.contains(part), "{part}\n{text}");
    }
    let english = run(&["--lang", "en"]).stdout;
    assert!(english.contains("[New] Spare keys (keys.spare)") && english.contains("asks less"), "{english}");
    let data: serde_json::Value = serde_json::from_str(&run(&["--format", "json"]).stdout).expect("JSON");
    let items = data["regions"][0]["items"].as_array().expect("items");
    let tasks: Vec<&str> = items.iter().filter_map(|item| item["task"].as_str()).collect();
    assert_eq!(tasks, ["correct", "provide", "remove"], "{data:#}");
    assert_eq!((&items[0]["before"], &items[0]["after"]), (&"covered".into(), &"weaker".into()));
    // A draft can be taken over as it is: what is left to write is named by J0436.
    let yaml = data["regions"][0]["deviations_yaml"].as_str().expect("a draft");
    let conformance = new.read("regions/midori/conformance.yaml") + yaml;
    new.write("regions/midori/conformance.yaml", conformance);
    let codes = new.load().codes();
    assert!(
        !codes.iter().any(|code| code.starts_with("J01") || code.starts_with("J02")) && codes.contains(&"J0436"),
        "{codes:?}"
    );
}

fn git(folder: &Path, args: &[&str]) {
    let name = ["-c", "user.name=A", "-c", "user.email=a@example.jp"];
    let done = Command::new("git").arg("-C").arg(folder).args(name).args(args).output().expect("git");
    assert!(done.status.success(), "git {args:?}: {}", String::from_utf8_lossy(&done.stderr));
}

#[test]
fn the_baseline_before_can_be_read_from_git() {
    if program_on_path("git").is_none() {
        return missing("git");
    }
    let (case, new) = changed();
    git(&case.root(), &["init", "--quiet"]);
    git(&case.root(), &["add", "."]);
    git(&case.root(), &["commit", "--quiet", "-m", "first"]);
    let impact = |code| Program::new(["impact", "--lang", "en", "--content"]).arg(case.root()).run().check(code);
    assert!(impact(0).stdout.contains("are the same"));
    case.write("baseline/requirements/keys.yaml", new.read("baseline/requirements/keys.yaml"));
    assert!(impact(0).stdout.contains("New requirements: 1; changed: 1; withdrawn: 1"));
    let run = Program::new(["impact", "--from-rev", "nowhere", "--content"]).arg(case.root()).run().check(2);
    assert!(run.stderr.contains("J0046"), "{}", run.stderr);
    let run = Program::new(["impact", "--format", "pdf", "--content"]).arg(case.root()).run().check(2);
    assert!(run.stderr.contains("J0050"), "{}", run.stderr);
}
