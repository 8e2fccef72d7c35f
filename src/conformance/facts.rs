//! Typed facts in words: what a requirement asks and a region says (文字数：13文字以上, 義務の程度：義務), and those in which two
//! provisions differ.

use super::coverage::RequirementStanding;
use super::words::{asked_words, conditions, given_value_words, givens};
use crate::base::locale::Messages;
use crate::compare::{Doer, FactDifference, FactValue};
use crate::content::{BindingRange, Modality};
use crate::corpus::{Parameter, Requirement, Set};

/// A fact in which two provisions differ.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FactWords {
    /// The name of the fact: 文字数.
    pub label: String,
    /// Its value on both sides.
    pub sides: [String; 2],
}

/// Returns `fact` in words; `None` where its parameter is not there.
#[must_use]
pub fn fact_words(fact: &FactDifference<'_>, messages: &Messages) -> Option<FactWords> {
    Some(match fact {
        FactDifference::Value { requirement, parameter, sides } => {
            let parameter = requirement.parameters.get(*parameter)?;
            let sides = sides.each_ref().map(|values| values_words(parameter, values, messages));
            FactWords { label: parameter.label.get(messages.lang()).clone(), sides }
        }
        FactDifference::Force(sides) => {
            FactWords { label: messages.text("fact-force"), sides: sides.map(|range| force_words(range, messages)) }
        }
        FactDifference::Doer(sides) => {
            FactWords { label: messages.text("fact-doer"), sides: sides.map(|doer| doer.name(messages)) }
        }
    })
}

fn values_words(parameter: &Parameter, values: &[FactValue<'_>], messages: &Messages) -> String {
    let word = |value: &FactValue<'_>| match value {
        FactValue::Given(given) => given_value_words(parameter, given, messages),
        FactValue::Asked(test) => asked_words(parameter, test, messages),
    };
    if values.is_empty() {
        return messages.text("fact-unsaid");
    }
    values.iter().map(word).collect::<Vec<_>>().join(&messages.text("fact-or"))
}

/// Returns the binding forces of a range in words: 義務又は努力・推奨.
#[must_use]
pub fn force_words(range: BindingRange, messages: &Messages) -> String {
    let word = |modality: Modality| messages.text(&format!("modality-{}", modality.word()));
    let (firmest, softest) = (word(range.firmest), word(range.softest));
    // Where one of several cannot be told, none can.
    if range.is_unclear() || firmest == softest { softest } else { [firmest, softest].join(&messages.text("fact-or")) }
}

/// Returns the facts of what the baseline asks, one phrase each: the values, the binding force, the doer.
#[must_use]
pub fn asked_facts(requirement: &Requirement, messages: &Messages) -> Vec<String> {
    let choices = requirement.alternatives.iter().map(|one| conditions(requirement, one, messages));
    let actor = Doer::Actor(requirement.actor).name(messages);
    phrases(choices, &force_words(requirement.level.binding(), messages), &[actor], messages)
}

/// Returns the facts of what a region says on a requirement, likewise; none where nothing is said.
#[must_use]
pub fn said_facts(set: &Set, standing: &RequirementStanding<'_>, messages: &Messages) -> Vec<String> {
    let forces = standing.mappings.iter().map(|mapping| BindingRange::just(mapping.modality));
    let Some(force) = forces.reduce(BindingRange::with) else { return Vec::new() };
    let requirement = standing.requirement;
    let given = standing.mappings.iter().flat_map(|mapping| &mapping.given);
    let mut doers = Vec::new();
    for mapping in &standing.mappings {
        let role = mapping.by.as_ref().and_then(|id| set.conformance.roles.iter().find(|role| role.id == *id));
        let doer = role.map_or(Doer::Actor(requirement.actor), Doer::Role).name(messages);
        if !doers.contains(&doer) {
            doers.push(doer);
        }
    }
    let choices = given.map(|one| givens(requirement, one, messages));
    phrases(choices, &force_words(force, messages), &doers, messages)
}

fn phrases(
    choices: impl Iterator<Item = Vec<String>>,
    force: &str,
    doers: &[String],
    messages: &Messages,
) -> Vec<String> {
    let mut values: Vec<String> = Vec::new();
    for choice in choices.filter(|choice| !choice.is_empty()) {
        let words = choice.join(&messages.text("list-separator"));
        // Two provisions may say the same.
        if !values.contains(&words) {
            values.push(words);
        }
    }
    let named = |id: &str, words: &str| messages.with("parameter", &[("label", &messages.text(id)), ("words", words)]);
    let values = (!values.is_empty()).then(|| values.join(&messages.text("fact-or")));
    let doers = doers.join(&messages.text("list-separator"));
    values.into_iter().chain([named("fact-force", force), named("fact-doer", &doers)]).collect()
}
