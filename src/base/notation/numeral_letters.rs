//! The letters that numerals are written with, in their order.

pub(super) const KATAKANA: &str =
    "アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲン";
pub(super) const IROHA: &str =
    "イロハニホヘトチリヌルヲワカヨタレソツネナラムウヰノオクヤマケフコエテアサキユメミシヱヒモセス";

pub(super) const HIRAGANA: &str =
    "あいうえおかきくけこさしすせそたちつてとなにぬねのはひふへほまみむめもやゆよらりるれろわをん";
pub(super) const HIRAGANA_IROHA: &str =
    "いろはにほへとちりぬるをわかよたれそつねならむうゐのおくやまけふこえてあさきゆめみしゑひもせす";
pub(super) const STEMS: &str = "甲乙丙丁戊己庚辛壬癸";

pub(super) fn nth_letter(row: &str, number: u32) -> Option<String> {
    let index = usize::try_from(number.checked_sub(1)?).ok()?;
    row.chars().nth(index).map(String::from)
}

/// ASCII digits in `text` as full-width digits (１２).
#[must_use]
pub fn wide_digits(text: &str) -> String {
    text.chars()
        .map(|c| match c {
            '0'..='9' => char::from_u32(u32::from(c) - u32::from('0') + u32::from('０')).unwrap_or(c),
            other => other,
        })
        .collect()
}

pub(super) fn kanji(number: u32) -> Option<String> {
    const DIGITS: [&str; 10] = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"];
    if !(1..10_000).contains(&number) {
        return None;
    }
    let mut out = String::new();
    for (unit, name) in [(1000, "千"), (100, "百"), (10, "十"), (1, "")] {
        let digit = number / unit % 10;
        if digit == 0 {
            continue;
        }
        // 十, 百 and 千 stand alone for one of them; the last digit never does.
        if digit > 1 || unit == 1 {
            out.push_str(DIGITS[digit as usize]);
        }
        out.push_str(name);
    }
    Some(out)
}

/// Unicode has circled numbers in three blocks: ①–⑳, ㉑–㉟ and ㊱–㊿.
pub(super) fn circled(number: u32) -> Option<String> {
    let base = match number {
        1..=20 => 0x2460 - 1,
        21..=35 => 0x3251 - 21,
        36..=50 => 0x32B1 - 36,
        _ => return None,
    };
    char::from_u32(base + number).map(String::from)
}

pub(super) fn roman(number: u32) -> Option<String> {
    const PARTS: [(u32, &str); 13] = [
        (1000, "m"),
        (900, "cm"),
        (500, "d"),
        (400, "cd"),
        (100, "c"),
        (90, "xc"),
        (50, "l"),
        (40, "xl"),
        (10, "x"),
        (9, "ix"),
        (5, "v"),
        (4, "iv"),
        (1, "i"),
    ];
    if !(1..4000).contains(&number) {
        return None;
    }
    let mut rest = number;
    let mut out = String::new();
    for (value, letters) in PARTS {
        while rest >= value {
            out.push_str(letters);
            rest -= value;
        }
    }
    Some(out)
}

/// Japanese sets the first twelve as one letter each.
pub(super) fn upper_roman(number: u32) -> Option<String> {
    match number {
        1..=12 => char::from_u32(0x2160 - 1 + number).map(String::from),
        _ => roman(number).map(|letters| letters.to_ascii_uppercase()),
    }
}

/// Unicode has negative circled numbers in two blocks: ❶–❿ and ⓫–⓴.
pub(super) fn negative(number: u32) -> Option<String> {
    let base = match number {
        1..=10 => 0x2776 - 1,
        11..=20 => 0x24EB - 11,
        _ => return None,
    };
    char::from_u32(base + number).map(String::from)
}

/// a … z, aa, ab …
pub(super) fn alpha(number: u32) -> Option<String> {
    let mut rest = number.checked_sub(1)?;
    let mut letters = Vec::new();
    loop {
        letters.push(char::from(b'a' + u8::try_from(rest % 26).ok()?));
        // There is no letter for nought: after z comes aa, not ba.
        rest = match (rest / 26).checked_sub(1) {
            Some(more) => more,
            None => break,
        };
    }
    Some(letters.into_iter().rev().collect())
}
