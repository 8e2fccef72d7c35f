//! Which lines go on with the line before: a page, a column or a mail broke them in the middle of a sentence.

use std::collections::BTreeMap;

use super::measures::{Fullness, fullness};
use crate::import::outline::source::SourceLine;
use crate::import::shapes::heads;
use crate::import::shapes::histories;
use crate::import::shapes::marks::{self, ListMark};
use crate::import::shapes::style::NumberUnit;

/// The certainty that a line goes on with the one before.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::import) enum LineJoint {
    /// The lines nearby or an open bracket say so.
    Certain,
    /// Only the sentence says so: a person should look.
    Guessed,
}

/// Puts lines together, one after the other.
pub(in crate::import) struct LineJoiner<'a> {
    lines: &'a [SourceLine],
    /// The lines that are looked at, by their places.
    kept: &'a [usize],
    /// The fullness of each of them.
    full: Vec<Fullness>,
    /// The number of empty lines between lines that belong together.
    gap: usize,
    /// The last number of each way of numbering.
    last: BTreeMap<String, Vec<u32>>,
    /// The brackets that the paragraph has open.
    open: Vec<char>,
    /// The line with which the paragraph begins.
    begun: usize,
}

/// A bracket that is not closed within so many lines was forgotten.
const FAR: usize = 8;

impl<'a> LineJoiner<'a> {
    pub(in crate::import) fn new(lines: &'a [SourceLine], kept: &'a [usize]) -> Self {
        let text: Vec<usize> = (0..kept.len()).filter(|at| lines[kept[*at]].cell.is_none()).collect();
        let shown: Vec<&SourceLine> = text.iter().map(|at| &lines[kept[*at]]).collect();
        let found = fullness(&shown);
        let mut full = vec![Fullness::Short; kept.len()];
        for (at, one) in text.iter().zip(&found) {
            full[*at] = *one;
        }
        // What follows a full line that ends no sentence tells how many empty lines stand within paragraphs.
        // In tests/cases/import/broken-lines.txt an empty line stands after every line, and so parts nothing.
        let pairs = shown.windows(2).zip(&found).filter(|(pair, full)| {
            **full > Fullness::Likely && !pair[0].text.ends_with('。') && marks::find_mark(&pair[1].text).is_none()
        });
        let (none, one) = pairs.fold((0, 0), |(none, one), (pair, _)| {
            (none + usize::from(pair[1].gap == 0), one + usize::from(pair[1].gap == 1))
        });
        Self { lines, kept, full, gap: usize::from(one > none), last: BTreeMap::new(), open: Vec::new(), begun: 0 }
    }

    /// The number of empty lines between lines that belong together.
    pub(in crate::import) fn gap(&self) -> usize {
        self.gap
    }

    /// Notes that a paragraph begins with the line `at` of those that are kept.
    pub(in crate::import) fn begin(&mut self, at: usize, mark: Option<&ListMark>) {
        self.open.clear();
        self.begun = at;
        // Below an article everything is numbered anew.
        if mark.is_some_and(|mark| mark.unit.is_some()) {
            self.last.retain(|key, _| key.starts_with('第'));
        }
        for (style, number) in mark.iter().flat_map(|mark| &mark.readings) {
            let last = mark.map(|mark| &mark.to).filter(|to| !to.is_empty()).unwrap_or(number);
            self.last.insert(style.key(), last.clone());
        }
        self.go_on(at, mark);
    }

    /// Notes that the paragraph goes on with the line `at`.
    pub(in crate::import) fn go_on(&mut self, at: usize, mark: Option<&ListMark>) {
        let text = &self.lines[self.kept[at]].text;
        brackets(&text[mark.map_or(0, |mark| mark.rest)..], &mut self.open);
    }

    /// Returns the joint of the line `at` with the one before, `gap` empty lines above it; `None` where it begins anew.
    pub(in crate::import) fn joint(&self, at: usize, mark: Option<&ListMark>, gap: usize) -> Option<LineJoint> {
        let before = &self.lines[self.kept[at.checked_sub(1)?]];
        let line = &self.lines[self.kept[at]];
        let alone = |line: &SourceLine| line.heading.is_some() || line.bold;
        if before.cell != line.cell || alone(before) || alone(line) || line.listed {
            return None;
        }
        let (above, below) = (before.text.trim_end(), line.text.trim());
        let last = above.chars().last()?;
        let near = gap <= self.gap;
        // A bracket that was forgotten must not swallow the article that comes next.
        let article = mark.is_some_and(|mark| mark.unit == Some(NumberUnit::Article) && self.is_next(mark));
        // Both in tests/cases/import/open-brackets.txt: a line that begins with ）, and one within 「以下「条例」という。」.
        if near && !article && (begins_no_line(below) || (!self.open.is_empty() && self.closes(at))) {
            return Some(LineJoint::Certain);
        }
        if ends_in_room(above) {
            return None;
        }
        let ends = "。．！？".contains(last);
        let full = self.full[at - 1];
        let sure = full > Fullness::Likely && self.is_broken(at);
        let measured = if sure { LineJoint::Certain } else { LineJoint::Guessed };
        if let Some(mark) = mark {
            // A line may be broken before a number of its sentence: …の額は、別表 / ２　の欄による. Such a number goes on no list.
            let stray = !mark.is_bullet() && !mark.is_note() && !self.is_next(mark);
            return (near && full > Fullness::Short && !ends && stray && is_unfinished(above)).then_some(measured);
        }
        // 附則 ends without 。 as a broken line does, and what stands below it is its text.
        let headed = self.begun + 1 == at && heads::division(above).is_some();
        if headed || self.stands_alone(at) {
            return None;
        }
        // Where no lines nearby were surely broken, a full line is not enough: a column of names is of one width too.
        let sentence = below.contains('。') && is_unfinished(above);
        if near && !ends && (sure || (full > Fullness::Short && sentence)) {
            return Some(measured);
        }
        // A sentence may end where the line does, and the paragraph go on.
        // 電話で知らせるときは… of tests/cases/import/wrapped-two-widths.txt is joined so, and told.
        if near && full == Fullness::Brimful && line.indent <= before.indent && is_sentence(below) && self.is_broken(at)
        {
            return Some(LineJoint::Guessed);
        }
        // 気づいたことを会に / 知らせる。 in tests/cases/import/cut.txt has no line nearby that would tell a width.
        (gap <= self.gap + 1 && reads_on(above, below)).then_some(LineJoint::Guessed)
    }

    /// Whether lines nearby were surely broken: they are full, end no sentence, and no number or heading follows.
    fn is_broken(&self, at: usize) -> bool {
        /// The number of lines that a page reaches.
        const PAGE: usize = 20;
        let end = self.kept.len().min(at + PAGE);
        // Three such lines within a page, since one or two lines of a width are so by chance.
        let broken = (at.saturating_sub(PAGE)..end.saturating_sub(1)).filter(|one| {
            let (line, next) = (&self.lines[self.kept[*one]], &self.lines[self.kept[one + 1]]);
            // The places of `full` are those of `kept`, in which cells of tables are `Short`.
            self.full[*one] > Fullness::Likely
                && is_unfinished(line.text.trim_end())
                && marks::find_mark(&next.text).is_none()
                && next.heading.is_none()
                && next.cell.is_none()
        });
        broken.take(3).count() == 3
    }

    /// Whether a number goes on a sequence, begins one, or is a branch of the last.
    fn is_next(&self, mark: &ListMark) -> bool {
        mark.readings.iter().any(|(style, number)| {
            let first = number.first().copied().unwrap_or(1);
            match self.last.get(&style.key()).and_then(|last| last.first()) {
                // 第３条の２ follows 第３条, and a list may begin anew at any time.
                Some(last) => first == 1 || first == last.saturating_add(1) || (first == *last && number.len() > 1),
                // The first paragraph of an article bears no number.
                None => first == 1 || (first == 2 && style.before.is_empty() && style.key().starts_with("|n|")),
            }
        })
    }

    /// Whether a bracket that is open is closed soon, and not by the line that begins the next provision.
    fn closes(&self, at: usize) -> bool {
        let mut open = self.open.clone();
        let depth = open.len();
        // The bound keeps a text in which nobody closes brackets linear.
        for place in self.kept.iter().skip(at).take(FAR) {
            let line = &self.lines[*place];
            let mark = marks::find_mark(&line.text);
            if line.heading.is_some() || mark.as_ref().is_some_and(|mark| mark.unit.is_some() && self.is_next(mark)) {
                return false;
            }
            // （別紙様式 | ２）を出して: what looks like a number closes the bracket (tests/cases/import/bracket-before-number.txt).
            let stray = mark.as_ref().is_some_and(|mark| {
                let closes =
                    line.text[..mark.rest].contains(['）', ')']) && !line.text[..mark.rest].contains(['（', '(']);
                closes && *place == self.kept[at] && (!self.is_next(mark) || self.names_number(at))
            });
            let from = mark.filter(|_| !stray).map_or(0, |mark| mark.rest);
            for letter in line.text[from..].chars() {
                step(letter, &mut open);
                if open.len() < depth {
                    return true;
                }
            }
        }
        false
    }

    /// Whether the line before ends in a word that a number follows.
    fn names_number(&self, at: usize) -> bool {
        const NAMES: [&str; 9] = ["様式", "別紙", "別表", "別添", "別記", "別図", "資料", "付録", "第"];
        let above = at.checked_sub(1).map_or("", |before| self.lines[self.kept[before]].text.trim_end());
        NAMES.iter().any(|name| above.ends_with(name))
    }

    /// Whether a line is a head of its own, which goes on with nothing.
    fn stands_alone(&self, at: usize) -> bool {
        let text = self.lines[self.kept[at]].text.trim();
        let closed = |open: [char; 2], close: [char; 2]| {
            text.starts_with(open) && text.ends_with(close) && text.chars().count() < 40
        };
        let next = self.kept.get(at + 1).map(|place| &self.lines[*place]);
        let heads_number = next.is_none_or(|next| marks::find_mark(&next.text).is_some());
        // （以下「会員」という。） is of a sentence.
        let said = text.contains('。') || (text.contains('「') && !heads_number);
        (closed(['（', '('], ['）', ')']) && !said)
            || closed(['【', '＜'], ['】', '＞'])
            || closed(['「', '<'], ['」', '>'])
            || heads::division(text).is_some()
            || histories::is_history(text)
    }
}

/// Adds the brackets of `text` that stay open to those that are.
fn brackets(text: &str, open: &mut Vec<char>) {
    text.chars().for_each(|letter| step(letter, open));
}

fn step(letter: char, open: &mut Vec<char>) {
    let kind = match letter {
        '（' | '(' | '）' | ')' => '（',
        '「' | '」' => '「',
        '『' | '』' => '『',
        _ => return,
    };
    if matches!(letter, '（' | '(' | '「' | '『') {
        open.push(kind);
    } else if let Some(at) = open.iter().rposition(|one| *one == kind) {
        open.truncate(at);
    }
}

/// Letters that no line begins with, unless it was broken.
fn begins_no_line(text: &str) -> bool {
    let mut letters = text.chars();
    letters.next().is_some_and(|first| "、。，．）」』】〕々ゝっゃゅょぁぃぅぇぉッャュョァィゥェォ".contains(first))
        && letters.next().is_some_and(|next| !next.is_whitespace())
}

/// Whether the words above go on: they end neither a sentence nor a heading in brackets.
fn is_unfinished(text: &str) -> bool {
    let last = text.chars().last();
    last.is_some_and(|last| !"。．.！？!?」』）)】〕］]＞>:：;；…＊*※".contains(last)) && !ends_in_room(text)
}

/// Whether a line ends at the right edge because something is written or sealed there: 年　　月　　日, 氏名　　　　印 in
/// tests/cases/import/form-title-far-below.txt.
fn ends_in_room(text: &str) -> bool {
    let spaced = |rest: &str| rest.ends_with(char::is_whitespace);
    let dated = text.strip_suffix('日').is_some_and(|rest| spaced(rest) && rest.trim_end().ends_with('月'));
    dated || text.strip_suffix(['印', '㊞']).is_some_and(spaced)
}

fn is_sentence(text: &str) -> bool {
    text.contains('。') || text.chars().count() > 20
}

/// Whether `below` reads like the rest of the sentence that `above` begins.
fn reads_on(above: &str, below: &str) -> bool {
    let open = above.ends_with(['、', '，']);
    let inside = above.contains(['、', '。']) && above.chars().count() >= 25;
    let particle = ["あるいは", "または", "及び", "並びに", "は", "を", "に", "が", "の", "と"]
        .iter()
        .any(|end| above.ends_with(end));
    let unfinished = is_unfinished(above) && !above.ends_with(|last: char| last.is_ascii_alphanumeric());
    let sentence = below.ends_with(['。', '）', ')']) || below.contains('。');
    unfinished && sentence && (open || inside || (particle && above.chars().count() >= 20))
}
