//! Suggestions of requirements and topics, and those that a person confirms.

use junsoku::conformance::suggest::{MappingRefusal, with_mapping};
use junsoku::content::{Extent, SetKey, WrittenMapping};

use crate::support::{self, Program, root};

#[test]
fn the_lines_can_be_pasted_and_ask_for_a_judgement() {
    let run = Program::new(["suggest", "yamate", "--content"]).arg(root()).run().check(0);
    let places: Vec<&str> = run.stdout.lines().filter(|line| line.contains("policy.yaml:")).collect();
    assert!(!places.is_empty() && places.iter().all(|line| line.starts_with("# ")), "{}", run.stdout);
    let lines: Vec<&str> = run.stdout.lines().filter(|line| line.contains("{requirement: ")).collect();
    assert!(!lines.is_empty());
    for line in lines {
        assert!(line.contains(", extent: TODO}") && line.contains("shared words: "), "{line}");
    }
    let paste = run.stdout.lines().filter(|line| !line.starts_with('#')).collect::<Vec<_>>().join("\n");
    let case = support::Case::new(&format!(
        "=== regions/midori/policy.yaml\ntitle: {{ja: 規程}}\nstanding: official\nlevels: [{{kind: article, ja: 第, en: A}}]\nbody:\n{paste}\n"
    ));
    let codes = case.load().codes();
    assert!(codes.contains(&"J0205"), "the extent is still to be judged: {codes:?}");
    assert!(!codes.iter().any(|code| code.starts_with("J01")), "{codes:?}");
}

#[test]
fn an_unknown_region_is_told() {
    let run = Program::new(["suggest", "yamat", "--content"]).arg(root()).run().check(2);
    assert!(run.stderr.contains("J0002") && run.stderr.contains("yamate"), "{}", run.stderr);
}

/// A region whose provisions are mapped to nothing yet, written by a person with habits.
const UNMAPPED: &str = "base: conformance
=== junsoku.yaml
severity: {J0421: off, J0428: off, J0419: off}
=== regions/midori/policy.yaml
title: {ja: みどり町運用規程, en: Midori Town Rules}
standing: official
levels:
  - {kind: article, ja: \"第{kanji}条\", en: \"Article {n}\"}
body:
  # 合言葉
  - id: length   # 長さ
    ja: >-
      合言葉は、英字と数字の入る８文字以上とする。
    en: A watchword must have 8 or more characters, letters and digits among them.
    editor_notes: [{ja: 記号はどうするか。, en: What of signs?}]

  - {id: report, ja: 鍵の紛失は、届け出ることを推奨する。, en: Loss of a key should be reported., modality: should}
  - id: keeper
    ja: 係は、鍵を預かる。
    en: The person on duty is to keep the key.
";

fn unmapped() -> support::Case {
    support::Case::new(UNMAPPED)
}

fn suggest(case: &support::Case, args: &[&str]) -> support::Run {
    Program::new(["suggest", "midori", "--content"]).arg(case.root()).args(args).run()
}

/// The number that the list gives to a pair.
fn number(case: &support::Case, provision: &str, requirement: &str) -> String {
    let list = suggest(case, &[]).check(0).stdout;
    let below = list.split_once(&format!("- id: {provision}\n")).expect("the provision").1;
    let line = below.lines().find(|line| line.contains(&format!("requirement: {requirement},"))).expect("a candidate");
    let number = line.split_once("# [").expect("a number").1;
    number.split(' ').next().expect("a number").to_owned()
}

#[test]
fn what_is_accepted_is_written_and_nothing_else_changes() {
    let case = unmapped();
    let before = case.read("regions/midori/policy.yaml");
    let (length, report) = (number(&case, "length", "keys.length"), number(&case, "report", "keys.report"));
    let run = suggest(&case, &["--write", "--accept", &format!("{length},{report}=partial")]).check(0);
    assert!(run.stdout.contains("junsoku accept midori/policy#length midori/policy#report"), "{}", run.stdout);
    let mapping = "    meets:\n      - {requirement: keys.length, extent: equal, parameters: {length: 8 characters, classes: [letters, digits]}}\n";
    let expected = before
        .replace("    editor_notes", &format!("{mapping}    editor_notes"))
        .replace("modality: should}", "modality: should, meets: [{requirement: keys.report, extent: partial}]}");
    assert_eq!(case.read("regions/midori/policy.yaml"), expected);
    // The numbers of all others stay, and those that are mapped are no longer listed.
    let list = suggest(&case, &[]).check(0).stdout;
    assert!(!list.contains("- id: length\n") && list.contains("- id: keeper\n"), "{list}");
}

const TOPICS: &str = "topics:
  - {id: words, title: {ja: 合言葉の長さ, en: Watchwords}, about: {ja: 合言葉に入れる英字と数字、文字の数。, en: Letters.}}
  - {id: keys, title: {ja: 鍵の紛失, en: Keys}, about: {ja: 鍵の紛失の届け出、鍵の預かり。, en: Loss.}}
";

#[test]
fn a_topic_is_written_too_and_keeps_the_numbers_of_the_others() {
    let case = unmapped();
    case.write("shared/topics.yaml", TOPICS);
    let before = case.read("regions/midori/policy.yaml");
    let list = suggest(&case, &[]).check(0).stdout;
    let line = |list: &str, id: &str| {
        let below = list.split_once(&format!("- id: {id}\n")).expect("the provision").1.to_owned();
        let line = below.lines().next().expect("a line").to_owned();
        line.strip_prefix("  topic: ").map(|line| line.split_once("   # [").expect("a number").1.to_owned())
    };
    let topics: Vec<(&str, String)> =
        ["length", "report", "keeper"].iter().filter_map(|id| Some((*id, line(&list, id)?))).collect();
    assert!(topics.len() > 1, "{list}");
    let (number, _) = topics[0].1.split_once(']').expect("a number");
    let run = suggest(&case, &["--write", "--accept", number]).check(0);
    assert!(run.stdout.contains(&format!("midori/policy#{}", topics[0].0)), "{}", run.stdout);
    assert!(!run.stdout.contains("junsoku accept"), "a topic wants no review: {}", run.stdout);
    let after = case.read("regions/midori/policy.yaml");
    let added: Vec<&str> = after.lines().filter(|line| !before.contains(line)).collect();
    assert!(added.len() == 1 && added[0].contains("topic: "), "{added:?}");
    let list = suggest(&case, &[]).check(0).stdout;
    assert_eq!(line(&list, topics[1].0).as_ref(), Some(&topics[1].1), "the numbers of the others stay");
    let again = suggest(&case, &["--write", "--accept", number]).check(2);
    assert!(again.stderr.contains("J0070") && again.stderr.contains(number), "{}", again.stderr);
    suggest(&case, &["--write", "--accept", "t0"]).check(2);
    suggest(&case, &["--write", "--accept", "t2=partial"]).check(2);
    assert_eq!(case.read("regions/midori/policy.yaml"), after);
}

#[test]
fn a_number_that_is_not_there_writes_nothing() {
    let case = unmapped();
    let before = case.read("regions/midori/policy.yaml");
    let length = number(&case, "length", "keys.length");
    for (numbers, code) in [("999", "J0070"), ("0", "J0070"), (&*format!("{length},77"), "J0070"), ("x", "J0001")] {
        let run = suggest(&case, &["--write", "--accept", numbers]).check(2);
        assert!(run.stderr.contains(code), "{numbers}: {}", run.stderr);
    }
    let run = suggest(&case, &["--write", "--accept", &format!("{length}=perfect")]).check(2);
    assert!(run.stderr.contains("stricter, equal, partial, weaker, different"), "{}", run.stderr);
    assert!(suggest(&case, &["--accept", &length]).check(2).stderr.contains("J0001"), "only with --write");
    assert!(suggest(&case, &["--write"]).check(2).stderr.contains("J0074"), "there is nobody to ask");
    assert_eq!(case.read("regions/midori/policy.yaml"), before);
    suggest(&case, &["--write", "--accept", &length]).check(0);
    let again = suggest(&case, &["--write", "--accept", &length]).check(2);
    assert!(again.stderr.contains("J0072"), "{}", again.stderr);
}

#[test]
fn two_runs_at_once_lose_nothing() {
    let case = unmapped();
    let numbers = ["length", "report"].map(|id| number(&case, id, &format!("keys.{id}")));
    let runs: Vec<_> = numbers
        .iter()
        .map(|number| {
            let mut program = Program::new(["suggest", "midori", "--content"]).arg(case.root());
            program.command.args(["--write", "--accept", number]).stdout(std::process::Stdio::piped());
            program.command.stderr(std::process::Stdio::piped()).spawn().expect("the program")
        })
        .collect();
    for run in runs {
        support::Run::of(run.wait_with_output().expect("an end"));
    }
    let text = case.read("regions/midori/policy.yaml");
    assert!(text.contains("requirement: keys.length") && text.contains("requirement: keys.report"), "{text}");
}

#[test]
fn a_document_with_findings_is_written_to_and_one_that_cannot_be_edited_is_not() {
    let case = unmapped();
    let text = case.read("regions/midori/policy.yaml");
    case.write(
        "regions/midori/policy.yaml",
        format!("{text}  - {{id: lost, ja: \"[](#nowhere)のとおり。\", en: \"See [](#nowhere).\"}}\n"),
    );
    assert!(case.load().codes().contains(&"J0302"), "{:?}", case.load().codes());
    let length = number(&case, "length", "keys.length");
    // What is wrong elsewhere in the document is not told again; that the claim is too high is.
    let run = suggest(&case, &["--write", "--accept", &format!("{length}=stricter")]).check(1);
    assert!(run.stderr.contains("J0409") && !run.stderr.contains("J0302"), "{}", run.stderr);
    assert!(case.read("regions/midori/policy.yaml").contains("requirement: keys.length"));

    let case = unmapped();
    let text = case
        .read("regions/midori/policy.yaml")
        .replace("    ja: 係は、鍵を預かる。", "    ja: &text 係は、鍵を預かる。");
    case.write("regions/midori/policy.yaml", &text);
    let run = suggest(&case, &["--write", "--accept", &length]).check(2);
    // The place and the reason are told in the reader's language, not in the parser's.
    for told in ["J0065", "regions/midori/policy.yaml:", "an anchor"] {
        assert!(run.stderr.contains(told), "{told}: {}", run.stderr);
    }
    assert_eq!(case.read("regions/midori/policy.yaml"), text);
}

#[test]
fn a_file_that_changed_meanwhile_keeps_what_others_wrote() {
    let case = unmapped();
    let loaded = case.load();
    let set = loaded.corpus.set(&SetKey::Region("midori".to_owned())).expect("a region");
    let provision = set.provision("policy", "length").expect("a provision");
    let mapping = WrittenMapping::new("keys.length", Extent::Equal);
    let now = case.read("regions/midori/policy.yaml");
    let other =
        now.replace("係は、鍵を預かる。", "係は、鍵を金庫に預かる。").replace("  # 合言葉\n", "  # 合言葉の章\n");
    let written = with_mapping(&other, provision, &mapping).expect("another provision changed");
    assert!(written.contains("金庫") && written.contains("合言葉の章") && written.contains("keys.length"), "{written}");
    let itself = now.replace("８文字以上", "６文字以上");
    assert_eq!(with_mapping(&itself, provision, &mapping), Err(MappingRefusal::Changed));
    let gone = now.replace("id: length", "id: size");
    assert_eq!(with_mapping(&gone, provision, &mapping), Err(MappingRefusal::Changed));
    assert_eq!(with_mapping(&written, provision, &mapping), Err(MappingRefusal::Mapped));
    assert_eq!(with_mapping("body: [", provision, &mapping), Err(MappingRefusal::Changed));
}
