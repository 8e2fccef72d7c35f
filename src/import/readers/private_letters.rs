//! 外字: letters that one computer alone shows, since somebody drew them there at a place that Unicode leaves free.

use crate::import::outline::doubt::{Doubt, DoubtKind};
use crate::import::outline::source::SourceText;

/// Adds a doubt for each line that has such letters, by their codes: what they look like only the computer shows that has
/// them, and none that reads the site.
pub(crate) fn with_private_letters_told(mut source: SourceText) -> SourceText {
    let private =
        |letter: &char| matches!(u32::from(*letter), 0xE000..=0xF8FF | 0xF_0000..=0xF_FFFD | 0x10_0000..=0x10_FFFD);
    for (place, line) in source.lines.iter().enumerate() {
        let mut codes: Vec<String> = Vec::new();
        for code in line.text.chars().filter(private).map(|letter| format!("U+{:04X}", u32::from(letter))) {
            if !codes.contains(&code) {
                codes.push(code);
            }
        }
        if !codes.is_empty() {
            source.doubts.push(Doubt::new(place, DoubtKind::PrivateLetters, &codes.join(" ")));
        }
    }
    source
}
