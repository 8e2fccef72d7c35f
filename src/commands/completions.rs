//! `junsoku completions`: what a shell needs to complete commands and options.

use super::arguments::complete_command;
use super::options::CompletionsOptions;
use super::{ExitOutcome, Session};

/// Prints the script for the shell that `options` name.
pub(super) fn run_completions(options: &CompletionsOptions, session: &Session) -> ExitOutcome {
    let mut script = Vec::new();
    clap_complete::generate(options.shell, &mut complete_command(session.messages), "junsoku", &mut script);
    session.print_bytes(&script);
    ExitOutcome::Clean
}
