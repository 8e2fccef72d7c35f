//! 見え消し: the newer text in which what goes stands struck out and what comes underlined, each in its place.

use super::Amendment;
use super::annex_rows::cell_differences;
use super::annexes::{Annex, AnnexPair};
use super::contents_rows::contents_pairs;
use super::marks::marked_stretches;
use super::parted::{in_phrases, parted};
use crate::base::locale::{Lang, Messages};
use crate::compare::{BETWEEN_CELLS, Row, RowOrder, SideItem, State, WordDifference, comparison_rows};
use crate::content::Kind;
use crate::corpus::query::ContentsLine;

/// The standing of letters in a text of both versions.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MergedState {
    /// They stand in both.
    Kept,
    /// They go.
    Gone,
    /// They come.
    Come,
}

/// Letters of a text of both versions.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MergedPiece {
    /// The letters.
    pub text: String,
    /// Their standing.
    pub state: MergedState,
}

/// A line of a text of both versions.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MergedLine {
    /// The indent in letters.
    pub indent: usize,
    /// Its letters.
    pub pieces: Vec<MergedPiece>,
}

/// Both versions of `amendment` in one text, in the words of its sides.
#[must_use]
pub fn merged_lines(amendment: &Amendment<'_>, messages: &Messages) -> Vec<MergedLine> {
    let (parted, _) = parted(amendment);
    let mut rows = comparison_rows(&parted.old, &parted.new, &parted.alignment, RowOrder::New);
    if messages.lang() == Lang::Ja {
        for row in &mut rows {
            in_phrases(&parted, row);
        }
    }
    let mut merger = Merger { amendment: &parted, messages, lines: Vec::new() };
    merger.title();
    merger.contents();
    for row in &rows {
        merger.row(row);
    }
    let annexes = AnnexPair::of(&parted, messages.lang());
    for change in annexes.changes() {
        merger.annex(change.old.as_ref(), change.new.as_ref());
    }
    merger.lines
}

struct Merger<'m> {
    amendment: &'m Amendment<'m>,
    messages: &'m Messages,
    lines: Vec<MergedLine>,
}

fn pieces(difference: &WordDifference) -> Vec<MergedPiece> {
    let mut out: Vec<MergedPiece> = Vec::new();
    let mut push = |text: &str, state: MergedState| match out.last_mut() {
        _ if text.is_empty() => {}
        Some(last) if last.state == state => last.text.push_str(text),
        _ => out.push(MergedPiece { text: text.to_owned(), state }),
    };
    for stretch in marked_stretches(difference) {
        if stretch.same {
            push(&stretch.new, MergedState::Kept);
        } else {
            push(&stretch.old, MergedState::Gone);
            push(&stretch.new, MergedState::Come);
        }
    }
    out
}

fn whole(text: &str, state: MergedState) -> Vec<MergedPiece> {
    if text.is_empty() { Vec::new() } else { vec![MergedPiece { text: text.to_owned(), state }] }
}

impl Merger<'_> {
    fn line(&mut self, indent: usize, list: Vec<MergedPiece>) {
        let mut pieces: Vec<MergedPiece> = Vec::new();
        for piece in list {
            match pieces.last_mut() {
                Some(last) if last.state == piece.state => last.text.push_str(&piece.text),
                _ => pieces.push(piece),
            }
        }
        // Nothing stands behind a number that stands alone.
        if pieces.last().is_some_and(|last| last.text == self.gap()) {
            pieces.pop();
        }
        if !pieces.is_empty() {
            self.lines.push(MergedLine { indent, pieces });
        }
    }

    /// The document's own list of contents, where it changes.
    fn contents(&mut self) {
        let pairs = contents_pairs(self.amendment);
        if !pairs.is_empty() {
            self.line(0, whole(&self.messages.text("contents"), MergedState::Kept));
        }
        for (old, new) in pairs {
            let letters = |line: &Option<ContentsLine>| line.as_ref().map_or("", |line| line.words.as_str()).to_owned();
            let depth = old.as_ref().or(new.as_ref()).map_or(0, |line| line.depth);
            self.line(1 + depth, self.pieces_between(&letters(&old), &letters(&new)));
        }
    }

    fn title(&mut self) {
        let title = |side: &crate::compare::Side<'_>| {
            side.documents.first().map(|document| document.title.get(side.lang).clone()).unwrap_or_default()
        };
        let (old, new) = (title(&self.amendment.old), title(&self.amendment.new));
        self.line(0, self.pieces_between(&old, &new));
    }

    /// The pieces of `old` that becomes `new`.
    fn pieces_between(&self, old: &str, new: &str) -> Vec<MergedPiece> {
        let mut list = Vec::new();
        for (at, difference) in cell_differences(old, new, self.messages.lang()).iter().enumerate() {
            if at > 0 {
                list.extend(whole(BETWEEN_CELLS, MergedState::Kept));
            }
            list.extend(pieces(difference));
        }
        list
    }

    fn row(&mut self, row: &Row) {
        let old = row.old.map(|at| &self.amendment.old.items[at]);
        let new = row.new.map(|at| &self.amendment.new.items[at]);
        let Some(item) = new.or(old) else { return };
        let is_article = item.provision.is_some_and(|provision| provision.kind == Some(Kind::Article));
        let is_paragraph = item.provision.is_some_and(|provision| provision.kind == Some(Kind::Paragraph));
        let indent = item.depth.saturating_sub(usize::from(is_paragraph));
        let said = |difference: &WordDifference| match row.state {
            State::OnlyOld => whole(&joined(difference, true), MergedState::Gone),
            State::OnlyNew => whole(&joined(difference, false), MergedState::Come),
            State::Same | State::Different | State::Shared => pieces(difference),
        };
        let (caption, text) = (said(&row.caption), said(&row.text));
        let mut line = self.label(row, old, new);
        if is_article && !caption.is_empty() {
            let bracketed = self.messages.with("caption-article", &[("caption", "\u{1}")]);
            let (before, after) = bracketed.split_once('\u{1}').unwrap_or(("", ""));
            let state = caption.first().filter(|_| caption.len() == 1).map_or(MergedState::Kept, |only| only.state);
            let words = whole(before, state).into_iter().chain(caption).chain(whole(after, state)).collect();
            self.line(indent + 1, words);
        } else {
            line.extend(caption);
            if !line.is_empty() && !text.is_empty() && !row.caption.stretches.is_empty() {
                line.extend(whole(self.gap(), MergedState::Kept));
            }
        }
        line.extend(text);
        self.line(indent, line);
    }

    fn gap(&self) -> &'static str {
        if self.messages.lang() == Lang::Ja { "　" } else { "  " }
    }

    /// The number, and the one that it becomes.
    fn label(&self, row: &Row, old: Option<&SideItem<'_>>, new: Option<&SideItem<'_>>) -> Vec<MergedPiece> {
        let label = |item: Option<&SideItem<'_>>| item.map_or(String::new(), |item| item.label.trim().to_owned());
        let (before, after) = (label(old), label(new));
        let mut out = if row.old.is_some() && row.new.is_some() && before == after {
            whole(&after, MergedState::Kept)
        } else {
            whole(&before, MergedState::Gone).into_iter().chain(whole(&after, MergedState::Come)).collect()
        };
        if !out.is_empty() {
            out.extend(whole(self.gap(), MergedState::Kept));
        }
        out
    }

    /// A form or table of which something changes, whole.
    fn annex(&mut self, old: Option<&Annex>, new: Option<&Annex>) {
        let name = |annex: Option<&Annex>| annex.map_or(String::new(), |annex| annex.name.clone());
        self.line(0, self.pieces_between(&name(old), &name(new)));
        let entries = |annex: Option<&Annex>| annex.map_or_else(Vec::new, |annex| annex.entries.clone());
        let (old, new) = (entries(old), entries(new));
        for gone in old.iter().filter(|gone| !new.iter().any(|entry| entry.key == gone.key)) {
            self.line(1, whole(&gone.words, MergedState::Gone));
        }
        for entry in &new {
            let before = old.iter().find(|own| own.key == entry.key);
            self.line(1, self.pieces_between(before.map_or("", |before| before.words.as_str()), &entry.words));
        }
    }
}

/// The letters of one side of a difference.
fn joined(difference: &WordDifference, old: bool) -> String {
    difference.stretches.iter().map(|one| if old { one.old.as_str() } else { one.new.as_str() }).collect()
}
