//! The first paragraph of an article of several that goes. It has no node of its own, since its text and items are those of
//! the article: 第五条第一項を削り、同条第二項を同条第一項とする; where one alone is left, 同条第二項を同条とする
//! (tests/cases/amend/73-first-paragraph-gone.txt, 74-first-of-two-gone.txt).

use super::plan::StepPlanner;
use super::step::DraftStep;

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
            if !self.has_same_items(*paragraph, *target) {
                return None;
            }
            if self.old.nodes[*paragraph].text != self.new.nodes[*target].text {
                steps.extend(self.words(*paragraph, *target)?);
            }
            let own = match (at, of_new.is_empty()) {
                (0, true) => String::new(),
                (0, false) => first.clone(),
                _ => self.new.nodes[*target].own.clone()?,
            };
            steps.push(DraftStep::Renumber { node: *paragraph, own });
        }
        Some(steps)
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
