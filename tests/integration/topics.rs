//! Topics: what a provision is about is said by itself or by what stands above it.

use std::collections::BTreeSet;

use crate::support::Case;
use junsoku::compare::by_topic;
use junsoku::content::SetKey;
use junsoku::corpus::{Corpus, Document};

const CASE: &str = r#"
=== shared/topics.yaml
topics:
  - {id: keys, title: {ja: 鍵, en: Keys}, about: {ja: 鍵の預かりと返却。}}
  - {id: lamps, title: {ja: 街灯, en: Lamps}}
=== regions/midori/policy.yaml
title: {ja: みどり町運用規程, en: Midori Town Rules}
standing: official
levels:
  - {kind: article, ja: "第{kanji}条", en: "Article {n}"}
  - {kind: item, ja: "{kanji}", en: "({roman})"}
notes: [{id: above, topic: lamps, ja: 灯の定め。, en: On lamps.}]
body:
  - id: keeping
    topic: keys
    ja: 鍵は、次のとおり預かる。
    en: "Keys are kept as follows:"
    items:
      - {id: first, ja: 当番が預かる。, en: By the person on duty.}
      - {id: second, topic: lamps, also: [keys], ja: 灯を消した者が預かる。, en: By whoever puts out the lamps.}
    paragraphs:
      - {id: then, ja: 鍵は、返す。, en: Keys are returned.}
  - {id: keep, ja: 何の定めでもない。, en: On nothing.}
appendices:
  - id: keeping-lamps
    topic: lamps
    title: {ja: 街灯, en: Lamps}
    body:
      - {id: spare, ja: 予備は三つとする。, en: There are three spare ones.}
      - {id: box, topic: keys, ja: 箱には鍵を掛ける。, en: The box is locked.}
"#;

fn document(corpus: &Corpus) -> &Document {
    let set = corpus.set(&SetKey::Region("midori".to_owned())).expect("the region");
    set.document("policy").expect("the policy")
}

#[test]
fn the_nearest_topic_upward_counts() {
    let loaded = Case::new(CASE).load();
    let document = document(&loaded.corpus);
    for (anchor, topic) in [
        ("keeping", Some("keys")),
        ("keeping.first", Some("keys")),
        ("keeping.second", Some("lamps")),
        ("keeping.then", Some("keys")),
        ("keep", None),
        ("keeping-lamps", Some("lamps")),
        ("keeping-lamps.spare", Some("lamps")),
        ("keeping-lamps.box", Some("keys")),
        ("notes-above.above", Some("lamps")),
        ("nowhere", None),
        ("keeping.nowhere", None),
        ("", None),
    ] {
        assert_eq!(document.topic_of(anchor), topic, "{anchor}");
    }
}

#[test]
fn a_provision_that_bears_two_topics_stands_under_both() {
    let loaded = Case::new(CASE).load();
    let document = document(&loaded.corpus);
    assert_eq!(document.topics_of("keeping.second"), BTreeSet::from(["keys", "lamps"]));
    assert_eq!(document.topics_of("keeping.first"), BTreeSet::from(["keys"]));
    assert!(document.topics_of("keep").is_empty());
    let set = loaded.corpus.set(&SetKey::Region("midori".to_owned())).expect("the region");
    let listed = by_topic(set);
    let on = |topic| -> Vec<&str> { listed[&topic].iter().map(|one| one.provision.anchor.as_str()).collect() };
    assert_eq!(on(Some("lamps")), ["notes-above.above", "keeping.second", "keeping-lamps.spare"]);
    // It stands below what is about keys, and is not left out there.
    assert_eq!(on(Some("keys")), ["keeping", "keeping-lamps.box"]);
    assert!(listed[&Some("keys")][0].elsewhere.is_empty());
    assert_eq!(on(None), ["keep"]);
}

#[test]
fn what_an_appendix_bears_also_comes_besides_the_topics_of_its_provisions() {
    let case = CASE.replace("    topic: lamps\n    title", "    topic: lamps\n    also: [keys]\n    title");
    let loaded = Case::new(&case).load();
    let document = document(&loaded.corpus);
    assert_eq!(document.topics_of("keeping-lamps.spare"), BTreeSet::from(["keys", "lamps"]));
    assert_eq!(document.topics_of("keeping-lamps.box"), BTreeSet::from(["keys"]));
    let set = loaded.corpus.set(&SetKey::Region("midori".to_owned())).expect("the region");
    let listed = by_topic(set);
    let on = |topic| -> Vec<&str> { listed[&topic].iter().map(|one| one.provision.anchor.as_str()).collect() };
    assert_eq!(on(Some("keys")), ["keeping", "keeping-lamps.spare", "keeping-lamps.box"]);
    Case::new(&case.replace("also: [keys]\n    title", "also: [key]\n    title"))
        .load()
        .check_codes(&["J0432", "J0336", "J0401"]);
}

#[test]
fn a_further_topic_that_is_not_listed_is_reported() {
    Case::new(&CASE.replace("also: [keys]", "also: [key]")).load().check_codes(&["J0336", "J0432", "J0401"]);
}

/// Their English is reviewed, and missed, like all other.
#[test]
fn the_words_of_topics_are_held_to_the_rules() {
    let loaded = Case::new(CASE).load();
    let units = loaded.corpus.units();
    let of = |name: &str| units.iter().filter(|unit| unit.name == name).count();
    assert_eq!((of("shared#topic:keys"), of("shared#topic:lamps")), (2, 1));
    loaded.check_codes(&["J0432", "J0401"]);
}
