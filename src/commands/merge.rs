//! `junsoku merge`: one site of the shares that several machines built.

use fluent::FluentArgs;

use super::options::MergeOptions;
use super::{ExitOutcome, Session};
use crate::publish;

/// Joins the shares that `options` name and says how it went.
pub(super) fn run_merge(options: &MergeOptions, session: &Session) -> ExitOutcome {
    match publish::merge_parts(&options.output, &options.parts) {
        Ok(made) => {
            let count = |ending: &str| made.iter().filter(|path| path.ends_with(ending)).count();
            let mut args = FluentArgs::new();
            args.set("output", options.output.display().to_string());
            args.set("parts", options.parts.len());
            args.set("pages", count(".html"));
            args.set("pdfs", count(".pdf"));
            session.print_report(&session.messages.format("merged", &args));
            ExitOutcome::Clean
        }
        Err(fault) => {
            session.report_one(*fault);
            session.print(&session.messages.text("built-none"));
            ExitOutcome::Environment
        }
    }
}
