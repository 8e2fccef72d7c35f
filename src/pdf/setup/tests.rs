//! The whole set-up on machines made of fake `typst`, `cargo` and `npm` scripts.

#![allow(clippy::unwrap_used)]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use tempfile::TempDir;

use super::environment::Environment;
use super::pinned::PinnedFont;
use super::sound::CLAIMS;
use super::sound::tests::two_pages;
use super::{SetupContext, SetupSettings, Tools};
use crate::base::diagnostics::Diagnostics;
use crate::base::locale::{Lang, Messages};
use crate::base::progress::Progress;

const TYPST: &str = r#"case $1 in --version) echo 'typst 0.15.1 (fake)';;
compile) for word; do sheet=$pdf; pdf=$word; done; title=$(sed -n 's/.*title: "\([0-9a-f]*\)".*/\1/p' "$sheet")
sed "s/T\{64\}/$title/" "$HERE/trial.pdf" > "$pdf";;
*) cat "$HERE/families";; esac"#;
/// Says that it is typst and gives the same PDF whatever it is asked for.
const LIAR: &str = r#"case $1 in --version) echo 'typst 0.15.1 (fake)';;
compile) for word; do pdf=$word; done; cp "$HERE/trial.pdf" "$pdf";; *) cat "$HERE/families";; esac"#;
const OLD_TYPST: &str = "echo 'typst 0.14.9 (fake)'";
const CARGO: &str = r#"echo "$@" >> "$HERE/cargo.log"; echo "$PWD|$CARGO_TARGET_DIR|$CARGO_PKG_NAME" > "$HERE/cargo.env"
echo '   Compiling typst' >&2; sleep 0.3; mkdir -p "$8/bin"; cp "$HERE/typst-to-install" "$8/bin/typst""#;
const NPM: &str = r#"echo "$@" >> "$HERE/npm.log"; mkdir -p "$3/node_modules/@t/gothic/400"
printf gothic > "$3/node_modules/@t/gothic/400/G.ttf"; printf bold > "$3/node_modules/@t/gothic/B.ttf""#;

/// A machine with a search path and a cache of its own.
struct Machine {
    folder: TempDir,
    pinned: Vec<PinnedFont>,
}

impl Machine {
    fn new(tools: &[(&str, &str)]) -> Self {
        let font = |path: &'static str, content: &str| PinnedFont {
            package: "@t/gothic",
            version: "1.2.3",
            path,
            size: content.len() as u64,
            blake3: blake3::hash(content.as_bytes()).to_hex().to_string().leak(),
        };
        let pinned = vec![font("400/G.ttf", "gothic"), font("B.ttf", "bold")];
        let machine = Self { folder: tempfile::tempdir().unwrap(), pinned };
        fs::create_dir(machine.path("bin")).unwrap();
        machine.script("typst-to-install", TYPST);
        machine.families(&["DejaVu Sans"]);
        fs::write(machine.path("trial.pdf"), two_pages(&"T".repeat(64), &CLAIMS.concat())).unwrap();
        for (name, script) in tools {
            machine.script(&format!("bin/{name}"), script);
        }
        machine
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn script(&self, name: &str, body: &str) {
        let text = format!("#!/bin/sh\nPATH=/usr/bin:/bin\nHERE='{}'\n{body}\n", self.folder.path().display());
        let draft = self.path("draft");
        fs::write(&draft, text).unwrap();
        // Written by another process: this one may be forking in another thread, and the copy of a descriptor
        // open for writing would keep the script from running.
        let made = Command::new("/usr/bin/install").args(["-m", "755"]).arg(&draft).arg(self.path(name)).status();
        assert!(made.unwrap().success());
    }

    fn families(&self, names: &[&str]) {
        fs::write(self.path("families"), names.join("\n") + "\n").unwrap();
    }

    /// The lines of a log of a fake tool.
    fn log(&self, name: &str) -> Vec<String> {
        fs::read_to_string(self.path(name)).unwrap_or_default().lines().map(str::to_owned).collect()
    }

    fn installed_typst(&self) -> PathBuf {
        self.path("cache/typst-0.15.1/bin/typst")
    }

    /// Runs the set-up: what it gives, and its findings as `J0000: message`.
    fn prepare(&self, folders: &[&Path]) -> (Option<Tools>, Vec<String>) {
        self.prepare_with(&SetupSettings {
            font_paths: folders.iter().map(|folder| folder.to_path_buf()).collect(),
            ..SetupSettings::default()
        })
    }

    /// As [`prepare`](Self::prepare), with all options.
    fn prepare_with(&self, options: &SetupSettings) -> (Option<Tools>, Vec<String>) {
        let environment = Environment {
            path: self.path("bin").into(),
            running_cargo: None,
            tools: Some(self.path("junsoku-tools")).filter(|folder| folder.is_dir()),
            cache: Some(self.path("cache")),
        };
        let (progress, messages) = (Progress::new(false), Messages::of(Lang::En));
        let context = SetupContext { environment: &environment, pinned: &self.pinned, progress: &progress, messages };
        let mut findings = Diagnostics::default();
        let tools = context.prepare(options, &mut findings);
        let said = findings.sorted().iter().map(|d| format!("{}: {}", d.code, d.message(messages))).collect();
        (tools, said)
    }

    /// The set-up must succeed without any finding.
    fn prepared(&self) -> Tools {
        let (tools, said) = self.prepare(&[]);
        assert_eq!(said, Vec::<String>::new());
        tools.unwrap()
    }

    /// The set-up must fail with one finding.
    fn failure(&self, folders: &[&Path]) -> String {
        let (tools, said) = self.prepare(folders);
        assert!(tools.is_none() && said.len() == 1, "{tools:?} {said:?}");
        said[0].clone()
    }
}

#[test]
fn the_right_typst_on_the_path_is_used() {
    let machine = Machine::new(&[("typst", TYPST), ("npm", NPM), ("cargo", CARGO)]);
    let tools = machine.prepared();
    assert_eq!(tools.typst, machine.path("bin/typst"));
    assert!(machine.log("cargo.log").is_empty());
    assert!(!tools.fonts.system);
    assert_eq!(fs::read(tools.fonts.folders[0].join("G.ttf")).unwrap(), b"gothic");
    assert!(tools.fonts.fingerprint.starts_with("pinned:"));
}

#[test]
fn a_program_that_only_says_that_it_is_typst_is_passed_over() {
    let machine = Machine::new(&[("typst", LIAR), ("npm", NPM), ("cargo", CARGO)]);
    assert_eq!(machine.prepared().typst, machine.installed_typst());
    // Named, it is refused by name; so is another version.
    for (script, words) in [(LIAR, "trial sheet"), (OLD_TYPST, "version 0.15.x")] {
        machine.script("named", script);
        let options = SetupSettings { typst: Some(machine.path("named")), ..SetupSettings::default() };
        let (tools, said) = machine.prepare_with(&options);
        assert!(tools.is_none() && said[0].starts_with("J0610: ") && said[0].contains(words), "{said:?}");
    }
    machine.script("named", TYPST);
    let options = SetupSettings { typst: Some(machine.path("named")), ..SetupSettings::default() };
    assert_eq!(machine.prepare_with(&options).0.unwrap().typst, machine.path("named"));
}

#[test]
fn the_typst_of_the_cache_comes_before_the_search_path() {
    let machine = Machine::new(&[("npm", NPM), ("cargo", CARGO)]);
    let first = machine.prepared();
    machine.script("bin/typst", TYPST);
    assert_eq!(machine.prepared(), first);
    assert_eq!(first.typst, machine.installed_typst());
    // Another program of the same name and version has another hash.
    machine.script("named", &format!("{TYPST}\n# other"));
    let named = machine
        .prepare_with(&SetupSettings { typst: Some(machine.path("named")), ..SetupSettings::default() })
        .0
        .unwrap();
    assert_ne!(named.typst_hash, first.typst_hash);
}

#[test]
fn a_missing_typst_is_installed_once_into_the_cache() {
    let machine = Machine::new(&[("typst", OLD_TYPST), ("npm", NPM), ("cargo", CARGO)]);
    for _ in 0..2 {
        assert_eq!(machine.prepared().typst, machine.installed_typst());
    }
    let root = machine.path("cache/typst-0.15.1");
    let wanted = format!("install typst-cli --locked --no-default-features --version 0.15.1 --root {}", root.display());
    let settings =
        super::typst::NEVER_RUN.map(|library| format!(" --config=profile.release.package.{library}.opt-level=0"));
    assert_eq!(machine.log("cargo.log"), [wanted + &settings.concat()]);
    let env = machine.log("cargo.env").join("");
    let parts: Vec<&str> = env.split('|').collect();
    assert_eq!(Path::new(parts[0]), machine.path("cache").canonicalize().unwrap());
    assert!(parts[1].contains("/unfinished/") && !Path::new(parts[1]).exists(), "{env}");
    assert_eq!(parts[2], "", "`cargo test` sets it, cargo install must not see it");
}

#[test]
fn an_installed_typst_that_does_not_run_is_replaced() {
    let machine = Machine::new(&[("npm", NPM), ("cargo", CARGO)]);
    fs::create_dir_all(machine.installed_typst().parent().unwrap()).unwrap();
    fs::write(machine.installed_typst(), "broken").unwrap();
    machine.prepared();
    assert_eq!(machine.log("cargo.log").len(), 1);
}

#[test]
fn without_cargo_typst_cannot_be_had() {
    let machine = Machine::new(&[("npm", NPM)]);
    assert!(machine.failure(&[]).starts_with("J0602: "));
}

#[test]
fn what_cargo_said_last_is_the_reason() {
    let script = "echo one >&2; echo 'error: no space left' >&2; exit 101";
    let machine = Machine::new(&[("npm", NPM), ("cargo", script)]);
    let said = machine.failure(&[]);
    assert!(said.starts_with("J0603: ") && said.ends_with("one / error: no space left"), "{said}");
    let machine = Machine::new(&[("npm", NPM), ("cargo", "exit 0")]);
    assert!(machine.failure(&[]).starts_with("J0603: "), "nothing was installed");
}

#[test]
fn what_a_release_packed_beside_the_program_comes_first() {
    let machine = Machine::new(&[("typst", TYPST), ("npm", NPM), ("cargo", CARGO)]);
    let fonts = machine.path("junsoku-tools/fonts");
    fs::create_dir_all(&fonts).unwrap();
    machine.script("junsoku-tools/typst", TYPST);
    for (name, content) in [("G.ttf", "gothic"), ("B.ttf", "bold")] {
        fs::write(fonts.join(name), content).unwrap();
    }
    let tools = machine.prepared();
    assert_eq!((tools.typst, tools.fonts.folders), (machine.path("junsoku-tools/typst"), vec![fonts.clone()]));
    assert!(!machine.path("cache").exists(), "nothing was fetched or kept");
    // What is not as pinned, or another version, is passed over.
    fs::write(fonts.join("B.ttf"), "light").unwrap();
    machine.script("junsoku-tools/typst", OLD_TYPST);
    let tools = machine.prepared();
    assert_eq!(tools.typst, machine.path("bin/typst"));
    assert_ne!(tools.fonts.folders, [fonts]);
}

#[test]
fn fonts_are_fetched_once() {
    let machine = Machine::new(&[("typst", TYPST), ("npm", NPM)]);
    let first = machine.prepared();
    assert_eq!(machine.prepared(), first);
    let log = machine.log("npm.log");
    assert_eq!(log.len(), 1);
    assert!(log[0].starts_with("install --prefix "), "{log:?}");
    let rest = "--no-save --ignore-scripts --no-audit --no-fund --loglevel=error @t/gothic@1.2.3";
    assert!(log[0].ends_with(rest), "{log:?}");
    let mut left: Vec<_> =
        fs::read_dir(machine.path("cache")).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    left.sort();
    assert_eq!(left.len(), 3, "fonts-…, setup.lock and work: {left:?}");
}

#[test]
fn a_damaged_font_folder_is_fetched_again() {
    let machine = Machine::new(&[("typst", TYPST), ("npm", NPM)]);
    let folder = machine.prepared().fonts.folders[0].clone();
    fs::write(folder.join("checked.txt"), "half a mark").unwrap();
    machine.prepared();
    fs::write(folder.join("G.ttf"), "short").unwrap();
    machine.prepared();
    fs::remove_file(folder.join("checked.txt")).unwrap();
    machine.prepared();
    assert_eq!(machine.log("npm.log").len(), 4);
    assert_eq!(fs::read(folder.join("G.ttf")).unwrap(), b"gothic");
}

#[test]
fn a_font_with_other_content_is_refused() {
    let mut machine = Machine::new(&[("typst", TYPST), ("npm", NPM)]);
    machine.families(&["BIZ UDGothic"]);
    machine.pinned[1].blake3 = machine.pinned[0].blake3;
    let said = machine.failure(&[]);
    assert!(said.starts_with("J0605: B.ttf of @t/gothic@1.2.3 "), "{said}");
    machine.pinned[1].path = "missing.ttf";
    assert!(machine.failure(&[]).contains("found –"));
}

#[test]
fn installed_fonts_stand_in_when_npm_fails() {
    let machine = Machine::new(&[("typst", TYPST), ("npm", "echo 'npm error code ENET' >&2; exit 1")]);
    assert!(machine.failure(&[]).starts_with("J0604: "));
    machine.families(&["IPAexGothic", "Noto Sans CJK JP", "Noto Serif CJK JP"]);
    let (tools, said) = machine.prepare(&[]);
    let fonts = tools.unwrap().fonts;
    assert!(fonts.system && fonts.folders.is_empty() && fonts.fingerprint.starts_with("system:"));
    assert_eq!(fonts.families.names(), ["Noto Sans CJK JP"]);
    assert!(said.len() == 1 && said[0].starts_with("J0607: "), "{said:?}");
    assert!(said[0].contains("Noto Sans CJK JP") && said[0].contains("(npm: code ENET)"), "{said:?}");
}

#[test]
fn installed_fonts_stand_in_when_npm_is_missing() {
    let machine = Machine::new(&[("typst", TYPST)]);
    assert!(machine.failure(&[]).ends_with("npm was not found"));
    machine.families(&["Noto Sans JP"]);
    assert!(machine.prepare(&[]).0.is_some());
}

#[test]
fn folders_of_the_user_come_first_and_are_told_apart_by_content() {
    let machine = Machine::new(&[("typst", TYPST), ("npm", NPM)]);
    let folder = machine.path("my fonts");
    fs::create_dir(&folder).unwrap();
    assert!(machine.failure(&[&folder]).starts_with("J0609: "));
    assert!(machine.failure(&[&folder, &machine.path("none")]).starts_with("J0606: "));
    machine.families(&["Noto Sans JP"]);
    let fingerprints = ["one", "two", "one"].map(|content| {
        fs::write(folder.join("a.otf"), content).unwrap();
        let fonts = machine.prepare(&[&folder]).0.unwrap().fonts;
        assert_eq!((fonts.folders, fonts.system), (vec![folder.clone()], false));
        fonts.fingerprint
    });
    assert_eq!(fingerprints[0], fingerprints[2]);
    assert_ne!(fingerprints[0], fingerprints[1]);
    assert!(machine.log("npm.log").is_empty());
}

#[test]
fn two_runs_at_once_install_once() {
    let machine = Machine::new(&[("npm", NPM), ("cargo", CARGO)]);
    std::thread::scope(|scope| {
        let runs = [scope.spawn(|| machine.prepared()), scope.spawn(|| machine.prepared())];
        let [first, second] = runs.map(|run| run.join().unwrap());
        assert_eq!(first, second);
    });
    assert_eq!((machine.log("cargo.log").len(), machine.log("npm.log").len()), (1, 1));
}
