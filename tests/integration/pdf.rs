//! PDFs of cases: a letter that cannot be printed, and tables of comparison on sheets that lie on their side.

use std::ffi::OsStr;
use std::path::PathBuf;

use crate::invariants::pdf::{said, validate};
use crate::support::{Case, Program, missing, paper_tools, program_on_path};

#[test]
fn a_letter_that_no_font_has_is_shown_where_it_was_written() {
    if paper_tools().is_none() {
        return;
    }
    let case = Case::new("");
    let policy = "regions/midori/policy.yaml";
    case.write(policy, case.read(policy).replace("町の約束", "町の約束𓀀"));
    let output = case.root().with_file_name("output");
    let run = Program::new(["build", "--content"]).arg(case.root()).arg("--output").arg(&output).run().check(1);
    assert!(run.stderr.contains("J0507") && run.stderr.contains("policy.yaml:9:19"), "{}", run.stderr);
    assert!(!output.exists());
}

#[test]
fn comparison_tables_lie_on_their_side_and_keep_both_standards() {
    if paper_tools().is_none() {
        return;
    }
    let text = include_str!("../cases/compare/editions.txt");
    let case = Case::new(&text.replace("regions/midori/old.yaml", "regions/midori/editions/2024-04-01/policy.yaml"));
    let made = ["ja", "en"].map(|lang| {
        let pdf = case.root().with_file_name(format!("{lang}.pdf"));
        let program = Program::new(["amend", "midori/policy", "--format", "pdf", "--lang", lang, "--content"]);
        let run = program.arg(case.root()).arg("--output").arg(&pdf).run().check(0);
        assert_eq!(run.stderr, "", "typst has something to say");
        pdf
    });
    if program_on_path("pdfinfo").is_some() && program_on_path("pdftotext").is_some() {
        let told = said("pdfinfo", [&made[0]]);
        assert!(told.contains("841.89 x 595.276 pts (A4)") && told.contains("新旧対照表"), "{told}");
        let text = said("pdftotext", [made[0].as_os_str(), OsStr::new("-")]);
        let pages: Vec<&str> = text.trim_end_matches('\u{c}').split('\u{c}').collect();
        let last = pages.iter().position(|page| page.contains("番号が変わる条項")).expect("the list below the table");
        assert!(last > 0 && pages[..=last].iter().all(|page| page.contains("備考")), "the head on every page: {text}");
        assert!(text.contains("旧第三条から移動"), "{text}");
    } else {
        missing("pdfinfo, pdftotext");
    }
    match std::env::var_os("JUNSOKU_VERAPDF") {
        Some(class_path) => validate(&class_path, made.iter().map(PathBuf::as_path)),
        None => missing("JUNSOKU_VERAPDF"),
    }
}
