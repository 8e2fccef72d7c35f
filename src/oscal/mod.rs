//! The export in OSCAL 1.2.1, NIST's language for requirements and what meets them: the baseline as a catalog, and for
//! each region a profile that imports it and a component definition that says how the region's documents stand to it.
//! Not assessment results, since nobody made an assessment.
//!
//! Japanese stands in OSCAL's own fields. What OSCAL has no place for, the English first, stands in properties and
//! parts of a namespace of junsoku's own.

mod catalog;
mod component;
mod implemented;
mod metadata;
mod names;
mod parameters;
mod profile;
mod types;
mod words;

use rayon::prelude::*;
use serde::Serialize;

use self::metadata::Identity;
use self::words::MessagesInBoth;
use crate::base::artifact::{Artifact, Outlet, take_all};
use crate::base::diagnostics::Diagnostic;
use crate::conformance;
use crate::content::SetKey;
use crate::corpus::{Corpus, Set};

pub use crate::conformance::{CATALOG, component_path, profile_path};

/// Gives the whole export to `outlet`; nothing where there is no baseline with requirements.
///
/// # Errors
/// Those of `outlet`.
pub fn render_oscal(corpus: &Corpus, outlet: &dyn Outlet) -> Result<(), Box<Diagnostic>> {
    let Some(baseline) = corpus.set(&SetKey::Baseline).filter(|_| corpus.requirements().next().is_some()) else {
        return Ok(());
    };
    let export = OscalExport { corpus, baseline, words: &MessagesInBoth::new() };
    let regions: Vec<&Set> = conformance::regions_held(corpus).collect();
    outlet.take(export.catalog())?;
    let regions = regions.into_par_iter().filter(|region| outlet.wants(&component_path(&region.key)));
    regions.try_for_each(|region| {
        outlet.take(export.profile(region))?;
        outlet.take(export.component_definition(region))
    })?;
    // They have no profile: nothing of theirs was held against the catalog.
    take_all(outlet, conformance::regions_left_out(corpus).map(|(region, _)| export.component_definition(region)))
}

/// The sources that every document of the export is made from.
#[derive(Debug, Clone, Copy)]
struct OscalExport<'a> {
    corpus: &'a Corpus,
    baseline: &'a Set,
    words: &'a MessagesInBoth,
}

/// The file `path` with the document that `make` gives, which OSCAL calls `model`.
///
/// A document must have a new UUID and version whenever anything in it changes. So both are made from the document as
/// it would be without them.
fn document_artifact<T: Serialize>(path: String, model: &str, date: &str, make: impl Fn(Identity) -> T) -> Artifact {
    let draft = document_json(model, &make(Identity::draft(date)));
    let fingerprint = blake3::hash(draft.as_bytes()).to_hex();
    let bytes = document_json(model, &make(Identity::of(&path, date, &fingerprint)));
    Artifact::new(path, bytes)
}

/// A document of OSCAL: one object whose only key says what it is. Names and texts alone cannot fail to be written.
fn document_json<T: Serialize>(model: &str, document: &T) -> String {
    let whole = std::collections::BTreeMap::from([(model, document)]);
    // In one line: indented it would be twice as long, and nobody reads it as it stands.
    serde_json::to_string(&whole).unwrap_or_default() + "\n"
}

/// The way from a file of the export to the file `to`, both below the output folder.
fn way(from: &str, to: &str) -> String {
    "../".repeat(from.matches('/').count()) + to
}
