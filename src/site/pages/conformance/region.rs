//! A region's page: what departs from the baseline and why, and who does what.

use serde::Serialize;

use super::passages;
use super::stand::StandView;
use super::{RecordedReviews, RegionVerdicts, RequirementLine, StatusTally, mapping_notices, recorded_reviews};
use crate::conformance::{RequirementStanding, Status, words};
use crate::content::{Actor, RequirementLevel, SetKey};
use crate::corpus::{LocalRole, Mapping};
use crate::site::links::{LinkView, link_to};
use crate::site::page::{PageView, SitePage};
use crate::site::pages::{ConformancePage, HomePage, PairPage, SetPage};
use crate::site::provisions::PageScope;
use crate::site::sources::SiteSources;
use crate::site::templates::{PageTemplate, page_template};

/// The page on how one region stands to the baseline.
#[derive(Debug, Clone, Copy)]
pub(in crate::site) struct RegionPage<'a>(pub(in crate::site) &'a SetKey);

#[derive(Debug, Serialize)]
struct RegionView {
    name: String,
    set: String,
    /// The way to it and the baseline side by side.
    pair: String,
    notices: Vec<String>,
    tally: StatusTally,
    tally_words: String,
    /// Departures of required items, other departures, what is not available.
    parts: Vec<DepartureGroup>,
    /// The requirements that are met.
    met: Vec<RequirementStand>,
    roles: Vec<RoleView>,
    /// The reviews on record.
    reviews: Vec<RecordedReviews>,
}

/// Entries below one heading.
#[derive(Debug, Serialize)]
struct DepartureGroup {
    /// The stem of its messages, and its anchor.
    id: &'static str,
    entries: Vec<RequirementStand>,
}

#[derive(Debug, Serialize)]
struct RequirementStand {
    line: RequirementLine,
    /// The baseline's conditions, one list an alternative.
    asked: Vec<Vec<String>>,
    stand: StandView,
}

/// The region's role that does what the baseline gives to one of its actors.
#[derive(Debug, Serialize)]
struct RoleView {
    /// The role's name; none for an actor of the baseline itself.
    name: Option<String>,
    provision: Option<LinkView>,
    /// In whose place.
    takes: Vec<&'static str>,
    does: Vec<LinkView>,
}

impl SitePage for RegionPage<'_> {
    fn folder(&self) -> String {
        format!("conformance/{}/", self.0)
    }

    fn title(&self, site: &SiteSources<'_>) -> Option<String> {
        let region = site.corpus.set(self.0)?.name.get(site.lang());
        Some(site.messages.with("stand-title", &[("region", region)]))
    }

    fn crumbs(&self) -> Vec<Box<dyn SitePage + '_>> {
        vec![Box::new(HomePage), Box::new(ConformancePage)]
    }

    fn series(&self) -> Option<String> {
        Some("conformance/regions".to_owned())
    }

    fn set(&self) -> Option<&SetKey> {
        Some(self.0.present())
    }

    fn template(&self) -> PageTemplate {
        page_template!("pages/conformance/region.html")
    }

    fn view(&self, site: &SiteSources<'_>, scope: &PageScope<'_>) -> Option<PageView> {
        Some(PageView::of(&RegionView::of(site.verdicts_of(self.0)?, scope)))
    }
}

impl RegionView {
    fn of(column: &RegionVerdicts<'_>, scope: &PageScope<'_>) -> Self {
        let chosen = |choice: &dyn Fn(&RequirementStanding<'_>) -> bool| -> Vec<RequirementStand> {
            let chosen = column.entries.iter().filter(|entry| choice(entry));
            chosen.map(|entry| requirement_stand(column, entry, scope)).collect()
        };
        let required = |entry: &RequirementStanding<'_>| entry.requirement.level == RequirementLevel::Required;
        // What a council has to decide on comes first, then what it might look at.
        let parts = [
            ("departing-required", chosen(&|entry| entry.status.departs() && required(entry))),
            ("departing-others", chosen(&|entry| entry.status.departs() && !required(entry))),
            ("not-available", chosen(&|entry| entry.status == Status::NotAvailable)),
        ];
        let tally = StatusTally::of(&column.entries);
        Self {
            name: scope.word(&column.set.name),
            set: scope.links.to(&SetPage(&column.set.key)),
            pair: scope.links.to(&PairPage(&SetKey::Baseline, &column.set.key)),
            notices: mapping_notices([column.set].into_iter(), scope),
            tally_words: tally.sentence(scope.messages),
            tally,
            parts: parts.into_iter().map(|(id, entries)| DepartureGroup { id, entries }).collect(),
            met: chosen(&|entry| entry.status.is_met()),
            roles: role_views(column, scope),
            reviews: recorded_reviews(column.set, scope).into_iter().collect(),
        }
    }
}

fn requirement_stand(
    column: &RegionVerdicts<'_>,
    entry: &RequirementStanding<'_>,
    scope: &PageScope<'_>,
) -> RequirementStand {
    let requirement = entry.requirement;
    let alternatives = requirement.alternatives.iter();
    RequirementStand {
        line: RequirementLine::of(requirement, scope),
        asked: alternatives.map(|alternative| words::conditions(requirement, alternative, scope.messages)).collect(),
        stand: StandView::in_short(column.set, entry, scope),
    }
}

/// The region's roles, then the baseline's actors who do something themselves.
fn role_views(column: &RegionVerdicts<'_>, scope: &PageScope<'_>) -> Vec<RoleView> {
    let local = column.set.conformance.roles.iter().map(|role| role_view(column, role, scope));
    // The declaration of keywords lists their words, not their values.
    let actors = Actor::WORDS.iter().filter_map(|word| Actor::from_word(word));
    let own = actors.map(|actor| RoleView {
        name: None,
        provision: None,
        takes: vec![actor.word()],
        does: requirements_done(column, scope, &|entry, mapping| {
            mapping.by.is_none() && entry.requirement.actor == actor
        }),
    });
    // A role of the region is shown even if it does nothing: that is something to know.
    local.chain(own.filter(|own| !own.does.is_empty())).collect()
}

fn role_view(column: &RegionVerdicts<'_>, role: &LocalRole, scope: &PageScope<'_>) -> RoleView {
    RoleView {
        name: Some(scope.word(&role.name)),
        provision: role.provision.as_ref().and_then(|target| passages::target_link(target, scope)),
        takes: role.takes.iter().map(|actor| actor.word()).collect(),
        does: requirements_done(column, scope, &|_, mapping| mapping.by.as_ref() == Some(&role.id)),
    }
}

/// The requirements that some mapping of the region chosen by `choice` speaks of.
fn requirements_done(
    column: &RegionVerdicts<'_>,
    scope: &PageScope<'_>,
    choice: &dyn Fn(&RequirementStanding<'_>, &Mapping) -> bool,
) -> Vec<LinkView> {
    let chosen = column.entries.iter().filter(|entry| entry.mappings.iter().any(|mapping| choice(entry, mapping)));
    chosen.map(|entry| link_to(scope.word(&entry.requirement.title), format!("#{}", entry.requirement.id))).collect()
}
