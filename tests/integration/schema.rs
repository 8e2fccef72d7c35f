//! One declaration, three readings: what is written is read back, schemas tell every key, and the tables in
//! `content/README.md` are those of the declarations.

use std::fs;
use std::sync::Arc;

use crate::support::{Program, check_snapshot, is_kind, names_in, read_folder, shipped_content, text};
use junsoku::base::diagnostics::{Diagnostics, SourceFile};
use junsoku::content::{FILE_KINDS, Value, YamlNode, file_kind, json_schema, key_tables, yaml_tree};
use serde_json::Value as Json;

/// What a tree says: keys in order, without places and without the empty lists that a key left out means as well.
fn said(node: &YamlNode) -> Json {
    match &node.value {
        Value::Null => Json::Null,
        Value::Scalar(text) => Json::String(text.clone()),
        Value::List(list) => list.iter().map(said).collect(),
        Value::Map(entries) => {
            let mut keys: Vec<(String, Json)> =
                entries.iter().map(|(key, _, value)| (key.clone(), said(value))).collect();
            keys.retain(|(_, value)| !value.is_null() && value.as_array().is_none_or(|list| !list.is_empty()));
            keys.sort_by(|a, b| a.0.cmp(&b.0));
            keys.into_iter().collect()
        }
    }
}

fn parsed(path: &str, text: &str) -> YamlNode {
    yaml_tree(&Arc::new(SourceFile::new(path, text))).unwrap_or_else(|| panic!("{path} is no YAML:\n{text}"))
}

/// The file as the program writes it, which must say the same; writing it once more changes nothing.
fn check_rewriting(path: &str, text: &str) {
    let Some(kind) = file_kind(path) else { return };
    let mut findings = Diagnostics::default();
    let node = parsed(path, text);
    let Some(written) = kind.rewritten(&node, &mut findings).filter(|_| !findings.has_errors()) else { return };
    let again = parsed(path, &written);
    assert_eq!(said(&node), said(&again), "{path} says something else:\n{written}");
    assert_eq!(kind.rewritten(&again, &mut findings).as_ref(), Some(&written), "{path}");
}

#[test]
fn every_shipped_file_is_written_as_it_was_read() {
    let files = read_folder(&shipped_content());
    let mut rewritten = 0;
    for (path, bytes) in files.iter().filter(|(path, _)| is_kind(path, "yaml")) {
        assert!(file_kind(path).is_some(), "{path} is of no kind");
        check_rewriting(path, text(bytes));
        rewritten += 1;
    }
    assert!(rewritten > 40, "{rewritten}");
}

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
fn the_tables_of_keys_are_those_of_the_declarations() {
    let path = shipped_content().join("README.md");
    let readme = fs::read_to_string(&path).expect("the README of the content");
    let (before, rest) = readme.split_once("<!-- keys: ").expect("where the tables begin");
    let (head, rest) = rest.split_once('\n').expect("a line");
    let (tables, after) = rest.split_once("<!-- end of keys -->").expect("where the tables end");
    let made = format!("{}\n", key_tables());
    if std::env::var_os("JUNSOKU_REWRITE").is_some() {
        let readme = format!("{before}<!-- keys: {head}\n{made}<!-- end of keys -->{after}");
        fs::write(&path, readme).expect("a writable README");
        return;
    }
    assert_eq!(
        tables, made,
        "content/README.md is not up to date: JUNSOKU_REWRITE=1 cargo test --test integration schema"
    );
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
    assert!(told.contains("13個"), "{told}");
    let names: Vec<String> = names_in(&output);
    assert_eq!(names.len(), FILE_KINDS.len());
    let written = fs::read_to_string(output.join("form.schema.json")).expect("a schema");
    assert_eq!(serde_json::from_str::<Json>(&written).expect("JSON"), all["form"]);
    // A file stands where the folder would.
    let blocked = output.join("form.schema.json");
    let run = Program::new(["schema", "--output"]).arg(&blocked).run().check(2);
    assert!(run.stderr.contains("J0502"), "{}", run.stderr);
}
