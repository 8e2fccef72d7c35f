//! A content folder held against the rules some regions at a time, so that memory does not grow with their number.

use std::collections::BTreeSet;
use std::path::Path;

use jiff::civil::Date;

use super::addresses::{check_addresses, open_ledger};
use super::consequences::UnreadFiles;
use super::{check, review, weights};
use crate::base::diagnostics::{Code, Diagnostic, Diagnostics};
use crate::content::{Content, ContentFolder, read_addresses};
use crate::corpus::{Corpus, resolve};

/// The number of regions that are held against the rules at once: some 50 MB of them.
const AT_ONCE: usize = 48;

/// Holds the content folder `root` against all rules on `day` and its record of reviews, as
/// [`load_on`](super::loading::load_on) does, but keeps only some regions at a time. `visit` is shown each of these parts, with the ids of the regions that it is about;
/// others may be there since those refer to them.
pub fn check_in_parts(root: &Path, day: Date, findings: &mut Diagnostics, visit: impl FnMut(&Corpus, &[&str])) {
    check_some_at_once(root, (Some(day), AT_ONCE), findings, visit);
}

/// Does so with `count` regions at a time; without a `day`, rules that ask for one are passed over.
pub fn check_some_at_once(
    root: &Path,
    (day, count): (Option<Date>, usize),
    findings: &mut Diagnostics,
    mut visit: impl FnMut(&Corpus, &[&str]),
) {
    let folder = ContentFolder::open(root, findings);
    let mut broken = findings.has_errors();
    let record = review::ReviewRecord::open(folder.record(), findings);
    let ledger = open_ledger(&read_addresses(root, findings), findings);
    let regions = folder.regions();
    // What belongs to no region is looked at even where there is none.
    let parts: Vec<&[&str]> = if regions.is_empty() { vec![&[]] } else { regions.chunks(count.max(1)).collect() };
    let mut gathered = Gathered::default();
    let mut unread = UnreadFiles::default();
    for (number, part) in parts.into_iter().enumerate() {
        let mut found = Diagnostics::default();
        let mut content = folder.read(part, &mut found);
        let mut corpus = resolve(&content, &mut found);
        corpus.as_of = day;
        unread.append(UnreadFiles::of(&content));
        content.sets.clear();
        check::check(&corpus, &mut found);
        broken |= found.has_errors();
        let is_here = |set: &str| part.binary_search(&set).is_ok();
        let is_elsewhere = |set: &str| number > 0 || regions.binary_search(&set).is_ok();
        if let Some(record) = &record {
            record.check(&corpus, |set| is_here(set) || !is_elsewhere(set), &mut found);
        }
        if let Some(ledger) = &ledger {
            check_addresses(&corpus, ledger, |set| is_here(set) || !is_elsewhere(set), &mut found);
        }
        weights::weigh_findings(&content, &mut found);
        visit(&corpus, part);
        gathered.add(&content, found);
    }
    // What has errors may be missing from the corpus, and its reviews are not done with.
    gathered.kept.retain(|finding| !broken || ![Code::J0420, Code::J0460].contains(&finding.code));
    let true_ones = gathered.absences.into_iter().filter(|absence| !absence.refuted).map(|absence| absence.finding);
    let told = gathered.kept.into_iter().chain(true_ones).filter(|finding| !unread.may_cause(root, finding));
    told.for_each(|finding| findings.push(finding));
}

/// The codes of findings that something is used by nobody: true only if every part that reads its file finds so.
const ABSENCES: [Code; 3] = [Code::J0421, Code::J0430, Code::J0433];

/// What was found in the parts so far.
#[derive(Default)]
struct Gathered {
    /// What is there; in several parts where those read the same file.
    kept: Vec<Diagnostic>,
    /// What is used by nobody.
    absences: Vec<Absence>,
    /// The paths of the files that were read.
    read: BTreeSet<String>,
}

/// A finding that something is used by nobody.
struct Absence {
    finding: Diagnostic,
    /// Whether a part that read its file did not find it.
    refuted: bool,
}

impl Gathered {
    /// Adds what was `found` in the part that `content` is. A finding may be placed in a file of another region, whose form
    /// is extended, so that places do not tell by which part it is to be told.
    fn add(&mut self, content: &Content, found: Diagnostics) {
        let (absent, mut kept): (Vec<_>, Vec<_>) =
            found.into_findings().partition(|finding| ABSENCES.contains(&finding.code));
        self.kept.append(&mut kept);
        let paths: BTreeSet<&str> = content.files.iter().map(|file| file.path.as_str()).collect();
        let path =
            |finding: &Diagnostic| finding.place.as_ref().map_or("", |place| place.file.path.as_str()).to_owned();
        for absence in &mut self.absences {
            let was_read = paths.contains(path(&absence.finding).as_str());
            absence.refuted |= was_read && !absent.contains(&absence.finding);
        }
        for finding in absent {
            if self.absences.iter().all(|absence| absence.finding != finding) {
                let refuted = self.read.contains(&path(&finding));
                self.absences.push(Absence { finding, refuted });
            }
        }
        self.read.extend(paths.into_iter().map(str::to_owned));
    }
}
