//! The numerals that Word counts with (`w:numFmt`).

use crate::base::notation::numerals::Numeral;

const KATAKANA: &str = "ｱｲｳｴｵｶｷｸｹｺｻｼｽｾｿﾀﾁﾂﾃﾄﾅﾆﾇﾈﾉﾊﾋﾌﾍﾎﾏﾐﾑﾒﾓﾔﾕﾖﾗﾘﾙﾚﾛﾜｦﾝ";
const IROHA: &str = "ｲﾛﾊﾆﾎﾍﾄﾁﾘﾇﾙｦﾜｶﾖﾀﾚｿﾂﾈﾅﾗﾑｳヰﾉｵｸﾔﾏｹﾌｺｴﾃｱｻｷﾕﾒﾐｼヱﾋﾓｾｽ";
const STEMS: &str = "甲乙丙丁戊己庚辛壬癸";
const BRANCHES: &str = "子丑寅卯辰巳午未申酉戌亥";
const CIRCLED: &str = "㊀㊁㊂㊃㊄㊅㊆㊇㊈㊉";

/// `number` as the format `name` prints it; `None` for a format that is not known.
pub(super) fn formatted_number(name: &str, number: u32) -> Option<String> {
    let digits = || number.to_string();
    Some(match name {
        "decimal" | "decimalHalfWidth" | "cardinalText" | "ordinal" | "ordinalText" => digits(),
        "decimalZero" => format!("{number:02}"),
        "decimalFullWidth" | "decimalFullWidth2" => Numeral::Wide.write(number),
        "decimalEnclosedCircle" | "decimalEnclosedCircleChinese" => Numeral::Circled.write(number),
        // Unicode has ⑴ to ⒇ and ⒈ to ⒛.
        "decimalEnclosedParen" => circled_sign(0x2474, number).unwrap_or_else(|| format!("({number})")),
        "decimalEnclosedFullstop" => circled_sign(0x2488, number).unwrap_or_else(|| format!("{number}.")),
        "numberInDash" => format!("- {number} -"),
        "japaneseCounting"
        | "chineseCounting"
        | "chineseCountingThousand"
        | "taiwaneseCounting"
        | "taiwaneseCountingThousand"
        | "koreanCounting" => Numeral::Kanji.write(number),
        "japaneseDigitalTenThousand" | "ideographDigital" | "koreanDigital2" | "taiwaneseDigital" => digits()
            .chars()
            .map(|digit| letter_at("〇一二三四五六七八九", digit.to_digit(10).unwrap_or(0)).unwrap_or(digit))
            .collect(),
        "japaneseLegal" => legal(number),
        "aiueoFullWidth" => Numeral::Katakana.write(number),
        "irohaFullWidth" => Numeral::Iroha.write(number),
        "aiueo" => repeated_letter(KATAKANA, number),
        "iroha" => repeated_letter(IROHA, number),
        "ideographTraditional" => repeated_letter(STEMS, number),
        "ideographZodiac" => repeated_letter(BRANCHES, number),
        "ideographEnclosedCircle" => repeated_letter(CIRCLED, number),
        "lowerRoman" => Numeral::Roman.write(number),
        "upperRoman" => Numeral::Roman.write(number).to_ascii_uppercase(),
        "lowerLetter" => latin(b'a', number),
        "upperLetter" => latin(b'A', number),
        "none" | "bullet" => String::new(),
        _ => return None,
    })
}

fn letter_at(row: &str, at: u32) -> Option<char> {
    row.chars().nth(usize::try_from(at).ok()?)
}

/// The letter of a row, from 1; digits beyond its end.
fn repeated_letter(row: &str, number: u32) -> String {
    number.checked_sub(1).and_then(|at| letter_at(row, at)).map_or_else(|| number.to_string(), String::from)
}

/// One of twenty letters from `first` on.
fn circled_sign(first: u32, number: u32) -> Option<String> {
    (1..=20).contains(&number).then(|| char::from_u32(first + number - 1)).flatten().map(String::from)
}

/// a … z, aa, bb …, as Word goes on.
fn latin(first: u8, number: u32) -> String {
    /// Word itself stops at 30 times the alphabet.
    const MOST: u32 = 780;
    if !(1..=MOST).contains(&number) {
        return number.to_string();
    }
    let at = u8::try_from((number - 1) % 26).unwrap_or(0);
    let times = usize::try_from((number - 1) / 26 + 1).unwrap_or(1);
    char::from(first + at).to_string().repeat(times)
}

/// 壱, 弐, 参 … 拾壱, as deeds write them.
fn legal(number: u32) -> String {
    let plain = Numeral::Kanji.write(number);
    let change = |letter| match letter {
        '一' => '壱',
        '二' => '弐',
        '三' => '参',
        '十' => '拾',
        other => other,
    };
    plain.chars().map(change).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_printed_as_word_prints_them() {
        let all = [
            ("decimal", 12, "12"),
            ("decimalZero", 3, "03"),
            ("decimalFullWidth", 12, "１２"),
            ("decimalEnclosedCircle", 3, "③"),
            ("decimalEnclosedParen", 2, "⑵"),
            ("decimalEnclosedParen", 21, "(21)"),
            ("decimalEnclosedFullstop", 1, "⒈"),
            ("numberInDash", 4, "- 4 -"),
            ("japaneseCounting", 21, "二十一"),
            ("japaneseDigitalTenThousand", 20, "二〇"),
            ("japaneseLegal", 13, "拾参"),
            ("aiueo", 2, "ｲ"),
            ("aiueoFullWidth", 3, "ウ"),
            ("iroha", 3, "ﾊ"),
            ("irohaFullWidth", 2, "ロ"),
            ("ideographTraditional", 2, "乙"),
            ("ideographZodiac", 1, "子"),
            ("ideographEnclosedCircle", 10, "㊉"),
            ("lowerRoman", 4, "iv"),
            ("upperRoman", 9, "IX"),
            ("lowerLetter", 28, "bb"),
            ("upperLetter", 26, "Z"),
            ("ideographTraditional", 11, "11"),
            ("none", 1, ""),
        ];
        for (name, number, expected) in all {
            assert_eq!(formatted_number(name, number).as_deref(), Some(expected), "{name}");
        }
        assert_eq!(formatted_number("thaiNumbers", 1), None);
        assert_eq!((KATAKANA.chars().count(), IROHA.chars().count()), (46, 47));
        for name in ["lowerLetter", "decimalEnclosedParen", "aiueo", "japaneseLegal"] {
            assert!(formatted_number(name, u32::MAX).is_some() && formatted_number(name, 0).is_some());
        }
    }
}
