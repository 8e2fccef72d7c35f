//! References in running text: 第３条, 前条, 前項第二号, 同条, 別紙様式１, 別表2. Those whose target is certain become links
//! whose words are computed; where the computed words would be others, the link keeps those of the text. Others are told.

use std::ops::Range;

use super::linked::{Linked, ReferenceTarget, SaidBefore, markdown_stretch};
use super::mentions::{Mention, MentionHead, MentionedUnit, branches_end, mention, number_at};
use super::neighbours::Here;
use super::targets::{NamedProvision, Targets};
use crate::base::notation::numbers;
use crate::base::notation::widths::folded;

/// A reference in a text.
struct FoundReference {
    start: usize,
    end: usize,
    /// None where the target is not certain.
    target: Option<ReferenceTarget>,
    /// Whether it is told where the target is not certain.
    told: bool,
}

impl Targets {
    /// Adds `range` of `text` to `linked` as Markdown with its references.
    pub(in crate::import) fn link(&self, text: &str, range: Range<usize>, here: &Here, linked: &mut Linked) {
        let mut at = range.start;
        while let Some(found) = self.next(text, at..range.end, here, &mut linked.said) {
            let words = &text[found.start..found.end];
            if let Some(target) = found.target {
                linked.markdown.push_str(&markdown_stretch(&text[at..found.start], linked.markdown.is_empty()));
                linked.reference(words, found.start, &target, here.typed);
            } else {
                linked.unsure.extend(found.told.then(|| words.to_owned()));
                linked.markdown.push_str(&markdown_stretch(&text[at..found.end], linked.markdown.is_empty()));
            }
            at = found.end;
        }
        linked.markdown.push_str(&markdown_stretch(&text[at..range.end], linked.markdown.is_empty()));
    }

    /// The next reference in `range`.
    fn next(&self, text: &str, range: Range<usize>, here: &Here, said: &mut SaidBefore) -> Option<FoundReference> {
        // What stands before the range says what a reference is of; what stands behind it is another part.
        let text = &text[..range.end];
        let letters = text[range.start..].char_indices().map(|(at, letter)| (range.start + at, letter));
        letters.into_iter().find_map(|(at, letter)| match letter {
            '第' => self
                .numbered_form(text, at)
                .or_else(|| mention(text, at).map(|found| self.provision(text, at, &found, here, said))),
            '前' | '次' | '本' | '同' => {
                mention(text, at).map(|found| self.provision(text, at, &found, here, said))
            }
            '別' | '様' | '参' | '資' | '付' => self.division(text, at),
            _ => None,
        })
    }

    /// A reference to a provision.
    fn provision(&self, text: &str, at: usize, found: &Mention, here: &Here, said: &mut SaidBefore) -> FoundReference {
        let joined = said.end > 0 && text.get(said.end..at).is_some_and(is_joined);
        let head = if is_in_another_document(text, at, found) { None } else { self.head(found, here, said, joined) };
        // What is below a target that is not certain is not certain either, and is of it all the same.
        let mut named = head.as_ref().map(|(named, _)| named.clone());
        let mut end = if named.is_some() { found.head_end } else { found.end() };
        for (unit, number, step_end) in &found.steps {
            let Some(below) = named.as_ref().and_then(|above| self.step(above, *unit, number)) else { break };
            (named, end) = (Some(below), *step_end);
        }
        let target = head.zip(named.clone()).and_then(|((_, part), named)| {
            let written = format!("#{}", named.innermost()?);
            let label = self.label_of(&found.head);
            // A link without words prints the citation that is computed, which is right only where it has the same
            // letters. That is known here of articles; of others `prove::references` asks what was read back.
            let other = end == found.head_end && label.is_some_and(|label| *label != text[at..end]);
            let computed = part.is_some() && !other && !here.row(found.head.unit()).typed;
            Some(ReferenceTarget { written, part: part.unwrap_or(""), computed })
        });
        let own = |unit| here.row(unit).own();
        said.other_article |= named.as_ref().is_none_or(|named| named.article.as_ref() != own(MentionedUnit::Article));
        said.other_paragraph |= said.other_article
            || named.as_ref().is_some_and(|named| named.paragraph.as_ref() != own(MentionedUnit::Paragraph));
        // 前二条 names no one article that 同条 could repeat.
        let several = match found.head {
            MentionHead::Before(_, count) => count > 1,
            MentionHead::AllBefore(_) => true,
            MentionHead::Next(_) | MentionHead::Own(_) | MentionHead::Same(_) | MentionHead::Number(..) => false,
        };
        (said.last, said.end) = (named.filter(|_| !several), end);
        let told = match found.head {
            MentionHead::Number(unit, _) => unit == MentionedUnit::Article,
            MentionHead::Before(..) | MentionHead::AllBefore(_) | MentionHead::Next(_) => true,
            // What they repeat was told where it was named first.
            MentionHead::Own(_) | MentionHead::Same(_) => false,
        };
        FoundReference { start: at, end, target, told }
    }

    /// The label of the article that a head names by its number.
    fn label_of(&self, head: &MentionHead) -> Option<&String> {
        let MentionHead::Number(MentionedUnit::Article, number) = head else { return None };
        self.articles.get(&(0, number.clone())).and_then(Option::as_ref).map(|(_, label)| label)
    }

    /// The provision that the head of a reference names, and the part of a link that prints it so; no part where nothing
    /// would.
    fn head(
        &self,
        found: &Mention,
        here: &Here,
        said: &SaidBefore,
        joined: bool,
    ) -> Option<(NamedProvision, Option<&'static str>)> {
        let unit = found.head.unit();
        let row = here.row(unit);
        let within = |target: &String| Self::within(here, unit, target);
        match &found.head {
            MentionHead::Before(_, 1) => row.before(1).map(|(target, _)| (within(target), Some("/relative"))),
            MentionHead::Before(_, count) => row
                .before(*count)
                .filter(|_| found.steps.is_empty())
                .map(|(target, first)| (within(target), Some(if first { "/onward/counted" } else { "/onward" }))),
            MentionHead::AllBefore(_) => {
                row.all_before().filter(|_| found.steps.is_empty()).map(|target| (within(target), Some("/onward")))
            }
            MentionHead::Next(_) => row.next().map(|target| (within(target), Some("/relative"))),
            MentionHead::Own(_) => row.own().map(|target| (within(target), Some("/relative"))),
            MentionHead::Same(_) => {
                let last = said.last.as_ref()?;
                last.target(unit)?;
                let paragraph = last.paragraph.clone().filter(|_| unit >= MentionedUnit::Paragraph);
                let item = last.item.clone().filter(|_| unit == MentionedUnit::Item);
                Some((NamedProvision { article: last.article.clone(), paragraph, item }, Some("/relative")))
            }
            MentionHead::Number(MentionedUnit::Article, number) => {
                // Articles of other divisions are numbered anew, and which of two articles 2 is meant only the author knows:
                // 町の規程第5条 and the articles of 附則 in tests/cases/import/appendix.txt.
                let (anchor, _) = self.articles.get(&(0, number.clone())).filter(|_| here.division == 0)?.as_ref()?;
                let article = Some(anchor.clone());
                Some((NamedProvision { article, ..NamedProvision::default() }, Some("")))
            }
            MentionHead::Number(_, number) => self.bare_number(unit, number, here, said, joined),
        }
    }

    /// 第１項 and 第二号 by themselves: of the article or paragraph that the text stands in, or of what was named directly
    /// before (第２条第１項及び第２項).
    fn bare_number(
        &self,
        unit: MentionedUnit,
        number: &[u32],
        here: &Here,
        said: &SaidBefore,
        joined: bool,
    ) -> Option<(NamedProvision, Option<&'static str>)> {
        let own = NamedProvision {
            article: here.articles.own().cloned(),
            paragraph: here.paragraphs.own().cloned(),
            item: None,
        };
        let other = said.other_article || (unit == MentionedUnit::Item && said.other_paragraph);
        let above = match (&said.last, joined) {
            (Some(last), true) if last.target(unit).is_some() => last.clone(),
            _ if other => return None,
            _ => own.clone(),
        };
        let paragraph = above.paragraph.filter(|_| unit == MentionedUnit::Item);
        let above = NamedProvision { article: above.article, paragraph, item: None };
        let seen =
            above.article == own.article && (unit == MentionedUnit::Paragraph || above.paragraph == own.paragraph);
        let named = self.step(&above, unit, number)?;
        Some((named, seen.then_some("/relative")))
    }

    /// What is named by a neighbour of the text: 前項 stands in the text's own article.
    fn within(here: &Here, unit: MentionedUnit, target: &str) -> NamedProvision {
        let own = |above: MentionedUnit| here.row(above).own().filter(|_| above < unit).cloned();
        let target = |one: MentionedUnit| Some(target.to_owned()).filter(|_| one == unit).or_else(|| own(one));
        NamedProvision {
            article: target(MentionedUnit::Article),
            paragraph: target(MentionedUnit::Paragraph),
            item: target(MentionedUnit::Item),
        }
    }

    /// 第１号様式, 第１号様式その２, 第１号の２様式, where there is one.
    fn numbered_form(&self, text: &str, at: usize) -> Option<FoundReference> {
        let digits = Some(digits_length(&text[at..])).filter(|digits| *digits > 0)?;
        let number = branches_end(text, at + digits).filter(|end| text[*end..].starts_with("様式"));
        let form = number.unwrap_or(at + digits);
        let form = form + text[form..].strip_prefix("様式").map(|_| "様式".len())?;
        let branches = branches_end(text, form);
        let end = branches.unwrap_or(form);
        let target = self.divisions.get(&folded(&text[at..end])).cloned().flatten();
        // 第１号様式その２ that is not there is not 第１号様式 either, and is told.
        if target.is_none() && number.or(branches).is_none() {
            return None;
        }
        let target = target.map(|(target, printed)| labelled(target, printed, &text[at..end]));
        Some(FoundReference { start: at, end, target, told: true })
    }

    fn division(&self, text: &str, at: usize) -> Option<FoundReference> {
        // Longer names first: 別紙様式１ is no 別紙.
        let head = ["別紙様式", "別記様式", "参考様式", "様式", "別表", "別紙", "別添", "別記", "別図", "資料", "付録"]
            .iter()
            .find(|name| text[at..].starts_with(**name))?;
        let digits = digits_length(&text[at + head.len()..]);
        let mut end = at + head.len() + digits;
        // 別記第１号様式
        if *head == "別記" && text[end..].starts_with("様式") {
            end += "様式".len();
        }
        // 様式第１号の２ is a form of its own and no link to 様式第１号 may stand in front of の２. The ２ of 別表第１の２ may be a
        // row, unless there is such a table.
        if let Some(branched) = branches_end(text, end).filter(|_| digits > 0) {
            let known = self.divisions.contains_key(&folded(&text[at..branched]));
            end = if known || text[at..end].contains("様式") { branched } else { end };
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
            return (*head != "様式").then_some(FoundReference { start: at, end, target: None, told: true });
        }
        end = end.max(at + head.len());
        let target = target.map(|(target, printed)| labelled(target, printed, &text[at..end]));
        Some(FoundReference { start: at, end, target, told: true })
    }
}

/// A link to what prints its label, where that has the same letters.
fn labelled(written: String, printed: Option<String>, words: &str) -> ReferenceTarget {
    ReferenceTarget { written, part: "", computed: printed.is_some_and(|printed| printed == words) }
}

/// Whether a reference is to an article of a law, or of another document.
fn is_in_another_document(text: &str, at: usize, found: &Mention) -> bool {
    // 医師法第3条, 町の規程第5条 (tests/cases/import/appendix.txt): the endings of what laws and rules are called, and of
    // their names in brackets.
    let named = text[..at].trim_end().ends_with([
        '法', '令', '則', '程', '約', '綱', '」', '』', '）', ')', 'ー', '同', '律', '書', '例', 'ル', '針', '領',
    ]);
    named && matches!(found.head, MentionHead::Number(..))
}

/// Whether the words between two references join them: 第１項及び第２項.
fn is_joined(between: &str) -> bool {
    const JOINTS: [&str; 10] = ["及び", "並びに", "又は", "若しくは", "、", "，", "・", "から", "と", "か"];
    JOINTS.contains(&between.trim())
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

#[cfg(test)]
mod tests {
    use std::rc::Rc;

    use super::super::neighbours::NeighbourRow;
    use super::super::targets::{BelowTargets, ByNumber};
    use super::*;
    use crate::import::outline::words::SourceWords;

    fn targets() -> Targets {
        let mut targets = Targets::default();
        let numbers = |list: &[(u32, &str)]| -> ByNumber {
            list.iter().map(|(number, target)| (vec![*number], Some((*target).to_owned()))).collect()
        };
        targets.articles.insert((0, vec![3]), Some(("laws".to_owned(), "第3条".to_owned())));
        targets.articles.insert((0, vec![4]), Some(("use".to_owned(), "第4条".to_owned())));
        targets.below.insert(
            "laws".to_owned(),
            BelowTargets { paragraphs: numbers(&[(1, "laws/first"), (2, "laws.two")]), ..BelowTargets::default() },
        );
        targets.below.insert(
            "laws.two".to_owned(),
            BelowTargets { items: numbers(&[(1, "laws.two.a"), (2, "laws.two.b")]), ..BelowTargets::default() },
        );
        targets
            .divisions
            .insert("別紙様式1".to_owned(), Some(("form:form-1".to_owned(), Some("別紙様式1".to_owned()))));
        targets.divisions.insert("別表2".to_owned(), Some(("table:table-2".to_owned(), None)));
        targets
    }

    /// A text in the third paragraph of the article `use`, of its second item.
    fn linked_at(text: &str, typed: &[usize]) -> (String, Vec<String>) {
        let row = |targets: &[&str], at| {
            let targets: Rc<[String]> = targets.iter().map(|target| (*target).to_owned()).collect();
            NeighbourRow::of(&targets, Some(at))
        };
        let here = Here {
            articles: row(&["purpose", "laws", "use", "end"], 2),
            paragraphs: row(&["use/first", "use.two", "use.three"], 2),
            items: row(&["use.three.a", "use.three.b"], 1),
            ..Here::default()
        };
        let words = SourceWords::of_line(0, text);
        let typed = typed.iter().map(|at| (0, 0, *at)).collect();
        let mut linked = Linked::of(&words, &typed);
        targets().link(text, 0..text.len(), &here, &mut linked);
        (linked.markdown, linked.unsure)
    }

    fn linked(text: &str) -> (String, Vec<String>) {
        linked_at(text, &[])
    }

    #[test]
    fn certain_references_become_links() {
        assert_eq!(linked("第3条に定める").0, "[](#laws)に定める");
        assert_eq!(linked("第３条と前条の*者").0, "[第３条](#laws)と[](#laws/relative)の\\*者");
        assert_eq!(
            linked("申込書（別紙様式１）と別表2").0,
            "申込書（[別紙様式１](form:form-1)）と[別表2](table:table-2)"
        );
        assert_eq!(linked("申込書（別紙様式1）").0, "申込書（[](form:form-1)）");
    }

    #[test]
    fn relative_references_are_computed() {
        for (text, markdown) in [
            ("前項の者", "[](#use.two/relative)の者"),
            ("前二項の者", "[](#use/first/onward/counted)の者"),
            ("前二条", "[](#purpose/onward/counted)"),
            ("前号及び次条", "[](#use.three.a/relative)及び[](#end/relative)"),
            ("前各号", "[](#use.three.a/onward)"),
            ("前条第２項第１号", "[](#laws.two.a/relative)"),
            ("第3条第２項第１号及び第２号", "[](#laws.two.a)及び[第２号](#laws.two.b)"),
            ("第3条第２項の者は、同項第２号", "[](#laws.two)の者は、[](#laws.two.b/relative)"),
            ("本条の者", "[](#use/relative)の者"),
            // A step that there is not stays letters.
            ("前条第９項", "[](#laws/relative)第９項"),
        ] {
            assert_eq!(linked(text), (markdown.to_owned(), Vec::new()), "{text}");
        }
        assert_eq!(linked_at("前項、前項", &["前項、".len()]).0, "[](#use.two/relative)、[前項](#use.two)");
    }

    #[test]
    fn what_is_of_another_text_is_no_target() {
        for text in ["医師法第3条第２項及び第１項", "第９条の者は、同条第２項", "条例第3条の者は、第２項"]
        {
            assert!(!linked(text).0.contains("]("), "{text}: {}", linked(text).0);
        }
        assert_eq!(linked("前二条の者は、同条第２項").0, "[](#purpose/onward/counted)の者は、同条第２項");
        // Behind another article 第２項 may be of either.
        assert_eq!(linked("第3条の者は、第２項").0, "[](#laws)の者は、第２項");
    }

    #[test]
    fn uncertain_references_are_told() {
        assert_eq!(
            linked("医師法第3条、第9条及び前三項"),
            (
                "医師法第3条、第9条及び前三項".to_owned(),
                vec!["第3条".to_owned(), "第9条".to_owned(), "前三項".to_owned()]
            )
        );
        assert_eq!(
            linked("様式を定める。別紙様式9"),
            ("様式を定める。別紙様式9".to_owned(), vec!["別紙様式9".to_owned()])
        );
    }
}
