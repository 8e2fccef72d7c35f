//! The pages that show sets side by side leave nothing out, show nothing twice, and count what they show.

use std::collections::{BTreeMap, BTreeSet};

use crate::support::html::{ids, tags, unescape};
use crate::support::{corpus, site, text};
use junsoku::base::locale::{Lang, Messages};
use junsoku::compare::{by_topic, topics_of};
use junsoku::conformance::{coverage, regions_held};
use junsoku::corpus::{Corpus, Document, Set};

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
    let (corpus, files) = (corpus(), site());
    let pairs = pairs(corpus);
    assert!(!pairs.is_empty());
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
            let shown: BTreeSet<&str> = shown.into_iter().collect();
            assert_eq!(shown, expected.iter().map(String::as_str).collect(), "{path} {side}");
        }
    }
}

/// The numbers that a pair's page gives above its table: same, different, same requirement elsewhere, only the first, only the
/// second.
fn told_counts(html: &str) -> Vec<usize> {
    let list = html.split("pair-counts").nth(1).expect("counts").split("</dl>").next().expect("an end");
    let numbers = list.split("<dd>").skip(1).map(|piece| piece.split('<').next().expect("a number"));
    numbers.map(|number| number.parse().expect("a number")).collect()
}

#[test]
fn counts_of_a_pair_are_those_of_its_rows_and_of_its_csv() {
    let (corpus, files) = (corpus(), site());
    for (lang, (first, second)) in Lang::ALL.iter().flat_map(|lang| pairs(corpus).into_iter().map(move |p| (lang, p))) {
        let name = format!("{}_{}", first.key, second.key);
        let html = text(&files[&format!("{lang}/compare/pairs/{name}/index.html")]);
        let tags = tags(html);
        let states: Vec<&str> = tags.iter().filter_map(|tag| tag.get("data-state")).collect();
        let of = |state| states.iter().filter(|one| **one == state).count();
        let counts = ["same", "different", "shared", "only-old", "only-new"].map(of).to_vec();
        assert_eq!(told_counts(html), counts, "{lang} {name}");
        assert_eq!(counts.iter().sum::<usize>(), states.len(), "{lang} {name}");
        let table = text(&files[&format!("{lang}/compare/pairs/{name}/{name}.csv")]);
        let records = csv::Reader::from_reader(table.trim_start_matches('\u{feff}').as_bytes()).into_records();
        let lines: Vec<_> = records.map(|record| record.expect("a line")).collect();
        assert_eq!(lines.len(), states.len(), "{lang} {name}");
        // What a row shares with others is named on the side on which it has nothing.
        for (line, _) in lines.iter().zip(&states).filter(|(_, state)| **state == "shared") {
            assert!(
                (line[3].is_empty() && !line[7].is_empty()) || (line[9].is_empty() && !line[13].is_empty()),
                "{line:?}"
            );
        }
        // Rows of one side say so on the other, and only they.
        let none = tags.iter().filter(|tag| tag.name == "td" && tag.has_class("none")).count();
        assert_eq!(none, counts[2] + counts[3] + counts[4], "{lang} {name}");
    }
}

/// What is linked to in the row `row` of the home's table by each set, with the words of the cell.
fn cells<'a>(html: &'a str, row: &str) -> BTreeMap<String, &'a str> {
    let all = tags(html);
    let start = all.iter().position(|tag| tag.name == "tr" && tag.get("id") == Some(row)).expect("a row");
    let rest = all[start + 1..].iter().take_while(|tag| tag.name != "tr");
    let cells = rest.filter_map(|tag| Some((tag.get("data-set")?.to_owned(), tag.end)));
    cells.map(|(set, at)| (set, html[at..].split("</td>").next().expect("an end"))).collect()
}

#[test]
fn every_outermost_provision_stands_in_the_table_of_topics() {
    let (corpus, files) = (corpus(), site());
    let html = text(&files["ja/compare/index.html"]);
    let rows = tags(html).iter().filter(|tag| tag.name == "tr" && tag.get("id").is_some()).count();
    assert!(rows >= corpus.topics.len() && !corpus.topics.is_empty(), "{rows}");
    for set in corpus.sets.values() {
        let mut listed = BTreeSet::new();
        for (topic, outermost) in by_topic(set) {
            let cell = cells(html, topic.unwrap_or("_rest"))[&set.key.to_string()];
            let mut on_topic = BTreeSet::new();
            for one in outermost {
                let href = format!("{}/{}/index.html#{}\"", set.key.folder(), one.document.id, one.provision.anchor);
                assert!(cell.contains(&href), "{topic:?}: {href} is not in {cell}");
                // It may bear several topics, and stands once under each.
                assert!(on_topic.insert((&one.document.id, &one.provision.anchor)), "{topic:?}: {href} stands twice");
                listed.insert((&one.document.id, &one.provision.anchor));
            }
        }
        for document in &set.documents {
            let top = document.divisions.iter().flat_map(|division| &division.provisions).chain(&document.notes);
            for provision in top {
                let is_listed = |anchor: &String| listed.contains(&(&document.id, anchor));
                let below = provision.items.iter().chain(&provision.paragraphs);
                let found = is_listed(&provision.anchor) || below.clone().all(|below| is_listed(&below.anchor));
                assert!(found, "{}/{}#{}", set.key, document.id, provision.anchor);
            }
        }
    }
}

#[test]
fn verdicts_in_the_table_are_those_of_the_requirements() {
    let (corpus, files) = (corpus(), site());
    let messages = Messages::of(Lang::En);
    let html = text(&files["en/compare/index.html"]);
    let mut seen = 0;
    for set in regions_held(corpus) {
        let entries = coverage(corpus, set);
        for topic in &corpus.topics {
            let belongs = |at: &usize| topics_of(corpus, entries[*at].requirement).contains(&Some(topic.id.as_str()));
            let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
            for at in (0..entries.len()).filter(belongs) {
                *counts.entry(entries[at].status.word()).or_default() += 1;
                seen += 1;
            }
            let cell = cells(html, &topic.id)[&set.key.to_string()];
            let shown = unescape(cell);
            let marks = cell.matches("class=\"stand-mark").count();
            assert_eq!(marks, counts.len(), "{} {}: {cell}", set.key, topic.id);
            for (status, count) in counts {
                let words = format!("</span> {}</span> {count} item", messages.text(&format!("status-{status}")));
                assert!(shown.contains(&words), "{} {}: {words} is not in {shown}", set.key, topic.id);
            }
        }
    }
    assert!(
        seen >= regions_held(corpus).count() * corpus.requirements().count(),
        "every requirement belongs to a topic: {seen}"
    );
}
