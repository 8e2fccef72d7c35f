//! The corpus as a whole, and the sets in it.

use std::collections::{BTreeMap, BTreeSet};

use super::conformance::{Conformance, RequirementGroup};
use super::contact::Contact;
use super::document::Document;
use super::form::Form;
use super::own_page::OwnPage;
use super::shared::{Citation, FormerName, Term, Topic};
use super::table::{CodeTable, Unavailable};
use super::words::Words;
use crate::base::diagnostics::Place;
use crate::content::{AmendingWay, SetKey, StaticFile};

/// Everything that is published. Immutable once resolved.
#[derive(Debug, Default)]
pub struct Corpus {
    /// The sets, the baseline first.
    pub sets: BTreeMap<SetKey, Set>,
    /// Earlier editions of what the sets hold, each set's from the oldest. They stand apart, since nothing but what
    /// tells of history is about them.
    pub editions: BTreeMap<SetKey, Set>,
    /// The baseline's requirements.
    pub groups: Vec<RequirementGroup>,
    /// Regions that are not here and of which pages of an earlier build stay, with their names where these can be read.
    pub earlier_pages: BTreeMap<SetKey, Option<Words>>,
    /// What the site says of itself.
    pub identity: SiteIdentity,
    /// The laws cited.
    pub laws: Vec<Citation>,
    /// The guidelines cited.
    pub guidelines: Vec<Citation>,
    /// The words for "whatever version is the latest" of a guideline.
    pub latest: Option<Words>,
    /// The agreed English of terms.
    pub terms: Vec<Term>,
    /// The topics by which documents are compared, in their order there.
    pub topics: Vec<Topic>,
    /// The addresses named, by id, and where they stand.
    pub links: Vec<(String, Place)>,
    /// The pages of the site's own: news from the newest, then the others in the order of the menu.
    pub pages: Vec<OwnPage>,
    /// The files that are published as they are.
    pub static_files: Vec<StaticFile>,
    /// Names that are no longer borne.
    pub former_names: Vec<FormerName>,
    /// Spellings of which a document keeps to one.
    pub variants: Vec<Vec<String>>,
    /// The paths in the output folder that a build leaves as they are.
    pub kept_paths: Vec<String>,
}

/// What the settings let a site say of itself.
#[derive(Debug, Default)]
pub struct SiteIdentity {
    /// Its title.
    pub title: Option<Words>,
    /// A sentence or two about it.
    pub description: Option<Words>,
    /// Who publishes it.
    pub organisation: Option<Words>,
    /// The words at the foot of every page.
    pub footer: Option<Words>,
}

/// A region's or the baseline's documents and forms.
#[derive(Debug)]
pub struct Set {
    /// The key of the set.
    pub key: SetKey,
    /// The region's name.
    pub name: Words,
    /// The issuer of the documents.
    pub council: Words,
    /// A few sentences about it.
    pub summary: Words,
    /// The way in which its documents are amended.
    pub amending: AmendingWay,
    /// The documents, by id.
    pub documents: Vec<Document>,
    /// The forms, by number and id.
    pub forms: Vec<Form>,
    /// The appended tables, by number and id.
    pub tables: Vec<CodeTable>,
    /// Offices and persons that documents and forms name.
    pub contacts: Vec<Contact>,
    /// Documents that are cited and could not be had.
    pub unavailable: Vec<Unavailable>,
    /// The set's standing to the baseline.
    pub conformance: Conformance,
}

impl Corpus {
    /// The set `key`, or the edition.
    #[must_use]
    pub fn set(&self, key: &SetKey) -> Option<&Set> {
        self.sets.get(key).or_else(|| self.editions.get(key))
    }

    pub(in crate::corpus) fn set_mut(&mut self, key: &SetKey) -> Option<&mut Set> {
        if key.is_edition() { self.editions.get_mut(key) } else { self.sets.get_mut(key) }
    }

    /// Takes the regions `stopped` away, with their earlier editions. Those of `kept` have pages of an earlier build, to
    /// which the site goes on to lead.
    pub fn leave_out(&mut self, stopped: &BTreeSet<SetKey>, kept: &BTreeSet<SetKey>) {
        let name = |key: &SetKey| self.sets.get(key).map(|set| set.name.clone());
        self.earlier_pages = kept.iter().map(|key| (key.clone(), name(key))).collect();
        self.sets.retain(|key, _| !stopped.contains(key));
        self.editions.retain(|key, _| !stopped.contains(key.present()));
    }

    /// Keeps the baseline and the regions named; an empty list keeps all.
    ///
    /// # Errors
    /// The first name that is no region of this corpus.
    pub fn select(&mut self, regions: &[String]) -> Result<(), String> {
        if let Some(unknown) = regions.iter().find(|id| !self.sets.contains_key(&SetKey::Region((*id).clone()))) {
            return Err(unknown.clone());
        }
        if !regions.is_empty() {
            let is_kept = |key: &SetKey| match key.present() {
                SetKey::Region(id) => regions.contains(id),
                SetKey::Baseline | SetKey::Edition(..) => true,
            };
            self.sets.retain(|key, _| is_kept(key));
            self.editions.retain(|key, _| is_kept(key));
        }
        Ok(())
    }
}
