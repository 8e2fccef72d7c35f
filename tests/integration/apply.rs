//! Amending texts carried out on files by `junsoku apply`.

use std::fs;
use std::path::Path;

use crate::amending::answer;
use crate::support::{Case, Docx, Loaded, Program, Run, amended, for_each_case};
use junsoku::base::locale::Lang;
use junsoku::compare::amend::Amendment;
use junsoku::compare::amend::instructions::amending_text;
use junsoku::content::SetKey;

/// The document `id` of the region as it is printed.
pub(crate) fn printed(loaded: &Loaded, id: &str) -> String {
    let set = loaded.corpus.set(&SetKey::Region("midori".to_owned())).expect("a region");
    amended::Policy::of(set.document(id).expect("a document")).printed()
}

pub(crate) fn apply(case: &Case, text: &str, args: &[&str]) -> Run {
    let file = case.root().with_file_name("amendment.txt");
    fs::write(&file, text).expect("an amending text");
    Program::new(["apply", &file.display().to_string(), "--content"]).arg(case.root()).args(args).run()
}

/// The sentences from the old to the new edition of a case.
fn sentences(case: &Case) -> (String, Loaded) {
    let loaded = case.load();
    let set = loaded.corpus.set(&SetKey::Region("midori".to_owned())).expect("a region");
    let side = |id| (&loaded.corpus, set, set.document(id).expect("a document"));
    let text = amending_text(&Amendment::between(side("old"), side("policy"), Lang::Ja)).lines().join("\n");
    (text, loaded)
}

#[test]
fn what_a_clerk_writes_is_carried_out_on_the_file() {
    let mut wrong = Vec::new();
    for_each_case("amend/*.txt", |path| {
        let (case, _) = answer(path);
        let (text, loaded) = sentences(&case);
        if text.is_empty() {
            return;
        }
        let run = apply(&case, &text, &["--document", "midori/old"]);
        let after = case.load();
        let title = |text: String| text.lines().skip(1).collect::<Vec<_>>().join("\n");
        if !run.stderr.is_empty() && run.stderr.contains("error")
            || title(printed(&after, "old")) != title(printed(&loaded, "policy"))
        {
            let made = printed(&after, "old");
            let wanted = printed(&loaded, "policy");
            let differs = made.lines().zip(wanted.lines()).find(|(one, other)| one != other);
            wrong.push(format!("{}\n{}\n{differs:?}\n{text}", path.display(), run.stderr));
        }
    });
    assert!(wrong.is_empty(), "{} of the key:\n{}", wrong.len(), wrong.join("\n\n"));
}

/// A policy with comments, ids of its author and a reference, and the day from which it is in force.
pub(crate) const WATCH: &str = "# みどり町の夜回り
title: {ja: みどり町夜回り規程}
standing: official
enacted: 2024-04-01
dates: {calendar: era, digits: kanji}
levels:
  - {kind: article, ja: \"第{kanji}条\", en: \"Article {n}\"}
  - {kind: item, ja: \"{kanji}\", en: \"({roman})\"}
paragraph: {ja: \"{wide}\", en: \"({n})\"}
body:
  # 目的は変えない
  - {id: purpose, ja: この規程は、夜回りの約束を示す。}
  - id: gate # 門
    caption: {ja: 門}
    ja: 門番は、門を日没に閉める。
  - id: key
    ja: \"[](#gate)の門番は、門の鍵を２本預かる。\"
    items:
      - {id: carry, ja: 首から下げること。}
      - {id: lend, ja: 貸さないこと。}
";

pub(crate) fn watch() -> Case {
    let case = Case::new(
        "=== !regions/midori/policy.yaml\n=== junsoku.yaml\nseverity: {J0401: off, J0419: off, J0421: off, J0428: off}\n",
    );
    case.write("regions/midori/policy.yaml", WATCH);
    case
}

/// A text that a person typed.
const TYPED: &str = "みどり町夜回り規程の一部を改正する規程\n　みどり町夜回り規程の一部を次のように改正する。\n　第三条中「第二条」を「第三条」に、「２本」を「３本」に改め、同条第二号を同条第三号とし、同条第一号の次に次の一号を加える。\n　　二　数えること。\n　第三条を第四条とし、第二条を第三条とし、第一条の次に次の一条を加える。\n　　　（灯り）\n　　第二条　灯りは、日没前にともす。\n\n　　　附　則\n　この規程は、令和八年十月一日から施行する。\n";

#[test]
fn comments_ids_and_references_stay() {
    let case = watch();
    let run = apply(&case, TYPED, &["--lang", "ja"]);
    assert_eq!(run.code, 0, "{}", run.stderr);
    let text = case.read("regions/midori/policy.yaml");
    for kept in [
        "# みどり町の夜回り",
        "# 目的は変えない",
        "# 門",
        "[](#gate)の門番は、門の鍵を３本預かる。",
        "amended: [2026-10-01]",
    ] {
        assert!(text.contains(kept), "{kept} in {text}");
    }
    let loaded = case.load();
    let made = printed(&loaded, "policy");
    for line in [
        "第二条|灯り|灯りは、日没前にともす。",
        "第四条||第三条の門番は、門の鍵を３本預かる。",
        "二||数えること。",
        "三||貸さないこと。",
    ] {
        assert!(made.contains(line), "{line} in {made}");
    }
    let edition = case.read("regions/midori/editions/2024-04-01/policy.yaml");
    assert_eq!(edition, WATCH);
}

#[test]
fn nothing_is_written_by_halves() {
    let told = |text: &str, code: &str, named: &str| {
        let case = watch();
        let run = apply(&case, text, &["--document", "midori/policy"]);
        assert_ne!(run.code, 0, "{}", run.stdout);
        assert!(run.stderr.contains(code) && run.stderr.contains(named), "{code} {named}: {}", run.stderr);
        assert_eq!(case.read("regions/midori/policy.yaml"), WATCH, "{code}");
        assert!(!case.root().join("regions/midori/editions").exists(), "{code}");
    };
    let lead = "　みどり町夜回り規程の一部を次のように改正する。\n　第二条中「日没」を「日没前」に改める。\n";
    told(&format!("{lead}　第九条中「鐘」を「太鼓」に改める。\n"), "J0903", "第九条");
    told(&format!("{lead}　第三条中「太鼓」を「鐘」に改める。\n"), "J0904", "太鼓");
    told("　みどり町夜回り規程の一部を次のように改正する。\n　第三条中「４本」を「２本」に改める。\n", "J0905", "４本");
    told(&format!("{lead}　第三条を第二条とする。\n"), "J0907", "第二条");
    told(&format!("{lead}　様式第一号を次のように改める。\n　　様式第一号\n"), "J0908", "様式第１号");
    // For another edition, which had more forms and tables.
    told(&format!("{lead}　様式第九号を次のように改める。\n　　様式第九号\n"), "J0903", "様式第九号");
    told(&format!("{lead}　別表第一中「門番」を「夜警」に改める。\n"), "J0903", "別表第一");
    told(&format!("{lead}　第一条の次に次の一条を加える。\n"), "J0909", "第一条");
    told(&format!("{lead}　第二条はこのままでよい。\n"), "J0910", "このままでよい");
    told("門は、日没に閉める。\n", "J0901", "amendment.txt");
}

#[test]
fn ids_stay_where_an_article_or_a_table_is_written_anew() {
    let case = watch();
    let table = "appendices:\n  - id: posts\n    label: {ja: 別表第一}\n    columns: [{ja: 役}, {ja: 受け持ち}]\n    levels: [{kind: point, ja: \"（{wide}）\", en: \"({n})\"}]\n    body:\n      - {id: guard, caption: {ja: 門番}, ja: 表の門}\n";
    case.write("regions/midori/policy.yaml", format!("{WATCH}{table}"));
    let text = format!(
        "{LEAD}　第三条を次のように改める。\n　　第三条　鍵は、次のように扱う。\n　　　一　腰に下げること。\n　　　二　貸さないこと。\n　　　三　数えること。\n　別表第一を次のように改める。\n　　　　　別表第一\n　　役　｜　持ち場\n　　（１）　門番\n　　　裏の門\n"
    );
    let run = apply(&case, &text, &["--document", "midori/policy"]);
    assert_eq!(run.code, 0, "{}", run.stderr);
    let made = case.read("regions/midori/policy.yaml");
    for kept in [
        "id: key",
        "id: carry, ja: \"腰に下げること。\"",
        "id: lend, ja: 貸さないこと。",
        "id: added-1",
        "id: guard",
        "持ち場",
    ] {
        assert!(made.contains(kept), "{kept} in {made}");
    }
    assert!(!made.contains("受け持ち"), "{made}");
}

#[test]
fn what_would_refer_to_nothing_is_told() {
    let case = watch();
    case.write("regions/midori/policy.yaml", WATCH.replace("貸さないこと。", "\"[](#key.carry)のとおり返すこと。\""));
    let before = case.read("regions/midori/policy.yaml");
    let text = format!("{LEAD}　第三条第一号を削り、同条第二号を同条第一号とする。\n");
    let run = apply(&case, &text, &["--document", "midori/policy"]);
    assert_ne!(run.code, 0, "{}", run.stdout);
    assert!(run.stderr.contains("J0919") && run.stderr.contains("key.carry"), "{}", run.stderr);
    // At its place in the file that the person has.
    assert!(run.stderr.contains("policy.yaml:20:") && !run.stderr.contains("amended.yaml"), "{}", run.stderr);
    assert_eq!(case.read("regions/midori/policy.yaml"), before);
    // Where the text amends what referred to it, nothing is left to mend.
    let text = format!(
        "{LEAD}　第三条第一号を削り、同条第二号中「第三条第一号のとおり」を「毎朝」に改め、同号を同条第一号とする。\n"
    );
    let run = apply(&case, &text, &["--document", "midori/policy"]);
    assert_eq!(run.code, 0, "{}", run.stderr);
    assert!(case.read("regions/midori/policy.yaml").contains("毎朝返すこと。"));
}

#[test]
fn what_stands_twice_is_said_and_a_dry_run_writes_nothing() {
    let case = watch();
    let text = "　みどり町夜回り規程の一部を次のように改正する。\n　第二条中「門」を「扉」に改める。\n";
    let run = apply(&case, text, &["--dry-run"]);
    assert_eq!(run.code, 0, "{}", run.stderr);
    assert!(run.stderr.contains("J0911") && run.stderr.contains('門'), "{}", run.stderr);
    assert!(run.stdout.contains("扉番は、扉を日没に閉める。"), "{}", run.stdout);
    assert_eq!(case.read("regions/midori/policy.yaml"), WATCH);
}

#[test]
fn three_tellings_are_held_against_each_other() {
    let case = watch();
    let newer = case.root().with_file_name("newer.yaml");
    let with = |text: String| {
        fs::write(&newer, text).expect("a file");
        apply(&case, TYPED, &["--lang", "ja", "--compare", &newer.display().to_string()])
    };
    let dry = apply(&case, TYPED, &["--dry-run"]);
    let agreed = with(dry.stdout.clone());
    assert_eq!((agreed.code, agreed.stdout.contains("一致")), (0, true), "{} {}", agreed.stdout, agreed.stderr);
    let differs = with(dry.stdout.replace("３本", "５本"));
    assert_eq!(differs.code, 1, "{}", differs.stderr);
    assert!(differs.stdout.contains("第四条") && differs.stdout.contains("５本"), "{}", differs.stdout);
    assert!(Path::new(&newer).exists());
}

/// What `text` makes of the watch, as it is printed, and what is said of it.
fn made(text: &str) -> (String, String) {
    let case = watch();
    let run = apply(&case, text, &["--document", "midori/policy", "--lang", "ja"]);
    assert_eq!(run.code, 0, "{text}\n{}", run.stderr);
    (printed(&case.load(), "policy"), run.stderr)
}

pub(crate) const LEAD: &str = "　みどり町夜回り規程の一部を次のように改正する。\n";

#[test]
fn a_text_is_read_however_somebody_typed_it() {
    let (wanted, said) = made(TYPED);
    assert_eq!(said, "");
    // Digits of any width, commas of horizontal writing, nothing set in, single spaces.
    let digits = "みどり町夜回り規程（令和６年規程第１号）の一部を次のとおり改正する．\n第3条中「第二条」を「第三条」に，「２本」を\
「３本」に改め，同条第2号を同条第3号とし，同条第１号の次に次の1号を加える．\n二 数えること。\n第3条を第4条とし，第２条を第３条とし，\
第1条の次に次の1条を加える．\n(灯り)\n第2条 灯りは、日没前にともす。\n附則\nこの規程は、令和8年10月1日から施行する。\n";
    assert_eq!(made(digits), (wanted.clone(), String::new()));
    // The number of an item in digits, which is that of a paragraph elsewhere.
    assert_eq!(made(&digits.replace("二 数える", "2 数える")).0, wanted);
    // Lines broken by a mail program, the sentence that leads in too.
    let mut broken = TYPED.replace("規程の一部を次のように改正", "規程の一部を\n次のように改正");
    broken = broken.replace("「３本」に改め、", "「３本」に改め、\n").replace("次に次の一条を", "次に\n次の一条を");
    assert_eq!(made(&broken), (wanted.clone(), String::new()));
    // Windows' ends of lines, half-width brackets, tabs before what is put in.
    let windows = TYPED.replace('\n', "\r\n").replace('「', "｢").replace('」', "｣").replace("　　二", "\t二");
    assert_eq!(made(&windows), (wanted, String::new()));
}

#[test]
fn words_of_another_width_are_found_and_told() {
    let (made, said) = made(&format!("{LEAD}　第三条中「2本」を「12本」に改める。\n"));
    assert!(made.contains("門の鍵を１２本預かる。"), "{made}");
    assert!(said.contains("J0916") && said.contains("２本"), "{said}");
}

#[test]
fn a_provision_broken_over_lines_is_one() {
    let text = format!(
        "{LEAD}　第一条の次に次の一条を加える。\n　　　（灯り）\n　　第一条の二　灯りは、日没前にともし、夜が明けてから消すものとし、雨の日\n　　は、詰所のものも、ともす。\n　　２　油は、組長が\n　　買う。\n"
    );
    let (made, _) = made(&text);
    assert!(made.contains("夜が明けてから消すものとし、雨の日は、詰所のものも、ともす。"), "{made}");
    assert!(made.contains("第一条の二|灯り|"), "{made}");
}

#[test]
fn several_articles_are_repealed_in_one() {
    let case = watch();
    let text = format!("{LEAD}　第2条及び第3条を次のように改める。\n　　第2条及び第3条　削除\n");
    let run = apply(&case, &text, &["--lang", "ja"]);
    assert_eq!(run.code, 0, "{}", run.stderr);
    let made = printed(&case.load(), "policy");
    assert!(made.contains("第二条及び第三条||削除") && !made.contains("門番"), "{made}");
    assert!(case.read("regions/midori/policy.yaml").contains("- id: gate # 門"));
}

#[test]
fn a_reference_that_the_text_forgot_is_told() {
    let (made, said) = made(&TYPED.replace("「第二条」を「第三条」に、", ""));
    assert!(made.contains("第四条||第二条の門番は"), "{made}");
    assert!(said.contains("J0917") && said.contains("第四条"), "{said}");
}

#[test]
fn what_nobody_can_carry_out_is_told_and_nothing_written() {
    let told = |text: &str, codes: &[&str]| {
        let case = watch();
        let run = apply(&case, text, &["--document", "midori/policy"]);
        assert_ne!(run.code, 0, "{text}\n{}", run.stdout);
        let said: Vec<&str> = codes.iter().copied().filter(|code| !run.stderr.contains(code)).collect();
        assert!(said.is_empty(), "{said:?} not in {}", run.stderr);
        assert_eq!(case.read("regions/midori/policy.yaml"), WATCH);
        assert!(!case.root().join("regions/midori/editions").exists());
    };
    // Another document follows in the same amending text.
    let both = "第１条　みどり町夜回り規程の一部を次のように改正する。\n第2条中「日没」を「日没前」に改める。\n第２条　みどり町見守り規程の一部を次のように改正する。\n第1条中「夜」を「昼」に改める。\n";
    told(both, &["J0910", "見守り規程"]);
    // For another edition: the words were amended before, the provision has gone.
    told(&format!("{LEAD}　第三条中「１本」を「２本」に改め、同条第五号を削る。\n"), &["J0905", "１本"]);
    told(&format!("{LEAD}　第三条第五号を削り、同条第六号を同条第五号とする。\n"), &["J0903", "第五号"]);
    let second = "　第三条に次の一項を加える。\n　　２　鍵は、数える。\n";
    // What follows the first paragraph would have no number.
    told(&format!("{LEAD}{second}　第三条第一項を削る。\n"), &["J0915"]);
    told(&format!("{LEAD}{second}　第三条第二項を同条第一項とする。\n"), &["J0907"]);
    told(&format!("{LEAD}　第二条中「門番は、門を」を「夜警は、」に、「門を日没」を「夜」に改める。\n"), &["J0906"]);
    told(&format!("{LEAD}　第二条中「門番」を「夜警に改める。\n"), &["J0910"]);
    told("みどり町の皆さまへ\n門は、日没に閉めます。ご協力ください。\n", &["J0901"]);
    told("", &["J0804"]);
}

#[test]
fn a_title_that_is_not_the_documents_is_told() {
    let (_, said) =
        made("　みどり町見張り規程の一部を次のように改正する。\n　第二条中「日没」を「日没前」に改める。\n");
    assert!(said.contains("J0913") && said.contains("見張り規程"), "{said}");
    let case = watch();
    let run = apply(
        &case,
        "　みどり町見張り規程の一部を次のように改正する。\n　第二条中「日没」を「日没前」に改める。\n",
        &[],
    );
    assert!(run.code != 0 && run.stderr.contains("J0902") && run.stderr.contains("見張り規程"), "{}", run.stderr);
}

#[test]
fn a_word_file_is_carried_out_as_its_text_is() {
    let (wanted, _) = made(TYPED);
    let case = watch();
    let word = |text: &str| {
        let file = case.root().with_file_name("amendment.docx");
        fs::write(&file, Docx::new(&format!("=== word/document.xml\n{text}")).bytes(true)).expect("a file");
        Program::new(["apply", &file.display().to_string(), "--content"]).arg(case.root()).run()
    };
    let run = word("第１条　門は、日没に閉める。\n");
    assert!(run.code != 0 && run.stderr.contains("J0901"), "{}", run.stderr);
    assert_eq!(case.read("regions/midori/policy.yaml"), WATCH);
    let run = word(TYPED);
    assert_eq!(run.code, 0, "{}", run.stderr);
    assert_eq!(printed(&case.load(), "policy"), wanted);
}

#[test]
fn what_the_file_has_no_level_for_gets_one() {
    // What no level of the file prints: letters below items, a table and points in new appendices, paragraphs of new
    // supplementary provisions.
    let parts = [
        "第三条第一号に次のように加える。\n　　　ア　雨の日も下げること。\n　　　イ　寝るときは外すこと。",
        "第三条の次に次の附則を加える。\n　　　　　附　則\n　　１　この規程は、令和六年四月一日から施行する。\n　　２　鍵は、その日までに数える。",
        "附則の次に次の別紙を加える。\n　　　　　別紙\n　　　　　心得\n　　（１）　静かに歩く。\n　　　・　足音を立てない。\n　　（２）　日誌を書く。",
        "別紙の次に次の別表を加える。\n　　　　　別表\n　　役　｜　人数\n　　門番　｜　２人",
    ];
    let text = format!("{LEAD}　{}\n", parts.join("\n　"));
    let case = watch();
    let run = apply(&case, &text, &["--document", "midori/policy", "--lang", "ja"]);
    assert_eq!(run.code, 0, "{}", run.stderr);
    let made = printed(&case.load(), "policy");
    for line in [
        "      ア||雨の日も下げること。",
        "    ２||鍵は、その日までに数える。",
        "    （１）||静かに歩く。",
        "      ・||足音を立てない。",
        "門番　｜　２人",
    ] {
        assert!(made.contains(line), "{line} in {made}");
    }
    let file = case.read("regions/midori/policy.yaml");
    // Nothing else of the file changed, and 附則第一項 is cited so.
    assert!(file.contains("cite: {ja: \"第{kanji}項\""), "{file}");
    for line in WATCH.lines().filter(|line| line.contains("id: ") || line.contains('#')) {
        assert!(file.contains(line.trim_end_matches('}')), "{line} in {file}");
    }
}

#[test]
fn a_paragraph_is_put_in_before_the_first() {
    let text = format!(
        "{LEAD}　第三条を同条第二項とし、同条に第一項として次の一項を加える。\n　　鍵は、二本とする。\n　第二条を同条第二項とし、同項の前に次の二項を加える。\n　　門は、二つある。\n　　２　裏門は、開けない。\n"
    );
    // The second sentence gives 第二条 a number that the block gives too.
    let case = watch();
    let run = apply(&case, &text, &["--document", "midori/policy"]);
    assert_ne!(run.code, 0, "{}", run.stdout);
    assert_eq!(case.read("regions/midori/policy.yaml"), WATCH);
    let (made, _) = made(&text.replace("第二条を同条第二項", "第二条を同条第三項"));
    for line in [
        "第二条|門|門は、二つある。",
        "２||裏門は、開けない。",
        "３||門番は、門を日没に閉める。",
        "第三条||鍵は、二本とする。",
        "      一||首から下げること。",
    ] {
        assert!(made.contains(line), "{line} in {made}");
    }
}

#[test]
fn numbers_in_brackets_are_those_of_items() {
    let case = watch();
    let brackets = WATCH.replace("kind: item, ja: \"{kanji}\"", "kind: item, ja: \"({n})\"");
    case.write("regions/midori/policy.yaml", brackets);
    let text = format!(
        "{LEAD}　第三条第1号を削り、同条第2号を同条第1号とし、同条に次の2号を加える。\n　　　(2)　数えること。\n　　（３）　磨くこと。\n"
    );
    let run = apply(&case, &text, &["--document", "midori/policy"]);
    assert_eq!(run.code, 0, "{}", run.stderr);
    let made = printed(&case.load(), "policy");
    for line in ["(1)||貸さないこと。", "(2)||数えること。", "(3)||磨くこと。"] {
        assert!(made.contains(line), "{line} in {made}");
    }
}
