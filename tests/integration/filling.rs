//! Data of filled forms: what is wrong with it is told at its place, and what is good is the same from every source.

use std::path::Path;

use crate::support::{check_arguments, corpus};
use junsoku::base::diagnostics::{Diagnostics, human};
use junsoku::base::locale::{Lang, Messages};
use junsoku::content::SetKey;
use junsoku::forms::filling::{AskedSheet, DataOptions, Good, read_records, table_template, validated};

fn sheet(set: &str, form: &str, lang: Lang) -> AskedSheet {
    let corpus = corpus();
    let set = corpus.set(&SetKey::from_name(set)).expect("a set");
    let form = set.forms.iter().find(|found| found.id == form).expect("a form");
    AskedSheet::of(corpus, set, form, Messages::of(lang))
}

/// What is read from `bytes`, and what is told of it.
fn told(sheet: &AskedSheet, name: &str, bytes: &[u8]) -> (Vec<Good>, String) {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join(name);
    std::fs::write(&path, bytes).expect("a file");
    let mut findings = Diagnostics::default();
    let records = read_records(&path, sheet, &DataOptions::default(), &mut findings).unwrap_or_default();
    let good = validated(sheet, &records, &mut findings);
    check_arguments(&findings);
    let shown = human(&findings, Messages::of(Lang::En), false);
    (good, shown.replace(&Path::new(folder.path()).display().to_string(), ""))
}

fn application() -> AskedSheet {
    sheet("hamabe", "application", Lang::Ja)
}

#[test]
fn json_faults_are_told_at_their_values() {
    let sheet = application();
    let users = sheet.blocks.iter().find(|block| block.rows.is_some()).expect("rows");
    let (id, field) = (&users.id, &users.fields[0].id);
    let data = format!(
        "[\n  {{\"{id}\": [{{\"{field}\": \"山田\"}}]}},\n  {{\"{id}\": [{{\"{field}\": \"a\\u0007b\"}}], \"lamp\": {{}}}}\n]\n"
    );
    let (good, told) = told(&sheet, "data.json", data.as_bytes());
    assert!(good.len() <= 1, "{told}");
    assert!(told.contains("J0703") && told.contains("“lamp”"), "{told}");
    assert!(told.contains("J0706") && told.contains(&format!("record 2 ({id}[1].{field})")), "{told}");
    assert!(told.contains("data.json:3:"), "{told}");
}

#[test]
fn broken_json_is_told_where_it_breaks() {
    let (good, told) =
        told(&application(), "data.json", "{\n  \"form\": \"hamabe/application\",\n  oops\n}".as_bytes());
    assert!(good.is_empty() && told.contains("J0713") && told.contains("data.json:3:"), "{told}");
}

#[test]
fn data_of_another_form_are_refused() {
    let (_, told) = told(&application(), "data.json", br#"{"form": "hamabe/withdrawal"}"#);
    assert!(told.contains("J0708") && told.contains("hamabe/withdrawal"), "{told}");
}

#[test]
fn a_table_reads_as_spreadsheets_write_it() {
    let sheet = sheet("baseline", "pledge", Lang::Ja);
    let head = String::from_utf8(table_template(&sheet).expect("a template")).expect("UTF-8");
    assert!(head.starts_with('\u{FEFF}') && head.ends_with("\r\n"), "{head:?}");
    let paths: Vec<String> =
        sheet.blocks.iter().flat_map(|b| b.fields.iter().map(move |f| format!("{}.{}", b.id, f.id))).collect();
    assert!(paths.iter().all(|path| head.contains(&format!("[{path}]"))), "{head}");
    let text: Vec<(usize, &str)> =
        paths.iter().map(String::as_str).enumerate().filter(|(_, path)| path.ends_with("name")).collect();
    let (column, _) = *text.first().expect("a name");
    let mut cells = vec![String::new(); paths.len()];
    "\"山田, 太郎\"".clone_into(&mut cells[column]);
    let utf8 = format!("{head}{}\r\n\r\n", cells.join(","));
    let (from_utf8, said) = told(&sheet, "data.csv", utf8.as_bytes());
    assert_eq!(from_utf8.len(), 1, "{said}");
    assert_eq!(from_utf8[0].number, 1);
    let (shift_jis, _, lossy) = encoding_rs::SHIFT_JIS.encode(utf8.trim_start_matches('\u{FEFF}'));
    assert!(!lossy);
    let (from_shift_jis, said) = told(&sheet, "data.csv", &shift_jis);
    assert_eq!(from_shift_jis[0].filled, from_utf8[0].filled, "{said}");
}

#[test]
fn tables_with_faults_are_told_by_row_and_column() {
    let sheet = sheet("baseline", "pledge", Lang::En);
    let block = &sheet.blocks[0];
    let path = format!("{}.{}", block.id, block.fields[0].id);
    let cases: [(String, &str); 8] = [
        (format!("{path},signer.nmae\n,\n"), "J0703"),
        ("一覧\n1\n2\n".to_owned(), "J0723"),
        (format!("{path}\n\"山田\n"), "J0713"),
        (format!("{path},{path}\n,\n"), "J0709"),
        (format!("{path}\n1,2\n"), "J0714"),
        (format!("{path}\n"), "J0712"),
        (String::new(), "J0712"),
        (format!("{path}\n{}", "x\n".repeat(10_000)), "J0711"),
    ];
    for (text, code) in cases {
        let (good, told) = told(&sheet, "data.csv", text.as_bytes());
        assert!(told.contains(code) && good.is_empty(), "{code}: {told}");
    }
    let (_, broken) = told(&sheet, "data.csv", b"name\n\x81\xFF\xFE\n");
    assert!(broken.contains("J0702"), "{broken}");
}

#[test]
fn random_bytes_are_refused_without_a_panic() {
    let sheet = application();
    let mut seed = 7u64;
    for length in 0..200 {
        let bytes: Vec<u8> = (0..length)
            .map(|_| {
                seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
                (seed >> 33).to_le_bytes()[0]
            })
            .collect();
        let (good, _) = told(&sheet, "data.csv", &bytes);
        assert!(good.is_empty());
        let mut json = b"{\"users\": [".to_vec();
        json.extend(&bytes);
        assert!(told(&sheet, "data.json", &json).0.is_empty());
    }
}
