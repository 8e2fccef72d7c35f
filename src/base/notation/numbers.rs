//! Numbers in Japanese running text, whatever they are written with: 13, １３, 十三.

/// A number and what stands around it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NumberInText<'a> {
    /// Its value.
    pub value: u32,
    /// The letters it is written with.
    pub written: &'a str,
    /// The text that follows it.
    pub after: &'a str,
}

/// The numbers in `text`, in their order. Those too great for 32 bits are passed over.
#[must_use]
pub fn numbers(text: &str) -> Vec<NumberInText<'_>> {
    let mut found = Vec::new();
    let mut rest = text;
    while let Some(start) = rest.find(is_numeral) {
        let tail = &rest[start..];
        let kanji = tail.starts_with(|letter| kanji_value(letter).is_some());
        // A number is of one kind: 令和3一部改正 holds a 3 and an 一, and no 31.
        let same = |letter: char| if kanji { kanji_value(letter).is_some() } else { digit(letter).is_some() };
        let end = tail.find(|letter| !same(letter)).unwrap_or(tail.len());
        let (written, after) = tail.split_at(end);
        let value = if kanji { kanji_number(written) } else { digits(written) };
        found.extend(value.map(|value| NumberInText { value, written, after }));
        rest = after;
    }
    found
}

fn is_numeral(letter: char) -> bool {
    digit(letter).is_some() || kanji_value(letter).is_some()
}

fn digit(letter: char) -> Option<u32> {
    match letter {
        '０'..='９' => Some(u32::from(letter) - u32::from('０')),
        _ => letter.to_digit(10),
    }
}

fn digits(written: &str) -> Option<u32> {
    written.chars().try_fold(0u32, |sum, letter| sum.checked_mul(10)?.checked_add(digit(letter)?))
}

/// The value of a kanji numeral, up to 千.
fn kanji_value(letter: char) -> Option<u32> {
    let value = match letter {
        '〇' => 0,
        '一' => 1,
        '二' => 2,
        '三' => 3,
        '四' => 4,
        '五' => 5,
        '六' => 6,
        '七' => 7,
        '八' => 8,
        '九' => 9,
        '十' => 10,
        '百' => 100,
        '千' => 1000,
        _ => return None,
    };
    Some(value)
}

/// 二十三 by units, 二三 digit by digit.
fn kanji_number(written: &str) -> Option<u32> {
    let values: Vec<u32> = written.chars().filter_map(kanji_value).collect();
    if values.iter().all(|value| *value < 10) {
        return values.iter().try_fold(0u32, |sum, value| sum.checked_mul(10)?.checked_add(*value));
    }
    let (mut sum, mut before) = (0u32, None);
    for value in values {
        if value < 10 {
            before = Some(value);
        } else {
            // 十 alone is ten: a unit without a numeral before it counts once.
            sum = sum.checked_add(value.checked_mul(before.take().unwrap_or(1))?)?;
        }
    }
    sum.checked_add(before.unwrap_or(0))
}

#[cfg(test)]
mod tests {
    use super::numbers;

    fn values(text: &str) -> Vec<u32> {
        numbers(text).iter().map(|number| number.value).collect()
    }

    #[test]
    fn all_ways_of_writing_give_the_same_value() {
        assert_eq!(values("13文字、１３文字、十三文字、一三文字"), [13, 13, 13, 13]);
        assert_eq!(values("二十か月、百二、千十、〇"), [20, 102, 1010, 0]);
        assert_eq!(values("番号はない"), [0; 0]);
    }

    #[test]
    fn what_follows_is_told() {
        let found = numbers("最長で２か月に1回");
        assert_eq!((found[0].written, found[0].after), ("２", "か月に1回"));
        assert_eq!((found[1].value, found[1].after), (1, "回"));
    }

    #[test]
    fn numbers_beyond_measure_are_passed_over() {
        assert_eq!(values("99999999999999999999、千千千、7"), [3000, 7]);
    }
}
