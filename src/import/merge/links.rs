//! References by id in texts that moved from one file to another, or whose targets did.

use std::collections::{BTreeMap, BTreeSet};

use crate::content::{Text, WrittenCellTable, WrittenProvision};

/// New names of what references name.
#[derive(Debug, Default)]
pub(super) struct Renamed {
    /// Anchors of the document.
    pub(super) anchors: BTreeMap<String, String>,
    /// Ids of forms.
    pub(super) forms: BTreeMap<String, String>,
    /// Ids of appended tables.
    pub(super) tables: BTreeMap<String, String>,
}

impl Renamed {
    /// Whether every name is as it was.
    pub(super) fn is_empty(&self) -> bool {
        let same = |names: &BTreeMap<String, String>| names.iter().all(|(old, new)| old == new);
        same(&self.anchors) && same(&self.forms) && same(&self.tables)
    }

    /// `target`, as a link has it, by its new name.
    pub(super) fn target(&self, target: &str) -> String {
        let renamed = |names: &BTreeMap<String, String>, name: &str| names.get(name).cloned();
        let found = if let Some((document, anchor)) = target.split_once('#').filter(|(head, _)| !head.contains(':')) {
            // #use/first/relative names a part of the provision, and how it is cited.
            let (anchor, part) = anchor.split_at(anchor.find('/').unwrap_or(anchor.len()));
            renamed(&self.anchors, anchor).map(|anchor| format!("{document}#{anchor}{part}"))
        } else if let Some(form) = target.strip_prefix("form:") {
            renamed(&self.forms, form).map(|form| format!("form:{form}"))
        } else if let Some(table) = target.strip_prefix("table:") {
            renamed(&self.tables, table).map(|table| format!("table:{table}"))
        } else {
            None
        };
        found.unwrap_or_else(|| target.to_owned())
    }

    /// `text` with the new names in its links.
    pub(super) fn text(&self, text: &Text) -> Text {
        let mut out = String::with_capacity(text.value.len());
        let mut rest = text.value.as_str();
        while let Some(begin) = rest.find("](") {
            let (head, tail) = rest.split_at(begin + "](".len());
            out.push_str(head);
            let end = tail.find(')').unwrap_or(tail.len());
            out.push_str(&self.target(&tail[..end]));
            rest = &tail[end..];
        }
        out.push_str(rest);
        Text { value: out, place: text.place.clone() }
    }

    /// The YAML of a file with the new names in the links of its texts and in its basis.
    pub(super) fn file(&self, yaml: &str) -> String {
        let links = self.text(&yaml.into()).value;
        let line = |line: &str| match line.strip_prefix("basis: ") {
            Some(target) => format!("basis: {}\n", self.target(target)),
            None => format!("{line}\n"),
        };
        links.lines().map(line).collect()
    }

    /// Renames in the texts of a provision, without what stands below it.
    pub(super) fn provision(&self, one: &mut WrittenProvision) {
        if self.is_empty() {
            return;
        }
        let texts = [&mut one.ja, &mut one.en].into_iter().flatten();
        let notes = one.editor_notes.iter_mut().flat_map(|note| std::iter::once(&mut note.ja).chain(&mut note.en));
        for text in texts.chain(notes) {
            *text = self.text(text);
        }
        for with in one.meets.iter_mut().flat_map(|mapping| &mut mapping.with) {
            with.value = self.target(&with.value);
        }
        if let Some(table) = &mut one.table {
            self.table(table);
        }
    }

    fn table(&self, table: &mut WrittenCellTable) {
        for cell in table.head.iter_mut().chain(&mut table.rows).flatten() {
            for text in [&mut cell.ja, &mut cell.en].into_iter().flatten() {
                *text = self.text(text);
            }
        }
    }
}

/// Where `files` name one of the anchors `gone` in a reference.
pub(super) fn named(files: &[(String, String)], gone: &BTreeSet<&str>) -> Vec<String> {
    let mut found = Vec::new();
    for (path, text) in files {
        for (number, line) in text.lines().enumerate() {
            let anchors = line.split('#').skip(1).map(|rest| {
                let end = rest.find(|letter: char| !(letter.is_ascii_alphanumeric() || "-.".contains(letter)));
                &rest[..end.unwrap_or(rest.len())]
            });
            if anchors.into_iter().any(|anchor| gone.contains(anchor)) {
                found.push(format!("{path}:{}", number + 1));
            }
        }
    }
    found
}
