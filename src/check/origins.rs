//! What a form says of its origin fits the form: its notice and its mark are made from it.

use crate::content::{Origin, SetKey, Standing};
use crate::corpus::{Corpus, Form, Target, Unit};
use crate::diagnostics::{Code, Diagnostic, Diagnostics};

pub(super) fn check(corpus: &Corpus, _: &[Unit<'_>], findings: &mut Diagnostics) {
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
        let Some(next) = corpus.set(set).and_then(|set| set.forms.iter().find(|form| form.id == *id)) else { break };
        form = next;
    }
    false
}
