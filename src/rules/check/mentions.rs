//! A form is asked for by a provision of its set.

use std::collections::BTreeSet;

use super::{Rule, RuleFile};
use crate::corpus::{Corpus, Set, Target, Writing, WritingUnit};
use crate::base::diagnostics::{Code, Diagnostic, Diagnostics, codes};

codes! {
    J0428: Warning, Content, [form];
}

pub(super) const FILE: RuleFile = RuleFile {
    check: Some(unasked_forms),
    rules: &[
        Rule { code: Code::J0428, adjustable: true, example: Some(include_str!("examples/J0428.txt")) },
    ],
};

fn unasked_forms(corpus: &Corpus, _: &[WritingUnit<'_>], findings: &mut Diagnostics) {
    for set in corpus.sets.values() {
        let asked = asked_forms(set);
        for form in set.forms.iter().filter(|form| !asked.contains(&form.id)) {
            findings.push(Diagnostic::new(Code::J0428).at(&form.title.place).arg("form", &form.id));
        }
    }
}

/// Returns the set's forms to which its provisions refer, by id.
fn asked_forms(set: &Set) -> BTreeSet<String> {
    let units = set.documents.iter().flat_map(|document| document.units(&set.key));
    let references = units.flat_map(|unit| unit.parts).flat_map(Writing::references);
    let forms = references.filter_map(|reference| match &reference.target {
        Target::Form { set: home, form } if *home == set.key => Some(form.clone()),
        Target::Form { .. }
        | Target::Provision { .. }
        | Target::Law { .. }
        | Target::Guideline { .. }
        | Target::Table { .. }
        | Target::Contact { .. }
        | Target::Unavailable { .. }
        | Target::Field(_)
        | Target::Address { .. } => None,
    });
    forms.collect()
}
