//! A document's file brought to what an amending text makes of it, edit by edit in its place.

use std::collections::BTreeSet;

use super::paths::{division_path, provision_path};
use super::text::{quoted, rewritten_source};
use crate::base::notation::values::values;
use crate::compare::amend::carry::{CarriedNode, NodeOrigin, TypedAmendment, tree_of};
use crate::compare::{BETWEEN_CELLS, Side};
use crate::content::{EditError, EditPath, Kind, Landing, PathStep, YamlEditor, parse_date};
use crate::corpus::{Document, Role};

/// A file that is being written.
pub(super) struct FileWriter<'f> {
    editor: YamlEditor,
    side: &'f Side<'f>,
    document: &'f Document,
    /// The ids of new provisions that are taken.
    taken: BTreeSet<String>,
    pub(super) untranslated: Vec<String>,
    /// The provisions in which references became letters.
    pub(super) unlinked: Vec<String>,
}

/// The keys of a document before its list of amendments.
const BEFORE_AMENDED: [&str; 7] = ["title", "short_title", "standing", "source", "enacted", "amended", "dates"];

impl<'f> FileWriter<'f> {
    pub(super) fn new(editor: YamlEditor, side: &'f Side<'f>, document: &'f Document) -> Self {
        let anchors = side.items.iter().flat_map(|item| item.anchor.split('.'));
        Self {
            editor,
            side,
            document,
            taken: anchors.map(str::to_owned).collect(),
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
        visit_nodes(tree, &mut |node| {
            if let NodeOrigin::Item(at) = node.origin {
                kept.insert(at);
            }
        });
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
        self.children(tree, &EditPath::root())
    }

    /// The path of an item of the side.
    fn path(&self, at: usize) -> Option<EditPath> {
        let item = &self.side.items[at];
        match (item.provision, item.division) {
            (Some(_), _) => provision_path(self.document, item.anchor),
            (None, Some(division)) => Some(division_path(division.role, &division.anchor)),
            (None, None) => None,
        }
    }

    /// Puts in the new ones among what stands below `node`, whose path is `home`.
    fn children(&mut self, node: &CarriedNode, home: &EditPath) -> Result<(), EditError> {
        if node.below.iter().any(|below| below.is_row) {
            self.rows(node, home)?;
        }
        let mut before: Vec<(String, PathStep)> = Vec::new();
        for below in node.below.iter().filter(|below| !below.is_row) {
            let list = list_of(node, below);
            match below.origin {
                NodeOrigin::Whole => self.children(below, &EditPath::root())?,
                NodeOrigin::Row(_) => {}
                NodeOrigin::Item(at) => {
                    let Some(path) = self.path(at) else { continue };
                    let id = path.steps().last().cloned();
                    before.extend(id.map(|id| (list.clone(), id)));
                    self.children(below, &path)?;
                }
                NodeOrigin::New => {
                    let last = before.iter().rev().find(|(own, _)| *own == list).map(|(_, step)| step.clone());
                    let id = self.fresh_id();
                    let yaml = self.yaml_of(below, node, &id);
                    self.insert(home, &list, last, &yaml)?;
                    before.push((list, PathStep::Id(id)));
                }
            }
        }
        Ok(())
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

    fn fresh_id(&mut self) -> String {
        // One more than are taken is free.
        let most = self.taken.len() + 1;
        let id = (1..=most).map(|number| format!("added-{number}")).find(|id| !self.taken.contains(id));
        let id = id.unwrap_or_default();
        self.taken.insert(id.clone());
        id
    }

    /// A new provision or division as YAML, in lines.
    fn yaml_of(&mut self, node: &CarriedNode, above: &CarriedNode, id: &str) -> String {
        let mut out = format!("id: {id}\n");
        let list = if let Some(role) = node.role {
            out.push_str(&format!("label: {{ja: {}}}\n", quoted(&node.label)));
            if !node.caption.is_empty() {
                out.push_str(&format!("title: {{ja: {}}}\n", quoted(&node.caption)));
            }
            if let Some(levels) =
                self.levels_like(role).filter(|_| node.below.iter().any(|below| !below.label.is_empty()))
            {
                out.push_str(&levels);
            }
            "body"
        } else {
            let branches = node.label.matches('の').count();
            if branches > 0 && node.label.starts_with('第') {
                out.push_str(&format!("branch: {branches}\n"));
            }
            if let Some((first, last)) = run_numbers(&node.own) {
                out.push_str(&format!("number: {first}\nto: {last}\n"));
            }
            let is_unnumbered = node.label.is_empty()
                && !above
                    .below
                    .iter()
                    .any(|own| own.origin != NodeOrigin::New && own.label.is_empty() && own.kind.is_some());
            if is_unnumbered {
                out.push_str("level: none\n");
            }
            if !node.caption.is_empty() {
                out.push_str(&format!("caption: {{ja: {}}}\n", quoted(&node.caption)));
            }
            if !node.text.is_empty() {
                out.push_str(&format!("ja: {}\n", quoted(&node.text)));
            }
            "items"
        };
        let (paragraphs, items): (Vec<&CarriedNode>, Vec<&CarriedNode>) = node
            .below
            .iter()
            .filter(|below| !below.is_row)
            .partition(|below| list == "items" && list_of(node, below) == "paragraphs");
        for (key, below) in [(list, items), ("paragraphs", paragraphs)] {
            if below.is_empty() {
                continue;
            }
            out.push_str(&format!("{key}:\n"));
            for below in below {
                let id = self.fresh_id();
                let yaml = self.yaml_of(below, node, &id);
                for (at, line) in yaml.lines().enumerate() {
                    out.push_str(&format!("{}{line}\n", if at == 0 { "  - " } else { "    " }));
                }
            }
        }
        out
    }

    /// The levels of another division of the same role, which a new one takes over.
    fn levels_like(&self, role: Role) -> Option<String> {
        let model = self.document.divisions.iter().find(|division| division.role == role)?;
        let path = division_path(role, &model.anchor).key("levels");
        let levels = self.editor.fragment(&path).ok()?;
        let lines: String = levels.lines().map(|line| format!("  {line}\n")).collect();
        Some(format!("levels:\n{lines}"))
    }

    /// Rows of a table taken out and put in.
    fn rows(&mut self, node: &CarriedNode, home: &EditPath) -> Result<(), EditError> {
        let NodeOrigin::Item(at) = node.origin else { return Ok(()) };
        let Some(table) = self.side.items[at].provision.and_then(|provision| provision.table.as_ref()) else {
            return Ok(());
        };
        let heads = usize::from(table.caption.is_some()) + table.head.len();
        let list = home.clone().key("table").key("rows");
        let kept: BTreeSet<usize> = node
            .below
            .iter()
            .filter_map(|row| match row.origin {
                NodeOrigin::Row(place) => place.checked_sub(heads),
                NodeOrigin::Item(_) | NodeOrigin::Whole | NodeOrigin::New => None,
            })
            .collect();
        for gone in (0..table.rows.len()).rev().filter(|row| !kept.contains(row)) {
            self.editor.remove(&list.clone().index(gone))?;
        }
        let mut place = 0;
        for row in node.below.iter().filter(|below| below.is_row) {
            match row.origin {
                NodeOrigin::Row(own) if own < heads || own >= heads + table.rows.len() => {}
                NodeOrigin::New => {
                    let cells: Vec<String> = row
                        .text
                        .split(BETWEEN_CELLS)
                        .map(|cell| if cell.is_empty() { "{}".to_owned() } else { format!("{{ja: {}}}", quoted(cell)) })
                        .collect();
                    let landing = match place {
                        0 => Landing::First,
                        place => Landing::After(PathStep::Index(place - 1)),
                    };
                    self.editor.insert(&list, &landing, &format!("[{}]", cells.join(", ")))?;
                    place += 1;
                }
                NodeOrigin::Row(_) | NodeOrigin::Item(_) | NodeOrigin::Whole => place += 1,
            }
        }
        Ok(())
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

    fn row_words(
        &mut self,
        at: usize,
        path: &EditPath,
        own: &CarriedNode,
        target: &CarriedNode,
    ) -> Result<(), EditError> {
        let Some(table) = self.side.items[at].provision.and_then(|provision| provision.table.as_ref()) else {
            return Ok(());
        };
        let captions = usize::from(table.caption.is_some());
        let heads = captions + table.head.len();
        let rows = |node: &CarriedNode| {
            node.below.iter().filter(|below| below.is_row).map(|row| row.text.clone()).collect::<Vec<_>>()
        };
        for (place, (now, wanted)) in rows(own).into_iter().zip(rows(target)).enumerate() {
            if now == wanted || place < captions {
                continue;
            }
            let row = if place < heads {
                path.clone().key("table").key("head").index(place - captions)
            } else {
                path.clone().key("table").key("rows").index(place - heads)
            };
            for (cell, (now, wanted)) in now.split(BETWEEN_CELLS).zip(wanted.split(BETWEEN_CELLS)).enumerate() {
                if now != wanted {
                    self.editor.set(&row.clone().index(cell).key("ja"), &quoted(wanted))?;
                }
            }
        }
        Ok(())
    }

    /// Adds the day from which the amendment is in force to those of the document, where its own provisions say it.
    pub(super) fn in_force(&mut self, amendment: &TypedAmendment) {
        let said = amendment.supplementary.iter().filter(|line| line.text.contains("施行する"));
        let day = said
            .flat_map(|line| values(&line.text))
            .find_map(|value| value.value.strip_prefix('@').and_then(parse_date));
        let Some(day) = day.filter(|day| !self.document.amendment_dates().any(|own| own == *day)) else { return };
        let list = EditPath::root().key("amended");
        // A file whose list cannot be edited keeps it; the day is then said by nobody but the amending text.
        let _ = if self.editor.contains(&list) {
            self.editor.insert(&list, &Landing::Last, &day.to_string())
        } else {
            let order = BEFORE_AMENDED.map(str::to_owned).to_vec();
            self.editor.insert_key(&EditPath::root(), &Landing::InOrder(order), "amended", &format!("[{day}]"))
        };
    }
}

/// A text's source as a YAML scalar.
fn quoted_source(source: &str) -> String {
    // JSON's strings are YAML's.
    serde_json::Value::String(source.to_owned()).to_string()
}

/// The key of the list in which `below` stands below `node`.
fn list_of(node: &CarriedNode, below: &CarriedNode) -> String {
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
fn run_numbers(own: &str) -> Option<(String, String)> {
    let ends = own.strip_suffix("まで").and_then(|own| own.split_once("から")).or_else(|| own.split_once("及び"));
    ends.and_then(|(first, last)| Some((number_of(first)?, number_of(last)?)))
}

fn visit_nodes(node: &CarriedNode, visit: &mut impl FnMut(&CarriedNode)) {
    visit(node);
    for below in &node.below {
        visit_nodes(below, visit);
    }
}
