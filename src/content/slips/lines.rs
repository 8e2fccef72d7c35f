//! Lines of a text, with their indentation.

use std::ops::Range;

use super::is_any_space;

/// Whether `text` begins with a key and its colon.
fn begins_with_key(text: &str) -> bool {
    let rest = text.trim_start_matches(|letter: char| letter.is_ascii_lowercase() || letter == '_');
    rest.len() < text.len() && rest.strip_prefix(':').is_some_and(|value| value.is_empty() || value.starts_with(' '))
}

/// A line of a text, without its break.
#[derive(Debug, Clone)]
pub(super) struct LineView {
    /// Its first byte in the text.
    pub(super) start: usize,
    /// Its letters.
    pub(super) text: String,
}

impl LineView {
    /// The line of `text` on which the byte `at` stands.
    pub(super) fn at(text: &str, at: usize) -> Self {
        let at = text.floor_char_boundary(at.min(text.len()));
        let start = text[..at].rfind('\n').map_or(0, |at| at + 1);
        let line = text[start..].split('\n').next().unwrap_or("").trim_end_matches('\r');
        Self { start, text: line.to_owned() }
    }

    /// The lines of `text` from that on which the byte `at` stands up to the first.
    pub(super) fn upwards(text: &str, at: usize) -> impl Iterator<Item = Self> + '_ {
        let first = Self::at(text, at);
        std::iter::successors(Some(first), |line| {
            let before = line.start.checked_sub(1)?;
            Some(Self::at(text, before))
        })
    }

    /// The lines of `text` below that on which the byte `at` stands.
    pub(super) fn below(text: &str, at: usize) -> impl Iterator<Item = Self> + '_ {
        let first = Self::at(text, at);
        let next = |line: &Self| {
            let break_at = line.end() + text[line.end()..].find('\n')?;
            (break_at + 1 < text.len()).then(|| Self::at(text, break_at + 1))
        };
        std::iter::successors(next(&first), next)
    }

    /// The byte after its last letter.
    pub(super) fn end(&self) -> usize {
        self.start + self.text.len()
    }

    /// The blanks before its first letter.
    pub(super) fn indentation(&self) -> &str {
        &self.text[..self.text.len() - self.text.trim_start_matches(is_any_space).len()]
    }

    /// The bytes `range` of the line as bytes of the text.
    pub(super) fn in_text(&self, range: Range<usize>) -> Range<usize> {
        self.start + range.start..self.start + range.end
    }

    /// The numbers of spaces by which the line may be meant to be indented: as the lines around it are, and two more or
    /// less than that above.
    pub(super) fn likely_indents(&self, text: &str) -> Vec<usize> {
        let above = Self::upwards(text, self.start).skip(1).find(|line| !line.is_empty());
        let below = text[self.end()..].split('\n').skip(1).find(|line| !line.trim_matches(is_any_space).is_empty());
        let spaces = |line: &str| line.len() - line.trim_start_matches(' ').len();
        let above = above.map(|line| (spaces(&line.text), line.text.trim_start().starts_with("- ")));
        let mut likely: Vec<usize> = Vec::new();
        if let Some((indent, dash)) = above {
            // A key below a dash stands below the letter after it.
            likely.extend(dash.then_some(indent + 2));
            likely.extend([indent, indent + 2]);
            likely.extend(indent.checked_sub(2));
            likely.extend(indent.checked_sub(4));
        }
        likely.extend(below.map(spaces));
        likely.push(0);
        let mut seen = Vec::new();
        likely.retain(|indent| {
            let is_new = !seen.contains(indent);
            seen.push(*indent);
            is_new
        });
        likely
    }

    /// The number of spaces by which a line with a key is meant to be indented, where the line above tells it: below the letter after a
    /// dash, deeper than a key without a value, else beside the key above. None below a text of several lines.
    pub(super) fn indent_of_key(&self, text: &str) -> Option<usize> {
        let above = Self::upwards(text, self.start).skip(1).find(|line| !line.is_empty())?;
        let indent = above.text.len() - above.text.trim_start_matches(' ').len();
        let (after_dashes, head) = (above.text.trim_start_matches([' ', '-']), above.text.trim_end());
        if !begins_with_key(self.text.trim_start_matches(is_any_space)) || !begins_with_key(after_dashes) {
            return None;
        }
        // Below `ja: >-` stands text.
        if head.ends_with(['>', '|', '-']) {
            return None;
        }
        let key = if above.text[indent..].starts_with("- ") { above.text.len() - after_dashes.len() } else { indent };
        Some(if head.ends_with(':') { key + 2 } else { key })
    }

    fn is_empty(&self) -> bool {
        self.text.trim_matches(is_any_space).is_empty()
    }
}
