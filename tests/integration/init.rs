//! `junsoku init`: from an empty folder to pages, with nothing of this repository at hand.

use std::fs;
use std::path::Path;

use crate::support::{Program, Run, read_folder};
use tempfile::TempDir;

fn init(folder: &Path, args: &[&str], code: i32) -> Run {
    Program::new(["init", "--lang", "ja"]).arg(folder).args(args).run().check(code)
}

/// Builds the site in `folder` and gives its pages.
fn build(folder: &Path) -> impl Fn(&str) -> String {
    let run = Program::site(&folder.join("content"), &folder.join("output")).run().check(0);
    assert!(!run.stderr.contains("error"), "{}", run.stderr);
    let files = read_folder(&folder.join("output"));
    move |path| String::from_utf8_lossy(files.get(path).unwrap_or_else(|| panic!("no {path}"))).into_owned()
}

const RULES: &str =
    "みどり町連絡規程\n\n（目的）\n第１条　この規程は、道具の使い方を定める。\n（係）\n第２条　係は、鍵を預かる。\n";

#[test]
fn an_empty_folder_becomes_a_site_with_an_imported_document() {
    let place = TempDir::new().expect("a folder");
    let site = place.path().join("site");
    let names = [
        "--name",
        "みどり町ＭＣＳ規程集",
        "--council",
        "みどり町在宅医療協議会",
        "--region",
        "midori",
        "--region-name",
        "みどり町",
    ];
    init(&site, &names, 0);
    let source = place.path().join("rules.txt");
    fs::write(&source, RULES).expect("a file");
    let import = Program::new(["import", "--region", "midori", "--output"]).arg(site.join("content")).arg(&source);
    import.run().check(0);
    let page = build(&site);
    let home = page("ja/index.html");
    assert!(home.contains("<h1>みどり町ＭＣＳ規程集</h1>") && home.contains("運営：みどり町在宅医療協議会"), "{home}");
    assert!(page("ja/regions/midori/policy/index.html").contains("下書き（正式な文書ではありません）"));
    let check = Program::new(["check", "--lang", "ja", "--content"]).arg(site.join("content")).run().check(0);
    let told = check.stdout + &check.stderr;
    assert!(told.contains("J0438") && !told.contains("エラー["), "{told}");
    assert!(!told.contains("J0419") && !told.contains("J0420"), "the reviews of the baseline came along:\n{told}");
}

#[test]
fn a_folder_that_holds_something_is_left_alone() {
    let place = TempDir::new().expect("a folder");
    fs::create_dir(place.path().join(".git")).expect("a repository");
    fs::write(place.path().join("mine.txt"), "mine").expect("a file");
    let refused = init(place.path(), &[], 2);
    assert!(refused.stderr.contains("J0013") && refused.stderr.contains("mine.txt"), "{}", refused.stderr);
    assert_eq!(fs::read_dir(place.path()).expect("a folder").count(), 2);
    fs::remove_file(place.path().join("mine.txt")).expect("a file");
    init(place.path(), &[], 0);
    assert!(place.path().join("content").join("baseline").join("policy.yaml").is_file());
}

#[test]
fn a_site_without_the_baseline_has_no_word_of_it() {
    let place = TempDir::new().expect("a folder");
    init(place.path(), &["--without-baseline", "--region", "midori"], 0);
    fs::write(place.path().join("content").join("regions").join("midori").join("rules.yaml"), DOCUMENT)
        .expect("a file");
    let page = build(place.path());
    let home = page("ja/index.html");
    assert!(!home.contains("準則") && !home.contains("書き換えたもの"), "{home}");
    assert!(!page("ja/regions/midori/rules/index.html").contains("準則"));
}

const DOCUMENT: &str = "title: {ja: みどり町連絡規程}\nstanding: official\n\
    levels: [{kind: article, ja: \"第{kanji}条\", en: \"Article {n}\"}]\nbody:\n  - {id: first, ja: 係は、鍵を預かる。}\n";

#[test]
fn a_region_needs_an_id_that_every_disk_can_hold() {
    let place = TempDir::new().expect("a folder");
    for (id, code) in [("みどり", "J0009"), ("baseline", "J0009"), ("con", "J0116")] {
        let refused = init(place.path(), &["--region", id], 2);
        assert!(refused.stderr.contains(code), "{id}: {}", refused.stderr);
    }
    assert_eq!(fs::read_dir(place.path()).expect("a folder").count(), 0);
}
