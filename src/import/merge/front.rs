//! What a merge changes of a document's front, and whether a new text is that of another document.

use super::pairing::Pairing;
use crate::base::diagnostics::{Code, Diagnostic};
use crate::base::notation::widths::folded;
use crate::compare::{Side, SideItem, text_likeness};
use crate::content::{Kind, SetContent, WrittenDocument};

/// The likeness below which two titles are those of two documents: ＭＣＳ運用規程 and ＭＣＳ個人情報取扱規程 of one council have
/// 0.58, ＭＣＳ運用規程 and ＭＣＳ運用ポリシー 0.72.
const MIN_TITLE_LIKENESS: f64 = 0.65;

/// The likeness from which an article counts as kept: that of every rule's first one, この規程は、…を目的とする, is a little less
/// or more.
const MIN_KEPT_LIKENESS: f64 = 0.4;

/// A key of a document's front that a merge changes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FrontKey {
    /// Its title.
    Title,
    /// The day on which it came into force.
    Enacted,
    /// The days of its amendments.
    Amended,
}

/// A change of a document's front.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FrontChange {
    /// What changed.
    pub key: FrontKey,
    /// The value before; empty where there was none.
    pub was: String,
    /// The value of the new text.
    pub now: String,
}

/// Returns what of the front is another in `merged`.
pub(super) fn front_changes(old: &WrittenDocument, merged: &WrittenDocument) -> Vec<FrontChange> {
    let values = |one: &WrittenDocument| {
        let enacted = one.enacted.as_ref().map(|day| day.value.to_string());
        let amended: Vec<String> = one.amended.iter().map(|day| day.value.to_string()).collect();
        [
            (FrontKey::Title, one.title.ja.value.clone()),
            (FrontKey::Enacted, enacted.unwrap_or_default()),
            (FrontKey::Amended, amended.join(", ")),
        ]
    };
    let pairs = values(old).into_iter().zip(values(merged));
    let changes = pairs.filter(|((_, was), (_, now))| was != now);
    changes.map(|((key, was), (_, now))| FrontChange { key, was, now }).collect()
}

/// A document that exists and what may be its new text.
pub(super) struct Fronts<'a> {
    /// Its id.
    pub(super) document: &'a str,
    /// The documents of its set.
    pub(super) set: &'a SetContent,
    /// Its title and that of the new text.
    pub(super) titles: (&'a str, &'a str),
}

impl Fronts<'_> {
    /// Returns the fault that the new text is that of another document, if it is: one of the set has its title, or
    /// another title stands above other articles.
    pub(super) fn fault(&self, old: &Side<'_>, new: &Side<'_>, pairing: &Pairing) -> Option<Box<Diagnostic>> {
        let (was, title) = self.titles;
        if folded(was) == folded(title) {
            return None;
        }
        let mut others = self.set.documents.iter().filter(|(id, _)| *id != self.document);
        let known = others.find(|(_, other)| folded(&other.title.ja.value) == folded(title)).map(|(id, _)| id.as_str());
        let another = known.is_some()
            || text_likeness(&folded(was), &folded(title)) < MIN_TITLE_LIKENESS
                && has_other_articles(old, new, pairing);
        let fault = Diagnostic::new(Code::J0822)
            .arg("title", title)
            .arg("was", was)
            .arg("document", known.unwrap_or(self.document))
            .arg("kind", if known.is_some() { "known" } else { "new" });
        another.then(|| Box::new(fault))
    }
}

/// Whether fewer than half of the articles are in the new text; of a document without articles, of its provisions.
fn has_other_articles(old: &Side<'_>, new: &Side<'_>, pairing: &Pairing) -> bool {
    let is_article = |item: &SideItem<'_>| item.provision.is_some_and(|one| one.kind == Some(Kind::Article));
    let any = old.items.iter().any(is_article);
    let counted: Vec<usize> = (old.items.iter().enumerate())
        .filter(|(_, item)| item.provision.is_some() && (is_article(item) || !any))
        .map(|(at, _)| at)
        .collect();
    let is_kept = |at: &&usize| {
        pairing.of_old[**at].is_some_and(|now| {
            let (was, is) = (old.items[**at].value(), new.items[now].value());
            was == is || text_likeness(&was, &is) >= MIN_KEPT_LIKENESS
        })
    };
    counted.iter().filter(is_kept).count() * 2 < counted.len()
}
