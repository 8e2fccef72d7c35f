//! The standing of a region's documents to the baseline, as a component definition.

use super::metadata::{About, metadata_role, newest};
use super::types::{Component, ComponentDefinition, ControlImplementation};
use super::words::{BilingualText, Properties};
use super::{OscalExport, component_path, document_artifact, names};
use crate::base::artifact::Artifact;
use crate::conformance::{ReadingState, coverage, reading_state};
use crate::content::Standing;
use crate::corpus::Set;
use crate::corpus::query::notices::conformance_standing;

/// The way from a component definition to the profile of its region.
const PROFILE_HREF: &str = "profile.json";

impl OscalExport<'_> {
    /// The component definition of `region`.
    pub(super) fn component_definition(&self, region: &Set) -> Artifact {
        let date = newest(&[self.baseline, region]);
        let path = component_path(&region.key);
        document_artifact(path.clone(), "component-definition", &date, |identity| ComponentDefinition {
            metadata: self.metadata(&identity, self.about(region)),
            uuid: identity.uuid,
            components: vec![self.component(region, &path)],
            back_matter: self.sources(region, &path),
        })
    }

    fn about<'s>(&self, region: &'s Set) -> About<'s> {
        let [name, council] = [&region.name, &region.council].map(BilingualText::words);
        let [baseline, vendor] = [&self.baseline.name, &self.baseline.council].map(BilingualText::words);
        // The council is named as the maker only where it says that it is.
        let official = conformance_standing(region) == Standing::Official;
        let args = [("region", &name), ("council", &council), ("baseline", &baseline), ("vendor", &vendor)];
        let mapped = match reading_state(region) {
            // Of a region that nobody has compared it is said that nobody has: the file is there, and its silence would
            // be read as an answer.
            Some(state @ (ReadingState::Unread | ReadingState::Draft)) => format!("oscal-{}", state.word()),
            Some(ReadingState::Compared) | None => format!("oscal-mapped-{}", conformance_standing(region).word()),
        };
        let mapped = self.words.with(&mapped, &args);
        let own = region
            .conformance
            .roles
            .iter()
            .map(|own| metadata_role(names::role_id(&own.id), &BilingualText::words(&own.name)));
        About {
            title: self.words.with("oscal-component-title", &args),
            statements: self.restated(&[region]).into_iter().chain([mapped]).collect(),
            prepared_by: official.then_some(region),
            issuer: region,
            roles: self.actors().into_iter().chain(own).collect(),
        }
    }

    fn component(&self, region: &Set, path: &str) -> Component {
        let args =
            [("region", &BilingualText::words(&region.name)), ("baseline", &BilingualText::words(&self.baseline.name))];
        let (title, summary) = (self.words.with("oscal-policy-title", &args), BilingualText::words(&region.summary));
        let compared = reading_state(region) == Some(ReadingState::Compared);
        // Where nobody has looked, no list says which requirements are unmet.
        let implementation = compared.then(|| self.implementation(region, path, &args));
        let mut props = Properties::default();
        props.own("region", &region.key.to_string());
        props.english("title", &title);
        props.english("description", &summary);
        Component {
            uuid: names::uuid(&format!("{}/component", region.key.folder())),
            kind: "policy",
            title: title.title(),
            description: summary.prose(),
            props: props.list(),
            control_implementations: implementation.into_iter().collect(),
        }
    }

    fn implementation(&self, region: &Set, path: &str, args: &[(&str, &BilingualText)]) -> ControlImplementation {
        let description = self.words.with("oscal-implementation", args);
        let mut props = Properties::default();
        props.english("description", &description);
        props.own("standing", conformance_standing(region).word());
        let entries = coverage(self.corpus, region);
        ControlImplementation {
            uuid: names::uuid(&format!("{}/implementation", region.key.folder())),
            source: PROFILE_HREF,
            description: description.prose(),
            props: props.list(),
            implemented_requirements: entries.iter().map(|entry| self.implemented(region, entry, path)).collect(),
        }
    }
}
