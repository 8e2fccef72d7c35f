//! Content folders that no author would write on purpose: each is told in plain words, fast, and none stops the
//! program in its tracks.

use std::fs::{self, File};
use std::os::unix::fs::symlink;
use std::os::unix::net::UnixListener;
use std::process::Command;
use std::thread;
use std::time::{Duration, Instant};

use crate::support::{self, Case, Loaded, Program, Run, effort};
use junsoku::base::locale::Lang;

const POLICY: &str = "regions/midori/policy.yaml";

/// For how long even the worst file may keep a processor busy.
const SOON: Duration = Duration::from_secs(10);

/// How long to look on before a program that does nothing is taken for one that waits, on a busy machine, too.
const PATIENCE: Duration = Duration::from_mins(2);

/// Loads and demands that it does not take long.
fn load_soon(case: &Case) -> Loaded {
    let (loaded, taken) = effort(|| case.load());
    assert!(taken < SOON, "{taken:?}");
    loaded
}

#[test]
fn an_empty_folder_holds_no_yaml() {
    Case::empty().load().check_codes(&["J0106"]);
    let case = Case::empty();
    case.write("README.md", "# Notes").write(".hidden/policy.yaml", "a: b");
    case.load().check_codes(&["J0106"]);
}

#[test]
fn a_missing_folder_is_told_and_named() {
    let case = Case::empty();
    let run = Program::new(["check", "--content", "no-such-folder"]).in_folder(&case.root()).run().check(2);
    assert!(run.stderr.contains("J0003") && run.stderr.contains("no-such-folder"), "{}", run.stderr);
}

#[test]
fn a_file_in_the_place_of_the_folder_is_told() {
    let case = Case::empty();
    case.write("content.yaml", "a: b\n");
    let loaded = Loaded::from(&case.root().join("content.yaml"));
    assert!(loaded.findings.has_errors(), "{:?}", loaded.codes());
}

#[test]
fn other_letters_than_utf_8_are_shown_where_they_begin() {
    let case = Case::new("");
    // 「町」 in Shift_JIS.
    case.write(POLICY, b"# notes\ntitle: {ja: \x92\xac, en: Rules}\n");
    let loaded = case.load();
    loaded.check_codes(&["J0102"]);
    assert_eq!(loaded.only_place(), (POLICY.to_owned(), 2, 13));
    case.write(POLICY, [b"\xff\xfe".as_slice(), "t\0i\0t\0l\0e\0".as_bytes()].concat());
    assert_eq!(case.load().only_place(), (POLICY.to_owned(), 1, 1));
}

#[test]
fn a_link_out_of_the_folder_is_refused() {
    let case = Case::new("");
    let outside = case.root().with_file_name("secret.yaml");
    fs::write(&outside, "password: hunter2\n").expect("a file");
    symlink(&outside, case.root().join("regions/midori/secret.yaml")).expect("a link");
    let loaded = case.load();
    loaded.check_codes(&["J0104"]);
    assert!(!loaded.told(Lang::En).contains("hunter2"));
}

#[test]
fn a_link_to_a_folder_is_refused_even_a_circle() {
    let case = Case::new("");
    symlink("..", case.root().join("regions/again")).expect("a link");
    load_soon(&case).check_codes(&["J0104"]);
}

#[test]
fn a_link_that_leads_nowhere_is_refused() {
    let case = Case::new("");
    symlink("gone.yaml", case.root().join("regions/midori/manual.yaml")).expect("a link");
    case.load().check_codes(&["J0104"]);
}

#[test]
fn a_link_to_a_file_of_the_same_folder_is_followed() {
    let case = Case::new("");
    symlink("policy.yaml", case.root().join("regions/midori/manual.yaml")).expect("a link");
    let loaded = case.load();
    loaded.check_codes(&[]);
    assert!(loaded.build().files.contains_key("ja/regions/midori/manual/index.html"));
}

#[test]
fn a_huge_file_is_refused_without_being_read() {
    let case = Case::new("");
    // The file has holes instead of bytes, so that the test needs no room.
    let file = File::create(case.root().join("regions/midori/huge.yaml")).expect("a file");
    file.set_len(100 * 1024 * 1024).expect("a length");
    let (loaded, taken) = effort(|| case.load());
    loaded.check_codes(&["J0103"]);
    assert!(taken < Duration::from_secs(1), "{taken:?}");
}

#[test]
fn a_file_that_cannot_be_read_is_told() {
    let case = Case::new("");
    let path = "regions/midori/manual.yaml";
    // Not even root can open a socket as a file, so that this needs no user of fewer rights.
    let _socket = UnixListener::bind(case.root().join(path)).expect("a socket");
    let loaded = case.load();
    loaded.check_codes(&["J0105"]);
    assert_eq!(loaded.only_place(), (path.to_owned(), 1, 1));
}

#[test]
fn a_pipe_is_not_waited_for() {
    let case = Case::new("");
    let pipe = case.root().join("regions/midori/manual.yaml");
    assert!(Command::new("mkfifo").arg(&pipe).status().expect("mkfifo").success());
    let mut run = Program::new(["check", "--content"]).arg(case.root()).start();
    let begun = Instant::now();
    while run.try_wait().expect("a process").is_none() {
        if begun.elapsed() > PATIENCE {
            run.kill().expect("a process to end");
            panic!("it still waits for somebody to write");
        }
        thread::sleep(Duration::from_millis(20));
    }
    let run = Run::of(run.wait_with_output().expect("the end")).check(1);
    assert!(run.stderr.contains("J0105"), "{}", run.stderr);
}

#[test]
fn a_folder_named_like_a_file_is_no_file() {
    let case = Case::new("");
    fs::create_dir(case.root().join("regions/midori/manual.yaml")).expect("a folder");
    case.load().check_codes(&[]);
}

/// The program and not the library reads these: a stack that overflows ends the process that it is in.
#[test]
fn deep_nesting_is_a_finding() {
    let texts =
        ["[".repeat(100_000), "{a: ".repeat(100_000), "- ".repeat(100_000), nested_block(2_000), nested_block(60)];
    for text in texts {
        let case = Case::new("");
        case.write(POLICY, &text);
        let run = Program::new(["check", "--content"]).arg(case.root()).run().check(1);
        assert!(run.stderr.contains(POLICY), "{}", run.stderr);
    }
}

/// Mappings, each indented one space more than the one it stands in.
fn nested_block(depth: usize) -> String {
    (0..depth).map(|level| format!("{}a:\n", " ".repeat(level))).collect()
}

#[test]
fn content_as_deep_as_may_be_is_read_and_shown() {
    let mut text = format!("{HEAD}body:\n");
    for level in 0..8 {
        let indent = " ".repeat(level * 4 + 2);
        text +=
            &format!("{indent}- id: a\n{indent}  level: none\n{indent}  ja: 甲\n{indent}  en: A\n{indent}  items:\n");
    }
    let case = Case::new("");
    case.write(POLICY, text);
    case.load().check_codes(&[]).build().check_page("ja/regions/midori/policy/index.html", &["id=\"a.a.a.a.a.a.a.a\""]);
}

const HEAD: &str = "title: {ja: みどり町運用規程, en: Midori Town Rules}\nstanding: official\nlevels: []\n";

/// Aliases that stand for ten times as much each as the one before.
fn alias_bomb() -> String {
    let mut text = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n".to_owned();
    for level in 1..12 {
        let below = vec![format!("*a{}", level - 1); 10].join(", ");
        text += &format!("a{level}: &a{level} [{below}]\n");
    }
    text
}

#[test]
fn an_alias_bomb_does_not_go_off() {
    let case = Case::new("");
    case.write(POLICY, alias_bomb());
    load_soon(&case).check_codes(&["J0138"]);
}

#[test]
fn a_few_aliases_are_read() {
    let case = Case::new("");
    case.write(
        POLICY,
        "title: &name {ja: みどり町運用規程, en: Midori Town Rules}\nshort_title: *name\nstanding: official\n\
         enacted: &day 2025-03-01\namended: [*day]\nlevels: []\nbody: []\n",
    );
    let loaded = case.load();
    loaded
        .check_codes(&[])
        .build()
        .check_page("en/regions/midori/policy/index.html", &["Midori Town Rules", "March 1, 2025"]);
}

#[test]
fn control_letters_are_a_finding_or_text_but_never_a_fall() {
    for letter in ['\0', '\u{1}', '\u{7f}', '\u{feff}', '\u{2028}', '\u{10ffff}'] {
        let case = Case::new("");
        case.write(POLICY, format!("{HEAD}body:\n  - {{id: a, ja: \"甲{letter}乙\", en: \"A{letter}B\"}}\n"));
        let loaded = load_soon(&case);
        assert!(loaded.codes().iter().all(|code| code.starts_with("J01")), "{letter:?}: {:?}", loaded.codes());
        if !loaded.findings.has_errors() {
            loaded.build().check_page("ja/regions/midori/policy/index.html", &["甲", "乙"]);
        }
    }
}

#[test]
fn a_byte_order_mark_and_line_ends_of_windows_change_nothing() {
    let case = Case::new("");
    let plain = case.read(POLICY);
    let expected = case.build();
    let windows = plain.replace('\n', "\r\n");
    for text in [format!("\u{feff}{plain}"), windows.clone(), format!("\u{feff}{windows}")] {
        case.write(POLICY, &text);
        assert!(expected.files == case.build().files, "{:?}", &text[..20]);
    }
}

#[test]
fn lines_end_as_on_windows_and_places_are_still_right() {
    let case = Case::new("");
    case.write(POLICY, format!("\u{feff}{HEAD}colour: green\nbody: []\n").replace('\n', "\r\n"));
    let loaded = case.load();
    loaded.check_codes(&["J0201"]);
    assert_eq!(loaded.only_place(), (POLICY.to_owned(), 4, 1));
}

#[test]
fn empty_files_and_other_documents_are_findings() {
    for text in
        ["", "\n\n", "# only a comment\n", "~\n", "just words\n", "- a\n- b\n", "---\n...\n", "a: b\n---\nc: d\n"]
    {
        let case = Case::new("");
        case.write(POLICY, text);
        let loaded = load_soon(&case);
        assert!(loaded.findings.has_errors(), "{text:?}");
        loaded.told(Lang::Ja);
    }
}

#[test]
fn every_beginning_of_a_file_is_read_without_a_fall() {
    let policy = fs::read(support::root().join("regions/kawabe/policy.yaml")).expect("the policy");
    let case = Case::new("");
    // All of the head, where most kinds of values stand, then a prime step through the rest.
    let lengths = (0..600).chain((600..policy.len()).step_by(211));
    for length in lengths {
        case.write(POLICY, &policy[..length]);
        check_no_fall(&case);
    }
}

#[test]
fn files_with_changed_bytes_are_read_without_a_fall() {
    let policy = fs::read(support::root().join("regions/hamabe/forms/application.yaml")).expect("the form");
    let case = Case::new("");
    let mut random = Random(20_261_121);
    for _ in 0..200 {
        let mut bytes = policy.clone();
        for _ in 0..=random.below(4) {
            mutate(&mut bytes, &mut random);
        }
        case.write("regions/midori/forms/notice.yaml", &bytes);
        check_no_fall(&case);
    }
}

/// Loads, and tells what was found: places, excerpts and all.
fn check_no_fall(case: &Case) {
    let loaded = case.load();
    let told = loaded.told(Lang::Ja);
    assert_eq!(told.is_empty(), loaded.codes().is_empty());
}

/// Replaces, takes away or puts in one byte, mostly one that means something in YAML.
fn mutate(bytes: &mut Vec<u8>, random: &mut Random) {
    const TELLING: &[u8] = b"{}[]:,-#&*!|>'\"%@`\n \t\\?~0\xff\xe3";
    let at = random.below(bytes.len());
    let byte = TELLING[random.below(TELLING.len())];
    match random.below(3) {
        0 => bytes[at] = byte,
        1 => drop(bytes.remove(at)),
        _ => bytes.insert(at, byte),
    }
}

/// Numbers that look random and are the same in every run (xorshift64).
struct Random(u64);

impl Random {
    fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % u64::try_from(limit).expect("a small limit")).expect("a small number")
    }
}
