//! A document's own list of contents (目次) in a comparison table and in a text of both versions.

use similar::{Algorithm, DiffOp, capture_diff_slices};

use super::Amendment;
use super::drafter::TableDrafter;
use super::marks::{MarkedText, marked_texts};
use super::table::{ArticleGroup, Says, TableCell};
use crate::base::locale::Messages;
use crate::compare::{Side, WordDifference, split_words};
use crate::corpus::query::ContentsLine;

/// Lines of the lists of both versions beside each other, the old one first.
pub(super) type ContentsPair = (Option<ContentsLine>, Option<ContentsLine>);

/// The lists of both versions of `amendment`, line by line; none where they are the same.
pub(super) fn contents_pairs(amendment: &Amendment<'_>) -> Vec<ContentsPair> {
    let lines = |side: &Side<'_>| side.documents.first().map_or_else(Vec::new, |one| one.own_contents(side.lang));
    let (old, new) = (lines(&amendment.old), lines(&amendment.new));
    if old == new {
        return Vec::new();
    }
    let words = |list: &[ContentsLine]| list.iter().map(|line| line.words.clone()).collect::<Vec<_>>();
    let mut pairs = Vec::new();
    for change in capture_diff_slices(Algorithm::Myers, &words(&old), &words(&new)) {
        let (before, after) = (&old[change.old_range()], &new[change.new_range()]);
        let count = before.len().max(after.len());
        pairs.extend((0..count).map(|at| (before.get(at).cloned(), after.get(at).cloned())));
        debug_assert!(!matches!(change, DiffOp::Equal { .. }) || before.len() == after.len());
    }
    pairs
}

impl TableDrafter<'_> {
    /// A group for the list, where it changes: its name, and the lines that change.
    pub(super) fn contents(&mut self, amendment: &Amendment<'_>, messages: &Messages) {
        let pairs = contents_pairs(amendment);
        if pairs.is_empty() {
            return;
        }
        self.groups.push(ArticleGroup::default());
        let cell = |indent, says| TableCell { indent, label: None, says, lang: None };
        let head = || cell(0, Says::Words(vec![MarkedText::plain(messages.text("contents"))]));
        self.line(head(), head(), Vec::new());
        for run in pairs.chunk_by(|one, next| one.0 == one.1 && next.0 == next.1) {
            if run.iter().all(|(old, new)| old == new) {
                self.line(cell(1, Says::Omitted), cell(1, Says::Omitted), Vec::new());
                continue;
            }
            for (old, new) in run {
                let letters =
                    |line: &Option<ContentsLine>| line.as_ref().map_or("", |line| line.words.as_str()).to_owned();
                let depth = old.as_ref().or(new.as_ref()).map_or(0, |line| line.depth);
                let difference = WordDifference::between(&split_words(&letters(old)), &split_words(&letters(new)));
                let [before, after] = marked_texts(&difference);
                let says = |own: &Option<ContentsLine>, words, other| match own {
                    Some(_) => Says::Words(words),
                    None => other,
                };
                let (before, after) = (says(old, before, Says::Added), says(new, after, Says::Deleted));
                self.line(cell(1 + depth, before), cell(1 + depth, after), Vec::new());
            }
        }
    }
}
