//! Findings as a person at a terminal reads them: of many alike the first few, errors where the eye is.

use std::collections::BTreeMap;

use super::render::{human, left_out_line};
use super::{Code, Diagnostic, Diagnostics, Severity};
use crate::base::locale::Messages;

/// The number of findings of a code above which only the first are shown.
const MANY: usize = 6;

/// The number of findings of such a code that are shown.
const FIRST: usize = 3;

/// The way in which findings are told.
#[derive(Debug, Clone, Copy, Default)]
pub struct Telling {
    /// Whether they are coloured.
    pub styled: bool,
    /// Whether each is shown, however many are alike.
    pub all: bool,
    /// Whether errors come after warnings: the end of what a terminal shows is what is seen.
    pub errors_last: bool,
}

/// The findings with excerpts. Of a code with many the first three are shown, and the rest are counted in one line, unless
/// all are wanted.
#[must_use]
pub fn told(diagnostics: &Diagnostics, messages: &Messages, telling: Telling) -> String {
    let sorted = diagnostics.sorted();
    let mut groups: BTreeMap<Code, Vec<&Diagnostic>> = BTreeMap::new();
    for finding in &sorted {
        groups.entry(finding.code).or_default().push(finding);
    }
    let is_shown = |finding: &Diagnostic| {
        let group = &groups[&finding.code];
        telling.all || group.len() <= MANY || group.iter().take(FIRST).any(|shown| *shown == finding)
    };
    let mut out = String::new();
    let severities = if telling.errors_last {
        vec![vec![Severity::Warning], vec![Severity::Error]]
    } else {
        vec![vec![Severity::Error, Severity::Warning]]
    };
    for severities in severities {
        let mut part = Diagnostics::default();
        let shown = sorted.iter().filter(|finding| severities.contains(&finding.severity) && is_shown(finding));
        shown.for_each(|finding| part.push((*finding).clone()));
        out.push_str(&human(&part, messages, telling.styled));
        for (code, group) in groups.iter().filter(|(_, group)| !telling.all && group.len() > MANY) {
            if group.first().is_some_and(|first| severities.contains(&first.severity)) {
                out.push_str(&left_out_line(*code, group.len() - FIRST, messages));
                out.push_str("\n\n");
            }
        }
    }
    out
}
