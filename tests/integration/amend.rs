//! Comparison tables (新旧対照表) as a legal clerk would draw them, and the command that makes them.
//!
//! To add a case, add a file to `cases/compare` with the documents `old` and `policy` of the region `midori`.

use std::fs;
use std::path::Path;
use std::process::Command;

use crate::support::{
    Case, Program, Run, check_case, check_snapshot, for_each_case, main_of, missing, program_on_path,
};
use junsoku::base::locale::{Lang, Messages};
use junsoku::compare::amend;
use junsoku::compare::amend::{Amendment, View, ViewOptions};
use junsoku::content::SetKey;
use junsoku::corpus::Corpus;

fn view(corpus: &Corpus, lang: Lang, options: ViewOptions) -> View {
    let midori = corpus.set(&SetKey::Region("midori".to_owned())).expect("a region");
    let version = |id: &str| (corpus, midori, midori.document(id).expect("a document"));
    let amendment = Amendment::between(version("old"), version("policy"), lang);
    View::of(&amendment, corpus, options, Messages::of(lang))
}

#[test]
fn tables_are_as_a_clerk_draws_them() {
    for_each_case("compare/*.txt", |case| {
        let loaded = Case::from_file(case).load();
        assert!(!loaded.findings.has_errors(), "{}", loaded.told(Lang::En));
        let midori = loaded.corpus.set(&SetKey::Region("midori".to_owned())).expect("a region");
        if midori.document("old").is_none() {
            return;
        }
        let text = amend::amendment_text(&view(&loaded.corpus, Lang::Ja, ViewOptions::default()), Some(120));
        check_case("amend-text", text);
    });
}

#[test]
fn english_tables_and_the_other_order() {
    let case = Case::from_file(Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/cases/compare/amend-items.txt")));
    let loaded = case.load();
    let text = amend::amendment_text(&view(&loaded.corpus, Lang::En, ViewOptions { old_left: true }), Some(120));
    let first = |needle: &str| text.find(needle).unwrap_or_else(|| panic!("no {needle} in {text}"));
    assert!(first("Before amendment") < first("After amendment"), "{text}");
    for said in ["Article 1  (omitted)", "(New provision)", "(Deleted)", "(i) and (ii)  (omitted)", "Item moved down"] {
        first(said);
    }
}

/// Two editions of a policy: the older under its date, the newer as the present one.
fn editions() -> Case {
    let text = include_str!("../cases/compare/editions.txt");
    Case::new(&text.replace("regions/midori/old.yaml", "regions/midori/editions/2024-04-01/policy.yaml"))
}

fn amend<const N: usize>(case: &Case, args: [&str; N]) -> Run {
    Program::new(["amend", "--content"]).arg(case.root()).args(args).run()
}

#[test]
fn the_page_of_a_change_is_as_written_down() {
    let loaded = editions().load();
    let sheets = junsoku::pdf::sheets(&loaded.corpus);
    assert!(sheets.iter().any(|(path, _)| path == "en/regions/midori/policy/changes.pdf"), "a sheet of the change");
    let built = loaded.build();
    let page = "ja/regions/midori/policy/changes/index.html";
    check_snapshot("amend-page", main_of(built.page(page)));
    built.check_page(
        "ja/regions/midori/policy/index.html",
        &["href=\"changes/index.html\"", "前に掲載した版との新旧対照表"],
    );
    built.check_page("en/regions/midori/policy/changes/index.html", &["After amendment", "(Deleted)"]);
    assert!(!built.files.contains_key("ja/regions/midori/editions/2024-04-01/policy/changes/index.html"));
}

#[test]
fn versions_are_found_by_what_is_left_out() {
    let case = editions();
    let whole = amend(&case, ["midori/policy@2024-04-01", "midori/policy", "--lang", "ja"]).check(0);
    assert_eq!(whole.stderr, "");
    assert!(whole.stdout.contains("旧第三条から移動"), "{}", whole.stdout);
    assert_eq!(amend(&case, ["midori/policy", "--lang", "ja"]).check(0).stdout, whole.stdout);
    let same = amend(&case, ["midori/policy", "midori/policy"]).check(0);
    assert!(same.stdout.contains("The two versions do not differ."), "{}", same.stdout);
}

#[test]
fn a_file_stands_in_for_a_document() {
    let case = editions();
    let file = case.root().with_file_name("draft.yaml");
    fs::write(&file, case.read("regions/midori/policy.yaml").replace("くじで決める", "順番に回す")).expect("a file");
    let draft = file.display().to_string();
    let run = amend(&case, ["midori/policy", &draft, "--lang", "ja"]).check(0);
    assert!(run.stdout.contains("第一条　（略）") && run.stdout.contains("順番に回す"), "{}", run.stdout);
    fs::write(&file, "title: [").expect("a file");
    let run = amend(&case, ["midori/policy", &draft]).check(1);
    assert!(run.stderr.contains("J0132") && run.stderr.contains("draft.yaml:1:"), "{}", run.stderr);
    let run = amend(&case, ["midori/policy", "nowhere.yaml"]).check(1);
    assert!(run.stderr.contains("J0105") && run.stderr.contains("nowhere.yaml"), "{}", run.stderr);
}

#[test]
fn bad_sides_are_told() {
    let case = editions();
    let told = |args: &[&str], code: &str, named: &str| {
        let run = Program::new(["amend", "--content"]).arg(case.root()).args(args).run().check(2);
        assert!(run.stderr.contains(code) && run.stderr.contains(named), "{args:?}: {}", run.stderr);
        assert_eq!(run.stdout, "", "{args:?}");
    };
    told(&["midori/polici"], "J0040", "midori/policy");
    told(&["nowhere/policy"], "J0040", "midori/policy");
    told(&["midori"], "J0040", "midori");
    told(&["midori/policy@2023-04-01", "midori/policy"], "J0041", "2024-04-01");
    told(&["midori/policy@soon", "midori/policy"], "J0041", "soon");
    told(&["a.yaml", "b.yaml"], "J0042", "chuo/policy");
    told(&["a.yaml"], "J0042", "chuo/policy");
    told(&["midori/policy@2024-04-01"], "J0043", "midori/policy@2024-04-01");
    told(&["midori/policy", "--format", "pdf"], "J0050", "--output");
    let inside = case.root().join("regions/midori/policy.yaml").display().to_string();
    told(&["midori/policy", "--output", &inside], "J0052", "policy.yaml");
    told(&["midori/policy", "--output", "/nowhere/at/all.txt"], "J0502", "all.txt");
    let missing = Program::new(["amend", "midori/policy", "--content", "/nowhere"]).run().check(2);
    assert!(missing.stderr.contains("J0003"), "{}", missing.stderr);
}

#[test]
fn what_looks_wrong_is_said_beside_the_table() {
    let case = editions();
    let run = amend(&case, ["midori/policy", "midori/policy@2024-04-01"]).check(0);
    assert!(run.stderr.contains("J0053"), "{}", run.stderr);
    let head = "title: {ja: 別のもの}\nstanding: official\nbody:\n";
    case.write("regions/midori/other.yaml", format!("{head}  - {{id: x, ja: 魚は夜に眠る。}}\n"));
    let run = amend(&case, ["midori/policy", "midori/other"]).check(0);
    assert!(run.stderr.contains("J0049"), "{}", run.stderr);
}

fn git(folder: &Path, args: &[&str]) {
    let name = ["-c", "user.name=Midori", "-c", "user.email=midori@example.jp", "-c", "commit.gpgsign=false"];
    let done = Command::new("git").arg("-C").arg(folder).args(name).args(args).output().expect("git");
    assert!(done.status.success(), "git {args:?}: {}", String::from_utf8_lossy(&done.stderr));
}

#[test]
fn a_side_can_be_read_from_git() {
    if program_on_path("git").is_none() {
        return missing("git");
    }
    let case = editions();
    let repository = case.root().parent().expect("a folder").to_owned();
    let run = amend(&case, ["midori/policy", "--from-rev", "HEAD"]).check(2);
    assert!(run.stderr.contains("J0045"), "{}", run.stderr);
    git(&repository, &["init", "--quiet"]);
    git(&repository, &["commit", "--quiet", "--allow-empty", "-m", "nothing"]);
    git(&repository, &["add", "."]);
    git(&repository, &["commit", "--quiet", "-m", "first"]);
    let policy = case.read("regions/midori/policy.yaml");
    case.write("regions/midori/policy.yaml", policy.replace("くじで決める", "順番に回す"));
    let run = amend(&case, ["midori/policy", "--from-rev", "HEAD", "--lang", "ja"]).check(0);
    assert!(run.stdout.contains("順番に回す") && run.stdout.contains("第一条　（略）"), "{}", run.stdout);
    git(&repository, &["commit", "--quiet", "-am", "second"]);
    let both = amend(&case, ["midori/policy", "--from-rev", "HEAD~1", "--to-rev", "HEAD", "--lang", "ja"]).check(0);
    assert_eq!(both.stdout, run.stdout);
    let run = amend(&case, ["midori/policy", "--from-rev", "nowhere"]).check(2);
    assert!(run.stderr.contains("J0046") && run.stderr.contains("nowhere"), "{}", run.stderr);
    let run = amend(&case, ["midori/policy", "--from-rev=--help"]).check(2);
    assert!(run.stderr.contains("J0046"), "{}", run.stderr);
    let run = amend(&case, ["midori/policy", "--from-rev", "HEAD~2"]).check(2);
    assert!(run.stderr.contains("J0047"), "{}", run.stderr);
    let without = Program::new(["amend", "midori/policy", "--from-rev", "HEAD", "--content"]).arg(case.root());
    let run = without.env("PATH", "").run().check(2);
    assert!(run.stderr.contains("J0044"), "{}", run.stderr);
    case.write("regions/midori/policy.yaml", "title: {ja: 規程}\nstanding: official\nbodi: []\n");
    git(&repository, &["commit", "--quiet", "-am", "broken"]);
    case.write("regions/midori/policy.yaml", &policy);
    let run = amend(&case, ["midori/policy", "--from-rev", "HEAD"]).check(1);
    assert!(run.stderr.contains("HEAD:content/regions/midori/policy.yaml:3:1"), "{}", run.stderr);
    assert!(run.stderr.contains("J0201") && run.stderr.contains("J0054"), "{}", run.stderr);
}

#[test]
fn mappings_of_changed_provisions_are_suspect() {
    let case = Case::new("base: conformance\n");
    let present = case.read("regions/midori/policy.yaml");
    let keeper = present.replace("鍵は、当番が預かる。", "鍵は、当番が二人で預かる。");
    let (before, rest) = keeper.split_once("  - id: report").expect("the second article");
    let (_, after) = rest.split_once("  - id: keeper").expect("the third article");
    let added = "  - {id: lamp, ja: 灯りは、日暮れにともす。, en: Lamps are lit at dusk.}\n";
    let (head, first) = before.split_once("body:\n").expect("a body");
    let draft = format!("{head}body:\n{added}{first}  - id: keeper{after}");
    let file = case.root().with_file_name("draft.yaml");
    fs::write(&file, draft).expect("a file");
    let run = amend(&case, ["midori/policy", &file.display().to_string(), "--lang", "ja"]).check(0);
    let (_, suspects) = run.stdout.split_once("準則との対応を再確認する対応事項").expect("the list");
    let rows: Vec<Vec<&str>> = suspects
        .lines()
        .filter(|line| line.contains("keys."))
        .map(|line| line.split("  ").map(str::trim).filter(|cell| !cell.is_empty()).collect())
        .collect();
    let expected = [
        ["keys.keeping", "鍵の預かり", "第三条", "条項の文が変わった"],
        ["keys.report", "紛失の届出", "第二条", "条項がなくなった"],
    ];
    assert_eq!(rows, expected, "{}", run.stdout);
}

#[test]
fn mappings_that_are_read_together_with_a_changed_provision_are_suspect() {
    let case = Case::new("base: conformance\n");
    let policy = case.read("regions/midori/policy.yaml");
    let with = policy.replace("keys.keeping, extent: equal}", "keys.keeping, extent: equal, with: [length]}");
    case.write("regions/midori/policy.yaml", &with);
    Program::new(["accept", "--all", "--content"]).arg(case.root()).run().check(0);
    let file = case.root().with_file_name("draft.yaml");
    let draft = with.replace("英字と数字の入る８文字以上", "英字と数字の入る８文字以上のもの");
    fs::write(&file, &draft).expect("a file");
    for (lang, title) in [("ja", "準則との対応を再確認する対応事項"), ("en", "Requirements")] {
        let run = amend(&case, ["midori/policy", &file.display().to_string(), "--lang", lang]).check(0);
        let (_, list) = run.stdout.split_once(title).unwrap_or_else(|| panic!("no list in {}", run.stdout));
        let rows: Vec<&str> = list
            .lines()
            .filter(|line| line.contains("keys."))
            .map(|line| line.split_whitespace().next().unwrap_or(""))
            .collect();
        assert_eq!(rows, ["keys.length", "keys.keeping"], "{list}");
    }
    // They are the very ones that `check` names once the draft is the document.
    case.write("regions/midori/policy.yaml", draft);
    let check = Program::new(["check", "--content"]).arg(case.root()).run();
    for named in ["keys.length", "keys.keeping"] {
        assert!(check.stderr.contains(named) || check.stdout.contains(named), "{}{}", check.stdout, check.stderr);
    }
    let said = format!("{}{}", check.stdout, check.stderr);
    assert!(!said.contains("keys.report"), "{said}");
}

#[test]
fn the_table_of_a_restated_text_says_so() {
    let text = include_str!("../cases/compare/editions.txt");
    let source = "standing: restated\nsource: {title: {ja: 見守りの決まり, en: Watch Rules}, read: 2026-05-01}";
    let loaded = Case::new(&text.replace("standing: official", source)).load();
    let said = |lang| amend::amendment_text(&view(&loaded.corpus, lang, ViewOptions::default()), Some(200));
    assert!(said(Lang::Ja).contains("見守りの決まり"), "{}", said(Lang::Ja));
    let official = Case::new(text).load();
    let view = view(&official.corpus, Lang::Ja, ViewOptions::default());
    assert!(view.notices.is_empty(), "{:?}", view.notices);
}
