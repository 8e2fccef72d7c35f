//! Numbers at the head of a text, in every way in which Japanese documents write them.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use unicode_normalization::UnicodeNormalization as _;

use super::style::{NumberStyle, NumberUnit};
use crate::base::notation::numbers;
use crate::base::notation::numerals::Numeral;

/// As many letters as a number has that is not too great: 九千九百九十九.
const LONGEST_NUMBER: usize = 8;

/// As many letters as a Roman number has: XXXVIII.
const LONGEST_ROMAN: usize = 7;

/// The number at the very beginning of `text`, how it is written and what follows; none is zero or beyond 9999.
pub(super) fn leading_number(text: &str) -> Option<(Numeral, u32, &str)> {
    let first = text.chars().next()?;
    let numeral = match first {
        '0'..='9' => Numeral::Ascii,
        '０'..='９' => Numeral::Wide,
        '一' | '二' | '三' | '四' | '五' | '六' | '七' | '八' | '九' | '十' | '百' | '千' => Numeral::Kanji,
        _ => return None,
    };
    // Only the head is looked at, since a line is asked for its number in several ways and may be long.
    let end = text.char_indices().nth(LONGEST_NUMBER).map_or(text.len(), |(at, _)| at);
    let found = numbers::numbers(&text[..end]).into_iter().next()?;
    let after = &text[found.written.len()..];
    let sound = text.starts_with(found.written) && (1..10_000).contains(&found.value);
    // 0.5 and 03-1234 are measures and telephone numbers.
    (sound && !found.written.starts_with(['0', '０'])).then_some((numeral, found.value, after))
}

/// The Roman number at the very beginning of `text`, as guidelines have it for chapters (第Ⅱ章), and what follows.
pub(super) fn leading_roman(text: &str) -> Option<(Numeral, u32, &str)> {
    let is_roman = |letter: char| matches!(letter, 'Ⅰ'..='Ⅻ' | 'I' | 'V' | 'X' | 'Ｉ' | 'Ｖ' | 'Ｘ');
    let end = text.find(|letter| !is_roman(letter)).unwrap_or(text.len());
    let found = readings_of(&text[..end]).into_iter().find(|(numeral, _)| *numeral == Numeral::UpperRoman)?;
    Some((found.0, *found.1.first()?, &text[end..]))
}

/// The branches at the head of `text`, の二の三, and what follows.
pub(super) fn branches(text: &str) -> (Vec<u32>, &str) {
    let (mut found, mut rest) = (Vec::new(), text);
    while let Some((_, branch, after)) =
        rest.trim_start().strip_prefix('の').and_then(|after| leading_number(after.trim_start()))
    {
        found.push(branch);
        rest = after;
    }
    (found, rest)
}

/// Every way of numbering by letters, the likeliest first.
const LETTERED: [Numeral; 11] = [
    Numeral::Circled,
    Numeral::Negative,
    Numeral::Katakana,
    Numeral::Iroha,
    Numeral::Hiragana,
    Numeral::HiraganaIroha,
    Numeral::Alpha,
    Numeral::Roman,
    Numeral::UpperRoman,
    Numeral::UpperAlpha,
    Numeral::Stem,
];

/// The numbers that are written with letters, up to 50.
fn lettered() -> &'static BTreeMap<String, Vec<(Numeral, u32)>> {
    // Made once: each line of a text is asked for its number several times.
    static KNOWN: OnceLock<BTreeMap<String, Vec<(Numeral, u32)>>> = OnceLock::new();
    KNOWN.get_or_init(|| {
        let mut known: BTreeMap<String, Vec<(Numeral, u32)>> = BTreeMap::new();
        for numeral in LETTERED {
            for value in 1..=50 {
                let written = numeral.write(value);
                // Beyond their repertoire numerals write digits.
                if !written.starts_with(|letter: char| letter.is_ascii_digit()) {
                    known.entry(key(&written)).or_default().push((numeral, value));
                }
            }
        }
        known
    })
}

/// Letters without their widths; circled ones would lose their circles.
fn key(written: &str) -> String {
    if written.chars().any(is_circled) { written.to_owned() } else { written.nfkc().collect() }
}

fn is_circled(letter: char) -> bool {
    matches!(u32::from(letter), 0x2460..=0x2473 | 0x3251..=0x325F | 0x32B1..=0x32BF)
}

/// The ways to read the whole of `text` as a number with its branches.
pub(super) fn readings_of(text: &str) -> Vec<(Numeral, Vec<u32>)> {
    if let Some((numeral, value, after)) = leading_number(text) {
        let (below, rest) = branches(after);
        let number = std::iter::once(value).chain(below).collect();
        return if rest.is_empty() { vec![(numeral, number)] } else { Vec::new() };
    }
    if text.chars().nth(LONGEST_ROMAN).is_some() {
        return Vec::new();
    }
    let found = lettered().get(&key(text)).cloned().unwrap_or_default();
    // 𝔞 and other letters of mathematics fold to plain ones.
    let plain = |letter: char| u32::from(letter) < 0x10000;
    if text.chars().all(plain) {
        found.into_iter().map(|(numeral, value)| (numeral, vec![value])).collect()
    } else {
        Vec::new()
    }
}

/// The number that one letter is, with its brackets or its full stop: ⑴, ㈠, ⒜, ⒈.
pub(super) fn precomposed(letter: char) -> Vec<(NumberStyle, Vec<u32>)> {
    let folded: String = if matches!(u32::from(letter), 0x2474..=0x24B5 | 0x3220..=0x3229) {
        std::iter::once(letter).nfkc().collect()
    } else {
        return Vec::new();
    };
    if let Some(inner) = folded.strip_prefix('(').and_then(|inner| inner.strip_suffix(')')) {
        let style = |numeral| NumberStyle::plain("(", numeral, ")");
        return readings_of(inner).into_iter().map(|(numeral, number)| (style(numeral), number)).collect();
    }
    let inner = folded.strip_suffix('.').unwrap_or_default();
    let style = |numeral| NumberStyle::plain("", numeral, ".");
    readings_of(inner).into_iter().map(|(numeral, number)| (style(numeral), number)).collect()
}

/// A number that stands for itself, whatever follows: its readings, its unit, and what follows.
type Bare<'a> = (Vec<(NumberStyle, Vec<u32>)>, Option<NumberUnit>, &'a str);

/// The number at the head of `text`: 第四条の二, （３）, 一, イ.
fn number_alone(text: &str) -> Option<Bare<'_>> {
    if let Some(tail) = text.strip_prefix('第') {
        let (numeral, first, after) = leading_number(tail.trim_start())?;
        let letter = after.trim_start().chars().next()?;
        let unit = NumberUnit::of(letter)?;
        let (below, rest) = branches(&after.trim_start()[letter.len_utf8()..]);
        let number = std::iter::once(first).chain(below).collect();
        return Some((vec![(NumberStyle::plain("第", numeral, &letter.to_string()), number)], Some(unit), rest));
    }
    let open = text.chars().next()?;
    if matches!(open, '（' | '(') {
        // A number in brackets is short; what is longer is a remark.
        let end = text.char_indices().take(12).find(|(_, letter)| matches!(letter, '）' | ')'))?;
        let (before, after) = (open.to_string(), end.1.to_string());
        let style = |numeral| NumberStyle::plain(&before, numeral, &after);
        let inner = readings_of(text[open.len_utf8()..end.0].trim());
        let readings: Vec<_> = inner.into_iter().map(|(numeral, number)| (style(numeral), number)).collect();
        return (!readings.is_empty()).then(|| (readings, None, &text[end.0 + end.1.len_utf8()..]));
    }
    if let Some((numeral, first, after)) = leading_number(text) {
        let (below, rest) = branches(after);
        let number = std::iter::once(first).chain(below).collect();
        return Some((vec![(NumberStyle::plain("", numeral, ""), number)], None, rest));
    }
    let readings = readings_of(&open.to_string());
    let readings = readings.into_iter().map(|(numeral, number)| (NumberStyle::plain("", numeral, ""), number));
    let readings: Vec<_> = readings.collect();
    (!readings.is_empty()).then(|| (readings, None, &text[open.len_utf8()..]))
}

/// Words between the first and the last of several numbers that one provision stands for.
const BETWEEN: [&str; 9] = ["から", "及び", "・", "～", "〜", "~", "―", "－", "、"];

/// Words for provisions that are there no more, or that are not reprinted.
const SAID: [&str; 8] = ["削除", "略", "(略)", "(削除)", "〔削除〕", "[削除]", "【削除】", "省略"];

/// Several numbers that one provision stands for: 第４条から第６条まで　削除, 一から四まで　略.
pub(super) struct Several<'a> {
    pub(super) style: NumberStyle,
    pub(super) first: Vec<u32>,
    pub(super) last: Vec<u32>,
    pub(super) unit: Option<NumberUnit>,
    /// The words that follow: 削除.
    pub(super) after: &'a str,
}

/// The numbers at the head of `text` that nothing is said of but that they are repealed or left out.
pub(super) fn several_numbers(text: &str) -> Option<Several<'_>> {
    let (readings, unit, rest) = number_alone(text)?;
    let after = BETWEEN.iter().find_map(|between| rest.trim_start().strip_prefix(between))?.trim_start();
    let (mut ends, mut other, mut rest) = number_alone(after)?;
    // 第４条、第５条及び第６条　削除
    while let Some(after) = ["、", "及び", "・"].iter().find_map(|between| rest.trim_start().strip_prefix(between))
    {
        (ends, other, rest) = number_alone(after.trim_start())?;
    }
    let rest = rest.trim_start().strip_prefix("まで").unwrap_or(rest);
    let said = crate::base::notation::widths::folded(rest);
    // 第４条から第６条までの規定により is a sentence about articles that are there.
    if unit != other || !SAID.contains(&said.trim_end_matches('。')) {
        return None;
    }
    let mut pairs = readings.iter().filter_map(|(style, first)| {
        // Both ends are counted alike and rise: 第4条から第3条まで is no range.
        let (_, last) = ends.iter().find(|(one, last)| one.key() == style.key() && last > first)?;
        (last.len() == first.len()).then_some((style, first, last))
    });
    // イからハまで is 1 to 3 of イロハ and 2 to 26 of アイウ: a list begins with 1 (test `several_numbers_say_nothing_else`).
    let (style, first, last) = pairs.clone().find(|(_, first, _)| **first == [1]).or_else(|| pairs.next())?;
    Some(Several { style: style.clone(), first: first.clone(), last: last.clone(), unit, after: rest })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_are_numbers() {
        let read = |text: &str| {
            readings_of(text).into_iter().map(|(numeral, number)| (numeral.name(), number[0])).collect::<Vec<_>>()
        };
        assert_eq!(read("イ"), [("katakana", 2), ("iroha", 1)]);
        assert_eq!(read("い"), [("hiragana", 2), ("hiragana-iroha", 1)]);
        assert_eq!(read("Ⅳ"), [("ROMAN", 4)]);
        assert_eq!(read("iii"), [("roman", 3)]);
        assert_eq!(read("❶"), [("negative", 1)]);
        assert_eq!(read("乙"), [("stem", 2)]);
        assert_eq!(read("12"), [("n", 12)]);
        assert!(read("目的").is_empty() && read("0").is_empty());
    }

    #[test]
    fn several_numbers_say_nothing_else() {
        let seen = |text: &str| several_numbers(text).map(|one| (one.style.template(), one.first, one.last));
        assert_eq!(seen("第4条から第6条まで　削除"), Some(("第{n}条".to_owned(), vec![4], vec![6])));
        assert_eq!(seen("第2条の3及び第2条の4 削除"), Some(("第{n}条".to_owned(), vec![2, 3], vec![2, 4])));
        assert_eq!(seen("一から四まで　略"), Some(("{kanji}".to_owned(), vec![1], vec![4])));
        assert_eq!(seen("イからハまで　略"), Some(("{iroha}".to_owned(), vec![1], vec![3])));
        assert_eq!(seen("第4条、第5条及び第6条 削除"), Some(("第{n}条".to_owned(), vec![4], vec![6])));
        assert_eq!(seen("（２）及び（３）　削除"), Some(("（{wide}）".to_owned(), vec![2], vec![3])));
        for text in ["第4条から第6条までの規定", "第4条から第3条まで　削除", "一から四まで", "第4条及び第2項　削除"]
        {
            assert_eq!(seen(text), None, "{text}");
        }
    }
}
