//! Reviews that are missing or went stale. `review` reports them where it reads the record.

use super::{Rule, RuleFile};
use crate::base::diagnostics::{Code, codes};

codes! {
    J0416: Warning, Content, [target, changed, accept];
    J0417: Warning, Content, [target, changed, accept];
    J0418: Warning, Content, [kind, target, accept];
    J0419: Warning, Content, [];
    J0420: Warning, Content, [link];
    J0437: Warning, Content, [set, mappings, translations];
}

pub(super) const FILE: RuleFile = RuleFile {
    check: None,
    rules: &[
        Rule { code: Code::J0416, adjustable: true, example: Some(include_str!("examples/J0416.txt")) },
        Rule { code: Code::J0417, adjustable: true, example: Some(include_str!("examples/J0417.txt")) },
        Rule { code: Code::J0418, adjustable: true, example: Some(include_str!("examples/J0418.txt")) },
        Rule { code: Code::J0419, adjustable: true, example: Some(include_str!("examples/J0419.txt")) },
        Rule { code: Code::J0420, adjustable: true, example: Some(include_str!("examples/J0420.txt")) },
        Rule { code: Code::J0437, adjustable: true, example: Some(include_str!("examples/J0437.txt")) },
    ],
};
