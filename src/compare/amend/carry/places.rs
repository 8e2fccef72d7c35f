//! What clauses do to provisions: putting in, taking out, giving other numbers, writing anew.

use super::addresses::Named;
use super::blocks::{BlockKind, BlockProvision, read_block};
use super::changes::{CAPTIONS, PASSAGES, is_of_words, passage_range, split_list};
use super::clauses::ReadClause;
use super::{Carrier, CarryFault};
use crate::base::notation::numbers::numbers;
use crate::compare::amend::instructions::address::{counter, numeral, plain_number};
use crate::compare::amend::instructions::passages::Passage;
use crate::compare::amend::instructions::tree::{NodeForm, ROOT, VersionNode};
use crate::compare::amend::instructions::{BlockLine, Verb};

/// The words by which forms and tables of their own files are put in.
const APPENDED: [&str; 2] = ["次の一様式を", "次の様式を"];

/// The words by which tables are put in, which stand in files of their own where the document has such.
const TABLES: [&str; 2] = ["次の一表を", "次の別表を"];

impl Carrier {
    pub(super) fn clause(&mut self, clause: &ReadClause, block: &[BlockLine]) -> Result<(), CarryFault> {
        let words = clause.words.as_str();
        match clause.verb {
            Verb::Amend => self.amend(clause, block),
            Verb::Add => self.add(clause, block),
            Verb::Delete => self.delete(clause),
            Verb::Become => {
                let (from, to) = words.split_once('を').ok_or(CarryFault::Unclear)?;
                let named = self.place(clause, from)?;
                if self.demote(clause, named, to)? {
                    return Ok(());
                }
                let node = Self::whole(named)?;
                if self.promote(clause, node, to)? {
                    return Ok(());
                }
                let own = self.new_name(node, &clause.unmarked(to));
                self.take_number(node, &own)?;
                self.remember_renamed(node);
                Ok(())
            }
            Verb::MoveUp | Verb::MoveDown => self.shift(clause),
            Verb::Attach => {
                let (address, rest) = words.split_once("に見出しとして").ok_or(CarryFault::Unclear)?;
                let node = self.place(clause, address)?.node;
                let printed = clause.quoted(rest).into_iter().next().ok_or(CarryFault::Unclear)?;
                self.tree.nodes[node].caption = self.caption(node, &printed);
                Ok(())
            }
        }
    }

    /// A caption without the brackets in which articles bear theirs.
    fn caption(&self, node: usize, printed: &str) -> String {
        let inner = printed.strip_prefix('（').and_then(|rest| rest.strip_suffix('）'));
        let is_article = self.tree.nodes[node].is_article();
        inner.filter(|_| is_article).unwrap_or(printed).to_owned()
    }

    fn amend(&mut self, clause: &ReadClause, block: &[BlockLine]) -> Result<(), CarryFault> {
        let words = clause.words.as_str();
        if let Some(address) = words.strip_suffix("を次のように") {
            return self.write_anew(clause, address, block);
        }
        if is_of_words(words) && !words.contains("の見出し") {
            if self.words.is_none() && self.change_heads(clause, words)? {
                return Ok(());
            }
            return self.note_changes(clause, words, false);
        }
        if let Some((address, rest)) = words.rsplit_once('中').filter(|(_, rest)| is_of_words(rest)) {
            self.look_in(clause, address)?;
            return self.note_changes(clause, rest, false);
        }
        // 第六条の見出しを「（…）」に, 第二章の章名を「…」に
        let (address, rest) = words.rsplit_once('の').ok_or(CarryFault::Unclear)?;
        if !CAPTIONS.iter().any(|noun| rest.strip_prefix(noun).is_some_and(|rest| rest.starts_with('を'))) {
            return Err(CarryFault::Unclear);
        }
        let node = self.place(clause, address)?.node;
        let printed = clause.quoted(rest).into_iter().next().ok_or(CarryFault::Unclear)?;
        self.set_caption(node, &printed);
        Ok(())
    }

    /// Gives `node` the caption `printed`, which is the name of what bears no number.
    pub(super) fn set_caption(&mut self, node: usize, printed: &str) {
        self.tree.nodes[node].caption = self.caption(node, printed);
        let is_division = matches!(self.tree.nodes[node].form, NodeForm::Division(_));
        if self.tree.nodes[node].form == NodeForm::Provision(None)
            || is_division && self.tree.nodes[node].label.is_empty()
        {
            self.tree.nodes[node].own = Some(format!("「{printed}」"));
        }
    }

    fn add(&mut self, clause: &ReadClause, block: &[BlockLine]) -> Result<(), CarryFault> {
        let words = clause.words.as_str();
        if words.contains("の下に") && !clause.quoted(words).is_empty() {
            if let Some((address, rest)) = words.rsplit_once('中').filter(|(_, rest)| is_of_words(rest)) {
                self.look_in(clause, address)?;
                return self.note_changes(clause, rest, false);
            }
            return self.note_changes(clause, words, false);
        }
        let at = words.rfind("次の").ok_or(CarryFault::Unclear)?;
        let (place, what) = (&words[..at], &words[at..]);
        let has_tables = || self.annexes.iter().any(|annex| annex.starts_with("別表"));
        if APPENDED.contains(&what) || TABLES.contains(&what) && has_tables() {
            let place = ["の次に", "の前に"].into_iter().find_map(|end| place.strip_suffix(end)).unwrap_or(place);
            return Err(CarryFault::Appended(place.to_owned()));
        }
        if block.is_empty() {
            return Err(CarryFault::NoBlock);
        }
        for (end, passage) in
            [("に後段として", Passage::Second), ("に中段として", Passage::Middle), ("に", Passage::Proviso)]
        {
            let is_it = passage != Passage::Proviso || what.starts_with("次のただし書");
            if let Some(place) = place.strip_suffix(end).filter(|_| is_it) {
                return self.append(clause, place, &block[0].text);
            }
        }
        let mut provisions = read_block(block);
        // A person may write the number of an item in digits, by which paragraphs are known.
        let said = what.trim_end_matches('を').chars().last();
        for provision in &mut provisions {
            match (said, provision.kind) {
                (Some('号'), BlockKind::Paragraph) => provision.kind = BlockKind::Numbered,
                (Some('項'), BlockKind::Numbered) => provision.kind = BlockKind::Paragraph,
                _ => {}
            }
        }
        if let Some(address) = place.strip_suffix("の次に") {
            return self.add_after(clause, address, &provisions);
        }
        if let Some(address) = place.strip_suffix("の前に") {
            if address == "題名" {
                self.add_notes(&provisions);
                return Ok(());
            }
            let node = self.place(clause, address)?.node;
            if let Some(article) = self.awaiting(node) {
                return self.put_first(&provisions, article);
            }
            return self.beside(&provisions, node, 0);
        }
        // 同条に第一号として
        if let Some((place, _)) = place.strip_suffix("として").and_then(|place| place.rsplit_once('に')) {
            let are_paragraphs = provisions.iter().any(|own| own.kind == BlockKind::Paragraph);
            let node = self.place(clause, place)?.node;
            if let Some(article) = self.awaiting(node) {
                return self.put_first(&provisions, article);
            }
            if are_paragraphs && self.tree.nodes[node].is_article() {
                return Err(CarryFault::FirstParagraph);
            }
            self.put(&provisions, node, 0);
            return Ok(());
        }
        let place = place.strip_suffix('に').ok_or(CarryFault::Unclear)?;
        self.add_into(clause, place, &provisions)
    }

    /// Notes above the title.
    fn add_notes(&mut self, provisions: &[BlockProvision]) {
        let notes = self.tree.push(VersionNode::new(NodeForm::Notes, Some(ROOT)));
        self.gone.push(false);
        self.tree.nodes[ROOT].children.rotate_right(1);
        for provision in provisions {
            let end = self.tree.nodes[notes].children.len();
            self.graft(provision, notes, end, None);
        }
    }

    /// A sentence put behind a text, or before its proviso.
    fn append(&mut self, clause: &ReadClause, place: &str, sentence: &str) -> Result<(), CarryFault> {
        let (place, is_before_proviso) = match place.strip_suffix("本文") {
            Some(place) => (place, true),
            None => (place.strip_suffix("各号列記以外の部分").unwrap_or(place), false),
        };
        let node = self.place(clause, place)?.node;
        let text = &mut self.tree.nodes[node].text;
        let at = if is_before_proviso {
            let range = passage_range(text, Passage::Proviso);
            range.ok_or_else(|| CarryFault::NoWords(Passage::Proviso.name().to_owned()))?.start
        } else {
            text.len()
        };
        text.insert_str(at, sentence);
        Ok(())
    }

    fn add_after(
        &mut self,
        clause: &ReadClause,
        address: &str,
        provisions: &[BlockProvision],
    ) -> Result<(), CarryFault> {
        let named = self.place(clause, address)?;
        let is_paragraph = provisions.first().is_some_and(|first| first.kind == BlockKind::Paragraph);
        if named.first || self.has_paragraphs(named.node) && is_paragraph {
            let place = self.before_paragraphs(named.node);
            self.put(provisions, named.node, place);
            return Ok(());
        }
        self.beside(provisions, named.node, 1)
    }

    /// Whether `node` is an article in which paragraphs stand; those of 附則 stand where articles would, and bear their level.
    fn has_paragraphs(&self, node: usize) -> bool {
        let node = &self.tree.nodes[node];
        node.is_article() && node.own.as_deref().and_then(counter) != Some('項')
    }

    /// The place behind everything but paragraphs.
    pub(super) fn before_paragraphs(&self, node: usize) -> usize {
        let children = &self.tree.nodes[node].children;
        children.iter().take_while(|child| !self.tree.nodes[**child].is_paragraph()).count()
    }

    fn add_into(&mut self, clause: &ReadClause, place: &str, provisions: &[BlockProvision]) -> Result<(), CarryFault> {
        let bare = place.strip_suffix("の表").unwrap_or(place);
        let named = self.place(clause, bare)?;
        let is_row = provisions.first().is_some_and(|first| first.kind == BlockKind::Row);
        if is_row {
            let rows: Vec<usize> = self.all_below(named.node).into_iter().filter(|at| self.is_row(*at)).collect();
            let last = *rows.last().ok_or_else(|| CarryFault::NoProvision(place.to_owned()))?;
            return self.beside(provisions, last, 1);
        }
        let are_paragraphs = self.has_paragraphs(named.node)
            && provisions.first().is_some_and(|first| first.kind == BlockKind::Paragraph);
        let end = if are_paragraphs {
            self.tree.nodes[named.node].children.len()
        } else {
            self.before_paragraphs(named.node)
        };
        self.put(provisions, named.node, end);
        Ok(())
    }

    fn beside(&mut self, provisions: &[BlockProvision], node: usize, offset: usize) -> Result<(), CarryFault> {
        // Divisions stand beside divisions, whatever provision of one is named.
        let are_divisions = provisions
            .first()
            .is_some_and(|first| matches!(first.kind, BlockKind::Supplementary | BlockKind::Appendix));
        let node = if are_divisions { self.tree.division(node) } else { node };
        let parent = self.tree.nodes[node].parent.ok_or(CarryFault::Unclear)?;
        let place = self.tree.nodes[parent].children.iter().position(|child| *child == node);
        let place = place.ok_or(CarryFault::Unclear)? + offset;
        self.put(provisions, parent, place);
        Ok(())
    }

    pub(super) fn put(&mut self, provisions: &[BlockProvision], parent: usize, place: usize) {
        for (offset, provision) in provisions.iter().enumerate() {
            self.graft(provision, parent, place + offset, None);
        }
    }

    fn delete(&mut self, clause: &ReadClause) -> Result<(), CarryFault> {
        let words = clause.words.strip_suffix('を').ok_or(CarryFault::Unclear)?;
        if is_of_words(words) && self.words.is_some() {
            return self.note_changes(clause, words, true);
        }
        if let Some((address, rest)) = words.rsplit_once('中').filter(|(_, rest)| is_of_words(rest)) {
            self.look_in(clause, address)?;
            return self.note_changes(clause, rest, true);
        }
        if let Some(address) = words.strip_suffix("の見出し") {
            let node = self.place(clause, address)?.node;
            self.tree.nodes[node].caption.clear();
            return Ok(());
        }
        if let Some(passage) = PASSAGES.into_iter().find(|passage| words.ends_with(passage.name())) {
            let node = self.place(clause, words.strip_suffix(passage.name()).unwrap_or(words))?.node;
            let text = &mut self.tree.nodes[node].text;
            let range = passage_range(text, passage).ok_or_else(|| CarryFault::NoWords(passage.name().to_owned()))?;
            text.replace_range(range, "");
            return Ok(());
        }
        let nodes = match words.strip_suffix("まで").and_then(|range| range.split_once("から")) {
            Some((from, to)) => self.deleted_range(clause, from, to)?,
            None => self.listed(clause, words)?,
        };
        for named in nodes {
            if named.first {
                self.lose_first(named.node);
            } else {
                self.gone[named.node] = true;
            }
        }
        Ok(())
    }

    /// What goes from one address to another, the first paragraph of an article too: 第五条第一項から第三項まで.
    fn deleted_range(&mut self, clause: &ReadClause, from: &str, to: &str) -> Result<Vec<Named>, CarryFault> {
        let first = self.place(clause, from)?;
        let whole = |node| Named { node, first: false };
        if !first.first {
            return Ok(self.range(clause, from, to)?.into_iter().map(whole).collect());
        }
        let last = self.named_after(&clause.unmarked(to))?.node;
        let paragraphs = self.tree.nodes[first.node].children.iter().copied();
        let paragraphs: Vec<usize> =
            paragraphs.filter(|at| !self.gone[*at] && self.tree.nodes[*at].is_paragraph()).collect();
        let end = paragraphs.iter().position(|at| *at == last);
        let end = end.ok_or_else(|| CarryFault::NoProvision(to.to_owned()))?;
        Ok(std::iter::once(first).chain(paragraphs[..=end].iter().copied().map(whole)).collect())
    }

    /// What a list names: 第二条、第四条及び第六条.
    pub(super) fn listed(&mut self, clause: &ReadClause, list: &str) -> Result<Vec<Named>, CarryFault> {
        let parts = split_list(list).into_iter().enumerate();
        let named = |(at, part): (usize, &str)| {
            if at == 0 { self.place(clause, part) } else { self.named_after(&clause.unmarked(part)) }
        };
        parts.map(named).collect()
    }

    /// The node named, if it is not the first paragraph of an article, which has no node of its own.
    pub(super) fn whole(named: Named) -> Result<usize, CarryFault> {
        if named.first { Err(CarryFault::FirstParagraph) } else { Ok(named.node) }
    }

    /// 第九条から第十一条までを一条ずつ
    fn shift(&mut self, clause: &ReadClause) -> Result<(), CarryFault> {
        let (range, by) =
            clause.words.strip_suffix("ずつ").and_then(|rest| rest.rsplit_once('を')).ok_or(CarryFault::Unclear)?;
        let by = numbers(by).into_iter().next().ok_or(CarryFault::Unclear)?.value;
        let range = range.strip_suffix("まで").unwrap_or(range);
        let ends = range.split_once("から").or_else(|| range.split_once("及び"));
        let (from, to) = ends.unwrap_or((range, ""));
        let mut nodes =
            if to.is_empty() { vec![self.place(clause, from)?.node] } else { self.range(clause, from, to)? };
        let down = clause.verb == Verb::MoveDown;
        if down {
            nodes.reverse();
        }
        for node in nodes {
            let own = self.tree.nodes[node].own.clone().unwrap_or_default();
            let (Some(number), Some(word)) = (plain_number(&own), counter(&own)) else {
                return Err(CarryFault::NoProvision(own));
            };
            let new = if down { number.checked_add(by) } else { number.checked_sub(by) };
            let new = new.filter(|new| *new > 0).ok_or(CarryFault::Unclear)?;
            self.take_number(node, &format!("第{}{word}", numeral(&own).write(new)))?;
        }
        self.remember_above();
        Ok(())
    }
}
