//! Addresses that were published: what a link from elsewhere may lead to. `junsoku.addresses` remembers them, so that
//! none vanishes without an answer (RFC 9110 leaves that to whoever publishes; <https://www.w3.org/Provider/Style/URI>).

mod ledger;
mod published;

pub use ledger::{Ledger, Remembered, read_ledger, written_ledger};
pub use published::{Answer, Published};

use std::collections::BTreeSet;

use crate::base::diagnostics::{Code, Diagnostic, Diagnostics};
use crate::content::LockFile;
use crate::corpus::{Corpus, FormerAddress};

/// The beginning of the addresses of files to download.
pub const FILES: &str = "file:";

/// Reports the addresses of `ledger` that have no answer any more, of those sets that `is_judged` names.
pub fn check_addresses(corpus: &Corpus, ledger: &Ledger, is_judged: impl Fn(&str) -> bool, findings: &mut Diagnostics) {
    let published = Published::of(corpus);
    for (address, remembered) in ledger.iter().filter(|(address, _)| is_judged(home_of(address))) {
        if !remembered.gone && published.answer(address) == Answer::Gone {
            findings.push(Diagnostic::new(Code::J0460).at(&remembered.place).arg("address", address));
        }
    }
}

/// The present set that an address belongs to.
fn home_of(address: &str) -> &str {
    address.split(['/', '#', '@']).next().unwrap_or(address)
}

/// Returns the addresses that `file` remembers and that `corpus` does not have any more, with what stands in their place.
#[must_use]
pub fn former_addresses(corpus: &Corpus, file: &LockFile) -> Vec<FormerAddress> {
    let ledger = open_ledger(file, &mut Diagnostics::default()).unwrap_or_default();
    let published = Published::of(corpus);
    let of_editions = published.editions_in_force();
    let all: BTreeSet<String> = ledger.into_keys().chain(of_editions).collect();
    let former = all.into_iter().filter_map(|address| match published.answer(&address) {
        Answer::Live => None,
        Answer::Moved(now) => Some(FormerAddress { address, now: Some(now) }),
        Answer::Gone => Some(FormerAddress { address, now: None }),
    });
    former.collect()
}

/// Returns the ledger, if there is one and all of it can be understood; what cannot is reported.
pub fn open_ledger(file: &LockFile, findings: &mut Diagnostics) -> Option<Ledger> {
    let source = file.source.as_ref().filter(|_| file.exists)?;
    let mut faults = Diagnostics::default();
    let ledger = read_ledger(source, &mut faults);
    let is_sound = !faults.has_errors();
    findings.append(faults);
    is_sound.then_some(ledger)
}

/// Returns the ledger after `published` was published: everything that it remembers and everything that there is now. What has
/// no answer in `written`, the content as its authors write it, is marked as gone where `accepted` says that a person has
/// seen that.
#[must_use]
pub fn renewed_ledger(
    ledger: &Ledger,
    published: &Corpus,
    written: &Corpus,
    accepted: impl Fn(&str) -> bool,
) -> RenewedLedger {
    let (now, coming) = (Published::of(published), Published::of(written));
    let mut gone: BTreeSet<String> = BTreeSet::new();
    let mut lost = 0;
    for (address, remembered) in ledger {
        let is_lost = now.answer(address) == Answer::Gone || coming.answer(address) == Answer::Gone;
        if is_lost && (remembered.gone || accepted(address)) {
            lost += usize::from(!remembered.gone);
            gone.insert(address.clone());
        }
    }
    let live = now.addresses();
    let new = live.iter().filter(|address| !ledger.contains_key(*address)).count();
    let all: BTreeSet<String> = ledger.keys().cloned().chain(live).collect();
    RenewedLedger { text: written_ledger(&all, &gone), new, gone: lost }
}

/// A ledger that was brought up to date.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RenewedLedger {
    /// The file.
    pub text: String,
    /// The number of addresses that it did not have.
    pub new: usize,
    /// The number of those that are marked as gone from now on.
    pub gone: usize,
}
