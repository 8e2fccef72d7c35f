//! Pairs of provisions while they are being found.

use super::candidates::Pairs;
use super::side::Side;

/// By what two provisions were paired.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Basis {
    /// They say the same.
    Letters,
    /// They bear the same id.
    Id,
    /// They are mapped to the same requirement.
    Requirement,
    /// They are on the same topic.
    Topic,
    /// They bear the same caption.
    Caption,
    /// Their words are alike.
    Words,
}

impl Basis {
    /// Its name in data and in message ids.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Letters => "letters",
            Self::Id => "id",
            Self::Requirement => "requirement",
            Self::Topic => "topic",
            Self::Caption => "caption",
            Self::Words => "words",
        }
    }
}

/// Two provisions that belong to each other, by their places on both sides.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Match {
    /// The place on the old side.
    pub old: usize,
    /// The place on the new side.
    pub new: usize,
    /// Why.
    pub basis: Basis,
}

/// Two sides, and which of their provisions are paired so far.
pub(super) struct Aligner<'s, 'a> {
    pub(super) old: &'s Side<'a>,
    pub(super) new: &'s Side<'a>,
    pub(super) old_pairs: Vec<Pairs>,
    pub(super) new_pairs: Vec<Pairs>,
    pub(super) of_old: Vec<Option<Match>>,
    pub(super) of_new: Vec<Option<Match>>,
}
