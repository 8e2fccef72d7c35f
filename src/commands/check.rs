//! `junsoku check`: the findings and how the regions stand to the baseline, and nothing written.

use serde_json::json;

use super::day::chosen_day;
use super::options::{CheckOptions, Format};
use super::{ExitOutcome, Session, content_folder};
use crate::base::diagnostics::{Diagnostics, Severity, finding_records, sarif, summary_line};
use crate::base::visible::visible_json;
use crate::conformance;
use crate::corpus::Corpus;
use crate::load_on;

/// Checks the content and reports what was found.
pub(super) fn run_check(options: &CheckOptions, session: &Session) -> ExitOutcome {
    let mut findings = Diagnostics::default();
    if let Err(fault) = content_folder(&options.content) {
        findings.push(*fault);
        session.report(&findings);
        return ExitOutcome::Environment;
    }
    let day = match chosen_day(options.as_of) {
        Ok(day) => day,
        Err(fault) => {
            session.report_one(*fault);
            return ExitOutcome::Environment;
        }
    };
    let corpus = load_on(&options.content, day, &mut findings);
    if options.strict {
        findings.revise(|mut finding| {
            finding.severity = Severity::Error;
            Some(finding)
        });
    }
    match options.format {
        Format::Json => session.print_exactly(&visible_json(&findings_json(&corpus, &findings, session))),
        Format::Sarif => session.print_exactly(&visible_json(&sarif(&findings, session.messages))),
        Format::Human => {
            session.report(&findings);
            let clean = findings.sorted().is_empty();
            session.print(&if clean {
                session.messages.text("check-clean")
            } else {
                summary_line(&findings, session.messages)
            });
        }
    }
    if findings.has_errors() { ExitOutcome::Findings } else { ExitOutcome::Clean }
}

/// Findings and conformance as one object.
fn findings_json(corpus: &Corpus, findings: &Diagnostics, session: &Session) -> String {
    let data = json!({
        "findings": finding_records(findings, session.messages),
        "conformance": conformance::conformance_records(corpus),
        "left_out": conformance::left_out(corpus),
    });
    // Strings, numbers and null always serialise.
    serde_json::to_string_pretty(&data).unwrap_or_default()
}
