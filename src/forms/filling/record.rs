//! The data of one form, with the places of its values.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde_json::Value as Json;

use crate::base::diagnostics::Place;
use crate::content::{Value, YamlNode};

/// The data of one form, and where it stands.
#[derive(Debug)]
pub struct FormRecord {
    /// Its number: the row of the spreadsheet, with its head as row 1, or the place in the list.
    pub number: usize,
    /// The data of the record.
    pub data: Json,
    /// The place of the record.
    pub place: Place,
    /// The places of its cells, by path, in a table.
    pub cells: BTreeMap<String, Place>,
    /// The places of JSON, which reads as YAML but for some escapes of letters.
    tree: Option<Arc<YamlNode>>,
}

impl FormRecord {
    /// A line of a table.
    pub(super) fn of_table(number: usize, data: Json, place: Place, cells: BTreeMap<String, Place>) -> Self {
        Self { number, data, place, cells, tree: None }
    }

    /// An element of a list in JSON, or the only record; it stands where `tree` says, or else in `file` as a whole.
    pub(super) fn of_list(number: usize, data: Json, file: &Place, tree: Option<Arc<YamlNode>>) -> Self {
        let record = Self { number, data, place: file.clone(), cells: BTreeMap::new(), tree };
        let place = record.tree_node().map_or_else(|| record.place.clone(), |node| node.place.clone());
        Self { place, ..record }
    }

    /// Returns the place of the value of `path`, as near as can be told.
    #[must_use]
    pub fn place_of(&self, path: &str) -> Place {
        let in_tree = || Some(nearest_node(self.tree_node()?, path)?.place.clone());
        self.cells.get(path).cloned().or_else(in_tree).unwrap_or_else(|| self.place.clone())
    }

    /// The record in the tree.
    fn tree_node(&self) -> Option<&YamlNode> {
        let tree = self.tree.as_deref()?;
        match &tree.value {
            Value::List(list) => list.get(self.number - 1),
            Value::Null | Value::Scalar(_) | Value::Map(_) => Some(tree),
        }
    }
}

/// The node of `users[1].name` below `node`, or the nearest above it that there is.
fn nearest_node<'a>(node: &'a YamlNode, path: &str) -> Option<&'a YamlNode> {
    let mut found = node;
    for part in path.split(['.', '[']) {
        let next = match (&found.value, part.strip_suffix(']')) {
            (Value::List(list), Some(row)) => list.get(row.parse::<usize>().ok()?.checked_sub(1)?),
            (Value::Map(entries), None) => entries.iter().find(|(key, _, _)| key == part).map(|(_, _, node)| node),
            _ => None,
        };
        match next {
            Some(next) => found = next,
            None => break,
        }
    }
    Some(found)
}
