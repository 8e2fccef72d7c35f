//! The rules by their codes: which may be made to weigh otherwise, and an example of each. What a rule is about stands in
//! `locales/*/rules.ftl`.

use crate::diagnostics::Code;

/// A rule.
#[derive(Debug)]
pub struct Rule {
    /// The code of its findings.
    pub code: Code,
    /// Whether `junsoku.yaml` may say how much it weighs, and a comment allow a finding. What would make a page say more
    /// than is known is not adjustable.
    pub adjustable: bool,
    /// Content that breaks it and content that keeps it: files after lines `=== bad: PATH` and `=== good: PATH`.
    pub example: Option<&'static str>,
}

/// Every rule, by code.
pub const RULES: &[Rule] = &[
    Rule { code: Code::J0401, adjustable: true, example: Some(include_str!("examples/J0401.txt")) },
    Rule { code: Code::J0402, adjustable: true, example: Some(include_str!("examples/J0402.txt")) },
    Rule { code: Code::J0403, adjustable: true, example: Some(include_str!("examples/J0403.txt")) },
    Rule { code: Code::J0404, adjustable: false, example: Some(include_str!("examples/J0404.txt")) },
    Rule { code: Code::J0405, adjustable: false, example: Some(include_str!("examples/J0405.txt")) },
    Rule { code: Code::J0406, adjustable: false, example: Some(include_str!("examples/J0406.txt")) },
    Rule { code: Code::J0407, adjustable: false, example: None },
    Rule { code: Code::J0408, adjustable: true, example: Some(include_str!("examples/J0408.txt")) },
    Rule { code: Code::J0409, adjustable: false, example: None },
    Rule { code: Code::J0410, adjustable: false, example: None },
    Rule { code: Code::J0411, adjustable: false, example: None },
    Rule { code: Code::J0412, adjustable: false, example: None },
    Rule { code: Code::J0413, adjustable: false, example: None },
    Rule { code: Code::J0414, adjustable: true, example: None },
    Rule { code: Code::J0415, adjustable: true, example: None },
    Rule { code: Code::J0416, adjustable: true, example: None },
    Rule { code: Code::J0417, adjustable: true, example: None },
    Rule { code: Code::J0418, adjustable: true, example: None },
    Rule { code: Code::J0419, adjustable: true, example: None },
    Rule { code: Code::J0420, adjustable: true, example: None },
    Rule { code: Code::J0421, adjustable: true, example: Some(include_str!("examples/J0421.txt")) },
    Rule { code: Code::J0422, adjustable: true, example: Some(include_str!("examples/J0422.txt")) },
    Rule { code: Code::J0423, adjustable: true, example: Some(include_str!("examples/J0423.txt")) },
    Rule { code: Code::J0424, adjustable: true, example: Some(include_str!("examples/J0424.txt")) },
    Rule { code: Code::J0425, adjustable: true, example: Some(include_str!("examples/J0425.txt")) },
    Rule { code: Code::J0426, adjustable: true, example: Some(include_str!("examples/J0426.txt")) },
    Rule { code: Code::J0427, adjustable: true, example: Some(include_str!("examples/J0427.txt")) },
    Rule { code: Code::J0428, adjustable: true, example: Some(include_str!("examples/J0428.txt")) },
    Rule { code: Code::J0429, adjustable: true, example: Some(include_str!("examples/J0429.txt")) },
    Rule { code: Code::J0430, adjustable: false, example: Some(include_str!("examples/J0430.txt")) },
    Rule { code: Code::J0431, adjustable: false, example: Some(include_str!("examples/J0431.txt")) },
    Rule { code: Code::J0432, adjustable: true, example: Some(include_str!("examples/J0432.txt")) },
    Rule { code: Code::J0433, adjustable: true, example: Some(include_str!("examples/J0433.txt")) },
    Rule { code: Code::J0434, adjustable: true, example: Some(include_str!("examples/J0434.txt")) },
    Rule { code: Code::J0435, adjustable: true, example: Some(include_str!("examples/J0435.txt")) },
    Rule { code: Code::J0436, adjustable: true, example: Some(include_str!("examples/J0436.txt")) },
    Rule { code: Code::J0437, adjustable: true, example: None },
];

/// The rule whose findings bear `code`.
#[must_use]
pub fn rule(code: &str) -> Option<&'static Rule> {
    RULES.iter().find(|rule| rule.code.name() == code)
}
