//! The page of a region or of the baseline: everything that the set holds.

use serde::Serialize;

use super::comparison::pair_links;
use super::conformance::StatusTally;
use super::form::labelled_title;
use super::procedure::procedure_links;
use super::set_card::SetCard;
use super::{ConformancePage, DocumentPage, FormPage, HomePage, RegionPage, TablesPage};
use crate::base::notation::dates;
use crate::base::notation::dates::DateStyle;
use crate::conformance::reading_state;
use crate::content::SetKey;
use crate::corpus::query::notices;
use crate::corpus::{CodeTable, Provision, Set, Text, Unavailable};
use crate::forms::ContactView;
use crate::pdf;
use crate::site::feed::feed_link;
use crate::site::links::{LinkView, link_to};
use crate::site::page::{PageView, SitePage};
use crate::site::provisions::{PageScope, TextView};
use crate::site::sources::{PdfView, SiteSources};
use crate::site::templates::{PageTemplate, page_template};

/// The page of a set.
#[derive(Debug, Clone, Copy)]
pub(in crate::site) struct SetPage<'a>(pub(in crate::site) &'a SetKey);

#[derive(Debug, Serialize)]
struct SetView {
    #[serde(flatten)]
    card: SetCard,
    /// All documents and forms in one file.
    booklet: Option<SheetCard>,
    report: Option<SheetCard>,
    tables: Vec<LinkView>,
    /// The ways to what each task takes.
    procedures: Vec<LinkView>,
    contacts: Vec<ContactView>,
    unavailable: Vec<UnavailableView>,
    conformance: Option<ConformanceCard>,
    /// The ways to what it can be compared with.
    comparisons: Vec<LinkView>,
    /// The feed of the set, if there is anything to tell.
    set_feed: Option<LinkView>,
    editor_notes: Vec<NotedPlace>,
}

/// A sheet about the set as a whole: the booklet, the report on how a region stands to the baseline.
#[derive(Debug, Serialize)]
struct SheetCard {
    title: String,
    /// What it holds, and who made it.
    about: String,
    pdf: PdfView,
}

/// The way to how the set stands to the baseline, or from the baseline to how regions stand to it.
#[derive(Debug, Serialize)]
struct ConformanceCard {
    href: String,
    words: String,
    /// Whether it leads to the region's own page.
    of_region: bool,
}

#[derive(Debug, Serialize)]
struct UnavailableView {
    id: String,
    title: String,
    dated: Option<String>,
    text: TextView,
}

/// Notes of an editor and the place that they are about.
#[derive(Debug, Serialize)]
struct NotedPlace {
    place: LinkView,
    notes: Vec<TextView>,
}

impl SitePage for SetPage<'_> {
    fn folder(&self) -> String {
        format!("{}/", self.0.folder())
    }

    fn title(&self, site: &SiteSources<'_>) -> Option<String> {
        site.corpus.set(self.0).map(|set| set.name.get(site.lang()).clone())
    }

    fn crumbs(&self) -> Vec<Box<dyn SitePage + '_>> {
        vec![Box::new(HomePage)]
    }

    fn series(&self) -> Option<String> {
        series_of(self.0)
    }

    fn set(&self) -> Option<&SetKey> {
        Some(self.0.present())
    }

    fn template(&self) -> PageTemplate {
        page_template!("pages/set.html")
    }

    fn view(&self, site: &SiteSources<'_>, scope: &PageScope<'_>) -> Option<PageView> {
        let set = site.corpus.set(self.0)?;
        let (lang, messages) = (site.lang(), site.messages);
        Some(PageView::of(&SetView {
            card: SetCard::of(set, site, scope),
            // Sheets are offered where this run has made them.
            booklet: site.pdf(&pdf::booklet_path(lang, &set.key), scope).map(|pdf| SheetCard {
                title: pdf::booklet_title(set, messages),
                about: messages.text("booklet-about"),
                pdf,
            }),
            report: site.pdf(&pdf::conformance_path(lang, &set.key), scope).map(|pdf| SheetCard {
                title: messages.with("report-heading", &[("region", set.name.get(lang))]),
                about: messages.text(&format!("report-about-{}", notices::conformance_standing(set).word())),
                pdf,
            }),
            procedures: procedure_links(set, site, scope),
            tables: set.tables.iter().map(|table| table_link(set, table, scope)).collect(),
            contacts: set.contacts.iter().map(|contact| ContactView::of(contact, messages)).collect(),
            unavailable: set.unavailable.iter().map(|document| unavailable_view(document, scope)).collect(),
            conformance: conformance_card(set, site, scope),
            comparisons: pair_links(&set.key, scope),
            set_feed: feed_link(site, Some(&set.key), scope.links.from),
            editor_notes: noted_places(set, scope),
        }))
    }
}

/// Returns the series of a set's pages. The pages of an earlier edition are in none, and neither are those that stand
/// beside a document, not after it.
pub(super) fn series_of(set: &SetKey) -> Option<String> {
    (!set.is_edition()).then(|| set.folder())
}

fn table_link(set: &Set, table: &CodeTable, scope: &PageScope<'_>) -> LinkView {
    let page = scope.links.to(&TablesPage(&set.key));
    link_to(labelled_title(table.label.as_ref(), &table.title, scope.links.lang), format!("{page}#{}", table.id))
}

fn unavailable_view(document: &Unavailable, scope: &PageScope<'_>) -> UnavailableView {
    UnavailableView {
        id: document.id.clone(),
        title: scope.word(&document.title),
        dated: document.dated.map(|date| dates::write_date(date, DateStyle::default(), scope.links.lang)),
        text: document.text.as_ref().map_or_else(TextView::default, |text| scope.text(text)),
    }
}

fn conformance_card(set: &Set, site: &SiteSources<'_>, scope: &PageScope<'_>) -> Option<ConformanceCard> {
    if site.corpus.groups.is_empty() {
        return None;
    }
    let card = |page: String, words: String, of_region| ConformanceCard { href: page, words, of_region };
    let overview = || scope.links.to(&ConformancePage);
    Some(match (site.verdicts_of(&set.key), reading_state(set)) {
        // A compared region has figures; any other is told why it has none.
        (Some(verdicts), _) => {
            let words = StatusTally::of(&verdicts.entries).sentence(site.messages);
            card(scope.links.to(&RegionPage(&set.key)), words, true)
        }
        (None, Some(reading)) => {
            card(overview(), site.messages.text(&format!("reading-{}-means", reading.word())), false)
        }
        (None, None) => {
            let lead = if site.verdicts.is_empty() { "conformance-lead-none" } else { "conformance-lead" };
            card(overview(), site.messages.text(lead), false)
        }
    })
}

/// Returns every place of the set that an editor has raised something about, documents first.
fn noted_places(set: &Set, scope: &PageScope<'_>) -> Vec<NotedPlace> {
    let mut places = Vec::new();
    let mut add = |label: String, href: String, notes: &[Text]| {
        let notes = scope.notes(notes);
        if !notes.is_empty() {
            places.push(NotedPlace { place: link_to(label.trim(), href), notes });
        }
    };
    for document in &set.documents {
        let page = scope.links.to(&DocumentPage(&set.key, &document.id));
        let title = scope.word(&document.short_title);
        // What is said of the document as a whole comes before what is said of its parts.
        add(title.clone(), page.clone(), &document.editor_notes);
        document.walk(&mut |provision| {
            let label = format!("{title} {}", listed_name(provision, scope));
            add(label, format!("{page}#{}", provision.anchor), &provision.editor_notes);
        });
    }
    for form in &set.forms {
        let page = scope.links.to(&FormPage(&set.key, &form.id));
        add(labelled_title(form.label.as_ref(), &form.title, scope.links.lang), page, &form.editor_notes);
    }
    places
}

/// Returns the number of a provision, or its caption where it bears none.
fn listed_name(provision: &Provision, scope: &PageScope<'_>) -> String {
    let cite = provision.cite.get(scope.links.lang);
    match &provision.caption {
        Some(caption) if cite.is_empty() => scope.word(caption),
        Some(_) | None => cite.to_owned(),
    }
}
