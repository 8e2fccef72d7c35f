//! What runs leave behind, lose or overwrite: nothing, however they end.

use std::fs::{self, File};
use std::os::unix::fs::PermissionsExt as _;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use crate::support::{Case, Program, Run, is_kind, names_in};

/// A form whose one field is somebody's name.
const FORM: &str = "title: {ja: 届, en: Notice}\norigin: source\nstanding: official\nblocks:\n\
    \u{20} - addressee: {id: to, fields: [{id: name, label: {ja: 氏名, en: Name}, type: text}], honorific: {ja: 様, en: ''}}\n";

/// A desk with content, data, and a cache in which typst never ends; it writes its number to `typst.pid`.
struct Desk {
    case: Case,
}

impl Desk {
    fn new() -> Self {
        let desk = Self { case: Case::new("") };
        let number = desk.path("typst.pid").display().to_string();
        desk.typst(&format!("echo $$ > '{number}.new'; /bin/mv '{number}.new' '{number}'; exec /bin/sleep 1000"));
        desk.case.write("regions/midori/forms/name.yaml", FORM);
        fs::write(desk.path("data.csv"), "to.name\n山田花子\n").expect("data");
        fs::create_dir(desk.path("fonts")).expect("a folder");
        desk
    }

    /// Puts a typst into the cache that does `compile` when it is to set a sheet.
    fn typst(&self, compile: &str) {
        let typst = self.path("cache/typst-0.15.1/bin/typst");
        fs::create_dir_all(typst.parent().expect("a folder")).expect("a folder");
        let script = format!(
            "#!/bin/sh\ncase $1 in --version) echo 'typst 0.15.1 (fake)';; fonts) echo 'BIZ UDGothic';;\n*) {compile};; esac\n"
        );
        fs::write(&typst, script).expect("a script");
        fs::set_permissions(&typst, fs::Permissions::from_mode(0o755)).expect("a program");
    }

    fn path(&self, name: &str) -> PathBuf {
        self.case.root().parent().expect("a folder").join(name)
    }

    fn work(&self) -> Vec<String> {
        names_in(&self.path("cache/unfinished"))
    }

    fn program(&self, args: &[&str]) -> Program {
        Program::new(args).arg("--content").arg(self.case.root()).env("JUNSOKU_CACHE_DIR", self.path("cache"))
    }

    /// Starts filling the form and waits until typst runs; gives the numbers of both.
    fn filling(&self) -> (Child, String) {
        let program = self.program(&["fill", "midori/name"]).arg("--data").arg(self.path("data.csv"));
        let program = program.arg("--output").arg(self.path("filled")).arg("--font-path").arg(self.path("fonts"));
        (program.start(), self.number_of_typst())
    }

    /// The number of the typst that was started, once it says so.
    fn number_of_typst(&self) -> String {
        let begun = Instant::now();
        loop {
            if let Ok(typst) = fs::read_to_string(self.path("typst.pid")) {
                fs::remove_file(self.path("typst.pid")).expect("the number");
                return typst.trim().to_owned();
            }
            assert!(begun.elapsed() < Duration::from_mins(2), "typst was not started");
            std::thread::sleep(Duration::from_millis(20));
        }
    }
}

fn send(signal: &str, process: &str) {
    assert!(Command::new("kill").arg(format!("-{signal}")).arg(process).status().expect("kill").success());
}

fn check_gone(process: &str) {
    let begun = Instant::now();
    let lives = || {
        let output = Command::new("ps").args(["-o", "stat=", "-p", process]).output().expect("ps");
        let state = String::from_utf8_lossy(&output.stdout).trim().to_owned();
        // One that has ended and that nobody has asked for yet is no longer there.
        !state.is_empty() && !state.starts_with('Z')
    };
    while lives() {
        assert!(begun.elapsed() < Duration::from_secs(10), "process {process} still runs");
        std::thread::sleep(Duration::from_millis(20));
    }
}

#[test]
fn a_signal_ends_typst_and_leaves_nothing() {
    let desk = Desk::new();
    for (signal, status) in [("INT", 130), ("TERM", 143), ("HUP", 129)] {
        let (mut child, typst) = desk.filling();
        let mode = fs::metadata(desk.path("cache/unfinished")).expect("the work").permissions().mode();
        // The portable twins know no modes.
        assert!(cfg!(junsoku_portable) || mode & 0o777 == 0o700, "names and addresses lie there: {mode:o}");
        assert_eq!(desk.work().len(), 2, "{:?}", desk.work());
        send(signal, &child.id().to_string());
        assert_eq!(child.wait().expect("the end").code(), Some(status), "{signal}");
        check_gone(&typst);
        assert_eq!(desk.work(), [""; 0], "{signal}");
        assert!(!desk.path("filled").exists());
    }
}

#[test]
fn a_killed_run_leaves_no_typst_and_its_work_is_swept() {
    let desk = Desk::new();
    let (mut child, typst) = desk.filling();
    send("KILL", &child.id().to_string());
    child.wait().expect("the end");
    check_gone(&typst);
    assert_eq!(desk.work().len(), 2, "what a killed run cannot remove");
    desk.program(&["check"]).run().check(0);
    assert_eq!(desk.work(), [""; 0]);
}

#[test]
fn a_lasting_run_keeps_its_work() {
    let desk = Desk::new();
    let (mut child, typst) = desk.filling();
    desk.program(&["check"]).run().check(0);
    assert_eq!(desk.work().len(), 2);
    send("TERM", &child.id().to_string());
    child.wait().expect("the end");
    check_gone(&typst);
}

#[test]
fn what_a_false_typst_gives_is_not_kept() {
    let desk = Desk::new();
    // Its last argument is where the PDF goes.
    for (compile, word) in [
        ("for pdf; do :; done; echo '<html></html>' > \"$pdf\"", "does not begin"),
        ("for pdf; do :; done; printf '%%PDF-1.7\\n%%%%EOF\\n' > \"$pdf\"", "PDF/UA-1"),
        ("exit 0", "does not begin"),
    ] {
        desk.typst(compile);
        let program = desk.program(&["build"]).arg("--output").arg(desk.path("output"));
        let run = program.arg("--font-path").arg(desk.path("fonts")).run().check(2);
        assert!(run.stderr.contains("J0515") && run.stderr.contains(word), "{}", run.stderr);
        assert!(!desk.path("output").exists() && !desk.path("cache/pdf").exists());
        assert_eq!(desk.work(), [""; 0]);
    }
}

#[test]
fn typst_sees_its_sheet_and_nothing_of_the_environment() {
    let desk = Desk::new();
    let seen = desk.path("seen").display().to_string();
    desk.typst(&format!("(/usr/bin/env; pwd; /bin/ls; echo \"$@\") > '{seen}'; exit 1"));
    let program = desk.program(&["fill", "midori/name"]).arg("--data").arg(desk.path("data.csv"));
    let program = program.arg("--output").arg(desk.path("filled")).arg("--font-path").arg(desk.path("fonts"));
    program.env("TYPST_ROOT", "/").env("A_SECRET", "key").run().check(1);
    let seen = fs::read_to_string(seen).expect("what it saw");
    let lines: Vec<&str> = seen.lines().collect();
    assert!(!seen.contains("A_SECRET") && !seen.contains("HOME="), "{seen}");
    // The one of these that junsoku sets itself.
    let variables: Vec<&&str> = lines.iter().filter(|line| line.starts_with("TYPST_")).collect();
    assert_eq!(variables, [&"TYPST_IGNORE_EMBEDDED_FONTS=true"], "{seen}");
    let folder = lines.iter().find(|line| line.starts_with('/')).expect("its folder");
    assert!(folder.contains("/cache/unfinished/") && seen.contains(&format!("--root {folder} ")), "{seen}");
    let others = lines.iter().filter(|line| !line.contains([' ', '=', '/']) && !is_kind(line, "typ"));
    assert_eq!(others.copied().collect::<Vec<_>>(), ["sheet.json"], "{seen}");
}

#[cfg(target_os = "linux")]
#[test]
fn output_that_cannot_be_written_is_no_success() {
    let case = Case::new("");
    let calls: [&[&str]; 5] =
        [&["check"], &["explain"], &["schema"], &["fill", "midori/notice", "--template", "csv"], &["--help"]];
    for args in calls {
        let mut program = Program::new(args);
        if !["explain", "schema", "--help"].contains(&args[0]) {
            program = program.arg("--content").arg(case.root());
        }
        let full = File::options().write(true).open("/dev/full").expect("a full disk");
        program.command.stdout(full).stderr(Stdio::piped());
        let run = Run::of(program.command.output().expect("the end")).check(2);
        assert!(run.stderr.contains("J0012"), "{args:?}: {}", run.stderr);
    }
}

#[test]
fn a_reader_that_has_enough_is_no_fault() {
    let mut program = Program::new(["schema"]);
    program.command.stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = program.command.spawn().expect("the program");
    drop(child.stdout.take());
    assert_eq!(child.wait().expect("the end").code(), Some(0));
}

#[test]
fn two_reviews_at_once_are_both_recorded() {
    let case = Case::new("base: conformance\n");
    let accept = |target: &str| Program::new(["accept", target, "--content"]).arg(case.root());
    accept("midori").run().check(0);
    let midori = case.read("junsoku.lock");
    for _ in 0..5 {
        case.write("junsoku.lock", "# junsoku.lock 1\n");
        let runs = ["midori", "baseline"].map(|target| accept(target).start());
        for run in runs {
            Run::of(run.wait_with_output().expect("the end")).check(0);
        }
        let both = case.read("junsoku.lock");
        assert!(midori.lines().all(|line| both.lines().any(|other| other == line)), "{both}");
        assert!(both.contains("translation baseline/") && both.lines().is_sorted(), "{both}");
    }
    let beside: Vec<String> = names_in(&case.root()).into_iter().filter(|name| name.starts_with('.')).collect();
    assert_eq!(beside, Vec::<String>::new());
}

#[test]
fn a_table_does_not_replace_a_file_unasked() {
    let case = Case::new("");
    let file = case.root().parent().expect("a folder").join("table.txt");
    fs::write(&file, "written by hand").expect("a file");
    let amend = |args: &[&str]| {
        let new = file.with_file_name("new.yaml");
        let text = case.read("regions/midori/policy.yaml").replace("町の約束を示す", "町の約束を定める");
        fs::write(&new, text).expect("a document");
        let program = Program::new(["amend", "midori/policy"]).arg(&new).arg("--content").arg(case.root());
        program.arg("--output").arg(&file).args(args).run()
    };
    let run = amend(&[]);
    assert!(run.check(2).stderr.contains("J0510"));
    assert_eq!(fs::read_to_string(&file).expect("the file"), "written by hand");
    let run = amend(&["--force"]).check(0);
    assert!(run.stdout.contains("table.txt.bak"), "{}", run.stdout);
    assert_eq!(fs::read_to_string(file.with_extension("txt.bak")).expect("the backup"), "written by hand");
    assert!(fs::read_to_string(&file).expect("the table").contains("定める"));
}

/// Runs a command under a limit on the size of the files that it writes, in blocks of 512 bytes.
fn run_on_a_small_disk(program: &Program, blocks: u32) -> Run {
    let mut shell = Command::new("/bin/sh");
    shell.arg("-c").arg(format!("trap '' XFSZ; ulimit -f {blocks}; exec \"$@\"")).arg("sh");
    shell.arg(program.command.get_program()).args(program.command.get_args());
    for (name, value) in program.command.get_envs() {
        match value {
            Some(value) => shell.env(name, value),
            None => shell.env_remove(name),
        };
    }
    Run::of(shell.stdin(Stdio::null()).output().expect("a shell"))
}

#[test]
fn a_full_disk_leaves_what_was_there_and_no_half() {
    let case = Case::new("");
    let folder = case.root().parent().expect("a folder").to_owned();
    let schemas = Program::new(["schema", "--output"]).arg(folder.join("schemas"));
    let run = run_on_a_small_disk(&schemas, 4).check(2);
    assert!(run.stderr.contains("J0511"), "{}", run.stderr);
    assert!(!folder.join("schemas").exists());
    let output = folder.join("output");
    let build = || Program::site(&case.root(), &output);
    build().run().check(0);
    let before = crate::support::read_folder(&output);
    case.write("regions/midori/forms/name.yaml", FORM);
    let run = run_on_a_small_disk(&build(), 4).check(2);
    assert!(run.stderr.contains("J0511"), "{}", run.stderr);
    assert!(before == crate::support::read_folder(&output));
    assert_eq!(names_in(&folder), ["content", "output"]);
}

#[test]
fn folders_for_temporary_files_are_not_needed_and_the_cache_is_named() {
    let folder = tempfile::tempdir().expect("a folder");
    let text = folder.path().join("policy.txt");
    fs::write(&text, "みどり町規程\n\n（目的）\n第１条　この規程は、道具を定める。\n").expect("a text");
    let import = |region: &str| {
        let program = Program::new(["import", "--region", region]).arg(&text);
        program.arg("--output").arg(folder.path().join("content"))
    };
    let cache = folder.path().join("cache");
    import("midori").env("TMPDIR", "/nowhere").env("JUNSOKU_CACHE_DIR", &cache).run().check(0);
    // A file stands where the cache would.
    let run = import("chuo").env("JUNSOKU_CACHE_DIR", text.join("cache")).run().check(2);
    assert!(run.stderr.contains("J0505") && run.stderr.contains("JUNSOKU_CACHE_DIR"), "{}", run.stderr);
    let nowhere = import("chuo").without_env("HOME").without_env("XDG_CACHE_HOME").without_env("JUNSOKU_CACHE_DIR");
    assert!(nowhere.run().check(2).stderr.contains("J0505"));
    assert_eq!(names_in(&folder.path().join("content").join("regions")), ["midori"]);
}

#[test]
fn what_is_replaced_by_import_is_kept() {
    let folder = tempfile::tempdir().expect("a folder");
    let text = folder.path().join("policy.txt");
    fs::write(&text, "みどり町規程\n\n（目的）\n第１条　この規程は、道具を定める。\n").expect("a text");
    let content = folder.path().join("content");
    let import = |args: &[&str]| {
        Program::new(["import", "--region", "midori"]).arg(&text).arg("--output").arg(&content).args(args).run()
    };
    import(&[]).check(0);
    let policy = content.join("regions/midori/policy.yaml");
    fs::write(&policy, "# months of work\n").expect("the file");
    assert!(import(&[]).check(2).stderr.contains("J0821"));
    import(&["--force"]).check(0);
    assert_eq!(fs::read_to_string(policy.with_extension("yaml.bak")).expect("the backup"), "# months of work\n");
    assert!(names_in(&content).iter().all(|name| !name.starts_with('.')), "{:?}", names_in(&content));
}

/// The mode of a file or folder.
fn mode(path: &Path) -> u32 {
    fs::metadata(path).expect("what was made").permissions().mode() & 0o777
}

#[test]
fn the_umask_holds_for_the_output_as_a_whole() {
    for (umask, folder_mode, file_mode) in [("022", 0o755, 0o644), ("027", 0o750, 0o640)] {
        let case = Case::new("");
        let output = case.root().parent().expect("a folder").join("output");
        let build = || {
            let mut shell = Command::new("/bin/sh");
            shell.arg("-c").arg(format!("umask {umask}; exec \"$@\"")).arg("sh").arg(env!("CARGO_BIN_EXE_junsoku"));
            shell.args(["build", "--no-pdf", "--content"]).arg(case.root()).arg("--output").arg(&output);
            Run::of(shell.output().expect("a shell")).check(0);
        };
        build();
        assert_eq!(
            [mode(&output), mode(&output.join("ja")), mode(&output.join("index.html"))],
            [folder_mode, folder_mode, file_mode]
        );
        fs::set_permissions(&output, fs::Permissions::from_mode(0o775)).expect("a wish of the user");
        build();
        assert_eq!(mode(&output), 0o775, "it stays");
    }
}

#[test]
fn names_and_bytes_that_cannot_be_are_told_with_what_to_do() {
    let folder = tempfile::tempdir().expect("a folder");
    let text = folder.path().join("policy.txt");
    fs::write(&text, "みどり町規程\n\n（目的）\n第１条　この規程は、道具を定める。\n").expect("a text");
    let content = folder.path().join("content");
    let import = |region: &str| {
        Program::new(["import", "--lang", "en", "--region", region]).arg(&text).arg("--output").arg(&content)
    };
    for region in ["con", &"a".repeat(300)] {
        let run = import(region).run().check(2);
        assert!(run.stderr.contains("J0116"), "{}", run.stderr);
    }
    let mut bytes = fs::read(&text).expect("the text");
    bytes.splice(bytes.len() - 4..bytes.len() - 4, [0xFF]);
    fs::write(&text, bytes).expect("a text");
    let run = import("midori").run().check(2);
    assert!(run.stderr.contains("J0805") && run.stderr.contains("line 4, column 17"), "{}", run.stderr);
    assert!(!content.exists());
}
