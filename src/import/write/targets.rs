//! What references may lead to: articles, paragraphs and items by their numbers, appendices, forms and tables by their labels.

use std::collections::BTreeMap;

use super::mentions::{MentionHead, MentionedUnit, mention};
use super::plan::{Planned, PlannedDivision};
use crate::base::notation::widths::folded;
use crate::import::shapes::heads::Begins;
use crate::import::shapes::style::NumberUnit;

/// The words of a link to an appendix, form or table, and its label where the program prints it.
pub(super) type Target = (String, Option<String>);

/// The anchor of an article and its label.
pub(in crate::import) type Article = (String, String);

/// Targets by their numbers; none where a number stands twice.
pub(super) type ByNumber = BTreeMap<Vec<u32>, Option<String>>;

/// The paragraphs and the items of a provision.
#[derive(Debug, Default)]
pub(super) struct BelowTargets {
    pub(super) paragraphs: ByNumber,
    pub(super) items: ByNumber,
}

/// The targets of references.
#[derive(Debug, Default)]
pub(in crate::import) struct Targets {
    /// Articles by division and number: the anchor and the label; none where a number stands twice.
    pub(super) articles: BTreeMap<(usize, Vec<u32>), Option<Article>>,
    /// What stands below an article or a paragraph, by its anchor and part.
    pub(super) below: BTreeMap<String, BelowTargets>,
    /// Appendices, forms and tables by their folded labels: what a link to them says.
    pub(super) divisions: BTreeMap<String, Option<Target>>,
}

/// A provision that was named, and what stands above it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct NamedProvision {
    pub(super) article: Option<String>,
    pub(super) paragraph: Option<String>,
    pub(super) item: Option<String>,
}

impl NamedProvision {
    pub(super) fn target(&self, unit: MentionedUnit) -> Option<&String> {
        match unit {
            MentionedUnit::Article => self.article.as_ref(),
            MentionedUnit::Paragraph => self.paragraph.as_ref(),
            MentionedUnit::Item => self.item.as_ref(),
        }
    }

    /// The innermost of what is named.
    pub(super) fn innermost(&self) -> Option<&String> {
        self.item.as_ref().or(self.paragraph.as_ref()).or(self.article.as_ref())
    }
}

impl Targets {
    /// Collects the targets of references.
    pub(in crate::import) fn of(divisions: &[PlannedDivision<'_>]) -> Self {
        let mut targets = Self::default();
        for (at, division) in divisions.iter().enumerate() {
            for one in &division.list {
                one.walk(&mut |one: &Planned<'_>| targets.add(at, one));
            }
            let label = folded(&division.division.label.text);
            // 附則 is spoken of in general, and there are often several.
            if label.is_empty() || division.division.begins == Some(Begins::Supplementary) {
                continue;
            }
            let form = division.division.form.as_ref();
            let printed = form.filter(|form| form.number.is_some()).map(|form| form.label.text.clone());
            let target = if form.is_some() {
                format!("form:{}", division.id)
            } else if division.division.codes.is_some() {
                format!("table:{}", division.id)
            } else {
                format!("#{}", division.id)
            };
            // Of two divisions with one label neither is certain to be meant.
            targets.divisions.entry(label).and_modify(|twice| *twice = None).or_insert(Some((target, printed)));
        }
        targets
    }

    fn add(&mut self, division: usize, one: &Planned<'_>) {
        let Some(label) = one.node.label.as_ref().filter(|label| label.unit == Some(NumberUnit::Article)) else {
            return;
        };
        let key = (division, label.number.clone());
        // An article with a label of its own is cited otherwise.
        let printed = if one.label.is_none() { label.words.text.clone() } else { String::new() };
        let value = (one.anchor.clone(), printed);
        // 第３条 stands twice in tests/cases/import/wrong-numbers.txt: a reference to it has no certain target.
        self.articles.entry(key).and_modify(|twice| *twice = None).or_insert(Some(value));
        self.add_below(one);
    }

    /// Adds the paragraphs of an article, and the items of each.
    fn add_below(&mut self, article: &Planned<'_>) {
        let mut paragraphs = ByNumber::new();
        let mut first = article.anchor.clone();
        if !article.paragraphs.is_empty() {
            first.push_str(FIRST);
            paragraphs.insert(vec![1], Some(first.clone()));
        }
        for one in article.paragraphs.iter().filter(|one| one.node.counted) {
            add_number(one, &mut paragraphs);
            self.below.entry(one.anchor.clone()).or_default().items = items_of(one);
        }
        // With several paragraphs 第２条第一号 does not say of which, so that only 第２条第１項第一号 has a target.
        self.below.entry(first).or_default().items = items_of(article);
        self.below.entry(article.anchor.clone()).or_default().paragraphs = paragraphs;
    }

    /// The anchor and the label of the first article of the body that `text` names.
    pub(in crate::import) fn first_article(&self, text: &str) -> Option<&Article> {
        let found = mention(text, text.find('第')?)?;
        match found.head {
            MentionHead::Number(MentionedUnit::Article, number) => {
                self.articles.get(&(0, number)).and_then(Option::as_ref)
            }
            MentionHead::Number(..)
            | MentionHead::Before(..)
            | MentionHead::AllBefore(_)
            | MentionHead::Next(_)
            | MentionHead::Own(_)
            | MentionHead::Same(_) => None,
        }
    }

    /// The paragraph or item of such a number below `above`.
    pub(super) fn step(&self, above: &NamedProvision, unit: MentionedUnit, number: &[u32]) -> Option<NamedProvision> {
        let container = above.paragraph.as_ref().or(above.article.as_ref())?;
        match unit {
            MentionedUnit::Article => None,
            MentionedUnit::Paragraph => {
                let article = above.article.as_ref()?;
                let paragraph = self.below.get(article)?.paragraphs.get(number)?.clone()?;
                Some(NamedProvision { article: Some(article.clone()), paragraph: Some(paragraph), item: None })
            }
            MentionedUnit::Item => {
                let item = self.below.get(container)?.items.get(number)?.clone()?;
                Some(NamedProvision { item: Some(item), ..above.clone() })
            }
        }
    }
}

/// The part of a reference to the first paragraph of an article that has several.
pub(in crate::import) const FIRST: &str = "/first";

/// The numbered items of a provision.
fn items_of(one: &Planned<'_>) -> ByNumber {
    let mut found = ByNumber::new();
    one.items.iter().for_each(|item| add_number(item, &mut found));
    found
}

fn add_number(one: &Planned<'_>, found: &mut ByNumber) {
    let Some(label) = one.node.label.as_ref().filter(|label| label.unit.is_none() && !label.number.is_empty()) else {
        return;
    };
    let target = Some(one.anchor.clone());
    found.entry(label.number.clone()).and_modify(|twice| *twice = None).or_insert(target);
}
