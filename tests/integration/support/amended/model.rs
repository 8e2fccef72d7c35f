//! A policy as a plain tree of what is printed.

use std::fmt::Write as _;

use junsoku::base::locale::Lang;
use junsoku::compare::{plain_text, table_lines};
use junsoku::content::Kind;
use junsoku::corpus::{Document, Provision, Role};

/// What a node is, as its number shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Sort {
    Title,
    Body,
    Supplementary,
    Appendix,
    Chapter,
    Article,
    Paragraph,
    Item,
    /// ア, （１）: called as it is labelled.
    Other,
    /// A bullet, or a text without a number.
    Bare,
    /// A line of a table.
    Row,
}

#[derive(Debug, Clone)]
pub(crate) struct Node {
    pub(crate) sort: Sort,
    pub(crate) label: String,
    pub(crate) caption: String,
    pub(crate) text: String,
    /// Its paragraphs stand after all others.
    pub(crate) children: Vec<usize>,
    pub(crate) parent: usize,
}

/// Nodes by number; the first is the policy itself, its caption the title.
#[derive(Debug, Clone)]
pub(crate) struct Policy {
    pub(crate) nodes: Vec<Node>,
}

impl Policy {
    pub(crate) fn empty() -> Self {
        let root = Node {
            sort: Sort::Title,
            label: String::new(),
            caption: String::new(),
            text: String::new(),
            children: Vec::new(),
            parent: 0,
        };
        Self { nodes: vec![root] }
    }

    pub(crate) fn of(document: &Document) -> Self {
        let mut policy = Self::empty();
        policy.nodes[0].caption.clone_from(&document.title.ja);
        for division in &document.divisions {
            let sort = match division.role {
                Role::Body => Sort::Body,
                Role::Supplementary => Sort::Supplementary,
                Role::Appendix => Sort::Appendix,
            };
            let said = |words: &Option<junsoku::corpus::Words>| words.as_ref().map(|words| words.ja.clone());
            let (label, title) = (said(&division.label), said(&division.title));
            let at = policy.add(0, sort, &label.unwrap_or_default(), &title.unwrap_or_default(), "");
            for provision in &division.provisions {
                policy.grow(at, provision);
            }
        }
        policy
    }

    fn grow(&mut self, parent: usize, provision: &Provision) {
        let sort = match provision.kind {
            Some(Kind::Chapter) => Sort::Chapter,
            Some(Kind::Article) if provision.label.ja.starts_with('第') => Sort::Article,
            Some(Kind::Article | Kind::Paragraph) => Sort::Paragraph,
            Some(Kind::Item) => Sort::Item,
            None | Some(Kind::Bullet) => Sort::Bare,
            Some(_) => Sort::Other,
        };
        let caption = provision.caption.as_ref().map(|caption| caption.ja.clone()).unwrap_or_default();
        let text = provision.text.as_ref().map(|text| plain_text(&text.ja)).unwrap_or_default();
        let at = self.add(parent, sort, &provision.label.ja, &caption, &text);
        for line in provision.table.iter().flat_map(|table| table_lines(table, Lang::Ja)) {
            self.add(at, Sort::Row, "", "", &line);
        }
        for below in provision.items.iter().chain(&provision.paragraphs) {
            self.grow(at, below);
        }
    }

    pub(crate) fn add(&mut self, parent: usize, sort: Sort, label: &str, caption: &str, text: &str) -> usize {
        let at = self.nodes.len();
        let (label, caption, text) = (label.to_owned(), caption.to_owned(), text.to_owned());
        self.nodes.push(Node { sort, label, caption, text, children: Vec::new(), parent });
        self.nodes[parent].children.push(at);
        at
    }

    /// Takes all below `from` of another policy and puts it below `parent` at `place`.
    pub(crate) fn graft(&mut self, other: &Self, from: &[usize], parent: usize, place: usize) {
        for (offset, at) in from.iter().enumerate() {
            let node = &other.nodes[*at];
            let new = self.add(parent, node.sort, &node.label, &node.caption, &node.text);
            self.nodes[parent].children.pop();
            self.nodes[parent].children.insert(place + offset, new);
            self.graft(other, &node.children, new, 0);
        }
    }

    /// `at` and all below it.
    pub(crate) fn below(&self, at: usize) -> Vec<usize> {
        let below = self.nodes[at].children.iter().flat_map(|child| self.below(*child));
        std::iter::once(at).chain(below).collect()
    }

    pub(crate) fn has_paragraphs(&self, at: usize) -> bool {
        self.nodes[at].children.iter().any(|child| self.nodes[*child].sort == Sort::Paragraph)
    }

    /// As lines to compare.
    pub(crate) fn printed(&self) -> String {
        let mut out = String::new();
        self.print(0, 0, &mut out);
        out
    }

    fn print(&self, at: usize, depth: usize, out: &mut String) {
        let node = &self.nodes[at];
        // Beside a number stands what there is, and nothing shows whether that is a caption.
        let alone = node.sort == Sort::Other && node.text.is_empty();
        let (caption, text) = if alone { ("", &node.caption) } else { (node.caption.as_str(), &node.text) };
        // Commas of horizontal writing say the same as others, and amend nothing.
        let text = text.replace('，', "、");
        let _ = writeln!(out, "{}{}|{caption}|{text}", "  ".repeat(depth), node.label);
        for child in &node.children {
            self.print(*child, depth + 1, out);
        }
    }
}

const DIGITS: [&str; 10] = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"];

/// 二十三
pub(crate) fn kanji(number: usize) -> String {
    assert!(number < 100, "no such long policies");
    let tens = match number / 10 {
        0 => String::new(),
        1 => "十".to_owned(),
        tens => format!("{}十", DIGITS[tens]),
    };
    tens + DIGITS[number % 10]
}

/// The number that `written` is.
pub(crate) fn number(written: &str) -> Option<usize> {
    (1..100).find(|number| kanji(*number) == written)
}

/// ２３
pub(crate) fn wide(number: usize) -> String {
    let digit = |digit: char| char::from_u32(digit as u32 - '0' as u32 + '０' as u32).expect("a digit");
    number.to_string().chars().map(digit).collect()
}
