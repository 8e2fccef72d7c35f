//! Suggestions of requirements and topics.

use std::collections::BTreeSet;

use crate::support::{self, Loaded, Program, shipped_content};
use junsoku::content::SetKey;
use junsoku::corpus::Corpus;
use junsoku::suggest::suggestions;

fn shipped() -> Corpus {
    Loaded::from(&shipped_content()).corpus
}

/// How many of the mapped provisions of `region` get one of their requirements suggested once their mappings are taken
/// away, and how many there are.
fn found_again(region: &str) -> (usize, usize) {
    let mut corpus = shipped();
    let key = SetKey::from_name(region);
    let set = corpus.sets.get_mut(&key).expect("a region");
    let taken = std::mem::take(&mut set.conformance.mappings);
    let set = corpus.set(&key).expect("a region");
    let found = suggestions(&corpus, set);
    let provisions: BTreeSet<(&str, &str)> =
        taken.iter().map(|mapping| (mapping.document.as_str(), mapping.anchor.as_str())).collect();
    let is_found = |(document, anchor): &&(&str, &str)| {
        let suggested = found.iter().filter(|one| one.document.id == *document && one.provision.anchor == *anchor);
        let suggested: Vec<&str> = suggested.flat_map(|one| &one.requirements).map(|guess| guess.id).collect();
        let mut true_ones = taken.iter().filter(|mapping| mapping.document == *document && mapping.anchor == *anchor);
        true_ones.any(|mapping| suggested.contains(&mapping.requirement.as_str()))
    };
    (provisions.iter().filter(is_found).count(), provisions.len())
}

#[test]
fn most_mappings_of_the_shipped_regions_are_found_again() {
    for region in ["chuo", "kumagaya", "minato", "osaki"] {
        let (found, all) = found_again(region);
        println!("{region}: {found} of {all}");
        assert!(found * 2 >= all, "{region}: {found} of {all}");
    }
}

#[test]
fn a_provision_without_a_topic_gets_one_suggested() {
    let mut corpus = shipped();
    let key = SetKey::from_name("minato");
    let set = corpus.sets.get_mut(&key).expect("a region");
    let mut true_topics = Vec::new();
    for provision in set.documents.iter_mut().flat_map(|document| &mut document.divisions[0].provisions) {
        true_topics.extend(provision.topic.take().map(|topic| (provision.anchor.clone(), topic)));
    }
    let set = corpus.set(&key).expect("a region");
    let found = suggestions(&corpus, set);
    let hit = |(anchor, topic): &&(String, String)| {
        let of = found.iter().filter(|one| one.provision.anchor == *anchor).flat_map(|one| &one.topics);
        of.map(|guess| guess.id).any(|id| id == topic)
    };
    let hits = true_topics.iter().filter(hit).count();
    println!("{hits} of {}", true_topics.len());
    assert!(hits * 2 >= true_topics.len(), "{hits} of {}", true_topics.len());
}

#[test]
fn the_lines_can_be_pasted_and_ask_for_a_judgement() {
    let run = Program::new(["suggest", "chuo", "--content"]).arg(shipped_content()).run().check(0);
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
    let run = Program::new(["suggest", "chu", "--content"]).arg(shipped_content()).run().check(2);
    assert!(run.stderr.contains("J0002") && run.stderr.contains("chuo"), "{}", run.stderr);
}
