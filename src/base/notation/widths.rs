//! Letters whatever their widths: full and half width are the same letter (NFKC), and so are curly and straight quotation marks.

use unicode_normalization::UnicodeNormalization as _;

/// `text` by what it says: widths of letters and white space do not count.
#[must_use]
pub fn folded(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    for letter in text.chars() {
        match FoldedLetter::of(letter) {
            FoldedLetter::Letter(letter) => plain.push(letter),
            FoldedLetter::Space => {}
            FoldedLetter::Other => return text.nfkc().filter(|letter| !letter.is_whitespace()).map(straight).collect(),
        }
    }
    plain
}

/// Returns the sign of a keyboard for a curly quotation mark or apostrophe.
fn straight(letter: char) -> char {
    match letter {
        '‘' | '’' => '\'',
        '“' | '”' => '"',
        _ => letter,
    }
}

/// What NFKC makes of a letter by itself, where it joins no other.
enum FoldedLetter {
    Letter(char),
    Space,
    /// What has to be looked at with the letters beside it.
    Other,
}

impl FoldedLetter {
    /// Nearly all Japanese is made of few kinds of letters, and NFKC takes ten times as long.
    fn of(letter: char) -> Self {
        match letter {
            ' ' | '\t' | '\n' | '\r' | '\u{3000}' => Self::Space,
            '\u{21}'..='\u{7E}'
            | 'ぁ'..='ゖ'
            | 'ァ'..='ヶ'
            | '・'
            | 'ー'
            | '一'..='\u{9FFF}'
            | '、'
            | '。'
            | '「'
            | '」'
            | '『'
            | '』'
            | '々' => Self::Letter(letter),
            '‘' | '’' | '“' | '”' => Self::Letter(straight(letter)),
            // Digits, letters and signs of full width.
            '\u{FF01}'..='\u{FF5E}' => char::from_u32(u32::from(letter) - 0xFEE0).map_or(Self::Other, Self::Letter),
            _ => Self::Other,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_letter_is_what_nfkc_makes_of_it() {
        let slow = |text: &str| text.nfkc().filter(|letter| !letter.is_whitespace()).map(straight).collect::<String>();
        for letter in (0..=0xFFFF).filter_map(char::from_u32) {
            let text = letter.to_string();
            assert_eq!(folded(&text), slow(&text), "{letter:?}");
        }
        for text in ["か\u{3099}", "ｶﾞ", "第１条　会員は、 Ａ", "e\u{301}", "㈱"] {
            assert_eq!(folded(text), slow(text), "{text}");
        }
    }
}
