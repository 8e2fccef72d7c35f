//! Reasons why a file is not edited.

use std::fmt;
use std::sync::Arc;

use crate::base::diagnostics::{Code, Diagnostic, Place, SourceFile};

/// The reason why an edit was refused. The text stays as it was.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum EditError {
    /// The text is not well-formed YAML: the byte where the parser stopped, and its reason.
    Syntax {
        /// A byte offset in the text.
        at: usize,
        /// The parser's words.
        reason: String,
    },
    /// The text uses a feature of YAML that the editor would damage.
    Unsupported {
        /// A byte offset in the text.
        at: usize,
        /// The feature.
        feature: UnsupportedFeature,
    },
    /// The path leads to nothing: its text, up to the step that was not found.
    NotFound(String),
    /// Two members answer to a step of the path: its text, up to that step.
    Ambiguous(String),
    /// A list or a mapping was needed at this path and something else stands there.
    NotACollection(String),
    /// The mapping already has this key.
    KeyExists(String),
    /// A mapping takes members with a key, a list takes members without one.
    KeyMismatch,
    /// The value to put in is not YAML that can stand at its place.
    BadFragment(String),
    /// A comment stands where it would be lost, at this byte offset.
    CommentInTheWay(usize),
    /// A member cannot move into itself.
    IntoItself,
    /// The edited text would not have said exactly what was asked for.
    Unfaithful,
}

/// A feature of YAML that the editor refuses.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum UnsupportedFeature {
    /// An anchor (`&name`) or an alias (`*name`).
    Anchor,
    /// A tag (`!name`).
    Tag,
    /// More than one document in a file.
    SeveralDocuments,
    /// A key that is not a scalar in front of a colon (`? key`, a collection as key, no colon).
    ComplexKey,
    /// A pair in a flow list that stands without braces (`[a: b]`).
    BarePair,
    /// A carriage return that ends a line by itself.
    LineBreak,
}

impl fmt::Display for EditError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Syntax { at, reason } => write!(f, "not well-formed at byte {at}: {reason}"),
            Self::Unsupported { at, feature } => write!(f, "cannot be edited because of byte {at}: {feature:?}"),
            Self::NotFound(path) => write!(f, "nothing at {path}"),
            Self::Ambiguous(path) => write!(f, "more than one at {path}"),
            Self::NotACollection(path) => write!(f, "no list or mapping at {path}"),
            Self::KeyExists(key) => write!(f, "the key {key} exists"),
            Self::KeyMismatch => f.write_str("a key where none belongs, or none where one does"),
            Self::BadFragment(reason) => write!(f, "the value cannot be put in: {reason}"),
            Self::CommentInTheWay(at) => write!(f, "a comment at byte {at} would be lost"),
            Self::IntoItself => f.write_str("a member cannot move into itself"),
            Self::Unfaithful => f.write_str("the edited text would say something else"),
        }
    }
}

impl EditError {
    /// Returns the finding that the file `path`, whose text is `text`, cannot be changed, at the place that is in the way where
    /// it is known. The hint is the message `hint`, since what to do instead differs between commands.
    #[must_use]
    pub fn diagnostic(&self, path: &str, text: &str, hint: &'static str) -> Diagnostic {
        let finding = Diagnostic::new(Code::J0065).arg("path", path).arg("reason", self.reason()).hint_id(hint);
        let at = match self {
            Self::Syntax { at, .. } | Self::Unsupported { at, .. } | Self::CommentInTheWay(at) => *at,
            Self::NotFound(_)
            | Self::Ambiguous(_)
            | Self::NotACollection(_)
            | Self::KeyExists(_)
            | Self::KeyMismatch
            | Self::BadFragment(_)
            | Self::IntoItself
            | Self::Unfaithful => return finding,
        };
        finding.at(&Place::new(&Arc::new(SourceFile::new(path, text)), at..at))
    }

    /// Returns the word for the reason in the message of J0065.
    fn reason(&self) -> &'static str {
        match self {
            Self::Syntax { .. } => "syntax",
            Self::Unsupported { feature, .. } => match feature {
                UnsupportedFeature::Anchor => "anchor",
                UnsupportedFeature::Tag => "tag",
                UnsupportedFeature::SeveralDocuments => "several-documents",
                UnsupportedFeature::ComplexKey => "complex-key",
                UnsupportedFeature::BarePair => "bare-pair",
                UnsupportedFeature::LineBreak => "line-break",
            },
            Self::CommentInTheWay(_) => "comment",
            Self::NotFound(_) | Self::Ambiguous(_) | Self::NotACollection(_) | Self::KeyExists(_) => "shape",
            Self::KeyMismatch | Self::BadFragment(_) | Self::IntoItself | Self::Unfaithful => "other",
        }
    }
}

impl std::error::Error for EditError {}
