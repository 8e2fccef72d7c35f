//! Forms and appended tables in a comparison table: what of them changes, piece by piece.

use super::annex_entries::AnnexEntry;
use super::annexes::AnnexChange;
use super::drafter::TableDrafter;
use super::instructions::phrase_words;
use super::marks::{MarkedText, marked_texts};
use super::table::{ArticleGroup, Says, TableCell};
use crate::base::locale::Lang;
use crate::compare::{BETWEEN_CELLS, WordDifference, split_words};

impl TableDrafter<'_> {
    /// A group for a form or a table: its name, then what changes of it; all of it where it comes or goes.
    pub(super) fn annex(&mut self, change: &AnnexChange) {
        self.groups.push(ArticleGroup::default());
        let name = |annex: Option<&super::annexes::Annex>| annex.map_or("", |annex| annex.name.as_str()).to_owned();
        let (old_name, new_name) = (name(change.old.as_ref()), name(change.new.as_ref()));
        let marked = old_name != new_name;
        let head = |name: &str, other: Says| {
            let label = (!name.is_empty()).then(|| MarkedText::new(name, marked));
            TableCell { indent: 0, says: if label.is_some() { Says::Nothing } else { other }, label, lang: None }
        };
        self.line(head(&old_name, Says::Added), head(&new_name, Says::Deleted), Vec::new());
        let entries =
            |annex: Option<&super::annexes::Annex>| annex.map_or_else(Vec::new, |annex| annex.entries.clone());
        let (old, new) = (entries(change.old.as_ref()), entries(change.new.as_ref()));
        let find = |list: &[AnnexEntry], key: &str| list.iter().find(|entry| entry.key == key).cloned();
        let is_whole = change.old.is_none() || change.new.is_none();
        let mut at = 0;
        for entry in &new {
            while let Some(gone) = old.get(at).filter(|gone| find(&new, &gone.key).is_none()) {
                self.entry(Some(gone), None, is_whole);
                at += 1;
            }
            let before = find(&old, &entry.key);
            if let Some(place) = old.iter().position(|own| own.key == entry.key) {
                at = at.max(place + 1);
            }
            if before.as_ref() != Some(entry) {
                self.entry(before.as_ref(), Some(entry), is_whole);
            }
        }
        for gone in old.iter().skip(at).filter(|gone| find(&new, &gone.key).is_none()) {
            self.entry(Some(gone), None, is_whole);
        }
        // Only the order of its pieces changed.
        if self.groups.last().is_some_and(|group| group.lines.len() == 1) && !marked {
            let whole =
                |list: &[AnnexEntry]| list.iter().map(|entry| entry.words.as_str()).collect::<Vec<_>>().join("\n");
            self.words(&whole(&old), &whole(&new));
        }
    }

    fn words(&mut self, old: &str, new: &str) {
        let [old, new] = marked_cells(old, new, self.messages.lang());
        let cell = |words| TableCell { indent: 1, label: None, says: Says::Words(words), lang: None };
        self.line(cell(old), cell(new), Vec::new());
    }

    /// A piece of both versions, or of one. Below what comes or goes whole nothing is said on the other side.
    fn entry(&mut self, old: Option<&AnnexEntry>, new: Option<&AnnexEntry>, is_whole: bool) {
        if let (Some(old), Some(new)) = (old, new) {
            let told = |entry: &AnnexEntry| match (old.words == new.words, entry.words.is_empty()) {
                (false, _) => entry.words.clone(),
                // Only what is filled in there, or how, changed.
                (true, true) => entry.details.clone(),
                (true, false) => format!("{}（{}）", entry.words, entry.details),
            };
            self.words(&told(old), &told(new));
            return;
        }
        let cell = |entry: Option<&AnnexEntry>, other: Says| {
            let says = match entry {
                Some(entry) => Says::Words(vec![MarkedText::new(entry.words.as_str(), true)]),
                None if is_whole => Says::Nothing,
                None => other,
            };
            TableCell { indent: 1, label: None, says, lang: None }
        };
        let is_silent = old.or(new).is_some_and(|entry| entry.words.is_empty());
        if !is_silent {
            self.line(cell(old, Says::Added), cell(new, Says::Deleted), Vec::new());
        }
    }
}

/// Both texts, the old one first, a row of a table cell by cell: what stands in one cell says nothing of the others.
fn marked_cells(old: &str, new: &str, lang: Lang) -> [Vec<MarkedText>; 2] {
    let mut sides = [Vec::new(), Vec::new()];
    for (at, difference) in cell_differences(old, new, lang).iter().enumerate() {
        for (side, words) in sides.iter_mut().zip(marked_texts(difference)) {
            if at > 0 {
                side.push(MarkedText::plain(BETWEEN_CELLS));
            }
            side.extend(words);
        }
    }
    sides
}

/// The difference of two texts, or of each cell where both are rows of as many cells.
pub(super) fn cell_differences(old: &str, new: &str, lang: Lang) -> Vec<WordDifference> {
    let words = |text: &str| {
        let words = split_words(text);
        if lang == Lang::Ja { phrase_words(&words) } else { words }
    };
    let between = |old: &str, new: &str| WordDifference::between(&words(old), &words(new));
    let (of_old, of_new): (Vec<&str>, Vec<&str>) =
        (old.split(BETWEEN_CELLS).collect(), new.split(BETWEEN_CELLS).collect());
    if of_old.len() == of_new.len() {
        of_old.into_iter().zip(of_new).map(|(old, new)| between(old, new)).collect()
    } else {
        vec![between(old, new)]
    }
}
