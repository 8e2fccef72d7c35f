//! What an amending text can say.

use super::block::BlockLine;
use super::passages::Passage;
use super::wording::Edit;

/// The part of a provision's words that a step speaks of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum ProvisionPart {
    /// Its text with that of everything below it; of an article of several paragraphs the first of them.
    All,
    /// Its text with that of everything below it, all paragraphs of an article too.
    Whole,
    /// All of an article, its caption too (見出しを含む。).
    WithCaption,
    /// Its text without the items (各号列記以外の部分).
    Lead,
    /// One of the sentences of its text.
    Passage(Passage),
    /// The table below its text.
    Table,
}

/// A place in which words change: a node of the old tree, and what of it.
pub(super) type PartPlace = (usize, ProvisionPart);

/// The place where something is put in. Nodes are those of the old tree.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Spot {
    After(usize),
    Before(usize),
    /// After the first paragraph of an article of several.
    AfterFirst(usize),
    /// At its end; of an article of several paragraphs at the end of the first, where `items` are put in.
    Into {
        node: usize,
        items: bool,
    },
    /// Before the first item of `node`, of an article of several paragraphs of the first.
    AtHead(usize),
    /// After a bullet, which is quoted.
    AfterBullet(usize),
    /// Before a bullet, which is quoted.
    BeforeBullet(usize),
    /// At the end of the table below `node`, which `named` says where other things stand there too.
    IntoTable {
        node: usize,
        named: &'static str,
    },
    /// Above the title.
    Top,
}

impl Spot {
    /// Whether it is told by a bullet.
    pub(super) fn is_by_bullet(self) -> bool {
        matches!(self, Self::AfterBullet(_) | Self::BeforeBullet(_))
    }
}

/// One thing said. Nodes are those of the old tree, which bear the numbers that they have when it is said.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum DraftStep {
    Words {
        places: Vec<PartPlace>,
        edits: Vec<Edit>,
        /// The row that is called otherwise afterwards, and its name then.
        renamed: Option<(usize, String)>,
    },
    /// A sentence put behind the text of a provision, or before its proviso.
    Append {
        node: usize,
        /// Whether items follow the text.
        lead: bool,
        passage: Passage,
        /// Whether a proviso stands behind it.
        before_proviso: bool,
        block: Vec<BlockLine>,
    },
    DeletePassage {
        node: usize,
        passage: Passage,
    },
    ReplacePassage {
        node: usize,
        passage: Passage,
        block: Vec<BlockLine>,
    },
    /// The caption as the document prints it, empty for none, and whether there was one.
    Caption {
        node: usize,
        printed: String,
        had: bool,
        own: Option<String>,
    },
    Renumber {
        node: usize,
        own: String,
    },
    Delete {
        node: usize,
    },
    /// The first paragraph of an article, and those right after it that go too.
    DeleteFirst {
        article: usize,
        more: Vec<usize>,
    },
    /// New paragraphs before the first of an article, which becomes `own` with its items; whether it was the only one.
    PutFirst {
        article: usize,
        own: String,
        was_only: bool,
        names: Vec<String>,
        block: Vec<BlockLine>,
    },
    Replace {
        node: usize,
        block: Vec<BlockLine>,
    },
    /// Neighbours from one to another that one provision for all of them replaces (第二条から第四条まで　削除).
    ReplaceRun {
        first: usize,
        last: usize,
        block: Vec<BlockLine>,
    },
    /// The names of those put in.
    Insert {
        spot: Spot,
        names: Vec<String>,
        block: Vec<BlockLine>,
    },
}

/// Something said, and of what.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Statement {
    /// The article, or whatever stands directly in its division or chapter, that it is about.
    pub(super) unit: usize,
    /// Whether it is about something below that.
    pub(super) nested: bool,
    /// The step that is said.
    pub(super) step: DraftStep,
}

impl DraftStep {
    /// Whether it takes, gives or frees numbers only.
    pub(super) fn is_structural(&self) -> bool {
        match self {
            Self::Renumber { .. }
            | Self::Delete { .. }
            | Self::DeleteFirst { .. }
            | Self::PutFirst { .. }
            | Self::Insert { .. } => true,
            Self::Words { .. }
            | Self::Append { .. }
            | Self::DeletePassage { .. }
            | Self::ReplacePassage { .. }
            | Self::Caption { .. }
            | Self::Replace { .. }
            | Self::ReplaceRun { .. } => false,
        }
    }
}
