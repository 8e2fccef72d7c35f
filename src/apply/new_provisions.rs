//! Provisions and divisions that a sentence puts in, as YAML.

use super::cells::cell_of;
use super::levels::{DivisionLevels, TakenLevel, branches_of, is_second_paragraph, paragraph_style};
use super::text::quoted;
use super::writing::{FileWriter, list_of, run_numbers};
use crate::compare::BETWEEN_CELLS;
use crate::compare::amend::carry::{CarriedNode, NodeOrigin};
use crate::content::{EditError, EditPath, Kind, Landing};
use crate::corpus::Role;

/// The keys of a document before its levels.
const BEFORE_LEVELS: [&str; 12] = [
    "title",
    "short_title",
    "standing",
    "source",
    "enacted",
    "amended",
    "dates",
    "cover",
    "id",
    "topic",
    "label",
    "levels",
];

impl FileWriter<'_> {
    /// A new division as YAML, in lines.
    pub(super) fn division_yaml(&mut self, node: &CarriedNode, role: Role, id: &str) -> Result<String, EditError> {
        let mut out = format!("id: {id}\nlabel: {{ja: {}}}\n", quoted(&node.label));
        if !node.caption.is_empty() {
            out.push_str(&format!("title: {{ja: {}}}\n", quoted(&node.caption)));
        }
        let divisions = self.document.divisions.iter().filter(|division| division.role == role);
        let models: Vec<String> = divisions.map(|division| division.anchor.clone()).collect();
        let (levels, written) = match DivisionLevels::for_new(&self.editor, role, &models, node) {
            Some(levels) => {
                let written = self.levels_at(&levels.home);
                (levels, written)
            }
            None => (DivisionLevels::default(), String::new()),
        };
        let outer = std::mem::replace(&mut self.levels, levels);
        let is_fresh = self.levels.is_empty();
        self.fresh_levels = is_fresh.then(Vec::new);
        let below = self.below_yaml(node, "body", Some(0));
        let fresh = self.fresh_levels.take().unwrap_or_default();
        self.levels = outer;
        out.push_str(&written);
        if !fresh.is_empty() {
            out.push_str("levels:\n");
            for level in &fresh {
                out.push_str(&format!("  - {level}\n"));
            }
        }
        if is_fresh && let Some(style) = paragraph_label(node) {
            out.push_str(&format!("paragraph: {style}\n"));
        }
        Ok(out + &below?)
    }

    /// A new provision as YAML, in lines; its place below `above` gives it the level `next`.
    pub(super) fn provision_yaml(
        &mut self,
        node: &CarriedNode,
        above: &CarriedNode,
        id: &str,
        next: Option<usize>,
    ) -> Result<String, EditError> {
        let mut out = format!("id: {id}\n");
        let mut next_below = next;
        if node.label.is_empty() {
            let is_kept_bare = above
                .below
                .iter()
                .any(|own| own.origin != NodeOrigin::New && own.label.is_empty() && own.kind.is_some());
            if !is_kept_bare {
                out.push_str("level: none\n");
                next_below = None;
            }
        } else if is_second_paragraph(above, node) {
            self.number_paragraphs(&node.label)?;
        } else if let Some(taken) = self.take_level(node, next)? {
            if let Some(word) = taken.named {
                out.push_str(&format!("level: {word}\n"));
            }
            next_below = Some(taken.place + 1);
        }
        let branches = branches_of(&node.label);
        if branches > 0 {
            out.push_str(&format!("branch: {branches}\n"));
        }
        if let Some((first, last)) = run_numbers(&node.own) {
            out.push_str(&format!("number: {first}\nto: {last}\n"));
        }
        if !node.caption.is_empty() {
            out.push_str(&format!("caption: {{ja: {}}}\n", quoted(&node.caption)));
        }
        if !node.text.is_empty() {
            out.push_str(&format!("ja: {}\n", quoted(&node.text)));
        }
        out.push_str(&table_yaml(node));
        Ok(out + &self.below_yaml(node, "items", next_below)?)
    }

    /// The lists of what stands below a new node, which has `list` for what is no paragraph.
    fn below_yaml(&mut self, node: &CarriedNode, list: &str, next: Option<usize>) -> Result<String, EditError> {
        let mut out = String::new();
        let there = node.below.iter().filter(|below| !below.is_row);
        let (paragraphs, items): (Vec<&CarriedNode>, Vec<&CarriedNode>) =
            there.partition(|below| list == "items" && list_of(node, below) == "paragraphs");
        for (key, below) in [(list, items), ("paragraphs", paragraphs)] {
            if below.is_empty() {
                continue;
            }
            out.push_str(&format!("{key}:\n"));
            for below in below {
                let id = self.fresh_id();
                let yaml = self.provision_yaml(below, node, &id, next)?;
                for (at, line) in yaml.lines().enumerate() {
                    out.push_str(&format!("{}{line}\n", if at == 0 { "  - " } else { "    " }));
                }
            }
        }
        Ok(out)
    }

    /// The level of a new provision, which is added to those of its division where they have none for it.
    fn take_level(&mut self, node: &CarriedNode, next: Option<usize>) -> Result<Option<TakenLevel>, EditError> {
        // Where nothing is numbered, a first level would number what is there.
        if self.levels.is_empty() && self.fresh_levels.is_none() {
            return Ok(None);
        }
        let Some(mut taken) = self.levels.take(node, next) else { return Ok(None) };
        if let Some(level) = taken.added.take() {
            match &mut self.fresh_levels {
                Some(fresh) => fresh.push(level),
                None => {
                    let list = self.levels.home.clone().key("levels");
                    self.editor.insert(&list, &Landing::Last, &level)?;
                }
            }
        }
        Ok(Some(taken))
    }

    /// Says how second paragraphs are numbered, in a division that has had none.
    pub(super) fn number_paragraphs(&mut self, label: &str) -> Result<(), EditError> {
        let has_bare = self
            .side
            .items
            .iter()
            .filter_map(|item| item.provision)
            .any(|provision| provision.kind == Some(Kind::Paragraph) && provision.label.ja.is_empty());
        if self.levels.numbers_paragraphs || self.fresh_levels.is_some() || has_bare {
            return Ok(());
        }
        let Some(style) = paragraph_style(label) else { return Ok(()) };
        let home = self.levels.home.clone();
        let order = BEFORE_LEVELS.map(str::to_owned).to_vec();
        self.editor.insert_key(&home, &Landing::InOrder(order), "paragraph", &style)?;
        self.levels.numbers_paragraphs = true;
        Ok(())
    }

    /// The levels of the mapping at `home`, and its style of paragraphs, as they are written there; nothing for the document,
    /// whose divisions take them over.
    fn levels_at(&self, home: &EditPath) -> String {
        if home.steps().is_empty() {
            return String::new();
        }
        let key = |key: &str| {
            let fragment = self.editor.fragment(&home.clone().key(key)).ok()?;
            let lines: String = fragment.lines().map(|line| format!("  {line}\n")).collect();
            Some(format!("{key}:\n{lines}"))
        };
        [key("levels"), key("paragraph")].into_iter().flatten().collect()
    }
}

/// The style of the second paragraphs below `node`, where they are numbered.
fn paragraph_label(node: &CarriedNode) -> Option<String> {
    let own = node.below.iter().find(|below| is_second_paragraph(node, below) && !below.label.is_empty());
    let style = own.and_then(|below| paragraph_style(&below.label));
    style.or_else(|| node.below.iter().find_map(paragraph_label))
}

/// The table of a new provision. What is printed does not tell heads from rows; by custom the first line of several heads the others.
fn table_yaml(node: &CarriedNode) -> String {
    let rows: Vec<String> = node
        .below
        .iter()
        .filter(|below| below.is_row)
        .map(|row| format!("[{}]", row.text.split(BETWEEN_CELLS).map(cell_of).collect::<Vec<_>>().join(", ")))
        .collect();
    let (head, rows) = rows.split_at(usize::from(rows.len() > 1));
    let mut out = String::new();
    if !rows.is_empty() {
        out.push_str("table:\n");
    }
    for (key, lines) in [("head", head), ("rows", rows)] {
        if !lines.is_empty() {
            out.push_str(&format!("  {key}:\n"));
            for line in lines {
                out.push_str(&format!("    - {line}\n"));
            }
        }
    }
    out
}
