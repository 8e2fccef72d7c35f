//! Single values as people and spreadsheets write them, brought to the one way in which they are kept.
//!
//! The page reads them by the same rules (`assets/form/values.js`); `tests/cases/values.jsonl` holds both to them.

use unicode_normalization::UnicodeNormalization;

use super::value_fault::{ValueFault, value_fault};
use super::value_rules::is_dash;

/// `text` in narrow letters without white space, with one kind of dash.
pub(super) fn narrow(text: &str) -> String {
    let same = |letter: char| if is_dash(letter) { '-' } else { letter };
    text.nfkc().map(same).filter(|letter| !letter.is_whitespace()).collect()
}

/// Refuses a text of several lines.
pub(super) fn single_line_value(text: &str) -> Result<String, ValueFault> {
    if text.contains('\n') { Err(value_fault("line-break", "")) } else { Ok(text.to_owned()) }
}

/// Hiragana or katakana, with the marks and spaces that names have.
pub(super) fn reading(text: &str) -> Result<String, ValueFault> {
    let text: String = single_line_value(text)?.nfkc().collect();
    let kana = |letter: char| matches!(letter, 'ぁ'..='ゖ' | 'ァ'..='ヺ' | 'ー' | '・' | '=' | ' ' | 'ゝ' | 'ゞ' | 'ヽ' | 'ヾ');
    if text.chars().all(kana) { Ok(text) } else { Err(value_fault("reading", "やまだ たろう")) }
}

/// Seven digits: 123-4567.
pub(super) fn postal_code(text: &str) -> Result<String, ValueFault> {
    // The mark is printed on the sheet already, and the hyphen is often left out.
    let text = narrow(text);
    let text = text.strip_prefix('〒').unwrap_or(&text);
    let (first, last) = text.split_once('-').unwrap_or_else(|| text.split_at(text.floor_char_boundary(3)));
    let digits = |part: &str, count| part.len() == count && part.bytes().all(|byte| byte.is_ascii_digit());
    if digits(first, 3) && digits(last, 4) {
        return Ok(format!("{first}-{last}"));
    }
    Err(value_fault("postal-code", "123-4567"))
}

/// A number with its area code, and an extension: 0229-00-0000, 0229-00-0000 内線12.
pub(super) fn telephone(text: &str) -> Result<String, ValueFault> {
    let fault = || value_fault("telephone", "0229-00-0000");
    let text = text.nfkc().collect::<String>().to_lowercase();
    let mark = ["内線", "ext.", "ext", "#"].into_iter().find_map(|mark| text.split_once(mark));
    let (number, extension) = mark.map_or((text.as_str(), None), |(number, rest)| (number, Some(rest)));
    let number = direct_number(number).ok_or_else(fault)?;
    let Some(extension) = extension else { return Ok(number) };
    let extension = narrow(extension);
    let extension = extension.trim_matches([':', '-', ')', '.']);
    let sound = (1..=6).contains(&extension.len()) && extension.bytes().all(|byte| byte.is_ascii_digit());
    if sound { Ok(format!("{number} 内線{extension}")) } else { Err(fault()) }
}

/// A number without an extension, parted by hyphens.
fn direct_number(text: &str) -> Option<String> {
    let parted: String = text
        .chars()
        .map(|letter| if is_dash(letter) || letter.is_whitespace() || "().".contains(letter) { '-' } else { letter })
        .collect();
    let mut parts = parted.split('-').filter(|part| !part.is_empty());
    let number =
        parts.next().map_or_else(String::new, |first| parts.fold(first.to_owned(), |sum, part| sum + "-" + part));
    let sound = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-');
    let digits = number.bytes().filter(u8::is_ascii_digit).count();
    if let Some(abroad) = number.strip_prefix('+') {
        // No number of the world has more digits (E.164).
        return (sound(abroad) && (8..=15).contains(&digits)).then_some(number);
    }
    if !sound(&number) {
        return None;
    }
    if number.starts_with('0') {
        return matches!(digits, 10 | 11).then_some(number);
    }
    // A spreadsheet takes 0229000000 for a number and drops its 0: nine digits are left of a number in a town, ten of a
    // mobile one (shared/cases: excel-telephone).
    let lost = digits == number.len() && (digits == 9 || digits == 10 && number.starts_with(['5', '7', '8', '9']));
    lost.then(|| format!("0{number}"))
}

/// Something on both sides of an @, a dot in its domain. What else an address must be, only its host knows.
pub(super) fn email(text: &str) -> Result<String, ValueFault> {
    // White space within stays, and is refused: of 「taro yamada@…」 nobody knows what was meant.
    let text: String = text.nfkc().map(|letter| if is_dash(letter) { '-' } else { letter }).collect();
    let text = text.trim().to_owned();
    let sound = text.len() <= 254
        && text.split_once('@').is_some_and(|(user, host)| {
            let plain = |byte: u8| byte.is_ascii_graphic() && !b"\"(),:;<>@[\\]".contains(&byte);
            let label = |label: &str| {
                let letters = label.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
                !label.is_empty() && letters && !label.starts_with('-') && !label.ends_with('-')
            };
            !user.is_empty() && user.bytes().all(plain) && host.contains('.') && host.split('.').all(label)
        });
    if sound { Ok(text) } else { Err(value_fault("email", "taro@example.jp")) }
}

/// A whole number that JSON and a page can hold without loss: 53 bits (ECMA-262, safe integers).
pub(super) fn whole_number(text: &str) -> Result<i64, ValueFault> {
    const MOST: i64 = 9_007_199_254_740_991;
    let text = narrow(text);
    let digits = text.strip_prefix('-').unwrap_or(&text);
    // Spreadsheets write 1,200 for a number with a format. 1,5 is another number elsewhere, and none here.
    let mut groups = digits.split(',');
    let first = groups.next().map_or(0, str::len);
    let grouped = (1..=3).contains(&first) && groups.all(|group| group.len() == 3);
    let plain = if grouped { text.replace(',', "") } else { text.clone() };
    let sound = plain.strip_prefix('-').unwrap_or(&plain).bytes().all(|byte| byte.is_ascii_digit());
    let number = sound.then(|| plain.parse().ok()).flatten().filter(|number| (-MOST..=MOST).contains(number));
    number.ok_or_else(|| value_fault("number", "12"))
}
