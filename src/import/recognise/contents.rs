//! Tables of contents within a text: they are left out, since the site makes its own, and held against the headings.
//! Collections of rules (例規集) print one before each rule that has chapters (tests/cases/import/contents.txt).

use std::ops::Range;

use crate::base::notation::widths::folded;
use crate::import::outline::doubt::{Doubt, DoubtKind};
use crate::import::outline::node::OutlineNode;
use crate::import::outline::source::SourceLine;
use crate::import::outline::tree::Outline;
use crate::import::shapes::heads::{self, Begins};
use crate::import::shapes::marks::{self, ListMark};
use crate::import::shapes::style::NumberUnit;

/// A table of contents.
#[derive(Debug)]
pub(in crate::import) struct Contents {
    /// Its lines, the head included, by their places.
    pub(in crate::import) places: Range<usize>,
    /// The headings that it lists.
    entries: Vec<Entry>,
}

/// A heading that is listed.
#[derive(Debug)]
struct Entry {
    place: usize,
    text: String,
    /// The heading without its page and its articles, folded.
    head: String,
    /// The first and the last article that stand below it, folded: 第3条, 第5条.
    articles: Option<[String; 2]>,
}

/// The longest table of contents, in lines, and the longest line of one, in letters.
const MOST_LINES: usize = 800;
const LONGEST_LINE: usize = 70;

/// The table of contents of `lines`.
pub(in crate::import) fn find(lines: &[SourceLine]) -> Option<Contents> {
    // The word 目次 is the surest sign. Leaders and pages count only where no table below that word was found.
    let headed = lines.iter().position(is_head).and_then(|head| Some(head..end(lines, head)?));
    let places = headed.or_else(|| led(lines))?;
    let entries = places.clone().filter(|place| !is_head(&lines[*place]));
    let entries = entries.map(|place| Entry::of(place, &lines[place].text)).collect();
    Some(Contents { places, entries })
}

fn is_head(line: &SourceLine) -> bool {
    let text = folded(&line.text);
    let bare = heads::inside(&text).map_or(text.as_str(), |inner| &text[inner]);
    line.cell.is_none() && ["目次", "もくじ", "目次:"].contains(&bare)
}

/// The end of the table whose head stands at `head`: where its first heading stands again, or where sentences begin.
fn end(lines: &[SourceLine], head: usize) -> Option<usize> {
    let first = lines.get(head + 1).filter(|line| may_be_listed(line))?;
    let rest = &lines[head + 2..lines.len().min(head + MOST_LINES)];
    let listed = rest.iter().take_while(|line| may_be_listed(line)).count();
    let wanted = bare(&first.text).0;
    let same = |line: &SourceLine| bare(&line.text).0 == wanted;
    // One line more than those that may be listed: 第１条 may come back with its sentence behind it, which ends the
    // list.
    let again = rest.iter().take(listed + 1).position(same).or_else(|| {
        // In the text the title may stand on the next line (第１章 / 総則), so that the number alone has to do.
        let mark = marks::find_mark(&first.text)?;
        rest.iter()
            .take(listed + 1)
            .position(|line| marks::find_mark(&line.text).is_some_and(|one| is_same_mark(&one, &mark)))
    });
    match again {
        Some(at) => Some(head + 2 + at),
        // The text may begin without the heading, or with other words. What says nothing of chapters stays.
        None => {
            let telling = |line: &&SourceLine| marks::find_mark(&line.text).is_some_and(|mark| mark.unit.is_some());
            let all = lines[head + 1..head + 2 + listed].iter();
            let last = all.clone().rposition(|line| telling(&line) || heads_supplementary(line))?;
            // A file in which all lines are short has no sentence to stop at and would be left out as a whole.
            (all.filter(telling).count() > 1 && listed < rest.len()).then_some(head + 2 + last)
        }
    }
}

fn is_same_mark(one: &ListMark, other: &ListMark) -> bool {
    one.unit == other.unit
        && one.readings.iter().zip(&other.readings).all(|(one, other)| one.0.key() == other.0.key() && one.1 == other.1)
}

fn heads_supplementary(line: &SourceLine) -> bool {
    heads::division(&line.text).is_some_and(|head| head.begins == Begins::Supplementary)
}

fn may_be_listed(line: &SourceLine) -> bool {
    let text = line.text.as_str();
    line.cell.is_none() && !text.contains('。') && text.chars().count() <= LONGEST_LINE
}

/// Three lines or more that end with leaders and a page are a table of contents whatever stands above them.
fn led(lines: &[SourceLine]) -> Option<Range<usize>> {
    /// Lines that are no chance.
    const LEAST: usize = 3;
    let led = |line: &SourceLine| line.cell.is_none() && has_leaders(&line.text);
    let mut at = 0;
    while at < lines.len() {
        // The lines are those of the test `leaders_and_pages_are_of_a_table_of_contents`.
        let count = lines[at..].iter().take_while(|line| led(line)).count();
        if count >= LEAST {
            return Some(at..at + count);
        }
        at += count + 1;
    }
    None
}

const LEADERS: [char; 8] = ['…', '‥', '・', '･', '.', '．', '─', '―'];

fn has_leaders(text: &str) -> bool {
    let without = without_digits(text.trim_end());
    let body = without.trim_end();
    let leaders = body.chars().rev().take_while(|letter| LEADERS.contains(letter)).count();
    // One … holds three dots. Of dots by themselves ・・・ is what people write for words that are left out.
    without.len() < text.trim_end().len() && leaders >= if body.ends_with('…') { 2 } else { 4 }
}

fn without_digits(text: &str) -> &str {
    text.trim_end_matches(|letter: char| letter.is_ascii_digit() || ('０'..='９').contains(&letter))
}

/// A listed heading without leaders, page and articles, folded; and its articles.
fn bare(text: &str) -> (String, Option<[String; 2]>) {
    let text = text.trim();
    let tail = |letter: char| letter.is_whitespace() || LEADERS.contains(&letter);
    let without = without_digits(text);
    // Digits are a page only behind white space or leaders: 別表１ keeps its number.
    let text = if without.ends_with(tail) { without.trim_end_matches(tail) } else { text };
    let text = if text.is_empty() { without } else { text };
    let open = text.rfind(['（', '(']).filter(|_| text.ends_with(['）', ')']));
    let inner = open.map(|open| text[open..].trim_matches(['（', '(', '）', ')']));
    match (open, inner.and_then(articles)) {
        (Some(open), Some(articles)) => (folded(&text[..open]), Some(articles)),
        _ => (folded(text), None),
    }
}

/// 第３条―第５条, 第１条・第２条, 第６条.
fn articles(text: &str) -> Option<[String; 2]> {
    let text = folded(text);
    let text = text.strip_suffix("まで").unwrap_or(&text);
    let begins: Vec<usize> = text.match_indices('第').map(|(at, _)| at).collect();
    let (first, last) = (*begins.first()?, *begins.last()?);
    let own = |text: &str| {
        let text = text.trim_end_matches(['-', '―', '—', '–', '－', '~', '〜', '・', '、', ',', 'ー', '─']);
        text.strip_suffix("から").unwrap_or(text).to_owned()
    };
    let end = begins.get(1).copied().unwrap_or(text.len());
    let found = [own(&text[first..end]), own(&text[last..])];
    (first == 0 && found.iter().all(|one| one.contains('条'))).then_some(found)
}

impl Entry {
    fn of(place: usize, text: &str) -> Self {
        let (head, articles) = bare(text);
        Self { place, text: text.to_owned(), head, articles }
    }
}

impl Contents {
    /// Returns a doubt for each entry that the headings of `outline` do not have, or have with other articles.
    pub(in crate::import) fn doubts(&self, outline: &Outline) -> Vec<Doubt> {
        // A heading of the list may stand in the text with its title or, as 附則, without one.
        let mut heads = Vec::new();
        for division in &outline.divisions {
            let label = folded(&division.label.text);
            heads.push((format!("{label}{}", folded(&division.title.text)), None));
            heads.push((label, None));
            for node in &division.nodes {
                node.walk(0, &mut |node, _| heads.push((head_of(node), Some(node))));
            }
        }
        let entries =
            self.entries.iter().filter(|entry| marks::find_mark(&entry.text).is_some_and(|mark| mark.unit.is_some()));
        let kind = |entry: &Entry| match heads.iter().find(|(head, _)| *head == entry.head) {
            None => Some(DoubtKind::ContentsHead),
            Some((_, node)) => {
                let differ = entry.articles.as_ref().zip(node.and_then(ends)).is_some_and(|(one, other)| *one != other);
                differ.then_some(DoubtKind::ContentsArticles)
            }
        };
        entries.filter_map(|entry| Some(Doubt::new(entry.place, kind(entry)?, &entry.text))).collect()
    }
}

fn head_of(node: &OutlineNode) -> String {
    let label = node.label.as_ref().map(|label| label.words.text.as_str()).unwrap_or_default();
    folded(&format!("{label}{}", node.caption.text))
}

/// The first and the last article below a heading.
fn ends(node: &OutlineNode) -> Option<[String; 2]> {
    let mut articles = Vec::new();
    node.walk(0, &mut |node, _| {
        let label = node.label.as_ref().filter(|label| label.unit == Some(NumberUnit::Article));
        articles.extend(label);
    });
    let first = folded(&articles.first()?.words.text);
    let last = articles.last()?;
    // 第４条から第６条まで　削除 ends with 第６条.
    let last = if last.to.is_empty() { last.words.text.clone() } else { last.style.print(&last.to, "") };
    Some([first, folded(&last)])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(texts: &[&str]) -> Vec<SourceLine> {
        texts.iter().map(|text| SourceLine { text: (*text).to_owned(), ..SourceLine::default() }).collect()
    }

    #[test]
    fn a_table_of_contents_ends_where_its_first_heading_stands_again() {
        let text = [
            "かえで市規則",
            "目　次",
            "第１章　総則（第１条・第２条）",
            "第２章　雑則（第３条）",
            "附則",
            "第１章　総則",
            "第１条　本文。",
        ];
        assert_eq!(find(&lines(&text)).map(|found| found.places), Some(1..5));
        let titles_below = ["目次", "第１章　総則", "第２章　雑則", "附則", "第１章", "総則", "第１条　本文。"];
        assert_eq!(find(&lines(&titles_below)).map(|found| found.places), Some(0..4));
    }

    #[test]
    fn leaders_and_pages_are_of_a_table_of_contents() {
        let text = ["規約", "１　目的 ………… 1", "２　会員 ………… 2", "３　役員・・・・・・１０", "１　目的", "本文。"];
        assert_eq!(find(&lines(&text)).map(|found| found.places), Some(1..4));
        assert_eq!(
            bare("第２章　会員（第３条―第５条）　… 4"),
            ("第2章会員".to_owned(), Some(["第3条".to_owned(), "第5条".to_owned()]))
        );
    }

    #[test]
    fn a_list_of_words_is_none() {
        assert!(find(&lines(&["規約", "第１条　本文。", "第２条　本文。"])).is_none());
        assert!(find(&lines(&["目次", "本文である。"])).is_none());
    }
}
