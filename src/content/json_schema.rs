//! JSON Schemas (draft 2020-12) of the files of content. They refuse what reading refuses (J02): a value of another
//! shape, a word that is none of the keyword's, a key that is unknown or missing. What reading takes beside that in
//! quotes, `"10"` for 10 and `"true"` for true, they do not take.

use std::collections::BTreeMap;

use serde_json::{Map, Value, json};

use super::decode::LARGEST_COUNT;
use super::kinds::FileKind;
use super::shape::{KeyShape, KeywordShape, Meaning, RecordShape, Shape};
use crate::base::notation::numerals::Numeral;

/// Letters that no page or sheet can show, as [`is_unprintable`](super::is_unprintable) tells them.
const UNPRINTABLE: &str =
    "\\u0000-\\u0008\\u000b-\\u001f\\u007f-\\u009f\\u061c\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069";

/// Returns the schema of files of the kind `kind`, with descriptions in Japanese and English.
#[must_use]
pub fn json_schema(kind: &FileKind) -> Value {
    let mut definitions = Definitions::default();
    let root = definitions.shape(&(kind.shape)());
    let mut schema = Map::new();
    schema.insert("$schema".to_owned(), json!("https://json-schema.org/draft/2020-12/schema"));
    schema.insert("title".to_owned(), json!(kind.name));
    schema.insert("$comment".to_owned(), json!(kind.places.join(", ")));
    if let Value::Object(root) = root {
        schema.extend(root);
    }
    let found: Map<String, Value> =
        definitions.found.into_iter().map(|(name, found)| (name.to_owned(), found)).collect();
    schema.insert("$defs".to_owned(), Value::Object(found));
    Value::Object(schema)
}

/// Types that are referred to by their names.
#[derive(Default)]
struct Definitions {
    found: BTreeMap<&'static str, Value>,
}

impl Definitions {
    fn shape(&mut self, shape: &Shape) -> Value {
        match shape {
            // A title such as 2025 or a code such as 10 needs no quotes in content, and is words all the same.
            Shape::Text => json!({"type": ["string", "number", "boolean"], "pattern": format!("^[^{UNPRINTABLE}]*$")}),
            Shape::Style => self.defined("Template", |_| style_schema()),
            Shape::Id => self.defined("Id", |_| json!({"type": "string", "pattern": "^[a-z][a-z0-9-]*$"})),
            Shape::RequirementId => self.defined(
                "RequirementId",
                |_| json!({"type": "string", "pattern": "^[a-z][a-z0-9-]*(\\.[a-z][a-z0-9-]*)*$"}),
            ),
            Shape::Number => self.defined("Number", |_| {
                json!({"anyOf": [
                    {"type": "integer", "minimum": 1},
                    {"type": "string", "pattern": "^0*[1-9][0-9]*(-0*[1-9][0-9]*)*$"},
                ]})
            }),
            Shape::Boolean => json!({"type": "boolean"}),
            Shape::Count => json!({"type": "integer", "minimum": 1, "maximum": LARGEST_COUNT}),
            Shape::Date => self.defined("Date", |_| {
                // `format` is a mere note to many validators; the pattern makes all of them refuse 2025-13-01.
                let pattern = "^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$";
                json!({"type": "string", "format": "date", "pattern": pattern})
            }),
            Shape::Keyword(keyword) => self.defined(keyword.name, |_| keyword_schema(keyword)),
            // A key without a value means an empty list.
            Shape::List(element) => json!({"type": ["array", "null"], "items": self.shape(element)}),
            Shape::Named(value) => json!({"type": "object", "additionalProperties": self.shape(value)}),
            Shape::Either(shapes) => {
                let shapes: Vec<Value> = shapes.iter().map(|shape| self.shape(shape)).collect();
                json!({"anyOf": shapes})
            }
            Shape::Record(record) => self.defined(record.name, |this| this.record(record)),
            Shape::OneKey(record) => self.defined(record.name, |this| {
                let mut schema = this.record(record);
                // A block is told by its only key.
                schema["minProperties"] = json!(1);
                schema["maxProperties"] = json!(1);
                schema
            }),
        }
    }

    /// A reference to the definition `name`, which `make` makes where it is not there yet.
    fn defined(&mut self, name: &'static str, make: impl FnOnce(&mut Self) -> Value) -> Value {
        if !self.found.contains_key(name) {
            // Types may hold themselves; what is being made counts as there.
            self.found.insert(name, Value::Null);
            let made = make(self);
            self.found.insert(name, made);
        }
        json!({"$ref": format!("#/$defs/{name}")})
    }

    fn record(&mut self, record: &RecordShape) -> Value {
        let properties: Map<String, Value> =
            record.keys.iter().map(|key| (key.key.to_owned(), self.property(key))).collect();
        let required: Vec<&str> = record.keys.iter().filter(|key| key.required).map(|key| key.key).collect();
        let mut schema = json!({
            "type": "object",
            "description": described(&record.meaning),
            "properties": properties,
            "required": required,
            "additionalProperties": false,
        });
        // English alone is no text.
        let may_lack = |name: &str| record.keys.iter().any(|key| key.key == name && !key.required);
        if may_lack("ja") && may_lack("en") {
            schema["dependentRequired"] = json!({"en": ["ja"]});
        }
        schema
    }

    fn property(&mut self, key: &KeyShape) -> Value {
        let mut schema = self.shape(&(key.shape)());
        schema["description"] = json!(described(&key.meaning));
        schema
    }
}

/// Both languages, Japanese first, each on a line of its own.
fn described(meaning: &Meaning) -> String {
    format!("{}\n{}", meaning.ja, meaning.en.trim())
}

fn keyword_schema(keyword: &KeywordShape) -> Value {
    let words: Vec<&str> = keyword.words.iter().map(|(word, _)| *word).collect();
    let meanings: Vec<String> = keyword.words.iter().map(|(_, meaning)| described(meaning)).collect();
    json!({"enum": words, "description": described(&keyword.meaning), "enumDescriptions": meanings})
}

/// A template: one number or none, between words that may name the parent.
fn style_schema() -> Value {
    let names: Vec<&str> = Numeral::names().collect();
    let around = format!("([^{{}}{UNPRINTABLE}]|\\{{parent\\}})*");
    let pattern = format!("^{around}(\\{{({})\\}}{around})?$", names.join("|"));
    json!({"type": ["string", "number", "boolean"], "pattern": pattern})
}
