//! Amending texts (改め文), read as a legal clerk reads them, and carried out by an interpreter that knows nothing of how
//! they were written.
//!
//! To add a case, add a file to `cases/amending` with the documents `old` and `policy` of the region `midori`.

use std::panic::catch_unwind;
use std::sync::Arc;

use crate::support::{Case, Loaded, amended, check_case, for_each_case, policy};
use junsoku::apply::{AmendedDocument, applied};
use junsoku::base::diagnostics::Diagnostics;
use junsoku::base::locale::{Lang, Messages};
use junsoku::compare::Side;
use junsoku::compare::amend;
use junsoku::compare::amend::carry::{carry_out, read_typed, tree_of, typed_lines};
use junsoku::compare::amend::instructions::{AmendingText, amending_text};
use junsoku::compare::amend::{Amendment, LineView, View, ViewOptions};
use junsoku::content::SetKey;
use junsoku::corpus::Corpus;
use junsoku::rules::loading::resolve_with;
use proptest::prelude::{ProptestConfig, TestCaseError, any, prop_assert, prop_assert_eq, proptest};
use proptest::test_runner::RngSeed;

/// The amending text from `old` to `policy`.
fn amending(loaded: &Loaded) -> AmendingText {
    let set = loaded.corpus.set(&SetKey::Region("midori".to_owned())).expect("a region");
    let side = |id| (&loaded.corpus, set, set.document(id).expect("a document"));
    amending_text(&Amendment::between(side("old"), side("policy"), Lang::Ja))
}

fn load(case: &Case) -> Loaded {
    let loaded = case.load();
    assert!(!loaded.findings.has_errors(), "{}", loaded.told(Lang::En));
    loaded
}

#[test]
fn texts_are_as_written_down() {
    for_each_case("amending/*.txt", |path| {
        let loaded = load(&Case::from_file(path));
        let text = amending(&loaded);
        let anew =
            if text.anew.is_empty() { String::new() } else { format!("\n\n全部改正: {}", text.anew.join("、")) };
        check_case("amending", text.lines().join("\n") + &anew);
    });
}

/// The default files, with the old and the new policy.
fn editions(old: &policy::Policy, new: &policy::Policy) -> Case {
    let case = Case::new("=== !regions/midori/policy.yaml\n");
    case.write("regions/midori/old.yaml", old.yaml()).write("regions/midori/policy.yaml", new.yaml());
    // Random words name articles that may not be there.
    case.write("junsoku.yaml", "severity: {J0450: off, J0451: off}\n");
    case
}

/// Whether the amending text, carried out on the old edition, gives the new one.
fn check(loaded: &Loaded) -> Result<AmendingText, TestCaseError> {
    let text = amending(loaded);
    let set = loaded.corpus.set(&SetKey::Region("midori".to_owned())).expect("a region");
    let of = |id| amended::Policy::of(set.document(id).expect("a document"));
    let lines = text.lines();
    let told = || format!("\n{}\n\n{}", of("old").printed(), lines.join("\n"));
    let made = catch_unwind(|| amended::carry_out(&of("old"), &lines));
    let made = made.map_err(|why| {
        let why = why.downcast_ref::<String>().cloned().unwrap_or_default();
        TestCaseError::fail(format!("the text cannot be carried out: {why}{}", told()))
    })?;
    prop_assert_eq!(made.printed(), of("policy").printed(), "{}", told());
    // The product reads it as the other reader does.
    let side = |id| Side::of_document(&loaded.corpus, set, set.document(id).expect("a document"), Lang::Ja);
    if let Some(amendment) = read_typed(&typed_lines(&lines.join("\n"))) {
        let carried = carry_out(&side("old"), &amendment);
        prop_assert!(carried.failures.is_empty(), "{:?}{}", carried.failures, told());
        prop_assert_eq!(carried.tree.printed(), tree_of(&side("policy")).printed(), "{}", told());
    } else {
        prop_assert!(lines.is_empty(), "{}", told());
    }
    Ok(text)
}

/// The number of random amendments: 300, or what `JUNSOKU_AMENDMENTS` says.
fn cases() -> u32 {
    std::env::var("JUNSOKU_AMENDMENTS").ok().and_then(|count| count.parse().ok()).unwrap_or(300)
}

/// Without a seed from outside the same amendments are tried each time, so that a run tells of the change that was made.
fn config() -> ProptestConfig {
    let config = ProptestConfig { cases: cases(), failure_persistence: None, ..ProptestConfig::default() };
    match config.rng_seed {
        RngSeed::Random => ProptestConfig { rng_seed: RngSeed::Fixed(1), ..config },
        RngSeed::Fixed(_) => config,
    }
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn carried_out_it_gives_the_new_edition(
        numbers in proptest::collection::vec(any::<u16>(), 0..400),
        changes in proptest::collection::vec(proptest::collection::vec(any::<u16>(), 150), 0..6),
    ) {
        let old = policy::Policy::random(&mut policy::Dice::new(&numbers));
        let mut new = old.clone();
        for change in &changes {
            new.change(&mut policy::Dice::new(change));
        }
        let case = editions(&old, &new);
        let loaded = load(&case);
        let text = check(&loaded)?;
        check_on_file(&case, &loaded, &text)?;
    }
}

/// Whether `text`, carried out on the file of the old edition, makes that the new one.
fn check_on_file(case: &Case, loaded: &Loaded, text: &AmendingText) -> Result<(), TestCaseError> {
    let key = SetKey::Region("midori".to_owned());
    let set = loaded.corpus.set(&key).expect("a region");
    let document = AmendedDocument { corpus: &loaded.corpus, set, document: set.document("old").expect("a document") };
    let Some(amendment) = read_typed(&typed_lines(&text.lines().join("\n"))) else { return Ok(()) };
    let file = case.root().with_file_name("amended.yaml");
    let load = |yaml: &str| {
        std::fs::write(&file, yaml).expect("a file");
        let mut found = Diagnostics::default();
        let corpus = resolve_with(&case.root(), (&key, "old"), &file, &mut found);
        (!found.has_errors()).then(|| Arc::new(corpus))
    };
    let mut findings = Diagnostics::default();
    let yaml = case.read("regions/midori/old.yaml");
    let done = applied(document, &amendment, Some(jiff::civil::date(2099, 4, 1)), &yaml, &load, &mut findings);
    let told = || {
        let said = findings.sorted().iter().map(|finding| finding.message(Messages::of(Lang::En))).collect::<Vec<_>>();
        format!("{}\n{}\n{yaml}", said.join("\n"), text.lines().join("\n"))
    };
    prop_assert!(done.is_some(), "{}", told());
    let after = done.and_then(|done| load(&done.text)).expect("content that can be loaded");
    let printed = |corpus: &Corpus, id: &str| {
        amended::Policy::of(corpus.set(&key).and_then(|set| set.document(id)).expect("a document")).printed()
    };
    prop_assert_eq!(printed(&after, "old"), printed(&loaded.corpus, "policy"), "{}", told());
    Ok(())
}

#[test]
fn what_is_written_down_can_be_carried_out() {
    for_each_case("amending/*.txt", |path| {
        check(&load(&Case::from_file(path))).expect("the new edition");
    });
}

/// The head of both editions of the answer key.
const HEAD: &str = "standing: official
dates: {calendar: era, digits: kanji}
levels:
  - {kind: article, ja: \"第{kanji}条\", en: \"Article {n}\"}
  - {kind: item, ja: \"{kanji}\", en: \"({roman})\"}
  - {kind: subitem, ja: \"{katakana}\", en: \"({alpha})\"}
paragraph: {ja: \"{wide}\", en: \"({n})\"}
";

/// The two editions of a file of the answer key, and what a clerk writes of them.
pub(crate) fn answer(path: &std::path::Path) -> (Case, String) {
    let text = std::fs::read_to_string(path).expect("a readable case");
    let (_, rest) = text.split_once("=== old\n").expect("the old edition");
    let (old, rest) = rest.split_once("=== new\n").expect("the new edition");
    let (new, said) = rest.split_once("=== sentences\n").expect("the sentences");
    let case = Case::new("=== !regions/midori/policy.yaml\n");
    for (id, body) in [("old", old), ("policy", new)] {
        let title = if body.starts_with("title:") { "" } else { "title: {ja: みどり町夜回り規程}\n" };
        let head = if body.contains("\nlevels:") { "" } else { HEAD };
        case.write(&format!("regions/midori/{id}.yaml"), format!("{title}{head}{body}"));
    }
    case.write("junsoku.yaml", "severity: {J0401: off, J0419: off, J0421: off, J0428: off}\n");
    (case, said.trim_end().to_owned())
}

#[test]
fn a_clerk_would_write_the_same() {
    let mut wrong = Vec::new();
    for_each_case("amend/*.txt", |path| {
        let (case, expected) = answer(path);
        let loaded = load(&case);
        let lines = amending(&loaded).lines();
        // Below the title and the sentence that leads in; blocks keep their indents.
        let said: Vec<&str> = lines
            .iter()
            .skip(2)
            .map(|line| line.strip_prefix('　').filter(|rest| !rest.starts_with('　')).unwrap_or(line))
            .collect();
        let said = said.join("\n");
        if said != expected {
            wrong.push(format!("{}\n{said}\n--- expected\n{expected}\n", path.display()));
        }
        if let Err(why) = check(&loaded) {
            wrong.push(format!("{}\n{why}\n", path.display()));
        }
    });
    assert!(wrong.is_empty(), "{} of the key:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn the_amending_document_is_of_the_kind_that_it_amends() {
    let case = Case::new("=== !regions/midori/policy.yaml\n");
    let text = |title: &str, days: &str| {
        format!("title: {{ja: {title}}}\n{days}\n{HEAD}body:\n  - {{id: purpose, ja: 夜に見回る。}}\n")
    };
    case.write("regions/midori/old.yaml", text("みどり町夜回り規程", "enacted: 2024-04-01"));
    let days = "enacted: 2024-04-01\namended: [2027-04-01]";
    case.write("regions/midori/policy.yaml", text("みどり町夜回り要綱", days));
    case.write("junsoku.yaml", "severity: {J0401: off, J0419: off, J0421: off, J0428: off}\n");
    let lines = amending(&load(&case)).lines();
    assert!(lines[0].ends_with("規程の一部を改正する規程"), "{lines:?}");
    assert!(lines.last().is_some_and(|last| last.starts_with("　この規程は、令和九年四月一日から")), "{lines:?}");
}

/// A region whose document has an earlier edition, in which some forms and a table were different.
const WITH_FORMS: &str = "=== !regions/midori/policy.yaml
=== !regions/midori/forms/notice.yaml
=== regions/midori/region.yaml
name: {ja: みどり町, en: Midori Town}
council: {ja: みどり町医療介護連携会議, en: Midori Town Care Liaison Council}
summary: {ja: みどり町の見本。, en: A sample of Midori Town.}
form_label: {ja: \"様式第{kanji}号\", en: \"Form No. {n}\"}
table_label: {ja: \"別表第{kanji}\", en: \"Table {n}\"}
=== regions/midori/policy.yaml
title: {ja: みどり町夜回り規程}
standing: official
enacted: 2024-04-01
amended: [2026-10-01]
dates: {calendar: era, digits: kanji}
levels: [{kind: article, ja: \"第{kanji}条\", en: \"Article {n}\"}]
body:
  - {id: key, ja: \"鍵を借りる者は、[](form:loan)を出し、返す者は、[](form:return)を出す。\"}
=== regions/midori/editions/2024-04-01/policy.yaml
title: {ja: みどり町夜回り規程}
standing: official
enacted: 2024-04-01
dates: {calendar: era, digits: kanji}
levels: [{kind: article, ja: \"第{kanji}条\", en: \"Article {n}\"}]
body:
  - {id: key, ja: \"鍵を借りる者は、[](form:loan)を出す。\"}
=== regions/midori/forms/loan.yaml
number: 1
title: {ja: 鍵借用願}
origin: source
standing: official
blocks:
  - {fields: {id: who, fields: [{id: name, label: {ja: 氏名}, type: text}, {id: until, label: {ja: 返す日}, type: date}]}}
=== regions/midori/forms/return.yaml
number: 2
title: {ja: 鍵返却届}
origin: source
standing: official
blocks:
  - {fields: {id: who, fields: [{id: name, label: {ja: 氏名}, type: text}]}}
=== regions/midori/editions/2024-04-01/forms/loan.yaml
number: 1
title: {ja: 鍵借用願}
origin: source
standing: official
blocks:
  - {fields: {id: who, fields: [{id: name, label: {ja: 氏名}, type: text}]}}
=== regions/midori/tables/posts.yaml
number: 1
title: {ja: 役}
columns: [{ja: 番号}, {ja: 役}]
rows: [{code: \"1\", ja: 門番}, {code: \"2\", ja: 舟守}, {code: \"3\", ja: 火の番}]
=== regions/midori/editions/2024-04-01/tables/posts.yaml
number: 1
title: {ja: 役}
columns: [{ja: 番号}, {ja: 役}]
rows: [{code: \"1\", ja: 門番}, {code: \"2\", ja: 舟番}]
=== junsoku.yaml
severity: {J0401: off, J0419: off, J0421: off, J0428: off}
";

/// The view of the amendment from the earlier edition of [`WITH_FORMS`] to the present one.
fn view_with_forms(case: &Case) -> View {
    let loaded = load(case);
    let changes = amend::changes(&loaded.corpus);
    let change = changes.first().expect("a change");
    let amendment = change.amendment(&loaded.corpus, Lang::Ja).expect("both versions");
    View::of(&amendment, &loaded.corpus, ViewOptions::default(), Messages::of(Lang::Ja))
}

#[test]
fn forms_and_appended_tables_are_part_of_the_amendment() {
    let view = view_with_forms(&Case::new(WITH_FORMS));
    let lines = view.instructions.expect("sentences").lines;
    let expected = [
        "　　　みどり町夜回り規程の一部を改正する規程",
        "　みどり町夜回り規程の一部を次のように改正する。",
        "　第一条中「様式第一号を」の下に「出し、返す者は、様式第二号を」を加える。",
        "　別表第一中「舟番」を「舟守」に改め、同表に次のように加える。",
        "　　3　｜　火の番",
        "　様式第一号を次のように改める。",
        "　　様式第一号",
        "　　　　　鍵借用願",
        "　　氏名",
        "　　返す日",
        "　様式第一号の次に次の一様式を加える。",
        "　　様式第二号",
        "　　　　　鍵返却届",
        "　　氏名",
        "",
        "　　　附　則",
        "　この規程は、令和八年十月一日から施行する。",
    ];
    assert_eq!(lines, expected, "{lines:#?}");
    let letters = |line: &LineView| {
        line.cells
            .iter()
            .flat_map(|cell| cell.label.iter().chain(&cell.pieces))
            .map(|piece| piece.text.clone())
            .collect::<Vec<_>>()
    };
    let told: Vec<String> = view.groups.iter().flatten().flat_map(letters).collect();
    for words in ["様式第一号", "返す日", "（新設）", "様式第二号", "別表第一", "舟守"] {
        assert!(told.iter().any(|one| one.contains(words)), "{words} in {told:?}");
    }
}

#[test]
fn the_table_amends_where_the_council_says_so() {
    let case = Case::new(WITH_FORMS);
    let region = case.read("regions/midori/region.yaml");
    case.write("regions/midori/region.yaml", format!("{region}amending: table\n"));
    let view = view_with_forms(&case);
    let expected = [
        "　　　みどり町夜回り規程の一部を改正する規程",
        "　みどり町夜回り規程の一部を次のように改正する。",
        "　次の表の改正前の欄に掲げる規定を同表の改正後の欄に掲げる規定に下線で示すように改正する。",
    ];
    assert_eq!(view.operative, expected);
    let below = view.instructions.expect("what stands below the table").lines;
    assert!(below.iter().any(|line| line == "　様式第一号を次のように改める。"), "{below:?}");
    assert!(!below.iter().any(|line| line.contains("第一条中")), "{below:?}");
    assert_eq!(below.last().map(String::as_str), Some("　この規程は、令和八年十月一日から施行する。"));
}

#[test]
fn the_settings_say_how_councils_amend_that_do_not_say_it() {
    let case = Case::new(WITH_FORMS);
    let settings = case.read("junsoku.yaml");
    case.write("junsoku.yaml", format!("{settings}amending: table\n"));
    assert_eq!(view_with_forms(&case).operative.len(), 3);
    let region = case.read("regions/midori/region.yaml");
    case.write("regions/midori/region.yaml", format!("{region}amending: sentences\n"));
    assert!(view_with_forms(&case).operative.is_empty());
}

#[test]
fn what_is_only_written_otherwise_is_one_remark() {
    let (case, _) =
        answer(std::path::Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/cases/amend/28-commas.txt")));
    let loaded = load(&case);
    let set = loaded.corpus.set(&SetKey::Region("midori".to_owned())).expect("a region");
    let side = |id| (&loaded.corpus, set, set.document(id).expect("a document"));
    let amendment = Amendment::between(side("old"), side("policy"), Lang::Ja);
    let view = View::of(&amendment, &loaded.corpus, ViewOptions::default(), Messages::of(Lang::Ja));
    assert!(view.unchanged.is_some() && view.instructions.is_none() && view.groups.is_empty(), "{view:?}");
    let [remark] = view.remarks.as_slice() else { panic!("one remark: {:?}", view.remarks) };
    assert!(remark.contains("第二条"), "{remark}");
}
