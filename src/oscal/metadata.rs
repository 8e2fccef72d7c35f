//! The statements of each document about itself: as of when, who made it, and what it is not.

use jiff::civil::{Date, date};

use super::types::{BackMatter, Metadata, OscalRole, Party, Resource, ResourceLink, ResponsibleParty};
use super::words::{BilingualText, Properties};
use super::{OscalExport, names, way};
use crate::base::locale::Lang;
use crate::content::{Actor, Standing};
use crate::corpus::query::notices;
use crate::corpus::{Document, Languages, Set, Source};
use crate::site;

/// The version of OSCAL that is written.
const OSCAL_VERSION: &str = "1.2.1";

/// The role of whoever made a document.
const PREPARED_BY: &str = "prepared-by";

/// The role of whoever issues what a document is about.
const ISSUER: &str = "issuer";

/// The properties that tell one state of a document from another.
#[derive(Debug)]
pub(super) struct Identity {
    pub(super) uuid: String,
    version: String,
    date: String,
}

impl Identity {
    /// That of a document whose content is yet to be known.
    pub(super) fn draft(date: &str) -> Self {
        Self { uuid: String::new(), version: String::new(), date: date.to_owned() }
    }

    /// That of the document at `path` with the content `fingerprint`.
    pub(super) fn of(path: &str, date: &str, fingerprint: &str) -> Self {
        // Enough to tell two states apart by eye; the UUID is made from all of it.
        let short: String = fingerprint.chars().take(12).collect();
        Self {
            uuid: names::uuid(&format!("{path}@{fingerprint}")),
            // What follows the plus sign does not order versions (semver.org, 10), which the day does.
            version: format!("{date}+{short}"),
            date: date.to_owned(),
        }
    }
}

/// The newest day on which something in `sets` was read or, where it was not read anywhere, on which it came to be as
/// it is. There is no other clock, so that the same content gives the same bytes.
pub(super) fn newest(sets: &[&Set]) -> String {
    let documents = sets.iter().flat_map(|set| &set.documents);
    let documents =
        documents.filter_map(|document| source_date(document.source.as_ref()).or(notices::metadata_date(document)));
    let forms = sets.iter().flat_map(|set| &set.forms).filter_map(|form| source_date(form.source.as_ref()));
    // OSCAL demands a day; this is the one that stands for none.
    documents.chain(forms).max().unwrap_or(date(1970, 1, 1)).to_string()
}

fn source_date(source: Option<&Source>) -> Option<Date> {
    source.map(|source| source.read)
}

/// The facts to be said of a document.
pub(super) struct About<'a> {
    /// Its title.
    pub(super) title: BilingualText,
    /// The statements on its nature and limits, one sentence or more each.
    pub(super) statements: Vec<BilingualText>,
    /// The set whose council made it; `None` for the editors.
    pub(super) prepared_by: Option<&'a Set>,
    /// The set whose documents it is about.
    pub(super) issuer: &'a Set,
    /// The roles that it names besides.
    pub(super) roles: Vec<OscalRole>,
}

impl OscalExport<'_> {
    /// The metadata of one document.
    pub(super) fn metadata(&self, identity: &Identity, about: About<'_>) -> Metadata {
        let statement = about.statements.into_iter().reduce(|all, one| all.and(&one, "\n"));
        let statement = statement.unwrap_or_else(|| self.words.text("oscal-editors"));
        let mut props = Properties::default();
        // OSCAL has no attribute of language.
        props.own("language", Lang::Ja.code());
        props.english("title", &about.title);
        props.english("remarks", &statement);
        let maker = about.prepared_by.map_or_else(|| self.editors(), council);
        let issuer = council(about.issuer);
        let responsible_parties = vec![responsible(PREPARED_BY, &maker), responsible(ISSUER, &issuer)];
        // OSCAL wants each UUID once in a document.
        let parties = if maker.uuid == issuer.uuid { vec![maker] } else { vec![maker, issuer] };
        let own = [(PREPARED_BY, "oscal-prepared-by"), (ISSUER, "oscal-issuer")];
        let own = own.map(|(id, message)| metadata_role(id.to_owned(), &self.words.text(message)));
        Metadata {
            title: about.title.title(),
            // The beginning of the day in Japan: OSCAL wants an instant, and the content knows days.
            last_modified: format!("{}T00:00:00+09:00", identity.date),
            version: identity.version.clone(),
            oscal_version: OSCAL_VERSION,
            props: props.list(),
            roles: own.into_iter().chain(about.roles).collect(),
            parties,
            responsible_parties,
            remarks: statement.prose(),
        }
    }

    /// The roles to which the baseline gives its requirements.
    pub(super) fn actors(&self) -> Vec<OscalRole> {
        let all = [Actor::Facility, Actor::Administrator, Actor::User];
        all.map(|actor| metadata_role(names::actor(actor), &self.words.text(&format!("actor-{}", actor.word())))).into()
    }

    fn editors(&self) -> Party {
        party("editors", &self.words.text("oscal-editors"))
    }

    /// The documents of `set`, as they are read on the site that the file `from` is published with.
    pub(super) fn sources(&self, set: &Set, from: &str) -> Option<BackMatter> {
        let resources: Vec<Resource> =
            set.documents.iter().map(|document| resource(self.corpus.languages, set, document, from)).collect();
        (!resources.is_empty()).then_some(BackMatter { resources })
    }

    /// That the texts are restated, where some are.
    pub(super) fn restated(&self, sets: &[&Set]) -> Option<BilingualText> {
        let restated = sets.iter().any(|set| set.has_standing(Standing::Restated));
        restated.then(|| self.words.text("oscal-restated"))
    }
}

/// A role with the name `title`.
pub(super) fn metadata_role(id: String, title: &BilingualText) -> OscalRole {
    let mut props = Properties::default();
    props.english("title", title);
    OscalRole { id, title: title.title(), props: props.list() }
}

fn council(set: &Set) -> Party {
    party(&set.key.folder(), &BilingualText::words(&set.council))
}

fn party(id: &str, name: &BilingualText) -> Party {
    let mut props = Properties::default();
    props.english("name", name);
    Party {
        uuid: names::uuid(&format!("party/{id}")),
        kind: "organization",
        name: super::words::fold_lines(&name.ja),
        props: props.list(),
    }
}

fn responsible(role: &str, party: &Party) -> ResponsibleParty {
    ResponsibleParty { role_id: role.to_owned(), party_uuids: vec![party.uuid.clone()] }
}

fn resource(languages: Languages, set: &Set, document: &Document, from: &str) -> Resource {
    let title = BilingualText::words(document.source.as_ref().map_or(&document.title, |source| &source.title));
    let mut props = Properties::default();
    props.own("document", &document.id);
    props.english("title", &title);
    props.own("standing", document.standing.word());
    if let Some(source) = &document.source {
        props.own("dated", &source.dated.map_or_else(String::new, |date| date.to_string()));
        props.own("read", &source.read.to_string());
    }
    // Relative, so that it holds on a disk as well as on a host.
    let rlink = |lang| ResourceLink {
        href: way(from, &site::document_page(&set.key, &document.id, lang)),
        media_type: "text/html",
    };
    Resource {
        uuid: names::uuid(&format!("{}/document/{}", set.key.folder(), document.id)),
        title: title.title(),
        props: props.list(),
        rlinks: languages.iter().map(rlink).collect(),
    }
}
