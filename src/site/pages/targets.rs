//! The pages that texts refer to.

use super::super::links::PageLinks;
use super::super::page::SitePage;
use super::{DocumentPage, FormPage, ReferencesPage, SetPage, TablesPage};
use crate::base::markup::TextLinks;
use crate::content::SetKey;
use crate::corpus::{Citation, Target};

impl TextLinks<Target> for PageLinks<'_> {
    fn href(&self, target: &Target) -> Option<String> {
        self.target(target)
    }

    fn picture(&self, path: &str) -> String {
        self.picture_at(path)
    }
}

impl PageLinks<'_> {
    /// Returns the way to what a text refers to; `None` where it is not published in this run.
    pub(in crate::site) fn target(&self, target: &Target) -> Option<String> {
        match target {
            Target::Address { address, .. } => Some(address.clone()),
            Target::Law { id, .. } => self.in_references("law", id, &self.corpus.laws),
            Target::Guideline { id, .. } => self.in_references("guideline", id, &self.corpus.guidelines),
            // A place to fill in stands in the sentence itself.
            Target::Field(_) => None,
            Target::Table { set, table } => self.in_set(set, &TablesPage(set), table),
            Target::Contact { set, contact } => self.in_set(set, &SetPage(set), &format!("contact-{contact}")),
            Target::Unavailable { set, document } => {
                self.in_set(set, &SetPage(set), &format!("unavailable-{document}"))
            }
            Target::Form { set, form } => {
                let known = self.corpus.set(set)?.forms.iter().any(|known| known.id == *form);
                known.then(|| self.to(&FormPage(set, form)))
            }
            Target::Provision { set, document, anchor } => {
                // With `--region` other sets are not published, and nothing may lead to pages that are not there.
                let known = self.corpus.set(set)?.documents.iter().any(|known| known.id == *document);
                known.then(|| self.place_on(&DocumentPage(set, document), anchor))
            }
        }
    }

    /// Returns the way to a law or guideline on the page of references, if it is listed there.
    fn in_references(&self, kind: &str, id: &str, listed: &[Citation]) -> Option<String> {
        let is_listed = listed.iter().any(|known| known.id == id);
        is_listed.then(|| format!("{}#{kind}-{id}", self.to(&ReferencesPage)))
    }

    /// Returns the way to a place on a page of `set`, if that set is published.
    fn in_set(&self, set: &SetKey, page: &dyn SitePage, anchor: &str) -> Option<String> {
        self.corpus.set(set)?;
        Some(self.place_on(page, anchor))
    }
}
