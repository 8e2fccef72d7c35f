//! The first page in each language: the regions and the baseline with what they hold.

use serde::Serialize;

use super::super::page::{PageView, SitePage};
use super::super::provisions::PageScope;
use super::super::sources::SiteSources;
use super::super::templates::{PageTemplate, page_template};
use super::doors::DoorsView;
use super::news::{NewsItem, newest};
use super::part_index::PartIndex;
use super::prefecture::place_of_region;
use super::set_card::SetCard;
use super::{PrefecturePage, SetPage};
use crate::content::SetKey;
use crate::corpus::Words;
use crate::site::links::{LinkView, link_to};

/// The number of pieces of news on the first page.
const NEWEST: usize = 5;

/// The first page in each language.
#[derive(Debug, Clone, Copy)]
pub(in crate::site) struct HomePage;

#[derive(Serialize)]
struct HomeView {
    doors: DoorsView,
    /// The newest news.
    newest: Vec<NewsItem>,
    sets: Vec<SetCard>,
    /// The ways to the regions, where they are too many for the page.
    index: Option<PartIndex>,
    baseline: Option<SetCard>,
    /// Regions whose pages are those of an earlier build.
    earlier: Vec<LinkView>,
}

impl SitePage for HomePage {
    fn folder(&self) -> String {
        String::new()
    }

    fn title(&self, site: &SiteSources<'_>) -> Option<String> {
        Some(site.site_title())
    }

    fn crumbs(&self) -> Vec<Box<dyn SitePage + '_>> {
        vec![]
    }

    fn series(&self) -> Option<String> {
        None
    }

    fn set(&self) -> Option<&SetKey> {
        None
    }

    fn template(&self) -> PageTemplate {
        page_template!("pages/home.html")
    }

    fn view(&self, site: &SiteSources<'_>, scope: &PageScope<'_>) -> Option<PageView> {
        let regions = site.regions().filter(|_| site.parts.is_empty());
        Some(PageView::of(&HomeView {
            doors: DoorsView::of(site, scope),
            newest: newest(NEWEST, site, scope),
            sets: regions.map(|set| SetCard::of(set, site, scope)).collect(),
            index: PartIndex::of(scope, PrefecturePage, Some(place_of_region)),
            // They stand in the output, made by an earlier build, and would be found by no one without a link.
            earlier: site
                .corpus
                .earlier_pages
                .iter()
                .map(|(key, name)| earlier_link(key, name.as_ref(), scope))
                .collect(),
            baseline: site.corpus.set(&SetKey::Baseline).map(|set| SetCard::of(set, site, scope)),
        }))
    }
}

/// Returns a link to the page that an earlier build made of the region `key`; its id stands for a name that cannot be read.
fn earlier_link(key: &SetKey, name: Option<&Words>, scope: &PageScope<'_>) -> LinkView {
    link_to(name.map_or_else(|| key.to_string(), |name| scope.word(name)), scope.links.to(&SetPage(key)))
}
