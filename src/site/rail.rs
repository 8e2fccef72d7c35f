//! What a set holds, beside every page of it where the screen is wide.

use serde::Serialize;

use super::links::LinkView;
use super::page::SitePage;
use super::pages::{DocumentPage, FormPage, SetPage, labelled_title};
use super::provisions::PageScope;
use super::sources::SiteSources;

/// The documents and forms of a set, as ways to their pages.
#[derive(Debug, Serialize)]
pub(super) struct RailView {
    /// The set.
    set: LinkView,
    is_set_here: bool,
    groups: Vec<RailGroup>,
    forms: Vec<RailLink>,
}

/// Documents that the council puts together.
#[derive(Debug, Serialize)]
struct RailGroup {
    title: Option<String>,
    documents: Vec<RailLink>,
}

/// A way to a page, and whether it is the page itself.
#[derive(Debug, Serialize)]
struct RailLink {
    href: String,
    label: String,
    is_here: bool,
}

impl RailView {
    /// Returns the rail of `page`, if it is one of a set that has more than a single page to lead to.
    pub(super) fn of(page: &dyn SitePage, site: &SiteSources<'_>, scope: &PageScope<'_>) -> Option<Self> {
        let set = site.corpus.set(page.set()?)?;
        if set.documents.len() + set.forms.len() < 2 {
            return None;
        }
        let here = page.folder();
        let link = |label: String, to: &dyn SitePage| RailLink {
            href: scope.links.to(to),
            label,
            is_here: to.folder() == here,
        };
        let set_page = SetPage(&set.key);
        Some(Self {
            set: LinkView { label: scope.word(&set.name), href: scope.links.to(&set_page) },
            is_set_here: set_page.folder() == here,
            groups: set
                .document_groups(site.messages)
                .into_iter()
                .map(|(title, documents)| RailGroup {
                    title,
                    documents: documents
                        .iter()
                        .map(|document| link(scope.word(&document.short_title), &DocumentPage(&set.key, &document.id)))
                        .collect(),
                })
                .collect(),
            forms: set
                .forms
                .iter()
                .map(|form| {
                    let label = labelled_title(form.label.as_ref(), &form.title, site.lang());
                    link(label, &FormPage(&set.key, &form.id))
                })
                .collect(),
        })
    }
}
