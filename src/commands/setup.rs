//! `junsoku setup`: typst and the fonts, and the PDFs of earlier runs in the cache.

use super::options::SetupOptions;
use super::{ExitOutcome, Session};
use crate::base::diagnostics::Diagnostics;
use crate::pdf::setup;
use crate::pdf::shelf::Shelf;

/// Gets what PDFs need, or says why it cannot be had; or removes the PDFs of earlier runs.
pub(super) fn run_setup(options: &SetupOptions, session: &Session) -> ExitOutcome {
    if options.clean {
        let (files, bytes) = Shelf::of_cache().map_or((0, 0), |shelf| shelf.clean());
        let megabytes = bytes.div_ceil(1_000_000).to_string();
        session.print(
            &session.messages.with("setup-cleaned", &[("files", &files.to_string()), ("megabytes", &megabytes)]),
        );
        return ExitOutcome::Clean;
    }
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
