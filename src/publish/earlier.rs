//! Pages of regions that stay from an earlier build, since errors keep new ones from being made.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use super::MADE;
use crate::base::artifact::Artifact;
use crate::base::locale::Lang;
use crate::content::SetKey;
use crate::corpus::Languages;
use crate::platform::below_root;

/// The files of an earlier build that are about some regions.
#[derive(Debug, Default)]
pub struct EarlierPages {
    /// The files.
    pub files: Vec<Artifact>,
    /// The regions that have a page of their own among them.
    pub regions: BTreeSet<SetKey>,
}

/// Returns what the last build into `output` made of `regions`: their pages and sheets, how they stand to the baseline and
/// beside other sets, and their data, in `languages`. What cannot be read is left out.
#[must_use]
pub fn earlier_pages(output: &Path, regions: &BTreeSet<SetKey>, languages: Languages) -> EarlierPages {
    let Ok(list) = fs::read_to_string(output.join(MADE)) else { return EarlierPages::default() };
    let mut pages = EarlierPages::default();
    // From the list, not from a walk: what others put into the folder is not republished as ours.
    let is_other =
        |path: &str| Lang::ALL.iter().any(|lang| !languages.has(*lang) && path.starts_with(&format!("{lang}/")));
    for path in list.lines().filter(|path| !is_other(path)) {
        let Some(region) = regions.iter().find(|region| is_about_region(path, region)) else { continue };
        let Ok(bytes) = fs::read(below_root(output, path)) else { continue };
        if Lang::ALL.iter().any(|lang| path == format!("{}/{}/index.html", lang.code(), region.folder())) {
            pages.regions.insert(region.clone());
        }
        pages.files.push(Artifact::new(path, bytes));
    }
    pages
}

/// Whether the file `path` of the output is about `region`: a folder of its way bears the region's name, alone or in a
/// pair of sets.
fn is_about_region(path: &str, region: &SetKey) -> bool {
    let name = region.to_string();
    let (folders, _) = path.rsplit_once('/').unwrap_or_default();
    let mut above = "";
    folders.split('/').any(|folder| {
        let found = match above {
            "regions" | "conformance" => folder == name,
            "pairs" => folder.split('_').any(|one| one == name),
            _ => false,
        };
        above = folder;
        found
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_about_a_region_are_known_by_their_folders() {
        let region = SetKey::Region("midori".to_owned());
        let about = |path: &str| is_about_region(path, &region);
        assert!(about("ja/regions/midori/policy/index.html") && about("ja/compare/pairs/baseline_midori/index.html"));
        assert!(about("ja/conformance/midori/index.html"));
        assert!(about("data/oscal/regions/midori/profile.json"));
        assert!(!about("ja/regions/midori-ku/index.html") && !about("ja/regions/aoba/midori/index.html"));
        assert!(!about("ja/conformance/requirements/midori/index.html") && !about("midori"));
    }
}
