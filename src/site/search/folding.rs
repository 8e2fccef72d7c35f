//! Letters by what they say. `templates/site/assets/search/fold.js` does the same to a query; both are held to
//! `tests/cases/folding.jsonl`.

use std::borrow::Cow;
use std::collections::BTreeMap;

use aho_corasick::{AhoCorasick, MatchKind};
use serde::Serialize;

use crate::base::notation::numbers::numbers;
use crate::base::notation::values::COUNTERS;
use crate::base::notation::widths;

/// The first of the letters of private use (Unicode, U+E000 to U+F8FF) that stand for words with several spellings.
const FIRST_TOKEN: u32 = 0xE000;

/// The number of letters of private use.
const MOST_TOKENS: usize = 0x1900;

/// Letters that are neither capital nor small, with kana and kanji among them (Unicode, CJK Radicals Supplement to Yi Radicals).
const CASELESS: std::ops::RangeInclusive<char> = '\u{2E80}'..='\u{A4CF}';

/// The words before a number in kanji that make it one, as [`letters`] writes them.
const ORDINALS: [&str; 4] = ["第", "条ノ", "章ノ", "節ノ"];

/// The tables that folding needs, for both sides.
#[derive(Debug, Clone, Serialize)]
pub(in crate::site) struct FoldingTable {
    /// The spellings of each word that has several.
    variants: Vec<Vec<String>>,
    /// The letters after a number in kanji that make it one.
    counters: String,
    ordinals: [&'static str; 4],
    #[serde(skip)]
    finder: Option<AhoCorasick>,
    /// The letter of private use for each spelling of `finder`.
    #[serde(skip)]
    tokens: Vec<String>,
}

impl FoldingTable {
    /// Returns the tables for texts whose words have the spellings `variants`.
    pub(in crate::site) fn of(variants: &[Vec<String>]) -> Self {
        let folded = |spellings: &Vec<String>| spellings.iter().map(|one| letters(one)).collect::<Vec<_>>();
        let variants: Vec<Vec<String>> = variants.iter().take(MOST_TOKENS).map(folded).collect();
        let mut spellings: BTreeMap<&str, String> = BTreeMap::new();
        for (token, words) in (FIRST_TOKEN..).zip(&variants) {
            let token = char::from_u32(token).map_or_else(String::new, String::from);
            // Two words of one spelling could not be told apart; it is one of the first.
            for word in words.iter().filter(|word| !word.is_empty()) {
                spellings.entry(word).or_insert_with(|| token.clone());
            }
        }
        // ユーザー before ユーザ.
        let finder = AhoCorasick::builder().match_kind(MatchKind::LeftmostLongest).build(spellings.keys()).ok();
        let tokens = spellings.into_values().collect();
        Self { variants, counters: letters(COUNTERS), ordinals: ORDINALS, finder, tokens }
    }

    /// Returns `letters`, which are folded already, with numbers in digits and one letter for every spelling of a word.
    pub(super) fn meaning<'l>(&self, letters: &'l str) -> Cow<'l, str> {
        let counted = self.in_digits(letters);
        match &self.finder {
            Some(finder) if finder.is_match(&*counted) => Cow::Owned(finder.replace_all(&counted, &self.tokens)),
            Some(_) | None => counted,
        }
    }

    fn in_digits<'l>(&self, letters: &'l str) -> Cow<'l, str> {
        let mut written = String::new();
        let mut done = 0;
        for number in numbers(letters) {
            let end = letters.len() - number.after.len();
            let start = end - number.written.len();
            if self.is_number(&letters[..start], number.written, number.after) {
                written.push_str(&letters[done..start]);
                written.push_str(&number.value.to_string());
                done = end;
            }
        }
        if done == 0 { Cow::Borrowed(letters) } else { Cow::Owned(written + &letters[done..]) }
    }

    /// Whether a numeral in kanji is a number and no part of a word (一般, 十分).
    fn is_number(&self, before: &str, written: &str, after: &str) -> bool {
        let in_kanji = !written.starts_with(|letter: char| letter.is_ascii_digit());
        let is_counted = after.is_empty() || after.starts_with(|letter| self.counters.contains(letter));
        in_kanji && (is_counted || ORDINALS.iter().any(|ordinal| before.ends_with(ordinal)))
    }
}

/// Returns the letters of `text` whatever their widths, cases and spaces, hiragana as katakana.
pub(super) fn letters(text: &str) -> String {
    let mut letters = String::with_capacity(text.len());
    let mut is_caseless = true;
    widths::each_folded(text, |letter| {
        is_caseless &= letter.is_ascii() || CASELESS.contains(&letter);
        letters.push(katakana(letter.to_ascii_lowercase()));
    });
    // What the small form of other letters is hangs on those around them.
    if is_caseless { letters } else { widths::folded(text).to_lowercase().chars().map(katakana).collect() }
}

fn katakana(letter: char) -> char {
    match letter {
        // The two rows stand in the same order, 96 apart (Unicode, U+3041 and U+30A1).
        'ぁ'..='ゖ' | 'ゝ' | 'ゞ' => char::from_u32(u32::from(letter) + 0x60).unwrap_or(letter),
        _ => letter,
    }
}

#[cfg(test)]
mod tests {
    use serde::Deserialize;

    use super::*;

    #[test]
    fn caseless_letters_have_no_small_ones() {
        assert!(CASELESS.into_iter().all(|letter| letter.to_lowercase().eq([letter])));
        // A sigma at the end of a word has a small form of its own.
        assert_eq!([letters("ΟΔΟΣ"), letters("ＡBか")], ["οδος", "abカ"]);
    }

    #[derive(Deserialize)]
    struct Case {
        text: String,
        letters: String,
        meaning: String,
    }

    #[test]
    fn texts_are_folded_as_the_cases_say_which_hold_for_the_page_as_well() {
        let cases = include_str!("../../../tests/cases/folding.jsonl");
        let variants =
            [["漏えい", "漏洩", "漏泄"].map(String::from).to_vec(), ["ユーザー", "ユーザ"].map(String::from).to_vec()];
        let table = FoldingTable::of(&variants);
        for line in cases.lines() {
            let case: Case = serde_json::from_str(line).expect("a case");
            let folded = letters(&case.text);
            assert_eq!(folded, case.letters, "{line}");
            assert_eq!(table.meaning(&folded), case.meaning, "{line}");
        }
    }
}
