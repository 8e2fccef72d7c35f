//! Schemas tell every key of every kind of file.

use std::fs;

use crate::support::{Program, check_snapshot, names_in};
use junsoku::content::{FILE_KINDS, json_schema};
use serde_json::Value as Json;

/// What the schema of each kind defines.
#[test]
fn each_kind_of_file_has_a_schema() {
    let mut list = String::new();
    for kind in &FILE_KINDS {
        let schema = json_schema(kind);
        let definitions: Vec<&str> =
            schema["$defs"].as_object().expect("definitions").keys().map(String::as_str).collect();
        list.push_str(&format!("{}: {}\n    {}\n", kind.name, kind.places.join(", "), definitions.join(" ")));
    }
    check_snapshot("schema-list", list);
}

/// Calls `visit` for every object in `schema`.
fn walk(schema: &Json, visit: &mut impl FnMut(&serde_json::Map<String, Json>)) {
    match schema {
        Json::Object(object) => {
            visit(object);
            object.values().for_each(|value| walk(value, visit));
        }
        Json::Array(list) => list.iter().for_each(|value| walk(value, visit)),
        Json::Null | Json::Bool(_) | Json::Number(_) | Json::String(_) => {}
    }
}

#[test]
fn every_key_and_word_is_told_in_both_languages() {
    let mut told = 0;
    for kind in &FILE_KINDS {
        walk(&json_schema(kind), &mut |object| {
            let words = object.get("enumDescriptions").and_then(Json::as_array).into_iter().flatten();
            let properties = object.get("properties").and_then(Json::as_object);
            let keys = properties.into_iter().flat_map(|keys| keys.values()).map(|key| &key["description"]);
            for description in keys.chain(words).chain(object.get("description").filter(|one| one.is_string())) {
                let description = description.as_str().expect("a description");
                let (ja, en) = description.split_once('\n').expect("both languages");
                assert!(!ja.is_empty() && !ja.is_ascii() || ja.starts_with('`'), "no Japanese: {description}");
                assert!(en.chars().filter(char::is_ascii_alphabetic).count() >= 3, "no English: {description}");
                told += 1;
            }
        });
    }
    assert!(told > 500, "{told}");
}

#[test]
fn the_command_prints_and_writes_schemas() {
    let all = Program::new(["schema"]).run().check(0).stdout;
    let all: Json = serde_json::from_str(&all).expect("JSON");
    assert_eq!(all.as_object().expect("an object").len(), FILE_KINDS.len());
    let form = Program::new(["schema", "form"]).run().check(0).stdout;
    assert_eq!(serde_json::from_str::<Json>(&form).expect("JSON"), all["form"]);
    Program::new(["schema", "from"]).run().check(2);

    let folder = tempfile::tempdir().expect("a folder");
    let output = folder.path().join("schemas");
    let told = Program::new(["schema", "--lang", "ja", "--output"]).arg(&output).run().check(0).stdout;
    assert!(told.contains("15個"), "{told}");
    let names: Vec<String> = names_in(&output);
    assert_eq!(names.len(), FILE_KINDS.len());
    let written = fs::read_to_string(output.join("form.schema.json")).expect("a schema");
    assert_eq!(serde_json::from_str::<Json>(&written).expect("JSON"), all["form"]);
    // A file stands where the folder would.
    let blocked = output.join("form.schema.json");
    let run = Program::new(["schema", "--output"]).arg(&blocked).run().check(2);
    assert!(run.stderr.contains("J0502"), "{}", run.stderr);
}
