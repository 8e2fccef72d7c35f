//! The data of one form, with the places of its values.

use std::collections::BTreeMap;
use std::sync::{Arc, OnceLock};

use serde_json::Value as Json;

use crate::base::diagnostics::Place;
use crate::content::{Value, YamlNode};

/// The rows and headings of a list from which data came.
#[derive(Debug)]
pub(super) struct ListOrigin {
    /// The numbers of rows, by the beginning of a path (`users[3]`); the empty one is that of the record.
    pub(super) rows: BTreeMap<String, usize>,
    /// Headings with their places, by path; of a table's column without the number of a line.
    pub(super) heads: Arc<BTreeMap<String, (String, Place)>>,
    /// The places that the form has once and columns beside its lines fill, which nobody assigned to them; with whether each row says the
    /// same.
    pub(super) assumed: BTreeMap<String, bool>,
}

/// The row and heading of data that came from no list, as messages take them.
#[must_use]
pub fn nowhere_in_list() -> (String, String) {
    ("none".to_owned(), "none".to_owned())
}

/// `users[3].name` without the number of the line.
pub(super) fn without_line(path: &str) -> String {
    match (path.split_once('['), path.split_once(']')) {
        (Some((block, _)), Some((_, field))) => format!("{block}{field}"),
        _ => path.to_owned(),
    }
}

/// The data of one form, and where it stands.
#[derive(Debug)]
pub struct FormRecord {
    /// Its number among the records, counted from 1.
    pub number: usize,
    /// The data of the record.
    pub data: Json,
    /// The place of the record.
    pub place: Place,
    /// The places of its cells, by path, in a table.
    pub cells: BTreeMap<String, Place>,
    /// The list that it came from, if it did.
    origin: Option<ListOrigin>,
    /// The places of JSON, which reads as YAML but for some escapes of letters.
    tree: Option<Arc<YamlNode>>,
    /// The places of everything in it by path, found when first asked for: data may have a fault in each of its rows.
    places: OnceLock<BTreeMap<String, Place>>,
}

impl FormRecord {
    /// A line of a table.
    pub(super) fn of_table(
        number: usize,
        data: Json,
        place: Place,
        cells: BTreeMap<String, Place>,
        origin: ListOrigin,
    ) -> Self {
        Self { number, data, place, cells, origin: Some(origin), tree: None, places: OnceLock::new() }
    }

    /// Returns the row and the heading of the list that say what stands at `path`, as messages take them.
    #[must_use]
    pub fn place_in_list(&self, path: &str) -> (String, String) {
        let Some(origin) = &self.origin else { return nowhere_in_list() };
        let row = upwards(path).find_map(|path| origin.rows.get(path)).or_else(|| origin.rows.get(""));
        let (no_row, no_heading) = nowhere_in_list();
        let heading = self.heading_of(path).map_or(no_heading, |(heading, _)| heading.clone());
        (row.map_or(no_row, ToString::to_string), heading)
    }

    /// Returns the number by which a person counts what stands at `path`: of a list that fills one form the line, else the record.
    pub(super) fn number_at(&self, path: &str) -> usize {
        let lines =
            || upwards(path).find(|path| self.origin.as_ref().is_some_and(|origin| origin.rows.contains_key(*path)));
        let line = lines().and_then(|path| path.rsplit_once('[')?.1.strip_suffix(']')?.parse().ok());
        line.unwrap_or(self.number)
    }

    /// The heading of the column that says what stands at `path`, with its place.
    pub(super) fn heading_of(&self, path: &str) -> Option<&(String, Place)> {
        let heads = &self.origin.as_ref()?.heads;
        heads.get(path).or_else(|| heads.get(&without_line(path)))
    }

    /// The places that the form has once and columns of the list were assumed to fill, with whether each row says the same.
    pub(super) fn assumed(&self) -> impl Iterator<Item = (&str, bool)> {
        let all = self.origin.iter().flat_map(|origin| &origin.assumed);
        all.map(|(path, in_all)| (path.as_str(), *in_all))
    }

    /// Notes that what stands at `path` is known from elsewhere than the list.
    pub(super) fn take_over(&mut self, path: &str) {
        if self.origin.as_mut().is_some_and(|origin| origin.assumed.remove(path).is_some()) {
            self.cells.remove(path);
        }
    }

    /// Whether the data came from a list that has no column for `path`.
    pub(super) fn lacks_column(&self, path: &str) -> bool {
        self.origin.is_some() && self.heading_of(path).is_none()
    }

    /// An element of a list in JSON, or the only record; it stands where `tree` says, or else in `file` as a whole.
    pub(super) fn of_list(number: usize, data: Json, file: &Place, tree: Option<Arc<YamlNode>>) -> Self {
        let record = Self {
            number,
            data,
            place: file.clone(),
            cells: BTreeMap::new(),
            origin: None,
            tree,
            places: OnceLock::new(),
        };
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
