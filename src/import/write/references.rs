//! References in running text: 第３条, 前条, 前項, 別紙様式１, 別表2. Those whose target is certain become links, with
//! words of their own unless the computed citation is the same to the letter; others are told.

use std::collections::BTreeMap;

use super::escape::escape_markdown;
use super::plan::{Planned, PlannedDivision};
use crate::base::notation::numbers;
use crate::base::notation::widths::folded;
use crate::import::shapes::heads::Begins;
use crate::import::shapes::style::NumberUnit;

/// The words of a link to an appendix, form or table, and its label where the program prints it.
type Target = (String, Option<String>);

/// The anchor of an article and its label.
pub(in crate::import) type Article = (String, String);

/// The targets of references.
#[derive(Debug, Default)]
pub(in crate::import) struct Targets {
    /// Articles by division and number: the anchor and the label; none where a number stands twice.
    articles: BTreeMap<(usize, Vec<u32>), Option<Article>>,
    /// Appendices, forms and tables by their folded labels: what a link to them says.
    divisions: BTreeMap<String, Option<Target>>,
}

/// The place of a text.
#[derive(Debug, Clone, Default)]
pub(in crate::import) struct Here {
    /// The division.
    pub(in crate::import) division: usize,
    /// The article above it, and the one before that.
    pub(in crate::import) article: Option<String>,
    pub(in crate::import) before: Option<String>,
    pub(in crate::import) next: Option<String>,
    /// The paragraph before it, where it stands in a later paragraph of an article.
    pub(in crate::import) paragraph: Option<String>,
}

/// A text with its references, and those whose target is not certain.
#[derive(Debug, Default)]
pub(in crate::import) struct Linked {
    pub(in crate::import) markdown: String,
    pub(in crate::import) unsure: Vec<String>,
}

impl Linked {
    /// Adds the part `linked` of a text, which `letters` were; spaces at its ends are spaces still.
    pub(in crate::import) fn add(&mut self, linked: Self, letters: &str) {
        if letters.starts_with(char::is_whitespace) && !self.markdown.is_empty() {
            self.markdown.push(' ');
        }
        self.markdown.push_str(&linked.markdown);
        if letters.ends_with(char::is_whitespace) && !letters.trim().is_empty() {
            self.markdown.push(' ');
        }
        self.unsure.extend(linked.unsure);
    }
}

/// A reference in a text.
struct FoundReference {
    start: usize,
    end: usize,
    /// The words of a link; `None` where the target is not certain.
    target: Option<(String, bool)>,
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
    }

    /// The anchor and the label of the first article of the body that `text` names.
    pub(in crate::import) fn first_article(&self, text: &str) -> Option<&Article> {
        let (number, _) = article_number(&text[text.find('第')?..])?;
        self.articles.get(&(0, number)).and_then(Option::as_ref)
    }

    /// `text` as Markdown with its references.
    pub(in crate::import) fn link(&self, text: &str, here: &Here) -> Linked {
        let mut linked = Linked::default();
        let mut at = 0;
        while let Some(found) = self.next(text, at, here) {
            let words = &text[found.start..found.end];
            match found.target {
                Some((target, empty)) => {
                    linked.markdown.push_str(&inner(&text[at..found.start], linked.markdown.is_empty()));
                    let shown = if empty { String::new() } else { escape_markdown(words) };
                    linked.markdown.push_str(&format!("[{shown}]({target})"));
                }
                None => {
                    linked.unsure.push(words.to_owned());
                    linked.markdown.push_str(&inner(&text[at..found.end], linked.markdown.is_empty()));
                }
            }
            at = found.end;
        }
        linked.markdown.push_str(&inner(&text[at..], linked.markdown.is_empty()));
        linked
    }

    /// The next reference at or after `from`.
    fn next(&self, text: &str, from: usize, here: &Here) -> Option<FoundReference> {
        text[from..].char_indices().map(|(at, letter)| (from + at, letter)).find_map(|(at, letter)| match letter {
            '第' => self.article(text, at, here).or_else(|| self.numbered_form(text, at)),
            '前' | '次' => neighbour(text, at, here),
            '別' | '様' | '参' | '資' | '付' => self.division(text, at),
            _ => None,
        })
    }

    fn article(&self, text: &str, at: usize, here: &Here) -> Option<FoundReference> {
        let (number, end) = article_number(&text[at..])?;
        let end = at + end;
        let found = |target| Some(FoundReference { start: at, end, target });
        // An article of a law, or of another document.
        // 医師法第3条, 町の規程第5条 (tests/cases/import/appendix.txt): the endings of what laws and rules are called, and of
        // their names in brackets.
        let foreign = text[..at].trim_end().ends_with([
            '法', '令', '則', '程', '約', '綱', '」', '』', '）', ')', 'ー', '同', '律', '書', '例', 'ル', '針', '領',
        ]);
        let other = here.division != 0;
        // Articles of other divisions are numbered anew, and which of two articles 2 is meant only the author knows:
        // 町の規程第5条 and the articles of 附則 in tests/cases/import/appendix.txt.
        if foreign || other {
            return found(None);
        }
        match self.articles.get(&(0, number)) {
            // A link without words prints the citation that is computed, which is right only where it has the same
            // letters.
            Some(Some((anchor, label))) => found(Some((format!("#{anchor}"), *label == text[at..end]))),
            _ => found(None),
        }
    }

    /// 第１号様式, where there is one.
    fn numbered_form(&self, text: &str, at: usize) -> Option<FoundReference> {
        let digits = digits_length(&text[at..]);
        let end = at + digits + text[at + digits..].strip_prefix("様式").map(|_| "様式".len())?;
        let (target, printed) =
            self.divisions.get(&folded(&text[at..end])).cloned().flatten().filter(|_| digits > 0)?;
        let empty = printed.is_some_and(|printed| printed == text[at..end]);
        Some(FoundReference { start: at, end, target: Some((target, empty)) })
    }

    fn division(&self, text: &str, at: usize) -> Option<FoundReference> {
        // Longer names first: 別紙様式１ is no 別紙.
        let head = ["別紙様式", "別記様式", "参考様式", "様式", "別表", "別紙", "別添", "別記", "別図", "資料", "付録"]
            .iter()
            .find(|name| text[at..].starts_with(**name))?;
        let mut end = at + head.len() + digits_length(&text[at + head.len()..]);
        // 別記第１号様式
        if *head == "別記" && text[end..].starts_with("様式") {
            end += "様式".len();
        }
        let label = folded(&text[at..end]);
        let target = self.divisions.get(&label).cloned().flatten();
        // These are words of their own, and heads only where the text has such a part.
        if matches!(*head, "参考様式" | "資料" | "付録") && target.is_none() {
            return None;
        }
        let numbered = !numbers::numbers(&label).is_empty();
        // A bare 様式 names no form.
        // 別紙 by itself is told as uncertain only where there is none of that name.
        if !numbered && (target.is_none() || *head == "様式") {
            return (*head != "様式").then_some(FoundReference { start: at, end, target: None });
        }
        end = end.max(at + head.len());
        let empty = |printed: Option<String>| printed.is_some_and(|printed| printed == text[at..end]);
        Some(FoundReference { start: at, end, target: target.map(|(target, printed)| (target, empty(printed))) })
    }
}

/// 前条, 次条, 前項.
fn neighbour(text: &str, at: usize, here: &Here) -> Option<FoundReference> {
    let word = ["前条", "次条", "前項"].iter().find(|word| text[at..].starts_with(**word))?;
    let anchor = match *word {
        // 前条 in the first article, and 前項 in a paragraph that nothing is counted before, lead nowhere and are told.
        "前条" => &here.before,
        "次条" => &here.next,
        _ => &here.paragraph,
    };
    let target = anchor.as_ref().map(|anchor| (format!("#{anchor}"), false));
    Some(FoundReference { start: at, end: at + word.len(), target })
}

/// The number of an article at the head of `text`, and where it ends: 第３条, 第 2 条の二.
fn article_number(text: &str) -> Option<(Vec<u32>, usize)> {
    let mut number = Vec::new();
    let (value, mut end) = number_at(text, '第'.len_utf8())?;
    number.push(value);
    // 第 2 条 with blanks, as texts of PDFs have it.
    let rest = &text[end..];
    end += rest.len() - rest.trim_start().len();
    end += text[end..].strip_prefix('条').map(|_| '条'.len_utf8())?;
    while let Some((value, after)) = text[end..].strip_prefix('の').and_then(|_| number_at(text, end + 'の'.len_utf8()))
    {
        number.push(value);
        end = after;
    }
    Some((number, end))
}

/// The number that stands at `at`, white space aside, and where it ends.
fn number_at(text: &str, at: usize) -> Option<(u32, usize)> {
    /// Letters of the longest number that is read.
    const LONGEST: usize = 12;
    let rest = text.get(at..)?;
    let trimmed = rest.trim_start();
    let end = trimmed.char_indices().nth(LONGEST).map_or(trimmed.len(), |(at, _)| at);
    let found = numbers::numbers(&trimmed[..end]).into_iter().next()?;
    let head = trimmed.starts_with(found.written);
    (head && found.value > 0).then(|| (found.value, text.len() - trimmed.len() + found.written.len()))
}

/// Counts the bytes of `text` that are a number with its counter: 1, 第１号.
fn digits_length(text: &str) -> usize {
    // 別表第１, 様式第１号: the counter is of the label only behind 第.
    let ordinal = text.strip_prefix('第').map_or(text, |rest| rest);
    let Some((_, end)) = number_at(ordinal, 0) else { return 0 };
    let end = text.len() - ordinal.len() + end;
    let counted = text[end..].starts_with('号') && ordinal.len() < text.len();
    if counted { end + '号'.len_utf8() } else { end }
}

/// A stretch of a text as Markdown: what would begin a block matters at the head alone, and spaces beside links stay.
fn inner(text: &str, head: bool) -> String {
    if text.is_empty() {
        return String::new();
    }
    let (lead, tail) = (text.len() - text.trim_start().len(), text.trim_end().len());
    if lead >= tail {
        return if head { String::new() } else { " ".to_owned() };
    }
    // A letter before it keeps escape from taking it for the head.
    let escaped = if head {
        escape_markdown(&text[lead..tail])
    } else {
        escape_markdown(&format!("。{}", &text[lead..tail])).split_off('。'.len_utf8())
    };
    format!("{}{escaped}{}", if head { "" } else { &text[..lead] }, &text[tail..])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn targets() -> Targets {
        let mut targets = Targets::default();
        targets.articles.insert((0, vec![3]), Some(("laws".to_owned(), "第3条".to_owned())));
        targets
            .divisions
            .insert("別紙様式1".to_owned(), Some(("form:form-1".to_owned(), Some("別紙様式1".to_owned()))));
        targets.divisions.insert("別表2".to_owned(), Some(("table:table-2".to_owned(), None)));
        targets
    }

    fn linked(text: &str) -> (String, Vec<String>) {
        let here = Here { before: Some("purpose".to_owned()), ..Here::default() };
        let linked = targets().link(text, &here);
        (linked.markdown, linked.unsure)
    }

    #[test]
    fn certain_references_become_links() {
        assert_eq!(linked("第3条に定める").0, "[](#laws)に定める");
        assert_eq!(linked("第３条と前条の*者").0, "[第３条](#laws)と[前条](#purpose)の\\*者");
        assert_eq!(
            linked("申込書（別紙様式１）と別表2").0,
            "申込書（[別紙様式１](form:form-1)）と[別表2](table:table-2)"
        );
        assert_eq!(linked("申込書（別紙様式1）").0, "申込書（[](form:form-1)）");
    }

    #[test]
    fn uncertain_references_are_told() {
        assert_eq!(
            linked("医師法第3条、第9条及び前項"),
            ("医師法第3条、第9条及び前項".to_owned(), vec!["第3条".to_owned(), "第9条".to_owned(), "前項".to_owned()])
        );
        assert_eq!(
            linked("様式を定める。別紙様式9"),
            ("様式を定める。別紙様式9".to_owned(), vec!["別紙様式9".to_owned()])
        );
    }
}
