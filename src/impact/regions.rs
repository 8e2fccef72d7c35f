//! What the changes of a baseline mean for each region.

use super::changes::{ChangedAspect, RequirementChange};
use crate::conformance::{Status, begun_regions, coverage, verdict};
use crate::content::{RequirementLevel, SetKey};
use crate::corpus::{Corpus, Mapping, Requirement, Set};

/// The standing of a region to a changed requirement, as far as it follows from what is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outlook {
    /// It follows from the values, from the binding force, or from there being nothing.
    Follows(Status),
    /// A person said so of the former words and has to read the new ones.
    Unread(Status),
    /// The requirement is withdrawn.
    Gone,
}

impl Outlook {
    /// The status, where there is one.
    #[must_use]
    pub fn status(self) -> Option<Status> {
        match self {
            Self::Follows(status) | Self::Unread(status) => Some(status),
            Self::Gone => None,
        }
    }
}

/// The task that a change leaves to a region.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Task {
    /// Nothing meets the requirement: lay it down, or acknowledge the deviation.
    Provide,
    /// The claim no longer holds: correct it, amend the provision, or acknowledge the deviation.
    Correct,
    /// Read the provisions again beside the new words.
    Review,
    /// Take away the mapping, deviation or note on a requirement that is gone.
    Remove,
    /// Nothing.
    Nothing,
}

impl Task {
    /// Returns the stable name: in data, in message ids.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Provide => "provide",
            Self::Correct => "correct",
            Self::Review => "review",
            Self::Remove => "remove",
            Self::Nothing => "nothing",
        }
    }
}

/// A change and a region.
#[derive(Debug)]
pub struct ImpactItem<'a> {
    /// The change, by its place among all.
    pub change: usize,
    /// The mappings to the requirement; of a withdrawn one those that it had.
    pub mappings: Vec<&'a Mapping>,
    /// The standing before; `None` to a requirement that was not there.
    pub before: Option<Status>,
    /// The standing after.
    pub after: Outlook,
    /// The task that is left.
    pub task: Task,
    /// Whether a deviation is acknowledged already.
    pub acknowledged: bool,
    /// Whether a deviation has to be acknowledged, or the text amended.
    pub wants_deviation: bool,
}

/// A region and what the changes mean for it.
#[derive(Debug)]
pub struct RegionImpact<'a> {
    /// The region.
    pub set: &'a Set,
    /// An item for each change, in the order of changes.
    pub items: Vec<ImpactItem<'a>>,
}

/// Returns what `changes` mean for each region of `new` that somebody has begun to hold against the baseline.
#[must_use]
pub fn region_impacts<'a>(
    old: &'a Corpus,
    new: &'a Corpus,
    changes: &[RequirementChange<'a>],
) -> Vec<RegionImpact<'a>> {
    let impact = |set: &'a Set| RegionImpact { set, items: impact_items(old, new, set, changes) };
    begun_regions(new).map(|(set, _)| impact(set)).collect()
}

fn impact_items<'a>(
    old: &'a Corpus,
    new: &'a Corpus,
    set: &'a Set,
    changes: &[RequirementChange<'a>],
) -> Vec<ImpactItem<'a>> {
    // Another folder may hold the baseline alone.
    let former = old.set(&set.key).filter(|_| set.key != SetKey::Baseline);
    let (standings, former_standings) = (coverage(new, set), former.map(|former| coverage(old, former)));
    let item = |(at, change): (usize, &RequirementChange<'a>)| {
        let now = standings.iter().find(|standing| standing.requirement.id == change.id);
        let then = former_standings.iter().flatten().find(|standing| standing.requirement.id == change.id);
        let mappings = match (now, then) {
            (Some(now), _) => now.mappings.clone(),
            (None, Some(then)) => then.mappings.clone(),
            (None, None) => Vec::new(),
        };
        // Where the region as it was is not known, its claims are those of today.
        let claimed = || change.old.and(now).map(|now| now.status);
        let before = if former_standings.is_some() { then.map(|then| then.status) } else { claimed() };
        let after = match (change.new, now) {
            (Some(requirement), Some(now)) => outlook(change, requirement, now.status, &mappings),
            (Some(_), None) => Outlook::Follows(Status::Omitted),
            (None, _) => Outlook::Gone,
        };
        let acknowledged = now.is_some_and(|now| now.deviation.is_some());
        let was_named = !mappings.is_empty() || then.is_some_and(|then| then.deviation.is_some());
        let departs = after.status().is_some_and(Status::departs);
        let required = change.new.is_some_and(|requirement| requirement.level == RequirementLevel::Required);
        ImpactItem {
            change: at,
            before,
            task: task(after, now.map(|now| now.status), required, was_named),
            wants_deviation: required && departs && !acknowledged,
            mappings,
            after,
            acknowledged,
        }
    };
    changes.iter().enumerate().map(item).collect()
}

/// The standing to the new requirement, which the values and the binding force may show.
fn outlook(
    change: &RequirementChange<'_>,
    requirement: &Requirement,
    claimed: Status,
    mappings: &[&Mapping],
) -> Outlook {
    if mappings.is_empty() {
        return Outlook::Follows(claimed);
    }
    let refuted = mappings.iter().filter_map(|mapping| {
        let verdict = verdict(requirement, mapping);
        (!verdict.allows(mapping.extent.value)).then(|| verdict.extent()).flatten()
    });
    // The worst of what is shown counts, as it does among claims.
    match refuted.max() {
        Some(shown) => Outlook::Follows(shown.into()),
        None if change
            .aspects
            .iter()
            .all(|aspect| matches!(aspect, ChangedAspect::Level | ChangedAspect::Conditions)) =>
        {
            Outlook::Follows(claimed)
        }
        None => Outlook::Unread(claimed),
    }
}

fn task(after: Outlook, claimed: Option<Status>, required: bool, was_named: bool) -> Task {
    match after {
        Outlook::Gone if was_named => Task::Remove,
        Outlook::Unread(_) => Task::Review,
        Outlook::Follows(Status::Omitted) if required => Task::Provide,
        Outlook::Follows(status) if Some(status) != claimed => Task::Correct,
        Outlook::Follows(_) | Outlook::Gone => Task::Nothing,
    }
}
