//! A region's profile: all of the baseline, against which the region's documents are held.

use super::metadata::{About, newest};
use super::types::{Import, Merge, Nothing, Profile};
use super::words::BilingualText;
use super::{OscalExport, document_artifact, profile_path};
use crate::base::artifact::Artifact;
use crate::corpus::Set;

/// The way from a profile to the catalog.
const CATALOG_HREF: &str = "../../baseline/catalog.json";

impl OscalExport<'_> {
    /// The profile of `region`.
    pub(super) fn profile(&self, region: &Set) -> Artifact {
        let [name, council] = [&region.name, &region.council].map(BilingualText::words);
        let baseline = BilingualText::words(&self.baseline.name);
        let date = newest(&[self.baseline, region]);
        document_artifact(profile_path(&region.key), "profile", &date, |identity| {
            let args = [("region", &name), ("baseline", &baseline), ("council", &council)];
            let about = About {
                title: self.words.with("oscal-profile-title", &args),
                statements: vec![self.words.with("oscal-imported", &args)],
                prepared_by: None,
                issuer: self.baseline,
                roles: Vec::new(),
            };
            Profile {
                metadata: self.metadata(&identity, about),
                uuid: identity.uuid,
                // The whole catalog: a region is held against all of it, whatever it leaves out.
                imports: vec![Import { href: CATALOG_HREF, include_all: Nothing {} }],
                merge: Merge { as_is: true },
            }
        })
    }
}
