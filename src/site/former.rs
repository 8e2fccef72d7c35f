//! Places that were published once: on which page they stood, and what stands for them now.

use std::collections::BTreeMap;

use serde::Serialize;

use super::links::PageLinks;
use super::page::SitePage;
use super::pages::{DocumentPage, FormPage, RequirementPage, SetPage, TablesPage};
use crate::base::locale::Messages;
use crate::content::SetKey;
use crate::corpus::{Corpus, FormerAddress};

/// The former addresses of a corpus, by the folders of their pages.
pub(super) type FormerPlaces<'a> = BTreeMap<String, Vec<&'a FormerAddress>>;

/// A place that a page had once, as its end tells.
#[derive(Debug, Serialize)]
pub(super) struct FormerPlaceView {
    /// The anchor.
    id: String,
    words: String,
    /// The way to its present place.
    href: Option<String>,
    label: Option<String>,
}

/// The page of an address.
enum AddressedPage {
    Set(SetKey),
    Document(SetKey, String),
    Form(SetKey, String),
    Tables(SetKey),
    /// A page that belongs to no set, by its folder.
    Other(String),
}

impl AddressedPage {
    fn of(address: &str) -> Self {
        let page = address.split_once('#').map_or(address, |(page, _)| page);
        match page.split_once(':') {
            Some(("page", id)) => return Self::Other(format!("pages/{id}/")),
            Some(("news", id)) => return Self::Other(format!("news/{id}/")),
            Some(("requirement", id)) => return Self::Other(RequirementPage(id).folder()),
            Some((_, file)) => return Self::Other(format!("{file}/")),
            None => {}
        }
        match page.split_once('/') {
            None => Self::Set(SetKey::from_name(page)),
            Some((set, "tables")) => Self::Tables(SetKey::from_name(set)),
            Some((set, rest)) => match rest.strip_prefix("forms/") {
                Some(form) => Self::Form(SetKey::from_name(set), form.to_owned()),
                None => Self::Document(SetKey::from_name(set), rest.to_owned()),
            },
        }
    }

    fn folder(&self) -> String {
        match self {
            Self::Set(key) => SetPage(key).folder(),
            Self::Document(key, id) => DocumentPage(key, id).folder(),
            Self::Form(key, id) => FormPage(key, id).folder(),
            Self::Tables(key) => TablesPage(key).folder(),
            Self::Other(folder) => folder.clone(),
        }
    }
}

/// Returns the folder of the page that an address names.
pub(super) fn folder_of(address: &str) -> String {
    AddressedPage::of(address).folder()
}

/// Returns the former addresses of whole pages. Where the settings lead one on, they know better than the ledger.
pub(super) fn former_pages(corpus: &Corpus) -> Vec<&FormerAddress> {
    let is_led_on = |former: &FormerAddress| {
        let end = format!("/{}index.html", folder_of(&former.address));
        corpus.redirects.iter().any(|redirect| redirect.from.ends_with(&end))
    };
    // No page stands in place of a file to download.
    let is_page = |former: &&FormerAddress| !former.address.contains('#') && !former.address.starts_with("file:");
    let pages = corpus.former_addresses.iter().filter(is_page);
    pages.filter(|former| !is_led_on(former)).collect()
}

/// Returns the former addresses of `corpus` by the folders of their pages.
pub(super) fn former_places(corpus: &Corpus) -> FormerPlaces<'_> {
    let mut places = FormerPlaces::new();
    for former in &corpus.former_addresses {
        places.entry(folder_of(&former.address)).or_default().push(former);
    }
    places
}

/// Returns the places that the page in `folder` had once.
pub(super) fn places_on(
    places: &FormerPlaces<'_>,
    folder: &str,
    links: &PageLinks<'_>,
    messages: &Messages,
) -> Vec<FormerPlaceView> {
    let of_page = places.get(folder).into_iter().flatten();
    let view = |former: &&FormerAddress| {
        let (_, anchor) = former.address.split_once('#')?;
        let now = former.now.as_deref().map(|now| (way_to(now, links), name_of(now, links)));
        let id = if now.is_some() { "former-moved" } else { "former-gone" };
        let (href, label) = now.unzip();
        Some(FormerPlaceView { id: anchor.to_owned(), words: messages.text(id), href, label })
    };
    of_page.filter_map(view).collect()
}

/// Returns the way to an address that there is.
pub(super) fn way_to(address: &str, links: &PageLinks<'_>) -> String {
    let path = format!("{}/{}index.html", links.lang, folder_of(address));
    let file = if path == links.from { String::new() } else { links.file(&path) };
    match address.split_once('#') {
        Some((_, anchor)) => format!("{file}#{anchor}"),
        None => links.file(&path),
    }
}

/// Returns the name of what stands at an address: a title, and the citation of a provision behind it.
pub(super) fn name_of(address: &str, links: &PageLinks<'_>) -> String {
    let (corpus, lang) = (links.corpus, links.lang);
    let anchor = address.split_once('#').map_or("", |(_, anchor)| anchor);
    let name = match AddressedPage::of(address) {
        AddressedPage::Document(key, id) => {
            corpus.set(&key).and_then(|set| set.document(document_id(&id))).map(|document| {
                let cite = if anchor.is_empty() { String::new() } else { format!(" {}", document.cite(anchor, lang)) };
                format!("{}{cite}", document.short_title.get(lang))
            })
        }
        AddressedPage::Form(key, id) => {
            let form = corpus.set(&key).and_then(|set| set.form(&id));
            form.map(|form| form.title.get(lang).clone())
        }
        AddressedPage::Set(key) => corpus.set(&key).map(|set| set.name.get(lang).clone()),
        AddressedPage::Tables(key) => {
            let table = corpus.set(&key).and_then(|set| set.tables.iter().find(|table| table.id == anchor));
            table.map(|table| table.title.get(lang).clone())
        }
        AddressedPage::Other(_) => name_of_no_set(address, links),
    };
    name.unwrap_or_else(|| address.to_owned())
}

/// Returns the title of a page that belongs to no set.
fn name_of_no_set(address: &str, links: &PageLinks<'_>) -> Option<String> {
    let (kind, id) = address.split_once(':')?;
    let title = match kind {
        "requirement" => &links.corpus.requirement(id)?.title,
        _ => &links.corpus.pages.iter().find(|page| page.id == id)?.title,
    };
    Some(title.get(links.lang).clone())
}

/// The id of the document whose page, or whose page of changes, is named.
fn document_id(id: &str) -> &str {
    id.strip_suffix("/changes").unwrap_or(id)
}
