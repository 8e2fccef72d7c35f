//! What a provision claims to meet fits what its parameters and its binding force show, its numbers stand in its text,
//! two claims for one requirement agree, and what is unclear says why.

use super::{Rule, RuleFile, in_regions};
use crate::conformance::{counters, coverage, verdict};
use crate::content::{Extent, Located, ParameterType, Unit};
use crate::corpus::{Corpus, Given, Mapping, Requirement, Set, Target};
use crate::base::diagnostics::{Code, Diagnostic, Diagnostics, codes};
use crate::base::locale::Lang;
use crate::base::notation::numbers::{NumberInText, numbers};
use crate::base::notation::values::COUNTERS;

codes! {
    J0409: Error, Content, [requirement, claim, parameters, level, modality, shown];
    J0410: Error, Content, [number];
    J0411: Error, Content, [number, requirement, line];
    J0412: Error, Content, [requirement, line, file];
    J0445: Error, Content, [requirement];
}

pub(super) const FILE: RuleFile = RuleFile {
    check: Some(contradicted_claims),
    rules: &[
        Rule { code: Code::J0409, adjustable: false, example: Some(include_str!("examples/J0409.txt")) },
        Rule { code: Code::J0410, adjustable: false, example: Some(include_str!("examples/J0410.txt")) },
        Rule { code: Code::J0411, adjustable: false, example: Some(include_str!("examples/J0411.txt")) },
        Rule { code: Code::J0412, adjustable: false, example: Some(include_str!("examples/J0412.txt")) },
        Rule { code: Code::J0445, adjustable: false, example: Some(include_str!("examples/J0445.txt")) },
    ],
};

fn contradicted_claims(corpus: &Corpus, _: &[crate::corpus::WritingUnit<'_>], findings: &mut Diagnostics) {
    in_regions(corpus, findings, |set, findings| {
        for entry in coverage(corpus, set) {
            for mapping in &entry.mappings {
                contradiction(entry.requirement, mapping, findings);
                if mapping.extent.value == Extent::Unclear && mapping.note.is_none() {
                    let diagnostic = Diagnostic::new(Code::J0445).at(&mapping.extent.place);
                    findings.push(diagnostic.arg("requirement", &entry.requirement.id));
                }
                held_by_text(set, entry.requirement, mapping, findings);
            }
            disagreement(&entry.mappings, findings);
        }
    });
}

fn contradiction(requirement: &Requirement, mapping: &Mapping, findings: &mut Diagnostics) {
    let verdict = verdict(requirement, mapping);
    if let Some(shown) = verdict.extent()
        // What the parameters leave open, the reader's claim decides.
        && !verdict.allows(mapping.extent.value)
    {
        let names: Vec<&str> =
            verdict.differences.iter().map(|one| requirement.parameters[one.condition.parameter].id.as_str()).collect();
        let diagnostic = Diagnostic::new(Code::J0409).at(&mapping.extent.place).arg("requirement", &requirement.id);
        let diagnostic = diagnostic.arg("claim", mapping.extent.value.word()).arg("shown", shown.word());
        let diagnostic = diagnostic.arg("level", requirement.level.word()).arg("modality", mapping.modality.word());
        let parameters = if names.is_empty() { "none".to_owned() } else { names.join(", ") };
        findings.push(diagnostic.arg("parameters", parameters));
    }
}

/// Two claims for one requirement that differ in what they say.
fn disagreement(mappings: &[&Mapping], findings: &mut Diagnostics) {
    let Some((first, others)) = mappings.split_first() else { return };
    let values = |mapping: &Mapping| -> Vec<Vec<(usize, Given)>> {
        mapping.given.iter().map(|given| given.iter().map(|(at, value)| (*at, value.value.clone())).collect()).collect()
    };
    for other in others {
        // Only values count: two provisions may say the same in two files.
        if other.extent.value != first.extent.value || values(other) != values(first) {
            let line = first.place.start().line.to_string();
            let diagnostic = Diagnostic::new(Code::J0412).at(&other.place).arg("requirement", &first.requirement);
            findings.push(diagnostic.arg("line", line).arg("file", &first.place.file.path));
        }
    }
}

/// A number of the parameters stands in the text, and the text has no other number of the same unit.
fn held_by_text(set: &Set, requirement: &Requirement, mapping: &Mapping, findings: &mut Diagnostics) {
    // Numbers of texts without such a parameter are of something else: 第８条, 令和６年.
    if !requirement.parameters.iter().any(|parameter| parameter.kind == ParameterType::Number) {
        return;
    }
    let own =
        Target::Provision { set: set.key.clone(), document: mapping.document.clone(), anchor: mapping.anchor.clone() };
    let letters: String =
        // What the author says is read together with the provision may have the number.
        std::iter::once(&own).chain(&mapping.with).map(|target| set.letters(target, Lang::Ja)).collect();
    let written = numbers(&letters);
    for (at, given) in mapping.given.iter().flatten() {
        let unit = requirement.parameters[*at].unit;
        if let Located { value: Given::Number(number), place } = given
            && !written.iter().any(|found| found.value == *number && may_be_of(unit, found.after))
        {
            findings.push(Diagnostic::new(Code::J0410).at(place).arg("number", number.to_string()));
        }
    }
    for found in &written {
        ungiven_number(set, requirement, mapping, found, findings);
    }
}

/// Whether a number before `after` may be of `unit`: 2年 gives no months. A number without a counter stands in a table, under a head.
fn may_be_of(unit: Option<Unit>, after: &str) -> bool {
    let counted = after.starts_with(|letter| letter != '以' && COUNTERS.contains(letter));
    // Laws say 六月以内 for within six months.
    let of_unit = |unit| {
        counters(unit).iter().any(|word| after.starts_with(word)) || unit == Unit::Months && after.starts_with('月')
    };
    !counted || unit.is_none_or(of_unit)
}

/// A number of the text whose unit is that of a parameter, and which no parameter gives.
fn ungiven_number(
    set: &Set,
    requirement: &Requirement,
    mapping: &Mapping,
    found: &NumberInText<'_>,
    findings: &mut Diagnostics,
) {
    let units = requirement.parameters.iter().filter_map(|parameter| parameter.unit);
    // 八文字 beside a claim of 13 characters; a number with another counter word is not about the parameter.
    let Some(unit) = units.into_iter().find(|unit| counters(*unit).iter().any(|word| found.after.starts_with(word)))
    else {
        return;
    };
    let of_unit = |at: &usize| requirement.parameters[*at].unit == Some(unit);
    let mut given = mapping.given.iter().flatten().filter(|(at, _)| of_unit(at)).map(|(_, value)| &value.value);
    if given.any(|value| *value == Given::Number(found.value)) {
        return;
    }
    let mut place = mapping.place.clone();
    if let Some(provision) = set.provision(&mapping.document, &mapping.anchor) {
        let counter: String = found.written.chars().chain(found.after.chars().take(1)).collect();
        provision.walk(&mut |provision| {
            let text = provision.text.as_ref().filter(|text| text.place.text().contains(&counter));
            // The innermost text that has the number is where the author looks; without any, the mapping.
            place = text.map_or(place.clone(), |text| text.place.narrowed(&counter));
        });
    }
    let diagnostic = Diagnostic::new(Code::J0411).at(&place).arg("number", found.written);
    findings.push(diagnostic.arg("requirement", &requirement.id).arg("line", mapping.place.start().line.to_string()));
}
