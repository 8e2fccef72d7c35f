//! Confirmed mappings and topics in the files of documents: only their own bytes are put in, and only if the provision still says
//! what the person read.

use std::sync::Arc;

use crate::base::diagnostics::{Diagnostics, SourceFile};
use crate::content::{
    Decode as _, EditError, EditPath, Landing, Shape, Shaped as _, WrittenDivision, WrittenDocument, WrittenMapping,
    WrittenProvision, YamlEditor, braces_of, yaml_tree,
};
use crate::corpus::Provision;

/// The reason why a mapping or a topic is not put into a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum MappingRefusal {
    /// The provision is gone, or says something else than when it was read.
    Changed,
    /// The provision is mapped to this requirement.
    Mapped,
    /// The file cannot be edited in place.
    Uneditable(EditError),
}

/// Returns the text `now` of the file of a document with `mapping` added to `provision`, which is as it was read.
///
/// # Errors
/// A refusal if the provision changed meanwhile, is mapped to the requirement, or cannot be edited; the text stays.
pub fn with_mapping(now: &str, provision: &Provision, mapping: &WrittenMapping) -> Result<String, MappingRefusal> {
    let present = present_document(now, provision)?;
    let (path, as_is) = as_it_was_read(&present, provision)?;
    if as_is.meets.iter().any(|other| other.requirement.value == mapping.requirement.value) {
        return Err(MappingRefusal::Mapped);
    }
    let mut file = YamlEditor::new(now).map_err(MappingRefusal::Uneditable)?;
    let value = braces_of(mapping).ok_or(MappingRefusal::Changed)?;
    let list = path.clone().key("meets");
    let added = if as_is.meets.is_empty() && !file.contains(&list) {
        file.insert_key(&path, &Landing::InOrder(keys_of_a_provision()), "meets", &format!("- {value}\n"))
    } else {
        file.insert(&list, &Landing::Last, &value)
    };
    added.map_err(MappingRefusal::Uneditable)?;
    Ok(file.into_text())
}

/// Returns the text `now` of the file of a document in which `provision`, which is as it was read, has the topic `topic`.
///
/// # Errors
/// A refusal if the provision changed meanwhile, also if it has a topic now, or cannot be edited; the text stays.
pub fn with_topic(now: &str, provision: &Provision, topic: &str) -> Result<String, MappingRefusal> {
    let present = present_document(now, provision)?;
    let (path, as_is) = as_it_was_read(&present, provision)?;
    if as_is.topic.is_some() {
        return Err(MappingRefusal::Changed);
    }
    let mut file = YamlEditor::new(now).map_err(MappingRefusal::Uneditable)?;
    let added = file.insert_key(&path, &Landing::InOrder(keys_of_a_provision()), "topic", topic);
    added.map_err(MappingRefusal::Uneditable)?;
    Ok(file.into_text())
}

fn present_document(now: &str, provision: &Provision) -> Result<WrittenDocument, MappingRefusal> {
    let file = Arc::new(SourceFile::new(provision.place.file.path.as_str(), now));
    written_document(&file).ok_or(MappingRefusal::Changed)
}

/// The provision in the document as it is now, and the way to it, if it says what it said when it was read.
fn as_it_was_read<'a>(
    present: &'a WrittenDocument,
    provision: &Provision,
) -> Result<(EditPath, &'a WrittenProvision), MappingRefusal> {
    let read = written_document(&provision.place.file).ok_or(MappingRefusal::Changed)?;
    let (_, as_read) = written_provision(&read, &provision.anchor).ok_or(MappingRefusal::Changed)?;
    let (path, as_is) = written_provision(present, &provision.anchor).ok_or(MappingRefusal::Changed)?;
    if provision_words(as_read) == provision_words(as_is) { Ok((path, as_is)) } else { Err(MappingRefusal::Changed) }
}

fn written_document(file: &Arc<SourceFile>) -> Option<WrittenDocument> {
    // What is wrong elsewhere in the file is told by whoever reads the content.
    WrittenDocument::decode(&yaml_tree(file)?, &mut Diagnostics::default())
}

/// The provision `anchor` as it is written, and the way to it.
fn written_provision<'a>(document: &'a WrittenDocument, anchor: &str) -> Option<(EditPath, &'a WrittenProvision)> {
    let ids: Vec<&str> = anchor.split('.').collect();
    if let Some(found) = provision_with_path(EditPath::root().key("body"), &document.body, &ids) {
        return Some(found);
    }
    let (first, rest) = ids.split_first()?;
    let in_divisions = |key: &str, divisions: &'a [WrittenDivision]| {
        let division = divisions.iter().find(|division| division.id.as_str() == *first)?;
        provision_with_path(EditPath::root().key(key).id(*first).key("body"), &division.body, rest)
    };
    in_divisions("supplementary", &document.supplementary).or_else(|| in_divisions("appendices", &document.appendices))
}

/// The provision at the end of `ids`, of which the first stands in `list`.
fn provision_with_path<'a>(
    path: EditPath,
    list: &'a [WrittenProvision],
    ids: &[&str],
) -> Option<(EditPath, &'a WrittenProvision)> {
    let (first, rest) = ids.split_first()?;
    let found = list.iter().find(|provision| provision.id.as_str() == *first)?;
    let path = path.id(*first);
    if rest.is_empty() {
        return Some((path, found));
    }
    let items = provision_with_path(path.clone().key("items"), &found.items, rest);
    items.or_else(|| provision_with_path(path.key("paragraphs"), &found.paragraphs, rest))
}

/// The Japanese words of a provision and of all that stands below it.
fn provision_words(provision: &WrittenProvision) -> Vec<&str> {
    let caption = provision.caption.iter().map(|caption| caption.ja.value.as_str());
    let text = provision.ja.iter().map(|text| text.value.as_str());
    let own = caption.chain(text);
    own.chain(provision.items.iter().chain(&provision.paragraphs).flat_map(provision_words)).collect()
}

/// The keys of a provision in the order in which they are written.
fn keys_of_a_provision() -> Vec<String> {
    // A declared mapping has no other shape.
    let Shape::Record(record) = WrittenProvision::shape() else { return Vec::new() };
    record.keys.iter().map(|key| key.key.to_owned()).collect()
}
