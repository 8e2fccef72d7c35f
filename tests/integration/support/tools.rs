//! What tests need from the machine.

use std::io::Write as _;
use std::path::PathBuf;
use std::sync::Once;

use junsoku::base::diagnostics::{Diagnostics, human};
use junsoku::base::locale::{Lang, Messages};
use junsoku::base::progress::Progress;
use junsoku::pdf::setup::{self, TYPST_VERSION, Tools};

/// Says that a test is skipped for want of `what`; where everything must be there (CI), fails instead.
pub(crate) fn missing(what: &str) {
    assert_ne!(std::env::var("CI").as_deref(), Ok("true"), "needed here: {what}");
    // `println!` would be kept back, since the test passes.
    let _ = writeln!(std::io::stderr(), "skipped for want of {what}");
}

/// Typst and the fonts as the program itself gets them; they may have to be fetched first. `None` where they cannot
/// be had, which is said.
pub(crate) fn paper_tools() -> Option<Tools> {
    say_if_typst_is_built();
    let (progress, messages) = (Progress::new(false), Messages::of(Lang::En));
    let mut findings = Diagnostics::default();
    let tools = setup::prepare(&setup::SetupSettings::default(), &progress, messages, &mut findings);
    if tools.is_none() {
        missing(&human(&findings, messages, false));
    }
    tools
}

/// Says once that typst has to be built first, where it is neither in the cache nor on the search path: the harness keeps
/// back what a test prints, and ten silent minutes look like a test that hangs.
fn say_if_typst_is_built() {
    static SAID: Once = Once::new();
    SAID.call_once(|| {
        let kept = setup::cache_dir().map(|cache| cache.join(format!("typst-{TYPST_VERSION}")).join("bin").join("typst"));
        let is_there = kept.is_some_and(|typst| typst.with_extension(std::env::consts::EXE_EXTENSION).is_file());
        if !is_there && program_on_path("typst").is_none() {
            let _ = writeln!(
                std::io::stderr(),
                "typst {TYPST_VERSION} is not there yet: it is being built, once, which takes about ten minutes; the tests that \
                 need no PDF go on meanwhile"
            );
        }
    });
}

/// The program `name` on the search path.
pub(crate) fn program_on_path(name: &str) -> Option<PathBuf> {
    let path = std::env::var_os("PATH").unwrap_or_default();
    std::env::split_paths(&path).map(|folder| folder.join(name)).find(|program| program.is_file())
}
