//! Values of YAML that are to be written, and how people lay them out.

/// A value to be written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum YamlValue {
    /// Words that an author writes; in quotes where YAML would take them for something else.
    Text(String),
    /// A keyword, number or date, which never needs quotes.
    Plain(String),
    /// A sequence.
    List(Vec<YamlValue>),
    /// A mapping.
    Map(Layout, Vec<(String, YamlValue)>),
}

/// The layout in which people write a mapping of some type.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Layout {
    /// In braces where there is room; a list of them in brackets.
    Words,
    /// In braces where there is room; a list of them has a line for each.
    Line,
    /// In braces where it is short, has few keys and nothing stands below it; otherwise as [`Layout::Open`].
    Leaf,
    /// A line for each key.
    Open,
}

/// A type whose values can be written.
pub trait Encode {
    /// Returns the value to write; `None` where the key that holds it is left out.
    fn encode(&self) -> Option<YamlValue>;
}

/// Collects the keys of a mapping in their order.
pub fn mapping(layout: Layout, keys: impl IntoIterator<Item = (&'static str, Option<YamlValue>)>) -> YamlValue {
    YamlValue::Map(layout, keys.into_iter().filter_map(|(key, value)| Some((key.to_owned(), value?))).collect())
}
