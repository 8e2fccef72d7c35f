//! What renumbering brings with it: provisions under new numbers, and references that print another number for the same
//! provision.

use super::Amendment;
use crate::base::locale::Lang;
use crate::base::markup::{Inline, RichText};
use crate::compare::{Side, SideItem, split_words, table_lines};
use crate::corpus::Target;

/// A provision under another number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Renumbered {
    /// As references printed it.
    pub old: String,
    /// As they print it now.
    pub new: String,
}

/// A reference that prints another number for the same provision.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MovedReference {
    /// The provision in which it stands, by its number now.
    pub at: String,
    /// The words that it printed.
    pub old: String,
    /// The words that it prints.
    pub new: String,
}

/// The number by which references name `item` from anywhere: 第五条第一号, 別紙（３）; its caption where it bears none.
pub(super) fn cited_number(item: &SideItem<'_>, side: &Side<'_>) -> String {
    let is_cited = item.provision.is_some_and(|provision| !provision.cite.get(side.lang).is_empty());
    if is_cited { item.document.cite(item.anchor, side.lang) } else { cite_in(item, side.lang) }
}

fn cite_in(item: &SideItem<'_>, lang: Lang) -> String {
    let cited = item.provision.map_or("", |provision| provision.cite.get(lang));
    let own = if cited.is_empty() { item.label.as_str() } else { cited };
    if own.is_empty() { item.caption.iter().map(|word| word.written.as_str()).collect() } else { own.to_owned() }
}

impl Amendment<'_> {
    /// The provisions that bear another number now, in their new order.
    #[must_use]
    pub fn renumbered(&self) -> Vec<Renumbered> {
        let pairs = self.alignment.of_new.iter().flatten();
        let changed = pairs.filter_map(|pair| {
            let (old, new) = (&self.old.items[pair.old], &self.new.items[pair.new]);
            let moved = self.alignment.new_fates.contains_key(&pair.new);
            let numbered = !old.label.is_empty() && !new.label.is_empty();
            let told = Renumbered { old: cited_number(old, &self.old), new: cited_number(new, &self.new) };
            (numbered && (old.label != new.label || moved) && told.old != told.new).then_some(told)
        });
        changed.collect()
    }

    /// The references whose number changed and whose provision did not.
    #[must_use]
    pub fn moved_references(&self) -> Vec<MovedReference> {
        let mut found = Vec::new();
        for pair in self.alignment.of_new.iter().flatten() {
            let mut before = self.references(&self.old, pair.old, true);
            for (target, printed) in self.references(&self.new, pair.new, false) {
                let Some(at) = before.iter().position(|(other, _)| *other == target) else { continue };
                // Taken out, so that a second reference to the same provision is held against the second one before.
                let (_, old) = before.remove(at);
                let told = MovedReference { at: cited_number(&self.new.items[pair.new], &self.new), old, new: printed };
                if told.old != told.new && !found.contains(&told) {
                    found.push(told);
                }
            }
        }
        found
    }

    /// Whether the texts of two paired provisions differ in nothing but the numbers of provisions that they refer to.
    pub(super) fn only_references_differ(&self, old: usize, new: usize) -> bool {
        // With names instead of numbers the texts are the same where only 第三条 became 第五条 (the 細目 of
        // tests/cases/compare/editions.txt).
        let value = |side, at, is_old| self.keyed(side, at, is_old).map(|text| comparable_value(&text));
        let same_caption = value_of_caption(&self.old.items[old]) == value_of_caption(&self.new.items[new]);
        let before = value(&self.old, old, true);
        same_caption && before.is_some() && before == value(&self.new, new, false)
    }

    /// The text of an item with a name in place of the number of each provision that it refers to, and its table; `None` where
    /// it has neither.
    fn keyed(&self, side: &Side<'_>, at: usize, is_old: bool) -> Option<String> {
        let provision = side.items[at].provision?;
        if provision.text.is_none() && provision.table.is_none() {
            return None;
        }
        // Without a translation the text stands in Japanese, and so do its references.
        let lang = provision.text.as_ref().map_or(side.lang, |text| text.given(side.lang));
        let mut out = String::new();
        if let Some(text) = &provision.text {
            each_reference(text.get(side.lang), &mut |words, target| match target
                .and_then(|target| self.key(side, target, lang, is_old))
            {
                Some((key, number)) => out.push_str(&words.replace(&number, &key)),
                None => out.push_str(words),
            });
        }
        // References in cells are held against each other as letters: one that moved counts as a change of the table.
        provision.table.iter().flat_map(|table| table_lines(table, lang)).for_each(|line| out.push_str(&line));
        Some(out)
    }

    /// Returns the targets of an item's references, each with what is printed for it.
    fn references(&self, side: &Side<'_>, at: usize, is_old: bool) -> Vec<(String, String)> {
        let mut found = Vec::new();
        let text = side.items[at].provision.and_then(|provision| provision.text.as_ref());
        if let Some((lang, text)) = text.map(|text| (text.given(side.lang), text.get(side.lang))) {
            each_reference(text, &mut |words, target| {
                let key = target.and_then(|target| self.key(side, target, lang, is_old));
                found.extend(key.filter(|(_, number)| words.contains(number)).map(|(key, _)| (key, words.to_owned())));
            });
        }
        found
    }

    /// A name for a provision of the amended document that is the same on both sides, and its number.
    fn key(&self, side: &Side<'_>, target: &Target, lang: Lang, is_old: bool) -> Option<(String, String)> {
        let Target::Provision { set, document, anchor } = target else { return None };
        let own = side.documents.first()?;
        if *set != side.set.key || *document != own.id {
            return None;
        }
        let at = side.find(document, anchor)?;
        let number = cite_in(&side.items[at], lang);
        // Control letters stand in no text (J0208), so that a name is taken for no words.
        let key = match (is_old, self.alignment.new_of(at)) {
            (true, Some(new)) => format!("\u{1}{new}\u{1}"),
            (true, None) => format!("\u{2}{at}\u{2}"),
            (false, _) => format!("\u{1}{at}\u{1}"),
        };
        (!number.is_empty()).then_some((key, number))
    }
}

/// The provisions in which nothing changed but the way of writing, by their numbers: commas, widths, digits of numbers.
/// That is no amendment, and neither the table nor the sentences show it (tests/cases/amend/28-commas.txt).
pub(super) fn only_writing(amendment: &Amendment<'_>) -> Vec<String> {
    let letters =
        |item: &SideItem<'_>| item.caption.iter().chain(&item.text).map(|word| word.written.clone()).collect();
    let pairs = amendment.alignment.of_new.iter().flatten();
    let changed = pairs.filter_map(|pair| {
        let (old, new) = (&amendment.old.items[pair.old], &amendment.new.items[pair.new]);
        let (before, after): (String, String) = (letters(old), letters(new));
        (before != after && old.value() == new.value()).then(|| cited_number(new, &amendment.new))
    });
    changed.collect()
}

fn comparable_value(text: &str) -> String {
    split_words(text).into_iter().map(|word| word.value).collect()
}

fn value_of_caption(item: &SideItem<'_>) -> String {
    item.caption.iter().map(|word| word.value.as_str()).collect()
}

/// Calls `visit` for each run of letters of `text`, with what it refers to if it is a reference.
fn each_reference(text: &RichText<Target>, visit: &mut impl FnMut(&str, Option<&Target>)) {
    fn inlines(list: &[Inline<Target>], visit: &mut impl FnMut(&str, Option<&Target>)) {
        for inline in list {
            match inline {
                Inline::Text(text) | Inline::Code(text) => visit(text, None),
                Inline::Break => visit("\n", None),
                Inline::Strong(inner)
                | Inline::Emphasis(inner)
                | Inline::Note(inner)
                | Inline::Language { words: inner, .. } => inlines(inner, visit),
                Inline::Ruby { base, .. } => visit(base, None),
                Inline::Picture { alt, .. } => visit(alt, None),
                Inline::Link { target, words } => {
                    visit(&crate::base::markup::to_plain(std::slice::from_ref(words)), Some(target));
                }
            }
        }
    }
    for paragraph in text {
        inlines(paragraph, visit);
        visit("\n", None);
    }
}
