//! What addresses name: 第八条第二号, 同条, 附則第二項, １（１）①.

use super::model::{Sort, kanji, wide};
use super::quotes::quotation;
use super::reader::{Place, Reader};

impl Reader {
    /// What a provision is called below what it stands in.
    pub(super) fn name(&self, at: usize) -> String {
        let node = &self.policy.nodes[at];
        match node.sort {
            Sort::Body => "本則".to_owned(),
            Sort::Supplementary | Sort::Appendix => node.label.replace('　', ""),
            Sort::Paragraph => {
                (1..100).find(|n| wide(*n) == node.label).map(|n| format!("第{}項", kanji(n))).expect("a number")
            }
            Sort::Item => format!("第{}号", node.label),
            Sort::Bare if !node.caption.is_empty() => format!("「{}」", node.caption),
            // A bullet is told by its whole line.
            Sort::Bare if !node.label.is_empty() => format!("「{}{}」", node.label, node.text),
            Sort::Row => format!("{}の項", node.text.split("　｜　").next().expect("a cell")),
            Sort::Bare | Sort::Title => String::new(),
            _ => node.label.clone(),
        }
    }

    pub(super) fn division(&self, at: usize) -> usize {
        let mut at = at;
        while self.policy.nodes[at].parent != 0 {
            at = self.policy.nodes[at].parent;
        }
        at
    }

    /// The parts of an address, 同条 and the like told by what they stand for.
    pub(super) fn parts(&self, address: &str) -> Vec<String> {
        let (mut parts, mut rest) = (Vec::new(), address);
        if let Some(after) = address.strip_prefix('同') {
            let counter = after.chars().next().expect("同 and a counter");
            let is_table = |part: &str| counter == '表' && part.starts_with("別表") && !part.ends_with('項');
            let is_it = |part: &String| is_table(part) || part.starts_with('第') && part.ends_with(counter);
            let known = self.last.iter().rposition(is_it);
            parts = self.last[..=known.unwrap_or_else(|| panic!("{address} after {:?}", self.last))].to_vec();
            rest = &after[counter.len_utf8()..];
        } else {
            let names = self.policy.nodes[0].children.iter().map(|at| self.name(*at));
            if let Some(name) = names.filter(|name| address.starts_with(name)).max_by_key(String::len) {
                rest = &address[name.len()..];
                parts.push(name);
            }
        }
        while !rest.is_empty() {
            if let Some(row) = rest.trim_start_matches("の表").strip_suffix("の項") {
                parts.push(format!("{row}の項"));
                break;
            }
            let end = match rest.chars().next() {
                Some('第') => rest.find(['条', '項', '号', '章']).map(|at| at + '条'.len_utf8()),
                Some('（') => rest.find('）').map(|at| at + '）'.len_utf8()),
                Some(letter) => Some(letter.len_utf8()),
                None => None,
            };
            let mut end = end.unwrap_or_else(|| panic!("no address: {address}"));
            // 第二条の二
            while let Some(branch) = rest[end..].strip_prefix('の') {
                let numeral = |letter: &char| "一二三四五六七八九十".contains(*letter);
                let length: usize = branch.chars().take_while(numeral).map(char::len_utf8).sum();
                assert!(length > 0, "no branch: {address}");
                end += 'の'.len_utf8() + length;
            }
            let quote = rest.chars().next().and_then(quotation).map(|at| format!("「{}」", self.quotes[at]));
            parts.push(quote.unwrap_or_else(|| rest[..end].to_owned()));
            rest = &rest[end..];
        }
        parts
    }

    /// What `address` names now. 「…中」 before it opens a list.
    pub(super) fn place(&mut self, address: &str) -> Place {
        let mut own = address;
        if let Some((list, rest)) = address.split_once('中') {
            let parts = self.parts(list);
            (self.list, self.last, own) = (Some(parts.clone()), parts, rest);
        }
        let parts = self.parts(own);
        if let Some(list) = &self.list {
            let whole: Vec<String> = list.iter().chain(&parts).cloned().collect();
            if !own.starts_with('同')
                && let Some(place) = self.find(&whole)
            {
                return place;
            }
        }
        self.list = None;
        let place = self.find(&parts).unwrap_or_else(|| panic!("no {address} in\n{}", self.policy.printed()));
        self.last = parts;
        place
    }

    /// What `address` names, by itself or below what the address before it stands in: 第一項及び第三項.
    pub(super) fn relative(&mut self, address: &str) -> Place {
        let parts = self.parts(address);
        if self.list.is_none() && !address.starts_with('同') {
            let shared = self.last.len().saturating_sub(parts.len());
            let whole: Vec<String> = self.last[..shared].iter().cloned().chain(parts).collect();
            if let Some(place) = self.find(&whole) {
                self.last = whole;
                return place;
            }
        }
        self.place(address)
    }

    fn find(&self, parts: &[String]) -> Option<Place> {
        let root = &self.policy.nodes[0].children;
        let named = root.iter().copied().find(|at| Some(&self.name(*at)) == parts.first());
        let (mut at, rest) = match named {
            Some(division) => (division, &parts[1..]),
            None => (root[0], parts),
        };
        let mut first = false;
        for part in rest {
            if part == "第一項" && self.policy.nodes[at].sort == Sort::Article && self.policy.has_paragraphs(at) {
                first = true;
                continue;
            }
            if part.ends_with("の項") {
                at = self.policy.below(at).into_iter().find(|at| self.name(*at) == *part)?;
                continue;
            }
            let list =
                if part.ends_with('条') { self.policy.below(at) } else { self.policy.nodes[at].children.clone() };
            let mut found = list.into_iter().filter(|at| self.name(*at) == *part);
            at = found.next()?;
            assert!(found.next().is_none(), "{part} stands twice");
            if part.ends_with('号') && first == self.policy.has_paragraphs(self.policy.nodes[at].parent) {
                first = false;
            }
        }
        Some((at, first))
    }
}
