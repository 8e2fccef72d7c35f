//! Sentences of an amending text, carried out one after another.

use super::changes::{Change, PASSAGES, Text, passage};
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
        assert!(!lines[own..].iter().skip(1).any(String::is_empty), "one empty line: {lines:?}");
        let block: Vec<Line> =
            lines[at + 1..=at + count].iter().map(|line| set_in(line)).map(|(by, t)| (by - 2, t)).collect();
        // What is computed from chapters is no part of the tree.
        if !sentence.ends_with("の一部を次のように改正する。") && !sentence.starts_with("目次") {
            reader.sentence(&sentence, &block);
        }
        at += count + 1;
    }
    // 附則 alone are the amending rule's own and stay with it.
    if own < lines.len() && lines[own + 1].trim_start_matches('　') != "附　則" {
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

pub(super) struct Reader {
    pub(super) policy: Policy,
    /// The parts of the address named last.
    pub(super) last: Vec<String>,
    /// What 「…中」 names: the list that numbers without an address belong to.
    pub(super) list: Option<Vec<String>>,
    pub(super) quotes: Vec<String>,
    /// Changes of words of one text, made together.
    pub(super) words: Option<(Vec<Text>, Vec<Change>)>,
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
                let (node, first) = self.place(from);
                let is_article = self.policy.nodes[node].sort == Sort::Article;
                if first || is_article && to.ends_with('項') {
                    self.becomes_later(node, to);
                    return;
                }
                let parent = self.policy.nodes[node].parent;
                // 同条第二項を同条第一項とする, 同条第二項を同条とする: it is the text of the article then.
                let is_paragraph = self.policy.nodes[node].sort == Sort::Paragraph;
                if is_paragraph && (to.ends_with("第一項") || to == "同条" || to.ends_with('条')) {
                    assert!(self.policy.nodes[parent].text.is_empty(), "the first paragraph is still there: {clause}");
                    self.policy.nodes[parent].text = std::mem::take(&mut self.policy.nodes[node].text);
                    let below = std::mem::take(&mut self.policy.nodes[node].children);
                    self.take_out(node);
                    for (place, child) in below.into_iter().enumerate() {
                        self.policy.nodes[child].parent = parent;
                        self.policy.nodes[parent].children.insert(place, child);
                    }
                    self.last = self.parts(to);
                    return;
                }
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

    /// The first paragraph of `article` becomes a later one with its items.
    fn becomes_later(&mut self, article: usize, to: &str) {
        let parts = self.parts(to);
        let own = parts.last().expect("a number").clone();
        let paragraphs = self.policy.nodes[article].children.clone();
        let taken = |at: &usize| self.policy.nodes[*at].sort == Sort::Paragraph && self.name(*at) == own;
        assert!(!paragraphs.iter().any(taken), "{own} is not free");
        let inner = own.trim_start_matches('第').trim_end_matches('項');
        let text = std::mem::take(&mut self.policy.nodes[article].text);
        let later = self.policy.add(article, Sort::Paragraph, &wide(number(inner).expect("a number")), "", &text);
        let (below, others): (Vec<usize>, Vec<usize>) =
            paragraphs.into_iter().partition(|at| self.policy.nodes[*at].sort != Sort::Paragraph);
        for at in &below {
            self.policy.nodes[*at].parent = later;
        }
        self.policy.nodes[later].children = below;
        self.policy.nodes[article].children = std::iter::once(later).chain(others).collect();
        self.last = self.list.iter().flatten().cloned().chain(parts).collect();
    }

    /// Puts paragraphs in before all others of `article`, of which the first bears no number.
    fn put_first(&mut self, new: &Policy, article: usize) {
        let list = &new.nodes[0].children;
        let first = &new.nodes[list[0]];
        assert!(self.policy.nodes[article].text.is_empty() && first.label.is_empty(), "another is the first");
        self.policy.nodes[article].text.clone_from(&first.text);
        self.policy.graft(new, &first.children, article, 0);
        self.policy.graft(new, &list[1..], article, first.children.len());
    }

    pub(super) fn quoted(&self, text: &str) -> Vec<String> {
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
            if let Some(address) = address.strip_suffix("の章名") {
                let (node, _) = self.place(address);
                let (_, caption) = block[0].1.split_once('　').expect("a chapter's line");
                caption.clone_into(&mut self.policy.nodes[node].caption);
                return;
            }
            if let Some(name) = PASSAGES.into_iter().find(|name| address.ends_with(name)) {
                let (node, _) = self.place(address.strip_suffix(name).expect("its end"));
                let text = &mut self.policy.nodes[node].text;
                let range = passage(text, name);
                text.replace_range(range, &block[0].1);
                return;
            }
            let ends = address.strip_suffix("まで").and_then(|range| range.split_once("から"));
            if let Some((from, to)) = ends.or(address.split_once("及び")) {
                self.replace_run(from, to, block);
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

    /// One provision that stands for several: 第二条から第四条まで　削除.
    fn replace_run(&mut self, from: &str, to: &str, block: &[Line]) {
        let nodes = self.range(from, to);
        let parent = self.policy.nodes[nodes[0]].parent;
        let place = self.policy.nodes[parent].children.iter().position(|child| *child == nodes[0]).expect("a child");
        self.policy.nodes[parent].children.retain(|child| !nodes.contains(child));
        let new = read(block);
        self.policy.graft(&new, &new.nodes[0].children, parent, place);
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

    fn put_in(&mut self, clause: &str, block: &[Line]) {
        if clause.contains("の下に") {
            let (address, rest) = clause.split_once('中').unwrap_or(("", clause));
            if !address.is_empty() {
                self.look_in(address);
            }
            self.changes(rest);
            return;
        }
        if let Some(place) = clause.strip_suffix("に次のただし書を").or(clause.strip_suffix("に後段として次のように"))
        {
            let (place, is_before_proviso) = match place.strip_suffix("本文") {
                Some(place) => (place, true),
                None => (place.strip_suffix("各号列記以外の部分").unwrap_or(place), false),
            };
            let (node, _) = self.place(place);
            let text = &mut self.policy.nodes[node].text;
            let at = if is_before_proviso { passage(text, "ただし書").start } else { text.len() };
            assert_eq!(clause.contains("ただし書"), block[0].1.starts_with("ただし、"), "{clause}: {block:?}");
            text.insert_str(at, &block[0].1);
            return;
        }
        let (new, at) = (read(block), clause.rfind("次の").expect("what is put in"));
        let list = new.nodes[0].children.clone();
        let said = clause[at..].trim_start_matches("次の").trim_end_matches('を');
        if let Some(count) = said.strip_suffix(['条', '項', '号', '章']).and_then(number) {
            assert_eq!(count, list.len(), "{clause}: {block:?}");
        }
        let place = &clause[..at];
        if let Some((address, name)) = place.strip_suffix("として").and_then(|place| place.rsplit_once('に')) {
            let (node, _) = self.place(address);
            let sort = new.nodes[list[0]].sort;
            if name.starts_with("第一項") {
                self.put_first(&new, node);
                return;
            }
            assert!(name.starts_with("第一") && sort == Sort::Item, "{clause}: {block:?}");
            self.policy.graft(&new, &list, node, 0);
            return;
        }
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
            let parent = self.policy.nodes[node].parent;
            let is_first = self.policy.nodes[node].sort == Sort::Paragraph && self.policy.nodes[parent].text.is_empty();
            if is_first && self.policy.nodes[parent].sort == Sort::Article {
                self.put_first(&new, parent);
            } else {
                self.put_beside(&new, node, 0);
            }
        } else {
            let place = place.strip_suffix('に').expect("a place");
            if new.nodes[list[0]].sort == Sort::Row {
                let (node, _) = self.place(place.strip_suffix("の表").unwrap_or(place));
                let is_row = |at: &usize| self.policy.nodes[*at].sort == Sort::Row;
                let rows: Vec<usize> = self.policy.below(node).into_iter().filter(is_row).collect();
                self.put_beside(&new, *rows.last().expect("a table"), 1);
                return;
            }
            let (node, first) = self.place(place);
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
        if let Some(name) = PASSAGES.into_iter().find(|name| clause.ends_with(name)) {
            let (node, _) = self.place(clause.strip_suffix(name).expect("its end"));
            let text = &mut self.policy.nodes[node].text;
            let range = passage(text, name);
            text.replace_range(range, "");
            return;
        }
        let nodes: Vec<Place> = match clause.strip_suffix("まで").and_then(|range| range.split_once("から")) {
            Some((from, to)) if self.place(from).1 => {
                let (first, last) = (self.place(from), self.relative(to).0);
                let own: Vec<usize> = self.policy.nodes[first.0].children.clone();
                let own = own.into_iter().filter(|at| self.policy.nodes[*at].sort == Sort::Paragraph && *at <= last);
                std::iter::once(first).chain(own.map(|at| (at, false))).collect()
            }
            Some((from, to)) => self.range(from, to).into_iter().map(|at| (at, false)).collect(),
            None => {
                let parts = clause.split(['、']).flat_map(|part| part.split("及び")).enumerate();
                parts.map(|(at, part)| if at == 0 { self.place(part) } else { self.relative(part) }).collect()
            }
        };
        for (node, is_first) in nodes {
            if is_first {
                // The words of the first paragraph are those of the article.
                self.policy.nodes[node].text.clear();
                let children = self.policy.nodes[node].children.clone();
                let items = children.into_iter().filter(|at| self.policy.nodes[*at].sort != Sort::Paragraph);
                items.collect::<Vec<_>>().into_iter().for_each(|at| self.take_out(at));
            } else {
                self.take_out(node);
            }
        }
    }

    /// The provisions from one number to another, whatever chapters they stand in.
    pub(super) fn range(&mut self, from: &str, to: &str) -> Vec<usize> {
        let (first, last) = (self.place(from).0, self.relative(to).0);
        let sort = self.policy.nodes[first].sort;
        let all = self.policy.below(0);
        let at = |node: usize| all.iter().position(|at| *at == node).expect("a provision");
        let between = all[at(first)..=at(last)].iter().copied();
        between.filter(|at| self.policy.nodes[*at].sort == sort).collect()
    }

    fn shift(&mut self, clause: &str, down: bool) {
        let (range, by) = clause.strip_suffix("ずつ").and_then(|rest| rest.rsplit_once('を')).expect("by how many");
        let range = range.strip_suffix("まで").unwrap_or(range);
        let (from, to) = range.split_once("から").or(range.split_once("及び")).expect("from which to which");
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
        let above = self.last.split_last().map(|(_, above)| above.to_vec()).unwrap_or_default();
        self.last = self.list.clone().unwrap_or(above);
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
