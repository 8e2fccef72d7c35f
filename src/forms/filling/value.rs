//! Values as people write them, and what they are.

use jiff::civil::Date;

use super::day::{DayFault, read_day};
use super::sheet::AskedField;
use super::value_fault::{ValueFault, value_fault};
use super::value_rules::{BLANKS, LONGEST, TICKS, is_unseen};
use super::written::{email, narrow, postal_code, reading, single_line_value, telephone, whole_number};
use crate::content::FieldType;

/// A value that is filled in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FilledValue {
    /// Letters.
    Text(String),
    /// A whole number.
    Number(i64),
    /// A day.
    Date(Date),
    /// The code of a table's row, or the id of an option.
    Choice(String),
    /// The ids of options.
    Choices(Vec<String>),
    /// A mark.
    Check(bool),
}

/// Returns the value that `text` gives to a field; `None` where it says nothing.
///
/// The page of the form reads values by the same rules; `tests/cases/values.jsonl` holds both to them.
///
/// # Errors
/// Why it is no value of this field.
pub fn read_value(field: &AskedField, text: &str) -> Result<Option<FilledValue>, ValueFault> {
    // No sheet could print it, and a reader would not see what it changes.
    if text.chars().any(is_unseen) {
        return Err(value_fault("control", ""));
    }
    let text = text.replace("\r\n", "\n").replace('\r', "\n").replace('\t', " ");
    let text = text.trim();
    if text.is_empty() {
        return Ok(None);
    }
    if text.chars().count() > LONGEST {
        return Err(value_fault("long", LONGEST.to_string()));
    }
    let value = match field.kind {
        FieldType::Multiline => FilledValue::Text(text.to_owned()),
        FieldType::Text => FilledValue::Text(single_line_value(text)?),
        FieldType::Furigana => FilledValue::Text(reading(text)?),
        FieldType::PostalCode => FilledValue::Text(postal_code(text)?),
        FieldType::Telephone => FilledValue::Text(telephone(text)?),
        FieldType::Email => FilledValue::Text(email(text)?),
        FieldType::Number => FilledValue::Number(whole_number(text)?),
        FieldType::Date => FilledValue::Date(parse_date_value(text)?),
        FieldType::Choice | FieldType::Radio => FilledValue::Choice(chosen(field, text)?),
        FieldType::Checkboxes => FilledValue::Choices(several_choices(field, text)?),
        FieldType::Check => FilledValue::Check(parse_mark(text)?),
    };
    // A box that is left empty is not filled in, nor are boxes of which none is named.
    let is_blank = value == FilledValue::Check(false) || value == FilledValue::Choices(Vec::new());
    Ok((!is_blank).then_some(value))
}

fn parse_date_value(text: &str) -> Result<Date, ValueFault> {
    read_day(text).map_err(|found| match found {
        DayFault::Unreadable => value_fault("date", "2026-04-01"),
        DayFault::NoSuchMonth => value_fault("no-such-month", ""),
        DayFault::NoSuchDay => value_fault("no-such-day", ""),
        DayFault::TooOld => value_fault("too-old", ""),
        DayFault::EraZero => value_fault("era-zero", ""),
        DayFault::EraBefore(first) => value_fault("era-later", first.to_string()),
        DayFault::EraOver(last) => value_fault("era-over", last.to_string()),
        DayFault::OtherWeekday => value_fault("weekday", ""),
    })
}

/// A choice by its code or by its words, in letters of any width.
fn chosen(field: &AskedField, text: &str) -> Result<String, ValueFault> {
    let wanted = narrow(text);
    // A choice is named by its code, by which tables of jobs are known, or by the words that the sheet prints.
    let found = field.choices.iter().find(|(code, words)| narrow(code) == wanted || narrow(words) == wanted);
    found.map(|(code, _)| code.clone()).ok_or_else(|| {
        let known: Vec<String> = field.choices.iter().map(|(code, words)| format!("{code}: {words}")).collect();
        value_fault("choice", known.join(", "))
    })
}

/// Several choices, each once.
fn several_choices(field: &AskedField, text: &str) -> Result<Vec<String>, ValueFault> {
    let mut found: Vec<String> = Vec::new();
    for one in text.split(['、', ',', ';', '\n']).map(str::trim).filter(|one| !one.is_empty()) {
        let choice = chosen(field, one)?;
        if !found.contains(&choice) {
            found.push(choice);
        }
    }
    Ok(found)
}

fn parse_mark(text: &str) -> Result<bool, ValueFault> {
    let wanted = narrow(text).to_lowercase();
    match (TICKS.contains(&wanted.as_str()), BLANKS.contains(&wanted.as_str())) {
        (true, _) => Ok(true),
        (_, true) => Ok(false),
        _ => Err(value_fault("check", "○")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::DateCalendar;

    fn field(kind: FieldType) -> AskedField {
        let choices = vec![("1".to_owned(), "医師".to_owned()), ("2".to_owned(), "薬剤師".to_owned())];
        AskedField {
            id: "x".to_owned(),
            label: "X".to_owned(),
            heads: Vec::new(),
            kind,
            required: false,
            either: false,
            calendar: DateCalendar::None,
            choices,
        }
    }

    fn text(kind: FieldType, written: &str) -> Result<String, &'static str> {
        match read_value(&field(kind), written) {
            Ok(Some(FilledValue::Text(text) | FilledValue::Choice(text))) => Ok(text),
            Ok(other) => Ok(format!("{other:?}")),
            Err(fault) => Err(fault.reason),
        }
    }

    #[test]
    fn commas_part_groups_of_three_digits_only() {
        let read = |written: &str| read_value(&field(FieldType::Number), written).map_err(|fault| fault.reason);
        assert_eq!(read("1,200"), Ok(Some(FilledValue::Number(1200))));
        assert_eq!(read("-12,345,678"), Ok(Some(FilledValue::Number(-12_345_678))));
        for written in ["1,5", "1,20", "12,34,567", ",200", "1,200,"] {
            assert_eq!(read(written), Err("number"), "{written}");
        }
    }

    #[test]
    fn widths_do_not_matter() {
        use FieldType::{Choice, Email, Furigana, PostalCode, Telephone};
        assert_eq!(text(PostalCode, "〒９８９－６１３６"), Ok("989-6136".to_owned()));
        assert_eq!(text(Telephone, "０２２９‐００‐００００"), Ok("0229-00-0000".to_owned()));
        assert_eq!(text(Email, "ｔａｒｏ＠example.jp"), Ok("taro@example.jp".to_owned()));
        assert_eq!(text(Furigana, "ﾔﾏﾀﾞ　ﾀﾛｳ"), Ok("ヤマダ タロウ".to_owned()));
        assert_eq!(text(Choice, "２"), Ok("2".to_owned()));
        assert_eq!(text(Choice, "医師"), Ok("1".to_owned()));
    }

    #[test]
    fn what_is_no_value_says_why() {
        use FieldType::{Check, Choice, Date, Email, Furigana, Number, PostalCode, Telephone, Text};
        let cases = [
            (PostalCode, "989-613", "postal-code"),
            (Telephone, "電話なし", "telephone"),
            (Email, "taro@", "email"),
            (Furigana, "山田", "reading"),
            (Choice, "3", "choice"),
            (Number, "十二", "number"),
            (Date, "平成32年1月1日", "era-over"),
            (Date, "きのう", "date"),
            (Date, "2026-02-30", "no-such-day"),
            (Check, "たぶん", "check"),
            (Text, "a\nb", "line-break"),
            (Text, "a\u{7}b", "control"),
        ];
        for (kind, written, reason) in cases {
            assert_eq!(text(kind, written), Err(reason), "{written}");
        }
        assert_eq!(text(Text, &"字".repeat(5_000)), Err("long"));
    }

    #[test]
    fn nothing_is_no_value() {
        assert_eq!(read_value(&field(FieldType::Text), "　 "), Ok(None));
        assert_eq!(read_value(&field(FieldType::Check), "×"), Ok(None));
        assert_eq!(read_value(&field(FieldType::Check), "○"), Ok(Some(FilledValue::Check(true))));
        assert_eq!(read_value(&field(FieldType::Number), "１，２００"), Ok(Some(FilledValue::Number(1200))));
        assert_eq!(read_value(&field(FieldType::Checkboxes), "、"), Ok(None));
    }
}
