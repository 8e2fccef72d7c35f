//! Numerals of Japanese and English drafting, and templates such as `第{kanji}条`.
//!
//! The sets follow Japanese drafting custom: 条 in kanji or digits, 号 in kanji, below them イロハ, (1), ア,
//! and English translations of Japanese law, which use (i), (ii) for items and (a), (b) below them.

use std::fmt;

use super::numeral_letters::{
    HIRAGANA, HIRAGANA_IROHA, IROHA, KATAKANA, STEMS, alpha, circled, kanji, negative, nth_letter, roman, upper_roman,
};

pub use super::numeral_letters::wide_digits;

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
    /// Ⅻ; XII in English and beyond twelve
    UpperRoman,
    /// L
    UpperAlpha,
    /// し, in the order あいうえお
    Hiragana,
    /// を, in the order いろは
    HiraganaIroha,
    /// ⓬
    Negative,
    /// 甲, 乙, 丙: the ten stems, of which drafts name parties and classes
    Stem,
}

impl Numeral {
    const NAMES: [(&'static str, Self); 14] = [
        ("n", Self::Ascii),
        ("wide", Self::Wide),
        ("kanji", Self::Kanji),
        ("circled", Self::Circled),
        ("katakana", Self::Katakana),
        ("iroha", Self::Iroha),
        ("roman", Self::Roman),
        ("alpha", Self::Alpha),
        ("ROMAN", Self::UpperRoman),
        ("ALPHA", Self::UpperAlpha),
        ("hiragana", Self::Hiragana),
        ("hiragana-iroha", Self::HiraganaIroha),
        ("negative", Self::Negative),
        ("stem", Self::Stem),
    ];

    /// The numeral that a placeholder names: `n`, `wide`, `kanji`, `circled`, `katakana`, `iroha`, `roman`, `alpha`, `ROMAN`,
    /// `ALPHA`, `hiragana`, `hiragana-iroha`, `negative`, `stem`.
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
            Self::UpperRoman => upper_roman(number),
            Self::UpperAlpha => alpha(number).map(|letters| letters.to_ascii_uppercase()),
            Self::Hiragana => nth_letter(HIRAGANA, number),
            Self::HiraganaIroha => nth_letter(HIRAGANA_IROHA, number),
            Self::Negative => negative(number),
            Self::Stem => nth_letter(STEMS, number),
        };
        written.unwrap_or_else(|| number.to_string())
    }
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
        // Hidden by a letter that no text of the content holds (J0208), so that its braces are not read as those of
        // the number.
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
        let one = |number: u32| match numeral {
            // The single letters Ⅰ to Ⅻ belong to Japanese fonts; English text is searched for XII.
            Numeral::UpperRoman if !japanese => Numeral::Roman.write(number).to_ascii_uppercase(),
            _ => numeral.write(number),
        };
        let branches: String = branches.iter().map(|branch| format!("{joint}{}", one(*branch))).collect();
        let main = one(*main);
        if japanese && before.ends_with('第') {
            format!("{before}{main}{after}{branches}")
        } else {
            format!("{before}{main}{branches}{after}")
        }
    }
}

/// Whether `last` is the very next number after `first`, branches included: 第二条の三 and 第二条の四.
#[must_use]
pub fn follows(first: Branched<'_>, last: Branched<'_>) -> bool {
    first
        .split_last()
        .zip(last.split_last())
        .is_some_and(|((one, above), (other, same))| above == same && one.saturating_add(1) == *other)
}

/// The label of the numbers from `first` to `last`, whose labels are given: by custom 第四条から第六条まで, and of two that
/// follow on each other 第四条及び第五条; Articles 4 through 6 in English as the Ministry of Justice writes it.
#[must_use]
pub fn of_several(first: &str, last: &str, follow: bool, japanese: bool) -> String {
    if japanese {
        return if follow { format!("{first}及び{last}") } else { format!("{first}から{last}まで") };
    }
    let between = if follow { "and" } else { "through" };
    // Article 4 and Article 6 share their word.
    let shared = first
        .split_once(' ')
        .zip(last.split_once(' '))
        .filter(|((one, _), (other, _))| one == other && one.starts_with(|letter: char| letter.is_ascii_uppercase()));
    match shared {
        Some(((word, first), (_, last))) => format!("{word}s {first} {between} {last}"),
        None => format!("{first} {between} {last}"),
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
            (Numeral::UpperRoman, 4, "Ⅳ"),
            (Numeral::UpperRoman, 14, "XIV"),
            (Numeral::UpperAlpha, 2, "B"),
            (Numeral::Hiragana, 2, "い"),
            (Numeral::HiraganaIroha, 2, "ろ"),
            (Numeral::Negative, 10, "❿"),
            (Numeral::Negative, 12, "⓬"),
            (Numeral::Stem, 3, "丙"),
            (Numeral::Stem, 11, "11"),
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
    fn several_numbers_are_said_by_custom() {
        assert_eq!(of_several("第四条", "第六条", false, true), "第四条から第六条まで");
        assert_eq!(of_several("一", "二", true, true), "一及び二");
        assert_eq!(of_several("Article 4", "Article 6", false, false), "Articles 4 through 6");
        assert_eq!(of_several("(i)", "(ii)", true, false), "(i) and (ii)");
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
