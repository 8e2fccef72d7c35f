//! Earlier editions: they have pages and a history, and nothing else is about them.

use std::collections::BTreeSet;

use crate::support::html::{ids, tags};
use crate::support::{Case, Program, is_kind, text};
use jiff::civil::date;
use junsoku::base::locale::Lang;
use junsoku::content::SetKey;
use junsoku::corpus::Target;
use junsoku::pdf;
use junsoku::rules::review;

const CASE: &str = include_str!("../cases/site/editions.txt");

fn midori() -> SetKey {
    SetKey::Region("midori".to_owned())
}

#[test]
fn a_document_knows_its_versions_from_each_of_them() {
    let loaded = Case::new(CASE).load();
    loaded.check_codes(&["J0441"]);
    let days = [date(2020, 10, 31), date(2021, 4, 1), date(2022, 4, 1)];
    for key in [midori(), midori().edition(days[0]), midori().edition(days[1])] {
        let history = loaded.corpus.history(&key, "policy");
        let told: Vec<_> = history.iter().map(|version| (version.key.to_string(), version.date)).collect();
        let names = ["midori@2020-10-31", "midori@2021-04-01", "midori"];
        let expected: Vec<_> = names.iter().zip(days).map(|(name, day)| ((*name).to_owned(), Some(day))).collect();
        assert_eq!(told, expected, "from {key}");
    }
    assert_eq!(loaded.corpus.history(&midori(), "rules").len(), 0);
}

#[test]
fn an_edition_refers_to_its_own_first_and_then_to_the_present_set() {
    let corpus = Case::new(CASE).load().corpus;
    let (old, newer) = (midori().edition(date(2020, 10, 31)), midori().edition(date(2021, 4, 1)));
    let (html, later) = (Case::new(CASE).build(), corpus.set(&newer).expect("an edition"));
    let form = |set: &SetKey, form: &str| Target::Form { set: set.clone(), form: form.to_owned() };
    let letters = corpus.set(&old).expect("an edition").letters(&form(&old, "notice"), Lang::Ja);
    assert!(letters.contains("場所"), "{letters}");
    assert!(later.forms.is_empty() && later.name.ja == "みどり町");
    let old = "ja/regions/midori/editions/2020-10-31/policy/index.html";
    html.check_page(old, &["href=\"../forms/notice/index.html\"", "href=\"../tables/index.html#places\""]);
    let newer = "ja/regions/midori/editions/2021-04-01/policy/index.html";
    html.check_page(
        newer,
        &["href=\"../../../forms/receipt/index.html\"", "href=\"../../../index.html#contact-office\""],
    );
}

/// What a region with requirements holds, with these dates and files more.
fn mapped(more: &str) -> Case {
    let case = Case::new(&format!("base: conformance\n{more}"));
    let policy = "regions/midori/policy.yaml";
    let dated = case.read(policy).replace("official\n", "official\nenacted: 2020-04-01\namended: [2021-04-01]\n");
    case.write(policy, dated);
    case
}

const EDITION: &str = "=== regions/midori/editions/2020-04-01/policy.yaml
title: {ja: みどり町運用規程, en: Midori Town Rules}
standing: official
enacted: 2020-04-01
levels:
  - {kind: article, ja: \"第{kanji}条\", en: \"Article {n}\"}
body:
  - id: report
    ja: 無くしたら、すぐに申し出る。
    meets: [{requirement: keys.report, extent: stricter}, {requirement: keys.gone, extent: equal, by: nobody}]
  - {id: former, ja: 最新版の手引に従う。}
=== regions/midori/editions/2020-04-01/forms/lost.yaml
title: {ja: 紛失届, en: Notice of loss}
origin: source
standing: official
extends: midori/notice
append:
  - signature: {id: signer, fields: [{id: name, label: {ja: 氏名, en: Name}, type: text}], seal: none}
";

#[test]
fn nothing_but_the_history_tells_of_an_edition() {
    let (without, with) = (mapped("").load(), mapped(EDITION).load());
    assert_eq!(with.codes(), without.codes(), "{}", with.told(Lang::En));
    assert_eq!(with.corpus.editions.len(), 1);
    let (built, plain) = (with.build().files, without.build().files);
    let of_edition = |path: &&String| path.contains("/editions/");
    assert_eq!(built.keys().filter(of_edition).count(), 4, "a document and a form in two languages");
    let of_change = |path: &&String| path.contains("/policy/changes/");
    assert_eq!(built.keys().filter(of_change).count(), 2, "the table of the change in two languages");
    let others: BTreeSet<_> = built.keys().filter(|path| !of_edition(path) && !of_change(path)).collect();
    assert_eq!(others, plain.keys().collect());
    // The search finds words of the history where it finds the page.
    let is_told = |path: &&String| !path.contains("/search/") && built[*path] != plain[*path];
    let changed: Vec<_> = others.into_iter().filter(is_told).collect();
    let told = ["en", "ja"].map(|lang| {
        ["feed.xml", "regions/midori/feed.xml", "regions/midori/policy/index.html"].map(|path| format!("{lang}/{path}"))
    });
    assert_eq!(changed, told.as_flattened().iter().collect::<Vec<_>>(), "the document's page and the feeds");
    assert!(built.keys().any(|path| path.contains("oscal")), "the export was looked at");
    let names: Vec<_> = review::links(&with.corpus).into_keys().collect();
    assert_eq!(names, review::links(&without.corpus).into_keys().collect::<Vec<_>>());
}

#[test]
fn an_edition_keeps_those_claims_that_are_still_about_something() {
    let corpus = mapped(EDITION).load().corpus;
    let edition = corpus.set(&midori().edition(date(2020, 4, 1))).expect("an edition");
    let claimed: Vec<_> = edition.conformance.mappings.iter().map(|mapping| mapping.requirement.as_str()).collect();
    assert_eq!(claimed, ["keys.report"]);
    let form = edition.forms.first().expect("a form");
    let blocks: Vec<_> = form.blocks.iter().map(|block| block.id.as_str()).collect();
    assert_eq!(blocks, ["intro", "signer"], "the form extends one of the present set");
}

#[test]
fn the_sheet_of_an_edition_says_that_it_was_superseded() {
    let corpus = Case::new(CASE).load().corpus;
    let sheets: Vec<_> = pdf::sheets(&corpus).into_iter().filter(|(path, _)| path.starts_with("ja/")).collect();
    let notices = |path: &str| {
        let found = sheets.iter().find(|(known, _)| known == path);
        found.unwrap_or_else(|| panic!("no {path}")).1["notices"].to_string()
    };
    for (edition, day) in [("2020-10-31", "令和三年四月一日"), ("2021-04-01", "令和三年十月一日")] {
        let told = notices(&format!("ja/regions/midori/editions/{edition}/policy.pdf"));
        assert!(told.contains(day) && told.contains("改正されました"), "{told}");
    }
    assert!(!notices("ja/regions/midori/policy.pdf").contains("改正されました"));
    assert!(notices("ja/regions/midori/editions/2020-10-31/forms/notice.pdf").contains("現行のものではありません"));
    let mapped = pdf::sheets(&mapped(EDITION).load().corpus);
    assert_eq!(mapped.iter().filter(|(path, _)| path.ends_with("conformance.pdf")).count(), 2, "one a language");
}

#[test]
fn a_form_of_an_edition_is_not_filled_in() {
    let case = Case::new(CASE);
    let run = Program::new(["fill", "midori@2020-10-31/notice", "--template", "csv", "--content"]).arg(case.root());
    let run = run.run();
    assert!(run.code != 0 && run.stderr.contains("J0710"), "{}", run.stderr);
    let built = case.build();
    let page = built.page("ja/regions/midori/editions/2020-10-31/forms/notice/index.html");
    let tags = tags(page);
    assert!(tags.iter().any(|tag| tag.name == "fieldset" && tag.get("disabled").is_some()), "{page}");
    assert!(!page.contains("form/page.js"), "no script makes it work");
}

#[test]
fn a_region_that_is_left_out_takes_its_editions_with_it() {
    let mut corpus = mapped(EDITION).load().corpus;
    corpus.select(&["midori@2020-04-01".to_owned()]).expect_err("an edition is no region");
    corpus.select(&["midori".to_owned()]).expect("a region");
    assert_eq!(corpus.editions.len(), 1);
    let aoba = "=== regions/aoba/region.yaml\nname: {ja: 青葉町}\ncouncil: {ja: 青葉町会議}\nsummary: {ja: 見本。}\n";
    let mut corpus = mapped(&format!("{EDITION}{aoba}")).load().corpus;
    corpus.select(&["aoba".to_owned()]).expect("a region");
    assert!(corpus.editions.is_empty());
}

#[test]
fn pages_of_editions_keep_together_and_are_made_alike_twice() {
    let (first, second) = (Case::new(CASE).build().files, Case::new(CASE).build().files);
    assert_eq!(first, second);
    let mut followed = 0;
    for (path, bytes) in first.iter().filter(|(path, _)| is_kind(path, "html")) {
        let tags = tags(text(bytes));
        let ids = ids(path, &tags);
        for tag in &tags {
            for name in ["aria-describedby", "aria-labelledby"] {
                for id in tag.get(name).unwrap_or_default().split_whitespace() {
                    assert!(ids.contains(id), "{path}: {name} {id}");
                }
            }
            let Some(href) = tag.get("href").filter(|href| !href.contains(':')) else { continue };
            let (to, anchor) = href.split_once('#').unwrap_or((href, ""));
            let to = if to.is_empty() { path.clone() } else { joined(path, to) };
            let bytes = first.get(&to).unwrap_or_else(|| panic!("{path}: {href}"));
            if !anchor.is_empty() {
                let page = text(bytes);
                assert!(page.contains(&format!("id=\"{anchor}\"")), "{path}: {href}");
            }
            followed += 1;
        }
    }
    assert!(followed > 200, "{followed}");
}

/// The file that `href` on the page `from` leads to.
fn joined(from: &str, href: &str) -> String {
    let mut way: Vec<&str> = from.split('/').collect();
    way.pop();
    for part in href.split('/') {
        match part {
            ".." => drop(way.pop()),
            part => way.push(part),
        }
    }
    way.join("/")
}
