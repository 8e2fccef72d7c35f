//! The pages of the site, one kind in each file beside its template of the same name in `templates/site/pages/`. To add
//! a page: its file, its template, its words, and its line in [`in_reading_order`].

mod about;
mod amendment;
mod comparison;
mod conformance;
mod document;
mod doors;
mod form;
mod forms;
mod gateway;
mod home;
mod moved;
mod news;
mod not_found;
mod own_page;
mod part_index;
mod prefecture;
mod procedure;
mod public_body;
mod redirect;
mod references;
mod search;
mod set;
mod set_card;
mod side_by_side;
mod tables;
mod targets;

pub(super) use self::about::AboutPage;
pub use self::amendment::amendment;
pub(super) use self::amendment::{AmendmentPage, amendment_link};
pub use self::comparison::comparison;
pub(super) use self::comparison::{
    ChoosePage, ComparisonPage, PairAlignments, PairPage, PickPage, SetSides, TopicComparison, TopicPage,
    TopicPartPage, is_compared, write_sides,
};
pub(super) use self::conformance::{
    ConformancePage, OutdatedBySet, RegionPage, RegionVerdicts, RequirementMark, RequirementPage, RequirementPartPage,
    outdated_by_set, region_verdicts,
};
pub(super) use self::document::DocumentPage;
pub(super) use self::form::{FormPage, labelled_title, script_words};
pub(super) use self::forms::{FormsPage, FormsPartPage};
pub(super) use self::gateway::gateway;
pub(super) use self::home::HomePage;
pub(super) use self::news::NewsPage;
pub(super) use self::not_found::not_found;
pub(super) use self::own_page::OwnPageOf;
pub(super) use self::prefecture::PrefecturePage;
pub(super) use self::public_body::{PublicBodyLinks, public_body_links};
pub(super) use self::redirect::redirect_pages;
pub(super) use self::references::{ReferencesPage, has_references};
pub(super) use self::search::SearchPage;
pub(super) use self::set::SetPage;
pub(super) use self::side_by_side::{SideBySidePage, side_by_side_link};
pub(super) use self::tables::TablesPage;

use self::comparison::{can_pick, paired_sets};
use self::moved::MovedPage;
use self::public_body::{AccessibilityPage, PrivacyPage, SiteMapPage, TestResultsPage};
use super::former::former_pages;
use super::page::SitePage;
use crate::corpus::{Corpus, PartKey, RegionParts, Set};

/// Returns every page of the site in reading order, by which the previous and the next one are told.
pub(super) fn in_reading_order<'a>(corpus: &'a Corpus, parts: &RegionParts<'a>) -> Vec<Box<dyn SitePage + 'a>> {
    let mut pages = PageList(pages_to_read(corpus, parts));
    pages.add(former_pages(corpus).into_iter().map(MovedPage));
    pages.0
}

/// Returns the pages that somebody may want to read, in reading order: all but those that only lead on.
fn pages_to_read<'a>(corpus: &'a Corpus, parts: &RegionParts<'a>) -> Vec<Box<dyn SitePage + 'a>> {
    let keys: Vec<PartKey> = parts.iter().map(|part| part.key).collect();
    let mut pages = PageList(Vec::new());
    pages.add([HomePage]);
    pages.add([AboutPage]);
    if corpus.public_body.is_some() {
        pages.add([AccessibilityPage]);
        pages.add([TestResultsPage]);
        pages.add([PrivacyPage]);
        pages.add([SiteMapPage]);
    }
    pages.add([SearchPage]);
    if forms::has_forms(corpus) {
        pages.add([FormsPage]);
        pages.add(keys.iter().map(|key| FormsPartPage(*key)));
    }
    pages.add(has_references(corpus).then_some(ReferencesPage));
    let (news, own): (Vec<_>, Vec<_>) = corpus.pages.iter().partition(|page| page.date.is_some());
    // No page without anything on it: a link that leads to an empty list is worse than none.
    pages.add((!news.is_empty()).then_some(NewsPage));
    pages.add(news.into_iter().chain(own).map(OwnPageOf));
    pages.add(keys.iter().map(|key| PrefecturePage(*key)));
    for set in corpus.sets.values() {
        pages.add([SetPage(&set.key)]);
        pages.add_contents(set);
        if corpus.languages.english {
            pages.add(set.documents.iter().map(|document| SideBySidePage(&set.key, &document.id)));
        }
    }
    // After all that holds now, so that nobody reads on from a present document into a past one.
    for edition in corpus.editions.values() {
        pages.add_contents(edition);
    }
    pages.add(procedure::procedure_pages(corpus));
    let changes = crate::compare::amend::changes(corpus);
    pages.add(changes.into_iter().map(|change| AmendmentPage(change.new, change.document)));
    if !corpus.groups.is_empty() {
        pages.add([ConformancePage]);
        pages.add(crate::conformance::regions_held(corpus).map(|set| RegionPage(&set.key)));
        pages.add(corpus.requirements().map(|requirement| RequirementPage(&requirement.id)));
        for requirement in corpus.requirements() {
            pages.add(keys.iter().map(|key| RequirementPartPage(&requirement.id, *key)));
        }
    }
    if is_compared(corpus) {
        pages.add([ComparisonPage]);
        pages.add(corpus.topics.iter().map(|topic| TopicPage(&topic.id)));
        for topic in &corpus.topics {
            pages.add(keys.iter().map(|key| TopicPartPage(&topic.id, *key)));
        }
        pages.add(paired_sets(corpus).into_iter().map(|(first, second)| PairPage(first, second)));
        pages.add(can_pick(corpus).then_some(PickPage));
        pages.add((!keys.is_empty()).then_some(ChoosePage));
    }
    pages.0
}

struct PageList<'a>(Vec<Box<dyn SitePage + 'a>>);

impl<'a> PageList<'a> {
    fn add<P: SitePage + 'a>(&mut self, pages: impl IntoIterator<Item = P>) {
        self.0.extend(pages.into_iter().map(|page| Box::new(page) as Box<dyn SitePage + 'a>));
    }

    /// Adds the pages that a set has in every edition.
    fn add_contents(&mut self, set: &'a Set) {
        self.add(set.documents.iter().map(|document| DocumentPage(&set.key, &document.id)));
        self.add(set.forms.iter().map(|form| FormPage(&set.key, &form.id)));
        self.add((!set.tables.is_empty()).then_some(TablesPage(&set.key)));
    }
}
