//! The tables by which values are read, here and on the page: the page gets them as data with its form.

use serde::Serialize;

/// The longest text that a field takes, in letters. No sheet has room for more.
pub const LONGEST: usize = 2_000;

/// The months in English, as they begin.
pub(super) const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

/// The letters that keyboards and spreadsheets give for a dash, the long vowel mark among them, as they are after NFKC.
const DASHES: &str = "-‐‒–—―−ー─━";

/// The words and signs that tick a box, and those that leave it empty.
pub(super) const TICKS: [&str; 14] = ["true", "1", "yes", "y", "on", "x", "○", "◯", "〇", "レ", "✓", "☑", "はい", "有"];
/// The words and signs that leave a box empty.
pub(super) const BLANKS: [&str; 9] = ["false", "0", "no", "n", "off", "×", "いいえ", "無", "-"];

/// An era: the beginnings by which it is written, the longest first; its days as year, month, day; the Western year before
/// its first.
#[derive(Debug, Serialize)]
pub(super) struct EraRule {
    /// In Japanese and in English, as a page prints it.
    pub(super) ja: &'static str,
    pub(super) en: &'static str,
    /// Lower-case, since what was typed is made so.
    pub(super) names: [&'static str; 4],
    pub(super) first: (i16, i8, i8),
    pub(super) last: Option<(i16, i8, i8)>,
    pub(super) before: i32,
}

/// Newest first. The days are those of `base::notation::dates`; 大正 and 昭和 began on the very day on which the era before
/// them ended.
pub(super) const ERAS: [EraRule; 5] = [
    EraRule {
        ja: "令和",
        en: "Reiwa",
        names: ["令和", "令", "reiwa", "r"],
        first: (2019, 5, 1),
        last: None,
        before: 2018,
    },
    EraRule {
        ja: "平成",
        en: "Heisei",
        names: ["平成", "平", "heisei", "h"],
        first: (1989, 1, 8),
        last: Some((2019, 4, 30)),
        before: 1988,
    },
    EraRule {
        ja: "昭和",
        en: "Showa",
        names: ["昭和", "昭", "showa", "s"],
        first: (1926, 12, 25),
        last: Some((1989, 1, 7)),
        before: 1925,
    },
    EraRule {
        ja: "大正",
        en: "Taisho",
        names: ["大正", "大", "taisho", "t"],
        first: (1912, 7, 30),
        last: Some((1926, 12, 25)),
        before: 1911,
    },
    EraRule {
        ja: "明治",
        en: "Meiji",
        names: ["明治", "明", "meiji", "m"],
        first: (1868, 1, 1),
        last: Some((1912, 7, 30)),
        before: 1867,
    },
];

/// What the scripts of a form page need to read values as `fill` does.
#[derive(Debug, Serialize)]
pub struct ValueRules {
    longest: usize,
    dashes: &'static str,
    eras: &'static [EraRule],
    months: &'static [&'static str],
    ticks: &'static [&'static str],
    blanks: &'static [&'static str],
}

/// Returns the tables by which values are read.
#[must_use]
pub fn value_rules() -> ValueRules {
    ValueRules { longest: LONGEST, dashes: DASHES, eras: &ERAS, months: &MONTHS, ticks: &TICKS, blanks: &BLANKS }
}

/// Whether `letter` is written for a dash.
pub(super) fn is_dash(letter: char) -> bool {
    DASHES.contains(letter)
}

/// Whether nobody sees `letter` and no sheet shows it: controls, marks of direction and order (which can make an address
/// read as another), spaces without width. Tabs and ends of lines are not among them, nor the selectors of variants
/// (辻󠄀) and joiners that names have.
pub(super) fn is_unseen(letter: char) -> bool {
    matches!(letter,
        '\0'..='\u{8}' | '\u{b}' | '\u{c}' | '\u{e}'..='\u{1f}' | '\u{7f}'..='\u{9f}' | '\u{ad}' | '\u{200b}'
        | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
}
