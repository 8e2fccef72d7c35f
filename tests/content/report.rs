//! The reports on how the shipped regions stand to the baseline, as data, held against the records of conformance.

use std::collections::BTreeMap;
use std::ffi::OsStr;

use crate::invariants::pdf::{pdfs, said};
use crate::support::corpus;
use junsoku::base::locale::Lang;
use junsoku::conformance::{ConformanceRecord, Status, conformance_records, regions_held};
use junsoku::content::SetKey;
use junsoku::corpus::Corpus;
use junsoku::pdf;
use serde_json::Value;

/// The reports on the shipped regions in both languages, by path.
fn reports(corpus: &Corpus) -> BTreeMap<String, Value> {
    let reports = pdf::sheets(corpus).into_iter().filter(|(_, sheet)| sheet["sheet"] == "conformance").collect();
    let expected: Vec<String> = Lang::ALL
        .into_iter()
        .flat_map(|lang| regions_held(corpus).map(move |set| pdf::conformance_path(lang, &set.key)))
        .collect();
    let reports: BTreeMap<String, Value> = reports;
    assert_eq!(expected.len(), 8);
    assert!(expected.iter().all(|path| reports.contains_key(path)) && reports.len() == 8, "{:?}", reports.keys());
    reports
}

fn list(value: &Value) -> &Vec<Value> {
    value.as_array().expect("a list")
}

/// Every item of a report with the name of its section.
fn items(report: &Value) -> Vec<(&str, &Value)> {
    let sections = list(&report["sections"]).iter();
    let groups = sections.flat_map(|section| list(&section["groups"]).iter().map(move |group| (section, group)));
    let items = groups.flat_map(|(section, group)| list(&group["items"]).iter().map(move |item| (section, item)));
    items.map(|(section, item)| (section["telling"].as_str().expect("a name"), item)).collect()
}

/// The section in which a record is told.
fn section_of(record: &ConformanceRecord<'_>) -> &'static str {
    match (record.status, record.level) {
        ("covered" | "stricter", _) => "met",
        ("not-available", _) => "missing",
        (_, "required") => "required",
        ("omitted", _) if !record.acknowledged => "omitted",
        _ => "others",
    }
}

#[test]
fn every_requirement_stands_once_in_its_section() {
    let corpus = corpus();
    let reports = reports(corpus);
    let records = conformance_records(corpus);
    for (lang, set) in Lang::ALL.into_iter().flat_map(|lang| regions_held(corpus).map(move |set| (lang, set))) {
        let report = &reports[&pdf::conformance_path(lang, &set.key)];
        let mut told: Vec<(&str, &str)> =
            items(report).iter().map(|(section, item)| (item["id"].as_str().expect("an id"), *section)).collect();
        let own = records.iter().filter(|record| record.region == set.key.to_string());
        let mut known: Vec<(&str, &str)> = own.map(|record| (record.requirement, section_of(record))).collect();
        told.sort_unstable();
        known.sort_unstable();
        assert_eq!(told, known, "{lang} {}", set.key);
    }
}

#[test]
fn the_table_of_counts_is_that_of_the_records() {
    let corpus = corpus();
    let reports = reports(corpus);
    let records = conformance_records(corpus);
    for set in regions_held(corpus) {
        let of = |level: Option<&str>, status: Option<Status>| {
            let own = records.iter().filter(|record| record.region == set.key.to_string());
            let own = own.filter(|record| level.is_none_or(|level| record.level == level));
            own.filter(|record| status.is_none_or(|status| record.status == status.word())).count()
        };
        let row = |level: Option<&str>| -> Vec<usize> {
            Status::ALL.into_iter().map(Some).chain([None]).map(|status| of(level, status)).collect()
        };
        let levels = ["required", "instructed", "recommended", "advised", "optional"];
        let known: Vec<Vec<usize>> = levels.into_iter().map(Some).chain([None]).map(row).collect();
        for lang in Lang::ALL {
            let rows = &reports[&pdf::conformance_path(lang, &set.key)]["result"]["counts"]["rows"];
            let told: Vec<Vec<usize>> =
                list(rows).iter().map(|row| serde_json::from_value(row["counts"].clone()).expect("numbers")).collect();
            assert_eq!(told, known, "{lang} {}", set.key);
        }
    }
}

#[test]
fn what_departs_is_numbered_and_explained() {
    let corpus = corpus();
    for (path, report) in &reports(corpus) {
        let items = items(report);
        let numbers: Vec<u64> = items.iter().filter_map(|(_, item)| item["number"].as_u64()).collect();
        let expected: Vec<u64> = (1..).take(numbers.len()).collect();
        assert_eq!(numbers, expected, "{path}");
        for (section, item) in items {
            let id = &item["id"];
            assert_eq!(item["number"].is_null(), section == "met", "{path}: {id}");
            let is_told = !item["differs"].is_null() || !list(&item["notes"]).is_empty();
            let quotes = list(&item["region"]).iter().any(|said| !list(&said["provisions"]).is_empty());
            match section {
                "required" => assert!(!item["differs"].is_null(), "{path}: {id} is not explained"),
                "missing" => assert!(is_told, "{path}: nothing says why {id} is looked for elsewhere"),
                "others" => assert!(is_told || quotes, "{path}: nothing says where {id} departs"),
                _ => assert!(item["differs"].is_null(), "{path}: {id}"),
            }
        }
    }
}

#[test]
fn the_report_on_kumagaya_says_what_is_known_of_it() {
    let pdfs = pdfs(&["pdftotext"]);
    let wanted = pdf::conformance_path(Lang::Ja, &SetKey::Region("kumagaya".to_owned()));
    let Some((report, _)) = pdfs.iter().find(|(path, _)| path.ends_with(&wanted)) else { return };
    // Cell by cell, as the text stands in the file.
    let text = said("pdftotext", [OsStr::new("-raw"), report.as_os_str(), OsStr::new("-")]);
    let text: String = text.chars().filter(|letter| !letter.is_whitespace()).collect();
    let section = |from: &str, to: &str| {
        let (_, rest) = text.split_once(from).unwrap_or_else(|| panic!("no {from} in {text}"));
        rest.split_once(to).unwrap_or_else(|| panic!("no {to} after {from} in {text}")).0.to_owned()
    };
    let met = section("準則と同等のもの、上回るもの", "役割の対照");
    assert!(met.contains("パスワードの強度必要事項第8条第3号ID・パスワードの管理義務同等"), "{met}");
    let required = section("必要事項で準則と異なるもの", "その他の対応事項で準則と異なるもの");
    assert!(required.contains("account.password.not-guessable") && !required.contains("account.password.strength"));
    let others = section("その他の対応事項で準則と異なるもの", "その他の対応事項で定めのないもの");
    assert!(others.contains("準則では推奨事項であるリモートワイプについて、その利用を求める"), "{others}");
    assert!(text.contains("このサイトの編集者が") && text.contains("見解を示すものではありません"), "{text:.600}");
}
