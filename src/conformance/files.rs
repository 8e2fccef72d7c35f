//! The files to download that tell how regions stand to the baseline, by their paths below the output folder.

use super::coverage::{regions_held, regions_left_out};
use super::export::{CSV, JSON, PartFile, WORKBOOK, parts_held};
use crate::content::SetKey;
use crate::corpus::{Corpus, RegionParts};

/// The path of the requirements as a catalog of OSCAL, below the output folder.
pub const CATALOG: &str = "data/oscal/baseline/catalog.json";

/// Returns the path of a region's profile of OSCAL, below the output folder.
#[must_use]
pub fn profile_path(region: &SetKey) -> String {
    format!("data/oscal/{}/profile.json", region.folder())
}

/// Returns the path of a region's component definition of OSCAL, below the output folder.
#[must_use]
pub fn component_path(region: &SetKey) -> String {
    format!("data/oscal/{}/component-definition.json", region.folder())
}

/// Returns the paths of all of them that `corpus` gives.
#[must_use]
pub fn files_to_download(corpus: &Corpus) -> Vec<String> {
    let mut paths: Vec<String> = Vec::new();
    if !corpus.groups.is_empty() {
        let parts = RegionParts::of(corpus);
        paths.push(JSON.to_owned());
        if parts.is_empty() {
            paths.extend([CSV, WORKBOOK].map(str::to_owned));
        }
        paths.extend(parts_held(&parts).flat_map(|part| PartFile::ALL.map(|file| file.path(part.key))));
    }
    if corpus.set(&SetKey::Baseline).is_some() && corpus.requirements().next().is_some() {
        paths.push(CATALOG.to_owned());
        paths.extend(regions_held(corpus).flat_map(|set| [profile_path(&set.key), component_path(&set.key)]));
        paths.extend(regions_left_out(corpus).map(|(set, _)| component_path(&set.key)));
    }
    paths
}
