//! What people type otherwise than a document prints it: digits and letters of the other width, numbers in kanji or digits,
//! commas of horizontal writing, brackets of half width.

use std::ops::Range;

use crate::base::notation::numbers::numbers;
use crate::base::notation::numerals::Numeral;
use crate::compare::amend::instructions::address::numeral;

/// `letter` as it is looked for, whatever its width and the sign that was at hand.
fn folded_letter(letter: char) -> char {
    match letter {
        '\u{FF01}'..='\u{FF5E}' if !matches!(letter, '，' | '～' | '－') => {
            char::from_u32(u32::from(letter) - 0xFEE0).unwrap_or(letter)
        }
        '\u{3000}' | '\t' => ' ',
        '，' | '､' => '、',
        '．' | '｡' => '。',
        '～' => '〜',
        '－' | '―' | '—' | '–' | '‐' | '−' => '-',
        '｢' => '「',
        '｣' => '」',
        letter => letter,
    }
}

/// The places in bytes at which `quoted` stands in `text`, letters of other widths taken for the same.
pub(super) fn loose_matches(text: &str, quoted: &str) -> Vec<Range<usize>> {
    let fold = |text: &str| text.chars().map(folded_letter).collect::<Vec<char>>();
    let (letters, wanted) = (fold(text), fold(quoted.trim()));
    let starts: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
    let mut found = Vec::new();
    let mut at = 0;
    while !wanted.is_empty() && at + wanted.len() <= letters.len() {
        if letters[at..at + wanted.len()] == wanted {
            found.push(starts[at]..starts[at + wanted.len()]);
            at += wanted.len();
        } else {
            at += 1;
        }
    }
    found
}

/// `text` with digits and Latin letters of the width that they have in `model`, and its commas.
pub(super) fn in_widths_of(text: &str, model: &str) -> String {
    let is_wide = |letter: char| ('\u{FF10}'..='\u{FF5A}').contains(&letter);
    let (wide, narrow) = (model.chars().any(is_wide), model.chars().any(|letter| letter.is_ascii_alphanumeric()));
    let respelt = text.chars().map(|letter| match letter {
        _ if wide == narrow => letter,
        _ if wide && letter.is_ascii_alphanumeric() => char::from_u32(u32::from(letter) + 0xFEE0).unwrap_or(letter),
        _ if narrow && is_wide(letter) => folded_letter(letter),
        letter => letter,
    });
    respelt.collect()
}

/// An address by which it is looked for: its numbers in digits, without white space.
pub(crate) fn plain_address(address: &str) -> String {
    let squeezed: String = address.chars().filter(|letter| !letter.is_whitespace()).map(folded_letter).collect();
    with_numbers(&squeezed, Numeral::Ascii)
}

/// The name `own` with its numbers written as `model` writes them: 第四条 for 第４条 beside 第三条.
pub(super) fn numbered_like(own: &str, model: &str) -> String {
    if numbers(model).is_empty() { own.to_owned() } else { with_numbers(own, numeral(model)) }
}

fn with_numbers(text: &str, numeral: Numeral) -> String {
    let mut out = String::new();
    let mut rest = text;
    for number in numbers(text) {
        let end = rest.len() - number.after.len();
        out.push_str(&rest[..end - number.written.len()]);
        out.push_str(&numeral.write(number.value));
        rest = number.after;
    }
    out + rest
}

/// `line` with its signs of half width and its commas as amending texts have them, but for what it quotes.
pub(super) fn with_full_signs(line: &str) -> String {
    let mut depth = 0_usize;
    let letters = line.chars().map(|letter| {
        let letter = match letter {
            '｢' => '「',
            '｣' => '」',
            letter => letter,
        };
        match letter {
            '「' => depth += 1,
            '」' => depth = depth.saturating_sub(1),
            '，' | '､' if depth == 0 => return '、',
            '．' | '｡' if depth == 0 => return '。',
            _ => {}
        }
        letter
    });
    letters.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_typed_otherwise_is_found() {
        let text = "鍵は，８文字以上とし、２か月ごとに替える。";
        let found: Vec<&str> = loose_matches(text, "8文字").into_iter().map(|range| &text[range]).collect();
        assert_eq!(found, ["８文字"]);
        assert_eq!(loose_matches(text, "鍵は、").len(), 1);
        assert_eq!(loose_matches(text, "").len(), 0);
        assert_eq!(in_widths_of("10文字", "８文字"), "１０文字");
        assert_eq!(in_widths_of("１０文字", "8文字"), "10文字");
        assert_eq!(in_widths_of("10文字", "二本"), "10文字");
    }

    #[test]
    fn addresses_are_the_same_however_their_numbers_are_written() {
        for address in ["第12条の2第３項", "第十二条の二 第三項", "第１２条の２　第3項"] {
            assert_eq!(plain_address(address), "第12条の2第3項");
        }
        assert_eq!(numbered_like("第12条の2", "第三条"), "第十二条の二");
        assert_eq!(numbered_like("第十二条", "第３条"), "第１２条");
        assert_eq!(numbered_like("ウ", "イ"), "ウ");
    }

    #[test]
    fn signs_are_full_outside_quotations() {
        assert_eq!(
            with_full_signs("第三条中｢灯り，｣を｢提灯｣に改め，同条を削る｡"),
            "第三条中「灯り，」を「提灯」に改め、同条を削る。"
        );
    }
}
