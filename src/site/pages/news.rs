//! The page of all news, the newest first.

use serde::Serialize;

use super::super::feed::written_day;
use super::super::page::{PageView, SitePage};
use super::super::provisions::PageScope;
use super::super::sources::SiteSources;
use super::super::templates::{PageTemplate, page_template};
use super::super::updates::news;
use super::{HomePage, OwnPageOf};
use crate::content::SetKey;

/// The page of all news.
#[derive(Debug, Clone, Copy)]
pub(in crate::site) struct NewsPage;

#[derive(Debug, Serialize)]
struct NewsView {
    items: Vec<NewsItem>,
}

/// A piece of news in a list.
#[derive(Debug, Serialize)]
pub(super) struct NewsItem {
    date: String,
    title: String,
    href: String,
    /// The language of the title, where it is not the page's.
    lang: Option<&'static str>,
}

/// Returns the newest `most` pieces of news.
pub(super) fn newest(most: usize, site: &SiteSources<'_>, scope: &PageScope<'_>) -> Vec<NewsItem> {
    let lang = site.lang();
    let item = |page| {
        let page: &crate::corpus::OwnPage = page;
        // A piece of news is often there in Japanese before anybody translates it.
        let given = page.title.given(lang);
        Some(NewsItem {
            date: written_day(page.date?, lang),
            title: page.title.get(lang).clone(),
            href: scope.links.to(&OwnPageOf(page)),
            lang: (given != lang).then(|| given.code()),
        })
    };
    news(site.corpus).take(most).filter_map(item).collect()
}

impl SitePage for NewsPage {
    fn folder(&self) -> String {
        "news/".to_owned()
    }

    fn title(&self, site: &SiteSources<'_>) -> Option<String> {
        Some(site.messages.text("news-title"))
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
        page_template!("pages/news.html")
    }

    fn view(&self, site: &SiteSources<'_>, scope: &PageScope<'_>) -> Option<PageView> {
        Some(PageView::of(&NewsView { items: newest(usize::MAX, site, scope) }))
    }
}
