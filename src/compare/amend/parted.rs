//! What is done with the rows of two versions before they are drawn: moves taken apart, words compared in units of meaning.

use std::collections::BTreeMap;

use super::Amendment;
use super::instructions::phrase_words;
use crate::compare::{Row, Side, SideItem, State, WordDifference};
use crate::content::Kind;
use crate::corpus::query::heads_others;

/// Compares what differs in units of meaning, the same that the amending text quotes.
pub(super) fn in_phrases(amendment: &Amendment<'_>, row: &mut Row) {
    if let (State::Different, Some(old), Some(new)) = (row.state, row.old, row.new) {
        let (old, new) = (&amendment.old.items[old], &amendment.new.items[new]);
        row.text = WordDifference::between(&phrase_words(&old.text), &phrase_words(&new.text));
        row.caption = WordDifference::between(&phrase_words(&old.caption), &phrase_words(&new.caption));
    }
}

/// `amendment` with everything that came to stand below something else taken apart, so that its whole text stands at
/// both places, and what moved so, old place and new (tests/cases/amend/18-item-moves.txt). Articles are counted through,
/// and a heading put between them moves none.
pub(super) fn parted<'a>(amendment: &Amendment<'a>) -> (Amendment<'a>, BTreeMap<usize, usize>) {
    let mut parted = amendment.in_words_of(amendment.new.lang);
    let mut moves = BTreeMap::new();
    for (old, item) in amendment.old.items.iter().enumerate() {
        let Some(new) = amendment.alignment.new_of(old) else { continue };
        let above = item.parent.map(|above| amendment.alignment.new_of(above));
        let is_elsewhere = above.is_some_and(|above| above != amendment.new.items[new].parent);
        let is_fixed = is_article_item(item) || is_heading(item);
        if is_elsewhere && !is_fixed && above.is_some_and(|above| above.is_some()) {
            moves.insert(old, new);
            let below = |side: &Side<'_>, at: usize| {
                let depth = side.items[at].depth;
                at..at + 1 + side.items[at + 1..].iter().take_while(|item| item.depth > depth).count()
            };
            for at in below(&amendment.old, old) {
                parted.alignment.part_old(at);
            }
            for at in below(&amendment.new, new) {
                parted.alignment.part_new(at);
            }
        }
    }
    (parted, moves)
}

/// Whether the Japanese of a row changed, of which the words in another language are the same; `japanese` is the
/// amendment in Japanese.
pub(super) fn is_untranslated(japanese: &Amendment<'_>, row: &Row) -> bool {
    let (State::Same, Some(old), Some(new)) = (row.state, row.old, row.new) else { return false };
    let value = |item: &SideItem<'_>| item.value();
    value(&japanese.old.items[old]) != value(&japanese.new.items[new]) && !japanese.only_references_differ(old, new)
}

/// Whether a provision heads others without being one: its caption is its text.
pub(super) fn is_heading(item: &SideItem<'_>) -> bool {
    item.provision.is_none_or(|provision| provision.kind.is_some_and(heads_others))
}

pub(super) fn is_article_item(item: &SideItem<'_>) -> bool {
    item_kind(item) == Some(Kind::Article)
}

pub(super) fn item_kind(item: &SideItem<'_>) -> Option<Kind> {
    item.provision.and_then(|provision| provision.kind)
}
