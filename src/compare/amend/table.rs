//! The comparison table (新旧対照表) of an amendment, by the customs of municipal drafting.
//!
//! No law says how the table is drawn; these customs are followed, which guides to municipal drafting (法制執務) and the
//! rules on public documents of cities and prefectures describe:
//!
//! - 「改正後」 and 「改正前」 stand side by side, and what is changed is underlined on both (Okegawa's 公文例規程,
//!   Niigata and Tottori prefectures' amendments by table).
//! - A provision that is taken out is underlined as a whole, with 「（削る）」 in its place on the new side; one that is
//!   put in is underlined as a whole, with 「（新設）」 on the old side (ほうれいくん法制執務室, FAQ on 新旧対照表,
//!   <https://lawinfo.joureikun.jp/faq/?p=145>).
//! - A provision with another number has both numbers underlined (条、項及び号の表示に下線, Niigata).
//! - What is not changed is 「（略）」, several in one line (a drafter's list of these choices:
//!   <https://kei-zu.hatenablog.com/entry/20140101/p2>).
//! - Remarks (備考) tell what the underlines cannot: that an article only moved down, or where it comes from.

use super::marks::MarkedText;
use crate::base::locale::Lang;
use crate::content::Kind;

/// A comparison table.
#[derive(Debug)]
pub struct Table {
    /// The outermost provisions, each with what stands below it, in the order of the new side.
    pub groups: Vec<ArticleGroup>,
}

/// An article, the head of a chapter, a division, or a run of them that did not change.
#[derive(Debug, Default)]
pub struct ArticleGroup {
    /// The lines.
    pub lines: Vec<TableRow>,
}

/// A line of the table: the same provision on both sides.
#[derive(Debug)]
pub struct TableRow {
    /// The old side.
    pub old: TableCell,
    /// The new side.
    pub new: TableCell,
    /// The remarks on the line.
    pub remarks: Vec<Remark>,
}

/// One side of a line.
#[derive(Debug, Clone)]
pub struct TableCell {
    /// The indent in letters.
    pub indent: usize,
    /// The number at its head.
    pub label: Option<MarkedText>,
    /// The words of the cell.
    pub says: Says,
    /// The language of its words, where it is not the table's.
    pub lang: Option<Lang>,
}

/// The words of a cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Says {
    /// Words of the document.
    Words(Vec<MarkedText>),
    /// That it did not change (略).
    Omitted,
    /// That it is put in on the other side (新設).
    Added,
    /// That it is taken out on this side (削る).
    Deleted,
    /// Nothing: it is told above, or has no counterpart.
    Nothing,
}

/// A remark on a line. Provisions are named by their numbers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Remark {
    /// Its number changed because others were put in or taken out: `true` where it is greater now.
    Renumbered(Option<Kind>, bool),
    /// It came from this place.
    Moved(String),
    /// It went to this place.
    MovedTo(String),
    /// It was part of this provision.
    SplitFrom(String),
    /// Part of it is this provision now.
    SplitInto(String),
    /// It is part of this provision now.
    MergedInto(String),
    /// This provision is part of it now.
    MergedFrom(String),
    /// Only the numbers changed by which it refers to others.
    References,
    /// The Japanese changed, and this translation did not.
    Untranslated,
}

impl Table {
    /// Whether nothing changed at all.
    #[must_use]
    pub fn is_unchanged(&self) -> bool {
        let calm =
            |cell: &TableCell| cell.says == Says::Omitted && cell.label.as_ref().is_none_or(|label| !label.marked);
        self.groups.iter().flat_map(|group| &group.lines).all(|line| calm(&line.old) && calm(&line.new))
    }
}
