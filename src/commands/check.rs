//! `junsoku check`: the findings and how the regions stand to the baseline, and nothing written.

use serde_json::{Value, json};

use super::day::chosen_day;
use super::fix::mendable_lines;
use super::next_step::next_step;
use super::option_values::Format;
use super::options::CheckOptions;
use super::{ExitOutcome, Session, content_folder};
use crate::base::diagnostics::{Diagnostics, Severity, finding_records, sarif, summary_line};
use crate::base::visible::visible_json;
use crate::conformance;
use crate::corpus::Corpus;
use crate::rules::parts::check_in_parts;

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
    let mut standing = RegionsAsData::default();
    check_in_parts(&options.content, day, &mut findings, |corpus, regions| {
        if options.format == Format::Json {
            standing.add(corpus, regions);
        }
    });
    if options.strict {
        findings.revise(|mut finding| {
            finding.severity = Severity::Error;
            Some(finding)
        });
    }
    match options.format {
        Format::Json => session.print_exactly(&visible_json(&findings_json(&standing, &findings, session))),
        Format::Sarif => session.print_exactly(&visible_json(&sarif(&findings, session.messages))),
        Format::Human => {
            session.report(&findings);
            let clean = findings.sorted().is_empty();
            session.print(&if clean {
                session.messages.text("check-clean")
            } else {
                summary_line(&findings, session.messages)
            });
            if let Some(next) = next_step(&findings, || mendable_lines(&options.content), session.messages) {
                session.print_report(&next);
            }
        }
    }
    if findings.has_errors() { ExitOutcome::Findings } else { ExitOutcome::Clean }
}

/// How regions stand to the baseline, as data.
#[derive(Default)]
struct RegionsAsData {
    conformance: Vec<Value>,
    left_out: Vec<Value>,
}

impl RegionsAsData {
    /// Adds the `regions` of `corpus`.
    fn add(&mut self, corpus: &Corpus, regions: &[&str]) {
        let is_meant = |region: &str| regions.binary_search(&region).is_ok();
        let records = conformance::conformance_records(corpus);
        self.conformance.extend(records.iter().filter(|record| is_meant(&record.region)).map(|record| json!(record)));
        let left_out = conformance::left_out(corpus);
        self.left_out.extend(left_out.iter().filter(|record| is_meant(&record.region)).map(|record| json!(record)));
    }
}

/// Findings and conformance as one object.
fn findings_json(standing: &RegionsAsData, findings: &Diagnostics, session: &Session) -> String {
    let data = json!({
        "findings": finding_records(findings, session.messages),
        "conformance": standing.conformance,
        "left_out": standing.left_out,
    });
    // Strings, numbers and null always serialise.
    serde_json::to_string_pretty(&data).unwrap_or_default()
}
