//! The rules, each as its file declares it. What a rule is about stands in `locales/*/rules.ftl`.

use std::sync::LazyLock;

use super::FILES;
use crate::base::diagnostics::{Code, Diagnostics};
use crate::corpus::{Corpus, Unit};

/// A rule.
#[derive(Debug)]
pub struct Rule {
    /// The code of its findings, which also says how much they weigh.
    pub code: Code,
    /// Whether `junsoku.yaml` may say how much it weighs, and a comment allow a finding. What would make a page say more
    /// than is known is not adjustable.
    pub adjustable: bool,
    /// Content that breaks it and content that keeps it: files after lines `=== bad: PATH` and `=== good: PATH`.
    pub example: Option<&'static str>,
}

/// A file of this folder: rules that are looked after together.
#[derive(Debug)]
pub(super) struct RuleFile {
    /// Holds the rules against the corpus; `None` where another part of the program does so while it works.
    pub(super) check: Option<Check>,
    /// The rules.
    pub(super) rules: &'static [Rule],
}

/// A check of the corpus, all of whose writing is `units`.
pub(super) type Check = fn(corpus: &Corpus, units: &[Unit<'_>], findings: &mut Diagnostics);

/// Returns every rule, by code.
#[must_use]
pub fn rules() -> &'static [&'static Rule] {
    static RULES: LazyLock<Vec<&Rule>> = LazyLock::new(|| {
        let mut rules: Vec<&Rule> = FILES.iter().flat_map(|file| file.rules).collect();
        rules.sort_by_key(|rule| rule.code);
        rules
    });
    &RULES
}

/// Returns the rule whose findings bear `code`.
#[must_use]
pub fn rule(code: &str) -> Option<&'static Rule> {
    rules().iter().copied().find(|rule| rule.code.name() == code)
}
