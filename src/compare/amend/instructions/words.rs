//! Changes of the words of one provision: by quoting, by sentences, or not at all.

use super::block::passage_lines;
use super::passages::{Passage, are_named, name_at_end, passages, sentences};
use super::plan::{StepPlanner, in_reach};
use super::step::{DraftStep, ProvisionPart};
use super::tree::{NodeForm, ROOT, VersionTree};
use super::wording::{Edit, edits};

impl StepPlanner<'_> {
    /// The changes of the text of `old` to that of `new`; `None` where it must be written anew with all below it.
    pub(super) fn words(&self, old: usize, new: usize) -> Option<Vec<DraftStep>> {
        if self.old.is_row(old) {
            return Some(vec![self.row_words(old, new)?]);
        }
        let is_named = self.old.full(old).is_some();
        self.sentence_steps(old, new).filter(|_| is_named).or_else(|| Some(vec![self.quoted_words(old, new)?]))
    }

    /// The change of words of its own text, said of itself or, where it has no name, of what stands above.
    fn quoted_words(&self, old: usize, new: usize) -> Option<DraftStep> {
        let (before, after) = (&self.old.nodes[old].text, &self.new.nodes[new].text);
        let (holder, others) = self.holder(old, new, true)?;
        let said = |part, edits| DraftStep::Words { places: vec![(holder, part)], edits, renamed: None };
        if holder == old && self.has_items(old) {
            // The items are told apart where the same words stand in them.
            let short = self.edits(before, after, &[])?;
            let is_same = self.edits(before, after, &others).as_ref() == Some(&short);
            return Some(said(if is_same { ProvisionPart::All } else { ProvisionPart::Lead }, short));
        }
        Some(said(ProvisionPart::All, self.edits(before, after, &others)?))
    }

    /// The words of a row, said of the table as a whole or, where they stand in it elsewhere, of the row.
    fn row_words(&self, old: usize, new: usize) -> Option<DraftStep> {
        let (before, after) = (&self.old.nodes[old].text, &self.new.nodes[new].text);
        let short = self.edits(before, after, &[]);
        let renamed = self.new.nodes[new].own.clone().filter(|own| self.old.nodes[old].own.as_ref() != Some(own));
        let renamed = renamed.map(|own| (old, own));
        let table = self.holder(old, new, false).and_then(|(holder, others)| {
            let wide = self.edits(before, after, &others)?;
            let part = if self.old.nodes[holder].base.is_some() || self.old.nodes[holder].is_article() {
                ProvisionPart::Table
            } else {
                ProvisionPart::All
            };
            (short.as_ref() == Some(&wide) || self.old.full(old).is_none()).then_some((holder, part, wide))
        });
        match table {
            Some((holder, part, edits)) => Some(DraftStep::Words { places: vec![(holder, part)], edits, renamed }),
            None => {
                self.old.full(old)?;
                Some(DraftStep::Words { places: vec![(old, ProvisionPart::All)], edits: short?, renamed })
            }
        }
    }

    /// The node by which words of `old` are named, itself only where `own` says so, and the other texts in its reach.
    fn holder(&self, old: usize, new: usize, own: bool) -> Option<(usize, Vec<&str>)> {
        let way = |tree: &VersionTree, at: usize| std::iter::once(at).chain(tree.above(at)).collect::<Vec<_>>();
        let both = way(&self.old, old).into_iter().zip(way(self.new, new)).skip(usize::from(!own));
        let (holder, new_holder) =
            both.take_while(|(at, _)| *at != ROOT).find(|(at, _)| self.old.full(*at).is_some())?;
        let mut others: Vec<&str> = Vec::new();
        for (tree, holder, own) in [(&self.old, holder, old), (self.new, new_holder, new)] {
            let spoken_of = in_reach(tree, holder).into_iter().filter(|at| *at != own);
            others.extend(spoken_of.map(|at| tree.nodes[at].text.as_str()));
            if matches!(tree.nodes[holder].form, NodeForm::Division(_)) {
                others.extend(tree.captions_in(holder).into_iter().map(|at| tree.nodes[at].caption.as_str()));
            }
        }
        Some((holder, others))
    }

    pub(super) fn edits(&self, before: &str, after: &str, others: &[&str]) -> Option<Vec<Edit>> {
        edits(before, after, others, &self.terms.terms)
    }

    /// The change by sentences, where they have names: provisos and second sentences put in, taken out, amended.
    fn sentence_steps(&self, old: usize, new: usize) -> Option<Vec<DraftStep>> {
        let (before, after) = (self.old.nodes[old].text.as_str(), self.new.nodes[new].text.as_str());
        if before.contains('\n') || after.contains('\n') {
            return None;
        }
        let (old_count, new_count) = (sentences(before).len(), sentences(after).len());
        match new_count.checked_sub(old_count) {
            Some(0) => self.amended_sentences(old, before, after),
            Some(1) => self.added_sentence(old, before, after),
            None if old_count == new_count + 1 => self.lost_sentence(old, before, after),
            Some(_) | None => None,
        }
    }

    /// Changes within sentences that both versions have.
    fn amended_sentences(&self, old: usize, before: &str, after: &str) -> Option<Vec<DraftStep>> {
        let (of_old, of_new) = (passages(before)?, passages(after)?);
        let names_differ = of_old.iter().zip(&of_new).any(|((one, _), (other, _))| one != other);
        if !are_named(&of_old) || names_differ {
            return None;
        }
        let changed: Vec<usize> = (0..of_old.len()).filter(|at| of_old[*at].1 != of_new[*at].1).collect();
        let whole = self.edits(before, after, &self.below(old));
        let count = |edit: &Edit| of_old.iter().filter(|(_, sentence)| sentence.contains(edit.quoted())).count();
        // What changes in every sentence is said of the whole.
        if whole.as_ref().is_some_and(|edits| edits.iter().all(|edit| count(edit) > 1)) {
            return None;
        }
        let mut steps = Vec::new();
        for at in changed {
            let (name, sentence) = of_old[at];
            let changed = of_new[at].1;
            let Some(edits) = self.edits(sentence, changed, &[]) else {
                steps.push(DraftStep::ReplacePassage { node: old, passage: name, block: passage_lines(changed) });
                continue;
            };
            let is_elsewhere = |edit: &Edit| {
                let others = of_old.iter().enumerate().filter(|(other, _)| *other != at).map(|(_, (_, text))| *text);
                others.chain(self.below(old)).any(|text| text.contains(edit.quoted()))
            };
            if !name.is_later() && !edits.iter().any(is_elsewhere) {
                steps.push(DraftStep::Words { places: vec![(old, ProvisionPart::All)], edits, renamed: None });
            } else {
                steps.push(DraftStep::Words {
                    places: vec![(old, ProvisionPart::Passage(name))],
                    edits,
                    renamed: None,
                });
            }
        }
        // A sentence written anew ends what is said, so that the others come first.
        steps.sort_by_key(|step| matches!(step, DraftStep::ReplacePassage { .. }));
        Some(steps)
    }

    /// The texts below `old` that its name covers.
    fn below(&self, old: usize) -> Vec<&str> {
        let reach = in_reach(&self.old, old).into_iter().filter(|at| *at != old);
        reach.map(|at| self.old.nodes[at].text.as_str()).collect()
    }

    /// A second sentence or a proviso that is put in.
    fn added_sentence(&self, old: usize, before: &str, after: &str) -> Option<Vec<DraftStep>> {
        let (of_old, of_new) = (sentences(before), sentences(after));
        let is_proviso = |text: &str| name_at_end(text) == Passage::Proviso;
        let (kept_before, added, before_proviso) = match (of_old.as_slice(), of_new.as_slice()) {
            ([first], [_, added]) => ((*first).to_owned(), *added, false),
            ([first, proviso], [_, added, kept]) if is_proviso(proviso) && proviso == kept => {
                ((*first).to_owned(), *added, true)
            }
            ([first, second], [_, kept, added]) if second == kept && is_proviso(added) && !is_proviso(second) => {
                (format!("{first}{second}"), *added, false)
            }
            _ => return None,
        };
        let kept_after = if of_old.len() == 2 && !before_proviso {
            format!("{}{}", of_new[0], of_new[1])
        } else {
            of_new[0].to_owned()
        };
        let mut steps = Vec::new();
        if kept_before != kept_after {
            let rest = if before_proviso { of_old[1..].to_vec() } else { Vec::new() };
            let others: Vec<&str> = self.below(old).into_iter().chain(rest).collect();
            let edits = self.edits(&kept_before, &kept_after, &others)?;
            steps.push(DraftStep::Words { places: vec![(old, ProvisionPart::All)], edits, renamed: None });
        }
        let passage = if before_proviso { Passage::Second } else { name_at_end(added) };
        let lead = self.has_items(old);
        let block = passage_lines(added);
        steps.push(DraftStep::Append { node: old, lead, passage, before_proviso, block });
        Some(steps)
    }

    /// A second sentence or a proviso that goes.
    fn lost_sentence(&self, old: usize, before: &str, after: &str) -> Option<Vec<DraftStep>> {
        let of_old = passages(before)?;
        let (name, gone) = *of_old.last()?;
        let kept = before.strip_suffix(gone)?;
        let mut steps = Vec::new();
        if kept != after {
            let others: Vec<&str> = self.below(old).into_iter().chain([gone]).collect();
            let edits = self.edits(kept, after, &others)?;
            steps.push(DraftStep::Words { places: vec![(old, ProvisionPart::All)], edits, renamed: None });
        }
        steps.push(DraftStep::DeletePassage { node: old, passage: name });
        Some(steps)
    }
}
