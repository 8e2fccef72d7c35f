//! The page that tells how to read the site.

use super::super::page::{PageView, SitePage};
use super::super::provisions::PageScope;
use super::super::sources::SiteSources;
use super::super::templates::{PageTemplate, page_template};
use super::HomePage;

/// The page that tells how to read the site.
#[derive(Debug, Clone, Copy)]
pub(in crate::site) struct AboutPage;

impl SitePage for AboutPage {
    fn folder(&self) -> String {
        "about/".to_owned()
    }

    fn title(&self, site: &SiteSources<'_>) -> Option<String> {
        Some(site.messages.text("about-title"))
    }

    fn crumbs(&self) -> Vec<Box<dyn SitePage + '_>> {
        vec![Box::new(HomePage)]
    }

    fn series(&self) -> Option<String> {
        None
    }

    fn template(&self) -> PageTemplate {
        page_template!("pages/about.html")
    }

    fn view(&self, _: &SiteSources<'_>, _: &PageScope<'_>) -> Option<PageView> {
        Some(PageView::of_words())
    }
}
