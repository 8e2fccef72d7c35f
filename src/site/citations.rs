//! The laws and guidelines that documents cite, and where.

use serde::Serialize;

use super::links::Page;
use super::pages::{LinkView, link};
use super::provisions::Views;
use crate::corpus::{Citation, Corpus, Target};
use crate::locale::Lang;
use crate::markup::Inline;

/// A law or guideline.
#[derive(Debug, Serialize)]
pub(super) struct CitationView {
    id: String,
    name: String,
    short: Option<String>,
    number: Option<String>,
    issuer: Option<String>,
    version: Option<String>,
    cited: Vec<LinkView>,
}

/// The laws and the guidelines.
pub(super) fn of(corpus: &Corpus, views: &Views<'_>) -> (Vec<CitationView>, Vec<CitationView>) {
    let laws = corpus.laws.iter().map(|law| view(law, &Target::Law(law.id.clone()), corpus, views));
    let guidelines = corpus
        .guidelines
        .iter()
        .map(|guideline| view(guideline, &Target::Guideline(guideline.id.clone()), corpus, views));
    (laws.collect(), guidelines.collect())
}

fn view(citation: &Citation, target: &Target, corpus: &Corpus, views: &Views<'_>) -> CitationView {
    CitationView {
        id: citation.id.clone(),
        name: views.word(&citation.name),
        short: views.optional(citation.short.as_ref()),
        number: views.optional(citation.number.as_ref()),
        issuer: views.optional(citation.issuer.as_ref()),
        version: views.optional(citation.version.as_ref()),
        cited: cited(target, corpus, views),
    }
}

/// Links to the first provision of each document that names `target`.
fn cited(target: &Target, corpus: &Corpus, views: &Views<'_>) -> Vec<LinkView> {
    let mut links = Vec::new();
    for set in corpus.sets.values() {
        for document in &set.documents {
            let mut first = None;
            document.walk(&mut |provision| {
                let names = |inlines: &Vec<Inline<Target>>| mentions(inlines, target);
                if first.is_none() && provision.text.as_ref().is_some_and(|text| text.get(Lang::Ja).iter().any(names)) {
                    first = Some(provision);
                }
            });
            if let Some(provision) = first {
                let page = views.links.to(Page::Document(&set.key, &document.id));
                let label = format!("{} {}", views.word(&document.short_title), provision.cite.get(views.links.lang));
                links.push(link(label.trim(), format!("{page}#{}", provision.anchor)));
            }
        }
    }
    links
}

fn mentions(inlines: &[Inline<Target>], wanted: &Target) -> bool {
    inlines.iter().any(|inline| match inline {
        Inline::Link { target, words } => target == wanted || mentions(words, wanted),
        Inline::Strong(inner) | Inline::Emphasis(inner) => mentions(inner, wanted),
        Inline::Text(_) | Inline::Break => false,
    })
}
