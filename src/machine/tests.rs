//! The work folder, the writer and the lock, each on a disk of its own.

#![allow(clippy::unwrap_used)]

use std::fs;
use std::path::{Path, PathBuf};

use super::journal::hash_of;
use super::{
    Existing, FileToWrite, FolderLock, HeldName, Step, WorkFolder, sweep, sweep_below, write_files, write_new_folder,
};
use crate::base::diagnostics::Code;
use crate::platform::slashed;

/// Signs of code that changes files.
const SIGNS: [&str; 9] = [
    "fs::write(",
    "File::create",
    "File::options",
    "OpenOptions",
    "fs::rename(",
    "fs::create_dir",
    "fs::remove_",
    "fs::set_permissions(",
    "tempfile::",
];

/// Other places for such code: what systems differ in, and the swap of the output folder.
const ELSEWHERE: [&str; 4] = ["machine/", "platform/", "publish/swap.rs", "pdf/setup/tests.rs"];

#[test]
fn nothing_else_changes_files() {
    let sources = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut found = Vec::new();
    for entry in walkdir::WalkDir::new(&sources).sort_by_file_name() {
        let entry = entry.unwrap();
        let path = slashed(entry.path().strip_prefix(&sources).unwrap());
        if entry.file_type().is_file() && ELSEWHERE.iter().all(|place| !path.starts_with(place)) {
            let text = fs::read_to_string(entry.path()).unwrap();
            let code = text.split("#[cfg(test)]\nmod tests {").next().unwrap();
            let lines = code.lines().enumerate().filter(|(_, line)| !line.trim_start().starts_with("//"));
            let lines = lines.filter(|(_, line)| SIGNS.iter().any(|sign| line.contains(sign)));
            found.extend(lines.map(|(at, line)| format!("{path}:{}: {}", at + 1, line.trim())));
        }
    }
    assert!(found.is_empty(), "belongs in src/machine:\n{}", found.join("\n"));
}

fn write(path: &Path, bytes: &[u8], existing: Existing) -> Result<Vec<PathBuf>, Code> {
    let file = FileToWrite { path: path.to_owned(), bytes, existing };
    write_files(&[file]).map_err(|fault| fault.diagnostic().code)
}

fn names(folder: &Path) -> Vec<String> {
    let mut names: Vec<String> =
        fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

#[test]
fn what_is_there_is_not_overwritten_unasked() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a").join("b").join("file");
    assert_eq!(write(&path, b"first", Existing::Refused), Ok(vec![]));
    assert_eq!(write(&path, b"second", Existing::Refused), Err(Code::J0510));
    assert_eq!(fs::read(&path).unwrap(), b"first");
    let backup = folder.path().join("a").join("b").join("file.bak");
    assert_eq!(write(&path, b"second", Existing::BackedUp), Ok(vec![backup.clone()]));
    assert_eq!(write(&path, b"second", Existing::BackedUp), Ok(vec![]), "the very bytes");
    assert_eq!(write(&path, b"third", Existing::BackedUp).unwrap().len(), 1);
    assert_eq!([fs::read(&path).unwrap(), fs::read(&backup).unwrap()], [b"third".to_vec(), b"first".to_vec()]);
    assert_eq!(names(path.parent().unwrap()), ["file", "file.bak", "file.bak-2"]);
    assert_eq!(write(&path, b"fourth", Existing::Replaced), Ok(vec![]));
    assert_eq!(fs::read(&path).unwrap(), b"fourth");
    assert_eq!(write(path.parent().unwrap(), b"", Existing::Replaced), Err(Code::J0510), "a folder");
}

#[test]
fn all_files_are_written_or_none() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("file"), "mine").unwrap();
    let file = |path: &str| FileToWrite { path: folder.path().join(path), bytes: b"new", existing: Existing::Refused };
    // A folder cannot be made in the place of a file.
    let fault = write_files(&[file("new/one"), file("two"), file("file/three")]).unwrap_err();
    assert_eq!(fault.diagnostic().code, Code::J0502);
    assert_eq!(names(folder.path()), ["file"]);
    assert_eq!(fs::read(folder.path().join("file")).unwrap(), b"mine");
}

#[test]
fn names_that_no_disk_holds_are_told() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a".repeat(400));
    assert_eq!(write(&path, b"", Existing::Refused), Err(Code::J0513));
    assert!(names(folder.path()).is_empty());
}

#[test]
fn a_new_folder_is_there_as_a_whole() {
    let folder = tempfile::tempdir().unwrap();
    let new = folder.path().join("regions").join("midori");
    let files = [(PathBuf::from("region.yaml"), b"a".as_slice()), (Path::new("forms").join("b.yaml"), b"b".as_slice())];
    write_new_folder(&new, &files).unwrap();
    assert_eq!(fs::read(new.join("forms").join("b.yaml")).unwrap(), b"b");
    assert_eq!(names(&folder.path().join("regions")), ["midori"]);
    assert_eq!(write_new_folder(&new, &files).unwrap_err().diagnostic().code, Code::J0510);
    let bad = [(Path::new("a").join("x"), b"".as_slice()), (Path::new("a").join("x"), b"".as_slice())];
    assert!(write_new_folder(&folder.path().join("other"), &bad).is_err());
    assert_eq!(names(folder.path()), ["regions"]);
}

#[test]
fn work_of_a_killed_run_is_swept_and_work_in_use_stays() {
    let cache = tempfile::tempdir().unwrap();
    let first = WorkFolder::open_in(cache.path()).unwrap();
    let killed = cache.path().join("unfinished").join(".junsoku-part-killed");
    fs::create_dir(&killed).unwrap();
    fs::write(killed.with_extension("lock"), "").unwrap();
    fs::write(killed.join("0.json"), "names and addresses").unwrap();
    let second = WorkFolder::open_in(cache.path()).unwrap();
    assert!(!killed.exists() && first.path().is_dir() && second.path().is_dir());
    assert!(slashed(first.path()).contains("/unfinished/"));
    drop((first, second));
    assert!(names(&cache.path().join("unfinished")).is_empty());
}

/// Leaves in `folder` what a killed run leaves: a name with nothing, a file, a folder, or something moved aside.
fn leave(folder: &Path) {
    fs::create_dir_all(folder).unwrap();
    let path = |name: &str| folder.join(format!(".junsoku-part-{name}"));
    for name in ["nothing", "file", "folder", "moved"] {
        fs::write(path(&format!("{name}.lock")), "").unwrap();
    }
    fs::write(path("file"), "half").unwrap();
    fs::create_dir(path("folder")).unwrap();
    fs::write(path("folder").join("file"), "half").unwrap();
    fs::create_dir(path("moved-old-3")).unwrap();
}

#[test]
fn what_nobody_holds_is_swept_wherever_it_lies() {
    let folder = tempfile::tempdir().unwrap();
    let below = folder.path().join("regions").join("midori");
    let hidden = folder.path().join(".git");
    [folder.path(), &below, &hidden].into_iter().for_each(leave);
    let held = HeldName::take(&below).unwrap();
    fs::write(held.path(), "at work").unwrap();
    sweep_below(folder.path());
    assert_eq!(names(folder.path()), [".git", "regions"]);
    assert_eq!(names(&below).len(), 2, "a lasting run keeps what it holds");
    assert_eq!(names(&hidden).len(), 7, "folders of other programs are not looked into");
    sweep(&hidden);
    drop(held);
    assert!(names(&hidden).is_empty() && names(&below).is_empty());
}

#[test]
fn what_has_no_lock_is_somebody_elses() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join(".junsoku-part-notes"), "mine").unwrap();
    sweep(folder.path());
    assert_eq!(names(folder.path()), [".junsoku-part-notes"]);
}

/// Leaves in `folder` the journal of a run that was killed after these steps.
fn leave_journal(folder: &Path, steps: &[Step]) {
    let lines: String = steps.iter().map(|step| step.line(folder).unwrap()).collect();
    fs::write(folder.join(".junsoku-part-killed.lock"), lines).unwrap();
}

#[test]
fn half_of_a_change_is_taken_back() {
    let folder = tempfile::tempdir().unwrap();
    let at = |name: &str| folder.path().join(name);
    fs::create_dir_all(at("new")).unwrap();
    for (name, bytes) in [("new/made", "new"), ("edited", "by a person"), ("region", "new"), ("region.bak", "old")] {
        fs::write(at(name), bytes).unwrap();
    }
    // The backup has its name, the new bytes do not yet.
    fs::write(at("policy"), "old").unwrap();
    fs::write(at("policy.bak"), "old").unwrap();
    fs::create_dir(at(".junsoku-part-killed-old-0")).unwrap();
    let hash = hash_of(b"new");
    let backed_up = |name: &str| Step::BackedUp(at(name), at(&format!("{name}.bak")), hash.clone());
    let steps = [
        Step::Folder(at("new")),
        Step::File(at("new/made"), hash.clone()),
        Step::File(at("edited"), hash.clone()),
        Step::File(at("not-yet"), hash.clone()),
        backed_up("region"),
        backed_up("policy"),
        Step::Aside(at("output"), at(".junsoku-part-killed-old-0")),
    ];
    leave_journal(folder.path(), &steps);
    sweep(folder.path());
    assert_eq!(names(folder.path()), ["edited", "output", "policy", "region"]);
    assert_eq!(fs::read(at("region")).unwrap(), b"old");
}

#[test]
fn a_journal_of_others_reaches_nothing_elsewhere() {
    let folder = tempfile::tempdir().unwrap();
    let (content, victim) = (folder.path().join("content"), folder.path().join("victim"));
    fs::create_dir(&content).unwrap();
    fs::write(&victim, "new").unwrap();
    let hash = hash_of(b"new");
    assert!(Step::File(victim.clone(), hash.clone()).line(&content).is_err(), "never noted");
    let line = |path: &Path| serde_json::to_string(&Step::File(path.to_owned(), hash.clone())).unwrap();
    let journal = format!("{}\n{}\n{{\"File\":[\"cut", line(Path::new("../victim")), line(&victim));
    fs::write(content.join(".junsoku-part-theirs.lock"), journal).unwrap();
    sweep(&content);
    assert!(victim.exists() && names(&content).is_empty());
}

#[test]
fn several_files_leave_no_journal() {
    let folder = tempfile::tempdir().unwrap();
    let file = |path: &str| FileToWrite { path: folder.path().join(path), bytes: b"new", existing: Existing::Refused };
    write_files(&[file("a/one"), file("b/two")]).unwrap();
    assert_eq!(names(folder.path()), ["a", "b"]);
}

#[test]
fn names_are_taken_while_others_sweep() {
    let folder = tempfile::tempdir().unwrap();
    std::thread::scope(|scope| {
        for _ in 0..4 {
            scope.spawn(|| {
                for _ in 0..50 {
                    let name = HeldName::take(folder.path()).unwrap();
                    fs::create_dir(name.path()).unwrap();
                    sweep(folder.path());
                    assert!(name.path().is_dir());
                }
            });
        }
    });
    assert!(names(folder.path()).is_empty());
}

#[test]
fn one_run_at_a_time_has_the_lock_of_a_folder() {
    let folder = tempfile::tempdir().unwrap();
    let turns = std::sync::Mutex::new(Vec::new());
    std::thread::scope(|scope| {
        for number in 0..4 {
            let (folder, turns) = (folder.path(), &turns);
            scope.spawn(move || {
                let _lock = FolderLock::take(folder).unwrap();
                turns.lock().unwrap().push(number);
                std::thread::sleep(std::time::Duration::from_millis(5));
                turns.lock().unwrap().push(number);
            });
        }
    });
    let turns = turns.into_inner().unwrap();
    assert!(turns.chunks(2).all(|pair| pair[0] == pair[1]), "{turns:?}");
    assert!(names(folder.path()).is_empty(), "nothing is left in it");
}
