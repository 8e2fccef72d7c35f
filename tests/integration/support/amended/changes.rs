//! Words that an amending text changes within texts: where they are looked for, and what then stands there.

use super::model::Sort;
use super::reader::Reader;

/// A text to look in: a node, whether its caption is meant, and which of its sentences; all where that is none.
pub(super) type Text = (usize, bool, Option<&'static str>);

/// The names of the sentences of a text.
pub(super) const PASSAGES: [&str; 5] = ["ただし書", "本文", "前段", "中段", "後段"];

/// The range of the sentence of `text` that `name` means.
pub(super) fn passage(text: &str, name: &str) -> std::ops::Range<usize> {
    let ends: Vec<usize> = text.match_indices('。').map(|(at, stop)| at + stop.len()).collect();
    let starts: Vec<usize> = std::iter::once(0).chain(ends.iter().copied()).collect();
    let at = match (name, ends.len()) {
        ("本文" | "前段", 2 | 3) => 0,
        ("中段", 3) | ("後段", 2) => 1,
        ("後段", 3) => {
            if text[starts[2]..].starts_with("ただし、") {
                1
            } else {
                2
            }
        }
        ("ただし書", count) => count - 1,
        _ => panic!("no {name} in {text}"),
    };
    let range = starts[at]..ends[at];
    assert_eq!(text[range.clone()].starts_with("ただし、"), name == "ただし書", "{name} of {text}");
    range
}

/// A change of words: what to look for, and what then stands there.
pub(super) type Change = (String, String);

impl Reader {
    /// Says where the words that follow are looked for.
    pub(super) fn look_in(&mut self, address: &str) {
        let address = address.strip_suffix("の規定").unwrap_or(address);
        let mut texts = Vec::new();
        for (at, part) in
            address.split('、').flat_map(|part| part.split("並びに")).flat_map(|part| part.split("及び")).enumerate()
        {
            if let Some((from, to)) = part.strip_suffix("まで").and_then(|range| range.split_once("から")) {
                for node in self.range(from, to) {
                    texts.extend(self.policy.below(node).into_iter().map(|at| (at, false, None)));
                }
                continue;
            }
            let texts_of_part = self.texts_of(part, at > 0);
            texts.extend(texts_of_part);
        }
        self.words = Some((texts, Vec::new()));
    }

    fn texts_of(&mut self, address: &str, is_relative: bool) -> Vec<Text> {
        let (address, with_caption) = match address.strip_suffix("（見出しを含む。）") {
            Some(address) => (address, true),
            None => (address, false),
        };
        let (address, alone) = match address.strip_suffix("各号列記以外の部分") {
            Some(address) => (address, true),
            None => (address, false),
        };
        let address = address.strip_suffix("の表").unwrap_or(address);
        let name = PASSAGES.into_iter().find(|name| address.ends_with(name));
        let address = name.map_or(address, |name| address.strip_suffix(name).expect("its end"));
        let (node, first) = if is_relative { self.relative(address) } else { self.place(address) };
        if let Some(name) = name {
            return vec![(node, false, Some(name))];
        }
        let mut texts = if alone { vec![node] } else { self.policy.below(node) };
        if first {
            let paragraphs: Vec<usize> = self.policy.nodes[node].children.clone();
            let paragraphs = paragraphs.into_iter().filter(|at| self.policy.nodes[*at].sort == Sort::Paragraph);
            let out: Vec<usize> = paragraphs.flat_map(|at| self.policy.below(at)).collect();
            texts.retain(|at| !out.contains(at));
        }
        // What is appended is amended with the captions in it, but for those of articles and those that are names.
        let is_appended = matches!(self.policy.nodes[node].sort, Sort::Appendix | Sort::Supplementary);
        let is_captioned = |at: &usize| {
            let sort = self.policy.nodes[*at].sort;
            *at == node && with_caption
                || *at != node && is_appended && !matches!(sort, Sort::Article | Sort::Bare | Sort::Row)
        };
        let captions: Vec<Text> = texts.iter().copied().filter(is_captioned).map(|at| (at, true, None)).collect();
        captions.into_iter().chain(texts.into_iter().map(|at| (at, false, None))).collect()
    }

    pub(super) fn changes(&mut self, said: &str) {
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

    /// Makes the changes of words that were said of one place, wherever they stand in what the text was before.
    pub(super) fn make_changes(&mut self) {
        let Some((texts, changes)) = self.words.take() else { return };
        let mut found: Vec<((usize, bool), usize, usize, String)> = Vec::new();
        let mut gone = Vec::new();
        for (quote, new) in changes {
            let before = found.len();
            let bullets = texts.iter().map(|(at, ..)| *at).filter(|at| {
                let node = &self.policy.nodes[*at];
                node.sort == Sort::Bare && !node.label.is_empty() && format!("{}{}", node.label, node.text) == quote
            });
            let bullets: Vec<usize> = bullets.collect();
            if let ([bullet], true) = (bullets.as_slice(), new.is_empty()) {
                gone.push(*bullet);
                continue;
            }
            for (at, is_caption, name) in &texts {
                let node = &self.policy.nodes[*at];
                let text = if *is_caption { &node.caption } else { &node.text };
                let range = name.map_or(0..text.len(), |name| passage(text, name));
                let places = text.char_indices().map(|(place, _)| place).filter(|place| {
                    range.contains(place) && place + quote.len() <= range.end && text[*place..].starts_with(&quote)
                });
                found.extend(places.map(|place| ((*at, *is_caption), place, place + quote.len(), new.clone())));
            }
            // 別表第一中「第三条関係」を: its title, where it is quoted whole and stands nowhere else.
            let is_title = |at: &&usize| {
                self.policy.nodes[**at].sort == Sort::Appendix && self.policy.nodes[**at].caption == quote
            };
            if found.len() == before {
                let titled = texts.iter().map(|(at, ..)| at).find(is_title);
                found.extend(titled.map(|at| ((*at, true), 0, quote.len(), new.clone())));
            }
            assert!(found.len() > before, "「{quote}」 stands nowhere");
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
        for bullet in gone {
            self.take_out(bullet);
        }
    }

    /// Takes the node out of the one above it.
    pub(super) fn take_out(&mut self, node: usize) {
        let parent = self.policy.nodes[node].parent;
        self.policy.nodes[parent].children.retain(|child| *child != node);
    }
}
