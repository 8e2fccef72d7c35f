//! The data of one form, with the places of its values.

use std::collections::BTreeMap;
use std::sync::{Arc, OnceLock};

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
    /// The places of everything in it by path, found when first asked for: data may have a fault in each of its rows.
    places: OnceLock<BTreeMap<String, Place>>,
}

impl FormRecord {
    /// A line of a table.
    pub(super) fn of_table(number: usize, data: Json, place: Place, cells: BTreeMap<String, Place>) -> Self {
        Self { number, data, place, cells, tree: None, places: OnceLock::new() }
    }

    /// An element of a list in JSON, or the only record; it stands where `tree` says, or else in `file` as a whole.
    pub(super) fn of_list(number: usize, data: Json, file: &Place, tree: Option<Arc<YamlNode>>) -> Self {
        let record = Self { number, data, place: file.clone(), cells: BTreeMap::new(), tree, places: OnceLock::new() };
        let place = record.tree_node().map_or_else(|| record.place.clone(), |node| node.place.clone());
        Self { place, ..record }
    }

    /// Returns the place of the value of `path`, as near as can be told.
    #[must_use]
    pub fn place_of(&self, path: &str) -> Place {
        let in_tree = || {
            let places = self.places.get_or_init(|| {
                let mut places = BTreeMap::new();
                if let Some(node) = self.tree_node() {
                    collect(node, String::new(), &mut places);
                }
                places
            });
            upwards(path).find_map(|path| places.get(path)).cloned()
        };
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

/// Notes the place of `node` and of everything below it; `path` is its own.
fn collect(node: &YamlNode, path: String, places: &mut BTreeMap<String, Place>) {
    match &node.value {
        Value::List(list) => {
            for (at, node) in list.iter().enumerate() {
                collect(node, format!("{path}[{}]", at + 1), places);
            }
        }
        Value::Map(entries) => {
            for (key, _, node) in entries {
                collect(node, if path.is_empty() { key.clone() } else { format!("{path}.{key}") }, places);
            }
        }
        Value::Null | Value::Scalar(_) => {}
    }
    // Of a key that stands twice the first counts.
    places.entry(path).or_insert_with(|| node.place.clone());
}

/// `users[1].name`, `users[1]`, `users`.
fn upwards(path: &str) -> impl Iterator<Item = &str> {
    std::iter::successors(Some(path), |path| path.rfind(['.', '[']).map(|end| &path[..end]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_leads_upwards_to_what_there_is() {
        assert_eq!(upwards("users[12].name").collect::<Vec<_>>(), ["users[12].name", "users[12]", "users"]);
    }
}
