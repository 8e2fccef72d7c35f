//! The names of things in OSCAL documents: UUIDs that are the same in every build, and ids within a document.

use uuid::Uuid;

use crate::content::Actor;

/// The namespace of names that are junsoku's own. It was drawn once and never changes.
pub(super) const NAMESPACE: &str = "urn:uuid:5f0c3e0a-6f0b-4d6e-9d5c-2b7a4f1e8c93";

/// The same, as that from which UUIDs are made.
const SPACE: Uuid = uuid::uuid!("5f0c3e0a-6f0b-4d6e-9d5c-2b7a4f1e8c93");

/// The UUID of what is called `name`: version 5, so that the same name always has the same.
pub(super) fn uuid(name: &str) -> String {
    Uuid::new_v5(&SPACE, name.as_bytes()).hyphenated().to_string()
}

/// The id of a group. No id of the content holds `_`, so that no requirement can have the same.
pub(super) fn group(id: &str) -> String {
    format!("{id}_group")
}

/// The id of the text of `requirement`.
pub(super) fn statement(requirement: &str) -> String {
    format!("{requirement}_smt")
}

/// The id of the English text of `requirement`.
pub(super) fn translation(requirement: &str) -> String {
    format!("{requirement}_smt.en")
}

/// The id of a parameter of `requirement`.
pub(super) fn parameter_id(requirement: &str, id: &str) -> String {
    format!("{requirement}_prm.{id}")
}

/// The id of the role that the baseline calls `actor`.
pub(super) fn actor(actor: Actor) -> String {
    // The word before it keeps an actor apart from a role of a region that is called like it.
    format!("actor.{}", actor.word())
}

/// The id of a region's own role.
pub(super) fn role_id(id: &str) -> String {
    format!("role.{id}")
}
