//! A requirement's page: the baseline's words, and every region's beside one another.

use serde::Serialize;

use super::answers::AnswersView;
use super::outdated::{OutdatedBySet, OutdatedList, outdated_list};
use super::passages::{self, PassageView, ShownPlaces};
use super::stand::StandView;
use super::{RegionVerdicts, RequirementLine, mapping_notices, region_anchor};
use crate::conformance::words;
use crate::content::{SetKey, Standing};
use crate::corpus::{Corpus, Requirement};
use crate::site::links::LinkView;
use crate::site::page::{PageView, SitePage};
use crate::site::pages::comparison::topics_of_requirement;
use crate::site::pages::{ConformancePage, HomePage, RegionPage};
use crate::site::provisions::{PageScope, TextView};
use crate::site::sources::SiteSources;
use crate::site::templates::{PageTemplate, page_template};

/// The page of a requirement of the baseline, by its id.
#[derive(Debug, Clone, Copy)]
pub(in crate::site) struct RequirementPage<'a>(pub(in crate::site) &'a str);

#[derive(Debug, Serialize)]
struct RequirementView {
    line: RequirementLine,
    group: String,
    actor: &'static str,
    notices: Vec<String>,
    /// The requirement's own text, where it has one.
    text: Option<TextView>,
    /// The baseline's provisions in full.
    sources: Vec<PassageView>,
    /// The conditions, one list an alternative.
    asked: Vec<Vec<String>>,
    regions: Vec<RegionStand>,
    /// The answers of regions that are too many for the page.
    answers: Option<AnswersView>,
    /// The versions that are no longer the latest, in the documents that the page quotes.
    outdated: OutdatedList,
    /// The topics that it belongs to, on which all sets can be read in full.
    topics: Vec<LinkView>,
}

/// The standing of a region to the requirement.
#[derive(Debug, Serialize)]
pub(super) struct RegionStand {
    /// Its place on the page.
    anchor: String,
    name: String,
    href: String,
    stand: StandView,
}

impl SitePage for RequirementPage<'_> {
    fn folder(&self) -> String {
        // Ids keep their dots: with another sign in their place two of them could meet.
        format!("conformance/requirements/{}/", self.0)
    }

    fn title(&self, site: &SiteSources<'_>) -> Option<String> {
        site.corpus.requirement(self.0).map(|requirement| requirement.title.get(site.lang()).clone())
    }

    fn crumbs(&self) -> Vec<Box<dyn SitePage + '_>> {
        vec![Box::new(HomePage), Box::new(ConformancePage)]
    }

    fn series(&self) -> Option<String> {
        Some("conformance/requirements".to_owned())
    }

    fn set(&self) -> Option<&SetKey> {
        None
    }

    fn template(&self) -> PageTemplate {
        page_template!("pages/conformance/requirement.html")
    }

    fn view(&self, site: &SiteSources<'_>, scope: &PageScope<'_>) -> Option<PageView> {
        Some(PageView::of(&RequirementView::of(self.0, site.corpus, (site.verdicts, site.outdated), scope)?))
    }
}

impl RequirementView {
    /// Returns the view of the requirement `id`, if there is one.
    fn of(
        id: &str,
        corpus: &Corpus,
        (columns, outdated): (&[RegionVerdicts<'_>], &OutdatedBySet<'_>),
        scope: &PageScope<'_>,
    ) -> Option<Self> {
        let at = corpus.requirements().position(|requirement| requirement.id == id)?;
        let requirement = corpus.requirements().nth(at)?;
        let group = corpus.groups.iter().find(|group| group.requirements.iter().any(|one| one.id == id))?;
        let alternatives = requirement.alternatives.iter();
        let together = columns.iter().filter(|_| scope.links.parts.is_empty());
        let mut notices = mapping_notices(columns.iter().map(|column| column.set), scope);
        // First of all notices: who reads a quotation should know whose words they are.
        if quotes_restated(requirement, at, corpus, columns) {
            notices.insert(0, scope.messages.text("quoted-restated"));
        }
        Some(Self {
            line: RequirementLine::of(requirement, scope),
            group: scope.word(&group.title),
            actor: requirement.actor.word(),
            notices,
            text: requirement.text.as_ref().map(|text| scope.text(text)),
            sources: quoted_sources(requirement, corpus, scope),
            asked: alternatives
                .map(|alternative| words::conditions(requirement, alternative, scope.messages))
                .collect(),
            regions: together.filter_map(|column| region_stand(column, at, scope)).collect(),
            answers: AnswersView::of(id, at, columns, scope),
            outdated: outdated_list(requirement, at, corpus, (columns, outdated), scope),
            topics: topics_of_requirement(requirement, scope),
        })
    }
}

/// Whether some provision on the page is not the issuer's own text.
fn quotes_restated(requirement: &Requirement, at: usize, corpus: &Corpus, columns: &[RegionVerdicts<'_>]) -> bool {
    let of_baseline = requirement.provisions.iter().filter_map(|(id, _)| corpus.set(&SetKey::Baseline)?.document(id));
    let entries = columns.iter().filter_map(|column| Some((column.set, column.entries.get(at)?)));
    let of_regions =
        entries.flat_map(|(set, entry)| entry.mappings.iter().filter_map(|one| set.document(&one.document)));
    of_baseline.chain(of_regions).any(|document| document.standing == Standing::Restated)
}

fn quoted_sources(requirement: &Requirement, corpus: &Corpus, scope: &PageScope<'_>) -> Vec<PassageView> {
    let Some(baseline) = corpus.set(&SetKey::Baseline) else { return Vec::new() };
    let mut shown = ShownPlaces::default();
    let provisions = requirement.provisions.iter();
    provisions
        .filter_map(|(document, anchor)| passages::passage(baseline, document, anchor, &mut shown, scope))
        .collect()
}

/// Returns the stand of a region to the requirement at `at`, with its provisions in full.
pub(super) fn region_stand(column: &RegionVerdicts<'_>, at: usize, scope: &PageScope<'_>) -> Option<RegionStand> {
    let entry = column.entries.get(at)?;
    Some(RegionStand {
        anchor: region_anchor(column.set),
        name: scope.word(&column.set.name),
        href: format!("{}#{}", scope.links.to(&RegionPage(&column.set.key)), entry.requirement.id),
        stand: StandView::in_full(column.set, entry, scope),
    })
}
