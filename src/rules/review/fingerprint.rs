//! Fingerprints of what a person has reviewed.

use crate::base::notation::widths::folded;

/// As many hexadecimal digits as tell a few hundred thousand texts apart and still read well in a difference.
const DIGITS: usize = 12;

/// The fingerprint of `text`; widths of letters and white space do not count.
#[must_use]
pub(super) fn fingerprint(text: &str) -> String {
    let mut digits = blake3::hash(folded(text).as_bytes()).to_hex().to_string();
    digits.truncate(DIGITS);
    digits
}
