//! A document as a tree of numbered things in Japanese, as an amending text speaks of it.

use std::collections::BTreeMap;

use crate::base::locale::Lang;
use crate::compare::{BETWEEN_CELLS, Side, SideItem, plain_text, table_lines};
use crate::content::Kind;
use crate::corpus::{Document, Provision, Role};

use super::address::{counter, first_of};

/// The kind of a node.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::compare::amend) enum NodeForm {
    /// The document.
    Root,
    /// Notes above the title.
    Notes,
    /// The body, a supplementary provision or an appendix.
    Division(Role),
    /// A provision, and its kind where it is counted.
    Provision(Option<Kind>),
    /// A line of a table: its caption, a row or a note.
    Row,
}

/// A document, a division of it or a provision.
#[derive(Debug, Clone)]
pub(in crate::compare::amend) struct VersionNode {
    pub(in crate::compare::amend) form: NodeForm,
    pub(in crate::compare::amend) parent: Option<usize>,
    pub(in crate::compare::amend) children: Vec<usize>,
    /// Of a line of a table its place there.
    pub(in crate::compare::amend) row: Option<usize>,
    /// Its place in the side.
    pub(in crate::compare::amend) item: Option<usize>,
    /// The number printed at its head, or the name of a division.
    pub(in crate::compare::amend) label: String,
    /// Its caption, or the title of a division.
    pub(in crate::compare::amend) caption: String,
    pub(in crate::compare::amend) text: String,
    pub(in crate::compare::amend) columns: Vec<String>,
    /// The node's own name below `base`: 第八条, 第二号, ア. `None` where that tells it from nothing else.
    pub(in crate::compare::amend) own: Option<String>,
    /// The provision below which `own` says which one is meant; `None` for the division.
    pub(in crate::compare::amend) base: Option<usize>,
    /// Whether it stands in the first paragraph of `base`, an article of several.
    pub(in crate::compare::amend) in_first: bool,
    /// The name of the first paragraph of an article of several: 第一項.
    pub(in crate::compare::amend) first: Option<String>,
}

/// A document as nodes, each before what stands below it; the document itself is the first.
#[derive(Debug, Clone)]
pub(in crate::compare::amend) struct VersionTree {
    pub(in crate::compare::amend) nodes: Vec<VersionNode>,
}

/// The place of the document among its nodes.
pub(in crate::compare::amend) const ROOT: usize = 0;

impl VersionNode {
    pub(in crate::compare::amend) fn new(form: NodeForm, parent: Option<usize>) -> Self {
        Self {
            form,
            parent,
            children: Vec::new(),
            row: None,
            item: None,
            label: String::new(),
            caption: String::new(),
            text: String::new(),
            columns: Vec::new(),
            own: None,
            base: None,
            in_first: false,
            first: None,
        }
    }

    pub(in crate::compare::amend) fn is_article(&self) -> bool {
        self.form == NodeForm::Provision(Some(Kind::Article))
    }

    pub(in crate::compare::amend) fn is_paragraph(&self) -> bool {
        self.form == NodeForm::Provision(Some(Kind::Paragraph))
    }

    /// Whether its caption is what it is called.
    pub(in crate::compare::amend) fn is_called_by_caption(&self) -> bool {
        let bears_none = match self.form {
            NodeForm::Provision(kind) => kind.is_none(),
            NodeForm::Division(role) => role != Role::Body && self.label.is_empty(),
            NodeForm::Root | NodeForm::Notes | NodeForm::Row => false,
        };
        bears_none && self.own.is_some()
    }
}

impl VersionTree {
    /// The tree of the only document of `side`.
    pub(in crate::compare::amend) fn of(side: &Side<'_>) -> Self {
        let mut tree = Self { nodes: vec![VersionNode::new(NodeForm::Root, None)] };
        if let Some(document) = side.documents.first() {
            tree.nodes[ROOT].caption.clone_from(&document.title.ja);
            tree.grow(document, side);
        }
        tree.name();
        tree
    }

    fn grow(&mut self, document: &Document, side: &Side<'_>) {
        // Items come in the order of the document, each after what it stands below, so that its parent has a place
        // already.
        let mut place_of: BTreeMap<usize, usize> = BTreeMap::new();
        let (mut notes, mut body) = (None, None);
        for (at, item) in side.items.iter().enumerate().filter(|(_, item)| item.document.id == document.id) {
            let parent = match (item.parent, item.division, item.provision) {
                (Some(parent), ..) => place_of.get(&parent).copied().unwrap_or(ROOT),
                (None, Some(_), None) => ROOT,
                (None, Some(division), _) => *body
                    .get_or_insert_with(|| self.push(VersionNode::new(NodeForm::Division(division.role), Some(ROOT)))),
                (None, None, _) => {
                    *notes.get_or_insert_with(|| self.push(VersionNode::new(NodeForm::Notes, Some(ROOT))))
                }
            };
            place_of.insert(at, self.item(at, item, parent));
        }
    }

    pub(in crate::compare::amend) fn push(&mut self, node: VersionNode) -> usize {
        let at = self.nodes.len();
        if let Some(parent) = node.parent {
            self.nodes[parent].children.push(at);
        }
        self.nodes.push(node);
        at
    }

    fn item(&mut self, at: usize, item: &SideItem<'_>, parent: usize) -> usize {
        let ja = |words: Option<&crate::corpus::Words>| words.map_or_else(String::new, |words| words.ja.clone());
        let said = |words: &[crate::corpus::Words]| words.iter().map(|words| words.ja.clone()).collect();
        let mut node = match (item.provision, item.division) {
            (Some(provision), _) => VersionNode {
                label: provision.label.ja.clone(),
                caption: ja(provision.caption.as_ref()),
                text: provision.text.as_ref().map_or_else(String::new, |text| plain_text(&text.ja)),
                columns: said(&provision.columns),
                ..VersionNode::new(NodeForm::Provision(provision.kind), Some(parent))
            },
            (None, Some(division)) => VersionNode {
                label: ja(division.label.as_ref()),
                caption: ja(division.title.as_ref()),
                columns: said(&division.columns),
                ..VersionNode::new(NodeForm::Division(division.role), Some(parent))
            },
            (None, None) => VersionNode::new(NodeForm::Provision(None), Some(parent)),
        };
        node.item = Some(at);
        let at = self.push(node);
        if let Some(provision) = item.provision {
            self.call(at, provision, parent);
            self.rows(at, provision);
        }
        at
    }

    /// The lines of the table of the provision `at`; a row is called by its first cell: 臨床工学士の項.
    fn rows(&mut self, at: usize, provision: &Provision) {
        let Some(table) = &provision.table else { return };
        let heads = usize::from(table.caption.is_some()) + table.head.len();
        let rows = heads..heads + table.rows.len();
        let above = std::iter::once(at).chain(self.above(at));
        let base = above.take_while(|above| self.is_provision(*above)).find(|above| self.nodes[*above].own.is_some());
        for (place, text) in table_lines(table, Lang::Ja).into_iter().enumerate() {
            let first = text.split(BETWEEN_CELLS).next().unwrap_or("").trim();
            let named = rows.contains(&place) && !first.is_empty();
            let the_table = if base.is_some() { "の表" } else { "" };
            let own = named.then(|| format!("{the_table}{first}の項"));
            let row = Some(place);
            self.push(VersionNode { row, text, own, base, ..VersionNode::new(NodeForm::Row, Some(at)) });
        }
    }

    /// Says what a provision is called and below what; its citation says both at once.
    fn call(&mut self, at: usize, provision: &Provision, parent: usize) {
        let cite = provision.cite.ja.as_str();
        if provision.kind.is_none() {
            if let Some(caption) = &provision.caption {
                self.nodes[at].own = Some(format!("「{}」", caption.ja));
                self.nodes[at].base = Some(parent).filter(|parent| self.is_provision(*parent));
            }
            return;
        }
        // 第三条第二項 tells what the first paragraph is called.
        // The first 項 bears no number; how it is counted only its neighbour says.
        let second = provision.paragraphs.first().filter(|_| self.nodes[at].is_article());
        self.nodes[at].first = second.and_then(|second| first_of(second.cite.ja.strip_prefix(cite)?));
        self.nodes[at].own = Some(cite.to_owned()).filter(|cite| !cite.is_empty());
        // The nearest one whose citation this one begins with: 第三条第二項第一号 is 第一号 below 第三条第二項.
        for above in self.above(at) {
            let whole = self.cite(above);
            let Some(rest) = cite.strip_prefix(whole.as_str()).filter(|_| !whole.is_empty()) else { continue };
            let is_paragraph = self.nodes[at].is_paragraph();
            // An item of the first 項 hangs below the article itself in the tree, and is cited with 第一項.
            let in_first = self.nodes[above].is_article() && !is_paragraph && counter(rest) == Some('項');
            let own = if in_first { rest.split_once('項').map_or(rest, |(_, own)| own) } else { rest };
            self.nodes[at].own = Some(own.to_owned()).filter(|own| !own.is_empty());
            self.nodes[at].base = Some(above);
            self.nodes[at].in_first = in_first;
            return;
        }
    }

    pub(in crate::compare::amend) fn is_row(&self, at: usize) -> bool {
        self.nodes[at].form == NodeForm::Row
    }

    fn is_provision(&self, at: usize) -> bool {
        matches!(self.nodes[at].form, NodeForm::Provision(_) | NodeForm::Row)
    }

    /// Returns the nodes above `at`, the nearest first.
    pub(in crate::compare::amend) fn above(&self, at: usize) -> Vec<usize> {
        std::iter::successors(self.nodes[at].parent, |above| self.nodes[*above].parent).collect()
    }

    /// As a reference cites it, without its division.
    fn cite(&self, at: usize) -> String {
        let node = &self.nodes[at];
        if !self.is_provision(at) {
            return String::new();
        }
        let above = node.base.map_or_else(String::new, |base| self.cite(base));
        let first = node.base.filter(|_| node.in_first).and_then(|base| self.nodes[base].first.clone());
        let own = if node.is_called_by_caption() { Some(&node.caption) } else { node.own.as_ref() };
        own.map_or_else(String::new, |own| above + &first.unwrap_or_default() + own)
    }

    /// Names the divisions, and takes their names from provisions that share one.
    fn name(&mut self) {
        for node in &mut self.nodes {
            let title = node.caption.as_str();
            node.own = match node.form {
                NodeForm::Notes => Some("題名の前の注記".to_owned()),
                NodeForm::Division(Role::Body) => Some("本則".to_owned()),
                NodeForm::Division(_) => {
                    let label: String = node.label.split_whitespace().collect();
                    Some(if label.is_empty() { format!("「{title}」") } else { label })
                }
                NodeForm::Root | NodeForm::Provision(_) | NodeForm::Row => node.own.take(),
            };
        }
        let mut holders: BTreeMap<String, Vec<usize>> = BTreeMap::new();
        for at in 1..self.nodes.len() {
            if let Some(address) = self.full(at) {
                holders.entry(address).or_default().push(at);
            }
        }
        // A name that two provisions share tells neither of them: they can only be written anew with what they stand
        // in.
        for holders in holders.into_values().filter(|holders| holders.len() > 1) {
            // 附則 without more is the first one.
            let keeps = usize::from(matches!(self.nodes[holders[0]].form, NodeForm::Division(_)));
            for at in &holders[keeps..] {
                self.nodes[*at].own = None;
            }
        }
    }

    /// The whole address of `at`; `None` where it, or something in it, has no name.
    pub(in crate::compare::amend) fn full(&self, at: usize) -> Option<String> {
        let node = &self.nodes[at];
        let own = node.own.as_deref()?;
        if !self.is_provision(at) {
            return Some(own.to_owned());
        }
        let above = match node.base {
            Some(base) => self.full(base)?,
            None => self.prefix(at)?,
        };
        let first = node.base.filter(|_| node.in_first).and_then(|base| self.nodes[base].first.as_deref());
        Some(above + first.unwrap_or("") + own)
    }

    /// Returns the words before the addresses of a division: nothing for the body.
    fn prefix(&self, at: usize) -> Option<String> {
        let division = self.division(at);
        match self.nodes[division].form {
            NodeForm::Division(Role::Body) => Some(String::new()),
            NodeForm::Root | NodeForm::Notes | NodeForm::Division(_) | NodeForm::Provision(_) | NodeForm::Row => {
                self.nodes[division].own.clone()
            }
        }
    }

    /// The division that `at` stands in.
    pub(in crate::compare::amend) fn division(&self, at: usize) -> usize {
        let way = std::iter::once(at).chain(self.above(at));
        way.filter(|above| !self.is_provision(*above)).find(|above| *above != ROOT).unwrap_or(ROOT)
    }

    /// `at` and everything below it.
    pub(in crate::compare::amend) fn all_below(&self, at: usize) -> Vec<usize> {
        let below = self.nodes[at].children.iter().flat_map(|child| self.all_below(*child));
        std::iter::once(at).chain(below).collect()
    }

    /// The numbered provisions in the division `at` whose captions are part of what is said of it: those of articles are not.
    pub(in crate::compare::amend) fn captions_in(&self, at: usize) -> Vec<usize> {
        let is_spoken_of = |below: &usize| {
            let node = &self.nodes[*below];
            *below != at && matches!(node.form, NodeForm::Provision(Some(_))) && !node.is_article()
        };
        self.all_below(at)
            .into_iter()
            .filter(is_spoken_of)
            .filter(|below| !self.nodes[*below].caption.is_empty())
            .collect()
    }

    /// The line of a bullet without number and caption, by which it is quoted (・…); `None` for all else and where something
    /// stands below it.
    pub(in crate::compare::amend) fn bullet_line(&self, at: usize) -> Option<String> {
        let node = &self.nodes[at];
        let is_bullet = node.form == NodeForm::Provision(Some(Kind::Bullet)) && node.own.is_none();
        let is_line = node.children.is_empty() && node.caption.is_empty() && !node.text.is_empty();
        let text = Some(&node.text).filter(|text| is_bullet && is_line && !text.contains('\n'))?;
        Some(format!("{}{text}", node.label))
    }

    /// The nearest provision or division above `at` that has an address.
    pub(in crate::compare::amend) fn addressed_above(&self, at: usize) -> Option<usize> {
        self.above(at).into_iter().find(|above| *above != ROOT && self.full(*above).is_some())
    }

    /// The division that the article `at` stands in, and the number of articles before it there.
    pub(in crate::compare::amend) fn articles_before(&self, at: usize) -> (usize, usize) {
        let division = self.division(at);
        let before = self.nodes[division..at].iter().filter(|node| node.is_article());
        (division, before.count())
    }

    /// Whether articles stand below it.
    pub(in crate::compare::amend) fn holds_articles(&self, at: usize) -> bool {
        self.nodes[at].children.iter().any(|child| self.nodes[*child].is_article() || self.holds_articles(*child))
    }
}
