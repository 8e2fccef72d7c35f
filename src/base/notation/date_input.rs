//! Dates as people write them into forms: 令和8年4月1日, R8.4.1, 2026-04-01, 2026/4/1, in digits of any width.

use jiff::civil::Date;

use super::dates::ERAS;
use super::numbers::numbers;
use super::widths::folded;

/// A reason why a date is none.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DateFault {
    /// It is not written as a date.
    NotUnderstood,
    /// There is no such day.
    NoSuchDay,
    /// The era began later or was over; its name, and its first and last days (none for the present era).
    OutsideEra(&'static str, Date, Option<Date>),
}

/// Returns the day that `text` names.
///
/// ```
/// use junsoku::base::notation::date_input::parse_written_date;
///
/// assert_eq!(parse_written_date("令和８年４月１日"), parse_written_date("2026-04-01"));
/// assert!(parse_written_date("2026-02-30").is_err());
/// ```
///
/// # Errors
/// Why it names none.
pub fn parse_written_date(text: &str) -> Result<Date, DateFault> {
    let text = folded(text);
    let (era, rest) = split_era(&text);
    // The first year of an era is written 元年; without an era the letter means nothing.
    let rest = if era.is_some() { rest.replacen('元', "1", 1) } else { rest.to_owned() };
    let [year, month, day] = date_parts(&rest).ok_or(DateFault::NotUnderstood)?;
    let Some(era) = era else {
        // A year of two digits may be of any era or century.
        let year = i16::try_from(year).ok().filter(|year| *year >= 1000).ok_or(DateFault::NotUnderstood)?;
        return new(year, month, day).ok_or(DateFault::NoSuchDay);
    };
    if year == 0 {
        return Err(DateFault::NoSuchDay);
    }
    let western = i16::try_from(year).ok().and_then(|year| ERAS[era].year_before.checked_add(year));
    let date = western.and_then(|year| new(year, month, day));
    let (first, last) = bounds(era).ok_or(DateFault::NotUnderstood)?;
    match date {
        Some(date) if date >= first && last.is_none_or(|last| date <= last) => Ok(date),
        Some(_) => Err(DateFault::OutsideEra(ERAS[era].name, first, last)),
        None => Err(DateFault::NoSuchDay),
    }
}

/// The era that `text` begins with, by its name or by its initial, and the rest.
fn split_era(text: &str) -> (Option<usize>, &str) {
    for (at, era) in ERAS.iter().enumerate() {
        // `get`, since the first letter may be a kanji of three bytes.
        let initial = text.get(..1).is_some_and(|first| first.eq_ignore_ascii_case(era.initial));
        if let Some(rest) = text.strip_prefix(era.name).or_else(|| text.get(1..).filter(|_| initial)) {
            return (Some(at), rest);
        }
    }
    (None, text)
}

/// Year, month and day, with nothing but separators between them.
fn date_parts(text: &str) -> Option<[u32; 3]> {
    let found = numbers(text);
    let [year, month, day] = found.as_slice() else { return None };
    let before = |number: &super::numbers::NumberInText<'_>| text.len() - number.after.len() - number.written.len();
    let between = |first: &super::numbers::NumberInText<'_>, next: usize| {
        let end = text.len() - first.after.len();
        text.get(end..next).unwrap_or("")
    };
    let (first, second) = (between(year, before(month)), between(month, before(day)));
    let sound = matches!((first, second), ("年", "月") | ("-", "-") | ("/", "/") | (".", "."));
    (before(year) == 0 && sound && matches!(day.after, "" | "日")).then_some([year.value, month.value, day.value])
}

fn new(year: i16, month: u32, day: u32) -> Option<Date> {
    Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()
}

/// The first and last days of an era.
fn bounds(at: usize) -> Option<(Date, Option<Date>)> {
    let era = ERAS.get(at)?;
    let day = |(year, month, day): (i16, i8, i8)| Date::new(year, month, day).ok();
    Some((day(era.first_day)?, era.last_day.and_then(day)))
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn all_ways_of_writing_give_the_same_day() {
        let ways = [
            "令和8年4月1日",
            "令和八年四月一日",
            "Ｒ８．４．１",
            "r8/4/1",
            "2026-04-01",
            "２０２６年４月１日",
            "2026/4/1",
            " 2026 年 4 月 1 日 ",
        ];
        for way in ways {
            assert_eq!(parse_written_date(way), Ok(date(2026, 4, 1)), "{way}");
        }
        assert_eq!(parse_written_date("令和元年5月1日"), Ok(date(2019, 5, 1)));
        assert_eq!(parse_written_date("S64.1.7"), Ok(date(1989, 1, 7)));
    }

    #[test]
    fn days_on_which_an_era_followed_another_bear_either_name() {
        for (way, day) in [
            ("明治45年7月30日", date(1912, 7, 30)),
            ("大正元年7月30日", date(1912, 7, 30)),
            ("大正15年12月25日", date(1926, 12, 25)),
            ("昭和元年12月25日", date(1926, 12, 25)),
        ] {
            assert_eq!(parse_written_date(way), Ok(day), "{way}");
        }
        let late = ["明治45年7月31日", "大正15年12月26日", "昭和64年1月8日", "平成31年5月1日"];
        assert!(late.into_iter().all(|way| parse_written_date(way).is_err()));
    }

    #[test]
    fn eras_end() {
        let heisei = Err(DateFault::OutsideEra("平成", date(1989, 1, 8), Some(date(2019, 4, 30))));
        assert_eq!(parse_written_date("平成32年1月1日"), heisei);
        assert_eq!(parse_written_date("平成31年5月1日"), heisei);
        assert_eq!(parse_written_date("令和元年4月30日"), Err(DateFault::OutsideEra("令和", date(2019, 5, 1), None)));
    }

    #[test]
    fn what_is_no_date_is_said_to_be_none() {
        for text in [
            "",
            "4月1日",
            "8年4月1日",
            "2026-4/1",
            "2026-04-01x",
            "x2026-04-01",
            "令和年4月1日",
            "99999999999-1-1",
            "26.4.1",
        ] {
            assert_eq!(parse_written_date(text), Err(DateFault::NotUnderstood), "{text}");
        }
        for text in ["2026-02-29", "令和8年13月1日", "令和0年1月1日", "2026-4-0", "R99999.1.1"] {
            assert_eq!(parse_written_date(text), Err(DateFault::NoSuchDay), "{text}");
        }
    }
}
