//! Bytes that are no letters.

use std::sync::Arc;

use super::{Place, SourceFile};

/// As many letters of UTF-8 for each byte that is none show that a file was meant to be UTF-8.
const LETTERS_A_FAULT: usize = 4;

/// Returns the place of the first byte that is no UTF-8 in the file `path`, if the rest shows that UTF-8 was meant.
#[must_use]
pub fn bad_byte(path: &str, bytes: &[u8]) -> Option<Place> {
    let good = std::str::from_utf8(bytes).err()?.valid_up_to();
    let text = String::from_utf8_lossy(bytes).into_owned();
    let faults = text.matches(char::REPLACEMENT_CHARACTER).count();
    // The letter that stands in for a bad byte is not ASCII either and would be counted as one that was meant.
    let letters = text.chars().filter(|letter| !letter.is_ascii()).count().saturating_sub(faults);
    let file = Arc::new(SourceFile::new(path.to_owned(), text));
    // The place is one of the text as it is shown, in which the bad byte has become a letter of three bytes.
    let end = good + char::REPLACEMENT_CHARACTER.len_utf8();
    (letters >= faults.saturating_mul(LETTERS_A_FAULT)).then(|| Place::new(&file, good..end))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bad_byte_among_letters_is_found() {
        let place = bad_byte("a.txt", b"\xE6\x97\xA5\xE6\x9C\xAC\n\xE6\x97\xA5\xFF\xE6\x9C\xAC").expect("a place");
        assert_eq!((place.start().line, place.start().column), (2, 2));
        // Shift_JIS, and what is sound.
        assert!(bad_byte("a.txt", b"\x93\xFA\x96\x7B").is_none());
        assert!(bad_byte("a.txt", "日本".as_bytes()).is_none());
    }
}
