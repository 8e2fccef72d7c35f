//! The first error of the parser, and the code that tells it.

use granit_parser::{ErrorKind, Parser};

use crate::base::diagnostics::Code;

/// The greatest depth of collections in each other; deeper than the reader of content allows.
const DEEPEST: usize = 64;

/// An error of the parser.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::content) struct SyntaxFault {
    /// The byte where it gave up.
    pub(in crate::content) at: usize,
    kind: ErrorKind,
}

impl SyntaxFault {
    /// Returns the first error in `text`; `None` where it is well-formed.
    pub(super) fn first_of(text: &str) -> Option<Self> {
        let options = granit_parser::options! {
            emit_comments: false,
            flow_nesting_limit: DEEPEST,
            block_nesting_limit: DEEPEST,
        };
        let error = Parser::new_from_str_with_options(text, options).find_map(Result::err)?;
        let at = error.marker().byte_offset().unwrap_or(0).min(text.len());
        Some(Self { at: text.floor_char_boundary(at), kind: error.kind().clone() })
    }

    /// The same error at the byte that `place` makes of its own.
    pub(super) fn at_byte(self, place: impl Fn(usize) -> usize) -> Self {
        Self { at: place(self.at), ..self }
    }

    /// Returns the code that says what is wrong in the reader's language.
    #[expect(clippy::wildcard_enum_match_arm, reason = "the parser's errors are an open list")]
    pub(super) fn code(&self) -> Code {
        match self.kind {
            ErrorKind::TabNotAllowed
            | ErrorKind::TabInBlockIndentation
            | ErrorKind::TabInIndentation
            | ErrorKind::TabAtBlockScalarStart
            | ErrorKind::TabInPlainScalar => Code::J0122,
            ErrorKind::ExpectedWhitespace
            | ErrorKind::InvalidMappingValueWhitespace
            | ErrorKind::FlowMappingValueAdjacentCollection => Code::J0123,
            ErrorKind::BlockEntryInFlowCollection
            | ErrorKind::BlockSequenceEntryNotAllowed
            | ErrorKind::InvalidBlockEntryWhitespace
            | ErrorKind::ExpectedBlockSequenceEntry => Code::J0124,
            ErrorKind::MappingValueNotAllowed | ErrorKind::InvalidColonPlacement | ErrorKind::MappingKeyNotAllowed => {
                Code::J0127
            }
            ErrorKind::UnexpectedCharacter { .. }
            | ErrorKind::UnknownAnchor
            | ErrorKind::MissingAnchorOrAliasName
            | ErrorKind::UndeclaredTagHandle
            | ErrorKind::ExpectedTagBang
            | ErrorKind::InvalidTagTerminator
            | ErrorKind::MissingTagUri
            | ErrorKind::UnclosedVerbatimTag
            | ErrorKind::InvalidTagEscape
            | ErrorKind::MissingDirectiveName
            | ErrorKind::InvalidDirectiveName
            | ErrorKind::DirectiveDisallowed
            | ErrorKind::InvalidBlockScalarHeader
            | ErrorKind::ZeroBlockScalarIndent
            | ErrorKind::PlainScalarStartsWithDashFlowIndicator => Code::J0128,
            ErrorKind::InvalidTrailingSingleQuotedScalar | ErrorKind::InvalidTrailingDoubleQuotedScalar => Code::J0129,
            ErrorKind::UnknownQuotedScalarEscape
            | ErrorKind::InvalidQuotedScalarHexEscape
            | ErrorKind::InvalidLowSurrogateHexEscape
            | ErrorKind::InvalidLowSurrogate
            | ErrorKind::MissingLowSurrogate
            | ErrorKind::UnpairedLowSurrogate
            | ErrorKind::InvalidUnicodeEscape => Code::J0130,
            ErrorKind::ExpectedFlowMappingSeparator | ErrorKind::ExpectedFlowSequenceSeparator => Code::J0131,
            ErrorKind::UnexpectedEofFlowSequence
            | ErrorKind::UnexpectedEofFlowMapping
            | ErrorKind::UnexpectedEofImplicitFlowMapping
            | ErrorKind::MisplacedFlowCollectionEnd
            | ErrorKind::MismatchedFlowCollectionEnd { .. }
            | ErrorKind::UnclosedFlowCollection { .. } => Code::J0132,
            ErrorKind::UnclosedQuotedScalar
            | ErrorKind::InvalidQuotedScalarIndent
            | ErrorKind::DocumentIndicatorInQuotedScalar => Code::J0133,
            ErrorKind::InvalidIndentation
            | ErrorKind::InvalidBlockScalarIndent
            | ErrorKind::InvalidFlowScalarIndent
            | ErrorKind::ExpectedBlockMappingKey => Code::J0134,
            ErrorKind::SimpleKeyExpected | ErrorKind::InvalidSimpleKey => Code::J0135,
            ErrorKind::RecursionLimitExceeded => Code::J0138,
            ErrorKind::MissingDocumentEndBeforeDirective
            | ErrorKind::InvalidDocumentEnd
            | ErrorKind::ExpectedDocumentStart
            | ErrorKind::MultipleDocumentsUnsupported => Code::J0137,
            // The list of the parser grows; its own words are English and stay out of what a reader sees.
            _ => Code::J0101,
        }
    }
}

/// Returns the code for an error of the reader above the parser, and the key that it is about.
pub(in crate::content) fn beyond_syntax(error: &serde_yaml::Error) -> (Code, Option<&str>) {
    use serde_yaml::Error as Kind;
    #[expect(clippy::wildcard_enum_match_arm, reason = "the reader's errors are an open list")]
    match error {
        Kind::DuplicateMappingKey { key, .. } => (Code::J0136, key.as_deref()),
        Kind::MultipleDocuments { .. } => (Code::J0137, None),
        Kind::Budget { .. }
        | Kind::AliasReplayCounterOverflow { .. }
        | Kind::AliasReplayLimitExceeded { .. }
        | Kind::AliasExpansionLimitExceeded { .. }
        | Kind::AliasReplayStackDepthExceeded { .. } => (Code::J0138, None),
        Kind::UnknownAnchor { .. } => (Code::J0128, None),
        Kind::AliasError { error, .. } | Kind::WithSnippet { error, .. } => beyond_syntax(error),
        _ => (Code::J0101, None),
    }
}
