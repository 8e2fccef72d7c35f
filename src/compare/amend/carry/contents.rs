//! What sentences say of a document's own list of contents (目次). The list is computed, so that nothing is carried out; it is
//! held against what the chapters give once all sentences are carried out.

use super::blocks::head_of_contents;
use super::clauses::{ReadClause, read_clauses};
use super::spelling::loose_matches;
use super::{Carrier, CarryFailure, CarryFault, TypedSentence};
use crate::compare::amend::instructions::contents_of_tree;

/// A line that the list is to have afterwards, as a sentence says it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct ToldContents {
    line: usize,
    sentence: String,
    words: String,
}

impl Carrier {
    /// Notes what `sentence` says of the list; whether it is about it.
    pub(super) fn of_contents(&mut self, sentence: &TypedSentence) -> Result<bool, CarryFault> {
        if !sentence.text.starts_with("目次") && !sentence.text.starts_with("題名の次に次の目次") {
            return Ok(false);
        }
        let lines = contents_of_tree(&self.tree, &|at| self.gone[at]);
        if lines.is_empty() {
            return Err(CarryFault::NoProvision("目次".to_owned()));
        }
        let told = |words: &str| ToldContents {
            line: sentence.line,
            sentence: sentence.text.clone(),
            words: words.to_owned(),
        };
        if !sentence.block.is_empty() {
            let lines = sentence.block.iter().filter(|line| !head_of_contents(&line.text));
            self.contents.extend(lines.map(|line| told(&line.text)));
            return Ok(true);
        }
        let clauses = read_clauses(&sentence.text).ok_or(CarryFault::Unclear)?;
        let all = lines.concat();
        for pair in clauses.iter().flat_map(ReadClause::all_quotes) {
            if !says(&all, &pair.0) {
                return Err(CarryFault::NoWords(pair.0));
            }
            self.contents.push(told(&pair.1));
        }
        Ok(true)
    }

    /// What was said of the list and does not stand in what the chapters give.
    pub(super) fn wrong_contents(&self) -> Vec<CarryFailure> {
        let lines = contents_of_tree(&self.tree, &|at| self.gone[at]).concat();
        let wrong = self.contents.iter().filter(|told| !says(&lines, &told.words));
        let failure = |told: &ToldContents| CarryFailure {
            line: told.line,
            sentence: told.sentence.clone(),
            fault: CarryFault::Contents(told.words.clone()),
        };
        wrong.map(failure).collect()
    }
}

/// Whether the list, its lines behind each other, has `words`, which may be several of its lines.
fn says(lines: &str, words: &str) -> bool {
    let squeezed = |text: &str| text.split_whitespace().collect::<String>();
    !loose_matches(&squeezed(lines), &squeezed(words)).is_empty()
}
