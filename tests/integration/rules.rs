//! Rules: each example shows its finding when broken and none when kept, and `explain` and the weights of findings do
//! what they say.

use crate::support::{Case, Program};
use junsoku::base::diagnostics::Code;
use junsoku::base::locale::{Lang, Messages};
use junsoku::rules::check::{Rule, rules};

/// The rules whose examples are about the sample baseline and a region that meets it.
const ON_CONFORMANCE: [Code; 13] = [
    Code::J0447,
    Code::J0448,
    Code::J0444,
    Code::J0445,
    Code::J0409,
    Code::J0410,
    Code::J0411,
    Code::J0412,
    Code::J0413,
    Code::J0414,
    Code::J0415,
    Code::J0416,
    Code::J0438,
];

/// The files of one side of an example, as a case.
fn side(rule: &Rule, side: &str) -> Case {
    let example = rule.example.expect("an example");
    // The baseline and the region that claims to meet it, for rules about claims.
    let mut case = String::from(if ON_CONFORMANCE.contains(&rule.code) { "base: conformance\n" } else { "" });
    // Most examples have no record of reviews, and are not about that.
    let record = if rule.code == Code::J0419 { "J0428" } else { "J0419" };
    case.push_str(&format!("=== junsoku.yaml\nseverity: {{{record}: off}}\n"));
    if rule.code == Code::J0421 {
        // The other definitions of the default files are not used either.
        case.push_str("=== !shared/links.yaml\n=== !shared/guidelines.yaml\n");
    }
    let mut inside = false;
    for line in example.lines() {
        if let Some((of, path)) = line.strip_prefix("=== ").and_then(|head| head.split_once(": ")) {
            inside = of == side;
            case.push_str(&if inside { format!("=== {path}\n") } else { String::new() });
        } else if inside {
            case.push_str(&format!("{line}\n"));
        }
    }
    Case::new(&case)
}

#[test]
fn every_example_breaks_its_rule_and_then_keeps_it() {
    for rule in rules() {
        let (bad, good) = (side(rule, "bad").load(), side(rule, "good").load());
        assert!(bad.codes().contains(&rule.code.name()), "{}: {:?}", rule.code, bad.codes());
        assert!(!good.codes().contains(&rule.code.name()), "{}:\n{}", rule.code, good.told(Lang::En));
    }
}

#[test]
fn every_rule_has_a_title_and_an_explanation_in_both_languages() {
    for messages in Lang::ALL.map(Messages::of) {
        for rule in rules() {
            for part in ["title", "explain"] {
                let id = format!("{}-{part}", rule.code);
                assert!(messages.has(&id), "{id} {:?}", messages.lang());
            }
        }
        for code in Code::BESIDE_RULES {
            let id = format!("explain-{}", &code.name()[..3]);
            assert!(messages.has(&id), "{id} {:?}", messages.lang());
        }
    }
}

fn explain(args: &[&str], code: i32) -> String {
    let run = Program::new(["explain"].iter().chain(args)).run().check(code);
    run.stdout + &run.stderr
}

#[test]
fn explain_shows_the_rule_with_its_example() {
    let latest = explain(&["j0427", "--lang", "en"], 0);
    for part in ["latest version that is not fixed", "bad (regions/midori/policy.yaml)", "guideline:lamps/second"] {
        assert!(latest.contains(part), "{part} in\n{latest}");
    }
    let list = explain(&["--lang", "ja"], 0);
    assert!(
        rules().iter().all(|rule| list.contains(rule.code.name())) && list.contains("パスワードを書かせる様式"),
        "{list}"
    );
    assert!(explain(&["J0302", "--lang", "en"], 0).contains("numbers, references"));
    let unknown = explain(&["J0499"], 2);
    assert!(unknown.contains("J0006") && unknown.contains("did you mean"), "{unknown}");
}

const LATEST: &str = r#"
=== regions/midori/policy.yaml
title: {ja: みどり町運用規程, en: Midori Town Rules}
standing: official
levels: [{kind: article, ja: "第{kanji}条", en: "Article {n}"}]
body:
  - {id: first, ja: "灯は、[](guideline:lamps/latest)による。", en: "Lamps follow the [](guideline:lamps/latest)."}
"#;

#[test]
fn the_settings_say_how_much_a_finding_weighs() {
    for (weight, codes, errors) in
        [("error", &["J0427"][..], true), ("warning", &["J0427"], false), ("off", &[], false)]
    {
        let settings = format!("=== junsoku.yaml\nseverity: {{J0427: {weight}, J0419: off, J0421: off, J0428: off}}");
        let loaded = Case::new(&format!("{settings}{LATEST}")).load();
        loaded.check_codes(codes);
        assert_eq!(loaded.findings.has_errors(), errors, "{weight}");
    }
}

#[test]
fn strict_counts_warnings_as_errors() {
    let case = Case::new(LATEST);
    let check = |args: &[&str]| Program::new(["check", "--content"]).arg(case.root()).args(args).run();
    check(&[]).check(0);
    assert!(check(&["--strict"]).check(1).stderr.contains("error[J0427]"));
}
