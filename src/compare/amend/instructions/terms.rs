//! Words that change throughout: a term that becomes another wherever it stands in an article is said once for all of
//! it, 第二条中「…」を「…」に改め, with its caption 第六条（見出しを含む。）中 (tests/cases/amend/17-caption-and-word.txt, 34-term-and-more.txt).

use std::collections::BTreeMap;

use super::hunks::{HunkList, Term, reduced};
use super::phrases::{is_meaningful, phrases};
use super::step::{DraftStep, ProvisionPart};
use super::tree::VersionTree;
use super::wording::{Edit, is_balanced, occurrences};

/// The terms that a document changes, and what is said of whole provisions.
#[derive(Debug, Default)]
pub(super) struct TermList {
    /// The words that become others in several places, the longest first.
    pub(super) terms: Vec<Term>,
    /// What is said of a node of the old tree before all else.
    throughout: BTreeMap<usize, Vec<DraftStep>>,
}

/// A text of an article, in which a term may stand.
#[derive(Debug)]
struct TermText {
    node: usize,
    /// Whether it is the caption.
    is_caption: bool,
    /// The paragraph below which it stands; the article itself for the first one.
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
        let articles: Vec<usize> = (0..old.nodes.len()).filter(|at| old.nodes[*at].is_article()).collect();
        for article in articles {
            if old.full(article).is_some() && became.contains_key(&article) {
                list.article(old, new, &became, article);
            }
        }
        list
    }

    /// What is said of `node` before all else.
    pub(super) fn of(&self, node: usize) -> Vec<DraftStep> {
        self.throughout.get(&node).cloned().into_iter().flatten().collect()
    }

    fn article(&mut self, old: &mut VersionTree, new: &VersionTree, became: &BTreeMap<usize, usize>, article: usize) {
        let mut texts = self.texts(old, new, became, article);
        let mut said: BTreeMap<(usize, u8), (ProvisionPart, Vec<Edit>)> = BTreeMap::new();
        for term in self.terms.clone() {
            let Some((node, part)) = place(old, &texts, article, &term) else { continue };
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
            for text in texts.iter_mut().filter(in_reach) {
                let is_spoken_of = !text.is_caption || part == ProvisionPart::WithCaption;
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
        article: usize,
    ) -> Vec<TermText> {
        let mut texts = Vec::new();
        let changes = |before: &str, after: Option<&str>| {
            let after = after?;
            let (old_words, new_words) = (phrases(before), phrases(after));
            let list = HunkList::between(&old_words, &new_words, &self.terms);
            Some(list.changes(&old_words, &new_words, &self.terms)).filter(|_| list.likeness >= 0.5)
        };
        let caption = old.nodes[article].caption.clone();
        if !caption.is_empty() {
            let after = became.get(&article).map(|new_at| new.nodes[*new_at].caption.as_str());
            // A caption is short, so that little of it is left where a term changes.
            let list = after.map(|after| {
                let (old_words, new_words) = (phrases(&caption), phrases(after));
                HunkList::between(&old_words, &new_words, &self.terms).changes(&old_words, &new_words, &self.terms)
            });
            texts.push(TermText { node: article, is_caption: true, group: article, text: caption, changes: list });
        }
        for node in old.all_below(article) {
            let way = std::iter::once(node).chain(old.above(node)).take_while(|above| *above != article);
            let group = way.filter(|above| old.nodes[*above].is_paragraph()).last().unwrap_or(article);
            let text = old.nodes[node].text.clone();
            let after = became.get(&node).map(|new_at| new.nodes[*new_at].text.as_str());
            let changes = changes(&text, after);
            texts.push(TermText { node, is_caption: false, group, text, changes });
        }
        texts
    }
}

/// The node of which it can be said that `term` changes in all of it, and how; `None` where it is said of single texts.
fn place(old: &VersionTree, texts: &[TermText], article: usize, term: &Term) -> Option<(usize, ProvisionPart)> {
    let holds = |text: &&TermText| text.changes.is_some() && text.text.contains(&term.0);
    let is_uniform = |text: &&TermText| {
        let made = text.changes.iter().flatten().filter(|change| *change == term).count();
        made == occurrences(&text.text, &term.0)
    };
    let all_uniform = |list: &mut dyn Iterator<Item = &TermText>| list.filter(holds).all(|text| is_uniform(&text));
    let caption = texts.iter().find(|text| text.is_caption && text.text.contains(&term.0));
    let running = || texts.iter().filter(|text| !text.is_caption);
    let holders: Vec<&TermText> = running().filter(holds).collect();
    let uniform = all_uniform(&mut running());
    if uniform && !holders.is_empty() && caption.is_some_and(|text| is_uniform(&text)) {
        return Some((article, ProvisionPart::WithCaption));
    }
    let groups: Vec<usize> = std::iter::once(article)
        .chain(old.nodes[article].children.iter().copied().filter(|child| old.nodes[*child].is_paragraph()))
        .collect();
    let in_group = |group: usize| holders.iter().filter(move |text| text.group == group);
    if uniform && groups.len() > 1 && groups.iter().all(|group| in_group(*group).next().is_some()) {
        return Some((article, ProvisionPart::Whole));
    }
    groups.into_iter().find_map(|group| {
        let of_group: Vec<&&TermText> = in_group(group).collect();
        let is_led = of_group.len() > 1 && of_group.iter().any(|text| text.node == group);
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
