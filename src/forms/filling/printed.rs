//! The words that a sheet prints of the data of a filled form.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::data::{Entries, Filled, FilledRow};
use super::sheet::{AskedBlock, AskedField, AskedSheet};
use super::value::FilledValue;
use crate::base::locale::Lang;
use crate::base::notation::dates;
use crate::base::notation::dates::{Calendar, DateStyle, Digits};
use crate::content::{DateCalendar, FieldType};
use crate::forms::{PrintedDate, PrintedValue};

/// Returns the words printed in each place to fill in, by path.
#[must_use]
pub fn printed_values(sheet: &AskedSheet, filled: &Filled, lang: Lang) -> BTreeMap<String, PrintedValue> {
    let mut values = BTreeMap::new();
    for (block, entries) in filled {
        let Some(asked) = sheet.block(block) else { continue };
        match entries {
            Entries::One(entry) => add_printed_values(asked, entry, block, lang, &mut values),
            Entries::Rows(rows) => {
                for (at, entry) in rows.iter().enumerate() {
                    add_printed_values(asked, entry, &format!("{block}[{}]", at + 1), lang, &mut values);
                }
            }
        }
    }
    values
}

fn add_printed_values(
    block: &AskedBlock,
    entry: &FilledRow,
    begin: &str,
    lang: Lang,
    values: &mut BTreeMap<String, PrintedValue>,
) {
    for (id, value) in entry {
        if let Some(field) = block.field(id) {
            values.insert(format!("{begin}.{id}"), of_value(field, value, block.rows.is_some(), lang));
        }
    }
}

fn of_value(field: &AskedField, value: &FilledValue, in_rows: bool, lang: Lang) -> PrintedValue {
    /// The number of letters that the narrow column of a choice holds besides the code.
    const NARROW: usize = 9;
    match value {
        FilledValue::Text(text) => PrintedValue::text(text),
        FilledValue::Number(number) => PrintedValue::text(number.to_string()),
        FilledValue::Date(date) => of_date(*date, field.calendar, lang),
        FilledValue::Choice(code) if field.kind == FieldType::Choice => {
            let words = field.choices.iter().find(|(found, _)| found == code).map(|(_, words)| words.as_str());
            // The table that the code is of stands on the same sheet.
            let words = words.filter(|words| !in_rows || words.chars().count() <= NARROW);
            PrintedValue::text(words.map_or_else(|| code.clone(), |words| format!("{code} {words}")))
        }
        FilledValue::Choice(id) => PrintedValue::marks([id]),
        FilledValue::Choices(ids) => PrintedValue::marks(ids),
        FilledValue::Check(_) => PrintedValue::check(),
    }
}

/// Returns a date as it is printed.
fn of_date(date: Date, calendar: DateCalendar, lang: Lang) -> PrintedValue {
    let style = |calendar| DateStyle { calendar, digits: Digits::Ascii };
    let era = dates::era_year(date).filter(|_| calendar == DateCalendar::Era);
    let (text, year) = match era {
        Some((_, year)) => {
            let year = if year == 1 { "元".to_owned() } else { year.to_string() };
            (dates::write_date(date, style(Calendar::Era), lang), year)
        }
        None => (dates::write_date(date, style(Calendar::Western), lang), date.year().to_string()),
    };
    let year = if lang == Lang::En { date.year().to_string() } else { year };
    let parts = PrintedDate {
        year,
        month: date.month().to_string(),
        day: date.day().to_string(),
        era: era.map(|(era, _)| era.to_owned()).filter(|_| lang == Lang::Ja),
    };
    PrintedValue::date(text, parts)
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn dates_follow_the_calendar_of_their_line() {
        let of = |calendar, lang| of_date(date(2019, 5, 1), calendar, lang);
        assert_eq!(of(DateCalendar::Era, Lang::Ja).text.as_deref(), Some("令和元年5月1日"));
        assert_eq!(of(DateCalendar::None, Lang::Ja).text.as_deref(), Some("2019年5月1日"));
        assert_eq!(of(DateCalendar::Western, Lang::Ja).text.as_deref(), Some("2019年5月1日"));
        assert_eq!(of(DateCalendar::Era, Lang::En).text.as_deref(), Some("May 1, 2019"));
    }
}
