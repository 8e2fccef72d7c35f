//! The tables of keys and words in `content/README.md`, made from the declarations.

use std::collections::BTreeSet;

use super::kinds::FILE_KINDS;
use super::shape::{KeyShape, KeywordShape, RecordShape, Shape};

/// Returns the tables of all keys and words, in Markdown: a section for each kind of file, in which stands what no file
/// above it has.
#[must_use]
pub fn key_tables() -> String {
    let mut tables = Tables::default();
    for kind in &FILE_KINDS {
        let places: Vec<String> = kind.places.iter().map(|place| format!("`{place}`")).collect();
        tables.text.push_str(&format!("\n### {}: {}\n", kind.name, places.join(", ")));
        tables.add(&(kind.shape)());
    }
    tables.text
}

#[derive(Default)]
struct Tables {
    text: String,
    told: BTreeSet<&'static str>,
}

impl Tables {
    /// The table of `shape`, then those of what stands in it.
    fn add(&mut self, shape: &Shape) {
        match shape {
            Shape::Record(record) => self.record(record, ""),
            Shape::OneKey(record) => self.record(record, " (one of these keys)"),
            Shape::Keyword(keyword) => self.keyword(keyword),
            Shape::List(inner) | Shape::Named(inner) => self.add(inner),
            Shape::Either(shapes) => shapes.iter().for_each(|shape| self.add(shape)),
            Shape::Text
            | Shape::Style
            | Shape::Id
            | Shape::RequirementId
            | Shape::Number
            | Shape::Boolean
            | Shape::Count
            | Shape::Date => {}
        }
    }

    fn record(&mut self, record: &RecordShape, note: &str) {
        // Types that hold themselves end here too.
        if !self.told.insert(record.name) {
            return;
        }
        self.text.push_str(&format!("\n**{}**{note}: {}\n\n", record.name, record.meaning.en.trim()));
        self.text.push_str("| key | value | meaning |\n| --- | --- | --- |\n");
        record.keys.iter().for_each(|key| self.text.push_str(&key_row(key)));
        record.keys.iter().for_each(|key| self.add(&(key.shape)()));
    }

    fn keyword(&mut self, keyword: &KeywordShape) {
        if !self.told.insert(keyword.name) {
            return;
        }
        self.text.push_str(&format!("\n**{}**: {}\n\n", keyword.name, keyword.meaning.en.trim()));
        self.text.push_str("| word | meaning |\n| --- | --- |\n");
        for (word, meaning) in keyword.words {
            self.text.push_str(&format!("| `{word}` | {} |\n", meaning.en.trim()));
        }
    }
}

fn key_row(key: &KeyShape) -> String {
    let required = if key.required { "; required" } else { "" };
    format!("| `{}` | {}{required} | {} |\n", key.key, shape_name(&(key.shape)()), key.meaning.en.trim())
}

/// The shape in a few words.
fn shape_name(shape: &Shape) -> String {
    match shape {
        Shape::Text => "text".to_owned(),
        Shape::Style => "style of numbers".to_owned(),
        Shape::Id => "id".to_owned(),
        Shape::RequirementId => "ids joined by dots".to_owned(),
        Shape::Number => "number with its branches".to_owned(),
        Shape::Boolean => "`true` or `false`".to_owned(),
        Shape::Count => "whole number".to_owned(),
        Shape::Date => "date".to_owned(),
        Shape::Keyword(keyword) => keyword.name.to_owned(),
        Shape::List(element) => format!("list of {}", shape_name(element)),
        Shape::Named(value) => format!("by id: {}", shape_name(value)),
        Shape::Either(shapes) => shapes.iter().map(shape_name).collect::<Vec<_>>().join(", or "),
        Shape::Record(record) | Shape::OneKey(record) => record.name.to_owned(),
    }
}
