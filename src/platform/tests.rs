//! That nothing outside this room knows of operating systems.

#![allow(clippy::unwrap_used)]

use std::path::Path;

use walkdir::WalkDir;

use super::paths::slashed;

/// What code that knows of systems has in it.
const SIGNS: [&str; 16] = [
    "std::os::",
    "cfg(unix",
    "cfg(windows",
    "cfg(all(unix",
    "cfg(all(windows",
    "cfg(any(unix",
    "cfg(any(windows",
    "cfg(not(unix",
    "cfg(not(windows",
    "cfg!(",
    "target_os",
    "target_family",
    "rustix",
    "libc",
    "signal_hook",
    "terminal_size",
];

#[test]
fn nothing_else_knows_of_systems() {
    let sources = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut seen = 0;
    let mut found = Vec::new();
    for entry in WalkDir::new(&sources).sort_by_file_name() {
        let entry = entry.unwrap();
        let path = slashed(entry.path().strip_prefix(&sources).unwrap());
        if entry.file_type().is_file()
            && entry.path().extension().is_some_and(|ending| ending == "rs")
            && !path.starts_with("platform/")
        {
            seen += 1;
            let text = std::fs::read_to_string(entry.path()).unwrap();
            let lines = text.lines().enumerate().filter(|(_, line)| SIGNS.iter().any(|sign| line.contains(sign)));
            found.extend(lines.map(|(at, line)| format!("{path}:{}: {}", at + 1, line.trim())));
        }
    }
    assert!(seen > 200, "only {seen} files");
    assert!(found.is_empty(), "belongs in src/platform:\n{}", found.join("\n"));
}

#[test]
fn a_private_folder_is_its_owners() {
    let folder = tempfile::tempdir().unwrap();
    let private = folder.path().join("above").join("private");
    super::make_private_folder(&private).unwrap();
    super::make_private_folder(&private).unwrap();
    assert!(private.is_dir());
    std::fs::write(folder.path().join("file"), "").unwrap();
    assert!(super::make_private_folder(&folder.path().join("file")).is_err(), "a file is in its place");
    assert!(!super::is_executable(folder.path()), "a folder is no program");
}

#[test]
fn a_file_without_a_name_gets_one_that_is_free() {
    let folder = tempfile::tempdir().unwrap();
    // Not every file system has such files.
    let Ok(mut file) = super::unnamed_file(folder.path()) else { return };
    std::io::Write::write_all(&mut file, b"words").unwrap();
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 0);
    let path = folder.path().join("file");
    super::name_file(&file, &path).unwrap();
    assert_eq!(std::fs::read(&path).unwrap(), b"words");
    let again = super::unnamed_file(folder.path()).and_then(|file| super::name_file(&file, &path));
    assert_eq!(again.unwrap_err().kind(), std::io::ErrorKind::AlreadyExists);
}

#[test]
fn what_was_written_is_synced() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("file"), "words").unwrap();
    super::sync_below(folder.path()).unwrap();
    super::sync_folder(folder.path()).unwrap();
}
