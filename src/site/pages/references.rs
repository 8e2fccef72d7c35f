//! The page of the laws and guidelines that documents cite, and where; and of the agreed English of terms.

use std::cmp::Ordering;

use serde::Serialize;

use super::{DocumentPage, HomePage};
use crate::base::locale::Lang;
use crate::base::markup::Inline;
use crate::base::notation::dates::{DateStyle, write_date};
use crate::content::SetKey;
use crate::corpus::{
    Citation, CitationVersion, CitedVersion, Corpus, Document, MovedChapter, Provision, Set, Target, Term,
};
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
    cited: CitingPlaces,
    versions: Vec<CitedVersionView>,
}

/// A version of a law or guideline and where it is cited.
#[derive(Debug, Serialize)]
struct CitedVersionView {
    name: String,
    /// The day from which it holds.
    from: Option<String>,
    /// `latest`, `former`, `coming`, or `floating` for whatever is the latest.
    state: &'static str,
    volumes: Vec<String>,
    chapters: Vec<MovedChapterView>,
    cited: CitingPlaces,
}

/// The number of places that one list of them names.
const MOST_NAMED: usize = 60;

/// The places that cite something.
#[derive(Debug, Default, Serialize)]
struct CitingPlaces {
    named: Vec<LinkView>,
    /// How many more there are.
    more: usize,
}

/// A chapter and what became of it.
#[derive(Debug, Serialize)]
struct MovedChapterView {
    name: String,
    now: String,
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
        let target = |version| Target::Guideline { id: guideline.id.clone(), version };
        citation_view(guideline, (&corpus.guidelines, &target), corpus, scope)
    };
    let law = |law: &Citation| {
        let target = |version| Target::Law { id: law.id.clone(), version };
        citation_view(law, (&corpus.laws, &target), corpus, scope)
    };
    let term = |term: &Term| TermView { ja: term.ja.clone(), en: term.en.clone() };
    ReferencesView {
        laws: corpus.laws.iter().map(law).collect(),
        guidelines: corpus.guidelines.iter().map(guideline).collect(),
        terms: corpus.terms.iter().map(term).collect(),
    }
}

/// The view of a citation among those of its kind, whose versions are the targets that `target` makes.
fn citation_view(
    citation: &Citation,
    (kind, target): (&[Citation], &dyn Fn(Option<CitedVersion>) -> Target),
    corpus: &Corpus,
    scope: &PageScope<'_>,
) -> CitationView {
    let bare = target(None);
    let names = |other: &Target| cited_id(other).is_some_and(|other| cited_id(&bare) == Some(other));
    let new = citation.replaced_by.as_ref().and_then(|id| kind.iter().find(|new| new.id == *id));
    let prefix = cited_id(&bare).map_or("", |(kind, _)| kind);
    CitationView {
        id: citation.id.clone(),
        name: scope.word(&citation.name),
        short: scope.optional(citation.short.as_ref()),
        number: scope.optional(citation.number.as_ref()),
        issuer: scope.optional(citation.issuer.as_ref()),
        replaced_by: new.map(|new| link_to(scope.word(&new.name), format!("#{prefix}-{}", new.id))),
        cited: citing_places(&names, corpus, scope),
        versions: cited_versions(citation, target, corpus, scope),
    }
}

/// The kind and the id of the law or guideline that is the target.
fn cited_id(target: &Target) -> Option<(&'static str, &str)> {
    target.cited().map(|(kind, id, _)| (kind, id))
}

/// Returns the versions, the newest first, and behind them whatever is the latest, where texts cite that.
fn cited_versions(
    citation: &Citation,
    target: &dyn Fn(Option<CitedVersion>) -> Target,
    corpus: &Corpus,
    scope: &PageScope<'_>,
) -> Vec<CitedVersionView> {
    let latest = citation.latest_version(corpus.as_of).map(|version| version.id.as_str());
    let latest_at = citation.versions.iter().position(|version| Some(version.id.as_str()) == latest);
    let citing = |version| {
        let target = target(Some(version));
        citing_places(&|other| *other == target, corpus, scope)
    };
    let listed = citation.versions.iter().enumerate().rev().map(|(at, version)| CitedVersionView {
        state: match latest_at.map(|latest| at.cmp(&latest)) {
            Some(Ordering::Equal) => "latest",
            Some(Ordering::Less) => "former",
            Some(Ordering::Greater) | None => "coming",
        },
        cited: citing(CitedVersion::Named(version.id.clone())),
        ..version_view(version, scope)
    });
    // It leads to no version: which one is meant changes with the day.
    let floating = corpus.latest.iter().map(|words| CitedVersionView {
        name: scope.word(words),
        from: None,
        state: "floating",
        volumes: Vec::new(),
        chapters: Vec::new(),
        cited: citing(CitedVersion::Latest),
    });
    // A version by itself that nothing cites tells nothing.
    let listed = listed.filter(|view| citation.versions.len() > 1 || !view.cited.named.is_empty());
    listed.chain(floating.filter(|view| !view.cited.named.is_empty())).collect()
}

fn version_view(version: &CitationVersion, scope: &PageScope<'_>) -> CitedVersionView {
    let chapter =
        |chapter: &MovedChapter| MovedChapterView { name: scope.word(&chapter.name), now: scope.word(&chapter.now) };
    CitedVersionView {
        name: scope.word(&version.name),
        from: version.from.as_ref().map(|from| write_date(from.value, DateStyle::default(), scope.links.lang)),
        state: "latest",
        volumes: version.volumes.iter().map(|volume| scope.word(volume)).collect(),
        chapters: version.chapters.iter().map(chapter).collect(),
        cited: CitingPlaces::default(),
    }
}

/// Returns links to the first provision of each document that names a target.
fn citing_places(names: &dyn Fn(&Target) -> bool, corpus: &Corpus, scope: &PageScope<'_>) -> CitingPlaces {
    let documents = corpus.sets.values().flat_map(|set| set.documents.iter().map(move |document| (set, document)));
    let mut places = CitingPlaces::default();
    for (set, document) in documents {
        let mut first = None;
        document.walk(&mut |provision| {
            // One link for each document: a law may be cited on every page of it.
            if first.is_none() && cites(provision, names) {
                first = Some(provision);
            }
        });
        match first {
            Some(provision) if places.named.len() < MOST_NAMED => {
                places.named.push(citing_link(set, document, provision, scope));
            }
            Some(_) => places.more += 1,
            None => {}
        }
    }
    places
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
        Inline::Strong(inner)
        | Inline::Emphasis(inner)
        | Inline::Note(inner)
        | Inline::Language { words: inner, .. } => mentions(inner, names),
        Inline::Text(_) | Inline::Code(_) | Inline::Break | Inline::Ruby { .. } | Inline::Picture { .. } => false,
    })
}
