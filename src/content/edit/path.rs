//! Paths into a YAML file.

use std::fmt;

/// A step of a path, from a collection to one of its members.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PathStep {
    /// The member of a mapping with this key.
    Key(String),
    /// The member of a list at this index, counted from 0.
    Index(usize),
    /// The mapping in a list whose `id` is this.
    Id(String),
}

/// A path from the top of a file to a value.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct EditPath(Vec<PathStep>);

impl EditPath {
    /// Returns the path of the whole file.
    #[must_use]
    pub fn root() -> Self {
        Self::default()
    }

    /// Reads a path as `Display` prints it: `body/#purpose/items/0/ja`. Steps of digits are indices, steps after `#`
    /// are ids; a key that looks like either needs [`EditPath::key`].
    #[must_use]
    pub fn from_words(words: &str) -> Self {
        let step = |word: &str| match (word.strip_prefix('#'), word.parse()) {
            (Some(id), _) => PathStep::Id(id.to_owned()),
            // A key of digits is rare in content, an index is not.
            (None, Ok(index)) => PathStep::Index(index),
            (None, Err(_)) => PathStep::Key(word.to_owned()),
        };
        Self(words.split('/').filter(|word| !word.is_empty()).map(step).collect())
    }

    /// Returns the path one step further, to the value of `key`.
    #[must_use]
    pub fn key(self, key: impl Into<String>) -> Self {
        self.then(PathStep::Key(key.into()))
    }

    /// Returns the path one step further, to the list element at `index`.
    #[must_use]
    pub fn index(self, index: usize) -> Self {
        self.then(PathStep::Index(index))
    }

    /// Returns the path one step further, to the list element with the id `id`.
    #[must_use]
    pub fn id(self, id: impl Into<String>) -> Self {
        self.then(PathStep::Id(id.into()))
    }

    /// Returns the path one step further.
    #[must_use]
    pub fn then(mut self, step: PathStep) -> Self {
        self.0.push(step);
        self
    }

    /// The steps, outermost first.
    #[must_use]
    pub fn steps(&self) -> &[PathStep] {
        &self.0
    }

    /// The first `count` steps as text.
    pub(super) fn words_to(&self, count: usize) -> String {
        Self(self.0.iter().take(count).cloned().collect()).to_string()
    }

    /// The path of the collection around the value and the last step; `None` for the whole file.
    pub(super) fn split_last(&self) -> Option<(Self, &PathStep)> {
        self.0.split_last().map(|(last, front)| (Self(front.to_vec()), last))
    }
}

impl fmt::Display for EditPath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let word = |step: &PathStep| match step {
            PathStep::Key(key) => key.clone(),
            PathStep::Index(index) => index.to_string(),
            PathStep::Id(id) => format!("#{id}"),
        };
        f.write_str(&self.0.iter().map(word).collect::<Vec<_>>().join("/"))
    }
}

/// A place among the members of a collection.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Landing {
    /// Before all members.
    First,
    /// After all members.
    Last,
    /// Directly before a member.
    Before(PathStep),
    /// Directly after a member.
    After(PathStep),
    /// In a mapping: where `order` puts the new key among those that are there.
    InOrder(Vec<String>),
}
