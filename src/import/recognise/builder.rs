//! The provisions that are being built, innermost last.

use std::collections::{BTreeMap, BTreeSet};

use super::lines::Para;
use super::open_nodes::OpenNode;
use crate::import::outline::doubt::{Doubt, DoubtKind};
use crate::import::outline::node::OutlineNode;
use crate::import::outline::table::TableGrid;
use crate::import::outline::tree::OutlineDivision;
use crate::import::outline::words::SourceWords;

/// The greatest depth of provisions below each other, so that they have room in an appendix too.
const DEEPEST: usize = 6;

/// Histories of provisions, by the place of the paragraph that follows each.
pub(in crate::import) type Histories = BTreeMap<usize, Vec<SourceWords>>;

/// Builds one division after the other.
pub(in crate::import) struct OutlineBuilder<'a> {
    pub(in crate::import) paras: &'a [Para],
    /// The grids of the tables.
    pub(in crate::import) tables: &'a BTreeMap<usize, TableGrid>,
    pub(in crate::import) divisions: Vec<OutlineDivision>,
    pub(in crate::import) doubts: Vec<Doubt>,
    /// The words that stand twice and are written once.
    pub(in crate::import) repeated: Vec<SourceWords>,
    /// The heads of the further columns of tables that were folded to save room.
    pub(in crate::import) folded_heads: Vec<SourceWords>,
    pub(in crate::import) stack: Vec<OpenNode>,
    pub(in crate::import) caption: Option<SourceWords>,
    /// Whether the division has only its head yet.
    pub(in crate::import) fresh: bool,
    /// The histories that are not yet given to what stands above them.
    pub(in crate::import) histories: Histories,
    /// The last article of the body.
    pub(in crate::import) last_article: u32,
    /// Which sequences stood below which in this division: the outer one first.
    pub(in crate::import) above: BTreeSet<(String, String)>,
}

impl<'a> OutlineBuilder<'a> {
    pub(in crate::import) fn new(paras: &'a [Para], tables: &'a BTreeMap<usize, TableGrid>) -> Self {
        let divisions = vec![OutlineDivision::default()];
        Self {
            paras,
            tables,
            divisions,
            doubts: Vec::new(),
            repeated: Vec::new(),
            folded_heads: Vec::new(),
            above: BTreeSet::new(),
            stack: Vec::new(),
            caption: None,
            fresh: false,
            histories: Histories::new(),
            last_article: 0,
        }
    }

    /// A builder that gives `histories` to what they are of.
    pub(in crate::import) fn with_histories(
        paras: &'a [Para],
        tables: &'a BTreeMap<usize, TableGrid>,
        histories: Histories,
    ) -> Self {
        Self { histories, ..Self::new(paras, tables) }
    }

    /// Adds `node` below the first `keep` open provisions.
    pub(in crate::import) fn push(&mut self, node: OutlineNode, keep: usize, open: OpenNode) {
        let keep = keep.min(DEEPEST).min(self.stack.len());
        let mut open = open;
        self.close(keep);
        if let Some(above) = keep.checked_sub(1).and_then(|at| self.stack.get_mut(at)).filter(|_| !open.paragraph) {
            // An item behind later paragraphs would be printed before them, so that it becomes a later paragraph too.
            open.paragraph = !items_may_follow(&mut above.node);
        }
        let outer = self.stack.iter().filter(|above| !above.key.is_empty() && above.key != open.key);
        if !open.key.is_empty() {
            self.above.extend(outer.map(|above| (above.key.clone(), open.key.clone())).collect::<Vec<_>>());
        }
        self.stack.push(OpenNode { node, ..open });
    }

    /// Closes all but the first `keep`.
    pub(in crate::import) fn close(&mut self, keep: usize) {
        while self.stack.len() > keep {
            let Some(closed) = self.stack.pop() else { return };
            match self.stack.last_mut() {
                Some(above) if closed.paragraph => above.node.paragraphs.push(closed.node),
                Some(above) => above.node.items.push(closed.node),
                None => {
                    if let Some(division) = self.divisions.last_mut() {
                        division.nodes.push(closed.node);
                    }
                }
            }
        }
    }

    /// Counts the provisions that are open.
    pub(in crate::import) fn depth(&self) -> usize {
        self.stack.len()
    }

    /// The innermost open provision.
    pub(in crate::import) fn top(&mut self) -> Option<&mut OutlineNode> {
        self.stack.last_mut().map(|open| &mut open.node)
    }

    pub(in crate::import) fn doubt(&mut self, words: &SourceWords, kind: DoubtKind) {
        self.doubts.push(Doubt::new(words.line(), kind, &words.text));
    }

    /// The division that is being built.
    pub(in crate::import) fn division(&mut self) -> Option<&mut OutlineDivision> {
        self.divisions.last_mut()
    }
}

/// Items are printed before later paragraphs. Where a text has its paragraphs first, as chapters with an introduction
/// have, these become text or unnumbered items; those of an article that bear numbers cannot. Whether an item may follow.
fn items_may_follow(node: &mut OutlineNode) -> bool {
    if node.paragraphs.iter().any(|one| one.label.is_some()) {
        return false;
    }
    let bare = |one: &OutlineNode| {
        let has_table = !one.columns.is_empty() || one.table.is_some();
        one.caption.is_empty() && !has_table && one.items.is_empty() && one.paragraphs.is_empty()
    };
    let paragraphs = std::mem::take(&mut node.paragraphs);
    // Text is the better home, since it needs no id; but text is printed before items, so that nothing may stand
    // between.
    let has_table = !node.columns.is_empty() || node.table.is_some();
    if node.items.is_empty() && !has_table && paragraphs.iter().all(bare) {
        node.text.extend(paragraphs.into_iter().flat_map(|one| one.text));
    } else {
        node.items.extend(paragraphs);
    }
    true
}
