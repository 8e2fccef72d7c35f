//! Reviews that go stale. A person once saw that a provision meets a requirement, or that an English text says what
//! the Japanese one says; `junsoku.lock` records what was seen. When either end changes, the link is suspect until
//! `junsoku accept` records a new review. Doorstop and `OpenFastTrace` treat links between requirements so.

mod accept;
mod fingerprint;
mod links;
mod lock;

pub use accept::{Change, Plan, plan};
pub use links::{Link, links};
pub use lock::{Lock, Reviewed, read};

use crate::content::LockFile;
use crate::corpus::Corpus;
use crate::diagnostics::{Diagnostic, Diagnostics, Place};

/// Reports what changed since it was reviewed, what was never reviewed, and what of the record is no longer there.
pub fn check(corpus: &Corpus, file: &LockFile, findings: &mut Diagnostics) {
    let Some(source) = &file.source else { return };
    // What has errors may be missing from the corpus, and its reviews are not done with.
    let whole = !findings.has_errors();
    let links = links(corpus);
    if !file.exists {
        if !links.is_empty() {
            let count = links.len().to_string();
            findings.push(Diagnostic::warning("J0419").at(&Place::whole(source)).arg("count", count));
        }
        return;
    }
    let mut faults = Diagnostics::default();
    let lock = read(source, &mut faults);
    if faults.has_errors() {
        findings.append(faults);
        return;
    }
    for link in links.values() {
        stale(link, lock.get(&link.name), findings);
    }
    for (name, reviewed) in lock.iter().filter(|(name, _)| whole && !links.contains_key(*name)) {
        findings.push(Diagnostic::warning("J0420").at(&reviewed.place).arg("link", name));
    }
}

fn stale(link: &Link, reviewed: Option<&Reviewed>, findings: &mut Diagnostics) {
    let (kind, target) = link.name.split_once(' ').unwrap_or_default();
    let finding = |code| Diagnostic::warning(code).at(&link.place).arg("target", target.replace(' ', " → "));
    let Some(reviewed) = reviewed else {
        findings.push(finding("J0418").arg("kind", kind).arg("accept", first_word(target)));
        return;
    };
    let code = if kind == "mapping" { "J0416" } else { "J0417" };
    for changed in reviewed.changed(link) {
        findings.push(finding(code).arg("changed", changed).arg("accept", first_word(target)));
    }
}

/// What `junsoku accept` is to be given.
fn first_word(target: &str) -> &str {
    target.split(' ').next().unwrap_or(target)
}
