//! The walk of a council that joins: the shipped regions, and beside them one whose document was imported and which
//! nobody has held against the baseline.

use std::fs;
use std::path::Path;

use tempfile::TempDir;

use crate::support::{Program, missing, paper_tools, read_folder, root};

/// A document as a council types it.
const RULES: &str = "みどり町連絡規程\n\n（目的）\n第１条　この規程は、道具の使い方を定める。\n（係）\n第２条　係は、鍵を預かる。\n\
    ２　係は、鍵を失くしたときは、直ちに会長へ届け出る。\n";

/// Copies a folder with all that is in it.
fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("a folder");
    for entry in fs::read_dir(from).expect("a folder") {
        let entry = entry.expect("an entry");
        let to = to.join(entry.file_name());
        if entry.file_type().expect("a kind").is_dir() {
            copy(&entry.path(), &to);
        } else {
            fs::copy(entry.path(), to).expect("a file");
        }
    }
}

#[test]
fn an_unread_region_stands_beside_the_mapped_ones_without_an_error() {
    let place = TempDir::new().expect("a folder");
    let (content, output) = (place.path().join("content"), place.path().join("output"));
    copy(&root(), &content);
    let source = place.path().join("規程.txt");
    fs::write(&source, RULES).expect("a file");
    let import = Program::new(["import", "--region", "midori", "--name", "みどり町", "--output"]).arg(&content);
    import.arg(&source).run().check(0);
    let check = Program::new(["check", "--lang", "ja", "--content"]).arg(&content).run().check(0);
    let told = check.stdout + &check.stderr;
    assert!(told.contains("J0438") && !told.contains("エラー["), "{told}");
    let build = Program::new(["build", "--no-pdf", "--content"]).arg(&content).arg("--output").arg(&output);
    let run = build.run().check(0);
    assert!(!run.stderr.contains("error["), "{}", run.stderr);
    let files = read_folder(&output);
    let page =
        |path: &str| String::from_utf8_lossy(files.get(path).unwrap_or_else(|| panic!("no {path}"))).into_owned();
    for region in ["chuo", "kumagaya", "minato", "osaki", "midori"] {
        assert!(page("ja/index.html").contains(&format!("href=\"regions/{region}/index.html\"")), "{region}");
    }
    assert!(page("ja/regions/midori/policy/index.html").contains("鍵を失くしたとき"));
    // It is told that nobody has read it, and neither the table nor the data say that it lacks anything.
    let matrix = page("ja/conformance/index.html");
    assert!(matrix.contains("みどり町") && matrix.contains("未照合") && !matrix.contains("data-region=\"midori\""));
    assert!(!files.contains_key("ja/conformance/midori/index.html"));
    assert!(!page("data/conformance.csv").contains("midori,") && page("data/conformance.csv").contains("chuo,"));
}

#[test]
fn the_sheets_of_an_unread_region_are_made_too() {
    if paper_tools().is_none() {
        return missing("typst and the fonts");
    }
    let place = TempDir::new().expect("a folder");
    let (content, output) = (place.path().join("content"), place.path().join("output"));
    copy(&root(), &content);
    let source = place.path().join("規程.txt");
    fs::write(&source, RULES).expect("a file");
    let import = Program::new(["import", "--region", "midori", "--name", "みどり町", "--output"]).arg(&content);
    import.arg(&source).run().check(0);
    let build = Program::new(["build", "--region", "midori", "--content"]).arg(&content).arg("--output").arg(&output);
    build.run().check(0);
    let files = read_folder(&output);
    let sheet = files.iter().find(|(path, _)| path.contains("midori") && path.ends_with("policy.pdf"));
    let sheet = sheet.unwrap_or_else(|| panic!("no sheet: {:?}", files.keys().take(20).collect::<Vec<_>>()));
    assert!(sheet.1.starts_with(b"%PDF"));
}
