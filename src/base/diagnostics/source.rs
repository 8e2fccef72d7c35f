//! Files as they were read, and places in them.

use std::fmt;
use std::ops::Range;
use std::sync::{Arc, LazyLock, OnceLock};

/// A file of content: its path as the user would write it, and its text.
pub struct SourceFile {
    /// The path with `/`, relative to the working directory when the content folder was given so.
    pub path: String,
    /// The text; what is not UTF-8 stands as U+FFFD.
    pub text: String,
    /// The beginning of each line, found when first asked for.
    lines: OnceLock<Vec<usize>>,
    /// The number of characters that begin before each multiple of [`STRIDE`] bytes, found when first asked for.
    counted: OnceLock<Vec<usize>>,
}

/// The bytes between two marks at which characters are counted, so that a column far into a line of megabytes costs no
/// more than any other.
const STRIDE: usize = 1024;

impl SourceFile {
    /// A file of this path and text.
    #[must_use]
    pub fn new(path: impl Into<String>, text: impl Into<String>) -> Self {
        Self { path: path.into(), text: text.into(), lines: OnceLock::new(), counted: OnceLock::new() }
    }

    fn lines(&self) -> &[usize] {
        self.lines.get_or_init(|| {
            let breaks = self.text.match_indices('\n').map(|(at, _)| at + 1);
            std::iter::once(0).chain(breaks).collect()
        })
    }

    /// Counts the characters that begin before `offset`, in bytes.
    fn letters_before(&self, offset: usize) -> usize {
        // A byte that begins with the bits 10 goes on a letter, every other begins one (RFC 3629, 3).
        let begins = |bytes: &[u8]| bytes.iter().filter(|byte| **byte & 0xC0 != 0x80).count();
        let bytes = self.text.as_bytes();
        let counted = self.counted.get_or_init(|| {
            let sums = bytes.chunks(STRIDE).scan(0, |sum, chunk| {
                *sum += begins(chunk);
                Some(*sum)
            });
            std::iter::once(0).chain(sums).collect()
        });
        let mark = offset / STRIDE;
        // There is one sum more than there are stretches, so that the end of the file has a mark too.
        counted[mark] + begins(&bytes[mark * STRIDE..offset])
    }
}

impl PartialEq for SourceFile {
    /// The same path and text; what was found of it when asked for makes no difference, so that a file that was read twice is
    /// one.
    fn eq(&self, other: &Self) -> bool {
        self.path == other.path && self.text == other.text
    }
}

impl Eq for SourceFile {}

impl fmt::Debug for SourceFile {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.path)
    }
}

/// A line and a column, both counted from 1, the column in characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Position {
    /// The line.
    pub line: usize,
    /// The column.
    pub column: usize,
}

/// A stretch of a file, in bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// The file.
    pub file: Arc<SourceFile>,
    /// The stretch; always inside the file and on character borders.
    pub span: Range<usize>,
}

impl Place {
    /// The stretch `span` of `file`, cut down to what the file holds.
    #[must_use]
    pub fn new(file: &Arc<SourceFile>, span: Range<usize>) -> Self {
        let text = &file.text;
        // Places come from several parsers, some of which count in a text that was changed before. One inside a
        // letter would panic as soon as it is cut out.
        let start = text.floor_char_boundary(span.start.min(text.len()));
        let end = text.ceil_char_boundary(span.end.clamp(start, text.len()));
        Self { file: Arc::clone(file), span: start..end }
    }

    /// The file as a whole, shown by its first line.
    #[must_use]
    pub fn whole(file: &Arc<SourceFile>) -> Self {
        Self::new(file, 0..0)
    }

    /// The place of what the program makes itself and no file holds.
    #[must_use]
    pub fn nowhere() -> Self {
        static NO_FILE: LazyLock<Arc<SourceFile>> = LazyLock::new(|| Arc::new(SourceFile::new(String::new(), "")));
        Self::whole(&NO_FILE)
    }

    /// The letters that stand there.
    #[must_use]
    pub fn text(&self) -> &str {
        self.file.text.get(self.span.clone()).unwrap_or("")
    }

    /// The same file, from the first occurrence of `needle` in this stretch; the stretch itself if there is none.
    #[must_use]
    pub fn narrowed(&self, needle: &str) -> Self {
        match self.file.text[self.span.clone()].find(needle) {
            Some(at) if !needle.is_empty() => {
                let start = self.span.start + at;
                Self::new(&self.file, start..start + needle.len())
            }
            _ => self.clone(),
        }
    }

    /// Returns the beginning of the stretch.
    #[must_use]
    pub fn start(&self) -> Position {
        self.position(self.span.start)
    }

    /// Returns the end of the stretch.
    #[must_use]
    pub fn end(&self) -> Position {
        self.position(self.span.end)
    }

    /// The line on which the stretch begins, cut down to what stands round it where it is long.
    pub(super) fn excerpt(&self) -> Excerpt<'_> {
        let start = self.span.start;
        let text = &self.file.text;
        let lines = self.file.lines();
        let line = lines.partition_point(|begin| *begin <= start);
        // The first line begins at 0, so that one always begins at or before the place.
        let (begin, end) = (lines[line - 1], lines.get(line).map_or(text.len(), |next| next - 1));
        // Of a place over several lines the first is marked, up to its end.
        let span = start..self.span.end.clamp(start, end.max(start));
        let shown = text.ceil_char_boundary(begin.max(start.saturating_sub(Excerpt::BEFORE)))
            ..text.floor_char_boundary(end.min(start + Excerpt::AFTER)).max(start);
        Excerpt {
            line: &text[shown.clone()],
            span: start - shown.start..span.end.min(shown.end) - shown.start,
            cut: shown != (begin..end),
        }
    }

    /// The order in which findings are told: by file and by place.
    pub(super) fn compare(&self, other: &Self) -> std::cmp::Ordering {
        let key = |place: &Self| (place.span.start, place.span.end);
        self.file.path.cmp(&other.file.path).then_with(|| key(self).cmp(&key(other)))
    }

    fn position(&self, offset: usize) -> Position {
        let lines = self.file.lines();
        let line = lines.partition_point(|start| *start <= offset);
        let column = self.file.letters_before(offset) - self.file.letters_before(lines[line - 1]) + 1;
        Position { line, column }
    }
}

/// The part of a line that is shown of a place.
pub(super) struct Excerpt<'a> {
    /// The line, or what stands round the place on it.
    pub(super) line: &'a str,
    /// The place as far as it stands there, in bytes of `line`.
    pub(super) span: Range<usize>,
    /// Whether the line holds more.
    pub(super) cut: bool,
}

impl Excerpt<'_> {
    /// The length of a line that is shown before the place, in bytes. No sentence of a policy is as long as both.
    const BEFORE: usize = 1_000;
    /// The length that is shown from there on, in bytes.
    const AFTER: usize = 2_000;
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_counted_in_characters_however_long_the_line() {
        let text = format!("一行\n{}x", "あ".repeat(5_000));
        let file = Arc::new(SourceFile::new("a", text.as_str()));
        for (at, column) in [(7, 1), (10, 2), (7 + 3 * 341, 342), (7 + 3 * 5_000, 5_001)] {
            assert_eq!(Place::new(&file, at..at + 1).start(), Position { line: 2, column });
        }
        assert_eq!(Place::new(&file, text.len()..text.len()).start(), Position { line: 2, column: 5_002 });
        assert_eq!(Place::new(&file, 3..4).start(), Position { line: 1, column: 2 });
    }

    #[test]
    fn an_excerpt_of_a_long_line_is_what_stands_round_the_place() {
        let file = Arc::new(SourceFile::new("a", format!("短い行\n{}", "あ".repeat(5_000))));
        let excerpt = |span: Range<usize>| {
            let place = Place::new(&file, span);
            let found = place.excerpt();
            (found.line.len(), found.line[found.span].to_owned(), found.cut)
        };
        assert_eq!(excerpt(3..6), (9, "い".to_owned(), false));
        let (length, shown, cut) = excerpt(10 + 3_000..10 + 3_003);
        assert!(length <= 3_000 && cut && shown == "あ", "{length} {shown} {cut}");
        let (length, shown, cut) = excerpt(10..15_010);
        assert!(length <= 3_000 && cut && shown.len() == length, "{length} {cut}");
        assert_eq!(excerpt(9..12), (9, String::new(), false));
    }
}
