//! The JSON Schema (draft 2020-12) of the data of a form: the same that `fill` and the page go by.

use serde_json::{Map, Value as Json, json};

use super::sheet::{AskedBlock, AskedField, AskedSheet};
use super::value_rules::LONGEST;
use crate::base::artifact::Artifact;
use crate::base::locale::{Lang, Messages};
use crate::content::{FieldType, SetKey};
use crate::corpus::Corpus;

/// The schema of the data of a filled form.
#[must_use]
pub fn schema(sheet: &AskedSheet, title: &str) -> Json {
    let mut properties = Map::new();
    properties.insert("form".to_owned(), json!({"const": sheet.name}));
    properties.extend(sheet.blocks.iter().map(|block| (block.id.clone(), block_schema(block))));
    let required: Vec<&str> =
        sheet.blocks.iter().filter(|block| must_be_there(block)).map(|block| block.id.as_str()).collect();
    json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": title,
        "type": "object",
        "properties": properties,
        "required": required,
        "additionalProperties": false,
    })
}

fn must_be_there(block: &AskedBlock) -> bool {
    let has_required = block.fields.iter().any(|field| field.required || field.either) && !block.all_or_nothing;
    !block.office_use && block.rows.map_or(has_required, |rows| rows.min > 0)
}

fn block_schema(block: &AskedBlock) -> Json {
    let properties: Map<String, Json> =
        block.fields.iter().map(|field| (field.id.clone(), field_schema(field))).collect();
    let ids = |wanted: &dyn Fn(&&AskedField) -> bool| -> Vec<&str> {
        block.fields.iter().filter(|field| wanted(field)).map(|field| field.id.as_str()).collect()
    };
    let required = ids(&|field| field.required && !block.office_use);
    let once_begun = ids(&|field| block.needs(field));
    let mut entry = json!({"type": "object", "properties": properties, "additionalProperties": false});
    let one: Vec<Json> = block.alternatives().map(|field| json!({"required": [field.id]})).collect();
    if !one.is_empty() {
        let nothing = (block.rows.is_some() || block.all_or_nothing).then(|| json!({"maxProperties": 0}));
        entry["allOf"] = json!([{"anyOf": nothing.into_iter().chain(one).collect::<Vec<_>>()}]);
    }
    if block.all_or_nothing {
        // Whoever signs for another is there as a whole or not at all.
        entry["anyOf"] = json!([{"maxProperties": 0}, {"required": once_begun}]);
    } else {
        entry["required"] = json!(required);
        if once_begun != required {
            // Who is meant must be said as soon as anything else is.
            entry["anyOf"] = json!([{"maxProperties": 0}, {"required": once_begun}]);
        }
    }
    let mut whole = match block.rows {
        None => entry,
        Some(rows) => {
            let mut list =
                json!({"type": "array", "items": entry, "minItems": if block.office_use { 0 } else { rows.min }});
            if let Some(max) = rows.max {
                list["maxItems"] = json!(max);
            }
            list
        }
    };
    if let Some(caption) = &block.caption {
        whole["title"] = json!(caption);
    }
    whole
}

fn field_schema(field: &AskedField) -> Json {
    let codes: Vec<&str> = field.choices.iter().map(|(code, _)| code.as_str()).collect();
    let mut schema = match field.kind {
        FieldType::Text | FieldType::Furigana => {
            json!({"type": "string", "pattern": "^[^\\n]*$", "maxLength": LONGEST})
        }
        FieldType::Multiline => json!({"type": "string", "maxLength": LONGEST}),
        FieldType::PostalCode => json!({"type": "string", "pattern": "^[0-9]{3}-[0-9]{4}$"}),
        // The reader of values counts digits alone (9 to 15); a pattern can only count all signs.
        FieldType::Telephone => json!({"type": "string", "pattern": "^[0-9+()#-]{9,}$"}),
        FieldType::Email => json!({"type": "string", "pattern": "^[^@]+@[^@]+\\.[^@]+$"}),
        FieldType::Number => json!({"type": "integer"}),
        FieldType::Date => json!({"type": "string", "format": "date"}),
        FieldType::Choice | FieldType::Radio => json!({"enum": codes}),
        FieldType::Checkboxes => json!({"type": "array", "items": {"enum": codes}, "uniqueItems": true}),
        FieldType::Check => json!({"type": "boolean"}),
    };
    schema["title"] = json!(field.label);
    schema
}

/// Returns the path of a form's schema: beside its page.
#[must_use]
pub fn schema_path(lang: Lang, set: &SetKey, form: &str) -> String {
    format!("{lang}/{}/forms/{form}.schema.json", set.folder())
}

/// The schemas of every form, in the languages of the site.
pub fn schemas(corpus: &Corpus) -> impl Iterator<Item = Artifact> {
    let forms = corpus.sets.values().flat_map(|set| set.forms.iter().map(move |form| (set, form)));
    let in_each = corpus
        .languages
        .iter()
        .map(Messages::of)
        .flat_map(move |messages| forms.clone().map(move |(set, form)| (messages, set, form)));
    in_each.map(|(messages, set, form)| {
        let lang = messages.lang();
        let schema = schema(&AskedSheet::of(corpus, set, form, messages), form.title.get(lang));
        // A value always serialises.
        let text = serde_json::to_string_pretty(&schema).unwrap_or_default() + "\n";
        Artifact::new(schema_path(lang, &set.key, &form.id), text.into_bytes())
    })
}
