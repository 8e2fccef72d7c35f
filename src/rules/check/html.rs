//! HTML tags in texts, which are written in Markdown. `corpus::text` reports them where it reads the text.

use super::{Rule, RuleFile};
use crate::base::diagnostics::{Code, codes};

codes! {
    J0402: Warning, Content, [tag];
}

pub(super) const FILE: RuleFile = RuleFile {
    check: None,
    rules: &[
        Rule { code: Code::J0402, adjustable: true, example: Some(include_str!("examples/J0402.txt")) },
    ],
};
