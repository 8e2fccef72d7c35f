//! No form asks for a password or prints one: paper is seen by others.

use crate::corpus::{Block, Corpus, Unit};
use crate::diagnostics::{Code, Diagnostic, Diagnostics};

/// What Japanese forms call a password.
const NAMES: [&str; 3] = ["パスワード", "暗証番号", "パスコード"];

pub(super) fn check(corpus: &Corpus, _: &[Unit<'_>], findings: &mut Diagnostics) {
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
    block.kind.inner().iter().for_each(|block| fields(block, findings));
}
