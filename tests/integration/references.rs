//! References as they are printed: relative ones by Japanese drafting, and in words that are no running text.

use junsoku::base::locale::Lang;
use junsoku::content::SetKey;

use crate::support::{Case, Loaded};

/// A policy whose articles refer to each other; `BODY` stands for more of it.
const POLICY: &str = "=== regions/midori/policy.yaml
title: {ja: みどり町運用規程, en: Midori Town Rules}
standing: official
levels:
  - {kind: chapter, ja: \"第{kanji}章\", en: \"Chapter {n}\"}
  - {kind: article, ja: \"第{kanji}条\", en: \"Article {n}\"}
  - {kind: item, ja: \"{kanji}\", en: \"({roman})\"}
paragraph: {ja: \"{wide}\", en: \"({n})\"}
body:
  - id: general
    caption: {ja: 総則, en: General}
    items:
      - id: keys
        ja: 鍵は、次に置く。
        en: Keys are kept as follows.
        items:
          - {id: box, ja: 箱, en: the box}
          - {id: shelf, ja: \"[](#general.keys.box/relative)の隣\", en: \"beside [](#general.keys.box/relative)\"}
          - {id: other, ja: \"[](#general.keys.box/onward)のほか\", en: \"other than [](#general.keys.box/onward)\"}
  - id: use
    caption: {ja: 使用, en: Use}
    items:
      - id: lending
        ja: \"[](#general.keys/relative)の鍵は、[](#use.lending.three/relative)により貸す。\"
        en: \"The keys of [](#general.keys/relative) are lent by [](#use.lending.three/relative).\"
        paragraphs:
          - {id: two, ja: \"[](#use.lending/first/relative)の鍵は返す。\", en: \"The keys of [](#use.lending/first/relative) are returned.\"}
          - id: three
            ja: \"[](#use.lending/first/onward)の者は、[](#use.lending/relative)による。\"
            en: \"Those of [](#use.lending/first/onward) act by [](#use.lending/relative).\"
            items:
              - {id: a, ja: \"[](#use.lending.two/relative)の者\", en: \"those of [](#use.lending.two/relative)\"}
          - {id: four, ja: \"[](#use.lending/first/relative)及び[](#use.lending.three.a/relative)\", en: \"[](#use.lending/first/relative) and [](#use.lending.three.a/relative)\"}
          - {id: five, ja: \"[](#use.lending.three/onward)の者\", en: \"those of [](#use.lending.three/onward)\"}
      - {id: lost, ja: \"[](#use.lending.two/relative)の者、[](#general.keys.box/relative)及び[](#general.keys.shelf/relative)\", en: \"[](#use.lending.two/relative), [](#general.keys.box/relative) and [](#general.keys.shelf/relative)\"}
      - {id: end, ja: \"[](#use.lost/relative)、[](#use.lending/relative)、[](#use.lending/first)、[](#use.lending.two)\", en: \"[](#use.lost/relative), [](#use.lending/relative), [](#use.lending/first), [](#use.lending.two)\"}
";

fn letters(loaded: &Loaded, anchor: &str) -> [String; 2] {
    let set = loaded.corpus.set(&SetKey::Region("midori".to_owned())).expect("a set");
    let provision = set.provision("policy", anchor).unwrap_or_else(|| panic!("no {anchor}"));
    Lang::ALL.map(|lang| provision.own_letters(lang).trim_end().to_owned())
}

#[test]
fn relative_references_are_as_drafting_writes_them() {
    let loaded = Case::new(POLICY).load();
    loaded.check_codes(&[]);
    for (anchor, ja, en) in [
        ("general.keys.shelf", "前号の隣", "beside the preceding item"),
        ("general.keys.other", "前各号のほか", "other than the preceding items"),
        (
            "use.lending",
            "前条の鍵は、第三項により貸す。",
            "The keys of the preceding Article are lent by paragraph (3).",
        ),
        ("use.lending.two", "前項の鍵は返す。", "The keys of the preceding paragraph are returned."),
        ("use.lending.three", "前各項の者は、本条による。", "Those of the preceding paragraphs act by this Article."),
        ("use.lending.three.a", "前項の者", "those of the preceding paragraph"),
        ("use.lending.four", "第一項及び前項第一号", "paragraph (1) and item (i) of the preceding paragraph"),
        ("use.lending.five", "前二項の者", "those of the preceding two paragraphs"),
        (
            "use.lost",
            "前条第二項の者、第一条第一号及び同条第二号",
            "paragraph (2) of the preceding Article, Article 1, item (i) and item (ii) of the same Article",
        ),
        (
            "use.end",
            "前条、第二条、第二条第一項、第二条第二項",
            "the preceding Article, Article 2, Article 2, paragraph (1), Article 2, paragraph (2)",
        ),
    ] {
        let [found_ja, found_en] = letters(&loaded, anchor);
        let all: std::collections::BTreeSet<String> = [found_ja, found_en].into();
        assert!(all.contains(ja) && all.contains(en), "{anchor}: {all:?}");
    }
}

#[test]
fn what_no_longer_precedes_is_cited_by_its_number() {
    let moved = POLICY.replace(
        "          - {id: two,",
        "          - {id: new, ja: 新しい項。, en: A new paragraph.}\n          - {id: two,",
    );
    let loaded = Case::new(&moved).load();
    loaded.check_codes(&[]);
    let all = letters(&loaded, "use.lending.two");
    assert!(all.contains(&"第一項の鍵は返す。".to_owned()), "{all:?}");
    assert!(letters(&loaded, "use.lending.five").contains(&"前二項の者".to_owned()));
    // A range that leads nowhere is an error, not a wrong count.
    let broken = POLICY.replace("(#use.lending.three/onward)の者", "(#use.lost/onward)の者");
    assert!(Case::new(&broken).load().codes().contains(&"J0302"));
}

#[test]
fn references_work_in_words_that_are_no_running_text() {
    let case = Case::new(POLICY);
    case.write(
        "regions/midori/forms/notice.yaml",
        "number: 1\ntitle: {ja: 届出書, en: Notification}\nsubtitle: {ja: \"（[](policy#use.lost)関係）\", en: \"(for [](policy#use.lost))\"}\norigin: source\nstanding: official\n\
         blocks:\n  - rows: {id: all, caption: {ja: \"[](policy#use.end)の表\", en: \"Table of [](policy#use.end)\"}, count: 1, columns: [{id: name, label: {ja: 氏名, en: Name}, type: text}]}\n",
    );
    let loaded = case.load();
    loaded.check_codes(&[]);
    let built = loaded.build();
    built.check_page("ja/regions/midori/forms/notice/index.html", &["（第三条関係）", "第四条の表"]);
    built.check_page("en/regions/midori/forms/notice/index.html", &["(for Article 3)", "Table of Article 4"]);
    built.check_page_lacks("ja/regions/midori/forms/notice/index.html", "](policy");
}
