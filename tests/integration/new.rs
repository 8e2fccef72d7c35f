//! `junsoku new`: a starting set for a region.

use std::fs;
use std::path::Path;

use crate::support::{self, Loaded, Program, Run, names_in, read_folder, root};
use junsoku::conformance::coverage;
use junsoku::content::SetKey;
use tempfile::TempDir;

/// A copy of the fixtures.
fn content() -> TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    for (path, bytes) in read_folder(&root()) {
        let path = folder.path().join(path);
        fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        fs::write(path, bytes).expect("a file");
    }
    folder
}

fn new(content: &Path, args: &[&str]) -> Run {
    Program::new(["new", "--content"]).arg(content).args(args).run()
}

#[test]
fn a_starting_set_meets_everything_and_builds() {
    let content = content();
    new(content.path(), &["midori", "--name", "みどり町"]).check(0);
    let loaded = Loaded::from(content.path());
    let codes = loaded.codes();
    assert!(codes.iter().all(|code| ["J0436", "J0437"].contains(code)), "{codes:?}");
    let set = loaded.corpus.set(&SetKey::from_name("midori")).expect("the region");
    let coverage = coverage(&loaded.corpus, set);
    assert_eq!(coverage.len(), loaded.corpus.requirements().count());
    for entry in &coverage {
        assert!(entry.status.is_met(), "{}: {:?}", entry.requirement.id, entry.status);
    }
    assert_eq!(set.forms.len(), loaded.corpus.set(&SetKey::Baseline).expect("the baseline").forms.len());
    loaded.build().check_page("ja/regions/midori/policy/index.html", &["みどり町ＭＣＳ運用ポリシー", "第一条"]);
}

#[test]
fn every_place_to_fill_is_listed_with_its_line() {
    let content = content();
    new(content.path(), &["midori"]).check(0);
    let marks: usize = read_folder(&content.path().join("regions/midori"))
        .values()
        .map(|bytes| {
            let text = String::from_utf8(bytes.clone()).expect("UTF-8");
            // English says the same again.
            text.lines()
                .map(|line| line.split("en: ").next().unwrap_or(line))
                .filter(|line| !line.is_ascii())
                .map(|line| line.matches("TODO").count())
                .sum::<usize>()
        })
        .sum();
    let run = Program::new(["check", "--all", "--content"]).arg(content.path()).run().check(0);
    assert_eq!(run.stderr.matches("warning[J0436]").count(), marks, "{}", run.stderr);
    assert!(marks >= 8, "{marks}");
}

#[test]
fn the_same_set_is_written_each_time_and_nothing_else_changes() {
    let (first, second) = (content(), content());
    new(first.path(), &["midori"]).check(0);
    new(second.path(), &["midori"]).check(0);
    let mut files = read_folder(first.path());
    assert_eq!(files, read_folder(second.path()));
    files.retain(|path, _| !path.starts_with("regions/midori/"));
    assert_eq!(files, read_folder(&root()));
}

#[test]
fn what_is_there_is_never_overwritten() {
    let content = content();
    let before = read_folder(content.path());
    let told = new(content.path(), &["kawabe"]).check(2).stderr;
    assert!(told.contains("J0010"), "{told}");
    for id in ["baseline", "Kawabe", "../x", "a/b", ""] {
        let told = new(content.path(), &[id]).check(2).stderr;
        assert!(told.contains("J0009"), "{id}: {told}");
    }
    assert_eq!(read_folder(content.path()), before);
    assert_eq!(names_in(&content.path().join("regions")), ["hamabe", "kawabe", "yamate"]);
}

#[test]
fn without_a_baseline_nothing_is_begun() {
    let case = support::Case::new("");
    let told = new(&case.root(), &["kawa"]).check(2).stderr;
    assert!(told.contains("J0011"), "{told}");
    assert_eq!(names_in(&case.root().join("regions")), ["midori"]);
}
