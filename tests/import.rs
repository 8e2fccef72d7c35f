//! What `junsoku import` makes of texts: a file in `cases/import` for each pattern, bad input, and trees that are printed
//! in many layouts and come back.

#![allow(clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

mod support;

use std::fs;
use std::io::Write as _;
use std::path::Path;
use std::process::{Command, Stdio};

use junsoku::import::outline::{Node, Outline};
use junsoku::import::{self, Imported, Names, encoding, report, text};
use junsoku::locale::{Lang, Messages};
use junsoku::notation::widths::folded;
use proptest::prelude::*;
use support::Program;

fn names() -> Names {
    Names { region: "kaede".to_owned(), document: "policy".to_owned(), name: Some("かえで市".to_owned()) }
}

fn imported(text: &str, markdown: bool) -> Imported {
    import::import(&text::read(text, markdown), &names()).unwrap_or_else(|fault| panic!("{fault:?}\n{text}"))
}

#[test]
fn texts_become_content() {
    insta::glob!("cases/import/*", |case| {
        let bytes = fs::read(case).expect("a readable case");
        let decoded = encoding::decode(&bytes, "case").expect("a text");
        let markdown = case.extension().is_some_and(|ending| ending == "md");
        let imported = imported(&decoded.text, markdown);
        let mut told = format!(
            "{}\n\n{}\n",
            report::outline(&imported.outline),
            report::report(&imported, &Messages::new(Lang::En))
        );
        for file in &imported.files {
            told.push_str(&format!("\n=== {}\n{}", file.path, support::text(&file.bytes)));
        }
        insta::with_settings!({prepend_module_to_snapshot => false, omit_expression => true}, {
            insta::assert_snapshot!("import", told);
        });
        assert!(imported.proof.differences.is_empty(), "{:?}", imported.proof.differences);
    });
}

/// Runs `junsoku import` on `bytes` written to `name`.
fn run(name: &str, bytes: &[u8], options: &[&str]) -> (support::Run, tempfile::TempDir) {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let file = folder.path().join(name);
    fs::write(&file, bytes).expect("a writable file");
    let program =
        Program::new(["import"]).arg(&file).args(["--region", "kaede", "--output"]).arg(folder.path().join("out"));
    (program.args(options).run(), folder)
}

const SMALL: &str = "かえで市規程\n\n第１条　会員は、静かに話す。\n第２条　前条のほか、会員は、ゆっくり歩く。\n";

#[test]
fn what_was_imported_builds_by_itself() {
    let (run, folder) = run("rules.txt", SMALL.as_bytes(), &["--document", "rules", "--name", "かえで市"]);
    assert_eq!(run.code, 0, "{}{}", run.stdout, run.stderr);
    assert!(run.stdout.contains("read as UTF-8") && run.stdout.contains("100.00 %"), "{}", run.stdout);
    let content = folder.path().join("out");
    let names = support::names_in(&content.join("regions/kaede"));
    assert_eq!(names, ["region.yaml", "rules.yaml"]);
    assert_eq!(support::names_in(&content), ["regions"]);
    let check = Program::new(["check", "--content"]).arg(&content).run();
    assert_eq!(check.code, 0, "{}", check.stderr);
    let site = folder.path().join("site");
    let build = Program::site(&content, &site).run();
    assert_eq!(build.code, 0, "{}", build.stderr);
    let page = fs::read_to_string(site.join("ja/regions/kaede/rules/index.html")).expect("a page");
    assert!(page.contains("ゆっくり歩く") && page.contains("href=\"#article-1\">前条</a>"), "{page}");
}

#[test]
fn nothing_is_overwritten_without_force() {
    let (first, folder) = run("rules.txt", SMALL.as_bytes(), &[]);
    assert_eq!(first.code, 0);
    let policy = folder.path().join("out/regions/kaede/policy.yaml");
    fs::write(&policy, "mine").expect("a writable file");
    let again = |options: &[&str]| {
        let program =
            Program::new(["import"]).arg(folder.path().join("rules.txt")).args(["--region", "kaede", "--output"]);
        program.arg(folder.path().join("out")).args(options).run()
    };
    let refused = again(&[]);
    assert_eq!(refused.code, 2);
    assert!(refused.stderr.contains("J0807"), "{}", refused.stderr);
    assert_eq!(fs::read_to_string(&policy).expect("the file"), "mine");
    assert_eq!(again(&["--dry-run"]).code, 0);
    assert_eq!(fs::read_to_string(&policy).expect("the file"), "mine");
    assert_eq!(again(&["--force"]).code, 0);
    assert!(fs::read_to_string(&policy).expect("the file").contains("静かに話す"));
    // Another document joins the region, whose own file stays.
    let region = folder.path().join("out/regions/kaede/region.yaml");
    let mine = fs::read_to_string(&region).expect("the file").replace("kaede", "かえで");
    fs::write(&region, &mine).expect("a writable file");
    assert_eq!(again(&["--document", "rules"]).code, 0);
    assert_eq!(fs::read_to_string(&region).expect("the file"), mine);
}

#[test]
fn bad_input_is_told_and_nothing_is_written() {
    let refused: [(&str, &[u8], &[&str], &str); 9] = [
        ("a.txt", b"%PDF-1.7\n%\xE2\xE3", &[], "J0802"),
        ("a.txt", b"\x89PNG\r\n\x1A\n", &[], "J0802"),
        ("a.doc", b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", &[], "J0841"),
        ("a.txt", b"PK\x03\x04", &[], "J0840"),
        ("a.txt", b"a\0b", &[], "J0802"),
        ("a.txt", b"", &[], "J0804"),
        ("a.txt", b" \n\n", &[], "J0804"),
        ("a.txt", SMALL.as_bytes(), &["--document", "Rules"], "J0809"),
        ("a.txt", SMALL.as_bytes(), &["--document", "region"], "J0809"),
    ];
    for (name, bytes, options, code) in refused {
        let (run, folder) = run(name, bytes, options);
        assert_eq!((run.code, run.stderr.contains(code)), (2, true), "{code}: {}", run.stderr);
        assert!(!folder.path().join("out").exists(), "{code}");
    }
    let large = vec![b'a'; usize::try_from(encoding::LARGEST).expect("a size") + 1];
    assert!(run("a.txt", &large, &[]).0.stderr.contains("J0803"));
    let missing = Program::new(["import", "/nowhere/x.txt", "--region", "kaede", "--output", "/nowhere/out"]).run();
    assert_eq!((missing.code, missing.stderr.contains("J0801")), (2, true), "{}", missing.stderr);
    let folder = Program::new(["import", "/", "--region", "kaede", "--output", "/nowhere/out"]).run();
    assert!(folder.stderr.contains("J0801"), "{}", folder.stderr);
}

#[test]
fn standard_input_and_other_encodings_are_read() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let mut child = Command::new(env!("CARGO_BIN_EXE_junsoku"))
        .args(["import", "-", "--region", "kaede", "--lang", "en", "--output"])
        .arg(folder.path().join("out"))
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("the program");
    let bytes = encoding_rs::SHIFT_JIS.encode(SMALL).0.into_owned();
    child.stdin.take().expect("a pipe").write_all(&bytes).expect("the program reads");
    let output = child.wait_with_output().expect("the program ends");
    let told = String::from_utf8_lossy(&output.stdout);
    assert!(output.status.success() && told.contains("Shift_JIS"), "{told}");
}

/// Below it stands what a provision has: label, caption, text, items, paragraphs.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Tree {
    label: String,
    caption: String,
    text: String,
    items: Vec<Self>,
    paragraphs: Vec<Self>,
}

impl Tree {
    fn of(node: &Node) -> Self {
        let letters = |text: &str| folded(text);
        Self {
            label: node.label.as_ref().map(|label| letters(&label.words.text)).unwrap_or_default(),
            caption: letters(&node.caption.text),
            text: node.text.iter().map(|words| letters(&words.text)).collect::<Vec<_>>().join("/"),
            items: node.items.iter().map(Self::of).collect(),
            paragraphs: node.paragraphs.iter().map(Self::of).collect(),
        }
    }
}

/// How a tree is printed.
#[derive(Debug, Clone)]
struct Layout {
    article: usize,
    caption_behind: bool,
    item: usize,
    subitem: usize,
    wide_paragraph: bool,
    blank: bool,
    indent: bool,
    /// Lines are broken after as many letters, with an empty line after each where asked for.
    broken: Option<bool>,
    markdown: bool,
}

/// A tree without its numbers, which the layout prints.
#[derive(Debug, Clone)]
struct Plan {
    articles: Vec<(Option<usize>, usize, Vec<(usize, Vec<usize>)>, Vec<usize>)>,
}

const SENTENCES: [&str; 6] = [
    "会員は、互いの暮らしを大切にし、見たことや聞いたことをほかの人に話してはならないものとし、その約束は会を離れた後も変わらず守り続けなければならない。",
    "世話人は、月の終わりに記録を読み返し、気づいた事柄を会に伝えるとともに、その結果を書き残し、次の世話人が読めるように整えておくものとする。",
    "届け出た事柄に変わりがあったときは、速やかに世話人に知らせ、世話人は台帳を改め、関わりのある会員に残らず知らせなければならない。",
    "会の集まりは、春と秋に開き、会員の半ばが集まったときに限り物事を決めることができ、決めた事柄は翌朝までに連絡網に書くものとする。",
    "この約束に書かれていない事柄については、世話人が会員の考えをよく聞いた上で決め、決めた理由を添えて会員に知らせるものとする。",
    "預かった記録は鍵のかかる棚にしまい、用が済んだときは読めないように裁ち、裁った日と立ち会った人の名を台帳に書き残すものとする。",
];
const CAPTIONS: [&str; 4] = ["目的", "世話人の役目", "届出", "集まり"];

fn numeral(style: usize, number: usize) -> String {
    use junsoku::notation::numerals::Numeral::{Ascii, Circled, Iroha, Kanji, Katakana, Wide};
    let n = u32::try_from(number).expect("a small number");
    match style {
        0 => format!("第{}条", Kanji.write(n)),
        1 => format!("第{}条", Wide.write(n)),
        2 => format!("第 {} 条", Ascii.write(n)),
        3 => format!("{}", Kanji.write(n)),
        4 => format!("（{}）", Wide.write(n)),
        5 => format!("( {} )", Ascii.write(n)),
        6 => Circled.write(n),
        7 => Katakana.write(n),
        8 => format!("({})", Katakana.write(n)),
        9 => Iroha.write(n),
        10 => format!("{}．", Wide.write(n)),
        _ => "・".to_owned(),
    }
}

fn sentence(at: usize) -> &'static str {
    SENTENCES[at % SENTENCES.len()]
}

/// A line broken after 72 columns, of which a Japanese letter takes two.
fn broken(line: &str) -> Vec<String> {
    let mut rows = vec![String::new()];
    let mut width = 0;
    for letter in line.chars() {
        width += if letter.is_ascii() { 1 } else { 2 };
        if width > 72 {
            rows.push(String::new());
            width = 2;
        }
        rows.last_mut().expect("a row").push(letter);
    }
    rows
}

/// The text of a plan in a layout, and the tree that should come back.
fn print(plan: &Plan, layout: &Layout) -> (String, Vec<Tree>) {
    let mut lines: Vec<String> = vec!["かえで市見守り規程".to_owned()];
    let mut trees = Vec::new();
    let leaf = |label: String, at: usize| Tree {
        label: folded(&label),
        caption: String::new(),
        text: folded(sentence(at)),
        items: Vec::new(),
        paragraphs: Vec::new(),
    };
    let listed = |line: String, deep: usize| {
        let indent = if layout.indent { "　".repeat(deep) } else { String::new() };
        if layout.markdown { format!("- {line}") } else { format!("{indent}{line}") }
    };
    for (at, (caption, text, items, paragraphs)) in plan.articles.iter().enumerate() {
        let label = numeral(layout.article, at + 1);
        let caption = caption.map_or("", |caption| CAPTIONS[caption]);
        let behind =
            if caption.is_empty() || !layout.caption_behind { String::new() } else { format!("（{caption}）") };
        if !caption.is_empty() && !layout.caption_behind {
            lines.push(format!("（{caption}）"));
        }
        lines.push(format!("{label}{behind}　{}", sentence(*text)));
        let mut tree = Tree { caption: folded(caption), ..leaf(label, *text) };
        for (at, (text, below)) in items.iter().enumerate() {
            let label = numeral(layout.item, at + 1);
            lines.push(listed(format!("{label}　{}", sentence(*text)), 1));
            let mut item = leaf(label, *text);
            for (at, text) in below.iter().enumerate() {
                let label = numeral(layout.subitem, at + 1);
                lines.push(listed(format!("{label}　{}", sentence(*text)), 2));
                item.items.push(leaf(label, *text));
            }
            tree.items.push(item);
        }
        for (at, text) in paragraphs.iter().enumerate() {
            let label = numeral(if layout.wide_paragraph { 12 } else { 13 }, at + 2);
            let label = if label == "・" {
                if layout.wide_paragraph { ["２", "３", "４"][at] } else { ["2", "3", "4"][at] }.to_owned()
            } else {
                label
            };
            lines.push(format!("{label}　{}", sentence(*text)));
            tree.paragraphs.push(leaf(label, *text));
        }
        trees.push(tree);
    }
    let mut out = String::new();
    for line in lines {
        let rows = if layout.broken.is_some() { broken(&line) } else { vec![line] };
        for row in rows {
            out.push_str(&row);
            out.push_str(if layout.broken == Some(true) { "\n\n" } else { "\n" });
        }
        if layout.blank {
            out.push_str(if layout.broken == Some(true) { "\n\n" } else { "\n" });
        }
    }
    (out, trees)
}

fn plans() -> impl Strategy<Value = Plan> {
    let sentence = 0..SENTENCES.len();
    let items = prop::collection::vec((sentence.clone(), prop::collection::vec(sentence.clone(), 0..4)), 0..5);
    let paragraphs = prop::collection::vec(sentence.clone(), 0..4);
    let caption = prop::option::of(0..CAPTIONS.len());
    prop::collection::vec((caption, sentence, items, paragraphs), 2..7).prop_map(|articles| Plan { articles })
}

fn layouts() -> impl Strategy<Value = Layout> {
    let flags = (any::<bool>(), any::<bool>(), any::<bool>(), any::<bool>(), any::<bool>());
    (0..3usize, 3..7usize, 7..11usize, flags, prop::option::of(any::<bool>())).prop_map(
        |(article, item, subitem, (caption_behind, wide_paragraph, blank, indent, markdown), broken)| Layout {
            article,
            caption_behind,
            item,
            subitem: if subitem == 10 { 11 } else { subitem },
            wide_paragraph,
            blank,
            indent,
            // A member of a list that goes on below is not what Markdown from a converter has.
            markdown: markdown && broken.is_none(),
            broken,
        },
    )
}

fn trees(outline: &Outline) -> Vec<Tree> {
    outline.divisions.iter().flat_map(|division| &division.nodes).map(Tree::of).collect()
}

const PIECES: [&str; 62] = [
    "第１条",
    "第二条　",
    "第3条の2 ",
    "第２章　総則",
    "（目的）",
    "(定義)",
    "一　",
    "二　",
    "（１）",
    "(2)",
    "( 3 )",
    "①",
    "②",
    "ア　",
    "イ　",
    "(ア)",
    "ロ　",
    "1-1.",
    "２．",
    "1 ",
    "2 ",
    "3) ",
    "・",
    "⚫ ",
    "➢",
    "- ",
    "* ",
    "※",
    "※1 ",
    "# ",
    "### ",
    "**",
    "[",
    "](",
    "](#x)",
    "<b>",
    "&lt;",
    "&",
    "\t",
    "\t\t",
    "| a | b |",
    "|---|---|",
    "附則",
    "別表1",
    "別紙様式２",
    "【別紙】",
    "＜用語＞",
    "様式第１号",
    "本文である。",
    "名前、",
    "a_b",
    "\\",
    "`",
    "{n}",
    "\"",
    ": ",
    " #",
    "令和２年４月１日から施行する。",
    "運用規程",
    "前条",
    "[image: ]",
    "\u{c}",
];

fn scraps() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        6 => prop::sample::select(&PIECES[..]).prop_map(str::to_owned),
        2 => Just("\n".to_owned()),
        1 => Just("\n\n".to_owned()),
        1 => "\\PC{1,4}",
    ];
    prop::collection::vec(piece, 1..60).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn trees_come_back_from_every_layout(plan in plans(), layout in layouts()) {
        let (text, expected) = print(&plan, &layout);
        let imported = imported(&text, layout.markdown);
        prop_assert!(imported.proof.differences.is_empty(), "{:?}\n{text}", imported.proof.differences);
        prop_assert_eq!(trees(&imported.outline), expected, "{}", text);
    }

    #[test]
    fn no_letter_of_anything_is_lost(text in scraps(), markdown in any::<bool>()) {
        let source = text::read(&text, markdown);
        match import::import(&source, &names()) {
            Ok(imported) => prop_assert!(imported.proof.differences.is_empty(), "{:?}\n{text:?}", imported.proof.differences),
            Err(fault) => prop_assert!(false, "{fault:?}\n{text:?}"),
        }
    }

    #[test]
    fn any_bytes_are_read_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        if let Ok(decoded) = encoding::decode(&bytes, "x") {
            let source = text::read(&decoded.text, false);
            let imported = import::import(&source, &names());
            prop_assert!(imported.is_ok(), "{:?}", imported.err());
        }
    }
}

#[test]
fn a_long_text_of_one_kind_takes_no_longer_than_its_length() {
    for piece in
        ["（１）項目である。\n", "・項目\n", "第１条　本文。\n", "\t欄\n", "本文の続き、\n", "別表1\n", "(ア)\n"]
    {
        let begun = std::time::Instant::now();
        let text = piece.repeat(3_000);
        let imported = imported(&text, false);
        assert!(imported.proof.differences.is_empty(), "{piece}");
        assert!(begun.elapsed().as_secs() < 20, "{piece}: {:?}", begun.elapsed());
    }
}

#[test]
fn the_trial_on_real_texts_is_a_script() {
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/import-sources.sh");
    assert!(script.is_file());
}
