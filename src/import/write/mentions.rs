//! Provisions as Japanese texts name them: 第３条第１項, 前項第二号, 前二条, 前各号, 同条, 本条.

use crate::base::notation::numbers;

/// A unit of provisions that references name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::import) enum MentionedUnit {
    /// 条
    Article,
    /// 項
    Paragraph,
    /// 号
    Item,
}

impl MentionedUnit {
    /// The unit at the head of `text`, which names nothing else, and the rest.
    fn at(text: &str) -> Option<(Self, &str)> {
        // 条例, 項目 and 号室 are words of their own.
        let (unit, others) = match text.chars().next()? {
            '条' => (Self::Article, "例約理文件里"),
            '項' => (Self::Paragraph, "目番"),
            '号' => (Self::Item, "機車室棟館線外数証"),
            _ => return None,
        };
        let rest = &text['条'.len_utf8()..];
        (!rest.starts_with(|next| others.contains(next))).then_some((unit, rest))
    }
}

/// The words with which a reference begins.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::import) enum MentionHead {
    /// 前条, 前二項.
    Before(MentionedUnit, usize),
    /// 前各号.
    AllBefore(MentionedUnit),
    /// 次条.
    Next(MentionedUnit),
    /// 本条.
    Own(MentionedUnit),
    /// 同条.
    Same(MentionedUnit),
    /// 第３条, 第１項.
    Number(MentionedUnit, Vec<u32>),
}

impl MentionHead {
    pub(in crate::import) fn unit(&self) -> MentionedUnit {
        match self {
            Self::Before(unit, _)
            | Self::AllBefore(unit)
            | Self::Next(unit)
            | Self::Own(unit)
            | Self::Same(unit)
            | Self::Number(unit, _) => *unit,
        }
    }
}

/// A reference to a provision, as it stands in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::import) struct Mention {
    pub(in crate::import) head: MentionHead,
    /// The end of the head, in bytes.
    pub(in crate::import) head_end: usize,
    /// The steps below it with their ends: 第１項第二号.
    pub(in crate::import) steps: Vec<(MentionedUnit, Vec<u32>, usize)>,
}

impl Mention {
    /// The end of all of it.
    pub(in crate::import) fn end(&self) -> usize {
        self.steps.last().map_or(self.head_end, |(_, _, end)| *end)
    }
}

/// The reference that begins at `at`.
pub(in crate::import) fn mention(text: &str, at: usize) -> Option<Mention> {
    let rest = &text[at..];
    let letter = rest.chars().next()?;
    let (head, after) = match letter {
        '第' => {
            let (unit, number, after) = numbered_unit(rest)?;
            // 告示第５号 and 第１号様式 name no provision.
            let named = unit != MentionedUnit::Article && (is_kanji(before(text, at)) || after.starts_with("様式"));
            if named {
                return None;
            }
            (MentionHead::Number(unit, number), after)
        }
        '前' | '次' | '本' | '同' => relative(text, at, letter)?,
        _ => return None,
    };
    let head_end = text.len() - after.len();
    let mut steps = Vec::new();
    let (mut unit, mut rest) = (head.unit(), after);
    while let Some((below, number, after)) = numbered_unit(rest).filter(|(below, ..)| *below > unit) {
        steps.push((below, number, text.len() - after.len()));
        (unit, rest) = (below, after);
    }
    Some(Mention { head, head_end, steps })
}

/// 前条, 前二項, 前各号, 次条, 本条, 同条 at `at`, and the rest.
fn relative(text: &str, at: usize, letter: char) -> Option<(MentionHead, &str)> {
    let before = before(text, at);
    // 以前, 午前 and 基本条例, 共同条約 are words of their own.
    let word = match letter {
        '前' => before.is_some_and(|before| "以午従事名直".contains(before)),
        _ => is_kanji(before),
    };
    if word {
        return None;
    }
    let rest = &text[at + letter.len_utf8()..];
    if let Some((unit, after)) = MentionedUnit::at(rest) {
        let head = match letter {
            '前' => MentionHead::Before(unit, 1),
            '次' => MentionHead::Next(unit),
            '本' => MentionHead::Own(unit),
            _ => MentionHead::Same(unit),
        };
        return Some((head, after));
    }
    if letter != '前' {
        return None;
    }
    if let Some((unit, after)) = rest.strip_prefix('各').and_then(MentionedUnit::at) {
        return Some((MentionHead::AllBefore(unit), after));
    }
    let (count, end) = number_at(rest, 0)?;
    let (unit, after) = MentionedUnit::at(&rest[end..])?;
    let count = usize::try_from(count).ok().filter(|count| *count > 1)?;
    Some((MentionHead::Before(unit, count), after))
}

fn before(text: &str, at: usize) -> Option<char> {
    text[..at].chars().next_back()
}

fn is_kanji(letter: Option<char>) -> bool {
    letter.is_some_and(|letter| matches!(u32::from(letter), 0x3400..=0x9FFF | 0xF900..=0xFAFF))
}

/// 第３条の２, 第 2 項, 第一号 at the head of `text`, and the rest.
fn numbered_unit(text: &str) -> Option<(MentionedUnit, Vec<u32>, &str)> {
    let (value, end) = text.strip_prefix('第').and_then(|_| number_at(text, '第'.len_utf8()))?;
    let mut number = vec![value];
    // 第 2 条 with blanks, as texts of PDFs have it.
    let (unit, mut after) = MentionedUnit::at(text[end..].trim_start())?;
    while let Some((value, end)) = after.strip_prefix('の').and_then(|_| number_at(after, 'の'.len_utf8())) {
        if counts(&after[end..]) {
            break;
        }
        number.push(value);
        after = &after[end..];
    }
    Some((unit, number, after))
}

/// Whether the number before `after` counts something: 第１項の２人.
fn counts(after: &str) -> bool {
    after.starts_with(|next| "人名件回日月年個つ分台部枚".contains(next))
}

/// Returns the end of the branches that stand at `at`, if there are some: の２ of 様式第１号の２, その２ of 第１号様式その２.
pub(super) fn branches_end(text: &str, at: usize) -> Option<usize> {
    let mut found = at;
    loop {
        let rest = &text[found..];
        let Some(after) = rest.strip_prefix("その").or_else(|| rest.strip_prefix('の')) else { break };
        let Some((_, end)) = number_at(after, 0).filter(|(_, end)| !counts(&after[*end..])) else { break };
        found = text.len() - after.len() + end;
    }
    // Of 別表第１の２の項 the ２ is a row.
    let cell = ["の項", "の欄", "の部", "の面"].iter().any(|cell| text[found..].starts_with(cell));
    (found > at && !cell).then_some(found)
}

/// The number that stands at `at`, white space aside, and where it ends.
pub(super) fn number_at(text: &str, at: usize) -> Option<(u32, usize)> {
    /// Letters of the longest number that is read.
    const LONGEST: usize = 12;
    let rest = text.get(at..)?;
    let trimmed = rest.trim_start();
    let end = trimmed.char_indices().nth(LONGEST).map_or(trimmed.len(), |(at, _)| at);
    let found = numbers::numbers(&trimmed[..end]).into_iter().next()?;
    let head = trimmed.starts_with(found.written);
    (head && found.value > 0).then(|| (found.value, text.len() - trimmed.len() + found.written.len()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn seen(text: &str) -> Option<(MentionHead, &str, usize)> {
        let at = text.find(['第', '前', '次', '本', '同'])?;
        mention(text, at).map(|found| (found.head.clone(), &text[at..found.end()], found.steps.len()))
    }

    #[test]
    fn references_are_read_whole() {
        use MentionedUnit::{Article, Item, Paragraph};
        let check = |text: &str, head: MentionHead, whole: &str, steps: usize| {
            assert_eq!(seen(text), Some((head, whole, steps)), "{text}");
        };
        check("第 2 条第１項第三号の者", MentionHead::Number(Article, vec![2]), "第 2 条第１項第三号", 2);
        check("第５条の２の規定", MentionHead::Number(Article, vec![5, 2]), "第５条の２", 0);
        check("第１項の２人", MentionHead::Number(Paragraph, vec![1]), "第１項", 0);
        check("前項第一号の二から", MentionHead::Before(Paragraph, 1), "前項第一号の二", 1);
        check("前二条の規定", MentionHead::Before(Article, 2), "前二条", 0);
        check("前各号に掲げる", MentionHead::AllBefore(Item), "前各号", 0);
        check("同条第２項", MentionHead::Same(Article), "同条第２項", 1);
        check("次号の", MentionHead::Next(Item), "次号", 0);
        check("この本条", MentionHead::Own(Article), "本条", 0);
        for text in ["以前項番", "基本条例第", "前条例", "次の各号", "告示第５号", "第１号様式", "同項目", "第三者"]
        {
            assert_eq!(seen(text), None, "{text}");
        }
    }
}
