//! Letters whatever their widths: full and half width are the same letter (NFKC).

use unicode_normalization::UnicodeNormalization as _;

/// `text` by what it says: widths of letters and white space do not count.
#[must_use]
pub fn folded(text: &str) -> String {
    text.nfkc().filter(|letter| !letter.is_whitespace()).collect()
}
