//! A page of a site's own, or a piece of news: what stands in `pages/` of the content.

use std::collections::BTreeMap;

use serde::Serialize;

use super::super::feed::written_day;
use super::super::links::{LinkView, link_to};
use super::super::page::{PageView, SitePage, page_path};
use super::super::provisions::PageScope;
use super::super::sources::SiteSources;
use super::super::templates::{PageTemplate, page_template};
use super::{HomePage, NewsPage, SetPage};
use crate::base::address::address_of;
use crate::base::markup::{Inline, TextBlock, TextLinks, blocks_to_html, to_html};
use crate::content::SetKey;
use crate::corpus::{OwnPage, OwnPageTarget};

/// A page of a site's own.
#[derive(Debug, Clone, Copy)]
pub(in crate::site) struct OwnPageOf<'a>(pub(in crate::site) &'a OwnPage);

#[derive(Debug, Serialize)]
struct OwnPageView {
    date: Option<String>,
    region: Option<LinkView>,
    html: String,
    /// The language of the title and of the text, where it is not the page's.
    title_lang: Option<&'static str>,
    text_lang: Option<&'static str>,
}

impl SitePage for OwnPageOf<'_> {
    fn folder(&self) -> String {
        // In folders of their own, so that no id takes the place of a page of ours.
        let folder = if self.0.date.is_some() { "news" } else { "pages" };
        format!("{folder}/{}/", self.0.id)
    }

    fn title(&self, site: &SiteSources<'_>) -> Option<String> {
        Some(self.0.title.get(site.lang()).clone())
    }

    fn crumbs(&self) -> Vec<Box<dyn SitePage + '_>> {
        match self.0.date {
            Some(_) => vec![Box::new(HomePage), Box::new(NewsPage)],
            None => vec![Box::new(HomePage)],
        }
    }

    fn series(&self) -> Option<String> {
        self.0.date.map(|_| "news".to_owned())
    }

    fn set(&self) -> Option<&SetKey> {
        None
    }

    fn template(&self) -> PageTemplate {
        page_template!("pages/own-page.html")
    }

    fn view(&self, site: &SiteSources<'_>, scope: &PageScope<'_>) -> Option<PageView> {
        let (page, lang) = (self.0, site.lang());
        let region = page.region.as_ref().and_then(|key| site.corpus.set(key));
        let other = |given: crate::base::locale::Lang| (given != lang).then(|| given.code());
        Some(PageView::of(&OwnPageView {
            date: page.date.map(|date| written_day(date, lang)),
            region: region.map(|set| link_to(scope.word(&set.name), scope.links.to(&SetPage(&set.key)))),
            html: html_of(page, site, scope),
            title_lang: other(page.title.given(lang)),
            text_lang: other(page.text.given(lang)),
        }))
    }
}

/// The ways from such a page to what it names.
struct OwnPageLinks<'a> {
    own_pages: &'a BTreeMap<&'a str, &'a OwnPage>,
    scope: &'a PageScope<'a>,
}

impl TextLinks<OwnPageTarget> for OwnPageLinks<'_> {
    fn href(&self, target: &OwnPageTarget) -> Option<String> {
        let links = &self.scope.links;
        match target {
            OwnPageTarget::Content(target) => links.target(target),
            OwnPageTarget::File(path) => Some(links.file(&address_of(path))),
            OwnPageTarget::Page(id) => {
                let page = self.own_pages.get(id.as_str())?;
                Some(links.file(&page_path(&OwnPageOf(page), links.lang)))
            }
        }
    }

    fn picture(&self, path: &str) -> String {
        self.scope.links.picture_at(path)
    }
}

fn html_of(page: &OwnPage, site: &SiteSources<'_>, scope: &PageScope<'_>) -> String {
    let links = OwnPageLinks { own_pages: &site.facts.own_pages, scope };
    let mut html = |words: Vec<Inline<OwnPageTarget>>| to_html(&words, &links);
    let blocks = page.text.get(scope.links.lang).blocks().into_iter();
    let blocks: Vec<TextBlock<String>> = blocks.map(|block| block.map(&mut html)).collect();
    blocks_to_html(&blocks)
}
