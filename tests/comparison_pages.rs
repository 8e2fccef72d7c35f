//! The pages that show sets side by side leave nothing out, show nothing twice, and count what they show.

#![allow(clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

mod support;

use std::collections::{BTreeMap, BTreeSet};

use junsoku::compare::{by_topic, topics_of};
use junsoku::conformance::{coverage, regions};
use junsoku::content::SetKey;
use junsoku::corpus::{Corpus, Document, Set};
use junsoku::locale::{Lang, Messages};
use support::html::{Tag, ids, tags, unescape};
use support::{Case, Files, Loaded, by_path, shipped_content, text};

fn shipped() -> (Corpus, Files) {
    let corpus = Loaded::from(&shipped_content()).corpus;
    let files = by_path(junsoku::site::render(&corpus, &[], None).expect("a site"));
    (corpus, files)
}

fn pairs(corpus: &Corpus) -> Vec<(&Set, &Set)> {
    let sets: Vec<&Set> = corpus.sets.values().collect();
    let firsts = sets.iter().enumerate();
    firsts.flat_map(|(at, first)| sets[at + 1..].iter().map(move |second| (*first, *second))).collect()
}

/// The anchors of a document: its provisions and the divisions that have one.
fn anchors(document: &Document) -> Vec<&str> {
    let mut anchors: Vec<&str> = document.divisions.iter().map(|division| division.anchor.as_str()).collect();
    anchors.retain(|anchor| !anchor.is_empty());
    document.walk(&mut |provision| anchors.push(&provision.anchor));
    anchors
}

#[test]
fn every_provision_of_both_documents_stands_once_on_its_side_of_a_pair() {
    let (corpus, files) = shipped();
    let pairs = pairs(&corpus);
    assert_eq!(pairs.len(), 10, "five sets");
    for (lang, (first, second)) in Lang::ALL.iter().flat_map(|lang| pairs.iter().map(move |pair| (lang, pair))) {
        let path = format!("{lang}/compare/pairs/{}_{}/index.html", first.key, second.key);
        let tags = tags(text(&files[&path]));
        ids(&path, &tags);
        for (set, side) in [(first, "first-side"), (second, "second-side")] {
            let cells = tags.iter().filter(|tag| tag.name == "td" && tag.has_class(side));
            let shown: Vec<&str> = cells.filter_map(|tag| tag.get("id")).collect();
            let mut expected: Vec<String> = Vec::new();
            for document in &set.documents {
                expected.extend(anchors(document).iter().map(|one| format!("{}.{}.{one}", set.key, document.id)));
            }
            assert_eq!(shown.len(), expected.len(), "{path} {side}");
            let (shown, expected) = (shown.into_iter().collect(), expected.iter().map(String::as_str).collect());
            assert_eq!::<BTreeSet<&str>>(shown, expected, "{path} {side}");
        }
    }
}
