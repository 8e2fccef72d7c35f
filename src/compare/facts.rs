//! Facts in which two provisions that correspond differ, whatever their words: values, binding force, who does it.

use super::side::{Side, SideItem};
use crate::base::locale::{Lang, Messages};
use crate::base::notation::widths::folded;
use crate::content::{Actor, BindingRange, SetKey};
use crate::corpus::{Given, LocalRole, Mapping, Requirement, Set, Test};

/// A fact in which two provisions differ.
#[derive(Debug)]
pub enum FactDifference<'a> {
    /// The values of a parameter; none on a side whose text does not give any.
    Value {
        /// The requirement that both meet.
        requirement: &'a Requirement,
        /// The place of the parameter among those of the requirement.
        parameter: usize,
        /// The values of both sides, each once; several where a choice is left.
        sides: [Vec<FactValue<'a>>; 2],
    },
    /// How firmly they bind.
    Force([BindingRange; 2]),
    /// Who does it.
    Doer([Doer<'a>; 2]),
}

/// Who does what a requirement asks.
#[derive(Debug, Clone, Copy)]
pub enum Doer<'a> {
    /// A role of a region.
    Role(&'a LocalRole),
    /// The baseline's own actor.
    Actor(Actor),
}

impl Doer<'_> {
    /// Returns the name in the language of `messages`.
    #[must_use]
    pub fn name(self, messages: &Messages) -> String {
        match self {
            Self::Role(role) => role.name.get(messages.lang()).clone(),
            Self::Actor(actor) => messages.text(&format!("actor-{}", actor.word())),
        }
    }
}

impl FactDifference<'_> {
    /// Whether it makes two provisions differ that say the same: another value, another force. Who does it may be told
    /// otherwhere than in their words, and by whoever mapped them.
    #[must_use]
    pub fn counts(&self) -> bool {
        match self {
            Self::Value { .. } | Self::Force(_) => true,
            Self::Doer(_) => false,
        }
    }
}

/// A value that a text gives or asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FactValue<'a> {
    /// Given by a provision of a region.
    Given(&'a Given),
    /// Asked for by the baseline.
    Asked(&'a Test),
}

impl FactValue<'_> {
    /// Whether both say the same: at least 13 characters is what a text says that gives 13.
    fn agrees(self, other: Self) -> bool {
        match (self, other) {
            (Self::Given(Given::Number(number)), Self::Asked(Test::AtLeast(bound) | Test::AtMost(bound)))
            | (Self::Asked(Test::AtLeast(bound) | Test::AtMost(bound)), Self::Given(Given::Number(number))) => {
                number == bound
            }
            (Self::Given(Given::Members(members)), Self::Asked(Test::IncludesAll(all)))
            | (Self::Asked(Test::IncludesAll(all)), Self::Given(Given::Members(members))) => members == all,
            (Self::Given(Given::Members(members)), Self::Asked(Test::OneOf(allowed)))
            | (Self::Asked(Test::OneOf(allowed)), Self::Given(Given::Members(members))) => members.is_subset(allowed),
            (one, other) => one == other,
        }
    }
}

/// The values of one alternative that a text leaves, by the places of the parameters.
type Alternative<'a> = Vec<Option<FactValue<'a>>>;

/// Returns the facts in which the provisions at `old` and `new` differ; none between editions of one author, whose words
/// are all that counts.
#[must_use]
pub fn fact_differences<'a>(old: &Side<'a>, new: &Side<'a>, at: (usize, usize)) -> Vec<FactDifference<'a>> {
    if old.set.key.present() == new.set.key.present() {
        return Vec::new();
    }
    let items = [&old.items[at.0], &new.items[at.1]];
    let sets = [old.set, new.set];
    let mut found = Vec::new();
    for id in items[0].requirements.intersection(&items[1].requirements) {
        if let Some(requirement) = old.corpus.requirement(id) {
            values(requirement, sets, items, &mut found);
            doers(requirement, sets, items, &mut found);
        }
    }
    if let [Some(first), Some(second)] = items.map(|item| item.force)
        && first.is_apart(second)
    {
        found.push(FactDifference::Force([first, second]));
    }
    found
}

fn values<'a>(
    requirement: &'a Requirement,
    sets: [&'a Set; 2],
    items: [&SideItem<'a>; 2],
    found: &mut Vec<FactDifference<'a>>,
) {
    let said = [0, 1].map(|hand| alternatives(requirement, sets[hand], items[hand]));
    if said.iter().all(|said| said.iter().all(|one| one.iter().all(Option::is_none))) || is_same_choice(&said) {
        return;
    }
    for parameter in 0..requirement.parameters.len() {
        let sides = said.each_ref().map(|said| values_of(said, parameter));
        let agrees = |first: &[FactValue<'_>], second: &[FactValue<'_>]| {
            first.iter().all(|one| second.iter().any(|other| one.agrees(*other)))
        };
        if !agrees(&sides[0], &sides[1]) || !agrees(&sides[1], &sides[0]) {
            found.push(FactDifference::Value { requirement, parameter, sides });
        }
    }
}

/// Whether everything that one text leaves to choose is left by the other too.
fn is_same_choice(said: &[Vec<Alternative<'_>>; 2]) -> bool {
    let same = |one: &Alternative<'_>, other: &Alternative<'_>| {
        one.iter().zip(other).all(|pair| match pair {
            (Some(one), Some(other)) => one.agrees(*other),
            (None, None) => true,
            (Some(_), None) | (None, Some(_)) => false,
        })
    };
    said[0].iter().all(|one| said[1].iter().any(|other| same(one, other)))
        && said[1].iter().all(|other| said[0].iter().any(|one| same(one, other)))
}

/// The values of a parameter in all alternatives, each once.
fn values_of<'a>(said: &[Alternative<'a>], parameter: usize) -> Vec<FactValue<'a>> {
    let mut values = Vec::new();
    for value in said.iter().filter_map(|one| one[parameter]) {
        if !values.contains(&value) {
            values.push(value);
        }
    }
    values
}

/// What a side says of the parameters of `requirement`.
fn alternatives<'a>(requirement: &'a Requirement, set: &'a Set, item: &SideItem<'a>) -> Vec<Alternative<'a>> {
    let count = requirement.parameters.len();
    if set.key == SetKey::Baseline {
        let asked = requirement.alternatives.iter().map(|conditions| {
            let test = |at: usize| conditions.iter().find(|condition| condition.parameter == at);
            (0..count).map(|at| test(at).map(|condition| FactValue::Asked(&condition.test))).collect()
        });
        return asked.collect();
    }
    let given = mappings(requirement, set, item).flat_map(|mapping| &mapping.given);
    given.map(|given| (0..count).map(|at| given.get(&at).map(|one| FactValue::Given(&one.value))).collect()).collect()
}

fn doers<'a>(
    requirement: &'a Requirement,
    sets: [&'a Set; 2],
    items: [&SideItem<'a>; 2],
    found: &mut Vec<FactDifference<'a>>,
) {
    let sides = [0, 1].map(|hand| {
        let by = mappings(requirement, sets[hand], items[hand]).find_map(|mapping| mapping.by.as_deref());
        let role = by.and_then(|by| sets[hand].conformance.roles.iter().find(|role| role.id == by));
        role.map_or(Doer::Actor(requirement.actor), Doer::Role)
    });
    // ＭＣＳ管理者 is MCS管理者.
    let names = |sides: &[Doer<'_>; 2]| sides.map(|doer| folded(&doer.name(Messages::of(Lang::Ja))));
    let [first, second] = names(&sides);
    let is_known = found.iter().any(|fact| match fact {
        FactDifference::Doer(known) => names(known) == [first.as_str(), second.as_str()],
        FactDifference::Value { .. } | FactDifference::Force(_) => false,
    });
    if first != second && !is_known {
        found.push(FactDifference::Doer(sides));
    }
}

/// The claims of a provision to meet `requirement`.
fn mappings<'a>(requirement: &Requirement, set: &'a Set, item: &SideItem<'a>) -> impl Iterator<Item = &'a Mapping> {
    let (document, anchor, id) = (item.document.id.clone(), item.anchor, requirement.id.clone());
    let own =
        move |mapping: &&Mapping| mapping.requirement == id && mapping.document == document && mapping.anchor == anchor;
    set.conformance.mappings.iter().filter(own)
}
