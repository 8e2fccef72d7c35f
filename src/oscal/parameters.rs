//! Parameters of requirements, and what a region sets them to.

use std::collections::{BTreeMap, BTreeSet};

use super::types::{Constraint, Guideline, OscalParameter, Selection, SetParameter};
use super::words::{BilingualText, Properties, prose};
use super::{OscalExport, names};
use crate::base::locale::Lang;
use crate::conformance::words;
use crate::content::ParameterType;
use crate::corpus::{self, Condition, Given, Mapping, Requirement, Test};

impl OscalExport<'_> {
    /// Returns the parameters, with what each alternative of the requirement demands of them.
    pub(super) fn parameters(&self, requirement: &Requirement) -> Vec<OscalParameter> {
        (0..).zip(&requirement.parameters).map(|(at, parameter)| self.parameter(requirement, at, parameter)).collect()
    }

    fn parameter(&self, requirement: &Requirement, at: usize, parameter: &corpus::Parameter) -> OscalParameter {
        let label = BilingualText::words(&parameter.label);
        let mut props = Properties::default();
        props.english("label", &label);
        props.own("unit", parameter.unit.map_or("", |unit| unit.word()));
        let guidelines = self.values(parameter, &mut props);
        let constraints = self.constraints(requirement, at, parameter, &mut props);
        OscalParameter {
            id: names::parameter_id(&requirement.id, &parameter.id),
            class: parameter.kind.word(),
            props: props.list(),
            label: label.title(),
            constraints,
            guidelines,
            select: select(parameter),
        }
    }

    /// Returns the meaning of each value.
    fn values(&self, parameter: &corpus::Parameter, props: &mut Properties) -> Vec<Guideline> {
        let mut guidelines = Vec::new();
        for (id, meaning) in &parameter.values {
            let meaning = BilingualText::words(meaning);
            props.group(Some(id.clone()));
            props.english("value", &meaning);
            let words = self.words.ja.with("oscal-value", &[("id", id), ("words", &meaning.ja)]);
            guidelines.push(Guideline { prose: prose(&words) });
        }
        guidelines
    }

    /// Adds the demands of each alternative on the parameter at `at`.
    fn constraints(
        &self,
        requirement: &Requirement,
        at: usize,
        parameter: &corpus::Parameter,
        props: &mut Properties,
    ) -> Vec<Constraint> {
        // A single alternative needs no number.
        let several = requirement.alternatives.len() > 1;
        let mut constraints = Vec::new();
        for (number, conditions) in (1..).zip(&requirement.alternatives) {
            for condition in conditions.iter().filter(|condition| condition.parameter == at) {
                props.group(Some(format!("alternative-{number}")));
                let (name, value) = tested(parameter, condition);
                props.own(name, &value);
                let said = self.demanded(requirement, condition, several.then_some(number));
                props.english("constraint", &said);
                constraints.push(Constraint { description: said.prose() });
            }
        }
        constraints
    }

    fn demanded(&self, requirement: &Requirement, condition: &Condition, number: Option<u32>) -> BilingualText {
        let one = std::slice::from_ref(condition);
        let words = BilingualText::each(|lang| words::conditions(requirement, one, self.words.get(lang)).concat());
        let Some(number) = number else { return words };
        let number = BilingualText::each(|_| number.to_string());
        self.words.with("oscal-alternative", &[("number", &number), ("words", &words)])
    }

    /// Returns the values that `mapping` gives to the parameters: in words, and one by one. Where its provision leaves
    /// a choice, each alternative is a group within `group`.
    pub(super) fn given(&self, requirement: &Requirement, mapping: &Mapping, group: &str, props: &mut Properties) {
        let several = mapping.given.len() > 1;
        for (number, givens) in (1..).zip(&mapping.given) {
            let group = if several { format!("{group}.alternative-{number}") } else { group.to_owned() };
            props.group(Some(group));
            let separator = |lang| if lang == Lang::Ja { "、" } else { "; " };
            let said = BilingualText::each(|lang| {
                words::givens(requirement, givens, self.words.get(lang)).join(separator(lang))
            });
            props.in_both("parameters", &said);
            for (at, given) in givens {
                if let Some(parameter) = requirement.parameters.get(*at) {
                    props.classed("parameter", &parameter.id, &given_values(parameter, &given.value).join(" "));
                }
            }
        }
        // Back to the mapping's own group, in which its note follows.
        props.group(Some(group.to_owned()));
    }
}

fn select(parameter: &corpus::Parameter) -> Option<Selection> {
    let how_many = match parameter.kind {
        // A number is no choice: what is asked of it is told in the constraints.
        ParameterType::Number => return None,
        ParameterType::Set => "one-or-more",
        ParameterType::Choice => "one",
    };
    Some(Selection { how_many, choice: parameter.values.iter().map(|(id, _)| id.clone()).collect() })
}

/// The condition as a program reads it.
fn tested(parameter: &corpus::Parameter, condition: &Condition) -> (&'static str, String) {
    // In the catalog's order, by which two documents can be compared line by line.
    let list = |members| listed_members(parameter, members).join(" ");
    match &condition.test {
        Test::AtLeast(number) => ("at-least", number.to_string()),
        Test::AtMost(number) => ("at-most", number.to_string()),
        Test::IncludesAll(members) => ("includes-all", list(members)),
        Test::OneOf(members) => ("one-of", list(members)),
    }
}

fn given_values(parameter: &corpus::Parameter, given: &Given) -> Vec<String> {
    match given {
        Given::Number(number) => vec![number.to_string()],
        Given::Members(members) => listed_members(parameter, members),
    }
}

/// Members in the order in which the parameter lists them.
fn listed_members(parameter: &corpus::Parameter, members: &BTreeSet<String>) -> Vec<String> {
    parameter.values.iter().map(|(id, _)| id.clone()).filter(|id| members.contains(id)).collect()
}

/// The parameters that a region sets for certain. One that depends on a choice which a provision leaves, or that
/// provisions set to different values, is told in the properties only: OSCAL would take the last value for the only one.
pub(super) fn settled(requirement: &Requirement, mappings: &[&Mapping]) -> Vec<SetParameter> {
    let mut settled: BTreeMap<usize, Option<&Given>> = BTreeMap::new();
    for mapping in mappings {
        let alternatives = mapping.given.iter();
        for (at, given) in alternatives.flatten() {
            // A value that only one of the choices names is not certain either.
            let everywhere = mapping.given.iter().all(|givens| givens.contains_key(at));
            let value = settled.entry(*at).or_insert(Some(&given.value));
            if !everywhere || *value != Some(&given.value) {
                *value = None;
            }
        }
    }
    let set = settled.into_iter().filter_map(|(at, given)| {
        let parameter = requirement.parameters.get(at)?;
        Some(SetParameter {
            param_id: names::parameter_id(&requirement.id, &parameter.id),
            values: given_values(parameter, given?),
        })
    });
    set.collect()
}
