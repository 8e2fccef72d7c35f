//! Letters that remember where they stood.

use std::ops::Range;

/// A stretch of a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WordsPiece {
    /// The line's place in the source.
    pub line: usize,
    /// The beginning in the line, in bytes.
    pub at: usize,
    /// The place in the words.
    pub span: Range<usize>,
}

/// Words put together from lines.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct SourceWords {
    /// The letters.
    pub text: String,
    /// The lines that they come from.
    pub pieces: Vec<WordsPiece>,
}

impl SourceWords {
    /// The whole of a line.
    #[must_use]
    pub fn of_line(line: usize, text: &str) -> Self {
        let piece = WordsPiece { line, at: 0, span: 0..text.len() };
        Self { text: text.to_owned(), pieces: vec![piece] }
    }

    /// The place in the source of the line with which they begin.
    #[must_use]
    pub fn line(&self) -> usize {
        self.pieces.first().map_or(0, |piece| piece.line)
    }

    /// Whether there are no letters.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.text.trim().is_empty()
    }

    /// Returns the words in `range`, which lies on borders of letters, without the white space around them.
    #[must_use]
    pub fn slice(&self, range: Range<usize>) -> Self {
        let text = self.text.get(range.clone()).unwrap_or("");
        let start = range.start + (text.len() - text.trim_start().len());
        let text = text.trim();
        let end = start + text.len();
        // What was put between two lines belongs to no piece and is cut with the words around it.
        let pieces = self.pieces.iter().filter(|piece| piece.span.start < end && start < piece.span.end);
        let cut = |piece: &WordsPiece| {
            let (from, to) = (piece.span.start.max(start), piece.span.end.min(end));
            WordsPiece { line: piece.line, at: piece.at + from - piece.span.start, span: from - start..to - start }
        };
        Self { text: text.to_owned(), pieces: pieces.map(cut).collect() }
    }

    /// Returns the words without the white space between their letters: 総則 of 総　則.
    #[must_use]
    pub fn closed_up(&self) -> Self {
        let mut closed = Self::default();
        let mut begin = 0;
        for word in self.text.split(char::is_whitespace) {
            if !word.is_empty() {
                closed.add(&self.slice(begin..begin + word.len()));
            }
            // The white space after the word, whatever its length in bytes; the text has none after the last one.
            begin += word.len();
            begin += self.text[begin..].chars().next().map_or(0, char::len_utf8);
        }
        closed
    }

    /// Adds `next`; a space stands between two words of Latin letters.
    pub fn join(&mut self, next: &Self) {
        // Japanese is set without spaces, and MCS / ID would become one word.
        let latin = |letter: Option<char>| letter.is_some_and(|letter| letter.is_ascii_alphanumeric());
        if latin(self.text.chars().last()) && latin(next.text.chars().next()) {
            self.text.push(' ');
        }
        self.add(next);
    }

    /// Adds `next` after `between`.
    pub fn join_with(&mut self, between: &str, next: &Self) {
        if !self.text.is_empty() && !next.text.is_empty() {
            // What was put between is of no line, so that no piece covers it and the proof does not ask for it.
            self.text.push_str(between);
        }
        self.add(next);
    }

    fn add(&mut self, next: &Self) {
        let begin = self.text.len();
        self.text.push_str(&next.text);
        let moved = next
            .pieces
            .iter()
            .map(|piece| WordsPiece { span: piece.span.start + begin..piece.span.end + begin, ..piece.clone() });
        self.pieces.extend(moved);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slices_know_their_lines() {
        let mut words = SourceWords::of_line(3, "患者の");
        words.join(&SourceWords::of_line(5, "情報 です"));
        let slice = words.slice("患者".len().."患者の情報 ".len());
        assert_eq!(slice.text, "の情報");
        let places: Vec<_> =
            slice.pieces.iter().map(|piece| (piece.line, piece.at, &slice.text[piece.span.clone()])).collect();
        assert_eq!(places, [(3, 6, "の"), (5, 0, "情報")]);
        let closed = SourceWords::of_line(2, "総　 則").closed_up();
        assert_eq!((closed.text.as_str(), closed.pieces.len(), closed.pieces[1].at), ("総則", 2, "総　 ".len()));
        let mut latin = SourceWords::of_line(0, "MCS");
        latin.join(&SourceWords::of_line(1, "ID"));
        assert_eq!(latin.text, "MCS ID");
    }
}
