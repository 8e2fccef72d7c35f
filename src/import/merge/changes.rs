//! What a merge changed, article by article.

use std::collections::{BTreeMap, BTreeSet};

use super::pairing::Pairing;
use super::provisions::Taken;
use crate::base::locale::Lang;
use crate::compare::{Side, SideItem};
use crate::content::Kind;

/// What became of an article, or of a provision that stands in none.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum ChangeKind {
    /// It is new.
    Added,
    /// Words in it are others, or provisions of it came or went.
    Changed,
    /// It is no longer in the text.
    Gone,
}

/// A change of an article.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ArticleChange {
    /// What became of it.
    pub kind: ChangeKind,
    /// Its number and caption as they are printed now; of what is gone, as they were.
    pub name: String,
    /// Its number before, where that is another.
    pub was: Option<String>,
    /// How many provisions of it changed, came or went.
    pub places: usize,
    /// How many of them have an English text that stays and is to be looked at.
    pub english: usize,
}

/// What changed from the old to the new side.
pub(super) fn article_changes(old: &Side<'_>, new: &Side<'_>, pairing: &Pairing, taken: &Taken) -> Vec<ArticleChange> {
    let mut told: BTreeMap<usize, ArticleChange> = BTreeMap::new();
    for (at, item) in new.items.iter().enumerate() {
        let was = pairing.of_new[at];
        // All of a division that is new is told by its head.
        let head = item.parent.map(|parent| top_of(new, parent)).filter(|head| new.items[*head].provision.is_none());
        let top = head.filter(|head| pairing.of_new[*head].is_none()).unwrap_or_else(|| top_of(new, at));
        let changed = was.is_none() || taken.words.contains(item.anchor);
        if !changed {
            continue;
        }
        let english = was.is_some_and(|was| has_english(&old.items[was]));
        let one = told.entry(top).or_insert_with(|| change_of(old, new, pairing, top));
        one.places += 1;
        one.english += usize::from(english);
    }
    let mut gone: BTreeSet<usize> = BTreeSet::new();
    for (at, _) in old.items.iter().enumerate().filter(|(at, _)| pairing.of_old[*at].is_none()) {
        let top = top_of(old, at);
        match pairing.of_old[top] {
            Some(now) => {
                let top = top_of(new, now);
                told.entry(top).or_insert_with(|| change_of(old, new, pairing, top)).places += 1;
            }
            None => {
                gone.insert(top);
            }
        }
    }
    let gone = gone.into_iter().map(|at| ArticleChange {
        kind: ChangeKind::Gone,
        name: article_name(&old.items[at]),
        was: None,
        places: 1,
        english: 0,
    });
    told.into_values().chain(gone).collect()
}

/// How many articles bear another number and are else the same.
pub(super) fn renumbered(old: &Side<'_>, new: &Side<'_>, pairing: &Pairing) -> usize {
    let other = |(at, item): &(usize, &SideItem<'_>)| {
        pairing.of_new[*at].is_some_and(|was| old.items[was].label != item.label) && top_of(new, *at) == *at
    };
    new.items.iter().enumerate().filter(other).count()
}

fn change_of(old: &Side<'_>, new: &Side<'_>, pairing: &Pairing, top: usize) -> ArticleChange {
    let item = &new.items[top];
    let was = pairing.of_new[top].map(|was| old.items[was].label.clone());
    ArticleChange {
        kind: if was.is_none() { ChangeKind::Added } else { ChangeKind::Changed },
        name: article_name(item),
        was: was.filter(|was| *was != item.label),
        places: 0,
        english: 0,
    }
}

/// The article that an item stands in, or the outermost provision that stands below no chapter and no head.
fn top_of(side: &Side<'_>, at: usize) -> usize {
    let is_article = |item: &SideItem<'_>| item.provision.is_some_and(|one| one.kind == Some(Kind::Article));
    let mut here = at;
    loop {
        let item = &side.items[here];
        let Some(parent) = item.parent.filter(|_| !is_article(item)) else { return here };
        if !in_article(side, parent) && !is_below_text(side, parent) {
            return here;
        }
        here = parent;
    }
}

fn in_article(side: &Side<'_>, at: usize) -> bool {
    let mut here = Some(at);
    while let Some(place) = here {
        let item = &side.items[place];
        if item.provision.is_some_and(|one| one.kind == Some(Kind::Article)) {
            return true;
        }
        here = item.parent;
    }
    false
}

/// Whether the provision says something itself, so that what stands below it is a part of it.
fn is_below_text(side: &Side<'_>, at: usize) -> bool {
    !side.items[at].text.is_empty()
}

fn has_english(item: &SideItem<'_>) -> bool {
    let Some(one) = item.provision else {
        return item.division.and_then(|division| division.title.as_ref()).is_some_and(|title| title.en.is_some());
    };
    one.text.as_ref().is_some_and(|text| text.en.is_some())
        || one.caption.as_ref().is_some_and(|words| words.en.is_some())
}

/// The number and the caption, or the first letters.
fn article_name(item: &SideItem<'_>) -> String {
    /// Letters that tell provisions apart.
    const SHOWN: usize = 16;
    let words = |words: &[crate::compare::Word]| words.iter().map(|word| word.written.as_str()).collect::<String>();
    let caption = words(&item.caption);
    if !caption.is_empty() {
        return if item.label.is_empty() { caption } else { format!("{}（{caption}）", item.label) };
    }
    let text: String = words(&item.text).chars().take(SHOWN).collect();
    let name = format!("{} {text}", item.label);
    name.trim().to_owned()
}

/// The language in which texts are compared.
pub(super) const LANG: Lang = Lang::Ja;
