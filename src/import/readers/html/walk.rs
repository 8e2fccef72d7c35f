//! From the tree of a page to lines.

use std::collections::BTreeMap;

use super::grid::data_table;
use super::tree::{HtmlKind, HtmlTree};
use crate::base::notation::numerals::Numeral;
use crate::import::outline::doubt::{Doubt, DoubtKind};
use crate::import::outline::source::{SourceCell, SourceText, Why};
use crate::import::readers::marked::{LineWriter, MemberPrefix, is_web_address};

/// Elements of which a browser shows nothing.
pub(super) const UNSHOWN: [&str; 17] = [
    "head", "script", "style", "template", "noscript", "iframe", "object", "svg", "canvas", "audio", "video",
    "datalist", "rp", "title", "meta", "link", "map",
];

/// Elements that begin lines of their own.
const BLOCKS: [&str; 38] = [
    "address",
    "article",
    "aside",
    "blockquote",
    "body",
    "caption",
    "center",
    "dd",
    "details",
    "dialog",
    "dir",
    "div",
    "dl",
    "dt",
    "fieldset",
    "figcaption",
    "figure",
    "footer",
    "form",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "header",
    "hgroup",
    "legend",
    "li",
    "main",
    "ol",
    "p",
    "pre",
    "section",
    "summary",
    "table",
    "tr",
    "ul",
];

/// Walks through a page.
pub(super) struct HtmlWalker<'t> {
    pub(super) tree: &'t HtmlTree,
    pub(super) out: LineWriter,
    strong: usize,
    preformatted: usize,
    lists: Vec<HtmlList>,
    /// The cells of the tables that are open, by their nodes.
    cells: BTreeMap<usize, SourceCell>,
    /// Links that are open: where they begin, and where they lead.
    links: Vec<(usize, String)>,
    /// Whether white space stands before the next letter, and whether a line of the file ended in it.
    space: Option<bool>,
}

/// A list that is open.
struct HtmlList {
    /// The next number and how it is written; none for bullets.
    next: Option<(u32, Numeral)>,
    /// Whether its letters are capitals.
    capital: bool,
    /// Whether no marks are shown.
    bare: bool,
}

enum WalkStep {
    Enter(usize),
    Leave(usize),
}

impl<'t> HtmlWalker<'t> {
    pub(super) fn new(tree: &'t HtmlTree) -> Self {
        Self {
            tree,
            out: LineWriter::default(),
            strong: 0,
            preformatted: 0,
            lists: Vec::new(),
            cells: BTreeMap::new(),
            links: Vec::new(),
            space: None,
        }
    }

    /// The lines.
    pub(super) fn done(mut self) -> SourceText {
        self.flush();
        self.out.source
    }

    /// Reads what stands at `at`. The steps stand in a list, since elements may stand in each other deeper than calls may.
    pub(super) fn walk(&mut self, at: usize) {
        let mut open = vec![WalkStep::Enter(at)];
        while let Some(step) = open.pop() {
            match step {
                WalkStep::Enter(at) => {
                    if self.enter(at) {
                        open.push(WalkStep::Leave(at));
                        let children = self.tree.node(at).map_or(&[][..], |node| &node.children);
                        open.extend(children.iter().rev().map(|child| WalkStep::Enter(*child)));
                    }
                }
                WalkStep::Leave(at) => self.leave_element(at),
            }
        }
    }

    pub(super) fn line(&self, at: usize) -> usize {
        self.tree.node(at).map_or(1, |node| node.line.max(1))
    }

    /// Takes the node at `at`; says whether what is in it is to be read.
    fn enter(&mut self, at: usize) -> bool {
        match self.tree.node(at).map(|node| &node.kind) {
            Some(HtmlKind::Text(text)) => {
                self.text(text, self.line(at));
                false
            }
            Some(HtmlKind::Element(name, _)) => self.element(at, name),
            Some(HtmlKind::Other) => true,
            None => false,
        }
    }

    fn element(&mut self, at: usize, name: &str) -> bool {
        if UNSHOWN.contains(&name) {
            return false;
        }
        let style = self.tree.attribute(at, "style").unwrap_or_default().replace(' ', "").to_ascii_lowercase();
        if self.tree.attribute(at, "hidden").is_some() || style.contains("display:none") {
            self.leave(at, Why::Hidden);
            return false;
        }
        // A block ends the line before it, also where that was never closed: <p>（組）<p>第２条 in
        // tests/cases/import/page.html.
        if BLOCKS.contains(&name) || matches!(name, "td" | "th" | "tbody" | "thead" | "tfoot") {
            self.flush();
        }
        match name {
            "nav" => {
                self.leave(at, Why::Around);
                return false;
            }
            "div" | "ul" | "table" | "header" | "footer" | "aside" | "section" if self.is_around(at) => {
                self.leave(at, Why::Around);
                return false;
            }
            "u" | "ins" if self.tree.letters(at).chars().any(char::is_alphanumeric) => {
                self.out.leave(self.line(at), &self.tree.letters(at), Why::Underline);
            }
            "del" | "s" | "strike" => {
                self.leave(at, Why::Struck);
                return false;
            }
            "img" => self.out.leave(self.line(at), self.tree.attribute(at, "alt").unwrap_or_default(), Why::Picture),
            "br" | "hr" => {
                // An empty line between two others.
                self.out.gap += usize::from(self.out.so_far().is_empty());
                self.flush();
            }
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => self.out.heading = name[1..].parse().ok(),
            "b" | "strong" => self.strong += 1,
            "pre" => self.preformatted += 1,
            "ul" | "ol" => self.list(at, name, &style),
            "li" => self.member(at),
            "table" => self.table(at),
            "td" | "th" => self.out.cell = self.cells.get(&at).copied(),
            "a" => self.links.push((self.out.place(), self.tree.attribute(at, "href").unwrap_or_default().to_owned())),
            "rt" => return self.reading(at),
            "input" | "select" | "textarea" => return self.control(at, name),
            // What a button says is of the page and not of the text.
            "button" => return false,
            _ => {}
        }
        true
    }

    fn leave_element(&mut self, at: usize) {
        let name = self.tree.name(at);
        if BLOCKS.contains(&name) || matches!(name, "td" | "th") {
            self.flush();
        }
        match name {
            // Pages made by word processors part paragraphs by <p>&nbsp;</p>.
            "p" if self.tree.letters(at).trim().is_empty() => self.out.gap += 1,
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => self.out.heading = None,
            "b" | "strong" => self.strong = self.strong.saturating_sub(1),
            "pre" => self.preformatted = self.preformatted.saturating_sub(1),
            "ul" | "ol" => {
                self.lists.pop();
                self.out.depth = self.lists.len();
            }
            "li" => self.out.end_member(self.line(at)),
            "td" | "th" => self.out.cell = None,
            "a" => self.end_link(at),
            _ => {}
        }
    }

    fn flush(&mut self) {
        self.space = None;
        let open = std::mem::take(&mut self.links);
        for (start, target) in open.iter().filter(|(_, target)| is_web_address(target)) {
            self.out.link(*start, target);
        }
        // A link that goes on over a break has a part in each line.
        self.links = open.into_iter().map(|(_, target)| (0, target)).collect();
        self.out.flush();
    }

    /// Letters: white space in a row is one space, and none beside Japanese where only a line of the file ends.
    fn text(&mut self, text: &str, number: usize) {
        if self.preformatted > 0 {
            for (at, line) in text.split('\n').enumerate() {
                if at > 0 {
                    self.flush();
                }
                self.out.letters(&line.replace('\t', " "), number + at, self.strong > 0);
            }
            return;
        }
        // A wide space is a letter in HTML, as 第１条　 shows.
        let white = |letter: char| letter.is_ascii_whitespace();
        let mut rest = text;
        while !rest.is_empty() {
            let blank = rest.len() - rest.trim_start_matches(white).len();
            if blank > 0 {
                let ended = rest[..blank].contains('\n');
                self.space = Some(self.space.unwrap_or(true) && ended);
                rest = &rest[blank..];
                continue;
            }
            let word = &rest[..rest.find(white).unwrap_or(rest.len())];
            if let Some(ended) = self.space.take().filter(|_| !self.out.so_far().is_empty()) {
                let beside = |letter: Option<char>| letter.is_some_and(|letter| letter.is_ascii());
                // 見回りの / やり方 over two lines of the file is one word (tests/cases/import/page.html); browsers show a
                // space there, which nobody meant.
                if !ended || (beside(self.out.so_far().chars().next_back()) && beside(word.chars().next())) {
                    self.out.letters(" ", number, false);
                }
            }
            self.out.letters(&word.replace('\u{A0}', " "), number, self.strong > 0);
            rest = &rest[word.len()..];
        }
    }

    fn list(&mut self, at: usize, name: &str, style: &str) {
        let kind = self.tree.attribute(at, "type").unwrap_or("1");
        let numeral = match kind {
            // The capital is put back when the number is written, since numerals of both kinds are written small.
            "a" | "A" => Numeral::Alpha,
            "i" | "I" => Numeral::Roman,
            _ => Numeral::Ascii,
        };
        let start = self.tree.attribute(at, "start").and_then(|start| start.trim().parse().ok()).unwrap_or(1);
        // Councils write 一　土 into lists without marks: test `lists_bear_the_numbers_that_are_shown`.
        let bare = style.contains("list-style:none") || style.contains("list-style-type:none");
        self.lists.push(HtmlList {
            next: (name == "ol").then_some((start, numeral)),
            capital: matches!(kind, "A" | "I"),
            bare,
        });
        self.out.depth = self.lists.len();
    }

    fn member(&mut self, at: usize) {
        // value sets the number, and those after it count on (HTML Standard).
        let value = self.tree.attribute(at, "value").and_then(|value| value.trim().parse().ok());
        let bullets = self.lists.iter().filter(|list| list.next.is_none()).count();
        let Some(list) = self.lists.last_mut() else { return };
        let prefix = match &mut list.next {
            Some((next, numeral)) => {
                let number = value.unwrap_or(*next);
                *next = number.saturating_add(1);
                let written = numeral.write(number);
                let written = if list.capital { written.to_ascii_uppercase() } else { written };
                MemberPrefix::Number(format!("{written}."))
            }
            None => MemberPrefix::Bullet(bullets),
        };
        self.out.prefix = (!list.bare).then_some(prefix);
    }

    fn table(&mut self, at: usize) {
        let Some(table) = data_table(self.tree, at) else { return };
        let number = self.out.table(table.grid);
        self.cells.extend(
            table.places.into_iter().map(|(node, (row, column))| (node, SourceCell { table: number, row, column })),
        );
    }

    /// The reading of a word, which stands in brackets behind it.
    fn reading(&mut self, at: usize) -> bool {
        let reading = self.tree.letters(at);
        let reading = reading.trim();
        if !reading.is_empty() {
            self.out.letters(&format!("（{reading}）"), self.line(at), false);
            let line = self.out.source.lines.len();
            self.out.source.doubts.push(Doubt::new(line, DoubtKind::Ruby, reading));
        }
        false
    }

    /// A control of a form on the page: a place to write, or a box.
    fn control(&mut self, at: usize, name: &str) -> bool {
        let kind = self.tree.attribute(at, "type").unwrap_or("text");
        // What a form on a page asks for becomes what it would be on paper.
        let shown = match (name, kind) {
            ("input", "hidden" | "submit" | "button" | "reset" | "image" | "file") => "",
            ("input", "checkbox" | "radio") => "□",
            _ => "＿＿＿＿",
        };
        self.out.letters(shown, self.line(at), false);
        if name == "select" {
            self.leave(at, Why::Hidden);
        }
        false
    }

    fn end_link(&mut self, at: usize) {
        let Some((start, target)) = self.links.pop() else { return };
        if is_web_address(&target) {
            self.out.link(start, &target);
        // A link within the page says nothing that the text does not: references are found by their words.
        } else if !target.is_empty() && !target.starts_with('#') {
            self.out.leave(self.line(at), &target, Why::Link);
        }
    }
}
