//! No form asks for a password or prints one: paper is seen by others.

use super::{Rule, RuleFile};
use crate::corpus::{Block, Corpus, WritingUnit};
use crate::base::diagnostics::{Code, Diagnostic, Diagnostics, codes};

codes! {
    J0425: Warning, Content, [field];
}

pub(super) const FILE: RuleFile = RuleFile {
    check: Some(password_fields),
    rules: &[
        Rule { code: Code::J0425, adjustable: true, example: Some(include_str!("examples/J0425.txt")) },
    ],
};

/// The words for a password in Japanese forms.
const NAMES: [&str; 3] = ["パスワード", "暗証番号", "パスコード"];

fn password_fields(corpus: &Corpus, _: &[WritingUnit<'_>], findings: &mut Diagnostics) {
    for form in corpus.sets.values().flat_map(|set| &set.forms) {
        form.blocks.iter().for_each(|block| fields(block, findings));
    }
}

fn fields(block: &Block, findings: &mut Diagnostics) {
    for field in block.kind.fields() {
        if NAMES.iter().any(|name| field.label.ja.contains(name)) {
            findings.push(Diagnostic::new(Code::J0425).at(&field.label.place).arg("field", &field.label.ja));
        }
    }
    // Fields stand in enclosures and on the back of a form too.
    block.kind.inner().iter().for_each(|block| fields(block, findings));
}
