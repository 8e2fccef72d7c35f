//! The day from which an amending text is in force, as `junsoku apply` reads it from its supplementary provisions (附則).

use crate::apply::{LEAD, WATCH, apply, watch};
use crate::support::{Case, Program, Run};

/// A text that amends one word, with `own` as its supplementary provisions.
fn text(own: &str) -> String {
    format!("{LEAD}　第二条中「日没」を「日没前」に改める。\n\n　　　附　則\n{own}\n")
}

fn carried(case: &Case, own: &str, args: &[&str]) -> Run {
    let named = ["--lang", "ja", "--document", "midori/policy"];
    apply(case, &text(own), &[named.as_slice(), args].concat())
}

/// Whether `check` finds the editions in their order.
fn has_order(case: &Case) -> bool {
    let run = Program::new(["check", "--content"]).arg(case.root()).run();
    ["J0337", "J0338", "J0339"].iter().all(|code| !run.stderr.contains(code) && !run.stdout.contains(code))
}

#[test]
fn the_day_is_that_of_coming_into_force() {
    for own in [
        "この規程は、令和八年十月一日から施行する。",
        "この規程は、令和八年十月一日から施行し、令和八年四月一日から適用する。",
        "この規程は、令和８年１０月１日からこれを施行する。",
    ] {
        let case = watch();
        let run = carried(&case, own, &[]);
        assert_eq!(run.code, 0, "{own}\n{}", run.stderr);
        assert!(case.read("regions/midori/policy.yaml").contains("amended: [2026-10-01]"), "{own}");
        assert_eq!(case.read("regions/midori/editions/2024-04-01/policy.yaml"), WATCH);
        assert!(has_order(&case), "{own}");
    }
}

#[test]
fn what_names_no_day_or_several_asks_for_one() {
    for (own, said) in [
        ("この規程は、公布の日から施行する。", "公布の日"),
        ("この規程は、組長が定める日から施行する。", "組長が定める日"),
        ("この規程は、公布の日から施行し、令和八年四月一日から適用する。", "公布の日"),
        (
            "この規程は、公布の日から施行する。ただし、第二条の改正規定は、令和九年十月一日から施行する。",
            "ただし、第二条の改正規定",
        ),
        (
            "この規程は、令和九年四月一日から施行する。ただし、第二条の改正規定は、令和九年十月一日から施行する。",
            "令和九年四月一日から施行する。ただし",
        ),
    ] {
        let case = watch();
        let run = carried(&case, own, &[]);
        assert_ne!(run.code, 0, "{own}\n{}", run.stdout);
        assert!(run.stderr.contains("J0920") && run.stderr.contains(said), "{own}\n{}", run.stderr);
        assert_eq!(case.read("regions/midori/policy.yaml"), WATCH, "{own}");
        assert!(!case.root().join("regions/midori/editions").exists(), "{own}");
        let run = carried(&case, own, &["--from", "2026-12-01"]);
        assert_eq!(run.code, 0, "{own}\n{}", run.stderr);
        assert!(case.read("regions/midori/policy.yaml").contains("amended: [2026-12-01]"), "{own}");
        assert!(has_order(&case), "{own}");
    }
}

#[test]
fn a_day_that_is_asked_for_counts_and_is_told() {
    let case = watch();
    let run = carried(&case, "この規程は、令和九年四月一日から施行する。", &["--from", "2027-10-01"]);
    assert_eq!(run.code, 0, "{}", run.stderr);
    assert!(run.stderr.contains("J0924") && run.stderr.contains("2027-04-01"), "{}", run.stderr);
    assert!(case.read("regions/midori/policy.yaml").contains("amended: [2027-10-01]"));
}

#[test]
fn without_a_day_no_edition_is_kept() {
    let case = watch();
    let text = format!("{LEAD}　第二条中「日没」を「日没前」に改める。\n");
    let run = apply(&case, &text, &[]);
    assert_eq!(run.code, 0, "{}", run.stderr);
    assert!(run.stderr.contains("J0921"), "{}", run.stderr);
    assert!(!case.root().join("regions/midori/editions").exists());
    assert!(has_order(&case));
}

#[test]
fn a_second_text_of_one_day_amends_the_coming_text() {
    let case = watch();
    let own = "この規程は、令和九年四月一日から施行する。";
    assert_eq!(carried(&case, own, &[]).code, 0);
    let second = format!("{LEAD}　第三条中「２本」を「３本」に改める。\n　　　附　則\n{own}\n");
    let run = apply(&case, &second, &["--lang", "ja"]);
    assert_eq!(run.code, 0, "{}", run.stderr);
    assert!(run.stdout.contains("2027-04-01"), "{}", run.stdout);
    let text = case.read("regions/midori/policy.yaml");
    assert!(text.contains("３本") && text.contains("日没前") && text.contains("amended: [2027-04-01]"), "{text}");
    assert_eq!(case.read("regions/midori/editions/2024-04-01/policy.yaml"), WATCH);
    assert!(!case.root().join("regions/midori/editions/2027-04-01").exists());
    assert!(has_order(&case));
    // Of an earlier day than the text that it would amend.
    let earlier = second.replace("令和九年四月", "令和九年一月").replace("「２本」を「３本」", "「３本」を「４本」");
    let run = apply(&case, &earlier, &["--lang", "ja"]);
    assert_ne!(run.code, 0, "{}", run.stdout);
    assert!(run.stderr.contains("J0922") && run.stderr.contains("2027-01-01"), "{}", run.stderr);
    assert_eq!(case.read("regions/midori/policy.yaml"), text);
}

#[test]
fn what_stays_with_the_amending_text_is_told() {
    let paragraphs = "　（施行期日）\n１　この規程は、令和九年四月一日から施行する。\n　（経過措置）\n２　この規程の施行前に預かった鍵は、なお従前の例による。";
    let case = watch();
    let run = carried(&case, paragraphs, &[]);
    assert_eq!(run.code, 0, "{}", run.stderr);
    assert!(run.stderr.contains("J0923") && run.stderr.contains("なお従前の例による"), "{}", run.stderr);
    assert!(!run.stderr.contains("１　この規程は"), "{}", run.stderr);
    assert!(!case.read("regions/midori/policy.yaml").contains("従前の例"));
    // What the hint says to write keeps them.
    let kept = text(paragraphs).replace("附　則", "附　則（令和九年三月一日改正）");
    let case = watch();
    let run = apply(&case, &kept, &["--lang", "ja"]);
    assert_eq!(run.code, 0, "{}", run.stderr);
    assert!(!run.stderr.contains("J0923"), "{}", run.stderr);
    let made = case.read("regions/midori/policy.yaml");
    assert!(made.contains("従前の例による") && made.contains("附　則（令和九年三月一日改正）"), "{made}");
    // From when it applies is said by the amending text alone.
    let applied = "この規程は、令和九年四月一日から施行し、令和八年四月一日から適用する。";
    let case = watch();
    let run = carried(&case, applied, &[]);
    assert!(run.code == 0 && run.stderr.contains("J0923") && run.stderr.contains("適用する"), "{}", run.stderr);
}
