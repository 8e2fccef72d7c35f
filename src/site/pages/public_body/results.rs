//! The page with the results of a test of accessibility, in the form that JIS X 8341-3 asks for: each criterion with whether it
//! applies, the result and notes. What a program found is filled in; what a person must judge is left open, and said to be.

use fluent::FluentArgs;
use serde::Serialize;

use super::AccessibilityPage;
use crate::base::notation::dates::{DateStyle, write_date};
use crate::content::SetKey;
use crate::corpus::{AccessibilityTest, CRITERIA, CheckedCriterion};
use crate::site::page::{PageView, SitePage};
use crate::site::pages::HomePage;
use crate::site::provisions::PageScope;
use crate::site::sources::SiteSources;
use crate::site::templates::{PageTemplate, page_template};

/// The page with the results of the last test of accessibility.
#[derive(Debug, Clone, Copy)]
pub(in crate::site) struct TestResultsPage;

#[derive(Debug, Serialize)]
struct ResultsView {
    test: Option<TestView>,
    criteria: Vec<CriterionView>,
}

#[derive(Debug, Serialize)]
struct TestView {
    date: String,
    environment: String,
    tools: Vec<String>,
    sample: String,
    pages: Vec<String>,
}

#[derive(Debug, Serialize)]
struct CriterionView {
    id: &'static str,
    name: String,
    level: &'static str,
    applies: String,
    verdict: String,
    /// Whether a program found that the site does not conform.
    fails: bool,
    note: String,
}

impl SitePage for TestResultsPage {
    fn folder(&self) -> String {
        "accessibility/results/".to_owned()
    }

    fn title(&self, site: &SiteSources<'_>) -> Option<String> {
        Some(site.messages.text("public-results-title"))
    }

    fn crumbs(&self) -> Vec<Box<dyn SitePage + '_>> {
        vec![Box::new(HomePage), Box::new(AccessibilityPage)]
    }

    fn series(&self) -> Option<String> {
        None
    }

    fn set(&self) -> Option<&SetKey> {
        None
    }

    fn template(&self) -> PageTemplate {
        page_template!("pages/public-body/results.html")
    }

    fn view(&self, site: &SiteSources<'_>, _: &PageScope<'_>) -> Option<PageView> {
        let test = site.corpus.public_body.as_ref()?.test.as_ref();
        let found = |id: &str| test.and_then(|test| test.criteria.get(id));
        let criteria = CRITERIA.iter().map(|(id, level)| criterion(id, level, found(id), site));
        let view = ResultsView { test: test.map(|test| test_view(test, site)), criteria: criteria.collect() };
        Some(PageView::of(&view))
    }
}

fn test_view(test: &AccessibilityTest, site: &SiteSources<'_>) -> TestView {
    TestView {
        date: write_date(test.date, DateStyle::default(), site.lang()),
        environment: test.environment.clone(),
        tools: test.tools.clone(),
        sample: site.messages.with("public-sample", &[("count", &test.pages.len().to_string())]),
        pages: test.pages.clone(),
    }
}

fn criterion(
    id: &'static str,
    level: &'static str,
    found: Option<&CheckedCriterion>,
    site: &SiteSources<'_>,
) -> CriterionView {
    let messages = site.messages;
    let fails = found.is_some_and(|found| found.faults > 0);
    let note = match found.filter(|found| found.rules > 0 || found.faults > 0) {
        Some(found) => {
            let id = if fails { "public-note-faults" } else { "public-note-checked" };
            let counts = FluentArgs::from_iter([("rules", found.rules), ("faults", found.faults)]);
            messages.format(id, &counts)
        }
        None => messages.text("public-note-unchecked"),
    };
    CriterionView {
        id,
        name: messages.text(&format!("criterion-{}", id.replace('.', "-"))),
        level,
        // What breaks a criterion shows that it applies.
        applies: if fails { "○".to_owned() } else { messages.text("public-open") },
        verdict: messages.text(if fails { "public-verdict-fails" } else { "public-open" }),
        fails,
        note,
    }
}
