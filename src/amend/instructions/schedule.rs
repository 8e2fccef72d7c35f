//! In which order things are said: from front to back, but nothing takes a number before that is free. So what makes room
//! is said from the back (第十条を第十一条とし、第九条を第十条とし、第八条の次に次の一条を加える), as custom has it, and what closes
//! a gap from the front.

use std::collections::BTreeMap;

use super::step::Said;

/// A number, and the node of the old tree among whose numbers it is.
pub(super) type Key = (usize, String);

/// What is said of one provision, or of some that are put in.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Op {
    /// What is said.
    pub(super) said: Vec<Said>,
    /// The numbers that are free after it.
    pub(super) frees: Vec<Key>,
    /// The numbers that must be free before it.
    pub(super) needs: Vec<Key>,
}

/// `ops` in an order in which each can be said; `None` where there is none.
pub(super) fn schedule(ops: Vec<Op>) -> Option<Vec<Op>> {
    let holders: BTreeMap<&Key, usize> =
        ops.iter().enumerate().flat_map(|(at, op)| op.frees.iter().map(move |key| (key, at))).collect();
    let waits: Vec<Vec<usize>> = ops
        .iter()
        .enumerate()
        .map(|(at, op)| op.needs.iter().filter_map(|key| holders.get(key).copied()).filter(|on| *on != at).collect())
        .collect();
    let mut order = Order { waits: &waits, marks: vec![Mark::Open; ops.len()], said: Vec::new() };
    for at in 0..ops.len() {
        order.say(at)?;
    }
    let said = order.said;
    let mut ops: Vec<Option<Op>> = ops.into_iter().map(Some).collect();
    Some(said.into_iter().filter_map(|at| ops[at].take()).collect())
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Mark {
    Open,
    Waiting,
    Said,
}

struct Order<'w> {
    waits: &'w [Vec<usize>],
    marks: Vec<Mark>,
    said: Vec<usize>,
}

impl Order<'_> {
    fn say(&mut self, first: usize) -> Option<()> {
        // A stack of its own: a document may renumber thousands of articles one after another.
        let mut stack = vec![first];
        while let Some(at) = stack.last().copied() {
            let open = self.waits[at].iter().copied().find(|on| self.marks[*on] != Mark::Said);
            match (self.marks[at], open) {
                (Mark::Said, _) => drop(stack.pop()),
                (_, Some(on)) if self.marks[on] == Mark::Waiting => return None,
                (_, Some(on)) => {
                    self.marks[at] = Mark::Waiting;
                    stack.push(on);
                }
                (_, None) => {
                    self.marks[at] = Mark::Said;
                    self.said.push(at);
                    stack.pop();
                }
            }
        }
        Some(())
    }
}
