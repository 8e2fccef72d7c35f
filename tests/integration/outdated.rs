//! Versions that are no longer the latest: 200 citations planted among as many that are sound, each found at its line and with
//! what to do; and what pages tell of them.

use std::fmt::Write as _;

use crate::support::Case;
use junsoku::base::diagnostics::Diagnostic;
use junsoku::base::locale::{Lang, Messages};

const SHARED: &str = "\
=== shared/guidelines.yaml
latest: {ja: 最新版, en: latest version}
guidelines:
  - id: lamps
    name: {ja: 街灯の手引, en: Street Lamp Guide}
    versions:
      - {id: first, ja: 第1版, en: version 1, from: 2019-04-01}
      - id: second
        ja: 第2版
        en: version 2
        from: 2022-04-01
        chapters: [{ja: 第10章, en: Chapter 10, now: {ja: 管理編3, en: \"Management, 3\"}}, {ja: \"6.5\", en: \"6.5\", now: {ja: 運用編, en: Operation}}]
      - {id: third, ja: 第3版, en: version 3, from: 2023-04-01, volumes: [{ja: 管理編, en: Management}, {ja: 運用編, en: Operation}]}
      - {id: coming, ja: 第4版, en: version 4, from: 2040-04-01}
=== shared/laws.yaml
laws:
  - id: river
    name: {ja: 川の法, en: River Act}
    versions: [{id: old, ja: 旧法, en: former Act, from: 2001-04-01}, {id: new, ja: 新法, en: new Act, from: 2020-04-01}]
";

/// Citations that are outdated: the Japanese, the remedy that the finding names, and the place to which a chapter moved.
const STALE: [(&str, &str, &str); 7] = [
    ("灯は、[](guideline:lamps)[](guideline:lamps/first)による。", "[](guideline:lamps/third)", ""),
    ("灯は、[](guideline:lamps)（[](guideline:lamps/second)）第10章による。", "[](guideline:lamps/third)", "管理編3"),
    ("灯は、「[](guideline:lamps)」第１０章の定めによる。", "[](guideline:lamps/third)", "管理編3"),
    ("灯は、「[](guideline:lamps)」の「6.5.灯の管理」による。", "[](guideline:lamps/third)", "運用編"),
    ("川は、[](law:river)（[](law:river/old)）による。", "[](law:river/new)", ""),
    ("**灯**は、[](guideline:lamps)の[](guideline:lamps/second)による。", "[](guideline:lamps/third)", ""),
    ("灯は、[手引](guideline:lamps/first)による。", "[](guideline:lamps/third)", ""),
];

/// Citations in which nothing is outdated.
const SOUND: [&str; 8] = [
    "灯は、[](guideline:lamps)[](guideline:lamps/third)による。",
    "灯は、[](guideline:lamps)による。",
    "灯は、[](guideline:lamps)[](guideline:lamps/third)第10章による。",
    "灯は、[](guideline:lamps)運用編第10章による。",
    "灯は、[](guideline:lamps)の16.5及び6.51並びに第110章による。",
    "川は、[](law:river)（[](law:river/new)）による。",
    "灯は、第10章の定めによる。",
    "灯は、[](guideline:lamps)[](guideline:lamps/coming)による。",
];

/// A document with `text` on line 6 + `before`.
fn document(text: &str, before: usize, in_cell: bool) -> String {
    let mut document = String::from(
        "title: {ja: みどり町要領, en: Midori Town Notes}\nstanding: restated\nsource: {title: {ja: 要領, en: Notes}, read: 2025-01-01}\nlevels: [{kind: article, ja: \"第{kanji}条\", en: \"Article {n}\"}]\nbody:\n",
    );
    for at in 0..before {
        let _ = writeln!(document, "  - {{id: a{at}, ja: 鍵は、棚に置く。, en: Keys are kept on the shelf.}}");
    }
    let _ = if in_cell {
        writeln!(
            document,
            "  - {{id: cited, ja: 次による。, en: As follows., table: {{head: [[{{ja: 灯}}]], rows: [[{{ja: \"{text}\"}}]]}}}}"
        )
    } else {
        writeln!(document, "  - {{id: cited, ja: \"{text}\", en: \"{text}\"}}")
    };
    document
}

#[test]
fn planted_citations_are_found_at_their_lines_and_no_others() {
    let mut files = String::from(SHARED);
    let mut planted = Vec::new();
    for at in 0..400 {
        let before = (at * 7) % 13;
        let in_cell = at % 5 == 0;
        let text = if at % 2 == 0 { STALE[at / 2 % STALE.len()].0 } else { SOUND[at / 2 % SOUND.len()] };
        let _ = write!(files, "=== regions/midori/d{at}.yaml\n{}", document(text, before, in_cell));
        if at % 2 == 0 {
            planted.push((format!("regions/midori/d{at}.yaml"), 6 + before, STALE[at / 2 % STALE.len()]));
        }
    }
    let loaded = Case::new(&files).load();
    let sorted = loaded.findings.sorted();
    let found: Vec<&&Diagnostic> =
        sorted.iter().filter(|finding| ["J0470", "J0471"].contains(&finding.code.name())).collect();
    let is_told = |(path, line, (_, remedy, chapter)): &&(String, usize, (&str, &str, &str))| {
        found.iter().any(|finding| {
            let Some(place) = &finding.place else { return false };
            let hint = finding.hint(Messages::of(Lang::Ja)).unwrap_or_default();
            let at = place.file.path.ends_with(path) && place.start().line == *line;
            at && hint.contains(remedy) && hint.contains(chapter)
        })
    };
    let told = planted.iter().filter(is_told).count();
    eprintln!("{told} of {} planted citations, {} findings", planted.len(), found.len());
    let missed: Vec<_> = planted.iter().filter(|one| !is_told(one)).take(7).collect();
    assert_eq!((told, found.len()), (planted.len(), planted.len()), "{missed:?}");
}

#[test]
fn a_version_is_outdated_from_the_day_of_the_next() {
    let policy = document("灯は、[](guideline:lamps)[](guideline:lamps/third)による。", 0, false);
    let case = Case::new(&format!("{SHARED}=== regions/midori/policy.yaml\n{policy}"));
    let has = |day: jiff::civil::Date| {
        let loaded = case.load_on(day);
        loaded.findings.sorted().iter().any(|finding| finding.code.name() == "J0470")
    };
    assert!(!has(jiff::civil::date(2040, 3, 31)) && has(jiff::civil::date(2040, 4, 1)));
}

#[test]
fn pages_tell_who_cites_what_is_outdated() {
    let cited = "灯は、[](guideline:lamps)[](guideline:lamps/second)第10章による。";
    let case =
        format!("base: conformance\n{SHARED}=== junsoku.yaml\nseverity: {{J0419: off, J0421: off, J0428: off}}\n");
    let case = Case::new(&case);
    let add = |path: &str| {
        let text = case.read(path) + &format!("  - {{id: cited, ja: \"{cited}\", en: \"{cited}\"}}\n");
        case.write(path, text);
    };
    add("baseline/policy.yaml");
    add("regions/midori/policy.yaml");
    let built = case.build();
    let parts = ["第3版", "最新", "管理編、運用編", "第10章 → 管理編3", "最新でない「第2版」を引用している箇所"];
    built.check_page("ja/references/index.html", &parts);
    let parts = ["Coming", "(from April 1, 2023)", "Latest", "Still cited as “version 2” in"];
    built.check_page("en/references/index.html", &parts);
    let page = "ja/conformance/requirements/keys.length/index.html";
    let told = "「街灯の手引」第2版を引用しています。最新は第3版です";
    built.check_page(page, &["見本準則：", told, "第10章 → 管理編3", "みどり町："]);
    let page = "en/conformance/requirements/keys.length/index.html";
    built.check_page(page, &["cites version 2 of “Street Lamp Guide”; the latest is version 3 (from April 1, 2023)."]);
}
