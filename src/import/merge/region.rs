//! The file of a region that exists: a person's work, to which only what is missing is added.

use crate::content::{EditError, EditPath, Landing, YamlEditor};

/// The keys that an import may have to add.
const KEYS: [&str; 2] = ["form_label", "table_label"];

/// `existing` with what `fresh` says and it does not say at all; `None` where nothing is missing.
///
/// # Errors
/// If one of the two cannot be edited.
pub fn completed_region(existing: &str, fresh: &str) -> Result<Option<String>, EditError> {
    let mut editor = YamlEditor::new(existing)?;
    let fresh = YamlEditor::new(fresh)?;
    let mut changed = false;
    for key in KEYS {
        let path = EditPath::root().key(key);
        if fresh.contains(&path) && !editor.contains(&path) {
            let order = ["name", "council", "summary", "conformance", "form_label", "table_label"];
            let landing = Landing::InOrder(order.map(str::to_owned).to_vec());
            editor.insert_key(&EditPath::root(), &landing, key, &fresh.fragment(&path)?)?;
            changed = true;
        }
    }
    Ok(changed.then(|| editor.into_text()))
}
