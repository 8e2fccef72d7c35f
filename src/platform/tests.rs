//! That nothing outside this room knows of operating systems.

#![allow(clippy::unwrap_used)]

use std::path::Path;

use walkdir::WalkDir;

use super::paths::slashed;

/// What code that knows of systems has in it.
const SIGNS: [&str; 15] = [
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
fn what_is_new_may_be_read_by_others() {
    let folder = tempfile::tempdir().unwrap();
    super::open_folder_to_readers(folder.path()).unwrap();
    let [old, new] = ["old", "new"].map(|name| folder.path().join(name));
    for file in [&old, &new] {
        std::fs::write(file, "").unwrap();
    }
    super::take_permissions(&new, &old).unwrap();
    let permissions = [&old, &new].map(|file| std::fs::metadata(file).unwrap().permissions());
    assert_eq!(permissions[0], permissions[1]);
    super::take_permissions(&new, &folder.path().join("none")).unwrap();
    assert!(!super::is_executable(folder.path()), "a folder is no program");
}
