//! Finding requirements, and the mappings to them.

use crate::corpus::model::{Corpus, Mapping, Requirement, Set};

impl Corpus {
    /// Every requirement, in the order of groups.
    pub fn requirements(&self) -> impl Iterator<Item = &Requirement> {
        self.groups.iter().flat_map(|group| &group.requirements)
    }

    /// The requirement `id`.
    #[must_use]
    pub fn requirement(&self, id: &str) -> Option<&Requirement> {
        self.requirements().find(|requirement| requirement.id == id)
    }
}

impl Set {
    /// The mappings to the requirement `id`.
    pub fn mappings_to<'a>(&'a self, id: &'a str) -> impl Iterator<Item = &'a Mapping> {
        self.conformance.mappings.iter().filter(move |mapping| mapping.requirement == id)
    }
}
