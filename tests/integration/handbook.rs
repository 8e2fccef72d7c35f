//! The handbook: it is a site without findings, and its commands do what it says, in an empty folder.

use std::fs;
use std::path::{Path, PathBuf};

use crate::support::{Program, paper_tools, read_folder};
use tempfile::TempDir;

/// The content of the handbook.
fn handbook() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/content")
}

/// The commands that a page shows to be typed: the lines with `$` in its blocks of the language `console`.
fn commands(page: &str) -> Vec<String> {
    let text = fs::read_to_string(handbook().join("pages").join(page)).expect("a page of the handbook");
    let blocks = text.split("\n```").filter_map(|block| block.strip_prefix("console\n"));
    let lines = blocks.flat_map(str::lines).filter_map(|line| line.strip_prefix("$ "));
    lines.map(str::to_owned).collect()
}

#[test]
fn it_has_no_findings_and_every_page_in_both_languages() {
    Program::new(["check", "--strict", "--content"]).arg(handbook()).run().check(0);
    let place = TempDir::new().expect("a folder");
    let output = place.path().join("output");
    Program::site(&handbook(), &output).run().check(0);
    let files = read_folder(&output);
    let pages = ["walk", "amending", "forms", "baseline", "publishing", "settings", "reference", "keys"];
    for page in pages {
        for lang in ["ja", "en"] {
            let path = format!("{lang}/pages/{page}/index.html");
            let html = String::from_utf8_lossy(files.get(&path).unwrap_or_else(|| panic!("no {path}")));
            assert!(!html.contains("class=\"notice\""), "{path} is not translated");
        }
    }
    let home = String::from_utf8_lossy(&files["ja/index.html"]);
    assert!(home.contains("href=\"pages/walk/index.html\"") && !home.contains("<h2>地域</h2>"), "{home}");
}

#[test]
fn both_languages_show_the_same_commands() {
    for page in ["walk", "amending", "forms", "baseline", "publishing", "settings"] {
        let [ja, en] = ["md", "en.md"].map(|ending| commands(&format!("{page}.{ending}")));
        assert!(!ja.is_empty() && ja == en, "{page}: {ja:#?} {en:#?}");
    }
}

/// Runs `command` in `folder` as a shell does, with the program on the search path, and changes the folder where it says so.
/// Returns what it prints.
#[cfg(unix)]
fn typed(command: &str, folder: &mut PathBuf) -> String {
    if let Some(into) = command.strip_prefix("cd ") {
        folder.push(into);
        return String::new();
    }
    let program = Path::new(env!("CARGO_BIN_EXE_junsoku")).parent().expect("a folder");
    let mut path = program.as_os_str().to_owned();
    path.push(":");
    path.push(std::env::var_os("PATH").unwrap_or_default());
    let mut shell = std::process::Command::new("sh");
    let shell = shell.args(["-c", command]).current_dir(&*folder).env("PATH", path).env("LC_ALL", "ja_JP.UTF-8");
    let done = shell.stdin(std::process::Stdio::null()).output().expect("a shell");
    let said = String::from_utf8_lossy(&done.stderr);
    let printed = String::from_utf8_lossy(&done.stdout).into_owned();
    assert!(done.status.success(), "{command}\n{printed}\n{said}");
    printed
}

/// Copies a folder with all that lies in it.
#[cfg(unix)]
fn copied(from: &Path, to: &Path) {
    let done = std::process::Command::new("cp").arg("-R").arg(from).arg(to).status().expect("cp");
    assert!(done.success());
}

/// Demands what the page says of its last command.
#[cfg(unix)]
fn check_outcome(page: &str, site: &Path, policy: &Path) {
    let text = fs::read_to_string(policy).expect("the policy");
    match page {
        "amending.md" => {
            assert!(site.join("新旧対照表.pdf").is_file());
            let html = site.join("preview").join("ja").join("regions").join("midori").join("policy").join("index.html");
            assert!(fs::read_to_string(html).expect("a page").contains("第２条の２"));
        }
        "forms.md" => assert!(site.join("filled").join("midori-consent.xlsx").metadata().expect("a file").len() > 10),
        "baseline.md" => {
            let wanted = "requirement: account.password.strength, extent: equal, parameters: {length: 13 characters";
            assert!(text.contains(wanted) && text.contains("requirement: account.deletion"), "{text}");
        }
        "settings.md" => {}
        _ => assert!(!site.join("output").join("ja").join("regions").join("midori").join("policy.pdf").is_file()),
    }
}

/// From an empty folder to a site, by the commands of the walk; then each further page begins where the walk ended.
#[cfg(unix)]
#[test]
fn its_commands_do_what_it_says() {
    if paper_tools().is_none() {
        return;
    }
    let place = TempDir::new().expect("a folder");
    let sample = handbook().join("static").join("samples").join("kitei.docx");
    let mut folder = place.path().to_owned();
    for command in commands("walk.md") {
        if command.starts_with("junsoku import") {
            fs::copy(&sample, folder.join("kitei.docx")).expect("the sample");
        }
        let printed = typed(&command, &mut folder);
        if command.starts_with("junsoku import") {
            let page = fs::read_to_string(handbook().join("pages/walk.md")).expect("the walk");
            let shown = page.split_once("取り込んだ後に").expect("what import says").1.lines().skip(1);
            let shown: Vec<&str> = shown.take_while(|line| line.is_empty() || line.starts_with("    ")).collect();
            assert!(shown.len() > 4);
            for line in shown {
                assert!(printed.contains(line.trim()), "{line}: {printed}");
            }
        }
    }
    let home = fs::read_to_string(folder.join("output").join("ja").join("index.html")).expect("a page");
    assert!(home.contains("みどり町ＭＣＳ規程集") && home.contains("みどり町ＭＣＳ運用規程"), "{home}");
    let region = folder.join("output").join("ja").join("regions").join("midori");
    assert!(region.join("policy.pdf").is_file() && region.join("midori_booklet.pdf").is_file());
    for page in ["amending.md", "forms.md", "baseline.md", "settings.md", "publishing.md"] {
        let mut own = place.path().join(page);
        copied(&folder, &own);
        let policy = own.join("content").join("regions").join("midori").join("policy.yaml");
        for command in commands(page) {
            typed(&command, &mut own);
            if command.starts_with("junsoku edition") {
                // What the page asks to be written by hand.
                let text = fs::read_to_string(&policy).expect("the policy");
                let training =
                    "  - {id: training, branch: 1, caption: {ja: 研修}, ja: 事業所は、毎年一回、研修を行う。}\n";
                let amended = text.replace("  - id: passwords\n", &format!("{training}  - id: passwords\n"));
                assert!(amended.contains("training") && amended.contains("2027"), "{amended}");
                fs::write(&policy, amended).expect("the policy");
            }
        }
        check_outcome(page, &own, &policy);
    }
}
