//! Where something is put in, by what stands there and can be named or quoted.

use super::address::counter;
use super::plan::{SiblingList, SiblingStretch, StepPlanner, in_reach};
use super::step::Spot;
use super::tree::{NodeForm, ROOT};
use super::wording::is_balanced;
use crate::compare::BETWEEN_CELLS;
use crate::corpus::Role;

impl StepPlanner<'_> {
    /// The place of the gap at `at` of a list.
    pub(super) fn spot(&self, stretches: &[SiblingStretch], at: usize, list: SiblingList) -> Option<Spot> {
        let SiblingStretch::Gap { come, .. } = &stretches[at] else { return None };
        // Notes stand above the title, where nothing before them can be named.
        if come.iter().any(|at| self.new.nodes[*at].form == NodeForm::Notes) {
            return Some(Spot::Top);
        }
        let kept = |stretch: &SiblingStretch| match stretch {
            SiblingStretch::Kept(old, _) => Some(*old),
            SiblingStretch::Gap { .. } => None,
        };
        let is_named = |node: &usize| self.old.full(*node).is_some();
        let before = at.checked_sub(1).and_then(|at| kept(&stretches[at]));
        let after = stretches.get(at + 1).and_then(kept);
        if list.paragraphs && before.is_none() && self.old.nodes[list.old].first.is_some() && is_named(&list.old) {
            return Some(Spot::AfterFirst(list.old));
        }
        let into = self.into(list).filter(|_| after.is_none());
        let counted = |at: &usize| self.new.nodes[*at].own.as_deref().and_then(counter);
        let are_rows = come.iter().any(|at| self.new.is_row(*at));
        let are_items = come.iter().all(|at| counted(at) == Some('号'));
        // ア and イ have no counter word and stand below what has one (tests/cases/amend/46-subitem-at-end.txt).
        let below_item = counted(&list.new) == Some('号') && come.iter().all(|at| self.new.nodes[*at].own.is_some());
        // 附則に次の一項を加える (tests/cases/amend/80-paragraph-of-supplementary.txt).
        let in_supplementary = self.old.nodes[list.old].form == NodeForm::Division(Role::Supplementary);
        let are_paragraphs = list.paragraphs || in_supplementary && come.iter().all(|at| counted(at) == Some('項'));
        let at_end = are_rows || are_paragraphs || are_items || below_item || stretches.len() == 1;
        if are_items && before.is_none() && after.is_some() && is_named(&list.old) && !list.paragraphs {
            return Some(Spot::AtHead(list.old));
        }
        let beside = before.filter(is_named).map(Spot::After).or(after.filter(is_named).map(Spot::Before));
        let is_quotable = |node: &usize| self.is_quotable(*node);
        let quoted =
            || before.filter(is_quotable).map(Spot::AfterBullet).or(after.filter(is_quotable).map(Spot::BeforeBullet));
        (if at_end { into.or(beside) } else { beside.or(into) }).or_else(quoted)
    }

    /// The end of a list, where it can be named.
    fn into(&self, list: SiblingList) -> Option<Spot> {
        if Self::children(self.new, list.new, false).iter().any(|at| self.new.is_row(*at)) {
            return self.table_end(list.old);
        }
        self.old.full(list.old).filter(|_| list.old != ROOT)?;
        let is_article = self.old.nodes[list.old].is_article();
        let has_paragraphs = [(&self.old, list.old), (self.new, list.new)]
            .iter()
            .any(|(tree, at)| !Self::children(tree, *at, true).is_empty());
        // Elsewhere than in an article nothing tells the two lists apart.
        (is_article || !has_paragraphs).then_some(Spot::Into { node: list.old, items: !list.paragraphs })
    }

    /// The end of the table below `at`, by what it stands in, if that has no other table.
    fn table_end(&self, at: usize) -> Option<Spot> {
        let way = std::iter::once(at).chain(self.old.above(at)).take_while(|above| *above != ROOT);
        let holder = way.into_iter().find(|above| self.old.full(*above).is_some())?;
        let below = self.old.all_below(holder);
        let holds = |at: &&usize| self.old.nodes[**at].children.iter().any(|child| self.old.is_row(*child));
        let is_only = below.iter().filter(holds).count() == 1;
        let named = if holder == at { "の表" } else { "" };
        is_only.then_some(Spot::IntoTable { node: holder, named })
    }

    /// The line of the bullet `at`, and what it is said of; `None` where the line stands there a second time.
    pub(super) fn quoted_bullet(&self, at: usize) -> Option<(usize, String)> {
        let quoted =
            self.old.bullet_line(at).filter(|line| is_balanced(line) && !line.contains(BETWEEN_CELLS.trim()))?;
        let holder = self.old.addressed_above(at)?;
        let is_other = |other: &usize| *other != at;
        let stands = |other: usize| {
            let line = self.old.bullet_line(other);
            self.old.nodes[other].text.contains(&quoted) || line.is_some_and(|line| line.contains(&quoted))
        };
        (!in_reach(&self.old, holder).into_iter().filter(is_other).any(stands)).then_some((holder, quoted))
    }

    /// Whether `at` is a bullet that can be quoted when something is put in beside it, since its words stay.
    fn is_quotable(&self, at: usize) -> bool {
        let new = self.was.iter().position(|was| *was == Some(at));
        let stays = new.is_some_and(|new| self.new.nodes[new].text == self.old.nodes[at].text);
        stays && self.quoted_bullet(at).is_some()
    }
}
