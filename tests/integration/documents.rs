//! Several documents in a region: their order and groups on pages, and the booklet that holds all of them.

use std::collections::BTreeSet;

use junsoku::content::SetKey;
use serde_json::Value;

use crate::invariants::pdf::{said, validate};
use crate::support::{Case, Program, missing, paper_tools, program_on_path};

/// A region with four documents, two of which refer to each other, and two forms, one handed in twice.
const SEVERAL: &str = "
=== regions/midori/region.yaml
name: {ja: みどり町, en: Midori Town}
council: {ja: みどり町医療介護連携会議, en: Midori Town Care Liaison Council}
summary: {ja: みどり町の見本。, en: A sample of Midori Town.}
form_label: {ja: \"様式第{wide}号\", en: \"Form No. {n}\"}
documents:
  - rules
  - {title: {ja: 手引, en: Guides}, documents: [handbook, faq]}
=== regions/midori/rules.yaml
title: {ja: みどり町運用細則, en: Midori Town Detailed Rules}
standing: official
enacted: 2025-04-01
levels: [{kind: article, ja: \"第{kanji}条\", en: \"Article {n}\"}]
body:
  - {id: purpose, caption: {ja: 趣旨, en: Aim}, ja: \"[](policy#purpose)を細かく定め、[](form:notice)を用いる。\", en: \"Details of [](policy#purpose), with [](form:notice).\"}
supplementary:
  - id: first
    body: [{id: purpose, ja: この細則は、四月一日から施行する。, en: These rules are in force from 1 April.}]
=== regions/midori/handbook.yaml
title: {ja: みどり町の手引, en: Midori Town Guide}
standing: draft
levels: [{kind: section, ja: \"{n}.\", en: \"{n}.\"}]
body:
  - {id: purpose, caption: {ja: はじめに, en: First}, ja: 手引である。, en: A guide.}
appendices:
  - {id: list, title: {ja: 一覧, en: List}, body: [{id: purpose, ja: 一覧である。, en: A list.}]}
=== regions/midori/faq.yaml
title: {ja: よくある質問, en: Questions}
standing: official
levels: [{kind: section, ja: \"{n}.\", en: \"{n}.\"}]
body:
  - {id: purpose, caption: {ja: 質問, en: Question}, ja: \"[](#purpose)のとおり。\", en: \"As in [](#purpose).\"}
=== regions/midori/forms/pledge.yaml
number: 2
title: {ja: 誓約書, en: Pledge}
origin: source
standing: official
copies:
  - {id: office, label: {ja: 事業所用, en: For the office}}
  - {id: person, label: {ja: 本人用, en: For the person}}
blocks:
  - provisions: {id: promises, levels: [{kind: item, ja: \"{n}\", en: \"{n}\"}], body: [{id: purpose, ja: 守る。, en: I will keep them.}]}
  - date: {id: day, calendar: era, label: {ja: 日付, en: Date}}
";

fn several() -> Case {
    Case::new(SEVERAL)
}

fn booklet(case: &Case, lang: &str) -> Value {
    let sheets = junsoku::pdf::sheets(&case.load().corpus);
    let path = format!("{lang}/regions/midori/midori_booklet.pdf");
    sheets.into_iter().find(|(at, _)| *at == path).expect("a booklet").1
}

/// Every value of the key `key` below `value`, in their order.
fn all<'a>(value: &'a Value, key: &str, found: &mut Vec<&'a str>) {
    match value {
        Value::Object(members) => {
            for (name, member) in members {
                found.extend(member.as_str().filter(|_| name == key));
                all(member, key, found);
            }
        }
        Value::Array(list) => list.iter().for_each(|member| all(member, key, found)),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

#[test]
fn pages_follow_the_council() {
    let case = several();
    let loaded = case.load();
    let set = loaded.corpus.set(&SetKey::Region("midori".to_owned())).expect("a region");
    let ids: Vec<&str> = set.documents.iter().map(|document| document.id.as_str()).collect();
    assert_eq!(ids, ["rules", "handbook", "faq", "policy"], "what is not named comes last");
    let titles = ["みどり町運用細則", "手引", "みどり町の手引", "よくある質問", "そのほか", "みどり町運用規程"];
    let site = loaded.build();
    site.check_page("ja/index.html", &titles);
    site.check_page("ja/regions/midori/index.html", &titles);
    site.check_page(
        "en/regions/midori/index.html",
        &["Detailed Rules", "<h3>Guides</h3>", "<h4>", "Questions", "Town Rules"],
    );
    // Who reads on comes from each to the next.
    site.check_page("ja/regions/midori/rules/index.html", &["rel=\"next\"", "みどり町の手引"]);
    site.check_page_lacks("ja/regions/midori/index.html", "_booklet.pdf");
}

#[test]
fn a_region_without_a_list_keeps_its_documents_by_id() {
    let case = Case::new(
        &SEVERAL
            .replace("documents:\n  - rules\n", "")
            .replace("  - {title: {ja: 手引, en: Guides}, documents: [handbook, faq]}\n", ""),
    );
    let loaded = case.load();
    let set = loaded.corpus.set(&SetKey::Region("midori".to_owned())).expect("a region");
    let ids: Vec<&str> = set.documents.iter().map(|document| document.id.as_str()).collect();
    assert_eq!(ids, ["faq", "handbook", "policy", "rules"]);
    assert!(set.documents.iter().all(|document| document.group.is_none()));
}

#[test]
fn the_booklet_holds_everything_once_with_anchors_of_its_own() {
    let case = several();
    let booklet = booklet(&case, "ja");
    let parts = booklet["parts"].as_array().expect("parts");
    let told: Vec<(&str, Option<&str>)> =
        parts.iter().map(|part| (part["anchor"].as_str().expect("an anchor"), part["group"].as_str())).collect();
    let expected = [
        ("rules", None),
        ("handbook", Some("手引")),
        ("faq", None),
        ("policy", Some("そのほか")),
        ("forms/notice", Some("様式")),
        ("forms/pledge", None),
    ];
    assert_eq!(told, expected);
    let (mut anchors, mut notices) = (Vec::new(), Vec::new());
    for part in parts {
        for key in ["notes", "divisions", "blocks"] {
            let mut own = Vec::new();
            all(&part["part"][key], "anchor", &mut own);
            anchors.extend(own.into_iter().filter(|anchor| !anchor.is_empty()));
        }
        notices.extend(part["part"]["notices"].as_array().expect("notices"));
    }
    let mut set: BTreeSet<&str> = anchors.iter().copied().collect();
    for anchor in ["rules/purpose", "rules/first.purpose", "handbook/list.purpose", "policy/purpose", "faq/purpose"] {
        assert!(set.contains(anchor), "{anchor} among {anchors:?}");
    }
    // References lead to other documents and forms of the same file.
    assert!(set.remove("forms/notice"), "{anchors:?}");
    assert_eq!(
        notices.iter().filter(|notice| notice.as_str().is_some_and(|words| words.contains("下書き"))).count(),
        1
    );
    let on_cover = booklet["notices"].as_array().expect("notices");
    assert!(
        on_cover.iter().any(|notice| notice.as_str().is_some_and(|words| words.contains("下書き"))),
        "{on_cover:?}"
    );
}

#[test]
fn one_document_alone_and_the_baseline_have_no_booklet() {
    let case = Case::new("\n=== !regions/midori/forms/notice.yaml\n").load();
    let alone = junsoku::pdf::sheets(&case.corpus);
    assert!(alone.iter().all(|(path, _)| !path.contains("booklet")));
    let case = Case::new("base: conformance\n").load();
    let paths: Vec<String> = junsoku::pdf::sheets(&case.corpus).into_iter().map(|(path, _)| path).collect();
    assert!(paths.iter().all(|path| !path.contains("baseline_booklet")), "{paths:?}");
}

#[test]
fn the_booklet_is_offered_counts_its_pages_through_and_keeps_both_standards() {
    if paper_tools().is_none() {
        return;
    }
    let case = several();
    let output = case.root().with_file_name("output");
    let run = Program::new(["build", "--content"]).arg(case.root()).arg("--output").arg(&output).run().check(0);
    assert!(!run.stderr.contains("J0504"), "typst has something to say: {}", run.stderr);
    let page = std::fs::read_to_string(output.join("ja/regions/midori/index.html")).expect("a page");
    assert!(page.contains("href=\"midori_booklet.pdf\""), "{page}");
    let made = ["ja", "en"].map(|lang| output.join(format!("{lang}/regions/midori/midori_booklet.pdf")));
    if program_on_path("pdftotext").is_some() {
        let text = said("pdftotext", [made[0].as_os_str(), std::ffi::OsStr::new("-")]);
        let bare = |page: &str| page.split_whitespace().collect::<String>();
        let pages: Vec<String> = text.trim_end_matches('\u{c}').split('\u{c}').map(bare).collect();
        let count = pages.len();
        assert!(!pages[0].contains(&format!("1/{count}")), "the cover bears no number: {}", pages[0]);
        for (at, page) in pages.iter().enumerate().skip(1) {
            assert!(page.contains(&format!("{}/{count}", at + 1)), "{page}");
        }
        let first = |words: &str| pages.iter().skip(2).position(|page| page.contains(words)).map(|at| at + 3);
        let (guide, pledge) = (first("みどり町の手引").expect("the guide"), first("誓約書").expect("the form"));
        for line in [format!("みどり町の手引{guide}"), format!("様式第２号誓約書{pledge}")] {
            let bare: String = pages[1].chars().filter(|letter| letter.is_alphanumeric()).collect();
            assert!(bare.contains(&line), "{line}: {bare}");
        }
        assert_eq!(text.matches("守る。").count(), 1, "a form stands in it once");
    } else {
        missing("pdftotext");
    }
    match std::env::var_os("JUNSOKU_VERAPDF") {
        Some(class_path) => validate(&class_path, made.iter().map(std::path::PathBuf::as_path)),
        None => missing("JUNSOKU_VERAPDF"),
    }
}
