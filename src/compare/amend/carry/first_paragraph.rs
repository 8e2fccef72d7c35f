//! The first paragraph of an article taken out: the next one takes its place (同条第二項を同条第一項とする, 同条第二項を同条とする). Or one
//! put in before it: it becomes a later one (第一項を第二項とし、同項の前に次の一項を加える, 第三条を同条第二項とし、同条に第一項として次の一項を加える).

use super::addresses::{Named, segments};
use super::blocks::BlockProvision;
use super::clauses::ReadClause;
use super::spelling::numbered_like;
use super::{Carrier, CarryFault};
use crate::compare::amend::instructions::address::{counter, first_of};
use crate::compare::amend::instructions::tree::{NodeForm, ROOT, VersionNode};
use crate::content::Kind;

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

    /// Makes what `named` is, the first paragraph of an article or the only one, a later one, if `to` names such; whether it did.
    pub(super) fn demote(&mut self, clause: &ReadClause, named: Named, to: &str) -> Result<bool, CarryFault> {
        let article = named.node;
        let to = clause.unmarked(to);
        let own = segments(&to).last().copied().unwrap_or_default();
        if !self.tree.nodes[article].is_article() || counter(own) != Some('項') {
            return Ok(false);
        }
        if self.awaits_first.contains(&article) || self.without_first.contains(&article) {
            return Err(CarryFault::NoProvision(to.clone()));
        }
        let place = self.before_paragraphs(article);
        let below: Vec<usize> = self.tree.nodes[article].children[..place].to_vec();
        let beside = self.tree.nodes[article].children.get(place).and_then(|at| self.tree.nodes[*at].own.clone());
        let model = beside.or_else(|| self.tree.nodes[article].own.clone()).unwrap_or_default();
        let own = numbered_like(own, &model);
        let text = std::mem::take(&mut self.tree.nodes[article].text);
        let paragraph = self.tree.push(VersionNode {
            text,
            base: Some(article),
            children: below.clone(),
            ..VersionNode::new(NodeForm::Provision(Some(Kind::Paragraph)), Some(article))
        });
        self.gone.push(false);
        let children = &mut self.tree.nodes[article].children;
        children.pop();
        children.splice(..place, [paragraph]);
        for child in below {
            self.tree.nodes[child].parent = Some(paragraph);
        }
        for moved in self.tree.all_below(paragraph) {
            let moved = &mut self.tree.nodes[moved];
            if moved.base == Some(article) && !moved.is_paragraph() {
                (moved.base, moved.in_first) = (Some(paragraph), false);
            }
        }
        self.tree.nodes[article].first = first_of(&own);
        self.take_number(paragraph, &own)?;
        if let Some(item) = self.tree.nodes[article].item {
            self.demoted.insert(paragraph, item);
        }
        self.awaits_first.insert(article);
        self.remember(paragraph);
        Ok(true)
    }

    /// The article whose first paragraph became `node` in this sentence.
    pub(super) fn awaiting(&self, node: usize) -> Option<usize> {
        let article = if self.tree.nodes[node].is_article() { Some(node) } else { self.tree.nodes[node].parent };
        article.filter(|article| self.awaits_first.contains(article))
    }

    /// Puts `provisions` in before all paragraphs of `article`.
    pub(super) fn put_first(&mut self, provisions: &[BlockProvision], article: usize) -> Result<(), CarryFault> {
        let (first, others) = provisions.split_first().ok_or(CarryFault::NoBlock)?;
        self.tree.nodes[article].text.clone_from(&first.text);
        for (place, below) in first.below.iter().enumerate() {
            let at = self.graft(below, article, place, None);
            self.tree.nodes[at].in_first = true;
        }
        let place = self.before_paragraphs(article);
        self.put(others, article, place);
        self.awaits_first.remove(&article);
        Ok(())
    }

    /// What is left without a first paragraph when a sentence has ended.
    pub(super) fn check_firsts(&mut self) -> Result<(), CarryFault> {
        if self.without_first.is_empty() && self.awaits_first.is_empty() {
            return Ok(());
        }
        self.without_first.clear();
        self.awaits_first.clear();
        Err(CarryFault::FirstParagraph)
    }
}
