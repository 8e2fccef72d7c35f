//! Typst code in texts, where it does nothing. `corpus::text` reports it where it reads the text.

use super::{Rule, RuleFile};
use crate::base::diagnostics::{Code, codes};

codes! {
    J0403: Warning, Content, [code];
}

pub(super) const FILE: RuleFile = RuleFile {
    check: None,
    rules: &[
        Rule { code: Code::J0403, adjustable: true, example: Some(include_str!("examples/J0403.txt")) },
    ],
};
