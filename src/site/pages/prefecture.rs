//! The page of the regions of a prefecture, on a site that has too many regions for one page.

use serde::Serialize;

use super::comparison::overview_table;
use super::conformance::StatusTally;
use super::{HomePage, PairPage, RegionPage, SetPage, is_compared};
use crate::conformance::{ReadingState, reading_state};
use crate::content::SetKey;
use crate::corpus::{PartKey, Set};
use crate::site::page::{PageView, SitePage};
use crate::site::provisions::PageScope;
use crate::site::sources::SiteSources;
use crate::site::templates::{PageTemplate, page_template};

/// The page of the regions of a prefecture, or of a part of them.
#[derive(Debug, Clone, Copy)]
pub(in crate::site) struct PrefecturePage(pub(in crate::site) PartKey);

#[derive(Debug, Serialize)]
struct PrefectureView {
    regions: Vec<RegionLine>,
    csv: Option<String>,
    xlsx: Option<String>,
}

/// A region with what it has and how it stands to the baseline.
#[derive(Debug, Serialize)]
struct RegionLine {
    id: String,
    name: String,
    href: String,
    council: String,
    documents: usize,
    forms: usize,
    /// Its standing to the baseline: the way to its page, and the numbers of its statuses.
    conformance: Option<String>,
    tally: Option<StatusTally>,
    /// `unread` or `draft` where it was not held against the baseline.
    reading: Option<&'static str>,
    /// The page on which it stands beside the baseline.
    pair: Option<String>,
}

impl SitePage for PrefecturePage {
    fn folder(&self) -> String {
        format!("prefectures/{}/", self.0.folder())
    }

    fn title(&self, site: &SiteSources<'_>) -> Option<String> {
        Some(self.0.name(site.messages))
    }

    fn crumbs(&self) -> Vec<Box<dyn SitePage + '_>> {
        vec![Box::new(HomePage)]
    }

    fn series(&self) -> Option<String> {
        Some("prefectures".to_owned())
    }

    fn set(&self) -> Option<&SetKey> {
        None
    }

    fn template(&self) -> PageTemplate {
        page_template!("pages/prefecture.html")
    }

    fn view(&self, site: &SiteSources<'_>, scope: &PageScope<'_>) -> Option<PageView> {
        let part = site.parts.part(self.0)?;
        let table = overview_table(site.comparison, &|set| site.parts.part_of(&set.key) == Some(self.0), scope)
            .filter(|_| is_compared(site.corpus));
        let view = PrefectureView {
            regions: part.sets.iter().map(|set| region_line(set, site, scope)).collect(),
            csv: table.as_ref().map(|table| scope.links.file(&table.csv.path)),
            xlsx: table.as_ref().map(|table| scope.links.file(&table.workbook.path)),
        };
        Some(PageView::of(&view).with_table(table))
    }
}

/// Returns the anchor of a region on the page.
pub(super) fn place_of_region(set: &Set) -> String {
    set.key.to_string()
}

fn region_line(set: &Set, site: &SiteSources<'_>, scope: &PageScope<'_>) -> RegionLine {
    let verdicts = site.verdicts_of(&set.key);
    let baseline = site.corpus.set(&SetKey::Baseline).filter(|_| is_compared(site.corpus));
    RegionLine {
        id: place_of_region(set),
        name: scope.word(&set.name),
        href: scope.links.to(&SetPage(&set.key)),
        council: scope.word(&set.council),
        documents: set.documents.len(),
        forms: set.forms.len(),
        conformance: verdicts.filter(|_| !site.corpus.groups.is_empty()).map(|_| scope.links.to(&RegionPage(&set.key))),
        tally: verdicts.map(|verdicts| StatusTally::of(&verdicts.entries)),
        reading: reading_state(set).filter(|_| verdicts.is_none()).map(ReadingState::word),
        pair: baseline.map(|baseline| scope.links.to(&PairPage(&baseline.key, &set.key))),
    }
}
