//! Days as people write them into forms and lists, by era or Western, and those that spreadsheets make of them.
//!
//! The page reads them by the same rules (`assets/form/dates.js`); `tests/cases/values.jsonl` holds both to them.

use jiff::civil::{Date, Weekday};
use unicode_normalization::UnicodeNormalization;

use super::value_rules::{ERAS, EraRule, MONTHS, is_dash};
use crate::base::notation::numbers::numbers;

/// A reason why a text names no day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum DayFault {
    /// It is not written as a date.
    Unreadable,
    /// There is no such month.
    NoSuchMonth,
    /// The month has fewer days.
    NoSuchDay,
    /// It is before 1873, when Japan began to count by this calendar.
    TooOld,
    /// The years of an era begin with 1.
    EraZero,
    /// The era began later, on this day.
    EraBefore(Date),
    /// The era ended earlier, on this day.
    EraOver(Date),
    /// The day of the week that stands beside it is another.
    OtherWeekday,
}

/// A year, month and day as they were written, and the era that counts the year.
struct WrittenDay {
    era: Option<&'static EraRule>,
    year: i32,
    month: i32,
    day: i32,
}

/// Returns the day that `text` names.
///
/// # Errors
/// Why it names none.
pub(super) fn read_day(text: &str) -> Result<Date, DayFault> {
    let plain = plain(text);
    let (plain, weekday) = without_weekday(&plain);
    let plain = plain.strip_prefix("(西暦)").or_else(|| plain.strip_prefix("西暦")).unwrap_or(plain).trim_start();
    let written = by_era(plain).or_else(|| western(plain)).or_else(|| english_day(plain));
    let date = match written {
        Some(written) => existing_day(&written)?,
        None => serial(plain).ok_or(DayFault::Unreadable)?,
    };
    if weekday.is_some_and(|weekday| weekday != date.weekday()) {
        return Err(DayFault::OtherWeekday);
    }
    Ok(date)
}

/// `text` in one way of writing: narrow, lower-case, with digits for kanji, one kind of dash, no white space beside signs.
fn plain(text: &str) -> String {
    let narrow: String = text.nfkc().map(|letter| if is_dash(letter) { '-' } else { letter }).collect();
    let mut digits = String::new();
    let mut rest = narrow.as_str();
    for number in numbers(&narrow) {
        // Each number begins in what is left: they come in their order.
        let start = rest.len() - number.written.len() - number.after.len();
        let kanji = !number.written.starts_with(|letter: char| letter.is_ascii_digit());
        digits.push_str(&rest[..start]);
        if kanji {
            digits.push_str(&number.value.to_string());
        } else {
            digits.push_str(number.written);
        }
        rest = number.after;
    }
    digits.push_str(rest);
    let mut plain = String::new();
    for letter in digits.chars() {
        let letter = if letter.is_whitespace() || matches!(letter, ',' | '、') { ' ' } else { letter };
        let after_sign = plain.ends_with([' ', '-', '/', '.', '年', '月', '日', '(']) || plain.is_empty();
        if letter == ' ' && after_sign {
            continue;
        }
        if matches!(letter, '-' | '/' | '年' | '月' | '日' | ')' | '(') && plain.ends_with(' ') {
            plain.pop();
        }
        plain.extend(letter.to_lowercase());
    }
    plain.trim_end().to_owned()
}

/// `plain` without the day of the week at its end (（土）, 土曜日, sat) or at its beginning, and that day.
fn without_weekday(plain: &str) -> (&str, Option<Weekday>) {
    let bracketed = plain.strip_suffix(')').and_then(|text| text.rsplit_once('('));
    if let Some((before, inner)) = bracketed
        && let Some(weekday) = weekday(inner)
    {
        return (before.trim_end(), Some(weekday));
    }
    let named = plain.strip_suffix("曜日").or_else(|| plain.strip_suffix('曜'));
    if let Some(named) = named
        && let Some(last) = named.chars().next_back()
        && let Some(weekday) = weekday(&last.to_string())
    {
        return (named[..named.len() - last.len_utf8()].trim_end(), Some(weekday));
    }
    let first = plain.split_once(' ').and_then(|(first, rest)| Some((rest, english_weekday(first)?)));
    first.map_or((plain, None), |(rest, weekday)| (rest, Some(weekday)))
}

fn weekday(word: &str) -> Option<Weekday> {
    let word = word.strip_suffix("曜日").or_else(|| word.strip_suffix('曜')).unwrap_or(word);
    let found = match word {
        "月" => Weekday::Monday,
        "火" => Weekday::Tuesday,
        "水" => Weekday::Wednesday,
        "木" => Weekday::Thursday,
        "金" => Weekday::Friday,
        "土" => Weekday::Saturday,
        "日" => Weekday::Sunday,
        _ => return english_weekday(word),
    };
    Some(found)
}

fn english_weekday(word: &str) -> Option<Weekday> {
    const NAMES: [(&str, Weekday); 7] = [
        ("monday", Weekday::Monday),
        ("tuesday", Weekday::Tuesday),
        ("wednesday", Weekday::Wednesday),
        ("thursday", Weekday::Thursday),
        ("friday", Weekday::Friday),
        ("saturday", Weekday::Saturday),
        ("sunday", Weekday::Sunday),
    ];
    let word = word.trim_end_matches('.');
    let fits = |name: &str| word == name || word.len() == 3 && name.starts_with(word);
    NAMES.iter().find(|(name, _)| fits(name)).map(|(_, weekday)| *weekday)
}

/// 令和8年4月1日, 令8.4.1, R8.4.1, Reiwa 8-4-1.
fn by_era(plain: &str) -> Option<WrittenDay> {
    let (era, rest) = ERAS.iter().find_map(|era| {
        let rest = era.names.iter().find_map(|name| plain.strip_prefix(name))?;
        // ｒ．８．４．１ parts the initial from the year as it parts the others.
        Some((era, rest.strip_prefix([' ', '.', '-']).unwrap_or(rest)))
    })?;
    let rest = rest.strip_prefix('元').map_or_else(|| rest.to_owned(), |rest| format!("1{rest}"));
    let [year, month, day] = three_numbers(&rest, 1..=3)?;
    Some(WrittenDay { era: Some(era), year, month, day })
}

/// 2026-04-01, 2026/4/1, 2026年4月1日, 20260401, 26/11/28.
fn western(plain: &str) -> Option<WrittenDay> {
    if plain.len() == 8 && plain.bytes().all(|byte| byte.is_ascii_digit()) {
        let part = |range: std::ops::Range<usize>| plain[range].parse().ok();
        return Some(WrittenDay { era: None, year: part(0..4)?, month: part(4..6)?, day: part(6..8)? });
    }
    if let Some([year, month, day]) = three_numbers(plain, 4..=4) {
        return Some(WrittenDay { era: None, year, month, day });
    }
    let [year, month, day] = three_numbers(plain, 2..=2).filter(|_| !plain.contains('年'))?;
    // Two digits are a Western year where they can be no month, and where no era has come as far as that in living
    // memory: 55/5/1 may be 昭和55年 or 1955, and is asked for again. A spreadsheet takes 13 to 29 for 2013 to 2029 too.
    let year = match year {
        13..=29 => 2000 + year,
        65..=99 => 1900 + year,
        _ => return None,
    };
    Some(WrittenDay { era: None, year, month, day })
}

/// April 1, 2026 and 1 April 2026.
fn english_day(plain: &str) -> Option<WrittenDay> {
    let words: Vec<&str> = plain.split([' ', '.']).filter(|word| !word.is_empty()).collect();
    let [first, second, year] = words.as_slice() else { return None };
    let month = |word: &str| {
        let known = |name: &&str| word.len() >= 3 && name.starts_with(word);
        MONTHS.iter().position(known).and_then(|at| i32::try_from(at + 1).ok())
    };
    let (month, day) = month(first).map(|month| (month, second)).or_else(|| Some((month(second)?, first)))?;
    let number = |word: &str, digits: std::ops::RangeInclusive<usize>| {
        let sound = digits.contains(&word.len()) && word.bytes().all(|byte| byte.is_ascii_digit());
        sound.then(|| word.parse().ok()).flatten()
    };
    Some(WrittenDay { era: None, year: number(year, 4..=4)?, month, day: number(day, 1..=2)? })
}

/// The number by which Excel keeps a day: days since 1899-12-30. Those taken are of five digits and this century's or the
/// last's (1927 to 2099), so that no telephone number or year is taken for one.
fn serial(plain: &str) -> Option<Date> {
    let sound = plain.len() == 5 && plain.bytes().all(|byte| byte.is_ascii_digit());
    let days: i32 = sound.then(|| plain.parse().ok()).flatten().filter(|days| (10_000..=73_050).contains(days))?;
    let begin = Date::new(1899, 12, 30).ok()?;
    begin.checked_add(jiff::Span::new().try_days(days).ok()?).ok()
}

/// Year, month and day with separators between them and nothing else.
fn three_numbers(text: &str, year_digits: std::ops::RangeInclusive<usize>) -> Option<[i32; 3]> {
    let (year, rest) = leading_digits(text, year_digits)?;
    let (month, rest) = leading_digits(rest.strip_prefix(['-', '/', '.', '年', ' '])?, 1..=2)?;
    let (day, rest) = leading_digits(rest.strip_prefix(['-', '/', '.', '月', ' '])?, 1..=2)?;
    matches!(rest, "" | "日").then_some([year, month, day])
}

fn leading_digits(text: &str, digits: std::ops::RangeInclusive<usize>) -> Option<(i32, &str)> {
    let end = text.find(|letter: char| !letter.is_ascii_digit()).unwrap_or(text.len());
    let (number, rest) = text.split_at(end);
    Some((digits.contains(&end).then(|| number.parse().ok()).flatten()?, rest))
}

/// The day that was written, if there is one.
fn existing_day(written: &WrittenDay) -> Result<Date, DayFault> {
    if written.era.is_some() && written.year == 0 {
        return Err(DayFault::EraZero);
    }
    if !(1..=12).contains(&written.month) {
        return Err(DayFault::NoSuchMonth);
    }
    let year = written.year + written.era.map_or(0, |era| era.before);
    let part = |number: i32| i8::try_from(number).ok();
    let date = i16::try_from(year).ok().zip(part(written.month)).zip(part(written.day));
    let date = date.and_then(|((year, month), day)| Date::new(year, month, day).ok()).ok_or(DayFault::NoSuchDay)?;
    let day = |(year, month, day): (i16, i8, i8)| Date::new(year, month, day).ok();
    if day((1873, 1, 1)).is_some_and(|first| date < first) {
        return Err(DayFault::TooOld);
    }
    let Some(era) = written.era else { return Ok(date) };
    match (day(era.first), era.last.and_then(day)) {
        (Some(first), _) if date < first => Err(DayFault::EraBefore(first)),
        (_, Some(last)) if date > last => Err(DayFault::EraOver(last)),
        _ => Ok(date),
    }
}
