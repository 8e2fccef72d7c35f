//! Resolving the baseline's requirements: their provisions, parameters and conditions.

use super::words::{resolve_words, words_of};
use crate::corpus::model::{Condition, Parameter, Requirement, RequirementGroup, Target, Test};
use std::collections::BTreeSet;

use super::duplicates::report_duplicates;
use super::references::{ReferenceContext, References, Resolved};
use super::text::Texts;
use crate::base::diagnostics::{Code, Diagnostic, Diagnostics, Place};
use crate::base::locale::Lang;
use crate::base::notation::dates::DateStyle;
use crate::content::{self, ParameterType, Scope, SetKey, unknown_name};

/// The groups of requirements, by the groups' ids.
pub(super) fn resolve_requirement_groups(
    references: &References<'_>,
    findings: &mut Diagnostics,
) -> Vec<RequirementGroup> {
    let mut seen = BTreeSet::new();
    let groups = references.content.requirements.iter().map(|(id, written)| {
        for requirement in &written.requirements {
            let own = &requirement.id.0;
            if !seen.insert(own.value.as_str()) {
                findings.push(Diagnostic::new(Code::J0301).at(&own.place).arg("id", &own.value));
            }
            // The id tells the file that it stands in, and its page stands below that group.
            if own.value.split('.').next() != Some(id) {
                findings.push(Diagnostic::new(Code::J0322).at(&own.place).arg("id", &own.value).arg("group", id));
            }
        }
        let requirements = written.requirements.iter().map(|written| requirement(written, references, findings));
        RequirementGroup { id: id.clone(), title: resolve_words(&written.title), requirements: requirements.collect() }
    });
    groups.collect()
}

fn requirement(
    written: &content::WrittenRequirement,
    references: &References<'_>,
    findings: &mut Diagnostics,
) -> Requirement {
    let home = (SetKey::Baseline, String::new());
    let context = ReferenceContext::of(&home, DateStyle::default());
    let provisions =
        written.provisions.iter().filter_map(|reference| provision(reference, references, &context, findings));
    let provisions: Vec<(String, String)> = provisions.collect();
    // A requirement that no provision of the baseline states is not asked by the baseline.
    if written.provisions.is_empty() {
        findings.push(Diagnostic::new(Code::J0202).at(&written.id.0.place).arg("key", "provisions"));
    }
    report_duplicates(written.parameters.iter().map(|parameter| &parameter.id), findings);
    written.parameters.iter().for_each(|parameter| check_parameter(parameter, findings));
    let alternatives = written.any_of.iter().map(|alternative| {
        alternative.conditions.iter().filter_map(|one| condition(one, &written.parameters, findings)).collect()
    });
    let alternatives = alternatives.collect();
    let mut texts = Texts { references, context, findings };
    Requirement {
        id: written.id.0.value.clone(),
        formerly: written.formerly.iter().map(|id| id.value.clone()).collect(),
        level: written.level,
        scope: written.scope.unwrap_or(Scope::Mcs),
        actor: written.actor,
        title: resolve_words(&written.title),
        text: texts.optional(written.ja.as_ref(), written.en.as_ref(), &written.place),
        provisions,
        parameters: written.parameters.iter().map(resolve_parameter).collect(),
        alternatives,
        place: written.id.0.place.clone(),
    }
}

/// The provision of the baseline that `written` names.
fn provision(
    written: &content::Text,
    references: &References<'_>,
    context: &ReferenceContext,
    findings: &mut Diagnostics,
) -> Option<(String, String)> {
    match references.resolve(&written.value, context, None, Lang::Ja) {
        Ok(Some(Resolved::Link(Target::Provision { set: SetKey::Baseline, document, anchor }, _))) => {
            Some((document, anchor))
        }
        Ok(None) => None,
        Ok(Some(_)) => {
            findings.push(Diagnostic::new(Code::J0323).at(&written.place).arg("reference", &written.value));
            None
        }
        Err(dangling) => {
            findings.push(dangling.finding(&written.value, &written.place));
            None
        }
    }
}

fn resolve_parameter(written: &content::WrittenParameter) -> Parameter {
    let value = |value: &content::ParameterValue| {
        (value.id.as_str().to_owned(), words_of(&value.ja, value.en.as_ref(), &value.place))
    };
    Parameter {
        id: written.id.as_str().to_owned(),
        kind: written.r#type,
        unit: written.unit.as_ref().map(|unit| unit.value),
        label: resolve_words(&written.label),
        values: written.values.iter().map(value).collect(),
    }
}

/// A number has a unit and no values; a set or choice has values and no unit.
fn check_parameter(written: &content::WrittenParameter, findings: &mut Diagnostics) {
    report_duplicates(written.values.iter().map(|value| &value.id), findings);
    let is_number = written.r#type == ParameterType::Number;
    if is_number != written.unit.is_some() || is_number != written.values.is_empty() {
        let place = &written.id.0.place;
        findings.push(Diagnostic::new(Code::J0324).at(place).arg("type", written.r#type.word()));
    }
}

fn condition(
    written: &content::WrittenCondition,
    parameters: &[content::WrittenParameter],
    findings: &mut Diagnostics,
) -> Option<Condition> {
    let name = &written.parameter;
    let known = || parameters.iter().map(|parameter| parameter.id.as_str());
    let Some(at) = known().position(|id| id == name.value) else {
        findings.push(unknown_name(Code::J0325, &name.value, &name.place, known()));
        return None;
    };
    let parameter = &parameters[at];
    let sets = [&written.includes_all, &written.one_of];
    let members = |list: &[content::Text]| list.iter().map(|text| text.value.clone()).collect::<BTreeSet<_>>();
    // Looked at before the kind of the test, so that both faults are told in one run.
    for value in sets.into_iter().flatten() {
        known_value(value, parameter, findings);
    }
    let tests = [
        written.at_least.as_ref().map(|number| (ParameterType::Number, Test::AtLeast(number.value))),
        written.at_most.as_ref().map(|number| (ParameterType::Number, Test::AtMost(number.value))),
        (!sets[0].is_empty()).then(|| (ParameterType::Set, Test::IncludesAll(members(sets[0])))),
        (!sets[1].is_empty()).then(|| (ParameterType::Choice, Test::OneOf(members(sets[1])))),
    ];
    let mut tests = tests.into_iter().flatten();
    match (tests.next(), tests.next()) {
        // Just one test a condition: two would leave open whether both or either must hold.
        (Some((kind, test)), None) if kind == parameter.r#type => Some(Condition { parameter: at, test }),
        _ => {
            findings.push(Diagnostic::new(Code::J0326).at(&name.place).arg("type", parameter.r#type.word()));
            None
        }
    }
}

/// Whether `value` is one of the parameter's; reports it if it is not.
pub(super) fn known_value(
    value: &content::Text,
    parameter: &content::WrittenParameter,
    findings: &mut Diagnostics,
) -> bool {
    let known = || parameter.values.iter().map(|value| value.id.as_str());
    let is_known = known().any(|id| id == value.value);
    if !is_known {
        findings.push(unknown_name(Code::J0327, &value.value, &value.place, known()));
    }
    is_known
}

/// The requirement that a mapping or deviation names; `None` where there is none, which is reported unless a file of
/// requirements could not be read.
pub(super) fn named_requirement<'a>(
    written: &content::Text,
    references: &References<'a>,
    findings: &mut Diagnostics,
) -> Option<&'a content::WrittenRequirement> {
    let all = || references.content.requirements.values().flat_map(|group| &group.requirements);
    let found = all().find(|requirement| requirement.id.0.value == written.value);
    if found.is_none() && !references.content.broken_requirements {
        let known = all().map(|requirement| requirement.id.0.value.as_str());
        findings.push(unknown_requirement(&written.value, &written.place, known));
    }
    found
}

/// As [`unknown_name`], without listing every requirement there is.
fn unknown_requirement<'a>(name: &str, place: &Place, known: impl Iterator<Item = &'a str>) -> Diagnostic {
    let known: Vec<&str> = known.collect();
    content::suggest(Diagnostic::new(Code::J0328).at(place).arg("name", name), name, &known)
}
