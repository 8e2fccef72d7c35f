//! The kind of a file of the content folder, by its place; and the place at which one ought to stand that has none.

use super::basics::{is_id, kebab_id};
use super::decode::parse_date;
use super::files::ContentFile;
use super::kinds::likely_place;
use super::set_key::{EDITIONS, SetKey};
use super::yaml;
use crate::base::diagnostics::{Code, Diagnostic};

/// The kind of a file, by its place.
pub(super) enum FileSlot {
    Set(SetKey),
    Document(SetKey, String),
    Form(SetKey, String),
    Table(SetKey, String),
    Conformance(SetKey),
    Requirements(String),
    Laws,
    Guidelines,
    Links,
    Glossary,
    Topics,
    Settings,
    Wording,
    PublicBody,
    AccessibilityTest,
}

/// Returns the slot of the file at these parts of a path below the content folder; `None` where nothing is read.
pub(super) fn file_slot(parts: &[String]) -> Option<FileSlot> {
    let parts: Vec<&str> = parts.iter().map(String::as_str).collect();
    let (key, rest) = match parts.as_slice() {
        ["junsoku.yaml"] => return Some(FileSlot::Settings),
        ["shared", "wording.yaml"] => return Some(FileSlot::Wording),
        ["shared", "public-body.yaml"] => return Some(FileSlot::PublicBody),
        ["shared", "accessibility-test.yaml"] => return Some(FileSlot::AccessibilityTest),
        ["shared", "laws.yaml"] => return Some(FileSlot::Laws),
        ["shared", "guidelines.yaml"] => return Some(FileSlot::Guidelines),
        ["shared", "links.yaml"] => return Some(FileSlot::Links),
        ["shared", "glossary.yaml"] => return Some(FileSlot::Glossary),
        ["shared", "topics.yaml"] => return Some(FileSlot::Topics),
        ["baseline", rest @ ..] => (SetKey::Baseline, rest),
        // A region of this id could not be told from the baseline in a reference.
        ["regions", id, rest @ ..] if is_id(id) && *id != "baseline" => (SetKey::Region((*id).to_owned()), rest),
        _ => return None,
    };
    if let [EDITIONS, date, rest @ ..] = rest {
        // A folder that is no date has no slot; `misplaced` says what it should be called.
        return in_edition(key.edition(parse_date(date)?), rest);
    }
    match rest {
        // Before the documents, whose place is the same.
        [file] if *file == key.file() => Some(FileSlot::Set(key)),
        ["conformance.yaml"] if key != SetKey::Baseline => Some(FileSlot::Conformance(key)),
        ["requirements", file] if key == SetKey::Baseline => Some(FileSlot::Requirements(stem(file)?)),
        // These take the places of other things, here or in the output.
        ["forms.yaml" | "tables.yaml" | "conformance.yaml" | "editions.yaml"] => None,
        _ => writing(key, rest),
    }
}

/// A document, form or table, by its place in the set's folder.
fn writing(key: SetKey, rest: &[&str]) -> Option<FileSlot> {
    match rest {
        [file] => Some(FileSlot::Document(key, stem(file)?)),
        ["forms", file] => Some(FileSlot::Form(key, stem(file)?)),
        ["tables", file] => Some(FileSlot::Table(key, stem(file)?)),
        _ => None,
    }
}

/// Returns the slot of a file in an edition; the set itself and its standing to the baseline belong to the present set
/// only.
fn in_edition(key: SetKey, rest: &[&str]) -> Option<FileSlot> {
    match rest {
        ["region.yaml" | "baseline.yaml" | "conformance.yaml" | "forms.yaml" | "tables.yaml"] => None,
        _ => writing(key, rest),
    }
}

/// The finding for a file whose place means nothing.
pub(super) fn misplaced(file: &ContentFile) -> Diagnostic {
    match edition_folder(&file.parts).filter(|folder| parse_date(folder).is_none()) {
        Some(folder) => Diagnostic::new(Code::J0113).arg("folder", folder),
        None => match proper_place(file) {
            Some(place) => Diagnostic::new(Code::J0107).arg("near", place).hint_id("put-at"),
            None => Diagnostic::new(Code::J0107),
        },
    }
}

/// Returns the path below the content folder at which `file` would be read: its own as names have to be written, or that of
/// the kind of file that it looks like.
fn proper_place(file: &ContentFile) -> Option<String> {
    let plain = |part: &String| part.strip_suffix(".yml").map_or_else(|| part.clone(), |stem| format!("{stem}.yaml"));
    let mut parts: Vec<String> = file.parts.iter().map(|part| plain(&part.to_lowercase())).collect();
    if let Some(name) = parts.last_mut() {
        *name = format!("{}.yaml", kebab_id(name.strip_suffix(".yaml").unwrap_or(name))?);
    }
    if parts != file.parts && file_slot(&parts).is_some() {
        return Some(parts.join("/"));
    }
    let place = likely_place(&yaml::parse_yaml(&file.source).ok()?, &parts)?;
    (place != file.parts.join("/")).then_some(place)
}

/// The folder of the edition that a file belongs to, which ought to be a date.
pub(super) fn edition_folder(parts: &[String]) -> Option<&str> {
    let parts: Vec<&str> = parts.iter().map(String::as_str).collect();
    match parts.as_slice() {
        ["baseline", EDITIONS, folder, _, ..] | ["regions", _, EDITIONS, folder, _, ..] => Some(folder),
        _ => None,
    }
}

fn stem(file: &str) -> Option<String> {
    file.strip_suffix(".yaml").filter(|stem| is_id(stem)).map(str::to_owned)
}
