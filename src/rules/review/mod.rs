//! Reviews that go stale. A person once saw that a provision meets a requirement, or that an English text says what
//! the Japanese one says; `junsoku.lock` records what was seen. When either end changes, the link is suspect until
//! `junsoku accept` records a new review. Doorstop and `OpenFastTrace` treat links between requirements so.

mod accept;
mod fingerprint;
mod links;
mod lock;
mod recorded;

pub use accept::{Change, Plan, Review, plan};
pub use links::{Link, MappingView, Taken, claimed_ends, links, mapped_provisions, requirement_texts};
pub use lock::{Lock, Reviewed, read_lock};
pub use recorded::mapping_reviews;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::base::diagnostics::{Code, Diagnostic, Diagnostics, Place, SourceFile};
use crate::content::LockFile;
use crate::corpus::Corpus;

/// The number of links never reviewed that are told one by one.
const FEW: usize = 10;

/// Reports what changed since it was reviewed, what was never reviewed, and what of the record is no longer there.
pub fn check_reviews(corpus: &Corpus, file: &LockFile, findings: &mut Diagnostics) {
    // What has errors may be missing from the corpus, and its reviews are not done with.
    let whole = !findings.has_errors();
    if let Some(record) = ReviewRecord::open(file, findings) {
        record.check(corpus, |_| whole, findings);
    }
}

/// A record that can be trusted.
pub(super) struct ReviewRecord<'a> {
    file: &'a Arc<SourceFile>,
    /// `None` where there is no such file.
    lock: Option<Lock<'a>>,
    /// The names of what was reviewed, by the set that it stands in.
    names: BTreeMap<&'a str, Vec<&'a str>>,
}

impl<'a> ReviewRecord<'a> {
    /// Reads the record in `file`; `None` where it cannot be understood, which is reported.
    pub(super) fn open(file: &'a LockFile, findings: &mut Diagnostics) -> Option<Self> {
        let source = file.source.as_ref()?;
        if !file.exists {
            return Some(Self { file: source, lock: None, names: BTreeMap::new() });
        }
        let mut faults = Diagnostics::default();
        let lock = read_lock(source, &mut faults);
        // A record that was merged badly must not make everything suspect besides.
        if faults.has_errors() {
            findings.append(faults);
            return None;
        }
        let mut names: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
        for name in lock.keys() {
            names.entry(set_of(name)).or_default().push(name);
        }
        Some(Self { file: source, lock: Some(lock), names })
    }

    /// Holds `corpus` against the record. What the record says of a set for which `is_judged` holds, and which is not in
    /// the corpus, is no longer there.
    pub(super) fn check(&self, corpus: &Corpus, is_judged: impl Fn(&str) -> bool, findings: &mut Diagnostics) {
        let Some(lock) = &self.lock else {
            // A folder without sets has nothing to be reviewed.
            if !corpus.sets.is_empty() {
                findings.push(Diagnostic::new(Code::J0419).at(&Place::whole(self.file)));
            }
            return;
        };
        let links = links(corpus);
        // English that a site does not publish need not be reviewed; what was reviewed of it stays on record.
        let is_asked = |name: &str| corpus.languages.english || !name.starts_with("translation ");
        let (asked, unasked): (BTreeMap<String, Link>, BTreeMap<String, Link>) =
            links.into_iter().partition(|(name, _)| is_asked(name));
        let is_link = |name: &str| asked.contains_key(name) || unasked.contains_key(name);
        let fresh = fresh(corpus, &asked, lock);
        for set in &fresh {
            findings.push(unreviewed(set, &asked));
        }
        // Links of a set of which nothing was reviewed were told by one finding above.
        for link in asked.values().filter(|link| !fresh.contains(&set_of(&link.name))) {
            stale(link, lock.get(link.name.as_str()), findings);
        }
        let judged = self.names.iter().filter(|(set, _)| is_judged(set)).flat_map(|(_, names)| names);
        for name in judged.filter(|name| !is_link(name)) {
            let place = lock.get(name).map_or_else(|| Place::whole(self.file), |reviewed| reviewed.place.clone());
            findings.push(Diagnostic::new(Code::J0420).at(&place).arg("link", *name));
        }
    }
}

/// The sets of which nothing was ever reviewed, as one that was just begun; their many links are one finding.
fn fresh<'a>(corpus: &Corpus, links: &'a BTreeMap<String, Link>, lock: &Lock<'_>) -> BTreeSet<&'a str> {
    let mut counts: BTreeMap<&str, (usize, bool)> = BTreeMap::new();
    for link in links.values() {
        let (count, any) = counts.entry(set_of(&link.name)).or_default();
        *count += 1;
        *any |= lock.contains_key(link.name.as_str());
    }
    // What is of no set, as the translations of shared/, is told one by one.
    let is_set = |name: &str| corpus.sets.keys().any(|key| key.to_string() == name);
    counts.into_iter().filter(|(set, (count, any))| !any && *count > FEW && is_set(set)).map(|(set, _)| set).collect()
}

fn unreviewed(set: &str, links: &BTreeMap<String, Link>) -> Diagnostic {
    let of_set: Vec<&Link> = links.values().filter(|link| set_of(&link.name) == set).collect();
    let mappings = of_set.iter().filter(|link| link.name.starts_with("mapping ")).count();
    let diagnostic = Diagnostic::new(Code::J0437).arg("set", set).arg("mappings", mappings.to_string());
    let diagnostic = diagnostic.arg("translations", (of_set.len() - mappings).to_string());
    match of_set.first() {
        Some(link) => diagnostic.at(&Place::whole(&link.place.file)),
        None => diagnostic,
    }
}

/// The set that the link `name` stands in.
fn set_of(name: &str) -> &str {
    let (_, target) = name.split_once(' ').unwrap_or_default();
    target.split(['/', '#', ' ']).next().unwrap_or_default()
}

fn stale(link: &Link, reviewed: Option<&Reviewed<'_>>, findings: &mut Diagnostics) {
    let (kind, target) = link.name.split_once(' ').unwrap_or_default();
    let finding = |code| Diagnostic::new(code).at(&link.place).arg("target", target.replace(' ', " → "));
    let Some(reviewed) = reviewed else {
        findings.push(finding(Code::J0418).arg("kind", kind).arg("accept", first_word(target)));
        return;
    };
    let code = if kind == "mapping" { Code::J0416 } else { Code::J0417 };
    for changed in reviewed.changed(link) {
        findings.push(finding(code).arg("changed", changed).arg("accept", first_word(target)));
    }
}

/// Returns the word to give to `junsoku accept`.
fn first_word(target: &str) -> &str {
    target.split(' ').next().unwrap_or(target)
}
