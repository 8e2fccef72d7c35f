//! Sentences of an amending text, carried out one after another.

use super::model::{Policy, Sort, kanji, number, wide};
use super::paragraphs::{Line, is_appendix, is_supplementary, read};
use super::quotes::{clauses, put_aside, quotation};

/// The policy that `lines`, an amending text, make of `old`.
pub(crate) fn carry_out(old: &Policy, lines: &[String]) -> Policy {
    let mut reader = Reader { policy: old.clone(), last: Vec::new(), list: None, quotes: Vec::new(), words: None };
    let own = lines.iter().position(String::is_empty).unwrap_or(lines.len());
    // The title and, unless all is written anew, the sentence that leads in.
    let mut at = 1;
    while at < own {
        let (_, sentence) = set_in(&lines[at]);
        let count = lines[at + 1..own].iter().take_while(|line| set_in(line).0 > 1).count();
        let block: Vec<Line> =
            lines[at + 1..=at + count].iter().map(|line| set_in(line)).map(|(by, t)| (by - 2, t)).collect();
        if !sentence.ends_with("の一部を次のように改正する。") {
            reader.sentence(&sentence, &block);
        }
        at += count + 1;
    }
    if own < lines.len() {
        let supplementary = read(&lines[own + 1..].iter().map(|line| set_in(line)).collect::<Vec<_>>());
        let root = &reader.policy.nodes[0].children;
        let before = |at: &&usize| reader.policy.nodes[**at].sort != Sort::Appendix;
        let place = root.iter().take_while(before).count();
        let new = supplementary.nodes[0].children.clone();
        reader.policy.graft(&supplementary, &new, 0, place);
    }
    reader.policy
}

fn set_in(line: &str) -> Line {
    let words = line.trim_start_matches('　');
    ((line.len() - words.len()) / '　'.len_utf8(), words.to_owned())
}

/// What an address names: a node, and whether the first paragraph of that article is meant.
pub(super) type Place = (usize, bool);

/// A text to look in: a node, and whether its caption is meant.
type Text = (usize, bool);

/// A change of words: what to look for, and what then stands there.
type Change = (String, String);

pub(super) struct Reader {
    pub(super) policy: Policy,
    /// The parts of the address named last.
    pub(super) last: Vec<String>,
    /// What 「…中」 names: the list that numbers without an address belong to.
    pub(super) list: Option<Vec<String>>,
    pub(super) quotes: Vec<String>,
    /// Changes of words of one text, made together.
    words: Option<(Vec<Text>, Vec<Change>)>,
}

impl Reader {
    fn sentence(&mut self, sentence: &str, block: &[Line]) {
        (self.last, self.list) = (Vec::new(), None);
        let (marked, quotes) = put_aside(sentence);
        self.quotes = quotes;
        if marked.ends_with("の全部を次のように改正する。") {
            self.rewrite(block);
            return;
        }
        let clauses = clauses(&marked);
        for (at, (clause, verb)) in clauses.iter().enumerate() {
            let names_one = clause.contains('中') || clause.contains("の見出し");
            let goes_on = clause.starts_with(|letter| quotation(letter).is_some()) && !names_one;
            if !goes_on {
                self.make_changes();
            }
            let block = if at + 1 == clauses.len() { block } else { &[] };
            self.clause(clause, verb, block);
        }
        self.make_changes();
    }

    fn rewrite(&mut self, block: &[Line]) {
        let title = block[0].1.clone();
        let is_head = |(indent, text): &&Line| !(*indent == 3 && (is_supplementary(text) || is_appendix(text)));
        let body: Vec<Line> = block[1..].iter().take_while(is_head).cloned().collect();
        let (body, rest) = (read(&body), read(&block[1 + body.len()..]));
        self.policy = Policy::empty();
        self.policy.nodes[0].caption = title;
        let at = self.policy.add(0, Sort::Body, "", "", "");
        self.policy.graft(&body, &body.nodes[0].children, at, 0);
        self.policy.graft(&rest, &rest.nodes[0].children, 0, 1);
    }

    fn clause(&mut self, clause: &str, verb: &str, block: &[Line]) {
        match verb {
            "改める。" => self.amend(clause, block),
            "加える。" => self.put_in(clause, block),
            "削る。" => self.delete(clause),
            "とする。" => {
                let (from, to) = clause.split_once('を').expect("what becomes what");
                let (node, _) = self.place(from);
                self.renumber(node, to);
            }
            "繰り上げる。" | "繰り下げる。" => self.shift(clause, verb == "繰り下げる。"),
            "付する。" => {
                let (address, rest) = clause.split_once("に見出しとして").expect("a caption");
                let (node, _) = self.place(address);
                assert!(self.policy.nodes[node].caption.is_empty(), "it has a caption: {clause}");
                self.policy.nodes[node].caption = self.caption(node, &self.quoted(rest)[0]);
            }
            _ => panic!("{clause}{verb}"),
        }
    }

    fn quoted(&self, text: &str) -> Vec<String> {
        text.chars().filter_map(quotation).map(|at| self.quotes[at].clone()).collect()
    }

    fn caption(&self, node: usize, printed: &str) -> String {
        if self.policy.nodes[node].sort == Sort::Article {
            let inner = printed.strip_prefix('（').and_then(|rest| rest.strip_suffix('）'));
            return inner.expect("a caption in brackets").to_owned();
        }
        printed.to_owned()
    }

    fn amend(&mut self, clause: &str, block: &[Line]) {
        if let Some(address) = clause.strip_suffix("を次のように") {
            if address == "題名" {
                self.policy.nodes[0].caption.clone_from(&block[0].1);
                return;
            }
            let (node, first) = self.place(address.trim_end_matches("の全部"));
            assert!(!first, "a whole provision: {clause}");
            let parent = self.policy.nodes[node].parent;
            let (new, list) = self.read_for(node, block);
            let place = self.policy.nodes[parent].children.iter().position(|child| *child == node).expect("a child");
            self.policy.nodes[parent].children.remove(place);
            self.policy.graft(&new, &list, parent, place);
            return;
        }
        if let Some((address, rest)) = clause.split_once('中') {
            self.look_in(address);
            self.changes(rest);
        } else if clause.starts_with(|letter| quotation(letter).is_some()) && !clause.contains("の見出し") {
            self.changes(clause);
        } else {
            let (address, rest) = clause.rsplit_once('の').expect("a caption");
            assert!(
                rest.starts_with("見出しを") || rest.starts_with("章名を") || rest.starts_with("題名を"),
                "{clause}"
            );
            let (node, _) = self.place(address);
            self.policy.nodes[node].caption = self.caption(node, &self.quoted(rest)[0]);
        }
    }

    /// A block that is written in place of `node`.
    fn read_for(&self, node: usize, block: &[Line]) -> (Policy, Vec<usize>) {
        let mut new = read(block);
        if self.policy.nodes[node].sort == Sort::Body {
            let below = std::mem::take(&mut new.nodes[0].children);
            let at = new.add(0, Sort::Body, "", "", "");
            new.nodes[at].children = below;
        }
        let list = new.nodes[0].children.clone();
        assert_eq!(list.len(), 1, "one provision for one: {block:?}");
        (new, list)
    }

    /// Says where the words that follow are looked for.
    fn look_in(&mut self, address: &str) {
        if address == "題名" {
            self.words = Some((vec![(0, true)], Vec::new()));
            return;
        }
        for noun in ["の見出し", "の章名", "の題名"] {
            if let Some(address) = address.strip_suffix(noun) {
                let (node, _) = self.place(address);
                self.words = Some((vec![(node, true)], Vec::new()));
                return;
            }
        }
        let (address, alone) = match address.strip_suffix("各号列記以外の部分") {
            Some(address) => (address, true),
            None => (address, false),
        };
        let (node, first) = self.place(address);
        let mut texts = if alone { vec![node] } else { self.policy.below(node) };
        let several = self.policy.has_paragraphs(node);
        assert!(self.policy.nodes[node].sort != Sort::Article || first == several, "which paragraph? {address}");
        if first {
            let paragraphs: Vec<usize> = self.policy.nodes[node].children.clone();
            let paragraphs = paragraphs.into_iter().filter(|at| self.policy.nodes[*at].sort == Sort::Paragraph);
            let out: Vec<usize> = paragraphs.flat_map(|at| self.policy.below(at)).collect();
            texts.retain(|at| !out.contains(at));
        }
        self.words = Some((texts.into_iter().map(|at| (at, false)).collect(), Vec::new()));
    }

    fn changes(&mut self, said: &str) {
        let quotes = self.quoted(said);
        let (_, changes) = self.words.as_mut().expect("a text to look in");
        let made: Vec<Change> = if said.contains("の下に") {
            quotes.chunks(2).map(|pair| (pair[0].clone(), format!("{}{}", pair[0], pair[1]))).collect()
        } else if said.ends_with('に') {
            quotes.chunks(2).map(|pair| (pair[0].clone(), pair[1].clone())).collect()
        } else {
            quotes.into_iter().map(|quote| (quote, String::new())).collect()
        };
        changes.extend(made);
    }

    /// Makes the changes of words that were said of one text, each found once in what the text was before.
    fn make_changes(&mut self) {
        let Some((texts, changes)) = self.words.take() else { return };
        let mut found: Vec<(Text, usize, usize, String)> = Vec::new();
        for (quote, new) in changes {
            let mut hits = Vec::new();
            for (at, is_caption) in &texts {
                let node = &self.policy.nodes[*at];
                let text = if *is_caption { &node.caption } else { &node.text };
                let places =
                    text.char_indices().map(|(place, _)| place).filter(|place| text[*place..].starts_with(&quote));
                hits.extend(places.map(|place| ((*at, *is_caption), place, place + quote.len(), new.clone())));
            }
            assert_eq!(hits.len(), 1, "「{quote}」 stands once");
            found.extend(hits);
        }
        found.sort();
        for pair in found.windows(2) {
            assert!(pair[0].0 != pair[1].0 || pair[0].2 <= pair[1].1, "quotations overlap: {pair:?}");
        }
        for ((at, is_caption), from, to, new) in found.into_iter().rev() {
            let node = &mut self.policy.nodes[at];
            let text = if is_caption { &mut node.caption } else { &mut node.text };
            text.replace_range(from..to, &new);
        }
    }

    fn put_in(&mut self, clause: &str, block: &[Line]) {
        if clause.contains("の下に") {
            let (address, rest) = clause.split_once('中').unwrap_or(("", clause));
            if !address.is_empty() {
                self.look_in(address);
            }
            self.changes(rest);
            return;
        }
        let (new, at) = (read(block), clause.rfind("次の").expect("what is put in"));
        let list = new.nodes[0].children.clone();
        let said = clause[at..].trim_start_matches("次の").trim_end_matches('を');
        if let Some(count) = said.strip_suffix(['条', '項', '号', '章']).and_then(number) {
            assert_eq!(count, list.len(), "{clause}: {block:?}");
        }
        let place = &clause[..at];
        if let Some(address) = place.strip_suffix("の次に") {
            let (node, first) = self.place(address);
            if first {
                let before = |at: &&usize| self.policy.nodes[**at].sort != Sort::Paragraph;
                let place = self.policy.nodes[node].children.iter().take_while(before).count();
                self.policy.graft(&new, &list, node, place);
            } else {
                self.put_beside(&new, node, 1);
            }
        } else if let Some(address) = place.strip_suffix("の前に") {
            let (node, _) = self.place(address);
            self.put_beside(&new, node, 0);
        } else {
            let (node, first) = self.place(place.strip_suffix('に').expect("a place"));
            let paragraphs = new.nodes[list[0]].sort == Sort::Paragraph;
            assert!(paragraphs || first == self.policy.has_paragraphs(node), "which paragraph? {clause}");
            let before = |at: &&usize| paragraphs || self.policy.nodes[**at].sort != Sort::Paragraph;
            let place = self.policy.nodes[node].children.iter().take_while(before).count();
            self.policy.graft(&new, &list, node, place);
        }
    }

    fn put_beside(&mut self, new: &Policy, node: usize, offset: usize) {
        let parent = self.policy.nodes[node].parent;
        let place = self.policy.nodes[parent].children.iter().position(|child| *child == node).expect("a child");
        self.policy.graft(new, &new.nodes[0].children, parent, place + offset);
    }

    fn delete(&mut self, clause: &str) {
        let clause = clause.strip_suffix('を').expect("what is deleted");
        if clause.starts_with(|letter| quotation(letter).is_some()) && self.words.is_some() {
            self.changes(clause);
            return;
        }
        let quotes = |rest: &str| rest.starts_with(|letter| quotation(letter).is_some());
        if let Some((address, rest)) = clause.split_once('中').filter(|(_, rest)| quotes(rest)) {
            self.look_in(address);
            self.changes(rest);
            return;
        }
        if let Some(address) = clause.strip_suffix("の見出し") {
            let (node, _) = self.place(address);
            self.policy.nodes[node].caption.clear();
            return;
        }
        let nodes: Vec<usize> = match clause.strip_suffix("まで").and_then(|range| range.split_once("から")) {
            Some((from, to)) => self.range(from, to),
            None => clause.split(['、']).flat_map(|part| part.split("及び")).map(|part| self.place(part).0).collect(),
        };
        for node in nodes {
            let parent = self.policy.nodes[node].parent;
            self.policy.nodes[parent].children.retain(|child| *child != node);
        }
    }

    /// The provisions from one number to another, whatever chapters they stand in.
    fn range(&mut self, from: &str, to: &str) -> Vec<usize> {
        let (first, last) = (self.place(from).0, self.place(to).0);
        let sort = self.policy.nodes[first].sort;
        let all = self.policy.below(0);
        let at = |node: usize| all.iter().position(|at| *at == node).expect("a provision");
        let between = all[at(first)..=at(last)].iter().copied();
        between.filter(|at| self.policy.nodes[*at].sort == sort).collect()
    }

    fn shift(&mut self, clause: &str, down: bool) {
        let (range, by) = clause.strip_suffix("ずつ").and_then(|rest| rest.split_once("までを")).expect("by how many");
        let (from, to) = range.split_once("から").expect("from which to which");
        let by = number(&by[..by.len() - '条'.len_utf8()]).expect("a number");
        let mut nodes = self.range(from, to);
        if down {
            nodes.reverse();
        }
        for node in nodes {
            let own = self.name(node);
            let (before, rest) = own.split_at('第'.len_utf8());
            let counter = rest.chars().last().expect("a counter");
            let old = number(&rest[..rest.len() - counter.len_utf8()]).expect("a number");
            let new = if down { old + by } else { old - by };
            self.take_number(node, &format!("{before}{}{counter}", kanji(new)));
        }
        // What was named last is the list, where there is one.
        self.last = self.list.clone().unwrap_or_default();
    }

    fn renumber(&mut self, node: usize, to: &str) {
        let parts = self.parts(to);
        let own = parts.last().expect("a number").clone();
        self.take_number(node, &own);
        if self.list.is_none() {
            self.last = parts;
        }
    }

    fn take_number(&mut self, node: usize, own: &str) {
        let sort = self.policy.nodes[node].sort;
        let scope = match sort {
            Sort::Article => self.policy.below(self.division(node)),
            _ => self.policy.nodes[self.policy.nodes[node].parent].children.clone(),
        };
        let taken = scope.iter().any(|at| self.policy.nodes[*at].sort == sort && self.name(*at) == own);
        assert!(!taken, "{own} is not free");
        let inner = own.trim_start_matches('第').trim_end_matches(['項', '号']);
        self.policy.nodes[node].label = match sort {
            Sort::Paragraph => wide(number(inner).expect("a number")),
            Sort::Item => inner.to_owned(),
            _ => own.to_owned(),
        };
    }
}
