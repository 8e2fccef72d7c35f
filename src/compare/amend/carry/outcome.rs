//! The document as it is after an amending text was carried out, as a plain tree.

use std::collections::BTreeMap;

use super::Carrier;
use crate::compare::Side;
use crate::compare::amend::instructions::tree::{NodeForm, ROOT, VersionTree};
use crate::content::Kind;
use crate::corpus::Role;

/// Where a node of the tree comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NodeOrigin {
    /// The item of the older side at this place.
    Item(usize),
    /// A line of the table of the provision above it, by its place there.
    Row(usize),
    /// The document, its body or its notes.
    Whole,
    /// What a sentence put in.
    New,
}

/// A provision, a division or a row after the amendment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CarriedNode {
    /// Where it comes from.
    pub origin: NodeOrigin,
    /// Of an article whose first paragraph was a later one the item that this was, whose words are now its own.
    pub promoted: Option<usize>,
    /// Of a paragraph that was the first of its article the item of this, which had its words.
    pub demoted: Option<usize>,
    /// Of a division its role.
    pub role: Option<Role>,
    /// The kind of a provision; `None` without one.
    pub kind: Option<Kind>,
    /// Whether it is a row of a table.
    pub is_row: bool,
    /// The number printed at its head before the amendment, or in the block that it stood in.
    pub label: String,
    /// Its caption, or the title of a division or the document.
    pub caption: String,
    /// Its text.
    pub text: String,
    /// The heads of the columns under which what stands below it is drawn.
    pub columns: Vec<String>,
    /// The address by which it is cited, without its division; empty where it has none.
    pub own: String,
    /// What stands below it; paragraphs come last.
    pub below: Vec<Self>,
}

/// A document after an amendment: its title is the caption of the node.
pub type CarriedTree = CarriedNode;

impl Carrier {
    /// The tree as it is now.
    pub(super) fn outcome(&self) -> CarriedTree {
        outcome_of(&self.tree, ROOT, &|at| self.gone[at], [&self.promoted, &self.demoted])
    }
}

/// The tree of the only document of `side`, to hold against what carrying out gave.
#[must_use]
pub fn tree_of(side: &Side<'_>) -> CarriedTree {
    outcome_of(&VersionTree::of(side), ROOT, &|_| false, [&BTreeMap::new(), &BTreeMap::new()])
}

fn outcome_of(
    tree: &VersionTree,
    at: usize,
    is_gone: &dyn Fn(usize) -> bool,
    [promoted, demoted]: [&BTreeMap<usize, usize>; 2],
) -> CarriedNode {
    let node = &tree.nodes[at];
    let (role, kind) = match node.form {
        NodeForm::Division(role) => (Some(role), None),
        NodeForm::Provision(kind) => (None, kind),
        NodeForm::Root | NodeForm::Notes | NodeForm::Row => (None, None),
    };
    let origin = match (node.form, node.item) {
        (_, Some(item)) => NodeOrigin::Item(item),
        (NodeForm::Row, None) => node.row.map_or(NodeOrigin::New, NodeOrigin::Row),
        (NodeForm::Root | NodeForm::Notes | NodeForm::Division(Role::Body), None) => NodeOrigin::Whole,
        (NodeForm::Division(_) | NodeForm::Provision(_), None) => NodeOrigin::New,
    };
    let below = node.children.iter().filter(|child| !is_gone(**child));
    CarriedNode {
        origin,
        promoted: promoted.get(&at).copied(),
        demoted: demoted.get(&at).copied(),
        role,
        kind,
        is_row: node.form == NodeForm::Row,
        label: node.label.clone(),
        caption: node.caption.clone(),
        text: node.text.clone(),
        columns: node.columns.clone(),
        own: node.own.clone().unwrap_or_default(),
        below: below.map(|child| outcome_of(tree, *child, is_gone, [promoted, demoted])).collect(),
    }
}

impl CarriedNode {
    /// The tree in lines, to compare: what each is called, its caption, its text. What stands alone beside a number may be
    /// a caption or a text, which no print tells.
    #[must_use]
    pub fn printed(&self) -> String {
        let mut out = String::new();
        self.print(0, &mut out);
        out
    }

    fn print(&self, depth: usize, out: &mut String) {
        let is_alone = self.kind != Some(Kind::Article) && self.role.is_none() && self.origin != NodeOrigin::Whole;
        let (caption, text) = match (is_alone, self.text.is_empty()) {
            (true, true) => ("", self.caption.as_str()),
            _ => (self.caption.as_str(), self.text.as_str()),
        };
        let own = if self.role.is_some() || self.kind.is_some() { self.own.as_str() } else { "" };
        let own: String = own.chars().filter(|letter| !letter.is_whitespace()).collect();
        let columns = self.columns.join(crate::compare::BETWEEN_CELLS);
        let text = crate::compare::comma_folded(text);
        out.push_str(&format!("{}{own}|{caption}|{text}{columns}\n", "  ".repeat(depth)));
        self.below.iter().for_each(|below| below.print(depth + 1, out));
    }
}
