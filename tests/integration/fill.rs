//! `junsoku fill`, as a facility runs it.

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::support::{Program, Run, missing, names_in, paper_tools, program_on_path, root};
use tempfile::TempDir;

/// A folder with a file of data, and where the sheets go.
struct Desk {
    folder: TempDir,
}

impl Desk {
    fn new() -> Self {
        Self { folder: tempfile::tempdir().expect("a folder") }
    }

    fn output(&self) -> PathBuf {
        self.folder.path().join("filled")
    }

    fn fill(&self, form: &str, name: &str, data: &str, args: &[&str]) -> Run {
        let path = self.folder.path().join(name);
        std::fs::write(&path, data).expect("a file of data");
        let run = Program::new(["fill", form, "--content"]).arg(root()).arg("--data").arg(path);
        run.arg("--output").arg(self.output()).args(args).run()
    }

    fn made(&self) -> Vec<String> {
        if self.output().exists() { names_in(&self.output()) } else { Vec::new() }
    }
}

const PLEDGES: &str = "addressee.establishment,date.date,signer.name\r\n\
    さくらクリニック,R8.4.1,髙﨑一郎\r\n\
    </script>,2026/4/2,\"#import \"\"x\"\" \\u{41} $a$ *b* _c_ @d `e` [f](g)\"\r\n\
    みなと薬局,令和８年４月３日,山田花子\r\n";

#[test]
fn wrong_calls_say_what_is_wrong() {
    let fill = |args: &[&str]| Program::new(["fill"]).args(args).arg("--content").arg(root()).run();
    let unknown = fill(&["hamabe/aplication"]).check(2);
    assert!(unknown.stderr.contains("J0710") && unknown.stderr.contains("hamabe/application"), "{}", unknown.stderr);
    assert!(fill(&["hamabe/form-9"]).check(2).stderr.contains("J0710"));
    assert!(fill(&["hamabe/form-1"]).check(2).stderr.contains("J0719"));
    assert!(fill(&["hamabe/form-1", "--data", "nowhere.csv"]).check(1).stderr.contains("J0701"));
}

#[test]
fn templates_name_every_place() {
    let template = |form: &str, kind: &str| {
        let run = Program::new(["fill", form, "--template", kind, "--content"]).arg(root()).run().check(0);
        assert_eq!(run.stderr, "");
        run.stdout
    };
    let json: serde_json::Value = serde_json::from_str(&template("hamabe/form-1", "json")).expect("JSON");
    assert_eq!(json["form"], "hamabe/application");
    assert!(json["users"][0].get("name-reading").is_some(), "{json}");
    let csv = template("hamabe/form-1", "csv");
    assert!(csv.contains("[users.administrator]") && csv.contains("[date.date]"), "{csv}");
}

#[test]
fn nothing_is_written_if_a_row_is_wrong() {
    let desk = Desk::new();
    let data = "date.date,signer.name\n令和8年4月1日,山田太郎\n平成32年1月1日,山田花子\n";
    let run = desk.fill("baseline/pledge", "data.csv", data, &["--lang", "ja"]).check(1);
    assert!(run.stderr.contains("J0706") && run.stderr.contains("2件目（3行目の「date.date」）"), "{}", run.stderr);
    assert!(run.stderr.contains("data.csv:3:1") && run.stderr.contains("2019-04-30 まで"), "{}", run.stderr);
    assert!(desk.made().is_empty());
}

/// Whether sheets can be set and read back; says so if not.
fn can_read_back() -> bool {
    let can = program_on_path("pdftotext").is_some();
    if !can {
        missing("pdftotext");
    }
    can && paper_tools().is_some()
}

/// The text of a PDF.
fn text_of(path: &Path) -> String {
    let output = Command::new("pdftotext").arg("-layout").arg(path).arg("-").output().expect("pdftotext");
    // Letters stand apart on paper as its setting wants it.
    String::from_utf8(output.stdout).expect("UTF-8").split_whitespace().collect()
}

#[test]
fn each_row_is_a_sheet_and_values_stay_text() {
    if !can_read_back() {
        return;
    }
    let desk = Desk::new();
    desk.fill("baseline/pledge", "data.csv", PLEDGES, &["--name", "signer.name"]).check(0);
    let made = desk.made();
    assert_eq!(made.len(), 3, "{made:?}");
    assert!(made.contains(&"baseline-pledge-髙﨑一郎.pdf".to_owned()), "{made:?}");
    let texts: Vec<String> = made.iter().map(|name| text_of(&desk.output().join(name))).collect();
    let crafted = texts.iter().find(|text| text.contains("</script>")).expect("the crafted sheet");
    assert!(crafted.contains("#import\"x\"\\u{41}$a$*b*_c_@d`e`[f](g)"), "{crafted}");
    assert!(texts.iter().any(|text| text.contains("髙﨑一郎")));
    let again = desk.fill("baseline/pledge", "data.csv", PLEDGES, &["--name", "signer.name"]).check(2);
    assert!(again.stderr.contains("J0716"), "{}", again.stderr);
}

#[test]
fn all_sheets_in_one_file_are_numbered_each_by_itself() {
    if !can_read_back() {
        return;
    }
    let desk = Desk::new();
    desk.fill("baseline/pledge", "data.csv", PLEDGES, &["--merge"]).check(0);
    assert_eq!(desk.made(), ["baseline-pledge.pdf"]);
    let text = text_of(&desk.output().join("baseline-pledge.pdf"));
    assert!(["髙﨑一郎", "</script>", "山田花子"].iter().all(|part| text.contains(part)), "{text}");
    assert_eq!(text.matches("1/1").count(), 3, "{text}");
}

#[test]
fn what_cannot_be_set_is_told_and_the_rest_is_made_if_asked() {
    if paper_tools().is_none() {
        return;
    }
    let long = "長".repeat(1_900);
    let data = format!("date.date,signer.name\n,山田太郎\n,{long}\n,𓀀\nきのう,山田花子\n");
    let desk = Desk::new();
    let run = desk.fill("baseline/pledge", "data.csv", &data, &["--keep-going"]).check(1);
    for code in ["J0706", "J0717", "J0720"] {
        assert!(run.stderr.contains(code), "{code}: {}", run.stderr);
    }
    assert_eq!(desk.made(), ["baseline-pledge-0001.pdf"]);
}

#[test]
fn a_sheet_with_gaps_is_made_if_asked_and_the_gaps_are_named() {
    if !can_read_back() {
        return;
    }
    let data = serde_json::json!({"form": "kawabe/visitors", "visit": {"by": "boat"}, "visitor": {"address": "川辺1"}});
    let desk = Desk::new();
    let refused = desk.fill("kawabe/visitors", "data.json", &data.to_string(), &[]).check(1);
    assert!(refused.stderr.contains("error[J0705]") && desk.made().is_empty(), "{}", refused.stderr);
    let made = desk.fill("kawabe/visitors", "data.json", &data.to_string(), &["--incomplete"]).check(0);
    // The day, a name, and a line of the table, each with what becomes of it.
    assert_eq!(made.stderr.matches("warning[J0705]").count(), 2, "{}", made.stderr);
    assert!(made.stderr.contains("warning[J0707]") && made.stderr.contains("by hand"), "{}", made.stderr);
    let text = text_of(&desk.output().join(&desk.made()[0]));
    assert!(text.contains("川辺1"), "{text}");
    let wrong = serde_json::json!({"form": "kawabe/visitors", "visit": {"day": "きのう"}});
    let desk = Desk::new();
    desk.fill("kawabe/visitors", "data.json", &wrong.to_string(), &["--incomplete"]).check(1);
    assert!(desk.made().is_empty(), "what is wrong is no gap");
}

#[test]
fn entries_beyond_a_sheet_go_to_further_ones() {
    if !can_read_back() {
        return;
    }
    let user = |number: usize| serde_json::json!({"name": format!("山田太郎{number}"), "occupation": "1", "administrator": number == 1});
    let users: Vec<_> = (1..=12).map(user).collect();
    let data = serde_json::json!({"form": "hamabe/application", "date": {"date": "2026-04-01"}, "users": users});
    let desk = Desk::new();
    desk.fill("hamabe/application", "data.json", &data.to_string(), &[]).check(0);
    let text = text_of(&desk.output().join("hamabe-application-0001.pdf"));
    for number in 1..=12 {
        assert!(text.contains(&format!("山田太郎{number}")), "{number} in\n{text}");
    }
    assert!(text.contains("続紙2/2"), "{text}");
}
