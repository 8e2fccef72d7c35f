//! Suggestions of requirements and topics.

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
