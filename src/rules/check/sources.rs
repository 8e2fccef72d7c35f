//! A restated text says what it restates, or its pages could not say whose text it is not.

use super::{Rule, RuleFile};
use crate::content::Standing;
use crate::corpus::{Corpus, Unit};
use crate::base::diagnostics::{Code, Diagnostic, Diagnostics, codes};

codes! {
    J0404: Error, Content, [];
}

pub(super) const FILE: RuleFile = RuleFile {
    check: Some(unsourced_texts),
    rules: &[
        Rule { code: Code::J0404, adjustable: false, example: Some(include_str!("examples/J0404.txt")) },
    ],
};

fn unsourced_texts(corpus: &Corpus, _: &[Unit<'_>], findings: &mut Diagnostics) {
    for set in corpus.sets.values() {
        let documents = set.documents.iter().map(|d| (d.standing, d.source.is_some(), &d.title.place));
        let forms = set.forms.iter().map(|f| (f.standing, f.source.is_some(), &f.title.place));
        for (standing, has_source, place) in documents.chain(forms) {
            if standing == Standing::Restated && !has_source {
                findings.push(Diagnostic::new(Code::J0404).at(place));
            }
        }
    }
}
