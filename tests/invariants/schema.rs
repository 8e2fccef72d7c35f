//! What is read is written again and says the same.

use std::sync::Arc;

use crate::support::{corpus, is_kind, read_folder, root, text};
use junsoku::base::diagnostics::{Diagnostics, SourceFile};
use junsoku::content::{Value, YamlNode, file_kind, yaml_tree};
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
fn every_file_is_written_as_it_was_read() {
    let files = read_folder(&root());
    let mut rewritten = 0;
    for (path, bytes) in files.iter().filter(|(path, _)| is_kind(path, "yaml")) {
        assert!(file_kind(path).is_some(), "{path} is of no kind");
        check_rewriting(path, text(bytes));
        rewritten += 1;
    }
    assert!(rewritten >= 2 * corpus().sets.len(), "{rewritten}");
}
