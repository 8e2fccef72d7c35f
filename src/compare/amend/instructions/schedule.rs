//! In which order things are said: from front to back, but nothing takes a number before that is free. So what makes room
//! is said from the back (第十条を第十一条とし、第九条を第十条とし、第八条の次に次の一条を加える), as custom has it, and what closes
//! a gap from the front.

use std::collections::BTreeMap;

use super::step::{DraftStep, Statement};

/// A number, and the node of the old tree among whose numbers it is.
pub(super) type NumberKey = (usize, String);

/// A step about one provision, or about some that are put in.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Op {
    /// The statements that make the step.
    pub(super) said: Vec<Statement>,
    /// The numbers that are free after it.
    pub(super) frees: Vec<NumberKey>,
    /// The numbers that must be free before it.
    pub(super) needs: Vec<NumberKey>,
}

/// `ops`, which are given from front to back, in an order in which each can be said; `None` where there is none.
pub(super) fn schedule(ops: Vec<Op>) -> Option<Vec<Op>> {
    // A number has one holder at most on the old side, so that no step is lost in the map.
    let holders: BTreeMap<&NumberKey, usize> =
        ops.iter().enumerate().flat_map(|(at, op)| op.frees.iter().map(move |key| (key, at))).collect();
    let waits = |(at, op): (usize, &Op)| -> Vec<usize> {
        op.needs.iter().filter_map(|key| holders.get(key).copied()).filter(|on| *on != at).collect()
    };
    let waits: Vec<Vec<usize>> = ops.iter().enumerate().map(waits).collect();
    let mut by_custom = waits.clone();
    for (at, on) in from_the_back(&ops, &holders) {
        by_custom[at].push(on);
    }
    // Custom gives way where its order would close a circle; that no number is taken twice does not.
    let said = StepOrder::of(&by_custom).or_else(|| StepOrder::of(&waits))?;
    let mut ops: Vec<Option<Op>> = ops.into_iter().map(Some).collect();
    Some(said.into_iter().filter_map(|at| ops[at].take()).collect())
}

/// Says the renumbering that makes room from the back, one step after another, each with what is put in after it:
/// returns which step waits on which, though it need not.
fn from_the_back(ops: &[Op], holders: &BTreeMap<&NumberKey, usize>) -> Vec<(usize, usize)> {
    let mut waits = Vec::new();
    let mut gaps: BTreeMap<usize, Gap> = BTreeMap::new();
    // From the last one upwards: each step that makes room waits on those behind it.
    for (at, op) in ops.iter().enumerate().rev() {
        let Some((scope, _)) = op.frees.first().or(op.needs.first()) else { continue };
        let gap = gaps.entry(*scope).or_default();
        match op.said.last().map(|said| &said.step) {
            Some(DraftStep::Insert { .. }) => gap.come.push(at),
            Some(DraftStep::Delete { .. }) => gap.gone.push(at),
            // The number that it takes was that of a later one, or of none.
            Some(DraftStep::Renumber { .. })
                if op.needs.iter().all(|key| holders.get(key).is_none_or(|on| *on > at)) =>
            {
                waits.extend(gap.gone.iter().chain(&gap.later).map(|on| (at, *on)));
                waits.extend(gap.come.iter().map(|come| (*come, at)));
                let later = gap.come.drain(..).chain([at]).collect();
                *gap = Gap { later, ..Gap::default() };
            }
            // What only changes words parts the runs: custom says those by themselves.
            _ => *gap = Gap::default(),
        }
    }
    waits
}

/// A run of steps about provisions behind one that is renumbered.
#[derive(Debug, Default)]
struct Gap {
    come: Vec<usize>,
    gone: Vec<usize>,
    later: Vec<usize>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum VisitMark {
    Open,
    Waiting,
    Said,
}

struct StepOrder<'w> {
    waits: &'w [Vec<usize>],
    marks: Vec<VisitMark>,
    said: Vec<usize>,
}

impl<'w> StepOrder<'w> {
    fn of(waits: &'w [Vec<usize>]) -> Option<Vec<usize>> {
        let mut order = Self { waits, marks: vec![VisitMark::Open; waits.len()], said: Vec::new() };
        for at in 0..waits.len() {
            order.say(at)?;
        }
        Some(order.said)
    }

    fn say(&mut self, first: usize) -> Option<()> {
        // A stack of its own: a document may renumber thousands of articles one after another.
        let mut stack = vec![first];
        while let Some(at) = stack.last().copied() {
            let open = self.waits[at].iter().copied().find(|on| self.marks[*on] != VisitMark::Said);
            match (self.marks[at], open) {
                (VisitMark::Said, _) => drop(stack.pop()),
                (_, Some(on)) if self.marks[on] == VisitMark::Waiting => return None,
                (_, Some(on)) => {
                    self.marks[at] = VisitMark::Waiting;
                    stack.push(on);
                }
                (_, None) => {
                    self.marks[at] = VisitMark::Said;
                    self.said.push(at);
                    stack.pop();
                }
            }
        }
        Some(())
    }
}
