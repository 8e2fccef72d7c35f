//! The export in OSCAL: what is in it, and when a document of it changes.

use crate::support::Case;
use crate::support::oscal::{Documents, documents, parsed, requirement, string, strings, under, values};
use serde_json::Value;

#[test]
fn without_requirements_there_is_no_export() {
    let built = Case::new("").build();
    assert_eq!(parsed(&built.files).len(), 0);
}

#[test]
fn a_council_that_maps_its_own_text_is_named_as_the_maker() {
    let documents = documents(&Case::new("base: conformance\n").load().corpus);
    let metadata = under(&documents["data/oscal/regions/midori/component-definition.json"], "metadata")[0];
    let said = string(metadata, "remarks");
    assert!(said.contains("みどり町医療介護連携会議が付けた") && !said.contains("junsoku"), "{said}");
    assert!(!said.contains("書き換えた"), "nothing is restated: {said}");
    assert_eq!(strings(&under(&metadata["parties"], ""), "name"), ["みどり町医療介護連携会議"]);
    assert_eq!(string(metadata, "last-modified"), "1970-01-01T00:00:00+09:00", "nothing bears a date");
    let keeping = requirement(&documents, "midori", "keys.keeping");
    assert_eq!(values(keeping, "role"), ["role.duty"]);
    assert_eq!(values(keeping, "citation"), ["第三条", "Article 3"]);
}

#[test]
fn a_document_that_changes_has_a_new_uuid_and_version_and_no_other_document_has() {
    let case = Case::new("base: conformance\n");
    let before = documents(&case.load().corpus);
    let policy = "regions/midori/policy.yaml";
    case.write(policy, case.read(policy).replace("無くした", "紛失した"));
    let after = documents(&case.load().corpus);
    let mut changed = Vec::new();
    for (path, document) in &after {
        let identity = |document: &Value| {
            let root = document.as_object().and_then(|root| root.values().next()).expect("a document");
            [root["uuid"].clone(), root["metadata"]["version"].clone()]
        };
        let (old, new) = (identity(&before[path]), identity(document));
        assert_eq!(document == &before[path], old == new, "{path}");
        assert_eq!(old[0] == new[0], old[1] == new[1], "{path}");
        changed.extend((old != new).then_some(path.as_str()));
    }
    assert_eq!(changed, ["data/oscal/regions/midori/component-definition.json"]);
    let kept = |documents: &Documents| string(requirement(documents, "midori", "keys.report"), "uuid").to_owned();
    assert_eq!(kept(&before), kept(&after), "what is said of a requirement keeps its name");
}
