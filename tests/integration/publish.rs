//! The output folder: never half a site, never something that is not ours, and always the same bytes.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Barrier;
use std::thread;

use crate::support::{Case, Files, Program, Run, is_kind, missing, names_in, paper_tools, read_folder};
use junsoku::base::artifact::{Artifact, take_all};
use junsoku::base::locale::{Lang, Messages};
use junsoku::publish::NewOutput;

/// A folder that holds the content and will hold the output.
struct Place {
    case: Case,
}

impl Place {
    fn new() -> Self {
        Self { case: Case::new("") }
    }

    fn folder(&self) -> PathBuf {
        self.case.root().parent().expect("a folder").to_owned()
    }

    fn output(&self) -> PathBuf {
        self.folder().join("output")
    }

    fn build(&self) -> Run {
        Program::site(&self.case.root(), &self.output()).run()
    }

    fn files(&self) -> Files {
        read_folder(&self.output())
    }

    /// Demands that beside content and output there is nothing but `others`.
    fn check_beside(&self, others: &[&str]) {
        let mut expected = vec!["content", "output"];
        expected.extend(others);
        expected.sort_unstable();
        assert_eq!(names_in(&self.folder()), expected);
    }
}

#[test]
fn content_that_lies_in_the_output_is_not_lost() {
    let place = Place::new();
    place.build().check(0);
    let inside = place.output().join("content");
    fs::rename(place.case.root(), &inside).expect("content in the output");
    let run = Program::site(&inside, &place.output()).run().check(2);
    assert!(run.stderr.contains("J0508"), "{}", run.stderr);
    assert!(inside.join("regions/midori/region.yaml").is_file());
}

#[test]
fn a_folder_of_someone_else_is_refused_and_left_alone() {
    let place = Place::new();
    fs::create_dir(place.output()).expect("a folder");
    fs::write(place.output().join("thesis.txt"), "ten years of work").expect("a file");
    let run = place.build().check(2);
    assert!(run.stderr.contains("J0501") && run.stdout.contains("nothing published"), "{}", run.stderr);
    assert_eq!(names_in(&place.output()), ["thesis.txt"]);
    assert_eq!(place.files()["thesis.txt"], b"ten years of work");
    place.check_beside(&[]);
}

#[test]
fn a_file_in_the_place_of_the_output_is_refused_and_left_alone() {
    let place = Place::new();
    fs::write(place.output(), "a file").expect("a file");
    place.build().check(2);
    assert_eq!(fs::read_to_string(place.output()).expect("the file"), "a file");
    place.check_beside(&[]);
}

#[test]
fn the_content_itself_is_refused_as_output() {
    let place = Place::new();
    let before = read_folder(&place.case.root());
    let run = Program::site(&place.case.root(), &place.case.root()).run().check(2);
    assert!(run.stderr.contains("J0508"), "{}", run.stderr);
    assert!(before == read_folder(&place.case.root()));
}

#[test]
fn the_output_of_a_fresh_clone_is_accepted() {
    let place = Place::new();
    fs::create_dir(place.output()).expect("a folder");
    fs::write(place.output().join(".gitignore"), "*\n!.gitignore\n").expect("a file");
    place.build().check(0);
    assert!(place.files().contains_key("index.html"));
    assert!(!place.files().contains_key(".gitignore"), "git add would stage nothing");
    place.check_beside(&[]);
}

#[test]
fn a_gitignore_of_someone_else_is_no_fresh_clone() {
    let place = Place::new();
    fs::create_dir(place.output()).expect("a folder");
    fs::write(place.output().join(".gitignore"), "secret\n").expect("a file");
    place.build().check(2);
    assert_eq!(names_in(&place.output()), [".gitignore"]);
}

#[test]
fn an_error_in_the_content_leaves_the_last_good_output() {
    let place = Place::new();
    place.build().check(0);
    let before = place.files();
    place.case.write("regions/midori/policy.yaml", "title: [\n");
    let run = place.build().check(1);
    assert!(run.stdout.contains("nothing published"), "{}", run.stdout);
    assert!(before == place.files());
    place.check_beside(&[]);
}

#[test]
fn a_stage_that_a_killed_run_left_is_swept_away() {
    let place = Place::new();
    place.build().check(0);
    let stage = place.folder().join(".junsoku-part-killed");
    fs::create_dir(&stage).expect("a folder");
    fs::write(stage.join("half.html"), "<html>").expect("a file");
    fs::write(stage.with_extension("lock"), "").expect("a lock that nobody has");
    place.build().check(0);
    place.check_beside(&[]);
}

#[test]
fn a_folder_that_only_looks_like_a_stage_is_left_alone() {
    let place = Place::new();
    let other = place.folder().join(".junsoku-part-notes");
    fs::create_dir(&other).expect("a folder");
    fs::write(other.join("notes.txt"), "mine").expect("a file");
    place.build().check(0);
    assert_eq!(names_in(&other), ["notes.txt"]);
}

#[test]
fn the_stage_of_a_run_that_lasts_is_left_alone() {
    let place = Place::new();
    place.build().check(0);
    let stage = place.folder().join(".junsoku-part-busy");
    fs::create_dir(&stage).expect("a folder");
    let lock = fs::File::create(stage.with_extension("lock")).expect("a lock");
    lock.lock().expect("a lock");
    place.build().check(0);
    place.check_beside(&[".junsoku-part-busy", ".junsoku-part-busy.lock"]);
}

#[test]
fn what_a_killed_run_left_in_content_is_swept_by_any_command() {
    let place = Place::new();
    let left = place.case.root().join("regions/.junsoku-part-killed");
    fs::create_dir(&left).expect("a folder");
    fs::write(left.with_extension("lock"), "").expect("a lock that nobody has");
    Program::new(["check", "--content"]).arg(place.case.root()).run().check(0);
    assert_eq!(names_in(&place.case.root().join("regions")), ["midori"]);
}

#[test]
fn what_is_no_longer_made_vanishes() {
    let place = Place::new();
    place.build().check(0);
    assert!(place.files().contains_key("ja/regions/midori/forms/notice/index.html"));
    fs::remove_file(place.case.root().join("regions/midori/forms/notice.yaml")).expect("the form");
    place.build().check(0);
    let left: Vec<String> = place.files().into_keys().filter(|path| path.contains("notice")).collect();
    assert_eq!(left, Vec::<String>::new());
    place.check_beside(&[]);
}

#[test]
fn files_of_others_in_the_output_stop_the_build_and_are_named() {
    let place = Place::new();
    place.build().check(0);
    fs::create_dir(place.output().join("ja/photos")).expect("a folder");
    for path in ["ja/photos/river.jpg", "list.txt"] {
        fs::write(place.output().join(path), "mine").expect("a file");
    }
    let before = place.files();
    let run = place.build().check(2);
    assert!(run.stderr.contains("J0516") && run.stderr.contains("ja/photos/river.jpg, list.txt"), "{}", run.stderr);
    assert!(run.stderr.contains("keep:"), "{}", run.stderr);
    assert!(before == place.files());
    // Named, they stay, build after build.
    let settings = place.case.read("junsoku.yaml");
    place.case.write("junsoku.yaml", format!("{settings}keep: [list.txt, ja/photos/]\n"));
    for _ in 0..2 {
        place.build().check(0);
        assert_eq!(place.files()["ja/photos/river.jpg"], b"mine");
        assert_eq!(place.files()["list.txt"], b"mine");
    }
    place.check_beside(&[]);
    place.case.write("junsoku.yaml", format!("{settings}keep: [ja]\n"));
    assert!(place.build().check(2).stderr.contains("J0516"), "they are no longer kept");
    fs::remove_file(place.output().join("list.txt")).expect("the file");
    assert!(place.build().check(1).stderr.contains("J0517"), "what is made cannot be kept");
    assert_eq!(place.files()["ja/photos/river.jpg"], b"mine");
}

#[test]
fn what_hosts_want_beside_the_site_is_kept() {
    let place = Place::new();
    let kept = [".git/HEAD", ".git/refs/heads/main", ".well-known/security.txt", "CNAME"];
    for path in kept {
        let path = place.output().join(path);
        fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        fs::write(path, "kept").expect("a file");
    }
    // The first build finds nothing but these, the next ones its own output.
    for _ in 0..3 {
        place.build().check(0);
        let files = place.files();
        assert!(kept.iter().all(|path| files[*path] == b"kept") && files.contains_key("index.html"));
    }
    place.check_beside(&[]);
}

#[cfg(unix)]
#[test]
fn a_link_to_the_output_stays_a_link() {
    let place = Place::new();
    fs::create_dir(place.folder().join("served")).expect("a folder");
    std::os::unix::fs::symlink("served", place.output()).expect("a link");
    for _ in 0..2 {
        place.build().check(0);
        assert!(place.output().symlink_metadata().expect("the link").is_symlink());
        assert!(place.folder().join("served/index.html").is_file());
        place.check_beside(&["served"]);
    }
}

#[test]
fn an_output_below_folders_that_are_not_there_yet_is_made() {
    let place = Place::new();
    let deep = place.folder().join("a/b/output");
    Program::site(&place.case.root(), &deep).run().check(0);
    assert!(deep.join("index.html").is_file());
    assert_eq!(names_in(&place.folder().join("a/b")), ["output"]);
}

#[cfg(all(unix, not(junsoku_portable)))]
#[test]
fn a_web_server_may_read_the_output() {
    use std::os::unix::fs::PermissionsExt as _;
    let place = Place::new();
    place.build().check(0);
    let mode = |path: PathBuf| fs::metadata(path).expect("what was made").permissions().mode();
    assert_eq!(mode(place.output()) & 0o755, 0o755);
    assert_eq!(mode(place.output().join("index.html")) & 0o444, 0o444);
}

#[test]
fn two_builds_at_the_same_time_both_end_well() {
    let place = Place::new();
    place.build().check(0);
    let alone = place.files();
    for _ in 0..5 {
        let start = || Program::site(&place.case.root(), &place.output()).start();
        let runs = [start(), start(), start()];
        for run in runs {
            Run::of(run.wait_with_output().expect("the end")).check(0);
        }
        assert!(alone == place.files());
        place.check_beside(&[]);
    }
}

#[test]
fn two_first_builds_at_the_same_time_both_end_well() {
    for _ in 0..5 {
        let place = Place::new();
        let start = || Program::site(&place.case.root(), &place.output()).start();
        for run in [start(), start()] {
            Run::of(run.wait_with_output().expect("the end")).check(0);
        }
        assert!(place.files().contains_key("index.html"));
        place.check_beside(&[]);
    }
}

/// The library alone, so that the runs meet at the moments that matter: opening a stage, sweeping, the first rename.
#[test]
fn many_first_builds_at_the_same_moment_all_end_well() {
    const RUNS: usize = 8;
    let artifacts = [Artifact::new("index.html", "<html>"), Artifact::new("ja/index.html", "<html>")];
    for _ in 0..40 {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let output = folder.path().join("output");
        let start = Barrier::new(RUNS);
        let publish = || {
            start.wait();
            let new = NewOutput::open(&output, &[]);
            let made = new.and_then(|new| take_all(&new, artifacts.clone()).and_then(|()| new.swap_in()));
            made.map(drop).map_err(|fault| fault.message(Messages::of(Lang::En)))
        };
        let results: Vec<_> = thread::scope(|scope| {
            let runs: Vec<_> = (0..RUNS).map(|_| scope.spawn(publish)).collect();
            runs.into_iter().map(|run| run.join().expect("no fall")).collect()
        });
        assert_eq!(results, vec![Ok(()); RUNS]);
        assert_eq!(
            read_folder(&output).keys().collect::<Vec<_>>(),
            [".junsoku", ".junsoku-made", "index.html", "ja/index.html"]
        );
        assert_eq!(names_in(folder.path()), ["output"]);
    }
}

/// Demands that both outputs have the same files with the same bytes.
fn check_same(first: &Files, second: &Files) {
    assert_eq!(first.keys().collect::<Vec<_>>(), second.keys().collect::<Vec<_>>());
    for (path, bytes) in first {
        assert!(second[path] == *bytes, "{path} differs");
    }
}

#[test]
fn two_builds_give_the_same_site() {
    let place = Place::new();
    place.build().check(0);
    let first = place.files();
    let elsewhere = place.folder().join("elsewhere");
    Program::site(&place.case.root(), &elsewhere).env("LANG", "ja_JP.UTF-8").env("TZ", "Asia/Tokyo").run().check(0);
    check_same(&first, &read_folder(&elsewhere));
}

/// A build with PDFs by `typst` and `fonts` that finds no PDF of an earlier run.
fn build_afresh(content: &Path, typst: &Path, fonts: &Path) -> Files {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let output = folder.path().join("output");
    let path = std::env::join_paths([typst.parent().expect("a folder")]).expect("a search path");
    let program = Program::new(["build", "--content"]).arg(content).arg("--output").arg(&output);
    let program = program.arg("--font-path").arg(fonts).env("PATH", path);
    program.env("JUNSOKU_CACHE_DIR", folder.path().join("cache")).without_env("CARGO").run().check(0);
    read_folder(&output)
}

#[test]
fn two_builds_give_the_same_pdfs() {
    let Some(tools) = paper_tools() else { return };
    let Some(fonts) = tools.fonts.folders.first() else { return missing("a folder of fonts") };
    let place = Place::new();
    let first = build_afresh(&place.case.root(), &tools.typst, fonts);
    let pdfs = first.iter().filter(|(path, _)| is_kind(path, "pdf"));
    // Of each language: the policy, the form, and the booklet of both. The first folder of fonts has none to type in, so that the
    // form's own sheet is the one for print.
    assert_eq!(pdfs.filter(|(_, bytes)| bytes.starts_with(b"%PDF-")).count(), 6);
    check_same(&first, &build_afresh(&place.case.root(), &tools.typst, fonts));
}

#[test]
fn a_place_that_cannot_be_written_is_told() {
    let place = Place::new();
    // Not even root can make a folder there.
    let run = Program::site(&place.case.root(), Path::new("/proc/junsoku-output")).run().check(2);
    assert!(run.stderr.contains("J0502") && run.stderr.contains("/proc/junsoku-output"), "{}", run.stderr);
    assert!(run.stdout.contains("nothing published"), "{}", run.stdout);
}
