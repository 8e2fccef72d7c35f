//! Resolving what a region claims: its mappings, roles and deviations.

use super::duplicates::report_duplicates;
use super::numbering::Numbered;
use super::references::{Dangling, ReferenceContext, References, Resolved};
use super::requirement::{known_value, named_requirement};
use super::text::Texts;
use super::words::resolve_words;
use crate::base::diagnostics::{Code, Diagnostic, Diagnostics};
use crate::base::locale::Lang;
use crate::base::notation::dates::DateStyle;
use crate::content::{
    self, ConformanceState, GivenValue, Located, Modality, ParameterType, SetContent, SetKey, Unit, unknown_name,
};
use crate::corpus::model::{Conformance, Deviation, Elsewhere, Given, Givens, LocalRole, Mapping, Target};

/// Resolves `conformance.yaml` of the set `key`; the mappings are yet to come.
pub(super) fn resolve_conformance(
    key: &SetKey,
    files: &SetContent,
    references: &References<'_>,
    findings: &mut Diagnostics,
) -> Conformance {
    let begun = files.set.as_ref().is_some_and(|set| set.conformance == Some(ConformanceState::Begun));
    let Some(written) = &files.conformance else { return Conformance { begun, ..Conformance::default() } };
    report_duplicates(written.roles.iter().map(|role| &role.id), findings);
    let named_twice = |text: &content::Text, seen: &mut Vec<String>, findings: &mut Diagnostics| {
        if seen.contains(&text.value) {
            findings.push(Diagnostic::new(Code::J0301).at(&text.place).arg("id", &text.value));
        }
        seen.push(text.value.clone());
    };
    let (mut deviating, mut absent) = (Vec::new(), Vec::new());
    let context = ReferenceContext::of(&(key.clone(), String::new()), DateStyle::default());
    let roles = written.roles.iter().map(|role| resolve_local_role(role, references, &context, findings)).collect();
    let mut conformance =
        Conformance { begun, standing: Some(written.standing.clone()), roles, ..Conformance::default() };
    for deviation in &written.deviations {
        named_twice(&deviation.requirement, &mut deviating, findings);
        named_requirement(&deviation.requirement, references, findings);
        let mut texts = Texts { references, context: context.clone(), findings };
        conformance.deviations.push(Deviation {
            requirement: deviation.requirement.value.clone(),
            differs: texts.text(&deviation.ja, deviation.en.as_ref()),
            reason: deviation.reason.as_ref().map(|reason| texts.text(&reason.ja, reason.en.as_ref())),
            place: deviation.requirement.place.clone(),
        });
    }
    for elsewhere in &written.elsewhere {
        named_twice(&elsewhere.requirement, &mut absent, findings);
        named_requirement(&elsewhere.requirement, references, findings);
        known_document(&elsewhere.document, files, findings);
        let mut texts = Texts { references, context: context.clone(), findings };
        conformance.elsewhere.push(Elsewhere {
            requirement: elsewhere.requirement.value.clone(),
            document: elsewhere.document.value.clone(),
            reason: texts.text(&elsewhere.ja, elsewhere.en.as_ref()),
            place: elsewhere.requirement.place.clone(),
        });
    }
    conformance
}

/// Reports a document that the set does not list among those that could not be obtained.
fn known_document(written: &content::Text, files: &SetContent, findings: &mut Diagnostics) {
    let known = || files.set.iter().flat_map(|set| &set.unavailable).map(|document| document.id.as_str());
    if files.set.is_some() && !known().any(|id| id == written.value) {
        findings.push(Dangling::among("", &written.value, known()).finding(&written.value, &written.place));
    }
}

fn resolve_local_role(
    written: &content::WrittenLocalRole,
    references: &References<'_>,
    context: &ReferenceContext,
    findings: &mut Diagnostics,
) -> LocalRole {
    LocalRole {
        id: written.id.as_str().to_owned(),
        name: resolve_words(&written.name),
        takes: written.takes.clone(),
        provision: written.provision.as_ref().and_then(|text| mapping_target(text, references, context, findings)),
    }
}

/// The provision or form that `written` names.
fn mapping_target(
    written: &content::Text,
    references: &References<'_>,
    context: &ReferenceContext,
    findings: &mut Diagnostics,
) -> Option<Target> {
    // Within a document an anchor stands by itself.
    let reference =
        if written.value.contains([':', '#']) { written.value.clone() } else { format!("#{}", written.value) };
    match references.resolve(&reference, context, None, Lang::Ja) {
        Ok(Some(Resolved::Link(target @ (Target::Provision { .. } | Target::Form { .. }), _))) => Some(target),
        Ok(None) => None,
        Ok(Some(_)) => {
            findings.push(Dangling::nothing().finding(&written.value, &written.place));
            None
        }
        Err(dangling) => {
            findings.push(dangling.finding(&written.value, &written.place));
            None
        }
    }
}

/// Gathers the mappings of one document of a region.
pub(super) struct Mappings<'a, 'f> {
    pub(super) references: &'a References<'a>,
    pub(super) context: ReferenceContext,
    pub(super) roles: &'a [content::WrittenLocalRole],
    pub(super) findings: &'f mut Diagnostics,
    pub(super) found: Vec<Mapping>,
}

impl Mappings<'_, '_> {
    /// The mappings of `list` and of everything below it, which binds as firmly as `modality` unless it says otherwise.
    pub(super) fn gather(&mut self, list: &[Numbered<'_>], modality: Modality) {
        for numbered in list {
            let written = numbered.written;
            let modality = written.modality.as_ref().map_or(modality, |own| own.value);
            for mapping in &written.meets {
                let resolved = self.mapping(mapping, &numbered.anchor, modality);
                self.found.extend(resolved);
            }
            self.gather(&numbered.items, modality);
            self.gather(&numbered.paragraphs, modality);
        }
    }

    fn mapping(&mut self, written: &content::WrittenMapping, anchor: &str, modality: Modality) -> Option<Mapping> {
        let place = &written.requirement.place;
        // The baseline is what is mapped to, and would be its own witness.
        if *self.context.set.present() == SetKey::Baseline {
            self.findings.push(Diagnostic::new(Code::J0329).at(place));
            return None;
        }
        let requirement = named_requirement(&written.requirement, self.references, self.findings)?;
        let by = self.role(written, requirement);
        let with = written.with.iter();
        let with =
            with.filter_map(|text| mapping_target(text, self.references, &self.context, self.findings)).collect();
        let note = written.note.as_ref().map(|note| {
            let mut texts =
                Texts { references: self.references, context: self.context.clone(), findings: self.findings };
            texts.text(&note.ja, note.en.as_ref())
        });
        Some(Mapping {
            requirement: written.requirement.value.clone(),
            document: self.context.home.1.clone(),
            anchor: anchor.to_owned(),
            extent: written.extent.clone(),
            modality: written.modality.unwrap_or(modality),
            by,
            given: self.given(written, requirement),
            with,
            note,
            place: place.clone(),
        })
    }

    /// The role that does what is asked: the one named, or the only one that takes the actor's place.
    fn role(&mut self, written: &content::WrittenMapping, requirement: &content::WrittenRequirement) -> Option<String> {
        let known = || self.roles.iter().map(|role| role.id.as_str());
        if let Some(by) = &written.by {
            if known().any(|id| id == by.value) {
                return Some(by.value.clone());
            }
            self.findings.push(unknown_name(Code::J0330, &by.value, &by.place, known()));
            return None;
        }
        let takers: Vec<&str> = self
            .roles
            .iter()
            .filter(|role| role.takes.contains(&requirement.actor))
            .map(|role| role.id.as_str())
            .collect();
        // Two roles of a region may share what the baseline gives to one actor; which of them is meant only the
        // author knows.
        if takers.len() > 1 {
            let diagnostic = Diagnostic::new(Code::J0331).at(&written.requirement.place);
            self.findings.push(diagnostic.arg("actor", requirement.actor.word()).arg("known", takers.join(", ")));
        }
        takers.first().map(|id| (*id).to_owned())
    }

    fn given(&mut self, written: &content::WrittenMapping, requirement: &content::WrittenRequirement) -> Vec<Givens> {
        let (single, several) = (&written.parameters, &written.alternatives);
        // One value and a choice of values cannot both be what the text says.
        if let (Some((name, _)), false) = (single.0.first(), several.is_empty()) {
            self.findings.push(Diagnostic::new(Code::J0332).at(&name.place));
        }
        let lists = if several.is_empty() { std::slice::from_ref(single) } else { several };
        // An empty list gives no values; counted, it would look like a choice that says nothing.
        let lists = lists.iter().filter(|list| !list.0.is_empty());
        lists.map(|list| self.givens(list, requirement)).collect()
    }

    fn givens(&mut self, list: &content::Parameters, requirement: &content::WrittenRequirement) -> Givens {
        let mut givens = Givens::new();
        for (name, value) in &list.0 {
            let known = || requirement.parameters.iter().map(|parameter| parameter.id.as_str());
            let Some(at) = known().position(|id| id == name.value) else {
                self.findings.push(unknown_name(Code::J0325, &name.value, &name.place, known()));
                continue;
            };
            givens.extend(self.value(value, &requirement.parameters[at]).map(|given| (at, given)));
        }
        givens
    }

    fn value(&mut self, written: &GivenValue, parameter: &content::WrittenParameter) -> Option<Located<Given>> {
        match (parameter.r#type, written) {
            (ParameterType::Number, GivenValue::Word(text)) => self.number(text, parameter),
            (ParameterType::Choice, GivenValue::Word(text)) => self.members(std::slice::from_ref(text), parameter),
            (ParameterType::Set, GivenValue::List(list)) => self.members(list, parameter),
            (kind, GivenValue::Word(text)) => self.mismatch(kind, &text.place),
            (kind, GivenValue::List(list)) => {
                let place = list.first().map_or(&parameter.place, |text| &text.place);
                self.mismatch(kind, place)
            }
        }
    }

    fn mismatch<T>(&mut self, kind: ParameterType, place: &crate::base::diagnostics::Place) -> Option<T> {
        self.findings.push(Diagnostic::new(Code::J0333).at(place).arg("type", kind.word()));
        None
    }

    fn members(&mut self, list: &[content::Text], parameter: &content::WrittenParameter) -> Option<Located<Given>> {
        let place = list.first()?.place.clone();
        let known = list.iter().filter(|text| known_value(text, parameter, self.findings));
        let members = known.map(|text| text.value.clone()).collect();
        Some(Located { value: Given::Members(members), place })
    }

    /// A number and its unit: `8 characters`.
    fn number(&mut self, text: &content::Text, parameter: &content::WrittenParameter) -> Option<Located<Given>> {
        // The unit is written out, so that 2 months are not held against 60 days as 2 against 60.
        let (number, unit) = text.value.split_once(' ').unwrap_or((&text.value, ""));
        let Ok(number) = number.parse::<u32>() else { return self.mismatch(ParameterType::Number, &text.place) };
        let expected = parameter.unit.as_ref().map_or("", |unit| unit.value.word());
        if Unit::from_word(unit.trim()).map(Unit::word) != Some(expected) {
            let diagnostic = Diagnostic::new(Code::J0334).at(&text.place).arg("unit", unit.trim());
            self.findings.push(diagnostic.arg("expected", format!("{number} {expected}")));
            return None;
        }
        Some(Located { value: Given::Number(number), place: text.place.clone() })
    }
}
