//! What a row of two sets says besides their words: the facts in which they differ, and further provisions that
//! correspond.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use crate::compare::{FactDifference, Row, Side, SideItem, State};
use crate::conformance::{FactWords, fact_words};
use crate::corpus::Set;
use crate::site::links::{LinkView, link_to};
use crate::site::provisions::PageScope;

/// A fact in which two provisions differ.
#[derive(Debug, Serialize)]
pub(super) struct FactView {
    label: String,
    first: String,
    second: String,
}

pub(super) fn fact_views(facts: &[FactDifference<'_>], scope: &PageScope<'_>) -> Vec<FactView> {
    let words = facts.iter().filter_map(|fact| fact_words(fact, scope.messages));
    words.map(|FactWords { label, sides: [first, second] }| FactView { label, first, second }).collect()
}

/// How many phrases of a row are read out; more would be the text itself.
const READ_OUT: usize = 5;

/// Returns for each set in a sentence which phrases only it has, for those who do not see marks. Where all that differs are signs, such as
/// brackets, that is said: read out they would be silence.
pub(super) fn words_of_each(names: &[String; 2], marked: [&[String]; 2], scope: &PageScope<'_>) -> Vec<String> {
    let told: Vec<String> =
        names.iter().zip(marked).filter_map(|(name, marked)| words_of_one(name, marked, scope)).collect();
    let only_signs = told.is_empty() && marked.iter().any(|marked| !marked.is_empty());
    if only_signs { vec![scope.messages.text("comparison-only-signs")] } else { told }
}

/// Returns the sentence on the phrases that only the set `name` has; none where it has none.
fn words_of_one(name: &str, marked: &[String], scope: &PageScope<'_>) -> Option<String> {
    let mut spoken: Vec<&str> = Vec::new();
    for words in marked.iter().map(|words| spoken_part(words)) {
        // What is marked in several places is read out once.
        if !words.is_empty() && !spoken.contains(&words) {
            spoken.push(words);
        }
    }
    let quoted = |words: &&str| scope.messages.with("comparison-phrase", &[("words", &words.replace('\n', " "))]);
    let mut words: Vec<String> = spoken.iter().take(READ_OUT).map(quoted).collect();
    let more = spoken.len().saturating_sub(READ_OUT);
    if more > 0 {
        words.push(scope.messages.with("comparison-phrases-more", &[("count", &more.to_string())]));
    }
    let words = words.join(&scope.messages.text("list-separator"));
    (!words.is_empty()).then(|| scope.messages.with("comparison-only", &[("set", name), ("words", &words)]))
}

/// Returns `words` without the signs around them.
fn spoken_part(words: &str) -> &str {
    words.trim_matches(|letter: char| !letter.is_alphanumeric())
}

/// Whether the two of `row` differ, though neither in the words of the page nor in one of `facts`.
pub(super) fn differs_elsewhere(row: &Row, facts: &[FactDifference<'_>]) -> bool {
    let told = facts.iter().any(FactDifference::counts);
    row.state == State::Different && row.caption.is_same() && row.text.is_same() && !told
}

/// The id of the cell of `item`.
pub(super) fn cell_id(set: &Set, item: &SideItem<'_>) -> String {
    // Sets and documents have no dots in their ids, so that no two cells meet.
    format!("{}.{}.{}", set.key, item.document.id, item.anchor)
}

/// Returns the names of the provisions to which [`links_to_cells`] leads.
pub(super) fn names_of_cells(
    at: Option<usize>,
    shared: &BTreeMap<usize, BTreeSet<usize>>,
    side: &Side<'_>,
) -> Vec<String> {
    met_together(at, shared, side).map(|item| item.document.name(item.anchor, side.lang)).collect()
}

fn met_together<'s, 'a>(
    at: Option<usize>,
    shared: &'s BTreeMap<usize, BTreeSet<usize>>,
    side: &'s Side<'a>,
) -> impl Iterator<Item = &'s SideItem<'a>> {
    at.and_then(|at| shared.get(&at)).into_iter().flatten().map(|at| &side.items[*at])
}

/// Returns links to the rows of the provisions of `side` that meet a requirement with the one at `at`, besides its pair.
pub(super) fn links_to_cells(
    at: Option<usize>,
    shared: &BTreeMap<usize, BTreeSet<usize>>,
    side: &Side<'_>,
) -> Vec<LinkView> {
    let link = |item: &SideItem<'_>| {
        link_to(item.document.name(item.anchor, side.lang), format!("#{}", cell_id(side.set, item)))
    };
    met_together(at, shared, side).map(link).collect()
}
