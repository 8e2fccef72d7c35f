//! A form is asked for by a provision of its set.

use super::{Rule, RuleFile};
use crate::corpus::{Corpus, Set, Unit};
use crate::base::diagnostics::{Code, Diagnostic, Diagnostics, codes};
use crate::base::locale::Lang;

codes! {
    J0428: Warning, Content, [form];
}

pub(super) const FILE: RuleFile = RuleFile {
    check: Some(unasked_forms),
    rules: &[
        Rule { code: Code::J0428, adjustable: true, example: Some(include_str!("examples/J0428.txt")) },
    ],
};

fn unasked_forms(corpus: &Corpus, _: &[Unit<'_>], findings: &mut Diagnostics) {
    for set in corpus.sets.values() {
        let written: String = written(set);
        for form in &set.forms {
            let named =
                |begin: &str| [')', '/'].iter().any(|end| written.contains(&format!("](form:{begin}{}{end}", form.id)));
            if !named("") && !named(&format!("{}/", set.key)) {
                findings.push(Diagnostic::new(Code::J0428).at(&form.title.place).arg("form", &form.id));
            }
        }
    }
}

/// Everything that the set's provisions say, as it is written.
fn written(set: &Set) -> String {
    let units = set.documents.iter().flat_map(|document| document.units(&set.key));
    units.flat_map(|unit| unit.parts).map(|part| part.written(Lang::Ja) + "\n").collect()
}
