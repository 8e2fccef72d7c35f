//! Links never die: every address that was published has an answer, whatever is renamed, moved or repealed.

use std::collections::BTreeSet;

use jiff::civil::date;
use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};

use crate::support::html::{ids, tags};
use crate::support::{Case, Files, Program, text};

const TODAY: jiff::civil::Date = date(2029, 1, 1);

fn accept(case: &Case, args: &[&str]) {
    let mut run = Program::new(["accept", "--content"]).arg(case.root());
    run.command.args(args).env("SOURCE_DATE_EPOCH", "1861920000");
    run.run().check(0);
}

/// The pages and anchors below the region, of one language.
fn addresses(files: &Files) -> BTreeSet<(String, String)> {
    let mut found = BTreeSet::new();
    let homes = ["ja/regions/midori/", "ja/pages/", "ja/conformance/requirements/"];
    for (path, bytes) in files
        .iter()
        .filter(|(path, _)| homes.iter().any(|home| path.starts_with(home)) && crate::support::is_kind(path, "html"))
    {
        // What is made of the document for comparison is not what people link to.
        if path.contains("/both/") || path.contains("/changes/") || path.contains("midori/conformance") {
            continue;
        }
        if !path.starts_with("ja/regions/") {
            found.insert((path.clone(), String::new()));
            continue;
        }
        found.insert((path.clone(), String::new()));
        let tags = tags(text(bytes));
        let own = ids(path, &tags).into_iter().filter(|id| !id.starts_with('_') && !path.contains("/forms/"));
        found.extend(own.map(|id| (path.clone(), id.to_owned())));
    }
    found
}

/// What stands at an address: an anchor, or a page that leads on.
fn is_answered(files: &Files, (path, anchor): &(String, String)) -> bool {
    let Some(bytes) = files.get(path) else { return false };
    let page = text(bytes);
    anchor.is_empty() || page.contains(&format!("id=\"{anchor}\"")) || page.contains("noindex")
}

/// A document that changes: ids of articles, each with ids of items, and what they were called.
#[derive(Debug, Clone)]
struct Article {
    id: String,
    formerly: Vec<String>,
    items: Vec<(String, Vec<String>)>,
}

fn written(articles: &[Article], formerly: &[String]) -> String {
    let names = |formerly: &[String]| {
        let quoted: Vec<String> = formerly.iter().map(|id| format!("\"{id}\"")).collect();
        if quoted.is_empty() { String::new() } else { format!("formerly: [{}], ", quoted.join(", ")) }
    };
    let mut text = format!(
        "title: {{ja: みどり町運用規程, en: Rules}}\nformerly: [{}]\nstanding: official\nlevels:\n  - {{kind: article, ja: \"第{{kanji}}条\", en: \"Article {{n}}\"}}\n  - {{kind: item, ja: \"{{kanji}}\", en: \"({{roman}})\"}}\nbody:\n",
        formerly.join(", ")
    );
    for article in articles {
        let items: Vec<String> = article
            .items
            .iter()
            .map(|(id, formerly)| format!("{{id: {id}, {}ja: 号。, en: Item.}}", names(formerly)))
            .collect();
        text.push_str(&format!(
            "  - {{id: {}, {}ja: 条。, en: Article., items: [{}]}}\n",
            article.id,
            names(&article.formerly),
            items.join(", ")
        ));
    }
    text
}

/// A baseline with one requirement, which no provision meets, on a site without comparisons, which nobody links to.
const BASELINE: &str = "=== junsoku.yaml
severity: {J0419: off, J0421: off, J0428: off}
publish: {comparison: false}
=== baseline/baseline.yaml
name: {ja: 見本準則, en: Sample Model}
council: {ja: 見本会社, en: Sample Company}
summary: {ja: 見本。, en: A sample.}
=== baseline/policy.yaml
title: {ja: 見本準則, en: Sample Model}
standing: official
levels: [{kind: article, ja: \"第{kanji}条\", en: \"Article {n}\"}]
body: [{id: keys, ja: 鍵を預かる。, en: Keys are kept.}]
";

/// The requirement, and a page of the site's own, by their ids and what they were called.
fn write_others(case: &Case, requirement: &[String], page: &[String]) {
    let formerly = |ids: &[String]| ids.split_last().map_or_else(String::new, |(_, former)| former.join(", "));
    let own = |ids: &[String]| ids.last().cloned().unwrap_or_default();
    case.write(
        "baseline/requirements/keys.yaml",
        format!(
            "title: {{ja: 鍵, en: Keys}}\nrequirements:\n  - {{id: {}, formerly: [{}], level: optional, actor: user, provisions: [policy#keys], title: {{ja: 鍵, en: Keys}}}}\n",
            own(requirement),
            formerly(requirement)
        ),
    );
    let head = format!("---\ntitle: {{ja: 案内, en: Guide}}\nformerly: [{}]\n---\n", formerly(page));
    case.write(&format!("pages/{}.md", own(page)), format!("{head}\n本文。\n"));
}

#[test]
fn no_address_loses_its_answer() {
    // Each step is one change: which kind, and where.
    let steps = proptest::collection::vec((0_u8..9, 0_usize..8, 0_usize..8), 25);
    let mut runner = TestRunner::new(Config { cases: 20, failure_persistence: None, ..Config::default() });
    let outcome = runner.run(&steps, |steps| {
        let case =
            Case::new(&format!("=== !regions/midori/policy.yaml\n=== !regions/midori/forms/notice.yaml\n{BASELINE}"));
        let (mut requirement, mut page) = (vec!["keys.first".to_owned()], vec!["guide".to_owned()]);
        write_others(&case, &requirement, &page);
        let (mut name, mut names, mut counter) = ("policy".to_owned(), Vec::<String>::new(), 0_u32);
        let mut fresh = || {
            counter += 1;
            format!("n{counter}")
        };
        let mut articles: Vec<Article> = (0..4)
            .map(|_| Article {
                id: fresh(),
                formerly: Vec::new(),
                items: (0..2).map(|_| (fresh(), Vec::new())).collect(),
            })
            .collect();
        case.write("regions/midori/policy.yaml", written(&articles, &names));
        let mut known = BTreeSet::new();
        let old = case.load_on(TODAY).build().files;
        known.extend(addresses(&old));
        accept(&case, &["--all"]);
        for (kind, first, second) in steps {
            let (at, to) = (first % articles.len(), second % articles.len());
            match kind {
                // An article is renamed, and its items with it.
                0 => {
                    let new = fresh();
                    let old = std::mem::replace(&mut articles[at].id, new);
                    articles[at].formerly.push(old);
                }
                // An item is renamed.
                1 if !articles[at].items.is_empty() => {
                    let old = std::mem::replace(&mut articles[at].items[0].0, fresh());
                    articles[at].items[0].1.push(old);
                }
                // An item moves to another article; where it was is said from the beginning.
                2 if at != to && !articles[at].items.is_empty() => {
                    let (id, mut formerly) = articles[at].items.remove(0);
                    let above: Vec<String> =
                        std::iter::once(articles[at].id.clone()).chain(articles[at].formerly.clone()).collect();
                    let here: Vec<String> = std::iter::once(id.clone())
                        .chain(formerly.iter().filter(|id| !id.starts_with('#')).cloned())
                        .collect();
                    formerly.retain(|id| id.starts_with('#'));
                    formerly.extend(above.iter().flat_map(|above| here.iter().map(move |id| format!("#{above}.{id}"))));
                    articles[to].items.push((id, formerly));
                }
                // An article is repealed, or an item.
                3 if articles.len() > 2 => drop(articles.remove(at)),
                4 if !articles[at].items.is_empty() => drop(articles[at].items.pop()),
                // The document is renamed.
                5 => {
                    std::fs::remove_file(case.root().join(format!("regions/midori/{name}.yaml")))
                        .expect("the document");
                    names.push(std::mem::replace(&mut name, fresh()));
                }
                // A page of the site's own is renamed, or taken away and another one put there; a requirement is renamed.
                6 | 7 => {
                    let last = page.last().cloned().unwrap_or_default();
                    std::fs::remove_file(case.root().join(format!("pages/{last}.md"))).expect("the page");
                    if kind == 7 {
                        page.clear();
                    }
                    page.push(fresh());
                }
                8 => requirement.push(format!("keys.{}", fresh())),
                _ => articles.push(Article { id: fresh(), formerly: Vec::new(), items: vec![(fresh(), Vec::new())] }),
            }
            case.write(&format!("regions/midori/{name}.yaml"), written(&articles, &names));
            write_others(&case, &requirement, &page);
            let loaded = case.load_on(TODAY);
            let built = loaded.build().files;
            for address in &known {
                prop_assert!(
                    is_answered(&built, address),
                    "{address:?} after {kind} {at}\n{}",
                    case.read(&format!("regions/midori/{name}.yaml"))
                );
            }
            known.extend(addresses(&built));
            accept(&case, &["--all"]);
        }
        Ok(())
    });
    if let Err(error) = outcome {
        panic!("{error}");
    }
}

#[test]
fn what_would_vanish_is_named_and_leaves_a_line() {
    let case = Case::new("");
    let policy = case.read("regions/midori/policy.yaml");
    accept(&case, &["--all"]);
    assert!(case.read("junsoku.addresses").contains("\nmidori/policy#purpose\n"));
    case.write("pages/about-us.md", "---\ntitle: {ja: 町のこと, en: The town}\n---\n\n本文。\n");
    accept(&case, &["--all"]);
    std::fs::remove_file(case.root().join("pages/about-us.md")).expect("the page");
    let built = case.load_on(TODAY).build();
    built.check_page("ja/pages/about-us/index.html", &["このページの公開は終了しました", "現在は公開していません"]);
    accept(&case, &["--all"]);
    case.write("regions/midori/policy.yaml", policy.replace("id: purpose", "id: aim"));
    let loaded = case.load_on(TODAY);
    assert!(loaded.codes().contains(&"J0460"), "{:?}", loaded.codes());
    let checked = Program::new(["check", "--lang", "en", "--content"]).arg(case.root()).run();
    assert!(checked.stderr.contains("J0460") && checked.stderr.contains("midori/policy#purpose"), "{}", checked.stderr);
    loaded.build().check_page("ja/regions/midori/policy/index.html", &["id=\"purpose\"", "削除されました"]);
    case.write("regions/midori/policy.yaml", policy.replace("id: purpose", "id: aim\n    formerly: [purpose]"));
    let loaded = case.load_on(TODAY);
    assert!(!loaded.codes().contains(&"J0460"), "{:?}", loaded.codes());
    loaded.build().check_page("ja/regions/midori/policy/index.html", &["id=\"purpose\"", "href=\"#aim\"", "第一条"]);
    // A repeal that a person has seen is no finding, and its line stays.
    case.write("regions/midori/policy.yaml", policy.replace("id: purpose", "id: aim"));
    accept(&case, &["midori/policy"]);
    assert!(case.read("junsoku.addresses").contains("\nmidori/policy#purpose gone\n"));
    let loaded = case.load_on(TODAY);
    assert!(!loaded.codes().contains(&"J0460"), "{:?}", loaded.codes());
    loaded.build().check_page("ja/regions/midori/policy/index.html", &["id=\"purpose\"", "削除されました"]);
}

#[test]
fn a_page_that_moved_leads_on() {
    let case = Case::new("");
    accept(&case, &["--all"]);
    let policy = case.read("regions/midori/policy.yaml");
    std::fs::remove_file(case.root().join("regions/midori/policy.yaml")).expect("the document");
    case.write("regions/midori/rules.yaml", format!("formerly: [policy]\n{policy}"));
    let loaded = case.load_on(TODAY);
    assert!(!loaded.codes().contains(&"J0460"), "{}", loaded.told(junsoku::base::locale::Lang::En));
    let sheets: Vec<String> = junsoku::pdf::sheets(&loaded.corpus).into_iter().map(|(path, _)| path).collect();
    for path in ["ja/regions/midori/rules.pdf", "ja/regions/midori/policy.pdf", "en/regions/midori/policy.pdf"] {
        assert!(sheets.iter().any(|sheet| sheet == path), "{path} {sheets:?}");
    }
    let built = loaded.build();
    built.check_page(
        "ja/regions/midori/policy/index.html",
        &["http-equiv=\"refresh\"", "../rules/index.html", "data-moved-page"],
    );
    built.check_page("en/regions/midori/policy/index.html", &["id=\"purpose\"", "../rules/index.html#purpose"]);
}

#[test]
fn a_ledger_that_was_damaged_is_named_and_never_believed() {
    let case = Case::new("");
    accept(&case, &["--all"]);
    let sound = case.read("junsoku.addresses");
    case.write("junsoku.addresses", sound.replace("midori/policy#purpose\n", ""));
    assert!(case.load().codes().contains(&"J0462"));
    accept(&case, &["midori/policy"]);
    assert_eq!(case.read("junsoku.addresses"), sound);
    case.write(
        "junsoku.addresses",
        sound.replace("midori/policy\n", "<<<<<<< ours\nmidori/policy\n=======\n>>>>>>> theirs\n"),
    );
    assert!(case.load().codes().contains(&"J0111"));
    let run = Program::new(["accept", "midori/policy", "--content"]).arg(case.root()).run();
    assert!(run.code == 1 && run.stderr.contains("J0111"), "{}", run.stderr);
    accept(&case, &["--all"]);
    assert_eq!(case.read("junsoku.addresses"), sound);
}
