//! The editor in place: changes one value of a YAML file and leaves every other byte as it was.
//!
//! ```
//! use junsoku::content::{EditPath, Landing, YamlEditor};
//!
//! let mut file = YamlEditor::new("body:\n  - id: purpose # 目的\n    ja: 古い文\n")?;
//! file.set(&EditPath::from_words("body/#purpose/ja"), ">-\n  新しい文\n")?;
//! file.insert(&EditPath::from_words("body"), &Landing::Last, "{id: scope, ja: 範囲}")?;
//! assert_eq!(
//!     file.text(),
//!     "body:\n  - id: purpose # 目的\n    ja: >-\n      新しい文\n  - {id: scope, ja: 範囲}\n"
//! );
//! # Ok::<(), junsoku::content::EditError>(())
//! ```
//!
//! - **A value to put in** is YAML text, written as if it began a line. It is brought to the indentation of its
//!   place, and onto one line within brackets and braces.
//! - **Comments** at the end of a member's lines, directly above it, and below it if they stand deeper, go with it.
//!   A comment that an empty line sets apart stays, as do the comments at the top of the file.
//! - **Empty lines** between members stay where they are on a move, and are those of the neighbours around a new one.
//! - **Every edit is proved**: the new text is read again and must say exactly what the old one said with this one
//!   change, or the edit is refused and nothing changed.
//!
//! Why not a library: yaml-edit 0.3 keeps every byte, but leaves the comment of a removed member (an allowance
//! would then allow something else), does not move members of lists, puts values in without their folding, and takes
//! five seconds for 18,000 lines. The hard part, where each token stands, is taken from granit-parser, the parser
//! below our reader.

mod block;
mod error;
mod flow;
mod fragment;
mod path;
mod relocate;
mod rewrite;
mod route;
mod spaces;
mod spanned;
mod splice;
mod strays;
mod trivia;

pub use error::{EditError, UnsupportedFeature};
pub use path::{EditPath, Landing, PathStep};

use block::Seat;
use fragment::{Fragment, Habits};
use route::{collection_at, is_within_flow, members_at_mut, route_to, seat, value_at, value_at_mut};
use spanned::{Members, SpannedMember, SpannedValue, ValueShape, spanned};
use splice::{Splice, spliced};

/// A YAML file that is being edited.
#[derive(Debug, Clone)]
pub struct YamlEditor {
    text: String,
    root: SpannedValue,
    habits: Habits,
}

impl YamlEditor {
    /// Reads a file.
    ///
    /// # Errors
    /// If it is not well-formed YAML, or uses anchors, aliases, tags, several documents or complex keys.
    pub fn new(text: impl Into<String>) -> Result<Self, EditError> {
        let text = text.into();
        let root = spanned(&text)?;
        let habits = Habits::of(&text, &root);
        Ok(Self { text, root, habits })
    }

    /// The text as it is now.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Returns the text as it is now.
    #[must_use]
    pub fn into_text(self) -> String {
        self.text
    }

    /// Whether the path leads to a value.
    #[must_use]
    pub fn contains(&self, path: &EditPath) -> bool {
        route_to(&self.root, path).is_ok()
    }

    /// Returns the number of members of the collection at `path`.
    ///
    /// # Errors
    /// If there is none.
    pub fn count(&self, path: &EditPath) -> Result<usize, EditError> {
        collection_at(&self.root, &route_to(&self.root, path)?, path).map(|members| members.list.len())
    }

    /// Returns the letters of the scalar at `path`, unquoted and unfolded; `None` for null and for collections.
    ///
    /// # Errors
    /// If the path leads to nothing.
    pub fn scalar(&self, path: &EditPath) -> Result<Option<&str>, EditError> {
        Ok(value_at(&self.root, &route_to(&self.root, path)?, path)?.letters())
    }

    /// Returns the value at `path` as a fragment that can be put in elsewhere, with its comments.
    ///
    /// # Errors
    /// If the path leads to nothing.
    pub fn fragment(&self, path: &EditPath) -> Result<String, EditError> {
        let route = route_to(&self.root, path)?;
        let value = value_at(&self.root, &route, path)?;
        if is_within_flow(&self.root, &route) {
            return Ok(self.text[value.span.clone()].to_owned());
        }
        let (start, end, column) = match value.block_members() {
            Some(members) => {
                let start =
                    trivia::member_pieces(&self.text, members).first().map_or(value.span.start, |piece| piece.start);
                (start, trivia::value_end(&self.text, value), trivia::column_of(&self.text, members))
            }
            None => (value.span.start, value.span.end, self.container_column(&route)),
        };
        Ok(relocate::below_first(&self.text[start..end], column, 0, "\n"))
    }

    /// Replaces the value at `path`. A key that its mapping does not have yet is added at the end. A value that says
    /// the same already stays as it is written.
    ///
    /// # Errors
    /// If the path leads nowhere or the value cannot stand there; the text stays as it was.
    pub fn set(&mut self, path: &EditPath, value: &str) -> Result<(), EditError> {
        let Some((parent, last)) = path.split_last() else {
            return Err(EditError::NotFound(path.to_string()));
        };
        let route = match (route_to(&self.root, path), last) {
            (Ok(route), _) => route,
            // Only the last step may be missing: a path that fails earlier is more likely a slip than a wish for new
            // mappings.
            (Err(EditError::NotFound(_)), PathStep::Key(key)) if self.contains(&parent) => {
                return self.insert_key(&parent, &Landing::Last, key, value);
            }
            (Err(error), _) => return Err(error),
        };
        let fragment = Fragment::new(value)?;
        let old = value_at(&self.root, &route, path)?;
        // An edit that changes nothing must not change a byte, not even the way of quoting.
        if old.says_same(&fragment.value) {
            return Ok(());
        }
        let splices = self.replacement(&route, old, &fragment)?;
        let mut expected = self.root.clone();
        if let Some(value) = value_at_mut(&mut expected, &route) {
            *value = fragment.value;
        }
        self.commit(splices, &expected)
    }

    /// Adds an element to the list at `path`.
    ///
    /// # Errors
    /// If there is no list, no such place in it, or the value cannot stand there; the text stays as it was.
    pub fn insert(&mut self, path: &EditPath, landing: &Landing, value: &str) -> Result<(), EditError> {
        self.add(path, landing, None, value)
    }

    /// Adds a key to the mapping at `path`.
    ///
    /// # Errors
    /// If there is no mapping, it has the key, or the value cannot stand there; the text stays as it was.
    pub fn insert_key(&mut self, path: &EditPath, landing: &Landing, key: &str, value: &str) -> Result<(), EditError> {
        self.add(path, landing, Some(key), value)
    }

    /// Takes out the member at `path` and the comments that go with it. The last member of a collection leaves `[]`
    /// or `{}`.
    ///
    /// # Errors
    /// If the path leads nowhere, or a comment would be lost; the text stays as it was.
    pub fn remove(&mut self, path: &EditPath) -> Result<(), EditError> {
        let route = route_to(&self.root, path)?;
        let splices = self.removal(&route)?;
        let mut expected = self.root.clone();
        let mut outer = route;
        if let Some(index) = outer.pop()
            && let Some(members) = members_at_mut(&mut expected, &outer)
        {
            members.list.remove(index);
        }
        self.commit(splices, &expected)
    }

    fn add(&mut self, path: &EditPath, landing: &Landing, key: Option<&str>, value: &str) -> Result<(), EditError> {
        let route = route_to(&self.root, path)?;
        let members = collection_at(&self.root, &route, path)?;
        let collection = value_at(&self.root, &route, path)?;
        if key.is_some() != matches!(collection.shape, ValueShape::Map(_)) {
            return Err(EditError::KeyMismatch);
        }
        if let Some(key) = key.filter(|key| members.list.iter().any(|member| member.key.as_deref() == Some(*key))) {
            return Err(EditError::KeyExists(key.to_owned()));
        }
        let seat = seat(members, landing, key, path)?;
        let fragment = Fragment::new(value)?;
        let splices = self.insertion(&route, members, seat, key, &fragment)?;
        let mut expected = self.root.clone();
        if let Some(members) = members_at_mut(&mut expected, &route) {
            let member = SpannedMember { key: key.map(str::to_owned), start: 0, value: fragment.value };
            members.list.insert(seat.index().min(members.list.len()), member);
        }
        self.commit(splices, &expected)
    }

    fn insertion(
        &self,
        route: &[usize],
        members: &Members,
        seat: Seat,
        key: Option<&str>,
        fragment: &Fragment,
    ) -> Result<Vec<Splice>, EditError> {
        if !members.flow {
            let column = trivia::column_of(&self.text, members);
            let lines = block::member(key, fragment, column, self.habits);
            return Ok(vec![block::insertion(&self.text, members, seat, &lines, self.habits)]);
        }
        let path = EditPath::root();
        let collection = value_at(&self.root, route, &path)?;
        // `items: []` is how an empty list is written. A provision put into it opens it to lines of its own, as a
        // person would.
        if flow::is_empty(members) && !fragment.is_short() && !is_within_flow(&self.root, route) {
            // A fragment has plain breaks until it is rendered.
            let unix = Habits { line_break: "\n", ..self.habits };
            let opened = Fragment::new(&block::member(key, fragment, 0, unix))?;
            return self.replacement(route, collection, &opened);
        }
        let member = flow::member(key, &fragment.on_one_line()?);
        flow::insertion(&self.text, collection, seat, &member).map(|splice| vec![splice])
    }

    fn replacement(&self, route: &[usize], old: &SpannedValue, fragment: &Fragment) -> Result<Vec<Splice>, EditError> {
        if route.is_empty() {
            return Ok(vec![Splice::new(old.span.clone(), fragment.text().replace('\n', self.habits.line_break))]);
        }
        if is_within_flow(&self.root, route) {
            return Ok(vec![flow::replacement(old, &fragment.on_one_line()?)]);
        }
        let outer = &route[..route.len() - 1];
        let in_list = matches!(value_at(&self.root, outer, &EditPath::root())?.shape, ValueShape::List(_));
        block::replacement(&self.text, old, self.container_column(route), in_list, fragment, self.habits)
    }

    fn removal(&self, route: &[usize]) -> Result<Vec<Splice>, EditError> {
        let Some((index, outer)) = route.split_last() else {
            return Err(EditError::NotFound(String::new()));
        };
        let path = EditPath::root();
        let members = collection_at(&self.root, outer, &path)?;
        let collection = value_at(&self.root, outer, &path)?;
        if members.flow {
            return flow::removal(&self.text, collection, *index).map(|splice| vec![splice]);
        }
        Ok(block::removal(&self.text, collection, members, *index))
    }

    /// The column of the block collection around the value at `route`.
    fn container_column(&self, route: &[usize]) -> usize {
        let outer = route.split_last().map_or(&[][..], |(_, outer)| outer);
        let members = collection_at(&self.root, outer, &EditPath::root());
        members.map_or(0, |members| trivia::column_of(&self.text, members))
    }

    /// Takes the new text over if it says what is expected.
    fn commit(&mut self, splices: Vec<Splice>, expected: &SpannedValue) -> Result<(), EditError> {
        let text = spliced(&self.text, splices).ok_or(EditError::Unfaithful)?;
        let root = spanned(&text).map_err(|_| EditError::Unfaithful)?;
        // The proof of every edit. Whatever the rules above overlook ends here and changes nothing.
        if !root.says_same(expected) {
            return Err(EditError::Unfaithful);
        }
        self.text = text;
        self.root = root;
        Ok(())
    }
}
