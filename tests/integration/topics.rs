//! Topics: what a provision is about is said by itself or by what stands above it.

use crate::support::Case;
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
      - {id: second, topic: lamps, ja: 灯を消した者が預かる。, en: By whoever puts out the lamps.}
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

/// Their English is reviewed, and missed, like all other.
#[test]
fn the_words_of_topics_are_held_to_the_rules() {
    let loaded = Case::new(CASE).load();
    let units = loaded.corpus.units();
    let of = |name: &str| units.iter().filter(|unit| unit.name == name).count();
    assert_eq!((of("shared#topic:keys"), of("shared#topic:lamps")), (2, 1));
    loaded.check_codes(&["J0432", "J0401"]);
}
