//! Drawing a comparison table: what stands on each line of it.

use std::collections::BTreeMap;

use super::Amendment;
use super::annexes::AnnexPair;
use super::instructions::phrase_words;
use super::marks::{MarkedText, marked_texts};
use super::parted::{in_phrases, is_article_item, is_heading, is_untranslated, item_kind, parted};
use super::renumbering::cited_number;
use super::table::{ArticleGroup, Remark, Says, Table, TableCell, TableRow};
use super::tree::{RowNode, row_tree};
use crate::base::locale::{Lang, Messages};
use crate::compare::{Fate, Row, RowOrder, Side, SideItem, State, Word, WordDifference, comparison_rows, split_words};
use crate::content::Kind;

impl Table {
    /// The table of `amendment`.
    #[must_use]
    pub fn of(amendment: &Amendment<'_>, messages: &Messages) -> Self {
        Self { groups: article_groups(amendment, messages) }
    }
}

/// The groups of the table of `amendment`, in the order of the new side.
fn article_groups(amendment: &Amendment<'_>, messages: &Messages) -> Vec<ArticleGroup> {
    let (parted, moves) = parted(amendment);
    let mut rows = comparison_rows(&parted.old, &parted.new, &parted.alignment, RowOrder::New);
    if messages.lang() == Lang::En {
        let japanese = parted.in_words_of(Lang::Ja);
        for row in rows.iter_mut().filter(|row| is_untranslated(&japanese, row)) {
            row.state = State::Different;
        }
    }
    if messages.lang() == Lang::Ja {
        for row in &mut rows {
            in_phrases(&parted, row);
        }
    }
    let (amendment, rows) = (&parted, rows.as_slice());
    let mut drafter = TableDrafter { amendment, rows, messages, moves, groups: Vec::new() };
    drafter.title();
    drafter.contents(amendment, messages);
    drafter.siblings(&row_tree(amendment, rows), 0, true);
    for change in AnnexPair::of(amendment, messages.lang()).changes() {
        drafter.annex(&change);
    }
    drafter.groups
}

/// Puts the lines down.
pub(super) struct TableDrafter<'d> {
    amendment: &'d Amendment<'d>,
    rows: &'d [Row],
    pub(super) messages: &'d Messages,
    /// What moved below something else, old place and new.
    moves: BTreeMap<usize, usize>,
    pub(super) groups: Vec<ArticleGroup>,
}

/// A number as it is printed; bullets tell nothing apart.
fn printed_label<'a>(item: &'a SideItem<'_>) -> &'a str {
    item.label.trim()
}

impl<'d> TableDrafter<'d> {
    fn old_item(&self, row: &Row) -> Option<&'d SideItem<'d>> {
        row.old.map(|at| &self.amendment.old.items[at])
    }

    fn new_item(&self, row: &Row) -> Option<&'d SideItem<'d>> {
        row.new.map(|at| &self.amendment.new.items[at])
    }

    /// The language in which `item` is printed for want of a translation.
    fn foreign(&self, item: &SideItem<'_>) -> Option<Lang> {
        let lang = self.messages.lang();
        let provision = item.provision?;
        let text = provision.text.as_ref().map(|text| text.given(lang));
        let given = text.or_else(|| provision.caption.as_ref().map(|caption| caption.given(lang)))?;
        (given != lang).then_some(given)
    }

    /// The title, where it changed.
    fn title(&mut self) {
        // The title is of no provision, so that the rows do not have it.
        let title = |side: &Side<'_>| side.documents.first().map(|document| split_words(document.title.get(side.lang)));
        let (old, new) = (title(&self.amendment.old), title(&self.amendment.new));
        let difference = WordDifference::between(&old.unwrap_or_default(), &new.unwrap_or_default());
        if !difference.is_same() {
            self.groups.push(ArticleGroup::default());
            let [old, new] = marked_texts(&difference).map(|words| TableCell {
                indent: 0,
                label: None,
                says: Says::Words(words),
                lang: None,
            });
            self.line(old, new, Vec::new());
        }
    }

    pub(super) fn line(&mut self, old: TableCell, new: TableCell, remarks: Vec<Remark>) {
        if self.groups.is_empty() {
            self.groups.push(ArticleGroup::default());
        }
        if let Some(group) = self.groups.last_mut() {
            group.lines.push(TableRow { old, new, remarks });
        }
    }

    /// Provisions beside each other, `indent` letters in; outermost ones begin a group each.
    fn siblings(&mut self, list: &[RowNode], indent: usize, outermost: bool) {
        let mut at = 0;
        while let Some(node) = list.get(at) {
            let row = &self.rows[node.row];
            let item = self.new_item(row).or_else(|| self.old_item(row));
            // Articles of a chapter begin a group too: a rule between articles is what readers find their place by.
            if outermost || item.is_some_and(|item| is_article_item(item) || is_heading(item)) {
                self.groups.push(ArticleGroup::default());
            }
            // Where it stood before it is told even though it says the same: otherwise nobody would miss it there.
            if node.left {
                self.left(row, indent);
                at += 1;
            } else if node.calm {
                let run =
                    1 + list[at + 1..].iter().zip(&list[at..]).take_while(|(next, one)| self.joins(one, next)).count();
                self.omitted(&list[at..at + run], indent);
                at += run;
            } else {
                self.provision(node, indent);
                at += 1;
            }
        }
    }

    /// Notes the old place of a provision that stands below something else now.
    fn left(&mut self, row: &Row, indent: usize) {
        let (Some(item), Some(new)) = (self.old_item(row), row.new) else { return };
        let label =
            Some(printed_label(item)).filter(|label| !label.is_empty()).map(|label| MarkedText::new(label, true));
        let gone = TableCell { indent, label: None, says: Says::Deleted, lang: None };
        let to = cited_number(&self.amendment.new.items[new], &self.amendment.new);
        self.line(TableCell { label, says: Says::Omitted, ..gone.clone() }, gone, vec![Remark::MovedTo(to)]);
    }

    /// Whether `next` did not change in the same way as `one` before it, so that one line tells of both.
    fn joins(&self, one: &RowNode, next: &RowNode) -> bool {
        let (first, second) = (&self.rows[one.row], &self.rows[next.row]);
        // A run is said as 第三条～第五条, so that it has to be one on both sides.
        let ((Some(old), Some(new)), (Some(next_old), Some(next_new))) =
            ((first.old, first.new), (second.old, second.new))
        else {
            return false;
        };
        let side = |side: &Side<'_>, one: usize, next: usize| {
            let (of_one, of_next) = (&side.items[one], &side.items[next]);
            // Only what stands below the first may stand between the two.
            let between = one < next && side.items[one + 1..next].iter().all(|item| item.depth > of_one.depth);
            let alike =
                item_kind(of_one) == item_kind(of_next) && of_one.provision.is_some() == of_next.provision.is_some();
            between && alike && printed_label(of_one).is_empty() == printed_label(of_next).is_empty()
        };
        let quiet = |node: &RowNode| self.remarks(node).iter().all(|remark| matches!(remark, Remark::Renumbered(..)));
        let numbered = |old: usize, new: usize| self.is_renumbered(old, new);
        next.calm
            && quiet(one)
            && quiet(next)
            && numbered(old, new) == numbered(next_old, next_new)
            && side(&self.amendment.old, old, next_old)
            && side(&self.amendment.new, new, next_new)
    }

    fn is_renumbered(&self, old: usize, new: usize) -> bool {
        printed_label(&self.amendment.old.items[old]) != printed_label(&self.amendment.new.items[new])
            || self.amendment.alignment.new_fates.contains_key(&new)
    }

    /// A line for provisions that did not change but perhaps for their numbers.
    fn omitted(&mut self, run: &[RowNode], indent: usize) {
        let (Some(first), Some(last)) = (run.first(), run.last()) else { return };
        let (first_row, last_row) = (&self.rows[first.row], &self.rows[last.row]);
        let (Some(old), Some(new)) = (first_row.old, first_row.new) else { return };
        let marked = self.is_renumbered(old, new);
        let cell = |side: &Side<'_>, from: usize, to: Option<usize>| {
            let name = |at: usize| {
                let item = &side.items[at];
                let caption = || item.caption.iter().map(|word| word.written.as_str()).collect::<String>();
                // はじめに has no number to be named by.
                if printed_label(item).is_empty() && is_heading(item) {
                    caption()
                } else {
                    printed_label(item).to_owned()
                }
            };
            let (from, to) = (name(from), to.map(name).unwrap_or_default());
            let told = match run.len() {
                // Bullets and the like are the same all along.
                _ if from == to || from.is_empty() => from,
                2 => self.messages.with("amend-both", &[("first", &from), ("last", &to)]),
                _ => self.messages.with("amend-run", &[("first", &from), ("last", &to)]),
            };
            let label = (!told.is_empty()).then(|| MarkedText::new(told, marked));
            TableCell { indent, label, says: Says::Omitted, lang: None }
        };
        let (old_cell, new_cell) =
            (cell(&self.amendment.old, old, last_row.old), cell(&self.amendment.new, new, last_row.new));
        self.line(old_cell, new_cell, self.remarks(first));
    }

    /// A provision that changed, or below which something did.
    fn provision(&mut self, node: &RowNode, indent: usize) {
        let row = &self.rows[node.row];
        let Some(item) = self.new_item(row).or_else(|| self.old_item(row)) else { return };
        let heading = is_heading(item);
        let mut remarks = self.remarks(node);
        if is_article_item(item) && !row.caption.stretches.is_empty() {
            self.caption(row, indent, &mut remarks);
        }
        self.text(row, node, indent, remarks);
        // 号 are set in below their article and 項 are flush with it, as the document prints them.
        let (paragraphs, items): (Vec<RowNode>, Vec<RowNode>) = node.below.iter().cloned().partition(|below| {
            let row = &self.rows[below.row];
            self.new_item(row)
                .or_else(|| self.old_item(row))
                .is_some_and(|item| item_kind(item) == Some(Kind::Paragraph))
        });
        self.siblings(&items, if heading { indent } else { indent + 1 }, false);
        self.siblings(&paragraphs, indent, false);
    }

    /// The caption of an article, in its brackets, on a line of its own.
    fn caption(&mut self, row: &Row, indent: usize, remarks: &mut Vec<Remark>) {
        let bracketed = |item: Option<&SideItem<'_>>| {
            let caption: String =
                item.into_iter().flat_map(|item| &item.caption).map(|one| one.written.as_str()).collect();
            let bracketed = self.messages.with("caption-article", &[("caption", &caption)]);
            if caption.is_empty() { Vec::new() } else { split_words(&bracketed) }
        };
        let is_japanese = self.messages.lang() == Lang::Ja;
        let words = |words: Vec<Word>| if is_japanese { phrase_words(&words) } else { words };
        let (old, new) = (words(bracketed(self.old_item(row))), words(bracketed(self.new_item(row))));
        let [old, new] = marked_texts(&WordDifference::between(&old, &new));
        let cell = |item: Option<&SideItem<'_>>, words: Vec<MarkedText>, other: Says| {
            let (says, lang) = if words.is_empty() {
                (other, None)
            } else {
                (Says::Words(words), item.and_then(|item| self.foreign(item)))
            };
            TableCell { indent, label: None, says, lang }
        };
        let told = |state, says: Says| if row.state == state { says } else { Says::Nothing };
        // A caption that was only added or taken away has nothing beside it: （新設） would speak of the whole article.
        let old = cell(self.old_item(row), old, told(State::OnlyNew, self.other(row)));
        let new = cell(self.new_item(row), new, told(State::OnlyOld, self.other(row)));
        // What is said of the whole provision stands beside its first line.
        let first =
            if matches!(row.state, State::OnlyNew | State::OnlyOld) { std::mem::take(remarks) } else { Vec::new() };
        self.line(old, new, first);
    }

    /// The cell of the side that does not have the provision: empty where the provision above is told so already.
    fn other(&self, row: &Row) -> Says {
        let told_above = |side: &Side<'_>, at: usize, has_pair: &dyn Fn(usize) -> bool| {
            // （新設） and （削る） are said once, of the outermost provision.
            side.items[at].parent.is_some_and(|above| !has_pair(above))
        };
        let alignment = &self.amendment.alignment;
        match (row.old, row.new) {
            (Some(old), None) if told_above(&self.amendment.old, old, &|at| alignment.new_of(at).is_some()) => {
                Says::Nothing
            }
            (None, Some(new)) if told_above(&self.amendment.new, new, &|at| alignment.old_of(at).is_some()) => {
                Says::Nothing
            }
            (Some(_), None) => Says::Deleted,
            _ => Says::Added,
        }
    }

    /// The line with the number and the text.
    fn text(&mut self, row: &Row, node: &RowNode, indent: usize, remarks: Vec<Remark>) {
        let (of_old, of_new) = (self.old_item(row), self.new_item(row));
        let (difference, said) = self.difference(row);
        let captioned = is_article_row(of_old, of_new) && !row.caption.stretches.is_empty();
        let marked = match (row.old, row.new) {
            (Some(old), Some(new)) => self.is_renumbered(old, new),
            _ => true,
        };
        let same = matches!(row.state, State::Same | State::Different) && difference.is_same();
        let is_untranslated = row.state == State::Different && row.caption.is_same() && row.text.is_same();
        // 第二章　夜回り stays to be read where only what stands below it changed.
        let keeps_words = of_new.or(of_old).is_some_and(is_heading);
        let [old_words, new_words] = marked_texts(&difference);
        let cell = |item: Option<&SideItem<'_>>, words: Vec<MarkedText>| match item {
            Some(item) => {
                let label = Some(printed_label(item))
                    .filter(|label| !label.is_empty())
                    .map(|label| MarkedText::new(label, marked));
                let omit = same && said && !keeps_words && !is_untranslated;
                let says = if omit { Says::Omitted } else { Says::Words(words) };
                TableCell { indent, label, says, lang: if omit { None } else { self.foreign(item) } }
            }
            // Beside its caption it is said already.
            None => {
                let says = if captioned { Says::Nothing } else { self.other(row) };
                TableCell { indent, label: None, says, lang: None }
            }
        };
        let (old, new) = (cell(of_old, old_words), cell(of_new, new_words));
        let has_something =
            |cell: &TableCell| cell.label.is_some() || !matches!(&cell.says, Says::Words(words) if words.is_empty());
        // A provision without number and words is there for what stands below it.
        if has_something(&old) || has_something(&new) || node.below.is_empty() {
            self.line(old, new, remarks);
        }
    }

    /// The difference in what stands beside the number, and whether anything stands there: the text, before it the
    /// caption of what is no article.
    fn difference(&self, row: &Row) -> (WordDifference, bool) {
        let (of_old, of_new) = (self.old_item(row), self.new_item(row));
        if is_article_row(of_old, of_new) || row.caption.stretches.is_empty() {
            return (row.text.clone(), !row.text.stretches.is_empty());
        }
        let joined = |item: Option<&SideItem<'_>>| {
            let Some(item) = item else { return Vec::new() };
            // Captions of items have no brackets and stand on the line of the text.
            let space = if item.caption.is_empty() || item.text.is_empty() { Vec::new() } else { split_words("　") };
            let words: Vec<Word> = item.caption.iter().chain(&space).chain(&item.text).cloned().collect();
            if self.messages.lang() == Lang::Ja { phrase_words(&words) } else { words }
        };
        (WordDifference::between(&joined(of_old), &joined(of_new)), true)
    }

    fn remarks(&self, node: &RowNode) -> Vec<Remark> {
        let row = &self.rows[node.row];
        let (amendment, alignment) = (self.amendment, &self.amendment.alignment);
        let old_cite = |at: usize| cited_number(&amendment.old.items[at], &amendment.old);
        let new_cite = |at: usize| cited_number(&amendment.new.items[at], &amendment.new);
        let mut remarks = Vec::new();
        match row.new.and_then(|new| alignment.new_fates.get(&new)) {
            Some(Fate::Moved) => {
                let apart = self.moves.iter().find(|(_, new)| row.new == Some(**new)).map(|(old, _)| *old);
                remarks.extend(row.old.or(apart).map(|old| Remark::Moved(old_cite(old))));
            }
            Some(Fate::Split(from)) => remarks.push(Remark::SplitFrom(old_cite(*from))),
            // That it moved or was split off says more than that its number changed.
            _ => remarks.extend(self.shift(row)),
        }
        let gone_to = row.old.filter(|_| row.new.is_none()).and_then(|old| self.moves.get(&old));
        remarks.extend(gone_to.map(|new| Remark::MovedTo(new_cite(*new))));
        if let Some(Fate::Merged(into)) = row.old.and_then(|old| alignment.old_fates.get(&old)) {
            remarks.push(Remark::MergedInto(new_cite(*into)));
        }
        let parts =
            alignment.new_fates.iter().filter(|(_, fate)| row.old.is_some_and(|old| **fate == Fate::Split(old)));
        remarks.extend(parts.map(|(new, _)| Remark::SplitInto(new_cite(*new))));
        let parts =
            alignment.old_fates.iter().filter(|(_, fate)| row.new.is_some_and(|new| **fate == Fate::Merged(new)));
        remarks.extend(parts.map(|(old, _)| Remark::MergedFrom(old_cite(*old))));
        if row.state == State::Different && row.caption.is_same() && row.text.is_same() {
            remarks.push(Remark::Untranslated);
        } else if let (State::Different, Some(old), Some(new)) = (row.state, row.old, row.new)
            && amendment.only_references_differ(old, new)
        {
            remarks.push(Remark::References);
        }
        remarks
    }

    /// That it is counted at another place among those of its kind.
    fn shift(&self, row: &Row) -> Option<Remark> {
        let (old, new) = (row.old?, row.new?);
        let (of_old, of_new) = (&self.amendment.old.items[old], &self.amendment.new.items[new]);
        if printed_label(of_old) == printed_label(of_new)
            || printed_label(of_old).is_empty()
            || printed_label(of_new).is_empty()
        {
            return None;
        }
        let place = |side: &Side<'_>, at: usize| {
            let own = &side.items[at];
            let beside = |item: &&SideItem<'_>| {
                item_kind(item) == item_kind(own) && (is_article_item(own) || item.parent == own.parent)
            };
            side.items[..at].iter().filter(beside).count()
        };
        let (before, after) = (place(&self.amendment.old, old), place(&self.amendment.new, new));
        // A number that is only written in another way, １ for 一, counts at the same place and was not moved.
        (before != after).then(|| Remark::Renumbered(item_kind(of_new), after > before))
    }
}

fn is_article_row(old: Option<&SideItem<'_>>, new: Option<&SideItem<'_>>) -> bool {
    new.or(old).is_some_and(is_article_item)
}
