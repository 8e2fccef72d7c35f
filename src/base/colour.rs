//! Colours as the web writes them, and how far they stand apart: the contrast of WCAG 2.2.

use std::fmt;

/// The least contrast of text, by success criterion 1.4.3 (level AA) of WCAG 2.2.
pub const LEAST_CONTRAST: f64 = 4.5;

/// A colour of the sRGB space, red, green and blue from 0 to 255.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Colour(pub [u8; 3]);

impl Colour {
    /// White.
    pub const WHITE: Self = Self([255; 3]);
    /// Black.
    pub const BLACK: Self = Self([0; 3]);

    /// Returns the colour that `text` writes as `#rrggbb` or `#rgb` (CSS Color 4, 5.2); `None` for any other notation.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let digits: Option<Vec<u8>> = text
            .strip_prefix('#')?
            .chars()
            .map(|digit| digit.to_digit(16).and_then(|digit| u8::try_from(digit).ok()))
            .collect();
        match digits?.as_slice() {
            [r, g, b] => Some(Self([r * 17, g * 17, b * 17])),
            [r, rr, g, gg, b, bb] => Some(Self([r * 16 + rr, g * 16 + gg, b * 16 + bb])),
            _ => None,
        }
    }

    /// Returns this colour with so much of `other`, from 0 (none of it) to 1 (nothing else).
    #[must_use]
    pub fn mixed(self, other: Self, share: f64) -> Self {
        let mut mixed = self.0;
        for (own, other) in mixed.iter_mut().zip(other.0) {
            let value = f64::from(*own) * (1.0 - share) + f64::from(other) * share;
            #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "it is between two bytes")]
            let value = value.round() as u8;
            *own = value;
        }
        Self(mixed)
    }

    /// Returns the contrast to `other`, from 1 (none) to 21 (black and white).
    #[must_use]
    pub fn contrast(self, other: Self) -> f64 {
        let (one, two) = (self.luminance(), other.luminance());
        (one.max(two) + 0.05) / (one.min(two) + 0.05)
    }

    /// The relative luminance as WCAG 2.2 defines it.
    fn luminance(self) -> f64 {
        let [r, g, b] = self.0.map(|value| {
            let value = f64::from(value) / 255.0;
            if value <= 0.04045 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
        });
        0.2126 * r + 0.7152 * g + 0.0722 * b
    }
}

impl fmt::Display for Colour {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [r, g, b] = self.0;
        write!(f, "#{r:02x}{g:02x}{b:02x}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn colours_are_read_as_the_web_writes_them() {
        assert_eq!(Colour::parse("#0A5f3c"), Some(Colour([10, 95, 60])));
        assert_eq!(Colour::parse("#fff"), Some(Colour::WHITE));
        for wrong in ["", "#", "fff", "#ff", "#gggggg", "#ffff", "green", "#１２３"] {
            assert_eq!(Colour::parse(wrong), None, "{wrong}");
        }
        assert_eq!(Colour([10, 95, 60]).to_string(), "#0a5f3c");
    }

    #[test]
    fn contrast_is_that_of_the_guidelines() {
        assert!((Colour::WHITE.contrast(Colour::BLACK) - 21.0).abs() < 1e-9);
        // #767676 is the lightest grey that passes on white, #777777 fails with 4.48.
        let grey = |value| Colour([value; 3]).contrast(Colour::WHITE);
        assert!(grey(0x76) >= LEAST_CONTRAST && grey(0x77) < LEAST_CONTRAST, "{} {}", grey(0x76), grey(0x77));
        assert_eq!(Colour::BLACK.mixed(Colour::WHITE, 0.5), Colour([128; 3]));
    }
}
