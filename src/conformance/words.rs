//! Parameters and conditions in words: 文字数：13文字以上.

use super::verdict::UnmetCondition;
use crate::base::locale::{Lang, Messages};
use crate::base::notation::dates::{DateStyle, write_date};
use crate::content::{Extent, ParameterType};
use crate::corpus::{Condition, Given, Givens, OutdatedCitation, Parameter, Requirement, Test, Words};

/// A citation of a version that is no longer the latest, in words.
#[derive(Debug)]
pub struct OutdatedWords {
    /// The version that is cited, and the latest.
    pub told: String,
    /// The chapters that are cited, and where they stand now.
    pub chapters: Vec<String>,
}

/// Returns `outdated` in the words of `messages`, its days in `style`.
#[must_use]
pub fn outdated_words(outdated: &OutdatedCitation<'_>, style: DateStyle, messages: &Messages) -> OutdatedWords {
    let word = |words: &Words| words.get(messages.lang()).clone();
    let from = outdated.latest.from.as_ref().map(|from| write_date(from.value, style, messages.lang()));
    let (name, latest) = (word(&outdated.citation.name), word(&outdated.latest.name));
    let version = outdated.version.map(|version| word(&version.name));
    let id = if version.is_some() { "outdated-told" } else { "outdated-chapters-told" };
    let mut told = vec![("name", name.as_str()), ("latest", latest.as_str())];
    told.push(("from", from.as_deref().unwrap_or("none")));
    told.extend(version.as_deref().map(|version| ("version", version)));
    let chapters = outdated.chapters.iter();
    OutdatedWords {
        told: messages.with(id, &told),
        chapters: chapters.map(|one| format!("{} → {}", word(&one.name), word(&one.now))).collect(),
    }
}

/// Returns the values that a text gives to the parameters, one phrase each.
#[must_use]
pub fn givens(requirement: &Requirement, givens: &Givens, messages: &Messages) -> Vec<String> {
    let phrase = |(at, given): (&usize, &crate::content::Located<Given>)| {
        let parameter = requirement.parameters.get(*at)?;
        Some(label_parameter(parameter, &given_value_words(parameter, &given.value, messages), messages))
    };
    givens.iter().filter_map(phrase).collect()
}

/// Returns the conditions of an alternative of the requirement, one phrase each.
#[must_use]
pub fn conditions(requirement: &Requirement, conditions: &[Condition], messages: &Messages) -> Vec<String> {
    let phrase = |condition: &Condition| {
        let parameter = requirement.parameters.get(condition.parameter)?;
        Some(label_parameter(parameter, &asked_words(parameter, &condition.test, messages), messages))
    };
    conditions.iter().filter_map(phrase).collect()
}

/// A condition beside what a text says of its parameter, in words.
#[derive(Debug)]
pub struct DifferenceWords {
    /// The parameter: 文字数.
    pub label: String,
    /// The value that is asked: 13文字以上.
    pub asked: String,
    /// The value that the text gives: 8文字; `None` where it gives none.
    pub said: Option<String>,
    /// The result of the comparison.
    pub extent: Extent,
}

/// A difference in words.
#[must_use]
pub fn difference(
    requirement: &Requirement,
    difference: &UnmetCondition<'_>,
    messages: &Messages,
) -> Option<DifferenceWords> {
    let parameter = requirement.parameters.get(difference.condition.parameter)?;
    Some(DifferenceWords {
        label: parameter.label.get(messages.lang()).clone(),
        asked: asked_words(parameter, &difference.condition.test, messages),
        said: difference.given.map(|given| given_value_words(parameter, given, messages)),
        extent: difference.extent,
    })
}

fn label_parameter(parameter: &Parameter, words: &str, messages: &Messages) -> String {
    messages.with("parameter", &[("label", parameter.label.get(messages.lang())), ("words", words)])
}

/// A value that a text gives, in words: 8文字.
pub(super) fn given_value_words(parameter: &Parameter, given: &Given, messages: &Messages) -> String {
    match given {
        Given::Number(number) => counted(parameter, *number, messages),
        Given::Members(members) => members_of(parameter, members, messages.lang()),
    }
}

/// A value that is asked for, in words: 13文字以上.
pub(super) fn asked_words(parameter: &Parameter, test: &Test, messages: &Messages) -> String {
    match test {
        Test::AtLeast(number) => messages.with("at-least", &[("number", &counted(parameter, *number, messages))]),
        Test::AtMost(number) => messages.with("at-most", &[("number", &counted(parameter, *number, messages))]),
        Test::IncludesAll(members) | Test::OneOf(members) => members_of(parameter, members, messages.lang()),
    }
}

/// A number with its counter word: 13文字, 1 month.
fn counted(parameter: &Parameter, number: u32, messages: &Messages) -> String {
    let mut args = fluent::FluentArgs::new();
    args.set("number", number);
    parameter.unit.map_or_else(|| number.to_string(), |unit| messages.format(&format!("unit-{}", unit.word()), &args))
}

/// The names of members, in the order in which the parameter lists them.
fn members_of(parameter: &Parameter, members: &std::collections::BTreeSet<String>, lang: Lang) -> String {
    // A number has no members; the resolver refused a mapping that gives some.
    debug_assert!(parameter.kind != ParameterType::Number);
    let names =
        // In the parameter's order and not that of the ids, since readers know the list from the requirement.
        parameter.values.iter().filter(|(id, _)| members.contains(id)).map(|(_, words)| words.get(lang).as_str());
    names.collect::<Vec<_>>().join(match lang {
        Lang::Ja => "・",
        Lang::En => ", ",
    })
}
