//! From YAML nodes to typed values, reporting every fault on the way instead of stopping at the first.
//!
//! serde stops at the first error of a file; an author who renamed a key in forty places wants all forty.
//! So each type says how it is read from a [`YamlNode`], and [`record!`](super::record) writes that for structs.

use jiff::civil::Date;

use super::shape::{Shape, Shaped};
use super::value::Encode;
use super::yaml::{Value, YamlNode};
use crate::base::diagnostics::{Code, Diagnostic, Diagnostics, Place};
use crate::base::notation::date_input::parse_written_date;
use crate::base::notation::widths::folded;
pub use crate::base::visible::is_unprintable;

/// A value and where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Located<T> {
    /// The value.
    pub value: T,
    /// Its place in the file.
    pub place: Place,
}

/// A string with its place.
pub type Text = Located<String>;

impl<T> From<T> for Located<T> {
    /// A value that the program makes, which stands in no file.
    fn from(value: T) -> Self {
        Self { value, place: Place::nowhere() }
    }
}

impl From<&str> for Text {
    fn from(text: &str) -> Self {
        text.to_owned().into()
    }
}

/// A type that is read from a node.
pub trait Decode: Sized {
    /// Reads the node; `None` after reporting why it cannot be.
    fn decode(node: &YamlNode, findings: &mut Diagnostics) -> Option<Self>;

    /// Returns the value that a missing key stands for; by default there is none, which is an error.
    fn absent(parent: &Place, key: &'static str, findings: &mut Diagnostics) -> Option<Self> {
        findings.push(Diagnostic::new(Code::J0202).at(parent).arg("key", key));
        None
    }
}

/// Reports that `node` is not what `expected` (a message id) says.
pub(super) fn mismatch<T>(node: &YamlNode, expected: &'static str, findings: &mut Diagnostics) -> Option<T> {
    let found = match node.value {
        Value::Null => "nothing",
        Value::Scalar(_) => "scalar",
        Value::List(_) => "list",
        Value::Map(_) => "map",
    };
    let value = if let Value::Scalar(text) = &node.value { text.as_str() } else { "" };
    let diagnostic = Diagnostic::new(Code::J0203).at(&node.place).arg("expected", expected);
    let diagnostic = diagnostic.arg("found", found).arg("value", value);
    findings.push(written_so(diagnostic, meant(node, expected)));
    None
}

/// Returns what to write where `node` was likely meant to be what `expected` says.
pub(super) fn meant(node: &YamlNode, expected: &str) -> Option<String> {
    match (&node.value, expected) {
        (Value::Scalar(text), "count") => {
            let count = folded(text).trim_matches(['"', '”', '“']).parse::<u32>().ok();
            count.filter(|count| (1..=LARGEST_COUNT).contains(count)).map(|count| count.to_string())
        }
        (Value::Scalar(text), "boolean") => match folded(text).to_lowercase().as_str() {
            "yes" | "on" | "true" | "はい" | "する" | "有" | "あり" => Some("true".to_owned()),
            "no" | "off" | "false" | "いいえ" | "しない" | "無" | "なし" => Some("false".to_owned()),
            _ => None,
        },
        // `- 注意: 鍵` is a key with its value to YAML.
        (Value::Map(entries), "text") if entries.len() == 1 => {
            let line = node.place.text().trim_start_matches('{').trim_end_matches('}');
            let is_line = !line.contains(['\n', '"', '{']) && !line.is_empty();
            is_line.then(|| format!("\"{line}\""))
        }
        (Value::Scalar(text), "list") if !text.contains(['\n', ',', '、', ']']) => Some(format!("[{text}]")),
        (Value::Scalar(_) | Value::Null | Value::List(_) | Value::Map(_), _) => None,
    }
}

/// `diagnostic` with `near` as what to write, where that is known.
pub(super) fn written_so(diagnostic: Diagnostic, near: Option<String>) -> Diagnostic {
    match near {
        Some(near) => diagnostic.arg("near", near).hint_id("write-so"),
        None => diagnostic,
    }
}

/// The finding for what is no date, with the day that was meant where `text` names one as people write dates.
#[must_use]
pub fn no_date(text: &str, place: &Place) -> Diagnostic {
    let day = parse_written_date(text.trim_matches(['"', '“', '”'])).ok();
    written_so(Diagnostic::new(Code::J0204).at(place).arg("date", text), day.map(|day| day.to_string()))
}

impl<T: Decode> Decode for Option<T> {
    fn decode(node: &YamlNode, findings: &mut Diagnostics) -> Option<Self> {
        T::decode(node, findings).map(Some)
    }

    fn absent(_: &Place, _: &'static str, _: &mut Diagnostics) -> Option<Self> {
        Some(None)
    }
}

impl<T: Decode> Decode for Box<T> {
    fn decode(node: &YamlNode, findings: &mut Diagnostics) -> Option<Self> {
        T::decode(node, findings).map(Self::new)
    }
}

impl<T: Decode> Decode for Vec<T> {
    /// Faulty elements are left out after being reported, so that the others are looked at too.
    fn decode(node: &YamlNode, findings: &mut Diagnostics) -> Option<Self> {
        match &node.value {
            Value::List(list) => Some(list.iter().filter_map(|element| T::decode(element, findings)).collect()),
            Value::Null => Some(Self::new()),
            Value::Scalar(_) | Value::Map(_) => mismatch(node, "list", findings),
        }
    }

    fn absent(_: &Place, _: &'static str, _: &mut Diagnostics) -> Option<Self> {
        Some(Self::new())
    }
}

impl Decode for Text {
    fn decode(node: &YamlNode, findings: &mut Diagnostics) -> Option<Self> {
        match &node.value {
            Value::Scalar(text) if text.contains(is_unprintable) => {
                let place = &node.place;
                let code = text.chars().find(|c| is_unprintable(*c)).map_or(0, u32::from);
                findings.push(Diagnostic::new(Code::J0208).at(place).arg("code", format!("U+{code:04X}")));
                None
            }
            Value::Scalar(text) => Some(Self { value: text.clone(), place: node.place.clone() }),
            Value::Null | Value::List(_) | Value::Map(_) => mismatch(node, "text", findings),
        }
    }
}

impl Decode for bool {
    fn decode(node: &YamlNode, findings: &mut Diagnostics) -> Option<Self> {
        match &node.value {
            // One way of writing it: `yes` and `on`, which YAML 1.1 took for true, are words in 1.2.
            Value::Scalar(text) if text == "true" => Some(true),
            Value::Scalar(text) if text == "false" => Some(false),
            Value::Null | Value::Scalar(_) | Value::List(_) | Value::Map(_) => mismatch(node, "boolean", findings),
        }
    }
}

/// The largest number that counts something.
pub(super) const LARGEST_COUNT: u32 = 10_000;

impl Decode for Located<u32> {
    fn decode(node: &YamlNode, findings: &mut Diagnostics) -> Option<Self> {
        if let Value::Scalar(text) = &node.value
            && let Ok(value) = text.parse::<u32>()
            && (1..=LARGEST_COUNT).contains(&value)
        {
            return Some(Self { value, place: node.place.clone() });
        }
        mismatch(node, "count", findings)
    }
}

impl Shaped for Text {
    fn shape() -> Shape {
        Shape::Text
    }
}

impl Shaped for Located<u32> {
    fn shape() -> Shape {
        Shape::Count
    }
}

impl Shaped for Located<Date> {
    fn shape() -> Shape {
        Shape::Date
    }
}

impl<T: Keyword> Shaped for Located<T> {
    fn shape() -> Shape {
        T::shape()
    }
}

/// A word of the YAML that stands for a value; [`keyword!`](super::declare::keyword) writes it.
pub trait Keyword: Decode + Encode + Shaped {}

impl<T: Keyword> Decode for Located<T> {
    fn decode(node: &YamlNode, findings: &mut Diagnostics) -> Option<Self> {
        Some(Self { value: T::decode(node, findings)?, place: node.place.clone() })
    }
}

impl Decode for Located<Date> {
    fn decode(node: &YamlNode, findings: &mut Diagnostics) -> Option<Self> {
        let Value::Scalar(text) = &node.value else {
            return mismatch(node, "date", findings);
        };
        match parse_date(text) {
            Some(value) => Some(Self { value, place: node.place.clone() }),
            None => {
                findings.push(no_date(text, &node.place));
                None
            }
        }
    }
}

/// A day written as `2025-03-01`; `None` if it is written otherwise or does not exist.
#[must_use]
pub fn parse_date(text: &str) -> Option<Date> {
    // The parser of dates takes more, such as a time behind the day.
    let written_so = text.len() == 10
        && text.bytes().enumerate().all(|(at, b)| match at {
            4 | 7 => b == b'-',
            _ => b.is_ascii_digit(),
        });
    if written_so { text.parse().ok() } else { None }
}

/// The entries of a mapping while a struct is read from it.
pub struct Fields<'a> {
    place: &'a Place,
    entries: &'a [(String, Place, YamlNode)],
}

impl<'a> Fields<'a> {
    /// Opens `node`, which must be a mapping with no other keys than `known`.
    pub fn open(node: &'a YamlNode, known: &[&'static str], findings: &mut Diagnostics) -> Option<Self> {
        let Value::Map(entries) = &node.value else {
            return mismatch(node, "map", findings);
        };
        for (key, place, _) in entries {
            if !known.contains(&key.as_str()) {
                // Told and passed over: the keys that are known are read all the same.
                findings.push(unknown_name(Code::J0201, key, place, known.iter().copied()));
            }
        }
        Some(Self { place: &node.place, entries })
    }

    /// The value of `key`, or what its absence means.
    pub fn field<T: Decode>(&self, key: &'static str, findings: &mut Diagnostics) -> Option<T> {
        // A mapping has twenty keys or so; no map is built for them.
        match self.entries.iter().find(|(name, _, _)| name == key) {
            Some((_, _, node)) => T::decode(node, findings),
            None => T::absent(&self.heading(), key, findings),
        }
    }

    /// A missing key is shown at the first line of the mapping, not over all of it.
    fn heading(&self) -> Place {
        self.entries.first().map_or_else(|| self.place.clone(), |(_, place, _)| place.clone())
    }
}

/// Reports a name that is not one of `known`, with the nearest of them as a hint.
pub fn unknown_name<'a>(code: Code, name: &str, place: &Place, known: impl Iterator<Item = &'a str>) -> Diagnostic {
    let known: Vec<&str> = known.collect();
    let diagnostic = Diagnostic::new(code).at(place).arg("name", name).arg("known", known.join(", "));
    suggest(diagnostic.hint_id("known-names"), name, &known)
}

/// `diagnostic` with the nearest of the names `known` as its hint, where one is near to `name`.
#[must_use]
pub fn suggest(diagnostic: Diagnostic, name: &str, known: &[&str]) -> Diagnostic {
    match nearest_name(name, known) {
        Some(near) => diagnostic.arg("near", near).hint_id("did-you-mean"),
        None => diagnostic,
    }
}

/// The name that a misspelt one most likely meant; `None` where nothing is near.
#[must_use]
pub fn nearest_name<'a>(name: &str, known: &[&'a str]) -> Option<&'a str> {
    /// Below this likeness (0 to 1) a suggestion confuses more than it helps.
    const LIKE_ENOUGH: f64 = 0.75;
    /// No name has as many bytes; likeness takes the product of both lengths.
    const LONGEST: usize = 200;
    if name.len() > LONGEST {
        return None;
    }
    // Letters of full width and capitals are those of a keyboard that was set otherwise.
    let plain = folded(name).to_lowercase();
    known
        .iter()
        .map(|candidate| {
            let likeness = |name: &str| strsim::jaro_winkler(name, candidate);
            (likeness(name).max(likeness(&plain)), *candidate)
        })
        .filter(|(likeness, _)| *likeness >= LIKE_ENOUGH)
        .max_by(|a, b| a.0.total_cmp(&b.0))
        .map(|(_, candidate)| candidate)
}
