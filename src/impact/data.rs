//! The impact as JSON.

use serde::Serialize;

use super::changes::RequirementChange;
use super::regions::{ImpactItem, Outlook, RegionImpact};
use super::view::draft_deviations;
use crate::conformance::Status;
use crate::corpus::Requirement;

#[derive(Serialize)]
struct ImpactRecord<'a> {
    requirements: Vec<ChangeRecord<'a>>,
    regions: Vec<RegionRecord<'a>>,
}

#[derive(Serialize)]
struct ChangeRecord<'a> {
    requirement: &'a str,
    change: &'static str,
    aspects: Vec<&'static str>,
    before: Option<FactsRecord<'a>>,
    after: Option<FactsRecord<'a>>,
}

#[derive(Serialize)]
struct FactsRecord<'a> {
    title: &'a str,
    level: &'static str,
    scope: &'static str,
    actor: &'static str,
    /// The provisions of the baseline, as `document#anchor`.
    provisions: Vec<String>,
    file: &'a str,
    line: usize,
}

#[derive(Serialize)]
struct RegionRecord<'a> {
    region: String,
    items: Vec<ItemRecord<'a>>,
    /// Draft deviations as they can stand in `conformance.yaml`; `None` where none is wanted.
    deviations_yaml: Option<String>,
}

#[derive(Serialize)]
struct ItemRecord<'a> {
    requirement: &'a str,
    change: &'static str,
    provisions: Vec<ProvisionRecord<'a>>,
    before: Option<&'static str>,
    /// The status after; `None` of a withdrawn requirement.
    after: Option<&'static str>,
    /// Whether it follows from what is written; a person has to read the others again.
    follows: bool,
    task: &'static str,
    acknowledged: bool,
}

#[derive(Serialize)]
struct ProvisionRecord<'a> {
    provision: String,
    file: &'a str,
    line: usize,
}

/// Returns the impact as JSON.
#[must_use]
pub fn impact_json<'a>(changes: &[RequirementChange<'a>], regions: &[RegionImpact<'a>]) -> String {
    let record = ImpactRecord {
        requirements: changes.iter().map(change_record).collect(),
        regions: regions.iter().map(|impact| region_record(impact, changes)).collect(),
    };
    // Strings, numbers and lists always serialise.
    serde_json::to_string_pretty(&record).unwrap_or_default()
}

fn change_record<'a>(change: &RequirementChange<'a>) -> ChangeRecord<'a> {
    ChangeRecord {
        requirement: change.id,
        change: change.fate.word(),
        aspects: change.aspects.iter().map(|aspect| aspect.word()).collect(),
        before: change.old.map(facts_record),
        after: change.new.map(facts_record),
    }
}

fn region_record<'a>(impact: &RegionImpact<'a>, changes: &[RequirementChange<'a>]) -> RegionRecord<'a> {
    RegionRecord {
        region: impact.set.key.to_string(),
        items: impact.items.iter().filter_map(|item| Some(item_record(item, changes.get(item.change)?))).collect(),
        deviations_yaml: draft_deviations(impact, changes),
    }
}

fn facts_record(requirement: &Requirement) -> FactsRecord<'_> {
    FactsRecord {
        title: &requirement.title.ja,
        level: requirement.level.word(),
        scope: requirement.scope.word(),
        actor: requirement.actor.word(),
        provisions: requirement.provisions.iter().map(|(document, anchor)| format!("{document}#{anchor}")).collect(),
        file: &requirement.place.file.path,
        line: requirement.place.start().line,
    }
}

fn item_record<'a>(item: &ImpactItem<'a>, change: &RequirementChange<'a>) -> ItemRecord<'a> {
    let provisions = item.mappings.iter().map(|mapping| ProvisionRecord {
        provision: format!("{}#{}", mapping.document, mapping.anchor),
        file: &mapping.place.file.path,
        line: mapping.place.start().line,
    });
    ItemRecord {
        requirement: change.id,
        change: change.fate.word(),
        provisions: provisions.collect(),
        before: item.before.map(Status::word),
        after: item.after.status().map(Status::word),
        follows: !matches!(item.after, Outlook::Unread(_)),
        task: item.task.word(),
        acknowledged: item.acknowledged,
    }
}
