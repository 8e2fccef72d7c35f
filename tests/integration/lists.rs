//! Lists of people as clerks keep them, read without being edited.

use crate::support::{check_arguments, corpus};
use junsoku::base::diagnostics::{Diagnostics, human};
use junsoku::base::locale::{Lang, Messages};
use junsoku::content::SetKey;
use junsoku::forms::filling::{
    AskedSheet, DataOptions, FormRecord, ListOptions, heading_matches, read_records, validated, workbook_template,
};
use rust_xlsxwriter::{ExcelDateTime, Format, Formula, Workbook, Worksheet, XlsxError};

fn asked(set: &str, form: &str) -> AskedSheet {
    let corpus = corpus();
    let set = corpus.set(&SetKey::from_name(set)).expect("a set");
    let form = set.forms.iter().find(|found| found.id == form).expect("a form");
    AskedSheet::of(corpus, set, form, Messages::of(Lang::Ja))
}

fn application() -> AskedSheet {
    asked("hamabe", "application")
}

/// The records in a file, and what is told of them.
fn read(sheet: &AskedSheet, name: &str, bytes: &[u8], list: ListOptions) -> (Vec<FormRecord>, String) {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join(name);
    std::fs::write(&path, bytes).expect("a file");
    let mut findings = Diagnostics::default();
    let options = DataOptions { list, common: None };
    let records = read_records(&path, sheet, &options, &mut findings).unwrap_or_default();
    let _ = validated(sheet, &records, &mut findings);
    check_arguments(&findings);
    (records, human(&findings, Messages::of(Lang::Ja), false))
}

fn plain(sheet: &AskedSheet, name: &str, bytes: &[u8]) -> (Vec<FormRecord>, String) {
    read(sheet, name, bytes, ListOptions::default())
}

fn workbook(write: impl FnOnce(&mut Worksheet) -> Result<(), XlsxError>) -> Vec<u8> {
    let mut book = Workbook::new();
    write(book.add_worksheet()).expect("a sheet");
    book.save_to_buffer().expect("a workbook")
}

fn rows(sheet: &mut Worksheet, first: u32, rows: &[&[&str]]) -> Result<(), XlsxError> {
    for (row, cells) in (first..).zip(rows) {
        for (column, cell) in (0u16..).zip(*cells) {
            sheet.write_string(row, column, *cell)?;
        }
    }
    Ok(())
}

#[test]
fn a_list_with_titles_above_and_two_rows_of_headings_fills_one_table() {
    let day = Format::new().set_num_format("yyyy/mm/dd");
    let bytes = workbook(|sheet| {
        sheet.merge_range(0, 0, 0, 6, "浜辺町会　道具を使う家族の名簿", &Format::new())?;
        rows(
            sheet,
            2,
            &[&["番", "氏名", "フリガナ", "なりわい", "", "", "備考"], &["", "", "", "", "電子メール", "載せた日"]],
        )?;
        sheet.merge_range(2, 4, 2, 5, "連絡など", &Format::new())?;
        rows(
            sheet,
            4,
            &[&["1", "𠮷田 花子", "ヨシダ ハナコ", "1", "hanako@example.jp"], &["2", "髙﨑 一郎", "", "2", "ichiro@"]],
        )?;
        sheet.write_datetime_with_format(4, 5, &ExcelDateTime::from_ymd(2026, 4, 1)?, &day)?;
        sheet.write_number(6, 0, 3)?;
        Ok(())
    });
    let sheet = application();
    let maps = vec![("載せた日".to_owned(), "users.registered-on".to_owned())];
    let (records, told) = read(&sheet, "名簿.xlsx", &bytes, ListOptions { assigned: maps, ..ListOptions::default() });
    assert_eq!(records.len(), 1, "{told}");
    let users = &records[0].data["users"];
    assert_eq!(users[0]["name"], "𠮷田 花子");
    assert_eq!(users[0]["name-reading"], "ヨシダ ハナコ");
    assert_eq!(users[0]["email"], "hanako@example.jp");
    assert_eq!(users[0]["registered-on"], "2026-04-01");
    // A line with nothing but its number says nothing.
    assert_eq!(users.as_array().map(Vec::len), Some(2), "{users}");
    assert!(told.contains("2件目（6行目の「電子メール」）") && told.contains("名簿.xlsx:6:"), "{told}");
    assert!(told.contains("J0721") && told.contains("備考"), "{told}");
    assert!(told.contains("J0722") && told.contains("氏名 → 名前"), "{told}");
}

#[test]
fn texts_in_every_encoding_are_the_same_list() {
    let sheet = asked("baseline", "pledge");
    let comma = "職員名簿,,\r\n,,\r\n氏　名※,住まい,年齢\r\n\"山田\r\n太郎\",浜辺1-2,35\r\n鈴木花子,浜辺3,41\r\n";
    let tab = comma.replace(',', "\t");
    let utf16: Vec<u8> = tab.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let (shift_jis, _, _) = encoding_rs::SHIFT_JIS.encode(comma);
    let files: [Vec<u8>; 5] = [
        comma.to_owned().into_bytes(),
        shift_jis.into_owned(),
        tab.into_bytes(),
        [&[0xFF, 0xFE][..], &utf16].concat(),
        utf16,
    ];
    for bytes in files {
        let (records, told) = plain(&sheet, "list.csv", &bytes);
        let names: Vec<&str> = records.iter().filter_map(|record| record.data["signer"]["name"].as_str()).collect();
        assert_eq!(names, ["山田　太郎", "鈴木花子"], "{told}");
        assert_eq!(records[1].data["signer"]["address"], "浜辺3");
        assert!(told.contains("年齢") && !told.contains("J0714"), "{told}");
    }
}

#[test]
fn parts_of_names_are_joined_and_lost_zeros_come_back() {
    let bytes = workbook(|sheet| {
        rows(
            sheet,
            0,
            &[
                &["姓", "名", "セイ", "メイ", "メールアドレス"],
                &["山田", "太郎", "ヤマダ", "タロウ", "taro@example.jp"],
            ],
        )
    });
    let (records, told) = plain(&application(), "list.xlsx", &bytes);
    assert_eq!(records[0].data["users"][0]["name"], "山田　太郎", "{told}");
    assert_eq!(records[0].data["users"][0]["name-reading"], "ヤマダ　タロウ");
}

#[test]
fn what_stands_in_the_way_is_told_by_row_and_heading() {
    let sheet = application();
    let error = workbook(|sheet| {
        rows(sheet, 0, &[&["氏名", "メール", "フリガナ"], &["山田", "", "ヤマダ"]])?;
        sheet.write_formula(1, 1, Formula::new("=1/0").set_result("#DIV/0!"))?;
        Ok(())
    });
    let twice = workbook(|sheet| {
        rows(sheet, 0, &[&["氏名", "メール"], &["山田"], &[], &["氏名", "名前", "フリガナ"], &["田中"]])
    });
    let hidden = {
        let mut book = Workbook::new();
        let list = book.add_worksheet();
        rows(list, 0, &[&["氏名"], &["山田"], &["退職者"]]).expect("rows");
        list.set_row_hidden(2).expect("a row");
        let other = book.add_worksheet().set_name("旧名簿").expect("a name").set_hidden(true);
        rows(other, 0, &[&["氏名"], &["昔"]]).expect("rows");
        book.save_to_buffer().expect("a workbook")
    };
    let several = {
        let mut book = Workbook::new();
        rows(book.add_worksheet(), 0, &[&["氏名"], &["山田"]]).expect("rows");
        rows(book.add_worksheet(), 0, &[&["氏名"], &["田中"]]).expect("rows");
        book.save_to_buffer().expect("a workbook")
    };
    let far = workbook(|sheet| {
        rows(sheet, 0, &[&["氏名"]])?;
        sheet.write_string(1_048_575, 16_383, "x")?;
        Ok(())
    });
    let many = workbook(|sheet| {
        sheet.write_string(0, 0, "氏名")?;
        (1..=2_001).try_for_each(|row| sheet.write_string(row, 0, "山田").map(drop))
    });
    let cases: [(&[u8], &str); 8] = [
        (&error, "J0729"),
        (&twice, "J0730"),
        (&hidden, "3行目"),
        (&hidden, "旧名簿"),
        (&several, "J0725"),
        (&far, "J0712"),
        (&many, "J0711"),
        (b"PK\x03\x04 no zip file", "J0726"),
    ];
    for (bytes, code) in cases {
        let (records, told) = plain(&sheet, "list.xlsx", bytes);
        assert!(told.contains(code), "{code}: {told}");
        assert!(records.iter().all(|record| !record.data.to_string().contains("退職者")), "{told}");
    }
    let chosen = ListOptions { sheet: Some("Sheet2".to_owned()), ..ListOptions::default() };
    let (records, told) = read(&sheet, "list.xlsx", &several, chosen);
    assert_eq!(records[0].data["users"][0]["name"], "田中", "{told}");
}

#[test]
fn a_heading_that_fits_two_fields_asks_which_and_an_assignment_answers() {
    let sheet = asked("kawabe", "pledge");
    let two: Vec<_> =
        sheet.blocks.iter().flat_map(|block| block.fields.iter().map(|field| field.label.as_str())).collect();
    let labels: std::collections::BTreeMap<&str, usize> =
        two.iter().fold(std::collections::BTreeMap::new(), |mut all, label| {
            *all.entry(*label).or_default() += 1;
            all
        });
    for (label, count) in labels {
        let (records, told) = plain(&sheet, "list.csv", format!("{label}\n○\n").as_bytes());
        assert!(count > 1 || told.contains("J0706") || records.len() == 1, "{label}: {told}");
    }
    let missing = ListOptions { assigned: vec![("役職".to_owned(), "-".to_owned())], ..ListOptions::default() };
    assert!(read(&application(), "list.csv", "氏名\n山田\n".as_bytes(), missing).1.contains("J0732"));
    let unknown =
        ListOptions { assigned: vec![("氏名".to_owned(), "users.nmae".to_owned())], ..ListOptions::default() };
    assert!(read(&application(), "list.csv", "氏名\n山田\n".as_bytes(), unknown).1.contains("J0703"));
}

#[test]
fn an_empty_workbook_is_read_back_column_by_column() {
    for (set, form) in
        [("hamabe", "application"), ("baseline", "pledge"), ("hamabe", "withdrawal"), ("hamabe", "decision")]
    {
        let sheet = asked(set, form);
        let bytes = workbook_template(&sheet, Messages::of(Lang::Ja)).expect("a workbook");
        assert_eq!(bytes, workbook_template(&sheet, Messages::of(Lang::Ja)).expect("a workbook"));
        let (_, told) = plain(&sheet, "list.xlsx", &bytes);
        assert!(told.contains("J0712") && !told.contains("J0721") && !told.contains("J0724"), "{set}/{form}: {told}");
    }
}

#[test]
fn headings_mean_what_the_cases_say() {
    let sheet = application();
    let cases = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/cases/headings.jsonl"));
    for line in cases.expect("cases").lines().filter(|line| !line.is_empty()) {
        let case: serde_json::Value = serde_json::from_str(line).expect("a case");
        let heading = case["heading"].as_str().expect("a heading");
        let found: Vec<String> = heading_matches(&sheet, heading).into_iter().map(|found| found.path).collect();
        assert_eq!(serde_json::json!(found), case["paths"], "{heading}");
    }
}

fn names(records: &[FormRecord]) -> Vec<&str> {
    records.iter().filter_map(|record| record.data["signer"]["name"].as_str()).collect()
}

#[test]
fn rows_that_sum_up_others_are_no_people_and_are_told() {
    let pledge = asked("baseline", "pledge");
    let cases = [
        ("No,氏名,住まい\n1,浜野 計,浜辺1\n2,磯 二名,浜辺2\n合計,2名,\n", "：4行目"),
        ("氏名,住まい\n浜野 計,浜辺1\n合　計,1名\n磯 二名,浜辺2\n合計：2人,\n", "：3, 5行目"),
        ("部,氏名,住まい\n岸,浜野 計,浜辺1\n,小計,1名\n沖,磯 二名,浜辺2\n以上,,\n", "：3, 5行目"),
        ("姓,名,住まい\n浜野,計,浜辺1\n磯,二名,浜辺2\n計,2,\n計,,2件\n", "：4–5行目"),
    ];
    for (text, rows) in cases {
        let (records, told) = plain(&pledge, "list.csv", text.as_bytes());
        let found: Vec<String> = names(&records).iter().map(|name| name.replace('　', " ")).collect();
        assert_eq!(found, ["浜野 計", "磯 二名"], "{told}");
        assert!(told.contains("J0738") && told.contains(rows), "{told}");
    }
    // A name that only begins as such words do is a name.
    let (records, told) = plain(&pledge, "list.csv", "姓,名,住まい\n計,一,浜辺1\n以上,名人,浜辺2\n".as_bytes());
    assert_eq!(names(&records), ["計　一", "以上　名人"], "{told}");
    assert!(!told.contains("J0738"), "{told}");
}

#[test]
fn signs_for_the_same_as_above_are_the_values_above_them() {
    let pledge = asked("baseline", "pledge");
    let text = "姓,名,住まい\n浜野,一,浜辺1\n〃,二葉,同上\n合計,2,\n同じ,三,″\n";
    let (records, told) = plain(&pledge, "list.csv", text.as_bytes());
    assert_eq!(names(&records), ["浜野　一", "浜野　二葉", "浜野　三"], "{told}");
    assert!(records.iter().all(|record| record.data["signer"]["address"] == "浜辺1"), "{told}");
    assert!(told.contains("J0739") && told.contains("氏名, 住まい（3, 5行目）"), "{told}");
    // What the row above does not say, or no row is above to say, no sign can repeat.
    for text in ["氏名,住まい\n浜野,〃\n", "氏名,住まい\n磯,浜辺1\n岸,\n浜野,同上\n"] {
        let (_, told) = plain(&pledge, "list.csv", text.as_bytes());
        assert!(told.contains("J0740") && told.contains("行目の「住まい」") && !told.contains("J0739"), "{told}");
    }
    // 同上 may be the name beside it.
    let twins = "家の代表 名前,users.name\n浜野,磯\n〃,同上\n".as_bytes();
    let (_, told) = plain(&application(), "list.csv", twins);
    assert!(
        told.contains("J0740") && told.contains("3行目の「users.name」") && told.contains("上の行か別の欄か"),
        "{told}"
    );
}

#[test]
fn values_that_no_heading_names_are_told() {
    let pledge = asked("baseline", "pledge");
    let bytes = workbook(|sheet| {
        rows(sheet, 0, &[&["", "氏名", "", "住まい"], &["1", "浜野", "一", "浜辺1"], &["2", "磯", "", "浜辺2", "休み"]])
    });
    let (records, told) = plain(&pledge, "list.xlsx", &bytes);
    assert_eq!(names(&records), ["浜野", "磯"], "{told}");
    assert!(told.contains("J0741") && told.contains("C, E列（2–3行目）"), "{told}");
    let text = "名簿,,\n電話,0229-00-0000,郵便番号：989-0000\n,,\n氏名,電子メール,\n浜野,a@example.jp,\n";
    let (records, told) = plain(&application(), "list.csv", text.as_bytes());
    assert_eq!(records[0].data["users"][0]["name"], "浜野", "{told}");
    assert!(told.contains("J0742") && told.contains("電話 0229-00-0000, 郵便番号：989-0000"), "{told}");
    assert!(!told.contains("J0741"), "{told}");
}

/// What is told of `text` and its data, with `common` as the answers that are the same in every form.
fn with_common(text: &str, common: Option<&str>, assigned: &[(&str, &str)]) -> (serde_json::Value, String) {
    let folder = tempfile::tempdir().expect("a folder");
    let (list, answers) = (folder.path().join("list.csv"), folder.path().join("common.json"));
    std::fs::write(&list, text).expect("a file");
    std::fs::write(&answers, common.unwrap_or_default()).expect("a file");
    let assigned = assigned.iter().map(|(heading, field)| ((*heading).to_owned(), (*field).to_owned())).collect();
    let options = ListOptions { assigned, ..ListOptions::default() };
    let options = DataOptions { list: options, common: common.map(|_| answers) };
    let mut findings = Diagnostics::default();
    let sheet = application();
    let records = read_records(&list, &sheet, &options, &mut findings).unwrap_or_default();
    check_arguments(&findings);
    let data = records.first().map(|record| record.data.clone()).unwrap_or_default();
    (data, human(&findings, Messages::of(Lang::Ja), false))
}

#[test]
fn a_column_beside_the_names_says_nothing_of_all_unasked() {
    let list = "氏名,電話\n浜野,090-0000-0001\n磯,\n";
    let common = r#"{"form":"hamabe/application","household":{"telephone":"0229-00-0000"}}"#;
    let (data, told) = with_common(list, Some(common), &[]);
    assert_eq!(data["household"]["telephone"], "0229-00-0000", "{told}");
    assert!(told.contains("J0744") && told.contains("使いませんでした：電話") && !told.contains("J0743"), "{told}");
    let (data, told) = with_common(list, Some(common), &[("電話", "household.telephone")]);
    assert_eq!(data["household"]["telephone"], "090-0000-0001", "{told}");
    assert!(!told.contains("J0744") && !told.contains("J0743"), "{told}");
    let (data, told) = with_common(list, None, &[]);
    assert_eq!(data["household"]["telephone"], "090-0000-0001", "{told}");
    assert!(told.contains("J0743") && told.contains("入れました：電話\n"), "{told}");
    // What stands in each row is about all of them, and what an answer says as well is nothing to tell.
    let in_all = "氏名,電話\n浜野,0229-00-0000\n磯,0229-00-0000\n";
    for common in [None, Some(common)] {
        let (data, told) = with_common(in_all, common, &[]);
        assert_eq!(data["household"]["telephone"], "0229-00-0000", "{told}");
        assert!(!told.contains("J0743") && !told.contains("J0744"), "{told}");
    }
}

#[test]
fn parts_of_names_below_one_heading_are_a_head_of_two_rows() {
    let merged = workbook(|sheet| {
        let lower = &["", "姓", "名", "姓", "名", ""];
        let upper = &["番", "氏名", "", "フリガナ", "", "電子メール"];
        let person = &["1", "浜野", "一", "ハマノ", "イチ", "a@example.jp"];
        rows(sheet, 0, &[upper, lower, person, upper, lower])?;
        for (row, column) in [(0, 1), (0, 3), (3, 1), (3, 3)] {
            sheet.merge_range(row, column, row, column + 1, upper[usize::from(column)], &Format::new())?;
        }
        for (row, column) in [(0, 0), (0, 5), (3, 0), (3, 5)] {
            sheet.merge_range(row, column, row + 1, column, upper[usize::from(column)], &Format::new())?;
        }
        Ok(())
    });
    let plain_cells = "番,氏名,,フリガナ,,電子メール\n,姓,名,セイ,メイ,\n1,浜野,一,ハマノ,イチ,a@example.jp\n";
    for bytes in [merged.as_slice(), plain_cells.as_bytes()] {
        let (records, told) = plain(&application(), "list", bytes);
        let person = serde_json::json!([{"name": "浜野　一", "name-reading": "ハマノ　イチ", "email": "a@example.jp"}]);
        assert_eq!(records.first().map(|record| &record.data["users"]), Some(&person), "{told}");
        assert!(told.contains("J0721") && !told.contains("J0741"), "{told}");
    }
    let pledge = asked("baseline", "pledge");
    let text = "組,氏名,,フリガナ,,住まい\n,姓,名,姓,名,\n岸,浜野,一,ハマノ,イチ,浜辺1\n";
    let (records, told) = plain(&pledge, "list.csv", text.as_bytes());
    assert_eq!(names(&records), ["浜野　一"], "{told}");
    assert!(told.contains("列があります：組, フリガナ（姓・名）"), "{told}");
    assert_eq!(records[0].data["signer"]["address"], "浜辺1", "{told}");
}

#[test]
fn of_parts_of_a_name_and_the_name_that_of_the_author_is_taken() {
    let pledge = asked("baseline", "pledge");
    let text = "姓,名,氏名,住まい\n浜野,一,浜野 はじめ,浜辺1\n".as_bytes();
    let assigned =
        |heading: &str| ListOptions { assigned: vec![(heading.to_owned(), "-".to_owned())], ..ListOptions::default() };
    let cases = [
        (ListOptions::default(), "浜野 はじめ", "列があります：姓・名"),
        (assigned("姓・名"), "浜野 はじめ", "列があります：姓・名"),
        (assigned("姓"), "浜野 はじめ", "列があります：姓, 名"),
        (assigned("氏名"), "浜野　一", "列があります：氏名"),
    ];
    for (options, name, unneeded) in cases {
        let (records, told) = read(&pledge, "list.csv", text, options);
        assert_eq!(names(&records), [name], "{told}");
        assert!(told.contains(unneeded) && !told.contains("J0709"), "{told}");
    }
    // A person who assigned the whole of a list that has but the parts meant them.
    let parts = "姓,名,住まい\n浜野,一,浜辺1\n".as_bytes();
    let whole =
        ListOptions { assigned: vec![("氏名".to_owned(), "signer.name".to_owned())], ..ListOptions::default() };
    assert_eq!(names(&read(&pledge, "list.csv", parts, whole).0), ["浜野　一"]);
    let twice = "氏名,お名前\n浜野,磯\n".as_bytes();
    let (_, told) = plain(&pledge, "list.csv", twice);
    assert!(told.contains("J0709") && told.contains("氏名, お名前"), "{told}");
    let kana = "姓,名,姓（カナ）,名（カナ）,電子メール\n浜野,一,ハマノ,イチ,a@example.jp\n".as_bytes();
    let (records, told) = plain(&application(), "list.csv", kana);
    assert_eq!(records[0].data["users"][0]["name-reading"], "ハマノ　イチ", "{told}");
}
