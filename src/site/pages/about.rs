//! The page that tells how to read the site. It says of a part only what is true of this site: nothing of forms, reports,
//! comparisons or English where there are none.

use serde::Serialize;

use super::super::page::{PageView, SitePage};
use super::super::provisions::PageScope;
use super::super::sources::SiteSources;
use super::super::templates::{PageTemplate, page_template};
use super::forms::has_forms;
use super::{HomePage, is_compared};
use crate::content::SetKey;
use crate::content::{Origin, Standing};
use crate::pdf::conformance_path;

/// The page that tells how to read the site.
#[derive(Debug, Clone, Copy)]
pub(in crate::site) struct AboutPage;

#[derive(Debug, Serialize)]
struct AboutView {
    lead: String,
    sections: Vec<AboutSection>,
}

#[derive(Debug, Serialize)]
struct AboutSection {
    title: String,
    text: String,
}

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

    fn set(&self) -> Option<&SetKey> {
        None
    }

    fn template(&self) -> PageTemplate {
        page_template!("pages/about.html")
    }

    fn view(&self, site: &SiteSources<'_>, _: &PageScope<'_>) -> Option<PageView> {
        let sections = sections(site).into_iter().filter(|(_, said)| !said.is_empty());
        let section = |(name, said): (&str, Vec<&str>)| {
            let sentences: Vec<String> = said.into_iter().map(|id| site.messages.text(id)).collect();
            AboutSection {
                title: site.messages.text(&format!("about-{name}-title")),
                text: sentences.join(&site.messages.text("sentence-separator")),
            }
        };
        let lead = if has_forms(site.corpus) { "about-lead" } else { "about-lead-documents" };
        Some(PageView::of(&AboutView { lead: site.messages.text(lead), sections: sections.map(section).collect() }))
    }
}

/// The sections, each by its name with the sentences that are true of this site.
fn sections(site: &SiteSources<'_>) -> Vec<(&'static str, Vec<&'static str>)> {
    let corpus = site.corpus;
    let has = |standing| corpus.sets.values().any(|set| set.has_standing(standing));
    let forms = || corpus.sets.values().flat_map(|set| &set.forms);
    let has_documents = corpus.sets.values().any(|set| !set.documents.is_empty());
    let has_pdfs = !site.sheets.is_empty();
    let is_fillable = site.sheets.values().any(|sheet| sheet.fillable);
    let has_report =
        site.regions().any(|set| site.sheets.contains_key(conformance_path(site.lang(), &set.key).as_str()));
    let held = !corpus.groups.is_empty() && !site.verdicts.is_empty();
    let when = |shown: bool, id: &'static str| shown.then_some(id);
    let standing = [
        when(has_documents, "about-standing"),
        when(has(Standing::Official), "about-standing-official"),
        when(has(Standing::Restated), "about-standing-restated"),
        when(has(Standing::Draft), "about-standing-draft"),
    ];
    let facilities = [
        when(has_forms(corpus), "about-facilities"),
        when(has_forms(corpus) && is_fillable, "about-facilities-fillable"),
        when(has_forms(corpus) && has_pdfs && !is_fillable, "about-facilities-pdf"),
        when(has_forms(corpus), "about-facilities-paper"),
        when(forms().any(|form| form.origin != Origin::Source), "about-facilities-model"),
    ];
    let councils = [
        when(has_documents, "about-councils"),
        when(has_documents && has_pdfs, "about-councils-pdf"),
        when(has_report, "about-councils-report"),
    ];
    let reviewers = [
        when(has_documents, "about-reviewers"),
        when(has_documents && corpus.languages.english, "about-reviewers-languages"),
        when(is_compared(corpus), "about-reviewers-comparison"),
        when(held, "about-reviewers-conformance"),
    ];
    let gathered = |said: &[Option<&'static str>]| said.iter().flatten().copied().collect();
    vec![
        ("standing", gathered(&standing)),
        ("facilities", gathered(&facilities)),
        ("councils", gathered(&councils)),
        ("reviewers", gathered(&reviewers)),
        ("numbers", gathered(&[when(has_documents, "about-numbers")])),
        ("english", gathered(&[when(corpus.languages.english, "about-english")])),
        ("print", gathered(&[Some("about-print")])),
        ("privacy", gathered(&[Some("about-privacy")])),
    ]
}
