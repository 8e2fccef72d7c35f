//! What is in force on a day: pages and sheets of coming, present, superseded and repealed texts.

use jiff::ToSpan as _;
use jiff::civil::{Date, date};
use junsoku::base::locale::Lang;
use junsoku::content::SetKey;
use junsoku::corpus::TextState;
use junsoku::pdf;
use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};

use crate::support::{Case, Program};

/// A policy of a town with a day of amendment to come, of which the text in force and its form were kept.
const COMING: &str = "=== !regions/midori/forms/notice.yaml
=== regions/midori/policy.yaml
title: {ja: みどり町運用規程, en: Midori Town Rules}
standing: official
enacted: 2024-04-01
amended: [2027-04-01]
levels:
  - {kind: article, ja: \"第{kanji}条\", en: \"Article {n}\"}
body:
  - {id: keys, ja: \"鍵は、[](form:receipt)と引換えに戸棚から渡す。\", en: \"Keys are handed out from the cupboard against [](form:receipt).\"}
  - {id: lost, ja: \"鍵を無くした者は、[](form:loss)を出す。\", en: \"Whoever loses a key hands in [](form:loss).\"}
=== regions/midori/forms/receipt.yaml
number: 1
title: {ja: 受領書, en: Receipt}
origin: source
standing: official
blocks:
  - paragraph: {id: intro, ja: 戸棚の鍵を受け取りました。, en: I have received the key of the cupboard.}
=== regions/midori/forms/loss.yaml
number: 2
title: {ja: 紛失届, en: Notice of loss}
origin: source
standing: official
basis: policy#lost
blocks:
  - paragraph: {id: intro, ja: 鍵を無くしました。, en: I have lost the key.}
=== regions/midori/editions/2024-04-01/policy.yaml
title: {ja: みどり町運用規程, en: Midori Town Rules}
standing: official
enacted: 2024-04-01
levels:
  - {kind: article, ja: \"第{kanji}条\", en: \"Article {n}\"}
body:
  - {id: keys, ja: \"鍵は、[](form:receipt)と引換えに箱から渡す。\", en: \"Keys are handed out from the box against [](form:receipt).\"}
=== regions/midori/editions/2024-04-01/forms/receipt.yaml
number: 1
title: {ja: 受領書, en: Receipt}
origin: source
standing: official
blocks:
  - paragraph: {id: intro, ja: 箱の鍵を受け取りました。, en: I have received the key of the box.}
";

const PRESENT: &str = "ja/regions/midori/policy/index.html";
const NEW: &str = "ja/regions/midori/editions/2027-04-01/policy/index.html";
const OLD: &str = "ja/regions/midori/editions/2024-04-01/policy/index.html";

/// Whether a page does nothing but lead to another.
fn is_moved(page: &[u8]) -> bool {
    String::from_utf8_lossy(page).contains("data-moved-page")
}

fn midori() -> SetKey {
    SetKey::Region("midori".to_owned())
}

#[test]
fn a_coming_text_stands_beside_the_one_in_force() {
    let loaded = Case::new(COMING).load_on(date(2027, 3, 31));
    let built = loaded.build();
    built.check_page(
        PRESENT,
        &[
            "data-superseded=\"2027-04-01\"",
            "令和9年4月1日に改正されます",
            "editions/2027-04-01/policy/index.html",
            "箱から",
        ],
    );
    built.check_page(NEW, &["data-from=\"2027-04-01\"", "未施行", "changes/index.html", "戸棚から"]);
    // The address that it will have once it is superseded leads to the document's page.
    assert!(is_moved(&built.files[OLD]), "the text in force is no edition");
    built.check_page(
        "ja/regions/midori/forms/receipt/index.html",
        &["form/page.js", "令和9年4月1日に改められます", "箱の鍵"],
    );
    built.check_page("ja/regions/midori/editions/2027-04-01/forms/receipt/index.html", &["用いません", "戸棚の鍵"]);
    built.check_page("ja/regions/midori/editions/2027-04-01/forms/loss/index.html", &["../../policy/index.html#lost"]);
    assert!(!built.files.contains_key("ja/regions/midori/forms/loss/index.html"), "a form that is still to come");
    assert!(!built.page("ja/feed.xml").contains("2027-04-01"), "what is to come is no news");
    let sheets = pdf::sheets(&loaded.corpus);
    let notices = |path: &str| sheets.iter().find(|(known, _)| known == path).expect(path).1["notices"].to_string();
    assert!(notices("ja/regions/midori/policy.pdf").contains("令和9年4月1日に改正されます"));
    assert!(notices("ja/regions/midori/editions/2027-04-01/policy.pdf").contains("効力がありません"));
    assert!(notices("ja/regions/midori/editions/2027-04-01/forms/receipt.pdf").contains("用いません"));
}

#[test]
fn on_its_day_the_text_is_in_force() {
    let built = Case::new(COMING).load_on(date(2027, 4, 1)).build();
    built.check_page(PRESENT, &["戸棚から"]);
    built.check_page(OLD, &["旧版", "令和9年4月1日に改正されました", "箱から"]);
    built.check_page("ja/regions/midori/editions/2024-04-01/forms/receipt/index.html", &["箱の鍵"]);
    built.check_page("ja/regions/midori/forms/loss/index.html", &["無くしました"]);
    assert!(built.page("ja/feed.xml").contains("2027-04-01"));
    // The pages that it had while it was coming lead on.
    built.check_page(NEW, &["http-equiv=\"refresh\"", "../../../policy/index.html", "data-moved-page"]);
    let changes = "ja/regions/midori/editions/2027-04-01/policy/changes/index.html";
    built.check_page(changes, &["../../../../policy/changes/index.html"]);
    let page = built.page(PRESENT);
    assert!(!page.contains("<div class=\"state\""), "{page}");
}

#[test]
fn the_day_is_chosen_or_that_of_the_environment() {
    let case = Case::new(COMING);
    let build = |args: &[&str], epoch: &str| {
        let output = tempfile::tempdir().expect("a folder");
        let out = output.path().join("out");
        let mut run =
            Program::new(["build", "--no-pdf", "--lang", "en", "--content"]).arg(case.root()).arg("--output").arg(&out);
        run.command.args(args).env("SOURCE_DATE_EPOCH", epoch);
        let run = run.run();
        (run, std::fs::read_to_string(out.join(PRESENT)).unwrap_or_default())
    };
    // 2027-03-31 and, in Japan, 2027-04-01.
    assert!(build(&[], "1806505199").1.contains("箱から"));
    assert!(build(&[], "1806505200").1.contains("戸棚から"));
    assert!(build(&["--as-of", "2027-03-31"], "1806505200").1.contains("箱から"));
    let (run, page) = build(&["--as-of", "2020-01-01"], "");
    assert!(run.stderr.contains("J0061") && page.contains("未施行"), "{}", run.stderr);
    let (run, _) = build(&["--as-of", "2027-02-29"], "");
    assert!(run.code == 2 && run.stderr.contains("J0001"), "{}", run.stderr);
    let (run, _) = build(&[], "soon");
    assert!(run.code == 2 && run.stderr.contains("J0060"), "{}", run.stderr);
}

#[test]
fn a_repealed_document_keeps_its_page() {
    let case = Case::new(COMING);
    let policy = case.read("regions/midori/policy.yaml");
    case.write(
        "regions/midori/policy.yaml",
        policy.replace("amended: [2027-04-01]\n", "amended: [2027-04-01]\nrepealed: 2028-04-01\n"),
    );
    let before = case.load_on(date(2028, 3, 31)).build();
    before.check_page(PRESENT, &["令和10年4月1日に廃止されます", "戸棚から"]);
    let after = case.load_on(date(2028, 4, 1)).build();
    after.check_page(PRESENT, &["令和10年4月1日に廃止されました", "戸棚から"]);
    after.check_page("ja/regions/midori/index.html", &["廃止"]);
    let loaded = case.load_on(date(2027, 1, 1));
    let old = loaded.corpus.version(&midori(), "policy").expect("a version");
    assert_eq!(old.days.state_on(date(2027, 1, 1)), TextState::InForce);
}

/// The day `number` days after the first.
fn day(number: i64) -> Date {
    date(2026, 1, 1).saturating_add(number.days())
}

/// A policy with texts of `days`, the last of which is the newest; each says its own number.
fn history(days: &[i64], repealed: Option<i64>) -> Case {
    let case = Case::new("");
    for (at, own) in days.iter().enumerate() {
        let amended: Vec<String> = days[1..=at].iter().map(|own| day(*own).to_string()).collect();
        let is_newest = at + 1 == days.len();
        let repealed =
            repealed.filter(|_| is_newest).map_or_else(String::new, |own| format!("repealed: {}\n", day(own)));
        let text = format!(
            "title: {{ja: みどり町運用規程, en: Rules}}\nstanding: official\nenacted: {}\namended: [{}]\n{repealed}levels:\n  \
             - {{kind: article, ja: \"第{{kanji}}条\", en: \"Article {{n}}\"}}\nbody:\n  - {{id: keys, ja: 本文その{at}。, en: Text {at}.}}\n",
            day(days[0]),
            amended.join(", "),
        );
        let folder = if is_newest { String::new() } else { format!("editions/{}/", day(*own)) };
        case.write(&format!("regions/midori/{folder}policy.yaml"), text);
    }
    case
}

#[test]
fn no_page_calls_a_text_what_it_is_not() {
    let days = proptest::collection::btree_set(0_i64..60, 1..5);
    let histories = (days, proptest::option::weighted(0.3, 1_i64..30), 0_i64..70);
    let mut runner = TestRunner::new(Config { cases: 60, failure_persistence: None, ..Config::default() });
    let outcome = runner.run(&histories, |(days, until, today)| {
        let days: Vec<i64> = days.into_iter().collect();
        let newest = days[days.len() - 1];
        let repealed = until.map(|until| newest + until);
        let built = history(&days, repealed).load_on(day(today)).build();
        let mut seen = 0;
        for (path, page) in built
            .files
            .iter()
            .filter(|(path, _)| path.starts_with("ja/regions/midori/") && path.ends_with("policy/index.html"))
            .filter(|(_, page)| !is_moved(page))
        {
            let page = String::from_utf8_lossy(page);
            let at = (0..days.len()).find(|at| page.contains(&format!("本文その{at}。"))).expect("a text");
            let told = page.split("<div class=\"state\"").nth(1).and_then(|rest| rest.split("data-state=\"").nth(1));
            let told = told.and_then(|rest| rest.split('"').next()).unwrap_or("in-force");
            let truly = if days[at] > today {
                "coming"
            } else if days.get(at + 1).is_some_and(|next| *next <= today) {
                "superseded"
            } else if repealed.is_some_and(|repealed| repealed <= today) {
                "repealed"
            } else {
                "in-force"
            };
            prop_assert_eq!(told, truly, "{}: {:?} on {}", path, &days, today);
            // Before all of them the document's page has the text that comes into force first.
            if truly == "in-force" || days[0] > today && at == 0 {
                prop_assert_eq!(path, PRESENT);
            }
            seen += 1;
        }
        prop_assert_eq!(seen, days.len());
        Ok(())
    });
    if let Err(error) = outcome {
        panic!("{error}");
    }
}

#[test]
fn what_is_forgotten_is_named() {
    let case = Case::new(COMING);
    std::fs::remove_dir_all(case.root().join("regions/midori/editions")).expect("the editions");
    let codes = |day| case.load_on(day).codes();
    assert!(codes(date(2027, 3, 31)).contains(&"J0440"));
    assert!(!codes(date(2027, 4, 1)).contains(&"J0440"), "its day has come");
    let told = case.load_on(date(2027, 3, 31)).told(Lang::Ja);
    assert!(told.contains("midori/policy"), "{told}");
}

#[test]
fn the_present_text_is_kept_and_amended_in_place() {
    let case = Case::new("");
    let policy = "# 町の規程\ntitle: {ja: みどり町運用規程, en: Midori Town Rules}\nstanding: official\nenacted: 2024-04-01 # 施行\nlevels:\n  - {kind: article, ja: \"第{kanji}条\", en: \"Article {n}\"}\nbody:\n  - {id: keys, ja: \"[](form:notice)を出す。\", en: \"[](form:notice) is handed in.\"}\n";
    case.write("regions/midori/policy.yaml", policy);
    let run = |args: &[&str]| {
        let mut run = Program::new(["edition", "--lang", "en", "--content"]).arg(case.root());
        run.command.args(args);
        run.run()
    };
    let dry = run(&["midori/policy", "--from", "2027-04-01", "--dry-run"]).check(0);
    assert!(dry.stdout.contains("Nothing was written") && !case.root().join("regions/midori/editions").exists());
    let kept = run(&["midori/policy", "--from", "2027-04-01"]).check(0);
    assert!(kept.stdout.contains("To undo it") && kept.stdout.contains("forms"), "{}", kept.stdout);
    assert_eq!(case.read("regions/midori/editions/2024-04-01/policy.yaml"), policy);
    assert_eq!(
        case.read("regions/midori/editions/2024-04-01/forms/notice.yaml"),
        case.read("regions/midori/forms/notice.yaml")
    );
    let amended = policy.replace("# 施行\n", "# 施行\namended: [2027-04-01]\n");
    assert_eq!(case.read("regions/midori/policy.yaml"), amended);
    // The form did not change, so that there is one page of it.
    let built = case.load_on(date(2027, 3, 31)).build();
    built.check_page_lacks("ja/regions/midori/forms/notice/index.html", "<div class=\"state\"");
    built.check_page(NEW, &["未施行"]);
    assert!(!built.files.keys().any(|path| path.contains("/editions/") && path.contains("/forms/")));
    // A second amendment is added to the first.
    run(&["midori/policy", "--from", "2028-04-01"]).check(0);
    assert_eq!(case.read("regions/midori/policy.yaml"), amended.replace("[2027-04-01]", "[2027-04-01, 2028-04-01]"));
    for (args, code) in [
        (["midori/polcy", "--dry-run"].as_slice(), "J0040"),
        (&["midori/policy", "--from", "2028-04-01"], "J0063"),
        (&["midori", "--dry-run"], "J0040"),
    ] {
        let refused = run(args).check(2);
        assert!(refused.stderr.contains(code), "{}", refused.stderr);
    }
    case.write("regions/midori/policy.yaml", policy);
    assert!(run(&["midori/policy"]).check(2).stderr.contains("J0064"));
    case.write("regions/midori/policy.yaml", policy.replace("enacted: 2024-04-01", "modality: must"));
    let undated = run(&["midori/policy"]);
    assert!(undated.code != 0, "{}", undated.stdout);
}

#[test]
fn amend_takes_the_text_in_force_on_a_day() {
    let older = COMING.replace("\namended: [2027-04-01]", "").replace("2024-04-01/", "2020-04-01/");
    let oldest = older.split("=== regions/midori/editions/").nth(1).expect("an edition").replace("箱", "袋");
    let oldest = oldest.replace("enacted: 2024-04-01", "enacted: 2020-04-01");
    let case = Case::new(&format!("{COMING}=== regions/midori/editions/{oldest}"));
    let amend = |day: &str, code| {
        let run =
            Program::new(["amend", "midori/policy", "--lang", "ja", "--as-of", day, "--content"]).arg(case.root());
        run.run().check(code)
    };
    let now = amend("2025-01-01", 0).stdout;
    assert!(now.contains("袋") && now.contains('箱') && !now.contains("戸棚"), "{now}");
    let coming = amend("2027-04-01", 0).stdout;
    assert!(coming.contains("戸棚") && !coming.contains('袋'), "{coming}");
    assert!(amend("2019-01-01", 2).stderr.contains("J0055"));
}
