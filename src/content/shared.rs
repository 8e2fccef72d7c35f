//! What is said once for all sets: the laws, guidelines and addresses that documents cite, the agreed English of terms,
//! and the topics by which documents are compared.

use super::decode::Text;
use super::schema::{Bilingual, Id};
use crate::record;

record! {
    /// `shared/laws.yaml`.
    pub struct Laws {
        /// The laws.
        laws: Vec<Law>,
    }

    /// A law that documents cite.
    pub struct Law {
        /// Its id.
        id: Id,
        /// The full name.
        name: Bilingual,
        /// The usual short name.
        short: Option<Bilingual>,
        /// The number of its promulgation.
        number: Option<Bilingual>,
    }

    /// `shared/guidelines.yaml`.
    pub struct Guidelines {
        /// How "whatever version is the latest" is said.
        latest: Option<Bilingual>,
        /// The guidelines.
        guidelines: Vec<Guideline>,
    }

    /// `shared/links.yaml`.
    pub struct Links {
        /// The links.
        links: Vec<Link>,
    }

    /// An address on the web that documents name.
    pub struct Link {
        /// Its id.
        id: Id,
        /// The host.
        site: Text,
        /// The folder on it.
        folder: Option<Text>,
        /// The page in the folder.
        page: Option<Text>,
    }

    /// A guideline that documents cite.
    pub struct Guideline {
        /// Its id.
        id: Id,
        /// The full title.
        name: Bilingual,
        /// Who issues it.
        issuer: Option<Bilingual>,
        /// Its versions that documents cite.
        versions: Vec<Version>,
        /// The numbers of the notices that issued it.
        number: Option<Bilingual>,
        /// The guideline that took its place.
        replaced_by: Option<Id>,
    }

    /// A version of a guideline.
    pub struct Version {
        /// Its id.
        id: Id,
        /// Japanese: 第5.1版.
        ja: Text,
        /// English.
        en: Option<Text>,
    }

    /// `shared/topics.yaml`.
    pub struct Topics {
        /// The topics, in the order in which comparisons show them.
        topics: Vec<Topic>,
    }

    /// A matter that documents provide for.
    pub struct Topic {
        /// Its id.
        id: Id,
        /// Its title.
        title: Bilingual,
        /// What belongs to it, for authors and readers.
        about: Option<Bilingual>,
    }

    /// `shared/glossary.yaml`.
    pub struct Glossary {
        /// The terms.
        terms: Vec<Term>,
    }

    /// A term and its agreed English.
    pub struct Term {
        /// Japanese.
        ja: Text,
        /// The agreed English.
        en: Text,
        /// Other English that is as good.
        also: Vec<Text>,
    }
}

impl Link {
    /// The whole address.
    #[must_use]
    pub fn address(&self) -> String {
        let part = |text: &Option<Text>| text.as_ref().map(|text| text.value.clone()).unwrap_or_default();
        let folder = if self.folder.is_some() { part(&self.folder) + "/" } else { String::new() };
        format!("https://{}/{folder}{}", self.site.value, part(&self.page))
    }
}
