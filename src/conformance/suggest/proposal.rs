//! Proposals: what a mapping of a provision to a requirement would say, as far as the letters of the provision and its
//! binding force show it. A person confirms it or says otherwise.

use std::collections::{BTreeMap, BTreeSet};

use crate::base::locale::Lang;
use crate::base::notation::numbers::numbers;
use crate::conformance::counters::counters;
use crate::conformance::verdict::verdict;
use crate::conformance::wording::{contrary_bound, softer_texts};
use crate::content::{Extent, GivenValue, Modality, ParameterType, Parameters, Unit};
use crate::corpus::{Document, Given, Givens, Mapping, Parameter, Provision, Requirement, Test};

/// The content of a mapping that nobody has confirmed yet.
#[derive(Debug, Clone)]
pub struct ProposedMapping {
    /// The extent that parameters and binding force show; [`Extent::Equal`] where they leave it open.
    pub extent: Extent,
    /// The binding force, where the words of the text tell another than its document says or than an obligation.
    pub modality: Option<Modality>,
    /// The values that the text gives to the requirement's parameters.
    pub parameters: Parameters,
}

/// Returns what a mapping of `provision` to `requirement` would say.
#[must_use]
pub fn proposed_mapping(document: &Document, provision: &Provision, requirement: &Requirement) -> ProposedMapping {
    let letters = provision.letters(Lang::Ja);
    let said = document.modality_of(&provision.anchor);
    let modality = match said {
        Some(_) => None,
        None => softer_texts(document, &provision.anchor).first().map(|softer| softer.force),
    };
    let found: Vec<(usize, Given)> = requirement
        .parameters
        .iter()
        .enumerate()
        .filter_map(|(at, parameter)| Some((at, value_in(&letters, requirement, at, parameter)?)))
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
        modality: said.or(modality).unwrap_or(Modality::Must),
        by: None,
        given: vec![found.into_iter().map(|(at, given)| (at, given.into())).collect::<Givens>()],
        with: Vec::new(),
        note: None,
        place: provision.place.clone(),
    };
    let extent = verdict(requirement, &mapping).extent().unwrap_or(Extent::Equal);
    ProposedMapping { extent, modality, parameters }
}

/// The value that `letters` give to `parameter`; `None` where they give none, or several of which one must be chosen.
fn value_in(letters: &str, requirement: &Requirement, at: usize, parameter: &Parameter) -> Option<Given> {
    match parameter.kind {
        ParameterType::Number => {
            let conditions = requirement.alternatives.iter().flatten().filter(|condition| condition.parameter == at);
            let tests: Vec<&Test> = conditions.map(|condition| &condition.test).collect();
            only_number(letters, parameter.unit?, &tests).map(Given::Number)
        }
        ParameterType::Set => Some(named_values(letters, parameter)).filter(|all| !all.is_empty()).map(Given::Members),
        ParameterType::Choice => {
            Some(named_values(letters, parameter)).filter(|all| all.len() == 1).map(Given::Members)
        }
    }
}

/// The number of this unit in `letters`, where there is just one, and none that is bounded on the other side than `tests` ask.
fn only_number(letters: &str, unit: Unit, tests: &[&Test]) -> Option<u32> {
    let found = numbers(letters);
    let counted = found.iter().filter_map(|number| {
        let after = counters(unit).iter().find_map(|word| number.after.strip_prefix(word))?;
        Some((number.value, after))
    });
    let counted: Vec<(u32, &str)> = counted.collect();
    if counted.iter().any(|(_, after)| tests.iter().any(|test| contrary_bound(after, test).is_some())) {
        return None;
    }
    let values: BTreeSet<u32> = counted.iter().map(|(value, _)| *value).collect();
    values.first().copied().filter(|_| values.len() == 1)
}

/// The values of a parameter whose names stand in `letters`.
fn named_values(letters: &str, parameter: &Parameter) -> BTreeSet<String> {
    // 英数字 and 半角英数 are letters and digits.
    let letters = letters.replace("英数字", "英字、数字").replace("英数", "英字、数字");
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
