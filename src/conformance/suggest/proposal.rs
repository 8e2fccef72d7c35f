//! Proposals: what a mapping of a provision to a requirement would say, as far as the letters of the provision and its
//! binding force show it. A person confirms it or says otherwise.

use std::collections::{BTreeMap, BTreeSet};

use crate::base::locale::Lang;
use crate::base::notation::numbers::numbers;
use crate::conformance::counters::counters;
use crate::conformance::verdict::verdict;
use crate::content::{Extent, GivenValue, Modality, ParameterType, Parameters, Unit};
use crate::corpus::{Document, Given, Givens, Mapping, Parameter, Provision, Requirement};

/// The content of a mapping that nobody has confirmed yet.
#[derive(Debug, Clone)]
pub struct ProposedMapping {
    /// The extent that parameters and binding force show; [`Extent::Equal`] where they leave it open.
    pub extent: Extent,
    /// The values that the text gives to the requirement's parameters.
    pub parameters: Parameters,
}

/// Returns what a mapping of `provision` to `requirement` would say.
#[must_use]
pub fn proposed_mapping(document: &Document, provision: &Provision, requirement: &Requirement) -> ProposedMapping {
    let letters = provision.letters(Lang::Ja);
    let found: Vec<(usize, Given)> = requirement
        .parameters
        .iter()
        .enumerate()
        .filter_map(|(at, parameter)| Some((at, value_in(&letters, parameter)?)))
        .collect();
    let written = found.iter().map(|(at, given)| {
        let parameter = &requirement.parameters[*at];
        (parameter.id.as_str().into(), written_value(parameter, given))
    });
    let parameters = Parameters(written.collect());
    let mapping = Mapping {
        requirement: requirement.id.clone(),
        document: document.id.clone(),
        anchor: provision.anchor.clone(),
        extent: Extent::Equal.into(),
        modality: document.modality_of(&provision.anchor).unwrap_or(Modality::Must),
        by: None,
        given: vec![found.into_iter().map(|(at, given)| (at, given.into())).collect::<Givens>()],
        with: Vec::new(),
        note: None,
        place: provision.place.clone(),
    };
    let extent = verdict(requirement, &mapping).extent().unwrap_or(Extent::Equal);
    ProposedMapping { extent, parameters }
}

/// The value that `letters` give to `parameter`; `None` where they give none, or several of which one must be chosen.
fn value_in(letters: &str, parameter: &Parameter) -> Option<Given> {
    match parameter.kind {
        ParameterType::Number => only_number(letters, parameter.unit?).map(Given::Number),
        ParameterType::Set => Some(named_values(letters, parameter)).filter(|all| !all.is_empty()).map(Given::Members),
        ParameterType::Choice => {
            Some(named_values(letters, parameter)).filter(|all| all.len() == 1).map(Given::Members)
        }
    }
}

/// The number of this unit in `letters`, where there is just one.
fn only_number(letters: &str, unit: Unit) -> Option<u32> {
    let of_unit = |after: &str| counters(unit).iter().any(|word| after.starts_with(word));
    let found = numbers(letters);
    let values: BTreeSet<u32> =
        found.iter().filter(|number| of_unit(number.after)).map(|number| number.value).collect();
    values.first().copied().filter(|_| values.len() == 1)
}

/// The values of a parameter whose names stand in `letters`.
fn named_values(letters: &str, parameter: &Parameter) -> BTreeSet<String> {
    let named = parameter.values.iter().filter(|(_, words)| letters.contains(words.ja.as_str()));
    named.map(|(id, _)| id.clone()).collect()
}

fn written_value(parameter: &Parameter, given: &Given) -> GivenValue {
    match given {
        Given::Number(number) => {
            let unit = parameter.unit.map_or("", |unit| unit.word());
            GivenValue::Word(format!("{number} {unit}").trim_end().into())
        }
        Given::Members(members) => {
            // In the order of the catalogue, as an author would list them.
            let order: BTreeMap<&str, usize> =
                parameter.values.iter().enumerate().map(|(at, (id, _))| (id.as_str(), at)).collect();
            let mut list: Vec<&String> = members.iter().collect();
            list.sort_by_key(|id| order.get(id.as_str()));
            match (parameter.kind, list.first()) {
                (ParameterType::Choice, Some(only)) => GivenValue::Word(only.as_str().into()),
                _ => GivenValue::List(list.into_iter().map(|id| id.as_str().into()).collect()),
            }
        }
    }
}
