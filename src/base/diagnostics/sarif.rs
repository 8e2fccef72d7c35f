//! Findings in SARIF 2.1.0 (OASIS), which code hosts and editors show beside the lines.

use serde_json::{Value, json};

use super::{Code, Diagnostic, Diagnostics, Place, Severity};
use crate::base::locale::{Lang, Messages};

/// The findings as a SARIF log, ending in a line break.
#[must_use]
pub fn sarif(diagnostics: &Diagnostics, messages: &Messages) -> String {
    let sorted = diagnostics.sorted();
    let mut codes: Vec<Code> = sorted.iter().map(|finding| finding.code).collect();
    codes.sort_unstable();
    codes.dedup();
    // A host shows a result beside a line of a file. What has none (the command line, the machine) is told as a
    // notification of the run.
    let (placed, placeless): (Vec<&Diagnostic>, Vec<&Diagnostic>) =
        sorted.into_iter().partition(|finding| finding.place.is_some());
    let rules: Vec<Value> = codes.iter().map(|code| sarif_rule(code.name(), messages)).collect();
    let results: Vec<Value> = placed.into_iter().map(|finding| result(finding, &codes, messages)).collect();
    let notifications: Vec<Value> = placeless.into_iter().map(|finding| notification(finding, messages)).collect();
    let language = match messages.lang() {
        Lang::Ja => "ja",
        Lang::En => "en",
    };
    let log = json!({
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [{
            "tool": {"driver": {
                "name": "junsoku",
                "semanticVersion": env!("CARGO_PKG_VERSION"),
                "language": language,
                "rules": rules,
            }},
            "automationDetails": {"id": "junsoku/check/"},
            "language": language,
            // Columns are counted in characters, as in the other formats.
            "columnKind": "unicodeCodePoints",
            // The run went through, whatever it found; `false` would say that the list may lack something.
            "invocations": [{"executionSuccessful": true, "toolExecutionNotifications": notifications}],
            "results": results,
        }],
    });
    // A value always serialises.
    let mut text = serde_json::to_string_pretty(&log).unwrap_or_default();
    text.push('\n');
    text
}

fn sarif_level(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
    }
}

/// Returns the description of a code. Only rules have a title and an explanation of their own.
fn sarif_rule(code: &str, messages: &Messages) -> Value {
    let own = |part: &str| Some(format!("{code}-{part}")).filter(|id| messages.has(id)).map(|id| messages.text(&id));
    let group = || messages.text(&format!("explain-{}", code.get(..3).unwrap_or(code)));
    let title = own("title").unwrap_or_else(group);
    let explained = own("explain").unwrap_or_else(group);
    json!({
        "id": code,
        "shortDescription": {"text": title},
        "fullDescription": {"text": explained},
        "help": {"text": messages.with("explain-more", &[("code", code)])},
    })
}

fn result(finding: &Diagnostic, codes: &[Code], messages: &Messages) -> Value {
    json!({
        "ruleId": finding.code.name(),
        // The list was sorted for this search, and each finding's code is in it.
        "ruleIndex": codes.binary_search(&finding.code).unwrap_or_default(),
        "level": sarif_level(finding.severity),
        "message": {"text": sarif_message(finding, messages)},
        "locations": finding.place.iter().map(location).collect::<Vec<Value>>(),
    })
}

fn notification(finding: &Diagnostic, messages: &Messages) -> Value {
    json!({
        "descriptor": {"id": finding.code.name()},
        "level": sarif_level(finding.severity),
        "message": {"text": sarif_message(finding, messages)},
    })
}

/// The reason and what to do.
fn sarif_message(finding: &Diagnostic, messages: &Messages) -> String {
    let hint = finding.hint(messages).map_or_else(String::new, |hint| format!("\n{}: {hint}", messages.text("hint")));
    format!("{}{hint}", finding.message(messages))
}

fn location(place: &Place) -> Value {
    let (start, end) = (place.start(), place.end());
    // A region may not be empty; its end is the column after its last letter.
    let after = if start == end { end.column + 1 } else { end.column };
    json!({"physicalLocation": {
        "artifactLocation": {"uri": encoded(&place.file.path)},
        "region": {
            "startLine": start.line,
            "startColumn": start.column,
            "endLine": end.line,
            "endColumn": after,
        },
    }})
}

/// A path as a reference: everything but what may stand there as it is, by its bytes (RFC 3986).
fn encoded(path: &str) -> String {
    // The paths with which a host compares are those of the repository, none of which begins so.
    let path = path.strip_prefix("./").unwrap_or(path);
    let keep = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~/".contains(&byte);
    path.bytes().map(|byte| if keep(byte) { char::from(byte).to_string() } else { format!("%{byte:02X}") }).collect()
}
