//! Doubts: where an import chose one of several readings, which a person should look at.

use crate::content::FieldType;

/// Declares the kinds of doubt with the messages that tell them.
macro_rules! doubt_kinds {
    ($($(#[doc = $doc:literal])* $variant:ident => $message:literal,)*) => {
        /// A reading that was chosen where another is possible.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub enum DoubtKind {
            $($(#[doc = $doc])* $variant,)*
            /// A place to fill in was taken to hold this.
            FormField(FieldType),
        }

        impl DoubtKind {
            /// Every kind that says all by itself: each but [`DoubtKind::FormField`].
            pub const PLAIN: &'static [Self] = &[$(Self::$variant),*];

            /// The id of the message that tells it.
            #[must_use]
            pub fn message(self) -> &'static str {
                match self {
                    $(Self::$variant => $message,)*
                    Self::FormField(_) => "import-chose-form-field",
                }
            }
        }
    };
}

doubt_kinds! {
    /// A line goes on with the one above.
    Joined => "import-chose-joined",
    /// The first line is the title, though nothing but its place says so.
    TitleByPlace => "import-chose-title-by-place",
    /// A number is left out before this one.
    NumberGap => "import-chose-number-gap",
    /// A number stands twice, or falls behind the one before.
    NumberRepeat => "import-chose-number-repeat",
    /// A sequence begins with another number than 1.
    NumberLate => "import-chose-number-late",
    /// A paragraph without a number stands after items and belongs to none of them.
    ParagraphAfterItems => "import-chose-paragraph-after-items",
    /// An appendix begins at a head in brackets.
    AppendixByBrackets => "import-chose-appendix-by-brackets",
    /// A form begins at a line that is called as forms are.
    FormByTitle => "import-chose-form-by-title",
    /// A supplementary provision begins at a caption.
    SupplementaryByCaption => "import-chose-supplementary-by-caption",
    /// A table is lines of text.
    TableAsLines => "import-chose-table-as-lines",
    /// A reference stays letters.
    Reference => "import-chose-reference",
    /// A label that no level counts stays letters.
    Label => "import-chose-label",
    /// Words that were inserted while changes were tracked are kept.
    Inserted => "import-chose-inserted",
    /// A text box stands after the paragraph that it is anchored in.
    TextBox => "import-chose-text-box",
    /// A note stands after its paragraph.
    Note => "import-chose-note",
    /// The reading of a word stands in brackets.
    Ruby => "import-chose-ruby",
    /// A formula is letters.
    Formula => "import-chose-formula",
    /// The letters that a field shows are kept.
    WordField => "import-chose-field",
    /// A number is written in digits, since its numerals are not known.
    NumberFormat => "import-chose-number-format",
    /// A form is the text that it is, since it would print other letters.
    FormAsText => "import-chose-form-as-text",
    /// The whole file was taken for a form.
    FormAlone => "import-chose-form-alone",
    /// A form has no place to fill in.
    FormWithoutFields => "import-chose-form-without-fields",
    /// A form has no title but its number.
    FormUntitled => "import-chose-form-untitled",
    /// A cell of a form's table stands as text.
    FormCell => "import-chose-form-cell",
    /// A line between places to fill in stands as text.
    FormLine => "import-chose-form-line",
    /// A table within a cell of another is lines of that cell.
    NestedTable => "import-chose-nested-table",
    /// The first row of a table was taken for its heads.
    TableHead => "import-chose-table-head",
    /// The text of a page was recognised in a picture by another program.
    Recognised => "import-chose-recognised",
    /// A page is set in two columns, which are read one after the other.
    TwoColumns => "import-chose-two-columns",
    /// Letters that the file draws and does not name are 〓.
    UnnamedLetters => "import-chose-unnamed-letters",
    /// Shapes of radicals, as text copied from a PDF has them, are written as kanji.
    Radicals => "import-chose-radicals",
    /// Letters that only one computer shows (外字).
    PrivateLetters => "import-chose-private-letters",
    /// A paragraph ends in the middle of a sentence, and the next begins without a number.
    Cut => "import-chose-cut",
    /// A heading of the table of contents that the text does not have.
    ContentsHead => "import-chose-contents-head",
    /// Articles that the table of contents gives to a heading, which has others.
    ContentsArticles => "import-chose-contents-articles",
    /// Titles that stand below their numbers, each given to one of them.
    TitlesBelow => "import-chose-titles-below",
    /// The day on which the text came into force is not said.
    InForceUnknown => "import-chose-in-force-unknown",
    /// The day on which an amendment came into force is not said.
    AmendedUnknown => "import-chose-amended-unknown",
    /// The days stand in a record of the text, and its supplementary provision says others or none.
    DaysByRecord => "import-chose-days-by-record",
    /// Articles behind a form or an appendix go on with those of the body.
    ArticlesGoOn => "import-chose-articles-go-on",
    /// Articles hang below a form or an appendix and do not begin with 1 there.
    ArticlesInside => "import-chose-articles-inside",
    /// The body has nearly nothing, and a supplementary provision has chapters.
    BodyElsewhere => "import-chose-body-elsewhere",
    /// Another document seems to begin.
    SecondDocument => "import-chose-second-document",
    /// The parties that sign at the end are no items.
    Signatures => "import-chose-signatures",
    /// Words at the left of texts are their captions.
    SideHeads => "import-chose-side-heads",
    /// A form or table has another id, since the region has that one.
    TakenId => "import-chose-taken-id",
    /// A form or table has no number, since the region has that one.
    TakenNumber => "import-chose-taken-number",
}

impl DoubtKind {
    /// Whether the doubt is about provisions, so that it falls away with them where a form takes their place.
    #[must_use]
    pub fn ends_with_form(self) -> bool {
        match self {
            // What remains is about numbers and references, which forms have too, or about the file.
            Self::TableAsLines | Self::TableHead | Self::ParagraphAfterItems | Self::Cut => true,
            Self::Joined
            | Self::TitleByPlace
            | Self::NumberGap
            | Self::NumberRepeat
            | Self::NumberLate
            | Self::AppendixByBrackets
            | Self::FormByTitle
            | Self::SupplementaryByCaption
            | Self::Reference
            | Self::Label
            | Self::Inserted
            | Self::TextBox
            | Self::Note
            | Self::Ruby
            | Self::Formula
            | Self::WordField
            | Self::NumberFormat
            | Self::FormAsText
            | Self::FormAlone
            | Self::FormWithoutFields
            | Self::FormUntitled
            | Self::FormCell
            | Self::FormLine
            | Self::NestedTable
            | Self::Recognised
            | Self::TwoColumns
            | Self::UnnamedLetters
            | Self::Radicals
            | Self::PrivateLetters
            | Self::ContentsHead
            | Self::ContentsArticles
            | Self::TitlesBelow
            | Self::InForceUnknown
            | Self::AmendedUnknown
            | Self::DaysByRecord
            | Self::ArticlesGoOn
            | Self::ArticlesInside
            | Self::BodyElsewhere
            | Self::SecondDocument
            | Self::Signatures
            | Self::SideHeads
            | Self::TakenId
            | Self::TakenNumber
            | Self::FormField(_) => false,
        }
    }
}

impl DoubtKind {
    /// Whether the doubt is about the structure, so that much is wrong if the reading is; others are about a few letters.
    #[must_use]
    pub fn is_structural(self) -> bool {
        match self {
            Self::Cut
            | Self::ContentsHead
            | Self::ContentsArticles
            | Self::TitlesBelow
            | Self::ArticlesGoOn
            | Self::ArticlesInside
            | Self::BodyElsewhere
            | Self::SecondDocument
            | Self::Signatures
            | Self::SideHeads
            | Self::InForceUnknown
            | Self::AmendedUnknown
            | Self::DaysByRecord
            | Self::TitleByPlace
            | Self::NumberGap
            | Self::NumberRepeat
            | Self::NumberLate
            | Self::ParagraphAfterItems
            | Self::AppendixByBrackets
            | Self::FormByTitle
            | Self::SupplementaryByCaption
            | Self::TableAsLines
            | Self::FormAlone
            | Self::FormWithoutFields
            | Self::FormUntitled
            | Self::FormAsText => true,
            Self::Joined
            | Self::TableHead
            | Self::Reference
            | Self::Label
            | Self::Inserted
            | Self::TextBox
            | Self::Note
            | Self::Ruby
            | Self::Formula
            | Self::WordField
            | Self::NumberFormat
            | Self::FormCell
            | Self::FormLine
            | Self::NestedTable
            | Self::Recognised
            | Self::TwoColumns
            | Self::UnnamedLetters
            | Self::Radicals
            | Self::PrivateLetters
            | Self::TakenId
            | Self::TakenNumber
            | Self::FormField(_) => false,
        }
    }
}

/// A place of the input that could be read otherwise.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Doubt {
    /// The line's place in the source.
    pub line: usize,
    /// The reading that was chosen.
    pub kind: DoubtKind,
    /// The words in question.
    pub words: String,
}

impl Doubt {
    /// Returns a doubt about the line at `line`, shown by the beginning of `text`.
    #[must_use]
    pub fn new(line: usize, kind: DoubtKind, text: &str) -> Self {
        /// Letters that show which words are meant.
        const SHOWN: usize = 30;
        Self { line, kind, words: text.chars().take(SHOWN).collect() }
    }
}
