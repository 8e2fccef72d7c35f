//! The page of a document in one language.

use std::iter::Peekable;

use serde::Serialize;

use super::comparison::pair_links;
use super::conformance::requirement_marks;
use super::set::series_of;
use super::{HomePage, SetPage, side_by_side_link};
use crate::base::notation::dates;
use crate::content::SetKey;
use crate::corpus::query::{ContentsLine, notices};
use crate::corpus::{Document, Set};
use crate::pdf;
use crate::site::editions::{self, StateView, VersionView};
use crate::site::links::LinkView;
use crate::site::page::{PageView, SitePage, page_path};
use crate::site::provisions::{ContentsEntry, DivisionView, PageScope, ProvisionView, TextView, set_marks};
use crate::site::sources::{PdfView, SiteSources, StandingNotice};
use crate::site::templates::{PageTemplate, page_template};

/// The page of a document, by its set and id.
#[derive(Debug, Clone, Copy)]
pub(in crate::site) struct DocumentPage<'a>(pub(in crate::site) &'a SetKey, pub(in crate::site) &'a str);

#[derive(Debug, Serialize)]
struct DocumentView {
    full_title: String,
    edition: String,
    standing: StandingNotice,
    editor_notes: Vec<TextView>,
    cover: Option<CoverView>,
    notes: Vec<ProvisionView>,
    contents: Vec<ContentsEntry>,
    /// The list of contents that is a part of the text.
    own_contents: Vec<PrintedLine>,
    divisions: Vec<DivisionView>,
    pdf: Option<PdfView>,
    /// The page with both languages; an earlier edition has none.
    both: Option<String>,
    /// The ways to what it can be compared with.
    comparisons: Vec<LinkView>,
    /// That the text does not hold, or not for ever.
    state: Option<StateView>,
    /// Every version, where there is more than one.
    history: Vec<VersionView>,
    /// The way to the same document in the other language, for the switch beside each heading; empty where there is none.
    elsewhere: String,
}

/// A line of the list of contents that is a part of the text, with those below it.
#[derive(Debug, Serialize)]
struct PrintedLine {
    words: String,
    lines: Vec<Self>,
}

/// Takes the next lines of `depth` and deeper as a tree.
fn printed_lines(lines: &mut Peekable<impl Iterator<Item = ContentsLine>>, depth: usize) -> Vec<PrintedLine> {
    let mut printed = Vec::new();
    while let Some(line) = lines.next_if(|line| line.depth >= depth) {
        printed.push(PrintedLine { words: line.words, lines: printed_lines(lines, line.depth + 1) });
    }
    printed
}

#[derive(Debug, Serialize)]
struct CoverView {
    date: Option<String>,
    issuer: Option<String>,
    name: Option<String>,
}

impl SitePage for DocumentPage<'_> {
    fn folder(&self) -> String {
        format!("{}/{}/", self.0.folder(), self.1)
    }

    fn title(&self, site: &SiteSources<'_>) -> Option<String> {
        let (_, document) = site.document(self.0, self.1)?;
        let title = document.short_title.get(site.lang()).clone();
        Some(site.title_of_edition(self.0, title, document.dates))
    }

    fn crumbs(&self) -> Vec<Box<dyn SitePage + '_>> {
        let present = self.0.present();
        let mut above: Vec<Box<dyn SitePage>> = vec![Box::new(HomePage), Box::new(SetPage(present))];
        if self.0.is_edition() {
            // The text that holds now stands on the way up, so that nobody takes the old one for it.
            above.push(Box::new(DocumentPage(present, self.1)));
        }
        above
    }

    fn series(&self) -> Option<String> {
        series_of(self.0)
    }

    fn set(&self) -> Option<&SetKey> {
        Some(self.0.present())
    }

    fn template(&self) -> PageTemplate {
        page_template!("pages/document.html")
    }

    fn view(&self, site: &SiteSources<'_>, scope: &PageScope<'_>) -> Option<PageView> {
        let (set, document) = site.document(self.0, self.1)?;
        Some(PageView::of(&self.document_view(set, document, site, scope)))
    }
}

impl DocumentPage<'_> {
    fn document_view(
        &self,
        set: &Set,
        document: &Document,
        site: &SiteSources<'_>,
        scope: &PageScope<'_>,
    ) -> DocumentView {
        let mut divisions = scope.divisions(document);
        let mut notes = scope.list(&document.notes, None);
        // Taken out of the list one by one as their provisions come: each mark has one place.
        let mut marks = requirement_marks(site.corpus, set, document, scope);
        set_marks(&mut notes, &mut marks);
        for division in &mut divisions {
            set_marks(&mut division.provisions, &mut marks);
        }
        let cover = document.cover.as_ref().map(|cover| CoverView {
            date: cover.date.map(|date| dates::write_date(date, document.dates, site.lang())),
            issuer: scope.optional(cover.issuer.as_ref()),
            name: scope.optional(cover.name.as_ref()),
        });
        DocumentView {
            full_title: scope.word(&document.title),
            edition: notices::edition(document, site.messages),
            standing: StandingNotice::of(document.standing, notices::of_document(document, set, site.messages)),
            editor_notes: scope.notes(&document.editor_notes),
            cover,
            notes,
            contents: PageScope::contents(&divisions),
            own_contents: printed_lines(&mut document.own_contents(site.lang()).into_iter().peekable(), 0),
            divisions,
            pdf: site.pdf(&pdf::document_path(site.lang(), self.0, self.1), scope),
            both: side_by_side_link(set, document, scope),
            comparisons: pair_links(&set.key, scope),
            state: editions::document_state(site.corpus, set, document, scope),
            history: editions::history(site.corpus, set, document, scope),
            elsewhere: site
                .corpus
                .languages
                .other(site.lang())
                .map_or_else(String::new, |other| scope.links.file(&page_path(self, other))),
        }
    }
}
