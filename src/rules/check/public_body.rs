//! What a public body has to say of its site, and has not said. None of it can be made up.

use super::{Rule, RuleFile};
use crate::base::diagnostics::{Code, Diagnostic, Diagnostics, codes};
use crate::corpus::{Corpus, WritingUnit};

codes! {
    J0480: Warning, Content, [missing];
}

pub(super) const FILE: RuleFile = RuleFile {
    check: Some(unsaid),
    rules: &[Rule { code: Code::J0480, adjustable: true, example: Some(include_str!("examples/J0480.txt")) }],
};

fn unsaid(corpus: &Corpus, _: &[WritingUnit<'_>], findings: &mut Diagnostics) {
    let Some(body) = &corpus.public_body else { return };
    let policy = body.accessibility.as_ref();
    let wanted = [
        ("organisation", corpus.identity.organisation.is_some()),
        ("contact", corpus.identity.contact.is_some()),
        ("updated", body.updated.is_some()),
        ("accessibility", policy.is_some()),
        ("accessibility-contact", policy.is_none_or(|policy| policy.contact.is_some())),
        ("privacy", body.privacy.is_some()),
        ("test", body.test.is_some()),
    ];
    for (missing, _) in wanted.into_iter().filter(|(_, is_said)| !is_said) {
        findings.push(Diagnostic::new(Code::J0480).at(&body.place).arg("missing", missing));
    }
}
