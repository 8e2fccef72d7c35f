//! Files as they were read, and places in them.

use std::fmt;
use std::ops::Range;
use std::sync::{Arc, LazyLock, OnceLock};

/// A file of content: its path as the user would write it, and its text.
#[derive(PartialEq, Eq)]
pub struct SourceFile {
    /// The path with `/`, relative to the working directory when the content folder was given so.
    pub path: String,
    /// The text; what is not UTF-8 stands as U+FFFD.
    pub text: String,
    /// The beginning of each line, found when first asked for.
    lines: OnceLock<Vec<usize>>,
}

impl SourceFile {
    /// A file of this path and text.
    #[must_use]
    pub fn new(path: impl Into<String>, text: impl Into<String>) -> Self {
        Self { path: path.into(), text: text.into(), lines: OnceLock::new() }
    }

    fn lines(&self) -> &[usize] {
        self.lines.get_or_init(|| {
            let breaks = self.text.match_indices('\n').map(|(at, _)| at + 1);
            std::iter::once(0).chain(breaks).collect()
        })
    }
}

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

    /// The line on which the stretch begins, and the stretch as far as it stands on that line, counted from there.
    pub(super) fn first_line(&self) -> (&str, Range<usize>) {
        let start = self.span.start;
        let line_start = self.file.lines()[self.start().line - 1];
        let line = self.file.text[line_start..].split('\n').next().unwrap_or_default();
        let end = self.span.end.min(line_start + line.len()).max(start);
        (line, start - line_start..end - line_start)
    }

    pub(super) fn sort_key(&self) -> (String, usize, usize) {
        (self.file.path.clone(), self.span.start, self.span.end)
    }

    fn position(&self, offset: usize) -> Position {
        let lines = self.file.lines();
        let line = lines.partition_point(|start| *start <= offset);
        let column = self.file.text[lines[line - 1]..offset].chars().count() + 1;
        Position { line, column }
    }
}
