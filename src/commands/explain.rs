//! `junsoku explain`: what a rule is about, with an example.

use super::options::ExplainOptions;
use super::{ExitOutcome, Session};
use crate::base::diagnostics::{Code, Diagnostic, Diagnostics};
use crate::base::locale::Messages;
use crate::content::suggest;
use crate::rules::check::{Rule, rule, rules};

/// Explains the code that `options` name, or lists the rules.
pub(super) fn run_explain(options: &ExplainOptions, session: &Session) -> ExitOutcome {
    let messages = session.messages;
    let Some(code) = &options.code else {
        session.print(&list_rules(messages));
        return ExitOutcome::Clean;
    };
    let code = code.to_ascii_uppercase();
    if let Some(rule) = rule(&code) {
        session.print(&explained(rule, messages));
        return ExitOutcome::Clean;
    }
    // Only codes have ids in capitals; other messages are not to be had by their ids.
    if code.len() == 5 && messages.has(&code) {
        session.print(&explain_code(&code, messages));
        return ExitOutcome::Clean;
    }
    let mut findings = Diagnostics::default();
    let codes: Vec<&str> = rules().iter().map(|rule| rule.code.name()).collect();
    findings.push(suggest(Diagnostic::new(Code::J0006).arg("name", &code), &code, &codes));
    session.report(&findings);
    ExitOutcome::Environment
}

/// Every rule on a line.
fn list_rules(messages: &Messages) -> String {
    let lines =
        rules().iter().map(|rule| format!("{}  {}\n", rule.code, messages.text(&format!("{}-title", rule.code))));
    format!("{}{}", lines.collect::<String>(), messages.text("explain-list"))
}

fn explained(rule: &Rule, messages: &Messages) -> String {
    let mut text = format!("{}  {}\n\n", rule.code, messages.text(&format!("{}-title", rule.code)));
    text.push_str(&messages.text(&format!("{}-explain", rule.code)));
    text.push_str("\n\n");
    text.push_str(&messages.text(if rule.adjustable { "explain-adjustable" } else { "explain-fixed" }));
    text.push('\n');
    for line in rule.example.unwrap_or("").lines() {
        match line.strip_prefix("=== ").and_then(|head| head.split_once(": ")) {
            Some((side, path)) => {
                text.push_str(&format!("\n{}\n", messages.with(&format!("explain-{side}"), &[("path", path)])));
            }
            None => text.push_str(&format!("    {line}\n")),
        }
    }
    text
}

/// A finding that is no rule's: its message with the names of what it tells, and its hint.
fn explain_code(code: &str, messages: &Messages) -> String {
    let hint = format!("{code}-hint");
    let hint = if messages.has(&hint) {
        format!("\n{}: {}", messages.text("hint"), messages.text(&hint))
    } else {
        String::new()
    };
    format!("{code}  {}\n\n{}{hint}", messages.text(&format!("explain-{}", &code[..3])), messages.text(code))
}
