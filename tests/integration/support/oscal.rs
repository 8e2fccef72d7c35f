//! Looking into documents in OSCAL.

use std::collections::BTreeMap;

use junsoku::base::artifact::ArtifactsInMemory;
use junsoku::corpus::Corpus;
use junsoku::oscal;
use serde_json::{Map, Value};

use super::{Files, by_path};

/// Documents by their paths below the output folder.
pub(crate) type Documents = BTreeMap<String, Value>;

/// The export of `corpus`.
pub(crate) fn documents(corpus: &Corpus) -> Documents {
    let made = ArtifactsInMemory::default();
    oscal::render_oscal(corpus, &made).expect("documents");
    parsed(&by_path(made.into_artifacts()))
}

/// The export among `files`.
pub(crate) fn parsed(files: &Files) -> Documents {
    let json = files.iter().filter(|(path, _)| path.starts_with("data/oscal/"));
    json.map(|(path, bytes)| (path.clone(), serde_json::from_slice(bytes).expect("JSON"))).collect()
}

/// Calls `visit` for every object of `value`, with the key it stands under.
pub(crate) fn walk<'a>(key: &'a str, value: &'a Value, visit: &mut impl FnMut(&'a str, &'a Map<String, Value>)) {
    match value {
        Value::Object(object) => {
            visit(key, object);
            object.iter().for_each(|(key, value)| walk(key, value, visit));
        }
        Value::Array(list) => list.iter().for_each(|value| walk(key, value, visit)),
        _ => {}
    }
}

/// The objects that stand under `key`, or in an array under it.
pub(crate) fn under<'a>(document: &'a Value, key: &str) -> Vec<&'a Map<String, Value>> {
    let mut found = Vec::new();
    walk("", document, &mut |at, object| found.extend((at == key).then_some(object)));
    found
}

/// The text under `key`.
pub(crate) fn string<'a>(object: &'a Map<String, Value>, key: &str) -> &'a str {
    object.get(key).and_then(Value::as_str).unwrap_or_else(|| panic!("no {key} in {object:?}"))
}

/// The text under `key` of each object.
pub(crate) fn strings<'a>(objects: &[&'a Map<String, Value>], key: &str) -> Vec<&'a str> {
    objects.iter().map(|object| string(object, key)).collect()
}

/// The values of the properties called `name`.
pub(crate) fn values<'a>(object: &'a Map<String, Value>, name: &str) -> Vec<&'a str> {
    let props = object.get("props").and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_object);
    props.filter(|prop| string(prop, "name") == name).map(|prop| string(prop, "value")).collect()
}

/// What a region says of a control.
pub(crate) fn requirement<'a>(documents: &'a Documents, region: &str, control: &str) -> &'a Map<String, Value> {
    let document = &documents[&format!("data/oscal/regions/{region}/component-definition.json")];
    let mut found = under(document, "implemented-requirements").into_iter();
    found.find(|one| string(one, "control-id") == control).expect("an implemented requirement")
}
