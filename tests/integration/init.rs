//! `junsoku init`: from an empty folder to pages, with nothing of this repository at hand.

use std::fs;
use std::path::Path;

use crate::support::{Docx, Program, Run, read_folder};
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

const WORD: &str = "=== word/document.xml
みどり町連絡規程
（目的）
第１条　この規程は、道具の使い方を定める。
（係）
第２条　係は、鍵を預かる。
";

const LOGO: &str =
    "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"40\" height=\"20\"><path d=\"M0 0h40v20z\"/></svg>\n";

/// The page of news that the walk writes.
const NEWS: &str =
    "---\ntitle: {ja: 規程を定めました}\ndate: 2026-11-01\nregion: midori\n---\n[](policy#purpose)による。\n";

/// What no page of a council may say that has one document of its own, no forms and no English.
const FALSE: [&str; 14] = [
    "英語",
    "英訳",
    "English",
    "hreflang",
    "/en/",
    "準則",
    "様式",
    "報告書",
    "比較",
    "法令",
    "ガイドライン",
    "PDF",
    "メディカルケアステーション",
    "書き換えた",
];

#[test]
fn a_council_s_own_site_says_nothing_false_on_any_page() {
    let place = TempDir::new().expect("a folder");
    let site = place.path().join("site");
    let names = ["--without-baseline", "--name", "みどり町規程集", "--council", "みどり町在宅医療協議会"];
    init(&site, &names, 0);
    let content = site.join("content");
    let source = place.path().join("規程.docx");
    fs::write(&source, Docx::new(WORD).bytes(true)).expect("a file");
    let import =
        Program::new(["import", "--region", "midori", "--name", "みどり町", "--output"]).arg(&content).arg(&source);
    import.run().check(0);
    for folder in ["pictures", "pages"] {
        fs::create_dir(content.join(folder)).expect("a folder");
    }
    fs::write(content.join("pictures/logo.svg"), LOGO).expect("a file");
    fs::write(content.join("pages/2026-11-01.md"), NEWS).expect("a file");
    let settings = fs::read_to_string(content.join("junsoku.yaml")).expect("settings");
    let own = "logo: {file: logo.svg, alt: {ja: みどり町の章}}\ncolour: {light: \"#0f5c3c\"}\nbase_url: https://midori.example.jp/\n";
    fs::write(content.join("junsoku.yaml"), settings + own).expect("settings");
    let page = build(&site);
    let files = read_folder(&site.join("output"));
    let pages: Vec<&String> = files.keys().filter(|path| crate::support::is_kind(path, "html")).collect();
    assert!(pages.len() > 6 && files.keys().all(|path| !path.starts_with("en/")), "{pages:?}");
    for path in pages {
        let text = page(path);
        for unwanted in FALSE {
            assert!(!text.contains(unwanted), "{path}: {unwanted}");
        }
        let framed = path.starts_with("ja/");
        assert!(!framed || (text.contains("みどり町規程集") && text.contains("class=\"logo\"")), "{path}");
    }
    assert!(page("ja/index.html").contains("規程を定めました") && page("404.html").contains("ページが見つかりません"));
    assert!(page("ja/feed.xml").contains("規程を定めました") && page("sitemap-ja.xml").contains("news/2026-11-01"));
    let policy = page("ja/regions/midori/policy/index.html");
    assert!(
        policy.contains("下書き（正式な文書ではありません）") || policy.contains("この文書は下書きです"),
        "{policy}"
    );
    let check = Program::new(["check", "--lang", "ja", "--content"]).arg(&content).run().check(0);
    assert!(!(check.stdout + &check.stderr).contains("J0401"), "no English is missed");
}

/// What is said of comparisons, of other regions and of English, where there are none.
const NOBODY_COMPARED: [&str; 7] = [
    "地域どうしを比べる",
    "各地域の規程がそれぞれをどう定めているか",
    "計算で確認しています",
    "判定ごとの件数",
    "読み比べたのは",
    "用語の対訳",
    "出典に記載",
];

#[test]
fn one_unread_region_beside_the_baseline_is_said_to_be_compared_nowhere() {
    let place = TempDir::new().expect("a folder");
    init(place.path(), &["--region", "midori", "--region-name", "みどり町"], 0);
    let policy = place.path().join("content").join("regions").join("midori").join("rules.yaml");
    fs::write(policy, DOCUMENT).expect("a file");
    let page = build(place.path());
    for path in read_folder(&place.path().join("output")).keys().filter(|path| crate::support::is_kind(path, "html")) {
        let text = page(path);
        for unwanted in NOBODY_COMPARED {
            assert!(!text.contains(unwanted), "{path}: {unwanted}");
        }
    }
    let pair = page("ja/compare/pairs/baseline_midori/index.html");
    assert!(pair.contains("まだ準則の対応事項と照合していません"), "{pair}");
    let topic = page("ja/compare/topics/passwords/index.html");
    assert!(topic.contains("まだテーマに分類していません"), "{topic}");
    assert!(page("ja/index.html").contains("compare/index.html#_pairs"), "the way to read both side by side");
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
