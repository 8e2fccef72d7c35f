//! What of the corpus is published.

use std::collections::BTreeSet;

use crate::corpus::model::{Citation, Corpus, FollowedReference, Set, Target};

impl Corpus {
    /// Takes away what the settings do not let the site publish, and of laws and guidelines those that nothing published
    /// cites. The comparison goes over all that there is; its pages ask for themselves.
    pub fn leave_out_parts(&mut self) {
        if !self.parts.forms {
            for set in self.sets.values_mut().chain(self.editions.values_mut()) {
                set.forms.clear();
            }
        }
        if !self.parts.conformance {
            self.groups.clear();
        }
        if !self.languages.english {
            self.terms.clear();
        }
        if self.parts.references {
            let cited = self.cited();
            // What a guideline was replaced by is named beside it.
            let kept = |kind: &'static str, list: &[Citation]| -> BTreeSet<String> {
                let named = list.iter().filter(|one| cited.contains(&(kind, one.id.clone())));
                named.flat_map(|one| std::iter::once(one.id.clone()).chain(one.replaced_by.clone())).collect()
            };
            let (laws, guidelines) = (kept("law", &self.laws), kept("guideline", &self.guidelines));
            self.laws.retain(|law| laws.contains(&law.id));
            self.guidelines.retain(|guideline| guidelines.contains(&guideline.id));
        } else {
            self.laws.clear();
            self.guidelines.clear();
            self.terms.clear();
        }
    }

    /// The laws and guidelines that something published cites.
    fn cited(&self) -> BTreeSet<(&'static str, String)> {
        let cited = |target: &Target| target.cited().map(|(kind, id, _)| (kind, id.to_owned()));
        let mut found: BTreeSet<_> = self.pages.iter().flat_map(|page| &page.references).filter_map(cited).collect();
        let past = self.editions.values().flat_map(Set::units_of_all);
        for unit in self.units().into_iter().chain(past) {
            let followed: Vec<&FollowedReference> = unit.parts.iter().flat_map(|part| part.references()).collect();
            found.extend(followed.into_iter().filter_map(|followed| cited(&followed.target)));
        }
        found
    }
}
