//! What tests need from the machine.

use std::io::Write as _;
use std::path::PathBuf;

use junsoku::base::diagnostics::{Diagnostics, human};
use junsoku::base::locale::{Lang, Messages};
use junsoku::base::progress::Progress;
use junsoku::pdf::setup;
use junsoku::pdf::setup::Tools;

/// Says that a test is skipped for want of `what`; where everything must be there (CI), fails instead.
pub(crate) fn missing(what: &str) {
    assert_ne!(std::env::var("CI").as_deref(), Ok("true"), "needed here: {what}");
    // `println!` would be kept back, since the test passes.
    let _ = writeln!(std::io::stderr(), "skipped for want of {what}");
}

/// Typst and the fonts as the program itself gets them; they may have to be fetched first. `None` where they cannot
/// be had, which is said.
pub(crate) fn paper_tools() -> Option<Tools> {
    let (progress, messages) = (Progress::new(false), Messages::of(Lang::En));
    let mut findings = Diagnostics::default();
    let tools = setup::prepare(&setup::Options::default(), &progress, messages, &mut findings);
    if tools.is_none() {
        missing(&human(&findings, messages, false));
    }
    tools
}

/// The program `name` on the search path.
pub(crate) fn program_on_path(name: &str) -> Option<PathBuf> {
    let path = std::env::var_os("PATH").unwrap_or_default();
    std::env::split_paths(&path).map(|folder| folder.join(name)).find(|program| program.is_file())
}
