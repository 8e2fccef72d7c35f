//! The page of the laws and guidelines that documents cite, and where; and of the agreed English of terms.

use serde::Serialize;

use super::{DocumentPage, HomePage};
use crate::base::locale::Lang;
use crate::base::markup::Inline;
use crate::content::SetKey;
use crate::corpus::{Citation, CitedVersion, Corpus, Document, Provision, Set, Target, Term};
use crate::site::links::{LinkView, link_to};
use crate::site::page::{PageView, SitePage};
use crate::site::provisions::PageScope;
use crate::site::sources::SiteSources;
use crate::site::templates::{PageTemplate, page_template};

/// The page of laws, guidelines and terms.
#[derive(Debug, Clone, Copy)]
pub(in crate::site) struct ReferencesPage;

#[derive(Debug, Serialize)]
struct ReferencesView {
    laws: Vec<CitationView>,
    guidelines: Vec<CitationView>,
    terms: Vec<TermView>,
}

/// A law or guideline.
#[derive(Debug, Serialize)]
struct CitationView {
    id: String,
    name: String,
    short: Option<String>,
    number: Option<String>,
    issuer: Option<String>,
    /// The guideline that took its place.
    replaced_by: Option<LinkView>,
    cited: Vec<LinkView>,
    versions: Vec<CitedVersionView>,
}

/// A version of a guideline and where it is cited.
#[derive(Debug, Serialize)]
struct CitedVersionView {
    name: String,
    cited: Vec<LinkView>,
}

/// A term in both languages.
#[derive(Debug, Serialize)]
struct TermView {
    ja: String,
    en: String,
}

impl SitePage for ReferencesPage {
    fn folder(&self) -> String {
        "references/".to_owned()
    }

    fn title(&self, site: &SiteSources<'_>) -> Option<String> {
        Some(site.messages.text("references-title"))
    }

    fn crumbs(&self) -> Vec<Box<dyn SitePage + '_>> {
        vec![Box::new(HomePage)]
    }

    fn series(&self) -> Option<String> {
        None
    }

    fn set(&self) -> Option<&SetKey> {
        None
    }

    fn template(&self) -> PageTemplate {
        page_template!("pages/references.html")
    }

    fn view(&self, site: &SiteSources<'_>, scope: &PageScope<'_>) -> Option<PageView> {
        Some(PageView::of(&references_view(site.corpus, scope)))
    }
}

/// Whether there is anything to show on the page of laws, guidelines and terms.
pub(in crate::site) fn has_references(corpus: &Corpus) -> bool {
    !(corpus.laws.is_empty() && corpus.guidelines.is_empty() && corpus.terms.is_empty())
}

fn references_view(corpus: &Corpus, scope: &PageScope<'_>) -> ReferencesView {
    let guideline = |guideline: &Citation| {
        let names = |target: &Target| matches!(target, Target::Guideline { id, .. } if *id == guideline.id);
        CitationView {
            versions: cited_versions(guideline, corpus, scope),
            ..citation_view(guideline, &names, corpus, scope)
        }
    };
    let law = |law: &Citation| citation_view(law, &|target| *target == Target::Law(law.id.clone()), corpus, scope);
    let term = |term: &Term| TermView { ja: term.ja.clone(), en: term.en.clone() };
    ReferencesView {
        laws: corpus.laws.iter().map(law).collect(),
        guidelines: corpus.guidelines.iter().map(guideline).collect(),
        terms: corpus.terms.iter().map(term).collect(),
    }
}

fn citation_view(
    citation: &Citation,
    names: &dyn Fn(&Target) -> bool,
    corpus: &Corpus,
    scope: &PageScope<'_>,
) -> CitationView {
    let new = citation.replaced_by.as_ref().and_then(|id| corpus.guidelines.iter().find(|new| new.id == *id));
    CitationView {
        id: citation.id.clone(),
        name: scope.word(&citation.name),
        short: scope.optional(citation.short.as_ref()),
        number: scope.optional(citation.number.as_ref()),
        issuer: scope.optional(citation.issuer.as_ref()),
        replaced_by: new.map(|new| link_to(scope.word(&new.name), format!("#guideline-{}", new.id))),
        cited: citing_places(names, corpus, scope),
        versions: Vec::new(),
    }
}

/// Returns the versions that are cited, the floating one last.
fn cited_versions(guideline: &Citation, corpus: &Corpus, scope: &PageScope<'_>) -> Vec<CitedVersionView> {
    let named = guideline.versions.iter().map(|(id, words)| (CitedVersion::Named(id.clone()), words));
    // It leads to no version: which one is meant changes with the day.
    let latest = corpus.latest.iter().map(|words| (CitedVersion::Latest, words));
    named
        .chain(latest)
        .filter_map(|(version, words)| {
            let target = Target::Guideline { id: guideline.id.clone(), version: Some(version) };
            let cited = citing_places(&|other| *other == target, corpus, scope);
            (!cited.is_empty()).then(|| CitedVersionView { name: scope.word(words), cited })
        })
        .collect()
}

/// Returns links to the first provision of each document that names a target.
fn citing_places(names: &dyn Fn(&Target) -> bool, corpus: &Corpus, scope: &PageScope<'_>) -> Vec<LinkView> {
    let documents = corpus.sets.values().flat_map(|set| set.documents.iter().map(move |document| (set, document)));
    documents
        .filter_map(|(set, document)| {
            let mut first = None;
            document.walk(&mut |provision| {
                // One link for each document: a law may be cited on every page of it.
                if first.is_none() && cites(provision, names) {
                    first = Some(provision);
                }
            });
            first.map(|provision| citing_link(set, document, provision, scope))
        })
        .collect()
}

fn cites(provision: &Provision, names: &dyn Fn(&Target) -> bool) -> bool {
    // The Japanese is the text that holds; a citation in its translation alone would be a slip.
    let text = provision.text.iter().flat_map(|text| text.get(Lang::Ja));
    text.into_iter().any(|inlines| mentions(inlines, names))
}

fn citing_link(set: &Set, document: &Document, provision: &Provision, scope: &PageScope<'_>) -> LinkView {
    let page = scope.links.to(&DocumentPage(&set.key, &document.id));
    let label = format!("{} {}", scope.word(&document.short_title), provision.cite.get(scope.links.lang));
    link_to(label.trim(), format!("{page}#{}", provision.anchor))
}

fn mentions(inlines: &[Inline<Target>], names: &dyn Fn(&Target) -> bool) -> bool {
    inlines.iter().any(|inline| match inline {
        Inline::Link { target, words } => names(target) || mentions(words, names),
        Inline::Strong(inner) | Inline::Emphasis(inner) | Inline::Note(inner) => mentions(inner, names),
        Inline::Text(_) | Inline::Code(_) | Inline::Break | Inline::Ruby { .. } | Inline::Picture { .. } => false,
    })
}
