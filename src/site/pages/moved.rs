//! The page at an address that was published once and has no page of its own any more.

use serde::Serialize;

use super::HomePage;
use crate::content::SetKey;
use crate::corpus::FormerAddress;
use crate::site::former::{folder_of, name_of, way_to};
use crate::site::links::{LinkView, link_to};
use crate::site::page::{PageView, SitePage};
use crate::site::provisions::PageScope;
use crate::site::sources::SiteSources;
use crate::site::templates::{PageTemplate, page_template};

/// The page that stands for a former one.
#[derive(Debug, Clone, Copy)]
pub(in crate::site) struct MovedPage<'a>(pub(in crate::site) &'a FormerAddress);

#[derive(Debug, Serialize)]
struct MovedView {
    words: String,
    /// The page that took its place.
    link: Option<LinkView>,
    /// The way up, where there is none.
    home_link: LinkView,
}

impl SitePage for MovedPage<'_> {
    fn folder(&self) -> String {
        folder_of(&self.0.address)
    }

    fn title(&self, site: &SiteSources<'_>) -> Option<String> {
        Some(site.messages.text(if self.0.now.is_some() { "moved-title" } else { "gone-title" }))
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
        page_template!("pages/moved.html")
    }

    fn view(&self, site: &SiteSources<'_>, scope: &PageScope<'_>) -> Option<PageView> {
        let now = self.0.now.as_deref();
        let home = scope.links.to(&HomePage);
        Some(PageView::of(&MovedView {
            words: site.messages.text(if now.is_some() { "moved-words" } else { "gone-words" }),
            link: now.map(|now| link_to(name_of(now, &scope.links), way_to(now, &scope.links))),
            home_link: link_to(site.messages.text("home"), home),
        }))
    }
}
