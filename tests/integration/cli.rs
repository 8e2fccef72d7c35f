//! The command line: exit statuses, languages, what goes to which stream, and what works without any tools.

use std::path::Path;

use crate::support::{Case, Files, Program, Run, is_kind, read_folder, text};
use serde_json::Value;

/// Content with one error and one warning.
fn faulty() -> Case {
    Case::new(
        "=== regions/midori/region.yaml\nname: {ja: みどり町}\nsumary: {ja: 要約。, en: Summary.}\n\
         council: {ja: 会議, en: Council}\nsummary: {ja: 要約。, en: Summary.}\n",
    )
}

fn check(content: &Path) -> Program {
    Program::new(["check", "--content"]).arg(content)
}

#[test]
fn help_speaks_both_languages() {
    for (lang, words) in [("en", ["Usage:", "Commands:", "--no-pdf"]), ("ja", ["使い方:", "コマンド:", "--lang"])]
    {
        let top = Program::new(["--help", "--lang", lang]).run().check(0);
        let build = Program::new(["build", "--help", "--lang", lang]).run().check(0);
        let all = format!("{}{}", top.stdout, build.stdout);
        for word in words {
            assert!(all.contains(word), "{lang}: no {word} in\n{all}");
        }
        assert!(!all.contains("option-") && !all.contains("command-"), "a message is missing:\n{all}");
        assert_eq!(top.stderr, "");
    }
}

#[test]
fn help_names_every_command_and_option() {
    let top = Program::new(["--help"]).run().check(0).stdout;
    for command in ["build", "check", "setup"] {
        assert!(top.contains(command), "{top}");
    }
    let build = Program::new(["build", "--help"]).run().check(0).stdout;
    for option in ["--content", "--output", "--region", "--no-pdf", "--base-url", "--font-path", "--lang"] {
        assert!(build.contains(option), "{build}");
    }
}

#[test]
fn the_version_is_told() {
    let run = Program::new(["--version"]).run().check(0);
    assert_eq!(run.stdout.trim_end(), concat!("junsoku ", env!("CARGO_PKG_VERSION")));
}

#[test]
fn no_command_at_all_shows_the_help_and_ends_with_2() {
    let run = Program::new([] as [&str; 0]).run().check(2);
    assert!(run.stdout.contains("Usage:"), "{}", run.stdout);
}

#[test]
fn clean_content_ends_with_0() {
    let case = Case::new("");
    let run = check(&case.root()).run().check(0);
    assert_eq!((run.stdout.as_str(), run.stderr.as_str()), ("no problems found\n", ""));
}

#[test]
fn warnings_alone_end_with_0() {
    let case = Case::new(WITH_WARNING);
    let run = check(&case.root()).run().check(0);
    assert!(run.stderr.contains("J0401") && run.stdout.contains("0 errors, 1 warning"), "{}{}", run.stderr, run.stdout);
}

const WITH_WARNING: &str = "=== regions/midori/region.yaml\nname: {ja: みどり町}\n\
    council: {ja: 会議, en: Council}\nsummary: {ja: 要約。, en: Summary.}\n";

#[test]
fn errors_in_the_content_end_with_1() {
    let case = faulty();
    let run = check(&case.root()).run().check(1);
    assert!(run.stderr.contains("J0201") && run.stderr.contains("summary"), "{}", run.stderr);
    assert!(run.stdout.contains("1 error"), "{}", run.stdout);
    let output = case.root().with_file_name("output");
    let run = Program::site(&case.root(), &output).run().check(1);
    assert!(run.stderr.contains("J0201"), "{}", run.stderr);
    assert!(!output.exists());
}

#[test]
fn wrong_use_ends_with_2_and_tells_what_was_wrong() {
    let cases: [(&[&str], &str); 7] = [
        (&["build", "--no-pfd"], "--no-pfd"),
        (&["bulid"], "bulid"),
        (&["check", "--format", "xml"], "xml"),
        (&["build", "--base-url", "midori.example.jp"], "midori.example.jp"),
        (&["build", "--base-url", "https://"], "https://"),
        (&["build", "--base-url", "https://midori.example.jp/?page=1"], "?page=1"),
        (&["check", "extra"], "extra"),
    ];
    for (args, named) in cases {
        let run = Program::new(args).run().check(2);
        assert!(run.stderr.contains("J0001") && run.stderr.contains(named), "{args:?}: {}", run.stderr);
        assert!(run.stderr.contains("junsoku --help"), "{args:?}: {}", run.stderr);
        assert_eq!(run.stdout, "", "{args:?}");
    }
}

#[test]
fn an_unknown_region_ends_with_2_and_names_those_there_are() {
    let case = Case::new("");
    let output = case.root().with_file_name("output");
    let run = Program::site(&case.root(), &output).arg("--region").arg("midory").run().check(2);
    assert!(run.stderr.contains("J0002") && run.stderr.contains("midory"), "{}", run.stderr);
    assert!(run.stderr.contains("midori"), "{}", run.stderr);
    assert!(!output.exists());
}

#[test]
fn a_region_can_be_chosen() {
    let case = Case::new("");
    for path in ["region.yaml", "policy.yaml"] {
        case.write(&format!("regions/hinata/{path}"), case.read(&format!("regions/midori/{path}")));
    }
    let output = case.root().with_file_name("output");
    Program::site(&case.root(), &output).arg("--region").arg("hinata").run().check(0);
    let made = read_folder(&output);
    assert!(made.contains_key("ja/regions/hinata/policy/index.html"));
    assert!(!made.keys().any(|path| path.contains("midori")), "{:?}", made.keys());
}

fn findings_as_json(content: &Path) -> Run {
    check(content).arg("--format").arg("json").run()
}

#[test]
fn findings_as_json_have_exactly_these_keys() {
    let case = faulty();
    let run = findings_as_json(&case.root()).check(1);
    assert_eq!(run.stderr, "");
    let data: Value = serde_json::from_str(&run.stdout).expect("JSON");
    let list = data["findings"].as_array().expect("a list");
    let keys = ["code", "severity", "message", "file", "line", "column", "end_line", "end_column", "hint"];
    for finding in list {
        let found: Vec<&String> = finding.as_object().expect("an object").keys().collect();
        assert_eq!(found, keys);
    }
    let severities: Vec<_> = list.iter().map(|found| (found["code"].as_str(), found["severity"].as_str())).collect();
    assert_eq!(severities, [(Some("J0401"), Some("warning")), (Some("J0201"), Some("error"))]);
    let error = &list[1];
    let place: Vec<u64> = keys[4..8].iter().filter_map(|key| error[*key].as_u64()).collect();
    assert_eq!(place, [2, 1, 2, 7], "{error}");
    assert!(error["file"].as_str().is_some_and(|file| file.ends_with("regions/midori/region.yaml")), "{error}");
}

#[test]
fn no_findings_are_an_empty_list_in_json() {
    let case = Case::new("");
    let run = findings_as_json(&case.root()).check(0);
    let data: Value = serde_json::from_str(&run.stdout).expect("JSON");
    assert_eq!(data, serde_json::json!({"findings": [], "conformance": [], "left_out": []}));
}

#[test]
fn the_language_comes_from_the_option_then_from_the_environment() {
    let case = Case::new("");
    let said = |program: Program| program.run().check(0).stdout;
    let (english, japanese) = ("no problems found\n", "問題は見つかりませんでした\n");
    assert_eq!(said(check(&case.root()).env("LANG", "ja_JP.UTF-8")), japanese);
    assert_eq!(said(check(&case.root()).env("LC_ALL", "C").env("LANG", "ja_JP.UTF-8")), english);
    assert_eq!(said(check(&case.root()).env("LC_ALL", "ja_JP.UTF-8")), japanese);
    assert_eq!(said(check(&case.root()).arg("--lang").arg("ja")), japanese);
    assert_eq!(said(check(&case.root()).env("LC_ALL", "ja_JP.UTF-8").arg("--lang=en")), english);
}

#[test]
fn a_build_into_a_pipe_is_quiet_but_for_one_line() {
    let case = Case::new("");
    let output = case.root().with_file_name("output");
    let run = Program::site(&case.root(), &output).run().check(0);
    assert_eq!(run.stderr, "");
    assert_eq!(run.stdout.lines().count(), 1, "{}", run.stdout);
    assert!(run.stdout.starts_with(&format!("built {}", output.display())), "{}", run.stdout);
    assert!(!run.stdout.contains('\u{1b}'), "{}", run.stdout);
}

#[test]
fn content_and_output_stand_in_the_working_folder_unless_said_otherwise() {
    let case = Case::new("");
    let home = case.root().parent().expect("a folder").to_owned();
    Program::new(["build", "--no-pdf"]).in_folder(&home).run().check(0);
    assert!(home.join("output/index.html").is_file());
    case.write("regions/midori/region.yaml", "name: 1\n");
    let run = Program::new(["check"]).in_folder(&home).run().check(1);
    assert!(run.stderr.contains("--> content/regions/midori/region.yaml:1:7"), "{}", run.stderr);
}

#[test]
fn a_site_without_pdfs_needs_no_tools_and_offers_none() {
    let case = Case::new("");
    let cache = tempfile::tempdir().expect("a temporary folder");
    let output = case.root().with_file_name("output");
    Program::site(&case.root(), &output).alone(cache.path()).run().check(0);
    let made: Files = read_folder(&output);
    assert!(made.contains_key("ja/regions/midori/policy/index.html"));
    for (path, bytes) in made.iter().filter(|(path, _)| !path.starts_with("assets/")) {
        assert!(!is_kind(path, "pdf") && !text(bytes).contains(".pdf"), "{path}");
    }
    // A folder cannot be locked by the portable twins, which lock a file of the cache.
    let left = std::fs::read_dir(cache.path()).expect("the cache").count();
    assert_eq!(left, usize::from(cfg!(junsoku_portable)));
}

#[test]
fn pdfs_without_tools_end_with_2_and_name_what_is_missing() {
    let case = Case::new("");
    let cache = tempfile::tempdir().expect("a temporary folder");
    let output = case.root().with_file_name("output");
    let run = Program::new(["build", "--content"]).arg(case.root()).arg("--output").arg(&output).alone(cache.path());
    let run = run.run().check(2);
    let named = run.stderr.contains("typst") && run.stderr.contains("cargo") && run.stderr.contains("--no-pdf");
    assert!(named, "{}", run.stderr);
    // A newcomer sees the site before typst is built, and has it also where that fails.
    assert!(run.stderr.contains("can be opened now") && run.stdout.contains("no PDFs were made"), "{}", run.stdout);
    let files = read_folder(&output);
    assert!(files.contains_key("index.html") && !files.keys().any(|path| is_kind(path, "pdf")));

    // What stands there with its PDFs is not replaced by a site without.
    Program::site(&case.root(), &output).run().check(0);
    let before = read_folder(&output);
    let run = Program::new(["build", "--content"]).arg(case.root()).arg("--output").arg(&output).alone(cache.path());
    let run = run.run().check(2);
    assert!(run.stdout.contains("nothing published"), "{}", run.stdout);
    assert!(before == read_folder(&output));
}

#[test]
fn a_font_folder_that_is_not_there_is_named() {
    let case = Case::new("");
    let output = case.root().with_file_name("output");
    let run = Program::new(["build", "--font-path", "no-such-folder", "--content"]).arg(case.root());
    let run = run.arg("--output").arg(&output).run().check(2);
    assert!(run.stderr.contains("J0606") && run.stderr.contains("no-such-folder"), "{}", run.stderr);
}

#[test]
fn a_base_url_gives_pages_their_addresses() {
    let case = Case::new("");
    let output = case.root().with_file_name("output");
    Program::site(&case.root(), &output).arg("--base-url").arg("https://midori.example.jp/mcs/").run().check(0);
    let made = read_folder(&output);
    let page = text(&made["en/regions/midori/policy/index.html"]);
    let address = "https://midori.example.jp/mcs/en/regions/midori/policy/index.html";
    assert!(page.contains(&format!("<link rel=\"canonical\" href=\"{address}\">")), "{page}");
    let sitemap = made.iter().find(|(path, _)| path.starts_with("sitemap")).expect("a site map");
    assert!(text(sitemap.1).contains(address));
}

#[test]
fn usage_names_the_arguments_and_every_command_has_an_example() {
    let usage = |command: &str| Program::new([command, "--help", "--lang", "en"]).run().check(0).stdout;
    assert!(usage("import").contains("junsoku import [OPTIONS] --region ID FILE"), "{}", usage("import"));
    assert!(usage("init").contains("junsoku init [OPTIONS] [DIR]"), "{}", usage("init"));
    assert!(usage("accept").contains("[TARGET...]"), "{}", usage("accept"));
    let top = Program::new(["--help", "--lang", "ja"]).run().check(0).stdout;
    assert!(top.contains("終了コード：0"), "{top}");
    let script = Program::new(["completions", "bash"]).run().check(0).stdout;
    for command in ["init", "build", "import", "fill"] {
        assert!(usage(command).contains(&format!("Example: junsoku {command} ")), "{}", usage(command));
        assert!(
            script.contains(&format!("junsoku__subcmd__{command}")) || script.contains(&format!("junsoku,{command}"))
        );
    }
}

#[test]
fn quiet_leaves_only_findings_and_colour_can_be_asked_for() {
    let case = faulty();
    let plain = check(&case.root()).arg("--quiet").run().check(1);
    assert!(plain.stderr.contains("J0201") && !plain.stderr.contains('\u{1b}'), "{}", plain.stderr);
    let coloured = check(&case.root()).args(["--color", "always"]).run().check(1);
    assert!(coloured.stderr.contains('\u{1b}'), "{}", coloured.stderr);
    let good = Case::new("");
    let output = good.root().with_file_name("output");
    let quiet = Program::site(&good.root(), &output).arg("--quiet").run().check(0);
    assert_eq!(quiet.stdout, "");
    assert!(output.join("index.html").is_file());
}
