//! The standing of the regions of one prefecture to a requirement, on a site that has too many regions for one page.

use serde::Serialize;

use super::{RequirementLine, passages, region_anchor};
use crate::conformance::{ReadingState, RequirementStanding, reading_state, said_facts};
use crate::content::SetKey;
use crate::corpus::{PartKey, Set};
use crate::site::links::LinkView;
use crate::site::page::{PageView, SitePage};
use crate::site::pages::{ConformancePage, HomePage, RegionPage, RequirementPage, SetPage};
use crate::site::provisions::PageScope;
use crate::site::sources::SiteSources;
use crate::site::templates::{PageTemplate, page_template};

/// The page of the regions of a part beside a requirement, by its id.
#[derive(Debug, Clone, Copy)]
pub(in crate::site) struct RequirementPartPage<'a>(pub(in crate::site) &'a str, pub(in crate::site) PartKey);

#[derive(Debug, Serialize)]
struct RequirementPartView {
    /// The name of the part, as a sentence names it.
    part: String,
    line: RequirementLine,
    regions: Vec<RegionAnswer>,
}

/// The standing of a region in short.
#[derive(Debug, Serialize)]
struct RegionAnswer {
    anchor: String,
    name: String,
    href: String,
    /// None where the region was not held against the baseline; then `reading` says why.
    status: Option<&'static str>,
    reading: Option<&'static str>,
    acknowledged: bool,
    facts: Vec<String>,
    provisions: Vec<LinkView>,
}

impl SitePage for RequirementPartPage<'_> {
    fn folder(&self) -> String {
        format!("conformance/requirements/{}/{}/", self.0, self.1.folder())
    }

    fn title(&self, site: &SiteSources<'_>) -> Option<String> {
        let requirement = RequirementPage(self.0).title(site)?;
        Some(site.messages.with("page-of-part", &[("title", &requirement), ("part", &self.1.name(site.messages))]))
    }

    fn crumbs(&self) -> Vec<Box<dyn SitePage + '_>> {
        vec![Box::new(HomePage), Box::new(ConformancePage), Box::new(RequirementPage(self.0))]
    }

    fn series(&self) -> Option<String> {
        Some(format!("conformance/requirements/{}", self.0))
    }

    fn set(&self) -> Option<&SetKey> {
        None
    }

    fn template(&self) -> PageTemplate {
        page_template!("pages/conformance/requirement-part.html")
    }

    fn view(&self, site: &SiteSources<'_>, scope: &PageScope<'_>) -> Option<PageView> {
        let requirement = site.corpus.requirement(self.0)?;
        let at = site.corpus.requirements().position(|one| one.id == self.0)?;
        let answer = |set: &&Set| {
            let entry = site.verdicts_of(&set.key).and_then(|column| column.entries.get(at));
            region_answer(set, entry, scope)
        };
        Some(PageView::of(&RequirementPartView {
            part: self.1.name(scope.messages),
            line: RequirementLine::of(requirement, scope),
            regions: site.parts.part(self.1)?.sets.iter().map(answer).collect(),
        }))
    }
}

fn region_answer(set: &Set, entry: Option<&RequirementStanding<'_>>, scope: &PageScope<'_>) -> RegionAnswer {
    let mappings = entry.map_or(&[][..], |entry| entry.mappings.as_slice());
    let provision =
        |mapping: &&crate::corpus::Mapping| passages::place_link(set, &mapping.document, &mapping.anchor, scope);
    RegionAnswer {
        anchor: region_anchor(set),
        name: scope.word(&set.name),
        href: match entry {
            Some(entry) => format!("{}#{}", scope.links.to(&RegionPage(&set.key)), entry.requirement.id),
            None => scope.links.to(&SetPage(&set.key)),
        },
        status: entry.map(|entry| entry.status.word()),
        reading: reading_state(set).filter(|_| entry.is_none()).map(ReadingState::word),
        acknowledged: entry.is_some_and(RequirementStanding::is_acknowledged),
        facts: entry.map(|entry| said_facts(set, entry, scope.messages)).unwrap_or_default(),
        provisions: mappings.iter().filter_map(provision).collect(),
    }
}
