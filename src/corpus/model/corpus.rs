//! The corpus as a whole, and the sets in it.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use super::conformance::{Conformance, MappingReview, RequirementGroup};
use super::contact::Contact;
use super::document::Document;
use super::form::Form;
use super::own_page::OwnPage;
use super::procedure::Procedure;
use super::public_body::PublicBody;
use super::shared::{Citation, FormerName, Question, Term, Topic};
use super::site::{Languages, PublishedParts, Redirect, SheetStyle, SiteIdentity};
use super::table::{CodeTable, Unavailable};
use super::words::Words;
use crate::base::diagnostics::Place;
use crate::content::{AmendingWay, PictureFile, Prefecture, SetKey, StaticFile};

/// Everything that is published. Immutable once resolved.
#[derive(Debug, Default)]
pub struct Corpus {
    /// The sets, the baseline first.
    pub sets: BTreeMap<SetKey, Set>,
    /// Earlier editions of what the sets hold, each set's from the oldest. They stand apart, since nothing but what
    /// tells of history is about them.
    pub editions: BTreeMap<SetKey, Set>,
    /// The day for which states of texts are told; without one all that is written holds.
    pub as_of: Option<Date>,
    /// Addresses that were published once and are no more.
    pub former_addresses: Vec<FormerAddress>,
    /// The reviews of mappings on record, by what they hold together; `None` where the record was not read.
    pub mapping_reviews: Option<BTreeMap<String, MappingReview>>,
    /// The baseline's requirements.
    pub groups: Vec<RequirementGroup>,
    /// Regions that are not here and of which pages of an earlier build stay, with their names where these can be read.
    pub earlier_pages: BTreeMap<SetKey, Option<Words>>,
    /// The files of an earlier build that stay, by their paths.
    pub earlier_files: Vec<String>,
    /// The site's words about itself.
    pub identity: SiteIdentity,
    /// What a public body says of its site.
    pub public_body: Option<PublicBody>,
    /// The languages of the site.
    pub languages: Languages,
    /// The address that the site will have, if the settings say it.
    pub base_url: Option<String>,
    /// The parts that are published.
    pub parts: PublishedParts,
    /// The look of the sheets of documents.
    pub sheet_style: SheetStyle,
    /// Former addresses, by these.
    pub redirects: Vec<Redirect>,
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
    /// The questions with which readers come.
    pub questions: Vec<Question>,
    /// The addresses named, by id, and where they stand.
    pub links: Vec<(String, Place)>,
    /// The pages of the site's own: news from the newest, then the others in the order of the menu.
    pub pages: Vec<OwnPage>,
    /// The pictures.
    pub pictures: Vec<PictureFile>,
    /// The files that are published as they are.
    pub static_files: Vec<StaticFile>,
    /// Names that are no longer borne.
    pub former_names: Vec<FormerName>,
    /// Spellings of which a document keeps to one.
    pub variants: Vec<Vec<String>>,
    /// The paths in the output folder that a build leaves as they are.
    pub kept_paths: Vec<String>,
}

/// An address that was published once: `chuo/policy#purpose`, `chuo/forms/consent`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FormerAddress {
    /// The address.
    pub address: String,
    /// The address of what took its place.
    pub now: Option<String>,
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
    /// The prefecture of a region, where it is stated.
    pub prefecture: Option<Prefecture>,
    /// The way in which its documents are amended.
    pub amending: AmendingWay,
    /// The documents, in the order that the council gives them; otherwise by id.
    pub documents: Vec<Document>,
    /// The forms, by number and id.
    pub forms: Vec<Form>,
    /// The appended tables, by number and id.
    pub tables: Vec<CodeTable>,
    /// Offices and persons that documents and forms name.
    pub contacts: Vec<Contact>,
    /// Documents that are cited and could not be obtained.
    pub unavailable: Vec<Unavailable>,
    /// The procedures of facilities, at most one for a task.
    pub procedures: Vec<Procedure>,
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
        // A present set never stands among the editions, nor the other way round.
        if key.is_edition() { self.editions.get_mut(key) } else { self.sets.get_mut(key) }
    }

    /// Takes the regions `stopped` away, with their earlier editions. Those of `kept` have pages of an earlier build, to
    /// which the site goes on to lead.
    pub fn leave_out(&mut self, stopped: &BTreeSet<SetKey>, kept: &BTreeSet<SetKey>) {
        // Before they are taken away: menus and lists go on to name them.
        let name = |key: &SetKey| self.sets.get(key).map(|set| set.name.clone());
        self.earlier_pages = kept.iter().map(|key| (key.clone(), name(key))).collect();
        self.sets.retain(|key, _| !stopped.contains(key));
        self.editions.retain(|key, _| !stopped.contains(key.present()));
        self.keep_addresses();
    }

    /// Keeps the sets for which `is_kept` holds, and their earlier editions.
    pub(crate) fn keep_sets(&mut self, is_kept: impl Fn(&SetKey) -> bool) {
        self.sets.retain(|key, _| is_kept(key));
        self.editions.retain(|key, _| is_kept(key));
    }

    /// Adds the sets of `other` and their earlier editions.
    pub(crate) fn take_sets(&mut self, other: Self) {
        self.sets.extend(other.sets);
        self.editions.extend(other.editions);
    }

    /// Keeps the former addresses of those sets that are left.
    fn keep_addresses(&mut self) {
        let sets = &self.sets;
        let is_left = |address: &str| {
            // A page of the site's own and a requirement are of no set.
            if address.contains(':') {
                return true;
            }
            let set = address.split(['/', '#']).next().unwrap_or(address);
            sets.contains_key(SetKey::from_name(set).present())
        };
        self.former_addresses.retain(|former| is_left(&former.address));
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
                // The baseline stays, since every region is held against it.
                SetKey::Baseline | SetKey::Edition(..) => true,
            };
            self.keep_sets(is_kept);
            self.keep_addresses();
        }
        Ok(())
    }
}
