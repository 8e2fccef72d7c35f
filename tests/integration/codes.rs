//! Codes, their messages and the places that report them belong together, and every file of rules is listed.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use junsoku::base::diagnostics::Code;
use junsoku::rules::check::rules;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn every_code() -> BTreeMap<&'static str, Code> {
    let rules = rules().iter().map(|rule| rule.code);
    Code::BESIDE_RULES.iter().copied().chain(rules).map(|code| (code.name(), code)).collect()
}

/// The files below `folder` whose names end so, with what they hold.
fn files(folder: &Path, ending: &str) -> BTreeMap<PathBuf, String> {
    let mut found = BTreeMap::new();
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            found.append(&mut files(&path, ending));
        } else if path.to_string_lossy().ends_with(ending) {
            let held = fs::read_to_string(&path).expect("a file");
            found.insert(path, held);
        }
    }
    found
}

/// The ids of messages that begin with a code, with the variables that each uses.
fn messages(language: &str) -> BTreeMap<String, BTreeSet<String>> {
    let mut found: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for held in files(&root().join("locales").join(language), ".ftl").values() {
        let mut id = String::new();
        for line in held.lines().filter(|line| !line.starts_with('#')) {
            if let Some((name, _)) = line.split_once(" =").filter(|_| !line.starts_with(' ')) {
                name.clone_into(&mut id);
            }
            let used = line.split("{ $").skip(1);
            let name = |rest: &str| rest.chars().take_while(|letter| letter.is_alphanumeric()).collect::<String>();
            found.entry(id.clone()).or_default().extend(used.map(name));
        }
    }
    let is_code = |id: &str| id.starts_with('J') && id.len() >= 5 && id[1..5].bytes().all(|byte| byte.is_ascii_digit());
    found.retain(|id, _| is_code(id));
    found
}

#[test]
fn every_code_has_a_message_that_uses_its_arguments() {
    let codes = every_code();
    assert!(codes.len() >= 179, "{}", codes.len());
    for language in ["ja", "en"] {
        let messages = messages(language);
        for (name, code) in &codes {
            let message = messages.get(*name).unwrap_or_else(|| panic!("{language}: {name} has no message"));
            let hint = messages.get(&format!("{name}-hint")).cloned().unwrap_or_default();
            let used: BTreeSet<&str> = message.iter().chain(&hint).map(String::as_str).collect();
            let declared: BTreeSet<&str> = code.args().iter().copied().collect();
            assert_eq!(used, declared, "{language}: {name}");
        }
        for id in messages.keys() {
            assert!(codes.contains_key(&id[..5]), "{language}: {id} belongs to no code");
        }
    }
}

#[test]
fn every_code_is_reported_somewhere() {
    let declared =
        |line: &str| line.trim_start().starts_with("Rule {") || line.trim_start().starts_with("code: Code::");
    let mut reported = BTreeSet::new();
    for held in files(&root().join("src"), ".rs").values() {
        for line in held.lines().filter(|line| !declared(line)) {
            let after = line.split("Code::J").skip(1);
            reported.extend(after.filter_map(|rest| rest.get(..4)).map(|digits| format!("J{digits}")));
        }
    }
    let silent: Vec<&str> = every_code().into_keys().filter(|name| !reported.contains(*name)).collect();
    assert!(silent.is_empty(), "nothing reports {silent:?}");
}

#[test]
fn every_file_of_rules_is_listed() {
    let folder = root().join("src/rules/check");
    let held = fs::read_to_string(folder.join("mod.rs")).expect("a file");
    let list = held.split("\nfiles! {\n").nth(1).and_then(|rest| rest.split('}').next()).expect("the list");
    let listed: BTreeSet<String> =
        list.lines().map(|line| line.trim().trim_end_matches(',').to_owned()).filter(|line| !line.is_empty()).collect();
    let stems = files(&folder, ".rs").into_keys().map(|path| path.file_stem().expect("a stem").display().to_string());
    let present: BTreeSet<String> = stems.filter(|stem| !["mod", "rules"].contains(&stem.as_str())).collect();
    assert_eq!(listed, present);
    // A rule's own example stands beside it, and no example is left of a rule that is gone.
    let examples = files(&folder.join("examples"), ".txt").into_keys();
    let examples: BTreeSet<String> =
        examples.map(|path| path.file_stem().expect("a stem").display().to_string()).collect();
    let with_example = rules().iter().filter(|rule| rule.example.is_some()).map(|rule| rule.code.name().to_owned());
    assert_eq!(examples, with_example.collect());
}
