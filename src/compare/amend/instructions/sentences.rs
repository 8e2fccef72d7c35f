//! Steps as sentences: what is about one article is one sentence, what only renumbers goes on with the sentence before
//! it, and provisions that are put in end theirs.

use super::address::plain_number;
use super::block::BlockLine;
use super::clause::{
    Clause, ShiftClause, Verb, append_clause, caption_clause, deletion, heading_clause, in_list, insertion_clause,
    put_first_clauses, shift_length, wording_clauses,
};
use super::gather::gathered;
use super::step::{DraftStep, Spot, Statement};
use super::tree::{NodeForm, ROOT, VersionTree};
use super::voice::{Segment, Voice};
use crate::corpus::Role;

/// A sentence of an amending text, and the provisions that follow it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sentence {
    /// With its full stop.
    pub text: String,
    /// The words to put in, as they stand in the document.
    pub block: Vec<BlockLine>,
}

/// The sentences written so far, and what was said by writing a provision anew.
pub(super) struct SentenceWriter<'t> {
    old: &'t VersionTree,
    voice: Voice<'t>,
    open: Vec<Clause>,
    pub(super) sentences: Vec<Sentence>,
    pub(super) anew: Vec<String>,
}

impl<'t> SentenceWriter<'t> {
    pub(super) fn new(old: &'t VersionTree) -> Self {
        Self { old, voice: Voice::new(old), open: Vec::new(), sentences: Vec::new(), anew: Vec::new() }
    }

    pub(super) fn write(&mut self, said: &[Statement]) {
        let said = &gathered(said);
        // A sentence is about one article, by custom; what only moves numbers may go on with it.
        let units: Vec<&[Statement]> = said.chunk_by(|one, next| one.unit == next.unit).collect();
        let mut at = 0;
        while let Some(first) = units.get(at) {
            let mut sentence: Vec<&DraftStep> = first.iter().map(|said| &said.step).collect();
            at += 1;
            while let Some(next) = units.get(at).filter(|next| continues_sentence(units[at - 1], next)) {
                sentence.extend(next.iter().map(|said| &said.step));
                at += 1;
            }
            self.steps(&sentence);
            self.close(Vec::new());
        }
    }

    fn steps(&mut self, steps: &[&DraftStep]) {
        let mut at = 0;
        while at < steps.len() {
            let list = self.list_at(&steps[at..]);
            let count = list.count.max(1);
            // What was just named, or goes, is named in full; the others are 同条第三号.
            let is_named = at > 0 && in_list(steps[at]).is_some_and(|node| self.voice.was_named(node));
            let only_goes = matches!(steps[at], DraftStep::Delete { .. } | DraftStep::DeleteFirst { .. })
                && !steps[at..at + count].iter().any(|step| matches!(step, DraftStep::Insert { .. }));
            if count > 1 && !list.base.is_empty() && !is_named && !only_goes {
                let prefix = self.voice.say(list.base.clone());
                self.list(&steps[at..at + count], Some(&format!("{prefix}中")));
                if !self.open.is_empty() {
                    self.voice.remember(list.base);
                }
            } else {
                self.list(&steps[at..at + count], None);
            }
            at += count;
        }
    }

    /// The steps from the first on that are about provisions of one list.
    fn list_at(&self, steps: &[&DraftStep]) -> StepList {
        let base = |step: &DraftStep| {
            // Behind the first paragraph, which bears no number.
            if let DraftStep::Insert { spot: Spot::AfterFirst(article), .. } = step {
                return Some(self.voice.address(*article));
            }
            if let DraftStep::Insert { spot: Spot::AtHead(node), .. } = step {
                return Some(self.voice.first(*node));
            }
            if let DraftStep::DeleteFirst { article, .. } | DraftStep::PutFirst { article, .. } = step {
                return Some(self.voice.address(*article));
            }
            in_list(step).map(|node| self.voice.base(node))
        };
        let Some(first) = steps.first().and_then(|step| base(step)) else { return StepList::default() };
        let count = steps.iter().take_while(|step| base(step).as_ref() == Some(&first)).count();
        // A block ends the sentence, so that nothing after it belongs to the list.
        let block = steps[..count]
            .iter()
            .position(|step| matches!(step, DraftStep::Insert { .. } | DraftStep::PutFirst { .. }));
        // Articles of the body stand in nothing that would be named before them.
        let is_division = steps.first().and_then(|step| in_list(step)).is_some_and(|node| {
            self.old.nodes[node].base.is_none() || !matches!(self.old.nodes[node].form, NodeForm::Provision(_))
        });
        StepList { base: if is_division { Vec::new() } else { first }, count: block.map_or(count, |at| at + 1) }
    }

    /// Steps of one list, each named by its own number after `inside` if that is said once for all.
    fn list(&mut self, steps: &[&DraftStep], inside: Option<&str>) {
        let mut prefix = inside.unwrap_or("").to_owned();
        let mut at = 0;
        while at < steps.len() {
            let taken = self.moved(&steps[at..], inside.is_some(), &mut prefix);
            let taken = if taken == 0 { self.deleted(&steps[at..], inside.is_some(), &mut prefix) } else { taken };
            if taken == 0 {
                self.write_step(steps[at], inside.is_some(), &mut prefix);
            }
            at += taken.max(1);
        }
    }

    fn name(&mut self, node: usize, inside: bool) -> String {
        if inside { self.voice.own(node) } else { self.voice.say(self.voice.address(node)) }
    }

    /// Four and more renumbered in a row; how many.
    fn moved(&mut self, steps: &[&DraftStep], inside: bool, prefix: &mut String) -> usize {
        let mut moves = Vec::new();
        let mut nodes = Vec::new();
        for step in steps {
            let DraftStep::Renumber { node, own } = step else { break };
            moves.push((self.voice.own(*node), own.clone()));
            nodes.push((*node, own));
        }
        let run = shift_length(&moves);
        let Some(shift) = moves.get(1..run).and_then(ShiftClause::of) else { return 0 };
        let (node, own) = nodes[0];
        self.renumber(node, own, inside, prefix);
        let (low, high) = (nodes[1 + shift.ends.0].0, nodes[1 + shift.ends.1].0);
        let low_name = self.name(low, inside);
        let high_name = self.voice.own(high);
        for (node, own) in &nodes[1..run] {
            self.voice.rename(*node, own);
        }
        if !inside {
            let base = self.voice.base(low);
            self.voice.remember(base);
        }
        self.open.push(shift.said(&low_name, &high_name));
        run
    }

    /// Neighbours deleted; how many.
    fn deleted(&mut self, steps: &[&DraftStep], inside: bool, prefix: &mut String) -> usize {
        let mut nodes: Vec<usize> = steps
            .iter()
            .map_while(|step| match step {
                DraftStep::Delete { node } => Some(*node),
                DraftStep::Words { .. }
                | DraftStep::Caption { .. }
                | DraftStep::Renumber { .. }
                | DraftStep::Replace { .. }
                | DraftStep::ReplaceRun { .. }
                | DraftStep::Append { .. }
                | DraftStep::DeletePassage { .. }
                | DraftStep::ReplacePassage { .. }
                | DraftStep::DeleteFirst { .. }
                | DraftStep::PutFirst { .. }
                | DraftStep::Insert { .. } => None,
            })
            .collect();
        let Some(first) = nodes.first() else { return 0 };
        // What has another home is told by a clause of its own.
        let base = self.voice.base(*first);
        nodes.truncate(nodes.iter().take_while(|node| self.voice.base(**node) == base).count());
        // What is deleted at once is told from the front, in whatever order room is wanted.
        nodes.sort_unstable();
        let names: Vec<String> = nodes.iter().map(|node| self.voice.own(*node)).collect();
        let mut said = names.clone();
        if let (false, [first, ..]) = (inside, nodes.as_slice()) {
            said[0] = self.voice.say(self.voice.address(*first));
            if nodes.len() > 1 {
                self.voice.remember(base);
            }
        }
        let (clause, verb) = deletion(&names, &said);
        self.open.push((std::mem::take(prefix) + &clause, verb));
        nodes.len()
    }

    fn renumber(&mut self, node: usize, own: &str, inside: bool, prefix: &mut String) {
        let from = self.name(node, inside);
        self.voice.rename(node, own);
        let to = self.name(node, inside);
        self.open.push((format!("{}{from}を{to}", std::mem::take(prefix)), Verb::Become));
    }

    fn write_step(&mut self, step: &DraftStep, inside: bool, prefix: &mut String) {
        match step {
            DraftStep::Words { places, edits, renamed } => {
                let clauses = wording_clauses(&mut self.voice, places, edits);
                self.open.extend(clauses);
                if let Some((node, own)) = renamed {
                    self.voice.rename(*node, own);
                }
            }
            DraftStep::Append { node, lead, passage, before_proviso, block } => {
                let clause = append_clause(&mut self.voice, *node, *passage, *lead, *before_proviso);
                self.open.push(clause);
                self.close(block.clone());
            }
            DraftStep::DeletePassage { node, passage } => {
                let address = self.voice.say(self.voice.first(*node));
                self.open.push((format!("{address}{}を", passage.name()), Verb::Delete));
            }
            DraftStep::ReplacePassage { node, passage, block } => {
                let address = self.voice.say(self.voice.first(*node));
                self.open.push((format!("{address}{}を次のように", passage.name()), Verb::Amend));
                self.close(block.clone());
            }
            DraftStep::Caption { node, printed, had, own } => {
                let is_given_another = *had && !printed.is_empty();
                if is_given_another && let Some((clause, line)) = heading_clause(&mut self.voice, *node, printed) {
                    self.open.push(clause);
                    self.close(vec![line]);
                    return;
                }
                let clause = caption_clause(&mut self.voice, *node, printed, *had);
                self.open.push(clause);
                if let Some(own) = own {
                    self.voice.rename(*node, own);
                    self.voice.forget();
                }
            }
            DraftStep::Renumber { node, own } => self.renumber(*node, own, inside, prefix),
            DraftStep::Delete { .. } => {}
            DraftStep::DeleteFirst { article, more } => {
                let article_name = self.voice.address(*article);
                let own = |node: &usize| self.voice.own(*node);
                let first = self.voice.node(*article).first.clone().unwrap_or_default();
                let names: Vec<String> = std::iter::once(first).chain(more.iter().map(own)).collect();
                let mut said = names.clone();
                said[0] = self.voice.say(self.voice.first(*article));
                if !more.is_empty() {
                    self.voice.remember(article_name);
                }
                self.open.push(deletion(&names, &said));
            }
            DraftStep::PutFirst { article, own, was_only, names, block } => {
                let [(becomes, verb), comes] =
                    put_first_clauses(&mut self.voice, *article, (own, names), *was_only, inside);
                self.open.push((std::mem::take(prefix) + &becomes, verb));
                self.open.push(comes);
                self.close(block.clone());
            }
            DraftStep::Replace { node, block } => {
                let address = self.voice.say(self.voice.address(*node));
                let all = match self.old.nodes[*node].form {
                    NodeForm::Division(Role::Body) | NodeForm::Notes => "の全部",
                    NodeForm::Division(_) | NodeForm::Root | NodeForm::Provision(_) | NodeForm::Row => "",
                };
                if *node != ROOT {
                    self.anew.push(self.voice.address(*node).concat());
                }
                self.open.push((format!("{address}{all}を次のように"), Verb::Amend));
                self.close(block.clone());
            }
            DraftStep::ReplaceRun { first, last, block } => {
                let from = self.voice.say(self.voice.address(*first));
                let to = self.voice.own(*last);
                let (first, last) = (self.voice.own(*first), self.voice.own(*last));
                let follow = plain_number(&first).zip(plain_number(&last)).is_some_and(|(one, other)| one + 1 == other);
                let run = if follow { format!("{from}及び{to}") } else { format!("{from}から{to}まで") };
                self.open.push((format!("{run}を次のように"), Verb::Amend));
                self.close(block.clone());
            }
            DraftStep::Insert { spot, names, block } => {
                let (node, address) = self.voice.spot(*spot);
                let place = match (node, spot) {
                    (Some(node), _) if inside => self.voice.own(node),
                    (None, Spot::AfterFirst(article)) if inside => {
                        self.voice.node(*article).first.clone().unwrap_or_default()
                    }
                    _ => self.voice.say(address),
                };
                let (clause, verb) = insertion_clause(&place, *spot, names);
                self.open.push((std::mem::take(prefix) + &clause, verb));
                self.close(block.clone());
            }
        }
    }

    /// Ends the sentence.
    fn close(&mut self, block: Vec<BlockLine>) {
        self.voice.forget();
        let clauses = std::mem::take(&mut self.open);
        let Some(((last, verb), before)) = clauses.split_last() else { return };
        let before: String = before.iter().map(|(clause, verb)| format!("{clause}{}、", verb.within())).collect();
        self.sentences.push(Sentence { text: format!("{before}{last}{}。", verb.at_end()), block });
    }
}

/// Neighbouring steps of one list.
#[derive(Debug, Default)]
struct StepList {
    base: Vec<Segment>,
    count: usize,
}

/// Whether what is said of one provision goes on with the sentence about the one before it: both are renumbered, deleted
/// or put in, and the second in no other way changed.
fn continues_sentence(before: &[Statement], next: &[Statement]) -> bool {
    let is_own = |said: &Statement| !said.nested && said.step.is_structural();
    let last_moves = before.last().is_some_and(|said| is_own(said) && !matches!(said.step, DraftStep::Insert { .. }));
    last_moves && next.iter().all(is_own)
}
