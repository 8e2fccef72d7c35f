//! The lines of tables of two versions, paired: what says the same, what begins with the same cell, what stands at the same
//! place between such.

use std::collections::BTreeMap;

use super::tree::VersionTree;
use crate::compare::{BETWEEN_CELLS, longest_rising};

/// The pairs of lines of the tables of provisions that are paired in `was`, each the old node and the new one.
pub(super) fn row_pairs(old: &VersionTree, new: &VersionTree, was: &[Option<usize>]) -> Vec<(usize, usize)> {
    let rows = |tree: &VersionTree, at: usize| -> Vec<usize> {
        tree.nodes[at].children.iter().copied().filter(|child| tree.is_row(*child)).collect()
    };
    let tables = was.iter().enumerate().filter_map(|(new_at, was)| Some(((*was)?, new_at)));
    let mut pairs = Vec::new();
    for (old_at, new_at) in tables {
        let (of_old, of_new) = (rows(old, old_at), rows(new, new_at));
        let text = |tree: &VersionTree, at: usize| tree.nodes[at].text.clone();
        let first = |tree: &VersionTree, at: usize| text(tree, at).split(BETWEEN_CELLS).next().map(str::to_owned);
        let same = kept(&of_old, &of_new, |at| Some(text(old, at)), |at| Some(text(new, at)));
        let named = between(&same, &of_old, &of_new, |a, b| kept(a, b, |at| first(old, at), |at| first(new, at)));
        pairs.extend(between(&named, &of_old, &of_new, |a, b| {
            if a.len() == b.len() { a.iter().copied().zip(b.iter().copied()).collect() } else { Vec::new() }
        }));
    }
    pairs
}

/// The pairs of the same value that stands once on each side, in the order of both.
fn kept(
    of_old: &[usize],
    of_new: &[usize],
    old_value: impl Fn(usize) -> Option<String>,
    new_value: impl Fn(usize) -> Option<String>,
) -> Vec<(usize, usize)> {
    let mut places: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for at in of_old {
        if let Some(value) = old_value(*at) {
            places.entry(value).or_default().push(*at);
        }
    }
    let mut found = Vec::new();
    for new in of_new {
        let Some([old]) = new_value(*new).and_then(|value| places.get(&value)).map(Vec::as_slice) else { continue };
        let is_free = !found.iter().any(|(taken, _)| taken == old);
        found.extend(is_free.then_some((*old, *new)));
    }
    let rising = longest_rising(&found.iter().map(|(old, _)| *old).collect::<Vec<_>>());
    rising.into_iter().map(|at| found[at]).collect()
}

/// `pairs` and those that `pair` finds in each gap between two of them.
fn between(
    pairs: &[(usize, usize)],
    of_old: &[usize],
    of_new: &[usize],
    pair: impl Fn(&[usize], &[usize]) -> Vec<(usize, usize)>,
) -> Vec<(usize, usize)> {
    let mut out = Vec::new();
    let (mut old_from, mut new_from) = (0, 0);
    let place = |list: &[usize], node: usize| list.iter().position(|at| *at == node).unwrap_or(list.len());
    for (old, new) in pairs {
        let (old_at, new_at) = (place(of_old, *old), place(of_new, *new));
        out.extend(pair(&of_old[old_from..old_at], &of_new[new_from..new_at]));
        out.push((*old, *new));
        (old_from, new_from) = (old_at + 1, new_at + 1);
    }
    out.extend(pair(&of_old[old_from..], &of_new[new_from..]));
    out
}
