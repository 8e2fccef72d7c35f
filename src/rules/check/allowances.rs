//! Comments that allow findings. `weights` reports them where it weighs what the other rules found.

use super::{Rule, RuleFile};
use crate::base::diagnostics::{Code, codes};

codes! {
    J0430: Warning, Content, [allowed];
    J0431: Error, Content, [allowed];
}

pub(super) const FILE: RuleFile = RuleFile {
    check: None,
    rules: &[
        Rule { code: Code::J0430, adjustable: false, example: Some(include_str!("examples/J0430.txt")) },
        Rule { code: Code::J0431, adjustable: false, example: Some(include_str!("examples/J0431.txt")) },
    ],
};
