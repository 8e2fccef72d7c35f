//! Dates as Japanese documents write them: by era or Western, in kanji, ASCII or full-width digits.
//!
//! The eras and their first days: 明治 counted with the Gregorian calendar from 1873-01-01 (太政官布告第337号
//! of 1872), 大正 1912-07-30, 昭和 1926-12-25, 平成 1989-01-08 (昭和64年政令第1号), 令和 2019-05-01
//! (平成31年政令第143号). The first year of an era is 元年.

use jiff::civil::Date;

use super::numerals::{Numeral, wide_digits};
use crate::base::locale::Lang;

/// The calendar that counts the years.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Calendar {
    /// 令和7年
    Era,
    /// 2025年
    Western,
}

/// The digits that are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Digits {
    /// 七
    Kanji,
    /// 7
    Ascii,
    /// ７
    Wide,
}

/// The habit of one document.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DateStyle {
    /// The calendar that counts the years.
    pub calendar: Calendar,
    /// The digits that are written.
    pub digits: Digits,
}

impl Default for DateStyle {
    fn default() -> Self {
        Self { calendar: Calendar::Era, digits: Digits::Ascii }
    }
}

/// An era: its name and its initial, its first and last days as year, month, day, and the Western year before its first.
///
/// 大正 and 昭和 began on the very day on which the era before them ended, so that those two days bear either name.
pub(super) struct Era {
    pub(super) name: &'static str,
    pub(super) initial: &'static str,
    pub(super) first_day: (i16, i8, i8),
    pub(super) last_day: Option<(i16, i8, i8)>,
    pub(super) year_before: i16,
}

/// Newest first.
pub(super) const ERAS: [Era; 5] = [
    Era { name: "令和", initial: "R", first_day: (2019, 5, 1), last_day: None, year_before: 2018 },
    Era { name: "平成", initial: "H", first_day: (1989, 1, 8), last_day: Some((2019, 4, 30)), year_before: 1988 },
    Era { name: "昭和", initial: "S", first_day: (1926, 12, 25), last_day: Some((1989, 1, 7)), year_before: 1925 },
    Era { name: "大正", initial: "T", first_day: (1912, 7, 30), last_day: Some((1926, 12, 25)), year_before: 1911 },
    Era { name: "明治", initial: "M", first_day: (1873, 1, 1), last_day: Some((1912, 7, 30)), year_before: 1867 },
];

/// The era and its year on `date`; `None` before 1873, when Japan did not yet use this calendar.
#[must_use]
pub fn era_year(date: Date) -> Option<(&'static str, i16)> {
    let day = (date.year(), date.month(), date.day());
    ERAS.iter().find(|era| day >= era.first_day).map(|era| (era.name, date.year() - era.year_before))
}

/// `date` in `style` for Japanese, and as "March 1, 2025" for English.
#[must_use]
pub fn write_date(date: Date, style: DateStyle, lang: Lang) -> String {
    match lang {
        Lang::Ja => japanese(date, style),
        Lang::En => date.strftime("%B %-d, %Y").to_string(),
    }
}

fn japanese(date: Date, style: DateStyle) -> String {
    let (month, day) = (digits_of(date.month().into(), style.digits), digits_of(date.day().into(), style.digits));
    let year = match (style.calendar, era_year(date)) {
        (Calendar::Era, Some((era, 1))) => format!("{era}元"),
        (Calendar::Era, Some((era, year))) => format!("{era}{}", digits_of(year, style.digits)),
        _ => western_year(date.year(), style.digits),
    };
    format!("{year}年{month}月{day}日")
}

fn digits_of(value: i16, digits: Digits) -> String {
    let numeral = match digits {
        Digits::Kanji => Numeral::Kanji,
        Digits::Ascii => Numeral::Ascii,
        Digits::Wide => Numeral::Wide,
    };
    numeral.write(value.unsigned_abs().into())
}

/// Western years are written digit by digit: 二〇二五年.
fn western_year(year: i16, digits: Digits) -> String {
    let plain = year.to_string();
    match digits {
        Digits::Ascii => plain,
        Digits::Wide => wide_digits(&plain),
        Digits::Kanji => plain
            .chars()
            .map(|c| c.to_digit(10).and_then(|d| "〇一二三四五六七八九".chars().nth(d as usize)).unwrap_or(c))
            .collect(),
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    const KANJI: DateStyle = DateStyle { calendar: Calendar::Era, digits: Digits::Kanji };
    const WIDE: DateStyle = DateStyle { calendar: Calendar::Era, digits: Digits::Wide };
    const WESTERN: DateStyle = DateStyle { calendar: Calendar::Western, digits: Digits::Ascii };

    #[test]
    fn eras_change_on_their_first_day() {
        let borders = [
            (date(2019, 4, 30), "平成三十一年四月三十日"),
            (date(2019, 5, 1), "令和元年五月一日"),
            (date(1989, 1, 7), "昭和六十四年一月七日"),
            (date(1989, 1, 8), "平成元年一月八日"),
            (date(1926, 12, 24), "大正十五年十二月二十四日"),
            (date(1926, 12, 25), "昭和元年十二月二十五日"),
            (date(1912, 7, 29), "明治四十五年七月二十九日"),
            (date(1912, 7, 30), "大正元年七月三十日"),
            (date(1873, 1, 1), "明治六年一月一日"),
            (date(1872, 12, 31), "一八七二年十二月三十一日"),
            (date(2020, 1, 1), "令和二年一月一日"),
        ];
        for (day, expected) in borders {
            assert_eq!(write_date(day, KANJI, Lang::Ja), expected);
        }
    }

    #[test]
    fn each_document_keeps_its_habit() {
        let day = date(2025, 3, 1);
        assert_eq!(write_date(day, WIDE, Lang::Ja), "令和７年３月１日");
        assert_eq!(write_date(day, DateStyle::default(), Lang::Ja), "令和7年3月1日");
        assert_eq!(write_date(date(2023, 1, 27), WESTERN, Lang::Ja), "2023年1月27日");
        assert_eq!(write_date(day, WIDE, Lang::En), "March 1, 2025");
    }
}
