//! What an amending text may quote: words, a number with what it counts, an address with all its parts.
//!
//! Drafters quote what has a meaning by itself: 「八文字」 rather than 「八」, 「第十条第一項」 rather than 「十」.

use crate::base::notation::numbers::numbers;
use crate::compare::split_words;

/// The phrases of `text`, which together are `text`.
pub(super) fn phrases(text: &str) -> Vec<String> {
    let mut phrases: Vec<String> = Vec::new();
    let words: Vec<String> = split_words(text).into_iter().map(|word| word.written).collect();
    for (at, word) in words.iter().enumerate() {
        let next = words.get(at + 1).map_or("", String::as_str);
        match phrases.last_mut() {
            Some(last) if belongs(last, word, next) => last.push_str(word),
            _ => phrases.push(word.clone()),
        }
    }
    phrases
}

/// Whether `word`, which `next` follows, goes on with the phrase `before`.
fn belongs(before: &str, word: &str, next: &str) -> bool {
    let is_number = |text: &str| numbers(text).first().is_some_and(|number| text.starts_with(number.written));
    let ends_in_number = numbers(before).last().is_some_and(|number| number.after.is_empty());
    let is_address = before.starts_with('第') && before.ends_with(['編', '章', '節', '款', '目', '条', '項', '号']);
    // The dictionary parts 第八条第二号 into its pieces, and an address is quoted whole.
    if before.ends_with('第') {
        return is_number(word);
    }
    if is_address {
        return word.starts_with('第') || word == "の" && is_number(next);
    }
    if before.starts_with('第') && before.ends_with('の') {
        return is_number(word);
    }
    // 「八文字」を「十三文字」に in tests/cases/amending/words.txt; hiragana behind a number is a particle.
    ends_in_number && word.chars().next().is_some_and(is_unit)
}

/// Letters that can begin what a number counts.
fn is_unit(letter: char) -> bool {
    letter.is_alphanumeric() && !('ぁ'..='ん').contains(&letter)
}

#[cfg(test)]
mod tests {
    use super::phrases;

    #[test]
    fn a_number_is_quoted_with_what_it_counts() {
        let cases = [
            ("夕方の六時までに", "六時"),
            ("第十条第一項の届", "第十条第一項"),
            ("第三条の届出", "第三条"),
            ("第二条の二の届", "第二条の二"),
            ("パスワードは13文字以上とする", "13文字"),
        ];
        for (text, phrase) in cases {
            let found = phrases(text);
            assert_eq!(found.concat(), text);
            assert!(found.iter().any(|one| one == phrase), "{found:?}");
        }
    }
}
