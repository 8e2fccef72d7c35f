//! What a form says of its origin fits the form: its notice and its mark are made from it.

use super::{Rule, RuleFile};
use crate::content::{Origin, SetKey, Standing};
use crate::corpus::{Corpus, Form, Target, WritingUnit};
use crate::base::diagnostics::{Code, Diagnostic, Diagnostics, codes};

codes! {
    J0406: Error, Content, [];
    J0407: Error, Content, [];
}

pub(super) const FILE: RuleFile = RuleFile {
    check: Some(misfit_origins),
    rules: &[
        Rule { code: Code::J0406, adjustable: false, example: Some(include_str!("examples/J0406.txt")) },
        Rule { code: Code::J0407, adjustable: false, example: Some(include_str!("examples/J0407.txt")) },
    ],
};

fn misfit_origins(corpus: &Corpus, _: &[WritingUnit<'_>], findings: &mut Diagnostics) {
    for form in corpus.sets.values().flat_map(|set| &set.forms) {
        // A model cannot be the official text of a form that has none.
        if form.origin != Origin::Source && form.standing == Standing::Official {
            findings.push(Diagnostic::new(Code::J0406).at(&form.title.place));
        }
        if form.origin == Origin::BaselineModel && !follows_baseline(corpus, form) {
            findings.push(Diagnostic::new(Code::J0407).at(&form.title.place));
        }
    }
}

/// Whether the form extends a form of the baseline, be it over others.
fn follows_baseline(corpus: &Corpus, form: &Form) -> bool {
    let mut form = form;
    // Circles are refused when forms are resolved; a form extends at most as many as there are.
    while let Some(Target::Form { set, form: id }) = &form.model {
        if *set.present() == SetKey::Baseline {
            return true;
        }
        let Some(next) = corpus.set(set).and_then(|set| set.form(id)) else { break };
        form = next;
    }
    false
}
