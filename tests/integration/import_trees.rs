//! Trees of provisions that are printed in many layouts and come back, and scraps of which no letter is lost.

use crate::support::effort;
use junsoku::base::notation::widths::folded;
use junsoku::import::outline::node::OutlineNode;
use junsoku::import::outline::tree::Outline;
use junsoku::import::readers::{encoding, text};
use junsoku::import::{self, Imported, Names};
use proptest::prelude::*;

fn names() -> Names {
    Names { region: "kaede".to_owned(), document: "policy".to_owned(), name: Some("かえで市".to_owned()) }
}

fn imported(text: &str, markdown: bool) -> Imported {
    import::import_source(&text::read_text(text, markdown), &names())
        .unwrap_or_else(|fault| panic!("{fault:?}\n{text}"))
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
    fn of(node: &OutlineNode) -> Self {
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
#[allow(clippy::struct_excessive_bools, reason = "each is a choice of its own")]
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

/// A caption, a text, items with what stands below them, later paragraphs: all by their places in the lists below.
type Article = (Option<usize>, usize, Vec<(usize, Vec<usize>)>, Vec<usize>);

/// A tree without its numbers, which the layout prints.
#[derive(Debug, Clone)]
struct Plan {
    articles: Vec<Article>,
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
    use junsoku::base::notation::numerals::Numeral::{Ascii, Circled, Iroha, Kanji, Katakana, Wide};
    let n = u32::try_from(number).expect("a small number");
    match style {
        0 => format!("第{}条", Kanji.write(n)),
        1 => format!("第{}条", Wide.write(n)),
        2 => format!("第 {} 条", Ascii.write(n)),
        3 => Kanji.write(n),
        4 => format!("（{}）", Wide.write(n)),
        5 => format!("( {} )", Ascii.write(n)),
        6 => Circled.write(n),
        7 => Katakana.write(n),
        8 => format!("({})", Katakana.write(n)),
        9 => Iroha.write(n),
        12 => Wide.write(n),
        13 => Ascii.write(n),
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

const PIECES: [&str; 74] = [
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
    "様式１ 退会届\n",
    "氏名　＿＿＿＿\n",
    "住　所：\n",
    "令和　　年　　月　　日",
    "　　　　　印",
    "㊞",
    "□はい　□いいえ",
    "記",
    "以上",
    "　様",
    "（　　）",
    "\n番号\t氏名\t日\n1\t\t\n2\t\t\n",
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
        let source = text::read_text(&text, markdown);
        match import::import_source(&source, &names()) {
            Ok(imported) => prop_assert!(imported.proof.differences.is_empty(), "{:?}\n{text:?}", imported.proof.differences),
            Err(fault) => prop_assert!(false, "{fault:?}\n{text:?}"),
        }
    }

    #[test]
    fn any_bytes_are_read_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        if let Ok(decoded) = encoding::decode(&bytes, "x") {
            let source = text::read_text(&decoded.text, false);
            let imported = import::import_source(&source, &names());
            prop_assert!(imported.is_ok(), "{:?}", imported.err());
        }
    }
}

#[test]
fn a_long_text_of_one_kind_takes_no_longer_than_its_length() {
    for piece in
        ["（１）項目である。\n", "・項目\n", "第１条　本文。\n", "\t欄\n", "本文の続き、\n", "別表1\n", "(ア)\n"]
    {
        let text = piece.repeat(3_000);
        let (imported, taken) = effort(|| imported(&text, false));
        assert!(imported.proof.differences.is_empty(), "{piece}");
        assert!(taken.as_secs() < 20, "{piece}: {taken:?}");
    }
}
