//! Values as people write them, and what they are.

use jiff::civil::Date;
use unicode_normalization::UnicodeNormalization;

use super::sheet::AskedField;
use crate::base::notation::date_input;
use crate::base::notation::date_input::DateFault;
use crate::content::FieldType;

/// The longest text that a field takes, in letters. No sheet has room for more.
pub const LONGEST: usize = 2_000;

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

/// The reason why a value is none: the id of a message, and what it tells.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ValueFault {
    /// The word by which the message of J0706 tells faults apart.
    pub reason: &'static str,
    /// The correction: an example, the choices there are, the days of an era.
    pub known: String,
}

fn value_fault(reason: &'static str, known: impl Into<String>) -> ValueFault {
    ValueFault { reason, known: known.into() }
}

/// Returns the value that `text` gives to a field; `None` where it says nothing.
///
/// # Errors
/// Why it is no value of this field.
pub(super) fn read_value(field: &AskedField, text: &str) -> Result<Option<FilledValue>, ValueFault> {
    let text = text.trim();
    if text.is_empty() {
        return Ok(None);
    }
    // No sheet could print it.
    if text.chars().any(|letter| letter.is_control() && letter != '\n') {
        return Err(value_fault("control", ""));
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
        FieldType::Number => FilledValue::Number(parse_number_value(text)?),
        FieldType::Date => FilledValue::Date(parse_date_value(text)?),
        FieldType::Choice | FieldType::Radio => FilledValue::Choice(chosen(field, text)?),
        FieldType::Checkboxes => {
            let marked = text.split(['、', ',', ';', '\n']).map(str::trim).filter(|one| !one.is_empty());
            FilledValue::Choices(marked.map(|one| chosen(field, one)).collect::<Result<_, _>>()?)
        }
        FieldType::Check => FilledValue::Check(parse_mark(text)?),
    };
    // A box that is left empty is not filled in.
    Ok((value != FilledValue::Check(false)).then_some(value))
}

fn single_line_value(text: &str) -> Result<String, ValueFault> {
    if text.contains('\n') { Err(value_fault("line-break", "")) } else { Ok(text.to_owned()) }
}

/// Half-width letters without white space.
fn narrow(text: &str) -> String {
    // Keyboards and spreadsheets give many dashes for the one of a telephone number, the long vowel mark among them.
    let same_dash = |letter| if matches!(letter, '‐' | '−' | '–' | '—' | 'ー' | '―') { '-' } else { letter };
    text.nfkc().map(same_dash).filter(|letter| !letter.is_whitespace()).collect()
}

/// Hiragana or katakana, with the marks and spaces that names have.
fn reading(text: &str) -> Result<String, ValueFault> {
    let text: String = single_line_value(text)?.nfkc().collect();
    let kana = |letter: char| matches!(letter, 'ぁ'..='ゖ' | 'ァ'..='ヺ' | 'ー' | '・' | '゛' | '゜' | ' ' | '　' | 'ゝ' | 'ゞ');
    if text.chars().all(kana) { Ok(text) } else { Err(value_fault("reading", "やまだ たろう")) }
}

/// Seven digits: 123-4567.
fn postal_code(text: &str) -> Result<String, ValueFault> {
    // The mark is printed on the sheet already, and the hyphen is often left out.
    let digits: String = narrow(text).trim_start_matches('〒').chars().filter(|letter| *letter != '-').collect();
    if digits.len() == 7 && digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return Ok(format!("{}-{}", &digits[..3], &digits[3..]));
    }
    Err(value_fault("postal-code", "123-4567"))
}

fn telephone(text: &str) -> Result<String, ValueFault> {
    let text = narrow(text);
    let digits = text.chars().filter(char::is_ascii_digit).count();
    let sound = text.chars().all(|letter| letter.is_ascii_digit() || "+-()#".contains(letter));
    // Without its leading 0, as after +81, a Japanese number has nine digits or ten; none of the world has more than 15
    // (E.164).
    if sound && (9..=15).contains(&digits) { Ok(text) } else { Err(value_fault("telephone", "0229-00-0000")) }
}

/// Something on both sides of an @, a dot in its domain. What else an address must be, only its host knows.
fn email(text: &str) -> Result<String, ValueFault> {
    let text = narrow(text);
    let sound = text.split_once('@').is_some_and(|(user, host)| {
        let clean = |part: &str| !part.is_empty() && !part.contains(['@', ',', ';', '<', '>', '"']);
        clean(user) && clean(host) && host.contains('.') && !host.starts_with('.') && !host.ends_with('.')
    });
    if sound { Ok(text) } else { Err(value_fault("email", "taro@example.jp")) }
}

fn parse_number_value(text: &str) -> Result<i64, ValueFault> {
    let text = narrow(text);
    let digits = text.strip_prefix('-').unwrap_or(&text);
    // Spreadsheets write 1,200 for a number with a format. 1,5 is another number elsewhere, and none here.
    let mut groups = digits.split(',');
    let first = groups.next().map_or(0, str::len);
    let grouped = (1..=3).contains(&first) && groups.all(|group| group.len() == 3);
    let plain = if grouped { text.replace(',', "") } else { text };
    plain.parse().map_err(|_| value_fault("number", "12"))
}

fn parse_date_value(text: &str) -> Result<Date, ValueFault> {
    date_input::parse_written_date(text).map_err(|found| match found {
        DateFault::NotUnderstood => value_fault("date", "2026-04-01"),
        DateFault::NoSuchDay => value_fault("no-such-day", ""),
        DateFault::OutsideEra(_, first, Some(last)) => value_fault("era-over", format!("{first} … {last}")),
        DateFault::OutsideEra(_, first, None) => value_fault("era-later", first.to_string()),
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

fn parse_mark(text: &str) -> Result<bool, ValueFault> {
    match narrow(text).to_lowercase().as_str() {
        "true" | "1" | "yes" | "y" | "on" | "x" | "○" | "◯" | "〇" | "レ" | "✓" | "☑" | "はい" | "有" => {
            Ok(true)
        }
        "false" | "0" | "no" | "n" | "off" | "×" | "いいえ" | "無" | "-" => Ok(false),
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
            kind,
            required: false,
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
    }
}
