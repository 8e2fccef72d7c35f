//! How numbers, heads and labels look, line by line: what is known before anything is read.

pub mod heads;
pub mod histories;
pub(super) mod labels;
mod mark_kinds;
pub mod marks;
mod numbers_at_head;
pub mod style;
pub mod title_words;

/// Counts the columns that a line takes: two for each Japanese letter.
pub(in crate::import) fn column_width(text: &str) -> usize {
    // Halfwidth katakana (U+FF61–FF9F) take one column as ASCII does.
    text.chars()
        .map(|letter| if letter.is_ascii() || matches!(u32::from(letter), 0xFF61..=0xFF9F) { 1 } else { 2 })
        .sum()
}
