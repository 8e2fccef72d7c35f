//! The frame around every page: navigation, crumbs, the previous and the next page. Here a page becomes a file.

use std::collections::BTreeMap;

use serde::Serialize;

use super::feed::feed_link;
use super::former::{FormerPlaceView, places_on};
use super::links::{LinkView, PageLinks, link_to, relative};
use super::page::{PageFile, SitePage, page_path};
use super::pages::{
    AboutPage, ComparisonPage, ConformancePage, HomePage, NewsPage, OwnPageOf, PublicBodyLinks, ReferencesPage,
    SearchPage, SetPage, has_references, is_compared, public_body_links,
};
use super::provisions::PageScope;
use super::rail::RailView;
use super::sources::SiteSources;
use super::templates::Templates;
use super::unwritten;
use super::updates::news;
use crate::base::artifact::Artifact;
use crate::base::diagnostics::{Code, Diagnostic};
use crate::base::locale::Lang;
use crate::content::SetKey;

/// The logo beside the title.
#[derive(Serialize)]
struct LogoView {
    src: String,
    alt: String,
}

/// The frame that `base.html` shows around every page.
#[derive(Serialize)]
struct PageFrame {
    lang: &'static str,
    /// The language of the switch, if the site has another, and the same page in it.
    other: Option<&'static str>,
    other_href: Option<String>,
    title: String,
    /// The page above it, whose name tells it from pages of the same title elsewhere: the region of a form.
    within: Option<String>,
    site_title: String,
    site_description: String,
    /// The publisher of the site, and the words of its foot besides.
    organisation: Option<String>,
    footer: Option<String>,
    contact: Option<String>,
    logo: Option<LogoView>,
    /// Whether the settings choose the colour of links.
    has_accent: bool,
    /// Whether some document is not its issuer's own text.
    has_restated: bool,
    /// The address of the page, if the user gave one.
    canonical: Option<String>,
    alternate: Option<String>,
    assets: String,
    home: String,
    about: String,
    search: String,
    /// The page of laws and guidelines, if there are any.
    references: Option<String>,
    /// The page of news, if there is any.
    news: Option<String>,
    /// The pages of the site's own that the menu leads to.
    own_pages: Vec<LinkView>,
    /// The feed of the site, if there is anything to tell.
    feed: Option<LinkView>,
    baseline_href: Option<String>,
    conformance_href: Option<String>,
    /// Whether any region was held against the baseline.
    has_verdicts: bool,
    comparison_href: Option<String>,
    crumbs: Vec<LinkView>,
    previous: Option<LinkView>,
    next: Option<LinkView>,
    /// What the set of the page holds.
    rail: Option<RailView>,
    /// The places that the page once had.
    former: Vec<FormerPlaceView>,
    /// What the foot says of a public body.
    public_body: Option<PublicBodyLinks>,
}

/// All pages in reading order, with their neighbours in their series.
pub(super) struct PageOrder<'a> {
    pages: Vec<Box<dyn SitePage + 'a>>,
    /// The places of the previous and the next page of each.
    steps: Vec<[Option<usize>; 2]>,
}

impl<'a> PageOrder<'a> {
    /// Returns the order of `pages`, which are given in reading order.
    pub(super) fn of(pages: Vec<Box<dyn SitePage + 'a>>) -> Self {
        // Neighbours stand in one series: after the last page of a region there is none of the next.
        let mut series: BTreeMap<String, Vec<usize>> = BTreeMap::new();
        for (at, page) in pages.iter().enumerate() {
            if let Some(name) = page.series() {
                series.entry(name).or_default().push(at);
            }
        }
        let mut steps = vec![[None; 2]; pages.len()];
        for pair in series.values().flat_map(|places| places.windows(2)) {
            // A window of two always has both.
            steps[pair[0]][1] = Some(pair[1]);
            steps[pair[1]][0] = Some(pair[0]);
        }
        Self { pages, steps }
    }

    /// Returns every page in reading order.
    pub(super) fn iter(&self) -> impl Iterator<Item = &dyn SitePage> {
        self.pages.iter().map(|page| page.as_ref() as &dyn SitePage)
    }

    /// Returns where every page stands in `lang`, in reading order.
    pub(super) fn paths(&self, lang: Lang) -> Vec<String> {
        self.iter().map(|page| page_path(page, lang)).collect()
    }

    /// Returns how many pages there are.
    pub(super) fn len(&self) -> usize {
        self.pages.len()
    }
}

/// Makes files of pages.
#[derive(Clone, Copy)]
pub(super) struct PagePress<'a> {
    pub(super) site: &'a SiteSources<'a>,
    pub(super) templates: &'a Templates<'a>,
    pub(super) order: &'a PageOrder<'a>,
    /// The address that the site will have, if known.
    pub(super) base_url: Option<&'a str>,
}

impl PagePress<'_> {
    /// Returns the files of the page at the place `at`: itself, after what is downloaded there.
    ///
    /// # Errors
    /// A finding J0506 where the corpus does not hold what the page shows or its template is faulty, J0502 where the
    /// file to download cannot be written.
    pub(super) fn files(self, at: usize) -> Result<Vec<Artifact>, Box<Diagnostic>> {
        let page = self.order.pages[at].as_ref();
        let path = page_path(page, self.site.lang());
        let links = PageLinks { corpus: self.site.corpus, parts: self.site.parts, from: &path, lang: self.site.lang() };
        let scope = PageScope { links, messages: self.site.messages };
        let view = page.view(self.site, &scope).ok_or_else(|| Box::new(missing(&path)))?;
        let mut files = Vec::new();
        for PageFile { path, bytes } in view.table.into_iter().flat_map(|table| [table.csv, table.workbook]) {
            let bytes = bytes.map_err(|error| Box::new(unwritten(&path, &error)))?;
            files.push(Artifact::new(path, bytes));
        }
        let frame = self.frame(at, &scope)?;
        let html = self.templates.render_page(page.template(), &frame, view.values)?;
        files.push(Artifact::new(path, html));
        Ok(files)
    }

    fn frame(self, at: usize, scope: &PageScope<'_>) -> Result<PageFrame, Box<Diagnostic>> {
        let (page, site, links) = (self.order.pages[at].as_ref(), self.site, scope.links);
        let (lang, path) = (links.lang, links.from);
        let address = |path: &str| self.base_url.map(|base| format!("{}/{path}", base.trim_end_matches('/')));
        let other = site.corpus.languages.other(lang);
        let in_other = other.map(|other| page_path(page, other));
        let [previous, next] = self.order.steps[at];
        let step = |at: usize| {
            let other = self.order.pages[at].as_ref();
            Ok::<_, Box<Diagnostic>>(link_to(self.title(other)?, links.to(other)))
        };
        let crumb = |above: &dyn SitePage| {
            // The home page's title is that of the site, which stands at the top of every page already.
            let is_home = above.folder().is_empty();
            let label = if is_home { site.messages.text("home") } else { self.title(above)? };
            Ok::<_, Box<Diagnostic>>(link_to(label, links.to(above)))
        };
        let title = self.title(page)?;
        let crumbs = page.crumbs().iter().map(|above| crumb(above.as_ref())).collect::<Result<Vec<_>, _>>()?;
        // The first of the way is the home page, whose name ends the title of each page anyway.
        let within = crumbs.iter().skip(1).next_back().map(|above| above.label.clone());
        Ok(PageFrame {
            lang: lang.code(),
            // Every page has one in the other language, at the same place.
            other: other.map(Lang::code),
            other_href: in_other.as_ref().map(|in_other| relative(path, in_other)),
            within: within.filter(|within| !title.contains(within.as_str())),
            title,
            site_title: site.site_title(),
            site_description: site.site_description(),
            organisation: scope.optional(site.corpus.identity.organisation.as_ref()),
            footer: scope.optional(site.corpus.identity.footer.as_ref()),
            contact: scope.optional(site.corpus.identity.contact.as_ref()),
            logo: site
                .corpus
                .identity
                .logo
                .as_ref()
                .map(|logo| LogoView { src: links.picture_at(&logo.path), alt: scope.word(&logo.alt) }),
            has_accent: site.corpus.identity.accent.is_some(),
            has_restated: site.facts.has_restated,
            canonical: address(path),
            alternate: in_other.and_then(|in_other| address(&in_other)),
            assets: relative(path, "assets/"),
            home: links.to(&HomePage),
            about: links.to(&AboutPage),
            search: links.to(&SearchPage),
            references: has_references(site.corpus).then(|| links.to(&ReferencesPage)),
            news: news(site.corpus).next().map(|_| links.to(&NewsPage)),
            own_pages: menu(site, scope),
            feed: feed_link(site, None, path),
            conformance_href: (!site.corpus.groups.is_empty()).then(|| links.to(&ConformancePage)),
            has_verdicts: !site.verdicts.is_empty(),
            comparison_href: is_compared(site.corpus).then(|| links.to(&ComparisonPage)),
            baseline_href: site.corpus.set(&SetKey::Baseline).map(|set| links.to(&SetPage(&set.key))),
            crumbs,
            previous: previous.map(step).transpose()?,
            next: next.map(step).transpose()?,
            rail: RailView::of(page, site, scope),
            public_body: public_body_links(site, scope),
            former: places_on(site.former, &page.folder(), &links, site.messages),
        })
    }

    fn title(self, page: &dyn SitePage) -> Result<String, Box<Diagnostic>> {
        page.title(self.site).ok_or_else(|| Box::new(missing(&page_path(page, self.site.lang()))))
    }
}

/// The ways to the pages of the site's own that the menu leads to, in their order.
fn menu(site: &SiteSources<'_>, scope: &PageScope<'_>) -> Vec<LinkView> {
    let pages = site.facts.menu.iter();
    pages.map(|page| link_to(scope.word(&page.title), scope.links.to(&OwnPageOf(page)))).collect()
}

fn missing(path: &str) -> Diagnostic {
    Diagnostic::new(Code::J0506).arg("reason", format!("there is nothing to show on {path}"))
}
