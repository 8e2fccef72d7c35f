//! From typed values to YAML, by the declarations that [`Decode`](super::Decode) reads them by. [`yaml_of`] is the one
//! writer of content.

use jiff::civil::Date;

use super::decode::{Keyword, Located, Text};
use super::layout;

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

/// How people write a mapping of some type.
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

/// The text of a file that holds `value`.
#[must_use]
pub fn yaml_of(value: &impl Encode) -> String {
    value.encode().map(|value| layout::laid_out(&value)).unwrap_or_default()
}

/// Collects the keys of a mapping in their order.
pub fn mapping(layout: Layout, keys: impl IntoIterator<Item = (&'static str, Option<YamlValue>)>) -> YamlValue {
    YamlValue::Map(layout, keys.into_iter().filter_map(|(key, value)| Some((key.to_owned(), value?))).collect())
}

impl<T: Encode> Encode for Option<T> {
    fn encode(&self) -> Option<YamlValue> {
        self.as_ref()?.encode()
    }
}

impl<T: Encode> Encode for Box<T> {
    fn encode(&self) -> Option<YamlValue> {
        T::encode(self)
    }
}

impl<T: Encode> Encode for Vec<T> {
    /// An empty list is what a key that is left out means.
    fn encode(&self) -> Option<YamlValue> {
        let list: Vec<YamlValue> = self.iter().filter_map(Encode::encode).collect();
        (!list.is_empty()).then_some(YamlValue::List(list))
    }
}

impl Encode for Text {
    fn encode(&self) -> Option<YamlValue> {
        Some(YamlValue::Text(self.value.clone()))
    }
}

impl Encode for bool {
    fn encode(&self) -> Option<YamlValue> {
        Some(YamlValue::Plain(self.to_string()))
    }
}

impl Encode for Located<u32> {
    fn encode(&self) -> Option<YamlValue> {
        Some(YamlValue::Plain(self.value.to_string()))
    }
}

impl Encode for Located<Date> {
    fn encode(&self) -> Option<YamlValue> {
        Some(YamlValue::Plain(self.value.to_string()))
    }
}

impl<T: Keyword> Encode for Located<T> {
    fn encode(&self) -> Option<YamlValue> {
        self.value.encode()
    }
}
