//! Addresses that were published and would vanish. `rules/addresses` reports them where it reads the ledger.

use super::{Rule, RuleFile};
use crate::base::diagnostics::{Code, codes};

codes! {
    J0460: Warning, Content, [address];
    J0461: Error, Content, [];
    J0462: Warning, Content, [];
}

pub(super) const FILE: RuleFile = RuleFile {
    check: None,
    rules: &[
        Rule { code: Code::J0460, adjustable: true, example: Some(include_str!("examples/J0460.txt")) },
        Rule { code: Code::J0461, adjustable: false, example: Some(include_str!("examples/J0461.txt")) },
        Rule { code: Code::J0462, adjustable: true, example: Some(include_str!("examples/J0462.txt")) },
    ],
};
