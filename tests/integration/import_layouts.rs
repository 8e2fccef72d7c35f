//! Rules with chapters, printed as pages and collections of rules have them (broken at any width, with numbers of pages, a
//! table of contents, histories, ○ before the title), come back as the same tree.

use junsoku::base::notation::widths::folded;
use junsoku::import::outline::doubt::DoubtKind;
use junsoku::import::outline::node::OutlineNode;
use junsoku::import::readers::text;
use junsoku::import::{self, Imported, Names};
use proptest::prelude::*;

const SENTENCES: [&str; 5] = [
    "会員は、近くに住む人の暮らしを見守り、気づいた事柄を世話人に知らせるとともに、聞いた事柄をほかの人に話してはならない。",
    "世話人は、月の終わりに台帳（以下「台帳」という。）を読み返し、気づいた事柄を会に伝え、次の世話人が読めるように整えておく。",
    "届け出た事柄に変わりがあったときは、速やかに世話人に知らせ、世話人は台帳を改め、関わりのある会員に残らず知らせる。ただし、会長が認めたときは、この限りでない。",
    "会の集まりは、春と秋に開き、会員の半ばが集まったときに限り物事を決め、決めた事柄は翌朝までに連絡網に書くものとする。",
    "預かった紙は鍵のかかる棚にしまい、用が済んだときは読めないように裁ち、裁った日を台帳に書き残す。",
];
const NOUNS: [&str; 3] = ["台帳を置く場所", "会員の名及び住まい", "世話人が認める事柄"];
const CAPTIONS: [&str; 4] = ["目的", "世話人の役目", "届出", "集まり"];
const TITLES: [&str; 3] = ["総則", "会員", "雑則"];

/// How the rules are printed.
#[derive(Debug, Clone)]
#[allow(clippy::struct_excessive_bools, reason = "each is a choice of its own")]
struct Print {
    width: usize,
    pages: bool,
    contents: bool,
    histories: bool,
    circle: bool,
}

/// A caption, a sentence, and items, by their places in the lists.
type Article = (usize, usize, Vec<usize>);

/// Label, caption, text, and what stands below.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Tree(String, String, String, Vec<Self>);

fn tree(node: &OutlineNode) -> Tree {
    let label = node.label.as_ref().map(|label| folded(&label.words.text)).unwrap_or_default();
    let text = node.text.iter().map(|words| folded(&words.text)).collect::<Vec<_>>().join("/");
    Tree(label, folded(&node.caption.text), text, node.items.iter().chain(&node.paragraphs).map(tree).collect())
}

/// A line broken after `width` letters; what ends a clause hangs over the end.
fn broken(line: &str, width: usize) -> Vec<String> {
    let mut rows = Vec::new();
    let mut row = String::new();
    for letter in line.chars() {
        if row.chars().count() >= width && !"。、）」".contains(letter) {
            rows.push(std::mem::take(&mut row));
        }
        row.push(letter);
    }
    rows.push(row);
    rows
}

/// What is printed, and the chapters that should come back.
fn print(chapters: &[Vec<Article>], layout: &Print) -> (String, Vec<Tree>) {
    let kanji = |number: usize| "一二三四五六七八九".chars().nth(number - 1).unwrap_or('十').to_string();
    let mut head = vec![format!("{}かえで市見守り規則", if layout.circle { "○" } else { "" })];
    let (mut lines, mut trees, mut number) = (Vec::new(), Vec::new(), 0);
    if layout.contents {
        head.push("目次".to_owned());
    }
    for (at, articles) in chapters.iter().enumerate() {
        let (label, title) = (format!("第{}章", kanji(at + 1)), TITLES[at % TITLES.len()]);
        if layout.contents {
            let (first, last) = (number + 1, number + articles.len());
            head.push(format!("　{label}　{title}（第{first}条―第{last}条）"));
        }
        lines.push(format!("　　　{label}　{title}"));
        let mut chapter = Tree(label, title.to_owned(), String::new(), Vec::new());
        for (caption, sentence, items) in articles {
            number += 1;
            let (label, caption) = (format!("第{number}条"), CAPTIONS[*caption % CAPTIONS.len()]);
            let sentence = SENTENCES[*sentence % SENTENCES.len()];
            lines.push(format!("（{caption}）"));
            lines.push(format!("{label}　{sentence}"));
            let mut article = Tree(label, caption.to_owned(), folded(sentence), Vec::new());
            for (at, item) in items.iter().enumerate() {
                let text = NOUNS.get(*item).copied().unwrap_or_else(|| SENTENCES[*item % SENTENCES.len()]);
                lines.push(format!("　{}　{text}", kanji(at + 1)));
                article.3.push(Tree(kanji(at + 1), String::new(), folded(text), Vec::new()));
            }
            if layout.histories && number % 2 == 0 {
                lines.push("（令3規則8・一部改正）".to_owned());
            }
            chapter.3.push(article);
        }
        trees.push(chapter);
    }
    let mut rows = head;
    for (at, row) in lines.iter().flat_map(|line| broken(line, layout.width)).enumerate() {
        rows.push(row);
        if layout.pages && (at + 1) % 24 == 0 {
            rows.extend([String::new(), format!("- {} -", (at + 1) / 24), String::new()]);
        }
    }
    (rows.join("\n") + "\n", trees)
}

fn imported(text: &str) -> Imported {
    let names = Names { region: "kaede".to_owned(), document: "policy".to_owned(), name: None };
    import::import_source(&text::read_text(text, false), &names).unwrap_or_else(|fault| panic!("{fault:?}\n{text}"))
}

fn prints() -> impl Strategy<Value = Print> {
    (28..50usize, any::<bool>(), any::<bool>(), any::<bool>(), any::<bool>())
        .prop_map(|(width, pages, contents, histories, circle)| Print { width, pages, contents, histories, circle })
}

fn chapters() -> impl Strategy<Value = Vec<Vec<Article>>> {
    let article = (0..4usize, 0..5usize, prop::collection::vec(0..8usize, 0..5));
    prop::collection::vec(prop::collection::vec(article, 1..5), 2..4)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn rules_come_back_from_pages_and_collections(chapters in chapters(), layout in prints()) {
        let (text, expected) = print(&chapters, &layout);
        let imported = imported(&text);
        prop_assert!(imported.proof.differences.is_empty(), "{:?}\n{text}", imported.proof.differences);
        let found: Vec<Tree> = imported.outline.divisions.iter().flat_map(|division| &division.nodes).map(tree).collect();
        prop_assert_eq!(found, expected, "{}", text);
        prop_assert_eq!(imported.outline.front.title.text.as_str(), "かえで市見守り規則");
        let listed = [DoubtKind::ContentsHead, DoubtKind::ContentsArticles];
        prop_assert!(!imported.doubts.iter().any(|doubt| listed.contains(&doubt.kind)), "{:?}\n{text}", imported.doubts);
    }
}
