//! Everything that pages are made from, and what several kinds of pages take from it.

use std::collections::BTreeMap;

use serde::Serialize;

use super::former::FormerPlaces;
use super::links::LinkView;
use super::pages::{OutdatedBySet, PairAlignments, RegionVerdicts, SetSides, TopicComparison};
use super::provisions::PageScope;
use super::updates::Update;
use crate::base::locale::{Lang, Messages};
use crate::base::notation::dates;
use crate::base::notation::dates::DateStyle;
use crate::content::{SetKey, Standing};
use crate::corpus::{Corpus, Document, Form, OwnPage, RegionParts, Set, Words};
use crate::pdf::SheetFile;

/// The sources that pages of one language are made from.
#[derive(Debug, Clone, Copy)]
pub(super) struct SiteSources<'a> {
    pub(super) corpus: &'a Corpus,
    /// The parts of the regions, where they are too many for one page.
    pub(super) parts: &'a RegionParts<'a>,
    pub(super) facts: &'a SharedFacts<'a>,
    /// The standing of each region to the baseline.
    pub(super) verdicts: &'a [RegionVerdicts<'a>],
    /// Versions that are no longer the latest and that sets cite, by set.
    pub(super) outdated: &'a OutdatedBySet<'a>,
    /// The provisions of each set on each topic.
    pub(super) comparison: &'a TopicComparison<'a>,
    /// The provisions of sets as lists, in the language of the pages.
    pub(super) sides: &'a SetSides<'a>,
    /// Which provisions of each pair of sets correspond.
    pub(super) alignments: &'a PairAlignments<'a>,
    /// The words of the scripts of forms.
    pub(super) script_words: &'a str,
    /// The PDFs of this run, by path.
    pub(super) sheets: &'a BTreeMap<&'a str, &'a SheetFile>,
    /// The updates, the newest first.
    pub(super) updates: &'a [Update<'a>],
    /// What pages once had or were.
    pub(super) former: &'a FormerPlaces<'a>,
    pub(super) messages: &'a Messages,
}

/// What every page asks of all others, found out once: asked by each of them, it would cost the square of their number.
#[derive(Debug, Default)]
pub(super) struct SharedFacts<'a> {
    /// The pages of the site's own that the menu leads to, in their order.
    pub(super) menu: Vec<&'a OwnPage>,
    /// The pages of the site's own by their ids.
    pub(super) own_pages: BTreeMap<&'a str, &'a OwnPage>,
    /// Whether some document is not its issuer's own text.
    pub(super) has_restated: bool,
}

impl<'a> SharedFacts<'a> {
    /// Returns these facts of `corpus`.
    pub(super) fn of(corpus: &'a Corpus) -> Self {
        // Editions too, which are published like what holds now.
        let mut sets = corpus.sets.values().chain(corpus.editions.values());
        Self {
            menu: corpus.pages.iter().filter(|page| page.in_menu).collect(),
            own_pages: corpus.pages.iter().map(|page| (page.id.as_str(), page)).collect(),
            has_restated: sets.any(|set| set.has_standing(Standing::Restated)),
        }
    }
}

/// A PDF to download.
#[derive(Debug, Serialize)]
pub(super) struct PdfView {
    href: String,
    /// The size in kilobytes.
    kilobytes: usize,
    /// Whether it can be filled in on the screen.
    fillable: bool,
    /// Whether the page of a form prints the replica of it.
    has_replica: bool,
}

/// The notice of a page about the text of a document or form that it shows.
#[derive(Debug, Serialize)]
pub(super) struct StandingNotice {
    standing: &'static str,
    notices: Vec<String>,
}

impl StandingNotice {
    /// Returns the notice of a text of this standing, with these sentences.
    pub(super) fn of(standing: Standing, notices: Vec<String>) -> Self {
        Self { standing: standing.word(), notices }
    }
}

impl PdfView {
    /// Whether the page of a form prints the replica of it.
    pub(super) fn has_replica(&self) -> bool {
        self.has_replica
    }
}

impl<'a> SiteSources<'a> {
    /// Returns the language of the pages.
    pub(super) fn lang(&self) -> Lang {
        self.messages.lang()
    }

    /// Returns the title of the site.
    pub(super) fn site_title(&self) -> String {
        said_of_site(self.corpus.identity.title.as_ref(), "site-title", self.messages)
    }

    /// Returns a sentence or two about the site.
    pub(super) fn site_description(&self) -> String {
        said_of_site(self.corpus.identity.description.as_ref(), usual_lead(self.corpus), self.messages)
    }

    /// Returns the regions, without the baseline.
    pub(super) fn regions(&self) -> impl Iterator<Item = &'a Set> {
        self.corpus.sets.values().filter(|set| set.key != SetKey::Baseline)
    }

    /// Returns how the region `key` stands to the baseline; `None` for the baseline itself.
    pub(super) fn verdicts_of(&self, key: &SetKey) -> Option<&'a RegionVerdicts<'a>> {
        // They stand in the order of the sets.
        let at = self.verdicts.binary_search_by(|verdicts| verdicts.set.key.cmp(key)).ok()?;
        self.verdicts.get(at)
    }

    /// Returns the document `id` of the set `key`, with its set.
    pub(super) fn document(&self, key: &SetKey, id: &str) -> Option<(&'a Set, &'a Document)> {
        let set = self.corpus.set(key)?;
        set.documents.iter().find(|document| document.id == id).map(|document| (set, document))
    }

    /// Returns the form `id` of the set `key`, with its set.
    pub(super) fn form(&self, key: &SetKey, id: &str) -> Option<(&'a Set, &'a Form)> {
        let set = self.corpus.set(key)?;
        set.form(id).map(|form| (set, form))
    }

    /// Returns the PDF at `path`, if this run made it.
    pub(super) fn pdf(&self, path: &str, scope: &PageScope<'_>) -> Option<PdfView> {
        let sheet = self.sheets.get(path)?;
        // Rounded up: no file has 0 kB.
        let kilobytes = sheet.size.div_ceil(1000);
        Some(PdfView {
            href: scope.links.file(path),
            kilobytes,
            fillable: sheet.fillable,
            has_replica: sheet.has_replica,
        })
    }

    /// Returns where the text of a form comes from, as a mark.
    pub(super) fn origin_mark(&self, set: &Set, form: &Form) -> String {
        let issuer = set.council.get(self.lang()).as_str();
        self.messages.with(&format!("origin-mark-{}", form.origin.word()), &[("issuer", issuer)])
    }

    /// Returns a link to the provision that asks for the form, if it names one that is published.
    pub(super) fn basis(&self, form: &Form, scope: &PageScope<'_>) -> Option<LinkView> {
        let (target, cite) = form.basis.as_ref()?;
        Some(LinkView { label: cite.get(self.lang()).to_owned(), href: scope.links.target(target)? })
    }

    /// Returns `title` with the date of the edition, where `key` is an earlier one.
    pub(super) fn title_of_edition(&self, key: &SetKey, title: String, style: DateStyle) -> String {
        let Some(date) = key.date() else { return title };
        let date = dates::write_date(date, style, self.lang());
        self.messages.with("edition-title", &[("title", &title), ("date", &date)])
    }
}

/// Returns the message that stands for a description of the site. A site of somebody's own says no more of itself than what
/// it has.
pub(super) fn usual_lead(corpus: &Corpus) -> &'static str {
    let is_own = corpus.identity.title.is_some() || corpus.identity.organisation.is_some();
    let has_forms = corpus.sets.values().any(|set| !set.forms.is_empty());
    match (is_own, has_forms) {
        (false, _) => "site-lead",
        (true, true) => "site-lead-own-forms",
        (true, false) => "site-lead-own",
    }
}

/// Returns what the settings say of the site, or the words of `usual` where they say nothing.
pub(super) fn said_of_site(set: Option<&Words>, usual: &str, messages: &Messages) -> String {
    set.map_or_else(|| messages.text(usual), |words| words.get(messages.lang()).clone())
}
