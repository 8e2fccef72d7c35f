//! Histories of provisions are taken out of the paragraphs: they are notes for reviewers, never captions or texts.

use super::builder::{Histories, OutlineBuilder};
use super::lines::Para;
use crate::import::outline::node::OutlineNode;
use crate::import::outline::words::SourceWords;
use crate::import::shapes::heads;
use crate::import::shapes::histories;
use crate::import::shapes::style::NumberUnit;

/// Takes the paragraphs out that are histories.
pub(in crate::import) fn take_out(paras: &mut Vec<Para>) -> Histories {
    let mut found = Histories::new();
    let (mut at, mut numbered, mut headed) = (0, false, false);
    paras.retain(|para| {
        let text = &para.words.text;
        // （令和三年かえで市規則第七号） above the text of tests/cases/import/contents.txt is the number of the text itself, and
        // below 附則 it names the instrument whose 附則 it is.
        let behind = numbered && !headed && histories::is_instrument(text);
        let history = para.mark.is_none() && para.cell.is_none() && (behind || histories::is_history(text));
        numbered |= para.mark.as_ref().is_some_and(|mark| !mark.is_bullet());
        headed = heads::division(text).is_some();
        if history {
            found.entry(at).or_default().push(para.words.clone());
        } else {
            at += 1;
        }
        !history
    });
    found
}

impl OutlineBuilder<'_> {
    /// Gives the histories that stand before the paragraph `at` to the article above them, or to what is open.
    pub(in crate::import) fn note_histories(&mut self, at: usize) {
        let Some(found) = self.histories.remove(&at) else { return };
        self.repeated.extend(found.iter().cloned());
        let article =
            |node: &OutlineNode| node.label.as_ref().and_then(|label| label.unit) == Some(NumberUnit::Article);
        // Collections print the history of an article behind all of its items, so that the innermost provision is not
        // meant.
        let open = self.stack.iter().rposition(|open| article(&open.node)).or(self.stack.len().checked_sub(1));
        if let Some(open) = open.and_then(|at| self.stack.get_mut(at)) {
            open.node.histories.extend(found);
        } else if let Some(division) = self.divisions.last_mut() {
            division.histories.extend(found);
        }
    }

    /// The words before the history that ends `words`, which is given to `node`.
    pub(in crate::import) fn without_history(&mut self, words: SourceWords, node: &mut OutlineNode) -> SourceWords {
        let Some(at) = histories::behind(&words.text) else { return words };
        let history = words.slice(at..words.text.len());
        self.repeated.push(history.clone());
        node.histories.push(history);
        words.slice(0..at)
    }
}
