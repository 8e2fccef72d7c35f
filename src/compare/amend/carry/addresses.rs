//! Addresses as sentences say them: 第八条第二号, 同条第三項, 附則第二項, and what they name at that moment.

use super::clauses::ReadClause;
use super::spelling::{numbered_like, plain_address};
use super::{Carrier, CarryFault};
use crate::base::notation::numbers::numbers;
use crate::compare::amend::instructions::address::COUNTERS;
use crate::compare::amend::instructions::tree::NodeForm;

/// What was named so far in a sentence.
#[derive(Debug, Default)]
pub(super) struct Addresses {
    /// The whole address named last.
    last: String,
    /// What 「…中」 named: the list to which numbers without an address belong.
    list: Option<String>,
}

impl Addresses {
    pub(super) fn begin(&mut self) {
        *self = Self::default();
    }
}

/// What an address names: a node, and whether the first paragraph of that article alone is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Named {
    pub(super) node: usize,
    pub(super) first: bool,
}

/// The parts of an address: 第八条の二, 第二項; what is no number with a counter stands by itself.
pub(super) fn segments(address: &str) -> Vec<&str> {
    let mut found = Vec::new();
    let mut rest = address;
    while !rest.is_empty() {
        let end = segment_end(rest);
        found.push(&rest[..end]);
        rest = &rest[end..];
    }
    found
}

/// The end of a number with its counter at the beginning of `rest`: 第八条.
fn numbered_end(rest: &str) -> Option<usize> {
    let after = rest.strip_prefix('第')?;
    let number = numbers(after).into_iter().next().filter(|number| after.starts_with(number.written))?;
    let counter = number.after.chars().next().filter(|letter| COUNTERS.contains(*letter))?;
    Some('第'.len_utf8() + number.written.len() + counter.len_utf8())
}

fn segment_end(rest: &str) -> usize {
    let Some(mut end) = numbered_end(rest) else {
        let mut letters = rest.char_indices().skip(1);
        let starts = letters.find(|(at, _)| numbered_end(&rest[*at..]).is_some());
        return starts.map_or(rest.len(), |(at, _)| at);
    };
    while let Some(branch) = rest[end..].strip_prefix('の') {
        let Some(number) = numbers(branch).into_iter().next().filter(|number| branch.starts_with(number.written))
        else {
            break;
        };
        end += 'の'.len_utf8() + number.written.len();
    }
    end
}

impl Carrier {
    /// The address of each node that is there, as it is now.
    fn table(&self) -> Vec<(String, Named)> {
        let mut found = Vec::new();
        for node in (0..self.tree.nodes.len()).filter(|node| !self.is_gone(*node)) {
            if let Some(line) = self.tree.bullet_line(node) {
                let above = self.tree.addressed_above(node);
                let names = above.map_or_else(Vec::new, |above| {
                    [self.first_names(above), self.tree.full(above).into_iter().collect()].concat()
                });
                found.extend(names.into_iter().map(|name| (format!("{name}「{line}」"), Named { node, first: false })));
            }
            let Some(address) = self.tree.full(node) else { continue };
            found.extend(self.first_names(node).into_iter().map(|name| (name, Named { node, first: true })));
            found.push((address, Named { node, first: false }));
        }
        found
    }

    /// The addresses of the first paragraph of `node`, where that is an article of several.
    fn first_names(&self, node: usize) -> Vec<String> {
        let own = &self.tree.nodes[node];
        let Some(address) = self.tree.full(node).filter(|_| own.is_article()) else { return Vec::new() };
        let paragraphs = own.children.iter().any(|child| !self.gone[*child] && self.tree.nodes[*child].is_paragraph());
        if !paragraphs && own.first.is_none() {
            return Vec::new();
        }
        let names = own.first.clone().into_iter().chain(["第一項", "第1項", "第１項"].map(str::to_owned));
        names.map(|name| format!("{address}{name}")).collect()
    }

    /// Whether a node, or something that it stands in, is gone.
    pub(super) fn is_gone(&self, at: usize) -> bool {
        self.gone[at] || self.tree.nodes[at].parent.is_some_and(|above| self.is_gone(above))
    }

    fn find(&self, address: &str) -> Option<Named> {
        if address == "本則" {
            return super::body(&self.tree).map(|node| Named { node, first: false });
        }
        let wanted = plain_address(address);
        self.table().into_iter().find(|(own, _)| plain_address(own) == wanted).map(|(_, named)| named)
    }

    /// `address` with what 同条 and the like stand for.
    fn expanded(&self, address: &str) -> String {
        let Some(rest) = address.strip_prefix('同') else { return address.to_owned() };
        let Some(counter) = rest.chars().next() else { return address.to_owned() };
        if counter == '表' {
            return self.table_named_last().map_or_else(|| address.to_owned(), |own| own + &rest[counter.len_utf8()..]);
        }
        let parts = segments(&self.addresses.last);
        let is_it = |part: &&str| {
            part.starts_with('第') && {
                let base = part.split('の').next().unwrap_or(part);
                base.ends_with(counter)
            }
        };
        match parts.iter().rposition(is_it) {
            Some(at) => parts[..=at].concat() + &rest[counter.len_utf8()..],
            None => address.to_owned(),
        }
    }

    /// The appended table that was named last, by itself or by a row: 別表第二.
    fn table_named_last(&self) -> Option<String> {
        let tables = self.tree.nodes.iter().filter(|node| matches!(node.form, NodeForm::Division(_)));
        let names = tables.filter_map(|node| node.own.as_ref()).filter(|own| own.starts_with("別表"));
        let last = plain_address(&self.addresses.last);
        let named = names.filter(|own| last.starts_with(&plain_address(own)));
        named.max_by_key(|own| own.len()).cloned()
    }

    /// What `address` names now, in the words of `clause`; a list that 「…中」 opens belongs to what follows it.
    pub(super) fn place(&mut self, clause: &ReadClause, address: &str) -> Result<Named, CarryFault> {
        let address = clause.unmarked(address);
        let mut own = address.as_str();
        if let Some((list, rest)) = address.split_once('中') {
            let list = self.expanded(list);
            self.find(&list).ok_or_else(|| CarryFault::NoProvision(list.clone()))?;
            self.addresses.last.clone_from(&list);
            self.addresses.list = Some(list);
            own = rest;
        }
        self.named(own)
    }

    /// What `address` names: in the list that was opened, by itself, or below what the address before it stands in.
    pub(super) fn named(&mut self, address: &str) -> Result<Named, CarryFault> {
        let own = self.expanded(address);
        let in_list =
            self.addresses.list.iter().filter(|_| !address.starts_with('同')).map(|list| format!("{list}{own}"));
        let parts = segments(&self.addresses.last);
        let above = (1..=parts.len()).rev().map(|count| parts[..count].concat() + &own);
        let candidates: Vec<String> = in_list.chain([own.clone()]).chain(above).collect();
        self.first_of(candidates, own)
    }

    /// What `address` names after another one in a list: below what that stands in, or by itself.
    pub(super) fn named_after(&mut self, address: &str) -> Result<Named, CarryFault> {
        let own = self.expanded(address);
        let in_list = self.addresses.list.iter().map(|list| format!("{list}{own}"));
        let parts = segments(&self.addresses.last);
        let shared = parts.len().saturating_sub(segments(&own).len());
        let beside = (shared > 0).then(|| parts[..shared].concat() + &own);
        // 別紙（１）及び（２）: what is no number with a counter cannot be told from the name before it.
        let sibling = self.find(&self.addresses.last).and_then(|last| {
            let name = self.tree.nodes[last.node].own.clone().filter(|_| !last.first)?;
            Some(self.addresses.last.strip_suffix(name.as_str())?.to_owned() + &own)
        });
        let candidates: Vec<String> = beside.into_iter().chain(in_list).chain([own.clone()]).chain(sibling).collect();
        self.first_of(candidates, own)
    }

    fn first_of(&mut self, candidates: Vec<String>, own: String) -> Result<Named, CarryFault> {
        for candidate in candidates {
            if let Some(named) = self.find(&candidate) {
                self.addresses.last = candidate;
                return Ok(named);
            }
        }
        Err(CarryFault::NoProvision(own))
    }

    /// Whether `address` names the first paragraph of `article`, or the article itself.
    pub(super) fn is_first_of(&self, article: usize, address: &str) -> bool {
        let own = self.expanded(address);
        let in_list = self.addresses.list.iter().map(|list| format!("{list}{own}"));
        let whole = self.tree.full(article).map(|above| format!("{above}{own}"));
        let named = in_list.chain([own.clone()]).chain(whole).find_map(|name| self.find(&name));
        named.is_some_and(|named| named.node == article)
    }

    /// The name that a number becomes: 第三号 of 同条第三号.
    pub(super) fn new_name(&self, node: usize, address: &str) -> String {
        let own = self.expanded(address);
        // Below what it stands in: 別紙（２） of what was 別紙（１）.
        let before = self.tree.full(node).unwrap_or_default();
        let above = before.strip_suffix(self.tree.nodes[node].own.as_deref().unwrap_or_default());
        let rest = above.filter(|above| !above.is_empty()).and_then(|above| own.strip_prefix(above));
        let name = match rest.filter(|rest| !rest.is_empty()) {
            Some(rest) => rest,
            None => segments(&own).last().copied().unwrap_or(&own),
        };
        numbered_like(name, self.tree.nodes[node].own.as_deref().unwrap_or_default())
    }

    /// That `at` was named, by the number that it has now: 第二号を第三号とし、同号の前に.
    pub(super) fn remember_renamed(&mut self, at: usize) {
        let full = self.tree.full(at);
        if let Some(full) = full.filter(|full| self.addresses.list.is_none() || !full.is_empty()) {
            self.addresses.last = full;
        } else if self.addresses.list.is_none() {
            self.addresses.last.clear();
        }
    }

    /// That something was named: the whole address of `at`.
    pub(super) fn remember(&mut self, at: usize) {
        self.addresses.last = self.tree.full(at).unwrap_or_default();
    }

    /// What was named is what stands above it.
    pub(super) fn remember_above(&mut self) {
        let parts = segments(&self.addresses.last);
        let above = parts[..parts.len().saturating_sub(1)].concat();
        self.addresses.last = self.addresses.list.clone().unwrap_or(above);
    }

    /// The nodes of one kind from one address to another.
    pub(super) fn range(&mut self, clause: &ReadClause, from: &str, to: &str) -> Result<Vec<usize>, CarryFault> {
        let first = self.place(clause, from)?.node;
        let last = self.named_after(&clause.unmarked(to))?.node;
        let form = self.tree.nodes[first].form;
        let counter = |at: usize| {
            self.tree.nodes[at].own.as_deref().and_then(crate::compare::amend::instructions::address::counter)
        };
        let is_article = self.tree.nodes[first].is_article();
        let all = self.all_below(crate::compare::amend::instructions::tree::ROOT);
        let at = |node: usize| all.iter().position(|other| *other == node);
        let (Some(start), Some(end)) = (at(first), at(last)) else {
            return Err(CarryFault::NoProvision(to.to_owned()));
        };
        if start > end {
            return Err(CarryFault::NoProvision(to.to_owned()));
        }
        let parent = self.tree.nodes[first].parent;
        let is_of_range = |node: &usize| {
            let own = &self.tree.nodes[*node];
            own.form == form && counter(*node) == counter(first) && (is_article || own.parent == parent)
        };
        Ok(all[start..=end].iter().copied().filter(is_of_range).collect())
    }

    /// Whether a node is a row of a table.
    pub(super) fn is_row(&self, at: usize) -> bool {
        self.tree.nodes[at].form == NodeForm::Row
    }
}

#[cfg(test)]
mod tests {
    use super::segments;

    #[test]
    fn addresses_have_parts() {
        assert_eq!(segments("第八条の二第三項第四号ア"), ["第八条の二", "第三項", "第四号", "ア"]);
        assert_eq!(segments("別表第二門番の項"), ["別表第二門番の項"]);
        assert_eq!(segments("附則第二項"), ["附則", "第二項"]);
    }
}
