//! The tables of keys in `content/README.md`, made from the declarations.

use super::shape::{KeyShape, Shape};

/// Returns the table of the keys of `shape`, in Markdown; empty where it is no mapping with fixed keys.
#[must_use]
pub fn key_table(shape: &Shape) -> String {
    let (Shape::Record(record) | Shape::OneKey(record)) = shape else { return String::new() };
    let rows = record.keys.iter().map(|key| {
        let needed = if key.required { "required" } else { "" };
        format!("| `{}` | {} | {needed} | {} |\n", key.key, values_of(key), key.meaning.en.trim())
    });
    format!("| key | value | | meaning |\n| --- | --- | --- | --- |\n{}", rows.collect::<String>())
}

fn values_of(key: &KeyShape) -> String {
    told(&(key.shape)())
}

fn told(shape: &Shape) -> String {
    match shape {
        Shape::Text => "text".to_owned(),
        Shape::Style => "style of numbers".to_owned(),
        Shape::Id => "id".to_owned(),
        Shape::RequirementId => "ids joined by dots".to_owned(),
        Shape::Number => "number with branches".to_owned(),
        Shape::Boolean => "`true`, `false`".to_owned(),
        Shape::Count => "whole number".to_owned(),
        Shape::Date => "date".to_owned(),
        Shape::Keyword(keyword) => {
            let words: Vec<String> = keyword.words.iter().map(|(word, _)| format!("`{word}`")).collect();
            words.join(", ")
        }
        Shape::List(element) => format!("list: {}", told(element)),
        Shape::Named(value) => format!("by name: {}", told(value)),
        Shape::Either(shapes) => shapes.iter().map(told).collect::<Vec<_>>().join(", or "),
        Shape::Record(record) | Shape::OneKey(record) => record.name.to_owned(),
    }
}

/// Returns every shape with keys of its own that is found from `root`, `root` first, each once.
#[must_use]
pub fn shapes_with_keys(root: &Shape) -> Vec<(&'static str, Shape)> {
    let mut found = Vec::new();
    gather(root, &mut found);
    found
}

fn gather(shape: &Shape, found: &mut Vec<(&'static str, Shape)>) {
    match shape {
        Shape::Record(record) | Shape::OneKey(record) => {
            if !found.iter().any(|(name, _)| *name == record.name) {
                found.push((record.name, shape.clone()));
                record.keys.iter().for_each(|key| gather(&(key.shape)(), found));
            }
        }
        Shape::List(inner) | Shape::Named(inner) => gather(inner, found),
        Shape::Either(shapes) => shapes.iter().for_each(|shape| gather(shape, found)),
        Shape::Text
        | Shape::Style
        | Shape::Id
        | Shape::RequirementId
        | Shape::Number
        | Shape::Boolean
        | Shape::Count
        | Shape::Date
        | Shape::Keyword(_) => {}
    }
}
