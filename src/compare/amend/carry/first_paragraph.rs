//! The first paragraph of an article taken out: the next one takes its place (同条第二項を同条第一項とする, 同条第二項を同条とする).

use super::clauses::ReadClause;
use super::{Carrier, CarryFault};
use crate::compare::amend::instructions::tree::ROOT;

impl Carrier {
    /// Takes the first paragraph of `article` out, whose words and items are those of the article.
    pub(super) fn lose_first(&mut self, article: usize) {
        for child in self.tree.nodes[article].children.clone() {
            if !self.tree.nodes[child].is_paragraph() {
                self.gone[child] = true;
            }
        }
        self.tree.nodes[article].text.clear();
        self.without_first.insert(article);
    }

    /// Makes the paragraph `node` the first of its article, if `to` names that and it lacks one; whether it did.
    pub(super) fn promote(&mut self, clause: &ReadClause, node: usize, to: &str) -> Result<bool, CarryFault> {
        let article = self.tree.nodes[node].parent.unwrap_or(ROOT);
        if !self.tree.nodes[node].is_paragraph() || !self.is_first_of(article, &clause.unmarked(to)) {
            return Ok(false);
        }
        if !self.without_first.remove(&article) {
            return Err(CarryFault::NumberTaken(clause.unmarked(to)));
        }
        let text = std::mem::take(&mut self.tree.nodes[node].text);
        self.tree.nodes[article].text = text;
        let below = std::mem::take(&mut self.tree.nodes[node].children);
        self.gone[node] = true;
        let has_others = self.tree.nodes[article]
            .children
            .iter()
            .any(|child| !self.gone[*child] && self.tree.nodes[*child].is_paragraph());
        if !has_others {
            self.tree.nodes[article].first = None;
        }
        for (place, child) in below.into_iter().enumerate() {
            self.tree.nodes[article].children.insert(place, child);
            let moved = &mut self.tree.nodes[child];
            moved.parent = Some(article);
            moved.base = Some(article);
            moved.in_first = has_others;
        }
        if let Some(item) = self.tree.nodes[node].item {
            self.promoted.insert(article, item);
        }
        self.remember(article);
        Ok(true)
    }

    /// What is left without a first paragraph when a sentence has ended.
    pub(super) fn check_firsts(&mut self) -> Result<(), CarryFault> {
        if self.without_first.is_empty() {
            return Ok(());
        }
        self.without_first.clear();
        Err(CarryFault::FirstParagraph)
    }
}
