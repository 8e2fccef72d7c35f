//! From typed values to YAML, by the declarations that [`Decode`](super::Decode) reads them by. [`yaml_of`] is the one
//! writer of content.

use jiff::civil::Date;

use super::decode::{Keyword, Located, Text};
use super::layout;
use super::value::{Encode, YamlValue};

/// The text of a file that holds `value`.
#[must_use]
pub fn yaml_of(value: &impl Encode) -> String {
    value.encode().map_or_else(String::new, |value| layout::laid_out(&value))
}

/// Returns `value` in braces on one line, as it can stand anywhere; `None` where something in it needs lines of its own.
#[must_use]
pub fn braces_of(value: &impl Encode) -> Option<String> {
    layout::in_braces(&value.encode()?)
}

impl<T: Encode> Encode for Option<T> {
    fn encode(&self) -> Option<YamlValue> {
        // A key that means nothing is left out, as a person would leave it.
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
