//! Changes of words: where sentences look for them, and that they are made together.

use std::ops::Range;

use super::addresses::Named;
use super::clauses::{ReadClause, begins_with_quote};
use super::spelling::{in_widths_of, loose_matches, plain_address};
use super::{Carrier, CarryFault, ManyPlaces, RespeltWords, is_appended};
use crate::compare::amend::instructions::passages::{Passage, passages};
use crate::compare::amend::instructions::tree::ROOT;

/// A text to look in: a node, whether its caption is meant, and one of its sentences where not all.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct SearchedText {
    node: usize,
    caption: bool,
    passage: Option<PassageOrder>,
}

/// The place of a passage among their names.
type PassageOrder = usize;

/// The names of sentences.
pub(super) const PASSAGES: [Passage; 5] =
    [Passage::Proviso, Passage::Main, Passage::First, Passage::Middle, Passage::Second];

/// The names of captions: of articles, of chapters and the like, of appendices.
pub(super) const CAPTIONS: [&str; 7] = ["見出し", "章名", "節名", "編名", "款名", "目名", "題名"];

/// Changes of words of one place.
#[derive(Debug, Default)]
pub(super) struct WordChanges {
    texts: Vec<SearchedText>,
    changes: Vec<(String, String)>,
}

/// Words found: the node, whether in its caption, the bytes there, and what takes their place.
type FoundWords = ((usize, bool), Range<usize>, String);

/// The bytes of the sentence of `text` that `name` means.
pub(super) fn passage_range(text: &str, name: Passage) -> Option<Range<usize>> {
    let found = passages(text)?;
    let wanted = |own: Passage| own == name || name == Passage::Main && own == Passage::First && found.len() == 2;
    let at = found.iter().position(|(own, _)| wanted(*own));
    // 本文 of three sentences is all before the proviso.
    let start = |at: usize| found[..at].iter().map(|(_, sentence)| sentence.len()).sum::<usize>();
    match at {
        Some(at) => Some(start(at)..start(at + 1)),
        None if name == Passage::Main && found.last()?.0 == Passage::Proviso => Some(0..start(found.len() - 1)),
        None => None,
    }
}

impl Carrier {
    /// Says where the words that follow are looked for: 第二条及び第五条, 第二条から第六条までの規定, 題名.
    pub(super) fn look_in(&mut self, clause: &ReadClause, address: &str) -> Result<(), CarryFault> {
        let address = address.strip_suffix("の規定").unwrap_or(address);
        let mut texts = Vec::new();
        // 「個人情報及び記録の扱い」 may be the name of one.
        let parts = split_list(address);
        let parts =
            if parts.len() > 1 && self.texts_of(clause, address, false).is_ok() { vec![address] } else { parts };
        for (at, part) in parts.into_iter().enumerate() {
            if let Some((from, to)) = part.strip_suffix("まで").and_then(|range| range.split_once("から")) {
                for node in self.range(clause, from, to)? {
                    texts.extend(self.searched(Named { node, first: false }, false));
                }
                continue;
            }
            texts.extend(self.texts_of(clause, part, at > 0)?);
        }
        self.words = Some(WordChanges { texts, changes: Vec::new() });
        Ok(())
    }

    fn texts_of(
        &mut self,
        clause: &ReadClause,
        address: &str,
        is_later: bool,
    ) -> Result<Vec<SearchedText>, CarryFault> {
        if address == "題名" {
            return Ok(vec![SearchedText { node: ROOT, caption: true, passage: None }]);
        }
        if let Some(address) = without_caption_noun(address) {
            let node = self.place(clause, address)?.node;
            return Ok(vec![SearchedText { node, caption: true, passage: None }]);
        }
        let (address, with_caption) = match address.strip_suffix("（見出しを含む。）") {
            Some(address) => (address, true),
            None => (address, false),
        };
        let (address, alone) = match address.strip_suffix("各号列記以外の部分").or(address.strip_suffix("柱書"))
        {
            Some(address) => (address, true),
            None => (address, false),
        };
        let address = address.strip_suffix("の表").unwrap_or(address);
        let passage = PASSAGES.iter().position(|passage| address.ends_with(passage.name()));
        let address = passage.map_or(address, |at| address.strip_suffix(PASSAGES[at].name()).unwrap_or(address));
        let named = if is_later { self.named_after(&clause.unmarked(address))? } else { self.place(clause, address)? };
        if passage.is_some() || alone {
            return Ok(vec![SearchedText { node: named.node, caption: false, passage }]);
        }
        Ok(self.searched(named, with_caption))
    }

    fn searched(&self, named: Named, with_caption: bool) -> Vec<SearchedText> {
        let own = |node| SearchedText { node, caption: false, passage: None };
        let caption = with_caption.then_some(SearchedText { caption: true, ..own(named.node) });
        let below = self.tree.nodes[named.node].children.iter().filter(|child| !self.gone[**child]);
        let below = below.filter(|child| !(named.first && self.tree.nodes[**child].is_paragraph()));
        let all = std::iter::once(named.node).chain(below.flat_map(|child| self.all_below(*child)));
        // What is appended is amended whole.
        let captions = if is_appended(self.tree.nodes[named.node].form) {
            self.tree.captions_in(named.node).into_iter().filter(|at| !self.is_gone(*at)).collect()
        } else {
            Vec::new()
        };
        let captions = captions.into_iter().map(|node| SearchedText { caption: true, ..own(node) });
        caption.into_iter().chain(captions).chain(all.map(own)).collect()
    }

    /// Notes what a clause changes: 「…」を「…」に, 「…」の下に「…」を, 「…」を削り.
    pub(super) fn note_changes(&mut self, clause: &ReadClause, said: &str, deletes: bool) -> Result<(), CarryFault> {
        let quotes = clause.quoted(said);
        let made: Vec<(String, String)> = if deletes {
            quotes.into_iter().map(|quote| (quote, String::new())).collect()
        } else {
            if quotes.len() % 2 == 1 {
                return Err(CarryFault::Unclear);
            }
            let is_insertion = said.contains("の下に") || said.contains("の次に");
            let pair = |pair: &[String]| match pair {
                [old, new] if is_insertion => Some((old.clone(), format!("{old}{new}"))),
                [old, new] => Some((old.clone(), new.clone())),
                _ => None,
            };
            quotes.chunks(2).filter_map(pair).collect()
        };
        let words = self.words.as_mut().ok_or(CarryFault::Unclear)?;
        words.changes.extend(made);
        Ok(())
    }

    /// Makes the changes noted for one place, wherever the words stand in what the texts were before.
    pub(super) fn make_changes(&mut self) -> Result<(), CarryFault> {
        let Some(WordChanges { texts, changes }) = self.words.take() else { return Ok(()) };
        let mut found: Vec<FoundWords> = Vec::new();
        let mut gone: Vec<usize> = Vec::new();
        for (quote, new) in changes {
            let before = found.len();
            for text in &texts {
                let node = &self.tree.nodes[text.node];
                let letters = if text.caption { &node.caption } else { &node.text };
                let within = match text.passage {
                    Some(at) => passage_range(letters, PASSAGES[at])
                        .ok_or_else(|| CarryFault::NoWords(PASSAGES[at].name().to_owned()))?,
                    None => 0..letters.len(),
                };
                let part = letters.get(within.clone()).unwrap_or_default();
                let places = part.match_indices(quote.as_str());
                found.extend(places.map(|(at, hit)| {
                    let start = within.start + at;
                    ((text.node, text.caption), start..start + hit.len(), new.clone())
                }));
            }
            let bullet = Some(&quote).filter(|_| found.len() == before && new.is_empty());
            if let Some(bullet) = bullet.and_then(|quote| self.quoted_bullet(&texts, quote)) {
                gone.push(bullet);
                continue;
            }
            if found.len() == before {
                found.extend(self.titles_of(&texts, &quote, &new));
            }
            if found.len() == before {
                self.find_loosely(&texts, &quote, &new, &mut found);
            }
            match found.len() - before {
                0 => {
                    let stands = |words: &str| {
                        !words.is_empty() && texts.iter().any(|text| self.tree.nodes[text.node].text.contains(words))
                    };
                    return Err(if stands(&new) { CarryFault::Done(quote) } else { CarryFault::NoWords(quote) });
                }
                1 => {}
                count => self.several.push(ManyPlaces { line: self.line, words: quote, count }),
            }
        }
        found.sort_by_key(|one| (one.0, one.1.start));
        for pair in found.windows(2) {
            if pair[0].0 == pair[1].0 && pair[0].1.end > pair[1].1.start {
                let ((at, caption), range, _) = &pair[1];
                let node = &self.tree.nodes[*at];
                let letters = if *caption { &node.caption } else { &node.text };
                return Err(CarryFault::Overlap(letters.get(range.clone()).unwrap_or_default().to_owned()));
            }
        }
        for ((at, caption), range, new) in found.into_iter().rev() {
            let node = &mut self.tree.nodes[at];
            let letters = if caption { &mut node.caption } else { &mut node.text };
            letters.replace_range(range, &new);
        }
        for bullet in gone {
            self.gone[bullet] = true;
        }
        self.rename_rows(&texts);
        Ok(())
    }

    /// The bullet among `texts` whose whole line is quoted, with or without a space behind its mark.
    fn quoted_bullet(&self, texts: &[SearchedText], quote: &str) -> Option<usize> {
        let wanted = plain_address(quote);
        let is_it = |text: &&SearchedText| {
            let line = self.tree.bullet_line(text.node).filter(|_| !text.caption && text.passage.is_none());
            line.is_some_and(|line| plain_address(&line) == wanted)
        };
        texts.iter().find(is_it).map(|text| text.node)
    }

    /// The words in the titles of appendices: 別表第一中「（第三条関係）」を, in or without the brackets in which they are printed.
    fn titles_of(&self, texts: &[SearchedText], quote: &str, new: &str) -> Vec<FoundWords> {
        let inner = |words: &str| words.strip_prefix('（').and_then(|rest| rest.strip_suffix('）')).map(str::to_owned);
        let bare = inner(quote).zip(inner(new));
        let ways = std::iter::once((quote.to_owned(), new.to_owned())).chain(bare);
        let titled = || texts.iter().filter(|text| !text.caption && text.passage.is_none());
        let found = ways.map(|(quote, new)| {
            let hits = titled().filter(|text| is_appended(self.tree.nodes[text.node].form)).flat_map(|text| {
                let places = self.tree.nodes[text.node].caption.match_indices(quote.as_str());
                places.map(|(at, hit)| ((text.node, true), at..at + hit.len(), new.clone())).collect::<Vec<_>>()
            });
            hits.collect::<Vec<FoundWords>>()
        });
        found.into_iter().find(|found| !found.is_empty()).unwrap_or_default()
    }

    /// Looks for words that were typed otherwise than they stand, and says as what they were read.
    fn find_loosely(&mut self, texts: &[SearchedText], quote: &str, new: &str, found: &mut Vec<FoundWords>) {
        let mut read_as = None;
        for text in texts {
            let node = &self.tree.nodes[text.node];
            let letters = if text.caption { &node.caption } else { &node.text };
            let within = match text.passage {
                Some(at) => passage_range(letters, PASSAGES[at]),
                None => Some(0..letters.len()),
            };
            let Some(within) = within else { continue };
            for range in loose_matches(letters.get(within.clone()).unwrap_or_default(), quote) {
                let range = within.start + range.start..within.start + range.end;
                let stands = letters.get(range.clone()).unwrap_or_default();
                read_as = Some(stands.to_owned());
                // What is kept of an insertion stays as it stands.
                let new = match new.strip_prefix(quote) {
                    Some(rest) => format!("{stands}{}", in_widths_of(rest, stands)),
                    None => in_widths_of(new, stands),
                };
                found.push(((text.node, text.caption), range, new));
            }
        }
        if let Some(stands) = read_as {
            self.respelt.push(RespeltWords { line: self.line, typed: quote.to_owned(), stands });
        }
    }

    /// A row is called by its first cell as it is now.
    fn rename_rows(&mut self, texts: &[SearchedText]) {
        for text in texts {
            if self.is_row(text.node) {
                let node = &mut self.tree.nodes[text.node];
                let first = node.text.split(crate::compare::BETWEEN_CELLS).next().unwrap_or("").trim().to_owned();
                let the_table = if node.base.is_some() { "の表" } else { "" };
                node.own = node.own.take().map(|_| format!("{the_table}{first}の項"));
            }
        }
    }
}

/// The address of what bears the caption that `address` names: 第二章 of 第二章の章名.
pub(super) fn without_caption_noun(address: &str) -> Option<&str> {
    CAPTIONS.iter().find_map(|noun| address.strip_suffix(noun)?.strip_suffix('の'))
}

/// The parts of a list: 第二条、第五条及び第八条. Row names may hold such words and are left whole.
pub(super) fn split_list(list: &str) -> Vec<&str> {
    if list.ends_with("の項") {
        return vec![list];
    }
    let parts = list.split('、').flat_map(|part| part.split("並びに")).flat_map(|part| part.split("及び"));
    parts.filter(|part| !part.is_empty()).collect()
}

/// Whether a clause speaks of quoted words: 「…」を「…」に.
pub(super) fn is_of_words(words: &str) -> bool {
    begins_with_quote(words)
}
