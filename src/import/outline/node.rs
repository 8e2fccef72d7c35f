//! Provisions as they were recognised.

use super::words::SourceWords;
use crate::base::notation::numerals::{follows, of_several};
use crate::import::shapes::style::{NumberStyle, NumberUnit};

/// The number of a provision, as the document prints it.
#[derive(Debug, Clone)]
pub struct Label {
    /// The style in which it is written.
    pub style: NumberStyle,
    /// The number with its branches; none for a bullet.
    pub number: Vec<u32>,
    /// The last number, where it stands for several; empty elsewhere.
    pub to: Vec<u32>,
    /// The number above that it repeats.
    pub above: Option<String>,
    /// The unit that it names.
    pub unit: Option<NumberUnit>,
    /// Its letters.
    pub words: SourceWords,
}

impl Label {
    /// The number that counting goes on after.
    #[must_use]
    pub fn last_number(&self) -> &Vec<u32> {
        if self.to.is_empty() { &self.number } else { &self.to }
    }

    /// Returns the letters that `style` prints for it below a provision that is cited as `parent`.
    pub(in crate::import) fn printed(&self, style: &NumberStyle, parent: &str) -> String {
        let first = style.print(&self.number, parent);
        // 第４条から第６条まで is one label of two numbers, which no template prints by itself.
        if self.to.is_empty() {
            return first;
        }
        of_several(&first, &style.print(&self.to, parent), follows(&self.number, &self.to), true)
    }
}

/// A provision.
#[derive(Debug, Clone, Default)]
pub struct OutlineNode {
    /// Its number.
    pub label: Option<Label>,
    /// Whether it is a 項: the second or a later paragraph of an article.
    pub counted: bool,
    /// Its caption.
    pub caption: SourceWords,
    /// Whether its caption stands in brackets that are printed by its kind.
    pub bracketed: bool,
    /// Its text, paragraph by paragraph.
    pub text: Vec<SourceWords>,
    /// Its histories, which are notes for reviewers: （令3告示5・一部改正）.
    pub histories: Vec<SourceWords>,
    /// Column titles, where the items are rows.
    pub columns: Vec<SourceWords>,
    /// A table of cells below its text.
    pub table: Option<OutlineTable>,
    /// The provisions below it.
    pub items: Vec<Self>,
    /// The paragraphs after its items.
    pub paragraphs: Vec<Self>,
}

impl OutlineNode {
    /// Calls `visit` for this node and everything below it, in the order in which it is printed.
    pub fn walk<'a>(&'a self, depth: usize, visit: &mut impl FnMut(&'a Self, usize)) {
        visit(self, depth);
        // Items come before later paragraphs, as everywhere in the corpus: the proof holds both against each other.
        for below in self.items.iter().chain(&self.paragraphs) {
            below.walk(depth + 1, visit);
        }
    }
}

/// A table whose cells are no provisions.
#[derive(Debug, Clone, Default)]
pub struct OutlineTable {
    /// The number of rows that are heads.
    pub head: usize,
    /// The rows: the cells that begin in each.
    pub rows: Vec<Vec<OutlineCell>>,
}

/// A cell of a table.
#[derive(Debug, Clone)]
pub struct OutlineCell {
    /// The number of columns that it takes.
    pub across: usize,
    /// The number of rows that it takes.
    pub down: usize,
    /// The words in it, paragraph by paragraph.
    pub text: Vec<SourceWords>,
}

impl OutlineTable {
    /// The words of its cells, in the order in which they are printed.
    pub fn words(&self) -> impl Iterator<Item = &SourceWords> {
        self.rows.iter().flatten().flat_map(|cell| &cell.text)
    }
}
