//! Sites with more regions than one page has room for: equal answers together, pages by prefecture, any two side by side, and shares
//! of a build that are joined.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;

use crate::support::html::{tags, unescape};
use crate::support::{Case, Files, Program, is_kind, missing, paper_tools, read_folder, text};

/// Content with `count` regions besides the baseline: four in each prefecture but for the last eight, which state none.
fn country(count: usize) -> Case {
    let case = Case::new("base: conformance\n");
    case.write("shared/topics.yaml", "topics:\n  - {id: words, title: {ja: 合言葉, en: Watchwords}}\n");
    let policy = case.read("regions/midori/policy.yaml").replace("- id: length", "- id: length\n    topic: words");
    for at in 1..count {
        let prefecture =
            if at + 8 < count { format!("\nprefecture: \"{:02}\"\n", at / 4 + 1) } else { "\n".to_owned() };
        let region = case.read("regions/midori/region.yaml").trim_end().to_owned() + &prefecture;
        case.write(&format!("regions/k{at}/region.yaml"), region).write(&format!("regions/k{at}/policy.yaml"), &policy);
        case.write(&format!("regions/k{at}/conformance.yaml"), case.read("regions/midori/conformance.yaml"));
    }
    case
}

fn json(files: &Files, path: &str) -> Value {
    serde_json::from_slice(&files[path]).expect("JSON")
}

fn strings<'a>(values: &'a Value, key: &str) -> Vec<&'a str> {
    values.as_array().expect("a list").iter().map(|value| value[key].as_str().expect("a text")).collect()
}

#[test]
fn forty_sets_stand_side_by_side_and_one_more_makes_parts() {
    let few = country(39).build().files;
    assert!(few.contains_key("ja/compare/view/index.html") && !few.keys().any(|path| path.contains("/prefectures/")));
    let many = country(40).build().files;
    let columns = tags(text(&many["ja/compare/topics/words/index.html"]))
        .iter()
        .filter(|tag| tag.has_class("set-column"))
        .count();
    assert_eq!(columns, 1, "the baseline");
    assert!(
        many.contains_key("ja/prefectures/01-to-08/index.html"),
        "{:?}",
        many.keys().filter(|path| path.contains("pref"))
    );
    assert!(many.contains_key("ja/prefectures/unstated/index.html"));
    let home = text(&many["ja/index.html"]);
    assert!(home.contains("p-01") && home.contains("p-unstated") && home.contains("北海道"));
}

#[test]
fn check_in_several_parts_misses_nothing_that_is_published() {
    let case = country(44);
    // The ledger then names the files by prefecture, which no part by itself would have.
    Program::new(["accept", "--all", "--content"]).arg(case.root()).run().check(0);
    let ledger = case.read("junsoku.addresses");
    let is_table = |line: &&str| line.starts_with("file:data/conformance/01-") && line.strip_suffix(".csv").is_some();
    let table = ledger.lines().find(is_table);
    let table = table.expect("a table of the first prefectures");
    let said = Program::new(["check", "--content"]).arg(case.root()).run().check(0);
    assert!(!said.stdout.contains("J0460") && !said.stderr.contains("J0460"), "{}{}", said.stdout, said.stderr);
    // A build has all regions before it, and misses one that is gone.
    let gone = table.replace("/01-", "/01-to-02-");
    case.write("junsoku.addresses", ledger.replace(table, &gone));
    let output = case.root().with_file_name("out");
    let said = Program::site(&case.root(), &output).run().check(0);
    assert!(said.stderr.contains(&gone), "{}", said.stderr);
}

#[test]
fn each_region_stands_once_on_a_page_of_each_kind() {
    let files = country(44).build().files;
    let all: BTreeSet<String> = (1..44).map(|at| format!("k{at}")).chain(["midori".to_owned()]).collect();
    let places = |folder: &str, prefix: &str| {
        let pages = files.iter().filter(|(path, _)| path.starts_with(folder) && path.ends_with("/index.html"));
        let ids = pages.flat_map(|(_, html)| {
            tags(text(html))
                .iter()
                .filter_map(|tag| tag.get("id")?.strip_prefix(prefix).map(str::to_owned))
                .collect::<Vec<_>>()
        });
        ids.filter(|id| all.contains(id)).collect::<Vec<_>>()
    };
    for (folder, prefix) in [
        ("ja/prefectures/", ""),
        ("ja/conformance/requirements/keys.length/", "region-"),
        ("ja/compare/topics/words/", ""),
        ("en/compare/topics/words/", ""),
    ] {
        let found = places(folder, prefix);
        assert_eq!(found.len(), all.len(), "{folder} {found:?}");
        assert_eq!(found.into_iter().collect::<BTreeSet<_>>(), all, "{folder}");
    }
}

#[test]
fn equal_answers_are_counted_together_and_no_region_is_lost() {
    let case = country(44);
    // Two regions whose texts are drafts stand in no count.
    for at in [5, 6] {
        let path = format!("regions/k{at}/policy.yaml");
        let draft = case.read(&path).replace("standing: official", "standing: draft");
        case.write(&path, draft);
    }
    let files = case.build().files;
    let page = unescape(text(&files["ja/conformance/requirements/keys.length/index.html"]));
    assert!(page.contains("42地域の定めを"), "{page}");
    assert!(page.contains("42地域</h3>"), "all of them say the same");
    let part = text(&files["ja/conformance/requirements/keys.length/01-to-09/index.html"]);
    assert!(part.contains("下書き") && part.contains("id=\"region-k5\""));
}

#[test]
fn files_to_download_are_parted_and_their_index_has_each_region_once() {
    let files = country(44).build().files;
    let index = json(&files, "data/conformance.json");
    let parts = index["parts"].as_array().expect("parts");
    let listed: Vec<&str> = parts.iter().flat_map(|part| strings(&part["regions"], "id")).collect();
    assert_eq!(listed.len(), 44);
    assert_eq!(listed.iter().collect::<BTreeSet<_>>().len(), 44);
    let records: Vec<Value> = parts
        .iter()
        .flat_map(|part| {
            let file = json(&files, part["json"].as_str().expect("a path"));
            file["records"].as_array().expect("records").clone()
        })
        .collect();
    assert_eq!(records.len(), 44 * index["requirements"].as_array().expect("requirements").len());
    for part in parts {
        assert!(
            files.contains_key(part["csv"].as_str().expect("a path"))
                && files.contains_key(part["workbook"].as_str().expect("a path"))
        );
    }
    assert!(!files.contains_key("data/conformance.csv"));
}

#[test]
fn the_files_of_two_sets_hold_every_provision_with_its_place() {
    let files = country(44).build().files;
    let names = text(&files["ja/compare/view/names.js"]);
    assert!((1..44).all(|at| names.contains(&format!("[\"k{at}\","))), "{names}");
    let file = text(&files["ja/compare/view/sets/k7.js"]);
    let json =
        file.strip_prefix("junsoku.choose.put(\"k7\", ").and_then(|rest| rest.strip_suffix(");\n")).expect("a script");
    let side: Value = serde_json::from_str(json).expect("JSON");
    let items = side["items"].as_array().expect("items");
    let on_words = items.iter().filter(|item| item["t"] == "words").count();
    assert!(
        on_words > 0
            && items.iter().all(|item| item["h"].as_str().is_some_and(|href| href.starts_with("../../regions/k7/")))
    );
    assert!(items.iter().any(|item| item["r"].as_array().is_some_and(|ids| ids.contains(&"keys.length".into()))));
}

#[test]
fn a_prefecture_that_is_none_is_refused_at_its_place() {
    let case = Case::new("base: conformance\n");
    let region = case.read("regions/midori/region.yaml").trim_end().to_owned() + "\nprefecture: \"48\"\n";
    case.write("regions/midori/region.yaml", region);
    case.load().check_codes(&["J0205"]);
}

/// Builds `case` whole and in `count` shares below a folder of its own; returns the folder, in which the whole is `whole` and shares are
/// `part-1` and so on.
fn shares(case: &Case, count: usize) -> PathBuf {
    let folder = case.root().parent().expect("a folder").to_owned();
    build(case, &folder.join("whole"), &[]);
    for number in 1..=count {
        build(case, &folder.join(format!("part-{number}")), &["--shard", &format!("{number}/{count}")]);
    }
    folder
}

fn build(case: &Case, output: &Path, more: &[&str]) {
    Program::site(&case.root(), output).args(more).run().check(0);
}

fn merge(folder: &Path, parts: &[&str]) -> crate::support::Run {
    let output = folder.join("joined");
    let paths = parts.iter().map(|part| folder.join(part).display().to_string());
    let args = ["--lang", "en", "merge", "--output", &output.display().to_string()].map(str::to_owned);
    Program::new(args.into_iter().chain(paths)).run()
}

#[test]
fn shares_are_joined_into_the_bytes_of_a_whole_build() {
    let case = country(44);
    for count in [1, 2, 7] {
        let folder = shares(&case, count);
        let parts: Vec<String> = (1..=count).map(|number| format!("part-{number}")).collect();
        merge(&folder, &parts.iter().map(String::as_str).collect::<Vec<_>>()).check(0);
        let (whole, joined) = (read_folder(&folder.join("whole")), read_folder(&folder.join("joined")));
        assert_eq!(whole.keys().collect::<Vec<_>>(), joined.keys().collect::<Vec<_>>());
        assert!(whole == joined, "{count} shares");
        for name in parts.iter().map(String::as_str).chain(["whole", "joined"]) {
            fs::remove_dir_all(folder.join(name)).expect("a folder");
        }
    }
}

#[test]
fn shares_with_pdfs_tell_the_sizes_that_a_whole_build_tells() {
    let Some(tools) = paper_tools() else { return };
    let Some(fonts) = tools.fonts.folders.first() else { return missing("a folder of fonts") };
    let case = Case::new("base: conformance\n");
    let folder = case.root().parent().expect("a folder").to_owned();
    let build = |name: &str, more: &[&str]| {
        let program = Program::new(["build", "--typst"]).arg(&tools.typst).arg("--font-path").arg(fonts);
        let program = program.arg("--content").arg(case.root()).arg("--output").arg(folder.join(name));
        program.args(more).run().check(0);
    };
    build("whole", &[]);
    for number in ["1", "2", "3"] {
        build(&format!("part-{number}"), &["--shard", &format!("{number}/3")]);
    }
    merge(&folder, &["part-1", "part-2", "part-3"]).check(0);
    let (whole, joined) = (read_folder(&folder.join("whole")), read_folder(&folder.join("joined")));
    assert!(whole.keys().filter(|path| is_kind(path, "pdf")).count() > 2, "{:?}", whole.keys());
    let differ: Vec<&String> = whole.keys().filter(|path| whole.get(*path) != joined.get(*path)).collect();
    assert!(differ.is_empty() && whole.len() == joined.len(), "{differ:?}");
}

#[test]
fn shares_that_do_not_fit_are_refused_and_the_old_output_stays() {
    let case = Case::new("base: conformance\n");
    let folder = shares(&case, 2);
    merge(&folder, &["part-1", "part-2"]).check(0);
    let old = read_folder(&folder.join("joined"));
    let refused = |parts: &[&str], code: &str, words: &str| {
        let run = merge(&folder, parts).check(2);
        assert!(run.stderr.contains(code) && run.stderr.contains(words), "{}", run.stderr);
        assert!(read_folder(&folder.join("joined")) == old, "{code}");
    };
    refused(&["part-1"], "J0523", "2/2");
    refused(&["part-1", "part-1"], "J0522", "share 1");
    refused(&["part-1", "whole"], "J0520", "whole");
    // Of other content, though nothing of it can be seen in this share.
    build(&case, &folder.join("other"), &["--shard", "2/2", "--as-of", "2030-01-01"]);
    refused(&["part-1", "other"], "J0521", "other");
    build(&case, &folder.join("third"), &["--shard", "3/3"]);
    refused(&["part-1", "third"], "J0521", "third");
    fs::remove_file(folder.join("part-2/ja/regions/midori/index.html").as_path())
        .or_else(|_| fs::remove_file(folder.join("part-1/ja/regions/midori/index.html")))
        .expect("a page of the region in one of them");
    refused(&["part-1", "part-2"], "J0520", "midori");
    // A list that names a file of somebody else.
    let list = folder.join("part-1").join(".junsoku-made");
    let listed = fs::read_to_string(&list).expect("the list");
    fs::write(&list, listed + "../whole/index.html\n").expect("a list");
    refused(&["part-1", "part-2"], "J0520", "../whole");
}

#[test]
fn a_share_is_of_a_number_that_there_is() {
    for wrong in ["0/2", "3/2", "1", "a/b", "1/0"] {
        let run = Program::new(["build", "--shard", wrong]).run().check(2);
        assert!(run.stderr.contains("J0001"), "{wrong}: {}", run.stderr);
    }
}
