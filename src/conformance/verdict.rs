//! What a provision's parameters and its binding force show about its claim to meet a requirement.

use std::collections::BTreeSet;

use crate::content::{BindingRange, Extent, Modality, RequirementLevel};
use crate::corpus::{Condition, Given, Givens, Mapping, Requirement, Test};

/// The verdict on one mapping.
#[derive(Debug)]
pub struct Verdict<'a> {
    /// The extent that the parameters show; `None` where the requirement has no conditions.
    pub parameters: Option<Extent>,
    /// The comparison of the binding force.
    pub force: Force,
    /// The conditions of the alternative that the provision comes nearest to, where it does not just meet them.
    pub differences: Vec<UnmetCondition<'a>>,
}

/// The binding force of a provision beside what the requirement's level asks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Force {
    /// Less firmly.
    Softer,
    /// As it should.
    Fitting,
    /// More firmly.
    Firmer,
    /// As it should or less firmly: the text does not tell.
    Unclear,
}

/// A condition that is not just met.
#[derive(Debug)]
pub struct UnmetCondition<'a> {
    /// The condition.
    pub condition: &'a Condition,
    /// The value that the provision gives to the parameter, if any.
    pub given: Option<&'a Given>,
    /// The result of the comparison.
    pub extent: Extent,
}

/// The verdict on `mapping`, which claims to meet `requirement`.
#[must_use]
pub fn verdict<'a>(requirement: &'a Requirement, mapping: &'a Mapping) -> Verdict<'a> {
    let force = force(requirement.level, mapping.modality);
    if requirement.alternatives.is_empty() {
        return Verdict { parameters: None, force, differences: Vec::new() };
    }
    // Where the provision leaves a choice, the worst may be chosen.
    let compared = mapping.given.iter().map(|given| nearest_alternative(requirement, Some(given)));
    // `Extent` is in the order from stricter to different, so that the greatest is the worst.
    let worst = compared.max_by_key(|(extent, _)| *extent);
    let (extent, differences) = worst.unwrap_or_else(|| nearest_alternative(requirement, None));
    Verdict { parameters: Some(extent), force, differences }
}

impl Verdict<'_> {
    /// Returns the extent that follows from the parameters and the binding force; `None` where they leave it open.
    #[must_use]
    pub fn extent(&self) -> Option<Extent> {
        match (self.parameters, self.force) {
            // Whatever its values, what binds less than is asked asks less.
            (_, Force::Softer) => Some(Extent::Weaker),
            // Values that are short are so whatever the force.
            (Some(short @ (Extent::Partial | Extent::Weaker | Extent::Different)), Force::Unclear) => Some(short),
            (_, Force::Unclear) => Some(Extent::Unclear),
            // A firmer duty does not make up for values that are short.
            (None | Some(Extent::Equal), Force::Firmer) => Some(Extent::Stricter),
            (parameters, _) => parameters,
        }
    }

    /// Whether `claim` can stand beside what is shown.
    #[must_use]
    pub fn allows(&self, claim: Extent) -> bool {
        let Some(shown) = self.extent() else { return true };
        match claim {
            // That a text asks something else is a judgement that no number contradicts.
            Extent::Different => true,
            // Parameters do not show all that a text may leave out.
            Extent::Partial => shown <= Extent::Partial || shown == Extent::Unclear,
            // A text may ask less in its words while its only parameter is met; without parameters only the reader
            // knows.
            Extent::Weaker => shown >= Extent::Partial || self.parameters.is_none(),
            // Words that contradict each other are found by a reader; a value that is short is short all the same.
            Extent::Unclear => shown == Extent::Unclear || self.parameters.is_none_or(|shown| shown <= Extent::Equal),
            Extent::Stricter | Extent::Equal => claim == shown,
        }
    }
}

fn force(level: RequirementLevel, modality: Modality) -> Force {
    let asked = level.binding();
    let own = BindingRange::just(modality);
    if own.is_unclear() {
        return if own.is_apart(asked) { Force::Unclear } else { Force::Fitting };
    }
    if modality > asked.softest {
        Force::Softer
    } else if modality < asked.firmest {
        Force::Firmer
    } else {
        Force::Fitting
    }
}

/// The alternative of the requirement that `given` comes nearest to.
fn nearest_alternative<'a>(
    requirement: &'a Requirement,
    given: Option<&'a Givens>,
) -> (Extent, Vec<UnmetCondition<'a>>) {
    let compared = requirement.alternatives.iter().map(|conditions| alternative(conditions, given));
    // Of alternatives that are met equally well the one is shown with the fewest differences.
    let best = compared.min_by_key(|(extent, differences)| (*extent, differences.len()));
    best.unwrap_or((Extent::Equal, Vec::new()))
}

fn alternative<'a>(conditions: &'a [Condition], given: Option<&'a Givens>) -> (Extent, Vec<UnmetCondition<'a>>) {
    let compared = conditions.iter().map(|condition| {
        let given = given.and_then(|given| given.get(&condition.parameter)).map(|given| &given.value);
        UnmetCondition { condition, given, extent: extent_of(&condition.test, given) }
    });
    let compared: Vec<UnmetCondition<'a>> = compared.collect();
    let worst = compared.iter().map(|one| one.extent).max().unwrap_or(Extent::Equal);
    let stricter = compared.iter().any(|one| one.extent == Extent::Stricter);
    // One value that is stricter makes the whole stricter only where all others are met: 13 characters do not make up
    // for a year.
    let extent = if worst == Extent::Equal && stricter { Extent::Stricter } else { worst };
    (extent, compared.into_iter().filter(|one| one.extent != Extent::Equal).collect())
}

fn extent_of(test: &Test, given: Option<&Given>) -> Extent {
    match (test, given) {
        (Test::AtLeast(bound), Some(Given::Number(number))) => by_order(number.cmp(bound)),
        // The other way round: a lower number is stricter here.
        (Test::AtMost(bound), Some(Given::Number(number))) => by_order(bound.cmp(number)),
        (Test::IncludesAll(all), Some(Given::Members(members))) => inclusion(all, members),
        (Test::OneOf(allowed), Some(Given::Members(members))) if members.is_subset(allowed) => Extent::Equal,
        (Test::OneOf(_), Some(Given::Members(_))) => Extent::Weaker,
        // Nothing is said; a value of another type was refused when the mapping was resolved.
        _ => Extent::Partial,
    }
}

fn by_order(order: std::cmp::Ordering) -> Extent {
    match order {
        std::cmp::Ordering::Less => Extent::Weaker,
        std::cmp::Ordering::Equal => Extent::Equal,
        std::cmp::Ordering::Greater => Extent::Stricter,
    }
}

fn inclusion(all: &BTreeSet<String>, members: &BTreeSet<String>) -> Extent {
    // More than is asked is stricter, some of it is part, and nothing of it is less.
    if all == members {
        Extent::Equal
    } else if all.is_subset(members) {
        Extent::Stricter
    } else if all.is_disjoint(members) {
        Extent::Weaker
    } else {
        Extent::Partial
    }
}
