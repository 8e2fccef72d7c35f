//! How many of the judgements that editors made are suggested again.

use std::collections::BTreeSet;

use crate::support::loaded;
use junsoku::conformance::suggest::suggestions;
use junsoku::content::SetKey;

/// How many of the mapped provisions of `region` get one of their requirements suggested once their mappings are taken
/// away, and how many there are.
fn found_again(region: &str) -> (usize, usize) {
    let mut corpus = loaded().0;
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
    let mut corpus = loaded().0;
    let key = SetKey::from_name("minato");
    let set = corpus.sets.get_mut(&key).expect("a region");
    let mut true_topics = Vec::new();
    for provision in set.documents.iter_mut().flat_map(|document| &mut document.divisions[0].provisions) {
        true_topics.extend(provision.topic.take().map(|topic| (provision.anchor.clone(), topic)));
    }
    let set = corpus.set(&key).expect("a region");
    let found = suggestions(&corpus, set);
    let hit = |(anchor, topic): &&(String, String)| {
        let of = found.iter().filter(|one| one.provision.anchor == *anchor).flat_map(|one| &one.topic);
        of.map(|guess| guess.id).any(|id| id == topic)
    };
    let hits = true_topics.iter().filter(hit).count();
    println!("{hits} of {}", true_topics.len());
    assert!(hits * 2 >= true_topics.len(), "{hits} of {}", true_topics.len());
}
