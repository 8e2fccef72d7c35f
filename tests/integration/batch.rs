//! Many sheets of a form: values that are laid over a blank sheet look and read like a sheet that typst set as a whole.

use std::process::Command;

use lopdf::{Document, Object, ObjectId};

use crate::invariants::filled::{Values, all_forms, something, tools};
use crate::support::corpus;
use junsoku::base::locale::Lang;
use junsoku::content::SetKey;
use junsoku::corpus::{Form, Set};
use junsoku::forms::{PrintedDate, PrintedValue};
use junsoku::pdf::setup::Tools;
use junsoku::pdf::{Batch, SheetError, form_sheet};

/// What a program of poppler makes of a PDF.
fn told(program: &str, options: &[&str], pdf: &[u8]) -> Vec<u8> {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let file = folder.path().join("sheet.pdf");
    std::fs::write(&file, pdf).expect("a writable file");
    let output = Command::new(program).args(options).arg(&file).output().expect(program);
    assert!(output.status.success(), "{program}: {}", String::from_utf8_lossy(&output.stderr));
    output.stdout
}

/// The tags in the order of reading, without those that mean nothing, and which of them hold letters by themselves. Every mark must be known
/// to its page as that of the element that it stands in.
fn structure(pdf: &[u8]) -> Vec<String> {
    let document = Document::load_mem(pdf).expect("a PDF");
    let root = document.catalog().and_then(|catalog| catalog.get_deref(b"StructTreeRoot", &document)).expect("tags");
    let root = root.as_dict().expect("a dictionary");
    let mut lines = Vec::new();
    for kid in listed(root.get(b"K").expect("kids")) {
        add_tags(&document, kid.as_reference().expect("an element"), "", &mut lines);
    }
    lines.dedup();
    lines
}

fn listed(object: &Object) -> &[Object] {
    object.as_array().map_or(std::slice::from_ref(object), Vec::as_slice)
}

fn add_tags(document: &Document, id: ObjectId, above: &str, lines: &mut Vec<String>) {
    let element = document.get_dictionary(id).expect("an element");
    let role = String::from_utf8_lossy(element.get(b"S").and_then(Object::as_name).expect("a role")).into_owned();
    let is_silent = ["Span", "Div"].contains(&role.as_str());
    let own = if is_silent { above.to_owned() } else { format!("{above}/{role}") };
    if !is_silent {
        lines.push(own.clone());
    }
    for kid in element.get(b"K").map_or(&[][..], listed) {
        let mark = kid.as_dict().map_or_else(|_| kid.as_i64(), |kid| kid.get(b"MCID").and_then(Object::as_i64));
        let Ok(mark) = mark else {
            add_tags(document, kid.as_reference().expect("an element"), &own, lines);
            continue;
        };
        let page = kid.as_dict().unwrap_or(element).get(b"Pg").and_then(Object::as_reference).expect("a page");
        assert_eq!(owner(document, page, usize::try_from(mark).expect("a mark")), Some(id), "{own}: mark {mark}");
        lines.push(format!("{own}: letters"));
    }
}

/// The element that the page knows a mark to be in.
fn owner(document: &Document, page: ObjectId, mark: usize) -> Option<ObjectId> {
    let number = document.get_dictionary(page).ok()?.get(b"StructParents").ok()?.as_i64().ok()?;
    let root = document.catalog().ok()?.get_deref(b"StructTreeRoot", document).ok()?.as_dict().ok()?;
    let numbers = root.get_deref(b"ParentTree", document).ok()?.as_dict().ok()?.get(b"Nums").ok()?.as_array().ok()?;
    let at = numbers.iter().step_by(2).position(|key| key.as_i64().is_ok_and(|key| key == number))?;
    document.dereference(numbers.get(2 * at + 1)?).ok()?.1.as_array().ok()?.get(mark)?.as_reference().ok()
}

/// The pages as pictures, one after another.
fn pictures(pdf: &[u8]) -> Vec<u8> {
    told("pdftoppm", &["-r", "50", "-gray"], pdf)
}

/// Whether no point of one picture is lighter or darker than in the other, but for what rounding does at edges.
fn look_alike(one: &[u8], other: &[u8]) -> bool {
    one.len() == other.len() && one.iter().zip(other).all(|(one, other)| one.abs_diff(*other) < 32)
}

/// Whether values were laid over the first page of the PDF: their fonts have names of their own.
fn is_laid(pdf: &[u8]) -> bool {
    let document = Document::load_mem(pdf).expect("a PDF");
    let page = document.page_iter().next().expect("a page");
    let resources = document.get_dictionary(page).and_then(|page| page.get_deref(b"Resources", &document));
    let fonts = resources.and_then(Object::as_dict).and_then(|resources| resources.get_deref(b"Font", &document));
    fonts.and_then(Object::as_dict).is_ok_and(|fonts| fonts.iter().any(|(name, _)| name.starts_with(b"value-")))
}

fn batch<'a>((set, form): (&'a Set, &'a Form), tools: &'a Tools) -> Batch<'a> {
    Batch { set, form, lang: Lang::Ja, tools }
}

fn form(name: &str) -> (&'static Set, &'static Form) {
    let (set, form) = name.split_once('/').expect("set and form");
    let set = corpus().set(&SetKey::from_name(set)).expect("a set");
    (set, set.forms.iter().find(|found| found.id == form).expect("a form"))
}

/// Three people: one who fills in everything, one with letters that fonts and lines find hard, one who leaves much out.
fn three_people(form: &Form) -> Vec<Values> {
    let mut all = something(form);
    for value in all.values_mut().filter(|value| value.date.is_some()) {
        // A date without an era stands in any line.
        let date = PrintedDate { year: "2026".into(), month: "4".into(), day: "1".into(), era: None };
        *value = PrintedValue::date("2026年4月1日", date);
    }
    let mut odd = all.clone();
    for (at, value) in odd.values_mut().filter(|value| value.date.is_none() && value.text.is_some()).enumerate() {
        value.text = Some(["髙﨑𠮷辻󠄀", "a-b (c) 12", "みほんの里　長い名前の事業所"][at % 3].to_owned());
    }
    let some = all.clone().into_iter().enumerate().filter(|(at, (path, _))| at % 2 == 0 || path.contains('['));
    let some = some.map(|(_, value)| value).collect();
    vec![all, odd, some]
}

#[test]
fn values_over_a_blank_sheet_look_and_read_like_a_whole_one() {
    let Some(tools) = tools("pdftoppm") else { return };
    for (set, form) in all_forms(corpus()) {
        let people = three_people(form);
        let whole = |values| form_sheet(set, form, Lang::Ja, values, false, &tools).expect("a sheet");
        let whole: Vec<Vec<u8>> = people.iter().map(whole).collect();
        let batch = batch((set, form), &tools);
        let laid: Vec<Vec<u8>> = batch.files(&people, &|| ()).into_iter().map(|file| file.expect("a sheet")).collect();
        for (whole, laid) in whole.iter().zip(&laid) {
            assert!(is_laid(laid) && !is_laid(whole), "{}/{}", set.key, form.id);
            assert_eq!(structure(whole), structure(laid), "{}/{}", set.key, form.id);
            assert!(look_alike(&pictures(whole), &pictures(laid)), "{}/{}", set.key, form.id);
        }
        let merged = batch.one_file(&people).expect("a file");
        let apart: Vec<u8> = whole.iter().flat_map(|file| pictures(file)).collect();
        assert!(is_laid(&merged) && look_alike(&apart, &pictures(&merged)), "{}/{} merged", set.key, form.id);
        assert_eq!(merged, batch.one_file(&people).expect("a file"), "the same bytes each time");
    }
}

#[test]
fn what_differs_from_a_blank_sheet_is_set_as_a_whole_among_others() {
    let Some(tools) = tools("pdftoppm") else { return };
    let form = form("hamabe/application");
    let user = |at: usize| (format!("users[{at}].name"), PrintedValue::text(format!("髙﨑{at}太郎")));
    let mut people: Vec<Values> = (1..=12).map(|at| Values::from([user(1), user(at % 3 + 1)])).collect();
    // More rows than the sheet has, on a sheet in the middle.
    people[5] = (1..=25).map(user).collect();
    let whole = people.iter().map(|values| form_sheet(form.0, form.1, Lang::Ja, values, false, &tools));
    let whole: Vec<Vec<u8>> = whole.map(|sheet| sheet.expect("a sheet")).collect();
    let batch = batch(form, &tools);
    let files: Vec<Vec<u8>> = batch.files(&people, &|| ()).into_iter().map(|file| file.expect("a sheet")).collect();
    assert_eq!(files.iter().map(|file| is_laid(file)).filter(|laid| !laid).count(), 1);
    let merged = batch.one_file(&people).expect("a file");
    assert!(is_laid(&merged));
    let all = |files: &[Vec<u8>]| files.iter().flat_map(|file| pictures(file)).collect::<Vec<u8>>();
    assert!(look_alike(&all(&whole), &all(&files)) && look_alike(&all(&whole), &pictures(&merged)));
}

#[test]
fn a_date_of_another_era_takes_the_place_of_the_printed_line() {
    let Some(tools) = tools("pdftoppm") else { return };
    for (set, form) in all_forms(corpus()) {
        let mut people = three_people(form);
        let heisei = PrintedDate { year: "20".into(), month: "5".into(), day: "3".into(), era: Some("平成".into()) };
        for value in people[1].values_mut().filter(|value| value.date.is_some()) {
            *value = PrintedValue::date("平成20年5月3日", heisei.clone());
        }
        let files = batch((set, form), &tools).files(&people, &|| ());
        let whole = form_sheet(set, form, Lang::Ja, &people[1], false, &tools).expect("a sheet");
        let own = files[1].as_ref().expect("a sheet");
        assert!(look_alike(&pictures(&whole), &pictures(own)), "{}/{}", set.key, form.id);
    }
}

#[test]
fn a_value_without_room_is_named_among_others() {
    let Some(tools) = tools("pdftoppm") else { return };
    let form = form("hamabe/application");
    let sheet = |text: String| Values::from([("representative.name".to_owned(), PrintedValue::text(text))]);
    let people = ["髙橋".to_owned(), "字".repeat(5_000), "田𓀀中".to_owned(), "﨑山".to_owned()].map(sheet);
    let files = batch(form, &tools).files(&people, &|| ());
    let faults: Vec<Option<SheetError>> = files.into_iter().map(Result::err).collect();
    let no_room = SheetError::NoRoom(vec!["representative.name".to_owned()]);
    assert_eq!(faults, [None, Some(no_room), Some(SheetError::Letters("𓀀".to_owned())), None]);
}
