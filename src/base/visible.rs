//! Letters that nothing can show, made visible: what a file name, an argument or another program says must not steer a
//! terminal or turn the order in which a line is read.

use std::borrow::Cow;

/// Whether `letter` is a control character or one that turns the direction of writing (UAX #9): no page, sheet or terminal
/// can show it. Ends of lines and tabs are not among them.
#[must_use]
pub fn is_unprintable(letter: char) -> bool {
    let turns =
        matches!(letter, '\u{061C}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}');
    // None of them stands behind the last that turns; kana and kanji do.
    letter <= '\u{2069}' && (turns || (letter.is_control() && !matches!(letter, '\n' | '\t')))
}

/// `text` with its unprintable letters named, as `\u{202e}`.
#[must_use]
pub fn visible(text: &str) -> Cow<'_, str> {
    replaced(text, |letter| letter.escape_unicode().to_string())
}

/// `json` with its unprintable letters escaped as JSON has it (RFC 8259, 7), so that it says the same. Such letters stand in
/// strings only.
#[must_use]
pub fn visible_json(json: &str) -> Cow<'_, str> {
    replaced(json, |letter| format!("\\u{:04x}", u32::from(letter)))
}

fn replaced(text: &str, name: impl Fn(char) -> String) -> Cow<'_, str> {
    if !text.contains(is_unprintable) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len() + 8);
    for letter in text.chars() {
        if is_unprintable(letter) {
            out.push_str(&name(letter));
        } else {
            out.push(letter);
        }
    }
    Cow::Owned(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_steers_a_terminal() {
        assert_eq!(visible("a\u{1b}[31mb\u{202e}c\u{9b}"), "a\\u{1b}[31mb\\u{202e}c\\u{9b}");
        assert_eq!(visible("二行\n\t目"), "二行\n\t目");
        assert_eq!(visible_json("\"a\u{202e}\u{7f}\""), "\"a\\u202e\\u007f\"");
    }
}
