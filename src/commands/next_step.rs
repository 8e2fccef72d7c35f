//! The one command that helps next with what was found.

use crate::base::diagnostics::{Code, Diagnostic, Diagnostics, Severity};
use crate::base::locale::Messages;

/// The codes of what `junsoku fix` mends.
const FIXED: [Code; 13] = [
    Code::J0108,
    Code::J0120,
    Code::J0121,
    Code::J0122,
    Code::J0123,
    Code::J0124,
    Code::J0125,
    Code::J0126,
    Code::J0127,
    Code::J0128,
    Code::J0129,
    Code::J0139,
    Code::J0204,
];

/// The codes of what is done with once somebody has looked at it and recorded that.
const REVIEWED: [Code; 3] = [Code::J0416, Code::J0417, Code::J0418];

/// Returns what to do next about `findings`, in one line; `None` where nothing was found. `mendable` counts the lines that `junsoku fix`
/// would change.
pub(super) fn next_step(
    findings: &Diagnostics,
    mendable: impl FnOnce() -> usize,
    messages: &Messages,
) -> Option<String> {
    let sorted = findings.sorted();
    let of = |codes: &[Code]| -> Vec<&Diagnostic> {
        sorted.iter().copied().filter(|finding| codes.contains(&finding.code)).collect()
    };
    // What has one remedy that a hint shows bears it; the others of these codes are for a person.
    let is_plain = |finding: &&Diagnostic| finding.argument("near").is_some() || finding.code == Code::J0139;
    // A slip of such a code may be one that nobody but its author can mend; what `fix` would do says so.
    let lines = if of(&FIXED).iter().any(is_plain) { mendable() } else { 0 };
    if lines > 0 {
        return Some(messages.with("next-fix", &[("count", &lines.to_string())]));
    }
    // Errors of other kinds come before work that can wait; what explains the commonest of them helps most.
    let errors: Vec<&Diagnostic> =
        sorted.iter().copied().filter(|finding| finding.severity == Severity::Error).collect();
    if let Some(region) = of(&[Code::J0413]).first().and_then(|finding| finding.argument("set")) {
        return Some(messages.with("next-suggest", &[("region", region)]));
    }
    if let Some(code) = commonest(&errors) {
        return Some(messages.with("next-explain", &[("code", code)]));
    }
    if let Some(target) = one_target(&of(&REVIEWED)) {
        return Some(messages.with("next-accept", &[("target", &target)]));
    }
    if let Some(set) = of(&[Code::J0437]).first().and_then(|finding| finding.argument("set")) {
        return Some(messages.with("next-accept", &[("target", set)]));
    }
    commonest(&sorted).map(|code| messages.with("next-explain", &[("code", code)]))
}

/// The target that all of `findings` have: the one, or the region or document that holds them.
fn one_target(findings: &[&Diagnostic]) -> Option<String> {
    let mut targets = findings.iter().filter_map(|finding| finding.argument("accept"));
    let first = targets.next()?;
    let document = first.split('#').next().unwrap_or(first);
    let region = document.split('/').next().unwrap_or(document);
    let mut common = first;
    for target in targets {
        common = if target == common {
            common
        } else if target.split('#').next() == Some(document) {
            document
        } else if target.split('/').next() == Some(region) {
            region
        } else {
            return Some("--all".to_owned());
        };
    }
    Some(common.to_owned())
}

/// The code of most of `findings`; of several the first.
fn commonest(findings: &[&Diagnostic]) -> Option<&'static str> {
    let mut counted: Vec<(Code, usize)> = Vec::new();
    for finding in findings {
        match counted.iter_mut().find(|(code, _)| *code == finding.code) {
            Some((_, count)) => *count += 1,
            None => counted.push((finding.code, 1)),
        }
    }
    counted.sort_by_key(|(code, count)| (usize::MAX - count, *code));
    counted.first().map(|(code, _)| code.name())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::locale::Lang;

    fn told(findings: Vec<Diagnostic>, lines: usize) -> Option<String> {
        let mut all = Diagnostics::default();
        for finding in findings {
            all.push(finding);
        }
        next_step(&all, || lines, Messages::of(Lang::En))
    }

    fn stale(target: &str) -> Diagnostic {
        Diagnostic::new(Code::J0417).arg("target", target).arg("changed", "ja").arg("accept", target)
    }

    #[test]
    fn the_command_that_helps_is_named() {
        let date = Diagnostic::new(Code::J0204).arg("date", "R6.4.1").arg("near", "2024-04-01").hint_id("write-so");
        assert!(told(vec![date.clone()], 1).is_some_and(|words| words.contains("junsoku fix")));
        assert!(told(vec![date], 0).is_some_and(|words| words.contains("explain J0204")), "fix changes nothing");
        for (targets, named) in [
            (vec!["chuo/policy#a"], "accept chuo/policy#a"),
            (vec!["chuo/policy#a", "chuo/policy#b"], "accept chuo/policy”"),
            (vec!["chuo/policy#a", "chuo/rules#b"], "accept chuo”"),
            (vec!["chuo/policy#a", "minato/rules#b"], "accept --all"),
        ] {
            let words = told(targets.into_iter().map(stale).collect(), 1).expect("a command");
            assert!(words.contains(named), "{words}");
        }
        assert_eq!(told(Vec::new(), 1), None);
    }
}
