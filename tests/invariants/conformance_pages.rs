//! The pages of conformance and the files to download say what the library computes.

use std::collections::BTreeSet;

use crate::support::html::{Tag, ids, tags, unescape};
use crate::support::{Program, corpus, csv_lines, root, site, text};
use junsoku::base::locale::{Lang, Messages};
use junsoku::conformance::{self, ConformanceRecord, Status, baseline_hash};
use serde_json::Value;

/// What a cell of the table says: requirement, region, level, scope, status, whether a departure is explained.
type Cell = (String, String, String, String, String, bool);

fn expected(records: &[ConformanceRecord<'_>]) -> BTreeSet<Cell> {
    let cell = |record: &ConformanceRecord<'_>| {
        let [requirement, level, scope, status] =
            [record.requirement, record.level, record.scope, record.status].map(str::to_owned);
        (requirement, record.region.clone(), level, scope, status, record.acknowledged)
    };
    records.iter().map(cell).collect()
}

/// What stands between a tag and the next end of an element of its name.
fn inside<'a>(html: &'a str, tag: &Tag<'_>) -> &'a str {
    html[tag.end..].split(&format!("</{}>", tag.name)).next().expect("an end")
}

/// The text of some HTML.
fn letters(html: &str) -> String {
    unescape(&html.split('<').map(|piece| piece.split_once('>').map_or(piece, |(_, text)| text)).collect::<String>())
}

/// The cells of the table, each with its words.
fn cells(html: &str) -> Vec<(Cell, String)> {
    let (mut row, mut cells) = ([String::new(), String::new(), String::new()], Vec::new());
    for tag in tags(html) {
        let get = |name: &str| tag.get(name).unwrap_or_default().to_owned();
        if tag.name == "tr" {
            row = [get("data-requirement"), get("data-level"), get("data-scope")];
        } else if tag.name == "td" && tag.get("data-status").is_some() {
            let inner = inside(html, &tag);
            let [requirement, level, scope] = row.clone();
            let explained = inner.contains("class=\"explained\"");
            cells
                .push(((requirement, get("data-region"), level, scope, get("data-status"), explained), letters(inner)));
        }
    }
    cells
}

#[test]
fn the_table_agrees_with_the_records_in_both_languages() {
    let (corpus, files) = (corpus(), site());
    let records = conformance::conformance_records(corpus);
    assert_eq!(records.len(), conformance::regions_held(corpus).count() * corpus.requirements().count());
    for lang in Lang::ALL {
        let messages = Messages::of(lang);
        let cells = cells(text(&files[&format!("{lang}/conformance/index.html")]));
        assert_eq!(cells.len(), records.len(), "{lang}");
        for (cell, words) in &cells {
            let status = messages.text(&format!("status-{}", cell.4));
            assert!(words.contains(&status), "{lang}: {cell:?} is shown as {words}");
            assert_eq!(words.contains(&messages.text("acknowledged")), cell.5, "{lang}: {cell:?}: {words}");
        }
        assert_eq!(cells.into_iter().map(|(cell, _)| cell).collect::<BTreeSet<_>>(), expected(&records), "{lang}");
    }
}

#[test]
fn the_counts_of_regions_are_those_of_the_records() {
    let (corpus, files) = (corpus(), site());
    let records = conformance::conformance_records(corpus);
    let page = text(&files["en/conformance/index.html"]);
    let table = page.split("<table class=\"counts\"").nth(1).and_then(|rest| rest.split("</table>").next());
    let rows: Vec<Vec<String>> = table
        .expect("the table of counts")
        .split("<tr>")
        .skip(3)
        .map(|row| row.split("<td>").skip(1).map(|cell| letters(cell).trim().to_owned()).collect())
        .collect();
    assert_eq!(rows.len(), conformance::regions_held(corpus).count());
    for (set, row) in conformance::regions_held(corpus).zip(rows) {
        let of = |wanted: &dyn Fn(&&ConformanceRecord<'_>) -> bool| {
            let region = set.key.to_string();
            records.iter().filter(|record| record.region == region).filter(wanted).count().to_string()
        };
        let mut counts: Vec<String> =
            Status::ALL.iter().map(|status| of(&|record| record.status == status.word())).collect();
        let met = |record: &&ConformanceRecord<'_>| matches!(record.status, "covered" | "stricter");
        counts.extend([
            of(&|record| record.level == "required"),
            of(&|record| record.level == "required" && met(record)),
            of(&|record| record.level == "required" && record.acknowledged),
            of(&|record| record.level == "required" && record.status == "not-available"),
        ]);
        assert_eq!(row, counts, "{}", set.key);
    }
}

#[test]
fn a_region_page_has_every_requirement_once_below_its_heading() {
    let (corpus, files) = (corpus(), site());
    for (lang, set) in Lang::ALL.iter().flat_map(|lang| conformance::regions_held(corpus).map(move |set| (lang, set))) {
        let path = format!("{lang}/conformance/{}/index.html", set.key);
        let html = text(&files[&path]);
        let all = tags(html);
        let there = ids(&path, &all);
        let place = |id: &str| html.find(&format!("id=\"{id}\"")).unwrap_or_else(|| panic!("{path}: no {id}"));
        for entry in conformance::coverage(corpus, set) {
            let id = entry.requirement.id.as_str();
            assert!(there.contains(id), "{path}: {id}");
            let is_required = entry.requirement.level.word() == "required";
            let (from, to) = match entry.status {
                status if status.is_met() => ("_met", "_roles"),
                Status::NotAvailable => ("_not-available", "_met"),
                _ if is_required => ("_departing-required", "_departing-others"),
                _ => ("_departing-others", "_not-available"),
            };
            assert!((place(from)..place(to)).contains(&place(id)), "{path}: {id} is not below {from}");
        }
    }
}

#[test]
fn a_requirement_page_shows_the_words_of_every_provision_that_meets_it() {
    let (corpus, files) = (corpus(), site());
    let (mut mapped, mut compared) = (0, 0);
    for (lang, set) in Lang::ALL.iter().flat_map(|lang| conformance::regions_held(corpus).map(move |set| (lang, set))) {
        for mapping in &set.conformance.mappings {
            let path = format!("{lang}/conformance/requirements/{}/index.html", mapping.requirement);
            let shown: String = letters(text(&files[&path])).split_whitespace().collect();
            mapped += 1;
            let provision = set.provision(&mapping.document, &mapping.anchor).expect("a provision");
            for line in provision.own_letters(*lang).lines() {
                let line: String = line.split_whitespace().collect();
                assert!(shown.contains(&line), "{path}: {}#{}: {line}", set.key, mapping.anchor);
                compared += 1;
            }
        }
    }
    assert!(mapped > 0 && compared >= mapped, "only {compared} lines of {mapped} provisions compared");
}

#[test]
fn the_files_to_download_agree_with_the_records() {
    let (corpus, files) = (corpus(), site());
    let records = conformance::conformance_records(corpus);
    let json: Value = serde_json::from_slice(&files[conformance::JSON]).expect("JSON");
    assert_eq!(json["baseline_hash"], baseline_hash(corpus));
    let (lines, table) = (json["records"].as_array().expect("records"), csv_lines(files));
    assert_eq!((lines.len(), table.len()), (records.len(), records.len()));
    for ((record, line), row) in records.iter().zip(lines).zip(&table) {
        let plain = serde_json::to_value(record).expect("a record");
        for (key, value) in plain.as_object().expect("an object") {
            assert_eq!(&line[key], value, "{key} of {plain}");
        }
        let set = conformance::regions_held(corpus).find(|set| set.key.to_string() == record.region).expect("a region");
        assert_eq!(line["region_name"]["ja"], set.name.ja);
        assert_eq!(row["Region (Japanese)"], set.name.ja);
        assert_eq!(
            (row["Region code"].as_str(), row["Requirement code"].as_str()),
            (record.region.as_str(), record.requirement)
        );
        assert_eq!((row["Verdict code"].as_str(), row["Level code"].as_str()), (record.status, record.level));
        assert_eq!(row["Differences described"], record.acknowledged.to_string());
        assert_eq!(row["Provisions"], record.provisions.join("; "));
        for (key, head) in [("ja", "Differences (Japanese)"), ("en", "Differences (English)")] {
            assert_eq!(row[head], line["differs"][key].as_str().unwrap_or_default());
        }
        assert_eq!(line["differs"].is_null(), !record.acknowledged && record.status != "not-available", "{plain}");
    }
}

#[test]
fn check_prints_the_records_that_the_table_shows() {
    let corpus = corpus();
    let run = Program::new(["check", "--format", "json", "--content"]).arg(root()).run().check(0);
    let data: Value = serde_json::from_str(&run.stdout).expect("JSON");
    let records = serde_json::to_value(conformance::conformance_records(corpus)).expect("JSON");
    assert_eq!(data["conformance"], records);
}
