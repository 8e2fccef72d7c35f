//! The pages of a public body: its policy on accessibility, what a test found, privacy, and the map of the site. There are any only where
//! the content says something of the body; nothing is said on them that neither it nor the program can know.

mod results;
mod site_map;

use serde::Serialize;

pub(in crate::site) use self::results::TestResultsPage;
pub(in crate::site) use self::site_map::SiteMapPage;
use super::HomePage;
use super::forms::has_forms;
use crate::base::notation::dates::{DateStyle, write_date};
use crate::content::SetKey;
use crate::site::links::{LinkView, link_to};
use crate::site::page::{PageView, SitePage};
use crate::site::provisions::PageScope;
use crate::site::sources::SiteSources;
use crate::site::templates::{PageTemplate, page_template};

/// The page with the policy on accessibility.
#[derive(Debug, Clone, Copy)]
pub(in crate::site) struct AccessibilityPage;

/// The page that tells what is kept of a visit.
#[derive(Debug, Clone, Copy)]
pub(in crate::site) struct PrivacyPage;

/// The ways to the pages of a public body, and the day on which the site was brought up to date, for the foot of each page.
#[derive(Debug, Serialize)]
pub(in crate::site) struct PublicBodyLinks {
    links: Vec<LinkView>,
    updated: Option<String>,
}

/// Returns what the foot of each page says of a public body, if the site is one's.
pub(in crate::site) fn public_body_links(site: &SiteSources<'_>, scope: &PageScope<'_>) -> Option<PublicBodyLinks> {
    let body = site.corpus.public_body.as_ref()?;
    let pages: [&dyn SitePage; 4] = [&AccessibilityPage, &TestResultsPage, &PrivacyPage, &SiteMapPage];
    let link = |page: &dyn SitePage| Some(link_to(page.title(site)?, scope.links.to(page)));
    let date = body.updated.map(|day| write_date(day, DateStyle::default(), site.lang()));
    Some(PublicBodyLinks {
        links: pages.into_iter().filter_map(link).collect(),
        updated: date.map(|date| site.messages.with("public-updated", &[("date", &date)])),
    })
}

#[derive(Debug, Serialize)]
struct AccessibilityView {
    facts: Vec<StatedFact>,
    results: String,
}

#[derive(Debug, Serialize)]
struct StatedFact {
    label: String,
    words: String,
}

impl SitePage for AccessibilityPage {
    fn folder(&self) -> String {
        "accessibility/".to_owned()
    }

    fn title(&self, site: &SiteSources<'_>) -> Option<String> {
        Some(site.messages.text("public-accessibility-title"))
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
        page_template!("pages/public-body/accessibility.html")
    }

    fn view(&self, site: &SiteSources<'_>, scope: &PageScope<'_>) -> Option<PageView> {
        let (body, identity) = (site.corpus.public_body.as_ref()?, &site.corpus.identity);
        let policy = body.accessibility.as_ref();
        let text = |id: &str| Some(site.messages.text(id));
        let covered = policy.and_then(|policy| scope.optional(policy.scope.as_ref()));
        let by = policy.and_then(|policy| policy.by).map(|day| write_date(day, DateStyle::default(), site.lang()));
        let facts = [
            ("public-operator", scope.optional(identity.organisation.as_ref())),
            ("public-scope", covered.or_else(|| text("public-scope-all"))),
            ("public-level", text("public-level-aa")),
            ("public-by", by),
            ("public-exceptions", policy.and_then(|policy| scope.optional(policy.exceptions.as_ref()))),
            ("public-report", policy.and_then(|policy| scope.optional(policy.contact.as_ref()))),
            ("public-contact", scope.optional(identity.contact.as_ref())),
        ];
        let fact = |(label, words): (&str, Option<String>)| Some(StatedFact { label: text(label)?, words: words? });
        Some(PageView::of(&AccessibilityView {
            facts: facts.into_iter().filter_map(fact).collect(),
            results: scope.links.to(&TestResultsPage),
        }))
    }
}

#[derive(Debug, Serialize)]
struct PrivacyView {
    has_forms: bool,
    server: Option<String>,
    organisation_contact: Option<String>,
}

impl SitePage for PrivacyPage {
    fn folder(&self) -> String {
        "privacy/".to_owned()
    }

    fn title(&self, site: &SiteSources<'_>) -> Option<String> {
        Some(site.messages.text("public-privacy-title"))
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
        page_template!("pages/public-body/privacy.html")
    }

    fn view(&self, site: &SiteSources<'_>, scope: &PageScope<'_>) -> Option<PageView> {
        let body = site.corpus.public_body.as_ref()?;
        Some(PageView::of(&PrivacyView {
            has_forms: has_forms(site.corpus),
            server: scope.optional(body.privacy.as_ref()),
            organisation_contact: scope.optional(site.corpus.identity.contact.as_ref()),
        }))
    }
}
