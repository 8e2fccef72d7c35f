//! A set with what it holds, as the home page and the set's own page show it.

use serde::Serialize;

use super::{DocumentPage, FormPage, SetPage, side_by_side_link};
use crate::content::SetKey;
use crate::corpus::query::notices;
use crate::corpus::{Document, Form, Set};
use crate::pdf;
use crate::site::editions::{StateView, listed_state};
use crate::site::links::LinkView;
use crate::site::provisions::PageScope;
use crate::site::sources::{PdfView, SiteSources};

/// A set with what it holds.
#[derive(Debug, Serialize)]
pub(super) struct SetCard {
    name: String,
    council: String,
    summary: String,
    href: String,
    is_baseline: bool,
    groups: Vec<DocumentGroup>,
    forms: Vec<FormCard>,
}

/// Documents that are shown together.
#[derive(Debug, Serialize)]
struct DocumentGroup {
    title: Option<String>,
    documents: Vec<DocumentCard>,
}

#[derive(Debug, Serialize)]
struct DocumentCard {
    title: String,
    edition: String,
    href: String,
    both: Option<String>,
    pdf: Option<PdfView>,
    standing: &'static str,
    /// That the text does not hold.
    state: Option<StateView>,
}

#[derive(Debug, Serialize)]
struct FormCard {
    label: Option<String>,
    title: String,
    purpose: Option<String>,
    href: String,
    pdf: Option<PdfView>,
    origin: String,
    basis: Option<LinkView>,
}

impl SetCard {
    /// Returns the card of `set`.
    pub(super) fn of(set: &Set, site: &SiteSources<'_>, scope: &PageScope<'_>) -> Self {
        Self {
            name: scope.word(&set.name),
            council: scope.word(&set.council),
            summary: scope.word(&set.summary),
            href: scope.links.to(&SetPage(&set.key)),
            is_baseline: set.key == SetKey::Baseline,
            groups: set
                .document_groups(site.messages)
                .into_iter()
                .map(|(title, documents)| DocumentGroup {
                    title,
                    documents: documents.iter().map(|document| document_card(set, document, site, scope)).collect(),
                })
                .collect(),
            forms: set.forms.iter().map(|form| form_card(set, form, site, scope)).collect(),
        }
    }
}

fn document_card(set: &Set, document: &Document, site: &SiteSources<'_>, scope: &PageScope<'_>) -> DocumentCard {
    DocumentCard {
        title: scope.word(&document.title),
        edition: notices::edition(document, site.messages),
        href: scope.links.to(&DocumentPage(&set.key, &document.id)),
        both: side_by_side_link(set, document, scope),
        pdf: site.pdf(&pdf::document_path(site.lang(), &set.key, &document.id), scope),
        standing: document.standing.word(),
        state: listed_state(site.corpus, &set.key, &document.id, scope),
    }
}

fn form_card(set: &Set, form: &Form, site: &SiteSources<'_>, scope: &PageScope<'_>) -> FormCard {
    FormCard {
        label: form.label.as_ref().map(|label| label.get(site.lang()).to_owned()),
        title: scope.word(&form.title),
        purpose: scope.optional(form.purpose.as_ref()),
        href: scope.links.to(&FormPage(&set.key, &form.id)),
        pdf: site.pdf(&pdf::form_path(site.lang(), &set.key, &form.id), scope),
        origin: site.origin_mark(set, form),
        basis: site.basis(form, scope),
    }
}
