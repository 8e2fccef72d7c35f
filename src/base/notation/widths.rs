//! Letters whatever their widths: full and half width are the same letter (NFKC), and so are curly and straight quotation marks.

use unicode_normalization::UnicodeNormalization as _;

/// `text` by what it says: widths of letters and white space do not count.
#[must_use]
pub fn folded(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    each_folded(text, |letter| plain.push(letter));
    plain
}

/// Gives the letters of [`folded`] to `take`.
pub fn each_folded(text: &str, mut take: impl FnMut(char)) {
    each_compatible(text, |letter| {
        if !letter.is_whitespace() {
            take(straight(letter));
        }
    });
}

/// Returns `text` in the form NFKC (Unicode Standard Annex 15).
#[must_use]
pub fn compatible(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    each_compatible(text, |letter| plain.push(letter));
    plain
}

/// Gives the letters of the form NFKC of `text` to `take`. Nearly all of Japanese and English is made of few kinds of letters, which
/// that form changes by themselves or not at all, and to ask it takes ten times as long; so only what stands between them is asked
/// for, with the letter before, which it may join.
fn each_compatible(text: &str, mut take: impl FnMut(char)) {
    // The last letter that was seen, which is taken once it is known that nothing joins it.
    let mut last: Option<(usize, char)> = None;
    let mut letters = text.char_indices();
    while let Some((at, letter)) = letters.next() {
        if let Some(plain) = alone(letter) {
            if let Some((_, before)) = last.replace((at, plain)) {
                take(before);
            }
            continue;
        }
        let begun = last.take().map_or(at, |(before, _)| before);
        let end = letters.by_ref().find(|(_, letter)| alone(*letter).is_some());
        text[begun..end.map_or(text.len(), |(end, _)| end)].nfkc().for_each(&mut take);
        last = end.and_then(|(end, letter)| Some((end, alone(letter)?)));
    }
    if let Some((_, letter)) = last {
        take(letter);
    }
}

/// Returns the sign of a keyboard for a curly quotation mark or apostrophe.
fn straight(letter: char) -> char {
    match letter {
        '‘' | '’' => '\'',
        '“' | '”' => '"',
        _ => letter,
    }
}

/// Returns what NFKC makes of a letter that joins none before it, if it is one of those of which most texts are made.
fn alone(letter: char) -> Option<char> {
    match letter {
        '\0'..='\u{7F}'
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
        | '々'
        | '‘'
        | '’'
        | '“'
        | '”'
        | '–'
        | '—' => Some(letter),
        '\u{3000}' => Some(' '),
        // Digits, letters and signs of full width.
        '\u{FF01}'..='\u{FF5E}' => char::from_u32(u32::from(letter) - 0xFEE0),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_letter_is_what_nfkc_makes_of_it() {
        let slow = |text: &str| text.nfkc().filter(|letter| !letter.is_whitespace()).map(straight).collect::<String>();
        let letters: Vec<char> = (0..=0xFFFF).filter_map(char::from_u32).collect();
        for letter in &letters {
            // By itself, and beside letters that it may join.
            for text in [
                letter.to_string(),
                format!("か{letter}\u{3099}"),
                format!("{letter}\u{301}x"),
                format!("Ａ\u{3099}{letter}"),
            ] {
                assert_eq!(folded(&text), slow(&text), "{text:?}");
                assert_eq!(compatible(&text), text.nfkc().collect::<String>(), "{text:?}");
            }
        }
        for text in [
            "か\u{3099}",
            "ｶﾞ",
            "第１条　会員は、 Ａ",
            "e\u{301}",
            "㈱",
            "\u{1F}名\u{1F}",
            "한글 \u{1112}\u{1161}\u{11AB}",
            "",
            "々\u{3099}\u{309A}",
        ] {
            assert_eq!(folded(text), slow(text), "{text}");
            assert_eq!(compatible(text), text.nfkc().collect::<String>(), "{text}");
        }
    }
}
