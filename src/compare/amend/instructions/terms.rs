//! Words that change throughout: a term that becomes another wherever it stands in an article is said once for all of
//! it, 第二条中「…」を「…」に改め, with its caption 第六条（見出しを含む。）中 (tests/cases/amend/17-caption-and-word.txt, 34-term-and-more.txt).
//! What is appended is amended whole, the captions in it too: 別紙中「…」を「…」に改め (tests/cases/amend/70-term-in-appendix.txt).

use std::collections::BTreeMap;

use super::hunks::{HunkList, Term, reduced};
use super::phrases::{is_meaningful, phrases};
use super::step::{DraftStep, ProvisionPart};
use super::tree::{NodeForm, ROOT, VersionTree};
use super::wording::{Edit, is_balanced, occurrences};
use crate::compare::BETWEEN_CELLS;
use crate::corpus::Role;

/// The terms that a document changes, and what is said of whole provisions.
#[derive(Debug, Default)]
pub(super) struct TermList {
    /// The words that become others in several places, the longest first.
    pub(super) terms: Vec<Term>,
    /// What is said of a node of the old tree before all else.
    throughout: BTreeMap<usize, Vec<DraftStep>>,
}

/// A text of an article or of what is appended, in which a term may stand.
#[derive(Debug)]
struct TermText {
    node: usize,
    /// Whether it is the caption.
    is_caption: bool,
    /// The paragraph below which it stands; the article itself for the first one, and what is appended for all of it.
    group: usize,
    text: String,
    /// The changes of its words, each as often as it is made; `None` where it is not kept.
    changes: Option<Vec<Term>>,
}

impl TermList {
    /// Finds what changes throughout provisions of `old`, and makes these changes there.
    pub(super) fn settle(old: &mut VersionTree, new: &VersionTree, was: &[Option<usize>]) -> Self {
        let mut list = Self { terms: recurring(old, new, was), throughout: BTreeMap::new() };
        if list.terms.is_empty() {
            return list;
        }
        let became: BTreeMap<usize, usize> =
            was.iter().enumerate().filter_map(|(new, old)| Some(((*old)?, new))).collect();
        let articles = (0..old.nodes.len()).filter(|at| old.nodes[*at].is_article());
        let holders: Vec<usize> = appended(old).into_iter().chain(parts_of_appended(old)).chain(articles).collect();
        for holder in holders {
            if old.full(holder).is_some() && became.contains_key(&holder) {
                list.holder(old, new, &became, holder);
            }
        }
        list
    }

    /// What is said of `node` before all else.
    pub(super) fn of(&self, node: usize) -> Vec<DraftStep> {
        self.throughout.get(&node).cloned().into_iter().flatten().collect()
    }

    fn holder(&mut self, old: &mut VersionTree, new: &VersionTree, became: &BTreeMap<usize, usize>, holder: usize) {
        let mut texts = self.texts(old, new, became, holder);
        let mut said: BTreeMap<(usize, u8), (ProvisionPart, Vec<Edit>)> = BTreeMap::new();
        for term in self.terms.clone() {
            let Some((node, part)) = place(old, &texts, holder, &term) else { continue };
            let rank = u8::from(part != ProvisionPart::WithCaption);
            let (_, edits) = said.entry((node, rank)).or_insert((part, Vec::new()));
            let is_mixed = |edit: &Edit| {
                let (one, other) = (edit.quoted(), term.0.as_str());
                one.contains(other) || other.contains(one) || edit.result().contains(other) || term.1.contains(one)
            };
            if edits.iter().any(is_mixed) {
                continue;
            }
            edits.push(Edit::Change(term.0.clone(), term.1.clone()));
            let in_reach = |text: &&mut TermText| part != ProvisionPart::All || text.group == node;
            let is_division = matches!(old.nodes[holder].form, NodeForm::Division(_));
            for text in texts.iter_mut().filter(in_reach) {
                let is_spoken_of = !text.is_caption || is_division || part == ProvisionPart::WithCaption;
                if is_spoken_of {
                    text.text = text.text.replace(&term.0, &term.1);
                }
            }
        }
        said.retain(|_, (_, edits)| !edits.is_empty());
        for ((node, _), (part, edits)) in said {
            let step = DraftStep::Words { places: vec![(node, part)], edits, renamed: None };
            self.throughout.entry(node).or_default().push(step);
        }
        for text in texts {
            let node = &mut old.nodes[text.node];
            if text.is_caption { node.caption = text.text } else { node.text = text.text }
        }
    }

    fn texts(
        &self,
        old: &VersionTree,
        new: &VersionTree,
        became: &BTreeMap<usize, usize>,
        holder: usize,
    ) -> Vec<TermText> {
        let mut texts = Vec::new();
        let changes = |before: &str, after: Option<&str>| {
            let after = after?;
            let (old_words, new_words) = (phrases(before), phrases(after));
            let list = HunkList::between(&old_words, &new_words, &self.terms);
            Some(list.changes(&old_words, &new_words, &self.terms)).filter(|_| list.likeness >= 0.5)
        };
        let captioned = match old.nodes[holder].form {
            NodeForm::Division(_) => old.captions_in(holder),
            NodeForm::Root | NodeForm::Notes | NodeForm::Provision(_) | NodeForm::Row => vec![holder],
        };
        for node in captioned.into_iter().filter(|node| !old.nodes[*node].caption.is_empty()) {
            let caption = old.nodes[node].caption.clone();
            let after = became.get(&node).map(|new_at| new.nodes[*new_at].caption.as_str());
            // A caption is short, so that little of it is left where a term changes.
            let list = after.map(|after| {
                let (old_words, new_words) = (phrases(&caption), phrases(after));
                HunkList::between(&old_words, &new_words, &self.terms).changes(&old_words, &new_words, &self.terms)
            });
            texts.push(TermText { node, is_caption: true, group: holder, text: caption, changes: list });
        }
        for node in old.all_below(holder) {
            let way = std::iter::once(node).chain(old.above(node)).take_while(|above| *above != holder);
            let group = way.filter(|above| old.nodes[*above].is_paragraph()).last().unwrap_or(holder);
            let text = old.nodes[node].text.clone();
            let after = became.get(&node).map(|new_at| new.nodes[*new_at].text.as_str());
            let changes = changes(&text, after);
            texts.push(TermText { node, is_caption: false, group, text, changes });
        }
        texts
    }
}

/// The supplementary provisions and appendices without articles, which are amended whole.
fn appended(old: &VersionTree) -> Vec<usize> {
    let is_appended = |at: &usize| match old.nodes[*at].form {
        NodeForm::Division(role) => role != Role::Body && !old.holds_articles(*at),
        NodeForm::Root | NodeForm::Notes | NodeForm::Provision(_) | NodeForm::Row => false,
    };
    old.nodes[ROOT].children.iter().copied().filter(is_appended).collect()
}

/// The numbered parts of what is appended: 別紙（１）.
fn parts_of_appended(old: &VersionTree) -> Vec<usize> {
    let parts = appended(old).into_iter().flat_map(|division| old.nodes[division].children.clone());
    parts.filter(|at| matches!(old.nodes[*at].form, NodeForm::Provision(Some(_)))).collect()
}

/// The node of which it can be said that `term` changes in all of it, and how; `None` where it is said of single texts.
fn place(old: &VersionTree, texts: &[TermText], holder: usize, term: &Term) -> Option<(usize, ProvisionPart)> {
    let holds = |text: &&TermText| text.changes.is_some() && text.text.contains(&term.0);
    // A row is called by its first cell, so that a change there is said of the row.
    let names_row = |text: &TermText| {
        let first = text.text.split(BETWEEN_CELLS).next().unwrap_or("");
        old.is_row(text.node) && first.contains(&term.0)
    };
    if texts.iter().any(names_row) {
        return None;
    }
    let is_uniform = |text: &&TermText| {
        let made = text.changes.iter().flatten().filter(|change| *change == term).count();
        made == occurrences(&text.text, &term.0)
    };
    let all_uniform = |list: &mut dyn Iterator<Item = &TermText>| list.filter(holds).all(|text| is_uniform(&text));
    if matches!(old.nodes[holder].form, NodeForm::Division(_)) {
        // Its title and what is called by its caption are named by those words still.
        let is_named_so =
            |at: &usize| old.nodes[*at].is_called_by_caption() && old.nodes[*at].caption.contains(&term.0);
        let names = old.nodes[holder].caption.contains(&term.0) || old.all_below(holder).iter().any(is_named_so);
        let is_whole = !names && texts.iter().filter(holds).count() > 1 && all_uniform(&mut texts.iter());
        return is_whole.then_some((holder, ProvisionPart::All));
    }
    let caption = texts.iter().find(|text| text.is_caption && text.text.contains(&term.0));
    let running = || texts.iter().filter(|text| !text.is_caption);
    let holders: Vec<&TermText> = running().filter(holds).collect();
    let uniform = all_uniform(&mut running());
    if uniform && !holders.is_empty() && caption.is_some_and(|text| is_uniform(&text)) {
        return Some((holder, ProvisionPart::WithCaption));
    }
    let groups: Vec<usize> = std::iter::once(holder)
        .chain(old.nodes[holder].children.iter().copied().filter(|child| old.nodes[*child].is_paragraph()))
        .collect();
    let in_group = |group: usize| holders.iter().filter(move |text| text.group == group);
    if uniform && groups.len() > 1 && groups.iter().all(|group| in_group(*group).next().is_some()) {
        return Some((holder, ProvisionPart::Whole));
    }
    groups.into_iter().find_map(|group| {
        let of_group: Vec<&&TermText> = in_group(group).collect();
        let is_part = !old.nodes[holder].is_article();
        let is_led = of_group.len() > 1 && (is_part || of_group.iter().any(|text| text.node == group));
        (is_led && of_group.iter().all(|text| is_uniform(text))).then_some((group, ProvisionPart::All))
    })
}

/// The words that become others at least twice in the document: as they stand, or as a part of names whose rest stays.
fn recurring(old: &VersionTree, new: &VersionTree, was: &[Option<usize>]) -> Vec<Term> {
    let mut counts: BTreeMap<Term, usize> = BTreeMap::new();
    let mut count = |before: &str, after: &str| {
        if before == after || before.is_empty() || after.is_empty() {
            return;
        }
        let (old_words, new_words) = (phrases(before), phrases(after));
        let list = HunkList::between(&old_words, &new_words, &[]);
        for change in list.changes(&old_words, &new_words, &[]) {
            if let Some(core) = core(&change) {
                *counts.entry(core).or_default() += 1;
            }
            *counts.entry(change).or_default() += 1;
        }
    };
    for (new_at, old_at) in was.iter().enumerate().filter_map(|(new, old)| Some((new, (*old)?))) {
        let (before, after) = (&old.nodes[old_at], &new.nodes[new_at]);
        count(&before.text, &after.text);
        if before.is_article() {
            count(&before.caption, &after.caption);
        }
    }
    let is_term = |((old, new), count): &(&Term, &usize)| {
        **count > 1
            && old.chars().count() > 1
            && is_meaningful(old)
            && is_meaningful(new)
            && ![old, new].into_iter().any(|words| words.contains(['、', '。', '\n', '｜']) || !is_balanced(words))
    };
    let mut terms: Vec<Term> = counts.iter().filter(is_term).map(|(term, _)| term.clone()).collect();
    let all = terms.clone();
    // A longer name is told by the term in it, if that changes elsewhere too.
    terms.retain(|(old, new)| {
        let others: Vec<Term> = all.iter().filter(|other| other.0 != *old).cloned().collect();
        reduced(old, new, &others) == (old.clone(), new.clone()) || {
            let (shorter, _) = reduced(old, new, &others);
            counts.iter().filter(|(term, _)| term.0 == shorter).map(|(_, count)| *count).max()
                <= counts.get(&(old.clone(), new.clone())).copied()
        }
    });
    terms.sort_by_key(|(old, _)| std::cmp::Reverse(old.chars().count()));
    terms
}

/// The part of a name that changes, where the rest is written in other letters: ユーザー in ユーザー名.
fn core((old, new): &Term) -> Option<Term> {
    let prefix: usize =
        old.chars().zip(new.chars()).take_while(|(one, other)| one == other).map(|(letter, _)| letter.len_utf8()).sum();
    let (old_rest, new_rest) = (old.get(prefix..)?, new.get(prefix..)?);
    let back = old_rest.chars().rev().zip(new_rest.chars().rev());
    let suffix: usize = back.take_while(|(one, other)| one == other).map(|(letter, _)| letter.len_utf8()).sum();
    let (inner, instead) = (old_rest.get(..old_rest.len() - suffix)?, new_rest.get(..new_rest.len() - suffix)?);
    let borders = |before: Option<char>, after: Option<char>| match (before, after) {
        (Some(before), Some(after)) => script(before) != script(after),
        _ => true,
    };
    let is_whole = borders(old[..prefix].chars().last(), inner.chars().next())
        && borders(inner.chars().last(), old_rest[inner.len()..].chars().next());
    let core = (inner.to_owned(), instead.to_owned());
    (is_whole && !inner.is_empty() && !instead.is_empty() && core != (old.clone(), new.clone())).then_some(core)
}

/// The script of a letter, by which names are parted.
fn script(letter: char) -> u8 {
    match letter {
        'ぁ'..='ん' => 0,
        'ァ'..='ヶ' | 'ー' => 1,
        '一'..='鿿' | '々' => 2,
        _ => 3,
    }
}
