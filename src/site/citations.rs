//! The laws and guidelines that documents cite, and where; and the agreed English of terms.

use serde::Serialize;

use super::links::Page;
use super::pages::{LinkView, link};
use super::provisions::Views;
use crate::corpus::{Citation, CitedVersion, Corpus, Document, Provision, Set, Target, Term};
use crate::locale::Lang;
use crate::markup::Inline;

/// What all sets cite, and the terms.
#[derive(Debug, Serialize)]
pub(super) struct ReferencesView {
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
    versions: Vec<VersionView>,
}

/// A version of a guideline and where it is cited.
#[derive(Debug, Serialize)]
struct VersionView {
    name: String,
    cited: Vec<LinkView>,
}

/// A term in both languages.
#[derive(Debug, Serialize)]
struct TermView {
    ja: String,
    en: String,
}

/// The laws, the guidelines and the terms.
pub(super) fn of(corpus: &Corpus, views: &Views<'_>) -> ReferencesView {
    let guideline = |guideline: &Citation| {
        let names = |target: &Target| matches!(target, Target::Guideline { id, .. } if *id == guideline.id);
        CitationView { versions: versions(guideline, corpus, views), ..view(guideline, &names, corpus, views) }
    };
    let law = |law: &Citation| view(law, &|target| *target == Target::Law(law.id.clone()), corpus, views);
    let term = |term: &Term| TermView { ja: term.ja.clone(), en: term.en.clone() };
    ReferencesView {
        laws: corpus.laws.iter().map(law).collect(),
        guidelines: corpus.guidelines.iter().map(guideline).collect(),
        terms: corpus.terms.iter().map(term).collect(),
    }
}

fn view(citation: &Citation, names: &dyn Fn(&Target) -> bool, corpus: &Corpus, views: &Views<'_>) -> CitationView {
    let new = citation.replaced_by.as_ref().and_then(|id| corpus.guidelines.iter().find(|new| new.id == *id));
    CitationView {
        id: citation.id.clone(),
        name: views.word(&citation.name),
        short: views.optional(citation.short.as_ref()),
        number: views.optional(citation.number.as_ref()),
        issuer: views.optional(citation.issuer.as_ref()),
        replaced_by: new.map(|new| link(views.word(&new.name), format!("#guideline-{}", new.id))),
        cited: cited(names, corpus, views),
        versions: Vec::new(),
    }
}

/// The versions that are cited, the floating one last.
fn versions(guideline: &Citation, corpus: &Corpus, views: &Views<'_>) -> Vec<VersionView> {
    let named = guideline.versions.iter().map(|(id, words)| (CitedVersion::Named(id.clone()), words));
    let latest = corpus.latest.iter().map(|words| (CitedVersion::Latest, words));
    named
        .chain(latest)
        .filter_map(|(version, words)| {
            let target = Target::Guideline { id: guideline.id.clone(), version: Some(version) };
            let cited = cited(&|other| *other == target, corpus, views);
            (!cited.is_empty()).then(|| VersionView { name: views.word(words), cited })
        })
        .collect()
}

/// Links to the first provision of each document that names a target.
fn cited(names: &dyn Fn(&Target) -> bool, corpus: &Corpus, views: &Views<'_>) -> Vec<LinkView> {
    let documents = corpus.sets.values().flat_map(|set| set.documents.iter().map(move |document| (set, document)));
    documents
        .filter_map(|(set, document)| {
            let mut first = None;
            document.walk(&mut |provision| {
                if first.is_none() && has(provision, names) {
                    first = Some(provision);
                }
            });
            first.map(|provision| place(set, document, provision, views))
        })
        .collect()
}

fn has(provision: &Provision, names: &dyn Fn(&Target) -> bool) -> bool {
    let text = provision.text.iter().flat_map(|text| text.get(Lang::Ja));
    text.into_iter().any(|inlines| mentions(inlines, names))
}

fn place(set: &Set, document: &Document, provision: &Provision, views: &Views<'_>) -> LinkView {
    let page = views.links.to(Page::Document(&set.key, &document.id));
    let label = format!("{} {}", views.word(&document.short_title), provision.cite.get(views.links.lang));
    link(label.trim(), format!("{page}#{}", provision.anchor))
}

fn mentions(inlines: &[Inline<Target>], names: &dyn Fn(&Target) -> bool) -> bool {
    inlines.iter().any(|inline| match inline {
        Inline::Link { target, words } => names(target) || mentions(words, names),
        Inline::Strong(inner) | Inline::Emphasis(inner) => mentions(inner, names),
        Inline::Text(_) | Inline::Break => false,
    })
}
