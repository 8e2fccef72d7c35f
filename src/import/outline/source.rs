//! What a reader of files hands over: lines, with what the file says of them besides their letters. Another reader
//! (of .docx) makes the same lines, and nothing after this asks where they came from.

use std::collections::BTreeMap;
use std::ops::Range;

use super::doubt::Doubt;
use super::table::TableGrid;

/// A line or, where the file has them, a paragraph.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct SourceLine {
    /// Its number in the input, from 1.
    pub number: usize,
    /// Its letters, without markup.
    pub text: String,
    /// The number of empty lines before it.
    pub gap: usize,
    /// The number of columns by which it is indented; a Japanese letter takes two.
    pub indent: usize,
    /// The level of a heading, 1 for the uppermost.
    pub heading: Option<u8>,
    /// Whether it is a member of a list by the file's own markup.
    pub listed: bool,
    /// Whether the whole of it is bold.
    pub bold: bool,
    /// The cell of a table that it stands in.
    pub cell: Option<SourceCell>,
    /// Whether a page ends before it.
    pub page: bool,
    /// The links in it.
    pub links: Vec<LineLink>,
    /// The stretches in bold letters, in bytes; none where the whole of it is bold.
    pub strong: Vec<Range<usize>>,
}

/// A link within a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LineLink {
    /// Its words, in bytes of the line.
    pub span: Range<usize>,
    /// The address on the web to which it leads.
    pub address: String,
}

/// A cell of a table. A cell may hold several lines.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SourceCell {
    /// The table, from 0.
    pub table: usize,
    /// The row, from 0.
    pub row: usize,
    /// The column, from 0.
    pub column: usize,
}

/// The reason why something of the input is not in the result.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Why {
    /// The remains of a picture or a bookmark that a converter left: `[image: ]`.
    Remains,
    /// A number of a page.
    PageNumber,
    /// A header or footer that stands on every page.
    PageHeader,
    /// A letter that cannot be shown.
    Control,
    /// The heads of the columns, repeated in a table that is folded in two.
    FoldedHead,
    /// Text that was deleted while changes were tracked.
    Deleted,
    /// Words that are struck through.
    Struck,
    /// Words that ask for an answer at a place to fill in.
    Prompt,
    /// Words of a list from which others were chosen.
    Choices,
    /// A comment beside the text.
    Comment,
    /// Letters that are not printed.
    Hidden,
    /// A table of contents, which is computed.
    Contents,
    /// The question of a field, where the file has nothing that it shows.
    Field,
    /// A picture.
    Picture,
    /// A chart, a diagram, or the file of another program.
    Object,
    /// A sign of a font of signs that has no letter.
    Symbol,
    /// Words around the text of a page: menus, the name of the site.
    Around,
    /// A link that leads into the file or the site itself.
    Link,
    /// Data about the file.
    Metadata,
    /// The reading of words, above them.
    Reading,
    /// ○ before the title of a rule, as collections print it.
    TitleMark,
    /// The line under words that stay.
    Underline,
}

impl Why {
    /// Its name in message ids.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Remains => "remains",
            Self::PageNumber => "page-number",
            Self::PageHeader => "page-header",
            Self::Control => "control",
            Self::FoldedHead => "folded-head",
            Self::Deleted => "deleted",
            Self::Struck => "struck",
            Self::Prompt => "prompt",
            Self::Choices => "choices",
            Self::Comment => "comment",
            Self::Hidden => "hidden",
            Self::Contents => "contents",
            Self::Field => "field",
            Self::Picture => "picture",
            Self::Object => "object",
            Self::Symbol => "symbol",
            Self::Around => "around",
            Self::Link => "link",
            Self::Metadata => "metadata",
            Self::Reading => "reading",
            Self::TitleMark => "title-mark",
            Self::Underline => "underline",
        }
    }

    /// Whether what is left out comes in runs of letters that belong together.
    pub(in crate::import) fn is_running(self) -> bool {
        matches!(
            self,
            Self::Deleted | Self::Struck | Self::Prompt | Self::Hidden | Self::Contents | Self::Field | Self::Underline
        )
    }
}

/// The units that a reader numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Counted {
    /// Lines of a text.
    #[default]
    Lines,
    /// Paragraphs of a Word file.
    Paragraphs,
    /// Pages and their lines: [`PAGE_LINES`] for each page.
    PageLines,
}

/// The numbers of lines that each page has, where lines are counted page by page: line 4 of page 12 is 12,004.
// One number for page and line keeps doubts and lines of all readers of one kind; no page has as many lines.
pub const PAGE_LINES: usize = 1_000;

/// Letters of the file that a reader did not bring into lines: a fault of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lost {
    /// The line.
    pub line: usize,
    /// The letters.
    pub letters: String,
}

/// Something of the input that is left out on purpose.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LeftOut {
    /// The line.
    pub line: usize,
    /// The words that stood there.
    pub text: String,
    /// Why.
    pub why: Why,
}

/// A file as lines.
#[derive(Debug, Clone, Default)]
pub struct SourceText {
    /// The lines that are not empty.
    pub lines: Vec<SourceLine>,
    /// The words that were left out.
    pub left_out: Vec<LeftOut>,
    /// The units that the numbers of lines count.
    pub counted: Counted,
    /// The doubts of the reader, by places in `lines`.
    pub doubts: Vec<Doubt>,
    /// The words that the reader lost.
    pub lost: Vec<Lost>,
    /// The places of the cells of each table, with those that are empty.
    pub tables: BTreeMap<usize, TableGrid>,
}
