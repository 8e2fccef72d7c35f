//! `junsoku import` onto a document that exists: a file in `cases/import-merge` for each kind of change, and random ones.
//!
//! A case is what a person has (`=== policy`, `=== forms/…`), then the new text (`=== text`).

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use crate::support::{self, Program, check_case, for_each_case};
use junsoku::base::diagnostics::Diagnostics;
use junsoku::base::locale::{Lang, Messages};
use junsoku::content::{SetKey, WrittenProvision, read_content};
use junsoku::import::merge::{Merged, merge_imported, merge_report};
use junsoku::import::prove::printed;
use junsoku::import::{self, Imported, Names};
use proptest::prelude::*;

const REGION: &str = "name: {ja: かえで市, en: Kaede}\ncouncil: {ja: かえで市協議会}\nsummary: {ja: 紹介}\n";

fn names() -> Names {
    Names { region: "kaede".to_owned(), document: "policy".to_owned(), name: Some("かえで市".to_owned()) }
}

fn imported(text: &str) -> Imported {
    let (source, _) = import::read_source(text.as_bytes(), "case.txt", false).expect("a text");
    import::import_source(&source, &names()).unwrap_or_else(|fault| panic!("{fault:?}\n{text}"))
}

fn put(root: &Path, file: &str, text: &str) {
    let path = root.join("regions/kaede").join(file);
    fs::create_dir_all(path.parent().expect("a folder")).expect("a writable folder");
    fs::write(path, text).expect("a writable file");
}

/// Merges `text` into the content `root`, and writes what changed.
fn merged(root: &Path, text: &str) -> (Imported, Merged) {
    let imported = imported(text);
    let merged = merge_imported(root, &imported, &names()).unwrap_or_else(|fault| panic!("{fault:?}\n{text}"));
    for file in &merged.files {
        fs::write(root.join(&file.path), &file.bytes)
            .or_else(|_| {
                fs::create_dir_all(root.join(&file.path).parent().expect("a folder"))?;
                fs::write(root.join(&file.path), &file.bytes)
            })
            .expect("a writable file");
    }
    (imported, merged)
}

/// The letters that the document below `root` prints.
fn printed_letters(root: &Path) -> Vec<String> {
    let corpus = junsoku::rules::loading::resolve(root, &mut Diagnostics::default());
    let set = corpus.set(&SetKey::Region("kaede".to_owned())).expect("a set");
    printed::document_letters(set, set.document("policy").expect("a document"), true)
}

/// The letters that the text prints where nothing was there before.
fn letters_alone(text: &str) -> Vec<String> {
    let folder = tempfile::tempdir().expect("a folder");
    import::write_files(folder.path(), &imported(text).files).expect("a writable folder");
    printed_letters(folder.path())
}

#[test]
fn new_texts_keep_what_a_person_made() {
    for_each_case("import-merge/*.txt", |case| {
        let case = fs::read_to_string(case).expect("a case");
        let folder = tempfile::tempdir().expect("a folder");
        put(folder.path(), "region.yaml", REGION);
        let parts: Vec<(&str, &str)> =
            case.trim_start_matches("=== ").split("\n=== ").filter_map(|part| part.split_once('\n')).collect();
        let (files, text): (Vec<_>, Vec<_>) = parts.into_iter().partition(|(name, _)| *name != "text");
        for (name, yaml) in &files {
            put(folder.path(), &format!("{name}.yaml"), &format!("{yaml}\n"));
        }
        let (_, text) = text.first().expect("a text");
        let (_, merged) = merged(folder.path(), text);
        let mut told = merge_report(&merged, None, Messages::of(Lang::En));
        for file in &merged.files {
            told.push_str(&format!("\n=== {}\n{}", file.path, support::text(&file.bytes)));
        }
        check_case("import-merge", told);
        assert_eq!(printed_letters(folder.path()), letters_alone(text));
    });
}

/// A provision of a text: what stands in it, by numbers that tell it apart, and its items.
type Piece = (usize, Vec<usize>);

/// A change of the articles of a text.
#[derive(Debug, Clone)]
enum Change {
    Keep,
    Reword,
    Drop,
    Insert,
    DropItem,
    AddItem,
    RewordItem,
}

fn sentence(number: usize) -> String {
    const THINGS: [&str; 7] = ["鍵", "日誌", "畑の道具", "回覧板", "非常食", "湯沸かし", "名札"];
    const DOINGS: [&str; 5] =
        ["を月ごとに数える", "の置き場を決める", "を持ち出すときは届け出る", "を直したら知らせる", "を次の当番に渡す"];
    format!("{}番の棚の{}{}。", number, THINGS[number % 7], DOINGS[number / 7 % 5])
}

fn text_of(pieces: &[Piece], chapters: bool) -> String {
    let mut lines = vec!["かえで市見守り規程".to_owned()];
    for (at, (own, items)) in pieces.iter().enumerate() {
        if chapters && at % 3 == 0 {
            lines.push(format!("第{}章　約束の{}", at / 3 + 1, ["始め", "中ほど", "終わり"][at / 3 % 3]));
        }
        let own = sentence(*own);
        lines.push(format!("第{}条　{own}", at + 1));
        for (at, item) in items.iter().enumerate() {
            lines.push(format!("（{}）　{}", at + 1, sentence(*item)));
        }
    }
    lines.join("\n") + "\n"
}

/// Gives every provision of the file an English text, an id of its own and a remark.
fn worked_on(yaml: &str) -> String {
    let mut count = 0;
    let mut lines = Vec::new();
    for line in yaml.lines() {
        let indent = line.len() - line.trim_start().len();
        let Some(id) = line.trim_start().strip_prefix("- id: ") else {
            let braces = line.trim_start().strip_prefix("- {id: ").and_then(|rest| rest.split_once(", "));
            match braces {
                Some((_, rest)) => {
                    count += 1;
                    let rest = rest.trim_end_matches('}');
                    lines.push(format!("{}# remark {count}", " ".repeat(indent)));
                    lines.push(format!("{}- {{id: own-{count}, {rest}, en: English {count}}}", " ".repeat(indent)));
                }
                None => lines.push(line.to_owned()),
            }
            continue;
        };
        count += 1;
        let _ = id;
        lines.push(format!("{}- id: own-{count} # remark {count}", " ".repeat(indent)));
        lines.push(format!("{}en: English {count}", " ".repeat(indent + 2)));
    }
    lines.join("\n") + "\n"
}

/// The id and the English of every provision, by its Japanese.
fn made_by_a_person(root: &Path) -> BTreeMap<String, (String, Option<String>)> {
    fn add(list: &[WrittenProvision], found: &mut BTreeMap<String, (String, Option<String>)>) {
        for one in list {
            let english = one.en.as_ref().map(|text| text.value.clone());
            if let Some(ja) = &one.ja {
                found.insert(ja.value.clone(), (one.id.as_str().to_owned(), english));
            }
            add(&one.items, found);
            add(&one.paragraphs, found);
        }
    }
    let mut findings = Diagnostics::default();
    let content = read_content(root, &mut findings);
    assert!(!findings.has_errors(), "{:?}", findings.sorted());
    let set = &content.sets[&SetKey::Region("kaede".to_owned())];
    let mut found = BTreeMap::new();
    add(&set.documents["policy"].body, &mut found);
    found
}

fn changed(pieces: &[Piece], changes: &[Change]) -> Vec<Piece> {
    let mut fresh = 500..;
    let mut next = || fresh.next().expect("a number");
    let mut out = Vec::new();
    for ((own, items), change) in pieces.iter().zip(changes.iter().cycle()) {
        let mut items = items.clone();
        let mut own = *own;
        match change {
            Change::Keep => {}
            Change::Drop => continue,
            Change::Reword => own = next(),
            Change::Insert => out.push((next(), vec![next()])),
            Change::DropItem => {
                items.pop();
            }
            Change::AddItem => items.insert(0, next()),
            Change::RewordItem => {
                if let Some(item) = items.first_mut() {
                    *item = next();
                }
            }
        }
        out.push((own, items));
    }
    out.push((next(), Vec::new()));
    out
}

fn any_change() -> impl Strategy<Value = Change> {
    prop_oneof![
        3 => Just(Change::Keep),
        1 => Just(Change::Reword),
        1 => Just(Change::Drop),
        1 => Just(Change::Insert),
        1 => Just(Change::DropItem),
        1 => Just(Change::AddItem),
        1 => Just(Change::RewordItem),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

    #[test]
    fn what_did_not_change_stays_and_the_rest_is_the_new_text(
        counts in proptest::collection::vec(0usize..4, 2..9),
        changes in proptest::collection::vec(any_change(), 1..9),
        chapters in any::<(bool, bool)>(),
    ) {
        let mut number = 0..;
        let mut next = || number.next().expect("a number");
        let pieces: Vec<Piece> =
            counts.iter().map(|count| (next(), (0..*count).map(|_| next()).collect())).collect();
        let folder = tempfile::tempdir().expect("a folder");
        let root = folder.path();
        import::write_files(root, &imported(&text_of(&pieces, chapters.0)).files).expect("a writable folder");
        let file = root.join("regions/kaede/policy.yaml");
        fs::write(&file, worked_on(&fs::read_to_string(&file).expect("the file"))).expect("a writable file");
        let before = made_by_a_person(root);
        let new = text_of(&changed(&pieces, &changes), chapters.1);
        merged(root, &new);
        prop_assert_eq!(printed_letters(root), letters_alone(&new), "{}", new);
        let after = made_by_a_person(root);
        let text = fs::read_to_string(&file).expect("the file");
        for (ja, (id, english)) in &before {
            let Some((now, english_now)) = after.get(ja) else { continue };
            prop_assert_eq!((now, english_now), (id, english), "{}\n{}", ja, text);
            let remark = id.replace("own-", "# remark ");
            prop_assert!(text.lines().any(|line| line.ends_with(&remark)), "{}\n{}", remark, text);
        }
        // The same text once more changes nothing.
        let (_, again) = merged(root, &new);
        prop_assert!(again.files.is_empty(), "{}", support::text(&again.files[0].bytes));
    }
}

const FIRST: &str = "かえで市規程\n\n第１条　会員は、静かに話す。\n第２条　会員は、前条のほか、ゆっくり歩く。\n";
const SECOND: &str = "かえで市規程\n\n第１条　会員は、静かに話す。\n第２条　会員は、集まりの十分前に来る。\n第３条　会員は、第１条のほか、ゆっくり歩く。\n";

#[test]
fn the_command_merges_keeps_a_backup_and_names_the_comparison_table() {
    let folder = tempfile::tempdir().expect("a folder");
    let content = folder.path().join("content");
    let file = folder.path().join("rules.txt");
    let import = |text: &str, options: &[&str]| {
        fs::write(&file, text).expect("a writable file");
        let program = Program::new(["--lang", "en", "import"]).arg(&file).args(["--region", "kaede", "--output"]);
        program.arg(&content).args(options).run()
    };
    assert_eq!(import(FIRST, &["--name", "かえで市"]).code, 0);
    let policy = content.join("regions/kaede/policy.yaml");
    let first = fs::read_to_string(&policy).expect("the file");
    let unchanged = import(FIRST, &[]);
    assert_eq!(unchanged.code, 0, "{}", unchanged.stderr);
    assert!(unchanged.stdout.contains("nothing was changed"), "{}", unchanged.stdout);
    let dry = import(SECOND, &["--dry-run"]);
    assert!(dry.stdout.contains("added: 第２条"), "{}{}", dry.stdout, dry.stderr);
    assert_eq!(fs::read_to_string(&policy).expect("the file"), first);
    let merged = import(SECOND, &[]);
    assert_eq!(merged.code, 0, "{}{}", merged.stdout, merged.stderr);
    assert_eq!(fs::read_to_string(content.join("regions/kaede/policy.yaml.bak")).expect("a backup"), first);
    let region = fs::read_to_string(content.join("regions/kaede/region.yaml")).expect("the region");
    assert!(region.contains("かえで市") && !region.contains("ja: kaede"), "{region}");
    // The command that the report names prints both texts beside each other.
    let line = merged.stdout.lines().find(|line| line.starts_with("comparison table: ")).expect("a command");
    let words: Vec<&str> = line.split(' ').skip_while(|word| *word != "amend").collect();
    let table = Program::new(words).run();
    assert_eq!(table.code, 0, "{}{}", table.stdout, table.stderr);
    assert!(table.stdout.contains("集まりの十分前"), "{}", table.stdout);
    // --force gives up what is there, and not the name of the region.
    assert_eq!(import(FIRST, &["--force"]).code, 0);
    assert_eq!(fs::read_to_string(&policy).expect("the file"), first);
    assert!(fs::read_to_string(content.join("regions/kaede/region.yaml")).expect("the region").contains("かえで市"));
}

/// Writes `text` to a file below `folder` and imports it there.
fn import_into(folder: &Path, text: &str, options: &[&str]) -> support::Run {
    let file = folder.join("new.txt");
    fs::write(&file, text).expect("a writable file");
    let program = Program::new(["--lang", "en", "import"]).arg(&file).args(["--region", "kaede", "--output"]);
    program.arg(folder.join("content")).args(options).run()
}

const PLANTS: &str = "かえで市花壇の世話に関する規程\n\n（目的）\n第１条　この規程は、花壇の世話の仕方を定めることを目的とする。\n第２条　当番は、朝に水をやる。\n第３条　当番は、草を抜く。\n第４条　当番は、道具を洗う。\n\n附　則\nこの規程は、令和５年４月１日から施行する。\n";
const TRIPS: &str = "かえで市の会の遠足に要する費用の規程\n\n（目的）\n第１条　この規程は、遠足の費用の分け方を定めることを目的とする。\n第２条　弁当の代金は、各人が持つ。\n\n附　則\nこの規程は、平成２０年５月１日から施行する。\n";

#[test]
fn another_rule_is_not_merged_onto_a_document() {
    let folder = tempfile::tempdir().expect("a folder");
    assert_eq!(import_into(folder.path(), PLANTS, &[]).code, 0);
    let policy = folder.path().join("content").join("regions/kaede/policy.yaml");
    let first = fs::read_to_string(&policy).expect("the file");
    for options in [&[][..], &["--dry-run"]] {
        let refused = import_into(folder.path(), TRIPS, options);
        assert_eq!(refused.code, 2, "{}", refused.stdout);
        assert!(refused.stderr.contains("J0822") && refused.stderr.contains("--document"), "{}", refused.stderr);
    }
    // Once the rule is a document of its own, its title says which one its new text is of.
    assert_eq!(import_into(folder.path(), TRIPS, &["--document", "trips"]).code, 0);
    let longer = TRIPS.replace("第２条　弁当", "第２条　当番は、朝に水をやる。\n第３条　弁当");
    let refused = import_into(folder.path(), &longer, &[]);
    assert!(refused.stderr.contains("--document trips"), "{}", refused.stderr);
    assert_eq!(import_into(folder.path(), &longer, &["--document", "trips"]).code, 0);
    assert_eq!(fs::read_to_string(&policy).expect("the file"), first);
    // Most of it stays under another name: title and day are told.
    let renamed = PLANTS.replace("花壇の世話に関する規程", "花壇の規則").replace("令和５年", "令和６年");
    let merged = import_into(folder.path(), &renamed, &[]);
    assert_eq!(merged.code, 0, "{}", merged.stderr);
    for told in ["title: かえで市花壇の世話に関する規程 → かえで市花壇の規則", "2023-04-01 → 2024-04-01"]
    {
        assert!(merged.stdout.contains(told), "{}", merged.stdout);
    }
}

#[test]
fn a_form_of_another_document_is_not_taken_over() {
    let text = |rule: &str, asks: &str, form: &str| {
        format!(
            "かえで市{rule}\n\n第１条　{asks}は、様式第１号により申し出る。\n\n様式第１号（第１条関係）\n{form}\n氏名　　　　　　　　印\n"
        )
    };
    let folder = tempfile::tempdir().expect("a folder");
    let plants = text("花壇の世話に関する規程", "世話", "花壇の申出書");
    let trips = text("遠足の費用の取決め", "費用の求め", "費用の申出書");
    assert_eq!(import_into(folder.path(), &plants, &[]).code, 0);
    assert_eq!(import_into(folder.path(), &trips, &["--document", "trips"]).code, 0);
    let forms = folder.path().join("content").join("regions/kaede/forms");
    let held = || -> BTreeMap<String, String> {
        let files = support::names_in(&forms).into_iter().filter(|name| !support::is_kind(name, "bak"));
        files.map(|name| (name.clone(), fs::read_to_string(forms.join(name)).expect("a form"))).collect()
    };
    let before = held();
    assert_eq!(before.values().filter(|form| form.contains("basis: trips#")).count(), 1, "{before:?}");
    // A form of that very title is one of the document's own.
    let same = plants.replace("花壇の申出書", "費用の申出書");
    assert_eq!(import_into(folder.path(), &same, &[]).code, 0);
    let after = held();
    let trips_form = |held: &BTreeMap<String, String>| {
        held.values().find(|form| form.contains("basis: trips#")).cloned().expect("a form")
    };
    assert_eq!(trips_form(&after), trips_form(&before));
    assert_eq!(after.len(), 2, "{after:?}");
    // Its own new text finds it again, and gives it no number that the other form has.
    let again = import_into(folder.path(), &trips, &["--document", "trips"]);
    assert!(again.stdout.contains("nothing was changed"), "{}{}", again.stdout, again.stderr);
    let check = Program::new(["check", "--content"]).arg(folder.path().join("content")).run();
    assert_eq!(check.code, 0, "{}", check.stderr);
}
