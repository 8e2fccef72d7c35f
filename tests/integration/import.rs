//! What `junsoku import` makes of texts: a file in `cases/import` for each pattern, the command itself, bad input. The
//! trial on real texts is `import-sources.sh`.

use std::collections::BTreeSet;
use std::fs;
use std::io::Write as _;
use std::path::Path;
use std::process::{Command, Stdio};

use crate::support::{self, Docx, Program, check_case, for_each_case};
use junsoku::base::locale::{Lang, Messages};
use junsoku::content::FieldType;
use junsoku::import::outline::doubt::DoubtKind;
use junsoku::import::outline::source::SourceText;
use junsoku::import::prove::report;
use junsoku::import::readers::{docx, encoding};
use junsoku::import::{self, Names};

fn names() -> Names {
    Names { region: "kaede".to_owned(), document: "policy".to_owned(), name: Some("かえで市".to_owned()) }
}

#[test]
fn texts_become_content() {
    for_each_case("import/*", |case| {
        let bytes = fs::read(case).expect("a readable case");
        let markdown = case.extension().is_some_and(|ending| ending == "md");
        let (source, _) = import::read_source(&bytes, "case", markdown).expect("a text");
        let imported = import::import_source(&source, &names()).unwrap_or_else(|fault| panic!("{fault:?}"));
        let mut told = format!(
            "{}\n\n{}\n",
            report::outline(&imported.outline),
            report::import_report(&imported, Messages::of(Lang::En))
        );
        for file in &imported.files {
            told.push_str(&format!("\n=== {}\n{}", file.path, support::text(&file.bytes)));
        }
        check_case("import", told);
        assert!(imported.proof.differences.is_empty(), "{:?}", imported.proof.differences);
    });
}

#[test]
fn every_doubt_has_its_message_in_both_languages() {
    let plain = DoubtKind::PLAIN.iter().copied();
    let of_fields = FieldType::WORDS.iter().filter_map(|word| FieldType::from_word(word)).map(DoubtKind::FormField);
    let kinds: Vec<DoubtKind> = plain.chain(of_fields).collect();
    let told: BTreeSet<&str> = kinds.iter().map(|kind| kind.message()).collect();
    for lang in Lang::ALL {
        let messages = Messages::of(lang);
        for kind in &kinds {
            assert!(messages.has(kind.message()), "{lang:?}: {kind:?}");
        }
        for word in FieldType::WORDS {
            assert!(messages.has(&format!("import-type-{word}")), "{lang:?}: {word}");
        }
        let held: BTreeSet<&str> = messages.ids_below("import-chose-").collect();
        assert_eq!(held, told, "{lang:?}: messages that no doubt has, or the other way round");
    }
}

/// Kinds that texts and Word files cannot meet: those of PDF files and of regions that exist, which
/// `import_pdf::doubts_of_pages_are_told` and `a_second_document_stands_beside_the_first` meet, and the fall back of a form
/// to its text, which no known input needs (unit test `a_form_falls_back_to_its_text`).
const MET_ELSEWHERE: [DoubtKind; 6] = [
    DoubtKind::FormAsText,
    DoubtKind::Recognised,
    DoubtKind::TwoColumns,
    DoubtKind::UnnamedLetters,
    DoubtKind::TakenId,
    DoubtKind::TakenNumber,
];

#[test]
fn every_doubt_is_met_by_a_case() {
    let mut met: Vec<DoubtKind> = MET_ELSEWHERE.to_vec();
    let mut take = |source: &SourceText| {
        let imported = import::import_source(source, &names()).unwrap_or_else(|fault| panic!("{fault:?}"));
        met.extend(imported.doubts.iter().map(|doubt| doubt.kind));
    };
    for folder in ["import", "import-docx"] {
        let folder = format!("{}/tests/cases/{folder}", env!("CARGO_MANIFEST_DIR"));
        for file in support::names_in(Path::new(&folder)) {
            let bytes = fs::read(format!("{folder}/{file}")).expect("a readable case");
            if folder.ends_with("docx") {
                let case = Docx::new(support::text(&bytes)).bytes(true);
                take(&docx::read_docx(&case, "case.docx").expect("a Word file"));
            } else {
                take(&import::read_source(&bytes, &file, support::is_kind(&file, "md")).expect("a text").0);
            }
        }
    }
    let missing: Vec<DoubtKind> = DoubtKind::PLAIN.iter().filter(|kind| !met.contains(kind)).copied().collect();
    assert_eq!(missing, [], "doubts that no case has");
}

#[test]
fn a_second_document_stands_beside_the_first() {
    let first = "かえで市規程\n\n第１条　届け出る。\n\n様式第１号（第１条関係）\n開始届\n氏名　　　　　　　　印\n";
    let (run, folder) = run("rules.txt", first.as_bytes(), &[]);
    assert_eq!(run.code, 0, "{}", run.stderr);
    let second = folder.path().join("second.txt");
    fs::write(&second, first.replace("規程", "要綱").replace("開始届", "終了届")).expect("a writable file");
    let out = folder.path().join("out");
    let again = Program::new(["import"]).arg(&second).args(["--region", "kaede", "--document", "second", "--output"]);
    let again = again.arg(&out).run();
    assert_eq!(again.code, 0, "{}", again.stderr);
    assert!(
        again.stdout.contains("was given another id") && again.stdout.contains("number already"),
        "{}",
        again.stdout
    );
    assert_eq!(support::names_in(&out.join("regions/kaede/forms")).len(), 2);
    let check = Program::new(["check", "--content"]).arg(&out).run();
    assert_eq!(check.code, 0, "{}", check.stderr);
    let forms = support::names_in(&out.join("regions/kaede/forms"));
    let texts =
        forms.iter().map(|file| fs::read_to_string(out.join("regions/kaede/forms").join(file)).expect("a form"));
    let texts: Vec<String> = texts.collect();
    assert!(texts.iter().any(|text| text.contains("開始届")) && texts.iter().any(|text| text.contains("終了届")));
    assert_eq!(texts.iter().filter(|text| text.contains("number: 1")).count(), 1, "{texts:?}");
}

#[test]
fn what_was_imported_keeps_relative_references_as_numbers_move() {
    let case = format!("{}/tests/cases/import/relative.txt", env!("CARGO_MANIFEST_DIR"));
    let (run, folder) = run("relative.txt", &fs::read(case).expect("a readable case"), &[]);
    assert_eq!(run.code, 0, "{}{}", run.stdout, run.stderr);
    let policy = folder.path().join("out/regions/kaede/policy.yaml");
    let text = fs::read_to_string(&policy).expect("a policy");
    for link in ["/first/relative)", "/onward/counted)", "/onward)", "[](#article-2.item-1/relative)"] {
        assert!(text.contains(link), "{link}: {text}");
    }
}

#[test]
fn what_is_to_be_checked_is_told_to_no_reader() {
    let case = format!("{}/tests/cases/import/form-person.txt", env!("CARGO_MANIFEST_DIR"));
    let (run, folder) = run("form-person.txt", &fs::read(case).expect("a readable case"), &[]);
    assert_eq!(run.code, 0, "{}{}", run.stdout, run.stderr);
    let (content, site) = (folder.path().join("out"), folder.path().join("site"));
    let check = Program::new(["check", "--content"]).arg(&content).run();
    assert!(check.stderr.contains("J0436"), "{}", check.stderr);
    let build = Program::site(&content, &site).run();
    assert_eq!(build.code, 0, "{}", build.stderr);
    let files = walkdir::WalkDir::new(&site).into_iter().filter_map(Result::ok).filter(|file| file.path().is_file());
    for file in files {
        let bytes = fs::read(file.path()).expect("a readable file");
        assert!(!bytes.windows(4).any(|word| word == b"TODO"), "{}", file.path().display());
    }
}

/// Runs `junsoku import` on `bytes` written to `name`.
fn run(name: &str, bytes: &[u8], options: &[&str]) -> (support::Run, tempfile::TempDir) {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let file = folder.path().join(name);
    fs::write(&file, bytes).expect("a writable file");
    let program =
        Program::new(["import"]).arg(&file).args(["--region", "kaede", "--output"]).arg(folder.path().join("out"));
    (program.args(options).run(), folder)
}

const SMALL: &str = "かえで市規程\n\n第１条　会員は、静かに話す。\n第２条　前条のほか、会員は、ゆっくり歩く。\n";

#[test]
fn what_was_imported_builds_by_itself() {
    let (run, folder) = run("rules.txt", SMALL.as_bytes(), &["--document", "rules", "--name", "かえで市"]);
    assert_eq!(run.code, 0, "{}{}", run.stdout, run.stderr);
    assert!(run.stdout.contains("read as UTF-8") && run.stdout.contains("100.00 %"), "{}", run.stdout);
    let content = folder.path().join("out");
    let names = support::names_in(&content.join("regions/kaede"));
    assert_eq!(names, ["region.yaml", "rules.yaml"]);
    assert_eq!(support::names_in(&content), ["regions"]);
    let check = Program::new(["check", "--content"]).arg(&content).run();
    assert_eq!(check.code, 0, "{}", check.stderr);
    let site = folder.path().join("site");
    let build = Program::site(&content, &site).run();
    assert_eq!(build.code, 0, "{}", build.stderr);
    let page = fs::read_to_string(site.join("ja/regions/kaede/rules/index.html")).expect("a page");
    assert!(page.contains("ゆっくり歩く") && page.contains("href=\"#article-1\">前条</a>"), "{page}");
}

#[test]
fn imported_forms_check_and_build() {
    for (name, forms) in [("form-application.txt", 2), ("form-tables.md", 2), ("form-as-text.txt", 2)] {
        let case = format!("{}/tests/cases/import/{name}", env!("CARGO_MANIFEST_DIR"));
        let bytes = fs::read(case).expect("a readable case");
        let (run, folder) = run(name, &bytes, &[]);
        assert_eq!(run.code, 0, "{}{}", run.stdout, run.stderr);
        let content = folder.path().join("out");
        let names = support::names_in(&content.join("regions/kaede/forms"));
        assert_eq!(names.len(), forms, "{names:?}");
        // What was guessed is listed until someone has looked at it.
        let check = Program::new(["check", "--content"]).arg(&content).run();
        assert_eq!((check.code, check.stderr.matches("[J0436]").count()), (0, forms), "{}", check.stderr);
        let site = folder.path().join("site");
        let build = Program::site(&content, &site).run();
        assert_eq!(build.code, 0, "{}", build.stderr);
    }
}

#[test]
fn nothing_is_overwritten_without_force() {
    let (first, folder) = run("rules.txt", SMALL.as_bytes(), &[]);
    assert_eq!(first.code, 0);
    let policy = folder.path().join("out/regions/kaede/policy.yaml");
    fs::write(&policy, "mine").expect("a writable file");
    let again = |options: &[&str]| {
        let program =
            Program::new(["import"]).arg(folder.path().join("rules.txt")).args(["--region", "kaede", "--output"]);
        program.arg(folder.path().join("out")).args(options).run()
    };
    // What cannot be read cannot be merged either.
    for options in [&[][..], &["--dry-run"]] {
        let refused = again(options);
        assert_eq!(refused.code, 2);
        assert!(refused.stderr.contains("J0821"), "{}", refused.stderr);
    }
    assert_eq!(fs::read_to_string(&policy).expect("the file"), "mine");
    assert_eq!(again(&["--force"]).code, 0);
    assert!(fs::read_to_string(&policy).expect("the file").contains("静かに話す"));
    // Another document joins the region, whose own file stays.
    let region = folder.path().join("out/regions/kaede/region.yaml");
    let mine = fs::read_to_string(&region).expect("the file").replace("kaede", "かえで");
    fs::write(&region, &mine).expect("a writable file");
    assert_eq!(again(&["--document", "rules"]).code, 0);
    assert_eq!(fs::read_to_string(&region).expect("the file"), mine);
}

#[test]
fn bad_input_is_told_and_nothing_is_written() {
    let refused: [(&str, &[u8], &[&str], &str); 9] = [
        ("a.txt", b"%PDF-1.7\n%\xE2\xE3", &[], "J0850"),
        ("a.txt", b"\x89PNG\r\n\x1A\n", &[], "J0802"),
        ("a.doc", b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", &[], "J0841"),
        ("a.txt", b"PK\x03\x04", &[], "J0840"),
        ("a.txt", b"a\0b", &[], "J0802"),
        ("a.txt", b"", &[], "J0804"),
        ("a.txt", b" \n\n", &[], "J0804"),
        ("a.txt", SMALL.as_bytes(), &["--document", "Rules"], "J0809"),
        ("a.txt", SMALL.as_bytes(), &["--document", "region"], "J0809"),
    ];
    for (name, bytes, options, code) in refused {
        let (run, folder) = run(name, bytes, options);
        assert_eq!((run.code, run.stderr.contains(code)), (2, true), "{code}: {}", run.stderr);
        assert!(!folder.path().join("out").exists(), "{code}");
    }
    let large = vec![b'a'; usize::try_from(encoding::LARGEST).expect("a size") + 1];
    assert!(run("a.txt", &large, &[]).0.stderr.contains("J0803"));
    let missing = Program::new(["import", "/nowhere/x.txt", "--region", "kaede", "--output", "/nowhere/out"]).run();
    assert_eq!((missing.code, missing.stderr.contains("J0801")), (2, true), "{}", missing.stderr);
    let folder = Program::new(["import", "/", "--region", "kaede", "--output", "/nowhere/out"]).run();
    assert!(folder.stderr.contains("J0801"), "{}", folder.stderr);
}

#[test]
fn standard_input_and_other_encodings_are_read() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let mut child = Command::new(env!("CARGO_BIN_EXE_junsoku"))
        .args(["import", "-", "--region", "kaede", "--lang", "en", "--output"])
        .arg(folder.path().join("out"))
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("the program");
    let bytes = encoding_rs::SHIFT_JIS.encode(SMALL).0.into_owned();
    child.stdin.take().expect("a pipe").write_all(&bytes).expect("the program reads");
    let output = child.wait_with_output().expect("the program ends");
    let told = String::from_utf8_lossy(&output.stdout);
    assert!(output.status.success() && told.contains("Shift_JIS"), "{told}");
}
