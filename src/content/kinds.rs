//! The kinds of file in the content folder.

use super::conformance::WrittenConformance;
use super::decode::Decode;
use super::encode::yaml_of;
use super::form::WrittenForm;
use super::public_body::{WrittenAccessibilityTest, WrittenPublicBody};
use super::requirement::WrittenRequirementGroup;
use super::schema::WrittenDocument;
use super::set::{WrittenCodeTable, WrittenSet};
use super::settings::{Settings, Wording};
use super::shape::{Shape, Shaped};
use super::shared::{Guidelines, Laws, Links, Topics, WrittenGlossary};
use super::value::Encode;
use super::yaml::{Value, YamlNode};
use crate::base::diagnostics::Diagnostics;

/// A kind of file, told by the place of the file in the content folder.
#[derive(Debug)]
pub struct FileKind {
    /// The name of the kind: `document`, `form`.
    pub name: &'static str,
    /// The places of such files in the content folder, with `*` for what an author chooses. Where a file is at the place
    /// of two kinds, it is of the first of them in [`FILE_KINDS`].
    pub places: &'static [&'static str],
    /// The shape of such a file.
    pub shape: fn() -> Shape,
    rewrite: fn(&YamlNode, &mut Diagnostics) -> Option<String>,
}

impl FileKind {
    const fn of<T: Decode + Encode + Shaped>(name: &'static str, places: &'static [&'static str]) -> Self {
        Self { name, places, shape: T::shape, rewrite: rewrite::<T> }
    }

    /// Returns those of its places at which another kind of file stands, which is therefore none of its own: among the
    /// documents of a region lies `region.yaml`.
    #[must_use]
    pub fn places_of_others(&self) -> Vec<&'static str> {
        let before = FILE_KINDS.iter().take_while(|kind| kind.name != self.name);
        let is_own = |place: &&&str| self.places.iter().any(|own| fits(own, place));
        before.flat_map(|kind| kind.places).filter(is_own).copied().collect()
    }

    /// Returns the file that holds `node` as the program would write it; `None` after reporting why it cannot be read.
    /// Its comments are not kept.
    pub fn rewritten(&self, node: &YamlNode, findings: &mut Diagnostics) -> Option<String> {
        (self.rewrite)(node, findings)
    }
}

fn rewrite<T: Decode + Encode>(node: &YamlNode, findings: &mut Diagnostics) -> Option<String> {
    T::decode(node, findings).map(|value| yaml_of(&value))
}

/// Every kind of file.
pub static FILE_KINDS: [FileKind; 15] = [
    // These two come before the documents, whose places theirs are as well.
    FileKind::of::<WrittenSet>("set", &["baseline/baseline.yaml", "regions/*/region.yaml"]),
    FileKind::of::<WrittenConformance>("conformance", &["regions/*/conformance.yaml"]),
    FileKind::of::<WrittenDocument>(
        "document",
        &["baseline/*.yaml", "regions/*/*.yaml", "baseline/editions/*/*.yaml", "regions/*/editions/*/*.yaml"],
    ),
    FileKind::of::<WrittenForm>(
        "form",
        &[
            "baseline/forms/*.yaml",
            "regions/*/forms/*.yaml",
            "baseline/editions/*/forms/*.yaml",
            "regions/*/editions/*/forms/*.yaml",
        ],
    ),
    FileKind::of::<WrittenCodeTable>(
        "table",
        &[
            "baseline/tables/*.yaml",
            "regions/*/tables/*.yaml",
            "baseline/editions/*/tables/*.yaml",
            "regions/*/editions/*/tables/*.yaml",
        ],
    ),
    FileKind::of::<WrittenRequirementGroup>("requirements", &["baseline/requirements/*.yaml"]),
    FileKind::of::<Laws>("laws", &["shared/laws.yaml"]),
    FileKind::of::<Guidelines>("guidelines", &["shared/guidelines.yaml"]),
    FileKind::of::<Links>("links", &["shared/links.yaml"]),
    FileKind::of::<WrittenGlossary>("glossary", &["shared/glossary.yaml"]),
    FileKind::of::<Topics>("topics", &["shared/topics.yaml"]),
    FileKind::of::<Wording>("wording", &["shared/wording.yaml"]),
    FileKind::of::<WrittenPublicBody>("public-body", &["shared/public-body.yaml"]),
    FileKind::of::<WrittenAccessibilityTest>("accessibility-test", &["shared/accessibility-test.yaml"]),
    FileKind::of::<Settings>("settings", &["junsoku.yaml"]),
];

/// Returns the path at which a file with the keys of `node` would be read, in the region that `parts`, its own path, names;
/// `None` where its keys are those of no kind, or of several.
pub(super) fn likely_place(node: &YamlNode, parts: &[String]) -> Option<String> {
    let Value::Map(entries) = &node.value else { return None };
    let is_like = |kind: &&FileKind| {
        let Shape::Record(record) = (kind.shape)() else { return false };
        let known = |key: &str| record.keys.iter().any(|known| known.key == key);
        let written = |key: &str| entries.iter().any(|(name, _, _)| name == key);
        let whole = record.keys.iter().filter(|key| key.required).all(|key| written(key.key));
        !entries.is_empty() && whole && entries.iter().all(|(name, _, _)| known(name))
    };
    let mut like = FILE_KINDS.iter().filter(is_like);
    let (Some(kind), None) = (like.next(), like.next()) else { return None };
    let is_baseline = parts.first().is_some_and(|folder| folder == "baseline");
    let of_set = |place: &&&str| place.starts_with("baseline/") == is_baseline;
    let place = kind.places.iter().find(of_set).or(kind.places.first())?;
    let name = parts.last()?;
    let region = match parts {
        [folder, id, _, ..] if folder == "regions" => id.as_str(),
        _ => "<region>",
    };
    // The last star is the name of the file, one before it that of the region.
    let place = place.strip_suffix("*.yaml").map_or_else(|| (*place).to_owned(), |folder| format!("{folder}{name}"));
    Some(place.replacen('*', region, 1))
}

/// Returns the kind of the file at `path` below the content folder; `None` where no file of content stands there.
#[must_use]
pub fn file_kind(path: &str) -> Option<&'static FileKind> {
    FILE_KINDS.iter().find(|kind| kind.places.iter().any(|place| fits(place, path)))
}

fn fits(place: &str, path: &str) -> bool {
    let same = |(place, part): (&str, &str)| match place.split_once('*') {
        None => place == part,
        // The star stands for one letter at least: `.yaml` alone is a hidden file.
        Some((_, after)) => part.len() > after.len() && part.ends_with(after),
    };
    place.split('/').count() == path.split('/').count() && place.split('/').zip(path.split('/')).all(same)
}
