//! The map of the site: every page below the page that leads to it.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::content::SetKey;
use crate::site::links::{LinkView, link_to};
use crate::site::page::{PageView, SitePage};
use crate::site::pages::{HomePage, pages_to_read};
use crate::site::provisions::PageScope;
use crate::site::sources::SiteSources;
use crate::site::templates::{PageTemplate, page_template};

/// The map of the site.
#[derive(Debug, Clone, Copy)]
pub(in crate::site) struct SiteMapPage;

#[derive(Debug, Serialize)]
struct SiteMapView {
    places: Vec<MappedPage>,
}

/// A page with those below it.
#[derive(Debug, Serialize)]
struct MappedPage {
    link: LinkView,
    places: Vec<Self>,
}

impl SitePage for SiteMapPage {
    fn folder(&self) -> String {
        "sitemap/".to_owned()
    }

    fn title(&self, site: &SiteSources<'_>) -> Option<String> {
        Some(site.messages.text("public-map-title"))
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
        page_template!("pages/public-body/site-map.html")
    }

    fn view(&self, site: &SiteSources<'_>, scope: &PageScope<'_>) -> Option<PageView> {
        site.corpus.public_body.as_ref()?;
        let pages = pages_to_read(site.corpus, site.parts);
        // Of a large site the pages of a prefecture lead to those of its regions, and the others to their parts.
        let is_listed = |page: &dyn SitePage| site.parts.is_empty() || page.set().is_none() && page.crumbs().len() < 3;
        // By the folder of the page above; that of the home page is the empty one.
        let mut below: BTreeMap<String, Vec<&dyn SitePage>> = BTreeMap::new();
        for page in pages.iter().filter(|page| !page.folder().is_empty() && is_listed(page.as_ref())) {
            if let Some(above) = page.crumbs().last() {
                below.entry(above.folder()).or_default().push(page.as_ref());
            }
        }
        Some(PageView::of(&SiteMapView { places: places_below("", &mut below, site, scope) }))
    }
}

/// Takes the pages below the folder `above` out of `below`, so that none can stand below itself.
fn places_below(
    above: &str,
    below: &mut BTreeMap<String, Vec<&dyn SitePage>>,
    site: &SiteSources<'_>,
    scope: &PageScope<'_>,
) -> Vec<MappedPage> {
    let mut places = Vec::new();
    for page in below.remove(above).into_iter().flatten() {
        if let Some(title) = page.title(site) {
            let link = link_to(title, scope.links.to(page));
            places.push(MappedPage { link, places: places_below(&page.folder(), below, site, scope) });
        }
    }
    places
}
