//! The first paragraph of an article that goes, or becomes a later one. It has no node of its own, since its text and items are those of
//! the article: 第五条第一項を削り、同条第二項を同条第一項とする; where one alone is left, 同条第二項を同条とする
//! (tests/cases/amend/73-first-paragraph-gone.txt, 74-first-of-two-gone.txt). One that comes before it:
//! 第五条中第二項を第三項とし、第一項を第二項とし、同項の前に次の一項を加える (76-first-paragraph-new.txt, 77-first-of-one-new.txt).

use super::block::first_paragraph_lines;
use super::plan::StepPlanner;
use super::step::DraftStep;
use super::tree::NodeForm;

impl StepPlanner<'_> {
    /// The steps where the first paragraph of the article `old` goes, perhaps with some after it, and the next one is the
    /// first of `new`; `None` where it stays, or where more than words of the others changes.
    pub(super) fn first_gone(&self, old: usize, new: usize) -> Option<Vec<DraftStep>> {
        let first = self.old.nodes[old].first.clone()?;
        self.old.full(old)?;
        let (of_old, of_new) = (Self::children(&self.old, old, true), Self::children(self.new, new, true));
        let gone = of_old.len().checked_sub(of_new.len() + 1)?;
        let (more, kept) = of_old.split_at_checked(gone)?;
        let becomes: Vec<usize> = std::iter::once(new).chain(of_new.iter().copied()).collect();
        if !self.takes_its_place(old, *kept.first()?, new) {
            return None;
        }
        let mut steps = vec![DraftStep::DeleteFirst { article: old, more: more.to_vec() }];
        for (at, (paragraph, target)) in kept.iter().zip(&becomes).enumerate() {
            steps.extend(self.words_of_paragraph(*paragraph, *target)?);
            let own = match (at, of_new.is_empty()) {
                (0, true) => String::new(),
                (0, false) => first.clone(),
                _ => self.new.nodes[*target].own.clone()?,
            };
            steps.push(DraftStep::Renumber { node: *paragraph, own });
        }
        Some(steps)
    }

    /// The steps where paragraphs come before the first of the article `old`, which keeps its words and items as a later one of
    /// `new`; `None` where none does, or where more than words of the others changes.
    pub(super) fn first_new(&self, old: usize, new: usize) -> Option<Vec<DraftStep>> {
        self.old.full(old).filter(|_| self.old.nodes[old].is_article())?;
        let (of_old, of_new) = (Self::children(&self.old, old, true), Self::children(self.new, new, true));
        let come = of_new.len().checked_sub(of_old.len()).filter(|come| *come > 0)?;
        let (before, becomes) = of_new.split_at_checked(come - 1)?;
        let (first, others) = becomes.split_first()?;
        if !self.becomes_later(old, *first, new) || !self.can_stand_first(new) {
            return None;
        }
        let mut steps = Vec::new();
        for (paragraph, target) in of_old.iter().zip(others).rev() {
            steps.extend(self.words_of_paragraph(*paragraph, *target)?);
            steps.push(DraftStep::Renumber { node: *paragraph, own: self.new.nodes[*target].own.clone()? });
        }
        steps.extend(self.words_of_paragraph(old, *first)?);
        let named = before.iter().map(|at| self.new.nodes[*at].own.clone());
        let names: Option<Vec<String>> = std::iter::once(self.new.nodes[new].first.clone()).chain(named).collect();
        steps.push(DraftStep::PutFirst {
            article: old,
            own: self.new.nodes[*first].own.clone()?,
            was_only: of_old.is_empty(),
            names: names?,
            block: first_paragraph_lines(self.new, new, come),
        });
        Some(steps)
    }

    /// The changes of the words of a paragraph, of which nothing else changes.
    fn words_of_paragraph(&self, old: usize, new: usize) -> Option<Vec<DraftStep>> {
        if !self.has_same_items(old, new) {
            return None;
        }
        if self.old.nodes[old].text == self.new.nodes[new].text { Some(Vec::new()) } else { self.words(old, new) }
    }

    /// Whether the text of the article `old` is that of the paragraph `later` and not that of `new`.
    fn becomes_later(&self, old: usize, later: usize, new: usize) -> bool {
        let text = |at: usize| self.new.nodes[at].text.as_str();
        let before = self.old.nodes[old].text.as_str();
        let can_be_said = |after: &str| self.edits(before, after, &[]).is_some();
        before != text(new) && (before == text(later) || !can_be_said(text(new)) && can_be_said(text(later)))
    }

    /// Whether the first paragraph of the article `new` can be read without a number: it is one line of words, and no table
    /// stands below it.
    fn can_stand_first(&self, new: usize) -> bool {
        let node = &self.new.nodes[new];
        let has_rows =
            |at: &usize| self.new.nodes[*at].form == NodeForm::Row || !self.new.nodes[*at].columns.is_empty();
        let is_line = !node.text.is_empty() && !node.text.contains('\n') && node.columns.is_empty();
        is_line && !self.new.all_below(new).iter().any(has_rows)
    }

    /// Whether the text of the article `new` is that of the paragraph `next` and no longer that of `old`.
    fn takes_its_place(&self, old: usize, next: usize, new: usize) -> bool {
        let text = |at: usize| self.old.nodes[at].text.as_str();
        let after = self.new.nodes[new].text.as_str();
        let can_be_said = |before: &str| self.edits(before, after, &[]).is_some();
        text(old) != after && (text(next) == after || !can_be_said(text(old)) && can_be_said(text(next)))
    }

    /// Whether what stands below both, but for paragraphs, is the same.
    fn has_same_items(&self, old: usize, new: usize) -> bool {
        let (of_old, of_new) = (Self::children(&self.old, old, false), Self::children(self.new, new, false));
        of_old.len() == of_new.len()
            && of_old.iter().zip(&of_new).all(|(old, new)| {
                let (before, after) = (&self.old.nodes[*old], &self.new.nodes[*new]);
                (before.form, &before.label, &before.caption, &before.text, &before.columns)
                    == (after.form, &after.label, &after.caption, &after.text, &after.columns)
                    && self.has_same_items(*old, *new)
            })
    }
}
