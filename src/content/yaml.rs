//! YAML as a tree in which every node knows its place.

use std::sync::Arc;

use serde::de::{Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};
use serde_yaml::{Location, Spanned};

use super::folding::with_breaks;
use super::slips::{beyond_syntax, slip_findings, slips_in_tree, syntax_findings};
use crate::base::diagnostics::{Diagnostic, Diagnostics, Place, SourceFile};

/// A node of a YAML file.
#[derive(Debug, Clone)]
pub struct YamlNode {
    /// The value that it holds.
    pub value: Value,
    /// Its place in the file.
    pub place: Place,
}

/// The value of a node. Scalars keep their letters: `1.50` stays `1.50`, `yes` stays `yes`.
#[derive(Debug, Clone)]
pub enum Value {
    /// Nothing, or `~`.
    Null,
    /// A scalar.
    Scalar(String),
    /// A sequence.
    List(Vec<YamlNode>),
    /// A mapping in file order, each key with its place.
    Map(Vec<(String, Place, YamlNode)>),
}

/// The greatest depth of collections in each other. A document of part, chapter, section, article, paragraph, item and
/// two more levels needs 24; the stack of a worker thread bears more than this.
const DEEPEST: usize = 40;

/// The number of nodes that a file may have. The largest text that import takes, a word on each line, becomes a
/// million.
const MOST_NODES: usize = 1_500_000;

/// The number of nodes that aliases (`*name`) may bring in again. Content hardly uses them; a few lines of them can
/// stand for billions.
const MOST_REPEATED: usize = 50_000;

/// The tree of `file`.
///
/// # Errors
/// Findings with codes J0101 and J0120 to J0138 where the file is not well-formed YAML, holds a key twice, breaks the
/// parser's limits on depth and size, or says something else than its signs were meant to say.
pub(super) fn parse_yaml(file: &Arc<SourceFile>) -> Result<YamlNode, Diagnostics> {
    let tree = read_tree(file).map_err(|error| broken_yaml(file, &error))?;
    let slips = slips_in_tree(&tree);
    if slips.is_empty() { Ok(tree) } else { Err(slip_findings(file, &slips)) }
}

/// The tree of `file` if it is well-formed, whether its signs say what they were meant to say or not.
pub(super) fn tree_with_slips(file: &Arc<SourceFile>) -> Option<YamlNode> {
    read_tree(file).ok()
}

fn read_tree(file: &Arc<SourceFile>) -> Result<YamlNode, serde_yaml::Error> {
    // Each limit names its reason where it is declared. Events come in pairs at most: a collection begins and
    // ends.
    let budget = serde_yaml::budget! { max_depth: DEEPEST, max_nodes: MOST_NODES, max_events: 2 * MOST_NODES };
    let aliases = serde_yaml::alias_limits! { max_total_replayed_events: 2 * MOST_REPEATED };
    let options = serde_yaml::options! { budget: budget, alias_limits: aliases };
    let tree: Spanned<Raw> = serde_yaml::from_str_with_options(&file.text, options)?;
    Ok(located(tree, file))
}

/// The tree of `file`, if it has one.
#[must_use]
pub fn yaml_tree(file: &Arc<SourceFile>) -> Option<YamlNode> {
    parse_yaml(file).ok()
}

fn broken_yaml(file: &Arc<SourceFile>, error: &serde_yaml::Error) -> Diagnostics {
    let mut findings = syntax_findings(file);
    if findings.has_errors() {
        return findings;
    }
    // The signs are sound; what they make is refused by the reader above the parser.
    let place = match error.location() {
        Some(location) if location != Location::UNKNOWN => {
            let at = offset_of(&file.text, location.line(), location.column());
            Place::new(file, at..at + 1)
        }
        _ => Place::whole(file),
    };
    let (code, key) = beyond_syntax(error);
    let finding = Diagnostic::new(code).at(&place);
    findings.push(match key {
        Some(key) => finding.arg("name", key),
        None => finding,
    });
    findings
}

fn offset_of(text: &str, line: u64, column: u64) -> usize {
    let count = |n: u64| usize::try_from(n.saturating_sub(1)).unwrap_or(usize::MAX);
    // The parser counts lines and columns from 1, columns in characters.
    let line_start = match count(line) {
        0 => 0,
        n => text.match_indices('\n').nth(n - 1).map_or(text.len(), |(at, _)| at + 1),
    };
    let rest = &text[line_start..];
    rest.char_indices().nth(count(column)).map_or(text.len(), |(at, _)| line_start + at)
}

/// A value as serde hands it over; plain scalars of other types keep only their kind, their letters are in the file.
enum Raw {
    Null,
    Text(String),
    Plain,
    List(Vec<Spanned<Raw>>),
    Map(Vec<(Spanned<String>, Spanned<Raw>)>),
}

impl<'de> Deserialize<'de> for Raw {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(RawVisitor)
    }
}

struct RawVisitor;

impl<'de> Visitor<'de> for RawVisitor {
    type Value = Raw;

    fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("any YAML value")
    }

    fn visit_str<E>(self, text: &str) -> Result<Raw, E> {
        Ok(Raw::Text(text.to_owned()))
    }

    // The letters of numbers and booleans are read from the file: `1.50` is a version, `0120` a telephone
    // number.
    fn visit_bool<E>(self, _: bool) -> Result<Raw, E> {
        Ok(Raw::Plain)
    }

    fn visit_i64<E>(self, _: i64) -> Result<Raw, E> {
        Ok(Raw::Plain)
    }

    fn visit_u64<E>(self, _: u64) -> Result<Raw, E> {
        Ok(Raw::Plain)
    }

    fn visit_i128<E>(self, _: i128) -> Result<Raw, E> {
        Ok(Raw::Plain)
    }

    fn visit_u128<E>(self, _: u128) -> Result<Raw, E> {
        Ok(Raw::Plain)
    }

    fn visit_f64<E>(self, _: f64) -> Result<Raw, E> {
        Ok(Raw::Plain)
    }

    fn visit_unit<E>(self) -> Result<Raw, E> {
        Ok(Raw::Null)
    }

    fn visit_none<E>(self) -> Result<Raw, E> {
        Ok(Raw::Null)
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<Raw, D::Error> {
        deserializer.deserialize_any(Self)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut access: A) -> Result<Raw, A::Error> {
        let mut list = Vec::new();
        while let Some(node) = access.next_element()? {
            list.push(node);
        }
        Ok(Raw::List(list))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut access: A) -> Result<Raw, A::Error> {
        let mut entries = Vec::new();
        while let Some(entry) = access.next_entry()? {
            entries.push(entry);
        }
        Ok(Raw::Map(entries))
    }
}

fn located(raw: Spanned<Raw>, file: &Arc<SourceFile>) -> YamlNode {
    let mut place = yaml_place(raw.referenced, file);
    let value = match raw.value {
        Raw::Null => Value::Null,
        Raw::Text(text) => Value::Scalar(with_breaks(text, written_at(&yaml_place(raw.defined, file)))),
        // An alias refers to letters elsewhere in the file.
        Raw::Plain => Value::Scalar(letters_at(&yaml_place(raw.defined, file))),
        Raw::List(list) => Value::List(list.into_iter().map(|node| located(node, file)).collect()),
        Raw::Map(entries) => Value::Map(
            entries
                .into_iter()
                .map(|(key, node)| (key.value, yaml_place(key.referenced, file), located(node, file)))
                .collect(),
        ),
    };
    widen_place(&mut place, &value);
    YamlNode { value, place }
}

fn letters_at(place: &Place) -> String {
    written_at(place).to_owned()
}

fn written_at(place: &Place) -> &str {
    place.file.text.get(place.span.clone()).unwrap_or_default()
}

/// The parser gives only the start of a collection; its end is that of its last child.
fn widen_place(place: &mut Place, value: &Value) {
    let end = match value {
        Value::List(list) => list.last().map(|node| node.place.span.end),
        Value::Map(entries) => entries.last().map(|(_, _, node)| node.place.span.end),
        Value::Null | Value::Scalar(_) => None,
    };
    if let Some(end) = end {
        place.span.end = place.span.end.max(end);
    }
}

fn yaml_place(location: Location, file: &Arc<SourceFile>) -> Place {
    let span = location.span();
    let offset = span.byte_offset().and_then(|at| usize::try_from(at).ok());
    let start = offset.unwrap_or_else(|| offset_of(&file.text, location.line(), location.column()));
    let length = span.byte_len().and_then(|len| usize::try_from(len).ok()).unwrap_or(0);
    Place::new(file, start..start + length)
}
