//! Cases in files, and what the program makes of each, written down under `tests/snapshots`.
//!
//! To add a case, add a file to a folder of `tests/cases`; `cargo insta review`, or `INSTA_UPDATE=always cargo test`,
//! writes what it gives.

use std::path::Path;
use std::sync::{Mutex, MutexGuard, PoisonError};

/// Calls `look` with every file of `tests/cases` that `pattern` names, in the order of their paths.
pub(crate) fn for_each_case(pattern: &str, look: impl FnMut(&Path)) {
    let _turn = turn();
    insta::glob!("../../cases", pattern, look);
}

/// Demands, within [`for_each_case`], that `text` is what is written down for the case under `name`.
pub(crate) fn check_case(name: &str, text: impl AsRef<str>) {
    insta::with_settings!({
        snapshot_path => "../../snapshots", prepend_module_to_snapshot => false, omit_expression => true
    }, {
        insta::assert_snapshot!(name, text.as_ref());
    });
}

/// Demands, outside [`for_each_case`], that `text` is what is written down under `name`.
pub(crate) fn check_snapshot(name: &str, text: impl AsRef<str>) {
    let _turn = turn();
    check_case(name, text);
}

/// The `<main>` of a page, what is the same on every page left out.
pub(crate) fn main_of(html: &str) -> &str {
    let start = html.find("<main").expect("<main>");
    let end = html.find("</main>").expect("</main>");
    html[start..end].trim_end()
}

/// insta counts the failures of a glob for all threads together, so that one test at a time may look at cases.
fn turn() -> MutexGuard<'static, ()> {
    static TURN: Mutex<()> = Mutex::new(());
    TURN.lock().unwrap_or_else(PoisonError::into_inner)
}
