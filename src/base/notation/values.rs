//! Numbers and dates in running text by what they are worth, however they are written: ８文字 and 8文字, 令和八年四月一日
//! and 2026年4月1日.

use std::ops::Range;

use super::date_input;
use super::dates::ERAS;
use super::numbers::{NumberInText, numbers};

/// The letters that follow a number in kanji that is one; elsewhere a kanji numeral may be part of a word (一般, 十分).
pub const COUNTERS: &str = "条項号編章節款文字回年月日時秒人名か個箇ヶヵカ件枚桁種歳才円割版頁週点つ倍以";

/// A number or date that stands in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ValueInText {
    /// Its bytes in the text.
    pub range: Range<usize>,
    /// Its value, the same for every way of writing it.
    pub value: String,
}

/// The numbers and dates in `text`, in their order.
#[must_use]
pub fn values(text: &str) -> Vec<ValueInText> {
    let found = numbers(text);
    let mut values: Vec<ValueInText> = Vec::new();
    for (at, number) in found.iter().enumerate() {
        let start = start_of(text, number);
        // What belongs to a date or a grouped number before it is told already.
        if values.last().is_some_and(|last| last.range.end > start) {
            continue;
        }
        values.extend(
            date_value(text, &found[at..])
                .or_else(|| grouped(text, &found[at..]))
                .or_else(|| plain_value(text, number)),
        );
    }
    values
}

fn start_of(text: &str, number: &NumberInText<'_>) -> usize {
    text.len() - number.after.len() - number.written.len()
}

fn end_of(text: &str, number: &NumberInText<'_>) -> usize {
    text.len() - number.after.len()
}

/// A date that begins with the first of `list`: year, month and day, or month and day of the first year of an era.
fn date_value(text: &str, list: &[NumberInText<'_>]) -> Option<ValueInText> {
    let first = start_of(text, list.first()?);
    let before = &text[..first];
    // 元 is no numeral, so that the list begins with the month of 令和元年五月一日.
    let (start, last) = match before.strip_suffix("元年").and_then(era_at_end) {
        Some(start) => (start, list.get(1)?),
        None => (era_at_end(before).unwrap_or(first), list.get(2)?),
    };
    let end = end_of(text, last) + last.after.strip_prefix('日').map(|_| '日'.len_utf8())?;
    let date = date_input::parse_written_date(&text[start..end]).ok()?;
    Some(ValueInText { range: start..end, value: format!("@{date}") })
}

/// Returns the beginning of the era's name that `text` ends with.
fn era_at_end(text: &str) -> Option<usize> {
    ERAS.iter().find_map(|era| text.strip_suffix(era.name)).map(str::len)
}

/// 1,000 and 1,000,000.
fn grouped(text: &str, list: &[NumberInText<'_>]) -> Option<ValueInText> {
    let first = list.first().filter(|first| first.written.chars().count() <= 3 && is_digits(first.written))?;
    let (start, mut end) = (start_of(text, first), end_of(text, first));
    let mut value = first.value.to_string();
    for next in &list[1..] {
        let between = &text[end..start_of(text, next)];
        if !matches!(between, "," | "，") || next.written.chars().count() != 3 || !is_digits(next.written) {
            break;
        }
        // In 1,050 the last group is read as 50; its nought counts here.
        value.push_str(&format!("{:03}", next.value));
        end = end_of(text, next);
    }
    (end > end_of(text, first)).then(|| ValueInText { range: start..end, value: format!("#{value}") })
}

fn plain_value(text: &str, number: &NumberInText<'_>) -> Option<ValueInText> {
    let start = start_of(text, number);
    let digits = is_digits(number.written);
    // 03 of a telephone number is no 3.
    if digits && number.written.starts_with(['0', '０']) && number.written.chars().count() > 1 {
        return None;
    }
    let counted = number.after.starts_with(|letter| COUNTERS.contains(letter));
    let ordinal = ["第", "条の", "章の", "節の"].iter().any(|before| text[..start].ends_with(before));
    let is_number = digits || counted || ordinal;
    is_number.then(|| ValueInText { range: start..end_of(text, number), value: format!("#{}", number.value) })
}

fn is_digits(written: &str) -> bool {
    written.starts_with(|letter: char| letter.is_ascii_digit() || ('０'..='９').contains(&letter))
}

#[cfg(test)]
mod tests {
    use super::values;

    fn told(text: &str) -> Vec<(String, String)> {
        values(text).into_iter().map(|found| (text[found.range].to_owned(), found.value)).collect()
    }

    fn only(text: &str) -> Vec<String> {
        values(text).into_iter().map(|found| found.value).collect()
    }

    #[test]
    fn every_way_of_writing_has_the_same_value() {
        assert_eq!(only("8文字、８文字、八文字"), ["#8", "#8", "#8"]);
        let dates = "令和8年4月1日、令和八年四月一日、2026年4月1日、２０２６年４月１日、令和元年5月1日";
        assert_eq!(only(dates), ["@2026-04-01", "@2026-04-01", "@2026-04-01", "@2026-04-01", "@2019-05-01"]);
        assert_eq!(only("1,000円、１，０００円、1000円、千円"), ["#1000"; 4]);
        assert_eq!(only("第十六条第2項"), ["#16", "#2"]);
    }

    #[test]
    fn where_they_stand_is_told() {
        let expected = [("平成30年4月1日".to_owned(), "@2018-04-01".to_owned()), ("13".to_owned(), "#13".to_owned())];
        assert_eq!(told("施行日は平成30年4月1日で、13文字とする。"), expected);
    }

    #[test]
    fn words_and_telephone_numbers_are_no_numbers() {
        assert!(only("一般の十分な説明").is_empty());
        assert_eq!(only("03-1234-5678"), ["#1234", "#5678"]);
        assert_eq!(only("平成32年1月1日"), ["#32", "#1", "#1"]);
    }
}
