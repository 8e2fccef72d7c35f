//! Numerals of Japanese and English drafting, and templates such as `第{kanji}条`.
//!
//! The sets follow Japanese drafting custom: 条 in kanji or digits, 号 in kanji, below them イロハ, (1), ア,
//! and English translations of Japanese law, which use (i), (ii) for items and (a), (b) below them.

use std::fmt;

/// A way of writing a whole number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Numeral {
    /// 12
    Ascii,
    /// １２
    Wide,
    /// 十二
    Kanji,
    /// ⑫
    Circled,
    /// シ, in the order アイウエオ
    Katakana,
    /// ヲ, in the order イロハ
    Iroha,
    /// xii
    Roman,
    /// l
    Alpha,
}

impl Numeral {
    const NAMES: [(&'static str, Self); 8] = [
        ("n", Self::Ascii),
        ("wide", Self::Wide),
        ("kanji", Self::Kanji),
        ("circled", Self::Circled),
        ("katakana", Self::Katakana),
        ("iroha", Self::Iroha),
        ("roman", Self::Roman),
        ("alpha", Self::Alpha),
    ];

    /// The numeral that a placeholder names: `n`, `wide`, `kanji`, `circled`, `katakana`, `iroha`, `roman`, `alpha`.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::NAMES.iter().find(|(known, _)| *known == name).map(|(_, numeral)| *numeral)
    }

    /// The name of its placeholder.
    #[must_use]
    pub fn name(self) -> &'static str {
        // Every numeral stands in the list.
        Self::NAMES.iter().find(|(_, numeral)| *numeral == self).map_or("n", |(name, _)| name)
    }

    /// Every placeholder name, for messages.
    pub fn names() -> impl Iterator<Item = &'static str> {
        Self::NAMES.iter().map(|(name, _)| *name)
    }

    /// `number` in this numeral. A number beyond the numeral's repertoire (⑤⓪, ン) is written in digits.
    #[must_use]
    pub fn write(self, number: u32) -> String {
        let written = match self {
            Self::Ascii => None,
            Self::Wide => Some(wide_digits(&number.to_string())),
            Self::Kanji => kanji(number),
            Self::Circled => circled(number),
            Self::Katakana => nth_letter(KATAKANA, number),
            Self::Iroha => nth_letter(IROHA, number),
            Self::Roman => roman(number),
            Self::Alpha => alpha(number),
        };
        written.unwrap_or_else(|| number.to_string())
    }
}

const KATAKANA: &str = "アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲン";
const IROHA: &str = "イロハニホヘトチリヌルヲワカヨタレソツネナラムウヰノオクヤマケフコエテアサキユメミシヱヒモセス";

fn nth_letter(row: &str, number: u32) -> Option<String> {
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

fn kanji(number: u32) -> Option<String> {
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
fn circled(number: u32) -> Option<String> {
    let base = match number {
        1..=20 => 0x2460 - 1,
        21..=35 => 0x3251 - 21,
        36..=50 => 0x32B1 - 36,
        _ => return None,
    };
    char::from_u32(base + number).map(String::from)
}

fn roman(number: u32) -> Option<String> {
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

/// a … z, aa, ab …
fn alpha(number: u32) -> Option<String> {
    let mut rest = number.checked_sub(1)?;
    let mut letters = Vec::new();
    loop {
        letters.push(char::from(b'a' + u8::try_from(rest % 26).ok()?));
        rest = match (rest / 26).checked_sub(1) {
            Some(more) => more,
            None => break,
        };
    }
    Some(letters.into_iter().rev().collect())
}

/// A number with its branches: 2, 1 stands for 第二条の二 … of which each branch counts from 2.
pub type Branched<'a> = &'a [u32];

/// A label with one placeholder or none: `第{kanji}条`, `({roman})`, `・`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Template {
    before: String,
    numeral: Option<Numeral>,
    after: String,
    has_parent: bool,
}

/// A reason why a template cannot be used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TemplateError {
    /// A placeholder of an unknown name.
    Unknown(String),
    /// More than one number, or a brace that is not closed.
    Malformed,
}

/// The placeholder for the number of the provision above.
const PARENT: &str = "{parent}";

impl Template {
    /// Reads a template.
    ///
    /// ```
    /// use junsoku::base::notation::numerals::Template;
    ///
    /// let article = Template::parse("第{kanji}条").unwrap();
    /// assert_eq!(article.write(&[12], "", true), "第十二条");
    /// assert_eq!(article.write(&[2, 2], "", true), "第二条の二");
    /// assert!(Template::parse("第{roemisch}条").is_err());
    /// ```
    ///
    /// # Errors
    /// [`TemplateError`] where a placeholder is unknown, stands twice, or a brace is left open.
    pub fn parse(text: &str) -> Result<Self, TemplateError> {
        let has_parent = text.contains(PARENT);
        let hidden = text.replace(PARENT, "\u{0}");
        let Some((before, rest)) = hidden.split_once('{') else {
            let plain = !hidden.contains('}');
            let template = Self { before: restore(&hidden), numeral: None, after: String::new(), has_parent };
            return if plain { Ok(template) } else { Err(TemplateError::Malformed) };
        };
        let (name, after) = rest.split_once('}').ok_or(TemplateError::Malformed)?;
        let numeral = Numeral::from_name(name).ok_or_else(|| TemplateError::Unknown(name.to_owned()))?;
        if after.contains(['{', '}']) {
            return Err(TemplateError::Malformed);
        }
        Ok(Self { before: restore(before), numeral: Some(numeral), after: restore(after), has_parent })
    }

    /// Returns the template that `text` writes; where it is none, a bullet of its letters without the braces.
    #[must_use]
    pub fn of(text: &str) -> Self {
        Self::parse(text).unwrap_or_else(|_| {
            let before = text.replace(['{', '}'], "");
            Self { before, numeral: None, after: String::new(), has_parent: false }
        })
    }

    /// A number with its counter word: 第…項, 第…号.
    #[must_use]
    pub fn counter(numeral: Numeral, word: &str) -> Self {
        Self { before: "第".to_owned(), numeral: Some(numeral), after: word.to_owned(), has_parent: false }
    }

    /// Whether it prints a number; a bullet does not.
    #[must_use]
    pub fn is_numbered(&self) -> bool {
        self.numeral.is_some()
    }

    /// Whether it prints the number of the provision above.
    #[must_use]
    pub fn names_parent(&self) -> bool {
        self.has_parent
    }

    /// The numeral it prints.
    #[must_use]
    pub fn numeral(&self) -> Option<Numeral> {
        self.numeral
    }

    /// The label of `number`, with Japanese branches (第二条の二) or English ones (Article 2-2).
    ///
    /// By custom の二 follows the counter word where the template has one before and one after the number
    /// (第…条, 第…号), and the number itself elsewhere.
    #[must_use]
    pub fn write(&self, number: Branched<'_>, parent: &str, japanese: bool) -> String {
        let before = self.before.replace(PARENT, parent);
        let after = self.after.replace(PARENT, parent);
        let (Some(numeral), Some((main, branches))) = (self.numeral, number.split_first()) else {
            return before + &after;
        };
        let joint = if japanese { "の" } else { "-" };
        let branches: String = branches.iter().map(|b| format!("{joint}{}", numeral.write(*b))).collect();
        let main = numeral.write(*main);
        if japanese && before.ends_with('第') {
            format!("{before}{main}{after}{branches}")
        } else {
            format!("{before}{main}{branches}{after}")
        }
    }
}

impl fmt::Display for Template {
    /// Writes the template as authors write it.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.before)?;
        if let Some(numeral) = self.numeral {
            write!(f, "{{{}}}", numeral.name())?;
        }
        f.write_str(&self.after)
    }
}

fn restore(text: &str) -> String {
    text.replace('\u{0}', PARENT)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numerals_follow_their_rows() {
        let cases = [
            (Numeral::Kanji, 1, "一"),
            (Numeral::Kanji, 10, "十"),
            (Numeral::Kanji, 11, "十一"),
            (Numeral::Kanji, 20, "二十"),
            (Numeral::Kanji, 101, "百一"),
            (Numeral::Kanji, 1111, "千百十一"),
            (Numeral::Circled, 20, "⑳"),
            (Numeral::Circled, 21, "㉑"),
            (Numeral::Circled, 50, "㊿"),
            (Numeral::Circled, 51, "51"),
            (Numeral::Katakana, 3, "ウ"),
            (Numeral::Katakana, 46, "ン"),
            (Numeral::Katakana, 47, "47"),
            (Numeral::Iroha, 4, "ニ"),
            (Numeral::Roman, 14, "xiv"),
            (Numeral::Alpha, 26, "z"),
            (Numeral::Alpha, 27, "aa"),
            (Numeral::Wide, 205, "２０５"),
            (Numeral::Kanji, 0, "0"),
            (Numeral::Alpha, 0, "0"),
        ];
        for (numeral, number, expected) in cases {
            assert_eq!(numeral.write(number), expected, "{numeral:?} {number}");
        }
    }

    #[test]
    fn branches_follow_the_counter_word() {
        let article = Template::parse("第{kanji}条").unwrap();
        assert_eq!(article.write(&[2], "", true), "第二条");
        assert_eq!(article.write(&[2, 2], "", true), "第二条の二");
        assert_eq!(article.write(&[2, 2, 3], "", true), "第二条の二の三");
        let english = Template::parse("Article {n}").unwrap();
        assert_eq!(english.write(&[2, 2], "", false), "Article 2-2");
        let bracket = Template::parse("（{wide}）").unwrap();
        assert_eq!(bracket.write(&[3, 2], "", true), "（３の２）");
    }

    #[test]
    fn a_template_names_its_parent_and_may_be_a_bullet() {
        let sub = Template::parse("{parent}－{wide}．").unwrap();
        assert_eq!(sub.write(&[2], "１", true), "１－２．");
        let bullet = Template::parse("・").unwrap();
        assert!(!bullet.is_numbered());
        assert_eq!(bullet.write(&[7], "１", true), "・");
    }

    #[test]
    fn a_faulty_template_is_refused() {
        assert_eq!(Template::parse("第{kanjii}条"), Err(TemplateError::Unknown("kanjii".into())));
        assert_eq!(Template::parse("第{kanji条"), Err(TemplateError::Malformed));
        assert_eq!(Template::parse("{n}{n}"), Err(TemplateError::Malformed));
        assert_eq!(Template::parse("n}"), Err(TemplateError::Malformed));
    }
}
