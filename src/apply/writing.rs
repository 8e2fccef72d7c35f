//! A document's file brought to what an amending text makes of it, edit by edit in its place.

use std::collections::{BTreeMap, BTreeSet};

use super::levels::{DivisionLevels, is_second_paragraph};
use super::paths::{division_path, provision_path};
use super::text::{quoted, rewritten_source};
use crate::compare::Side;
use crate::compare::amend::carry::{CarriedNode, NodeOrigin, tree_of};
use crate::content::{EditError, EditPath, Kind, Landing, PathStep, YamlEditor};
use crate::corpus::{Document, Role};

/// A file that is being written.
pub(super) struct FileWriter<'f> {
    pub(super) editor: YamlEditor,
    pub(super) side: &'f Side<'f>,
    pub(super) document: &'f Document,
    /// The ids of new provisions that are taken.
    taken: BTreeSet<String>,
    /// The paths of paragraphs that became the first of their articles, and of these.
    moved: Vec<(EditPath, EditPath)>,
    /// The ids of paragraphs that were the first of their articles, by these.
    demoted: BTreeMap<usize, String>,
    /// The levels of the division that is being written.
    pub(super) levels: DivisionLevels,
    /// Those of a new division, which stand in no file yet.
    pub(super) fresh_levels: Option<Vec<String>>,
    pub(super) untranslated: Vec<String>,
    /// The provisions in which references became letters.
    pub(super) unlinked: Vec<String>,
}

/// The keys of a provision that a first paragraph brings with it, among those before and after them.
pub(super) const PROVISION_KEYS: [&str; 9] =
    ["id", "level", "branch", "number", "caption", "ja", "en", "items", "paragraphs"];

impl<'f> FileWriter<'f> {
    pub(super) fn new(editor: YamlEditor, side: &'f Side<'f>, document: &'f Document) -> Self {
        let anchors = side.items.iter().flat_map(|item| item.anchor.split('.'));
        Self {
            editor,
            side,
            document,
            taken: anchors.map(str::to_owned).collect(),
            moved: Vec::new(),
            demoted: BTreeMap::new(),
            levels: DivisionLevels::default(),
            fresh_levels: None,
            untranslated: Vec::new(),
            unlinked: Vec::new(),
        }
    }

    pub(super) fn text(&self) -> String {
        self.editor.text().to_owned()
    }

    /// Takes out what is gone, then puts in what is new.
    pub(super) fn structure(&mut self, tree: &CarriedNode) -> Result<(), EditError> {
        let mut kept = BTreeSet::new();
        let mut promoted: Vec<(usize, usize)> = Vec::new();
        let mut demoted: Vec<(usize, String)> = Vec::new();
        visit_nodes(tree, &mut |node| {
            if let NodeOrigin::Item(at) = node.origin {
                kept.insert(at);
                promoted.extend(node.promoted.map(|paragraph| (at, paragraph)));
                let later = node.below.iter().filter_map(|below| below.demoted);
                demoted.extend(later.map(|article| (article, node.text.clone())));
            }
        });
        kept.extend(promoted.iter().map(|(_, paragraph)| *paragraph));
        self.free_references(tree, &kept)?;
        let mut at = 0;
        while at < self.side.items.len() {
            if kept.contains(&at) {
                at += 1;
                continue;
            }
            if let Some(path) = self.path(at) {
                self.editor.remove(&path)?;
            }
            // What stands below it went with it.
            let depth = self.side.items[at].depth;
            at += 1 + self.side.items[at + 1..].iter().take_while(|item| item.depth > depth).count();
        }
        for (article, paragraph) in promoted {
            self.promote(article, paragraph)?;
        }
        for (article, text) in demoted {
            self.demote(article, &text)?;
        }
        self.branches(tree)?;
        self.children(tree, &EditPath::root(), None)
    }

    /// Gives `article` the words and items of `paragraph`, which is now its first, as they are written there.
    fn promote(&mut self, article: usize, paragraph: usize) -> Result<(), EditError> {
        let (Some(to), Some(from)) = (self.path(article), self.path(paragraph)) else { return Ok(()) };
        for key in ["ja", "en", "items"] {
            if self.editor.contains(&to.clone().key(key)) {
                self.editor.remove(&to.clone().key(key))?;
            }
            if self.editor.contains(&from.clone().key(key)) {
                let landing = Landing::InOrder(PROVISION_KEYS.map(str::to_owned).to_vec());
                self.editor.relocate(&from.clone().key(key), &to, &landing)?;
            }
        }
        self.editor.remove(&from)?;
        self.moved.push((from, to));
        Ok(())
    }

    /// Gives the words and items of `article` to a new paragraph, and the article `text` in their place.
    fn demote(&mut self, article: usize, text: &str) -> Result<(), EditError> {
        let Some(from) = self.path(article) else { return Ok(()) };
        if let Some(division) = self.side.items[article].division {
            self.levels = DivisionLevels::of_division(&self.editor, &division_path(division.role, &division.anchor));
            self.number_paragraphs("２")?;
        }
        let id = self.fresh_id();
        self.insert(&from, "paragraphs", None, &format!("id: {id}\n"))?;
        let to = from.clone().key("paragraphs").id(&id);
        let landing = Landing::InOrder(PROVISION_KEYS.map(str::to_owned).to_vec());
        for key in ["ja", "en", "items", "table"] {
            if self.editor.contains(&from.clone().key(key)) {
                self.editor.relocate(&from.clone().key(key), &to, &landing)?;
            }
        }
        self.editor.insert_key(&from, &landing, "ja", &quoted(text))?;
        self.moved.push((from.key("items"), to.key("items")));
        self.demoted.insert(article, id);
        Ok(())
    }

    /// The path of an item of the side.
    pub(super) fn path(&self, at: usize) -> Option<EditPath> {
        let item = &self.side.items[at];
        let path = match (item.provision, item.division) {
            (Some(_), _) => provision_path(self.document, item.anchor)?,
            (None, Some(division)) => division_path(division.role, &division.anchor),
            (None, None) => return None,
        };
        let moved = self.moved.iter().find_map(|(from, to)| {
            let rest = path.steps().strip_prefix(from.steps())?;
            Some(rest.iter().cloned().fold(to.clone(), EditPath::then))
        });
        Some(moved.unwrap_or(path))
    }

    /// Puts in the new ones among what stands below `node`, whose path is `home`; their place gives them the level `next`.
    fn children(&mut self, node: &CarriedNode, home: &EditPath, next: Option<usize>) -> Result<(), EditError> {
        if node.below.iter().any(|below| below.is_row) {
            self.rows(node, home)?;
        }
        let mut before: Vec<(String, PathStep)> = Vec::new();
        for below in node.below.iter().filter(|below| !below.is_row) {
            let list = list_of(node, below);
            match below.origin {
                NodeOrigin::Whole => {
                    let next = self.depth_below(node, below, &EditPath::root(), next);
                    self.children(below, &EditPath::root(), next)?;
                }
                NodeOrigin::Row(_) => {}
                NodeOrigin::Item(at) => {
                    let Some(path) = self.path(at) else { continue };
                    let id = path.steps().last().cloned();
                    before.extend(id.map(|id| (list.clone(), id)));
                    let next = self.depth_below(node, below, &path, next);
                    self.children(below, &path, next)?;
                }
                NodeOrigin::New if below.demoted.is_some() => {
                    let Some(id) = below.demoted.and_then(|article| self.demoted.get(&article)).cloned() else {
                        continue;
                    };
                    before.push((list.clone(), PathStep::Id(id.clone())));
                    self.children(below, &home.clone().key(list).id(id), next)?;
                }
                NodeOrigin::New => {
                    let last = before.iter().rev().find(|(own, _)| *own == list).map(|(_, step)| step.clone());
                    let id = self.fresh_id();
                    let yaml = match below.role {
                        Some(role) => self.division_yaml(below, role, &id)?,
                        None => self.provision_yaml(below, node, &id, next)?,
                    };
                    self.insert(home, &list, last, &yaml)?;
                    before.push((list, PathStep::Id(id)));
                }
            }
        }
        Ok(())
    }

    /// The level that what stands below `below` takes by its place, from that of `below` itself.
    fn depth_below(
        &mut self,
        node: &CarriedNode,
        below: &CarriedNode,
        path: &EditPath,
        next: Option<usize>,
    ) -> Option<usize> {
        if below.role.is_some() {
            self.levels = DivisionLevels::of_division(&self.editor, path);
            return (!self.levels.is_empty()).then_some(0);
        }
        match self.editor.scalar(&path.clone().key("item_level")).ok().flatten() {
            Some(word) => Kind::from_word(word).and_then(|kind| self.levels.place_of(kind)),
            None if is_second_paragraph(node, below) => next,
            None => below.kind.and_then(|kind| self.levels.place_of(kind)).map(|place| place + 1),
        }
    }

    fn insert(&mut self, parent: &EditPath, list: &str, after: Option<PathStep>, yaml: &str) -> Result<(), EditError> {
        let path = parent.clone().key(list);
        if !self.editor.contains(&path) {
            let block: String = yaml
                .lines()
                .enumerate()
                .map(|(at, line)| format!("{}{line}\n", if at == 0 { "- " } else { "  " }))
                .collect();
            return self.editor.insert_key(parent, &Landing::Last, list, &block);
        }
        let landing = after.map_or(Landing::First, Landing::After);
        self.editor.insert(&path, &landing, yaml)
    }

    pub(super) fn fresh_id(&mut self) -> String {
        // One more than are taken is free.
        let most = self.taken.len() + 1;
        let id = (1..=most).map(|number| format!("added-{number}")).find(|id| !self.taken.contains(id));
        let id = id.unwrap_or_default();
        self.taken.insert(id.clone());
        id
    }

    /// Writes words, captions and numbers that differ from those of `tree`, provision by provision.
    pub(super) fn words(&mut self, tree: &CarriedNode) -> Result<(), EditError> {
        let now = tree_of(self.side);
        if now.caption != tree.caption {
            self.editor.set(&EditPath::root().key("title").key("ja"), &quoted(&tree.caption))?;
        }
        self.words_below(&now, tree)
    }

    fn words_below(&mut self, now: &CarriedNode, wanted: &CarriedNode) -> Result<(), EditError> {
        let mut counted_anew = false;
        for (own, target) in now.below.iter().zip(&wanted.below) {
            if let NodeOrigin::Item(at) = own.origin
                && let Some(path) = self.path(at)
            {
                let number = number_of(&target.own);
                if own.own != target.own && own.kind.is_some() && !counted_anew {
                    if let Some(number) = number {
                        self.editor.set(&path.clone().key("number"), &number)?;
                    } else if let Some((first, last)) = run_numbers(&target.own) {
                        self.editor.set(&path.clone().key("number"), &first)?;
                        self.editor.set(&path.clone().key("to"), &last)?;
                    }
                    counted_anew = true;
                }
                self.node_words(at, &path, own, target)?;
                if own.columns != target.columns {
                    self.cells(&path.clone().key("columns"), &own.columns, &target.columns)?;
                }
                if own.below.iter().any(|below| below.is_row) {
                    self.row_words(at, &path, own, target)?;
                }
            }
            self.words_below(own, target)?;
        }
        Ok(())
    }

    fn node_words(
        &mut self,
        at: usize,
        path: &EditPath,
        own: &CarriedNode,
        target: &CarriedNode,
    ) -> Result<(), EditError> {
        let is_division = own.role.is_some();
        let is_alone = |node: &CarriedNode| node.text.is_empty() && !node.caption.is_empty();
        // A block cannot tell what stands alone beside a number: a caption or a text.
        let is_same_alone = is_alone(own) && target.caption.is_empty() && target.text == own.caption;
        if is_alone(own) && target.caption.is_empty() && !target.text.is_empty() && !is_same_alone {
            let caption = path.clone().key(if is_division { "title" } else { "caption" }).key("ja");
            return self.editor.set(&caption, &quoted(&target.text));
        }
        if own.caption != target.caption && !is_same_alone {
            let caption = path.clone().key(if is_division { "title" } else { "caption" });
            if target.caption.is_empty() {
                self.editor.remove(&caption)?;
            } else if self.editor.contains(&caption.clone().key("ja")) {
                self.editor.set(&caption.key("ja"), &quoted(&target.caption))?;
            } else {
                let order = ["id", "level", "branch", "number", "caption", "ja"].map(str::to_owned).to_vec();
                let value = format!("{{ja: {}}}", quoted(&target.caption));
                self.editor.insert_key(path, &Landing::InOrder(order), "caption", &value)?;
            }
        }
        if own.text != target.text && !is_same_alone {
            let text = path.clone().key("ja");
            let source = self.editor.scalar(&text).ok().flatten().unwrap_or_default().to_owned();
            let references = |source: &str| source.matches("[](").count();
            let before = references(&source);
            let source = rewritten_source(&source, &own.text, &target.text);
            if references(&source) < before {
                self.unlinked.push(self.document.cite(self.side.items[at].anchor, crate::base::locale::Lang::Ja));
            }
            if target.text.is_empty() {
                self.editor.remove(&text)?;
            } else {
                self.editor.set(&text, &quoted_source(&source))?;
            }
            let is_translated = self.editor.contains(&path.clone().key("en"));
            if is_translated {
                self.untranslated.push(self.document.cite(self.side.items[at].anchor, crate::base::locale::Lang::Ja));
            }
        }
        Ok(())
    }
}

/// A text's source as a YAML scalar.
pub(super) fn quoted_source(source: &str) -> String {
    // JSON's strings are YAML's.
    serde_json::Value::String(source.to_owned()).to_string()
}

/// The key of the list in which `below` stands below `node`.
pub(super) fn list_of(node: &CarriedNode, below: &CarriedNode) -> String {
    let is_document = node.role.is_none() && node.kind.is_none() && node.origin == NodeOrigin::Whole;
    let key = match below.role {
        Some(Role::Supplementary) => "supplementary",
        Some(Role::Appendix) => "appendices",
        Some(Role::Body) => "body",
        None if node.role.is_some() => "body",
        None if is_document => "notes",
        None if below.kind == Some(Kind::Paragraph) && node.kind == Some(Kind::Article) => "paragraphs",
        None => "items",
    };
    key.to_owned()
}

/// The number of a name without branches: 3 of 第三号.
fn number_of(own: &str) -> Option<String> {
    let numbers = crate::base::notation::numbers::numbers(own);
    let [number] = numbers.as_slice() else { return None };
    Some(number.value.to_string())
}

/// The first and the last number of a name that stands for several: 2 and 4 of 第二条から第四条まで.
pub(super) fn run_numbers(own: &str) -> Option<(String, String)> {
    let ends = own.strip_suffix("まで").and_then(|own| own.split_once("から")).or_else(|| own.split_once("及び"));
    ends.and_then(|(first, last)| Some((number_of(first)?, number_of(last)?)))
}

/// Shows `visit` all nodes, each before what stands below it.
pub(super) fn visit_nodes(node: &CarriedNode, visit: &mut impl FnMut(&CarriedNode)) {
    visit(node);
    for below in &node.below {
        visit_nodes(below, visit);
    }
}
