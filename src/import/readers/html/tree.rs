//! HTML as a tree, by the parser that browsers have (html5ever). What it makes of broken markup is what a browser shows.

use std::borrow::Cow;
use std::cell::{Cell, RefCell};
use std::rc::Rc;

use html5ever::interface::{ElementFlags, NodeOrText, QuirksMode, TreeSink};
use html5ever::tendril::{StrTendril, TendrilSink};
use html5ever::{Attribute, ExpandedName, ParseOpts, QualName, parse_document};

/// The number of elements that are read: 例規集 of a thousand articles have some ten thousand.
const MOST_ELEMENTS: usize = 500_000;

/// The greatest depth of elements in each other.
const DEEPEST: usize = 512;

/// The number of bytes that are parsed before the bounds are looked at: what is not closed is opened again in each paragraph.
const STEP: usize = 4096;

/// A page as its nodes.
#[derive(Debug, Default)]
pub(super) struct HtmlTree {
    nodes: Vec<HtmlNode>,
}

/// An element or a text.
#[derive(Debug, Default)]
pub(super) struct HtmlNode {
    pub(super) children: Vec<usize>,
    pub(super) kind: HtmlKind,
    /// The line of the file on which it begins.
    pub(super) line: usize,
    parent: Option<usize>,
    depth: usize,
}

/// The kind of a node.
#[derive(Debug, Default)]
pub(super) enum HtmlKind {
    /// An element: its name and attributes.
    Element(String, Vec<(String, String)>),
    /// Letters.
    Text(String),
    /// The page itself, or what nobody sees: a comment.
    #[default]
    Other,
}

/// The page itself.
pub(super) const ROOT: usize = 0;

/// Parses `markup`; nothing where it is deeper or has more elements than any page of text.
pub(super) fn parse_html(markup: &str) -> Option<HtmlTree> {
    let sink = HtmlSink::new();
    let bounds = Rc::clone(&sink.bounds);
    let mut parser = parse_document(sink, ParseOpts::default());
    let mut rest = markup;
    while !rest.is_empty() {
        let mut end = rest.len().min(STEP);
        // The parser takes whole letters only; four bytes are the most that one has.
        while !rest.is_char_boundary(end) {
            end += 1;
        }
        parser.process(StrTendril::from(&rest[..end]));
        rest = &rest[end..];
        let (elements, depth) = bounds.get();
        if elements > MOST_ELEMENTS || depth > DEEPEST {
            return None;
        }
    }
    let tree = parser.finish();
    // The end of the page may open elements again, so that the bounds are asked once more.
    let (elements, depth) = bounds.get();
    (elements <= MOST_ELEMENTS && depth <= DEEPEST).then_some(tree)
}

impl HtmlTree {
    /// The node `at`; the page itself where there is none.
    pub(super) fn node(&self, at: usize) -> Option<&HtmlNode> {
        self.nodes.get(at)
    }

    /// The name of an element; empty for anything else.
    pub(super) fn name(&self, at: usize) -> &str {
        match self.node(at).map(|node| &node.kind) {
            Some(HtmlKind::Element(name, _)) => name,
            Some(HtmlKind::Text(_) | HtmlKind::Other) | None => "",
        }
    }

    /// An attribute of an element.
    pub(super) fn attribute(&self, at: usize, name: &str) -> Option<&str> {
        let Some(HtmlKind::Element(_, attributes)) = self.node(at).map(|node| &node.kind) else { return None };
        attributes.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }

    /// Everything below `at`, in the order of the page.
    pub(super) fn below(&self, at: usize) -> Below<'_> {
        Below {
            tree: self,
            open: self.node(at).map(|node| node.children.clone()).unwrap_or_default().into_iter().rev().collect(),
        }
    }

    /// The letters below `at`.
    pub(super) fn letters(&self, at: usize) -> String {
        let text = |at| match self.node(at).map(|node| &node.kind) {
            Some(HtmlKind::Text(text)) => Some(text.as_str()),
            Some(HtmlKind::Element(..) | HtmlKind::Other) | None => None,
        };
        std::iter::once(at).chain(self.below(at)).filter_map(text).collect()
    }
}

/// Nodes one after another, without standing in each other's way however deep they are.
pub(super) struct Below<'t> {
    tree: &'t HtmlTree,
    open: Vec<usize>,
}

impl Iterator for Below<'_> {
    type Item = usize;

    fn next(&mut self) -> Option<usize> {
        let at = self.open.pop()?;
        if let Some(node) = self.tree.node(at) {
            self.open.extend(node.children.iter().rev());
        }
        Some(at)
    }
}

/// The sink through which the parser builds the tree.
struct HtmlSink {
    tree: RefCell<HtmlTree>,
    line: Cell<usize>,
    /// The number of nodes that there are, and how deep the deepest stands.
    bounds: Rc<Cell<(usize, usize)>>,
}

/// A node, with its name where it is an element.
#[derive(Clone)]
struct HtmlHandle {
    at: usize,
    name: Rc<QualName>,
}

impl HtmlSink {
    fn new() -> Self {
        let tree = HtmlTree { nodes: vec![HtmlNode::default()] };
        Self { tree: RefCell::new(tree), line: Cell::new(1), bounds: Rc::default() }
    }

    fn push(&self, kind: HtmlKind) -> usize {
        let mut tree = self.tree.borrow_mut();
        tree.nodes.push(HtmlNode { kind, line: self.line.get(), ..HtmlNode::default() });
        let (_, depth) = self.bounds.get();
        self.bounds.set((tree.nodes.len(), depth));
        tree.nodes.len() - 1
    }

    /// Puts a node below `parent`, at the place `place` among its children.
    fn put(&self, parent: usize, place: Option<usize>, child: usize) {
        self.detach(child);
        let mut tree = self.tree.borrow_mut();
        let depth = tree.nodes[parent].depth + 1;
        let list = &mut tree.nodes[parent].children;
        list.insert(place.unwrap_or(list.len()).min(list.len()), child);
        tree.nodes[child].parent = Some(parent);
        tree.nodes[child].depth = depth;
        let (elements, deepest) = self.bounds.get();
        self.bounds.set((elements, deepest.max(depth)));
    }

    /// Adds letters below `parent`, to the text before the place `place` where one stands there.
    fn put_text(&self, parent: usize, place: Option<usize>, text: &str) {
        {
            let mut tree = self.tree.borrow_mut();
            let list = &tree.nodes[parent].children;
            let before = place.unwrap_or(list.len()).checked_sub(1).and_then(|at| list.get(at)).copied();
            // The parser hands over letters piece by piece; one node for all keeps their number that of the texts.
            if let Some(HtmlKind::Text(letters)) = before.map(|at| &mut tree.nodes[at].kind) {
                letters.push_str(text);
                return;
            }
        }
        let child = self.push(HtmlKind::Text(text.to_owned()));
        self.put(parent, place, child);
    }

    fn detach(&self, at: usize) {
        let mut tree = self.tree.borrow_mut();
        if let Some(parent) = tree.nodes[at].parent.take() {
            let list = &mut tree.nodes[parent].children;
            // What moves stands near the end, where the parser is.
            if let Some(place) = list.iter().rposition(|child| *child == at) {
                list.remove(place);
            }
        }
    }

    fn insert(&self, parent: usize, place: Option<usize>, child: NodeOrText<HtmlHandle>) {
        match child {
            NodeOrText::AppendNode(node) => self.put(parent, place, node.at),
            NodeOrText::AppendText(text) => self.put_text(parent, place, &text),
        }
    }

    fn handle(at: usize) -> HtmlHandle {
        HtmlHandle { at, name: Rc::new(QualName::new(None, html5ever::ns!(), html5ever::LocalName::from(""))) }
    }

    fn parent_and_place(&self, at: usize) -> Option<(usize, usize)> {
        let tree = self.tree.borrow();
        let parent = tree.nodes[at].parent?;
        let place = tree.nodes[parent].children.iter().rposition(|child| *child == at)?;
        Some((parent, place))
    }
}

fn attribute_pairs(attributes: Vec<Attribute>) -> Vec<(String, String)> {
    attributes.into_iter().map(|one| (one.name.local.to_string(), one.value.to_string())).collect()
}

impl TreeSink for HtmlSink {
    type Handle = HtmlHandle;
    type Output = HtmlTree;
    type ElemName<'a> = ExpandedName<'a>;

    fn finish(self) -> HtmlTree {
        self.tree.into_inner()
    }

    fn parse_error(&self, _: Cow<'static, str>) {}

    fn get_document(&self) -> HtmlHandle {
        Self::handle(ROOT)
    }

    fn elem_name<'a>(&'a self, target: &'a HtmlHandle) -> ExpandedName<'a> {
        target.name.expanded()
    }

    fn create_element(&self, name: QualName, attributes: Vec<Attribute>, _: ElementFlags) -> HtmlHandle {
        let at = self.push(HtmlKind::Element(name.local.to_string(), attribute_pairs(attributes)));
        HtmlHandle { at, name: Rc::new(name) }
    }

    fn create_comment(&self, _: StrTendril) -> HtmlHandle {
        Self::handle(self.push(HtmlKind::Other))
    }

    fn create_pi(&self, _: StrTendril, _: StrTendril) -> HtmlHandle {
        Self::handle(self.push(HtmlKind::Other))
    }

    fn append(&self, parent: &HtmlHandle, child: NodeOrText<HtmlHandle>) {
        self.insert(parent.at, None, child);
    }

    fn append_based_on_parent_node(&self, element: &HtmlHandle, previous: &HtmlHandle, child: NodeOrText<HtmlHandle>) {
        // Foster parenting (HTML Standard): what stands in a table outside its cells is shown before the table.
        match self.parent_and_place(element.at) {
            Some((parent, place)) => self.insert(parent, Some(place), child),
            None => self.append(previous, child),
        }
    }

    fn append_doctype_to_document(&self, _: StrTendril, _: StrTendril, _: StrTendril) {}

    /// A template is not shown, wherever its content is kept.
    fn get_template_contents(&self, target: &HtmlHandle) -> HtmlHandle {
        target.clone()
    }

    fn same_node(&self, one: &HtmlHandle, other: &HtmlHandle) -> bool {
        one.at == other.at
    }

    fn set_quirks_mode(&self, _: QuirksMode) {}

    fn append_before_sibling(&self, sibling: &HtmlHandle, child: NodeOrText<HtmlHandle>) {
        // Taken from its old place first, since that may be before the sibling, whose place would then be another.
        if let NodeOrText::AppendNode(node) = &child {
            self.detach(node.at);
        }
        if let Some((parent, place)) = self.parent_and_place(sibling.at) {
            self.insert(parent, Some(place), child);
        }
    }

    fn add_attrs_if_missing(&self, target: &HtmlHandle, attributes: Vec<Attribute>) {
        let mut tree = self.tree.borrow_mut();
        if let HtmlKind::Element(_, known) = &mut tree.nodes[target.at].kind {
            for (name, value) in attribute_pairs(attributes) {
                if known.iter().all(|(other, _)| *other != name) {
                    known.push((name, value));
                }
            }
        }
    }

    fn remove_from_parent(&self, target: &HtmlHandle) {
        self.detach(target.at);
    }

    fn reparent_children(&self, node: &HtmlHandle, parent: &HtmlHandle) {
        let children = std::mem::take(&mut self.tree.borrow_mut().nodes[node.at].children);
        for child in children {
            self.tree.borrow_mut().nodes[child].parent = None;
            self.put(parent.at, None, child);
        }
    }

    fn set_current_line(&self, line: u64) {
        self.line.set(usize::try_from(line).unwrap_or(usize::MAX));
    }
}
