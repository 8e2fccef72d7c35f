//! What is written anew whole: a title, a sentence, a provision, neighbours.

use super::blocks::{BlockKind, labelled, read_block};
use super::changes::{PASSAGES, passage_range, split_list, without_caption_noun};
use super::clauses::ReadClause;
use super::spelling::plain_address;
use super::{Carrier, CarryFault};
use crate::compare::amend::instructions::BlockLine;
use crate::compare::amend::instructions::tree::{NodeForm, ROOT};
use crate::corpus::Role;

impl Carrier {
    /// Writes what `address` names anew: a title, a sentence, a provision or neighbours.
    pub(super) fn write_anew(
        &mut self,
        clause: &ReadClause,
        address: &str,
        block: &[BlockLine],
    ) -> Result<(), CarryFault> {
        let first = block.first().ok_or(CarryFault::NoBlock)?;
        if address == "題名" {
            self.tree.nodes[ROOT].caption.clone_from(&first.text);
            return Ok(());
        }
        if let Some(address) = without_caption_noun(address) {
            return self.write_caption_anew(clause, address, &first.text);
        }
        let passage = PASSAGES.into_iter().find(|passage| address.ends_with(passage.name()));
        if let Some(passage) = passage {
            let address = address.strip_suffix(passage.name()).unwrap_or(address);
            let node = self.place(clause, address)?.node;
            let text = &mut self.tree.nodes[node].text;
            let range = passage_range(text, passage).ok_or_else(|| CarryFault::NoWords(passage.name().to_owned()))?;
            text.replace_range(range, &first.text);
            return Ok(());
        }
        let address = address.strip_suffix("の全部").unwrap_or(address);
        if let Some(run) = address.strip_suffix("まで").and_then(|range| range.split_once("から")) {
            let nodes = self.range(clause, run.0, run.1)?;
            return self.write_run_anew(&nodes, block);
        }
        if let [_, _, ..] = split_list(address).as_slice() {
            let nodes: Result<Vec<usize>, CarryFault> =
                self.listed(clause, address)?.into_iter().map(Self::whole).collect();
            return self.write_run_anew(&nodes?, block);
        }
        let node = self.place(clause, address)?.node;
        let parent = self.tree.nodes[node].parent.ok_or(CarryFault::Unclear)?;
        let mut provisions = read_block(block);
        if matches!(self.tree.nodes[node].form, NodeForm::Division(Role::Body) | NodeForm::Notes) {
            for child in self.tree.nodes[node].children.clone() {
                self.gone[child] = true;
            }
            for provision in provisions {
                let end = self.tree.nodes[node].children.len();
                self.graft(&provision, node, end, None);
            }
            return Ok(());
        }
        if provisions.len() != 1 {
            return Err(CarryFault::Unclear);
        }
        let place = self.tree.nodes[parent].children.iter().position(|child| *child == node).unwrap_or(0);
        let provision = provisions.remove(0);
        self.gone[node] = true;
        let new = self.graft(&provision, parent, place, Some(node));
        // 別表第一（第三条関係）: a title may be written with its brackets or without.
        let before = self.tree.nodes[node].caption.clone();
        let after = self.tree.nodes[new].caption.clone();
        if before.starts_with('（') && provision.kind == BlockKind::Appendix && !after.is_empty() {
            self.tree.nodes[new].caption = format!("（{}）", after.trim_matches(['（', '）']));
        }
        // It is the same provision, with another text: its id and what its author said of it stay.
        self.tree.nodes[new].item = self.tree.nodes[node].item;
        self.keep_items(node, new);
        self.take_over_tables(node, new);
        Ok(())
    }

    /// 第二章の章名を次のように改める, with the whole line of the chapter below it; 第三条の見出しを次のように改める.
    fn write_caption_anew(&mut self, clause: &ReadClause, address: &str, line: &str) -> Result<(), CarryFault> {
        let node = self.place(clause, address)?.node;
        let (label, caption) = head_and_caption(line);
        let own = self.tree.nodes[node].own.clone().unwrap_or_default();
        if label.is_some_and(|label| plain_address(label) != plain_address(&own)) {
            return Err(CarryFault::Unclear);
        }
        self.set_caption(node, caption);
        Ok(())
    }

    /// 「第二章　門」を「第二章　表門」に改める: chapters whose line is quoted whole take the caption and the number that they are
    /// given; whether `words` quote such.
    pub(super) fn change_heads(&mut self, clause: &ReadClause, words: &str) -> Result<bool, CarryFault> {
        let mut changes: Vec<(usize, String, String)> = Vec::new();
        for pair in clause.quoted(words).chunks(2) {
            let [old, new] = pair else { return Ok(false) };
            let ((Some(old_label), old_caption), (Some(label), caption)) =
                (head_and_caption(old), head_and_caption(new))
            else {
                return Ok(false);
            };
            let named = self.named(old_label)?.node;
            if plain_address(&self.tree.nodes[named].caption) != plain_address(old_caption) {
                return Err(CarryFault::NoWords(old.clone()));
            }
            changes.push((named, label.to_owned(), caption.to_owned()));
        }
        for (node, label, caption) in &changes {
            self.tree.nodes[*node].caption.clone_from(caption);
            let own = self.new_name(*node, label);
            if self.tree.nodes[*node].own.as_deref() != Some(own.as_str()) {
                self.take_number(*node, &own)?;
            }
        }
        Ok(!changes.is_empty())
    }

    /// Neighbours written anew: as many as they were, or one that stands for all of them (第二条から第四条まで　削除).
    fn write_run_anew(&mut self, nodes: &[usize], block: &[BlockLine]) -> Result<(), CarryFault> {
        let provisions = read_block(block);
        if provisions.len() != nodes.len() && provisions.len() != 1 {
            return Err(CarryFault::Unclear);
        }
        for (at, node) in nodes.iter().copied().enumerate() {
            if let Some(provision) = provisions.get(at) {
                let parent = self.tree.nodes[node].parent.ok_or(CarryFault::Unclear)?;
                let place = self.tree.nodes[parent].children.iter().position(|child| *child == node).unwrap_or(0);
                let new = self.graft(provision, parent, place, Some(node));
                self.tree.nodes[new].item = self.tree.nodes[node].item;
            }
            self.gone[node] = true;
        }
        Ok(())
    }
}

/// The number of a chapter and the words behind it; the whole where it bears none.
fn head_and_caption(line: &str) -> (Option<&str>, &str) {
    match labelled(line) {
        Some((BlockKind::Heading, label, caption)) if !caption.is_empty() => (Some(label), caption),
        _ => (None, line),
    }
}
