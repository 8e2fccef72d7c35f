//! `junsoku setup`: typst and the fonts, and nothing else.

use super::options::SetupOptions;
use super::{ExitOutcome, Session};
use crate::base::diagnostics::Diagnostics;
use crate::pdf::setup;

/// Gets what PDFs need, or says why it cannot be had.
pub(super) fn run_setup(options: &SetupOptions, session: &Session) -> ExitOutcome {
    let mut findings = Diagnostics::default();
    let tools = setup::prepare(&options.sheets.setup(false), &session.progress, session.messages, &mut findings);
    session.report(&findings);
    match tools {
        Some(tools) => {
            session.print(&session.messages.with("setup-done", &[("typst", &tools.typst.display().to_string())]));
            ExitOutcome::Clean
        }
        None => ExitOutcome::Environment,
    }
}
