//! Costs grow in proportion to the input: each kind is done at once, twice and four times the size, as real work of the
//! library, and may take at most 2.6 times as long for each doubling. Inputs are those with which readers were brought to a
//! stand before, and their likes.

use std::fmt::Write as _;

use crate::support::{Case, Docx, corpus, doubling};
use junsoku::base::diagnostics::{Diagnostics, human};
use junsoku::base::locale::{Lang, Messages};
use junsoku::content::SetKey;
use junsoku::forms::filling::{AskedSheet, DataOptions, read_records, validated};
use junsoku::import::merge::merge_imported;
use junsoku::import::{self, Names};

/// Makes the work for a size.
type MakeWork<'a> = &'a dyn Fn(usize) -> Box<dyn Fn() + Sync>;

/// Measures every one of `kinds` and names all that grow too fast.
fn check_all(kinds: &[(&str, usize, MakeWork<'_>)]) {
    let mut slow = Vec::new();
    for (name, count, make) in kinds {
        match doubling(*count, make, |work| work()) {
            Ok(taken) => eprintln!("{name}: {taken:.2?} for {}", 4 * count),
            Err(told) => slow.push(format!("{name}: {told}")),
        }
    }
    assert!(slow.is_empty(), "{}", slow.join("\n"));
}

pub(crate) const HEAD: &str = concat!(
    "title: {ja: みどり町運用規程, en: Midori Town Rules}\nstanding: official\nlevels:\n",
    "  - {kind: article, ja: \"第{kanji}条\", en: \"Article {n}\"}\nbody:\n",
);

/// The content of the cases with `body` as the provisions of a policy: loading and telling all findings.
fn loading(body: &str) -> Box<dyn Fn() + Sync> {
    let case = Case::new("");
    case.write("regions/midori/policy.yaml", format!("{HEAD}{body}"));
    Box::new(move || {
        let loaded = case.load();
        let _ = human(&loaded.findings, Messages::of(Lang::En), false);
    })
}

/// One provision with this text in both languages.
fn text(piece: &str, count: usize) -> Box<dyn Fn() + Sync> {
    let text = piece.repeat(count);
    loading(&format!("  - id: a0\n    ja: \"{text}\"\n    en: \"{text}\"\n"))
}

fn provisions(count: usize, one: impl Fn(usize) -> String) -> Box<dyn Fn() + Sync> {
    loading(&(0..count).map(one).collect::<String>())
}

#[test]
fn texts_of_content_cost_their_length() {
    check_all(&[
        ("signs", 40_000, &|count| text("<", count)),
        ("quotes", 40_000, &|count| text("‹", count)),
        ("closed signs", 20_000, &|count| text("<<>", count)),
        ("tags", 4_000, &|count| {
            let tags: String = (0..count).map(|at| format!("<a{at}>")).collect();
            text(&tags, 1)
        }),
        ("articles on one line", 5_000, &|count| text("第１条 ", count)),
        ("stars", 10_000, &|count| text("*a ", count)),
        ("strong", 10_000, &|count| text("**a** ", count)),
        ("mixed emphasis", 10_000, &|count| text("_a*b", count)),
        ("brackets", 20_000, &|count| text("[", count)),
        ("open links", 10_000, &|count| text("[a](", count)),
        ("pictures", 10_000, &|count| text("![a", count)),
        ("entities", 20_000, &|count| text("&", count)),
        ("links", 2_000, &|count| text("[](#a0)", count)),
        ("letters", 20_000, &|count| text("個人情報", count)),
        ("words", 10_000, &|count| text("personal information ", count)),
        ("equal lines", 20_000, &|count| {
            let lines = "      行\n".repeat(count);
            loading(&format!("  - id: a0\n    ja: |-\n{lines}    en: x\n"))
        }),
    ]);
}

#[test]
fn provisions_cost_their_number() {
    check_all(&[
        ("many", 500, &|count| {
            provisions(count, |at| {
                let number = at * 7919 % 1000;
                format!(
                    "  - id: a{at}\n    ja: 第{at}の本文は患者の個人情報を{number}回扱う。\n    en: Text {at} is about personal information of patients {number} times.\n"
                )
            })
        }),
        ("the same captions", 500, &|count| {
            provisions(count, |at| {
                format!("  - id: a{at}\n    caption: {{ja: 同じ, en: Same}}\n    ja: 同じ本文\n    en: same text\n")
            })
        }),
        ("references", 100, &|count| {
            provisions(count, |at| {
                let links: String = (0..50).map(|link| format!("[](#a{})", (at * 31 + link) % count)).collect();
                format!("  - id: a{at}\n    ja: \"{links}\"\n    en: \"{links}\"\n")
            })
        }),
        ("references to nothing", 250, &|count| {
            provisions(count, |at| {
                format!("  - id: a{at}\n    ja: \"[](#nowhere-{at})\"\n    en: \"[](#nowhere-{at})\"\n")
            })
        }),
        ("references to nothing in one text", 500, &|count| {
            let links: String = (0..count).map(|at| format!("[](#nowhere-{at})")).collect();
            text(&links, 1)
        }),
        ("keys that are none", 1_000, &|count| {
            provisions(count, |at| format!("  - id: a{at}\n    jaa: x\n    en: x\n"))
        }),
        ("keys that are none in one map", 2_000, &|count| {
            let keys: String = (0..count).map(|at| format!("    key{at}: x\n")).collect();
            loading(&format!("  - id: a0\n    ja: x\n    en: x\n{keys}"))
        }),
    ]);
}

/// A document with `count` editions, built as a site.
fn editions(count: usize) -> Box<dyn Fn() + Sync> {
    let case = Case::new("");
    let dates: Vec<String> = (0..count).map(|at| format!("{}-04-01", 1900 + at)).collect();
    let text = |upto: usize| {
        let (enacted, amended) = (&dates[0], dates[1..upto].join(", "));
        let days = format!("enacted: {enacted}\namended: [{amended}]\n");
        format!("{HEAD}  - {{id: a, ja: 鍵は{upto}個とする。, en: There are {upto} keys.}}\n")
            .replace("levels:", &format!("{days}levels:"))
    };
    for (at, date) in dates.iter().enumerate().take(count - 1) {
        case.write(&format!("regions/midori/editions/{date}/policy.yaml"), text(at + 1));
    }
    case.write("regions/midori/policy.yaml", text(count));
    let loaded = case.load();
    Box::new(move || drop(loaded.build()))
}

#[test]
fn amendments_cost_the_number_of_editions() {
    check_all(&[("editions", 8, &editions)]);
}

/// A text file as `import` takes it, from reading to the proof.
fn importing(text: String) -> Box<dyn Fn() + Sync> {
    importing_bytes(text.into_bytes())
}

fn importing_bytes(bytes: Vec<u8>) -> Box<dyn Fn() + Sync> {
    Box::new(move || {
        let (source, _) = import::read_source(&bytes, "x", false).expect("a source");
        let names = Names { region: "midori".to_owned(), document: "policy".to_owned(), name: None };
        // What is too much for content is refused, which must not take longer either.
        if let Ok(imported) = import::import_source(&source, &names) {
            assert!(imported.proof.differences.is_empty());
        }
    })
}

#[test]
fn texts_to_import_cost_their_length() {
    check_all(&[
        ("signs", 10_000, &|count| importing("<".repeat(count))),
        ("quotes", 10_000, &|count| importing("‹".repeat(count))),
        ("tags", 2_000, &|count| importing((0..count).map(|at| format!("<a{at}>")).collect())),
        ("equal lines", 500, &|count| importing("同じ行\n".repeat(count))),
        ("appended tables", 250, &|count| importing("別表第１\n".repeat(count))),
        ("numbered articles", 500, &|count| {
            importing((1..=count).map(|at| format!("第{at}条　管理者は{at}を行う。\n")).collect())
        }),
        ("pictures", 2_000, &|count| importing("![".repeat(count) + "](a)")),
        ("remains", 2_000, &|count| importing("[image: x]".repeat(count) + "本文")),
        ("angles of Markdown", 5_000, &|count| importing(format!("# 題\n\n{}", "<a".repeat(count)))),
        ("rows of cells", 500, &|count| importing("欄\t値\n".repeat(count))),
        ("cells of Word in text", 500, &|count| importing("\t欄\n".repeat(count))),
        ("articles on one line", 5_000, &|count| importing("第１条 ".repeat(count))),
        ("articles of one line, each with a sentence", 1_000, &|count| {
            importing((1..=count).map(|at| format!("第{at}条　管理者は、記録する。")).collect())
        }),
        ("equal numbers before tabs", 1_000, &|count| importing("１\t記録する。\n".repeat(count))),
        ("numbers before tabs", 1_000, &|count| {
            importing((1..=count).map(|at| format!("{at}\t管理者は{at}を行う。\n")).collect())
        }),
        ("items in cells", 500, &|count| {
            importing((1..=count).map(|at| format!("欄{at}\t（{at}）値\t（１）甲（２）乙\n")).collect())
        }),
        ("relative references", 500, &|count| {
            importing(format!(
                "第１条　花。\n２　木。\n{}",
                "３　前二項、同条第２項、前条及び前各号の花。\n".repeat(count)
            ))
        }),
        ("relative references in one text", 1_000, &|count| {
            importing(format!("第１条　花。\n２　{}。\n", "前項、同条第１項及び第２項".repeat(count)))
        }),
        ("heads at the left", 500, &|count| importing("目的　　　花を植える。\n".repeat(count))),
        ("parties that sign", 250, &|count| {
            importing("第１条　結ぶ。\n".to_owned() + &"甲　花の会\n乙　草の会\n".repeat(count))
        }),
        ("numbers of lists that end", 250, &|count| importing("１　花\n（１）水\n（２）土\n".repeat(count))),
        ("items in one cell", 1_000, &|count| {
            let items: String = (1..=count).map(|at| format!("（{at}）値 ")).collect();
            importing(format!("欄\t{items}\n欄\t値\n"))
        }),
    ]);
}

/// A merge of `new` onto the document that `old` became, from reading what exists to the proof.
fn merging(old: &str, new: &str) -> Box<dyn Fn() + Sync> {
    let names = Names { region: "midori".to_owned(), document: "policy".to_owned(), name: None };
    let imported = |text: &str| {
        let (source, _) = import::read_source(text.as_bytes(), "x", false).expect("a source");
        import::import_source(&source, &names).expect("an import")
    };
    let folder = tempfile::tempdir().expect("a folder");
    import::write_files(folder.path(), &imported(old).files).expect("a writable folder");
    let new = imported(new);
    Box::new(move || {
        merge_imported(folder.path(), &new, &names).expect("a merge");
    })
}

#[test]
fn merges_cost_their_length() {
    let articles = |from: usize, count: usize, words: &str| -> String {
        (1..=count).map(|at| format!("第{at}条　管理者は、{words}{}を行う。\n", at + from)).collect()
    };
    check_all(&[
        ("articles that change", 100, &|count| merging(&articles(0, count, "仕事"), &articles(0, count, "業務"))),
        ("articles that move on", 100, &|count| merging(&articles(0, count, "仕事"), &articles(1, count, "仕事"))),
        ("articles that go", 100, &|count| merging(&articles(0, count, "仕事"), &articles(0, 2, "仕事"))),
        ("articles that come", 100, &|count| merging(&articles(0, 2, "仕事"), &articles(0, count, "仕事"))),
        ("equal articles", 100, &|count| {
            let equal = |words: &str| (1..=count).map(|at| format!("第{at}条　{words}。\n")).collect::<String>();
            merging(&equal("会員は、集まる"), &equal("会員は、歩く"))
        }),
        ("items that change", 200, &|count| {
            let items = |words: &str| (1..=count).map(|at| format!("（{at}）{words}{at}\n")).collect::<String>();
            merging(
                &format!("第１条　次のとおり。\n{}", items("花")),
                &format!("第１条　次のとおり。\n{}", items("草")),
            )
        }),
        ("forms that change", 10, &|count| {
            let forms = |words: &str| -> String {
                (1..=count).map(|at| format!("様式第{at}号\n{words}届\n氏名　　　　　　印\n住所\n")).collect()
            };
            merging(
                &format!("第１条　届け出る。\n{}", forms("開始")),
                &format!("第１条　届け出る。\n{}", forms("終了")),
            )
        }),
    ]);
}

#[test]
fn word_files_cost_their_paragraphs() {
    check_all(&[
        ("long labels", 50, &|count| {
            let kinds = ["upperRoman", "lowerLetter", "decimalEnclosedCircle", "japaneseCounting", "aiueo", "iroha"];
            let levels = kinds.iter().enumerate().map(|(level, kind)| {
                let label = format!("{}%{}", "%1".repeat(500), level + 1);
                format!("<w:lvl w:ilvl='{level}'><w:start w:val='4294967295'/><w:numFmt w:val='{kind}'/><w:lvlText w:val='{label}'/></w:lvl>")
            });
            let numbering = format!(
                "<w:abstractNum w:abstractNumId='0'>{}</w:abstractNum><w:num w:numId='1'><w:abstractNumId w:val='0'/></w:num>",
                levels.collect::<String>()
            );
            let mut body = String::new();
            for at in 0..count {
                let _ = writeln!(
                    body,
                    "<w:p><w:pPr><w:numPr><w:ilvl w:val='{}'/><w:numId w:val='1'/></w:numPr></w:pPr><w:r><w:t>項{at}</w:t></w:r></w:p>",
                    at % kinds.len()
                );
            }
            let case = format!("=== word/document.xml\n{body}=== word/numbering.xml\n{numbering}\n");
            importing_bytes(Docx::new(&case).bytes(true))
        }),
        ("items in cells", 250, &|count| {
            let item = |at: usize| format!("<w:p><w:r><w:t>（{at}）　確かめる。</w:t></w:r></w:p>");
            let row =
                |at: usize| format!("<w:tr><w:tc>{}</w:tc><w:tc>{}{}</w:tc></w:tr>\n", item(at), item(1), item(2));
            let body = format!("<w:tbl>{}</w:tbl>\n", (1..=count).map(row).collect::<String>());
            importing_bytes(Docx::new(&format!("=== word/document.xml\n{body}")).bytes(true))
        }),
        ("items in one cell", 500, &|count| {
            let item = |at: usize| format!("<w:p><w:r><w:t>（{at}）　確かめる。</w:t></w:r></w:p>\n");
            let items: String = (1..=count).map(item).collect();
            let body = format!("<w:tbl><w:tr><w:tc>{}</w:tc><w:tc>{items}</w:tc></w:tr></w:tbl>\n", item(1));
            importing_bytes(Docx::new(&format!("=== word/document.xml\n{body}")).bytes(true))
        }),
        ("numbers before tabs", 500, &|count| {
            let line = |at: usize| format!("<w:p><w:r><w:t>{at}</w:t><w:tab/><w:t>確かめる。</w:t></w:r></w:p>\n");
            let body: String = (1..=count).map(line).collect();
            importing_bytes(Docx::new(&format!("=== word/document.xml\n{body}")).bytes(true))
        }),
        ("equal paragraphs", 1_000, &|count| {
            let body = "<w:p><w:r><w:t>同じ行</w:t></w:r></w:p>\n".repeat(count);
            importing_bytes(Docx::new(&format!("=== word/document.xml\n{body}")).bytes(true))
        }),
    ]);
}

/// A file of data of the form with rows: reading, checking, and telling what is wrong.
fn filling(data: &str) -> Box<dyn Fn() + Sync> {
    let corpus = corpus();
    let set = corpus.set(&SetKey::from_name("hamabe")).expect("a set");
    let form = set.forms.iter().find(|form| form.id == "application").expect("a form");
    let sheet = AskedSheet::of(corpus, set, form, Messages::of(Lang::Ja));
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("data");
    std::fs::write(&path, data).expect("a file");
    Box::new(move || {
        let _kept = &folder;
        let mut findings = Diagnostics::default();
        let records = read_records(&path, &sheet, &DataOptions::default(), &mut findings).unwrap_or_default();
        let _ = validated(&sheet, &records, &mut findings);
        let _ = human(&findings, Messages::of(Lang::En), false);
    })
}

#[test]
fn data_of_forms_cost_their_size() {
    let rows = |count: usize| {
        let rows = vec![r#"{"wrong":"x"}"#; count].join(",");
        format!(r#"[{{"form":"hamabe/application","users":[{rows}]}}]"#)
    };
    check_all(&[
        ("a fault in each row of one line", 2_000, &|count| filling(&rows(count))),
        ("a fault in each record of one line", 200, &|count| {
            let record = r#"{"form":"hamabe/application","users":[{"wrong":"x"},{"other":"y"}]}"#;
            filling(&format!("[{}]", vec![record; count].join(",")))
        }),
        ("faulty keys of one entry", 2_000, &|count| {
            let keys: Vec<String> = (0..count).map(|at| format!(r#""wrong{at}":"x""#)).collect();
            filling(&format!(r#"[{{"form":"hamabe/application","users":[{{{}}}]}}]"#, keys.join(",")))
        }),
        ("heads that are none", 1_000, &|count| {
            filling(&(0..count).map(|at| format!("head{at},")).collect::<String>())
        }),
        ("lines of a table", 400, &|count| filling(&("users[1].name,lamp\n".to_owned() + &"a,b\n".repeat(count)))),
    ]);
}
