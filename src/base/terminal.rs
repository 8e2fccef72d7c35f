//! Writing for a terminal: styles, widths, lines broken where their language allows it, columns side by side. Knows
//! nothing of policies.

use icu_segmenter::LineSegmenter;
use icu_segmenter::options::LineBreakOptions;
use unicode_width::UnicodeWidthStr as _;

use super::visible::is_unprintable;

/// The look of letters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TextStyle {
    /// As all others.
    Plain,
    /// A head.
    Strong,
    /// Said beside the matter.
    Faint,
    /// On the left side only.
    Left,
    /// On the right side only.
    Right,
}

impl TextStyle {
    /// The codes of ECMA-48, SGR, that begin it; marks do not rest on colour alone.
    fn codes(self) -> &'static str {
        match self {
            Self::Plain => "",
            Self::Strong => "1",
            Self::Faint => "2",
            Self::Left => "1;4;31",
            Self::Right => "1;4;32",
        }
    }
}

/// Letters of one style.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Span {
    /// The letters.
    pub text: String,
    /// The look of the letters.
    pub style: TextStyle,
}

impl Span {
    /// `text` in `style`, without letters that a terminal cannot show.
    #[must_use]
    pub fn new(text: impl AsRef<str>, style: TextStyle) -> Self {
        // A tab has no width that could be counted beforehand.
        let shown = |letter: &char| !is_unprintable(*letter) && *letter != '\t';
        let text = text.as_ref().chars().filter(shown).collect();
        Self { text, style }
    }
}

/// A line of spans.
pub type Line = Vec<Span>;

/// The columns that `text` takes (UAX #11).
#[must_use]
pub fn text_width(text: &str) -> usize {
    text.width()
}

/// `spans` in lines of at most `columns`, broken where Unicode's UAX #14 allows it; a word that is longer than a line is
/// broken anywhere.
#[must_use]
pub fn wrap(spans: &[Span], columns: usize) -> Vec<Line> {
    let text: String = spans.iter().map(|span| span.text.as_str()).collect();
    let segmenter = LineSegmenter::new_dictionary(LineBreakOptions::default());
    let mut lines: Vec<String> = vec![String::new()];
    let mut start = 0;
    // The first border that the segmenter gives is the beginning of the text.
    for end in segmenter.segment_str(&text).skip(1) {
        // A Japanese letter takes two columns and has to find room on some line.
        put_piece(&text[start..end], columns.max(2), &mut lines);
        start = end;
    }
    if lines.len() > 1 && lines.last().is_some_and(String::is_empty) {
        lines.pop();
    }
    restyled(&lines, spans)
}

/// Adds a piece that may not be broken to the last line, or begins a new one.
fn put_piece(piece: &str, columns: usize, lines: &mut Vec<String>) {
    let (bare, broken) = piece.strip_suffix('\n').map_or((piece, false), |bare| (bare, true));
    let used = lines.last().map_or(0, |line| text_width(line));
    // A space at the end of a line may stick out, since nobody sees it.
    if used > 0 && used + text_width(bare.trim_end()) > columns {
        lines.push(String::new());
    }
    for letter in bare.chars() {
        let full =
            lines.last().is_some_and(|line| text_width(line) + text_width(letter.encode_utf8(&mut [0; 4])) > columns);
        if full && !letter.is_whitespace() {
            lines.push(String::new());
        }
        if let Some(line) = lines.last_mut() {
            line.push(letter);
        }
    }
    if broken {
        lines.push(String::new());
    }
}

/// The lines with the styles that their letters have in `spans`.
fn restyled(lines: &[String], spans: &[Span]) -> Vec<Line> {
    let mut letters = spans.iter().flat_map(|span| span.text.chars().map(move |letter| (letter, span.style)));
    let mut out = Vec::new();
    for line in lines {
        let mut styled: Line = Vec::new();
        for letter in line.chars() {
            // Line breaks stand in the spans but in no line; they are passed over.
            let found = letters.by_ref().find(|(_, _)| true).filter(|(found, _)| *found == letter);
            let found = found.or_else(|| letters.by_ref().find(|(found, _)| *found == letter));
            let style = found.map_or(TextStyle::Plain, |(_, style)| style);
            match styled.last_mut().filter(|last| last.style == style) {
                Some(last) => last.text.push(letter),
                None => styled.push(Span { text: letter.to_string(), style }),
            }
        }
        out.push(styled);
    }
    out
}

/// A terminal, or what stands in its place.
#[derive(Debug, Clone, Copy)]
pub struct Terminal {
    /// The number of columns of a line.
    pub columns: usize,
    /// Whether styles are shown.
    pub styled: bool,
}

impl Terminal {
    /// Returns the output for people: as wide as the terminal, or `columns` where that is given or there is none.
    #[must_use]
    pub fn standard_output(columns: Option<usize>) -> Self {
        use std::io::IsTerminal as _;
        let output = std::io::stdout();
        let columns = columns.or_else(crate::platform::terminal_columns).unwrap_or(100);
        Self { columns, styled: output.is_terminal() && allows_colour() }
    }

    /// The line as letters, styled if this shows styles.
    #[must_use]
    pub fn paint(self, line: &[Span]) -> String {
        line.iter().map(|span| self.paint_span(span)).collect()
    }

    fn paint_span(self, span: &Span) -> String {
        match span.style.codes() {
            "" => span.text.clone(),
            codes if self.styled => format!("\u{1b}[{codes}m{}\u{1b}[0m", span.text),
            _ => span.text.clone(),
        }
    }

    /// Two columns of lines side by side, `columns` wide each, with a bar between them.
    #[must_use]
    pub fn beside(self, left: &[Line], right: &[Line], columns: usize) -> String {
        let blank = Line::new();
        let mut out = String::new();
        for at in 0..left.len().max(right.len()) {
            let (left, right) = (left.get(at).unwrap_or(&blank), right.get(at).unwrap_or(&blank));
            let used: usize = left.iter().map(|span| text_width(span.text.trim_end_matches('\n'))).sum();
            let gap = " ".repeat(columns.saturating_sub(used));
            let line = format!("{}{gap} │ {}", self.paint(left), self.paint(right));
            out.push_str(line.trim_end());
            out.push('\n');
        }
        out
    }
}

/// Whether the user did not ask for letters without colour (`NO_COLOR`, no-color.org).
#[must_use]
pub fn allows_colour() -> bool {
    std::env::var_os("NO_COLOR").is_none_or(|value| value.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(text: &str, columns: usize) -> Vec<String> {
        let wrapped = wrap(&[Span::new(text, TextStyle::Plain)], columns);
        wrapped.into_iter().map(|line| line.into_iter().map(|span| span.text).collect()).collect()
    }

    #[test]
    fn lines_are_broken_by_width_and_not_before_a_full_stop() {
        assert_eq!(lines("管理者は登録する。", 10), ["管理者は登", "録する。"]);
        assert_eq!(lines("登録する。", 8), ["登録す", "る。"]);
        assert_eq!(lines("a user must log out", 8), ["a user ", "must log ", "out"]);
        assert_eq!(lines("一行\n二行", 20), ["一行", "二行"]);
        assert_eq!(lines("https://www.example.jp/", 10).concat(), "https://www.example.jp/");
        assert_eq!(lines("", 10), [""]);
    }

    #[test]
    fn styles_stay_with_their_letters() {
        let spans = [
            Span::new("管理", TextStyle::Plain),
            Span::new("者は登録", TextStyle::Left),
            Span::new("する", TextStyle::Plain),
        ];
        let wrapped = wrap(&spans, 8);
        let styles: Vec<(String, TextStyle)> =
            wrapped.into_iter().flatten().map(|span| (span.text, span.style)).collect();
        let expected = [
            ("管理", TextStyle::Plain),
            ("者は", TextStyle::Left),
            ("登録", TextStyle::Left),
            ("する", TextStyle::Plain),
        ];
        assert_eq!(styles, expected.map(|(text, style)| (text.to_owned(), style)));
    }

    #[test]
    fn columns_stand_side_by_side() {
        let terminal = Terminal { columns: 20, styled: false };
        let cell = |text: &str| wrap(&[Span::new(text, TextStyle::Plain)], 6);
        assert_eq!(terminal.beside(&cell("一二三四"), &cell("五"), 6), "一二三 │ 五\n四     │\n");
    }
}
