//! `junsoku check`: the findings, and nothing written.

use super::arguments::{CheckOptions, Format};
use super::{Outcome, Session, content_folder, print};
use crate::diagnostics::{Diagnostics, json, summary_line};
use crate::load;

/// Checks the content and reports what was found.
pub(super) fn run(options: &CheckOptions, session: &Session) -> Outcome {
    let mut findings = Diagnostics::default();
    if let Err(fault) = content_folder(&options.content) {
        findings.push(*fault);
        session.report(&findings);
        return Outcome::Environment;
    }
    drop(load(&options.content, &mut findings));
    match options.format {
        Format::Json => print(&json(&findings, &session.messages)),
        Format::Human => {
            session.report(&findings);
            let clean = findings.sorted().is_empty();
            print(&if clean {
                session.messages.text("check-clean")
            } else {
                summary_line(&findings, &session.messages)
            });
        }
    }
    if findings.has_errors() { Outcome::Findings } else { Outcome::Clean }
}
