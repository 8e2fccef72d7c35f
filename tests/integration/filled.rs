//! Sheets of forms with what is filled in: further sheets, crafted values, values without room.

use std::path::Path;

use crate::invariants::filled::{Values, check_marks, pages, squeezed, tools};
use crate::support::{Case, corpus};
use junsoku::base::locale::Lang;
use junsoku::content::SetKey;
use junsoku::corpus::{Form, Set};
use junsoku::forms::PrintedValue;
use junsoku::pdf::{SheetError, form_sheet};

/// A form of the fixtures by its name: `hamabe/application`.
fn form(name: &str) -> (&'static Set, &'static Form) {
    let (set, form) = name.split_once('/').expect("set and form");
    let set = corpus().set(&SetKey::from_name(set)).expect("a set");
    (set, set.forms.iter().find(|found| found.id == form).expect("a form"))
}

fn people(count: usize) -> Values {
    let person = |at: usize| (format!("users[{at}].name"), PrintedValue::text(format!("髙﨑{at}太郎")));
    (1..=count).map(person).collect()
}

#[test]
fn entries_go_on_further_sheets() {
    let Some(tools) = tools("pdftotext") else { return };
    let (set, form) = form("hamabe/application");
    let sheets = |count| pages(&form_sheet(set, form, Lang::Ja, &people(count), false, &tools).expect("a sheet"));
    let twelve = sheets(12);
    assert_eq!(twelve.len(), 3, "two sheets and the appended tables");
    assert!(
        twelve[0].contains("（2枚中1枚目）") && twelve[1].contains("続紙2/2") && twelve[1].contains("（2枚中2枚目）")
    );
    assert!(twelve[0].contains("髙﨑10太郎") && !twelve[0].contains("髙﨑11太郎"));
    assert!(
        twelve[1].contains("11髙﨑11太郎")
            && twelve[1].contains("12髙﨑12太郎")
            && twelve[1].contains("道具を使う家族")
    );
    // A continuation sheet is full before another begins.
    assert_eq!(sheets(25).len(), 3);
    let many = sheets(40);
    assert_eq!(many.len(), 4);
    assert!(many[0].contains("（3枚中1枚目）") && many[2].contains("（3枚中3枚目）") && many[2].contains("髙﨑40太郎"));
    assert!(!sheets(0)[0].contains("1枚目"), "blank, the line is blank");
}

#[test]
fn what_looks_like_markup_is_printed_as_it_is() {
    let Some(tools) = tools("pdftotext") else { return };
    let (set, form) = form("hamabe/withdrawal");
    let crafted =
        ["</script><b>x", "#import \"x\": *", "\\u{41} $x^2$ *y* _z_ `r`", "[k] @b <l> // /* c", "{number}{total}"];
    let ids = ["name", "establishment"];
    for pair in crafted.chunks(ids.len()) {
        let mut values: Values =
            ids.iter().zip(pair).map(|(id, text)| (format!("notifier.{id}"), PrintedValue::text(*text))).collect();
        values.insert("reason.reason".to_owned(), PrintedValue::text(format!("一行目\n{}\n𠮷野家", pair[0])));
        let text = pages(&form_sheet(set, form, Lang::Ja, &values, false, &tools).expect("a sheet")).concat();
        for written in pair {
            assert!(text.contains(&squeezed(written)), "{written} is not in\n{text}");
        }
        assert!(text.contains(&squeezed(&format!("一行目{}𠮷野家", pair[0]))), "{text}");
    }
}

#[test]
fn what_has_no_room_is_named() {
    let Some(tools) = tools("pdftotext") else { return };
    // A form without copies, one with two.
    for (name, path) in [("hamabe/application", "representative.name"), ("kawabe/visitors", "family.relationship")] {
        let (set, form) = form(name);
        let sheet = |text: String| {
            let values = Values::from([(path.to_owned(), PrintedValue::text(text))]);
            form_sheet(set, form, Lang::Ja, &values, false, &tools)
        };
        let fault = |text: String| sheet(text).err();
        let no_room = Some(SheetError::NoRoom(vec![path.to_owned()]));
        assert_eq!(fault("字".repeat(5_000)), no_room, "{name}");
        assert_eq!(fault("x".repeat(5_000)), no_room, "{name}: one long word");
        // No line may begin or end within such a run.
        assert_eq!(fault("「".repeat(400)), no_room, "{name}: brackets");
        let text = pages(&sheet("長男の妻".repeat(4)).expect("a sheet")).concat();
        assert!(text.contains(&"長男の妻".repeat(4)), "{name}: {text}");
        assert_eq!(fault("田𓀀中".to_owned()), Some(SheetError::Letters("𓀀".to_owned())), "{name}");
    }
}

#[test]
fn every_kind_of_place_is_marked() {
    let Some(tools) = tools("qpdf") else { return };
    let blocks = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases/sheets/form-blocks.txt");
    check_marks(&Case::from_file(&blocks).load().corpus, &tools);
}
